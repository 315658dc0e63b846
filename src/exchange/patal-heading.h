/* patal-heading.h: which row of a sheet holds the headings, and which field each column feeds
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"
#include "patal-sheet.h"

G_BEGIN_DECLS

#define PATAL_HEADING_ROWS 20 /* headings are looked for in so many rows */

typedef struct _PatalHeadings PatalHeadings; /* every heading that a kind of import knows, folded */

PatalHeadings *patal_headings_new  (const PatalImport *import);
void           patal_headings_free (PatalHeadings *headings);

/* Fills @fields, one int for each column of @sheet, with the field that the heading in @row names, or -1. A
 * field is given once: to the heading that stands first among its synonyms. How many columns were mapped.
 *
 * A heading may stand below one that spans several ("Sanctioned" over "Wage | Material | Total"): then both together are the heading, where
 * that is one that is known. Amounts may have their unit in the heading: see patal_headings_rupees(). */
guint patal_headings_map (PatalHeadings *headings, const PatalSheet *sheet, guint row, int *fields);

/* How many rupees a figure below the heading is: 1,00,000 where the heading has "(लाख में)" or "Rs in lakhs", or where a line above the headings
 * says so of all amounts: "(राशि लाख रु. में)". 1 where nothing is said. */
gint64 patal_headings_rupees (const PatalSheet *sheet, guint row, guint column);

/* (transfer full): the heading of a column with what stands above it, and with the unit if it is of amounts (@kind) and only a line above the
 * headings says it: a heading that means the same in any other sheet. */
char *patal_headings_text (PatalHeadings *headings, const PatalSheet *sheet, guint row, guint column, PatalFieldKind kind);

/* The row with the most headings among the first; -1 when no row has any. */
int patal_headings_find_row (PatalHeadings *headings, const PatalSheet *sheet);

/* The first row of data below the headings in @row: past a second row of headings (the other language) and a
 * row that only numbers the columns. */
guint patal_headings_first_row (PatalHeadings *headings, const PatalSheet *sheet, guint row);

/* (transfer full): "Name, LGD code, Block": what is known, for a sentence. */
char *patal_headings_known (const PatalImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalHeadings, patal_headings_free)
G_END_DECLS
