/* patal-vacancies-page.h: the places where a post is vacant, or held by an additional charge only
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-record-page.h"

G_BEGIN_DECLS

GtkWidget *patal_vacancies_page_new (PatalDocument *document); /* a PatalRecordPage */

G_END_DECLS
