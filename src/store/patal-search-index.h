/* patal-search-index.h: how the search index follows the rows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-changes.h"
#include "patal-search.h"

G_BEGIN_DECLS

/* Of a connection just opened: works out which table feeds which entry. */
gboolean patal_search_index_prepare (PatalDb *db, GError **error);

/* Builds the index anew where it was built by other rules, or from other sources, than this program's. */
gboolean patal_search_index_renew   (PatalDb *db, const PatalProgress *progress, GError **error);

/* Notes in @stale the entries that a change makes out of date; then makes them fit the rows, in the same transaction. */
GArray  *patal_search_stale_new     (void);
gboolean patal_search_index_note    (PatalDb *db, const PatalChange *change, GArray *stale, GError **error);
gboolean patal_search_index_feed    (PatalDb *db, GArray *stale, const PatalProgress *progress, GError **error);

/* Adds a sentence to @findings where the index does not say what the rows say. */
gboolean patal_search_index_check   (PatalDb *db, GPtrArray *findings, const PatalProgress *progress, GError **error);

G_END_DECLS
