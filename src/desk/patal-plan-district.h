/* patal-plan-district.h: a training's problem as plain files
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-files.h"
#include "patal-training-problem.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_PLAN_NAMES_TO_READ,  /* as people have them */
  PATAL_PLAN_NAMES_TO_WRITE, /* fit for plain files: lists have spaces between, so that modules and trainers have none in them */
} PatalPlanNames;

/* (transfer full): a copy of @problem with names in @lang for ids, as the file @db has them. Errors of the store. */
PatalPlanFiles *patal_plan_files_of_problem (const PatalTrainingProblem *problem, PatalDb *db, PatalLang lang, PatalPlanNames names, GError **error);

G_END_DECLS
