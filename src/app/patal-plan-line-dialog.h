/* patal-plan-line-dialog.h: one line of the annual plan of a year, reckoned and checked while it is typed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @line: 0 for a new one in the plan of @fy, which is made where there is none. */
void patal_plan_line_dialog_show (GtkWidget *asked_from, PatalDocument *document, int fy, gint64 line);

G_END_DECLS
