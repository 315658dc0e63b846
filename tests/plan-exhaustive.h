/* plan-exhaustive.h: the best plan of a tiny problem, by trying all
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reckoned from the text of the planning problem, with the days and distances of the checker, and nothing of the planner's but its values. */
#pragma once
#include "plan-checker.h"

/* Problems of one group (a block, or with cross_block a district), with up to eight units, four venues and three clusters or so. */
typedef struct
{
  gint64 f0, f1, f2;
} BestClusters;

/* The best of exactly @n clusters, whoever is left out. FALSE: there are no such clusters. */
gboolean exhaustive_clusters (const PatalPlanData *data, int n, BestClusters *best);

/* How many clusters rule C7 wants of the only group; 0: it has nobody. */
int      exhaustive_wanted   (const PatalPlanData *data);

/* In the order in which they count. */
enum { BEST_Z0, BEST_R1, BEST_R2, BEST_Z1, BEST_Z2, BEST_Z3, N_BEST };

/* Of @plan only the clusters are read, and the old schedule where there is one (no old start is on or before rules.today). Up to five batches, eight
 * days and four trainers or so. */
void     exhaustive_schedule (const PatalPlanData *data, const CheckedPlan *plan, gint64 best[N_BEST]);
