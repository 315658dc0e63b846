/* patal-schedule-replan.c: a schedule after something changed, with as few moves as possible
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 4 of the planning problem. What still may be stays; what was hit looks for a place, and lifts others
 * only where there is no other way, as few as possible. Then all that moved is tried again in other orders. Only
 * when that is done are those that moved asked for earlier days and shorter ways. */
#include "patal-schedule-hit.h"
#include "patal-schedule-part.h"

#define TRIES     200 /* to move fewer */
#define TRY_SHARE 20  /* all of them: so many times the steps */
#define STEPS_OF_ONE 4 /* where few may end earlier: each takes the steps of so many */

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

/* (transfer full): those without a start, by lot. */
static GArray *
pool_of (SchedulePart *part)
{
  GArray *pool = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < part->n_batches; i++)
    if (part->table->start[part->batches[i]] < 0)
      g_array_append_val (pool, part->batches[i]);
  for (int i = (int) pool->len - 1; i > 0; i--)
    {
      int *one = &g_array_index (pool, int, i);
      int *two = &g_array_index (pool, int, patal_random_below (&part->random, i + 1)), kept = *one;

      *one = *two;
      *two = kept;
    }
  return pool;
}

/* Whoever has no start gets one; where not all can, as few people as can be stay out. */
static void
place_rest (SchedulePart *part, guint64 steps)
{
  g_autoptr (GArray) pool = pool_of (part);

  schedule_part_allow_all_days (part);
  if (pool->len > 0 && !schedule_part_chain (part, pool, steps))
    schedule_part_fill (part, steps);
  else
    schedule_part_settle (part);
}

/* The team that it had teaches it, in whatever order it stands. */
static gboolean
has_old_team (const PatalTimetable *table, const PatalSchedule *old, int batch)
{
  int n = patal_timetable_module (table, batch)->team;

  for (int k = 0; k < n; k++)
    {
      gboolean found = FALSE;

      for (int i = 0; i < n; i++)
        found |= table->team[(gsize) batch * table->room + i] == old->team[(gsize) batch * old->room + k];
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* To its old day, with its old team where it can be had. FALSE: all is as before. */
static gboolean
take_back (PatalTimetable *table, const PatalSchedule *old, int batch, int *team)
{
  int now = table->start[batch], found;
  gsize n = patal_timetable_module (table, batch)->team * sizeof (int);
  g_autofree int *was = g_memdup2 (table->team + (gsize) batch * table->room, MAX (n, 1));
  gboolean back;

  patal_timetable_lift (table, batch);
  back = day_is_free (table, old, batch);
  if (back && team_is_free (table, old, batch))
    memcpy (team, old->team + (gsize) batch * old->room, n);
  else /* on its day already, it gains nothing by a third team */
    back = back && now != old->start[batch]
           && patal_timetable_choose (table, batch, old->start[batch], team, &found);
  patal_timetable_place (table, batch, back ? old->start[batch] : now, back ? team : was);
  return back;
}

/* Who moved, or has another team, goes back where the way is free by now. */
static void
go_back (SchedulePart *part, const PatalSchedule *old)
{
  PatalTimetable *table = part->table;
  g_autofree int *team = g_new (int, MAX (table->room, 1));
  gboolean again = TRUE;

  while (again) /* who is back does not leave again, so this ends */
    {
      again = FALSE;
      for (int i = 0; i < part->n_batches; i++)
        {
          int b = part->batches[i];

          if (table->start[b] >= 0 && !part->fixed[b] && old->start[b] >= 0
              && (table->start[b] != old->start[b] || !has_old_team (table, old, b)))
            again |= take_back (table, old, b, team);
        }
    }
}

/* Heads without a date come first, then moves, then teams that change. */
typedef struct
{
  gint64 heads_without;
  int    moved, restaffed;
} Harm;

static Harm
harm_of (const SchedulePart *part, const PatalSchedule *old)
{
  const PatalTimetable *table = part->table;
  Harm harm = { 0 };

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i], start = table->start[b];

      harm.heads_without += start < 0 ? table->heads[patal_timetable_cluster (table, b)] : 0;
      harm.moved += start >= 0 && old->start[b] >= 0 && start != old->start[b];
      harm.restaffed += start >= 0 && start == old->start[b] && !has_old_team (table, old, b);
    }
  return harm;
}

static gboolean
is_worse (const Harm *a, const Harm *b)
{
  if (a->heads_without != b->heads_without)
    return a->heads_without > b->heads_without;
  return a->moved != b->moved ? a->moved > b->moved : a->restaffed > b->restaffed;
}

typedef enum
{
  REACH_NEAR, /* two others move at most */
  REACH_FAR,  /* where that does not help, as many as it takes */
} Reach;

/* All who moved lose their place and look for one again. */
static void
try_again (SchedulePart *part, const PatalSchedule *old, Reach reach, guint64 steps)
{
  PatalTimetable *table = part->table;
  g_autoptr (GArray) pool = NULL;

  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      if (!part->fixed[b] && table->start[b] >= 0 && table->start[b] != old->start[b])
        patal_timetable_lift (table, b);
    }
  pool = pool_of (part);
  if (!schedule_part_chain (part, pool, steps) && reach == REACH_FAR)
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
  int must = schedule_must_move (part->table, part->batches, part->n_batches, old->start, part->fixed);
  guint64 end = part->steps + TRY_SHARE * steps;

  keep_as_it_stands (part);
  for (int i = 0; i < TRIES && part->steps <= end && !schedule_part_is_stopped (part)
                  && (least.moved > must || least.restaffed > 0 || least.heads_without > 0);
       i++)
    {
      Harm harm;

      try_again (part, old, least.heads_without > 0 ? REACH_FAR : REACH_NEAR, steps);
      harm = harm_of (part, old);
      if (is_worse (&harm, &least))
        schedule_part_restore (part);
      else /* another way that is as good may lead to a better one */
        {
          least = harm;
          keep_as_it_stands (part);
        }
    }
}

void
schedule_part_replan (SchedulePart *part, const PatalSchedule *old, const guint8 *pinned, guint64 steps)
{
  int n_free = 0;

  part->home = old->start;
  place_again (part, old, pinned);
  staff_again (part, old);
  place_rest (part, steps);
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
  schedule_part_improve (part, steps * (guint64) MIN (STEPS_OF_ONE * n_free, part->n_batches)
                                   / (guint64) part->n_batches);
  schedule_part_shorten (part);
}
