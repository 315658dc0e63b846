/* patal-welcome-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-welcome-page.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalWelcomePage
{
  AdwBin               parent_instance;
  AdwPreferencesGroup *recent_group;
  GtkListBox          *recent_list;
};

G_DEFINE_FINAL_TYPE (PatalWelcomePage, patal_welcome_page, ADW_TYPE_BIN)

static void
remove_cb (GtkButton *button, gpointer user_data)
{
  PatalWelcomePage *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  patal_settings_remove_recent (g_object_get_data (G_OBJECT (row), "path"));
  gtk_list_box_remove (self->recent_list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), gtk_list_box_get_row_at_index (self->recent_list, 0) != NULL);
}

/* Why it would not open now; NULL: nothing is known against it. */
static const char *
against (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return _("Not there now: moved, renamed, or on a memory stick that is not plugged in");
  return patal_settings_is_trouble (path) ? _("Could not be opened last time") : NULL;
}

static GtkWidget *
recent_row (PatalWelcomePage *self, const char *path)
{
  const char *mark = against (path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *below = mark != NULL ? g_strdup_printf ("%s\n%s", shown, mark) : g_strdup (shown);
  g_autofree char *says = g_strdup_printf (_("Remove %s from this list"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), mark != NULL ? "dialog-warning-symbolic" : "document-open-recent-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Remove from this list; the file stays"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  return row;
}

GtkWidget *
patal_welcome_page_new (void)
{
  return g_object_new (PATAL_TYPE_WELCOME_PAGE, NULL);
}

void
patal_welcome_page_refresh (PatalWelcomePage *self)
{
  g_auto (GStrv) known = patal_settings_known ();
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (char **path = known; *path != NULL; path++)
    gtk_list_box_append (self->recent_list, recent_row (self, *path));
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), known[0] != NULL);
}

static void
patal_welcome_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (patal_welcome_page_parent_class)->dispose (object);
}

static void
patal_welcome_page_class_init (PatalWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, PatalWelcomePage, recent_list);
}

static void
patal_welcome_page_init (PatalWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
