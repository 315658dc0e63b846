/* patal-training-plan-private.h: what the files of plans share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-training-plan.h"

G_BEGIN_DECLS

/* (transfer full): with map and days of @problem, and nothing found. */
PatalTrainingPlan *patal_training_plan_new    (PatalTrainingProblem *problem);
/* Gives @plan room for its batches, once it has its clusters. */
void               patal_training_plan_begin  (PatalTrainingPlan *plan);
/* Reckons findings, worth and bound, once it has its schedule; @old (nullable): what it came from. */
void               patal_training_plan_reckon (PatalTrainingPlan *plan, const PatalSchedule *old);

/* Whether the training has in the file what it had when @plan was made; else STALE. */
gboolean           patal_training_plan_is_of  (PatalDb *db, const PatalTrainingPlan *plan, gint64 training, GError **error);

G_END_DECLS
