/* patal-holiday-dialog.h: one holiday; and confirming several by the number of an order
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-day.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_holiday_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 holiday, PatalDay day); /* 0: a new one on @day */

/* Asks for the order number, then confirms all unverified holidays of @fy that hold in @unit (0: all of the file). */
void patal_holiday_dialog_confirm (GtkWidget *asked_from, PatalDocument *document, int fy, gint64 unit);

G_END_DECLS
