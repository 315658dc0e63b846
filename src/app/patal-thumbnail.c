/* patal-thumbnail.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-thumbnail.h"
#include "patal-blob.h"
#include "patal-picture.h"
#include <glib/gi18n.h>

#define LARGEST_PX 720 /* twice what a pane is wide, for screens of double density */
#define SVG_BOX_PT 90

struct _PatalThumbnail
{
  AdwBin        parent_instance;
  GtkPicture   *picture;
  GtkLabel     *trouble;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalThumbnail, patal_thumbnail, ADW_TYPE_BIN)

static GdkTexture *
shrink (const PatalPicture *picture)
{
  gboolean alpha = patal_picture_has_alpha (picture);
  int width = (int) patal_picture_width (picture), height = (int) patal_picture_height (picture), channels = alpha ? 4 : 3;
  double scale = MIN (1.0, (double) LARGEST_PX / MAX (width, height));
  g_autoptr (GdkPixbuf) whole = gdk_pixbuf_new_from_data (patal_picture_pixels (picture), GDK_COLORSPACE_RGB, alpha, 8, width, height,
                                                          width * channels, NULL, NULL);
  g_autoptr (GdkPixbuf) small = gdk_pixbuf_scale_simple (whole, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)),
                                                         GDK_INTERP_BILINEAR);

  return gdk_texture_new_for_pixbuf (small);
}

static void
decode_thread (GTask *task, G_GNUC_UNUSED gpointer source, gpointer data, G_GNUC_UNUSED GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (PatalPicture) picture = patal_picture_new (data, SVG_BOX_PT, SVG_BOX_PT, &error);

  if (picture != NULL)
    g_task_return_pointer (task, shrink (picture), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_trouble (PatalThumbnail *self, const GError *error)
{
  gtk_label_set_text (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
decoded_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      show_trouble (self, error);
      return;
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
clear (PatalThumbnail *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
decode (PatalThumbnail *self, GBytes *bytes)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, decoded_cb, g_object_ref (self));

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_thread);
}

static gpointer
read_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_blob_get (db, data, NULL, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (bytes != NULL)
    decode (self, bytes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_trouble (self, error);
}

void
patal_thumbnail_set_blob (PatalThumbnail *self, PatalDocument *document, const guint8 *hash)
{
  clear (self);
  if (hash != NULL)
    patal_document_read_async (document, read_job, g_memdup2 (hash, PATAL_BLOB_HASH_SIZE), g_free, (GDestroyNotify) g_bytes_unref,
                               self->cancellable, read_cb, g_object_ref (self));
}

void
patal_thumbnail_set_bytes (PatalThumbnail *self, GBytes *bytes)
{
  clear (self);
  decode (self, bytes);
}

static void
patal_thumbnail_dispose (GObject *object)
{
  PatalThumbnail *self = PATAL_THUMBNAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (patal_thumbnail_parent_class)->dispose (object);
}

static void
patal_thumbnail_class_init (PatalThumbnailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_thumbnail_dispose;
}

static void
patal_thumbnail_init (PatalThumbnail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = GTK_PICTURE (gtk_picture_new ());
  self->trouble = GTK_LABEL (gtk_label_new (NULL));
  gtk_picture_set_alternative_text (self->picture, _("Photo"));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), -1, 180);
  gtk_widget_set_halign (GTK_WIDGET (self->picture), GTK_ALIGN_START);
  gtk_label_set_wrap (self->trouble, TRUE);
  gtk_label_set_xalign (self->trouble, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->trouble), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->trouble));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
