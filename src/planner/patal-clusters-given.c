/* patal-clusters-given.c: clusters that somebody else made, as the planner has them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-clusters.h"

/* (transfer full): with a place for each of @n, and nobody in them. */
static PatalClusters *
empty_clusters (const PatalPlanData *data, int n)
{
  PatalClusters *clusters = g_new0 (PatalClusters, 1);

  clusters->data = data;
  clusters->n = n;
  clusters->n_groups = data->rules.cross_block ? data->n_districts : data->n_blocks;
  clusters->group = g_new (int, MAX (data->n_blocks, 1));
  clusters->venue = g_new (int, MAX (n, 1));
  clusters->cluster = g_new (int, MAX (data->n_units, 1));
  clusters->left = g_new0 (PatalLeft, MAX (data->n_units, 1));
  clusters->findings = g_array_new (FALSE, FALSE, sizeof (PatalClustersFinding));
  for (int b = 0; b < data->n_blocks; b++)
    clusters->group[b] = data->rules.cross_block ? data->blocks[b].district : b;
  return clusters;
}

static void
put_in_order (PatalClusters *clusters, const int *venue, const int *cluster, int *number)
{
  const PatalPlanData *data = clusters->data;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int)); /* the first units of the clusters, of all groups */
  g_autofree int *first = g_new0 (int, clusters->n_groups + 1);

  for (int c = 0; c < clusters->n; c++)
    number[c] = -1;
  for (int u = 0; u < data->n_units; u++)
    if (cluster[u] >= 0 && number[cluster[u]] < 0)
      {
        number[cluster[u]] = 0;
        first[clusters->group[data->units[u].block] + 1]++;
        g_array_append_val (order, u);
      }
  for (int g = 0; g < clusters->n_groups; g++)
    first[g + 1] += first[g];
  for (guint i = 0; i < order->len; i++)
    {
      int u = g_array_index (order, int, i);

      number[cluster[u]] = first[clusters->group[data->units[u].block]]++;
      clusters->venue[number[cluster[u]]] = venue[cluster[u]];
    }
  for (int u = 0; u < data->n_units; u++)
    clusters->cluster[u] = cluster[u] >= 0 ? number[cluster[u]] : -1;
}

static void
reckon (PatalClusters *clusters, const PatalPlanMap *map)
{
  const PatalPlanData *data = clusters->data;

  for (int u = 0; u < data->n_units; u++)
    {
      int venue, metres;

      if (clusters->cluster[u] < 0)
        {
          clusters->heads_out += data->units[u].heads;
          continue;
        }
      venue = clusters->venue[clusters->cluster[u]];
      metres = patal_plan_map_unit_to_venue (map, u, venue);
      clusters->person_metres += data->units[u].heads * (metres + (gint64) data->venues[venue].rank * data->rules.rank_metres);
      if (patal_plan_map_is_known (map, u, venue))
        clusters->farthest_metres = MAX (clusters->farthest_metres, metres);
    }
}

PatalClusters *
patal_clusters_given (const PatalPlanMap *map, int n, const int *venue, const int *cluster, int *number)
{
  PatalClusters *clusters = empty_clusters (map->data, n);

  put_in_order (clusters, venue, cluster, number);
  reckon (clusters, map);
  return clusters;
}
