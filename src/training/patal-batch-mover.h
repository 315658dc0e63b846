/* patal-batch-mover.h: one batch that is dragged: which rules another day, venue or team would break, and the nearest free days
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made once when a drag begins and asked at each day that is crossed. It asks the rules of patal_batch_findings(), which are those by which
 * patal_batch_move() refuses: what is said under the pointer is what the drop would say. */
#pragma once
#include "patal-training-findings.h"

G_BEGIN_DECLS

typedef struct _PatalBatchMover PatalBatchMover;

/* (transfer full): in the thread of @db, which it uses as long as it lives. Names and sentences are in the language of @words (nullable: of the process).
 * NOT_FOUND; FROZEN (PATAL_DB_ERROR); PATAL_TRAINING_ERROR_PAST: it was held or cancelled, or has begun by @today, and stays where it is. */
PatalBatchMover  *patal_batch_mover_new     (PatalDb *db, gint64 batch, PatalDay today, const PatalWords *words, GError **error);
void              patal_batch_mover_free    (PatalBatchMover *mover); /* accepts NULL */
const PatalBatch *patal_batch_mover_batch   (const PatalBatchMover *mover); /* as it stands in the file */

/* (transfer none) (element-type PatalTrainingFinding): what @move would break or warn of, until the next question. @move->why is not read. */
const GPtrArray  *patal_batch_mover_ask     (PatalBatchMover *mover, const PatalBatchMove *move, GError **error);

/* The days nearest to @wanted->start after today on which it would break nothing, but the day on which it stands: at most @most of them in *@out
 * (element-type PatalDay), the nearest first. Of days that are as
 * near as each other the later one comes first. They are looked for in all windows of the training; a few milliseconds. FALSE with @error from the store. */
gboolean          patal_batch_mover_nearest (PatalBatchMover *mover, const PatalBatchMove *wanted, guint most, GArray **out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBatchMover, patal_batch_mover_free)
G_END_DECLS
