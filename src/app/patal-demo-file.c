/* patal-demo-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-file.h"
#include "patal-file-making.h"
#include "patal-window.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalApplication *app;
  GtkWindow        *parent; /* (nullable) */
} Errand;

static void
made_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = patal_file_making_finish (result, &error);

  g_application_unmark_busy (G_APPLICATION (errand->app));
  if (PATAL_IS_WINDOW (errand->parent))
    patal_window_busy (PATAL_WINDOW (errand->parent), NULL);
  if (path != NULL)
    patal_application_open_path (errand->app, path, errand->parent);
  else if (PATAL_IS_WINDOW (errand->parent))
    patal_window_toast (PATAL_WINDOW (errand->parent), error->message, NULL, NULL, NULL);
  g_application_release (G_APPLICATION (errand->app));
  g_clear_object (&errand->parent);
  g_object_unref (errand->app);
  g_free (errand);
}

void
patal_demo_file_show (PatalApplication *app, GtkWindow *parent)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "gram-patal", NULL);
  /* Translators: a file name, without its suffix; no slash */
  g_autofree char *name = g_strdup_printf ("%s.patal", _("Demonstration"));
  g_autofree char *path = g_build_filename (folder, name, NULL);
  Errand *errand;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      patal_application_open_path (app, path, parent);
      return;
    }
  g_mkdir_with_parents (folder, 0700); /* where it fails, making the file says why */
  errand = g_new (Errand, 1);
  *errand = (Errand) { g_object_ref (app), parent != NULL ? g_object_ref (parent) : NULL };
  g_application_hold (G_APPLICATION (app));
  g_application_mark_busy (G_APPLICATION (app));
  if (PATAL_IS_WINDOW (parent))
    patal_window_busy (PATAL_WINDOW (parent), _("Making the demonstration district…"));
  patal_file_making_demo_async (path, made_cb, errand);
}
