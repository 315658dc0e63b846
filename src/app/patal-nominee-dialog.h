/* patal-nominee-dialog.h: somebody is nominated by hand, or comes instead of somebody else
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-sheet.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_nominee_dialog_add        (GtkWidget *asked_from, PatalDocument *document, const PatalBatchSheet *sheet);
void patal_nominee_dialog_substitute (GtkWidget *asked_from, PatalDocument *document, const PatalBatchSheet *sheet, gint64 nomination);

G_END_DECLS
