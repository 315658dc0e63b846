/* patal-training-cluster.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-cluster.h"
#include "patal-batch.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-training-private.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>
#include <string.h>

void
patal_training_cluster_init (PatalTrainingCluster *cluster)
{
  *cluster = (PatalTrainingCluster) { .units = g_array_new (FALSE, FALSE, sizeof (gint64)) };
}

void
patal_training_cluster_clear (PatalTrainingCluster *cluster)
{
  g_free (cluster->names[PATAL_LANG_HI]);
  g_free (cluster->names[PATAL_LANG_EN]);
  g_clear_pointer (&cluster->units, g_array_unref);
  memset (cluster, 0, sizeof *cluster);
}

static void
cluster_free (gpointer cluster)
{
  patal_training_cluster_clear (cluster);
  g_free (cluster);
}

static const PatalTrainingLinks its_units = {
  .has = "SELECT unit FROM cluster_unit WHERE cluster = ?1 ORDER BY id",
  .add = "INSERT INTO cluster_unit (id, cluster, unit) VALUES (?1, ?2, ?3)",
  .remove = "DELETE FROM cluster_unit WHERE cluster = ?1 AND unit = ?2",
};

gboolean
patal_training_cluster_load (PatalDb *db, gint64 id, PatalTrainingCluster *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT training, unit, venue, no, name_hi, name_en FROM cluster WHERE id = ?1",
                                            PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalTrainingCluster) cluster = { 0 };

  if (patal_rows_next (&rows))
    cluster = (PatalTrainingCluster) {
      .id = id, .training = patal_rows_int (&rows, 0), .unit = patal_rows_int (&rows, 1), .venue = patal_rows_int (&rows, 2),
      .no = (int) patal_rows_int (&rows, 3),
      .names = { [PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 4)), [PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 5)) },
    };
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (cluster.id == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This cluster is no longer in the file"));
      return FALSE;
    }
  cluster.units = patal_training_links_read (db, &its_units, id, error);
  if (cluster.units == NULL)
    return FALSE;
  *out = cluster;
  memset (&cluster, 0, sizeof cluster); /* it is the caller's now */
  return TRUE;
}

GPtrArray *
patal_training_clusters (PatalDb *db, gint64 training, gint64 within, GError **error)
{
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (cluster_free);
  g_autoptr (GArray) ids = patal_ids_read (db,
    "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?2") " SELECT id FROM cluster WHERE training = ?1 AND (?2 = 0 OR unit IN below"
    " OR EXISTS (SELECT 1 FROM cluster_unit WHERE cluster_unit.cluster = cluster.id AND cluster_unit.unit IN below)) ORDER BY no, id",
    PATAL_ARGS (PATAL_INT (training), PATAL_INT (within)), PATAL_IDS_FORWARDS, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PatalTrainingCluster *cluster = g_new0 (PatalTrainingCluster, 1);

      g_ptr_array_add (clusters, cluster);
      if (!patal_training_cluster_load (db, g_array_index (ids, gint64, i), cluster, error))
        return NULL;
    }
  return ids != NULL ? g_steal_pointer (&clusters) : NULL;
}

/* ---- the rules ---- */

/* ?1 training, ?2 unit, ?3 this cluster, ?4 where it lies. */
static const char rules_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") ", " PATAL_SQL_ABOVE ("above", "?2")
  " SELECT (SELECT cluster.no FROM cluster_unit JOIN cluster ON cluster.id = cluster_unit.cluster WHERE cluster_unit.unit = ?2"
  "  AND cluster.training = ?1 AND cluster.id <> ?3 LIMIT 1),"
  " ?2 NOT IN below AND EXISTS (SELECT 1 FROM posting AS h JOIN post ON post.id = h.post JOIN course_post AS cp ON cp.post = post.code"
  "  WHERE h.unit = ?2 AND h.charge = 'main' AND cp.course = t.course AND " PATAL_SQL_CURRENT ("h", "t.from_day") "),"
  " EXISTS (SELECT 1 FROM trainer WHERE trainer.source = 'model_gp' AND trainer.active AND (trainer.home = ?2 OR trainer.home IS NULL"
  "  AND EXISTS (SELECT 1 FROM posting AS h WHERE h.person = trainer.person AND h.unit = ?2 AND h.charge = 'main'"
  "  AND " PATAL_SQL_CURRENT ("h", "t.from_day") ")))"
  " FROM training AS t WHERE t.id = ?1";

static gboolean
may_have (PatalDb *db, const PatalTrainingCluster *cluster, gint64 unit, GError **error)
{
  PatalLang lang = patal_training_lang (NULL);
  g_autofree char *name = patal_unit_name (db, unit, lang), *place = patal_unit_name (db, cluster->unit, lang), *no = NULL;
  g_auto (PatalRows) rows = patal_db_query (db, rules_sql, PATAL_ARGS (PATAL_INT (cluster->training), PATAL_INT (unit), PATAL_INT (cluster->id),
                                                                       PATAL_INT (cluster->unit)));
  gboolean elsewhere = FALSE, resource = FALSE;

  if (patal_rows_next (&rows))
    {
      no = g_strdup (patal_rows_text (&rows, 0));
      elsewhere = patal_rows_int (&rows, 1) != 0;
      resource = patal_rows_int (&rows, 2) != 0;
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (no != NULL)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_CLUSTER_TWICE, name, no), error);
  if (elsewhere)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_CLUSTER_BLOCK, name, place), error);
  return !resource || patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_CLUSTER_RESOURCE, name), error);
}

/* ---- writing ---- */

gboolean
patal_training_cluster_write (PatalDb *db, PatalTrainingCluster *cluster, GError **error)
{
  gint64 no = cluster->no;

  if (no == 0 && !patal_db_int (db, "SELECT ifnull (max (no), 0) + 1 FROM cluster WHERE training = ?1", PATAL_ARGS (PATAL_INT (cluster->training)),
                                &no, error))
    return FALSE;
  cluster->no = (int) no;
  if (cluster->id == 0)
    cluster->id = patal_db_new_id (db);
  return patal_db_run (db,
           "INSERT INTO cluster (id, training, unit, no, name_hi, name_en, venue) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
           " ON CONFLICT (id) DO UPDATE SET unit = ?3, no = ?4, name_hi = ?5, name_en = ?6, venue = ?7",
           PATAL_ARGS (PATAL_INT (cluster->id), PATAL_INT (cluster->training), PATAL_INT (cluster->unit), PATAL_INT (no),
                       patal_training_text (cluster->names[PATAL_LANG_HI]), patal_training_text (cluster->names[PATAL_LANG_EN]),
                       PATAL_INT_OR_NULL (cluster->venue)), error)
         && patal_training_links_write (db, &its_units, cluster->id, cluster->units, error);
}

static gboolean
make_batches (PatalDb *db, gint64 cluster, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT course_module.id, course_module.days FROM cluster JOIN training ON training.id = cluster.training"
    " JOIN course_module ON course_module.course = training.course WHERE cluster.id = ?1 ORDER BY course_module.rank", PATAL_ARGS (PATAL_INT (cluster)));

  while (patal_rows_next (&rows))
    {
      g_auto (PatalBatch) batch = { 0 };

      patal_batch_init (&batch);
      batch.cluster = cluster;
      batch.module = patal_rows_int (&rows, 0);
      batch.n_days = (int) patal_rows_int (&rows, 1);
      if (!patal_batch_put (db, &batch, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

gboolean
patal_training_cluster_put (PatalDb *db, PatalTrainingCluster *cluster, GError **error)
{
  gboolean is_new = cluster->id == 0;

  for (guint i = 0; i < cluster->units->len; i++)
    if (!may_have (db, cluster, g_array_index (cluster->units, gint64, i), error))
      return FALSE;
  return patal_training_cluster_write (db, cluster, error) && (!is_new || make_batches (db, cluster->id, error));
}
