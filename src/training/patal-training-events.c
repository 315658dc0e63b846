/* patal-training-events.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-events.h"
#include "patal-batch-private.h"
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-training-query.h"
#include "patal-training-sql.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>

/* ?7 a trainer or 0. The last day of which people were told is the one from which a batch was last taken away; who never was told needs no cancelling. */
static const char events_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4")
  " SELECT b.id, " PATAL_SQL_TRAINING_NAME ("t", "c") ", (SELECT count (*) FROM course_module WHERE course = t.course), " PATAL_SQL_NAME ("m") ","
  " b.no, b.days, b.start_day, b.status, " PATAL_SQL_NAME ("v") ", " PATAL_SQL_NAME ("u") ","
  " (SELECT count (*) FROM nomination AS n WHERE n.batch = b.id AND n.status = 'nominated'), " PATAL_SQL_TRAINER_NAMES ("tb.id = b.id") ","
  " (SELECT count (*) FROM batch_change WHERE batch = b.id), (SELECT max (made_on) FROM batch_change WHERE batch = b.id),"
  " (SELECT was_day FROM batch_change WHERE batch = b.id AND day_no = 0 ORDER BY id DESC LIMIT 1), min (coalesce (t.order_day, t.from_day), ?5)"
  " FROM training AS t JOIN course AS c ON c.id = t.course JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id"
  " JOIN course_module AS m ON m.id = b.module JOIN unit AS u ON u.id = k.unit LEFT JOIN venue AS v ON v.id = ifnull (b.venue, k.venue)"
  " WHERE " PATAL_SQL_ASKED ("t", "k") " AND (?7 = 0 OR EXISTS (SELECT 1 FROM batch_trainer WHERE batch = b.id AND trainer = ?7))"
  " ORDER BY ifnull (b.start_day, '9'), t.id, b.no, b.id";

/* 0 where none is asked for. */
static gboolean
find_trainer (PatalDb *db, const char *said, gint64 *out, GError **error)
{
  *out = 0;
  if (said == NULL)
    return TRUE;
  if (!patal_db_int (db, "SELECT ifnull ((SELECT trainer.id FROM trainer JOIN person ON person.id = trainer.person"
                         " WHERE trainer.id = CAST (?1 AS INTEGER) OR person.name_hi = ?1 OR person.name_en = ?1 COLLATE NOCASE ORDER BY trainer.id LIMIT 1), 0)",
                     PATAL_ARGS (PATAL_TEXT (said)), out, error))
    return FALSE;
  if (*out == 0)
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is no master trainer “%s” in this file"), said);
  return *out != 0;
}

/* (transfer full): who comes, who teaches, and where a day was moved by itself each day. */
static char *
words_of (PatalRows *rows, const PatalBatch *batch, PatalSpan span, const PatalWords *words)
{
  g_autofree char *people = g_strdup_printf ("%d", (int) patal_rows_int (rows, 10));
  g_autofree char *first = patal_label_text (PATAL_LABEL (N_("Participants: {1}"), people), words);
  GString *text = g_string_new (first);

  if (!patal_rows_null (rows, 11))
    {
      g_autofree char *team = patal_label_text (PATAL_LABEL (N_("Master trainers: {1}"), patal_rows_text (rows, 11)), words);

      g_string_append_printf (text, "\n%s", team);
    }
  if (span.from != PATAL_DAY_NONE && patal_batch_held_days (batch) != (guint) patal_span_days (span))
    for (guint i = 0; i < batch->held_on->len; i++)
      if (g_array_index (batch->held_on, PatalDay, i) != PATAL_DAY_NONE)
        {
          g_autofree char *day = patal_day_format (g_array_index (batch->held_on, PatalDay, i));

          g_string_append_printf (text, "\n%s", day);
        }
  return g_string_free (text, FALSE);
}

/* "सुशासन पहल – चार गतिविधियां, बैच 12" */
static char *
summary_of (PatalRows *rows, const PatalWords *words)
{
  g_autofree char *no = g_strdup_printf ("%d", (int) patal_rows_int (rows, 4));
  g_autofree char *name = patal_rows_int (rows, 2) > 1 ? g_strdup_printf ("%s – %s", patal_rows_text (rows, 1), patal_rows_text (rows, 3))
                                                       : g_strdup (patal_rows_text (rows, 1));

  /* Translators: the name of an event in a calendar: a training, and the number of its batch */
  return patal_label_text (PATAL_LABEL (N_("{1}, batch {2}"), name, no), words);
}

static gint64
seconds_of (const char *iso)
{
  g_autofree char *text = g_strconcat (iso, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (text, NULL);

  return when != NULL ? g_date_time_to_unix (when) : 0;
}

static gboolean
add_event (PatalDb *db, PatalEvents *events, PatalRows *rows, const PatalWords *words, GError **error)
{
  PatalBatchStatus status = patal_batch_status_of (patal_rows_text (rows, 7));
  gboolean off = status == PATAL_BATCH_CANCELLED || status == PATAL_BATCH_POSTPONED;
  PatalDay known = patal_day_from_iso (patal_rows_null (rows, 6) ? patal_rows_text (rows, 14) : patal_rows_text (rows, 6));
  g_auto (PatalBatch) batch = { 0 };
  g_autofree char *uid = NULL, *summary = NULL, *place = NULL, *said = NULL;
  PatalSpan span;

  if (known == PATAL_DAY_NONE || (off && patal_rows_null (rows, 14)) || (patal_rows_null (rows, 6) && !off))
    return TRUE; /* nobody was told of a day */
  if (!patal_batch_load (db, patal_rows_int (rows, 0), &batch, error))
    return FALSE;
  span = off ? (PatalSpan) { known, known + (PatalDay) patal_rows_int (rows, 5) - 1 } : patal_batch_span (&batch);
  if (span.from == PATAL_DAY_NONE)
    return TRUE;
  uid = g_strdup_printf ("batch-%" G_GINT64_FORMAT "@grampatal.github.io", patal_rows_int (rows, 0));
  summary = summary_of (rows, words);
  place = patal_rows_null (rows, 8) ? g_strdup (patal_rows_text (rows, 9)) : g_strdup_printf ("%s, %s", patal_rows_text (rows, 8), patal_rows_text (rows, 9));
  said = words_of (rows, &batch, off ? (PatalSpan) { PATAL_DAY_NONE, PATAL_DAY_NONE } : span, words);
  patal_events_add (events, &(PatalEvent) { .uid = uid, .summary = summary, .place = place, .words = said, .span = span, .cancelled = off,
    .sequence = (guint) patal_rows_int (rows, 12), .changed_at = seconds_of (patal_rows_text (rows, patal_rows_null (rows, 13) ? 15 : 13)) });
  return TRUE;
}

/* (transfer full): "प्रशिक्षण कैलेंडर 2026-27, अकलतरा" */
static char *
calendar_name (PatalDb *db, const PatalTrainingQuery *query, const char *trainer, GError **error)
{
  g_autofree char *title = patal_training_query_title (db, query, N_("Training calendar"), error);
  g_autofree char *place = query->within != 0 ? patal_unit_name (db, query->within, patal_words_lang (query->args->words)) : NULL;

  return title != NULL ? g_strconcat (title, place != NULL || trainer != NULL ? ", " : "", place != NULL ? place : trainer, NULL) : NULL;
}

PatalEvents *
patal_training_events (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_auto (PatalTrainingQuery) query = { 0 };
  g_autoptr (PatalEvents) events = NULL;
  g_autofree char *name = NULL;
  g_auto (PatalRows) rows = { 0 };
  const char *said = patal_frame_filter (args, "trainer");
  gint64 trainer;

  if (!patal_training_query_read (db, args, &query, error) || !find_trainer (db, said, &trainer, error)
      || (name = calendar_name (db, &query, said, error)) == NULL)
    return NULL;
  events = patal_events_new (name);
  rows = patal_db_query (db, events_sql, PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (&query), PATAL_INT (trainer)));
  while (patal_rows_next (&rows))
    if (!add_event (db, events, &rows, args->words, error) || !patal_progress_step (args->progress, patal_events_n (events), 0, error))
      return NULL;
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&events) : NULL;
}
