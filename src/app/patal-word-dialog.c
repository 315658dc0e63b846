/* patal-word-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-word-dialog.h"
#include "patal-form-dialog.h"
#include <glib/gi18n.h>

typedef struct
{
  gint64      id;
  char       *hi, *en, *order_no;
  PatalField *hi_field, *en_field, *order_field;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->hi);
  g_free (form->en);
  g_free (form->order_no);
  g_free (form);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;

  g_free (form->hi);
  g_free (form->en);
  g_free (form->order_no);
  form->hi = patal_field_get_value (form->hi_field);
  form->en = patal_field_get_value (form->en_field);
  form->order_no = patal_field_get_value (form->order_field);
  if (form->hi != NULL && form->en != NULL)
    return TRUE;
  *field = form->hi == NULL ? "hi" : "en";
  g_set_error_literal (error, PATAL_PACK_ERROR, PATAL_PACK_ERROR_WORD, _("The word is needed in both languages"));
  return FALSE;
}

static gboolean
write_word (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;

  return patal_pack_set_word (db, form->id, form->hi, form->en, form->order_no, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Changed the word {1}"), ((Form *) data)->hi), write_word, data, error));
}

static const PatalFormKind word_kind = { .read = read_form, .write = write_job };

void
patal_word_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalPackWord *word)
{
  Form *form = g_new0 (Form, 1);
  PatalFormDialog *dialog = patal_form_dialog_new (asked_from, document, _("Word of the State"), &word_kind, form, form_free);

  form->id = word->id;
  form->hi_field = patal_form_dialog_add_field (dialog, "hi", _("_Hindi"));
  form->en_field = patal_form_dialog_add_field (dialog, "en", _("_English"));
  form->order_field = patal_form_dialog_add_field (dialog, "order_no", _("Order _number (without it: unverified)"));
  patal_field_set_text (form->hi_field, word->hi);
  patal_field_set_text (form->en_field, word->en);
  patal_field_set_text (form->order_field, word->order_no);
  patal_form_dialog_present (dialog);
}
