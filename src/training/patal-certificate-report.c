/* patal-certificate-report.c: the report "certificates" (R9): the register of certificates that were issued
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-training-query.h"
#include "patal-training-report.h"
#include "patal-training-sql.h"
#include <glib/gi18n-lib.h>

enum { NUMBER, NAME, POST, PLACE, TRAINING, PERIOD, ISSUED, REMARK, N_COLUMNS };

/* In the order in which they were given: numbers of one programme and year have equal beginnings. One that was called back stays in the register.
 * The name is the one that stands on it, whatever the person is called by now. */
static const char certificates_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4")
  " SELECT l.id, l.number, ifnull (l.name, " PATAL_SQL_NAME ("person") "),"
  " iif (?6, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") "), " PATAL_SQL_NAME ("u") ","
  " " PATAL_SQL_TRAINING_NAME ("t", "c") ", min (b.start_day), max (" PATAL_SQL_BATCH_LAST ("b") "), l.day, l.recalled_on, l.recalled_why"
  " FROM letter AS l JOIN nomination AS n ON n.id = l.nomination JOIN training AS t ON t.id = l.training JOIN course AS c ON c.id = t.course"
  " JOIN batch AS own ON own.id = n.batch JOIN cluster AS k ON k.id = own.cluster JOIN person ON person.id = n.person"
  " LEFT JOIN posting AS h ON h.id = n.posting LEFT JOIN post ON post.id = h.post LEFT JOIN unit AS u ON u.id = h.unit" PATAL_SQL_JOIN_ABOVE ("u")
  "JOIN cluster AS kk ON kk.training = t.id JOIN batch AS b ON b.cluster = kk.id AND b.status = 'held'"
  " JOIN nomination AS nn ON nn.batch = b.id AND nn.person = n.person AND nn.status = 'nominated'"
  " WHERE l.kind = 'certificate' AND l.day <= ?5 AND " PATAL_SQL_ASKED_TRAINING ("t") " AND (?4 = 0 OR ifnull (u.id, k.unit) IN below)"
  " GROUP BY l.id ORDER BY l.day, l.issued_at, length (l.number), l.number";

static void
set_remark (PatalTable *table, guint row, PatalRows *rows, const PatalWords *words)
{
  PatalDay day = patal_day_from_iso (patal_rows_text (rows, 9));
  g_autofree char *on = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;
  /* Translators: of a certificate: the day, and why */
  g_autofree char *said = on != NULL ? patal_label_text (PATAL_LABEL (N_("Called back on {1}: {2}"), on, patal_rows_text (rows, 10)), words) : NULL;

  patal_table_set_text (table, row, REMARK, said);
}

static void
add_certificate (PatalTable *table, PatalRows *rows, const PatalWords *words)
{
  static const int texts[][2] = { { NUMBER, 1 }, { NAME, 2 }, { POST, 3 }, { PLACE, 4 }, { TRAINING, 5 } };
  PatalSpan span = { patal_day_from_iso (patal_rows_text (rows, 6)), patal_day_from_iso (patal_rows_text (rows, 7)) };
  g_autofree char *period = span.from != PATAL_DAY_NONE ? patal_span_format (span, patal_words_lang (words)) : NULL;
  guint row = patal_table_add_row (table, patal_rows_int (rows, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    patal_table_set_text (table, row, (guint) texts[i][0], patal_rows_text (rows, texts[i][1]));
  patal_table_set_text (table, row, PERIOD, period);
  patal_table_set_number (table, row, ISSUED, patal_day_from_iso (patal_rows_text (rows, 8)));
  set_remark (table, row, rows, words);
}

static gboolean
add_certificates (PatalDb *db, PatalTable *table, const PatalTrainingQuery *query, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, certificates_sql, PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query)));
  guint64 done = 0;

  while (patal_rows_next (&rows))
    {
      add_certificate (table, &rows, query->args->words);
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
    [NUMBER] = { "number", patal_words_get (words, "Certificate no."), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Name"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PLACE] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [TRAINING] = { "training", patal_words_get (words, "Training"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    /* Translators: a column's title: from which to which day a training was */
    [PERIOD] = { "period", patal_words_get (words, "Period"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [ISSUED] = { "issued", patal_words_get (words, "Date of issue"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    [REMARK] = { "remark", patal_words_get (words, "Remark"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_auto (PatalTrainingQuery) query = { 0 };
  g_autofree char *title = NULL;
  const char *note;

  if (!patal_training_query_read (db, args, &query, error) || !add_certificates (db, table, &query, error)
      || (title = patal_training_query_title (db, &query, N_("Register of certificates"), error)) == NULL)
    return NULL;
  note = patal_table_n_rows (table) == 0 ? patal_words_get (words, "No certificate has been issued for this yet.") : NULL;
  return patal_frame_apply (db, table, args, query.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_certificate_report = { "certificates", N_("Register of certificates"), build };
