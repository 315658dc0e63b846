/* patal-median-rebuild.c: a few clusters side by side are dissolved, and their people divided anew
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single units that change places never find that two clusters had better lie otherwise; this does, in a few microseconds. */
#include "patal-median-private.h"

#define MOST_CLUSTERS 4
#define MOST_UNITS    1000
#define ROUNDS        2 /* of dividing the people, and choosing sites for those who came */
#define MOST_PASSES   3
#define MOST_SITES    16  /* around the one that it has: a cluster's people are already near it */
#define MOST_EXCHANGED 150 /* units: among more, finding whom to exchange costs more than it is worth */

struct _Rebuild
{
  Assignment *assignment;
  gint64     *sums;

  /* the region under way, and what it may become */
  int    n, clusters[MOST_CLUSTERS];
  int    n_chosen, site[MOST_CLUSTERS], load[MOST_CLUSTERS];
  gint64 fine[MOST_CLUSTERS];                /* of @load at @site, while people are exchanged */
  gint64 gain[MOST_CLUSTERS][MOST_CLUSTERS]; /* nobody saves more by going from the first to the second */
  int    n_units, units[MOST_UNITS], part[MOST_UNITS]; /* and to which of the clusters each goes */
  int    order[MOST_UNITS];
  gint64 share[MOST_UNITS], regret[MOST_UNITS], carry[MOST_UNITS][MOST_CLUSTERS];
};

Rebuild *
rebuild_new (Assignment *a)
{
  Rebuild *self = g_new0 (Rebuild, 1);

  self->assignment = a;
  self->sums = g_new (gint64, MOST_SITES);
  return self;
}

void
rebuild_free (Rebuild *self)
{
  if (self == NULL)
    return;
  g_free (self->sums);
  g_free (self);
}

static void
add_cluster (Rebuild *self, int c)
{
  const Cluster *cluster = &self->assignment->clusters[c];

  for (int known = 0; known < self->n; known++)
    if (self->clusters[known] == c)
      return;
  if (c == self->assignment->nowhere || self->n_units + cluster->n > MOST_UNITS)
    return;
  self->clusters[self->n++] = c;
  memcpy (self->units + self->n_units, cluster->units, cluster->n * sizeof (int));
  self->n_units += cluster->n;
}

/* The cluster of a unit, and those of units near it: not always the nearest. */
static void
choose_region (Rebuild *self, PatalRandom *random)
{
  const Assignment *a = self->assignment;
  int unit = patal_random_below (random, a->n_units), most = 2 + patal_random_below (random, MOST_CLUSTERS - 1);

  self->n = self->n_units = 0;
  add_cluster (self, a->cluster[unit]);
  for (int t = 0; t < a->n_near && self->n < most; t++)
    if (patal_random_below (random, 4) > 0)
      add_cluster (self, a->cluster[a->near[(gsize) unit * a->n_near + t]]);
}

static void
set_site (Rebuild *self, int c, int site)
{
  const Assignment *a = self->assignment;

  self->site[c] = site;
  for (int i = 0; i < self->n_units; i++)
    self->carry[i][c] = assignment_carry (a, self->units[i], site);
}

/* How many of the region's first sites are kept. A region that is bad has a site too many here and one too
 * few there, or one bad site, or people badly divided: all three are tried. */
static int
choose_kept (Rebuild *self, PatalRandom *random)
{
  int at = patal_random_below (random, 4), out, last;

  if (at > 1)
    return 0;
  if (at == 1)
    return self->n;
  out = patal_random_below (random, self->n);
  last = self->clusters[self->n - 1];
  self->clusters[self->n - 1] = self->clusters[out];
  self->clusters[out] = last;
  return self->n - 1;
}

/* Beside a unit drawn by lot, the more probably the more it costs to go to those chosen so far. */
static int
draw_site (const Rebuild *self, PatalRandom *random)
{
  return assignment_free_site (self->assignment, self->units[patal_random_share (random, self->share, self->n_units)]);
}

static gboolean
choose_sites (Rebuild *self, PatalRandom *random)
{
  Assignment *a = self->assignment;
  int kept = choose_kept (self, random);

  for (int i = 0; i < self->n_units; i++)
    self->share[i] = a->problem->weight[self->units[i]];
  for (; self->n_chosen < self->n; self->n_chosen++)
    {
      int c = self->n_chosen, site = c < kept ? a->clusters[self->clusters[c]].site : draw_site (self, random);

      if (site < 0)
        return FALSE;
      set_site (self, c, site);
      a->used[site]++;
      for (int i = 0; i < self->n_units; i++)
        self->share[i] = c == 0 ? self->carry[i][c] : MIN (self->share[i], self->carry[i][c]);
    }
  return TRUE;
}

/* What @i loses if it has to take its second choice. */
static gint64
regret_of (const Rebuild *self, int i)
{
  gint64 first = NEVER, second = NEVER;

  for (int c = 0; c < self->n; c++)
    {
      gint64 carry = self->carry[i][c];

      second = MIN (second, MAX (carry, first));
      first = MIN (first, carry);
    }
  return second - first;
}

static void
sort_by_regret (Rebuild *self)
{
  for (int i = 0; i < self->n_units; i++)
    {
      gint64 regret = regret_of (self, i);
      int at = i;

      for (; at > 0 && self->regret[at - 1] < regret; at--)
        {
          self->regret[at] = self->regret[at - 1];
          self->order[at] = self->order[at - 1];
        }
      self->regret[at] = regret;
      self->order[at] = i;
    }
}

static gint64
fine_of (const Rebuild *self, int c, int load)
{
  return assignment_fine (self->assignment, &self->assignment->clusters[self->clusters[c]], load, self->site[c]);
}

/* Those who would lose most choose first. */
static void
divide (Rebuild *self)
{
  const Assignment *a = self->assignment;

  sort_by_regret (self);
  memset (self->load, 0, sizeof self->load);
  for (int t = 0; t < self->n_units; t++)
    {
      int i = self->order[t], demand = a->problem->demand[self->units[i]];
      gint64 least = NEVER;

      for (int c = 0; c < self->n; c++)
        {
          int over = CLAMP (self->load[c] + demand - a->capacity[self->site[c]], 0, demand);
          gint64 cost = self->carry[i][c] + over * a->price;

          if (cost < least)
            {
              least = cost;
              self->part[i] = c;
            }
        }
      self->load[self->part[i]] += demand;
    }
}

/* @i may want to leave its cluster. */
static void
expect_gain (Rebuild *self, int i)
{
  int c = self->part[i];

  for (int d = 0; d < self->n; d++)
    self->gain[c][d] = MAX (self->gain[c][d], self->carry[i][c] - self->carry[i][d]);
}

/* @i goes to @to, and @other (or -1) comes back. */
static void
pass (Rebuild *self, int i, int other, int to)
{
  const int *demand = self->assignment->problem->demand;
  int from = self->part[i], more = demand[self->units[i]] - (other >= 0 ? demand[self->units[other]] : 0);

  self->load[from] -= more;
  self->load[to] += more;
  self->fine[from] = fine_of (self, from, self->load[from]);
  self->fine[to] = fine_of (self, to, self->load[to]);
  self->part[i] = to;
  expect_gain (self, i);
  if (other >= 0)
    {
      self->part[other] = from;
      expect_gain (self, other);
    }
}

/* What is saved when @i goes to @to, alone or in exchange for the @other (-1: alone) that saves
 * most; @best and no @other, if that is no less. */
static gint64
best_exchange (const Rebuild *self, int i, int to, gint64 best, int *other)
{
  const int *demand = self->assignment->problem->demand;
  int from = self->part[i], own = demand[self->units[i]];
  gint64 saved = self->carry[i][from] - self->carry[i][to] + self->fine[from] + self->fine[to], alone;

  if (saved + MAX (self->gain[to][from], 0) <= best)
    return best;
  alone = saved - fine_of (self, from, self->load[from] - own) - fine_of (self, to, self->load[to] + own);
  if (alone > best)
    {
      best = alone;
      *other = -1;
    }
  if (saved + self->gain[to][from] <= best)
    return best;
  for (int j = 0; j < self->n_units; j++)
    if (self->part[j] == to && saved + self->carry[j][to] - self->carry[j][from] > best)
      {
        int more = own - demand[self->units[j]];
        gint64 both = saved + self->carry[j][to] - self->carry[j][from]
                      - fine_of (self, from, self->load[from] - more)
                      - fine_of (self, to, self->load[to] + more);

        if (both > best)
          {
            best = both;
            *other = j;
          }
      }
  return best;
}

/* Each goes where that, alone or in exchange for another, saves most. FALSE: nothing more is saved. */
static gboolean
exchange (Rebuild *self)
{
  gboolean changed = FALSE;

  for (int i = 0; i < self->n_units; i++)
    {
      int to = -1, other = -1;
      gint64 best = 0;

      for (int c = 0; c < self->n; c++)
        {
          gint64 saved = c != self->part[i] ? best_exchange (self, i, c, best, &other) : 0;

          if (saved > best)
            {
              best = saved;
              to = c;
            }
        }
      if (to >= 0)
        pass (self, i, other, to);
      changed |= to >= 0;
    }
  return changed;
}

static void
exchange_all (Rebuild *self, int passes)
{
  for (int c = 0; c < self->n; c++)
    {
      self->fine[c] = fine_of (self, c, self->load[c]);
      for (int d = 0; d < self->n; d++)
        self->gain[c][d] = -NEVER;
    }
  for (int i = 0; i < self->n_units; i++)
    expect_gain (self, i);
  while (passes-- > 0 && exchange (self))
    ;
}

/* The best site nearby for those who came to @c, and what they then cost with the fine. NEVER: there is none, or nobody came. */
static gint64
resite (Rebuild *self, int c)
{
  Assignment *a = self->assignment;
  const int *choices = a->choices + (gsize) self->site[c] * a->n_choices;
  gint64 best = NEVER;
  gboolean came = FALSE;
  int site = self->site[c], n = MIN (a->n_choices, MOST_SITES);

  memset (self->sums, 0, n * sizeof (gint64));
  for (int i = 0; i < self->n_units; i++)
    if (self->part[i] == c)
      {
        const gint32 *length = a->length + (gsize) self->units[i] * a->stride;
        gint64 weight = a->problem->weight[self->units[i]];

        came = TRUE;
        for (int k = 0; k < n; k++)
          self->sums[k] += weight * length[choices[k]];
      }
  a->used[self->site[c]]--;
  for (int k = 0; k < n && came; k++)
    {
      gint64 cost = self->sums[k] + assignment_fine (a, &a->clusters[self->clusters[c]], self->load[c], choices[k]);

      if (cost < best && a->used[choices[k]] < a->uses[choices[k]])
        {
          best = cost;
          site = choices[k];
        }
    }
  if (site != self->site[c])
    set_site (self, c, site);
  a->used[site]++;
  return best;
}

static gint64
rebuild (Rebuild *self)
{
  gboolean exchanges = self->n_units <= MOST_EXCHANGED;
  gint64 cost = 0;

  for (int round = 0; round < ROUNDS && cost < NEVER; round++)
    {
      if (round == 0 || !exchanges)
        divide (self);
      if (exchanges)
        exchange_all (self, round < ROUNDS - 1 ? 1 : MOST_PASSES);
      cost = 0;
      for (int c = 0; c < self->n && cost < NEVER; c++)
        cost = MIN (cost + resite (self, c), NEVER);
    }
  return cost;
}

static void
take (const Rebuild *self)
{
  Assignment *a = self->assignment;

  for (int c = 0; c < self->n; c++)
    a->clusters[self->clusters[c]].site = self->site[c];
  for (int i = 0; i < self->n_units; i++)
    if (a->cluster[self->units[i]] != self->clusters[self->part[i]])
      assignment_pass (a, self->units[i], self->clusters[self->part[i]]);
  for (int c = 0; c < self->n; c++)
    {
      assignment_choose_around (a, self->clusters[c], self->site[c]);
      assignment_settle (a, self->clusters[c]);
    }
}

/* The sites of the region are free for it … */
static void
lend_sites (Rebuild *self)
{
  self->n_chosen = 0;
  for (int c = 0; c < self->n; c++)
    self->assignment->used[self->assignment->clusters[self->clusters[c]].site]--;
}

/* … until it has them again, and those that were chosen are free. */
static void
take_back_sites (Rebuild *self)
{
  for (int c = 0; c < self->n_chosen; c++)
    self->assignment->used[self->site[c]]--;
  for (int c = 0; c < self->n; c++)
    self->assignment->used[self->assignment->clusters[self->clusters[c]].site]++;
}

gboolean
rebuild_run (Rebuild *self, PatalRandom *random, gint64 most, int *work)
{
  const Assignment *a = self->assignment;
  gint64 before = 0;

  choose_region (self, random);
  *work = 1 + self->n_units;
  if (self->n < 2)
    return FALSE;
  for (int c = 0; c < self->n; c++)
    before += a->clusters[self->clusters[c]].cost + a->clusters[self->clusters[c]].penalty;
  lend_sites (self);
  if (choose_sites (self, random))
    {
      *work += self->n_units * ROUNDS;
      if (rebuild (self) - before < most)
        {
          take (self);
          return TRUE;
        }
    }
  take_back_sites (self);
  return FALSE;
}
