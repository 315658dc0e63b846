/* patal-subject.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-subject.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-subject-error-quark, patal_subject_error)

void
patal_subject_clear (PatalSubject *subject)
{
  g_free (subject->code);
  g_free (subject->names[PATAL_LANG_HI]);
  g_free (subject->names[PATAL_LANG_EN]);
  memset (subject, 0, sizeof *subject);
}

void
patal_subject_free (PatalSubject *subject)
{
  if (subject == NULL)
    return;
  patal_subject_clear (subject);
  g_free (subject);
}

GPtrArray *
patal_subjects (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, code, name_hi, name_en, in_use FROM subject ORDER BY in_use DESC, code, id", PATAL_NO_ARGS);
  g_autoptr (GPtrArray) subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_subject_free);

  while (patal_rows_next (&rows))
    {
      PatalSubject *subject = g_new0 (PatalSubject, 1);

      subject->id = patal_rows_int (&rows, 0);
      subject->code = g_strdup (patal_rows_text (&rows, 1));
      subject->names[PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 2));
      subject->names[PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 3));
      subject->in_use = patal_rows_int (&rows, 4) != 0;
      g_ptr_array_add (subjects, subject);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&subjects) : NULL;
}

const PatalSubject *
patal_subject_among (const GPtrArray *subjects, const char *word)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const PatalSubject *subject = g_ptr_array_index (subjects, i);
      const char *const words[] = { subject->code, subject->names[PATAL_LANG_HI], subject->names[PATAL_LANG_EN] };

      if (patal_training_names (words, G_N_ELEMENTS (words), word))
        return subject;
    }
  return NULL;
}

static gboolean
refuse (GError **error, PatalSubjectError code, const char *sentence)
{
  g_set_error_literal (error, PATAL_SUBJECT_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check (PatalDb *db, const PatalSubject *subject, GError **error)
{
  gint64 others, there = 1;

  if (patal_training_is_blank (subject->code))
    return refuse (error, PATAL_SUBJECT_ERROR_NAME, _("A subject needs a short code for lists, like CIB"));
  if (patal_training_is_blank (subject->names[PATAL_LANG_HI]) && patal_training_is_blank (subject->names[PATAL_LANG_EN]))
    return refuse (error, PATAL_SUBJECT_ERROR_NAME, _("A subject needs a name, in Hindi or in English"));
  if (!patal_db_int (db, "SELECT count (*) FROM subject WHERE upper (code) = upper (?2) AND id <> ?1",
                     PATAL_ARGS (PATAL_INT (subject->id), PATAL_TEXT (subject->code)), &others, error)
      || (subject->id != 0
          && !patal_db_int (db, "SELECT count (*) FROM subject WHERE id = ?1", PATAL_ARGS (PATAL_INT (subject->id)), &there,
                            error)))
    return FALSE;
  if (others > 0)
    return refuse (error, PATAL_SUBJECT_ERROR_CODE, _("Another subject has this code"));
  if (there == 0)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This subject is no longer in the file"));
  return there > 0;
}

gboolean
patal_subject_put (PatalDb *db, PatalSubject *subject, GError **error)
{
  if (!check (db, subject, error))
    return FALSE;
  if (subject->id == 0)
    subject->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO subject (id, code, name_hi, name_en, in_use) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (id) DO UPDATE SET code = ?2, name_hi = ?3, name_en = ?4, in_use = ?5",
    PATAL_ARGS (PATAL_INT (subject->id), PATAL_TEXT (subject->code), patal_training_text (subject->names[PATAL_LANG_HI]),
                patal_training_text (subject->names[PATAL_LANG_EN]), PATAL_INT (subject->in_use != FALSE)), error);
}
