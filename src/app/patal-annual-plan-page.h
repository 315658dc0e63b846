/* patal-annual-plan-page.h: the lines of a year's annual action plan, with what they come to; it can be frozen
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_ANNUAL_PLAN_PAGE (patal_annual_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalAnnualPlanPage, patal_annual_plan_page, PATAL, ANNUAL_PLAN_PAGE, AdwBin)

GtkWidget *patal_annual_plan_page_new (PatalDocument *document);

G_END_DECLS
