/* patal-moved-page.h: a file that was moved, renamed or deleted while its window is open, and what can be done about it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_MOVED_PAGE (patal_moved_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalMovedPage, patal_moved_page, PATAL, MOVED_PAGE, AdwBin)

GtkWidget *patal_moved_page_new (void);

/* Says where the file of @document is by now. @error (nullable): why it could not be put back. */
void patal_moved_page_show (PatalMovedPage *page, PatalDocument *document, const GError *error);

G_END_DECLS
