/* patal-pages-picture.h: a page as a picture: for slides, for a telephone
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pages.h"

G_BEGIN_DECLS

/* Page @page on white, as an SVG file: letters are outlines, so that it looks the same without our fonts; the title stands in the file.
 * Written beside @path and moved there when whole (0600). @error: G_FILE_ERROR with a sentence; then what stood at @path still stands. */
gboolean patal_pages_picture_write_svg (const PatalPages *pages, guint page, const char *path, GError **error);

/* Likewise, in so many pixels; a page of another shape (patal_sheet_size_of_pixels()) stands in their middle.
 * G_IO_ERROR_INVALID_ARGUMENT: a side is not of PATAL_LEAST_PIXELS to PATAL_MOST_PIXELS. */
#define PATAL_LEAST_PIXELS 16
#define PATAL_MOST_PIXELS 10000
gboolean patal_pages_picture_write_png (const PatalPages *pages, guint page, int width, int height, const char *path, GError **error);

G_END_DECLS
