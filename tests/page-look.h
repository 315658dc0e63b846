/* page-look.h: the same drawing, played by Cairo on pixels, and into a PDF that Poppler turns into pixels
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pixel agrees when its value lies between those of the other picture within a pixel around it, give or take what two rasterizers do to an
 * edge. */
#pragma once
#include "patal-cairo-player.h"
#include "patal-pdf.h"
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <math.h>

#define LOOK_DPI 144
#define LOOK_TOLERANCE 72          /* of 255 */
#define LOOK_MOST_STRANGE 0.0005   /* of all pixels: tips of mitres, ends of hatches */

typedef void (*LookDraw) (PatalCanvas *canvas, gconstpointer what);

static inline GdkPixbuf *
look_by_cairo (double page_width, double page_height, LookDraw draw, gconstpointer what)
{
  int width = (int) ceil (page_width * LOOK_DPI / 72), height = (int) ceil (page_height * LOOK_DPI / 72);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GdkPixbuf *pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, LOOK_DPI / 72.0, LOOK_DPI / 72.0);
  draw (PATAL_CANVAS_CAIRO (cr), what);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint32 *in = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                                              + y * cairo_image_surface_get_stride (surface)) + x;
        guint8 *out = gdk_pixbuf_get_pixels (pixels) + y * gdk_pixbuf_get_rowstride (pixels) + 3 * x;

        for (int i = 0; i < 3; i++)
          out[i] = (guint8) (*in >> (16 - 8 * i));
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixels;
}

static inline GdkPixbuf *
look_by_pdf (double page_width, double page_height, LookDraw draw, gconstpointer what)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-players-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "made.pdf", NULL), *root = g_build_filename (folder, "made", NULL);
  g_autofree char *png = g_strconcat (root, ".png", NULL), *dpi = g_strdup_printf ("%d", LOOK_DPI);
  const char *argv[] = { "pdftoppm", "-singlefile", "-r", dpi, "-png", path, root, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &(PatalPdfInfo) { .lang = PATAL_LANG_HI });
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixels;
  int status;

  draw (patal_pdf_page_begin (pdf, page_width, page_height), what);
  patal_pdf_page_end (pdf);
  patal_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  pixels = gdk_pixbuf_new_from_file (png, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_unlink (png);
  g_rmdir (folder);
  return pixels;
}

/* How many pixels of @a find no like of theirs in @b within a pixel. */
static inline guint
look_strangers (GdkPixbuf *a, GdkPixbuf *b)
{
  int width = gdk_pixbuf_get_width (a), height = gdk_pixbuf_get_height (a);
  const guint8 *pixels_a = gdk_pixbuf_read_pixels (a), *pixels_b = gdk_pixbuf_read_pixels (b);
  gsize row_a = (gsize) gdk_pixbuf_get_rowstride (a), row_b = (gsize) gdk_pixbuf_get_rowstride (b);
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int i = 0; i < 3; i++)
        {
          int value = pixels_a[(gsize) y * row_a + 3 * (gsize) x + (gsize) i], low = 255, high = 0;

          for (int v = MAX (y - 1, 0); v <= MIN (y + 1, height - 1); v++)
            for (int u = MAX (x - 1, 0); u <= MIN (x + 1, width - 1); u++)
              {
                int other = pixels_b[(gsize) v * row_b + 3 * (gsize) u + (gsize) i];

                low = MIN (low, other);
                high = MAX (high, other);
              }
          if (value < low - LOOK_TOLERANCE || value > high + LOOK_TOLERANCE)
            {
              n++;
              break;
            }
        }
  return n;
}

/* The page looks the same, whichever player draws it. Verbose tests keep the two pictures of one that does not. */
static inline void
look_assert_same (double width, double height, LookDraw draw, gconstpointer what)
{
  g_autoptr (GdkPixbuf) a = look_by_cairo (width, height, draw, what);
  g_autoptr (GdkPixbuf) b = look_by_pdf (width, height, draw, what);
  guint strangers;
  double share;

  g_assert_cmpint (gdk_pixbuf_get_width (a), ==, gdk_pixbuf_get_width (b));
  g_assert_cmpint (gdk_pixbuf_get_height (a), ==, gdk_pixbuf_get_height (b));
  strangers = look_strangers (a, b) + look_strangers (b, a);
  share = (double) strangers / (2.0 * gdk_pixbuf_get_width (a) * gdk_pixbuf_get_height (a));
  g_test_message ("%u pixels differ", strangers);
  if (share > LOOK_MOST_STRANGE && g_test_verbose ())
    {
      gdk_pixbuf_save (a, "cairo.png", "png", NULL, NULL);
      gdk_pixbuf_save (b, "pdf.png", "png", NULL, NULL);
    }
  g_assert_cmpfloat (share, <=, LOOK_MOST_STRANGE);
}
