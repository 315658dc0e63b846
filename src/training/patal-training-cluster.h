/* patal-training-cluster.h: clusters: gram panchayats whose people are trained together, and where
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes after a training (rollout, registers) is done cluster by cluster too, and reads them here. */
#pragma once
#include "patal-training.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  id, training;
  gint64  unit;     /* its block, or the district where it reaches over blocks */
  gint64  venue;    /* 0: none yet */
  int     no;       /* of its training; 0: the next */
  char   *names[2]; /* [PatalLang], each (nullable) */
  GArray *units;    /* gint64: gram panchayats, those that are covered by an additional charge too */
} PatalTrainingCluster;
void patal_training_cluster_init  (PatalTrainingCluster *cluster);
void patal_training_cluster_clear (PatalTrainingCluster *cluster); /* also one that is all 0 */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalTrainingCluster, patal_training_cluster_clear)

gboolean   patal_training_cluster_load (PatalDb *db, gint64 id, PatalTrainingCluster *out, GError **error);
/* (transfer full) (element-type PatalTrainingCluster): of a training, in @within (0: anywhere), by number. */
GPtrArray *patal_training_clusters     (PatalDb *db, gint64 training, gint64 within, GError **error);

/* Inside an edit, by hand: the row and its units; id 0: a new one, with a batch without a day for each module of the course. CLUSTER_TWICE: a unit is in
 * another cluster of the training; CLUSTER_BLOCK: it lies elsewhere, and has people of its own; CLUSTER_RESOURCE: it gives master trainers. */
gboolean   patal_training_cluster_put  (PatalDb *db, PatalTrainingCluster *cluster, GError **error);

/* Inside an edit: the row and its units as a plan has them, and no rule is asked: the planner has. Batches are the caller's. */
gboolean   patal_training_cluster_write (PatalDb *db, PatalTrainingCluster *cluster, GError **error);

G_END_DECLS
