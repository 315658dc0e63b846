/* plan-exhaustive-schedule.c: each batch on each day with each team, or on none
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker-ground.h"
#include "plan-exhaustive.h"
#include <stdlib.h>

#define MOST_BATCHES 8
#define MOST_BLOCKS  3

typedef struct
{
  const PatalPlanData *data;
  const CheckedPlan   *plan;
  Ground   ground;
  int      order[PATAL_PLAN_MOST_MODULES];
  int      n, n_modules;
  int      start[MOST_BATCHES];
  guint64  team[MOST_BATCHES];         /* bit t: trainer t */
  guint64  days_of_cluster[MOST_BATCHES]; /* bit d */
  guint64  usable[MOST_BATCHES];       /* likewise, of each cluster: for its blocks, its venue and its units */
  guint64 *trainer, *officer;          /* likewise: taught, or away */
  guint64 *taught;
  gint64   best[N_BEST], z0, r1, r2, z3;
  int      end[MOST_BLOCKS];           /* C of each block */
  gboolean found;
} Trial;

static guint64
days (int from, int n)
{
  return ((G_GUINT64_CONSTANT (1) << n) - 1) << from;
}

static int
longest_run (guint64 set)
{
  int n = 0;

  for (; set != 0; set &= set << 1)
    n++;
  return n;
}

static const PatalPlanModule *
module_of (const Trial *trial, int batch)
{
  return &trial->data->modules[batch % trial->n_modules];
}

static int
venue_of (const Trial *trial, int batch)
{
  return trial->plan->venue[batch / trial->n_modules];
}

static guint64
officer_days (const Trial *trial, int batch, int start)
{
  const PatalPlanBlock *block = &trial->data->blocks[trial->data->venues[venue_of (trial, batch)].block];

  if (block->officer < 0 || block->attend == PATAL_ATTEND_NONE)
    return 0;
  return days (start, block->attend == PATAL_ATTEND_ALL ? module_of (trial, batch)->days : 1);
}

/* All rules but those of trainers. */
static gboolean
may_start (const Trial *trial, int batch, int start)
{
  const PatalPlanData *data = trial->data;
  int c = batch / trial->n_modules, p = module_of (trial, batch)->days, officer = data->blocks[data->venues[venue_of (trial, batch)].block].officer;
  guint64 set = days (start, p);

  if (start + p > trial->ground.n_days || (trial->usable[c] & set) != set || (trial->days_of_cluster[c] & set) != 0)
    return FALSE;
  if (trial->plan->old_start != NULL && data->rules.today != PATAL_DAY_NONE && trial->ground.first + start <= data->rules.today)
    return FALSE;
  if (officer_days (trial, batch, start) != 0 && (trial->officer[officer] & officer_days (trial, batch, start)) != 0)
    return FALSE;
  for (int m = 0; m < trial->n_modules; m++)
    if (module_of (trial, batch)->after >> m & 1)
      {
        int before = trial->start[c * trial->n_modules + m];

        if (before < 0 || start < before + data->modules[m].days - 1 + data->rules.gap_days)
          return FALSE;
      }
  for (int d = start; d < start + p; d++)
    {
      int load = 0;

      for (int b = 0; b < trial->n; b++)
        load += trial->start[b] >= 0 && venue_of (trial, b) == venue_of (trial, batch) && trial->start[b] <= d
                && d < trial->start[b] + module_of (trial, b)->days;
      if (load >= data->venues[venue_of (trial, batch)].halls)
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_teach (const Trial *trial, int trainer, int batch, int start)
{
  const PatalPlanData *data = trial->data;
  const PatalPlanTrainer *it = &data->trainers[trainer];
  int at = data->venues[venue_of (trial, batch)].block;
  guint64 set = days (start, module_of (trial, batch)->days), all = trial->taught[trainer] | set;

  if ((it->modules >> (batch % trial->n_modules) & 1) == 0 || (trial->trainer[trainer] & set) != 0)
    return FALSE;
  if (data->rules.trainer_scope == PATAL_PLAN_BLOCK && it->block != at)
    return FALSE;
  if (data->rules.trainer_scope == PATAL_PLAN_DISTRICT && data->blocks[it->block].district != data->blocks[at].district)
    return FALSE;
  if (data->rules.trainer_most_metres > 0 && way_of_trainer (&trial->ground, trainer, venue_of (trial, batch)) > data->rules.trainer_most_metres)
    return FALSE;
  return longest_run (all) <= data->rules.most_run && (it->most_days < 0 || __builtin_popcountll (all) <= it->most_days);
}

/* No objective falls when more is added, so what is worse by now stays so. */
static gboolean
is_hopeless (const Trial *trial, gint64 worth[N_BEST])
{
  gint64 makespan[MOST_BLOCKS] = { 0 };

  worth[BEST_Z0] = trial->z0;
  worth[BEST_R1] = trial->r1;
  worth[BEST_R2] = trial->r2;
  worth[BEST_Z1] = worth[BEST_Z2] = 0;
  worth[BEST_Z3] = trial->z3;
  for (int b = 0; b < trial->data->n_blocks; b++)
    {
      worth[BEST_Z2] += trial->end[b];
      makespan[trial->data->blocks[b].district] = MAX (makespan[trial->data->blocks[b].district], trial->end[b]);
    }
  for (int d = 0; d < trial->data->n_districts; d++)
    worth[BEST_Z1] += makespan[d];
  for (int i = 0; i < N_BEST && trial->found; i++)
    if (worth[i] != trial->best[i])
      return worth[i] > trial->best[i];
  return trial->found;
}

static void try_batch (Trial *trial, int i);

/* @team has all its trainers: the batch stands. */
static void
try_placed (Trial *trial, int i, int batch, int start, guint64 team)
{
  const PatalPlanData *data = trial->data;
  int c = batch / trial->n_modules, p = module_of (trial, batch)->days, ends[MOST_BLOCKS], room = trial->plan->room;
  int officer = data->blocks[data->venues[venue_of (trial, batch)].block].officer;
  guint64 set = days (start, p), attended = officer_days (trial, batch, start);
  gint64 r1 = trial->r1, r2 = trial->r2, z3 = trial->z3;

  memcpy (ends, trial->end, sizeof ends);
  trial->start[batch] = start;
  trial->days_of_cluster[c] |= set;
  if (attended != 0)
    trial->officer[officer] |= attended;
  for (int t = 0; t < data->n_trainers; t++)
    if (team >> t & 1)
      {
        trial->trainer[t] |= set;
        trial->taught[t] |= set;
        trial->z3 += 2 * way_of_trainer (&trial->ground, t, venue_of (trial, batch));
      }
  for (int u = 0; u < data->n_units; u++)
    if (trial->plan->cluster[u] == c)
      {
        int b = data->units[u].block;

        trial->end[b] = MAX (trial->end[b], trial->ground.first + start + p - window_of (&trial->ground, b).from);
      }
  if (trial->plan->old_start != NULL && trial->plan->old_start[batch] >= 0)
    {
      guint64 was = 0;

      for (int k = 0; k < room; k++)
        if (trial->plan->old_team[batch * room + k] >= 0)
          was |= G_GUINT64_CONSTANT (1) << trial->plan->old_team[batch * room + k];
      trial->r1 += trial->plan->old_start[batch] != start;
      trial->r2 += trial->plan->old_start[batch] == start && was != team;
    }
  try_batch (trial, i + 1);
  trial->r1 = r1;
  trial->r2 = r2;
  trial->z3 = z3;
  memcpy (trial->end, ends, sizeof ends);
  for (int t = 0; t < data->n_trainers; t++)
    if (team >> t & 1)
      {
        trial->trainer[t] &= ~set;
        trial->taught[t] &= ~set;
      }
  if (attended != 0)
    trial->officer[officer] &= ~attended;
  trial->days_of_cluster[c] &= ~set;
  trial->start[batch] = -1;
}

static void
try_teams (Trial *trial, int i, int batch, int start, int first, int missing, guint64 team)
{
  if (missing == 0)
    {
      try_placed (trial, i, batch, start, team);
      return;
    }
  for (int t = first; t < trial->data->n_trainers; t++)
    if (may_teach (trial, t, batch, start))
      try_teams (trial, i, batch, start, t + 1, missing - 1, team | G_GUINT64_CONSTANT (1) << t);
}

static void
try_batch (Trial *trial, int i)
{
  gint64 worth[N_BEST];
  int batch, heads;

  if (is_hopeless (trial, worth))
    return;
  if (i == trial->n)
    {
      memcpy (trial->best, worth, sizeof worth);
      trial->found = TRUE;
      return;
    }
  batch = i / trial->n_modules * trial->n_modules + trial->order[i % trial->n_modules];
  for (int start = 0; start < trial->ground.n_days; start++)
    if (may_start (trial, batch, start))
      try_teams (trial, i, batch, start, 0, module_of (trial, batch)->team, 0);
  heads = trial->ground.heads[batch / trial->n_modules];
  trial->z0 += heads;
  try_batch (trial, i + 1);
  trial->z0 -= heads;
}

/* Each module behind those that come before it. */
static void
order_modules (Trial *trial)
{
  guint64 done = 0;

  for (int n = 0; n < trial->n_modules;)
    for (int m = 0; m < trial->n_modules; m++)
      if ((done >> m & 1) == 0 && (trial->data->modules[m].after & ~done) == 0)
        {
          trial->order[n++] = m;
          done |= G_GUINT64_CONSTANT (1) << m;
        }
}

static void
note_days (Trial *trial)
{
  const PatalPlanData *data = trial->data;

  for (int d = 0; d < trial->ground.n_days; d++)
    {
      guint64 bit = days (d, 1);

      for (int c = 0; c < trial->plan->n; c++)
        {
          int venue = trial->plan->venue[c];
          gboolean free = is_usable (&trial->ground, data->venues[venue].block, d) && !is_blacked (&trial->ground, PATAL_PLAN_VENUE, venue, d);

          for (int u = 0; u < data->n_units; u++)
            if (trial->plan->cluster[u] == c)
              free &= is_usable (&trial->ground, data->units[u].block, d) && !is_blacked (&trial->ground, PATAL_PLAN_UNIT, u, d);
          trial->usable[c] |= free ? bit : 0;
        }
      for (int t = 0; t < data->n_trainers; t++)
        trial->trainer[t] |= is_blacked (&trial->ground, PATAL_PLAN_TRAINER, t, d) ? bit : 0;
      for (int o = 0; o < data->n_officers; o++)
        trial->officer[o] |= is_blacked (&trial->ground, PATAL_PLAN_OFFICER, o, d) ? bit : 0;
    }
}

void
exhaustive_schedule (const PatalPlanData *data, const CheckedPlan *plan, gint64 best[N_BEST])
{
  Trial trial = { .data = data, .plan = plan, .n_modules = data->n_modules, .n = plan->n * data->n_modules };
  Verdict verdict = { 0 };

  g_assert (trial.n <= MOST_BATCHES && data->n_blocks <= MOST_BLOCKS);
  ground_init (&trial.ground, data, plan, &verdict);
  g_assert (trial.ground.n_days < 60);
  trial.trainer = g_new0 (guint64, data->n_trainers + 1);
  trial.taught = g_new0 (guint64, data->n_trainers + 1);
  trial.officer = g_new0 (guint64, data->n_officers + 1);
  for (int b = 0; b < trial.n; b++)
    trial.start[b] = -1;
  order_modules (&trial);
  note_days (&trial);
  try_batch (&trial, 0);
  memcpy (best, trial.best, sizeof trial.best);
  g_free (trial.trainer);
  g_free (trial.taught);
  g_free (trial.officer);
  ground_clear (&trial.ground);
}
