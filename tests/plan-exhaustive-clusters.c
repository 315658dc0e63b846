/* plan-exhaustive-clusters.c: each unit into each cluster or none, each cluster at each venue
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker-ground.h"
#include "plan-exhaustive.h"

#define MOST_UNITS    10
#define MOST_VENUES   6
#define MOST_CLUSTERS 6

typedef struct
{
  const PatalPlanData *data;
  int     n, least;
  gint64  way[MOST_UNITS][MOST_VENUES]; /* -1: too far */
  gboolean known[MOST_UNITS][MOST_VENUES];
  int     uses[MOST_VENUES];
  int     cluster[MOST_UNITS], load[MOST_CLUSTERS];
  gint64  cost[MOST_CLUSTERS][MOST_VENUES], farthest[MOST_CLUSTERS][MOST_VENUES]; /* cost -1: not there */
  gint64  out;
  gboolean found;
  BestClusters best;
} Trial;

static void
measure (Trial *trial)
{
  const PatalPlanData *data = trial->data;
  g_autofree int *nobody = g_new0 (int, data->n_units + 1);
  CheckedPlan plan = { .cluster = nobody };
  Verdict verdict = { 0 };
  Ground ground;

  for (int u = 0; u < data->n_units; u++)
    nobody[u] = -1;
  ground_init (&ground, data, &plan, &verdict);
  for (int v = 0; v < data->n_venues; v++)
    {
      int usable = 0, days = 0;

      for (int d = 0; d < ground.n_days; d++)
        usable += is_usable (&ground, data->venues[v].block, d) && !is_blacked (&ground, PATAL_PLAN_VENUE, v, d);
      for (int m = 0; m < data->n_modules; m++)
        days += data->modules[m].days;
      trial->uses[v] = data->venues[v].halls * usable / days;
      for (int u = 0; u < data->n_units; u++)
        {
          gboolean unit_known, venue_known;

          place_of_unit (&ground, u, &unit_known);
          place_of_venue (&ground, v, &venue_known);
          trial->way[u][v] = way_of_unit (&ground, u, v);
          trial->known[u][v] = unit_known && venue_known;
          if (trial->known[u][v] && data->rules.most_metres > 0 && trial->way[u][v] > data->rules.most_metres)
            trial->way[u][v] = -1;
        }
    }
  ground_clear (&ground);
}

static void
try_venues (Trial *trial, int cluster, gint64 f1, gint64 f2)
{
  if (trial->found && (trial->out > trial->best.f0 || (trial->out == trial->best.f0 && f1 > trial->best.f1)))
    return;
  if (cluster == trial->n)
    {
      if (!trial->found || trial->out < trial->best.f0 || f1 < trial->best.f1 || f2 < trial->best.f2)
        trial->best = (BestClusters) { trial->out, f1, f2 };
      trial->found = TRUE;
      return;
    }
  for (int v = 0; v < trial->data->n_venues; v++)
    if (trial->uses[v] > 0 && trial->cost[cluster][v] >= 0)
      {
        trial->uses[v]--;
        try_venues (trial, cluster + 1, f1 + trial->cost[cluster][v], MAX (f2, trial->farthest[cluster][v]));
        trial->uses[v]++;
      }
}

/* What each cluster costs at each venue, where it may be there. */
static void
price (Trial *trial)
{
  const PatalPlanData *data = trial->data;

  for (int c = 0; c < trial->n; c++)
    for (int v = 0; v < data->n_venues; v++)
      {
        trial->cost[c][v] = trial->load[c] <= data->venues[v].seats ? 0 : -1;
        trial->farthest[c][v] = 0;
        for (int u = 0; u < data->n_units && trial->cost[c][v] >= 0; u++)
          if (trial->cluster[u] == c && trial->way[u][v] < 0)
            trial->cost[c][v] = -1;
          else if (trial->cluster[u] == c)
            {
              trial->cost[c][v] += data->units[u].heads * (trial->way[u][v] + (gint64) data->venues[v].rank * data->rules.rank_metres);
              trial->farthest[c][v] = MAX (trial->farthest[c][v], trial->known[u][v] ? trial->way[u][v] : 0);
            }
      }
}

/* Clusters are opened in turn, so that the same ones are not tried under other numbers. */
static void
try_unit (Trial *trial, int unit, int n_open)
{
  const PatalPlanData *data = trial->data;

  if (trial->found && trial->out > trial->best.f0)
    return;
  if (unit == data->n_units)
    {
      gboolean large = n_open == trial->n;

      for (int c = 0; c < trial->n; c++)
        large &= trial->load[c] >= trial->least;
      if (!large)
        return;
      price (trial);
      try_venues (trial, 0, 0, 0);
      return;
    }
  if (data->units[unit].heads == 0)
    {
      trial->cluster[unit] = -1;
      try_unit (trial, unit + 1, n_open);
      return;
    }
  for (int c = 0; c <= n_open && c < trial->n; c++)
    if (trial->load[c] + data->units[unit].heads <= data->rules.batch_max)
      {
        trial->cluster[unit] = c;
        trial->load[c] += data->units[unit].heads;
        try_unit (trial, unit + 1, MAX (n_open, c + 1));
        trial->load[c] -= data->units[unit].heads;
      }
  trial->cluster[unit] = -1;
  trial->out += data->units[unit].heads;
  try_unit (trial, unit + 1, n_open);
  trial->out -= data->units[unit].heads;
}

static int
all_heads (const PatalPlanData *data)
{
  int heads = 0;

  for (int u = 0; u < data->n_units; u++)
    heads += data->units[u].heads;
  return heads;
}

gboolean
exhaustive_clusters (const PatalPlanData *data, int n, BestClusters *best)
{
  Trial trial = { .data = data, .n = n };

  g_assert (data->n_units <= MOST_UNITS && data->n_venues <= MOST_VENUES);
  if (n > MOST_CLUSTERS)
    return FALSE;
  trial.least = all_heads (data) < data->rules.batch_min && n == 1 ? 1 : MAX (data->rules.batch_min, 1);
  measure (&trial);
  try_unit (&trial, 0, 0);
  *best = trial.best;
  return trial.found;
}

int
exhaustive_wanted (const PatalPlanData *data)
{
  int heads = all_heads (data), given = 0, full = data->rules.batch_max * data->rules.batch_fill;
  gboolean open = FALSE;

  for (int b = 0; b < data->n_blocks; b++)
    {
      int of_block = 0;

      for (int u = 0; u < data->n_units; u++)
        of_block += data->units[u].block == b ? data->units[u].heads : 0;
      given += of_block > 0 ? data->blocks[b].n_clusters : 0;
      open |= of_block > 0 && data->blocks[b].n_clusters == 0;
    }
  return open ? (heads * 100 + full - 1) / full : given;
}
