/* patal-entry-row.h: a row of preferences with a text that saves itself
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed counts as entered by Enter or the row's own tick, when the focus leaves the row, and when the
 * row goes from the screen with its page or its window: nothing that was typed is thrown away. Signal:
 *   entered ()   the text is another one than was last shown or entered */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_ENTRY_ROW (patal_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (PatalEntryRow, patal_entry_row, PATAL, ENTRY_ROW, AdwEntryRow)

GtkWidget *patal_entry_row_new (void);

/* Shows what is stored (nullable), unless something is typed here that is not entered yet. */
void patal_entry_row_show (PatalEntryRow *row, const char *text);

/* (transfer full) (nullable): the text without the spaces around it; NULL: there is none. */
char *patal_entry_row_get (PatalEntryRow *row);

G_END_DECLS
