/* patal-schedule-travel.c: trainers teach nearer home
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-part.h"

/* Of a trainer of the same district, or where all teach everywhere. */
static gint64
metres_of (const PatalTimetable *table, const PatalBench *bench, int trainer)
{
  int metres = bench->by_rank[table->rank[trainer]];

  return metres >= 0 ? metres : G_MAXINT32; /* not fit for it */
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
      gint64 least = metres_of (table, bench, team[k]);

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

/* Whether @trainer, who is not in @batch, teaches nothing else than @other while it runs. */
static gboolean
teaches_only (const PatalTimetable *table, int trainer, int other, int batch)
{
  const int *at = table->trainer_at + (gsize) trainer * table->n_days + table->start[batch];

  for (int d = 0; d < patal_timetable_module (table, batch)->days; d++)
    if (at[d] >= 0 && at[d] != other)
      return FALSE;
  return TRUE;
}

/* Trainer @i of @a and trainer @k of @b teach in each other's place, if that may be. */
static gboolean
swap (PatalTimetable *table, int a, int i, int b, int k)
{
  int *team_a = team_of (table, a), *team_b = team_of (table, b), one = team_a[i], two = team_b[k];
  int start_a = table->start[a], start_b = table->start[b];
  gboolean may;

  if (is_in (table, a, two) || is_in (table, b, one) || !teaches_only (table, two, b, a)
      || !teaches_only (table, one, a, b)) /* most are: all else takes longer to ask */
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

/* The first exchange that makes the ways shorter and may be. */
static gboolean
swap_any (PatalTimetable *table, int a, int b)
{
  const PatalBench *bench_a = patal_timetable_bench (table, a), *bench_b = patal_timetable_bench (table, b);
  const int *team_a = team_of (table, a), *team_b = team_of (table, b);

  for (int i = 0; i < patal_timetable_module (table, a)->team; i++)
    for (int k = 0; k < patal_timetable_module (table, b)->team; k++)
      if (metres_of (table, bench_a, team_b[k]) + metres_of (table, bench_b, team_a[i])
              < metres_of (table, bench_a, team_a[i]) + metres_of (table, bench_b, team_b[k])
          && swap (table, a, i, b, k))
        return TRUE;
  return FALSE;
}

/* @news: of each batch of the part in which pass its team changed last. A pair is looked at again when one of it did. */
static gboolean
swap_with_all (SchedulePart *self, int at, int *news, int pass)
{
  PatalTimetable *table = self->table;
  int a = self->batches[at];
  gboolean changed = FALSE;

  for (int j = at + 1; j < self->n_batches; j++)
    {
      int b = self->batches[j];

      if (MAX (news[at], news[j]) < pass - 1 || table->start[b] < 0 || self->fixed[b]
          || !patal_timetable_shares_trainers (table, a, b))
        continue;
      while (swap_any (table, a, b))
        {
          changed = TRUE;
          news[at] = news[j] = pass;
        }
    }
  return changed;
}

void
schedule_part_shorten (SchedulePart *self)
{
  g_autofree int *news = g_new0 (int, MAX (self->n_batches, 1));
  gboolean changed = TRUE;

  for (int pass = 1; changed; pass++) /* each change makes the ways shorter, so this ends */
    {
      changed = FALSE;
      for (int i = 0; i < self->n_batches && !schedule_part_is_stopped (self); i++)
        {
          int b = self->batches[i];

          if (self->table->start[b] < 0 || self->fixed[b])
            continue;
          if (take_nearer (self->table, b))
            news[i] = pass;
          changed |= swap_with_all (self, i, news, pass) || news[i] == pass;
        }
    }
  schedule_part_keep (self);
  schedule_part_restore (self);
}
