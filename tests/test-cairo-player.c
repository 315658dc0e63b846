/* test-cairo-player.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cairo-player.h"
#include <math.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#define SIDE 100

/* White, with points for pixels. */
static cairo_t *
sheet_new (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return cr;
}

static guint32
pixel (cairo_t *cr, int x, int y)
{
  cairo_surface_t *surface = cairo_get_target (cr);

  cairo_surface_flush (surface);
  return *(const guint32 *)(gconstpointer)(cairo_image_surface_get_data (surface)
                                           + y * cairo_image_surface_get_stride (surface) + x * 4)
         & 0xFFFFFF;
}

/* How black the box is on the whole, 0 to 1. */
static double
blackness (cairo_t *cr, int x0, int y0, int width, int height)
{
  double sum = 0;

  for (int y = y0; y < y0 + height; y++)
    for (int x = x0; x < x0 + width; x++)
      sum += 255 - (pixel (cr, x, y) & 0xFF);
  return sum / 255 / width / height;
}

static void
test_shapes (void)
{
  cairo_t *cr = sheet_new (SIDE, SIDE);
  PatalCanvas *canvas = PATAL_CANVAS_CAIRO (cr);
  PatalInk red = { 1, 0, 0, 1 }, half = { 0, 0, 0, 0.5 };
  PatalStroke dashed = { .ink = PATAL_INK_BLACK, .width = 2, .dash = { 4, 6 } };

  patal_canvas_fill_box (canvas, &(PatalBox) { 10, 10, 20, 20 }, &red);
  g_assert_cmphex (pixel (cr, 10, 10), ==, 0xFF0000);
  g_assert_cmphex (pixel (cr, 29, 29), ==, 0xFF0000);
  g_assert_cmphex (pixel (cr, 30, 30), ==, 0xFFFFFF);
  patal_canvas_fill_box (canvas, &(PatalBox) { 10, 40, 20, 20 }, &half);
  g_assert_cmpint (abs ((int)(pixel (cr, 15, 45) & 0xFF) - 127), <=, 1);

  patal_canvas_save (canvas);
  patal_canvas_clip_box (canvas, &(PatalBox) { 50, 10, 5, 5 });
  patal_canvas_fill_box (canvas, &(PatalBox) { 0, 0, SIDE, SIDE }, &red);
  patal_canvas_restore (canvas);
  g_assert_cmphex (pixel (cr, 52, 12), ==, 0xFF0000);
  g_assert_cmphex (pixel (cr, 56, 12), ==, 0xFFFFFF);

  patal_canvas_save (canvas);
  patal_canvas_move (canvas, 60, 60);
  patal_canvas_transform (canvas, &(PatalMatrix) { .xx = 2, .yy = 3 });
  patal_canvas_fill_box (canvas, &(PatalBox) { 0, 0, 5, 5 }, &red);
  patal_canvas_restore (canvas);
  g_assert_cmphex (pixel (cr, 69, 74), ==, 0xFF0000);
  g_assert_cmphex (pixel (cr, 70, 75), ==, 0xFFFFFF);

  patal_canvas_rule (canvas, 0, 90, 100, 90, &dashed);
  g_assert_cmpfloat_with_epsilon (blackness (cr, 0, 89, 100, 2), 0.4, 0.01);
  cairo_destroy (cr);
}

static void
test_hatches (void)
{
  double blackest = 0;

  for (guint hatch = PATAL_HATCH_RISING; hatch <= PATAL_HATCH_DOTS; hatch++)
    {
      cairo_t *cr = sheet_new (SIDE, SIDE);
      g_autoptr (PatalPath) path = patal_path_new ();
      double black;

      patal_path_box (path, &(PatalBox) { 20, 20, 60, 60 });
      patal_canvas_hatch (
          PATAL_CANVAS_CAIRO (cr), path, hatch, 5,
          &(PatalStroke) { .ink = PATAL_INK_BLACK, .width = hatch == PATAL_HATCH_DOTS ? 2 : 1 });
      black = blackness (cr, 20, 20, 60, 60);
      if (hatch == PATAL_HATCH_CROSSED)
        g_assert_cmpfloat_with_epsilon (black, 0.36, 0.03);
      else if (hatch == PATAL_HATCH_DOTS)
        g_assert_cmpfloat_with_epsilon (black, G_PI / 25, 0.02);
      else
        g_assert_cmpfloat_with_epsilon (black, 0.2, 0.02);
      blackest = MAX (blackest, black);
      g_assert_cmpfloat (blackness (cr, 0, 0, SIDE, 20), ==, 0); /* nothing beside it */
      g_assert_cmpfloat (blackness (cr, 0, 80, SIDE, 20), ==, 0);
      cairo_destroy (cr);
    }
  g_assert_cmpfloat (blackest, >, 0.3);
}

/* The same words by Pango alone, on a sheet of the same size. */
static cairo_t *
sheet_by_pango (const char *text, double size, int width, int height, double x, double baseline)
{
  cairo_t *cr = sheet_new (width, height);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (PATAL_FONT_DEFAULT ",Noto Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, x, baseline - (double)pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);
  return cr;
}

/* How many pixels of the two sheets are quite different. */
static guint
count_different (cairo_t *a, cairo_t *b, int width, int height)
{
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += ABS ((int)(pixel (a, x, y) & 0xFF) - (int)(pixel (b, x, y) & 0xFF)) > 100;
  return n;
}

static void
test_text_as_pango (void)
{
  static const char *const texts[] = {
    "ग्राम पंचायत अकलतरा", "कर्तव्य र्कि ज्ञ श्र द्ध स्त्रियों", "रु. 12,34,567/-", "Akaltara (CT) किशनगढ़", "ٹھیک",
  };
  static const double sizes[] = { 11, 24, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        int width = sizes[j] * 16, height = sizes[j] * 2;
        cairo_t *ours = sheet_new (width, height);
        cairo_t *theirs = sheet_by_pango (texts[i], sizes[j], width, height, 5, sizes[j] * 1.3);
        PatalTextStyle style = { .size_pt = sizes[j], .wrap = PATAL_WRAP_NEVER };
        g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (texts[i], &style, 0);
        guint ink = blackness (theirs, 0, 0, width, height) * width * height;

        patal_canvas_line (PATAL_CANVAS_CAIRO (ours), 5, sizes[j] * 1.3, patal_paragraph_line (paragraph, 0),
                           &PATAL_INK_BLACK);
        g_assert_cmpuint (ink, >, 50);
        g_assert_cmpuint (count_different (ours, theirs, width, height), <=, ink / 200);
        cairo_destroy (ours);
        cairo_destroy (theirs);
      }
}

static PatalPicture *
picture_of (guint32 pixel_argb)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 4, 4);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "patal-picture-XXXXXX", NULL);
  int file = g_mkstemp (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  cairo_t *cr = cairo_create (surface);
  PatalPicture *picture;

  cairo_set_source_rgba (cr, (pixel_argb >> 16 & 0xFF) / 255.0, (pixel_argb >> 8 & 0xFF) / 255.0,
                         (pixel_argb & 0xFF) / 255.0, (pixel_argb >> 24) / 255.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  g_close (file, NULL);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  remove (path);
  bytes = g_bytes_new_take (data, length);
  picture = patal_picture_new (bytes, 10, 10, &error);
  g_assert_no_error (error);
  return picture;
}

static void
test_pictures (void)
{
  cairo_t *cr = sheet_new (SIDE, SIDE);
  PatalCanvas *canvas = PATAL_CANVAS_CAIRO (cr);
  g_autoptr (PatalPicture) whole = picture_of (0xFF336699);
  g_autoptr (PatalPicture) half = picture_of (0x80FF0000);

  patal_canvas_picture (canvas, &(PatalBox) { 10, 10, 40, 20 }, whole);
  g_assert_cmphex (pixel (cr, 10, 10), ==, 0x336699);
  g_assert_cmphex (pixel (cr, 49, 29), ==, 0x336699);
  g_assert_cmphex (pixel (cr, 50, 30), ==, 0xFFFFFF);
  patal_canvas_picture (canvas, &(PatalBox) { 60, 60, 8, 8 }, half);
  g_assert_cmpint (abs ((int)(pixel (cr, 64, 64) & 0xFF) - 127), <=, 2);
  g_assert_cmphex (pixel (cr, 64, 64) >> 16, >=, 0xFE);
  for (guint i = 0; i < 20; i++) /* more than a thread keeps */
    {
      g_autoptr (PatalPicture) other = picture_of (0xFF000000 | i);

      patal_canvas_picture (canvas, &(PatalBox) { 0, 0, 4, 4 }, other);
      g_assert_cmphex (pixel (cr, 2, 2), ==, i);
    }
  cairo_destroy (cr);
}

static void
test_stencil (void)
{
  static const guint8 bits[] = { 0x80, 0x00, 0x00, 0x00, 0x80, 0x40, 0xFF, 0xFF, 0x80 }; /* 3 rows of 18 */
  PatalStencil stencil = { 18, 3, bits };
  cairo_t *cr = sheet_new (SIDE, SIDE);

  patal_canvas_stencil (PATAL_CANVAS_CAIRO (cr), &(PatalBox) { 0, 10, 90, 15 }, &stencil, &PATAL_INK_BLACK);
  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 18; column++)
      {
        gboolean ink = (bits[row * 3 + column / 8] & 0x80 >> column % 8) != 0;

        g_assert_cmphex (pixel (cr, column * 5 + 2, 10 + row * 5 + 2), ==, ink ? 0 : 0xFFFFFF);
      }
  cairo_destroy (cr);
}

/* What a screen cannot show is left out, and a group is drawn each time. */
static void
test_left_out (void)
{
  cairo_t *cr = sheet_new (SIDE, SIDE);
  PatalCanvas *canvas = PATAL_CANVAS_CAIRO (cr);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (patal_canvas_group_begin (canvas, "frame"));
      patal_canvas_group_end (canvas);
    }
  patal_canvas_tag_begin (canvas, PATAL_TAG_FIGURE, PATAL_LANG_HI, "चित्र");
  patal_canvas_link (canvas, &(PatalBox) { 0, 0, 1, 1 }, "#a");
  patal_canvas_anchor (canvas, 1, "a");
  patal_canvas_bookmark (canvas, 0, 1, "a");
  patal_canvas_tag_end (canvas);
  g_assert_cmpfloat (blackness (cr, 0, 0, SIDE, SIDE), ==, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cairo-player/shapes", test_shapes);
  g_test_add_func ("/cairo-player/hatches", test_hatches);
  g_test_add_func ("/cairo-player/text-as-pango", test_text_as_pango);
  g_test_add_func ("/cairo-player/pictures", test_pictures);
  g_test_add_func ("/cairo-player/stencil", test_stencil);
  g_test_add_func ("/cairo-player/left-out", test_left_out);
  return g_test_run ();
}
