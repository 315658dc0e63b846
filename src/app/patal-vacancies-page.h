/* patal-vacancies-page.h: the places where a post is vacant, or held by an additional charge only
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_VACANCIES_PAGE (patal_vacancies_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalVacanciesPage, patal_vacancies_page, PATAL, VACANCIES_PAGE, AdwBin)

GtkWidget *patal_vacancies_page_new (PatalDocument *document);

/* @name: (nullable): what the place is called; NULL for the whole file. */
void patal_vacancies_page_set_scope (PatalVacanciesPage *page, gint64 scope, const char *name);

G_END_DECLS
