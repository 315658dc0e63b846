/* patal-schedule-travel.c: trainers teach nearer home
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-part.h"

static gint64
metres_of (const PatalBench *bench, int trainer)
{
  int seat = patal_bench_seat (bench, trainer);

  return seat >= 0 ? bench->metres[seat] : G_MAXINT32; /* not fit for it */
}

static int *
team_of (const PatalTimetable *table, int batch)
{
  return table->team + (gsize) batch * table->room;
}

/* A free trainer who lives nearer takes over. */
static gboolean
take_nearer (PatalTimetable *table, int batch)
{
  const PatalBench *bench = patal_timetable_bench (table, batch);
  const PatalPlanModule *module = patal_timetable_module (table, batch);
  int day = table->start[batch];
  gboolean changed = FALSE;

  for (int k = 0; k < module->team; k++)
    {
      int *team = team_of (table, batch), best = -1;
      gint64 least = metres_of (bench, team[k]);

      for (int i = 0; i < bench->n; i++)
        if (bench->metres[i] < least && patal_timetable_is_free (table, bench->list[i], day, module->days))
          {
            least = bench->metres[i];
            best = bench->list[i];
          }
      if (best < 0)
        continue;
      patal_timetable_lift (table, batch);
      team[k] = best;
      patal_timetable_place (table, batch, day, team);
      changed = TRUE;
    }
  return changed;
}

static gboolean
is_in (const PatalTimetable *table, int batch, int trainer)
{
  for (int k = 0; k < patal_timetable_module (table, batch)->team; k++)
    if (team_of (table, batch)[k] == trainer)
      return TRUE;
  return FALSE;
}

/* Trainer @i of @a and trainer @k of @b teach in each other's place, if that is nearer and may be. */
static gboolean
swap (PatalTimetable *table, int a, int i, int b, int k)
{
  const PatalBench *bench_a = patal_timetable_bench (table, a), *bench_b = patal_timetable_bench (table, b);
  int *team_a = team_of (table, a), *team_b = team_of (table, b), one = team_a[i], two = team_b[k], start_a = table->start[a], start_b = table->start[b];
  gboolean may;

  if (metres_of (bench_a, two) + metres_of (bench_b, one) >= metres_of (bench_a, one) + metres_of (bench_b, two) || is_in (table, a, two)
      || is_in (table, b, one))
    return FALSE;
  patal_timetable_lift (table, a);
  patal_timetable_lift (table, b);
  may = patal_timetable_is_free (table, two, start_a, patal_timetable_module (table, a)->days)
        && patal_timetable_is_free (table, one, start_b, patal_timetable_module (table, b)->days);
  if (may)
    {
      team_a[i] = two;
      team_b[k] = one;
    }
  patal_timetable_place (table, a, start_a, team_a);
  patal_timetable_place (table, b, start_b, team_b);
  return may;
}

static gboolean
swap_with_all (SchedulePart *self, int a)
{
  PatalTimetable *table = self->table;
  gboolean changed = FALSE;

  for (int j = 0; j < self->n_batches; j++)
    {
      int b = self->batches[j];

      if (b <= a || table->start[b] < 0 || self->fixed[b])
        continue;
      for (int i = 0; i < patal_timetable_module (table, a)->team; i++)
        for (int k = 0; k < patal_timetable_module (table, b)->team; k++)
          changed |= swap (table, a, i, b, k);
    }
  return changed;
}

void
schedule_part_shorten (SchedulePart *self)
{
  gboolean changed = TRUE;

  while (changed) /* each change makes the ways shorter, so this ends */
    {
      changed = FALSE;
      for (int i = 0; i < self->n_batches; i++)
        {
          int b = self->batches[i];

          if (self->table->start[b] >= 0 && !self->fixed[b])
            changed |= take_nearer (self->table, b) | swap_with_all (self, b);
        }
    }
  schedule_part_keep (self);
  schedule_part_restore (self);
}
