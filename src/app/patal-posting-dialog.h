/* patal-posting-dialog.h: giving a post to a person; correcting, transferring and ending a posting
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 posting;            /* 0: a new one, of what is given below */
  gint64 person, post, unit; /* each 0 where it is yet to be chosen */
} PatalPostingStart;

void patal_posting_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalPostingStart *start);

G_END_DECLS
