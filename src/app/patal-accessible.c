/* patal-accessible.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-accessible.h"

void
patal_accessible_mend_mnemonic (GtkWidget *button)
{
  /* what is left is the label inside, without the underline */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
mapped_cb (G_GNUC_UNUSED GSignalInvocationHint *hint, G_GNUC_UNUSED guint n, const GValue *values, G_GNUC_UNUSED gpointer data)
{
  GObject *widget = g_value_get_object (values);

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    patal_accessible_mend_mnemonic (GTK_WIDGET (widget));
  return G_SOURCE_CONTINUE;
}

void
patal_accessible_watch_mnemonics (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* its signals exist from then on */
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
