/* patal-schedule-findings.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counted on windows that are MOST_MORE days longer than they are: up to the last day that they have, and for
 * what would help, up to later ones. */
#include "patal-schedule-findings.h"
#include "patal-schedule-count.h"

#define MOST_MORE 120      /* days by which a window is thought longer */
#define MOST_TRAINERS 4096 /* that are thought to come */

typedef struct
{
  PatalPlanData data; /* with longer windows; all else is the caller's */
  PatalPlanMap map;
  PatalPlanDays days;
  PatalTimetable table;
  ScheduleCount count;
  guint8 *counted;
  int *ends;                  /* of each block: the last day of its window as it is */
  int *last;                  /* likewise: the last day that is counted now */
  GArray **clusters_of_block; /* of each block: clusters at its venues */
  GArray *found;
} Survey;

static void
survey_init (Survey *self, const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters,
             const PatalSchedule *old, const guint8 *pinned)
{
  const PatalPlanData *data = map->data;
  PatalDay today = old != NULL ? data->rules.today : PATAL_DAY_NONE;

  self->data = *data;
  self->data.windows = g_memdup2 (data->windows, data->n_windows * sizeof *data->windows);
  for (int i = 0; i < data->n_windows; i++)
    self->data.windows[i].span.to += MOST_MORE;
  self->map = *map;
  self->map.data = &self->data;
  patal_plan_days_init (&self->days, &self->data);
  patal_timetable_init (&self->table, &self->map, &self->days, clusters);
  self->counted = g_new (guint8, MAX (self->table.n_batches, 1));
  for (int b = 0; b < self->table.n_batches; b++)
    self->counted[b] = old == NULL || old->start[b] < 0
                       || ((pinned == NULL || !pinned[b])
                           && (today == PATAL_DAY_NONE || days->first + old->start[b] > today));
  schedule_count_init (&self->count, &self->table, self->counted,
                       today != PATAL_DAY_NONE ? MAX (today - days->first + 1, 0) : 0);
  self->ends = g_new (int, data->n_blocks);
  self->last = g_new (int, data->n_blocks);
  self->clusters_of_block = g_new (GArray *, data->n_blocks);
  for (int b = 0; b < data->n_blocks; b++)
    {
      self->ends[b] = days->window[b].to - days->first;
      self->clusters_of_block[b] = g_array_new (FALSE, FALSE, sizeof (int));
    }
  for (int c = 0; c < self->table.n_clusters; c++)
    g_array_append_val (self->clusters_of_block[self->table.block_of_cluster[c]], c);
  self->found = g_array_new (FALSE, FALSE, sizeof (PatalShort));
}

static void
survey_clear (Survey *self)
{
  for (int b = 0; b < self->data.n_blocks; b++)
    g_array_unref (self->clusters_of_block[b]);
  g_free (self->clusters_of_block);
  g_free (self->ends);
  g_free (self->last);
  schedule_count_clear (&self->count);
  g_free (self->counted);
  patal_timetable_clear (&self->table);
  patal_plan_days_clear (&self->days);
  g_free (self->data.windows);
}

static void
set_more_days (Survey *self, int more)
{
  for (int b = 0; b < self->data.n_blocks; b++)
    self->last[b] = self->ends[b] + more;
}

/* --- Groups --- */

static CountGroup
group_new (const Survey *self)
{
  return (CountGroup) { g_array_new (FALSE, FALSE, sizeof (int)), g_array_new (FALSE, FALSE, sizeof (int)),
                       self->last };
}

static void
group_add_block (const Survey *self, CountGroup *group, int block)
{
  g_array_append_val (group->blocks, block);
  g_array_append_vals (group->clusters, self->clusters_of_block[block]->data,
                       self->clusters_of_block[block]->len);
}

static void
group_clear (CountGroup *group)
{
  g_array_unref (group->clusters);
  g_array_unref (group->blocks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CountGroup, group_clear)

static gboolean
is_of (const Survey *self, PatalPlanScope scope, int of, int block)
{
  return scope == PATAL_PLAN_STATE
         || (scope == PATAL_PLAN_DISTRICT ? self->data.blocks[block].district == of : block == of);
}

static CountGroup
group_of (const Survey *self, PatalPlanScope scope, int of)
{
  CountGroup group = group_new (self);

  for (int b = 0; b < self->data.n_blocks; b++)
    if (is_of (self, scope, of, b))
      group_add_block (self, &group, b);
  return group;
}

/* How many groups there are by the trainers' scope. */
static int
n_of (const Survey *self, PatalPlanScope scope)
{
  return scope == PATAL_PLAN_STATE      ? 1
         : scope == PATAL_PLAN_DISTRICT ? self->data.n_districts
                                        : self->data.n_blocks;
}

/* --- What would help --- */

/* Counts again, with the days as they are set: how many go without. */
typedef int (*OutFunc) (const Survey *self, const CountGroup *group, const PatalShort *it,
                        const GArray *trainers);

/* The fewest days more with which nothing is short; 0: not even the most are enough. */
static int
find_more_days (Survey *self, const CountGroup *group, const PatalShort *it, const GArray *trainers,
                OutFunc out)
{
  int low = 0, high = MOST_MORE;

  set_more_days (self, MOST_MORE);
  if (out (self, group, it, trainers) > 0)
    high = 0;
  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      set_more_days (self, middle);
      if (out (self, group, it, trainers) > 0)
        low = middle;
      else
        high = middle;
    }
  set_more_days (self, 0);
  return high;
}

static PatalShort
short_from (PatalShortCode code, PatalPlanScope scope, int of, const CountGroup *group, CountShort counted)
{
  return (PatalShort) {
    .code = code,
    .scope = scope,
    .of = of,
    .officer = -1,
    .modules = counted.modules,
    .n_clusters = (int) group->clusters->len,
    .batches = counted.batches,
    .need = counted.need,
    .have = counted.have,
    .out = counted.out,
    .heads_out = counted.heads_out,
  };
}

/* --- Teams --- */

static void
find_teams (Survey *self, PatalPlanScope scope, int of, int module)
{
  PatalShort it = { .code = PATAL_SHORT_TEAM,
                    .scope = scope,
                    .of = of,
                    .officer = -1,
                    .modules = G_GUINT64_CONSTANT (1) << module,
                    .need = self->data.modules[module].team };

  for (int b = 0; b < self->data.n_blocks; b++)
    for (guint i = 0; is_of (self, scope, of, b) && i < self->clusters_of_block[b]->len; i++)
      {
        int c = g_array_index (self->clusters_of_block[b], int, i), batch = c * self->data.n_modules + module;
        int n = patal_timetable_bench (&self->table, batch)->n;

        if (!self->counted[batch] || n >= it.need)
          continue;
        it.batches++;
        it.heads_out += self->table.heads[c];
        it.have = MAX (it.have, n);
      }
  it.n_clusters = it.out = it.batches;
  it.more_trainers = (int) (it.need - it.have);
  if (it.out > 0)
    g_array_append_val (self->found, it);
}

/* --- Chains --- */

/* The last day of all blocks of @cluster that is counted. */
static int
last_of_cluster (const Survey *self, int cluster)
{
  int last = self->last[self->table.block_of_cluster[cluster]];

  for (guint i = 0; i < self->table.home_blocks[cluster]->len; i++)
    last = MIN (last, self->last[g_array_index (self->table.home_blocks[cluster], int, i)]);
  return last;
}

static int
out_of_chains (const Survey *self, const CountGroup *group, G_GNUC_UNUSED const PatalShort *it,
               G_GNUC_UNUSED const GArray *trainers)
{
  int all = 0;

  for (guint i = 0; i < group->clusters->len; i++)
    {
      int c = g_array_index (group->clusters, int, i), out;

      schedule_count_chain (&self->count, c, last_of_cluster (self, c), &out);
      all += out;
    }
  return all;
}

/* Days from the first to the last of all modules of a cluster, were no day off. */
static int
length_of_chain (const PatalPlanData *data, const int *order)
{
  int ends[PATAL_PLAN_MOST_MODULES], longest = 0, sum = 0;

  for (int i = 0; i < data->n_modules; i++)
    {
      int m = order[i], start = 1;

      for (int a = 0; a < data->n_modules; a++)
        if (data->modules[m].after >> a & 1)
          start = MAX (start, ends[a] + data->rules.gap_days);
      ends[m] = start + data->modules[m].days - 1;
      longest = MAX (longest, ends[m]);
      sum += data->modules[m].days;
    }
  return MAX (longest, sum);
}

static void
find_chains (Survey *self, int block)
{
  g_auto (CountGroup) hit = group_new (self);
  PatalShort it = { .code = PATAL_SHORT_CHAIN, .scope = PATAL_PLAN_BLOCK, .of = block, .officer = -1 };
  const guint64 *usable = patal_plan_days_of (&self->days, self->days.blocks, block);

  g_array_append_val (hit.blocks, block);
  for (guint i = 0; i < self->clusters_of_block[block]->len; i++)
    {
      int c = g_array_index (self->clusters_of_block[block], int, i), out;

      schedule_count_chain (&self->count, c, last_of_cluster (self, c), &out);
      if (out == 0)
        continue;
      g_array_append_val (hit.clusters, c);
      it.out += out;
      it.heads_out += (gint64) out * self->table.heads[c];
    }
  if (it.out == 0)
    return;
  it.n_clusters = (int) hit.clusters->len;
  it.batches = it.n_clusters * self->data.n_modules;
  it.need = length_of_chain (&self->data, self->count.order);
  for (int day = self->count.first_day; day <= self->ends[block]; day++)
    it.have += patal_days_has (usable, day);
  it.more_days = find_more_days (self, &hit, &it, NULL, out_of_chains);
  g_array_append_val (self->found, it);
}

/* --- Venues --- */

static int
out_of_venue (const Survey *self, const CountGroup *group, const PatalShort *it,
              G_GNUC_UNUSED const GArray *trainers)
{
  return schedule_count_venue (&self->count, group, it->of).out;
}

static void
find_venue (Survey *self, int venue)
{
  g_auto (CountGroup) group = group_new (self);
  PatalShort it;

  g_array_append_val (group.blocks, self->data.venues[venue].block);
  for (const int *c = self->table.venue_clusters[venue]; c != NULL && *c >= 0; c++)
    g_array_append_val (group.clusters, *c);
  it = short_from (PATAL_SHORT_VENUE, PATAL_PLAN_VENUE, venue, &group,
                   schedule_count_venue (&self->count, &group, venue));
  if (it.out == 0)
    return;
  it.more_days = find_more_days (self, &group, &it, NULL, out_of_venue);
  g_array_append_val (self->found, it);
}

/* --- Officers --- */

static int
out_of_officer (const Survey *self, const CountGroup *group, const PatalShort *it,
                G_GNUC_UNUSED const GArray *trainers)
{
  return schedule_count_officer (&self->count, group, it->officer, PATAL_ATTEND_ALL).out;
}

/* Whether somebody attends more than first days. */
static gboolean
attends_all (const Survey *self, const CountGroup *group, int officer)
{
  for (guint i = 0; i < group->blocks->len; i++)
    {
      const PatalPlanBlock *block = &self->data.blocks[g_array_index (group->blocks, int, i)];

      if (block->officer == officer && block->attend == PATAL_ATTEND_ALL)
        return TRUE;
    }
  return FALSE;
}

static int
find_officer_of (Survey *self, const CountGroup *group, PatalPlanScope scope, int of, int officer, int known)
{
  PatalShort it = short_from (PATAL_SHORT_OFFICER, scope, of, group,
                              schedule_count_officer (&self->count, group, officer, PATAL_ATTEND_ALL));

  it.officer = officer;
  if (it.out <= known)
    return it.out;
  it.more_days = find_more_days (self, group, &it, NULL, out_of_officer);
  it.attend_first = attends_all (self, group, officer)
                    && schedule_count_officer (&self->count, group, officer, PATAL_ATTEND_FIRST).out == 0;
  g_array_append_val (self->found, it);
  return it.out;
}

/* Each block alone; all of the officer's blocks together only where that shows more. */
static void
find_officer (Survey *self, int officer, const GArray *blocks)
{
  g_auto (CountGroup) all = group_new (self);
  int out = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      g_auto (CountGroup) one = group_new (self);

      group_add_block (self, &one, g_array_index (blocks, int, i));
      group_add_block (self, &all, g_array_index (blocks, int, i));
      out += find_officer_of (self, &one, PATAL_PLAN_BLOCK, g_array_index (blocks, int, i), officer, 0);
    }
  if (blocks->len > 1)
    find_officer_of (self, &all, PATAL_PLAN_OFFICER, officer, officer, out);
}

static void
find_officers (Survey *self)
{
  g_autofree GArray **blocks = g_new0 (GArray *, MAX (self->data.n_officers, 1));

  for (int o = 0; o < self->data.n_officers; o++)
    blocks[o] = g_array_new (FALSE, FALSE, sizeof (int));
  for (int b = 0; b < self->data.n_blocks; b++)
    if (self->data.blocks[b].officer >= 0 && self->data.blocks[b].attend != PATAL_ATTEND_NONE)
      g_array_append_val (blocks[self->data.blocks[b].officer], b);
  for (int o = 0; o < self->data.n_officers; o++)
    {
      find_officer (self, o, blocks[o]);
      g_array_unref (blocks[o]);
    }
}

/* --- Trainers --- */

static int
out_of_trainers (const Survey *self, const CountGroup *group, G_GNUC_UNUSED const PatalShort *it,
                 const GArray *trainers)
{
  return schedule_count_trainers (&self->count, group, trainers, 0).out;
}

/* The fewest trainers more with whom nothing is short; 0: not even the most are enough. */
static int
find_more_trainers (const Survey *self, const CountGroup *group, const GArray *trainers)
{
  int low = 0, high = 1;

  while (high <= MOST_TRAINERS && schedule_count_trainers (&self->count, group, trainers, high).out > 0)
    {
      low = high;
      high *= 2;
    }
  if (high > MOST_TRAINERS)
    return 0;
  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      if (schedule_count_trainers (&self->count, group, trainers, middle).out > 0)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static void
find_trainers (Survey *self, PatalPlanScope scope, int of)
{
  g_auto (CountGroup) group = group_of (self, scope, of);
  g_autoptr (GArray) trainers = g_array_new (FALSE, FALSE, sizeof (int));
  PatalShort it;

  for (int t = 0; t < self->data.n_trainers; t++)
    if (is_of (self, scope, of, self->data.trainers[t].block))
      g_array_append_val (trainers, t);
  it = short_from (PATAL_SHORT_TRAINERS, scope, of, &group,
                   schedule_count_trainers (&self->count, &group, trainers, 0));
  if (it.out == 0)
    return;
  it.more_trainers = find_more_trainers (self, &group, trainers);
  it.more_days = find_more_days (self, &group, &it, trainers, out_of_trainers);
  g_array_append_val (self->found, it);
}

GArray *
patal_schedule_findings (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters,
                         const PatalSchedule *old, const guint8 *pinned)
{
  Survey self = { .found = NULL };
  PatalPlanScope scope = map->data->rules.trainer_scope;

  survey_init (&self, map, days, clusters, old, pinned);
  set_more_days (&self, 0);
  for (int i = 0; i < n_of (&self, scope); i++)
    for (int m = 0; m < self.data.n_modules; m++)
      find_teams (&self, scope, i, m);
  for (int b = 0; b < self.data.n_blocks; b++)
    find_chains (&self, b);
  for (int v = 0; v < self.data.n_venues; v++)
    find_venue (&self, v);
  find_officers (&self);
  for (int i = 0; i < n_of (&self, scope); i++)
    find_trainers (&self, scope, i);
  survey_clear (&self);
  return self.found;
}
