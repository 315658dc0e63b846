/* patal-batches-page.h: the batches of a training and a place in a list, the chosen one beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCHES_PAGE (patal_batches_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchesPage, patal_batches_page, PATAL, BATCHES_PAGE, AdwBin)

GtkWidget *patal_batches_page_new (PatalDocument *document);

void     patal_batches_page_set_scope    (GtkWidget *page, gint64 unit, const char *name); /* 0: the whole file; @name (nullable) */
void     patal_batches_page_set_training (GtkWidget *page, gint64 training);               /* 0: all */
void     patal_batches_page_select       (GtkWidget *page, gint64 batch);                  /* now or when the list has come */
gboolean patal_batches_page_leave        (GtkWidget *page); /* FALSE: something typed is wrong and would be lost */

G_END_DECLS
