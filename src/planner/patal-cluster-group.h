/* patal-cluster-group.h: one block, or with cross_block one district, on its way to clusters
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-clusters.h"
#include "patal-median.h"

G_BEGIN_DECLS

typedef struct
{
  const PatalPlanMap *map;
  int       group;
  int       n_units, *units;   /* those that can be in a cluster; their places in the data */
  int       n_venues, *venues; /* those that can hold one */
  int       heads;             /* of all its units, also of those that can be in none */
  int       wanted;            /* clusters, by rule C7 */
  int       n_slots;           /* so many clusters its venues can hold */
  int       least;             /* heads of a cluster: batch_min, but somebody; or 0 where all together are fewer */
  int      *demand, *capacity, *uses; /* of the units; of the venues */
  gint32   *length;
} ClusterGroup;

/* @units and @venues are those of the group, in the order of the data. Units that can be in no cluster get their reason in @left. */
void     cluster_group_init  (ClusterGroup *self, const PatalPlanMap *map, const PatalPlanDays *days, int group, const GArray *units, const GArray *venues,
                              int wanted, PatalLeft *left);
void     cluster_group_clear (ClusterGroup *self);

/* By rule C7, where no number is given. */
int         cluster_group_wanted  (const PatalPlanRules *rules, int heads);

PatalMedian cluster_group_problem (const ClusterGroup *self, int n_clusters);

G_END_DECLS
