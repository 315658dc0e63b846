/* patal-reveal.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-reveal.h"

#define MARGIN_PX 24 /* what stands around it is seen too: its heading, the offer below it */

/* What is scrolled, and not the port through which it is seen: while the focus scrolls by an animation, where the port shows it and where the
 * adjustment stands are of different frames. */
static GtkWidget *
content_of (GtkWidget *scroller)
{
  GtkWidget *port = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;

  return GTK_IS_VIEWPORT (port) ? gtk_viewport_get_child (GTK_VIEWPORT (port)) : NULL;
}

/* gtk_adjustment_clamp_page() lets the animation go on, which scrolls to the focus alone: a value that is set ends it. */
static void
scroll_to (GtkAdjustment *adjustment, double top, double bottom)
{
  double value = MAX (gtk_adjustment_get_value (adjustment), bottom - gtk_adjustment_get_page_size (adjustment));

  gtk_adjustment_set_value (adjustment, MIN (value, top));
}

static gboolean
tick_cb (GtkWidget *widget, G_GNUC_UNUSED GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = content_of (scroller);
  int *ticks = user_data;
  graphene_rect_t bounds;
  double top;

  if (++*ticks < 3) /* ticks come before the layout of their frame */
    return G_SOURCE_CONTINUE;
  if (content != NULL && gtk_widget_compute_bounds (widget, content, &bounds))
    {
      top = bounds.origin.y + gtk_widget_get_margin_top (content);
      scroll_to (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), top - MARGIN_PX,
                 top + bounds.size.height + MARGIN_PX);
    }
  return G_SOURCE_REMOVE;
}

void
patal_reveal (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (int, 1), g_free);
}
