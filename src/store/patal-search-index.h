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

/* Makes it fit the rows that a changeset touched; inside its transaction. */
gboolean patal_search_index_feed    (PatalDb *db, const void *changeset, gsize size, const PatalProgress *progress,
                                     GError **error);

/* Adds a sentence to @findings where the index does not say what the rows say. */
gboolean patal_search_index_check   (PatalDb *db, GPtrArray *findings, const PatalProgress *progress, GError **error);

G_END_DECLS
