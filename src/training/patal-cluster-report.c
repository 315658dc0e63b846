/* patal-cluster-report.c: the report "clusters" (R4): which gram panchayats are trained together, where and by whom
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-training-query.h"
#include "patal-training-report.h"
#include <glib/gi18n-lib.h>

enum { NO, NAME, BLOCK, UNITS, PEOPLE, TRAINERS, VENUE, N_COLUMNS };

/* Those of one training stand together, block by block. */
static const char clusters_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4")
  " SELECT k.id, t.id, " PATAL_SQL_TRAINING_NAME ("t", "c") ", k.no, " PATAL_SQL_CLUSTER_NAME ("k", "place") ", " PATAL_SQL_NAME ("place") " AS block,"
  " (SELECT group_concat (name, ', ') FROM (SELECT " PATAL_SQL_NAME ("u") " AS name FROM cluster_unit AS cu JOIN unit AS u ON u.id = cu.unit"
  "   WHERE cu.cluster = k.id ORDER BY name)),"
  " (SELECT count (DISTINCT n.person) FROM batch AS b JOIN nomination AS n ON n.batch = b.id WHERE b.cluster = k.id AND b.status <> 'cancelled'"
  "   AND n.status = 'nominated'),"
  " " PATAL_SQL_TRAINER_NAMES ("tb.cluster = k.id AND tb.status <> 'cancelled'") ", " PATAL_SQL_NAME ("v")
  " FROM training AS t JOIN course AS c ON c.id = t.course JOIN cluster AS k ON k.training = t.id JOIN unit AS place ON place.id = k.unit"
  " LEFT JOIN venue AS v ON v.id = k.venue WHERE " PATAL_SQL_ASKED ("t", "k") " AND ?5 IS NOT NULL"
  " ORDER BY t.from_day, t.id, block, place.id, k.no, k.id";

static void
add_cluster (PatalTable *table, PatalRows *rows)
{
  guint row = patal_table_add_row (table, patal_rows_int (rows, 0));
  g_autofree char *no = g_strdup_printf ("%d", (int) patal_rows_int (rows, 3));
  g_autofree char *opens = g_strdup_printf ("participants?cluster=%" G_GINT64_FORMAT, patal_rows_int (rows, 0));

  patal_table_set_text (table, row, NO, no);
  patal_table_set_text (table, row, NAME, patal_rows_text (rows, 4));
  patal_table_set_text (table, row, BLOCK, patal_rows_text (rows, 5));
  patal_table_set_text (table, row, UNITS, patal_rows_text (rows, 6));
  patal_table_set_number (table, row, PEOPLE, patal_rows_int (rows, 7));
  patal_table_set_opens (table, row, PEOPLE, opens);
  patal_table_set_text (table, row, TRAINERS, patal_rows_text (rows, 8));
  patal_table_set_text (table, row, VENUE, patal_rows_text (rows, 9));
}

static gboolean
add_clusters (PatalDb *db, PatalTable *table, const PatalTrainingQuery *query, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, clusters_sql, PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query)));
  gint64 training = 0;
  guint64 done = 0;

  while (patal_rows_next (&rows))
    {
      if (query->training == 0 && patal_rows_int (&rows, 1) != training) /* numbers begin anew with each */
        {
          training = patal_rows_int (&rows, 1);
          patal_table_begin_group (table, patal_rows_text (&rows, 2));
        }
      add_cluster (table, &rows);
      if (!patal_progress_step (query->args->progress, ++done, 0, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [NO] = { "no", patal_words_get (words, "Cluster no."), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Name of the cluster"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [UNITS] = { "gps", patal_words_get (words, "Gram panchayats"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PEOPLE] = { "trainees", patal_words_get (words, "Number of trainees"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [TRAINERS] = { "trainers", patal_words_get (words, "Master trainer"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [VENUE] = { "venue", patal_words_get (words, "Place of training"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_auto (PatalTrainingQuery) query = { 0 };
  g_autofree char *title = NULL;
  const char *note;

  if (!patal_training_query_read (db, args, &query, error) || !add_clusters (db, table, &query, error)
      || (title = patal_training_query_title (db, &query, N_("List of clusters"), error)) == NULL)
    return NULL;
  note = patal_table_n_rows (table) == 0 ? patal_words_get (words, "No clusters are made for this yet.") : NULL;
  return patal_frame_apply (db, table, args, query.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_cluster_report = { "clusters", N_("List of clusters"), build };
