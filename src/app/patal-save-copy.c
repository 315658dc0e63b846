/* patal-save-copy.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-save-copy.h"
#include "patal-backup.h"
#include "patal-day.h"
#include "patal-file-filter.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalWindow *window;
  char        *target;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_free (errand->target);
  g_free (errand);
}

/* The file chooser has asked already whether the one that is there may go. */
static gpointer
copy_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_backup_copy (db, data, PATAL_BACKUP_REPLACE, progress, error));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;

  patal_window_busy (errand->window, NULL);
  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
  else
    {
      g_autofree char *name = g_filename_display_basename (errand->target);
      g_autofree char *sentence = g_strdup_printf (_("Saved a copy as %s"), name);

      patal_window_toast (errand->window, sentence, _("Open _Folder"), "win.open-folder", g_variant_new_string (errand->target));
    }
  errand_free (errand);
}

static void
response_cb (GtkFileChooserNative *chooser, int response, gpointer user_data)
{
  PatalWindow *window = user_data;
  PatalDocument *document = patal_window_get_document (window);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && document != NULL)
    {
      Errand *errand = g_new (Errand, 1);

      *errand = (Errand) { g_object_ref (window), g_file_get_path (file) };
      patal_window_busy (window, _("Saving a copy…"));
      patal_document_read_async (document, copy_job, errand->target, NULL, NULL, NULL, copied_cb, errand);
    }
  g_object_unref (chooser);
}

void
patal_save_copy (PatalWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save a Copy"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), _("_Cancel"));
  g_autofree char *base = g_path_get_basename (patal_window_get_path (window));
  g_autofree char *today = patal_day_iso (patal_day_today ());
  g_autofree char *name = NULL;
  char *dot = strrchr (base, '.');

  if (dot != NULL)
    *dot = '\0';
  name = g_strdup_printf ("%s-%s.patal", base, today);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  patal_file_filter_add (GTK_FILE_CHOOSER (chooser), PATAL_FILE_FILTER_DISTRICT);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), window);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
