/* patal-schedule-fill.c: as many people as possible get a date
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-part.h"

#define TRIES 20

/* Rule H13: a module without those before it is none. */
static void
lift_orphans (SchedulePart *self)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (int i = 0; i < self->n_batches; i++)
        {
          int b = self->batches[i];

          if (self->table->start[b] < 0 || self->fixed[b] || !patal_timetable_waits (self->table, b))
            continue;
          patal_timetable_lift (self->table, b);
          again = TRUE;
        }
    }
}

/* Rule H14: nothing that could be put in anywhere stays out. */
static void
put_in (SchedulePart *self)
{
  PatalTimetable *table = self->table;
  g_autofree int *team = g_new (int, MAX (table->room, 1));
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (int i = 0; i < self->n_batches; i++)
        {
          int b = self->batches[i], found;

          for (int day = 0; day < table->n_days && table->start[b] < 0 && !patal_timetable_waits (table, b); day++)
            if (patal_days_has (table->starts + (gsize) b * table->days->n_words, day) && patal_timetable_fits (table, b, day)
                && patal_timetable_choose (table, b, day, team, &found))
              {
                patal_timetable_place (table, b, day, team);
                again = TRUE;
              }
        }
    }
}

void
schedule_part_settle (SchedulePart *self)
{
  lift_orphans (self);
  put_in (self);
}

static void
list_without (const SchedulePart *self, GArray *pool)
{
  g_array_set_size (pool, 0);
  for (int i = 0; i < self->n_batches; i++)
    if (self->table->start[self->batches[i]] < 0)
      g_array_append_val (pool, self->batches[i]);
}

/* Where not all find a place it matters who stays out, so it is tried several times. */
void
schedule_part_fill (SchedulePart *self, guint64 steps)
{
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (int));
  guint64 end = self->steps + steps;

  schedule_part_allow_all_days (self);
  list_without (self, pool);
  do
    {
      if (pool->len > 0 && self->steps < end)
        {
          guint64 share = 1 + patal_random_next (&self->random) % (2 * steps / TRIES + 1); /* two that turn each other out take odd turns too */

          schedule_part_squeeze (self, pool, MIN (share, end - self->steps));
        }
      schedule_part_settle (self);
      schedule_part_keep (self);
      list_without (self, pool);
    }
  while (pool->len > 0 && self->steps < end && !schedule_part_is_stopped (self));
  schedule_part_restore (self);
}
