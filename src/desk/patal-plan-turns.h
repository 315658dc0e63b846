/* patal-plan-turns.h: when each block has its turn in a plan of a training
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-training-plan.h"

G_BEGIN_DECLS

typedef struct
{
  int      clusters, heads, batches, dated; /* of @batches those that have a day */
  PatalDay first, last;                     /* of training; both PATAL_DAY_NONE: none has a date */
} PatalPlanTurn;

/* (transfer full) (element-type PatalPlanTurn): of each block of the plan's problem, in its order. A cluster belongs to the block of its venue. */
GArray *patal_plan_turns (const PatalTrainingPlan *plan);

G_END_DECLS
