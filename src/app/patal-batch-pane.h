/* patal-batch-pane.h: one batch: where, when, by whom; what can be done with it; its people, and what was changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_PANE (patal_batch_pane_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchPane, patal_batch_pane, PATAL, BATCH_PANE, AdwBin)

GtkWidget *patal_batch_pane_new (PatalDocument *document);

/* Shows batch @id, 0 for none, once it is read. What was typed is saved first; where it is wrong the pane stays as it is, says so, and returns FALSE. */
gboolean patal_batch_pane_show       (PatalBatchPane *pane, gint64 id);
gboolean patal_batch_pane_leave      (PatalBatchPane *pane);
void     patal_batch_pane_take_focus (PatalBatchPane *pane); /* to what is to be entered next, now or once it is read */

G_END_DECLS
