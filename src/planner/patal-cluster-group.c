/* patal-cluster-group.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cluster-group.h"

#define MOST_LENGTH (PATAL_MEDIAN_FORBIDDEN / 32)
#define OUT_WAYS    16 /* to leave one person out is worse than so many of the longest ways */

/* Rule C6. */
static int
uses_of (const PatalPlanMap *map, const PatalPlanDays *days, int venue)
{
  const PatalPlanData *data = map->data;
  const guint64 *block = patal_plan_days_of (days, days->blocks, data->venues[venue].block);
  const guint64 *own = patal_plan_days_of (days, days->venues, venue);
  int usable = 0;

  for (int w = 0; w < days->n_words; w++)
    usable += __builtin_popcountll (block[w] & own[w]);
  return (int) MIN ((gint64) data->venues[venue].halls * usable / MAX (patal_plan_data_days_of_cluster (data), 1), G_MAXINT / 4);
}

static void
take_venues (ClusterGroup *self, const PatalPlanDays *days, const GArray *venues)
{
  const PatalPlanData *data = self->map->data;

  self->venues = g_new (int, venues->len);
  self->capacity = g_new (int, venues->len);
  self->uses = g_new (int, venues->len);
  for (guint i = 0; i < venues->len; i++)
    {
      int v = g_array_index (venues, int, i), uses = uses_of (self->map, days, v);

      if (uses == 0)
        continue;
      self->venues[self->n_venues] = v;
      self->capacity[self->n_venues] = MIN (data->venues[v].seats, data->rules.batch_max);
      self->uses[self->n_venues++] = uses;
      self->n_slots += uses;
    }
}

/* The length from @unit to the venue, class and all; rule C5. */
static gint32
length_to (const ClusterGroup *self, int unit, int i)
{
  const PatalPlanRules *rules = &self->map->data->rules;
  int v = self->venues[i], metres = patal_plan_map_unit_to_venue (self->map, unit, v);

  if (rules->most_metres > 0 && metres > rules->most_metres && patal_plan_map_is_known (self->map, unit, v))
    return PATAL_MEDIAN_FORBIDDEN;
  return (gint32) MIN (metres + (gint64) self->map->data->venues[v].rank * rules->rank_metres, MOST_LENGTH);
}

static PatalLeft
judge (const ClusterGroup *self, int heads, const gint32 *length)
{
  int seats = -1;

  if (heads > self->map->data->rules.batch_max)
    return PATAL_LEFT_LARGE;
  for (int i = 0; i < self->n_venues; i++)
    if (length[i] < PATAL_MEDIAN_FORBIDDEN)
      seats = MAX (seats, self->capacity[i]);
  return seats < 0 ? PATAL_LEFT_FAR : seats < heads ? PATAL_LEFT_SEATS : PATAL_LEFT_NOT;
}

int
cluster_group_wanted (const PatalPlanRules *rules, int heads)
{
  gint64 full = (gint64) rules->batch_max * rules->batch_fill;

  return MAX ((int) (((gint64) heads * 100 + full - 1) / full), 1);
}

void
cluster_group_init (ClusterGroup *self, const PatalPlanMap *map, const PatalPlanDays *days, int group, const GArray *units, const GArray *venues,
                    int wanted, PatalLeft *left)
{
  const PatalPlanData *data = map->data;

  *self = (ClusterGroup) { .map = map, .group = group };
  take_venues (self, days, venues);
  self->units = g_new (int, units->len);
  self->demand = g_new (int, units->len);
  self->length = g_new (gint32, (gsize) units->len * self->n_venues + 1);
  for (guint t = 0; t < units->len; t++)
    {
      int u = g_array_index (units, int, t), heads = data->units[u].heads;
      gint32 *length = self->length + (gsize) self->n_units * self->n_venues;

      if (heads == 0)
        continue;
      self->heads += heads;
      for (int i = 0; i < self->n_venues; i++)
        length[i] = length_to (self, u, i);
      left[u] = judge (self, heads, length);
      if (left[u] != PATAL_LEFT_NOT)
        continue;
      self->units[self->n_units] = u;
      self->demand[self->n_units++] = heads;
    }
  self->wanted = wanted > 0 ? wanted : cluster_group_wanted (&data->rules, self->heads);
  self->least = self->heads < data->rules.batch_min && self->wanted == 1 ? 0 : MAX (data->rules.batch_min, 1);
}

void
cluster_group_clear (ClusterGroup *self)
{
  g_free (self->units);
  g_free (self->venues);
  g_free (self->demand);
  g_free (self->capacity);
  g_free (self->uses);
  g_free (self->length);
}

PatalMedian
cluster_group_problem (const ClusterGroup *self, int n_clusters)
{
  gint32 longest = 1;

  for (gsize i = 0; i < (gsize) self->n_units * self->n_venues; i++)
    if (self->length[i] < PATAL_MEDIAN_FORBIDDEN)
      longest = MAX (longest, self->length[i]);
  return (PatalMedian) {
    .n_units = self->n_units, .n_sites = self->n_venues, .n_clusters = n_clusters,
    .demand = self->demand, .weight = self->demand, .length = self->length,
    .capacity = self->capacity, .uses = self->uses, .least = self->least, .out = OUT_WAYS * longest,
  };
}
