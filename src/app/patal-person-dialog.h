/* patal-person-dialog.h: one person: name, how to reach him or her, and the posts held
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_person_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 person);

/* A new person, with a post or without. @unit, @post: what is proposed; 0: nothing. */
void patal_person_dialog_add  (GtkWidget *asked_from, PatalDocument *document, gint64 unit, gint64 post);

G_END_DECLS
