/* patal-batch-hits.h: which batches a holiday, a blackout, somebody's days off fall upon
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include "patal-calendar.h"

G_BEGIN_DECLS

/* Days that are closed, and for whom. */
typedef struct
{
  PatalSpan span;
  gint64    unit;   /* for all below it: whose cluster or venue lies there; 0: everywhere */
  gint64    person; /* for the batches where this person teaches, is nominated, or looks after things; 0: for all */
} PatalBatchHit;

/* What a holiday or a blackout closes for training; FALSE with @error NULL: nothing, it only warns or stops payments. */
gboolean patal_batch_hit_of (PatalDb *db, PatalMarkKind kind, gint64 id, PatalBatchHit *out, GError **error);

/* (transfer full) (element-type gint64): planned and published batches that are held on one of its days after @today, by first day. */
GArray  *patal_batch_hits   (PatalDb *db, const PatalBatchHit *hit, PatalDay today, GError **error);

G_END_DECLS
