/* patal-calendar-page.h: holidays and blackouts of a financial year: as a year and as a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_CALENDAR_PAGE (patal_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalCalendarPage, patal_calendar_page, PATAL, CALENDAR_PAGE, AdwBin)

GtkWidget *patal_calendar_page_new (PatalDocument *document);

/* @name: (nullable): what the place is called; NULL for the whole file. */
void patal_calendar_page_set_scope (PatalCalendarPage *page, gint64 scope, const char *name);

int  patal_calendar_page_get_fy (PatalCalendarPage *page); /* the financial year shown */

G_END_DECLS
