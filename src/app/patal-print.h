/* patal-print.h: pages to a printer, through GTK's print dialog
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pages.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for the printer, in a dialog over @parent, and prints @pages, or of them only @page, the one looked at. @stem is the file's name,
 * without ending, where the user prints to a file. @say (nullable) hears from the main loop how far it is (0 to 1). What was chosen is
 * proposed again until the program ends. */
typedef void (*PatalPrintSay) (gpointer user_data, double share);
void     patal_print_async  (GtkWindow *parent, PatalPages *pages, guint page, const char *stem, PatalPrintSay say,
                             GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data);
/* FALSE: G_IO_ERROR_CANCELLED, by @cancellable or in a dialog; else a whole sentence that says why it was not printed. */
gboolean patal_print_finish (GAsyncResult *result, GError **error);

/* (transfer full): what prints @pages, as yet without a printer; they are kept. */
GtkPrintOperation *patal_print_operation_new (PatalPages *pages, const char *stem);

/* Where a sheet stands on paper of @width by @height points whose printer leaves out @hard_across points at left and right, @hard_down at top
 * and bottom: at its own size and place where what is drawn on it is printed whole, else smaller or larger and in the middle. */
typedef struct
{
  double scale, dx, dy;
} PatalPrintPlace;
PatalPrintPlace patal_print_place (PatalSheetSize sheet, double width, double height, double hard_across, double hard_down);

G_END_DECLS
