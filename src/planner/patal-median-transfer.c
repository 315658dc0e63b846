/* patal-median-transfer.c: a cluster is taken from one place and opened at another
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units that change places one by one never change how many clusters serve a town; this does. */
#include "patal-median-private.h"

#define MOST_TOUCHED 48
#define MOST_MOVED   1024
#define MOST_ASKED   48
#define LOTS         4
#define POLISH       2   /* passes over the units of all clusters that were touched */

typedef struct
{
  Assignment *assignment;
  int         closed; /* the cluster that closes and opens elsewhere */
  int         n_touched, touched[MOST_TOUCHED], site[MOST_TOUCHED]; /* clusters, and where they were */
  int         n_moved, moved[MOST_MOVED], from[MOST_MOVED];
  gint64      before;
} Transfer;

static gboolean
touch (Transfer *self, int c)
{
  for (int t = 0; t < self->n_touched; t++)
    if (self->touched[t] == c)
      return TRUE;
  if (self->n_touched == MOST_TOUCHED)
    return FALSE;
  self->touched[self->n_touched] = c;
  self->site[self->n_touched++] = self->assignment->clusters[c].site;
  return TRUE;
}

static gboolean
move (Transfer *self, int unit, int to)
{
  int from = self->assignment->cluster[unit];

  if (self->n_moved == MOST_MOVED || !touch (self, from) || !touch (self, to))
    return FALSE;
  self->moved[self->n_moved] = unit;
  self->from[self->n_moved++] = from;
  assignment_move (self->assignment, unit, to);
  return TRUE;
}

static void
undo (Transfer *self)
{
  while (self->n_moved > 0)
    {
      self->n_moved--;
      assignment_move (self->assignment, self->moved[self->n_moved], self->from[self->n_moved]);
    }
  for (int t = 0; t < self->n_touched; t++)
    assignment_place_at (self->assignment, self->touched[t], self->site[t]);
  for (int t = 0; t < self->n_touched; t++)
    assignment_settle (self->assignment, self->touched[t]);
}

/* What it costs where it is, with what it is too much there. */
static gint64
held (const Assignment *a, int unit, int c)
{
  const Cluster *cluster = &a->clusters[c];
  int over = CLAMP (cluster->load - a->capacity[cluster->site], 0, a->problem->demand[unit]);

  return assignment_carry (a, unit, cluster->site) + over * a->price;
}

static gint64
joining (const Assignment *a, int unit, int c)
{
  const Cluster *cluster = &a->clusters[c];
  int demand = a->problem->demand[unit], over = CLAMP (cluster->load + demand - a->capacity[cluster->site], 0, demand);

  return assignment_carry (a, unit, cluster->site) + over * a->price;
}

/* Each member goes to the cheapest cluster round about. */
static gboolean
dissolve (Transfer *self)
{
  Assignment *a = self->assignment;
  Cluster *closed = &a->clusters[self->closed];

  while (closed->n > 0)
    {
      int unit = closed->units[closed->n - 1], to = -1;
      gint64 least = NEVER;

      for (int t = 0; t < a->n_near; t++)
        {
          int c = a->cluster[a->near[(gsize) unit * a->n_near + t]];
          gint64 cost = c != self->closed && c != a->nowhere && c != to ? joining (a, unit, c) : NEVER;

          if (cost < least)
            {
              least = cost;
              to = c;
            }
        }
      if (to < 0 || !move (self, unit, to))
        return FALSE;
    }
  return TRUE;
}

static int
site_next_to (const Assignment *a, int unit, int closed)
{
  const Cluster *cluster = &a->clusters[a->cluster[unit]];
  int best = -1;

  for (int k = 0; k < cluster->n_choices; k++)
    {
      int j = cluster->choices[k];

      if (a->used[j] - (j == a->clusters[closed].site) < a->uses[j]
          && (best < 0 || assignment_length (a, unit, j) < assignment_length (a, unit, best)))
        best = j;
    }
  return best;
}

/* Those who are better off at the new site go there: @first, those near it, and those near them. */
static gboolean
gather (Transfer *self, int first)
{
  Assignment *a = self->assignment;
  Cluster *opened = &a->clusters[self->closed];
  int asked[MOST_ASKED] = { first }, n = 1, n_first;

  for (int t = 0; t < a->n_near && n < MOST_ASKED; t++)
    asked[n++] = a->near[(gsize) first * a->n_near + t];
  n_first = n;
  for (int t = 0; t < n; t++)
    {
      int unit = asked[t], from = a->cluster[unit];
      const Cluster *cluster = &a->clusters[from];
      gint64 gain;

      if (from == self->closed || (cluster->n == 1 && from != a->nowhere))
        continue;
      gain = held (a, unit, from) - joining (a, unit, self->closed);
      gain -= MAX (cluster->least - (cluster->load - a->problem->demand[unit]), 0) * a->price;
      gain += opened->load < opened->least ? a->problem->demand[unit] * a->price : 0;
      if (gain <= 0 && t > 0)
        continue;
      if (!move (self, unit, self->closed))
        return FALSE;
      for (int u = 0; t < n_first && u < a->n_near && n < MOST_ASKED; u++)
        {
          int next = a->near[(gsize) unit * a->n_near + u], known = 0;

          while (known < n && asked[known] != next)
            known++;
          if (known == n)
            asked[n++] = next;
        }
    }
  return opened->n > 0;
}

/* The fine alone, as assignment_change() looks at it; the sums wait for settle(). */
static void
set_penalty (Assignment *a, int c)
{
  Cluster *cluster = &a->clusters[c];
  gint64 fine = assignment_fine (a, cluster, cluster->load, cluster->site);

  a->penalty += fine - cluster->penalty;
  cluster->penalty = fine;
}

static gboolean
is_touched (const Transfer *self, int c)
{
  for (int t = 0; t < self->n_touched; t++)
    if (self->touched[t] == c)
      return TRUE;
  return FALSE;
}

/* @unit goes where a unit next to it is, or changes places with that, where this is better and both clusters were touched. */
static gboolean
polish_unit (Transfer *self, int unit)
{
  Assignment *a = self->assignment;

  for (int t = 0; t < a->n_near; t++)
    {
      int next = a->near[(gsize) unit * a->n_near + t], from = a->cluster[unit], to = a->cluster[next];

      if (to == from || to == a->nowhere || from == a->nowhere || !is_touched (self, to))
        continue;
      if (a->clusters[from].n > 1 && assignment_change (a, unit, -1, to) < 0)
        {
          if (!move (self, unit, to))
            return FALSE;
        }
      else if (assignment_change (a, unit, next, to) < 0)
        {
          if (!move (self, unit, to) || !move (self, next, from))
            return FALSE;
        }
      else
        continue;
      set_penalty (a, from);
      set_penalty (a, to);
    }
  return TRUE;
}

static gboolean
polish (Transfer *self)
{
  Assignment *a = self->assignment;

  for (int t = 0; t < self->n_touched; t++)
    set_penalty (a, self->touched[t]);
  for (int pass = 0, before = -1; pass < POLISH && self->n_moved != before; pass++)
    {
      before = self->n_moved;
      for (int t = 0; t < self->n_touched; t++)
        for (int k = 0; k < a->clusters[self->touched[t]].n; k++)
          if (!polish_unit (self, a->clusters[self->touched[t]].units[k]))
            return FALSE;
    }
  return TRUE;
}

static gboolean
settle (Transfer *self)
{
  Assignment *a = self->assignment;

  for (int t = 0; t < self->n_touched; t++)
    {
      int c = self->touched[t], site;

      if (assignment_best_site (a, c, -1, -1, -1, &site) == NEVER)
        return FALSE;
      assignment_place_at (a, c, site);
      assignment_settle (a, c);
    }
  return TRUE;
}

/* The clusters that cost least are the likeliest to be spared, those that cost most the likeliest to want another beside them. */
static void
draw (const Assignment *a, PatalRandom *random, int *closed, int *wanting)
{
  int n = a->problem->n_clusters;

  *closed = patal_random_below (random, n);
  *wanting = patal_random_below (random, n);
  for (int lot = 1; lot < LOTS; lot++)
    {
      int c = patal_random_below (random, n), d = patal_random_below (random, n);

      if (a->clusters[c].cost < a->clusters[*closed].cost)
        *closed = c;
      if (a->clusters[d].cost > a->clusters[*wanting].cost)
        *wanting = d;
    }
}

gboolean
assignment_transfer (Assignment *a, PatalRandom *random, gint64 most)
{
  Transfer self = { .assignment = a, .before = a->cost + a->penalty };
  int wanting, first, site;

  draw (a, random, &self.closed, &wanting);
  if (self.closed == wanting || a->clusters[wanting].n == 0)
    return FALSE;
  first = a->clusters[wanting].units[patal_random_below (random, a->clusters[wanting].n)];
  touch (&self, self.closed);
  if (dissolve (&self) && (site = site_next_to (a, first, self.closed)) >= 0)
    {
      assignment_place_at (a, self.closed, site);
      if (gather (&self, first) && polish (&self) && settle (&self) && a->cost + a->penalty - self.before < most)
        return TRUE;
    }
  undo (&self);
  return FALSE;
}
