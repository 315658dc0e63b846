/* patal-export-place.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-export-place.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef struct
{
  char                  *ending; /* (nullable): NULL: a folder is asked for */
  PatalExportPlaceChosen chosen;
  gpointer               user_data; /* borrowed: the closure goes with it */
} Asking;

static void
asking_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Asking *asking = data;

  g_free (asking->ending);
  g_free (asking);
}

/* (transfer full) (nullable): @chosen, with the ending by which other programs know the file. The file chooser has asked whether
 * what stands at @chosen may go, but not for the name with the ending. */
static char *
path_with_ending (const char *chosen, const char *ending, char **problem)
{
  g_autofree char *folded = g_utf8_strdown (chosen, -1);
  g_autofree char *path = g_strconcat (chosen, ending, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (folded, ending))
    return g_strdup (chosen);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  *problem = g_strdup_printf (_("“%s” is there already. Choose another name, or choose that file to replace it."), name);
  return NULL;
}

static void
response_cb (GtkFileChooserNative *chooser, int response, Asking *asking)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folder = chosen == NULL ? NULL : asking->ending != NULL ? g_path_get_dirname (chosen) : g_strdup (chosen);
  g_autofree char *problem = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  if (chosen == NULL)
    {
      asking->chosen (asking->user_data, NULL, _("That place is not a folder of this computer. Choose another one."));
      return;
    }
  path = asking->ending != NULL ? path_with_ending (chosen, asking->ending, &problem) : g_strdup (chosen);
  if (path != NULL)
    g_settings_set_string (patal_settings (), "export-folder", folder);
  asking->chosen (asking->user_data, path, problem);
}

static void
show (GtkFileChooserNative *chooser, const char *ending, PatalExportPlaceChosen chosen, gpointer user_data)
{
  g_autofree char *folder_path = g_settings_get_string (patal_settings (), "export-folder");
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  Asking *asking = g_new (Asking, 1);
  GClosure *closure;

  *asking = (Asking) { g_strdup (ending), chosen, user_data };
  if (*folder_path != '\0' && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  closure = g_cclosure_new (G_CALLBACK (response_cb), asking, asking_free);
  g_object_watch_closure (user_data, closure);
  g_signal_connect_closure (chooser, "response", closure, FALSE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GtkFileChooserNative *
patal_export_place_ask (GtkWindow *parent, const char *stem, const char *ending, PatalExportPlaceChosen chosen, gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export a Report"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Export"), _("_Cancel"));
  g_autofree char *name = g_strconcat (stem, ending, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show (chooser, ending, chosen, user_data);
  return chooser;
}

GtkFileChooserNative *
patal_export_place_ask_folder (GtkWindow *parent, PatalExportPlaceChosen chosen, gpointer user_data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Folder for the Pictures"), parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                               _("_Export"), _("_Cancel"));

  show (chooser, NULL, chosen, user_data);
  return chooser;
}
