/* patal-training-progress-report.c: the report "training-progress" (R8): the trainings of the annual plan against what was reached and spent
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan.h"
#include "patal-course-private.h"
#include "patal-frame.h"
#include "patal-participant-sql.h"
#include "patal-training-private.h"
#include "patal-training-report.h"
#include <glib/gi18n-lib.h>

enum { CATEGORY, SUBJECT, LEVEL, TARGET, TRAINED, APPROVED, SPENT, SHARE, N_COLUMNS };

/* A row for each line of the plan that is a training, and behind them one for each course that is held outside the plan. ?7 and ?8 the days between which
 * people were trained and money was spent; money without a day of its own has the last of its batch. The plan is the district's: within a place
 * only what was reached is told. */
static const char progress_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") ", " PATAL_SQL_PARTICIPANTS ","
  " done AS MATERIALIZED (SELECT ifnull (p.line, 0) AS line, p.course AS course, count (*) AS people FROM participant AS p"
  "  WHERE " PATAL_SQL_TRAINED_BETWEEN ("p", "?7", "?8") " GROUP BY 1, 2),"
  " spent AS MATERIALIZED (SELECT ifnull (t.line, 0) AS line, t.course AS course, sum (x.paise) AS paise FROM batch_cost AS x JOIN batch AS b ON b.id = x.batch"
  "  JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training WHERE " PATAL_SQL_ASKED ("t", "k")
  "  AND coalesce (x.day, iif (b.start_day IS NULL, ?7, " PATAL_SQL_BATCH_LAST ("b") ")) BETWEEN ?7 AND ?8 GROUP BY 1, 2),"
  " own AS (SELECT line.id AS line, line.course AS course, line.rank AS rank, line.participants AS target, line.approved_paise AS approved FROM plan_line AS line"
  "  JOIN annual_plan AS plan ON plan.id = line.plan WHERE line.course IS NOT NULL AND (?2 = 0 OR line.course = ?2)"
  "  AND iif (?1 <> 0, line.id = (SELECT line FROM training WHERE id = ?1), plan.fy = ?3)"
  "  UNION ALL SELECT 0, t.course, 1000000, NULL, NULL FROM training AS t WHERE t.line IS NULL AND " PATAL_SQL_ASKED_TRAINING ("t") " GROUP BY t.course)"
  " SELECT own.line, c.id, c.category, " PATAL_SQL_NAME ("c") ", c.level, iif (?4 = 0, own.target, NULL), ifnull (done.people, 0),"
  " iif (?4 = 0, own.approved, NULL), ifnull (spent.paise, 0)"
  " FROM own JOIN course AS c ON c.id = own.course LEFT JOIN done ON done.line = own.line AND done.course = own.course"
  " LEFT JOIN spent ON spent.line = own.line AND spent.course = own.course ORDER BY own.rank, own.line, c.code";

static void
add_row (PatalTable *table, PatalRows *rows, const PatalTrainingQuery *query, const char *asked)
{
  const PatalWords *words = query->args->words;
  guint row = patal_table_add_row (table, patal_rows_int (rows, 0) != 0 ? patal_rows_int (rows, 0) : patal_rows_int (rows, 1));
  gint64 approved = patal_rows_int (rows, 7), spent = patal_rows_int (rows, 8);
  const char *course = query->course == 0 && patal_rows_int (rows, 0) == 0 ? "&course=" : NULL; /* what is in no line is told apart by its course */
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, patal_rows_int (rows, 1));
  g_autofree char *opens = g_strdup_printf ("participants?%s&line=%" G_GINT64_FORMAT "&state=trained%s%s", asked, patal_rows_int (rows, 0),
                                            course != NULL ? course : "", course != NULL ? id : "");

  patal_table_set_text (table, row, CATEGORY, patal_words_get (words, patal_course_category_title (patal_course_category_of (patal_rows_text (rows, 2)))));
  patal_table_set_text (table, row, SUBJECT, patal_rows_text (rows, 3));
  patal_table_set_text (table, row, LEVEL, patal_words_get (words, patal_course_level_title (patal_course_level_of (patal_rows_text (rows, 4)))));
  if (!patal_rows_null (rows, 5))
    patal_table_set_number (table, row, TARGET, patal_rows_int (rows, 5));
  patal_table_set_number (table, row, TRAINED, patal_rows_int (rows, 6));
  patal_table_set_opens (table, row, TRAINED, opens);
  if (!patal_rows_null (rows, 7))
    patal_table_set_number (table, row, APPROVED, approved);
  patal_table_set_number (table, row, SPENT, spent);
  if (approved > 0)
    patal_table_set_number (table, row, SHARE, spent / approved * 1000 + spent % approved * 1000 / approved);
}

static gboolean
add_rows (PatalDb *db, PatalTable *table, const PatalTrainingQuery *query, PatalSpan span, GError **error)
{
  g_autofree char *from = patal_day_iso (span.from), *to = patal_day_iso (span.to), *asked = patal_training_query_text (query);
  g_auto (PatalRows) rows = patal_db_query (db, progress_sql, PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query), PATAL_TEXT (from), PATAL_TEXT (to)));

  while (patal_rows_next (&rows))
    add_row (table, &rows, query, asked);
  return patal_rows_finish (&rows, error);
}

/* (transfer full): "प्रशिक्षण प्रगति (तिमाही 2) 2026-27": without a quarter it is the whole year up to now. */
static char *
title_of (PatalDb *db, const PatalTrainingQuery *query, GError **error)
{
  static const char *const titles[] = {
    N_("Progress of training"), N_("Progress of training (quarter 1, April to June)"), N_("Progress of training (quarter 2, July to September)"),
    N_("Progress of training (quarter 3, October to December)"), N_("Progress of training (quarter 4, January to March)"),
  };

  return patal_training_query_title (db, query, titles[patal_training_query_number (query->args, "quarter")], error);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [CATEGORY] = { "category", patal_words_get (words, "Training category"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [SUBJECT] = { "subject", patal_words_get (words, "Subject"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [LEVEL] = { "level", patal_words_get (words, "Level"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [TARGET] = { "target", patal_words_get (words, "Participants aimed at"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [TRAINED] = { "trained", patal_words_get (words, "Trained"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [APPROVED] = { "approved", patal_words_get (words, "Approved (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [SPENT] = { "spent", patal_words_get (words, "Expenditure (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [SHARE] = { "share", patal_words_get (words, "Expenditure %"), PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_auto (PatalTrainingQuery) query = { 0 };
  g_autofree char *title = NULL;
  PatalSpan span;
  const char *note = NULL;

  if (!patal_training_query_read (db, args, &query, error) || !patal_training_query_span (&query, &span, error)
      || !add_rows (db, table, &query, span, error) || (title = title_of (db, &query, error)) == NULL)
    return NULL;
  if (patal_table_n_rows (table) == 0)
    note = patal_words_get (words, "Neither does the annual plan name a training, nor is one made for this yet.");
  else if (query.within != 0)
    note = patal_words_get (words, "What is aimed at and approved is the whole district's, and not told here.");
  return patal_frame_apply (db, table, args, query.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_training_progress_report = { "training-progress", N_("Progress of training"), build };
