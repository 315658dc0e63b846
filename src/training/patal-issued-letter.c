/* patal-issued-letter.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-issued-letter.h"
#include "patal-paper-facts.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

void
patal_issued_letter_free (PatalIssuedLetter *letter)
{
  if (letter == NULL)
    return;
  g_free (letter->number);
  g_free (letter->name);
  g_free (letter->printed);
  g_free (letter->recalled_why);
  g_free (letter);
}

static PatalIssuedLetter *
read_letter (PatalRows *rows)
{
  PatalIssuedLetter *letter = g_new (PatalIssuedLetter, 1);

  *letter = (PatalIssuedLetter) {
    .id = patal_rows_int (rows, 0), .training = patal_rows_int (rows, 1), .unit = patal_rows_int (rows, 2), .batch = patal_rows_int (rows, 3),
    .nomination = patal_rows_int (rows, 4), .number = g_strdup (patal_rows_text (rows, 5)), .day = patal_day_from_iso (patal_rows_text (rows, 6)),
    .printed = g_strdup (patal_rows_text (rows, 7)), .issued_at = patal_rows_int (rows, 8),
    .recalled_on = patal_day_from_iso (patal_rows_text (rows, 9)), .recalled_why = g_strdup (patal_rows_text (rows, 10)),
    .name = g_strdup (patal_rows_text (rows, 12)),
  };
  patal_training_paper_named (patal_rows_text (rows, 11), &letter->paper);
  return letter;
}

GPtrArray *
patal_issued_letters (PatalDb *db, const PatalTrainingPaperOrder *order, PatalIssuedWhich which, GError **error)
{
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_issued_letter_free);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT l.id, l.training, l.unit, l.batch, l.nomination, l.number, l.day, l.printed, l.issued_at, l.recalled_on, l.recalled_why, l.kind, l.name"
    " FROM letter AS l LEFT JOIN batch AS b ON b.id = l.batch LEFT JOIN cluster AS k ON k.id = b.cluster LEFT JOIN nomination AS n ON n.id = l.nomination"
    " WHERE l.training = ?1 AND l.kind = ?2 AND (?3 = 0 OR l.batch = ?3) AND (?4 = 0 OR ifnull (l.unit, k.unit) = ?4)"
    " AND (?5 = 0 OR n.person = ?5) AND (?6 OR l.recalled_on IS NULL) ORDER BY b.no, l.id",
    PATAL_ARGS (PATAL_INT (order->training), PATAL_TEXT (patal_training_paper_kind (order->paper)), PATAL_INT (order->batch), PATAL_INT (order->block),
                PATAL_INT (order->person), PATAL_INT (which == PATAL_ISSUED_ALL)));

  while (patal_rows_next (&rows))
    g_ptr_array_add (letters, read_letter (&rows));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&letters) : NULL;
}

/* ---- numbers ---- */

GStrv
patal_certificate_numbers (PatalDb *db, gint64 training, guint n, GError **error)
{
  g_autofree char *prefix = patal_certificate_prefix (db, training, error);
  gint64 last;
  GStrv numbers;

  /* The serial is what stands behind the prefix; one that was called back is not given again. */
  if (prefix == NULL
      || !patal_db_int (db, "SELECT ifnull (max (CAST (substr (number, length (?1) + 1) AS INTEGER)), 0) FROM letter"
                            " WHERE kind = 'certificate' AND substr (number, 1, length (?1)) = ?1", PATAL_ARGS (PATAL_TEXT (prefix)), &last, error))
    return NULL;
  numbers = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = g_strdup_printf ("%s%04" G_GINT64_FORMAT, prefix, ++last);
  return numbers;
}

/* ---- writing ---- */

gboolean
patal_issued_letter_insert (PatalDb *db, PatalIssuedLetter *letter, GError **error)
{
  g_autofree char *day = patal_day_iso (letter->day);

  letter->id = patal_db_new_id (db);
  return patal_db_run (db, "INSERT INTO letter (id, kind, training, unit, batch, nomination, number, name, day, printed, issued_at)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                       PATAL_ARGS (PATAL_INT (letter->id), PATAL_TEXT (patal_training_paper_kind (letter->paper)), PATAL_INT (letter->training),
                                   PATAL_INT_OR_NULL (letter->unit), PATAL_INT_OR_NULL (letter->batch), PATAL_INT_OR_NULL (letter->nomination),
                                   patal_training_text (letter->number), patal_training_text (letter->name), PATAL_TEXT (day), PATAL_TEXT (letter->printed),
                                   PATAL_INT (letter->issued_at)), error);
}

gboolean
patal_issued_letter_recall (PatalDb *db, gint64 id, const char *why, PatalDay today, GError **error)
{
  g_autofree char *day = patal_day_iso (today);
  gint64 stands;

  if (patal_training_is_blank (why))
    {
      g_set_error_literal (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_REASON,
                           _("Say why it is called back: the reason stays with the paper"));
      return FALSE;
    }
  if (!patal_db_int (db, "SELECT count (*) FROM letter WHERE id = ?1 AND recalled_on IS NULL", PATAL_ARGS (PATAL_INT (id)), &stands, error))
    return FALSE;
  if (stands == 0)
    {
      g_set_error_literal (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_NOTHING, _("This paper has been called back already"));
      return FALSE;
    }
  return patal_db_run (db, "UPDATE letter SET recalled_on = ?2, recalled_why = ?3 WHERE id = ?1",
                       PATAL_ARGS (PATAL_INT (id), PATAL_TEXT (day), PATAL_TEXT (why)), error);
}
