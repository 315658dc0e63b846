/* patal-plan-summary.h: what a plan of a training comes to, in sentences
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-files.h"
#include "patal-training-plan.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): how many batches and when they are done, how far people travel, how far the plan is at most from the best
 * that is possible; when each block has its turn; then who or what is left out, which rule binds and what would help. @files: the plan's
 * problem with its names. In the language of the process. */
GPtrArray *patal_plan_summary (const PatalTrainingPlan *plan, const PatalPlanFiles *files);

G_END_DECLS
