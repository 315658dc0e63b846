/* patal-median-transfer.c: a cluster is taken from one place and opened at another
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units that change places one by one never change how many clusters serve a town; this does. Most trials fail: so all is tried with the clusters
 * at the sites that they have, and only what is then good enough is reckoned to the end. */
#include "patal-median-private.h"

#define LOTS   3
#define POLISH 2 /* passes over the units of all clusters that were touched */

struct _Transfer
{
  Assignment *assignment;
  gint64     *closing, *opening; /* what it last cost to close each cluster, and to open one beside each unit; 0: not known */

  /* the trial under way */
  int         closed;            /* the cluster that closes and opens elsewhere */
  const int  *choices;           /* its own, before */
  gint64     *sums;
  int         n_touched, *touched, *site; /* clusters, and where they were */
  gboolean   *is_touched;        /* of each cluster */
  int         n_moved, room, *moved, *from, *to; /* units */
  int         rounds, *round, *asked; /* units, and of each the round in which it was last asked */
  gint64      change, hope;      /* of the cost, at the sites as they are; and what better sites may save */
  int         work;              /* changes that were looked at */
};

Transfer *
transfer_new (Assignment *a)
{
  Transfer *self = g_new0 (Transfer, 1);

  self->assignment = a;
  self->touched = g_new (int, a->n_clusters);
  self->site = g_new (int, a->n_clusters);
  self->is_touched = g_new0 (gboolean, a->n_clusters);
  self->asked = g_new (int, a->n_units);
  self->round = g_new0 (int, a->n_units);
  self->sums = g_new (gint64, a->n_choices);
  self->closing = g_new0 (gint64, a->n_clusters);
  self->opening = g_new0 (gint64, a->n_units);
  return self;
}

void
transfer_free (Transfer *self)
{
  if (self == NULL)
    return;
  g_free (self->touched);
  g_free (self->site);
  g_free (self->is_touched);
  g_free (self->moved);
  g_free (self->from);
  g_free (self->to);
  g_free (self->asked);
  g_free (self->round);
  g_free (self->sums);
  g_free (self->closing);
  g_free (self->opening);
  g_free (self);
}

static void
touch (Transfer *self, int c)
{
  if (self->is_touched[c])
    return;
  self->is_touched[c] = TRUE;
  self->touched[self->n_touched] = c;
  self->site[self->n_touched++] = self->assignment->clusters[c].site;
}

/* The fine alone, as assignment_change() looks at it; cost and sums wait. */
static void
set_penalty (Assignment *a, int c)
{
  Cluster *cluster = &a->clusters[c];
  gint64 fine = assignment_fine (a, cluster, cluster->load, cluster->site);

  a->penalty += fine - cluster->penalty;
  cluster->penalty = fine;
}

static void
set_penalties (const Transfer *self)
{
  for (int t = 0; t < self->n_touched; t++)
    set_penalty (self->assignment, self->touched[t]);
}

static void
move (Transfer *self, int unit, int to)
{
  Assignment *a = self->assignment;
  int from = a->cluster[unit];

  touch (self, from);
  touch (self, to);
  if (self->n_moved == self->room)
    {
      self->room = MAX (256, self->room * 2);
      self->moved = g_renew (int, self->moved, self->room);
      self->from = g_renew (int, self->from, self->room);
      self->to = g_renew (int, self->to, self->room);
    }
  self->moved[self->n_moved] = unit;
  self->from[self->n_moved] = from;
  self->to[self->n_moved++] = to;
  self->work++;
  self->change += assignment_carry (a, unit, a->clusters[to].site) - assignment_carry (a, unit, a->clusters[from].site);
  self->hope += assignment_hope (a, unit, &a->clusters[to]);
  assignment_pass (a, unit, to);
}

static void
resite (Assignment *a, int c, int site)
{
  a->used[a->clusters[c].site]--;
  a->used[site]++;
  a->clusters[c].site = site;
}

static void
step_back (Transfer *self)
{
  Assignment *a = self->assignment;
  Cluster *closed = &a->clusters[self->closed];

  for (int t = self->n_moved - 1; t >= 0; t--)
    assignment_pass (a, self->moved[t], self->from[t]);
  for (int t = 0; t < self->n_touched; t++)
    resite (a, self->touched[t], self->site[t]);
  closed->choices = self->choices;
  memcpy (closed->sums, self->sums, closed->n_choices * sizeof (gint64));
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

/* Each member goes to the cheapest cluster round about; inner ones, which have only their own about them, when others have gone. FALSE: some
 * have no other near them. */
static gboolean
dissolve (Transfer *self)
{
  Assignment *a = self->assignment;
  Cluster *closed = &a->clusters[self->closed];
  int waited = 0;

  while (closed->n > 0)
    {
      int unit = closed->units[waited % closed->n], to = -1;
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
      self->work++;
      if (to >= 0)
        {
          move (self, unit, to);
          waited = 0;
        }
      else if (++waited > closed->n)
        return FALSE;
    }
  return TRUE;
}

static void
ask (Transfer *self, int unit, int *n)
{
  if (self->round[unit] == self->rounds)
    return;
  self->round[unit] = self->rounds;
  self->asked[(*n)++] = unit;
}

/* Those who are better off at the new site go there: @first, and from neighbour to neighbour. */
static gboolean
gather (Transfer *self, int first)
{
  Assignment *a = self->assignment;
  Cluster *opened = &a->clusters[self->closed];
  int n = 0;

  self->rounds++;
  ask (self, first, &n);
  for (int t = 0; t < n; t++)
    {
      int unit = self->asked[t], from = a->cluster[unit], demand = a->problem->demand[unit];
      const Cluster *cluster = &a->clusters[from];
      gint64 gain;

      self->work++;
      if (from == self->closed || (cluster->n == 1 && from != a->nowhere))
        continue;
      gain = held (a, unit, from) - joining (a, unit, self->closed);
      gain -= MAX (cluster->least - (cluster->load - demand), 0) * a->price;
      gain += opened->load < opened->least ? demand * a->price : 0;
      if (gain <= 0 && t > 0)
        continue;
      move (self, unit, self->closed);
      for (int u = 0; u < a->n_near; u++)
        ask (self, a->near[(gsize) unit * a->n_near + u], &n);
    }
  return opened->n > 0;
}

/* @unit goes where a unit next to it is, or changes places with that, where this is better and both clusters were touched. */
static void
polish_unit (Transfer *self, int unit)
{
  Assignment *a = self->assignment;

  for (int t = 0; t < a->n_near; t++)
    {
      int next = a->near[(gsize) unit * a->n_near + t], from = a->cluster[unit], to = a->cluster[next];

      if (to == from || to == a->nowhere || from == a->nowhere || !self->is_touched[to])
        continue;
      self->work++;
      if (a->clusters[from].n > 1 && assignment_change (a, unit, -1, to) < 0)
        move (self, unit, to);
      else if (assignment_change (a, unit, next, to) < 0)
        {
          move (self, unit, to);
          move (self, next, from);
        }
      else
        continue;
      set_penalty (a, from);
      set_penalty (a, to);
    }
}

static void
polish (Transfer *self)
{
  Assignment *a = self->assignment;

  set_penalties (self);
  for (int pass = 0, before = -1; pass < POLISH && self->n_moved != before; pass++)
    {
      before = self->n_moved;
      for (int t = 0; t < self->n_touched; t++)
        for (int k = 0; k < a->clusters[self->touched[t]].n; k++)
          polish_unit (self, a->clusters[self->touched[t]].units[k]);
    }
}

/* The opened cluster goes to the middle of those who came. FALSE: there is no site for it. */
static gboolean
open_at (Transfer *self, int site)
{
  Assignment *a = self->assignment;
  int c = self->closed, best;

  assignment_choose_around (a, c, site);
  self->work += a->clusters[c].n;
  if (assignment_best_site (a, c, -1, -1, -1, &best) == NEVER)
    return FALSE;
  for (int t = 0; t < a->clusters[c].n; t++)
    self->change += assignment_carry (a, a->clusters[c].units[t], best) - assignment_carry (a, a->clusters[c].units[t], site);
  resite (a, c, best);
  return TRUE;
}

/* All sums and the best sites for them. FALSE: a cluster finds none. */
static gboolean
settle (Transfer *self)
{
  Assignment *a = self->assignment;

  for (int t = 0; t < self->n_moved; t++)
    {
      if (self->from[t] != self->closed)
        assignment_add_sums (a, self->from[t], self->moved[t], -1);
      if (self->to[t] != self->closed)
        assignment_add_sums (a, self->to[t], self->moved[t], 1);
    }
  assignment_choose_around (a, self->closed, a->clusters[self->closed].site);
  for (int t = 0; t < self->n_touched; t++)
    {
      int c = self->touched[t], site;

      if (assignment_best_site (a, c, -1, -1, -1, &site) == NEVER)
        return FALSE;
      assignment_place_at (a, c, site);
      assignment_settle (a, c);
    }
  self->work += self->n_moved * 4;
  return TRUE;
}

static void
unsettle (Transfer *self)
{
  Assignment *a = self->assignment;

  step_back (self);
  for (int t = 0; t < self->n_touched; t++)
    {
      int c = self->touched[t];

      if (c != self->closed)
        assignment_choose_around (a, c, a->clusters[c].site);
      assignment_settle (a, c);
    }
}

/* Of some by lot, the cluster that seems to be spared most easily, and the unit that would gain most from a site beside it, as they were last seen. */
static void
draw (Transfer *self, PatalRandom *random, int *closed, int *first)
{
  const Assignment *a = self->assignment;

  *closed = patal_random_below (random, a->problem->n_clusters);
  *first = patal_random_below (random, a->n_units);
  for (int lot = 1; lot < LOTS; lot++)
    {
      int c = patal_random_below (random, a->problem->n_clusters), i = patal_random_below (random, a->n_units);

      if (self->closing[c] < self->closing[*closed])
        *closed = c;
      if (self->opening[i] < self->opening[*first])
        *first = i;
    }
}

static void
begin (Transfer *self, int closed)
{
  const Cluster *cluster = &self->assignment->clusters[closed];

  for (int t = 0; t < self->n_touched; t++)
    self->is_touched[self->touched[t]] = FALSE;
  self->n_touched = self->n_moved = self->work = 0;
  self->change = self->hope = 0;
  self->closed = closed;
  self->choices = cluster->choices;
  memcpy (self->sums, cluster->sums, cluster->n_choices * sizeof (gint64));
  touch (self, closed);
}

/* FALSE: it cannot be, or would cost too much. */
static gboolean
try_to_move (Transfer *self, int first, gint64 most)
{
  Assignment *a = self->assignment;
  gint64 penalty = a->penalty;
  int *closing = &a->used[a->clusters[self->closed].site], site;

  --*closing; /* its own is free too */
  site = assignment_free_site (a, first);
  ++*closing;
  if (site < 0)
    return FALSE;
  if (!dissolve (self))
    {
      self->closing[self->closed] = NEVER;
      return FALSE;
    }
  set_penalties (self);
  self->closing[self->closed] = self->change + a->penalty - penalty;
  resite (a, self->closed, site);
  if (!gather (self, first) || !open_at (self, site))
    return FALSE;
  polish (self);
  self->opening[first] = self->change + a->penalty - penalty - self->closing[self->closed];
  return self->change + a->penalty - penalty - self->hope < most;
}

gboolean
transfer_run (Transfer *self, PatalRandom *random, gint64 most, int *work)
{
  Assignment *a = self->assignment;
  gint64 before = a->cost + a->penalty;
  int closed, first;
  gboolean good = FALSE;

  *work = LOTS;
  draw (self, random, &closed, &first);
  if (a->cluster[first] == closed)
    return FALSE;
  begin (self, closed);
  if (!try_to_move (self, first, most))
    {
      step_back (self);
      set_penalties (self);
    }
  else if (!settle (self) || a->cost + a->penalty - before >= most)
    unsettle (self);
  else
    {
      self->closing[closed] = self->opening[first] = 0;
      good = TRUE;
    }
  *work += self->work;
  return good;
}
