/* patal-application.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-application.h"
#include "patal-accessible.h"
#include "patal-demo-file.h"
#include "patal-file-filter.h"
#include "patal-hindi-font.h"
#include "patal-new-district-dialog.h"
#include "patal-preferences.h"
#include "patal-settings.h"
#include "patal-window.h"
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

struct _PatalApplication
{
  AdwApplication parent_instance;
  GtkFileChooserNative *chooser; /* while it is shown */
};

G_DEFINE_FINAL_TYPE (PatalApplication, patal_application, ADW_TYPE_APPLICATION)

PatalApplication *
patal_application_new (void)
{
  return g_object_new (PATAL_TYPE_APPLICATION, "application-id", PATAL_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/grampatal/GramPatal", NULL);
}

static PatalWindow *
window_of (PatalApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PATAL_IS_WINDOW (l->data) && g_strcmp0 (patal_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

void
patal_application_open_path (PatalApplication *self, const char *path, GtkWindow *parent)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  PatalWindow *window = window_of (self, whole);

  if (window == NULL)
    {
      if (PATAL_IS_WINDOW (parent) && patal_window_get_path (PATAL_WINDOW (parent)) == NULL)
        window = PATAL_WINDOW (parent);
      else
        window = patal_window_new (self);
      patal_window_open (window, whole);
    }
  else if (patal_window_get_document (window) == NULL)
    patal_window_open (window, whole); /* it was in trouble, which may be over */
  gtk_window_present (GTK_WINDOW (window));
}

static void
patal_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));
  g_auto (GStrv) known = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  /* The last one or none: the one before it may be an older copy, or another district. */
  known = patal_settings_known ();
  if (known[0] != NULL && !patal_settings_is_trouble (known[0]) && g_file_test (known[0], G_FILE_TEST_EXISTS))
    patal_application_open_path (PATAL_APPLICATION (app), known[0], NULL);
  else
    gtk_window_present (GTK_WINDOW (patal_window_new (PATAL_APPLICATION (app))));
}

static void
patal_application_open (GApplication *app, GFile **files, int n_files, G_GNUC_UNUSED const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        patal_application_open_path (PATAL_APPLICATION (app), path, NULL);
      else
        gtk_window_present (GTK_WINDOW (patal_window_new (PATAL_APPLICATION (app))));
    }
}

static void
file_chosen_cb (PatalApplication *self, int response, GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);
      GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));

      if (path != NULL)
        patal_application_open_path (self, path, parent);
    }
  g_clear_object (&self->chooser);
}

static void
open_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Open a District’s File"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                               _("_Cancel"));
  patal_file_filter_add (GTK_FILE_CHOOSER (self->chooser), PATAL_FILE_FILTER_DISTRICT);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_recent_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalApplication *self = user_data;

  patal_application_open_path (self, g_variant_get_string (parameter, NULL),
                               gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
new_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalApplication *self = user_data;

  patal_new_district_dialog_show (self, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
demo_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalApplication *self = user_data;

  patal_demo_file_show (self, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
preferences_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_preferences_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
about_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", _("Gram Patal"), "application-icon", PATAL_APP_ID, "version", PATAL_VERSION,
                "developer-name", _("Gram Patal contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _("The desk of a zila panchayat office: the directory of a district, in Hindi and English, on one computer and "
                  "without a network."),
                "transient-for", gtk_application_get_active_window (GTK_APPLICATION (user_data)), "modal", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (about));
}

/* Each window is asked to close, so that nothing under way is lost; the last one ends the process. */
static void
quit_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
restart_again (G_GNUC_UNUSED PatalWindow *window, gpointer data)
{
  patal_application_restart (data);
}

void
patal_application_restart (PatalApplication *self)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  g_autofree char *program = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (PATAL_IS_WINDOW (l->data)
        && !patal_window_leave (l->data, _("Restart without saving?"), _("_Discard and Restart"), restart_again, self, NULL))
      return;
  program = g_file_read_link ("/proc/self/exe", NULL);
  g_ptr_array_add (argv, program != NULL ? g_steal_pointer (&program) : g_strdup ("gram-patal"));
  for (GList *l = windows; l != NULL; l = l->next)
    if (PATAL_IS_WINDOW (l->data) && patal_window_get_path (l->data) != NULL)
      g_ptr_array_add (argv, g_strdup (patal_window_get_path (l->data)));
  g_ptr_array_add (argv, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    if (PATAL_IS_WINDOW (l->data))
      patal_window_release (l->data);
  g_settings_sync (); /* the new language must be on the disk before the new process asks for it */
  /* the process is replaced, not doubled: the name on the bus and the files' locks are free before it comes back */
  g_dbus_connection_close_sync (g_application_get_dbus_connection (G_APPLICATION (self)), NULL, NULL);
  execv (g_ptr_array_index (argv, 0), (char **) argv->pdata);
  g_application_quit (G_APPLICATION (self)); /* it could not be started anew: the next start by hand will do */
}

static const GActionEntry app_actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "demo", .activate = demo_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[4];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>f", "<Control>k" } },
  { "win.import", { "<Control>i" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.journal", { "<Control>h" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.sidebar", { "F9" } },
  { "win.menu", { "F10" } },
  { "win.section::units", { "<Alt>1" } },
  { "win.section::map", { "<Alt>2" } },
  { "win.section::people", { "<Alt>3" } },
  { "win.section::vacancies", { "<Alt>4" } },
  { "win.section::venues", { "<Alt>5" } },
  { "win.section::calendar", { "<Alt>6" } },
  { "win.tab::boards", { "<Alt>7" } },
  { "win.tab::training", { "<Alt>8" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "window.close", { "<Control>w" } },
};

#define FONT_CHECK_AFTER_S 2 /* the window comes before it */

static gboolean
font_check_cb (gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    patal_hindi_font_check (window);
  return G_SOURCE_REMOVE;
}

/* The session ends, or somebody stops the program: the files are let go of as at any other end. */
static gboolean
terminated_cb (gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (PATAL_IS_WINDOW (l->data))
      {
        patal_window_release (l->data);
        gtk_window_destroy (l->data);
      }
  return G_SOURCE_CONTINUE; /* the last window ends the process */
}

static void
patal_application_startup (GApplication *app)
{
  G_APPLICATION_CLASS (patal_application_parent_class)->startup (app);

  g_timeout_add_seconds (FONT_CHECK_AFTER_S, font_check_cb, app);
  g_unix_signal_add (SIGTERM, terminated_cb, app);
  g_unix_signal_add (SIGHUP, terminated_cb, app);

  /* A Devanagari line is as high as its tallest mark, with nothing to spare. Unless metrics are hinted as glyphs are, GTK takes the
   * mark to end where its outline does, and cuts off the row of pixels that hinting adds: खोलें would read खोले. */
  g_object_set (gtk_settings_get_default (), "gtk-hint-font-metrics", TRUE, NULL);

  patal_accessible_watch_mnemonics ();
  g_action_map_add_action_entries (G_ACTION_MAP (app), app_actions, G_N_ELEMENTS (app_actions), app);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (app), accels[i].action, accels[i].accels);
}

static void
patal_application_dispose (GObject *object)
{
  g_clear_object (&PATAL_APPLICATION (object)->chooser);
  G_OBJECT_CLASS (patal_application_parent_class)->dispose (object);
}

static void
patal_application_class_init (PatalApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_application_dispose;
  app_class->startup = patal_application_startup;
  app_class->activate = patal_application_activate;
  app_class->open = patal_application_open;
}

static void
patal_application_init (G_GNUC_UNUSED PatalApplication *self)
{
}
