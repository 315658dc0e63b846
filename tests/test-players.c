/* test-players.c: a page looks the same whichever player draws it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random drawings of all that a canvas can do. */
#include "page-look.h"
#include <string.h>

#define WIDTH 300
#define HEIGHT 400

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
draw (PatalCanvas *canvas, gconstpointer what)
{
  const Drawing *drawing = what;
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

      g_test_message ("page %u", seed);
      look_assert_same (WIDTH, HEIGHT, draw, &drawing);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/players/agree", test_players_agree);
  return g_test_run ();
}
