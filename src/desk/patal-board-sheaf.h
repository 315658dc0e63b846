/* patal-board-sheaf.h: on which sheets of paper one board stands
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-pages.h"
#include "patal-board-sheets.h"

G_BEGIN_DECLS

typedef struct
{
  PatalBoardLayout *layout;    /* borrowed */
  PatalBoardKind    kind;
  PatalSheetSize    sheet;     /* of all its pages, turned as they need it */
  gboolean          own_sheet; /* as large as the board */
  PatalTiles        tiles;     /* in full size on paper */
  PatalBoardSide    sides[2];
  guint             n_sides, per_side, n_pages; /* no pages: only the back is asked for, and there is none */
} PatalBoardSheaf;

/* @layout, which must outlive the sheaf, as @order prints it. @words: of the layout's language. Any thread. */
void patal_board_sheaf      (PatalBoardLayout *layout, const PatalBoardOrder *order, const PatalWords *words, PatalBoardSheaf *out);
void patal_board_sheaf_draw (const PatalBoardSheaf *sheaf, guint page, PatalCanvas *canvas, const PatalWords *words);

G_END_DECLS
