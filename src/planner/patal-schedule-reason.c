/* patal-schedule-reason.c: why a batch has no date
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 6 of the planning problem. Each day on which the batch could start, for all that is its own, is asked what is in the way; the reason that
 * holds on most days is given, on a tie the first of the enumeration. */
#include "patal-schedule-part.h"

static gboolean
pred_is_missing (const PatalTimetable *table, int batch)
{
  int first = batch - batch % table->n_modules;

  for (int m = 0; m < table->n_modules; m++)
    if ((patal_timetable_module (table, batch)->after >> m & 1) && table->start[first + m] < 0)
      return TRUE;
  return FALSE;
}

/* What is in the way on @day, the first in the order in which the rules are asked: units, halls, officer, trainers. */
static PatalWithout
obstacle (const PatalTimetable *table, int batch, int day)
{
  int venue = table->venue_of_cluster[patal_timetable_cluster (table, batch)], n;
  int officer = patal_timetable_officer (table, batch, &n);

  if (!patal_timetable_agrees (table, batch, day))
    return PATAL_WITHOUT_OVERLAP;
  for (int d = day; d < day + patal_timetable_module (table, batch)->days; d++)
    if (table->venue_load[(gsize) venue * table->n_days + d] >= table->data->venues[venue].halls)
      return PATAL_WITHOUT_VENUE;
  for (int d = day; officer >= 0 && d < day + n; d++)
    if (table->officer_at[(gsize) officer * table->n_days + d] >= 0
        || !patal_days_has (patal_plan_days_of (table->days, table->days->officers, officer), d))
      return PATAL_WITHOUT_OFFICER;
  return PATAL_WITHOUT_TRAINER_BUSY;
}

PatalWithout
schedule_reason (const PatalTimetable *table, int batch, int first_day)
{
  int n[PATAL_WITHOUT_TRAINER_BUSY + 1] = { 0 };
  PatalWithout most = PATAL_WITHOUT_NOT;
  gboolean before = FALSE, behind = FALSE; /* @first_day it may start */

  if (pred_is_missing (table, batch))
    return PATAL_WITHOUT_PRED;
  for (int day = 0; day < table->n_days; day++)
    {
      if (!patal_days_has (table->starts + (gsize) batch * table->days->n_words, day))
        continue;
      if (day < first_day)
        before = TRUE;
      else
        {
          behind = TRUE;
          n[obstacle (table, batch, day)]++;
        }
    }
  if (!before && !behind)
    return PATAL_WITHOUT_WINDOW;
  if (patal_timetable_bench (table, batch)->n < patal_timetable_module (table, batch)->team) /* holds on all days */
    return PATAL_WITHOUT_NO_TRAINER;
  for (PatalWithout w = PATAL_WITHOUT_OVERLAP; w <= PATAL_WITHOUT_TRAINER_BUSY; w++)
    if (n[w] > 0 && (most == PATAL_WITHOUT_NOT || n[w] > n[most]))
      most = w;
  return behind ? most : PATAL_WITHOUT_FROZEN;
}
