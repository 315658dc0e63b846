/* patal-schedule-improve.c: earlier ends of districts, then of blocks
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-ends.h"
#include "patal-schedule-part.h"

#define TRY_MAKESPAN 20000
#define TRY_BLOCK    1000
#define SHORTER      6    /* tries are of that many steps, or a half, a quarter …: so many kinds */
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

/* (transfer full): of each block of the part. */
static int *
ends (SchedulePart *self)
{
  int *end = g_new (int, self->table->data->n_blocks);

  schedule_part_ends (self);
  for (guint i = 0; i < self->blocks->len; i++) /* the others may be another thread's */
    end[g_array_index (self->blocks, int, i)] = self->ends[g_array_index (self->blocks, int, i)];
  return end;
}

/* All blocks of @district end before its last day. */
static gboolean
try_makespan (SchedulePart *self, int district, const int *bound, guint64 steps)
{
  const PatalPlanData *data = self->table->data;
  g_autofree int *end = ends (self);
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (int));
  int most = -1, least = -1;
  gboolean done;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      int b = g_array_index (self->blocks, int, i);

      if (data->blocks[b].district != district)
        continue;
      most = MAX (most, schedule_block_days (self->table->days, b, end[b]));
      least = MAX (least, schedule_block_days (self->table->days, b, bound[b]));
    }
  if (most <= least)
    return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int b = g_array_index (self->blocks, int, i);

      end[b] = self->table->n_days - 1;
      if (data->blocks[b].district == district)
        end[b] = most - 2 + self->table->days->window[b].from - self->table->days->first; /* @most is from 1 on */
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

/* No block ends before those who stay. */
static void
raise_to_fixed (const SchedulePart *self, int *bound)
{
  const PatalTimetable *table = self->table;

  for (int i = 0; i < self->n_batches; i++)
    {
      int b = self->batches[i], c = patal_timetable_cluster (table, b);

      for (guint h = 0; h < table->home_blocks[c]->len && self->fixed[b] && table->start[b] >= 0; h++)
        {
          int *least = &bound[g_array_index (table->home_blocks[c], int, h)];

          *least = MAX (*least, table->start[b] + patal_timetable_module (table, b)->days - 1);
        }
    }
}

void
schedule_part_improve (SchedulePart *self, guint64 steps)
{
  guint64 end = self->steps + steps;
  gboolean better = TRUE;
  g_autofree int *bound = NULL;

  if (self->n_batches == 0 || steps == 0)
    return;
  bound = schedule_part_block_bounds (self);
  raise_to_fixed (self, bound);
  while (self->steps < end && better && !schedule_part_is_stopped (self))
    {
      better = FALSE;
      for (guint i = 0; i < self->blocks->len && self->steps < end; i++)
        {
          int district = self->table->data->blocks[g_array_index (self->blocks, int, i)].district;

          if (i == 0 || district != self->table->data->blocks[g_array_index (self->blocks, int, i - 1)].district)
            better |= try_makespan (self, district, bound, MIN ((guint64) TRY_MAKESPAN, steps / 4));
        }
    }
  while (self->steps < end && !schedule_part_is_stopped (self))
    {
      guint64 before = self->steps, most = (guint64) TRY_BLOCK >> patal_random_below (&self->random, SHORTER);

      try_block (self, bound, MIN (most, end - self->steps));
      if (self->steps == before)
        self->steps++; /* nothing had to move: it is not for nothing, or this would not end */
    }
}
