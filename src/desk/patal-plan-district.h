/* patal-plan-district.h: a training's problem as plain files
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-files.h"
#include "patal-training-problem.h"

G_BEGIN_DECLS

/* (transfer full): a copy of @problem with names in @lang for ids, as the file @db has them. Errors of the store. */
PatalPlanFiles *patal_plan_files_of_problem (const PatalTrainingProblem *problem, PatalDb *db, PatalLang lang, GError **error);

G_END_DECLS
