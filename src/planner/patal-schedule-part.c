/* patal-schedule-part.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-part.h"

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
schedule_parts_new (PatalTimetable *table, int *late, guint8 *fixed, guint64 seed)
{
  const PatalPlanData *data = table->data;
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autofree int *joined = join_districts (data);
  g_autofree SchedulePart **of_district = g_new0 (SchedulePart *, MAX (data->n_districts, 1));

  for (int d = 0; d < data->n_districts; d++)
    if (root_of (joined, d) == d)
      {
        of_district[d] = g_new0 (SchedulePart, 1);
        of_district[d]->table = table;
        of_district[d]->late = late;
        of_district[d]->fixed = fixed;
        of_district[d]->blocks = g_array_new (FALSE, FALSE, sizeof (int));
        of_district[d]->clusters = g_array_new (FALSE, FALSE, sizeof (int));
        of_district[d]->best.heads_without = G_MAXINT64;
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

int
schedule_part_end (const SchedulePart *self, int block)
{
  const PatalTimetable *table = self->table;
  int end = -1;

  for (int i = 0; i < self->n_batches; i++)
    {
      int b = self->batches[i], c = patal_timetable_cluster (table, b);

      if (table->start[b] < 0 || table->start[b] + patal_timetable_module (table, b)->days - 1 <= end)
        continue;
      for (guint h = 0; h < table->home_blocks[c]->len; h++)
        if (g_array_index (table->home_blocks[c], int, h) == block)
          end = table->start[b] + patal_timetable_module (table, b)->days - 1;
    }
  return end;
}

static gint64
travel (const SchedulePart *self, int batch)
{
  const PatalBench *bench = patal_timetable_bench (self->table, batch);
  gint64 metres = 0;

  for (int i = 0; i < patal_timetable_module (self->table, batch)->team; i++)
    {
      int seat = patal_bench_seat (bench, self->table->team[(gsize) batch * self->table->room + i]);

      metres += seat >= 0 ? 2 * (gint64) bench->metres[seat] : 0;
    }
  return metres;
}

PartWorth
schedule_part_worth (const SchedulePart *self)
{
  const PatalTimetable *table = self->table;
  const PatalPlanData *data = table->data;
  PartWorth worth = { 0 };
  g_autofree int *ends = g_new0 (int, data->n_blocks);
  g_autofree int *makespan = g_new0 (int, data->n_districts);

  for (int i = 0; i < self->n_batches; i++)
    {
      int b = self->batches[i], c = patal_timetable_cluster (table, b);

      if (table->start[b] < 0)
        {
          worth.heads_without += table->heads[c];
          continue;
        }
      worth.travel_metres += travel (self, b);
      for (guint h = 0; h < table->home_blocks[c]->len; h++)
        {
          int block = g_array_index (table->home_blocks[c], int, h);
          int end = table->start[b] + patal_timetable_module (table, b)->days - 1 + table->days->first - table->days->window[block].from + 1;

          ends[block] = MAX (ends[block], end);
        }
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int block = g_array_index (self->blocks, int, i), district = data->blocks[block].district;

      worth.block_days += ends[block];
      makespan[district] = MAX (makespan[district], ends[block]);
    }
  for (int d = 0; d < data->n_districts; d++)
    worth.makespan_days += makespan[d];
  return worth;
}

static gboolean
is_better (const PartWorth *a, const PartWorth *b)
{
  if (a->heads_without != b->heads_without)
    return a->heads_without < b->heads_without;
  if (a->makespan_days != b->makespan_days)
    return a->makespan_days < b->makespan_days;
  if (a->block_days != b->block_days)
    return a->block_days < b->block_days;
  return a->travel_metres < b->travel_metres;
}

void
schedule_part_keep (SchedulePart *self)
{
  const PatalTimetable *table = self->table;
  PartWorth worth = schedule_part_worth (self);

  if (!is_better (&worth, &self->best))
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

void
schedule_part_restore (SchedulePart *self)
{
  schedule_part_empty (self);
  for (int i = 0; i < self->n_batches; i++)
    if (self->start[i] >= 0 && !self->fixed[self->batches[i]])
      patal_timetable_place (self->table, self->batches[i], self->start[i], self->team + (gsize) i * self->table->room);
}
