/* patal-median-bound.c: no assignment can cost less
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lagrange: each unit has a price that whoever takes it is paid, so that it may be taken by no cluster or by several. Then each site alone chooses what
 * pays best within its room: an integer knapsack. Prices are whole numbers, so that the bound is exact. They move against what is taken too often or
 * not at all (subgradient with Polyak's step). */
#include "patal-median.h"
#include <math.h>

#define FIRST_STEP  1.0   /* of Polyak's */
#define LAST_STEP   0.005
#define MEMORY      0.6   /* of the last direction, which the next one goes on with */
#define NEVER       (G_MAXINT64 / 4)

typedef struct
{
  const PatalMedian *problem;
  gint64 *price;     /* of each unit */
  double *direction; /* likewise: where the last step went */
  gint64 *pays;      /* [site × (n_clusters + 1)]: the least cost of so many clusters there, prices taken off */
  gint64 *filled;    /* of the knapsack: least cost with so much demand */
  guint8 *taken;     /* [item × (demand + 1)]: whether the item is in it */
  int    *items;     /* units that pay at this site */
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

static void
take_items (Prices *self, int site, int clusters)
{
  Items items = find_items (self, site);
  int room = room_for (self, site, clusters, &items), demand = 0;

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
  int demand;

  for (int j = 0; j < problem->n_sites; j++)
    {
      Items items = find_items (self, j);
      int most = MIN (problem->uses[j], problem->n_clusters);

      fill (self, j, &items, room_for (self, j, most, &items), FALSE);
      for (int t = 1; t <= most; t++)
        self->pays[(gsize) j * (problem->n_clusters + 1) + t] = least_of (self, j, t, &items, &demand);
    }
  sum = open_clusters (self);
  memset (self->times, 0, problem->n_units * sizeof (int));
  for (int j = 0; j < problem->n_sites && sum < NEVER; j++)
    if (self->opened[j] > 0)
      take_items (self, j, self->opened[j]);
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

gint64
patal_median_bound (const PatalMedian *problem, gint64 upper, int rounds)
{
  int demand = 0;
  double step = FIRST_STEP, shorter = pow (LAST_STEP / FIRST_STEP, 1.0 / MAX (rounds, 1));
  gint64 best = 0;
  Prices self = { .problem = problem };

  for (int i = 0; i < problem->n_units; i++)
    demand += problem->demand[i];
  self.price = g_new (gint64, problem->n_units);
  self.direction = g_new0 (double, problem->n_units);
  self.pays = g_new (gint64, (gsize) problem->n_sites * (problem->n_clusters + 1));
  self.filled = g_new (gint64, demand + 1);
  self.taken = g_new (guint8, (gsize) problem->n_units * (demand + 1));
  self.items = g_new (int, problem->n_units);
  self.times = g_new (int, problem->n_units);
  self.opened = g_new (int, problem->n_sites);
  for (int i = 0; i < problem->n_units; i++)
    self.price[i] = upper / problem->n_units;
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
  g_free (self.times);
  g_free (self.opened);
  return best;
}
