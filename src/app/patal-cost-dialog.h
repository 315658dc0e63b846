/* patal-cost-dialog.h: one cost of a batch: its head, its amount, its voucher
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-cost.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @cost (nullable): a new one. Both are read at once. */
void patal_cost_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalBatch *batch, const PatalBatchCost *cost);

G_END_DECLS
