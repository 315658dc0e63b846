/* patal-leaving-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-leaving-dialog.h"
#include "patal-form-dialog.h"
#include "patal-person.h"
#include "patal-posting.h"
#include <glib/gi18n.h>

typedef struct
{
  gint64      person;
  PatalDay    last;
  char       *name; /* for the journal */
  PatalField *day;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->name);
  g_free (form);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;

  *field = "last";
  return patal_day_parse (patal_field_get_text (form->day), &form->last, error);
}

static gboolean
end_postings (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;

  return patal_posting_end_all (db, form->person, form->last, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  g_autofree char *day = patal_day_format (form->last);

  /* Translators: a person, a day */
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("{1} left service: all posts ended on {2}"), form->name, day), end_postings,
                                         form, error));
}

static const PatalFormKind leaving_kind = { .read = read_form, .write = write_job };

void
patal_leaving_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 person)
{
  Form *form = g_new0 (Form, 1);
  g_autofree char *today = patal_day_format (patal_day_today ());
  PatalFormDialog *dialog;

  form->person = person;
  form->name = patal_person_name (patal_document_reader (document), person, PATAL_LANG_HI);
  dialog = patal_form_dialog_new (asked_from, document, _("Leaves Service"), &leaving_kind, form, form_free);
  form->day = patal_form_dialog_add_field (dialog, "last", _("_Last day in service"));
  g_object_set (form->day, "hint", _("DD.MM.YYYY"), NULL);
  patal_field_set_text (form->day, today);
  patal_form_dialog_present (dialog);
}
