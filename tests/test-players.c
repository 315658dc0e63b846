/* test-players.c: a page looks the same whichever player draws it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same random drawing is played by Cairo on pixels, and into a PDF that Poppler turns into pixels. A pixel agrees when its value lies
 * between those of the other picture within a pixel around it, give or take what two rasterizers do to an edge. */
#include "patal-cairo-player.h"
#include "patal-pdf.h"
#include <glib/gstdio.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#define WIDTH 300
#define HEIGHT 400
#define DPI 144
#define TOLERANCE 72          /* of 255 */
#define MOST_STRANGE 0.0005   /* of all pixels: tips of mitres, ends of hatches */

static const char *const texts[] = { "ग्राम पंचायत अकलतरा", "नागरिक सूचना पटल", "क्षेत्र, कर्तव्य, ज्ञान, शृंखला", "रु. 12,34,567/-",
                                     "Gram Panchayat (GP)", "MGNREGA कार्य 2025-26", "श्री ए. के. वर्मा", "العربية" };

typedef struct
{
  guint32       seed;
  PatalPicture *picture;
} Drawing;

static double
between (GRand *random, double from, double to)
{
  return g_rand_double_range (random, from, to);
}

static PatalInk
any_ink (GRand *random)
{
  return (PatalInk) { between (random, 0, 0.8), between (random, 0, 0.8), between (random, 0, 0.8),
                      g_rand_boolean (random) ? 1 : between (random, 0.3, 1) };
}

static PatalBox
any_box (GRand *random)
{
  return (PatalBox) { between (random, 10, WIDTH - 120), between (random, 10, HEIGHT - 120), between (random, 20, 100),
                      between (random, 20, 100) };
}

static PatalStroke
any_stroke (GRand *random)
{
  PatalStroke stroke = { .ink = any_ink (random), .width = between (random, 1.5, 5),
                         .cap = (PatalCap) g_rand_int_range (random, 0, 3) };

  if (g_rand_boolean (random))
    {
      stroke.dash[0] = between (random, 6, 14);
      stroke.dash[1] = between (random, 6, 14);
    }
  return stroke;
}

static void
any_path (GRand *random, PatalPath *path)
{
  PatalBox box = any_box (random);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      patal_path_box (path, &box);
      break;
    case 1:
      patal_path_round_box (path, &box, 8);
      break;
    case 2:
      patal_path_circle (path, box.x + box.width / 2, box.y + box.height / 2, box.width / 2);
      break;
    default:
      patal_path_move (path, box.x, box.y);
      patal_path_curve (path, box.x + box.width, box.y, box.x, box.y + box.height, box.x + box.width, box.y + box.height);
      patal_path_line (path, box.x, box.y + box.height);
      patal_path_close (path);
    }
}

static void
draw_text (PatalCanvas *canvas, GRand *random)
{
  PatalTextStyle style = { .weight = g_rand_boolean (random) ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR,
                           .size_pt = between (random, 8, 28), .lang = PATAL_LANG_HI,
                           .align = (PatalAlign) g_rand_int_range (random, 0, 3) };
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], &style,
                                                              between (random, 60, 200));
  PatalInk ink = any_ink (random);

  patal_canvas_paragraph (canvas, between (random, 10, 100), between (random, 10, HEIGHT - 80), paragraph, &ink);
}

static void
draw_one (PatalCanvas *canvas, GRand *random, PatalPicture *picture)
{
  static const guint8 bits[] = { 0xf0, 0x90, 0xb0, 0xf0 };
  g_autoptr (PatalPath) path = patal_path_new ();
  PatalInk ink = any_ink (random);
  PatalStroke stroke = any_stroke (random);
  PatalBox box = any_box (random);

  any_path (random, path);
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      patal_canvas_fill (canvas, path, &ink);
      break;
    case 1:
      patal_canvas_stroke (canvas, path, &stroke);
      break;
    case 2:
      stroke.dash[0] = stroke.dash[1] = 0;
      patal_canvas_hatch (canvas, path, (PatalHatch) g_rand_int_range (random, PATAL_HATCH_RISING, PATAL_HATCH_DOTS + 1),
                          between (random, 8, 14), &stroke);
      break;
    case 3:
      patal_canvas_picture (canvas, &box, picture);
      break;
    case 4:
      patal_canvas_stencil (canvas, &box, &(PatalStencil) { 4, 4, bits }, &ink);
      break;
    default:
      draw_text (canvas, random);
    }
}

static void
draw (PatalCanvas *canvas, const Drawing *drawing)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (drawing->seed);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (PatalPath) path = patal_path_new ();
      double turn = between (random, -0.3, 0.3);
      gboolean clipped = g_rand_int_range (random, 0, 3) == 0, turned = g_rand_int_range (random, 0, 3) == 0;

      any_path (random, path);
      patal_canvas_save (canvas);
      if (clipped)
        patal_canvas_clip (canvas, path);
      if (turned)
        patal_canvas_transform (canvas, &(PatalMatrix) { cos (turn), sin (turn), -sin (turn), cos (turn), 20, 10 });
      draw_one (canvas, random, drawing->picture);
      patal_canvas_restore (canvas);
    }
  for (guint i = 0; i < 2; i++) /* a group, and once more */
    {
      patal_canvas_save (canvas);
      patal_canvas_move (canvas, 100 * i, 30 * i);
      if (patal_canvas_group_begin (canvas, "group"))
        {
          g_autoptr (GRand) own = g_rand_new_with_seed (drawing->seed); /* the same each time, as a group is */

          patal_canvas_fill_box (canvas, &(PatalBox) { 20, 300, 60, 20 }, &(PatalInk) { 0.1, 0.3, 0.5, 1 });
          draw_text (canvas, own);
          patal_canvas_group_end (canvas);
        }
      patal_canvas_restore (canvas);
    }
}

static GdkPixbuf *
by_cairo (const Drawing *drawing)
{
  int width = WIDTH * DPI / 72, height = HEIGHT * DPI / 72;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GdkPixbuf *pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  draw (PATAL_CANVAS_CAIRO (cr), drawing);
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

static GdkPixbuf *
by_pdf (const Drawing *drawing)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-players-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "made.pdf", NULL), *root = g_build_filename (folder, "made", NULL);
  g_autofree char *png = g_strconcat (root, ".png", NULL), *dpi = g_strdup_printf ("%d", DPI);
  const char *argv[] = { "pdftoppm", "-singlefile", "-r", dpi, "-png", path, root, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &(PatalPdfInfo) { .lang = PATAL_LANG_HI });
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixels;
  int status;

  draw (patal_pdf_page_begin (pdf, WIDTH, HEIGHT), drawing);
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
static guint
count_strangers (GdkPixbuf *a, GdkPixbuf *b)
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
          if (value < low - TOLERANCE || value > high + TOLERANCE)
            {
              n++;
              break;
            }
        }
  return n;
}

static GBytes *
any_png (void)
{
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 8, 8);
  char *bytes;
  gsize size;

  for (int i = 0; i < 64; i++)
    memcpy (gdk_pixbuf_get_pixels (pixels) + i / 8 * gdk_pixbuf_get_rowstride (pixels) + 4 * (i % 8),
            (const guint8[]) { 30 * (guint8) (i / 8), 200, 30 * (guint8) (i % 8), 255 }, 4);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixels, &bytes, &size, "png", NULL, NULL));
  return g_bytes_new_take (bytes, size);
}

static void
test_players_agree (void)
{
  g_autoptr (GBytes) png = any_png ();
  g_autoptr (PatalPicture) picture = patal_picture_new (png, 0, 0, NULL);

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      const Drawing drawing = { seed, picture };
      g_autoptr (GdkPixbuf) a = by_cairo (&drawing);
      g_autoptr (GdkPixbuf) b = by_pdf (&drawing);
      guint strangers = count_strangers (a, b) + count_strangers (b, a);
      double share = (double) strangers / (2.0 * gdk_pixbuf_get_width (a) * gdk_pixbuf_get_height (a));

      g_test_message ("page %u: %u pixels differ", seed, strangers);
      if (share > MOST_STRANGE && g_test_verbose ())
        {
          gdk_pixbuf_save (a, "cairo.png", "png", NULL, NULL);
          gdk_pixbuf_save (b, "pdf.png", "png", NULL, NULL);
        }
      g_assert_cmpfloat (share, <=, MOST_STRANGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/players/agree", test_players_agree);
  return g_test_run ();
}
