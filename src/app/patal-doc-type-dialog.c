/* patal-doc-type-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-doc-type-dialog.h"
#include "patal-form-dialog.h"
#include "patal-number.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalDocType    type; /* its strings are the form's */
  PatalField     *name_hi, *name_en, *rank, *basis;
  GtkCheckButton *in_use;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->type.names[PATAL_LANG_HI]);
  g_free (form->type.names[PATAL_LANG_EN]);
  g_free (form->type.basis);
  g_free (form);
}

static void
take (char **into, PatalField *field)
{
  g_free (*into);
  *into = patal_field_get_value (field);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalDocType *type = &form->type;
  gint64 rank = 0;

  take (&type->names[PATAL_LANG_HI], form->name_hi);
  take (&type->names[PATAL_LANG_EN], form->name_en);
  take (&type->basis, form->basis);
  type->in_use = gtk_check_button_get_active (form->in_use);
  *field = "name_hi";
  if (type->names[PATAL_LANG_HI] == NULL && type->names[PATAL_LANG_EN] == NULL)
    {
      g_set_error_literal (error, PATAL_WORK_FILE_ERROR, PATAL_WORK_FILE_ERROR_NAME, _("A document needs a name, in Hindi or in English"));
      return FALSE;
    }
  *field = "rank";
  if (!patal_number_parse (patal_field_get_text (form->rank), &rank, error))
    return FALSE;
  type->rank = (int) CLAMP (rank, 1, G_MAXINT);
  return TRUE;
}

static gboolean
write_type (PatalDb *db, gpointer data, GError **error)
{
  return patal_doc_type_put (db, &((Form *) data)->type, error);
}

static gboolean
remove_type (PatalDb *db, gpointer data, GError **error)
{
  return patal_doc_type_remove (db, ((Form *) data)->type.id, error);
}

static const char *
name_of (const PatalDocType *type)
{
  return type->names[PATAL_LANG_HI] != NULL ? type->names[PATAL_LANG_HI] : type->names[PATAL_LANG_EN];
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Changed the checklist of work files: {1}"), name_of (&((Form *) data)->type));

  return GINT_TO_POINTER (patal_db_edit (db, label, write_type, data, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Removed {1} from the checklist of work files"), name_of (&((Form *) data)->type));

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_type, data, error));
}

static const PatalFormKind type_kind = { .read = read_form, .write = write_job, .remove = remove_job };

void
patal_doc_type_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalDocType *type, int rank)
{
  Form *form = g_new0 (Form, 1);
  g_autofree char *shown_rank = patal_number_group (type != NULL ? type->rank : rank);
  PatalFormDialog *dialog = patal_form_dialog_new (asked_from, document, type != NULL ? _("Document of Work Files") : _("New Document of Work Files"),
                                                   &type_kind, form, form_free);

  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  patal_form_dialog_begin_pair (dialog);
  form->rank = patal_form_dialog_add_field (dialog, "rank", _("_Place in the checklist"));
  form->basis = patal_form_dialog_add_text (dialog, "basis", _("Who _asks for it"));
  form->in_use = patal_form_dialog_add_check (dialog, _("Is asked f_or in each work file"));
  gtk_check_button_set_active (form->in_use, type == NULL || type->in_use);
  patal_field_set_text (form->rank, shown_rank);
  if (type != NULL)
    {
      form->type.id = type->id;
      patal_field_set_text (form->name_hi, type->names[PATAL_LANG_HI]);
      patal_field_set_text (form->name_en, type->names[PATAL_LANG_EN]);
      patal_field_set_text (form->basis, type->basis);
      patal_form_dialog_offer_remove (dialog, _("_Remove From the Checklist"));
    }
  patal_form_dialog_present (dialog);
}
