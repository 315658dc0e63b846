/* patal-mark-cell.h: whether one person was there on one half-day: present, absent, not said
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen reader hears a check box that may be neither. The keys are those of the grid around it; a click and the space bar turn it over.
 * Signal: turned (), by the user. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_MARK_CELL (patal_mark_cell_get_type ())
G_DECLARE_FINAL_TYPE (PatalMarkCell, patal_mark_cell, PATAL, MARK_CELL, GtkWidget)

GtkWidget *patal_mark_cell_new (const char *name); /* whose, and which half-day */

char patal_mark_cell_get_mark (PatalMarkCell *cell);            /* 'P', 'A' or '-', as a nomination has them */
void patal_mark_cell_set_mark (PatalMarkCell *cell, char mark); /* emits nothing */

G_END_DECLS
