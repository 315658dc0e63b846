/* patal-hits-dialog.h: which batches fall on days that have just been closed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-calendar.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Looks which planned and published batches the holiday or the blackout @id hits, and says so, with the way to re-planning; where it hits none,
 * nothing is seen. */
void patal_hits_dialog_look (GtkWidget *asked_from, PatalDocument *document, PatalMarkKind kind, gint64 id);

G_END_DECLS
