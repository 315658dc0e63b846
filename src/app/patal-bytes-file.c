/* patal-bytes-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-bytes-file.h"
#include "patal-attachment.h"
#include "patal-blob.h"
#include <glib/gi18n.h>

typedef enum { EXPORT, OPEN } What;

typedef struct
{
  What                  what;
  PatalDocument        *document;
  GtkWidget            *asked_from;
  char                 *stem;
  GBytes               *bytes;  /* (nullable): once they are read */
  char                 *ending; /* likewise */
  GtkFileChooserNative *chooser;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->document);
  g_object_unref (errand->asked_from);
  g_free (errand->stem);
  g_clear_pointer (&errand->bytes, g_bytes_unref);
  g_free (errand->ending);
  g_clear_object (&errand->chooser);
  g_free (errand);
}

static Errand *
errand_new (What what, GtkWidget *asked_from, PatalDocument *document, const char *stem)
{
  Errand *errand = g_new0 (Errand, 1);

  *errand = (Errand) { .what = what, .document = g_object_ref (document), .asked_from = g_object_ref (asked_from) };
  errand->stem = g_strdup (stem);
  g_strdelimit (errand->stem, "/\\:*?\"<>|", '-');
  return errand;
}

static GtkWindow *
window_of (const Errand *errand)
{
  GtkRoot *root = gtk_widget_get_root (errand->asked_from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
say_written (Errand *errand, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file), *shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file */
  g_autofree char *sentence = g_strdup_printf (_("Written: %s"), shown);

  patal_document_say (errand->document, sentence);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (G_FILE (source));

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    patal_document_complain (errand->document, error);
  else if (errand->what == OPEN)
    gtk_show_uri (window_of (errand), uri, GDK_CURRENT_TIME);
  else
    say_written (errand, G_FILE (source));
  errand_free (errand);
}

static void
write_to (Errand *errand, GFile *file)
{
  g_file_replace_contents_bytes_async (file, errand->bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION | G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, errand);
}

static void
response_cb (GtkFileChooserNative *chooser, int response, gpointer user_data)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  g_signal_handlers_disconnect_by_data (chooser, user_data);
  if (file != NULL)
    write_to (user_data, file);
  else
    errand_free (user_data);
}

static void
ask_where (Errand *errand)
{
  g_autofree char *name = g_strconcat (errand->stem, errand->ending, NULL);

  errand->chooser = gtk_file_chooser_native_new (_("Export to a File"), window_of (errand), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                                 _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (errand->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (errand->chooser), TRUE);
  g_signal_connect (errand->chooser, "response", G_CALLBACK (response_cb), errand);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (errand->chooser));
}

/* A copy in the cache: what is changed in it is changed in the copy. */
static void
open_copy (Errand *errand)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "gram-patal", NULL);
  g_autofree char *name = g_strconcat (errand->stem, errand->ending, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (folder, 0700);
  write_to (errand, file);
}

typedef struct
{
  GBytes *bytes;
  char   *media_type;
} Blob;

static void
blob_free (gpointer data)
{
  Blob *blob = data;

  g_clear_pointer (&blob->bytes, g_bytes_unref);
  g_free (blob->media_type);
  g_free (blob);
}

static gpointer
read_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Blob *blob = g_new0 (Blob, 1);

  blob->bytes = patal_blob_get (db, data, &blob->media_type, error);
  if (blob->bytes == NULL)
    g_clear_pointer (&blob, blob_free);
  return blob;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  Blob *blob = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (blob == NULL)
    {
      patal_document_complain (errand->document, error);
      errand_free (errand);
      return;
    }
  errand->bytes = g_bytes_ref (blob->bytes);
  errand->ending = g_strdup (patal_attachment_ending (blob->media_type));
  blob_free (blob);
  if (errand->what == OPEN)
    open_copy (errand);
  else
    ask_where (errand);
}

static void
read_blob (Errand *errand, const guint8 *hash)
{
  patal_document_read_async (errand->document, read_job, g_memdup2 (hash, PATAL_BLOB_HASH_SIZE), g_free, blob_free, NULL, read_cb, errand);
}

void
patal_bytes_file_export (GtkWidget *asked_from, PatalDocument *document, GBytes *bytes, const char *stem, const char *ending)
{
  Errand *errand = errand_new (EXPORT, asked_from, document, stem);

  errand->bytes = g_bytes_ref (bytes);
  errand->ending = g_strdup (ending);
  ask_where (errand);
}

void
patal_blob_file_export (GtkWidget *asked_from, PatalDocument *document, const guint8 *hash, const char *stem)
{
  read_blob (errand_new (EXPORT, asked_from, document, stem), hash);
}

void
patal_blob_file_open (GtkWidget *asked_from, PatalDocument *document, const guint8 *hash, const char *stem)
{
  read_blob (errand_new (OPEN, asked_from, document, stem), hash);
}
