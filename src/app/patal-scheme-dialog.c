/* patal-scheme-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-scheme-dialog.h"
#include "patal-attachment.h"
#include "patal-form-dialog.h"
#include "patal-thumbnail.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  PatalScheme      scheme;
  GBytes          *logo; /* (nullable): chosen, and not saved yet */
  const char      *logo_type;
  PatalDocument   *document;
  PatalFormDialog *dialog; /* borrowed: the form is its */
  PatalField      *code, *name_hi, *name_en, *helpline, *from, *to, *order_no, *source;
  PatalThumbnail  *thumbnail;
  GtkButton       *plain_button;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_scheme_clear (&form->scheme);
  g_clear_pointer (&form->logo, g_bytes_unref);
  g_object_unref (form->document);
  g_free (form);
}

static void
take (char **into, PatalField *field)
{
  g_free (*into);
  *into = patal_field_get_value (field);
}

static gboolean
read_day (PatalField *from, const char *id, PatalDay *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);

  *out = PATAL_DAY_NONE;
  if (typed == NULL || patal_day_parse (typed, out, error))
    return TRUE;
  *field = id;
  return FALSE;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalScheme *scheme = &form->scheme;

  take (&scheme->code, form->code);
  take (&scheme->names[PATAL_LANG_HI], form->name_hi);
  take (&scheme->names[PATAL_LANG_EN], form->name_en);
  take (&scheme->helpline, form->helpline);
  take (&scheme->order_no, form->order_no);
  take (&scheme->source, form->source);
  scheme->verified = scheme->order_no != NULL;
  return read_day (form->from, "valid_from", &scheme->valid_from, field, error)
         && read_day (form->to, "valid_to", &scheme->valid_to, field, error) && patal_scheme_check (scheme, field, error);
}

static gboolean
write_scheme (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;
  PatalScheme *scheme = &form->scheme;

  if (form->logo != NULL)
    {
      if (!patal_blob_put (db, form->logo, form->logo_type, scheme->logo, error))
        return FALSE;
      scheme->has_logo = TRUE;
    }
  return scheme->id == 0 ? patal_scheme_insert (db, scheme, error) : patal_scheme_update (db, scheme, error);
}

static gboolean
remove_scheme (PatalDb *db, gpointer data, GError **error)
{
  return patal_scheme_remove (db, ((Form *) data)->scheme.id, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalScheme *scheme = &((Form *) data)->scheme;
  const PatalLabel *label = scheme->id == 0 ? PATAL_LABEL (N_("Added the scheme {1}"), scheme->code)
                                            : PATAL_LABEL (N_("Changed the scheme {1}"), scheme->code);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_scheme, data, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Removed the scheme {1}"), ((Form *) data)->scheme.code);

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_scheme, data, error));
}

static const PatalFormKind scheme_kind = { .read = read_form, .write = write_job, .remove = remove_job };

/* --- the logo --- */

static void
logo_chosen_cb (gpointer user_data, GBytes *bytes, const char *media_type, const GError *error)
{
  Form *form = g_object_get_data (user_data, "form");

  if (bytes == NULL)
    {
      patal_document_complain (form->document, error);
      return;
    }
  g_clear_pointer (&form->logo, g_bytes_unref);
  form->logo = g_bytes_ref (bytes);
  form->logo_type = media_type;
  patal_thumbnail_set_bytes (form->thumbnail, bytes);
  gtk_widget_set_visible (GTK_WIDGET (form->plain_button), TRUE);
  patal_form_dialog_typed (form->dialog);
}

static void
choose_logo_cb (GtkWidget *button, gpointer user_data)
{
  patal_attachment_ask (button, PATAL_ATTACHMENT_LOGO, logo_chosen_cb, user_data);
}

static void
plain_logo_cb (G_GNUC_UNUSED GtkWidget *button, gpointer user_data)
{
  Form *form = g_object_get_data (user_data, "form");

  g_clear_pointer (&form->logo, g_bytes_unref);
  form->scheme.has_logo = FALSE;
  patal_thumbnail_set_blob (form->thumbnail, form->document, NULL);
  gtk_widget_set_visible (GTK_WIDGET (form->plain_button), FALSE);
  patal_form_dialog_typed (form->dialog);
}

static void
add_logo (PatalFormDialog *dialog, Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choose = gtk_button_new_with_mnemonic (_("Choose a _Logo…"));

  form->thumbnail = g_object_new (PATAL_TYPE_THUMBNAIL, NULL);
  form->plain_button = GTK_BUTTON (gtk_button_new_with_mnemonic (_("Take the _Drawing of the Program")));
  gtk_box_append (GTK_BOX (box), choose);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (form->plain_button));
  g_object_set_data (G_OBJECT (dialog), "form", form);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_logo_cb), dialog, 0);
  g_signal_connect_object (form->plain_button, "clicked", G_CALLBACK (plain_logo_cb), dialog, 0);
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->thumbnail));
  patal_form_dialog_add_widget (dialog, box);
}

/* --- the fields --- */

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  patal_form_dialog_begin_pair (dialog);
  form->code = patal_form_dialog_add_text (dialog, "code", _("Short _code"));
  form->helpline = patal_form_dialog_add_field (dialog, "helpline", _("Toll-_free number"));
  patal_form_dialog_begin_pair (dialog);
  form->from = patal_form_dialog_add_field (dialog, "valid_from", _("_Valid from"));
  form->to = patal_form_dialog_add_field (dialog, "valid_to", _("Valid _until"));
  form->order_no = patal_form_dialog_add_text (dialog, "order_no", _("Order _number (without it: unverified)"));
  form->source = patal_form_dialog_add_text (dialog, "source", _("S_ource"));
  add_logo (dialog, form);
}

static void
show_day (PatalField *field, PatalDay day)
{
  g_autofree char *text = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  patal_field_set_text (field, text);
}

static void
fill (Form *form)
{
  const PatalScheme *scheme = &form->scheme;

  patal_field_set_text (form->code, scheme->code);
  patal_field_set_text (form->name_hi, scheme->names[PATAL_LANG_HI]);
  patal_field_set_text (form->name_en, scheme->names[PATAL_LANG_EN]);
  patal_field_set_text (form->helpline, scheme->helpline);
  patal_field_set_text (form->order_no, scheme->order_no);
  patal_field_set_text (form->source, scheme->source);
  show_day (form->from, scheme->valid_from);
  show_day (form->to, scheme->valid_to);
  patal_thumbnail_set_blob (form->thumbnail, form->document, scheme->has_logo ? scheme->logo : NULL);
  gtk_widget_set_visible (GTK_WIDGET (form->plain_button), scheme->has_logo);
}

void
patal_scheme_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalScheme *scheme)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;

  form->document = g_object_ref (document);
  if (scheme != NULL && !patal_scheme_load (patal_document_reader (document), scheme->id, &form->scheme, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  form->dialog = patal_form_dialog_new (asked_from, document, scheme != NULL ? scheme->code : _("New Scheme"), &scheme_kind, form, form_free);
  add_fields (form->dialog, form);
  fill (form);
  if (scheme != NULL)
    patal_form_dialog_offer_remove (form->dialog, _("_Remove This Scheme"));
  patal_form_dialog_present (form->dialog);
}
