/* patal-print-view.h: pages on the screen as they will be printed, one below the other; child of a GtkScrolledWindow
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "page" (guint, from 0): the one that is looked at; "zoom" (double): 1 is the size on paper; "fit" (PatalPrintFit as guint).
 * Keys: Page Up and Down, Home, End, arrows, Space; with Ctrl: + and - zoom, 0 the size on paper, Page Up and Down go by whole pages. */
#pragma once
#include "patal-pages.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_PRINT_FIT_NONE,
  PATAL_PRINT_FIT_PAGE,
  PATAL_PRINT_FIT_WIDTH,
} PatalPrintFit;

#define PATAL_TYPE_PRINT_VIEW (patal_print_view_get_type ())
G_DECLARE_FINAL_TYPE (PatalPrintView, patal_print_view, PATAL, PRINT_VIEW, GtkWidget)

void          patal_print_view_set_pages (PatalPrintView *view, PatalPages *pages); /* (nullable); stays at the page where it is there */
guint         patal_print_view_get_page  (PatalPrintView *view);
void          patal_print_view_go_to     (PatalPrintView *view, guint page);        /* beyond the last: the last */
void          patal_print_view_turn      (PatalPrintView *view, gboolean forward);  /* as Page Up and Down do */
double        patal_print_view_get_zoom  (PatalPrintView *view);
void          patal_print_view_set_zoom  (PatalPrintView *view, double zoom);       /* and fits to nothing any more */
PatalPrintFit patal_print_view_get_fit   (PatalPrintView *view);
void          patal_print_view_set_fit   (PatalPrintView *view, PatalPrintFit fit);
void          patal_print_view_zoom_in   (PatalPrintView *view);
void          patal_print_view_zoom_out  (PatalPrintView *view);

G_END_DECLS
