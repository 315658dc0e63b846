/* patal-board-sheaf.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-sheaf.h"

#define TILE_MARGIN_MM 10 /* what printers leave out, and room for cut marks: 277 × 190 mm of A4 are left */

static PatalSheetSize
turned (PatalSheetSize sheet, gboolean lying)
{
  double longer = MAX (sheet.width, sheet.height), shorter = MIN (sheet.width, sheet.height);

  return (PatalSheetSize) { lying ? longer : shorter, lying ? shorter : longer, sheet.margin };
}

/* Whether the sheet lies on its side, as the order says, else as @needed does. */
static gboolean
lies (const PatalBoardOrder *order, gboolean needed)
{
  return order->turn == PATAL_TURN_AUTO ? needed : order->turn == PATAL_TURN_LANDSCAPE;
}

static PatalSheetSize
paper (const PatalBoardOrder *order)
{
  return order->sheet.width > 0 ? order->sheet : patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT);
}

static void
choose_sides (const PatalBoardOrder *order, PatalBoardSheaf *sheaf)
{
  gboolean has_back = patal_board_layout_has_back (sheaf->layout);

  if (sheaf->kind == PATAL_BOARD_OVERPRINT || sheaf->kind == PATAL_BOARD_PAINTER)
    {
      sheaf->sides[sheaf->n_sides++] = sheaf->kind == PATAL_BOARD_OVERPRINT ? PATAL_BOARD_LATER : PATAL_BOARD_FRONT;
      return;
    }
  if (order->sides != PATAL_BOARD_SIDE_BACK)
    sheaf->sides[sheaf->n_sides++] = PATAL_BOARD_FRONT;
  if (order->sides != PATAL_BOARD_SIDE_FRONT && has_back)
    sheaf->sides[sheaf->n_sides++] = PATAL_BOARD_BACK;
}

/* The way of the paper that takes fewer sheets. */
static void
choose_tiles (const PatalBoardOrder *order, gboolean wide, PatalBoardSheaf *sheaf)
{
  PatalSheetSize sheet = order->sheet;
  PatalTiles other;

  sheet.margin = TILE_MARGIN_MM * PATAL_PT_PER_MM;
  sheaf->sheet = turned (sheet, lies (order, wide));
  sheaf->tiles = patal_board_tiles (sheaf->layout, &sheaf->sheet);
  if (order->turn == PATAL_TURN_AUTO)
    {
      PatalSheetSize across = turned (sheet, !wide);

      other = patal_board_tiles (sheaf->layout, &across);
      if (other.columns * other.rows < sheaf->tiles.columns * sheaf->tiles.rows)
        {
          sheaf->sheet = across;
          sheaf->tiles = other;
        }
    }
  sheaf->per_side = sheaf->tiles.columns * sheaf->tiles.rows;
}

void
patal_board_sheaf (PatalBoardLayout *layout, const PatalBoardOrder *order, const PatalWords *words, PatalBoardSheaf *out)
{
  double width = patal_board_layout_width_mm (layout), height = patal_board_layout_height_mm (layout);
  gboolean wide = width > height;

  *out = (PatalBoardSheaf) { .layout = layout, .kind = order->kind, .per_side = 1 };
  choose_sides (order, out);
  switch (order->kind)
    {
    case PATAL_BOARD_PAINTER:
      out->sheet = turned (paper (order), lies (order, FALSE));
      out->per_side = patal_board_painter_count (layout, &out->sheet, words);
      break;
    case PATAL_BOARD_FULL:
    case PATAL_BOARD_OVERPRINT:
      out->own_sheet = order->sheet.width <= 0;
      if (out->own_sheet)
        out->sheet = (PatalSheetSize) { width * PATAL_PT_PER_MM, height * PATAL_PT_PER_MM, 0 };
      else
        choose_tiles (order, wide, out);
      break;
    case PATAL_BOARD_PROOF:
    default:
      out->sheet = turned (paper (order), lies (order, wide));
      break;
    }
  out->n_pages = out->n_sides * out->per_side;
}

void
patal_board_sheaf_draw (const PatalBoardSheaf *sheaf, guint page, PatalCanvas *canvas, const PatalWords *words)
{
  PatalBoardSide side = sheaf->sides[page / sheaf->per_side];
  guint index = page % sheaf->per_side;

  g_return_if_fail (page < sheaf->n_pages);

  if (sheaf->kind == PATAL_BOARD_PAINTER)
    patal_board_painter_draw (sheaf->layout, index, canvas, &sheaf->sheet, words);
  else if (sheaf->kind == PATAL_BOARD_PROOF)
    patal_board_proof_draw (sheaf->layout, side, canvas, &sheaf->sheet, words);
  else if (sheaf->own_sheet)
    patal_board_layout_draw (sheaf->layout, side, canvas, &(PatalBox) { 0, 0, sheaf->sheet.width, sheaf->sheet.height });
  else
    patal_board_tile_draw (sheaf->layout, side, &sheaf->tiles, index, canvas, &sheaf->sheet, words);
}
