/* patal-venue-dialog.h: one training venue
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @venue 0: a new one, in @unit (0: to be chosen). */
void patal_venue_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 venue, gint64 unit);

G_END_DECLS
