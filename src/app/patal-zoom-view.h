/* patal-zoom-view.h: a picture or pages on the screen, true to their size, that scroll and are enlarged; child of a GtkScrolledWindow
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Abstract: what is shown, and how large that is, its subclass knows. Property: "zoom" (double): 1 is the real size on a screen of 96
 * pixels an inch. Keys: + and - zoom, 0 goes back, with or without Ctrl; Ctrl and the wheel zoom about the pointer. */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_ZOOM_ARROW_PX 48 /* by which an arrow key scrolls */

#define PATAL_TYPE_ZOOM_VIEW (patal_zoom_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (PatalZoomView, patal_zoom_view, PATAL, ZOOM_VIEW, GtkWidget)

struct _PatalZoomViewClass
{
  GtkWidgetClass parent_class;
  double         least_zoom, most_zoom;

  /* The view has this size: the adjustments are to be given out by patal_zoom_view_place(). */
  void (*lay_out)  (PatalZoomView *view, int width, int height);
  /* Somebody scrolled. */
  void (*moved)    (PatalZoomView *view);
  /* (nullable): what is at @x, @y of the view stays there at the next zoom; below 0: what is in the middle. */
  void (*hold)     (PatalZoomView *view, double x, double y);
  /* A zoom was chosen: it fits to nothing any more. */
  void (*unfit)    (PatalZoomView *view);
  /* The key 0. */
  void (*zoom_back) (PatalZoomView *view);
  /* What others see has changed: in an idle, after patal_zoom_view_tell(). */
  void (*told)     (PatalZoomView *view);
};

double         patal_zoom_view_get_zoom  (PatalZoomView *view);
void           patal_zoom_view_set_zoom  (PatalZoomView *view, double zoom);
void           patal_zoom_view_zoom_in   (PatalZoomView *view);
void           patal_zoom_view_zoom_out  (PatalZoomView *view);

/* --- for subclasses --- */

GtkAdjustment *patal_zoom_view_across    (PatalZoomView *view); /* (nullable) */
GtkAdjustment *patal_zoom_view_down      (PatalZoomView *view); /* (nullable) */

typedef struct { double start, whole, room, page_step; } PatalZoomPlace; /* pixels: where it stands, what there is, what is seen of it */
void           patal_zoom_view_place     (PatalZoomView *view, const PatalZoomPlace *across, const PatalZoomPlace *down);
/* The zoom at which it fits. */
void           patal_zoom_view_take_zoom (PatalZoomView *view, double zoom);
void           patal_zoom_view_lay_out   (PatalZoomView *view); /* again: something else is shown */
void           patal_zoom_view_scroll_to (PatalZoomView *view, double down); /* without being told that it moved */
void           patal_zoom_view_tell      (PatalZoomView *view);

G_END_DECLS
