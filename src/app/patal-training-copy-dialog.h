/* patal-training-copy-dialog.h: last year's calendar in another financial year
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-training.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks into which year, copies as one edit, and says what came of it. @name: what the training is called. */
void patal_training_copy_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalTraining *training, const char *name);

G_END_DECLS
