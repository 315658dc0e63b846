/* patal-batch-off-dialog.h: a batch is postponed or cancelled, or one of its days is not held or is on another; people are told why
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { PATAL_BATCH_OFF_POSTPONE, PATAL_BATCH_OFF_CANCEL, PATAL_BATCH_OFF_DAY } PatalBatchOff;
void patal_batch_off_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalBatch *batch, PatalBatchOff what);

G_END_DECLS
