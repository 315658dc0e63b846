/* patal-schedule-improve.c: earlier ends of districts, then of blocks
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-part.h"

#define TRY_MAKESPAN 20000
#define TRY_BLOCK    1000
#define MOST_EARLIER 12   /* days that are asked for at once */

/* The last day of each batch becomes that of its blocks; those that end later lose their place and wait in @pool. FALSE: one of them must stay. */
static gboolean
set_late (SchedulePart *self, const int *late_of_block, GArray *pool)
{
  PatalTimetable *table = self->table;

  g_array_set_size (pool, 0);
  for (int i = 0; i < self->n_batches; i++)
    {
      int b = self->batches[i], c = patal_timetable_cluster (table, b);

      self->late[b] = table->n_days - 1;
      for (guint h = 0; h < table->home_blocks[c]->len; h++)
        self->late[b] = MIN (self->late[b], late_of_block[g_array_index (table->home_blocks[c], int, h)]);
      if (table->start[b] < 0 || table->start[b] + patal_timetable_module (table, b)->days - 1 <= self->late[b])
        continue;
      if (self->fixed[b])
        return FALSE;
      patal_timetable_lift (table, b);
      g_array_append_val (pool, b);
    }
  return TRUE;
}

static int *
ends (const SchedulePart *self)
{
  int *end = g_new (int, self->table->data->n_blocks);

  for (guint i = 0; i < self->blocks->len; i++)
    end[g_array_index (self->blocks, int, i)] = schedule_part_end (self, g_array_index (self->blocks, int, i));
  return end;
}

/* All blocks of @district end before its last day. */
static gboolean
try_makespan (SchedulePart *self, int district, guint64 steps)
{
  const PatalPlanData *data = self->table->data;
  g_autofree int *end = ends (self);
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (int));
  int most = -1;
  gboolean done;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      int b = g_array_index (self->blocks, int, i);

      if (data->blocks[b].district == district)
        most = MAX (most, end[b] - (self->table->days->window[b].from - self->table->days->first));
    }
  if (most < 0)
    return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int b = g_array_index (self->blocks, int, i);

      end[b] = data->blocks[b].district == district ? most - 1 + (self->table->days->window[b].from - self->table->days->first) : self->table->n_days - 1;
    }
  done = set_late (self, end, pool) && schedule_part_squeeze (self, pool, steps);
  if (done)
    schedule_part_keep (self);
  schedule_part_restore (self);
  return done;
}

/* A block by lot among those that end later than they must, the more probably the more. -1: none does. */
static int
draw_block (SchedulePart *self, const int *end, const int *bound)
{
  int sum = 0, drawn;

  for (guint i = 0; i < self->blocks->len; i++)
    sum += MAX (end[g_array_index (self->blocks, int, i)] - bound[g_array_index (self->blocks, int, i)], 0);
  if (sum == 0)
    return -1;
  drawn = patal_random_below (&self->random, sum);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int b = g_array_index (self->blocks, int, i);

      drawn -= MAX (end[b] - bound[b], 0);
      if (drawn < 0)
        return b;
    }
  return -1;
}

/* One block ends some days earlier, no other later, or one of them by less. */
static void
try_block (SchedulePart *self, const int *bound, guint64 steps)
{
  g_autofree int *end = ends (self);
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (int));
  int block = draw_block (self, end, bound), earlier;
  int other = g_array_index (self->blocks, int, patal_random_below (&self->random, (int) self->blocks->len));

  if (block < 0)
    return;
  earlier = 1 + patal_random_below (&self->random, MIN (end[block] - bound[block], MOST_EARLIER));
  end[block] -= earlier;
  if (other != block && end[other] >= 0)
    end[other] += patal_random_below (&self->random, earlier);
  if (set_late (self, end, pool) && schedule_part_squeeze (self, pool, steps))
    schedule_part_keep (self);
  schedule_part_restore (self);
}

void
schedule_part_improve (SchedulePart *self, guint64 steps)
{
  guint64 end = self->steps + steps;
  gboolean better = TRUE;
  g_autofree int *bound = schedule_part_block_bounds (self);

  if (self->n_batches == 0)
    return;
  while (self->steps < end && better)
    {
      better = FALSE;
      for (guint i = 0; i < self->blocks->len && self->steps < end; i++)
        {
          int district = self->table->data->blocks[g_array_index (self->blocks, int, i)].district;

          if (i == 0 || district != self->table->data->blocks[g_array_index (self->blocks, int, i - 1)].district)
            better |= try_makespan (self, district, MIN (TRY_MAKESPAN, end - self->steps));
        }
    }
  while (self->steps < end)
    {
      guint64 before = self->steps;

      try_block (self, bound, MIN (TRY_BLOCK, end - self->steps));
      if (self->steps == before)
        self->steps++; /* nothing had to move: it is not for nothing, or this would not end */
    }
}
