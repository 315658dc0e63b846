/* patal-schedule-ends.h: when the training of blocks and districts ends
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * C(b) and the makespan of section 3 of the planning problem, for a schedule and for one that is being made. */
#pragma once
#include "patal-plan-days.h"

G_BEGIN_DECLS

/* The last training day of @cluster, whose batches have @start; -1: it has none. */
static inline int
schedule_last_day (const PatalPlanData *data, const int *start, int cluster)
{
  int last = -1;

  for (int m = 0; m < data->n_modules; m++)
    if (start[cluster * data->n_modules + m] >= 0)
      last = MAX (last, start[cluster * data->n_modules + m] + data->modules[m].days - 1);
  return last;
}

/* @block ends on day @end, counted from the first day of its own window (1); 0: it has no training. */
static inline int
schedule_block_days (const PatalPlanDays *days, int block, int end)
{
  return end < 0 ? 0 : end - (days->window[block].from - days->first) + 1;
}

/* One more block of a district takes @block_days: the district takes so much longer than by those before. */
static inline int
schedule_longer (int *makespan, int block_days)
{
  int longer = MAX (block_days - *makespan, 0);

  *makespan += longer;
  return longer;
}

G_END_DECLS
