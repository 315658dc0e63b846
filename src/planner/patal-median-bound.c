/* patal-median-bound.c: no assignment can cost less
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lagrange: each unit has a price that whoever takes it is paid, so that it may be taken by no cluster or by several. Then each site alone chooses what
 * pays best within its room: an integer knapsack. Prices are whole numbers, so that the bound is exact. They move against what is taken too often or
 * not at all (subgradient with Polyak's step). A knapsack that would take too long is not filled with whole items: the last may be cut. */
#include "patal-median.h"
#include <math.h>
#include <stdlib.h>

#define FIRST_STEP  1.0   /* of Polyak's */
#define LAST_STEP   0.005
#define LEAST_SHARE 0.85  /* of a step that the next one is, though few rounds then end on a long one */
#define MEMORY      0.6   /* of the last direction, which the next one goes on with */
#define MOST_WORK   100000000 /* items × room of all sites in a round: some tenths of a second */
#define NEVER       (G_MAXINT64 / 4)

typedef struct
{
  double worth; /* cost by demand: the least first */
  int    unit;
} Cut;

typedef struct
{
  const PatalMedian *problem;
  gint64 *price;     /* of each unit */
  double *direction; /* likewise: where the last step went */
  gint64 *pays;      /* [site × (n_clusters + 1)]: the least cost of so many clusters there, prices taken off */
  gint64 *filled;    /* of the knapsack: least cost with so much demand */
  guint8 *taken;     /* [item × (demand + 1)]: whether the item is in it */
  int    *items;     /* units that pay at this site */
  Cut    *cuts;      /* room for all of them */
  int    *times;     /* of each unit: how often it is taken */
  int    *opened;    /* of each site: how many clusters */
} Prices;

typedef struct
{
  int    n, demand;   /* of the items */
  gint64 filler;      /* what a demand costs at least that does not pay, rounded down */
} Items;

static gint64
cost_less_price (const Prices *self, int unit, int site)
{
  const PatalMedian *problem = self->problem;

  return (gint64) problem->weight[unit] * problem->length[(gsize) unit * problem->n_sites + site] - self->price[unit];
}

static Items
find_items (Prices *self, int site)
{
  const PatalMedian *problem = self->problem;
  Items found = { .filler = G_MAXINT32 };

  for (int i = 0; i < problem->n_units; i++)
    {
      gint64 cost = cost_less_price (self, i, site);

      if (problem->length[(gsize) i * problem->n_sites + site] >= PATAL_MEDIAN_FORBIDDEN)
        continue;
      if (cost < 0)
        {
          self->items[found.n++] = i;
          found.demand += problem->demand[i];
        }
      else
        found.filler = MIN (found.filler, cost / MAX (problem->demand[i], 1));
    }
  return found;
}

/* Several clusters at one site share its items, so they are one knapsack as large as all of them. */
static void
fill (Prices *self, int site, const Items *items, int room, gboolean mark)
{
  for (int w = 0; w <= room; w++)
    self->filled[w] = w == 0 ? 0 : NEVER;
  for (int k = 0; k < items->n; k++)
    {
      int demand = self->problem->demand[self->items[k]];
      gint64 cost = cost_less_price (self, self->items[k], site);
      guint8 *row = self->taken + (gsize) k * (room + 1);

      if (mark)
        memset (row, 0, room + 1);
      for (int w = room; w >= demand; w--)
        if (self->filled[w - demand] + cost < self->filled[w])
          {
            self->filled[w] = self->filled[w - demand] + cost;
            if (mark)
              row[w] = 1;
          }
    }
}

static int
room_for (const Prices *self, int site, int clusters, const Items *items)
{
  return (int) MIN ((gint64) self->problem->capacity[site] * clusters, items->demand);
}

/* The least cost of @clusters clusters at @site out of what is filled; those that do not pay their way up to the least demand cost what such cost. */
static gint64
least_of (const Prices *self, int site, int clusters, const Items *items, int *demand)
{
  int room = room_for (self, site, clusters, items), least = self->problem->least * clusters;
  gint64 best = NEVER;

  for (int w = 0; w <= room; w++)
    {
      gint64 cost = self->filled[w] + (w < least ? (least - w) * items->filler : 0);

      if (self->filled[w] < NEVER / 2 && cost < best)
        {
          best = cost;
          *demand = w;
        }
    }
  return best;
}

/* --- Items that may be cut --- */

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const Cut *x = a, *y = b;

  return x->worth != y->worth ? (x->worth < y->worth ? -1 : 1) : x->unit - y->unit;
}

static gboolean
may_cut (const Prices *self, const Items *items, int room)
{
  return self->problem->least == 0 && (gint64) items->n * room > MOST_WORK / self->problem->n_sites;
}

static void
sort_cuts (Prices *self, int site, const Items *items)
{
  for (int k = 0; k < items->n; k++)
    {
      int unit = self->items[k], demand = self->problem->demand[unit];

      self->cuts[k] = (Cut){ (double) cost_less_price (self, unit, site) / MAX (demand, 0.5), unit };
    }
  qsort (self->cuts, items->n, sizeof *self->cuts, compare_cuts);
}

/* No whole items in @room cost less; the cuts are sorted. Notes who is taken, if @mark. */
static gint64
cut_cost (Prices *self, int site, const Items *items, int room, gboolean mark)
{
  gint64 sum = 0;

  for (int k = 0; k < items->n && room >= 0; k++)
    {
      int unit = self->cuts[k].unit, demand = self->problem->demand[unit];
      gint64 cost = cost_less_price (self, unit, site);

      sum += demand <= room ? cost : -((-cost * room + demand - 1) / demand); /* what is left of it is rounded to the safe side */
      if (mark)
        self->times[unit] += demand <= room || 2 * room >= demand;
      room -= demand;
    }
  return sum;
}

/* What so many clusters at @site cost at least, into @pays. */
static void
weigh_site (Prices *self, int site, int most, gint64 *pays)
{
  Items items = find_items (self, site);
  int room = room_for (self, site, most, &items), demand;
  gboolean cut = may_cut (self, &items, room);

  if (cut)
    sort_cuts (self, site, &items);
  else
    fill (self, site, &items, room, FALSE);
  for (int t = 1; t <= most; t++)
    pays[t] = cut ? cut_cost (self, site, &items, room_for (self, site, t, &items), FALSE)
                  : least_of (self, site, t, &items, &demand);
}

static void
take_items (Prices *self, int site, int clusters, int most)
{
  Items items = find_items (self, site);
  int room = room_for (self, site, clusters, &items), demand = 0;

  if (may_cut (self, &items, room_for (self, site, most, &items)))
    {
      sort_cuts (self, site, &items);
      cut_cost (self, site, &items, room, TRUE);
      return;
    }
  fill (self, site, &items, room, TRUE);
  least_of (self, site, clusters, &items, &demand);
  for (int k = items.n - 1; k >= 0; k--)
    if (self->taken[(gsize) k * (room + 1) + demand])
      {
        self->times[self->items[k]]++;
        demand -= self->problem->demand[self->items[k]];
      }
}

/* Opens the clusters where they cost least: the sums are not convex in the number at one site, so by the whole table. */
static gint64
open_clusters (Prices *self)
{
  const PatalMedian *problem = self->problem;
  int n = problem->n_clusters;
  g_autofree gint64 *least = g_new (gint64, n + 1);
  g_autofree int *chosen = g_new0 (int, (gsize) problem->n_sites * (n + 1));

  for (int k = 0; k <= n; k++)
    least[k] = k == 0 ? 0 : NEVER;
  for (int j = 0; j < problem->n_sites; j++)
    for (int k = n; k > 0; k--)
      for (int t = 1; t <= MIN (problem->uses[j], k); t++)
        if (least[k - t] < NEVER && least[k - t] + self->pays[(gsize) j * (n + 1) + t] < least[k])
          {
            least[k] = least[k - t] + self->pays[(gsize) j * (n + 1) + t];
            chosen[(gsize) j * (n + 1) + k] = t;
          }
  for (int j = problem->n_sites - 1, k = n; j >= 0; j--)
    {
      self->opened[j] = chosen[(gsize) j * (n + 1) + k];
      k -= self->opened[j];
    }
  return least[n];
}

/* The bound of these prices; the units' times are then known. */
static gint64
evaluate (Prices *self)
{
  const PatalMedian *problem = self->problem;
  gint64 sum;

  for (int j = 0; j < problem->n_sites; j++)
    weigh_site (self, j, MIN (problem->uses[j], problem->n_clusters), self->pays + (gsize) j * (problem->n_clusters + 1));
  sum = open_clusters (self);
  memset (self->times, 0, problem->n_units * sizeof (int));
  for (int j = 0; j < problem->n_sites && sum < NEVER; j++)
    if (self->opened[j] > 0)
      take_items (self, j, self->opened[j], MIN (problem->uses[j], problem->n_clusters));
  for (int i = 0; i < problem->n_units && sum < NEVER; i++)
    sum += self->price[i];
  return sum;
}

static void
move_prices (Prices *self, double gap)
{
  double square = 0;

  for (int i = 0; i < self->problem->n_units; i++)
    {
      self->direction[i] = 1 - self->times[i] + MEMORY * self->direction[i];
      square += self->direction[i] * self->direction[i];
    }
  for (int i = 0; i < self->problem->n_units && square > 0; i++)
    self->price[i] += (gint64) (gap / square * self->direction[i]);
}

static gint64
cost_of (const PatalMedian *problem, const PatalMedianPlan *plan)
{
  gint64 cost = 0;

  for (int i = 0; i < problem->n_units; i++)
    cost += (gint64) problem->weight[i] * problem->length[(gsize) i * problem->n_sites + plan->site[plan->cluster[i]]];
  return cost;
}

/* Between its own cluster's site and the nearest other: so near, a unit is worth taking for few sites but its own. */
static gint64
first_price (const PatalMedian *problem, const PatalMedianPlan *plan, int unit)
{
  const gint32 *length = problem->length + (gsize) unit * problem->n_sites;
  gint64 own = length[plan->site[plan->cluster[unit]]], other = PATAL_MEDIAN_FORBIDDEN;

  for (int c = 0; c < problem->n_clusters; c++)
    if (c != plan->cluster[unit])
      other = MIN (other, length[plan->site[c]]);
  return problem->weight[unit] * (other < PATAL_MEDIAN_FORBIDDEN ? (own + other) / 2 : own);
}

gint64
patal_median_bound (const PatalMedian *problem, const PatalMedianPlan *plan, int rounds)
{
  int demand = 0;
  double step = FIRST_STEP, shorter = MAX (pow (LAST_STEP / FIRST_STEP, 1.0 / MAX (rounds, 1)), LEAST_SHARE);
  gint64 best = 0, upper = cost_of (problem, plan);
  Prices self = { .problem = problem };

  for (int i = 0; i < problem->n_units; i++)
    demand += problem->demand[i];
  self.price = g_new (gint64, problem->n_units);
  self.direction = g_new0 (double, problem->n_units);
  self.pays = g_new (gint64, (gsize) problem->n_sites * (problem->n_clusters + 1));
  self.filled = g_new (gint64, demand + 1);
  self.taken = g_new (guint8, (gsize) problem->n_units * (demand + 1));
  self.items = g_new (int, problem->n_units);
  self.cuts = g_new (Cut, problem->n_units);
  self.times = g_new (int, problem->n_units);
  self.opened = g_new (int, problem->n_sites);
  for (int i = 0; i < problem->n_units; i++)
    self.price[i] = first_price (problem, plan, i);
  for (int round = 0; round < rounds && best < upper; round++, step *= shorter)
    {
      gint64 bound = evaluate (&self);

      if (bound >= NEVER)
        break; /* no prices help: the clusters cannot be opened at all */
      best = MAX (best, bound);
      move_prices (&self, step * (double) (upper - bound));
    }
  g_free (self.price);
  g_free (self.direction);
  g_free (self.pays);
  g_free (self.filled);
  g_free (self.taken);
  g_free (self.items);
  g_free (self.cuts);
  g_free (self.times);
  g_free (self.opened);
  return best;
}
