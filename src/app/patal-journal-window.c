/* patal-journal-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-journal-window.h"
#include "patal-history-list.h"
#include <glib/gi18n.h>

void
patal_journal_window_show (GtkWindow *parent, PatalDocument *document)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = g_object_new (PATAL_TYPE_HISTORY_LIST, "vexpand", TRUE, NULL);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
  gtk_window_set_title (GTK_WINDOW (window), _("Change History"));
  gtk_window_set_default_size (GTK_WINDOW (window), 680, 620);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), list);
  adw_window_set_content (ADW_WINDOW (window), box);
  patal_history_list_set_document (PATAL_HISTORY_LIST (list), document);
  gtk_window_present (GTK_WINDOW (window));
}
