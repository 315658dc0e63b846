/* patal-help-overlay.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-help-overlay.h"
#include <glib/gi18n.h>

/* What GTK heads it with has no Hindi. */
static void
head_overlay (GtkWindow *overlay)
{
  GtkWidget *bar = gtk_window_get_titlebar (overlay);
  GtkWidget *title = GTK_IS_HEADER_BAR (bar) ? gtk_header_bar_get_title_widget (GTK_HEADER_BAR (bar)) : NULL;
  GtkWidget *label = GTK_IS_STACK (title) ? gtk_stack_get_child_by_name (GTK_STACK (title), "title") : NULL;

  if (GTK_IS_LABEL (label))
    gtk_label_set_text (GTK_LABEL (label), _("Keyboard shortcuts"));
}

/* Where GTK looks for it by itself, it would be built with every window, which is a tenth of the window's own work. */
void
patal_help_overlay_show (GtkApplicationWindow *window)
{
  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/grampatal/GramPatal/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
      head_overlay (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}
