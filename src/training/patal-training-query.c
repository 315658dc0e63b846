/* patal-training-query.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-query.h"
#include "patal-course.h"
#include "patal-frame.h"
#include "patal-training-private.h"
#include "patal-training.h"
#include <glib/gi18n-lib.h>

void
patal_training_query_clear (PatalTrainingQuery *query)
{
  g_clear_pointer (&query->day, g_free);
}

gint64
patal_training_query_number (const PatalReportArgs *args, const char *key)
{
  const char *said = patal_frame_filter (args, key);

  return said != NULL ? g_ascii_strtoll (said, NULL, 10) : 0;
}

gboolean
patal_training_query_course (PatalDb *db, const char *word, gint64 *out_course, GError **error)
{
  if (!patal_db_int (db, "SELECT ifnull (iif (?1 IS NULL, ifnull ((SELECT course FROM training ORDER BY from_day DESC, id DESC LIMIT 1),"
                         " (SELECT min (id) FROM course WHERE in_use)), (SELECT id FROM course WHERE upper (code) = upper (?1) OR id = CAST (?1 AS INTEGER))), 0)",
                     PATAL_ARGS (PATAL_TEXT (word)), out_course, error))
    return FALSE;
  if (*out_course != 0)
    return TRUE;
  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is no course “%s” in this file"), word != NULL ? word : "");
  return FALSE;
}

static gboolean
check_training (PatalDb *db, gint64 training, GError **error)
{
  gint64 n = 0;

  if (!patal_db_int (db, "SELECT count (*) FROM training WHERE id = ?1", PATAL_ARGS (PATAL_INT (training)), &n, error))
    return FALSE;
  if (n == 0)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is no such training in this file"));
  return n > 0;
}

gboolean
patal_training_query_read (PatalDb *db, const PatalReportArgs *args, PatalTrainingQuery *out, GError **error)
{
  const char *training = patal_frame_filter (args, "training"), *course = patal_frame_filter (args, "course"), *fy = patal_frame_filter (args, "fy");

  *out = (PatalTrainingQuery) { .args = args, .fy = patal_fy_of (args->as_on), .training = patal_training_query_number (args, "training") };
  if (!patal_frame_scope (db, args, &out->within, error) || (fy != NULL && !patal_fy_parse (fy, &out->fy, error))
      || (course != NULL && !patal_training_query_course (db, course, &out->course, error))
      || (training != NULL && !check_training (db, out->training, error)))
    return FALSE;
  out->day = patal_day_iso (args->as_on);
  return TRUE;
}

/* (transfer full): of the training that is named, else of the course; NULL without either, or on an error. */
static char *
name_of_asked (PatalDb *db, const PatalTrainingQuery *query, GError **error)
{
  g_auto (PatalTraining) training = { 0 };
  g_auto (PatalCourse) course = { 0 };

  if (query->training != 0 && !patal_training_load (db, query->training, &training, error))
    return NULL;
  if (training.names[0] != NULL || training.names[1] != NULL)
    return g_strdup (patal_training_name (training.names, query->args->words));
  if (!patal_course_load (db, query->training != 0 ? training.course : query->course, &course, error))
    return NULL;
  return g_strdup (patal_training_name (course.names, query->args->words));
}

char *
patal_training_query_title (PatalDb *db, const PatalTrainingQuery *query, const char *title, GError **error)
{
  const PatalWords *words = query->args->words;
  const char *word = patal_words_get (words, title);
  g_autofree char *year = patal_fy_label (query->fy), *name = NULL;

  if (query->training == 0 && query->course == 0)
    return g_strdup_printf ("%s %s", word, year);
  name = name_of_asked (db, query, error);
  if (name == NULL)
    return NULL;
  if (query->training != 0)
    /* Translators: the title of a report, and the training that it is about */
    return patal_label_text (PATAL_LABEL (N_("{1}: {2}"), word, name), words);
  /* Translators: the title of a report, its financial year, and the course that it is about */
  return patal_label_text (PATAL_LABEL (N_("{1} {2}: {3}"), word, year, name), words);
}

gboolean
patal_training_query_span (const PatalTrainingQuery *query, PatalSpan *out, GError **error)
{
  const char *said = patal_frame_filter (query->args, "quarter");
  gint64 quarter = patal_training_query_number (query->args, "quarter");

  if (said != NULL && (quarter < 1 || quarter > 4))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("A quarter is 1 (April to June), 2, 3 or 4 (January to March)"));
  *out = said != NULL ? patal_quarter_span (query->fy, (int) quarter) : (PatalSpan) { 1, query->args->as_on };
  return TRUE;
}

char *
patal_training_query_text (const PatalTrainingQuery *query)
{
  g_autofree char *fy = patal_fy_label (query->fy);
  GString *text = g_string_new (NULL);

  if (query->training != 0)
    g_string_printf (text, "training=%" G_GINT64_FORMAT, query->training);
  else
    g_string_printf (text, "fy=%s", fy);
  if (query->course != 0)
    g_string_append_printf (text, "&course=%" G_GINT64_FORMAT, query->course);
  if (query->within != 0)
    g_string_append_printf (text, "&within=%" G_GINT64_FORMAT, query->within);
  if (patal_frame_filter (query->args, "quarter") != NULL)
    g_string_append_printf (text, "&quarter=%s", patal_frame_filter (query->args, "quarter"));
  return g_string_free (text, FALSE);
}
