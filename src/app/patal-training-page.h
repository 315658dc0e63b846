/* patal-training-page.h: the tab "training": sections, a training and places at the left, the chosen section beside them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties: "section" (string), one of those of the .c; "sidebar-state" (GVariant of a boolean). */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_TRAINING_PAGE (patal_training_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalTrainingPage, patal_training_page, PATAL, TRAINING_PAGE, AdwBin)

GtkWidget  *patal_training_page_new (PatalDocument *document);

const char *patal_training_page_get_section  (PatalTrainingPage *page);
void        patal_training_page_set_section  (PatalTrainingPage *page, const char *section); /* unknown: the first */
gint64      patal_training_page_get_scope    (PatalTrainingPage *page); /* the place chosen at the left; 0: all */
gint64      patal_training_page_get_training (PatalTrainingPage *page); /* 0: all */

void        patal_training_page_show_training (PatalTrainingPage *page, gint64 training); /* it is the one chosen */
void        patal_training_page_show_batch    (PatalTrainingPage *page, gint64 id);       /* with its people */

gboolean    patal_training_page_leave (PatalTrainingPage *page); /* FALSE: something typed is wrong and would be lost */

G_END_DECLS
