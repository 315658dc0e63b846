/* patal-board-view.h: a board on the screen, true to scale, between two rulers; child of a GtkScrolledWindow
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "zoom" (double): 1 is the board's real size on a screen of 96 pixels an inch; "fitted" (gboolean): it follows the size.
 * Signal: pressed (char *field): a row was clicked, or Enter pressed on the chosen one: the id of its field.
 * Keys: up, down, Home, End choose a row, Enter presses it; + and - zoom and 0 fits, with or without Ctrl; so does Ctrl and the wheel.
 * A screen reader hears what the board says, row by row, and the chosen row. */
#pragma once
#include "patal-board-layout.h"
#include "patal-ruler.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BOARD_VIEW (patal_board_view_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardView, patal_board_view, PATAL, BOARD_VIEW, GtkWidget)

void patal_board_view_set_layout (PatalBoardView *view, PatalBoardLayout *layout); /* (nullable) */
void patal_board_view_set_side   (PatalBoardView *view, PatalBoardSide side);
void patal_board_view_set_unit   (PatalBoardView *view, PatalRulerUnit unit);

/* The rows of @fields (nullable) (element-type utf8) get a mark: they are not what they were. */
void patal_board_view_set_marked (PatalBoardView *view, GPtrArray *fields);
/* The row of @field (nullable) is the chosen one. */
void patal_board_view_choose     (PatalBoardView *view, const char *field);

double   patal_board_view_get_zoom  (PatalBoardView *view);
void     patal_board_view_zoom_in   (PatalBoardView *view);
void     patal_board_view_zoom_out  (PatalBoardView *view);
void     patal_board_view_fit       (PatalBoardView *view);

G_END_DECLS
