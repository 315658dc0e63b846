/* patal-clusters.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-clusters.h"
#include "patal-cluster-group.h"
#include "patal-pieces.h"

#define MOST_RAISED 3    /* clusters more than wanted that are tried, where the sums would allow fewer */
#define PATIENCE    100 /* steps for each unit that are spent once more, then twice as many, */
#define PATIENT     6   /* times at most, before it is said that people do not fit */
#define FEW_UNITS   24   /* for fewer it is no less: prices need so many steps to rise */

/* What was found for one group; its arrays are in the order of the data. */
typedef struct
{
  int     n;
  int    *venue;
  GArray *findings;
  gint64  bound; /* of its part of F1 */
} GroupResult;

typedef struct
{
  const PatalPlanMap  *map;
  const PatalPlanDays *days;
  const PatalClusters *from;
  PatalClusters       *made;
  guint64              seed, steps;
  int                  rounds;  /* of the bound */
  GArray             **units, **venues; /* of each group */
  int                 *wanted;          /* likewise; 0: by the rule */
  GroupResult         *results;
  const PatalProgress *progress;
} Work;

PatalClusters *
patal_clusters_copy (const PatalClusters *clusters)
{
  PatalClusters *self = g_memdup2 (clusters, sizeof *clusters);

  self->group = g_memdup2 (clusters->group, MAX (self->data->n_blocks, 1) * sizeof (int));
  self->venue = g_memdup2 (clusters->venue, MAX (self->n, 1) * sizeof (int));
  self->cluster = g_memdup2 (clusters->cluster, MAX (self->data->n_units, 1) * sizeof (int));
  self->left = g_memdup2 (clusters->left, MAX (self->data->n_units, 1) * sizeof (PatalLeft));
  self->findings = g_array_copy (clusters->findings);
  return self;
}

void
patal_clusters_free (PatalClusters *self)
{
  if (self == NULL)
    return;
  g_free (self->group);
  g_free (self->venue);
  g_free (self->cluster);
  g_free (self->left);
  g_array_unref (self->findings);
  g_free (self);
}

static int
find_groups (PatalClusters *self)
{
  const PatalPlanData *data = self->data;

  self->group = g_new (int, data->n_blocks);
  for (int b = 0; b < data->n_blocks; b++)
    self->group[b] = data->rules.cross_block ? data->blocks[b].district : b;
  return data->rules.cross_block ? data->n_districts : data->n_blocks;
}

static void
sort_into_groups (Work *work)
{
  const PatalPlanData *data = work->map->data;
  PatalClusters *made = work->made;

  work->units = g_new (GArray *, made->n_groups);
  work->venues = g_new (GArray *, made->n_groups);
  work->wanted = g_new0 (int, made->n_groups);
  work->results = g_new0 (GroupResult, made->n_groups);
  for (int g = 0; g < made->n_groups; g++)
    {
      work->units[g] = g_array_new (FALSE, FALSE, sizeof (int));
      work->venues[g] = g_array_new (FALSE, FALSE, sizeof (int));
    }
  for (int u = 0; u < data->n_units; u++)
    g_array_append_val (work->units[made->group[data->units[u].block]], u);
  for (int v = 0; v < data->n_venues; v++)
    g_array_append_val (work->venues[made->group[data->venues[v].block]], v);
}

/* Rule C7: the number that is given counts where it is given for all blocks of the group that have people. */
static void
add_wanted (Work *work)
{
  const PatalPlanData *data = work->map->data;
  g_autofree gboolean *peopled = g_new0 (gboolean, data->n_blocks);
  g_autofree gboolean *open = g_new0 (gboolean, work->made->n_groups);

  for (int u = 0; u < data->n_units; u++)
    peopled[data->units[u].block] |= data->units[u].heads > 0;
  for (int b = 0; b < data->n_blocks; b++)
    {
      int g = work->made->group[b];

      open[g] |= peopled[b] && data->blocks[b].n_clusters == 0;
      work->wanted[g] += peopled[b] ? data->blocks[b].n_clusters : 0;
    }
  for (int g = 0; g < work->made->n_groups; g++)
    work->wanted[g] = open[g] ? 0 : work->wanted[g];
}

static void
find (GroupResult *result, PatalClustersFinding finding)
{
  if (result->findings == NULL)
    result->findings = g_array_new (FALSE, FALSE, sizeof finding);
  g_array_append_val (result->findings, finding);
}

static void
leave_all (Work *work, const ClusterGroup *group, PatalLeft why)
{
  for (int i = 0; i < group->n_units; i++)
    {
      work->made->cluster[group->units[i]] = -1;
      work->made->left[group->units[i]] = why;
    }
}

/* Of those that can be in a cluster. */
static int
heads_of (const ClusterGroup *group)
{
  int heads = 0;

  for (int i = 0; i < group->n_units; i++)
    heads += group->demand[i];
  return heads;
}

static void
find_divide (const ClusterGroup *group, GroupResult *result, PatalClustersCode code, int n)
{
  int heads = heads_of (group);

  find (result, (PatalClustersFinding) { code, group->group, heads, group->wanted, n, heads / n, (heads + n - 1) / n });
}

/* Those who fit in no seat stay out; for the others clusters are looked for all the same. */
static void
count_seats (const ClusterGroup *group, GroupResult *result, int heads)
{
  gint64 seats = 0;

  for (int i = 0; i < group->n_venues; i++)
    seats += (gint64) group->capacity[i] * group->uses[i];
  if (seats < heads)
    find (result, (PatalClustersFinding) { PATAL_CLUSTERS_SEATS, group->group, heads, group->wanted, 0,
                                          (int) seats, 0 });
}

/* How many clusters can be tried: from @fewest on. FALSE: no number can do, and it is said. */
static gboolean
count (const ClusterGroup *group, GroupResult *result, int *fewest, int *most)
{
  const PatalPlanRules *rules = &group->map->data->rules;
  gboolean alone = group->least < rules->batch_min; /* rule C3: so few have one cluster, even if not all find a seat */
  int heads = heads_of (group), largest = 1, needed, possible = alone ? 1 : MIN (heads / MAX (group->least, 1), group->n_units);

  for (int i = 0; i < group->n_venues; i++)
    largest = MAX (largest, group->capacity[i]);
  count_seats (group, result, heads);
  needed = (heads + largest - 1) / largest; /* or somebody stays out */
  *fewest = group->wanted;
  if (possible < *fewest && heads < group->heads) /* those who can be in no cluster want none: then the others may have fewer */
    *fewest = MIN (*fewest, cluster_group_wanted (rules, heads));
  if (alone)
    *fewest = needed = 1;
  if (group->n_slots < MAX (*fewest, needed))
    find (result, (PatalClustersFinding) { .code = PATAL_CLUSTERS_VENUES, .group = group->group, .heads = heads,
                                           .wanted = MAX (*fewest, needed), .low = group->n_slots });
  *fewest = MIN (*fewest, group->n_slots);
  if (possible < *fewest)
    {
      find_divide (group, result, PATAL_CLUSTERS_DIVIDE, *fewest);
      return FALSE;
    }
  *fewest = MAX (*fewest, MIN (needed, MIN (possible, group->n_slots)));
  *most = MIN (MIN (group->n_slots, possible), *fewest + MOST_RAISED);
  return TRUE;
}

static gboolean
stop_cb (gpointer data)
{
  Work *work = data;

  return work->progress != NULL && work->progress->cancellable != NULL && g_cancellable_is_cancelled (work->progress->cancellable);
}

static int
heads_out (const ClusterGroup *group, const PatalMedianPlan *plan)
{
  int heads = 0;

  for (int i = 0; i < group->n_units; i++)
    heads += plan->cluster[i] == PATAL_MEDIAN_OUT ? group->demand[i] : 0;
  return heads;
}

/* Those for whom @cluster has no room stay out, as few people as one can see: the smallest unit that is enough, else the largest. */
static void
unload (const ClusterGroup *group, PatalMedianPlan *plan, int cluster, int *load, int room)
{
  while (*load > room)
    {
      int out = -1;

      for (int i = 0; i < group->n_units; i++)
        if (plan->cluster[i] == cluster)
          {
            int heads = group->demand[i], best = out >= 0 ? group->demand[out] : 0;

            if (best < *load - room ? heads > best : heads >= *load - room && heads < best)
              out = i;
          }
      plan->cluster[out] = PATAL_MEDIAN_OUT;
      *load -= group->demand[out];
    }
}

/* Into the nearest cluster that has room (rule C9). */
static void
put_in (const PatalMedian *problem, PatalMedianPlan *plan, int unit, int *load)
{
  gint32 nearest = PATAL_MEDIAN_FORBIDDEN;
  int to = -1;

  for (int c = 0; c < problem->n_clusters; c++)
    {
      gint32 length = problem->length[(gsize) unit * problem->n_sites + plan->site[c]];

      if (length < nearest && load[c] + problem->demand[unit] <= problem->capacity[plan->site[c]])
        {
          nearest = length;
          to = c;
        }
    }
  if (to < 0)
    return;
  plan->cluster[unit] = to;
  load[to] += problem->demand[unit];
}

/* Ways that are forbidden, and clusters that are too full, are dearer than to leave somebody out, but the search may end before it has found that. */
static void
mend (const ClusterGroup *group, const PatalMedian *problem, PatalMedianPlan *plan)
{
  g_autofree int *load = g_new0 (int, problem->n_clusters);

  for (int i = 0; i < group->n_units; i++)
    if (plan->cluster[i] != PATAL_MEDIAN_OUT
        && problem->length[(gsize) i * problem->n_sites + plan->site[plan->cluster[i]]] >= PATAL_MEDIAN_FORBIDDEN)
      plan->cluster[i] = PATAL_MEDIAN_OUT;
    else if (plan->cluster[i] != PATAL_MEDIAN_OUT)
      load[plan->cluster[i]] += problem->demand[i];
  for (int c = 0; c < problem->n_clusters; c++)
    unload (group, plan, c, &load[c], problem->capacity[plan->site[c]]);
  for (int i = 0; i < group->n_units; i++)
    if (plan->cluster[i] == PATAL_MEDIAN_OUT)
      put_in (problem, plan, i, load);
  plan->fits = TRUE;
  for (int c = 0; c < problem->n_clusters; c++)
    plan->fits &= load[c] >= problem->least;
}

/* The clusters of the group in the order of their first units. */
static void
take (Work *work, const ClusterGroup *group, const PatalMedianPlan *plan, int n_clusters, GroupResult *result)
{
  g_autofree int *number = g_new (int, n_clusters);

  for (int c = 0; c < n_clusters; c++)
    number[c] = -1;
  result->venue = g_new (int, n_clusters);
  for (int i = 0; i < group->n_units; i++)
    {
      int c = plan->cluster[i], u = group->units[i];

      if (c == PATAL_MEDIAN_OUT)
        {
          work->made->cluster[u] = -1;
          work->made->left[u] = PATAL_LEFT_FULL;
          continue;
        }
      if (number[c] < 0)
        {
          number[c] = result->n;
          result->venue[result->n++] = group->venues[plan->site[c]];
        }
      work->made->cluster[u] = number[c];
    }
}

/* (transfer full): what @work->from has for the group; NULL where it has nothing that can be gone on from. */
static PatalMedianPlan *
plan_before (const Work *work, const ClusterGroup *group, int *n_clusters)
{
  PatalMedianPlan *plan;
  g_autofree int *number = NULL; /* of each cluster from @first on */
  int n = 0, first = G_MAXINT, last = -1;

  if (work->from == NULL)
    return NULL;
  for (int i = 0; i < group->n_units; i++)
    if (work->from->cluster[group->units[i]] >= 0)
      {
        first = MIN (first, work->from->cluster[group->units[i]]);
        last = MAX (last, work->from->cluster[group->units[i]]);
      }
  number = g_new (int, MAX (last - first + 1, 1));
  for (int c = first; c <= last; c++)
    number[c - first] = -1;
  plan = g_new0 (PatalMedianPlan, 1);
  plan->cluster = g_new (int, group->n_units);
  plan->site = g_new (int, group->n_units);
  for (int i = 0; i < group->n_units; i++)
    {
      int c = work->from->cluster[group->units[i]], site = 0, *known = &number[MAX (c - first, 0)];

      plan->cluster[i] = PATAL_MEDIAN_OUT;
      if (c < 0)
        continue;
      while (*known < 0 && site < group->n_venues && group->venues[site] != work->from->venue[c])
        site++;
      if (*known < 0 && site == group->n_venues)
        continue;
      if (*known < 0)
        {
          plan->site[n] = site;
          *known = n++;
        }
      plan->cluster[i] = *known;
    }
  *n_clusters = n;
  return plan;
}

static void
plan_free (PatalMedianPlan *plan)
{
  if (plan == NULL)
    return;
  g_free (plan->cluster);
  g_free (plan->site);
  g_free (plan);
}

/* (transfer full) */
static PatalMedianPlan *
plan_copy (const ClusterGroup *group, int n, const PatalMedianPlan *plan)
{
  PatalMedianPlan *copy = g_memdup2 (plan, sizeof *plan);

  copy->cluster = g_memdup2 (plan->cluster, group->n_units * sizeof (int));
  copy->site = g_memdup2 (plan->site, n * sizeof (int));
  return copy;
}

/* What is known of the group's clusters is left as it is; only the bound is found. */
static void
bound (Work *work, int g)
{
  ClusterGroup group;
  PatalMedianPlan *before;
  int n = 0;

  cluster_group_init (&group, work->map, work->days, g, work->units[g], work->venues[g], work->wanted[g], work->made->left);
  before = group.n_units > 0 ? plan_before (work, &group, &n) : NULL;
  if (n > 0 && heads_out (&group, before) == 0)
    {
      PatalMedian problem = cluster_group_problem (&group, n);

      work->results[g].bound = patal_median_bound (&problem, before, work->rounds);
    }
  plan_free (before);
  cluster_group_clear (&group);
}

/* (transfer full): what a search finds for @n clusters; NULL: nothing that fits. Goes on from @before, if there is one. */
static PatalMedianPlan *
search (Work *work, const ClusterGroup *group, int n, const PatalMedianPlan *before, guint64 stream)
{
  PatalMedian problem = cluster_group_problem (group, n);
  g_autoptr (PatalMedianSearch) search = NULL;
  PatalMedianPlan plan;
  PatalRandom random;

  patal_random_seed (&random, work->seed + (before != NULL), stream);
  search = patal_median_search_new (&problem, before, random);
  patal_median_search_run (search, work->steps * group->n_units, stop_cb, work);
  plan = *patal_median_search_best (search);
  mend (group, &problem, &plan);
  for (int more = 0; more < PATIENT && before == NULL && (!plan.fits || heads_out (group, &plan) > 0); more++)
    {
      patal_median_search_run (search, ((guint64) PATIENCE << more) * MAX (group->n_units, FEW_UNITS), stop_cb, work);
      plan = *patal_median_search_best (search);
      mend (group, &problem, &plan);
    }
  return plan.fits ? plan_copy (group, n, &plan) : NULL;
}

/* As few clusters as leave as few out as any number does. */
static void
solve (Work *work, int g)
{
  GroupResult *result = &work->results[g];
  ClusterGroup group;
  PatalMedianPlan *before, *best = NULL;
  int fewest, most, n_before = 0, n_best = 0;

  cluster_group_init (&group, work->map, work->days, g, work->units[g], work->venues[g], work->wanted[g], work->made->left);
  before = group.n_units > 0 ? plan_before (work, &group, &n_before) : NULL;
  if (group.n_units > 0 && !count (&group, result, &fewest, &most))
    leave_all (work, &group, PATAL_LEFT_DIVIDED);
  else if (group.n_units > 0)
    {
      if (n_before > 0)
        most = n_before;
      for (int n = n_before > 0 ? n_before : fewest; n <= most && (best == NULL || heads_out (&group, best) > 0); n++)
        {
          PatalMedianPlan *plan = search (work, &group, n, n_before > 0 ? before : NULL, ((guint64) g << 8) + (guint64) (n - fewest));

          if (plan != NULL && (best == NULL || heads_out (&group, plan) < heads_out (&group, best)))
            {
              plan_free (best);
              best = g_steal_pointer (&plan);
              n_best = n;
            }
          plan_free (plan);
        }
      if (best == NULL)
        {
          find_divide (&group, result, PATAL_CLUSTERS_UNFOUND, most);
          leave_all (work, &group, PATAL_LEFT_DIVIDED);
        }
      else
        take (work, &group, best, n_best, result);
      if (n_best > group.wanted)
        find (result, (PatalClustersFinding) { PATAL_CLUSTERS_RAISED, g, group.heads, group.wanted, n_best, 0, 0 });
    }
  plan_free (best);
  plan_free (before);
  cluster_group_clear (&group);
}

static void
solve_group (int group, gpointer data)
{
  Work *work = data;

  if (work->rounds > 0)
    bound (work, group);
  else
    solve (work, group);
}

static void
join_groups (Work *work)
{
  PatalClusters *made = work->made;
  const PatalPlanData *data = made->data;
  g_autofree int *first = g_new (int, made->n_groups + 1);

  first[0] = 0;
  for (int g = 0; g < made->n_groups; g++)
    first[g + 1] = first[g] + work->results[g].n;
  made->n = first[made->n_groups];
  made->venue = g_new (int, MAX (made->n, 1));
  for (int g = 0; g < made->n_groups; g++)
    {
      if (work->results[g].n > 0)
        memcpy (made->venue + first[g], work->results[g].venue, work->results[g].n * sizeof (int));
      if (work->results[g].findings != NULL)
        g_array_append_vals (made->findings, work->results[g].findings->data, work->results[g].findings->len);
    }
  for (int u = 0; u < data->n_units; u++)
    {
      int v, metres;

      if (made->cluster[u] < 0)
        {
          made->heads_out += data->units[u].heads;
          continue;
        }
      made->cluster[u] += first[made->group[data->units[u].block]];
      v = made->venue[made->cluster[u]];
      metres = patal_plan_map_unit_to_venue (work->map, u, v);
      made->person_metres += data->units[u].heads * (metres + (gint64) data->venues[v].rank * data->rules.rank_metres);
      if (patal_plan_map_is_known (work->map, u, v))
        made->farthest_metres = MAX (made->farthest_metres, metres);
    }
}

static void
work_clear (Work *work)
{
  for (int g = 0; g < work->made->n_groups; g++)
    {
      g_array_unref (work->units[g]);
      g_array_unref (work->venues[g]);
      g_free (work->results[g].venue);
      g_clear_pointer (&work->results[g].findings, g_array_unref);
    }
  g_free (work->units);
  g_free (work->venues);
  g_free (work->wanted);
  g_free (work->results);
}

static gboolean
work_run (Work *work, int n_threads, GError **error)
{
  work->made->data = work->map->data;
  work->made->n_groups = find_groups (work->made);
  sort_into_groups (work);
  add_wanted (work);
  return patal_pieces_run (work->made->n_groups, n_threads, solve_group, work, work->progress, error);
}

static PatalClusters *
clusters_new (const PatalPlanData *data)
{
  PatalClusters *made = g_new0 (PatalClusters, 1);

  made->cluster = g_new (int, MAX (data->n_units, 1));
  made->left = g_new0 (PatalLeft, MAX (data->n_units, 1));
  made->findings = g_array_new (FALSE, FALSE, sizeof (PatalClustersFinding));
  for (int u = 0; u < data->n_units; u++)
    made->cluster[u] = -1;
  return made;
}

PatalClusters *
patal_clusters_find (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *from, guint64 seed, guint64 steps, int n_threads,
                     const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalClusters) made = clusters_new (map->data);
  Work work = { .map = map, .days = days, .from = from, .made = made, .seed = seed, .steps = steps, .progress = progress };
  gboolean whole = work_run (&work, n_threads, error);

  if (whole)
    join_groups (&work);
  work_clear (&work);
  return whole ? g_steal_pointer (&made) : NULL;
}

gboolean
patal_clusters_bound (const PatalPlanMap *map, const PatalPlanDays *days, PatalClusters *clusters, int rounds, int n_threads,
                      const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalClusters) nothing = clusters_new (map->data);
  Work work = { .map = map, .days = days, .from = clusters, .made = nothing, .rounds = MAX (rounds, 1), .progress = progress };
  gboolean whole = work_run (&work, n_threads, error);

  clusters->bound = 0;
  for (int g = 0; g < nothing->n_groups; g++)
    clusters->bound += whole ? work.results[g].bound : 0;
  work_clear (&work);
  return whole;
}
