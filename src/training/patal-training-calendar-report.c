/* patal-training-calendar-report.c: the report "training-calendar" (R1): the year's batches, with the columns of domain.md 6.6
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan.h"
#include "patal-batch-private.h"
#include "patal-course-private.h"
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-training-private.h"
#include "patal-training-query.h"
#include "patal-training-report.h"
#include "patal-training-sql.h"
#include <glib/gi18n-lib.h>

enum
{
  SERIAL, TRAINING, CATEGORY, TARGET, LEVEL, BLOCK, UNITS, BATCH, PEOPLE, DAYS, FROM, TO, VENUE, TRAINERS, UNIT_COST, COST, NODAL, REMARK, N_COLUMNS
};

typedef struct
{
  PatalDb           *db;
  PatalTrainingQuery query;
  PatalTable        *table;
  GPtrArray         *courses;
  gboolean           any_old;          /* a ceiling that is shown is no longer in force */
  guint64            cancelled;
} Report;

static void
report_clear (Report *report)
{
  patal_training_query_clear (&report->query);
  g_clear_pointer (&report->table, patal_table_unref);
  g_clear_pointer (&report->courses, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

enum /* columns of the question */
{
  Q_BATCH, Q_COURSE, Q_NAME, Q_MODULE, Q_MODULES, Q_BLOCK, Q_UNITS, Q_NO, Q_PEOPLE, Q_DAYS, Q_FROM, Q_TO, Q_VENUE, Q_TRAINERS, Q_UNIT_PAISE, Q_NODAL,
  Q_STATUS, Q_REMARK, Q_OUTSIDE
};

static const char batches_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4")
  " SELECT b.id, t.course, " PATAL_SQL_TRAINING_NAME ("t", "c") ", " PATAL_SQL_NAME ("m") ","
  " (SELECT count (*) FROM course_module WHERE course = t.course), " PATAL_SQL_NAME ("u") ","
  " (SELECT count (*) FROM cluster_unit WHERE cluster = k.id), b.no,"
  " (SELECT count (*) FROM nomination AS n WHERE n.batch = b.id AND n.status = 'nominated'),"
  " " PATAL_SQL_BATCH_HELD_DAYS ("b") ", b.start_day, " PATAL_SQL_BATCH_LAST ("b") ", " PATAL_SQL_NAME ("v") ","
  " " PATAL_SQL_TRAINER_NAMES ("tb.id = b.id") ", line.unit_paise, " PATAL_SQL_NAME ("nodal") ", b.status, b.remark,"
  " ifnull ((SELECT outside FROM visit WHERE batch = b.id), 0)"
  " FROM training AS t JOIN course AS c ON c.id = t.course JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id"
  " JOIN course_module AS m ON m.id = b.module JOIN unit AS u ON u.id = k.unit LEFT JOIN venue AS v ON v.id = ifnull (b.venue, k.venue)"
  " LEFT JOIN plan_line AS line ON line.id = t.line LEFT JOIN person AS nodal ON nodal.id = b.nodal"
  " WHERE b.status <> 'cancelled' AND " PATAL_SQL_ASKED ("t", "k") " AND (?7 = 0 OR b.id = ?7) AND ?5 IS NOT NULL"
  " ORDER BY b.start_day IS NULL, b.start_day, t.id, b.no";

static const PatalCourse *
course_with (const Report *report, gint64 id)
{
  for (guint i = 0; i < report->courses->len; i++)
    if (((const PatalCourse *) g_ptr_array_index (report->courses, i))->id == id)
      return g_ptr_array_index (report->courses, i);
  return NULL;
}

static void
set_course (Report *report, guint row, PatalRows *rows, const PatalCourse *course)
{
  const PatalWords *words = report->query.args->words;
  g_autofree char *target = patal_training_target_group (report->db, course, words);
  g_autofree char *with_module = g_strdup_printf ("%s – %s", patal_rows_text (rows, Q_NAME), patal_rows_text (rows, Q_MODULE));

  patal_table_set_text (report->table, row, TRAINING, patal_rows_int (rows, Q_MODULES) > 1 ? with_module : patal_rows_text (rows, Q_NAME));
  patal_table_set_text (report->table, row, CATEGORY, patal_words_get (words, patal_course_category_title (course->category)));
  patal_table_set_text (report->table, row, TARGET, target);
  patal_table_set_text (report->table, row, LEVEL, patal_words_get (words, patal_course_level_title (course->level)));
}

static void
set_day (Report *report, guint row, guint column, const char *iso)
{
  PatalDay day = patal_day_from_iso (iso);

  if (day != PATAL_DAY_NONE)
    patal_table_set_number (report->table, row, column, day);
}

/* What the line of the annual plan says, else the ceiling of the course's level. */
static gboolean
set_cost (Report *report, guint row, PatalRows *rows, const PatalCourse *course, GError **error)
{
  PatalDay start = patal_day_from_iso (patal_rows_text (rows, Q_FROM));
  gint64 paise = patal_rows_int (rows, Q_UNIT_PAISE), people = patal_rows_int (rows, Q_PEOPLE), days = patal_rows_int (rows, Q_DAYS);
  g_auto (PatalCostNorm) norm = { 0 };

  if (paise == 0)
    {
      const char *code = patal_cost_norm_code (course->level, course->mode, patal_rows_int (rows, Q_OUTSIDE) != 0 ? PATAL_VISIT_OUTSIDE : PATAL_VISIT_INSIDE);

      if (!patal_cost_norm_on (report->db, code, start != PATAL_DAY_NONE ? start : report->query.args->as_on, &norm, error))
        return FALSE;
      paise = norm.paise;
      report->any_old = report->any_old || (norm.id != 0 && !norm.in_force);
    }
  if (paise == 0)
    return TRUE;
  patal_table_set_number (report->table, row, UNIT_COST, paise);
  patal_table_set_number (report->table, row, COST, paise * people * days);
  return TRUE;
}

static void
set_remark (Report *report, guint row, PatalRows *rows)
{
  const PatalWords *words = report->query.args->words;
  PatalBatchStatus status = patal_batch_status_of (patal_rows_text (rows, Q_STATUS));
  gboolean plain = status == PATAL_BATCH_PLANNED || status == PATAL_BATCH_PUBLISHED; /* what a calendar is of: not worth a word */
  const char *said = patal_rows_text (rows, Q_REMARK);
  const char *word = !plain ? patal_batch_status_title (status) : patal_rows_null (rows, Q_FROM) ? N_("No day yet") : NULL;
  g_autofree char *both = word != NULL && said != NULL ? g_strconcat (patal_words_get (words, word), "; ", said, NULL) : NULL;

  patal_table_set_text (report->table, row, REMARK, both != NULL ? both : word != NULL ? patal_words_get (words, word) : said);
}

static gboolean
add_batch (Report *report, PatalRows *rows, GError **error)
{
  const PatalCourse *course = course_with (report, patal_rows_int (rows, Q_COURSE));
  guint row = patal_table_add_row (report->table, patal_rows_int (rows, Q_BATCH));
  g_autofree char *no = g_strdup_printf ("%d", (int) patal_rows_int (rows, Q_NO));
  g_autofree char *opens = g_strdup_printf ("participants?batch=%" G_GINT64_FORMAT, patal_rows_int (rows, Q_BATCH));

  set_course (report, row, rows, course);
  patal_table_set_text (report->table, row, BLOCK, patal_rows_text (rows, Q_BLOCK));
  patal_table_set_number (report->table, row, UNITS, patal_rows_int (rows, Q_UNITS));
  patal_table_set_text (report->table, row, BATCH, no);
  patal_table_set_number (report->table, row, PEOPLE, patal_rows_int (rows, Q_PEOPLE));
  patal_table_set_opens (report->table, row, PEOPLE, opens);
  patal_table_set_number (report->table, row, DAYS, patal_rows_int (rows, Q_DAYS));
  set_day (report, row, FROM, patal_rows_text (rows, Q_FROM));
  set_day (report, row, TO, patal_rows_null (rows, Q_FROM) ? NULL : patal_rows_text (rows, Q_TO));
  patal_table_set_text (report->table, row, VENUE, patal_rows_text (rows, Q_VENUE));
  patal_table_set_text (report->table, row, TRAINERS, patal_rows_text (rows, Q_TRAINERS));
  patal_table_set_text (report->table, row, NODAL, patal_rows_text (rows, Q_NODAL));
  set_remark (report, row, rows);
  return set_cost (report, row, rows, course, error);
}

static gboolean
add_batches (Report *report, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (report->db, batches_sql,
    PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (&report->query), PATAL_INT (patal_training_query_number (report->query.args, "batch"))));
  guint64 done = 0;

  while (patal_rows_next (&rows))
    if (!add_batch (report, &rows, error) || !patal_progress_step (report->query.args->progress, ++done, 0, error))
      return FALSE;
  return patal_rows_finish (&rows, error);
}

static gboolean
count_cancelled (Report *report, GError **error)
{
  gint64 n = 0;

  if (!patal_db_int (report->db, "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") " SELECT count (*) FROM training AS t JOIN cluster AS k ON k.training = t.id"
                     " JOIN batch AS b ON b.cluster = k.id WHERE b.status = 'cancelled' AND " PATAL_SQL_ASKED ("t", "k")
                     " AND ?5 IS NOT NULL AND ?6 IS NOT NULL",
                     PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (&report->query)), &n, error))
    return FALSE;
  report->cancelled = (guint64) n;
  return TRUE;
}

static void
add_columns (Report *report)
{
  const PatalWords *words = report->query.args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [TRAINING] = { "training", patal_words_get (words, "Training / subject"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CATEGORY] = { "category", patal_words_get (words, "Training category"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [TARGET] = { "target", patal_words_get (words, "Target group"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [LEVEL] = { "level", patal_words_get (words, "Level"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [UNITS] = { "gps", patal_words_get (words, "Number of gram panchayats"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_NONE },
    [BATCH] = { "batch", patal_words_get (words, "Batch no."), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [PEOPLE] = { "participants", patal_words_get (words, "Participants"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [DAYS] = { "days", patal_words_get (words, "Days"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_NONE },
    [FROM] = { "from", patal_words_get (words, "Date from"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    [TO] = { "to", patal_words_get (words, "Date to"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    /* Translators: a column's title: where a training is held */
    [VENUE] = { "venue", patal_words_get (words, "Place of training"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    /* Translators: a column's title: the master trainers of a batch or cluster */
    [TRAINERS] = { "trainers", patal_words_get (words, "Master trainer"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [UNIT_COST] = { "unit_cost", patal_words_get (words, "Unit cost (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_NONE },
    [COST] = { "cost", patal_words_get (words, "Estimated expenditure (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    [NODAL] = { "nodal", patal_words_get (words, "Nodal officer"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [REMARK] = { "remark", patal_words_get (words, "Remark"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };

  report->table = patal_table_new (columns, N_COLUMNS);
}

/* (transfer full) */
static char *
make_note (const Report *report)
{
  const PatalWords *words = report->query.args->words;
  g_autoptr (GString) note = g_string_new (NULL);

  if (patal_table_n_rows (report->table) == 0)
    g_string_append (note, patal_words_get (words, "No batch is planned for this yet."));
  if (report->cancelled > 0)
    {
      g_autofree char *said = patal_label_text (PATAL_LABEL_N ("{n} batch that was cancelled is not in it.", "{n} batches that were cancelled are not in it.",
                                                               report->cancelled), words);

      g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", said);
    }
  if (report->any_old)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "",
                            patal_words_get (words, "Where no annual plan says another unit cost it is the last known ceiling, which is no longer in force."));
  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_auto (Report) report = { .db = db };
  g_autofree char *title = NULL, *note = NULL;

  if (!patal_training_query_read (db, args, &report.query, error) || (report.courses = patal_courses (db, error)) == NULL)
    return NULL;
  add_columns (&report);
  if (!add_batches (&report, error) || !count_cancelled (&report, error)
      || (title = patal_training_query_title (db, &report.query, N_("Annual training calendar"), error)) == NULL)
    return NULL;
  note = make_note (&report);
  return patal_frame_apply (db, report.table, args, report.query.within, title, note, error) ? g_steal_pointer (&report.table) : NULL;
}

const PatalReport patal_training_calendar_report = { "training-calendar", N_("Annual training calendar"), build };
