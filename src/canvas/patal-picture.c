/* patal-picture.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-picture.h"
#include "patal-jpeg.h"
#include "patal-svg.h"
#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PT_PER_INCH 72
#define JPEG_QUALITY "92"
#define PNG_MARK 8

G_DEFINE_QUARK (patal-picture-error-quark, patal_picture_error)

struct _PatalPicture
{
  gatomicrefcount count;
  guint    width, height;
  gboolean has_alpha;
  guint8  *pixels;
  GBytes  *jpeg;         /* (nullable) */
  gboolean jpeg_is_grey;
};

PatalPicture *
patal_picture_ref (PatalPicture *picture)
{
  g_atomic_ref_count_inc (&picture->count);
  return picture;
}

void
patal_picture_unref (PatalPicture *picture)
{
  if (picture == NULL || !g_atomic_ref_count_dec (&picture->count))
    return;
  g_free (picture->pixels);
  g_clear_pointer (&picture->jpeg, g_bytes_unref);
  g_free (picture);
}

static PatalPicture *
picture_new (guint width, guint height, gboolean has_alpha)
{
  PatalPicture *picture = g_new0 (PatalPicture, 1);

  g_atomic_ref_count_init (&picture->count);
  picture->width = width;
  picture->height = height;
  picture->has_alpha = has_alpha;
  picture->pixels = g_malloc ((gsize) width * height * (has_alpha ? 4 : 3));
  return picture;
}

guint
patal_picture_width (const PatalPicture *picture)
{
  return picture->width;
}

guint
patal_picture_height (const PatalPicture *picture)
{
  return picture->height;
}

const guint8 *
patal_picture_pixels (const PatalPicture *picture)
{
  return picture->pixels;
}

gboolean
patal_picture_has_alpha (const PatalPicture *picture)
{
  return picture->has_alpha;
}

GBytes *
patal_picture_jpeg (const PatalPicture *picture)
{
  return picture->jpeg;
}

gboolean
patal_picture_jpeg_is_grey (const PatalPicture *picture)
{
  return picture->jpeg_is_grey;
}

/* --- Refusals --- */

static gboolean
refuse_size (double width, double height, GError **error)
{
  if (width >= 1 && height >= 1 && width * height <= PATAL_PICTURE_MAX_PIXELS)
    return TRUE;
  g_set_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_TOO_BIG,
               _("The picture has %.0f by %.0f points; make it smaller, 4000 by 3000 is plenty"), width, height);
  return FALSE;
}

static void
refuse_damaged (const char *why, GError **error)
{
  g_autofree char *reason = g_strndup (why, strcspn (why, "\n"));

  /* Translators: %s is the decoder's reason, in English. */
  g_set_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_DAMAGED,
               _("The picture is damaged or cut short (%s); take it again from where it came"), reason);
}

/* --- JPEG and PNG --- */

static GdkPixbuf *
decode (GBytes *file, const char *type, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, &reason);
  gboolean done;

  if (loader == NULL)
    {
      refuse_damaged (reason->message, error);
      return NULL;
    }
  done = gdk_pixbuf_loader_write_bytes (loader, file, &reason);
  done = gdk_pixbuf_loader_close (loader, done ? &reason : NULL) && done;
  if (!done || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      refuse_damaged (reason != NULL ? reason->message : type, error);
      return NULL;
    }
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static PatalPicture *
from_pixbuf (GdkPixbuf *pixbuf)
{
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  PatalPicture *picture = picture_new ((guint) gdk_pixbuf_get_width (pixbuf), (guint) gdk_pixbuf_get_height (pixbuf),
                                       has_alpha);
  const guint8 *rows = gdk_pixbuf_read_pixels (pixbuf);
  gsize row = (gsize) picture->width * (has_alpha ? 4 : 3);

  for (guint y = 0; y < picture->height; y++)
    memcpy (picture->pixels + y * row, rows + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf), row);
  return picture;
}

/* A photo is kept as a photo: as it came where that can be, else coded again, since its pixels would be ten times as long. */
static void
keep_jpeg (PatalPicture *picture, GBytes *file, const PatalJpegFrame *frame, GdkPixbuf *stored, GdkPixbuf *upright)
{
  const char *orientation = gdk_pixbuf_get_option (stored, "orientation");
  char *bytes = NULL;
  gsize size;

  if ((orientation == NULL || g_str_equal (orientation, "1")) && frame->eight_bits && frame->coded_simply && (frame->n_components == 1 || frame->n_components == 3))
    {
      picture->jpeg = patal_jpeg_strip (file);
      picture->jpeg_is_grey = frame->n_components == 1;
    }
  if (picture->jpeg == NULL
      && gdk_pixbuf_save_to_buffer (upright, &bytes, &size, "jpeg", NULL, "quality", JPEG_QUALITY, NULL))
    picture->jpeg = g_bytes_new_take (bytes, size);
}

static PatalPicture *
read_jpeg (GBytes *file, GError **error)
{
  g_autoptr (GdkPixbuf) stored = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  PatalJpegFrame frame;
  PatalPicture *picture;

  if (!patal_jpeg_read (file, &frame))
    {
      refuse_damaged ("JPEG", error);
      return NULL;
    }
  if (!refuse_size (frame.width, frame.height, error))
    return NULL;
  stored = decode (file, "jpeg", error);
  if (stored == NULL)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (stored);
  picture = from_pixbuf (upright);
  keep_jpeg (picture, file, &frame, stored, upright);
  return picture;
}

static guint32
png_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The decoder is content with the upper half of a picture; a PNG file that is whole has its last part (PNG, 5.3). */
static gboolean
png_is_whole (const guint8 *bytes, gsize size)
{
  const gsize around = 12; /* the length, the kind and the check sum of a part */
  gsize at = PNG_MARK;

  for (; at + around <= size; at += around + png_number (bytes + at))
    if (memcmp (bytes + at + 4, "IEND", 4) == 0)
      return TRUE;
  return FALSE;
}

static PatalPicture *
read_png (GBytes *file, GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (!png_is_whole (bytes, size) || memcmp (bytes + PNG_MARK + 4, "IHDR", 4) != 0)
    {
      refuse_damaged ("PNG", error);
      return NULL;
    }
  /* Asked before decoding, for the decoder would take the room at once, up to many GB. Width and height are the first in the file. */
  if (!refuse_size (png_number (bytes + PNG_MARK + 8), png_number (bytes + PNG_MARK + 12), error))
    return NULL;
  pixbuf = decode (file, "png", error);
  return pixbuf != NULL ? from_pixbuf (pixbuf) : NULL;
}

/* --- SVG --- */

static PatalPicture *
from_surface (cairo_surface_t *surface)
{
  PatalPicture *picture = picture_new ((guint) cairo_image_surface_get_width (surface),
                                       (guint) cairo_image_surface_get_height (surface), TRUE);
  const guint8 *rows = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++)
      {
        const guint32 *in = (const guint32 *) (const void *) (rows + y * stride) + x;
        guint8 *out = picture->pixels + 4 * ((gsize) y * picture->width + x);
        guint alpha = *in >> 24;

        for (guint i = 0; i < 3; i++) /* Cairo's pixels are multiplied with their alpha */
          out[i] = alpha == 0 ? 0 : (guint8) MIN (255, (((*in >> (16 - 8 * i)) & 0xff) * 255 + alpha / 2) / alpha);
        out[3] = (guint8) alpha;
      }
  return picture;
}

static PatalPicture *
read_svg (GBytes *file, double width_pt, double height_pt, GError **error)
{
  g_autoptr (GError) reason = NULL;
  double width = ceil (width_pt / PT_PER_INCH * PATAL_PICTURE_SVG_DPI);
  double height = ceil (height_pt / PT_PER_INCH * PATAL_PICTURE_SVG_DPI);
  cairo_surface_t *surface;
  PatalPicture *picture;

  if (!refuse_size (width, height, error))
    return NULL;
  surface = patal_svg_draw (file, (int) width, (int) height, &reason);
  if (surface == NULL)
    {
      if (reason->domain == PATAL_PICTURE_ERROR)
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        refuse_damaged (reason->message, error);
      return NULL;
    }
  picture = from_surface (surface);
  cairo_surface_destroy (surface);
  return picture;
}

/* --- Which --- */

/* An SVG begins as XML, after a mark of its encoding perhaps, and names its root element early. */
static gboolean
looks_like_svg (const char *bytes, gsize size)
{
  g_autofree char *start = g_strndup (bytes, MIN (size, 4096));
  const char *at = g_str_has_prefix (start, "\xef\xbb\xbf") ? start + 3 : start;

  return at[strspn (at, " \t\r\n")] == '<' && strstr (at, "<svg") != NULL;
}

PatalPicture *
patal_picture_new (GBytes *file, double svg_width_pt, double svg_height_pt, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (file, &size);
  g_autofree char *type = NULL;

  if (size > PATAL_PICTURE_MAX_BYTES)
    {
      g_set_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_TOO_BIG,
                   _("The picture's file has %zu MB; at most %d MB can be read"), size / 1000000,
                   PATAL_PICTURE_MAX_BYTES / 1000000);
      return NULL;
    }
  if (size >= 3 && memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    return read_jpeg (file, error);
  if (size >= PNG_MARK && memcmp (bytes, "\x89PNG\r\n\x1a\n", PNG_MARK) == 0)
    return read_png (file, error);
  if (size > 0 && looks_like_svg (bytes, size))
    return read_svg (file, svg_width_pt, svg_height_pt, error);
  type = g_content_type_guess (NULL, (const guchar *) bytes, size, NULL);
  /* Translators: %s is a kind of file, as "application/pdf". */
  g_set_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_FORMAT,
               _("This is not a picture that can be used (it seems to be %s); choose a JPEG, PNG or SVG file"), type);
  return NULL;
}
