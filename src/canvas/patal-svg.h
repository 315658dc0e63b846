/* patal-svg.h: SVG turned into pixels by librsvg
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library is loaded when the first SVG is read: it would take as long to load as all others together, and hardly ever is one read. */
#pragma once
#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): @file stretched to @width by @height pixels. NULL: @error is PATAL_PICTURE_ERROR_FORMAT where librsvg is not installed,
 * or the library's own reason, in English. */
cairo_surface_t *patal_svg_draw (GBytes *file, int width, int height, GError **error);

G_END_DECLS
