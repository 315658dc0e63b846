/* patal-trainer-report.c: the report "trainers": who teaches what, and which clusters (R5)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-trainer.h"
#include <glib/gi18n-lib.h>

enum { SERIAL, NAME, POST, PLACE, BLOCK, MOBILE, ACTIVITY, CLUSTERS, N_COLUMNS };

/* ?1 within, ?2 day, ?3 code of a subject or NULL, ?4 source or NULL, ?5 training or 0, ?6 idle ones alone, ?7 Hindi, ?8 financial year.
 * A list in another order would be another one each time: subjects and clusters are put in order before they are strung together. */
#define IN_LANGUAGE(hi, en) "iif (?7, ifnull (" hi ", " en "), ifnull (" en ", " hi "))"
#define NAME_OF(u) IN_LANGUAGE (u ".name_hi", u ".name_en")
#define BLOCK_NAME IN_LANGUAGE (PATAL_SQL_BLOCK ("u", "name_hi"), PATAL_SQL_BLOCK ("u", "name_en"))
#define BEST_POSTING \
  "(SELECT id FROM posting AS p WHERE p.person = trainer.person AND " PATAL_SQL_CURRENT ("p", "?2") \
  " ORDER BY charge DESC, from_day DESC, id LIMIT 1)"
#define TAUGHT \
  " FROM batch_trainer AS t JOIN batch ON batch.id = t.batch AND batch.status <> 'cancelled' JOIN cluster ON cluster.id = batch.cluster" \
  " JOIN training ON training.id = cluster.training AND iif (?5 <> 0, training.id = ?5, training.fy = ?8)" \
  " WHERE t.trainer = trainer.id"
#define CLUSTER_NAME \
  "ifnull (" IN_LANGUAGE ("cluster.name_hi", "cluster.name_en") ", " \
  "(SELECT " NAME_OF ("place") " FROM unit AS place WHERE place.id = cluster.unit) || '-' || cluster.no)"
static const char trainers_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1")
  " SELECT trainer.id, " NAME_OF ("person") " AS name, "
  " iif (?7, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") "), "
  NAME_OF ("u") " AS place, " BLOCK_NAME " AS block, person.mobile,"
  " (SELECT group_concat (name, ', ') FROM (SELECT " NAME_OF ("subject") " AS name FROM trainer_subject AS s"
  "   JOIN subject ON subject.id = s.subject WHERE s.trainer = trainer.id ORDER BY s.id)),"
  " (SELECT group_concat (name, ', ') FROM (SELECT DISTINCT " CLUSTER_NAME " AS name" TAUGHT " ORDER BY training.from_day, cluster.no, cluster.id))"
  " FROM trainer JOIN person ON person.id = trainer.person LEFT JOIN posting AS h ON h.id = " BEST_POSTING
  " LEFT JOIN post ON post.id = h.post LEFT JOIN unit AS u ON u.id = ifnull (h.unit, trainer.home)" PATAL_SQL_JOIN_ABOVE ("u")
  "WHERE trainer.active AND (?1 = 0 OR u.id IN below)"
  " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM trainer_subject AS s JOIN subject ON subject.id = s.subject"
  "   WHERE s.trainer = trainer.id AND subject.code = ?3))"
  " AND (?4 IS NULL OR trainer.source = ?4) AND (?6 OR ?5 = 0 OR EXISTS (SELECT 1" TAUGHT "))"
  " AND (NOT ?6 OR NOT EXISTS (SELECT 1" TAUGHT "))"
  " ORDER BY u.id IS NULL, u.level NOT IN ('state', 'district'), block, u.level <> 'block',"
  " iif (?7, u.name_hi, u.name_en) IS NULL, place, post.rank, name, trainer.id"; /* a name in the other script stands last */

static gboolean
add_rows (PatalTable *table, PatalDb *db, const PatalValue *query, const PatalReportArgs *args, GError **error)
{
  static const int texts[][2]
    = { { NAME, 1 }, { POST, 2 }, { PLACE, 3 }, { BLOCK, 4 }, { MOBILE, 5 }, { ACTIVITY, 6 }, { CLUSTERS, 7 } };
  g_auto (PatalRows) rows = patal_db_query (db, trainers_sql, query);
  guint64 done = 0;

  while (patal_rows_next (&rows))
    {
      guint row = patal_table_add_row (table, patal_rows_int (&rows, 0));

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        patal_table_set_text (table, row, (guint) texts[i][0], patal_rows_text (&rows, texts[i][1]));
      if (!patal_progress_step (args->progress, ++done, 0, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

static gint64
number_of (const PatalReportArgs *args, const char *key)
{
  const char *said = patal_frame_filter (args, key);

  return said != NULL ? g_ascii_strtoll (said, NULL, 10) : 0;
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Name"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PLACE] = { "place", patal_words_get (words, "Gram panchayat / office"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [MOBILE] = { "mobile", patal_words_get (words, "Mobile"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [ACTIVITY] = { "activity", patal_words_get (words, "Activity"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CLUSTERS] = { "clusters", patal_words_get (words, "Clusters assigned"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_autofree char *day = patal_day_iso (args->as_on);
  const PatalValue *query;
  gint64 scope;

  if (!patal_frame_scope (db, args, &scope, error))
    return NULL;
  query = PATAL_ARGS (PATAL_INT (scope), PATAL_TEXT (day), PATAL_TEXT (patal_frame_filter (args, "subject")),
                      PATAL_TEXT (patal_frame_filter (args, "source")), PATAL_INT (number_of (args, "training")),
                      PATAL_INT (number_of (args, "idle") != 0), PATAL_INT (patal_words_lang (words) == PATAL_LANG_HI),
                      PATAL_INT (patal_fy_of (args->as_on)));
  if (!add_rows (table, db, query, args, error)
      || !patal_frame_apply (db, table, args, scope, patal_words_get (words, "Master trainers"), NULL, error))
    return NULL;
  return g_steal_pointer (&table);
}

const PatalReport patal_trainer_report = { "trainers", N_("Master trainers"), build };
