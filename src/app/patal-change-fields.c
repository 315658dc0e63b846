/* patal-change-fields.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-change-fields.h"
#include <glib/gi18n.h>

void
patal_change_fields_clear (PatalChangeFields *fields)
{
  g_clear_pointer (&fields->words, g_free);
}

void
patal_change_fields_add (PatalChangeFields *fields, PatalFormDialog *dialog)
{
  const char *reasons[PATAL_N_CHANGE_REASONS + 1] = { NULL };

  for (guint i = 0; i < PATAL_N_CHANGE_REASONS; i++)
    reasons[i] = _(patal_change_reason_title (i));
  fields->reason = patal_form_dialog_add_choice (dialog, "reason", _("_Reason"), reasons);
  fields->remark = patal_form_dialog_add_text (dialog, "words", _("In _words"));
}

void
patal_change_fields_show (PatalChangeFields *fields, gboolean visible)
{
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (fields->reason), PATAL_TYPE_CHOICE), visible);
  gtk_widget_set_visible (GTK_WIDGET (fields->remark), visible);
}

void
patal_change_fields_read (PatalChangeFields *fields)
{
  g_free (fields->words);
  fields->words = patal_field_get_value (fields->remark);
  fields->why = (PatalChangeWhy) { (PatalChangeReason) gtk_drop_down_get_selected (fields->reason), fields->words };
}
