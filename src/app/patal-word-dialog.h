/* patal-word-dialog.h: what the state calls a tier or a post: correcting and confirming it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-pack.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_word_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalPackWord *word);

G_END_DECLS
