/* patal-print-sheets.h: pages as pictures for the screen: drawn in a thread when they are seen, and few of them kept
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it is called in the main thread. */
#pragma once
#include "patal-pages.h"
#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef struct _PatalPrintSheets PatalPrintSheets;

/* @ready is called with @data, in the main thread, whenever one more picture is there; never after patal_print_sheets_free(). */
PatalPrintSheets *patal_print_sheets_new  (PatalPages *pages, void (*ready) (gpointer data), gpointer data);
void              patal_print_sheets_free (PatalPrintSheets *sheets);

/* Pages @first to @last are on the screen, at @scale pixels for a point: those that are not there so large are drawn, one after the other,
 * then one on either side of them; others are let go of where memory is needed. What was asked for before is forgotten. */
void        patal_print_sheets_show (PatalPrintSheets *sheets, guint first, guint last, double scale);

/* (transfer none) (nullable): the picture of @page as it is there, perhaps of another scale. */
GdkTexture *patal_print_sheets_get  (PatalPrintSheets *sheets, guint page);

gsize       patal_print_sheets_bytes (PatalPrintSheets *sheets); /* of all pictures kept */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPrintSheets, patal_print_sheets_free)
G_END_DECLS
