/* patal-batch-private.h: what the files of batches share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"

G_BEGIN_DECLS

PatalBatchStatus patal_batch_status_of (const char *id); /* as the file writes it */

/* @batch->held_on from its start and its changes. */
void patal_batch_derive_days (PatalBatch *batch);

/* Refuses a change of what belongs to a frozen batch: FROZEN (PATAL_DB_ERROR). */
gboolean patal_batch_may_change (PatalDb *db, gint64 batch, GError **error);

G_END_DECLS
