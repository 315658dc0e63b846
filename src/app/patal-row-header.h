/* patal-row-header.h: the headers of a list's columns, for the keyboard and for a screen reader
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 the pointer alone reaches them. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab and the arrow keys reach the headers of @view that sort; Enter and the space bar sort by them, as a click does: upwards, then
 * downwards. Each says its name and, where the list is in its order, which way. Once, before the columns (patal-row-column.h). */
void patal_row_header_take_keys (GtkColumnView *view);

G_END_DECLS
