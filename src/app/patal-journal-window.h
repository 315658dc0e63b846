/* patal-journal-window.h: the change history of the whole file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void patal_journal_window_show (GtkWindow *parent, PatalDocument *document);

G_END_DECLS
