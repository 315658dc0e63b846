/* patal-batch-changes.h: what people were told of a batch and was changed then, and the journal's lines about it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_CHANGES (patal_batch_changes_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchChanges, patal_batch_changes, PATAL, BATCH_CHANGES, AdwBin)

GtkWidget *patal_batch_changes_new  (PatalDocument *document);
void       patal_batch_changes_show (PatalBatchChanges *changes, const PatalBatch *batch); /* (nullable); read at once, not kept */

G_END_DECLS
