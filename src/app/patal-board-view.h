/* patal-board-view.h: a board on the screen, true to scale, between two rulers; child of a GtkScrolledWindow
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property beside PatalZoomView's: "fitted" (gboolean): its zoom follows the size of the view.
 * Signal: pressed (char *field): a row was clicked, or Enter pressed on the chosen one: the id of its field.
 * Keys: up, down, Home, End choose a row, Enter presses it; 0 fits.
 * A screen reader hears what the board says, row by row, and the chosen row. */
#pragma once
#include "patal-board-layout.h"
#include "patal-ruler.h"
#include "patal-zoom-view.h"

G_BEGIN_DECLS

#define PATAL_TYPE_BOARD_VIEW (patal_board_view_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardView, patal_board_view, PATAL, BOARD_VIEW, PatalZoomView)

void patal_board_view_set_layout (PatalBoardView *view, PatalBoardLayout *layout); /* (nullable) */
void patal_board_view_set_side   (PatalBoardView *view, PatalBoardSide side);
void patal_board_view_set_unit   (PatalBoardView *view, PatalRulerUnit unit);

/* The rows of @fields (nullable) (element-type utf8) get a mark: they are not what they were. */
void patal_board_view_set_marked (PatalBoardView *view, GPtrArray *fields);
/* The row of @field (nullable) is the chosen one. */
void patal_board_view_choose     (PatalBoardView *view, const char *field);

void patal_board_view_fit        (PatalBoardView *view);

G_END_DECLS
