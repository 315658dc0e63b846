/* patal-board-book.h: what all documents of boards share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-job.h"

G_BEGIN_DECLS

/* What a document of @n_boards boards is called, and whose it is, by the first of them: each (transfer full). */
void     patal_board_book_names  (const PatalBoardJob *job, const PatalBoardMaker *maker, guint n_boards, char **title, char **office);

G_END_DECLS
