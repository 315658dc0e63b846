/* patal-text-question.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-text-question.h"
#include "patal-field.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalField     *field;  /* (nullable): lives as long as the dialog */
  PatalTextAnswer answered;
  gpointer        user_data;
  gboolean        needed;
} Asked;

static void
response_cb (G_GNUC_UNUSED AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autofree char *words = asked->field != NULL ? patal_field_get_value (asked->field) : NULL;
  gboolean yes = g_str_equal (response, "yes") && (words != NULL || !asked->needed);

  asked->answered (asked->user_data, !yes ? NULL : words != NULL ? words : "");
}

static void
typed_cb (PatalField *field, gpointer user_data)
{
  g_autofree char *words = patal_field_get_value (field);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (user_data), "yes", words != NULL);
}

static void
entered_cb (G_GNUC_UNUSED PatalField *field, gpointer user_data)
{
  if (!adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (user_data), "yes"))
    return;
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (user_data), "yes");
  gtk_window_destroy (GTK_WINDOW (user_data));
}

static void
add_field (AdwMessageDialog *dialog, Asked *asked, const char *label)
{
  asked->field = PATAL_FIELD (patal_field_new (label));
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (asked->field));
  if (asked->needed)
    g_signal_connect (asked->field, "edited", G_CALLBACK (typed_cb), dialog);
  g_signal_connect (asked->field, "entered", G_CALLBACK (entered_cb), dialog);
}

void
patal_text_question_ask (GtkWidget *asked_from, const PatalTextQuestion *question, PatalTextAnswer answered, gpointer user_data)
{
  Asked *asked = g_new (Asked, 1);
  AdwMessageDialog *dialog
      = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (asked_from)), question->heading, question->body));

  *asked = (Asked) { .answered = answered, .user_data = user_data, .needed = question->needed };
  if (question->label != NULL)
    add_field (dialog, asked, question->label);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "yes", question->yes, NULL);
  adw_message_dialog_set_default_response (dialog, "yes");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "yes", !question->needed);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), asked);
  gtk_window_present (GTK_WINDOW (dialog));
  if (asked->field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (asked->field));
}
