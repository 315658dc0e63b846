/* patal-boards-page.h: the tab "boards": the works at the left, or the form of one; beside them its board, and what is wrong with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BOARDS_PAGE (patal_boards_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardsPage, patal_boards_page, PATAL, BOARDS_PAGE, AdwBin)

GtkWidget *patal_boards_page_new (PatalDocument *document);

void     patal_boards_page_show_work (PatalBoardsPage *page, gint64 id); /* in the list, with its board */
void     patal_boards_page_take_focus (PatalBoardsPage *page);           /* to the list, when it is there, or the form */
void     patal_boards_page_print     (PatalBoardsPage *page);            /* proposes what is chosen */
gint64   patal_boards_page_get_place (PatalBoardsPage *page);            /* the place whose works are listed; 0: all */

gboolean patal_boards_page_leave     (PatalBoardsPage *page); /* FALSE: something typed is wrong and would be lost */

G_END_DECLS
