/* patal-median-assignment.c: the clusters of an assignment
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-median-private.h"

/* The @n_out smallest of @n, the smallest first; of equals the first. */
static int
smallest (const gint32 *values, int n, int n_out, int *out)
{
  int found = 0;

  for (int i = 0; i < n; i++)
    {
      int at;

      if (values[i] >= PATAL_MEDIAN_FORBIDDEN || (found == n_out && values[i] >= values[out[found - 1]]))
        continue;
      at = found < n_out ? found++ : found - 1;
      for (; at > 0 && values[out[at - 1]] > values[i]; at--)
        out[at] = out[at - 1];
      out[at] = i;
    }
  return found;
}

static void
copy_sites (Assignment *self)
{
  const PatalMedian *problem = self->problem;
  gboolean out = problem->out > 0;

  self->n_sites = problem->n_sites + out;
  self->stride = self->n_sites;
  self->length = g_new (gint32, (gsize) problem->n_units * self->stride);
  self->capacity = g_new (int, self->n_sites);
  self->uses = g_new (int, self->n_sites);
  self->used = g_new0 (int, self->n_sites);
  for (int i = 0; i < problem->n_units; i++)
    {
      memcpy (self->length + (gsize) i * self->stride, problem->length + (gsize) i * problem->n_sites, problem->n_sites * sizeof (gint32));
      if (out)
        self->length[(gsize) i * self->stride + problem->n_sites] = problem->out;
    }
  memcpy (self->capacity, problem->capacity, problem->n_sites * sizeof (int));
  memcpy (self->uses, problem->uses, problem->n_sites * sizeof (int));
  if (out)
    {
      self->capacity[problem->n_sites] = G_MAXINT;
      self->uses[problem->n_sites] = 1;
    }
}

/* (transfer full): of each site the unit next to it. Row by row: columns would miss the cache at every step. */
static int *
nearest_units (const Assignment *self)
{
  int n = self->problem->n_sites, *nearest = g_new0 (int, n);

  for (int i = 1; i < self->n_units; i++)
    for (int j = 0; j < n; j++)
      if (assignment_length (self, i, j) < assignment_length (self, nearest[j], j))
        nearest[j] = i;
  return nearest;
}

static int
nearest_site (const Assignment *self, int unit)
{
  int nearest = 0;

  for (int j = 1; j < self->problem->n_sites; j++)
    if (assignment_length (self, unit, j) < assignment_length (self, unit, nearest))
      nearest = j;
  return nearest;
}

/* Lengths between two sites are not given: a site is where the unit next to it is. */
static void
find_choices (Assignment *self)
{
  int n = self->problem->n_sites, per_cluster = self->n_units / self->problem->n_clusters;
  int most = per_cluster < 8 ? 24 : per_cluster < 40 ? 40 : MOST_CHOICES;
  g_autofree int *nearest = nearest_units (self);

  self->n_choices = n <= MOST_CHOICES || self->problem->n_clusters == 1 ? n : most;
  self->choices = g_new (int, (gsize) self->n_sites * self->n_choices);
  for (int j = 0; j < n; j++)
    {
      int *choices = self->choices + (gsize) j * self->n_choices, found, with_itself = FALSE;
      gsize unit = nearest[j];

      found = smallest (self->length + unit * self->stride, n, self->n_choices, choices);
      for (int k = 0; k < n && found < self->n_choices; k++) /* what is forbidden to that unit need not be so to others */
        if (self->length[unit * self->stride + k] >= PATAL_MEDIAN_FORBIDDEN)
          choices[found++] = k;
      for (int k = 0; k < self->n_choices; k++)
        with_itself |= choices[k] == j;
      if (!with_itself)
        choices[self->n_choices - 1] = j;
    }
}

/* Nor are those between two units: they are taken by way of the site next to one of them. */
static void
find_near (Assignment *self)
{
  g_autofree gint32 *length = g_new (gint32, self->n_units);
  int *home = self->home = g_new (int, self->n_units);

  self->n_near = MIN (NEAR_UNITS, self->n_units - 1);
  self->near = g_new (int, (gsize) self->n_units * MAX (self->n_near, 1));
  for (int i = 0; i < self->n_units; i++)
    home[i] = nearest_site (self, i);
  for (int i = 0; i < self->n_units; i++)
    {
      int *near = self->near + (gsize) i * self->n_near, found;

      for (int k = 0; k < self->n_units; k++)
        length[k] = MIN (assignment_length (self, i, home[k]), PATAL_MEDIAN_FORBIDDEN / 2 - 1)
                    + MIN (assignment_length (self, k, home[k]), PATAL_MEDIAN_FORBIDDEN / 2 - 1);
      length[i] = PATAL_MEDIAN_FORBIDDEN;
      found = smallest (length, self->n_units, self->n_near, near);
      g_assert (found == self->n_near);
    }
}

void
assignment_init (Assignment *self, const PatalMedian *problem)
{
  *self = (Assignment) { .problem = problem, .n_units = problem->n_units, .nowhere = -1 };
  copy_sites (self);
  find_choices (self);
  find_near (self);
  self->n_clusters = problem->n_clusters;
  if (problem->out > 0)
    self->nowhere = self->n_clusters++;
  self->cluster = g_new (int, self->n_units);
  self->place = g_new (int, self->n_units);
  self->clusters = g_new0 (Cluster, self->n_clusters);
  for (int c = 0; c < self->n_clusters; c++)
    {
      self->clusters[c].least = c == self->nowhere ? 0 : problem->least;
      self->clusters[c].sums = g_new (gint64, self->n_choices);
    }
}

void
assignment_clear (Assignment *self)
{
  for (int c = 0; c < self->n_clusters; c++)
    {
      g_free (self->clusters[c].units);
      g_free (self->clusters[c].sums);
    }
  g_free (self->clusters);
  g_free (self->cluster);
  g_free (self->place);
  g_free (self->choices);
  g_free (self->near);
  g_free (self->home);
  g_free (self->used);
  g_free (self->uses);
  g_free (self->capacity);
  g_free (self->length);
}

void
assignment_add_sums (Assignment *self, int c, int unit, int sign)
{
  Cluster *cluster = &self->clusters[c];
  const gint32 *length = self->length + (gsize) unit * self->stride;
  gint64 weight = (gint64) sign * self->problem->weight[unit];

  for (int k = 0; k < cluster->n_choices; k++)
    cluster->sums[k] += weight * length[cluster->choices[k]];
}

static void
join (Assignment *self, int unit, int to)
{
  Cluster *cluster = &self->clusters[to];

  if (cluster->n == cluster->room)
    {
      cluster->room = MAX (16, cluster->room * 2);
      cluster->units = g_renew (int, cluster->units, cluster->room);
    }
  self->cluster[unit] = to;
  self->place[unit] = cluster->n;
  cluster->units[cluster->n++] = unit;
  cluster->load += self->problem->demand[unit];
}

static void
leave (Assignment *self, int unit)
{
  Cluster *cluster = &self->clusters[self->cluster[unit]];
  int last = cluster->units[--cluster->n];

  cluster->units[self->place[unit]] = last;
  self->place[last] = self->place[unit];
  cluster->load -= self->problem->demand[unit];
}

void
assignment_pass (Assignment *self, int unit, int to)
{
  leave (self, unit);
  join (self, unit, to);
}

void
assignment_move (Assignment *self, int unit, int to)
{
  assignment_add_sums (self, self->cluster[unit], unit, -1);
  assignment_pass (self, unit, to);
  assignment_add_sums (self, to, unit, 1);
}

void
assignment_choose_around (Assignment *self, int c, int site)
{
  Cluster *cluster = &self->clusters[c];

  cluster->n_choices = c == self->nowhere ? 1 : self->n_choices;
  cluster->choices = c == self->nowhere ? &self->problem->n_sites : self->choices + (gsize) site * self->n_choices;
  memset (cluster->sums, 0, cluster->n_choices * sizeof (gint64));
  for (int t = 0; t < cluster->n; t++)
    assignment_add_sums (self, c, cluster->units[t], 1);
}

void
assignment_place_at (Assignment *self, int c, int site)
{
  Cluster *cluster = &self->clusters[c];

  if (site == cluster->site)
    return;
  self->used[cluster->site]--;
  self->used[site]++;
  cluster->site = site;
  if (self->n_choices < self->problem->n_sites) /* else all choose among all */
    assignment_choose_around (self, c, site);
}

void
assignment_settle (Assignment *self, int c)
{
  Cluster *cluster = &self->clusters[c];
  int k = 0;

  while (cluster->choices[k] != cluster->site)
    k++;
  self->cost += cluster->sums[k] - cluster->cost;
  self->penalty -= cluster->penalty;
  cluster->cost = cluster->sums[k];
  cluster->penalty = assignment_fine (self, cluster, cluster->load, cluster->site);
  self->penalty += cluster->penalty;
}

void
assignment_reprice (Assignment *self, gint64 price)
{
  self->price = price;
  self->penalty = 0;
  for (int c = 0; c < self->n_clusters; c++)
    {
      Cluster *cluster = &self->clusters[c];

      cluster->penalty = assignment_fine (self, cluster, cluster->load, cluster->site);
      self->penalty += cluster->penalty;
    }
}

void
assignment_set (Assignment *self, const int *cluster, const int *site)
{
  memset (self->used, 0, self->n_sites * sizeof (int));
  for (int c = 0; c < self->n_clusters; c++)
    {
      Cluster *made = &self->clusters[c];

      made->site = c == self->nowhere ? self->problem->n_sites : site[c];
      made->n = made->load = 0;
      self->used[made->site]++;
    }
  for (int i = 0; i < self->n_units; i++)
    join (self, i, cluster[i] == PATAL_MEDIAN_OUT ? self->nowhere : cluster[i]);
  for (int c = 0; c < self->n_clusters; c++)
    assignment_choose_around (self, c, self->clusters[c].site);
  self->cost = self->penalty = 0;
  for (int c = 0; c < self->n_clusters; c++)
    {
      self->clusters[c].cost = self->clusters[c].penalty = 0;
      assignment_settle (self, c);
    }
}

int
assignment_free_site (const Assignment *self, int unit)
{
  const int *choices = self->choices + (gsize) self->home[unit] * self->n_choices;
  int best = -1;

  for (int k = 0; k < self->n_choices; k++)
    if (self->used[choices[k]] < self->uses[choices[k]]
        && (best < 0 || assignment_length (self, unit, choices[k]) < assignment_length (self, unit, best)))
      best = choices[k];
  return best;
}

gint64
assignment_best_site (const Assignment *self, int c, int in, int out, int other, int *site)
{
  const Cluster *cluster = &self->clusters[c];
  const PatalMedian *problem = self->problem;
  const gint32 *more = in >= 0 ? self->length + (gsize) in * self->stride : NULL;
  const gint32 *less = out >= 0 ? self->length + (gsize) out * self->stride : NULL;
  int load = cluster->load + (in >= 0 ? problem->demand[in] : 0) - (out >= 0 ? problem->demand[out] : 0);
  gint64 best = NEVER;

  *site = -1;
  for (int k = 0; k < cluster->n_choices; k++)
    {
      int j = cluster->choices[k], used;
      gint64 cost = cluster->sums[k] + assignment_fine (self, cluster, load, j);

      if (more != NULL)
        cost += (gint64) problem->weight[in] * more[j];
      if (less != NULL)
        cost -= (gint64) problem->weight[out] * less[j];
      if (cost >= best)
        continue;
      used = self->used[j] - (j == cluster->site) - (other >= 0 && j == self->clusters[other].site);
      if (used < self->uses[j])
        {
          best = cost;
          *site = j;
        }
    }
  return best;
}

gint64
assignment_change (const Assignment *now, int unit, int other, int to)
{
  const Cluster *a = &now->clusters[now->cluster[unit]], *b = &now->clusters[to];
  int demand = now->problem->demand[unit] - (other >= 0 ? now->problem->demand[other] : 0);
  gint64 change = assignment_carry (now, unit, b->site) - assignment_carry (now, unit, a->site);

  if (other >= 0)
    change += assignment_carry (now, other, a->site) - assignment_carry (now, other, b->site);
  return change + assignment_fine (now, a, a->load - demand, a->site) + assignment_fine (now, b, b->load + demand, b->site)
         - a->penalty - b->penalty;
}
