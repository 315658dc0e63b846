/* patal-discard-question.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-discard-question.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define ASKED "patal-discard-asked" /* stands with the window while it is asked */

static gboolean
discard_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The question is still closing, and libadwaita 1.2 takes its leave of the window it belongs to: that goes after it. */
static void
answered_cb (GtkWindow *window, const char *response)
{
  g_object_set_data (G_OBJECT (window), ASKED, NULL);
  if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, discard_cb, g_object_ref (window), g_object_unref);
}

void
patal_discard_question_ask (GtkWindow *window)
{
  GtkWidget *question;
  AdwMessageDialog *dialog;

  if (g_object_get_data (G_OBJECT (window), ASKED) != NULL)
    return;
  question = adw_message_dialog_new (window, _("Discard What You Typed?"), _("It has not been saved."));
  dialog = ADW_MESSAGE_DIALOG (question);
  adw_message_dialog_add_responses (dialog, "keep", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), window, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (window), ASKED, question);
  gtk_window_present (GTK_WINDOW (question));
}
