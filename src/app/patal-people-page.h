/* patal-people-page.h: the people of a place, with the posts they hold today
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PEOPLE_PAGE (patal_people_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalPeoplePage, patal_people_page, PATAL, PEOPLE_PAGE, AdwBin)

GtkWidget *patal_people_page_new (PatalDocument *document);

/* @name: (nullable): what the place is called; NULL for the whole file. */
void patal_people_page_set_scope (PatalPeoplePage *page, gint64 scope, const char *name);
void patal_people_page_select    (PatalPeoplePage *page, gint64 id);

G_END_DECLS
