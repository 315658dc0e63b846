/* patal-search-batch.h: the index entries of some records: as they are, as they should be, and how they become so
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-bulk.h"
#include "patal-search.h"

G_BEGIN_DECLS

#define PATAL_SEARCH_BATCH 2048 /* records at a time */

typedef struct
{
  gint64                   id;
  const PatalSearchSource *entry; /* what says what stands in the index */
  gboolean                 fresh; /* the record itself came with this change: the index has nothing of it yet */
} PatalSearchStale;

/* All strings (nullable). */
typedef struct
{
  PatalSearchStale record;
  char            *names, *codes; /* of the rows as they are now */
  char            *before;        /* the terms in the index */
  char            *after;         /* the terms that should be there; NULL: it should not be found */
} PatalSearchEntry;

typedef struct _PatalSearchBatch PatalSearchBatch;

/* Reads what is needed of @n records, in the order of their ids and each once; the terms are then made by a thread of its
 * own, so that the connection is free for the batch before. NULL with @error where something cannot be read. */
PatalSearchBatch *patal_search_batch_read (PatalDb *db, const PatalSearchStale *records, guint n, GError **error);
void              patal_search_batch_free (PatalSearchBatch *batch); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalSearchBatch, patal_search_batch_free)

/* (element-type PatalSearchEntry) (transfer none): waits until the terms are made. */
GArray  *patal_search_batch_entries (PatalSearchBatch *batch);
/* Brings the index from @before to @after; @bulk: of three columns, empty, and empty again. */
gboolean patal_search_batch_write   (PatalSearchBatch *batch, PatalBulk *bulk, GError **error);

G_END_DECLS
