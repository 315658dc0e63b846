/* patal-batch-colours.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-colours.h"
#include <math.h>

#define RGB(r, g, b) { (r) / 255.f, (g) / 255.f, (b) / 255.f, 1 }
#define CORNER_PX 7.0
#define PIN_PX 10.0
#define PADDING_PX 4.0
#define LEAST_TEXT_PX 8.0
#define STRIPE_PX 7

static const PatalBatchColours colours[2][PATAL_N_BATCH_STATUSES] = {
  {
    [PATAL_BATCH_PLANNED] = { RGB (213, 229, 248), RGB (26, 95, 180), RGB (13, 43, 86) },
    [PATAL_BATCH_PUBLISHED] = { RGB (26, 95, 180), RGB (13, 60, 122), RGB (255, 255, 255) },
    [PATAL_BATCH_HELD] = { RGB (205, 233, 210), RGB (38, 112, 62), RGB (14, 61, 29) },
    [PATAL_BATCH_CANCELLED] = { RGB (225, 222, 219), RGB (119, 118, 123), RGB (61, 56, 70) },
    [PATAL_BATCH_POSTPONED] = { RGB (251, 229, 190), RGB (166, 95, 0), RGB (92, 52, 0) },
  },
  {
    [PATAL_BATCH_PLANNED] = { RGB (32, 56, 88), RGB (120, 174, 237), RGB (216, 232, 252) },
    [PATAL_BATCH_PUBLISHED] = { RGB (28, 104, 198), RGB (153, 193, 241), RGB (255, 255, 255) },
    [PATAL_BATCH_HELD] = { RGB (27, 66, 39), RGB (112, 190, 135), RGB (212, 242, 220) },
    [PATAL_BATCH_CANCELLED] = { RGB (61, 58, 64), RGB (154, 153, 150), RGB (222, 221, 218) },
    [PATAL_BATCH_POSTPONED] = { RGB (84, 56, 15), RGB (229, 165, 10), RGB (252, 234, 200) },
  },
};

PatalBatchColours
patal_batch_colours (PatalBatchStatus status, gboolean dark)
{
  return colours[dark != FALSE][MIN (status, PATAL_BATCH_POSTPONED)];
}

GdkRGBA
patal_batch_colours_wrong (gboolean dark)
{
  return dark ? (GdkRGBA) RGB (255, 123, 99) : (GdkRGBA) RGB (192, 28, 40);
}

static void
draw_pin (cairo_t *cr, const GdkRGBA *ink, double x, double my)
{
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_arc (cr, x + 3, my - 2, 2.6, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, x + 3, my - 2);
  cairo_line_to (cr, x + 3, my + 5);
  cairo_stroke (cr);
}

/* A text that only just fits stands in the middle. */
static void
draw_text (cairo_t *cr, PangoLayout *layout, const char *const *texts, double x, double my, double room)
{
  for (; *texts != NULL; texts++)
    {
      int width, height;

      pango_layout_set_text (layout, *texts, -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      if (width > room - 2)
        continue;
      cairo_move_to (cr, x + MIN (PADDING_PX, (room - width) / 2), my - height / 2.0);
      pango_cairo_show_layout (cr, layout);
      return;
    }
}

void
patal_batch_colours_draw (cairo_t *cr, PangoLayout *layout, const PatalSceneBar *bar, const graphene_rect_t *box, const char *const *texts, gboolean dark)
{
  PatalBatchColours c = patal_batch_colours (bar->bar.status, dark);
  GdkRGBA wrong = patal_batch_colours_wrong (dark);
  gboolean is_wrong = bar->bar.conflict || bar->closed;
  double x = box->origin.x, y = box->origin.y, w = box->size.width, h = box->size.height, left = 0;

  cairo_rectangle (cr, x, y, w, h);
  gdk_cairo_set_source_rgba (cr, &c.fill);
  cairo_fill (cr);
  cairo_rectangle (cr, x + 0.5, y + 0.5, MAX (w - 1, 1), h - 1);
  gdk_cairo_set_source_rgba (cr, is_wrong ? &wrong : &c.edge);
  cairo_set_line_width (cr, is_wrong ? 2 : 1);
  cairo_stroke (cr);
  if (is_wrong && w >= CORNER_PX)
    {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + CORNER_PX, y);
      cairo_line_to (cr, x, y + CORNER_PX);
      cairo_close_path (cr);
      cairo_fill (cr);
      left += 3;
    }
  if (bar->bar.pinned && w >= PIN_PX + 2)
    {
      draw_pin (cr, &c.ink, x + w - PIN_PX + 1, y + h / 2);
      w -= PIN_PX;
    }
  gdk_cairo_set_source_rgba (cr, &c.ink);
  if (w - left > LEAST_TEXT_PX)
    draw_text (cr, layout, texts, x + left, y + h / 2, w - left);
}

/* One stripe on transparent ground, repeated. */
static cairo_pattern_t *
stripes (gboolean dark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, STRIPE_PX, STRIPE_PX);
  cairo_t *cr = cairo_create (surface);
  cairo_pattern_t *pattern;
  double grey = dark ? 0.85 : 0.35;

  cairo_set_source_rgba (cr, grey, grey, grey, dark ? 0.30 : 0.34);
  cairo_set_line_width (cr, 1.2);
  for (int at = -STRIPE_PX; at <= STRIPE_PX; at += STRIPE_PX)
    {
      cairo_move_to (cr, at - 1, STRIPE_PX + 1);
      cairo_line_to (cr, at + STRIPE_PX + 1, -1);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  return pattern;
}

void
patal_batch_colours_hatch (cairo_t *cr, const graphene_rect_t *box, gboolean dark)
{
  static cairo_pattern_t *kept[2];

  if (kept[dark != FALSE] == NULL)
    kept[dark != FALSE] = stripes (dark);
  cairo_set_source (cr, kept[dark != FALSE]);
  cairo_rectangle (cr, box->origin.x, box->origin.y, box->size.width, box->size.height);
  cairo_fill (cr);
}
