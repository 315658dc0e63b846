/* patal-drop-down.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-drop-down.h"

void
patal_drop_down_set_name (GtkDropDown *choice, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));

  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

static void
setup_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), GPOINTER_TO_INT (user_data));
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkListItemFactory *
factory_new (PangoEllipsizeMode mode)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (mode));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

void
patal_drop_down_shorten (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) of_button = factory_new (PANGO_ELLIPSIZE_END);
  g_autoptr (GtkListItemFactory) of_list = factory_new (PANGO_ELLIPSIZE_NONE);

  gtk_drop_down_set_factory (choice, of_button);
  gtk_drop_down_set_list_factory (choice, of_list);
}
