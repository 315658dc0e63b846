/* patal-map-dots.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-map-dots.h"
#include <math.h>

#define MARGIN_PX 36 /* around the dots of a fitted view: room for names and the scale */
#define STAMP_MAX 33

void
patal_map_view_to_px (const PatalMapView *view, double lat, double lon, double *x, double *y)
{
  double shrink = cos (view->lat * G_PI / 180);

  *x = view->width / 2.0 + (lon - view->lon) * shrink * PATAL_MAP_KM_PER_DEGREE * view->px_per_km;
  *y = view->height / 2.0 - (lat - view->lat) * PATAL_MAP_KM_PER_DEGREE * view->px_per_km;
}

void
patal_map_view_from_px (const PatalMapView *view, double x, double y, double *lat, double *lon)
{
  double shrink = cos (view->lat * G_PI / 180);

  *lon = view->lon + (x - view->width / 2.0) / (shrink * PATAL_MAP_KM_PER_DEGREE * view->px_per_km);
  *lat = view->lat - (y - view->height / 2.0) / (PATAL_MAP_KM_PER_DEGREE * view->px_per_km);
}

gboolean
patal_map_view_fit (PatalMapView *view, const GArray *points)
{
  double south = 90, north = -90, west = 180, east = -180, km_high, km_wide;
  gboolean any = FALSE;

  for (guint pass = 0; pass < 2 && !any; pass++) /* where all are outliers, all are shown */
    for (guint i = 0; i < points->len; i++)
      {
        const PatalUnitPoint *point = &g_array_index (points, PatalUnitPoint, i);

        if (pass == 0 && point->outlier)
          continue;
        any = TRUE;
        south = MIN (south, point->lat);
        north = MAX (north, point->lat);
        west = MIN (west, point->lon);
        east = MAX (east, point->lon);
      }
  if (!any)
    return FALSE;
  view->lat = (south + north) / 2;
  view->lon = (west + east) / 2;
  km_high = MAX ((north - south) * PATAL_MAP_KM_PER_DEGREE, 1);
  km_wide = MAX ((east - west) * PATAL_MAP_KM_PER_DEGREE * cos (view->lat * G_PI / 180), 1);
  view->px_per_km = MIN (MAX (view->width - 2 * MARGIN_PX, 50) / km_wide, MAX (view->height - 2 * MARGIN_PX, 50) / km_high);
  return TRUE;
}

void
patal_map_colour (guint index, gboolean dark, GdkRGBA *out)
{
  double hue = fmod (index * 0.61803398875 + 0.07, 1); /* golden section: neighbours in the order lie far apart */
  static const double lightness[] = { 0.40, 0.50, 0.32 };
  double value = lightness[index % G_N_ELEMENTS (lightness)] + (dark ? 0.22 : 0);
  double chroma = (1 - fabs (2 * value - 1)) * 0.68;
  float rgb[3];

  for (int k = 0; k < 3; k++)
    {
      double h = fmod (hue * 6 + (double[]) { 0, 4, 2 }[k], 6);

      rgb[k] = (float) (value + chroma * (CLAMP (fabs (h - 3) - 1, 0, 1) - 0.5));
    }
  *out = (GdkRGBA) { rgb[0], rgb[1], rgb[2], 1 };
}

typedef struct
{
  int    size;
  guint8 cover[STAMP_MAX * STAMP_MAX]; /* 0 to 255 */
} Stamp;

/* A disc with a soft edge. */
static void
make_stamp (Stamp *stamp, double radius)
{
  double middle;

  stamp->size = MIN (2 * (int) ceil (radius) + 1, STAMP_MAX);
  middle = (stamp->size - 1) / 2.0;
  for (int y = 0; y < stamp->size; y++)
    for (int x = 0; x < stamp->size; x++)
      stamp->cover[y * stamp->size + x] = (guint8) (255 * CLAMP (radius + 0.5 - hypot (x - middle, y - middle), 0, 1));
}

static inline guint32
blend (guint32 under, guint32 colour, guint cover)
{
  guint32 out = 0;

  for (int shift = 0; shift < 32; shift += 8)
    {
      guint above = (colour >> shift & 0xff) * cover / 255;
      guint below = (under >> shift & 0xff) * (255 - cover) / 255;

      out |= MIN (above + below, 255u) << shift;
    }
  return out;
}

static void
press (guint32 *pixels, int width, int height, int left, int top, const Stamp *stamp, guint32 colour)
{
  for (int y = MAX (0, -top); y < stamp->size && top + y < height; y++)
    for (int x = MAX (0, -left); x < stamp->size && left + x < width; x++)
      {
        guint cover = stamp->cover[y * stamp->size + x];
        guint32 *pixel = pixels + (gsize) (top + y) * width + left + x;

        if (cover == 255)
          *pixel = colour;
        else if (cover > 0)
          *pixel = blend (*pixel, colour, cover);
      }
}

GdkTexture *
patal_map_dots (const PatalMapView *view, const GArray *points, GHashTable *colours, double radius_px, int scale)
{
  int width = view->width * scale, height = view->height * scale;
  guint32 *pixels = g_new0 (guint32, (gsize) width * height);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, (gsize) width * height * 4);
  gint64 block = 0;
  guint32 colour = 0;
  Stamp stamp;

  make_stamp (&stamp, MIN (radius_px * scale, (STAMP_MAX - 1) / 2.0));
  for (guint i = 0; i < points->len; i++)
    {
      const PatalUnitPoint *point = &g_array_index (points, PatalUnitPoint, i);
      double x, y;

      patal_map_view_to_px (view, point->lat, point->lon, &x, &y);
      if (x < -STAMP_MAX || y < -STAMP_MAX || x > view->width + STAMP_MAX || y > view->height + STAMP_MAX)
        continue;
      if (block != point->block || i == 0)
        {
          block = point->block;
          colour = GPOINTER_TO_UINT (g_hash_table_lookup (colours, &block));
        }
      press (pixels, width, height, (int) lround (x * scale) - stamp.size / 2, (int) lround (y * scale) - stamp.size / 2,
             &stamp, colour);
    }
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) width * 4);
}

double
patal_map_scale_km (const PatalMapView *view, double most_px)
{
  static const double steps[] = { 5, 2, 1 };

  for (double ten = 1000; ten >= 0.1; ten /= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * ten * view->px_per_km <= most_px)
        return steps[i] * ten;
  return 0.1;
}
