/* patal-schedule-eject.c: batches without a place get one, and those in their way are lifted in turn
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ejection pool with penalty counters that Nagata and Bräysy (2009) use to save vehicles: who waits places itself where those in its way have
 * been lifted least often; each time a batch finds no free place it grows heavier. Between, batches change places by lot, so that the same state
 * does not return. */
#include "patal-schedule-squeeze.h"

#define MOVED_LAST  50  /* times as heavy: a batch that stands where it should stay */
#define SHAKES      4   /* batches that change places by lot, for each that was forced in */

void
squeeze_init (Squeeze *self, SchedulePart *part)
{
  *self = (Squeeze) { .part = part, .table = part->table };
  self->weight = g_new (int, MAX (part->table->n_batches, 1));
  self->team = g_new (int, MAX (part->table->room, 1));
}

void
squeeze_clear (Squeeze *self)
{
  g_free (self->weight);
  g_free (self->team);
  g_clear_pointer (&self->trail, g_array_unref);
  g_clear_pointer (&self->teams, g_array_unref);
}

static void
leave_footprint (Squeeze *self, int batch)
{
  Footprint footprint = { batch, self->table->start[batch] };

  if (self->trail == NULL)
    return;
  g_array_append_val (self->trail, footprint);
  g_array_append_vals (self->teams, self->table->team + (gsize) batch * self->table->room, self->table->room);
}

void
squeeze_lift (Squeeze *self, int batch)
{
  leave_footprint (self, batch);
  patal_timetable_lift (self->table, batch);
}

void
squeeze_place (Squeeze *self, int batch, int day, const int *team)
{
  leave_footprint (self, batch);
  patal_timetable_place (self->table, batch, day, team);
}

void
squeeze_undo (Squeeze *self, guint length)
{
  for (guint i = self->trail->len; i > length; i--)
    {
      Footprint footprint = g_array_index (self->trail, Footprint, i - 1);

      if (footprint.start < 0)
        patal_timetable_lift (self->table, footprint.batch);
      else
        patal_timetable_place (self->table, footprint.batch, footprint.start,
                               &g_array_index (self->teams, int, (i - 1) * self->table->room));
    }
  g_array_set_size (self->trail, length);
  g_array_set_size (self->teams, length * self->table->room);
}

gboolean
squeeze_may_start (const Squeeze *self, int batch, int day)
{
  return patal_days_has (self->table->starts + (gsize) batch * self->table->days->n_words, day)
         && day + patal_timetable_module (self->table, batch)->days - 1 <= self->part->late[batch];
}

/* Another trainer takes over from @trainer in @batch. */
static gboolean
relieve (Squeeze *self, int batch, int trainer)
{
  PatalTimetable *table = self->table;
  const PatalBench *bench = patal_timetable_bench (table, batch);
  int n = patal_timetable_module (table, batch)->days, day = table->start[batch], i;
  int *team = table->team + (gsize) batch * table->room;

  for (i = 0; i < bench->n; i++)
    if (patal_timetable_is_free (table, bench->list[i], day, n))
      break;
  if (i == bench->n)
    return FALSE;
  squeeze_lift (self, batch);
  for (int k = 0; k < patal_timetable_module (table, batch)->team; k++)
    if (team[k] == trainer)
      team[k] = bench->list[i];
  squeeze_place (self, batch, day, team);
  return TRUE;
}

/* Frees trainers for @batch on @day who could be relieved where they teach. */
static gboolean
free_trainers (Squeeze *self, int batch, int day, int missing)
{
  PatalTimetable *table = self->table;
  const PatalBench *bench = patal_timetable_bench (table, batch);
  int n = patal_timetable_module (table, batch)->days;

  for (int i = 0; i < bench->n && missing > 0; i++)
    {
      const int *at = table->trainer_at + (gsize) bench->list[i] * table->n_days;
      int busy = -1;
      gboolean one = TRUE;

      for (int d = day; d < day + n; d++)
        if (at[d] >= 0)
          {
            one &= busy < 0 || busy == at[d];
            busy = at[d];
          }
      if (busy >= 0 && one && !self->part->fixed[busy] && patal_days_has_run (patal_plan_days_of (table->days, table->days->trainers, bench->list[i]), day, n)
          && relieve (self, busy, bench->list[i]) && patal_timetable_is_free (table, bench->list[i], day, n))
        missing--;
    }
  return missing == 0;
}

gboolean
squeeze_staff (Squeeze *self, int batch, int day, Staffing staffing)
{
  int found;

  if (patal_timetable_choose (self->table, batch, day, self->team, &found))
    return TRUE;
  return staffing == TEAM_BY_RELIEF && patal_timetable_bench (self->table, batch)->n >= patal_timetable_module (self->table, batch)->team
         && free_trainers (self, batch, day, patal_timetable_module (self->table, batch)->team - found)
         && patal_timetable_choose (self->table, batch, day, self->team, &found);
}

gboolean
squeeze_is_home (const Squeeze *self, int batch)
{
  return self->part->home != NULL && self->part->home[batch] >= 0 && self->table->start[batch] == self->part->home[batch];
}

gboolean
squeeze_place_freely (Squeeze *self, int batch, Staffing staffing)
{
  PatalTimetable *table = self->table;
  int home = self->part->home != NULL ? self->part->home[batch] : -1;
  int first = home >= 0 ? home : patal_random_below (&self->part->random, table->n_days);

  for (int i = 0; i < table->n_days; i++)
    {
      int day = (first + i) % table->n_days;

      if (squeeze_may_start (self, batch, day) && patal_timetable_fits (table, batch, day)
          && squeeze_staff (self, batch, day, staffing))
        {
          squeeze_place (self, batch, day, self->team);
          return TRUE;
        }
    }
  return FALSE;
}

/* FALSE: too many, or it must stay. */
static gboolean
add_lifted (const Squeeze *self, Lifted *lifted, int batch)
{
  if (self->part->fixed[batch])
    return FALSE;
  for (int i = 0; i < lifted->n; i++)
    if (lifted->batches[i] == batch)
      return TRUE;
  if (lifted->n == MOST_LIFTED)
    return FALSE;
  lifted->batches[lifted->n++] = batch;
  lifted->weight += self->weight[batch];
  return TRUE;
}

static gboolean
is_lifted (const Lifted *lifted, int batch)
{
  for (int i = 0; i < lifted->n; i++)
    if (lifted->batches[i] == batch)
      return TRUE;
  return FALSE;
}

static gboolean
lift_mates (const Squeeze *self, int batch, int day, Lifted *lifted)
{
  int first = batch - batch % self->table->n_modules;

  for (int m = 0; m < self->table->n_modules; m++)
    if (patal_timetable_clashes (self->table, batch, day, first + m) && !add_lifted (self, lifted, first + m))
      return FALSE;
  return TRUE;
}

static gboolean
lift_officer (const Squeeze *self, int batch, int day, Lifted *lifted)
{
  const PatalTimetable *table = self->table;
  int n, officer = patal_timetable_officer (table, batch, &n);

  for (int d = day; officer >= 0 && d < day + n; d++)
    {
      int at = table->officer_at[(gsize) officer * table->n_days + d];

      if (!patal_days_has (patal_plan_days_of (table->days, table->days->officers, officer), d) || (at >= 0 && !add_lifted (self, lifted, at)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
runs_on (const PatalTimetable *table, int batch, int day)
{
  return table->start[batch] >= 0 && table->start[batch] <= day && day < table->start[batch] + patal_timetable_module (table, batch)->days;
}

/* The lightest go until a hall is free on @day. */
static gboolean
lift_from_venue (const Squeeze *self, int venue, int day, Lifted *lifted)
{
  const PatalTimetable *table = self->table;

  for (;;)
    {
      int lightest = -1, load = 0;

      for (const int *c = table->venue_clusters[venue]; *c >= 0; c++)
        for (int b = *c * table->n_modules; b < (*c + 1) * table->n_modules; b++)
          {
            if (!runs_on (table, b, day) || is_lifted (lifted, b))
              continue;
            load++;
            if (!self->part->fixed[b] && (lightest < 0 || self->weight[b] < self->weight[lightest]))
              lightest = b;
          }
      if (load < table->data->venues[venue].halls)
        return TRUE;
      if (lightest < 0 || !add_lifted (self, lifted, lightest))
        return FALSE;
    }
}

static gboolean
lift_venue (const Squeeze *self, int batch, int day, Lifted *lifted)
{
  const PatalTimetable *table = self->table;
  int venue = table->venue_of_cluster[patal_timetable_cluster (table, batch)];

  for (int d = day; d < day + patal_timetable_module (table, batch)->days; d++)
    if (table->venue_load[(gsize) venue * table->n_days + d] >= table->data->venues[venue].halls && !lift_from_venue (self, venue, d, lifted))
      return FALSE;
  return TRUE;
}

/* What must be lifted so that @trainer is free; G_MAXINT64: not to be had. */
static gint64
weight_of_trainer (const Squeeze *self, int trainer, int day, int n, const Lifted *lifted)
{
  const PatalTimetable *table = self->table;
  const PatalPlanTrainer *is = &table->data->trainers[trainer];
  const int *at = table->trainer_at + (gsize) trainer * table->n_days;
  gint64 weight = 0;
  int last = -1;

  if (!patal_days_has_run (patal_plan_days_of (table->days, table->days->trainers, trainer), day, n) || (is->most_days >= 0 && is->most_days < n))
    return G_MAXINT64;
  for (int d = day; d < day + n; d++)
    if (at[d] >= 0 && at[d] != last)
      {
        last = at[d];
        if (self->part->fixed[last])
          return G_MAXINT64;
        weight += is_lifted (lifted, last) ? 0 : self->weight[last];
      }
  if (last < 0 && !patal_timetable_is_free (table, trainer, day, n)) /* too many days, or too many in a row */
    return G_MAXINT64;
  return weight;
}

static gboolean
lift_for_team (const Squeeze *self, int batch, int day, Lifted *lifted)
{
  const PatalTimetable *table = self->table;
  const PatalBench *bench = patal_timetable_bench (table, batch);
  int n = patal_timetable_module (table, batch)->days, missing = patal_timetable_module (table, batch)->team;
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (bench->n, 1));

  for (; missing > 0; missing--)
    {
      gint64 least = G_MAXINT64;
      int best = -1;

      for (int i = 0; i < bench->n; i++)
        if (!taken[i])
          {
            gint64 weight = weight_of_trainer (self, bench->list[i], day, n, lifted);

            if (weight < least)
              {
                least = weight;
                best = i;
              }
          }
      if (best < 0)
        return FALSE;
      taken[best] = TRUE;
      for (int d = day; d < day + n; d++)
        {
          int at = table->trainer_at[(gsize) bench->list[best] * table->n_days + d];

          if (at >= 0 && !add_lifted (self, lifted, at))
            return FALSE;
        }
    }
  return TRUE;
}

/* The cheapest questions come first. */
gboolean
squeeze_find_lifted (const Squeeze *self, int batch, int day, gint64 most, Lifted *lifted)
{
  return lift_officer (self, batch, day, lifted) && lifted->weight <= most && lift_mates (self, batch, day, lifted) && lifted->weight <= most
         && lift_venue (self, batch, day, lifted) && lifted->weight <= most && lift_for_team (self, batch, day, lifted) && lifted->weight <= most;
}

/* The day on which those in the way weigh least; of equals one by lot. */
static int
lightest_day (Squeeze *self, int batch, Lifted *lifted)
{
  gint64 least = G_MAXINT64;
  int best = -1, n_equal = 0;

  for (int day = 0; day < self->table->n_days; day++)
    {
      Lifted found = { 0 };

      if (!squeeze_may_start (self, batch, day) || !squeeze_find_lifted (self, batch, day, least, &found))
        continue;
      n_equal = found.weight == least ? n_equal + 1 : 1;
      least = found.weight;
      if (patal_random_below (&self->part->random, n_equal) == 0)
        {
          best = day;
          *lifted = found;
        }
    }
  return best;
}

/* @batch takes its place; what was lifted for it joins @pool. FALSE: all stands as before. */
static gboolean
force (Squeeze *self, int batch, GArray *pool)
{
  PatalTimetable *table = self->table;
  Lifted lifted = { 0 };
  int day = lightest_day (self, batch, &lifted), starts[MOST_LIFTED];

  if (day < 0)
    return FALSE;
  for (int i = 0; i < lifted.n; i++)
    {
      starts[i] = table->start[lifted.batches[i]];
      squeeze_lift (self, lifted.batches[i]);
    }
  if (!patal_timetable_fits (table, batch, day) || !squeeze_staff (self, batch, day, TEAM_BY_RELIEF))
    {
      for (int i = 0; i < lifted.n; i++)
        if (patal_timetable_fits (table, lifted.batches[i], starts[i])
            && squeeze_staff (self, lifted.batches[i], starts[i], TEAM_BY_RELIEF))
          squeeze_place (self, lifted.batches[i], starts[i], self->team);
        else
          g_array_append_val (pool, lifted.batches[i]);
      return FALSE;
    }
  squeeze_place (self, batch, day, self->team);
  g_array_append_vals (pool, lifted.batches, lifted.n);
  return TRUE;
}

static void
shake (Squeeze *self)
{
  PatalTimetable *table = self->table;

  for (int i = 0; i < SHAKES; i++)
    {
      int batch = self->part->batches[patal_random_below (&self->part->random, self->part->n_batches)], day = table->start[batch];
      g_autofree int *team = NULL;

      if (day < 0 || self->part->fixed[batch] || squeeze_is_home (self, batch))
        continue;
      team = g_memdup2 (table->team + (gsize) batch * table->room, MAX (table->room, 1) * sizeof (int));
      squeeze_lift (self, batch);
      /* nobody is relieved: who is might take over from the team that must be put back */
      if (!squeeze_place_freely (self, batch, TEAM_OF_THE_FREE))
        squeeze_place (self, batch, day, team);
    }
}

gboolean
schedule_part_squeeze (SchedulePart *part, GArray *pool, guint64 steps)
{
  g_auto (Squeeze) self = { 0 };

  squeeze_init (&self, part);
  for (int i = 0; i < part->n_batches; i++)
    self.weight[part->batches[i]] = part->table->heads[patal_timetable_cluster (part->table, part->batches[i])]
                                    * (squeeze_is_home (&self, part->batches[i]) ? MOVED_LAST : 1);
  for (guint64 step = 0; step < steps && pool->len > 0 && !schedule_part_is_stopped (part); step++)
    {
      guint at = (guint) patal_random_below (&part->random, (int) pool->len);
      int batch = g_array_index (pool, int, at);

      part->steps++;
      g_array_remove_index_fast (pool, at);
      if (squeeze_place_freely (&self, batch, TEAM_BY_RELIEF))
        continue;
      self.weight[batch]++;
      if (!force (&self, batch, pool))
        g_array_append_val (pool, batch);
      shake (&self);
    }
  return pool->len == 0;
}
