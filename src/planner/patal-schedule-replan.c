/* patal-schedule-replan.c: a schedule after something changed, with as few moves as possible
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 4 of the planning problem. What still may be stays; what was hit looks for a place, and lifts others only where there is no other way, those
 * first that have been moved already. Only when that is done are those that moved asked for earlier days and shorter ways. */
#include "patal-schedule-part.h"

#define TRIES 40 /* to move fewer */

static gboolean
is_frozen (const PatalTimetable *table, const PatalSchedule *old, const guint8 *pinned, int batch)
{
  PatalDay today = table->data->rules.today;

  return old->start[batch] >= 0
         && ((pinned != NULL && pinned[batch]) || (today != PATAL_DAY_NONE && table->days->first + old->start[batch] <= today));
}

/* Rule H15, for those that may move. */
static void
forbid_past (PatalTimetable *table, int batch)
{
  int n = table->data->rules.today != PATAL_DAY_NONE ? table->data->rules.today - table->days->first + 1 : 0;
  guint64 *starts = table->starts + (gsize) batch * table->days->n_words;

  for (int day = 0; day < MIN (n, table->n_days); day++)
    table->past[batch] |= patal_days_has (starts, day);
  if (n > 0)
    patal_days_drop (starts, 0, MIN (n, table->n_days));
}

static gboolean
team_is_free (const PatalTimetable *table, const PatalSchedule *old, int batch)
{
  const PatalPlanModule *module = patal_timetable_module (table, batch);

  for (int k = 0; k < module->team; k++)
    {
      int trainer = old->team[(gsize) batch * old->room + k];

      if (patal_timetable_metres (table, batch, trainer) < 0
          || !patal_timetable_is_free (table, trainer, old->start[batch], module->days))
        return FALSE;
    }
  return TRUE;
}

static gboolean
day_is_free (const PatalTimetable *table, const PatalSchedule *old, int batch)
{
  return patal_days_has (table->starts + (gsize) batch * table->days->n_words, old->start[batch])
         && patal_timetable_fits (table, batch, old->start[batch]);
}

static void
place_again (SchedulePart *part, const PatalSchedule *old, const guint8 *pinned)
{
  PatalTimetable *table = part->table;

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      part->fixed[b] = is_frozen (table, old, pinned, b);
      if (part->fixed[b])
        patal_timetable_place (table, b, old->start[b], old->team + (gsize) b * old->room);
      else
        forbid_past (table, b);
    }
  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      if (table->start[b] < 0 && old->start[b] >= 0 && day_is_free (table, old, b) && team_is_free (table, old, b))
        patal_timetable_place (table, b, old->start[b], old->team + (gsize) b * old->room);
    }
}

/* On their days, with others to teach. */
static void
staff_again (SchedulePart *part, const PatalSchedule *old)
{
  PatalTimetable *table = part->table;
  g_autofree int *team = g_new (int, MAX (table->room, 1));
  int found;

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      if (table->start[b] < 0 && old->start[b] >= 0 && day_is_free (table, old, b)
          && patal_timetable_choose (table, b, old->start[b], team, &found))
        patal_timetable_place (table, b, old->start[b], team);
    }
}

/* Who moved goes back where the way is free by now. */
static void
go_back (SchedulePart *part, const PatalSchedule *old)
{
  PatalTimetable *table = part->table;
  g_autofree int *team = g_new (int, MAX (table->room, 1));
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (int i = 0; i < part->n_batches; i++)
        {
          int b = part->batches[i], now = table->start[b], found;
          g_autofree int *was = NULL;

          if (now < 0 || part->fixed[b] || old->start[b] < 0 || now == old->start[b])
            continue;
          was = g_memdup2 (table->team + (gsize) b * table->room, MAX (table->room, 1) * sizeof (int));
          patal_timetable_lift (table, b);
          if (day_is_free (table, old, b) && patal_timetable_choose (table, b, old->start[b], team, &found))
            {
              patal_timetable_place (table, b, old->start[b], team);
              again = TRUE;
            }
          else
            patal_timetable_place (table, b, now, was);
        }
    }
}

/* Heads without a date come first, then moves. */
typedef struct
{
  gint64 heads_without;
  int    moved;
} Harm;

static Harm
harm_of (const SchedulePart *part, const PatalSchedule *old)
{
  Harm harm = { 0 };

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i], start = part->table->start[b];

      harm.heads_without += start < 0 ? part->table->heads[patal_timetable_cluster (part->table, b)] : 0;
      harm.moved += start >= 0 && old->start[b] >= 0 && start != old->start[b];
    }
  return harm;
}

/* No fewer can move: so many cannot be on their day for all that is their own. */
static int
count_hit (const SchedulePart *part, const PatalSchedule *old)
{
  const PatalTimetable *table = part->table;
  int n = 0;

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      n += old->start[b] >= 0 && !part->fixed[b] && !patal_days_has (table->starts + (gsize) b * table->days->n_words, old->start[b]);
    }
  return n;
}

/* All who moved lose their place and look for one again. */
static void
try_again (SchedulePart *part, const PatalSchedule *old, guint64 steps)
{
  PatalTimetable *table = part->table;
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      if (part->fixed[b] || (table->start[b] >= 0 && table->start[b] == old->start[b]))
        continue;
      if (table->start[b] >= 0)
        patal_timetable_lift (table, b);
      g_array_append_val (pool, b);
    }
  schedule_part_squeeze (part, pool, steps);
  schedule_part_settle (part);
  go_back (part, old);
}

static void
keep_as_it_stands (SchedulePart *part)
{
  part->best.heads_without = G_MAXINT64; /* what was kept before was judged otherwise */
  schedule_part_keep (part);
}

static void
move_fewer (SchedulePart *part, const PatalSchedule *old, guint64 steps)
{
  Harm least = harm_of (part, old);
  int hit = count_hit (part, old);

  keep_as_it_stands (part);
  for (int i = 0; i < TRIES && least.moved > hit && !schedule_part_is_stopped (part); i++)
    {
      Harm harm;

      try_again (part, old, steps);
      harm = harm_of (part, old);
      if (harm.heads_without < least.heads_without || (harm.heads_without == least.heads_without && harm.moved < least.moved))
        {
          least = harm;
          keep_as_it_stands (part);
        }
      else
        schedule_part_restore (part);
    }
}

void
schedule_part_replan (SchedulePart *part, const PatalSchedule *old, const guint8 *pinned, guint64 steps)
{
  int n_free = 0;

  part->home = old->start;
  place_again (part, old, pinned);
  staff_again (part, old);
  schedule_part_fill (part, steps);
  go_back (part, old);
  move_fewer (part, old, steps);
  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      part->fixed[b] |= old->start[b] >= 0 && part->table->start[b] == old->start[b];
      n_free += !part->fixed[b];
    }
  part->home = NULL;
  keep_as_it_stands (part);
  if (n_free == 0)
    return;
  schedule_part_improve (part, steps);
  schedule_part_shorten (part);
}
