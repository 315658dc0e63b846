/* patal-person-dialog.h: one person: name, how to reach him or her, and the posts held
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_person_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 person); /* 0: a new one */

G_END_DECLS
