/* patal-help-overlay.h: the window of keyboard shortcuts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Built when it is first shown. */
void patal_help_overlay_show (GtkApplicationWindow *window);

G_END_DECLS
