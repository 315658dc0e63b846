/* patal-training-dialog.h: one training: what it is called, its window, sizes and limits, and what is done with it as a whole
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_training_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 training);

G_END_DECLS
