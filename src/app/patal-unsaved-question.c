/* patal-unsaved-question.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unsaved-question.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalWindow    *window; /* borrowed: the question is transient for it */
  PatalWindowLeft left;
  gpointer        data;
  GDestroyNotify  data_free;
} Leaving;

static void
leaving_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Leaving *leaving = data;

  if (leaving->data_free != NULL)
    leaving->data_free (leaving->data);
  g_free (leaving);
}

static void
answered_cb (G_GNUC_UNUSED AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Leaving *leaving = user_data;
  PatalDocument *document = patal_window_get_document (leaving->window);

  if (!g_str_equal (response, "discard") || document == NULL)
    return;
  patal_document_drop_typed (document);
  leaving->left (leaving->window, leaving->data);
}

void
patal_unsaved_question_ask (PatalWindow *window, const char *heading, const char *why, const char *discard,
                            PatalWindowLeft left, gpointer data, GDestroyNotify data_free)
{
  Leaving *leaving = g_new (Leaving, 1);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, why);

  *leaving = (Leaving) { window, left, data, data_free };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _("_Go Back"), "discard", discard, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), leaving, leaving_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
