/* patal-schedule-reason.c: why a batch has no date
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 6 of the planning problem. Each day on which the batch could start, for all that is its own, is asked what is in the way; the reason that
 * holds on most days is given, on a tie the first of the enumeration. */
#include "patal-schedule-part.h"

/* What is in the way on @day, the first in the order in which the rules are asked: units, halls, officer, trainers. */
static PatalWithout
obstacle (const PatalTimetable *table, int batch, int day)
{
  if (!patal_timetable_agrees (table, batch, day))
    return PATAL_WITHOUT_OVERLAP;
  if (!patal_timetable_has_hall (table, batch, day))
    return PATAL_WITHOUT_VENUE;
  return patal_timetable_has_officer (table, batch, day) ? PATAL_WITHOUT_TRAINER_BUSY : PATAL_WITHOUT_OFFICER;
}

PatalWithout
schedule_reason (const PatalTimetable *table, int batch)
{
  int n[PATAL_WITHOUT_TRAINER_BUSY + 1] = { 0 };
  PatalWithout most = PATAL_WITHOUT_NOT;
  gboolean any = FALSE;

  if (patal_timetable_waits (table, batch))
    return PATAL_WITHOUT_PRED;
  for (int day = 0; day < table->n_days; day++)
    {
      if (!patal_days_has (table->starts + (gsize) batch * table->days->n_words, day))
        continue;
      any = TRUE;
      n[obstacle (table, batch, day)]++;
    }
  if (!any && !table->past[batch])
    return PATAL_WITHOUT_WINDOW;
  if (patal_timetable_bench (table, batch)->n < patal_timetable_module (table, batch)->team) /* holds on all days */
    return PATAL_WITHOUT_NO_TRAINER;
  for (PatalWithout w = PATAL_WITHOUT_OVERLAP; w <= PATAL_WITHOUT_TRAINER_BUSY; w++)
    if (n[w] > 0 && (most == PATAL_WITHOUT_NOT || n[w] > n[most]))
      most = w;
  return any ? most : PATAL_WITHOUT_FROZEN;
}
