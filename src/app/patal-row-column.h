/* patal-row-column.h: columns of a long list, sorted in SQL
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sorters of these columns compare nothing: GTK 4.8 keeps to itself which header was pressed, so each notes that it was asked. */
#pragma once
#include "patal-row-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): what a cell shows; NULL is shown as a dim dash. */
typedef char *(*PatalRowColumnFunc) (PatalRow *row, gconstpointer data);

typedef enum { PATAL_ROW_COLUMN_TEXT, PATAL_ROW_COLUMN_NUMBER /* at the right, digits of one width */ } PatalRowColumnKind;

#define PATAL_ROW_COLUMN_UNSORTED -1

/* Appends a column to @view. @data lasts as long as the view. @sort_key: what patal_row_column_order() gives for it. */
GtkColumnViewColumn *patal_row_column_append (GtkColumnView *view, const char *title, PatalRowColumnKind kind,
                                              PatalRowColumnFunc func, gconstpointer data, int sort_key);

/* (transfer full) (nullable): what a cell of @column, one of those above, shows for @row. */
char *patal_row_column_say (GtkColumnViewColumn *column, PatalRow *row, PatalRowColumnKind *out_kind);

int patal_row_column_sort_key (GtkColumnViewColumn *column); /* of one of those above */

/* Which column the list is sorted by, and whether downwards; FALSE when by none. */
gboolean patal_row_column_order (GtkColumnView *view, int *sort_key, gboolean *descending);

/* Scrolls so that @position is seen. */
void patal_row_column_scroll_to (GtkColumnView *view, guint position);

/* PatalRowColumnFuncs: @data is GUINT_TO_POINTER (a column of the row). */
char *patal_row_column_text   (PatalRow *row, gconstpointer column);
char *patal_row_column_number (PatalRow *row, gconstpointer column); /* grouped 2-2-3 */

/* @data is a PatalRowColumnPair: the name in the window's language, else the other one. */
typedef struct { guint hi, en; } PatalRowColumnPair;
char *patal_row_column_name (PatalRow *row, gconstpointer pair);

G_END_DECLS
