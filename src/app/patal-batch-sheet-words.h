/* patal-batch-sheet-words.h: a batch in words: its days, its place, its trainers, what has become of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-sheet.h"

G_BEGIN_DECLS

/* All (transfer full), in the language of the process. */
char *patal_batch_title_words   (const PatalBatchSheet *sheet);
char *patal_batch_place_words   (const PatalBatchSheet *sheet);
char *patal_batch_trainer_words (const PatalBatchSheet *sheet);
char *patal_batch_day_words     (const PatalBatch *batch); /* each day where one was moved or is not held */

/* @span: both PATAL_DAY_NONE without a day. One that has begun and is not held yet waits for its attendance. */
const char *patal_batch_state_word   (PatalBatchStatus status, PatalSpan span, PatalDay today); /* (transfer none): translated */
char       *patal_batch_status_words (const PatalBatch *batch, PatalDay today);

G_END_DECLS
