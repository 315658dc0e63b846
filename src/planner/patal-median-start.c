/* patal-median-start.c: a first assignment, to begin the search with
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-median-private.h"

static int
free_site_next_to (const Assignment *self, int unit, const int *used)
{
  int best = -1;

  for (int j = 0; j < self->problem->n_sites; j++) /* one that stands empty before one that is shared */
    if (used[j] < self->uses[j]
        && (best < 0 || (used[j] > 0) < (used[best] > 0)
            || ((used[j] > 0) == (used[best] > 0) && assignment_length (self, unit, j) < assignment_length (self, unit, best))))
      best = j;
  return best;
}

/* Each beside a unit that is drawn by lot, the more probably the more people are the farther from the sites chosen so far (k-means++ of Arthur and
 * Vassilvitskii). */
static void
spread_sites (const Assignment *self, PatalRandom *random, int *site)
{
  g_autofree int *used = g_new0 (int, self->n_sites);
  g_autofree gint64 *shares = g_new (gint64, self->n_units);

  for (int i = 0; i < self->n_units; i++)
    shares[i] = (gint64) PATAL_MEDIAN_FORBIDDEN * (1 + self->problem->demand[i]);
  for (int c = 0; c < self->problem->n_clusters; c++)
    {
      site[c] = free_site_next_to (self, patal_random_share (random, shares, self->n_units), used);
      g_assert (site[c] >= 0); /* the caller has counted: there is room for all clusters */
      used[site[c]]++;
      for (int i = 0; i < self->n_units; i++)
        shares[i] = MIN (shares[i], (gint64) assignment_length (self, i, site[c]) * (1 + self->problem->demand[i]));
    }
}

/* A step joins the cluster of another unit, so it would never find one that has none. */
static void
people_all (const Assignment *self, const int *site, int *cluster)
{
  g_autofree int *n = g_new0 (int, self->problem->n_clusters);

  for (int i = 0; i < self->n_units; i++)
    n[cluster[i]]++;
  for (int c = 0; c < self->problem->n_clusters; c++)
    {
      int best = -1;

      for (int i = 0; i < self->n_units && n[c] == 0; i++)
        if (n[cluster[i]] > 1 && (best < 0 || assignment_length (self, i, site[c]) < assignment_length (self, best, site[c])))
          best = i;
      if (best < 0)
        continue;
      n[cluster[best]]--;
      n[c]++;
      cluster[best] = c;
    }
}

void
assignment_start (Assignment *self, PatalRandom *random)
{
  g_autofree int *site = g_new (int, self->n_clusters);
  g_autofree int *load = g_new0 (int, self->n_clusters);
  g_autofree int *cluster = g_new (int, self->n_units);
  g_autofree int *order = g_new (int, self->n_units);

  spread_sites (self, random, site);
  for (int i = 0; i < self->n_units; i++)
    {
      int at = patal_random_below (random, i + 1);

      order[i] = order[at];
      order[at] = i;
    }
  for (int t = 0; t < self->n_units; t++)
    {
      int i = order[t], demand = self->problem->demand[i];
      gint64 least = NEVER;

      for (int c = 0; c < self->problem->n_clusters; c++)
        {
          int over = MAX (load[c] + demand - self->capacity[site[c]], 0);
          gint64 cost = assignment_carry (self, i, site[c]) + over * self->price;

          if (cost < least)
            {
              least = cost;
              cluster[i] = c;
            }
        }
      load[cluster[i]] += demand;
    }
  people_all (self, site, cluster);
  assignment_set (self, cluster, site);
}
