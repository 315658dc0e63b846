/* patal-leaving-dialog.h: somebody retires, dies or resigns: all posts end on one day
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_leaving_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 person);

G_END_DECLS
