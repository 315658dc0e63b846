/* patal-clusters.h: which units train together, and where: problem P1
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-days.h"
#include "patal-plan-map.h"
#include "patal-progress.h"

G_BEGIN_DECLS

/* Why a unit is in no cluster. */
typedef enum
{
  PATAL_LEFT_NOT,      /* it is in one, or has nobody to train */
  PATAL_LEFT_LARGE,    /* more heads than batch_max */
  PATAL_LEFT_FAR,      /* no venue that may be used is within most_metres; or there is none */
  PATAL_LEFT_SEATS,    /* no venue in reach has so many seats */
  PATAL_LEFT_DIVIDED,  /* the people of its group cannot be divided: see the finding */
  PATAL_LEFT_FULL,     /* no cluster that it may join has room for it */
} PatalLeft;

/* What is to be said of a group (a block, or with cross_block a district) before or after the search: section 6 of the planning problem. */
typedef enum
{
  PATAL_CLUSTERS_DIVIDE, /* proved: @made clusters of batch_min to batch_max do not hold @heads: they would have @low to @high */
  PATAL_CLUSTERS_UNFOUND, /* not proved: no @made such clusters were found that hold @heads */
  PATAL_CLUSTERS_SEATS,  /* proved: the venues have seats for @low in all their usable days, @heads are to be seated */
  PATAL_CLUSTERS_RAISED, /* rule C7: @made clusters instead of @wanted, as so many cannot hold @heads */
  PATAL_CLUSTERS_VENUES, /* proved: the venues have room for @low clusters in all their usable days, @wanted are needed */
} PatalClustersCode;

typedef struct
{
  PatalClustersCode code;
  int               group;
  int               heads, wanted, made, low, high;
} PatalClustersFinding;

typedef struct
{
  const PatalPlanData *data;
  int     n_groups;
  int    *group;   /* of each block */
  int     n;       /* clusters: those of a group stand together, in the order of their first units */
  int    *venue;   /* of each cluster */
  int    *cluster; /* of each unit, or -1 */
  PatalLeft *left; /* of each unit */
  GArray *findings; /* PatalClustersFinding, by group */
  /* the objectives, in this order */
  gint64  heads_out, person_metres;        /* F0, F1 */
  int     farthest_metres;                 /* F2 */
  gint64  bound;                           /* no clusters of those that are in one can have less F1; 0: not asked for */
} PatalClusters;

/* (transfer full): clusters of all units, by @steps of search for each unit on @n_threads. The same @seed and @steps give the same clusters, on any
 * number of threads. Where @from (nullable) is given, clusters of the same @data, the search goes on from them and gives nothing worse.
 * NULL with G_IO_ERROR_CANCELLED. */
PatalClusters *patal_clusters_find (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *from, guint64 seed, guint64 steps,
                                    int n_threads, const PatalProgress *progress, GError **error);
/* Finds the bound of @clusters by @rounds of raising it (200 come near); of groups that leave somebody out it knows nothing. FALSE with
 * G_IO_ERROR_CANCELLED; @clusters is then without a bound. */
gboolean       patal_clusters_bound (const PatalPlanMap *map, const PatalPlanDays *days, PatalClusters *clusters, int rounds, int n_threads,
                                     const PatalProgress *progress, GError **error);

/* (transfer full): @n clusters that were made elsewhere: the venue of each, and of each unit the cluster, or -1; each cluster has a unit. They are
 * put in order; *@number, which has room for @n, says where each stands then. No bound is known. */
PatalClusters *patal_clusters_given (const PatalPlanMap *map, int n, const int *venue, const int *cluster, int *number);
PatalClusters *patal_clusters_copy  (const PatalClusters *clusters); /* (transfer full): of the same data */
void           patal_clusters_free  (PatalClusters *clusters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalClusters, patal_clusters_free)
G_END_DECLS
