/* patal-row-table.h: a long list of rows below the headers of a column view, one widget a row
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a GtkColumnView of seven columns the 200 rows that GTK 4.8 keeps alive are 3,000 widgets to be bound, measured and drawn at every
 * jump; here they are the 400 of a PatalStripList. The headers are those of a real
 * GtkColumnView without rows: they are pressed to sort and dragged to resize.
 *
 * A screen reader hears a row as one sentence, with the titles of the columns that need one. */
#pragma once
#include "patal-row-column.h"

G_BEGIN_DECLS

#define PATAL_TYPE_ROW_TABLE (patal_row_table_get_type ())
G_DECLARE_FINAL_TYPE (PatalRowTable, patal_row_table, PATAL, ROW_TABLE, GtkWidget)

/* To append columns to, and to ask for their order. */
GtkColumnView *patal_row_table_get_header (PatalRowTable *table);

/* @model: (transfer none): of PatalRow. @name: what a screen reader calls the list. */
void patal_row_table_set_model (PatalRowTable *table, GtkSelectionModel *model, const char *name);

void patal_row_table_scroll_to  (PatalRowTable *table, guint position); /* so that it is seen */
void patal_row_table_take_focus (PatalRowTable *table);                 /* to the chosen row, else to the first in sight */

G_END_DECLS
