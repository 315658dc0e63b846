/* patal-pages-picture.c: by Cairo
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pages-picture.h"
#include "patal-cairo-player.h"
#include "patal-out-file.h"
#include <cairo-svg.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_string_append_len (bytes, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What Cairo cannot do is for want of memory: the bytes are gathered, no disk is touched. */
static gboolean
check (cairo_status_t status, const char *path, GError **error)
{
  return status == CAIRO_STATUS_SUCCESS || patal_out_file_fail (path, ENOMEM, error);
}

static cairo_status_t
play (cairo_surface_t *surface, const PatalPages *pages, guint page, double width, double height)
{
  PatalSheetSize size = patal_pages_size (pages);
  double scale = MIN (width / size.width, height / size.height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, (width - size.width * scale) / 2, (height - size.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  patal_pages_draw (pages, PATAL_CANVAS_CAIRO (cr), page);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static gboolean
write_bytes (GString *bytes, const char *path, GError **error)
{
  g_autoptr (PatalOutFile) file = patal_out_file_new (path, error);

  return file != NULL && patal_out_file_finish (file, bytes, error);
}

/* A file manager and a screen reader ask for it; Cairo knows no title. */
static void
insert_title (GString *svg, const char *title)
{
  const char *root = strstr (svg->str, "<svg"), *end = root != NULL ? strchr (root, '>') : NULL;
  g_autofree char *element = g_markup_printf_escaped ("\n<title>%s</title>", title);

  if (end != NULL && *title != '\0')
    g_string_insert (svg, end + 1 - svg->str, element);
}

gboolean
patal_pages_picture_write_svg (const PatalPages *pages, guint page, const char *path, GError **error)
{
  PatalSheetSize size = patal_pages_size (pages);
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, svg, size.width, size.height);
  cairo_status_t status = play (surface, pages, page, size.width, size.height);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, path, error))
    return FALSE;
  insert_title (svg, patal_pages_title (pages));
  return write_bytes (svg, path, error);
}

gboolean
patal_pages_picture_write_png (const PatalPages *pages, guint page, int width, int height, const char *path, GError **error)
{
  g_autoptr (GString) png = g_string_new (NULL);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (MIN (width, height) < PATAL_LEAST_PIXELS || MAX (width, height) > PATAL_MOST_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("A picture has %d to %d pixels a side"), PATAL_LEAST_PIXELS,
                   PATAL_MOST_PIXELS);
      return FALSE;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  status = play (surface, pages, page, width, height);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return check (status, path, error) && write_bytes (png, path, error);
}
