/* patal-papers-window.h: the papers of a training as they will be printed; from here they are printed, saved as PDF, issued and called back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PAPERS_WINDOW (patal_papers_window_get_type ())
G_DECLARE_FINAL_TYPE (PatalPapersWindow, patal_papers_window, PATAL, PAPERS_WINDOW, AdwWindow)

/* Over the window of @asked_from. @batch 0: of all of the training. */
void patal_papers_window_show (GtkWidget *asked_from, PatalDocument *document, gint64 training, gint64 batch);

G_END_DECLS
