/* patal-attendance.c: who came, half-day by half-day; tests
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-private.h"
#include "patal-nomination.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
patal_marks_trained (const char *marks, guint n_half_days_held, int present_pct)
{
  guint present = 0;

  for (const char *mark = marks; *mark != '\0'; mark++)
    present += *mark == 'P';
  return present > 0 && 100 * present >= (guint) present_pct * n_half_days_held;
}

/* ---- what people write ---- */

static const char *const present_words[] = {
  "P", "1", "Y", "✓", "✔", "√", "उ", "उप", "उपस्थित", "present", "yes", "full", "पूर्ण", "हाँ", "हां",
};
static const char *const absent_words[] = {
  "A", "0", "N", "X", "✗", "✘", "×", "अ", "अनु", "अनुपस्थित", "absent", "no", "nil", "नहीं", "गैरहाजिर",
};

/* 'P', 'A', '-', or 0: it says neither. */
static char
mark_of (const char *word)
{
  if (*word == '\0' || g_str_equal (word, "-") || g_str_equal (word, "–"))
    return '-';
  if (strchr (word, '?') != NULL) /* whoever wrote it did not know; folding would not see it */
    return 0;
  if (patal_training_names (present_words, G_N_ELEMENTS (present_words), word))
    return 'P';
  if (patal_training_names (absent_words, G_N_ELEMENTS (absent_words), word))
    return 'A';
  /* Signs are nothing when folded. */
  for (gsize i = 0; i < G_N_ELEMENTS (present_words); i++)
    if (g_str_equal (present_words[i], word))
      return 'P';
  for (gsize i = 0; i < G_N_ELEMENTS (absent_words); i++)
    if (g_str_equal (absent_words[i], word))
      return 'A';
  return 0;
}

/* One for the whole, one a day, or one a half-day. */
static gboolean
spread (const char *read, guint n, guint n_half_days, char *out)
{
  if (n == 0 || n_half_days % n != 0 || (n != 1 && n != n_half_days && 2 * n != n_half_days))
    return FALSE;
  for (guint i = 0; i < n_half_days; i++)
    out[i] = read[i / (n_half_days / n)];
  out[n_half_days] = '\0';
  return TRUE;
}

static gboolean
read_words (const char *cell, guint n_half_days, char *out)
{
  g_auto (GStrv) words = g_strsplit_set (cell, " /,;|\t", -1);
  char read[PATAL_MOST_HALF_DAYS] = { 0 };
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      char mark;

      if (*words[i] == '\0')
        continue;
      mark = mark_of (words[i]);
      if (mark == 0 || n == G_N_ELEMENTS (read))
        return FALSE;
      read[n++] = mark;
    }
  return spread (read, n, n_half_days, out);
}

/* "1011", "उउअउ": each letter stands for itself. */
static gboolean
read_letters (const char *cell, guint n_half_days, char *out)
{
  char read[PATAL_MOST_HALF_DAYS] = { 0 };
  guint n = 0;

  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_utf8_substring (p, 0, 1);
      char mark = mark_of (letter);

      if (mark == 0 || n == G_N_ELEMENTS (read))
        return FALSE;
      read[n++] = mark;
    }
  return n > 1 && spread (read, n, n_half_days, out);
}

gboolean
patal_attendance_parse (const char *cell, guint n_half_days, char out[PATAL_MOST_HALF_DAYS + 1], GError **error)
{
  g_autofree char *clean = patal_text_clean (cell), *digits = clean != NULL ? patal_text_ascii_digits (clean) : g_strdup ("");
  char mark = mark_of (digits);

  g_return_val_if_fail (n_half_days >= 1 && n_half_days <= PATAL_MOST_HALF_DAYS, FALSE);

  if (mark != 0)
    return spread (&mark, 1, n_half_days, out);
  if (read_words (digits, n_half_days, out) || read_letters (digits, n_half_days, out))
    return TRUE;
  return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_MARK, clean), error);
}

/* ---- in the file ---- */

gboolean
patal_marks_check (const PatalBatch *batch, const char *marks, PatalDay today, GError **error)
{
  for (guint half = 0; marks[half] != '\0'; half++)
    {
      PatalDay day = half / 2 < batch->held_on->len ? g_array_index (batch->held_on, PatalDay, half / 2) : PATAL_DAY_NONE;
      PatalDay shown = day != PATAL_DAY_NONE ? day : batch->start + (int) (half / 2);

      if (marks[half] != '-' && (day == PATAL_DAY_NONE || day > today))
        {
          g_autofree char *text = patal_day_format (shown);

          return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_HALF_DAY, text), error);
        }
    }
  return TRUE;
}

static gboolean
set_marks (PatalDb *db, gint64 batch, const PatalMarks *marks, GError **error)
{
  gint64 there;

  if (!patal_db_int (db, "SELECT count (*) FROM nomination WHERE id = ?1 AND batch = ?2 AND status = 'nominated'",
                     PATAL_ARGS (PATAL_INT (marks->nomination), PATAL_INT (batch)), &there, error))
    return FALSE;
  if (there == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("Somebody of this list is not nominated in this batch any more"));
      return FALSE;
    }
  return patal_db_run (db, "UPDATE nomination SET marks = rtrim (?2, '-') WHERE id = ?1",
                       PATAL_ARGS (PATAL_INT (marks->nomination), PATAL_TEXT (marks->marks)), error);
}

gboolean
patal_attendance_set (PatalDb *db, gint64 batch, const PatalMarks *marks, guint n, PatalDay today, GError **error)
{
  g_auto (PatalBatch) own = { 0 };

  if (!patal_batch_load (db, batch, &own, error) || !patal_batch_may_change (db, batch, error))
    return FALSE;
  if (own.start == PATAL_DAY_NONE)
    {
      g_autofree char *no = g_strdup_printf ("%d", own.no);

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_START, no), error);
    }
  for (guint i = 0; i < n; i++)
    if (!patal_marks_check (&own, marks[i].marks, today, error) || !set_marks (db, batch, &marks[i], error))
      return FALSE;
  return TRUE;
}

gboolean
patal_test_set (PatalDb *db, gint64 nomination, int pre, int post, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT ifnull (course_module.marks, 0), batch.id FROM nomination JOIN batch ON batch.id = nomination.batch"
    " JOIN course_module ON course_module.id = batch.module WHERE nomination.id = ?1", PATAL_ARGS (PATAL_INT (nomination)));
  gboolean found = patal_rows_next (&rows);
  gint64 most = found ? patal_rows_int (&rows, 0) : 0, batch = found ? patal_rows_int (&rows, 1) : 0;

  if (!patal_rows_finish (&rows, error) || !patal_batch_may_change (db, batch, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This nomination is no longer in the file"));
      return FALSE;
    }
  if (pre < -1 || post < -1 || MAX (pre, post) > most || (most == 0 && MAX (pre, post) >= 0))
    {
      g_autofree char *shown = g_strdup_printf ("%d", (int) most);

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_TEST_RANGE, shown), error);
    }
  return patal_db_run (db, "UPDATE nomination SET pre = ?2, post = ?3 WHERE id = ?1",
                       PATAL_ARGS (PATAL_INT (nomination), pre >= 0 ? PATAL_INT (pre) : PATAL_NULL, post >= 0 ? PATAL_INT (post) : PATAL_NULL), error);
}
