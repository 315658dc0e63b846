/* patal-schedule-part.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-ends.h"
#include "patal-schedule-pace.h"
#include "patal-schedule-part.h"

void
part_room_init (PartRoom *self, const PatalTimetable *table)
{
  self->late = g_new (int, MAX (table->n_batches, 1));
  self->fixed = g_new0 (guint8, MAX (table->n_batches, 1));
  self->ends = g_new (int, MAX (table->data->n_blocks, 1));
  self->makespans = g_new (int, MAX (table->data->n_districts, 1));
  self->paced = pace_find_blocks (table);
  for (int b = 0; b < table->n_batches; b++)
    self->late[b] = table->n_days - 1;
}

void
part_room_clear (PartRoom *self)
{
  g_free (self->late);
  g_free (self->fixed);
  g_free (self->ends);
  g_free (self->makespans);
  g_free (self->paced);
}

static int
root_of (int *joined, int district)
{
  while (joined[district] != district)
    district = joined[district] = joined[joined[district]];
  return district;
}

static int *
join_districts (const PatalPlanData *data)
{
  int *joined = g_new (int, MAX (data->n_districts, 1));
  g_autofree int *of_officer = g_new (int, MAX (data->n_officers, 1));

  for (int d = 0; d < data->n_districts; d++)
    joined[d] = data->rules.trainer_scope == PATAL_PLAN_STATE ? 0 : d;
  for (int o = 0; o < data->n_officers; o++)
    of_officer[o] = -1;
  for (int b = 0; b < data->n_blocks; b++)
    {
      const PatalPlanBlock *block = &data->blocks[b];

      if (block->officer < 0 || block->attend == PATAL_ATTEND_NONE)
        continue;
      if (of_officer[block->officer] < 0)
        of_officer[block->officer] = block->district;
      joined[root_of (joined, block->district)] = root_of (joined, of_officer[block->officer]);
    }
  return joined;
}

static void
part_free (gpointer data)
{
  SchedulePart *self = data;

  g_array_unref (self->blocks);
  g_array_unref (self->clusters);
  g_free (self->batches);
  g_free (self->start);
  g_free (self->team);
  g_free (self);
}

static SchedulePart *
part_new (PatalTimetable *table, const PartRoom *room, GCancellable *cancellable)
{
  SchedulePart *self = g_new0 (SchedulePart, 1);

  self->table = table;
  self->late = room->late;
  self->fixed = room->fixed;
  self->ends = room->ends;
  self->makespans = room->makespans;
  self->paced = room->paced;
  self->cancellable = cancellable;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (int));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (int));
  self->best.heads_without = G_MAXINT64;
  return self;
}

static void
add_cluster (SchedulePart *self, int c)
{
  g_array_append_val (self->clusters, c);
}

static void
list_batches (SchedulePart *self)
{
  int n_modules = self->table->n_modules;

  self->n_batches = (int) self->clusters->len * n_modules;
  self->batches = g_new (int, MAX (self->n_batches, 1));
  self->start = g_new (int, MAX (self->n_batches, 1));
  self->team = g_new (int, MAX ((gsize) self->n_batches * self->table->room, 1));
  for (int i = 0; i < self->n_batches; i++)
    self->batches[i] = g_array_index (self->clusters, int, i / n_modules) * n_modules + i % n_modules;
}

GPtrArray *
schedule_parts_new (PatalTimetable *table, const PartRoom *room, GCancellable *cancellable, guint64 seed)
{
  const PatalPlanData *data = table->data;
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autofree int *joined = join_districts (data);
  g_autofree SchedulePart **of_district = g_new0 (SchedulePart *, MAX (data->n_districts, 1));

  for (int d = 0; d < data->n_districts; d++)
    if (root_of (joined, d) == d)
      {
        of_district[d] = part_new (table, room, cancellable);
        patal_random_seed (&of_district[d]->random, seed, (guint64) d);
        g_ptr_array_add (parts, of_district[d]);
      }
  for (int b = 0; b < data->n_blocks; b++)
    g_array_append_val (of_district[root_of (joined, data->blocks[b].district)]->blocks, b);
  for (int c = 0; c < table->n_clusters; c++)
    add_cluster (of_district[root_of (joined, data->blocks[table->block_of_cluster[c]].district)], c);
  for (guint i = 0; i < parts->len; i++)
    list_batches (g_ptr_array_index (parts, i));
  return parts;
}

void
schedule_part_ends (SchedulePart *self)
{
  const PatalTimetable *table = self->table;

  for (guint i = 0; i < self->blocks->len; i++)
    self->ends[g_array_index (self->blocks, int, i)] = -1;
  for (guint i = 0; i < self->clusters->len; i++)
    {
      int c = g_array_index (self->clusters, int, i), last = schedule_last_day (table->data, table->start, c);

      for (guint h = 0; h < table->home_blocks[c]->len; h++)
        {
          int *end = &self->ends[g_array_index (table->home_blocks[c], int, h)];

          *end = MAX (*end, last);
        }
    }
}

void
schedule_part_allow_all_days (SchedulePart *self)
{
  for (int i = 0; i < self->n_batches; i++)
    self->late[self->batches[i]] = self->table->n_days - 1;
}

static gint64
travel (const SchedulePart *self, int batch)
{
  const int *team = self->table->team + (gsize) batch * self->table->room;
  gint64 metres = 0;

  for (int i = 0; i < patal_timetable_module (self->table, batch)->team; i++)
    metres += 2 * (gint64) MAX (patal_timetable_metres (self->table, batch, team[i]), 0);
  return metres;
}

static gint64
travel_of_all (const SchedulePart *self)
{
  gint64 metres = 0;

  for (int i = 0; i < self->n_batches; i++)
    metres += self->table->start[self->batches[i]] >= 0 ? travel (self, self->batches[i]) : 0;
  return metres;
}

PartWorth
schedule_part_worth (SchedulePart *self)
{
  const PatalTimetable *table = self->table;
  PartWorth worth = { 0 };

  for (int i = 0; i < self->n_batches; i++)
    if (table->start[self->batches[i]] < 0)
      worth.heads_without += table->heads[patal_timetable_cluster (table, self->batches[i])];
  schedule_part_ends (self);
  for (guint i = 0; i < self->blocks->len; i++)
    self->makespans[table->data->blocks[g_array_index (self->blocks, int, i)].district] = 0;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int block = g_array_index (self->blocks, int, i);
      int days = schedule_block_days (table->days, block, self->ends[block]);

      worth.block_days += days;
      worth.makespan_days += schedule_longer (&self->makespans[table->data->blocks[block].district], days);
    }
  return worth;
}

static int
compare (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

int
schedule_part_compare (const PartWorth *a, const PartWorth *b)
{
  if (a->heads_without != b->heads_without)
    return compare (a->heads_without, b->heads_without);
  if (a->makespan_days != b->makespan_days)
    return compare (a->makespan_days, b->makespan_days);
  return compare (a->block_days, b->block_days);
}

void
schedule_part_keep (SchedulePart *self)
{
  const PatalTimetable *table = self->table;
  PartWorth worth = schedule_part_worth (self);
  int order = schedule_part_compare (&worth, &self->best);

  if (order > 0)
    return;
  worth.travel_metres = travel_of_all (self);
  if (order == 0 && worth.travel_metres >= self->best.travel_metres)
    return;
  self->best = worth;
  for (int i = 0; i < self->n_batches; i++)
    {
      self->start[i] = table->start[self->batches[i]];
      memcpy (self->team + (gsize) i * table->room, table->team + (gsize) self->batches[i] * table->room, table->room * sizeof (int));
    }
}

void
schedule_part_empty (SchedulePart *self)
{
  for (int i = 0; i < self->n_batches; i++)
    if (self->table->start[self->batches[i]] >= 0 && !self->fixed[self->batches[i]])
      patal_timetable_lift (self->table, self->batches[i]);
}

/* Batch @i stands in the table as in the best. */
static gboolean
is_as_best (const SchedulePart *self, int i)
{
  const PatalTimetable *table = self->table;
  int batch = self->batches[i];

  return table->start[batch] == self->start[i]
         && (self->start[i] < 0
             || memcmp (table->team + (gsize) batch * table->room, self->team + (gsize) i * table->room,
                        patal_timetable_module (table, batch)->team * sizeof (int)) == 0);
}

void
schedule_part_restore (SchedulePart *self)
{
  for (int i = 0; i < self->n_batches; i++)
    if (self->table->start[self->batches[i]] >= 0 && !self->fixed[self->batches[i]] && !is_as_best (self, i))
      patal_timetable_lift (self->table, self->batches[i]);
  for (int i = 0; i < self->n_batches; i++)
    if (self->start[i] >= 0 && !self->fixed[self->batches[i]] && self->table->start[self->batches[i]] < 0)
      patal_timetable_place (self->table, self->batches[i], self->start[i], self->team + (gsize) i * self->table->room);
}
