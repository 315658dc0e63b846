/* patal-map-dots.h: lakhs of dots stamped into a picture, and the scale of a map: without a widget
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-unit.h"
#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What of the earth is seen: equirectangular, true to scale at @lat. */
typedef struct
{
  double lat, lon;  /* the middle of the view */
  double px_per_km;
  int    width, height; /* of the view, in logical pixels */
} PatalMapView;

#define PATAL_MAP_KM_PER_DEGREE 111.195 /* of a great circle */

void patal_map_view_to_px   (const PatalMapView *view, double lat, double lon, double *x, double *y);
void patal_map_view_from_px (const PatalMapView *view, double x, double y, double *lat, double *lon);

/* The view of that size that shows all of @points but the outliers; FALSE and untouched when there are none. */
gboolean patal_map_view_fit (PatalMapView *view, const GArray *points);

/* The colour of a block: the same in every session, well apart from that of the next one. @dark: on a dark ground. */
void patal_map_colour (guint index, gboolean dark, GdkRGBA *out);

/* (transfer full): the dots, @radius_px logical pixels, on transparent ground at @scale. @colours: (element-type gint64 guint32) block →
 * premultiplied ARGB. 2.1 lakh take some 10 ms. */
GdkTexture *patal_map_dots (const PatalMapView *view, const GArray *points, GHashTable *colours, double radius_px, int scale);

/* The longest of 1, 2, 5, 10, 20 … kilometres that takes at most @most_px. */
double patal_map_scale_km (const PatalMapView *view, double most_px);

G_END_DECLS
