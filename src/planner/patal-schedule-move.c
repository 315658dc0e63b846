/* patal-schedule-move.c: what a plan is worth while it is dragged
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-move-private.h"

/* --- Set up --- */

static GArray **
lists_new (int n)
{
  GArray **lists = g_new (GArray *, MAX (n, 1));

  for (int i = 0; i < n; i++)
    lists[i] = g_array_new (FALSE, FALSE, sizeof (int));
  return lists;
}

static void
lists_free (GArray **lists, int n)
{
  for (int i = 0; i < n; i++)
    g_array_unref (lists[i]);
  g_free (lists);
}

static void
list_remove (GArray *list, int value)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, int, i) == value)
      {
        g_array_remove_index_fast (list, i);
        return;
      }
}

static gboolean
list_has (const GArray *list, int value)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, int, i) == value)
      return TRUE;
  return FALSE;
}

static void
gather_units (PatalMover *self)
{
  int n_words = self->days->n_words;

  for (gsize i = 0; i < (gsize) self->clusters->n * n_words; i++)
    self->free[i] = G_MAXUINT64;
  for (int u = 0; u < self->data->n_units; u++)
    {
      int c = self->clusters->cluster[u], block = self->data->units[u].block;

      if (c < 0)
        {
          if (self->data->units[u].heads > 0)
            g_array_append_val (self->left[block], u);
          continue;
        }
      self->heads[c] += self->data->units[u].heads;
      g_array_append_val (self->units[c], u);
      if (!list_has (self->homes[c], block))
        g_array_append_val (self->homes[c], block);
      for (int w = 0; w < n_words; w++)
        self->free[(gsize) c * n_words + w] &= patal_plan_days_of (self->days, self->days->units, u)[w]
                                              & patal_plan_days_of (self->days, self->days->blocks, block)[w];
    }
}

int
mover_officer (const PatalMover *self, int batch, int venue, int *n)
{
  const PatalPlanBlock *block = &self->data->blocks[self->data->venues[venue].block];

  *n = block->attend == PATAL_ATTEND_ALL ? mover_length (self, batch) : 1;
  return block->attend == PATAL_ATTEND_NONE ? -1 : block->officer;
}

static gint64
travel_of (const PatalMover *self, const int *team, int venue)
{
  gint64 metres = 0;

  for (int i = 0; i < self->schedule->room; i++)
    if (team[i] >= 0)
      metres += 2 * (gint64) patal_plan_map_trainer_to_venue (self->map, team[i], venue);
  return metres;
}

static ClusterWorth
worth_of_cluster (const PatalMover *self, int cluster, int venue)
{
  ClusterWorth worth = { 0 };

  for (guint i = 0; i < self->units[cluster]->len; i++)
    {
      int u = g_array_index (self->units[cluster], int, i),
          metres = patal_plan_map_unit_to_venue (self->map, u, venue);

      worth.person_metres
          += self->data->units[u].heads
             * (metres + (gint64) self->data->venues[venue].rank * self->data->rules.rank_metres);
      if (patal_plan_map_is_known (self->map, u, venue))
        worth.farthest_metres = MAX (worth.farthest_metres, metres);
    }
  return worth;
}

static const int *
team_of (const PatalMover *self, int batch)
{
  return self->schedule->team + (gsize) batch * self->schedule->room;
}

/* @batch has a date, and stands among those who are asked about. */
static void
note (PatalMover *self, int batch)
{
  int c = batch / self->n_modules, end = self->schedule->start[batch] + mover_length (self, batch) - 1, n;
  int officer = mover_officer (self, batch, self->venue[c], &n);

  for (int i = 0; i < self->schedule->room; i++)
    if (team_of (self, batch)[i] >= 0)
      g_array_append_val (self->of_trainer[team_of (self, batch)[i]], batch);
  if (officer >= 0)
    g_array_append_val (self->of_officer[officer], batch);
  for (guint i = 0; i < self->homes[c]->len; i++)
    {
      int block = g_array_index (self->homes[c], int, i);

      self->n_ending[(gsize) block * self->n_ends + end]++;
      self->end[block] = MAX (self->end[block], end);
    }
  self->travel[batch] = travel_of (self, team_of (self, batch), self->venue[c]);
}

static void
unnote (PatalMover *self, int batch)
{
  int c = batch / self->n_modules, end = self->schedule->start[batch] + mover_length (self, batch) - 1, n;
  int officer = mover_officer (self, batch, self->venue[c], &n);

  for (int i = 0; i < self->schedule->room; i++)
    if (team_of (self, batch)[i] >= 0)
      list_remove (self->of_trainer[team_of (self, batch)[i]], batch);
  if (officer >= 0)
    list_remove (self->of_officer[officer], batch);
  for (guint i = 0; i < self->homes[c]->len; i++)
    {
      int block = g_array_index (self->homes[c], int, i);
      const int *ending = self->n_ending + (gsize) block * self->n_ends;

      self->n_ending[(gsize) block * self->n_ends + end]--;
      while (self->end[block] >= 0 && ending[self->end[block]] == 0)
        self->end[block]--;
    }
  self->travel[batch] = 0;
}

static void
make_room (PatalMover *self)
{
  const PatalPlanData *data = self->data;
  int n = self->clusters->n, longest = 1;

  for (int m = 0; m < data->n_modules; m++)
    longest = MAX (longest, data->modules[m].days);
  self->n_ends = self->days->n_days + longest;
  self->heads = g_new0 (int, MAX (n, 1));
  self->units = lists_new (n);
  self->homes = lists_new (n);
  self->free = g_new (guint64, MAX ((gsize) n * self->days->n_words, 1));
  self->left = lists_new (data->n_blocks);
  self->of_venue = lists_new (data->n_venues);
  self->of_trainer = lists_new (data->n_trainers);
  self->of_officer = lists_new (data->n_officers);
  self->travel = g_new0 (gint64, MAX (self->schedule->n, 1));
  self->cluster_worth = g_new (ClusterWorth, MAX (n, 1));
  self->n_ending = g_new0 (int, (gsize) data->n_blocks * self->n_ends);
  self->end = g_new (int, data->n_blocks);
  self->blocks_of_district = lists_new (data->n_districts);
  self->team = g_new (int, MAX (self->schedule->room, 1));
  self->outcome.breaks = g_array_new (FALSE, TRUE, sizeof (PatalBreak));
}

PatalMover *
patal_mover_new (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters,
                 const PatalSchedule *schedule, const PatalSchedule *old)
{
  PatalMover *self = g_new0 (PatalMover, 1);

  self->data = map->data;
  self->map = map;
  self->days = days;
  self->clusters = clusters;
  self->old = old;
  self->n_modules = map->data->n_modules;
  self->schedule = patal_schedule_copy (schedule);
  self->venue = g_memdup2 (clusters->venue, MAX (clusters->n, 1) * sizeof (int));
  self->worth = patal_schedule_worth (map, days, clusters, schedule, old);
  make_room (self);
  gather_units (self);
  for (int b = 0; b < self->data->n_blocks; b++)
    {
      self->end[b] = -1;
      g_array_append_val (self->blocks_of_district[self->data->blocks[b].district], b);
    }
  for (int c = 0; c < clusters->n; c++)
    {
      g_array_append_val (self->of_venue[self->venue[c]], c);
      self->cluster_worth[c] = worth_of_cluster (self, c, self->venue[c]);
      self->person_metres += self->cluster_worth[c].person_metres;
    }
  for (int b = 0; b < self->schedule->n; b++)
    if (self->schedule->start[b] >= 0)
      note (self, b);
  return self;
}

void
patal_mover_free (PatalMover *self)
{
  if (self == NULL)
    return;
  lists_free (self->units, self->clusters->n);
  lists_free (self->homes, self->clusters->n);
  lists_free (self->left, self->data->n_blocks);
  lists_free (self->of_venue, self->data->n_venues);
  lists_free (self->of_trainer, self->data->n_trainers);
  lists_free (self->of_officer, self->data->n_officers);
  lists_free (self->blocks_of_district, self->data->n_districts);
  patal_schedule_free (self->schedule);
  g_array_unref (self->outcome.breaks);
  g_free (self->venue);
  g_free (self->heads);
  g_free (self->free);
  g_free (self->travel);
  g_free (self->cluster_worth);
  g_free (self->n_ending);
  g_free (self->end);
  g_free (self->team);
  g_free (self);
}

/* --- What it is worth --- */

/* The last day of @block, were @cluster's batches as the move has them. */
static int
dragged_end (const Dragged *self, int block)
{
  const PatalMover *mover = self->mover;
  int batch = self->move->batch, length = mover_length (mover, batch), end = mover->end[block];
  int was = mover->schedule->start[batch] >= 0 ? mover->schedule->start[batch] + length - 1 : -1;
  const int *ending = mover->n_ending + (gsize) block * mover->n_ends;

  if (!list_has (mover->homes[self->cluster], block))
    return end;
  while (end >= 0 && ending[end] == (end == was))
    end--;
  return self->move->day >= 0 ? MAX (end, self->move->day + length - 1) : end;
}

/* C (b); 0: nothing is held. */
static int
days_until (const PatalMover *self, int block, int end)
{
  return end >= 0 ? MAX (end + self->days->first - self->days->window[block].from + 1, 0) : 0;
}

/* Adds to @worth what the ends of the cluster's blocks change. */
static void
add_ends (const Dragged *self, PatalScheduleWorth *worth)
{
  const PatalMover *mover = self->mover;
  const GArray *homes = mover->homes[self->cluster];

  for (guint i = 0; i < homes->len; i++)
    {
      int block = g_array_index (homes, int, i), district = mover->data->blocks[block].district, before = 0,
          after = 0;
      const GArray *blocks = mover->blocks_of_district[district];
      gboolean seen = FALSE; /* the district, with another block */

      worth->block_days += days_until (mover, block, dragged_end (self, block))
                           - days_until (mover, block, mover->end[block]);
      for (guint k = 0; k < i; k++)
        seen |= mover->data->blocks[g_array_index (homes, int, k)].district == district;
      for (guint k = 0; k < blocks->len && !seen; k++)
        {
          int b = g_array_index (blocks, int, k);

          before = MAX (before, days_until (mover, b, mover->end[b]));
          after = MAX (after, days_until (mover, b, dragged_end (self, b)));
        }
      worth->makespan_days += after - before;
    }
}

/* Adds what @batch, on @day with @team, is worth against the plan before; @sign takes it away. */
static void
add_changes (const PatalMover *self, PatalScheduleWorth *worth, int batch, int day, const int *team, int sign)
{
  const PatalSchedule *old = self->old;
  gboolean same
      = old != NULL && memcmp (team, old->team + (gsize) batch * old->room, old->room * sizeof (int)) == 0;

  if (old == NULL || old->start[batch] < 0 || day < 0)
    return;
  worth->moved += sign * (day != old->start[batch]);
  worth->restaffed += sign * (day == old->start[batch] && !same);
  worth->shifted_days += sign * ABS (day - old->start[batch]);
}

/* Metres of the trainers of the cluster's batches. */
static void
add_travel (const Dragged *self, PatalScheduleWorth *worth)
{
  const PatalMover *mover = self->mover;

  for (int b = self->first_batch; b < self->first_batch + mover->n_modules; b++)
    {
      gboolean moves = b == self->move->batch;

      if (!moves && !self->changes_venue)
        continue;
      worth->travel_metres -= mover->travel[b];
      if (dragged_start (self, b) >= 0)
        worth->travel_metres += travel_of (mover, moves ? mover->team : team_of (mover, b), self->venue);
    }
}

static PatalScheduleWorth
dragged_worth (const Dragged *self)
{
  const PatalMover *mover = self->mover;
  const PatalMove *move = self->move;
  int was = mover->schedule->start[move->batch];
  PatalScheduleWorth worth = mover->worth;

  worth.heads_without += mover->heads[self->cluster] * ((move->day < 0) - (was < 0));
  add_changes (mover, &worth, move->batch, was, team_of (mover, move->batch), -1);
  add_changes (mover, &worth, move->batch, move->day, mover->team, 1);
  add_travel (self, &worth);
  add_ends (self, &worth);
  return worth;
}

/* --- Questions --- */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static Dragged
drag (PatalMover *self, const PatalMove *move)
{
  int cluster = move->batch / self->n_modules, n = move->day >= 0 ? move->n_team : 0;
  int venue = move->venue >= 0 ? move->venue : self->venue[cluster];

  if (n > 0)
    memcpy (self->team, move->team, n * sizeof (int));
  qsort (self->team, n, sizeof (int), compare_ints);
  for (int i = n; i < self->schedule->room; i++)
    self->team[i] = -1;
  return (Dragged) { self, move, cluster, venue, cluster * self->n_modules, venue != self->venue[cluster] };
}

/* F1 and F2. */
static void
weigh_clusters (const Dragged *self, PatalMoveOutcome *outcome, gint64 person_metres)
{
  const PatalMover *mover = self->mover;
  ClusterWorth worth = self->changes_venue ? worth_of_cluster (mover, self->cluster, self->venue)
                                           : mover->cluster_worth[self->cluster];

  outcome->person_metres
      = person_metres + worth.person_metres - mover->cluster_worth[self->cluster].person_metres;
  outcome->farthest_metres = worth.farthest_metres;
  for (int c = 0; c < mover->clusters->n; c++)
    if (c != self->cluster)
      outcome->farthest_metres = MAX (outcome->farthest_metres, mover->cluster_worth[c].farthest_metres);
}

const PatalMoveOutcome *
patal_mover_ask (PatalMover *self, const PatalMove *move)
{
  Dragged dragged;

  g_return_val_if_fail (move->batch >= 0 && move->batch < self->schedule->n && move->day < self->days->n_days,
                        NULL);
  g_return_val_if_fail (
      move->venue < self->data->n_venues && move->n_team >= 0 && move->n_team <= self->schedule->room, NULL);

  dragged = drag (self, move);
  g_array_set_size (self->outcome.breaks, 0);
  dragged_find_breaks (&dragged, self->outcome.breaks);
  self->outcome.worth = dragged_worth (&dragged);
  weigh_clusters (&dragged, &self->outcome, self->person_metres);
  return &self->outcome;
}

/* The venue's clusters and officers change places; none of the cluster's batches is noted. */
static void
settle_at (PatalMover *self, int cluster, int venue)
{
  list_remove (self->of_venue[self->venue[cluster]], cluster);
  g_array_append_val (self->of_venue[venue], cluster);
  self->venue[cluster] = venue;
  self->cluster_worth[cluster] = worth_of_cluster (self, cluster, venue);
}

const PatalMoveOutcome *
patal_mover_make (PatalMover *self, const PatalMove *move)
{
  const PatalMoveOutcome *outcome = patal_mover_ask (self, move);
  Dragged dragged;

  g_return_val_if_fail (outcome != NULL, NULL);

  dragged = drag (self, move);
  for (int b = dragged.first_batch; b < dragged.first_batch + self->n_modules; b++)
    if (self->schedule->start[b] >= 0 && (b == move->batch || dragged.changes_venue))
      unnote (self, b);
  if (dragged.changes_venue)
    settle_at (self, dragged.cluster, dragged.venue);
  self->schedule->start[move->batch] = move->day;
  self->schedule->without[move->batch] = PATAL_WITHOUT_NOT;
  memcpy (self->schedule->team + (gsize) move->batch * self->schedule->room, self->team,
          self->schedule->room * sizeof (int));
  for (int b = dragged.first_batch; b < dragged.first_batch + self->n_modules; b++)
    if (self->schedule->start[b] >= 0 && (b == move->batch || dragged.changes_venue))
      note (self, b);
  self->worth = outcome->worth;
  self->person_metres = outcome->person_metres;
  return outcome;
}

const PatalSchedule *
patal_mover_schedule (const PatalMover *self)
{
  return self->schedule;
}

const int *
patal_mover_venues (const PatalMover *self)
{
  return self->venue;
}
