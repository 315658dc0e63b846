/* patal-welcome-page.h: what a window without a file shows: how to begin, and the files opened last
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_WELCOME_PAGE (patal_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalWelcomePage, patal_welcome_page, PATAL, WELCOME_PAGE, AdwBin)

GtkWidget *patal_welcome_page_new (void); /* the list is empty until the first refresh */

/* Reads the files opened last anew, and marks those that would not open now. */
void patal_welcome_page_refresh (PatalWelcomePage *page);

G_END_DECLS
