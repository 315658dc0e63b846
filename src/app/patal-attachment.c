/* patal-attachment.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-attachment.h"
#include "patal-blob.h"
#include "patal-picture.h"
#include <glib/gi18n.h>
#include <string.h>

#define MARK_BYTES  1024 /* in which a file says what it is */
#define LOGO_BOX_PT 100  /* only to see that an SVG can be drawn */

G_DEFINE_QUARK (patal-attachment-error-quark, patal_attachment_error)

typedef struct
{
  const char *media_type, *ending, *mark;
  guint       kinds; /* bits 1 << PatalAttachmentKind */
} Format;

static const Format formats[] = {
  { "image/jpeg", ".jpg", "\xff\xd8\xff", 1 << PATAL_ATTACHMENT_PHOTO | 1 << PATAL_ATTACHMENT_SCAN | 1 << PATAL_ATTACHMENT_LOGO },
  { "image/png", ".png", "\x89PNG", 1 << PATAL_ATTACHMENT_PHOTO | 1 << PATAL_ATTACHMENT_SCAN | 1 << PATAL_ATTACHMENT_LOGO },
  { "application/pdf", ".pdf", "%PDF-", 1 << PATAL_ATTACHMENT_SCAN },
  { "image/svg+xml", ".svg", "<svg", 1 << PATAL_ATTACHMENT_LOGO },
};

const char *
patal_attachment_ending (const char *media_type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (media_type, formats[i].media_type) == 0)
      return formats[i].ending;
  return "";
}

/* The first four begin their files with their mark; SVG and PDF may have something before it. */
static const Format *
format_of (GBytes *bytes, PatalAttachmentKind kind)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *begin = g_strndup (data, MIN (size, MARK_BYTES));

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const Format *format = &formats[i];
      gboolean anywhere = *format->mark == '<' || *format->mark == '%';

      if ((format->kinds & 1u << kind) != 0
          && (anywhere ? strstr (begin, format->mark) != NULL : g_str_has_prefix (begin, format->mark)))
        return format;
    }
  return NULL;
}

static const char *
wanted_words (PatalAttachmentKind kind)
{
  switch (kind)
    {
    case PATAL_ATTACHMENT_PHOTO:
      return _("This is no photo that can be kept: choose a JPEG or PNG file");
    case PATAL_ATTACHMENT_SCAN:
      return _("This is no scan that can be kept: choose a PDF, JPEG or PNG file");
    case PATAL_ATTACHMENT_LOGO:
      return _("This is no logo that can be printed: choose an SVG, PNG or JPEG file");
    }
  g_return_val_if_reached (NULL);
}

static gboolean
check_size (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= PATAL_BLOB_MAX_BYTES)
    return TRUE;
  g_set_error (error, PATAL_ATTACHMENT_ERROR, PATAL_ATTACHMENT_ERROR_TOO_BIG,
               _("The file is too large: %d MB at most can be kept. Make it smaller, or scan it with fewer dots."),
               PATAL_BLOB_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

GBytes *
patal_attachment_read (GFile *file, PatalAttachmentKind kind, const char **media_type, GError **error)
{
  g_autoptr (GBytes) bytes = check_size (file, error) ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
  const Format *format = bytes != NULL ? format_of (bytes, kind) : NULL;
  g_autoptr (PatalPicture) picture = NULL;

  if (bytes == NULL)
    return NULL;
  if (format == NULL)
    {
      g_set_error_literal (error, PATAL_ATTACHMENT_ERROR, PATAL_ATTACHMENT_ERROR_FORMAT, wanted_words (kind));
      return NULL;
    }
  if (g_str_has_prefix (format->media_type, "image/"))
    {
      picture = patal_picture_new (bytes, LOGO_BOX_PT, LOGO_BOX_PT, error);
      if (picture == NULL)
        return NULL;
    }
  *media_type = format->media_type;
  return g_steal_pointer (&bytes);
}

/* --- asking --- */

typedef struct
{
  PatalAttachmentKind   kind;
  PatalAttachmentChosen chosen;
  GWeakRef              user_data;
  GtkFileChooserNative *chooser; /* until it has answered */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_object (&asking->chooser);
  g_weak_ref_clear (&asking->user_data);
  g_free (asking);
}

typedef struct
{
  GBytes     *bytes;
  const char *media_type;
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_bytes_unref (read->bytes);
  g_free (read);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, G_GNUC_UNUSED GCancellable *cancellable)
{
  GError *error = NULL;
  const char *media_type = NULL;
  GBytes *bytes = patal_attachment_read (source, ((Asking *) data)->kind, &media_type, &error);
  Read *read;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  read = g_new (Read, 1);
  *read = (Read) { bytes, media_type };
  g_task_return_pointer (task, read, read_free);
}

static void
read_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  Asking *asking = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) asked = g_weak_ref_get (&asking->user_data);
  g_autoptr (GError) error = NULL;
  Read *read = g_task_propagate_pointer (G_TASK (result), &error);

  if (asked != NULL)
    asking->chosen (asked, read != NULL ? read->bytes : NULL, read != NULL ? read->media_type : NULL, error);
  if (read != NULL)
    read_free (read);
}

static void
response_cb (GtkFileChooserNative *chooser, int response, gpointer user_data)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  Asking *asking = user_data;

  if (file != NULL)
    {
      g_autoptr (GTask) task = g_task_new (file, NULL, read_cb, NULL);

      g_task_set_task_data (task, asking, asking_free);
      g_task_run_in_thread (task, read_thread);
      g_signal_handlers_disconnect_by_data (chooser, asking);
      g_clear_object (&asking->chooser);
      return;
    }
  asking_free (asking);
}

static void
add_filter (GtkFileChooser *chooser, PatalAttachmentKind kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind == PATAL_ATTACHMENT_SCAN ? _("Scans: PDF, JPEG, PNG")
                                    : kind == PATAL_ATTACHMENT_LOGO ? _("Pictures: SVG, PNG, JPEG") : _("Photos: JPEG, PNG"));
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((formats[i].kinds & 1u << kind) != 0)
      gtk_file_filter_add_suffix (filter, formats[i].ending + 1);
  gtk_file_filter_add_suffix (filter, "jpeg");
  gtk_file_chooser_add_filter (chooser, filter);
}

void
patal_attachment_ask (GtkWidget *asked_from, PatalAttachmentKind kind, PatalAttachmentChosen chosen, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (asked_from);
  const char *title = kind == PATAL_ATTACHMENT_PHOTO ? _("Attach a Photo") : kind == PATAL_ATTACHMENT_SCAN ? _("Attach a Scan") : _("Choose a Logo");
  Asking *asking = g_new0 (Asking, 1);

  asking->kind = kind;
  asking->chosen = chosen;
  g_weak_ref_init (&asking->user_data, user_data);
  asking->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                 _("_Attach"), _("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (asking->chooser), kind);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  g_signal_connect (asking->chooser, "response", G_CALLBACK (response_cb), asking);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}
