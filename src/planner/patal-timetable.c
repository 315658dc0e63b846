/* patal-timetable.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-timetable.h"

static void
gather_clusters (PatalTimetable *self, const PatalClusters *clusters)
{
  const PatalPlanData *data = self->data;

  self->n_clusters = clusters->n;
  self->venue_of_cluster = clusters->venue;
  self->block_of_cluster = g_new (int, MAX (clusters->n, 1));
  self->heads = g_new0 (int, MAX (clusters->n, 1));
  self->home_blocks = g_new (GArray *, MAX (clusters->n, 1));
  for (int c = 0; c < clusters->n; c++)
    {
      self->block_of_cluster[c] = data->venues[clusters->venue[c]].block;
      self->home_blocks[c] = g_array_new (FALSE, FALSE, sizeof (int));
    }
  for (int u = 0; u < data->n_units; u++)
    {
      int c = clusters->cluster[u], block = data->units[u].block;
      gboolean known = FALSE;

      if (c < 0)
        continue;
      self->heads[c] += data->units[u].heads;
      for (guint i = 0; i < self->home_blocks[c]->len; i++)
        known |= g_array_index (self->home_blocks[c], int, i) == block;
      if (!known)
        g_array_append_val (self->home_blocks[c], block);
    }
}

/* The days of @set that are followed by @by - 1 more of them, into @runs. */
static void
keep_runs (const guint64 *set, int by, int n_words, guint64 *runs)
{
  memcpy (runs, set, n_words * sizeof (guint64));
  for (int k = 1; k < by; k++)
    for (int w = 0, ahead = k >> 6, shift = k & 63; w < n_words; w++)
      {
        guint64 low = w + ahead < n_words ? set[w + ahead] >> shift : 0;
        guint64 high = shift > 0 && w + ahead + 1 < n_words ? set[w + ahead + 1] << (64 - shift) : 0;

        runs[w] &= low | high;
      }
}

/* Rules H2 and H3: the days on which each batch may start, for its blocks, its venue and its units. */
static void
find_starts (PatalTimetable *self, const PatalClusters *clusters)
{
  const PatalPlanDays *days = self->days;
  int n_words = days->n_words;
  g_autofree guint64 *usable = g_new (guint64, (gsize) MAX (self->n_clusters, 1) * n_words);

  for (int c = 0; c < self->n_clusters; c++)
    for (int w = 0; w < n_words; w++)
      {
        guint64 set = patal_plan_days_of (days, days->venues, clusters->venue[c])[w]
                      & patal_plan_days_of (days, days->blocks, self->block_of_cluster[c])[w];

        for (guint i = 0; i < self->home_blocks[c]->len; i++)
          set &= patal_plan_days_of (days, days->blocks, g_array_index (self->home_blocks[c], int, i))[w];
        usable[(gsize) c * n_words + w] = set;
      }
  for (int u = 0; u < self->data->n_units; u++)
    for (int w = 0; w < n_words && clusters->cluster[u] >= 0; w++)
      usable[(gsize) clusters->cluster[u] * n_words + w] &= patal_plan_days_of (days, days->units, u)[w];
  self->starts = g_new (guint64, (gsize) MAX (self->n_batches, 1) * n_words);
  for (int b = 0; b < self->n_batches; b++)
    keep_runs (usable + (gsize) patal_timetable_cluster (self, b) * n_words, patal_timetable_module (self, b)->days,
               n_words, self->starts + (gsize) b * n_words);
}

static void
weigh_modules (PatalTimetable *self)
{
  for (int m = 0; m < self->n_modules; m++)
    {
      double asked = (double) self->n_clusters * self->data->modules[m].days * self->data->modules[m].team, has = 1;

      for (int t = 0; t < self->data->n_trainers; t++)
        has += self->data->trainers[t].modules >> m & 1;
      self->pressure[m] = asked / has;
    }
}

/* (transfer full): [trainer × module]: how much the trainer is needed for other modules. */
static double *
needed_elsewhere (const PatalTimetable *self)
{
  double *needed = g_new0 (double, (gsize) MAX (self->data->n_trainers, 1) * self->n_modules);

  for (int t = 0; t < self->data->n_trainers; t++)
    for (int m = 0; m < self->n_modules; m++)
      for (int other = 0; other < self->n_modules; other++)
        if (other != m && (self->data->trainers[t].modules >> other & 1))
          needed[(gsize) t * self->n_modules + m] = MAX (needed[(gsize) t * self->n_modules + m], self->pressure[other]);
  return needed;
}

typedef struct
{
  int    trainer, metres;
  double needed;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *two = b;

  if (one->needed != two->needed)
    return one->needed < two->needed ? -1 : 1;
  if (one->metres != two->metres)
    return one->metres < two->metres ? -1 : 1;
  return one->trainer - two->trainer;
}

/* Of a block: in which list its trainers are. */
static int
scope_of (const PatalPlanData *data, int block)
{
  return data->rules.trainer_scope == PATAL_PLAN_STATE ? 0 : data->blocks[block].district;
}

/* (transfer full): of each district its trainers; where the scope is the state, those of all with the first. */
static GArray **
rank_trainers (PatalTimetable *self)
{
  const PatalPlanData *data = self->data;
  GArray **lists = g_new (GArray *, MAX (data->n_districts, 1));

  for (int d = 0; d < data->n_districts; d++)
    lists[d] = g_array_new (FALSE, FALSE, sizeof (int));
  for (int t = 0; t < data->n_trainers; t++)
    {
      GArray *list = lists[scope_of (data, data->trainers[t].block)];

      self->rank[t] = (int) list->len;
      g_array_append_val (list, t);
    }
  return lists;
}

/* The benches of @venue, of all modules in one piece of memory. */
static void
seat_benches_of (PatalTimetable *self, int venue, const GArray *trainers, const double *needed)
{
  g_autofree int *metres = g_new (int, MAX (trainers->len, 1));
  g_autofree Candidate *found = g_new (Candidate, MAX (trainers->len, 1));
  int *seats = g_new (int, (gsize) trainers->len * self->n_modules * 3 + 1);

  for (guint i = 0; i < trainers->len; i++)
    metres[i] = patal_plan_map_trainer_to_venue (self->map, g_array_index (trainers, int, i), venue);
  for (int m = 0; m < self->n_modules; m++)
    {
      PatalBench *bench = &self->benches[(gsize) venue * self->n_modules + m];

      bench->by_rank = seats;
      for (guint i = 0; i < trainers->len; i++)
        {
          int t = g_array_index (trainers, int, i);
          gboolean may = (self->data->trainers[t].modules >> m & 1)
                         && patal_plan_data_is_in_scope (self->data, t, venue, metres[i]);

          bench->by_rank[i] = may ? metres[i] : -1;
          if (may)
            found[bench->n++] = (Candidate) { t, metres[i], needed[(gsize) t * self->n_modules + m] };
        }
      qsort (found, bench->n, sizeof (Candidate), compare_candidates);
      bench->list = seats + trainers->len;
      bench->metres = bench->list + bench->n;
      seats = bench->metres + bench->n;
      for (int i = 0; i < bench->n; i++)
        {
          bench->list[i] = found[i].trainer;
          bench->metres[i] = found[i].metres;
        }
    }
}

static void
seat_benches (PatalTimetable *self)
{
  const PatalPlanData *data = self->data;
  GArray **trainers;
  g_autofree double *needed = needed_elsewhere (self);
  g_autofree int *n_clusters = g_new0 (int, MAX (data->n_venues, 1));

  self->rank = g_new (int, MAX (data->n_trainers, 1));
  trainers = rank_trainers (self);
  self->benches = g_new0 (PatalBench, (gsize) MAX (data->n_venues, 1) * MAX (self->n_modules, 1));
  self->venue_clusters = g_new0 (int *, MAX (data->n_venues, 1));
  for (int c = 0; c < self->n_clusters; c++)
    n_clusters[self->venue_of_cluster[c]]++;
  for (int v = 0; v < data->n_venues; v++)
    if (n_clusters[v] > 0)
      {
        if (self->n_modules > 0)
          seat_benches_of (self, v, trainers[scope_of (data, data->venues[v].block)], needed);
        self->venue_clusters[v] = g_new (int, n_clusters[v] + 1);
        self->venue_clusters[v][n_clusters[v]] = -1;
      }
  for (int c = self->n_clusters - 1; c >= 0; c--)
    self->venue_clusters[self->venue_of_cluster[c]][--n_clusters[self->venue_of_cluster[c]]] = c;
  for (int d = 0; d < data->n_districts; d++)
    g_array_unref (trainers[d]);
  g_free (trainers);
}

static int *
nobody (gsize n)
{
  int *at = g_new (int, MAX (n, 1));

  memset (at, 0xff, n * sizeof (int)); /* -1 */
  return at;
}

void
patal_timetable_init (PatalTimetable *self, const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters)
{
  const PatalPlanData *data = map->data;

  *self = (PatalTimetable) { .data = data, .map = map, .days = days, .n_modules = data->n_modules, .n_days = days->n_days };
  gather_clusters (self, clusters);
  self->n_batches = self->n_clusters * self->n_modules;
  for (int m = 0; m < self->n_modules; m++)
    self->room = MAX (self->room, data->modules[m].team);
  find_starts (self, clusters);
  self->past = g_new0 (guint8, MAX (self->n_batches, 1));
  weigh_modules (self);
  seat_benches (self);
  self->start = nobody (self->n_batches);
  self->team = nobody ((gsize) self->n_batches * self->room);
  self->trainer_at = nobody ((gsize) data->n_trainers * self->n_days);
  self->officer_at = nobody ((gsize) data->n_officers * self->n_days);
  self->venue_load = g_new0 (guint16, (gsize) MAX (data->n_venues, 1) * self->n_days);
  self->trainer_days = g_new0 (int, MAX (data->n_trainers, 1));
}

void
patal_timetable_clear (PatalTimetable *self)
{
  for (int c = 0; c < self->n_clusters; c++)
    g_array_unref (self->home_blocks[c]);
  for (int v = 0; v < self->data->n_venues; v++)
    g_free (self->venue_clusters[v]);
  for (int v = 0; v < self->data->n_venues; v++)
    g_free (self->benches[(gsize) v * self->n_modules].by_rank); /* and that of the other modules */
  g_free (self->home_blocks);
  g_free (self->venue_clusters);
  g_free (self->benches);
  g_free (self->rank);
  g_free (self->block_of_cluster);
  g_free (self->heads);
  g_free (self->starts);
  g_free (self->past);
  g_free (self->start);
  g_free (self->team);
  g_free (self->trainer_at);
  g_free (self->officer_at);
  g_free (self->venue_load);
  g_free (self->trainer_days);
}

int
patal_timetable_officer (const PatalTimetable *self, int batch, int *n)
{
  const PatalPlanBlock *block = &self->data->blocks[self->block_of_cluster[patal_timetable_cluster (self, batch)]];

  *n = block->attend == PATAL_ATTEND_ALL ? patal_timetable_module (self, batch)->days : 1;
  return block->attend == PATAL_ATTEND_NONE ? -1 : block->officer;
}

const PatalBench *
patal_timetable_bench (const PatalTimetable *self, int batch)
{
  return &self->benches[(gsize) self->venue_of_cluster[patal_timetable_cluster (self, batch)] * self->n_modules + batch % self->n_modules];
}

static int
scope_of_batch (const PatalTimetable *self, int batch)
{
  return scope_of (self->data, self->block_of_cluster[patal_timetable_cluster (self, batch)]);
}

gboolean
patal_timetable_shares_trainers (const PatalTimetable *self, int batch, int other)
{
  return scope_of_batch (self, batch) == scope_of_batch (self, other);
}

int
patal_timetable_metres (const PatalTimetable *self, int batch, int trainer)
{
  if (trainer < 0
      || scope_of (self->data, self->data->trainers[trainer].block) != scope_of_batch (self, batch))
    return -1;
  return patal_timetable_bench (self, batch)->by_rank[self->rank[trainer]];
}

gboolean
patal_timetable_waits (const PatalTimetable *self, int batch)
{
  int first = batch - batch % self->n_modules;

  for (int m = 0; m < self->n_modules; m++)
    if ((patal_timetable_module (self, batch)->after >> m & 1) && self->start[first + m] < 0)
      return TRUE;
  return FALSE;
}

gboolean
patal_timetable_clashes (const PatalTimetable *self, int batch, int day, int other)
{
  int module = batch % self->n_modules, their_module = other % self->n_modules, start = self->start[other];
  int n = self->data->modules[module].days, their = self->data->modules[their_module].days, gap = self->data->rules.gap_days;

  if (start < 0 || other == batch)
    return FALSE;
  if (self->data->modules[module].after >> their_module & 1)
    return day < start + their - 1 + gap;
  if (self->data->modules[their_module].after >> module & 1)
    return start < day + n - 1 + gap;
  return day < start + their && start < day + n;
}

gboolean
patal_timetable_agrees (const PatalTimetable *self, int batch, int day)
{
  int first = batch - batch % self->n_modules;

  for (int m = 0; m < self->n_modules; m++)
    if (patal_timetable_clashes (self, batch, day, first + m))
      return FALSE;
  return TRUE;
}

gboolean
patal_timetable_has_officer (const PatalTimetable *self, int batch, int day)
{
  int n, officer = patal_timetable_officer (self, batch, &n);

  for (int d = day; officer >= 0 && d < day + n; d++)
    if (self->officer_at[(gsize) officer * self->n_days + d] >= 0
        || !patal_days_has (patal_plan_days_of (self->days, self->days->officers, officer), d))
      return FALSE;
  return TRUE;
}

gboolean
patal_timetable_has_hall (const PatalTimetable *self, int batch, int day)
{
  int venue = self->venue_of_cluster[patal_timetable_cluster (self, batch)], halls = self->data->venues[venue].halls;

  for (int d = day; d < day + patal_timetable_module (self, batch)->days; d++)
    if (self->venue_load[(gsize) venue * self->n_days + d] >= halls)
      return FALSE;
  return TRUE;
}

gboolean
patal_timetable_fits (const PatalTimetable *self, int batch, int day)
{
  return patal_timetable_has_officer (self, batch, day) && patal_timetable_has_hall (self, batch, day) && patal_timetable_agrees (self, batch, day);
}

gboolean
patal_timetable_is_free (const PatalTimetable *self, int trainer, int day, int n)
{
  const int *at = self->trainer_at + (gsize) trainer * self->n_days;
  const PatalPlanTrainer *is = &self->data->trainers[trainer];
  int run = n, most = self->data->rules.most_run;

  for (int d = day; d < day + n; d++)
    if (at[d] >= 0)
      return FALSE;
  if (!patal_days_has_run (patal_plan_days_of (self->days, self->days->trainers, trainer), day, n))
    return FALSE;
  if (is->most_days >= 0 && self->trainer_days[trainer] + n > is->most_days)
    return FALSE;
  for (int d = day - 1; d >= 0 && at[d] >= 0 && run <= most; d--)
    run++;
  for (int d = day + n; d < self->n_days && at[d] >= 0 && run <= most; d++)
    run++;
  return run <= most;
}

gboolean
patal_timetable_choose (const PatalTimetable *self, int batch, int day, int *team, int *n_found)
{
  const PatalBench *bench = patal_timetable_bench (self, batch);
  const PatalPlanModule *module = patal_timetable_module (self, batch);
  int n = 0;

  for (int i = 0; i < bench->n && n < module->team; i++)
    if (patal_timetable_is_free (self, bench->list[i], day, module->days))
      team[n++] = bench->list[i];
  *n_found = n;
  return n == module->team;
}

static void
mark (PatalTimetable *self, int batch, int day, int as)
{
  int venue = self->venue_of_cluster[patal_timetable_cluster (self, batch)], n = patal_timetable_module (self, batch)->days, n_officer;
  int officer = patal_timetable_officer (self, batch, &n_officer), sign = as >= 0 ? 1 : -1;
  int end = MIN (day + n, self->n_days); /* what began, or is pinned, may outlast all windows */

  for (int d = day; officer >= 0 && d < MIN (day + n_officer, end); d++)
    self->officer_at[(gsize) officer * self->n_days + d] = as;
  for (int d = day; d < end; d++)
    self->venue_load[(gsize) venue * self->n_days + d] += sign;
  for (int i = 0; i < patal_timetable_module (self, batch)->team; i++)
    {
      int trainer = self->team[(gsize) batch * self->room + i];

      if (trainer < 0) /* of a batch that has begun: who taught is not known any more */
        continue;
      self->trainer_days[trainer] += sign * n;
      for (int d = day; d < end; d++)
        self->trainer_at[(gsize) trainer * self->n_days + d] = as;
    }
}

void
patal_timetable_place (PatalTimetable *self, int batch, int day, const int *team)
{
  if (self->room > 0) /* else there may be no array to copy from */
    memcpy (self->team + (gsize) batch * self->room, team, patal_timetable_module (self, batch)->team * sizeof (int));
  self->start[batch] = day;
  mark (self, batch, day, batch);
}

void
patal_timetable_lift (PatalTimetable *self, int batch)
{
  mark (self, batch, self->start[batch], -1);
  self->start[batch] = -1;
}
