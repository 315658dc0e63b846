/* patal-nominee-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nominee-dialog.h"
#include "patal-form-dialog.h"
#include "patal-person.h"
#include "patal-posting.h"
#include <glib/gi18n.h>

typedef struct
{
  gint64              batch, instead_of; /* a nomination; 0: of nobody */
  char               *no, *other;        /* for the journal; @other (nullable) */
  gint64              person;
  gint64              posting;           /* the main charge that the person has on @day; 0: none */
  PatalDay            day;
  char               *name;
  PatalDocument      *document;          /* borrowed from the dialog; main thread only */
  PatalRecordChooser *chooser;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->no);
  g_free (form->other);
  g_free (form->name);
  g_free (form);
}

static gint64
posting_of (PatalDb *reader, gint64 person, PatalDay day)
{
  g_autoptr (GPtrArray) holdings = patal_holdings_of (reader, person, day, NULL);
  gint64 posting = 0;

  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    {
      const PatalHolding *own = g_ptr_array_index (holdings, i);

      if ((own->from == PATAL_DAY_NONE || own->from <= day) && (own->to == PATAL_DAY_NONE || own->to >= day)
          && (posting == 0 || own->charge == PATAL_CHARGE_MAIN))
        posting = own->posting;
    }
  return posting;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalDb *reader = patal_document_reader (form->document);

  form->person = patal_record_chooser_get_record (form->chooser);
  if (form->person == 0)
    {
      *field = "person";
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("Choose the person"));
      return FALSE;
    }
  form->posting = posting_of (reader, form->person, form->day);
  g_free (form->name);
  form->name = patal_person_name (reader, form->person, PATAL_LANG_HI);
  return TRUE;
}

static gboolean
write_nominee (PatalDb *db, gpointer data, GError **error)
{
  const Form *form = data;

  return form->instead_of != 0 ? patal_substitute (db, form->instead_of, form->person, error)
                               : patal_nominate (db, form->batch, form->person, form->posting, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *label = form->instead_of != 0 ? PATAL_LABEL (N_("Batch {1}: {2} comes instead of {3}"), form->no, form->name, form->other)
                                                  : PATAL_LABEL (N_("Nominated {2} for batch {1}"), form->no, form->name);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_nominee, form, error));
}

static const PatalFormKind nominee_kind = { .read = read_form, .write = write_job };

static void
show (GtkWidget *asked_from, PatalDocument *document, const char *title, const char *label, Form *form)
{
  PatalFormDialog *dialog = patal_form_dialog_new (asked_from, document, title, &nominee_kind, form, form_free);

  form->document = document;
  form->chooser = patal_form_dialog_add_chooser (dialog, "person", label, "person");
  patal_form_dialog_present (dialog);
}

static Form *
form_new (const PatalBatchSheet *sheet)
{
  Form *form = g_new0 (Form, 1);

  form->batch = sheet->batch.id;
  form->no = g_strdup_printf ("%d", sheet->batch.no);
  form->day = sheet->batch.start != PATAL_DAY_NONE ? sheet->batch.start : patal_day_today ();
  return form;
}

void
patal_nominee_dialog_add (GtkWidget *asked_from, PatalDocument *document, const PatalBatchSheet *sheet)
{
  show (asked_from, document, _("Nominate"), _("_Person"), form_new (sheet));
}

void
patal_nominee_dialog_substitute (GtkWidget *asked_from, PatalDocument *document, const PatalBatchSheet *sheet, gint64 nomination)
{
  Form *form = form_new (sheet);
  g_autofree char *label = NULL;

  form->instead_of = nomination;
  for (guint i = 0; i < sheet->people->len && form->other == NULL; i++)
    {
      const PatalBatchPerson *person = g_ptr_array_index (sheet->people, i);

      if (person->nomination->id == nomination)
        form->other = g_strdup (person->name);
    }
  /* Translators: %s is the person who does not come */
  label = g_strdup_printf (_("Who comes _instead of %s"), form->other);
  show (asked_from, document, _("Substitute"), label, form);
}
