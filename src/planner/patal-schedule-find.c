/* patal-schedule-find.c: the parts of a plan, each on any thread
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pieces.h"
#include "patal-schedule-part.h"

typedef struct
{
  PatalTimetable      *table;
  GPtrArray           *parts;
  const PatalSchedule *from;   /* to go on from, or NULL */
  const PatalSchedule *old;    /* to re-plan, or NULL */
  const guint8        *pinned; /* with @old */
  guint64              steps;
  const PatalProgress *progress;
} Work;

#define FIRST_TURN 16 /* part of all steps; the two searches take turns, each twice as long as the one before */

static void
place_before (const Work *work, SchedulePart *part)
{
  for (int i = 0; i < part->n_batches; i++)
    {
      int b = part->batches[i];

      if (work->from->start[b] >= 0)
        patal_timetable_place (work->table, b, work->from->start[b], work->from->team + (gsize) b * work->from->room);
    }
  schedule_part_keep (part);
}

static void
search (Work *work, SchedulePart *part, guint64 steps)
{
  if (work->from != NULL)
    place_before (work, part);
  if (work->from == NULL)
    schedule_part_order (part, steps / 4);
  schedule_part_restore (part);
  schedule_part_fill (part, steps);
  for (guint64 turn = MAX (steps / FIRST_TURN, 1), left = steps; left > 0; left -= turn, turn *= 2)
    {
      turn = MIN (turn, left);
      schedule_part_improve (part, turn - turn / 2);
      schedule_part_order (part, turn / 2);
      schedule_part_restore (part);
    }
  if (steps > 0)
    schedule_part_shorten (part);
}

static void
solve_part (int i, gpointer data)
{
  Work *work = data;
  SchedulePart *part = g_ptr_array_index (work->parts, i);
  guint64 steps = work->steps * (guint64) part->n_batches;

  if (work->old != NULL)
    schedule_part_replan (part, work->old, work->pinned, steps);
  else
    search (work, part, steps);
  schedule_part_fill (part, 0); /* what moved since may have made room (rule H14) */
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static PatalSchedule *
take (const PatalTimetable *table, const PatalClusters *clusters)
{
  PatalSchedule *made = patal_schedule_new (table->data, clusters);

  for (int b = 0; b < made->n; b++)
    {
      int n = patal_timetable_module (table, b)->team;

      made->start[b] = table->start[b];
      if (table->start[b] < 0)
        {
          made->without[b] = schedule_reason (table, b);
          continue;
        }
      memcpy (made->team + (gsize) b * made->room, table->team + (gsize) b * table->room, n * sizeof (int));
      qsort (made->team + (gsize) b * made->room, n, sizeof (int), compare_ints);
    }
  return made;
}

static PatalSchedule *
run (Work *work, const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters, guint64 seed, int n_threads, GError **error)
{
  PatalTimetable table;
  PartRoom room;
  g_autoptr (GPtrArray) parts = NULL;
  PatalSchedule *made = NULL;

  patal_timetable_init (&table, map, days, clusters);
  work->table = &table;
  part_room_init (&room, &table);
  work->parts = parts
      = schedule_parts_new (&table, &room, work->progress != NULL ? work->progress->cancellable : NULL, seed);
  if (patal_pieces_run ((int) parts->len, n_threads, solve_part, work, work->progress, error))
    made = take (&table, clusters);
  part_room_clear (&room);
  patal_timetable_clear (&table);
  return made;
}

PatalSchedule *
patal_schedule_find (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters, const PatalSchedule *from, guint64 seed,
                     guint64 steps, int n_threads, const PatalProgress *progress, GError **error)
{
  Work work = { .from = from, .steps = steps, .progress = progress };

  return run (&work, map, days, clusters, seed + (from != NULL), n_threads, error);
}

PatalSchedule *
patal_schedule_replan (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters, const PatalSchedule *old,
                       const guint8 *pinned, guint64 seed, guint64 steps, int n_threads, const PatalProgress *progress, GError **error)
{
  Work work = { .old = old, .pinned = pinned, .steps = steps, .progress = progress };

  return run (&work, map, days, clusters, seed, n_threads, error);
}
