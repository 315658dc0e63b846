/* patal-reveal.h: scrolling to a part of a form
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls @widget into sight in the GtkScrolledWindow around it, once it has its place: it may have come on the screen just now. */
void patal_reveal (GtkWidget *widget);

G_END_DECLS
