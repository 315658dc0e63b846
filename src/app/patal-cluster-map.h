/* patal-cluster-map.h: the clusters of a plan on the map: each unit tied to the venue where it trains
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys: arrows move, + and - zoom, 0 shows all. A list of its blocks is its twin for screen readers. */
#pragma once
#include "patal-plan-deed.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_CLUSTER_MAP (patal_cluster_map_get_type ())
G_DECLARE_FINAL_TYPE (PatalClusterMap, patal_cluster_map, PATAL, CLUSTER_MAP, GtkWidget)

GtkWidget *patal_cluster_map_new (void);

/* @deed: (transfer none) (nullable): read as long as it is shown. */
void patal_cluster_map_set_deed  (PatalClusterMap *map, const PatalPlanDeed *deed);
/* Its clusters stand out; -1: all are alike. */
void patal_cluster_map_set_block (PatalClusterMap *map, int block);

G_END_DECLS
