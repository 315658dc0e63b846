/* patal-batch-move-dialog.h: a batch gets another day, another venue, other trainers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-sheet.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What would break a hard rule is said in its words below the field at fault, and cannot be saved. */
void patal_batch_move_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalBatchSheet *sheet);

G_END_DECLS
