/* patal-accessible.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-accessible.h"

void
patal_accessible_mend_mnemonic (GtkWidget *button)
{
  /* what is left is the label inside, without the underline */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* Its label inside gives it no name. */
static void
name_check (GtkCheckButton *check)
{
  const char *label = gtk_check_button_get_label (check);
  g_auto (GStrv) parts = g_strsplit (label != NULL ? label : "", "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

static gboolean
mapped_cb (G_GNUC_UNUSED GSignalInvocationHint *hint, G_GNUC_UNUSED guint n, const GValue *values,
           G_GNUC_UNUSED gpointer data)
{
  GObject *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    patal_accessible_mend_mnemonic (GTK_WIDGET (widget));
  else if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    name_check (GTK_CHECK_BUTTON (widget));
  return G_SOURCE_CONTINUE;
}

void
patal_accessible_watch_mnemonics (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* its signals exist from then on */
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
