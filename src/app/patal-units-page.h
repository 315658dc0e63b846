/* patal-units-page.h: the gram panchayats of a place as a list or on a map, and the details of the chosen one
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * List and map share one selection: whoever cannot use the map has the list. */
#pragma once
#include "patal-document.h"
#include "patal-unit.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_UNITS_PAGE (patal_units_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalUnitsPage, patal_units_page, PATAL, UNITS_PAGE, AdwBin)

typedef enum { PATAL_UNITS_LIST, PATAL_UNITS_MAP } PatalUnitsView;

GtkWidget *patal_units_page_new (PatalDocument *document);

void patal_units_page_set_view  (PatalUnitsPage *page, PatalUnitsView view);
/* @name: (nullable): what the place is called; NULL for the whole file. */
void patal_units_page_set_scope (PatalUnitsPage *page, gint64 scope, const char *name);
/* Whether each row says its district. */
void patal_units_page_show_districts (PatalUnitsPage *page, gboolean show);
/* Chooses unit @id in list, map and pane; one that the filter hides is shown in the pane. */
void patal_units_page_select    (PatalUnitsPage *page, gint64 id);
void patal_units_page_take_focus (PatalUnitsPage *page); /* to the list, where it is shown */
void patal_units_page_show_posts (PatalUnitsPage *page); /* of the chosen unit */
gboolean patal_units_page_leave (PatalUnitsPage *page); /* FALSE: something typed is wrong and would be lost */

G_END_DECLS
