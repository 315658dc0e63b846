/* patal-blackout-dialog.h: one span in which a place cannot be trained
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-day.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @blackout 0: a new one, of @unit (0: to be chosen) from @day on. */
void patal_blackout_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 blackout, gint64 unit, PatalDay day);

G_END_DECLS
