/* patal-table-pages.h: a table on pages
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first page has the title, the place, the as-on and the unit line; every page the columns' titles, and at its foot the title and page n
 * of m. Names wrap, numbers never do. Where a table with totals goes on, the sum so far is carried over. What signs stands together. */
#pragma once
#include "patal-sheet-size.h"
#include "patal-progress.h"
#include "patal-table.h"
#include "patal-words.h"

G_BEGIN_DECLS

typedef struct
{
  PatalPaper paper;
  PatalTurn  turn;
  double     row_mm; /* the least height of a row: 9 where people sign, in the last column; 0: its words' */
} PatalTableSetup;

typedef struct _PatalTablePages PatalTablePages; /* never changes: may be drawn from several threads */

/* Measures and divides; @table is kept and must not be changed any more. NULL: cancelled. */
PatalTablePages *patal_table_pages_new  (const PatalTable *table, const PatalTableSetup *setup, PatalWords *words,
                                         const PatalProgress *progress, GError **error);
void             patal_table_pages_free (PatalTablePages *pages);

const char    *patal_table_pages_title (const PatalTablePages *pages); /* (transfer none): the table's, never NULL */
guint          patal_table_pages_count (const PatalTablePages *pages); /* at least 1 */
PatalSheetSize patal_table_pages_size  (const PatalTablePages *pages);
void           patal_table_pages_draw  (const PatalTablePages *pages, PatalCanvas *canvas, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTablePages, patal_table_pages_free)
G_END_DECLS
