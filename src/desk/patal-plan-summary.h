/* patal-plan-summary.h: what a plan of a training comes to, in sentences
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-files.h"
#include "patal-training-plan.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_PLAN_SUMMARY_WHOLE  = 1 << 0, /* how many batches and when they are done, how far people travel, how far the plan is at most from the best that
                                         is possible */
  PATAL_PLAN_SUMMARY_BLOCKS = 1 << 1, /* when each block has its turn */
  PATAL_PLAN_SUMMARY_BINDS  = 1 << 2, /* which rule binds and what would help, then who or what is left out: a reason that many share once */
  PATAL_PLAN_SUMMARY_ALL    = PATAL_PLAN_SUMMARY_WHOLE | PATAL_PLAN_SUMMARY_BLOCKS | PATAL_PLAN_SUMMARY_BINDS
} PatalPlanSummaryParts;

/* (transfer full) (element-type utf8): in this order. @files: the plan's problem with its names. In the language of the process. */
GPtrArray *patal_plan_summary (const PatalTrainingPlan *plan, const PatalPlanFiles *files, PatalPlanSummaryParts parts);

G_END_DECLS
