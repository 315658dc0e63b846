/* patal-print-view.h: pages on the screen as they will be printed, one below the other; child of a GtkScrolledWindow
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties beside PatalZoomView's: "page" (guint, from 0): the one that is looked at; "fit" (PatalPrintFit as guint).
 * Keys: Page Up and Down, Home, End, arrows, Space; with Ctrl: 0 the size on paper, Page Up and Down go by whole pages. */
#pragma once
#include "patal-pages.h"
#include "patal-zoom-view.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_PRINT_FIT_NONE, /* a zoom was chosen */
  PATAL_PRINT_FIT_PAGE,
  PATAL_PRINT_FIT_WIDTH,
} PatalPrintFit;

#define PATAL_TYPE_PRINT_VIEW (patal_print_view_get_type ())
G_DECLARE_FINAL_TYPE (PatalPrintView, patal_print_view, PATAL, PRINT_VIEW, PatalZoomView)

void          patal_print_view_set_pages (PatalPrintView *view, PatalPages *pages); /* (nullable); stays at the page where it is there */
guint         patal_print_view_get_page  (PatalPrintView *view);
void          patal_print_view_go_to     (PatalPrintView *view, guint page);        /* beyond the last: the last */
void          patal_print_view_turn      (PatalPrintView *view, gboolean forward);  /* as Page Up and Down do */
PatalPrintFit patal_print_view_get_fit   (PatalPrintView *view);
void          patal_print_view_set_fit   (PatalPrintView *view, PatalPrintFit fit);

G_END_DECLS
