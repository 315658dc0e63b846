/* patal-svg.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-svg.h"
#include "patal-picture.h"
#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <librsvg/rsvg.h>

#define LIBRARY "librsvg-2.so.2"

/* What is used of it, with the types of its own header. */
typedef struct
{
  __typeof__ (rsvg_handle_new_from_data) *read;
  __typeof__ (rsvg_handle_render_document) *render;
} Library;

static gboolean
load (Library *library)
{
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY);
  gpointer read, render;

  if (module == NULL || !g_module_symbol (module, "rsvg_handle_new_from_data", &read)
      || !g_module_symbol (module, "rsvg_handle_render_document", &render))
    return FALSE;
  library->read = (__typeof__ (library->read)) read;
  library->render = (__typeof__ (library->render)) render;
  g_module_make_resident (module); /* its types cannot be unloaded */
  return TRUE;
}

static const Library *
find_library (GError **error)
{
  static gsize once;
  static Library library;
  static gboolean loaded;

  if (g_once_init_enter (&once))
    {
      loaded = load (&library);
      g_once_init_leave (&once, 1);
    }
  if (!loaded)
    g_set_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_FORMAT,
                 _("SVG pictures cannot be read here, since %s is not installed; choose a JPEG or PNG file"), LIBRARY);
  return loaded ? &library : NULL;
}

cairo_surface_t *
patal_svg_draw (GBytes *file, int width, int height, GError **error)
{
  const Library *library = find_library (error);
  cairo_surface_t *surface;
  cairo_t *cr;
  RsvgHandle *svg;
  gboolean drawn;

  if (library == NULL)
    return NULL;
  svg = library->read (g_bytes_get_data (file, NULL), g_bytes_get_size (file), error);
  if (svg == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  drawn = library->render (svg, cr, &(RsvgRectangle) { 0, 0, width, height }, error);
  if (drawn && cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (cairo_status (cr)));
      drawn = FALSE;
    }
  cairo_destroy (cr);
  g_object_unref (svg);
  cairo_surface_flush (surface);
  if (!drawn)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}
