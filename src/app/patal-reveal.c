/* patal-reveal.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-reveal.h"

#define MARGIN_PX 24 /* what stands around it is seen too: its heading, the offer below it */

static gboolean
tick_cb (GtkWidget *widget, G_GNUC_UNUSED GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *port = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  GtkAdjustment *adjustment = port != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  int *ticks = user_data;
  graphene_rect_t bounds;
  double top;

  if (++*ticks < 3) /* ticks come before the layout of their frame */
    return G_SOURCE_CONTINUE;
  if (adjustment != NULL && gtk_widget_compute_bounds (widget, port, &bounds))
    {
      top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
      gtk_adjustment_clamp_page (adjustment, top - MARGIN_PX, top + bounds.size.height + MARGIN_PX);
    }
  return G_SOURCE_REMOVE;
}

void
patal_reveal (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (int, 1), g_free);
}
