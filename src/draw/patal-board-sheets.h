/* patal-board-sheets.h: a board on sheets of paper: a proof to scale, the painter's figures, tiles in full size
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any number of threads may draw from one layout. Words of the sheets themselves ("Scale 1 : 6", "Sheet 3 of 20") are those of @words. */
#pragma once
#include "patal-board-layout.h"
#include "patal-sheet-size.h"
#include "patal-words.h"

G_BEGIN_DECLS

/* The board to scale between the sheet's margins, never enlarged, with its dimensions in mm at two sides and the scale below; on a sheet of the
 * board's own size (a notice) the board alone. */
void patal_board_proof_draw (const PatalBoardLayout *layout, PatalBoardSide side, PatalCanvas *canvas, const PatalSheetSize *sheet,
                             const PatalWords *words);

/* The painter's sheets: row by row where it is and how high, how high its letters are, and the words, line by line as they stand on the board. */
guint patal_board_painter_count (const PatalBoardLayout *layout, const PatalSheetSize *sheet, const PatalWords *words);
void  patal_board_painter_draw  (const PatalBoardLayout *layout, guint page, PatalCanvas *canvas, const PatalSheetSize *sheet,
                                 const PatalWords *words);

/* Full size on sheets that overlap, each with cut marks, its number and a small map of all. */
#define PATAL_TILE_OVERLAP_MM 10.0
typedef struct
{
  guint  columns, rows;
  double step_x_mm, step_y_mm;   /* from tile to tile: what a sheet can print, less the overlap */
  double width_mm, height_mm;    /* what a sheet shows of the board */
} PatalTiles;
/* As many as are needed on @sheet as it lies. A board that is no larger than the sheet is one tile, margins or not. */
PatalTiles patal_board_tiles     (const PatalBoardLayout *layout, const PatalSheetSize *sheet);
/* What tile @index (row by row) shows of the board, in mm. */
PatalBox   patal_board_tile_box  (const PatalTiles *tiles, guint index);
void       patal_board_tile_draw (const PatalBoardLayout *layout, PatalBoardSide side, const PatalTiles *tiles, guint index,
                                  PatalCanvas *canvas, const PatalSheetSize *sheet, const PatalWords *words);

G_END_DECLS
