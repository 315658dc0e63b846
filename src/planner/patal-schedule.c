/* patal-schedule.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-ends.h"
#include "patal-schedule.h"

static const char *const without_ids[PATAL_N_WITHOUTS] = {
  [PATAL_WITHOUT_NOT] = "",
  [PATAL_WITHOUT_WINDOW] = "WINDOW",
  [PATAL_WITHOUT_NO_TRAINER] = "NO_TRAINER",
  [PATAL_WITHOUT_PRED] = "PRED",
  [PATAL_WITHOUT_OVERLAP] = "OVERLAP",
  [PATAL_WITHOUT_VENUE] = "VENUE",
  [PATAL_WITHOUT_OFFICER] = "OFFICER",
  [PATAL_WITHOUT_FROZEN] = "FROZEN",
  [PATAL_WITHOUT_TRAINER_BUSY] = "TRAINER_BUSY",
};

const char *
patal_without_id (PatalWithout without)
{
  return without_ids[without];
}

PatalWithout
patal_without_of (const char *id)
{
  for (PatalWithout without = 0; id != NULL && without < PATAL_N_WITHOUTS; without++)
    if (g_str_equal (without_ids[without], id))
      return without;
  return PATAL_WITHOUT_NOT;
}

PatalSchedule *
patal_schedule_new (const PatalPlanData *data, const PatalClusters *clusters)
{
  PatalSchedule *self = g_new0 (PatalSchedule, 1);

  self->n = clusters->n * data->n_modules;
  for (int m = 0; m < data->n_modules; m++)
    self->room = MAX (self->room, data->modules[m].team);
  self->start = g_new (int, MAX (self->n, 1));
  self->team = g_new (int, MAX ((gsize) self->n * self->room, 1));
  self->without = g_new0 (PatalWithout, MAX (self->n, 1));
  for (int b = 0; b < self->n; b++)
    self->start[b] = -1;
  for (gsize i = 0; i < (gsize) self->n * self->room; i++)
    self->team[i] = -1;
  return self;
}

PatalSchedule *
patal_schedule_copy (const PatalSchedule *schedule)
{
  PatalSchedule *self = g_memdup2 (schedule, sizeof *schedule);

  self->start = g_memdup2 (schedule->start, MAX (self->n, 1) * sizeof (int));
  self->team = g_memdup2 (schedule->team, MAX ((gsize) self->n * self->room, 1) * sizeof (int));
  self->without = g_memdup2 (schedule->without, MAX (self->n, 1) * sizeof (PatalWithout));
  return self;
}

void
patal_schedule_free (PatalSchedule *self)
{
  if (self == NULL)
    return;
  g_free (self->start);
  g_free (self->team);
  g_free (self->without);
  g_free (self);
}

static gboolean
same_team (const PatalSchedule *a, const PatalSchedule *b, int batch)
{
  return memcmp (a->team + (gsize) batch * a->room, b->team + (gsize) batch * b->room, a->room * sizeof (int)) == 0;
}

static void
compare_old (PatalScheduleWorth *worth, const PatalSchedule *schedule, const PatalSchedule *old)
{
  for (int b = 0; b < schedule->n; b++)
    {
      if (old->start[b] < 0 || schedule->start[b] < 0)
        continue;
      worth->moved += schedule->start[b] != old->start[b];
      worth->restaffed += schedule->start[b] == old->start[b] && !same_team (schedule, old, b);
      worth->shifted_days += ABS (schedule->start[b] - old->start[b]);
    }
}

/* (transfer full): the last training day of each block, or -1. */
static int *
ends_of_blocks (const PatalPlanData *data, const PatalClusters *clusters, const PatalSchedule *schedule)
{
  int *ends = g_new (int, MAX (data->n_blocks, 1));
  g_autofree int *last = g_new (int, MAX (clusters->n, 1)); /* of each cluster */

  for (int b = 0; b < data->n_blocks; b++)
    ends[b] = -1;
  for (int c = 0; c < clusters->n; c++)
    last[c] = schedule_last_day (data, schedule->start, c);
  for (int u = 0; u < data->n_units; u++)
    if (clusters->cluster[u] >= 0)
      ends[data->units[u].block] = MAX (ends[data->units[u].block], last[clusters->cluster[u]]);
  return ends;
}

PatalScheduleWorth
patal_schedule_worth (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters, const PatalSchedule *schedule,
                      const PatalSchedule *old)
{
  const PatalPlanData *data = map->data;
  PatalScheduleWorth worth = { 0 };
  g_autofree int *ends = ends_of_blocks (data, clusters, schedule);
  g_autofree int *makespan = g_new0 (int, MAX (data->n_districts, 1));

  for (int u = 0; u < data->n_units; u++)
    for (int m = 0; m < data->n_modules && clusters->cluster[u] >= 0; m++)
      if (schedule->start[clusters->cluster[u] * data->n_modules + m] < 0)
        worth.heads_without += data->units[u].heads;
  for (int b = 0; b < schedule->n; b++)
    for (int i = 0; i < schedule->room && schedule->start[b] >= 0; i++)
      {
        int trainer = schedule->team[(gsize) b * schedule->room + i];

        if (trainer >= 0)
          worth.travel_metres += 2 * (gint64) patal_plan_map_trainer_to_venue (map, trainer, clusters->venue[b / data->n_modules]);
      }
  for (int b = 0; b < data->n_blocks; b++)
    {
      int block_days = schedule_block_days (days, b, ends[b]);

      worth.block_days += block_days;
      worth.makespan_days += schedule_longer (&makespan[data->blocks[b].district], block_days);
    }
  if (old != NULL)
    compare_old (&worth, schedule, old);
  return worth;
}
