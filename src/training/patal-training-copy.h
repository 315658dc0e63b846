/* patal-training-copy.h: last year's calendar in another year
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-progress.h"
#include "patal-training.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 training;             /* the copy */
  guint  batches, dated, same; /* @dated: of @batches those that have a day; @same: of these those that have last year's date */
} PatalTrainingCopy;

/* Inside an edit: training @id as it was held, in financial year @fy, after its own: window, windows of its own and batches on the same dates, or where
 * holidays, blackouts, halls or trainers forbid that on the nearest days that break no rule; clusters, venues and trainers as they were, without those who
 * are no trainers any more. Called is whoever holds the posts then. A batch for which there is no such day has none; cancelled ones are not copied, nor
 * days off, which were that year's. COPY_YEAR: @fy does not come after its own. */
gboolean patal_training_copy_year (PatalDb *db, gint64 id, int fy, PatalDay today, const PatalProgress *progress, PatalTrainingCopy *out, GError **error);

G_END_DECLS
