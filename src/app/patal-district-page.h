/* patal-district-page.h: the tab "district": sections and places at the left, the chosen section beside them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "section" (string): "units", "map", "people", "vacancies", "venues", "calendar"; "sidebar-state" (GVariant of a boolean). */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_DISTRICT_PAGE (patal_district_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalDistrictPage, patal_district_page, PATAL, DISTRICT_PAGE, AdwBin)

GtkWidget  *patal_district_page_new (PatalDocument *document);

const char *patal_district_page_get_section (PatalDistrictPage *page);
void        patal_district_page_set_section (PatalDistrictPage *page, const char *section); /* unknown: "units" */
gint64      patal_district_page_get_scope   (PatalDistrictPage *page); /* the place chosen at the left; 0: all */

int         patal_district_page_get_fy      (PatalDistrictPage *page); /* the financial year shown; 0: another section is */

void        patal_district_page_take_focus  (PatalDistrictPage *page); /* to the list of panchayats, where it is the section */

/* Goes to a record that the search found: @kind is that of a PatalSearchHit. */
void        patal_district_page_show_record (PatalDistrictPage *page, const char *kind, gint64 id);
/* Goes to a place and shows who works there. */
void        patal_district_page_show_posts  (PatalDistrictPage *page, gint64 unit);

gboolean    patal_district_page_leave (PatalDistrictPage *page); /* FALSE: something typed is wrong and would be lost */

G_END_DECLS
