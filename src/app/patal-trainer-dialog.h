/* patal-trainer-dialog.h: one master trainer: who, what can be taught, where from, and the days on which it cannot be
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @trainer: 0 for a new one. */
void patal_trainer_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 trainer);

G_END_DECLS
