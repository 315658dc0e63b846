/* patal-saturation-page.h: how far a course has come, block by block, and who is left; a mop-up for them is planned from here
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_SATURATION_PAGE (patal_saturation_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalSaturationPage, patal_saturation_page, PATAL, SATURATION_PAGE, AdwBin)

/* It reads once it is told of the place or the training. */
GtkWidget *patal_saturation_page_new (PatalDocument *document);

void patal_saturation_page_set_scope    (GtkWidget *page, gint64 scope, const char *name); /* 0: the whole file; @name: (nullable) */
void patal_saturation_page_set_training (GtkWidget *page, gint64 training); /* whose course and year it is; 0: a course is chosen in the page */

G_END_DECLS
