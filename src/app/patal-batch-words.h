/* patal-batch-words.h: what a batch in the calendar is, in words: for tips, for the line below it, for a screen reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-scene.h"

G_BEGIN_DECLS

/* (transfer full): "Batch 12 · Cluster 3", and below it a line each: where, when, what it is, what is wrong. */
char *patal_batch_words     (const PatalBatchScene *scene, const PatalSceneBar *bar);
/* (transfer full): the same in one line. */
char *patal_batch_words_line (const PatalBatchScene *scene, const PatalSceneBar *bar);

G_END_DECLS
