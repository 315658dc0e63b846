/* patal-venues-page.h: the training venues of a place
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_VENUES_PAGE (patal_venues_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalVenuesPage, patal_venues_page, PATAL, VENUES_PAGE, AdwBin)

GtkWidget *patal_venues_page_new (PatalDocument *document);

/* @name: (nullable): what the place is called; NULL for the whole file. */
void patal_venues_page_set_scope (PatalVenuesPage *page, gint64 scope, const char *name);
void patal_venues_page_select    (PatalVenuesPage *page, gint64 id);

G_END_DECLS
