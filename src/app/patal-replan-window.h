/* patal-replan-window.h: a training planned again: what moves and what stays is seen before it is taken
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_REPLAN_WINDOW (patal_replan_window_get_type ())
G_DECLARE_FINAL_TYPE (PatalReplanWindow, patal_replan_window, PATAL, REPLAN_WINDOW, AdwWindow)

/* Begins to search at once. */
void patal_replan_window_show (GtkWidget *asked_from, PatalDocument *document, gint64 training);

G_END_DECLS
