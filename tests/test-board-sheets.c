/* test-board-sheets.c: proofs, painter's sheets and tiles
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-page.h"
#include "patal-board-sheets.h"
#include "patal-cairo-player.h"
#include <cairo.h>
#include <math.h>

typedef enum { PROOF, PAINTER, TILES } Kind;

typedef struct
{
  Kind                    kind;
  const PatalBoardLayout *layout;
  PatalSheetSize          sheet;
  PatalTiles              tiles;
  PatalWords             *words;
} Drawn;

static void
draw_sheet (gconstpointer what, PatalCanvas *canvas, guint page)
{
  const Drawn *drawn = what;

  if (drawn->kind == PROOF)
    patal_board_proof_draw (drawn->layout, page == 0 ? PATAL_BOARD_FRONT : PATAL_BOARD_BACK, canvas, &drawn->sheet, drawn->words);
  else if (drawn->kind == PAINTER)
    patal_board_painter_draw (drawn->layout, page, canvas, &drawn->sheet, drawn->words);
  else
    patal_board_tile_draw (drawn->layout, PATAL_BOARD_FRONT, &drawn->tiles, page, canvas, &drawn->sheet, drawn->words);
}

static PatalBoardLayout *
usual (double width, double height)
{
  const Sample sample = SAMPLE_USUAL;
  g_autoptr (PatalForm) form = sample_form (&sample);

  return patal_board_layout_new (form, width, height);
}

static PatalWords *
english (void)
{
  return patal_words_new (PATAL_LANG_EN, NULL, NULL);
}

static PatalSheetSize
sheet_of (PatalPaper paper, PatalTurn turn, double margin_mm)
{
  PatalSheetSize sheet = patal_sheet_size (paper, turn);

  sheet.margin = margin_mm * PATAL_PT_PER_MM;
  return sheet;
}

/* --- Proofs --- */

static const struct { double width, height; PatalTurn turn; const char *scale; } proofs[] = {
  { 1524, 1219, PATAL_TURN_LANDSCAPE, "Scale 1 : 7.5" }, { 1524, 1219, PATAL_TURN_PORTRAIT, "Scale 1 : 9 " },
  { 914, 610, PATAL_TURN_LANDSCAPE, "Scale 1 : 4 " },     { 1219, 1524, PATAL_TURN_PORTRAIT, "Scale 1 : 7.5" },
  { 100, 100, PATAL_TURN_PORTRAIT, "Scale 1 : 1 " },      { 10000, 100, PATAL_TURN_LANDSCAPE, "Scale 1 : 40 " },
};

static void
test_proof (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    {
      g_autoptr (PatalBoardLayout) layout = usual (proofs[i].width, proofs[i].height);
      g_autoptr (PatalWords) words = english ();
      Drawn drawn = { .kind = PROOF, .layout = layout, .words = words };
      g_autofree char *width = g_strdup_printf ("%.0f mm", proofs[i].width), *height = g_strdup_printf ("%.0f mm", proofs[i].height);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *raw = NULL;
      g_autoptr (GString) text = NULL;

      drawn.sheet = patal_sheet_size (PATAL_PAPER_A4, proofs[i].turn);
      pdf = page_pdf (drawn.sheet, 2, draw_sheet, &drawn);
      raw = page_text (pdf, "-raw");
      text = g_string_new (raw);
      g_string_replace (text, "\n", " ", 0); /* words that run upwards are lines to Poppler */
      g_test_message ("%s", raw);
      g_assert_nonnull (strstr (text->str, proofs[i].scale));
      g_assert_nonnull (strstr (text->str, width));
      g_assert_nonnull (strstr (text->str, height));
      page_assert_geometry (pdf, drawn.sheet.margin, drawn.sheet.margin);
    }
}

/* A notice stands alone on its sheet. */
static void
test_notice (void)
{
  g_autoptr (PatalBoardLayout) layout = usual (210, 297);
  g_autoptr (PatalWords) words = english ();
  const Drawn drawn = { .kind = PROOF, .layout = layout, .words = words, .sheet = patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT) };
  g_autoptr (GBytes) pdf = page_pdf (drawn.sheet, 1, draw_sheet, &drawn);
  g_autofree char *text = page_text (pdf, "-raw");

  g_assert_null (strstr (text, "Scale"));
  g_assert_nonnull (strstr (text, "कुम्हारी"));
}

/* --- The painter --- */

static void
test_painter (void)
{
  const Sample long_one = { .work = "बहुत लंबा नाम बहुत लंबा नाम बहुत लंबा नाम बहुत लंबा नाम बहुत लंबा नाम", .code = "3306008014", .gp = "बेल्हा", .individual = TRUE,
                            .bilingual = TRUE };
  g_autoptr (PatalForm) form = sample_form (&long_one);
  g_autoptr (PatalBoardLayout) layout = patal_board_layout_new (form, 1524, 1219);
  g_autoptr (PatalWords) words = english ();
  const Drawn drawn = { .kind = PAINTER, .layout = layout, .words = words, .sheet = patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT) };
  guint n = patal_board_painter_count (layout, &drawn.sheet, words);
  g_autoptr (GBytes) pdf = page_pdf (drawn.sheet, n, draw_sheet, &drawn);
  g_autofree char *raw = page_text (pdf, "-raw"), *text = without_spaces (raw);
  g_autofree char *last = g_strdup_printf ("Sheet %u / %u", n, n);

  g_assert_cmpuint (n, >=, 2);
  g_assert_nonnull (strstr (raw, last));
  g_assert_nonnull (strstr (raw, "Board: 5 × 4 ft (1524 × 1219 mm)"));
  g_assert_nonnull (strstr (raw, "#FFD54F"));
  g_assert_nonnull (strstr (text, "emptybox,filledwhentheworkiscompleted:fromtheleft"));
  g_assert_nonnull (strstr (text, "बेल्हा·3306008014")); /* what tells it from another of its name */
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);
      g_autofree char *value = without_spaces (field->value), *height = g_strdup_printf ("%.0f %.0f ", field->row_mm.y, field->row_mm.height);

      g_autofree char *edge = g_strdup_printf ("%.0f", field->label_mm.x + field->label_mm.width);

      g_assert_nonnull (strstr (text, value));
      g_assert_nonnull (strstr (strstr (raw, "vertical lines from the left: "), edge));
      g_test_message ("%s", height);
      if (i == 0)
        g_assert_nonnull (strstr (raw, height));
    }
  page_assert_geometry (pdf, drawn.sheet.margin, drawn.sheet.margin);
}

/* A page each for the sides, however little fits on one. */
static void
test_painter_on_little (void)
{
  g_autoptr (PatalBoardLayout) layout = usual (1524, 1219);
  g_autoptr (PatalWords) words = english ();
  const Drawn drawn = { .kind = PAINTER, .layout = layout, .words = words, .sheet = { 420, 420, 20 } };
  guint n = patal_board_painter_count (layout, &drawn.sheet, words);
  g_autoptr (GBytes) pdf = page_pdf (drawn.sheet, n, draw_sheet, &drawn);

  g_assert_cmpuint (n, >, 3);
  page_assert_geometry (pdf, 20, 20);
}

/* --- Tiles --- */

static const struct { double width, height; PatalPaper paper; PatalTurn turn; guint columns, rows; } tiled[] = {
  { 1524, 1219, PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE, 6, 7 }, /* 277 x 190 of each sheet */
  { 1524, 1219, PATAL_PAPER_A3, PATAL_TURN_LANDSCAPE, 4, 5 },
  { 914, 610, PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE, 4, 4 },
  { 914, 610, PATAL_PAPER_A4, PATAL_TURN_PORTRAIT, 6, 3 },
  { 210, 297, PATAL_PAPER_A4, PATAL_TURN_PORTRAIT, 1, 1 },
  { 297, 210, PATAL_PAPER_A4, PATAL_TURN_PORTRAIT, 2, 1 },
  { 277, 190, PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE, 1, 1 },
};

/* Each point of the board is on a tile, neighbours overlap, and no tile is for nothing. */
static void
test_tiles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tiled); i++)
    {
      g_autoptr (PatalBoardLayout) layout = usual (tiled[i].width, tiled[i].height);
      PatalSheetSize sheet = sheet_of (tiled[i].paper, tiled[i].turn, 10);
      PatalTiles tiles = patal_board_tiles (layout, &sheet);
      PatalBox last = patal_board_tile_box (&tiles, tiles.columns * tiles.rows - 1);

      g_test_message ("%.0f x %.0f: %u x %u", tiled[i].width, tiled[i].height, tiles.columns, tiles.rows);
      g_assert_cmpuint (tiles.columns, ==, tiled[i].columns);
      g_assert_cmpuint (tiles.rows, ==, tiled[i].rows);
      g_assert_cmpfloat (last.x + last.width, >=, tiled[i].width - 0.5);
      g_assert_cmpfloat (last.y + last.height, >=, tiled[i].height - 0.5);
      g_assert_cmpfloat (last.x, <, tiled[i].width);
      g_assert_cmpfloat (last.y, <, tiled[i].height);
      if (tiles.columns > 1)
        g_assert_cmpfloat_with_epsilon (patal_board_tile_box (&tiles, 1).x, tiles.width_mm - PATAL_TILE_OVERLAP_MM, 0.001);
    }
}

/* A pixel is a millimetre. */
static cairo_surface_t *
pixels (int width, int height, cairo_t **out_cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 1 / PATAL_PT_PER_MM, 1 / PATAL_PT_PER_MM);
  *out_cr = cr;
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xFFFFFF;
}

#define EDGE 24 /* of 255: what the rounding of places does to the edge of a letter */

static gboolean
alike (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 255) - (int) (b >> shift & 255)) > EDGE)
      return FALSE;
  return TRUE;
}

/* What a tile shows is what the board has there, to the last pixel. */
static guint
compare_tile (const Drawn *drawn, guint index, cairo_surface_t *board)
{
  const PatalBox tile = patal_board_tile_box (&drawn->tiles, index);
  int left = (int) lround (tile.x), top = (int) lround (tile.y), margin = (int) lround (drawn->sheet.margin / PATAL_PT_PER_MM);
  int right = (int) MIN (lround (tile.x + tile.width), cairo_image_surface_get_width (board));
  int bottom = (int) MIN (lround (tile.y + tile.height), cairo_image_surface_get_height (board));
  cairo_surface_t *sheet;
  cairo_t *cr;
  guint n = 0;

  sheet = pixels ((int) lround (drawn->sheet.width / PATAL_PT_PER_MM), (int) lround (drawn->sheet.height / PATAL_PT_PER_MM), &cr);
  draw_sheet (drawn, PATAL_CANVAS_CAIRO (cr), index);
  cairo_surface_flush (sheet);
  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++, n++)
      if (!alike (pixel (board, x, y), pixel (sheet, x - left + margin, y - top + margin)))
        g_error ("tile %u shows something else at %d, %d: %06x, not %06x", index, x, y, pixel (sheet, x - left + margin, y - top + margin),
                 pixel (board, x, y));
  cairo_destroy (cr);
  cairo_surface_destroy (sheet);
  return n;
}

static void
test_tiles_together (void)
{
  g_autoptr (PatalBoardLayout) layout = usual (1524, 1219);
  g_autoptr (PatalWords) words = english ();
  Drawn drawn = { .kind = TILES, .layout = layout, .words = words, .sheet = sheet_of (PATAL_PAPER_A3, PATAL_TURN_LANDSCAPE, 10) };
  cairo_surface_t *board;
  cairo_t *cr;
  guint n = 0;

  drawn.tiles = patal_board_tiles (layout, &drawn.sheet);
  board = pixels (1524, 1219, &cr);
  patal_board_layout_draw (layout, PATAL_BOARD_FRONT, PATAL_CANVAS_CAIRO (cr),
                           &(PatalBox) { 0, 0, 1524 * PATAL_PT_PER_MM, 1219 * PATAL_PT_PER_MM });
  cairo_surface_flush (board);
  for (guint i = 0; i < drawn.tiles.columns * drawn.tiles.rows; i++)
    n += compare_tile (&drawn, i, board);
  g_assert_cmpuint (n, >=, 1524 * 1219);
  cairo_destroy (cr);
  cairo_surface_destroy (board);
}

/* Each sheet says which one it is. */
static void
test_tile_numbers (void)
{
  g_autoptr (PatalBoardLayout) layout = usual (914, 610);
  g_autoptr (PatalWords) words = english ();
  Drawn drawn = { .kind = TILES, .layout = layout, .words = words, .sheet = sheet_of (PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE, 10) };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  drawn.tiles = patal_board_tiles (layout, &drawn.sheet);
  pdf = page_pdf (drawn.sheet, 16, draw_sheet, &drawn);
  text = page_text (pdf, "-raw");
  for (guint i = 0; i < 16; i++)
    {
      g_autofree char *number = g_strdup_printf ("Sheet %u / 16 column %u, row %u", i + 1, i % 4 + 1, i / 4 + 1);

      g_assert_nonnull (strstr (text, number));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-sheets/proof", test_proof);
  g_test_add_func ("/board-sheets/notice", test_notice);
  g_test_add_func ("/board-sheets/painter", test_painter);
  g_test_add_func ("/board-sheets/painter-on-little", test_painter_on_little);
  g_test_add_func ("/board-sheets/tiles", test_tiles);
  g_test_add_func ("/board-sheets/tiles-together", test_tiles_together);
  g_test_add_func ("/board-sheets/tile-numbers", test_tile_numbers);
  return g_test_run ();
}
