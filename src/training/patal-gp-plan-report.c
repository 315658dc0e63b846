/* patal-gp-plan-report.c: the report "gp-plan" (R2): gram panchayat by gram panchayat, who is trained in what, when and where
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-training-query.h"
#include "patal-training-report.h"
#include "patal-training-sql.h"
#include <glib/gi18n-lib.h>

enum { SERIAL, BLOCK, UNIT, CODE, PERSON, SUBJECT, BATCH, DATES, VENUE, STATUS, N_COLUMNS };

/* Each gram panchayat of each cluster, with those of its people who are nominated: whoever has charge of two stands at both; and people of no gram
 * panchayat of the cluster where they hold their post, else where the cluster lies. */
static const char plan_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") ","
  " asked AS MATERIALIZED (SELECT k.id AS cluster, k.unit AS unit, t.id AS training FROM training AS t JOIN cluster AS k ON k.training = t.id"
  "  WHERE " PATAL_SQL_ASKED ("t", "k") "),"
  " called AS MATERIALIZED (SELECT asked.cluster AS cluster, asked.unit AS place, b.id AS batch, n.id AS nomination, n.person AS person, n.posting AS posting,"
  "  ifnull (b.start_day, ?5) AS day FROM asked JOIN batch AS b ON b.cluster = asked.cluster AND b.status <> 'cancelled'"
  "  JOIN nomination AS n ON n.batch = b.id AND n.status <> 'withdrawn'),"
  " there AS MATERIALIZED (SELECT DISTINCT cu.unit AS unit, called.cluster AS cluster, called.nomination AS nomination, called.batch AS batch,"
  "  called.person AS person, h.post AS post FROM called JOIN cluster_unit AS cu ON cu.cluster = called.cluster"
  "  JOIN posting AS h ON h.person = called.person AND h.unit = cu.unit AND " PATAL_SQL_CURRENT ("h", "called.day") "),"
  " line AS (SELECT unit, cluster, nomination, batch, person, post FROM there"
  "  UNION ALL SELECT ifnull (h.unit, called.place), called.cluster, called.nomination, called.batch, called.person, h.post FROM called"
  "   LEFT JOIN posting AS h ON h.id = called.posting WHERE called.nomination NOT IN (SELECT nomination FROM there)"
  "  UNION ALL SELECT cu.unit, asked.cluster, NULL, NULL, NULL, NULL FROM asked JOIN cluster_unit AS cu ON cu.cluster = asked.cluster"
  "   WHERE NOT EXISTS (SELECT 1 FROM there WHERE there.cluster = asked.cluster AND there.unit = cu.unit))"
  " SELECT u.id, iif (?6, ifnull (" PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") "), ifnull (" PATAL_SQL_BLOCK ("u", "name_en") ", "
  PATAL_SQL_BLOCK ("u", "name_hi") ")) AS block, " PATAL_SQL_NAME ("u") " AS place, u.lgd_code, " PATAL_SQL_NAME ("person") " AS name,"
  " iif (?6, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") "),"
  " " PATAL_SQL_TRAINING_NAME ("t", "c") ", (SELECT count (*) FROM course_module WHERE course = t.course), " PATAL_SQL_NAME ("m") ","
  " b.no, b.start_day, " PATAL_SQL_BATCH_LAST ("b") ", " PATAL_SQL_NAME ("v") ","
  " CASE WHEN n.id IS NULL THEN 'nobody' WHEN n.status = 'replaced' THEN 'replaced' WHEN " PATAL_SQL_ATTENDED ("n", "b", "c") " THEN 'trained'"
  "  WHEN b.status = 'held' THEN 'absent' WHEN b.status = 'postponed' THEN 'postponed' WHEN b.start_day IS NULL THEN 'undated' ELSE 'nominated' END"
  " FROM line JOIN unit AS u ON u.id = line.unit" PATAL_SQL_JOIN_ABOVE ("u") "JOIN cluster AS k ON k.id = line.cluster JOIN training AS t ON t.id = k.training"
  " JOIN course AS c ON c.id = t.course LEFT JOIN batch AS b ON b.id = line.batch LEFT JOIN course_module AS m ON m.id = b.module"
  " LEFT JOIN venue AS v ON v.id = ifnull (b.venue, k.venue) LEFT JOIN nomination AS n ON n.id = line.nomination"
  " LEFT JOIN person ON person.id = line.person LEFT JOIN post ON post.id = line.post"
  " WHERE ?4 = 0 OR u.id IN below"
  " ORDER BY block IS NULL, block, u.level <> 'block', place, u.id, t.from_day, t.id, m.rank, post.rank, name, line.person";

static const struct { const char *id, *title; } states[] = {
  { "trained", N_("Trained") }, { "absent", N_("Was absent") }, { "replaced", N_("Somebody else came instead") }, { "postponed", N_("Postponed") },
  { "undated", N_("No day yet") }, { "nominated", N_("Nominated") }, { "nobody", N_("Nobody is nominated") },
};

/* "राम कुमार वर्मा, ग्राम रोजगार सहायक" */
static void
set_person (PatalTable *table, guint row, PatalRows *rows)
{
  const char *name = patal_rows_text (rows, 4), *post = patal_rows_text (rows, 5);
  g_autofree char *both = name != NULL && post != NULL ? g_strconcat (name, ", ", post, NULL) : NULL;

  patal_table_set_text (table, row, PERSON, both != NULL ? both : name);
}

static void
add_line (PatalTable *table, PatalRows *rows, const PatalWords *words)
{
  guint row = patal_table_add_row (table, patal_rows_int (rows, 0));
  PatalSpan span = { patal_day_from_iso (patal_rows_text (rows, 10)), patal_day_from_iso (patal_rows_text (rows, 11)) };
  g_autofree char *dates = span.from != PATAL_DAY_NONE ? patal_span_format (span, patal_words_lang (words)) : NULL;
  g_autofree char *no = !patal_rows_null (rows, 9) ? g_strdup_printf ("%d", (int) patal_rows_int (rows, 9)) : NULL;
  g_autofree char *subject = patal_rows_int (rows, 7) > 1 && !patal_rows_null (rows, 8)
                             ? g_strdup_printf ("%s – %s", patal_rows_text (rows, 6), patal_rows_text (rows, 8)) : g_strdup (patal_rows_text (rows, 6));

  patal_table_set_text (table, row, BLOCK, patal_rows_text (rows, 1));
  patal_table_set_text (table, row, UNIT, patal_rows_text (rows, 2));
  patal_table_set_text (table, row, CODE, patal_rows_text (rows, 3));
  set_person (table, row, rows);
  patal_table_set_text (table, row, SUBJECT, subject);
  patal_table_set_text (table, row, BATCH, no);
  patal_table_set_text (table, row, DATES, dates);
  patal_table_set_text (table, row, VENUE, patal_rows_text (rows, 12));
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].id, patal_rows_text (rows, 13)))
      patal_table_set_text (table, row, STATUS, patal_words_get (words, states[i].title));
}

static gboolean
add_lines (PatalDb *db, PatalTable *table, const PatalTrainingQuery *query, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, plan_sql, PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query)));
  guint64 done = 0;

  while (patal_rows_next (&rows))
    {
      add_line (table, &rows, query->args->words);
      if (!patal_progress_step (query->args->progress, ++done, 0, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

/* (transfer full) (nullable): a gram panchayat that no cluster has is told, not lost. */
static char *
make_note (PatalDb *db, const PatalTable *table, const PatalTrainingQuery *query, GError **error)
{
  const PatalWords *words = query->args->words;
  gint64 n = 0;

  if (patal_table_n_rows (table) == 0)
    return g_strdup (patal_words_get (words, "No batch is planned for this yet."));
  if (!patal_db_int (db, "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") " SELECT count (*) FROM unit AS u WHERE u.level = 'gp' AND " PATAL_SQL_VALID ("u", "?5")
                     " AND (?4 = 0 OR u.id IN below) AND ?6 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cluster_unit AS cu JOIN cluster AS k ON k.id = cu.cluster"
                     " JOIN training AS t ON t.id = k.training WHERE cu.unit = u.id AND " PATAL_SQL_ASKED_TRAINING ("t") ")",
                     PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query)), &n, error))
    return NULL;
  return patal_label_text (PATAL_LABEL_N ("{n} gram panchayat stands in no cluster: it gives master trainers, every post in it is vacant, or it was left out.",
                                          "{n} gram panchayats stand in no cluster: they give master trainers, every post in them is vacant, or they were left out.",
                                          (guint64) n), words);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [UNIT] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CODE] = { "code", patal_words_get (words, "LGD code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [PERSON] = { "trainee", patal_words_get (words, "Trainee (name, post)"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    /* Translators: a column's title: what a training teaches */
    [SUBJECT] = { "subject", patal_words_get (words, "Subject"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BATCH] = { "batch", patal_words_get (words, "Batch"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [DATES] = { "dates", patal_words_get (words, "Date"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [VENUE] = { "venue", patal_words_get (words, "Place of training"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [STATUS] = { "status", patal_words_get (words, "Status"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_auto (PatalTrainingQuery) query = { 0 };
  g_autofree char *title = NULL, *note = NULL;

  if (!patal_training_query_read (db, args, &query, error) || !add_lines (db, table, &query, error)
      || (title = patal_training_query_title (db, &query, N_("Training action plan, gram panchayat by gram panchayat"), error)) == NULL
      || (note = make_note (db, table, &query, error)) == NULL)
    return NULL;
  return patal_frame_apply (db, table, args, query.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_gp_plan_report = { "gp-plan", N_("Training action plan, gram panchayat by gram panchayat"), build };
