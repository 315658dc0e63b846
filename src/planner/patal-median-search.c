/* patal-median-search.c: simulated annealing over who belongs to which cluster
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step lets one unit join the cluster of a unit next to it, or two units change places; both clusters then meet at the site that is best for their
 * new members. What does not fit is fined, not forbidden: the price of the fine follows the temperature so that the search passes in and out of what
 * fits. */
#include "patal-median-private.h"
#include <math.h>

#define PERIOD       1024  /* steps at one temperature and price */
#define PATIENCE     16    /* periods without anything that fits, before the price rises faster */
#define TRANSFERS    20    /* per cent of all steps */
#define REBUILDS     40
#define HOT          0.3   /* of the mean cost of a unit */
#define COLD         0.05
#define MOST_PRICE   (G_MAXINT64 >> 28) /* of a head: a fine on all of a block is still a number */
#define LOTS         4096
#define LOT_ONE      65536 /* 1.0 of a lot */

struct _PatalMedianSearch
{
  Assignment      now;
  Transfer       *transfer;
  Rebuild        *rebuild;
  PatalRandom     random;
  PatalMedianPlan best;
  gint32          lots[LOTS]; /* −ln of numbers between 0 and 1, in whole numbers: exp() is not the same on all machines */
};

static void
keep (PatalMedianSearch *self)
{
  const Assignment *now = &self->now;

  self->best.cost = now->cost;
  self->best.fits = now->penalty == 0;
  for (int i = 0; i < now->n_units; i++)
    self->best.cluster[i] = now->cluster[i] == now->nowhere ? PATAL_MEDIAN_OUT : now->cluster[i];
  for (int c = 0; c < now->problem->n_clusters; c++)
    self->best.site[c] = now->clusters[c].site;
}

static void
keep_if_better (PatalMedianSearch *self)
{
  if (self->now.penalty == 0 && (!self->best.fits || self->now.cost < self->best.cost))
    keep (self);
}

static gint64
mean_cost (const Assignment *now)
{
  gint64 cost = 0;
  int n = 0;

  for (int c = 0; c < now->problem->n_clusters; c++)
    {
      cost += now->clusters[c].cost;
      n += now->clusters[c].n;
    }
  return MAX (cost / MAX (n, 1), 1);
}

/* A cluster that is alone changes no units, so no step chooses its site. */
static void
choose_only_site (PatalMedianSearch *self)
{
  int site;

  if (self->now.problem->n_clusters > 1 || assignment_best_site (&self->now, 0, -1, -1, -1, &site) == NEVER)
    return;
  assignment_place_at (&self->now, 0, site);
  assignment_settle (&self->now, 0);
  keep_if_better (self);
}

PatalMedianSearch *
patal_median_search_new (const PatalMedian *problem, const PatalMedianPlan *from, PatalRandom random)
{
  PatalMedianSearch *self = g_new0 (PatalMedianSearch, 1);
  gint64 demand = 0, cost = 0;

  self->random = random;
  for (int i = 0; i < LOTS; i++)
    self->lots[i] = (gint32) lround (-log ((i + 0.5) / LOTS) * LOT_ONE);
  assignment_init (&self->now, problem);
  self->transfer = transfer_new (&self->now);
  self->rebuild = rebuild_new (&self->now);
  for (int i = 0; i < problem->n_units; i++)
    {
      demand += problem->demand[i];
      cost += assignment_carry (&self->now, i, self->now.choices[0]) / problem->n_units;
    }
  self->now.price = MAX (cost * problem->n_units / MAX (demand, 1), 1);
  self->best.cluster = g_new (int, problem->n_units);
  self->best.site = g_new (int, problem->n_clusters);
  if (from != NULL)
    assignment_set (&self->now, from->cluster, from->site);
  else
    assignment_start (&self->now, &self->random);
  keep (self);
  choose_only_site (self);
  return self;
}

void
patal_median_search_free (PatalMedianSearch *self)
{
  if (self == NULL)
    return;
  transfer_free (self->transfer);
  rebuild_free (self->rebuild);
  assignment_clear (&self->now);
  g_free (self->best.cluster);
  g_free (self->best.site);
  g_free (self);
}

/* How much dearer the next step may be, drawn by lot (Metropolis). */
static gint64
allowance (PatalMedianSearch *self, gint64 temperature)
{
  return (gint64) ((double) temperature * self->lots[patal_random_next (&self->random) & (LOTS - 1)] / LOT_ONE);
}

/* @unit goes to cluster @to and @other (or -1) comes back, if that costs less than @most more. */
static gboolean
exchange (PatalMedianSearch *self, int unit, int other, int to, gint64 most)
{
  Assignment *now = &self->now;
  int from = now->cluster[unit], old = now->clusters[from].site, site_from, site_to;
  gint64 before = now->clusters[from].cost + now->clusters[from].penalty + now->clusters[to].cost + now->clusters[to].penalty;
  gint64 hope = assignment_hope (now, unit, &now->clusters[to]);
  gint64 cost;

  if (other >= 0)
    hope += assignment_hope (now, other, &now->clusters[from]);
  if (assignment_change (now, unit, other, to) - hope >= most)
    return FALSE;
  cost = assignment_best_site (now, from, other, unit, to, &site_from);
  if (cost - before >= most)
    return FALSE;
  now->used[old]--; /* the other chooses when this one has */
  now->used[site_from]++;
  now->clusters[from].site = site_from;
  cost += assignment_best_site (now, to, unit, other, -1, &site_to);
  now->used[site_from]--;
  now->used[old]++;
  now->clusters[from].site = old;
  if (site_to < 0 || cost - before >= most)
    return FALSE;
  assignment_move (now, unit, to);
  if (other >= 0)
    assignment_move (now, other, from);
  assignment_place_at (now, from, site_from);
  assignment_place_at (now, to, site_to);
  assignment_settle (now, from);
  assignment_settle (now, to);
  return TRUE;
}

static gboolean
step (PatalMedianSearch *self, gint64 most)
{
  Assignment *now = &self->now;
  int unit = patal_random_below (&self->random, now->n_units), from = now->cluster[unit], next, to, other = -1;
  guint64 drawn;

  if (now->n_near == 0)
    return FALSE;
  next = now->near[(gsize) unit * now->n_near + patal_random_below (&self->random, now->n_near)];
  drawn = patal_random_next (&self->random);
  to = now->nowhere >= 0 && (drawn >> 56) == 0 ? now->nowhere : now->cluster[next];
  if (to == from)
    return FALSE;
  if (to != now->nowhere && ((now->clusters[from].n == 1 && from != now->nowhere) || (drawn & 3) != 0))
    other = drawn & 4 ? next : now->clusters[to].units[patal_random_below (&self->random, now->clusters[to].n)];
  else if (now->clusters[from].n == 1 && from != now->nowhere)
    return FALSE;
  return exchange (self, unit, other, to, most);
}

/* @unfit: for so many periods nothing has fitted. */
static gint64
next_price (const Assignment *now, int unfit, double temperature)
{
  gint64 price = unfit > PATIENCE ? now->price * 5 / 4 : unfit > 0 ? now->price * 51 / 50 : now->price * 99 / 100;

  return CLAMP (price + (unfit > 0), (gint64) (temperature / 4) + 1, MOST_PRICE);
}

/* The next change at @temperature, of the kind whose turn it is after @i steps; those made so far are counted in @transfers and @rebuilds. Gives the
 * number of steps that it was worth. */
static int
change (PatalMedianSearch *self, guint64 i, gint64 temperature, guint64 *transfers, guint64 *rebuilds)
{
  gint64 most = allowance (self, temperature);
  gboolean changed;
  int work = 1;

  if (*transfers * 100 < i * TRANSFERS)
    {
      changed = transfer_run (self->transfer, &self->random, most, &work);
      *transfers += work;
    }
  else if (*rebuilds * 100 < i * REBUILDS)
    {
      changed = rebuild_run (self->rebuild, &self->random, most, &work);
      *rebuilds += work;
    }
  else
    changed = step (self, most);
  if (changed)
    keep_if_better (self);
  return work;
}

void
patal_median_search_run (PatalMedianSearch *self, guint64 steps, PatalMedianStop stop, gpointer data)
{
  Assignment *now = &self->now;
  int unfit = 0;
  guint64 transfers = 0, rebuilds = 0, next_period = 0;
  double temperature = (double) mean_cost (now) * HOT, cooling = pow (COLD / HOT, 1.0 / (double) (steps / PERIOD + 1));

  for (guint64 i = 0; i < steps; i += change (self, i, (gint64) temperature, &transfers, &rebuilds))
    if (i >= next_period)
      {
        if (stop != NULL && stop (data))
          break;
        for (; next_period <= i; next_period += PERIOD)
          temperature *= cooling;
        unfit = now->penalty > 0 ? unfit + 1 : 0;
        assignment_reprice (now, next_price (now, unfit, temperature));
        choose_only_site (self);
      }
  if (self->best.fits)
    assignment_set (now, self->best.cluster, self->best.site);
  else
    keep (self);
}

const PatalMedianPlan *
patal_median_search_best (PatalMedianSearch *self)
{
  return &self->best;
}
