/* patal-batch-deed.h: what is done to a batch at once, by one edit: published, pinned, held, called anew
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the main thread; the edit runs in the writing one. A rule that it breaks is said as a passing line. */
#pragma once
#include "patal-batch-sheet.h"
#include "patal-document.h"

G_BEGIN_DECLS

void patal_batch_deed_publish (PatalDocument *document, const PatalBatch *batch);
void patal_batch_deed_finish  (PatalDocument *document, const PatalBatch *batch);
void patal_batch_deed_pin     (PatalDocument *document, const PatalBatch *batch); /* or unpin */
/* Nominates by posts, and withdraws who does not hold one any more; says how many. */
void patal_batch_deed_call    (PatalDocument *document, const PatalBatch *batch);
void patal_batch_deed_withdraw (PatalDocument *document, const PatalBatchSheet *sheet, gint64 nomination);

G_END_DECLS
