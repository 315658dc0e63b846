/* patal-board-tiles.c: a board in full size on sheets that overlap
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-sheets.h"
#include <math.h>

#define MARK_PT 11     /* the length of a cut mark */
#define MARK_OFF_PT 2  /* from the tile, so that none is left when it is cut */
#define LINE_PT 0.5
#define TEXT_PT 8
#define FOOT_PT 3      /* from the tile to what stands below it */
#define MAP_SHARE 0.5  /* of the margin: printers leave out the rest */
#define MAP_CELL_PT 7  /* the width of a tile on the map, at most */
#define MAP_SHAPE 0.7  /* of its height to that */
#define SAME_MM 0.5

static const PatalInk grey = { 0.25, 0.25, 0.25, 1 };

static guint
tiles_along (double length, double shown, double step)
{
  return length <= shown + SAME_MM ? 1 : 1 + (guint) ceil ((length - shown - SAME_MM) / step);
}

PatalTiles
patal_board_tiles (const PatalBoardLayout *layout, const PatalSheetSize *sheet)
{
  double width = patal_board_layout_width_mm (layout), height = patal_board_layout_height_mm (layout);
  PatalBox room = patal_sheet_box (sheet);
  PatalTiles tiles = { 1, 1, width, height, width, height };

  if (width <= sheet->width / PATAL_PT_PER_MM + SAME_MM && height <= sheet->height / PATAL_PT_PER_MM + SAME_MM)
    return tiles;
  tiles.width_mm = room.width / PATAL_PT_PER_MM;
  tiles.height_mm = room.height / PATAL_PT_PER_MM;
  g_return_val_if_fail (MIN (tiles.width_mm, tiles.height_mm) > 2 * PATAL_TILE_OVERLAP_MM, tiles);

  tiles.step_x_mm = tiles.width_mm - PATAL_TILE_OVERLAP_MM;
  tiles.step_y_mm = tiles.height_mm - PATAL_TILE_OVERLAP_MM;
  tiles.columns = tiles_along (width, tiles.width_mm, tiles.step_x_mm);
  tiles.rows = tiles_along (height, tiles.height_mm, tiles.step_y_mm);
  return tiles;
}

PatalBox
patal_board_tile_box (const PatalTiles *tiles, guint index)
{
  return (PatalBox) { index % tiles->columns * tiles->step_x_mm, index / tiles->columns * tiles->step_y_mm, tiles->width_mm,
                      tiles->height_mm };
}

/* At a corner, off the tile: @right and @down are 1 where the tile lies left of and above it, else -1. */
static void
add_mark (PatalPath *path, double x, double y, double right, double down)
{
  patal_path_move (path, x + right * MARK_OFF_PT, y);
  patal_path_line (path, x + right * (MARK_OFF_PT + MARK_PT), y);
  patal_path_move (path, x, y + down * MARK_OFF_PT);
  patal_path_line (path, x, y + down * (MARK_OFF_PT + MARK_PT));
}

static void
draw_marks (PatalCanvas *canvas, const PatalBox *tile)
{
  const PatalStroke stroke = { .ink = grey, .width = LINE_PT };
  double right = tile->x + tile->width, bottom = tile->y + tile->height;
  g_autoptr (PatalPath) path = patal_path_new ();

  add_mark (path, tile->x, tile->y, -1, -1);
  add_mark (path, right, tile->y, 1, -1);
  add_mark (path, tile->x, bottom, -1, 1);
  add_mark (path, right, bottom, 1, 1);
  patal_canvas_stroke (canvas, path, &stroke);
}

/* Where the next sheets' edges come to lie, right and below. */
static void
draw_overlap (PatalCanvas *canvas, const PatalBox *tile, gboolean next_right, gboolean next_below)
{
  const PatalStroke stroke = { .ink = grey, .width = LINE_PT, .dash = { 2, 1.5 } };
  double overlap = PATAL_TILE_OVERLAP_MM * PATAL_PT_PER_MM;
  double x = tile->x + tile->width - overlap, y = tile->y + tile->height - overlap;
  double right = tile->x + tile->width + MARK_OFF_PT, bottom = tile->y + tile->height + MARK_OFF_PT;
  g_autoptr (PatalPath) path = patal_path_new ();

  if (next_right)
    {
      patal_path_move (path, x, tile->y - MARK_OFF_PT);
      patal_path_line (path, x, tile->y - MARK_OFF_PT - MARK_PT);
      patal_path_move (path, x, bottom);
      patal_path_line (path, x, bottom + MARK_PT);
    }
  if (next_below)
    {
      patal_path_move (path, tile->x - MARK_OFF_PT, y);
      patal_path_line (path, tile->x - MARK_OFF_PT - MARK_PT, y);
      patal_path_move (path, right, y);
      patal_path_line (path, right + MARK_PT, y);
    }
  if (next_right || next_below)
    patal_canvas_stroke (canvas, path, &stroke);
}

/* Its right upper corner is at @right, @top. */
static void
draw_map (PatalCanvas *canvas, const PatalTiles *tiles, guint index, double right, double top, double room)
{
  const PatalStroke stroke = { .ink = grey, .width = LINE_PT / 2 };
  double cell_height = MIN (MAP_CELL_PT * MAP_SHAPE, room / tiles->rows);
  double cell_width = MIN (MAP_CELL_PT, MAX (2 * cell_height, MAP_CELL_PT / 2.0));
  double left = right - cell_width * tiles->columns;

  for (guint i = 0; i < tiles->columns * tiles->rows; i++)
    {
      const PatalBox cell = { left + i % tiles->columns * cell_width, top + i / tiles->columns * cell_height, cell_width, cell_height };

      if (i == index)
        patal_canvas_fill_box (canvas, &cell, &PATAL_INK_BLACK);
      patal_canvas_stroke_box (canvas, &cell, &stroke);
    }
}

/* "Sheet 8 / 42   column 1, row 2   Name of the work" */
static void
draw_number (const PatalBoardLayout *layout, PatalCanvas *canvas, const PatalTiles *tiles, guint index, const PatalBox *line,
             const PatalWords *words)
{
  g_autofree char *text = g_strdup_printf ("%s %u / %u   %s %u, %s %u   %s", patal_words_get (words, "Sheet"), index + 1,
                                           tiles->columns * tiles->rows, patal_words_get (words, "column"), index % tiles->columns + 1,
                                           patal_words_get (words, "row"), index / tiles->columns + 1, patal_board_layout_name (layout));
  const PatalTextStyle style = { .size_pt = TEXT_PT, .weight = PATAL_WEIGHT_REGULAR, .lang = patal_words_lang (words),
                                 .wrap = PATAL_WRAP_NEVER };
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, &style, line->width);

  patal_canvas_save (canvas);
  patal_canvas_clip_box (canvas, line);
  patal_canvas_line (canvas, line->x, line->y + TEXT_PT, patal_paragraph_line (paragraph, 0), &grey);
  patal_canvas_restore (canvas);
}

static void
draw_around (const PatalBoardLayout *layout, PatalCanvas *canvas, const PatalTiles *tiles, guint index, const PatalBox *tile, double margin,
             const PatalWords *words)
{
  double map_width = tiles->columns * MAP_CELL_PT, below = tile->y + tile->height + FOOT_PT;
  double left = tile->x + 2 * MARK_OFF_PT, right = tile->x + tile->width - PATAL_TILE_OVERLAP_MM * PATAL_PT_PER_MM - MARK_OFF_PT;

  draw_marks (canvas, tile);
  draw_overlap (canvas, tile, index % tiles->columns + 1 < tiles->columns, index / tiles->columns + 1 < tiles->rows);
  draw_map (canvas, tiles, index, right, below, margin * MAP_SHARE);
  if (right - map_width - 2 * TEXT_PT > left)
    draw_number (layout, canvas, tiles, index, &(PatalBox) { left, below - 2, right - map_width - 2 * TEXT_PT - left, 2 * TEXT_PT }, words);
}

/* The board's piece that is on a tile, on the sheet: the last of a row or column may be smaller. */
static PatalBox
tile_on_sheet (const PatalBoardLayout *layout, const PatalTiles *tiles, guint index, const PatalSheetSize *sheet)
{
  PatalBox tile = patal_board_tile_box (tiles, index);
  double width = MIN (tile.width, patal_board_layout_width_mm (layout) - tile.x) * PATAL_PT_PER_MM;
  double height = MIN (tile.height, patal_board_layout_height_mm (layout) - tile.y) * PATAL_PT_PER_MM;

  if (tiles->columns * tiles->rows == 1)
    return (PatalBox) { (sheet->width - width) / 2, (sheet->height - height) / 2, width, height };
  return (PatalBox) { sheet->margin, sheet->margin, width, height };
}

void
patal_board_tile_draw (const PatalBoardLayout *layout, PatalBoardSide side, const PatalTiles *tiles, guint index, PatalCanvas *canvas,
                       const PatalSheetSize *sheet, const PatalWords *words)
{
  PatalBox tile = tile_on_sheet (layout, tiles, index, sheet), from = patal_board_tile_box (tiles, index);
  const PatalBox board = { tile.x - from.x * PATAL_PT_PER_MM, tile.y - from.y * PATAL_PT_PER_MM,
                           patal_board_layout_width_mm (layout) * PATAL_PT_PER_MM,
                           patal_board_layout_height_mm (layout) * PATAL_PT_PER_MM };

  g_return_if_fail (index < tiles->columns * tiles->rows);

  patal_canvas_save (canvas);
  patal_canvas_clip_box (canvas, &tile);
  patal_board_layout_draw (layout, side, canvas, &board);
  patal_canvas_restore (canvas);
  if (tile.x < sheet->margin - SAME_MM || tile.y < sheet->margin - SAME_MM)
    return; /* a notice as large as its sheet: nothing stands around it */
  patal_canvas_tag_begin (canvas, PATAL_TAG_ARTIFACT, patal_words_lang (words), NULL);
  draw_around (layout, canvas, tiles, index, &tile, sheet->margin, words);
  patal_canvas_tag_end (canvas);
}
