/* patal-freeze.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-freeze.h"
#include "patal-field.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalDocument *document;
  PatalRecord    record;
  char          *name;
  char          *reason; /* NULL: freeze */
  PatalField    *field;  /* of the question, while it is shown */
} Errand;

static Errand *
errand_new (PatalDocument *document, const PatalRecord *record, const char *name)
{
  Errand *errand = g_new0 (Errand, 1);

  *errand = (Errand) { .document = g_object_ref (document), .record = *record, .name = g_strdup (name) };
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->document);
  g_free (errand->name);
  g_free (errand->reason);
  g_free (errand);
}

/* The document is only held here, never called: this runs in the worker. */
static gpointer
freeze_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Errand *errand = data;

  if (errand->reason == NULL)
    return GINT_TO_POINTER (patal_db_freeze (db, &errand->record, PATAL_LABEL (N_("Froze {1}"), errand->name), error));
  return GINT_TO_POINTER (patal_db_unfreeze (db, &errand->record, PATAL_LABEL (N_("Unfroze {1}"), errand->name),
                                             errand->reason, error));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
  errand_free (errand);
}

void
patal_freeze_record (PatalDocument *document, const PatalRecord *record, const char *name)
{
  Errand *errand = errand_new (document, record, name);

  patal_document_write_async (document, freeze_job, errand, NULL, NULL, NULL, done_cb, errand);
}

static void
response_cb (G_GNUC_UNUSED AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Errand *errand = user_data;

  errand->reason = patal_field_get_value (errand->field);
  if (!g_str_equal (response, "unfreeze") || errand->reason == NULL)
    {
      errand_free (errand);
      return;
    }
  patal_document_write_async (errand->document, freeze_job, errand, NULL, NULL, NULL, done_cb, errand);
}

static void
reason_typed_cb (PatalField *field, gpointer user_data)
{
  g_autofree char *reason = patal_field_get_value (field);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (user_data), "unfreeze", reason != NULL);
}

static void
entered_cb (PatalField *field, gpointer user_data)
{
  g_autofree char *reason = patal_field_get_value (field);

  if (reason == NULL)
    return;
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (user_data), "unfreeze");
  gtk_window_destroy (GTK_WINDOW (user_data));
}

void
patal_unfreeze_record (GtkWidget *asked_from, PatalDocument *document, const PatalRecord *record, const char *name, const char *shown)
{
  Errand *errand = errand_new (document, record, name);
  g_autofree char *heading = g_strdup_printf (_("Unfreeze %s?"), shown);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (asked_from)), heading,
                                              _("The reason is kept in the change history."));

  errand->field = PATAL_FIELD (patal_field_new (_("_Reason")));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (errand->field));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "unfreeze", _("_Unfreeze"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "unfreeze");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "unfreeze", FALSE);
  g_signal_connect (errand->field, "edited", G_CALLBACK (reason_typed_cb), dialog);
  g_signal_connect (errand->field, "entered", G_CALLBACK (entered_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), errand);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (errand->field));
}
