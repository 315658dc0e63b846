/* patal-plan-days.h: the days on which something may be
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-data.h"

G_BEGIN_DECLS

/* Days are counted from the first day of all windows; day d is bit d % 64 of word d / 64. All sets of one calendar have @n_words words. */
typedef struct
{
  PatalDay first;    /* day 0 */
  int      n_days, n_words;
  PatalSpan *window; /* of each block, the one that counts */
  guint64 *blocks;   /* [block × n_words]: usable days, rule H2 and the block's part of H3 */
  guint64 *venues, *trainers, *officers, *units; /* likewise: not blacked out for themselves */
} PatalPlanDays;

void patal_plan_days_init  (PatalPlanDays *days, const PatalPlanData *data);
void patal_plan_days_clear (PatalPlanDays *days);

static inline const guint64 *
patal_plan_days_of (const PatalPlanDays *days, const guint64 *sets, int which)
{
  return sets + (gsize) which * days->n_words;
}

static inline gboolean
patal_days_has (const guint64 *set, int day)
{
  return set[day >> 6] >> (day & 63) & 1;
}

/* Whether all @n days from @day on are in @set; @day + @n is at most the number of days. */
static inline gboolean
patal_days_has_run (const guint64 *set, int day, int n)
{
  for (int d = day; d < day + n; d++)
    if (!patal_days_has (set, d))
      return FALSE;
  return TRUE;
}

void patal_days_add  (guint64 *set, int day, int n);
void patal_days_drop (guint64 *set, int day, int n);
int  patal_days_count (const guint64 *set, int n_words);

G_END_DECLS
