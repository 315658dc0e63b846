/* patal-pieces.h: pieces of work that know nothing of one another, on a few threads
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-progress.h"

G_BEGIN_DECLS

/* Does pieces 0 … @n - 1 on @n_threads, this one among them, in no order; fewer where the system gives fewer. FALSE with G_IO_ERROR_CANCELLED: then
 * some were not done. @progress is told from all of these threads, one at a time. */
gboolean patal_pieces_run (int n, int n_threads, void (*work) (int piece, gpointer data), gpointer data, const PatalProgress *progress,
                           GError **error);

G_END_DECLS
