/* patal-course-dialog.h: one course: what it is, for which posts, its modules with their session plans
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @course: 0 for a new one. */
void patal_course_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 course);

G_END_DECLS
