/* patal-pdf-picture.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-picture.h"
#include <string.h>

static guint
write_mask (PatalPdfFile *file, const PatalPicture *picture)
{
  gsize n = (gsize) patal_picture_width (picture) * patal_picture_height (picture);
  const guint8 *pixels = patal_picture_pixels (picture);
  g_autofree guint8 *alpha = g_malloc (n);
  guint number = patal_pdf_file_reserve (file);
  g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/DeviceGray"
    "/BitsPerComponent 8", patal_picture_width (picture), patal_picture_height (picture));

  for (gsize i = 0; i < n; i++)
    alpha[i] = pixels[4 * i + 3];
  patal_pdf_file_deflate (file, number, entries, alpha, n);
  return number;
}

static void
write_pixels (PatalPdfFile *file, const PatalPicture *picture, guint number, GString *entries)
{
  gsize n = (gsize) patal_picture_width (picture) * patal_picture_height (picture);
  const guint8 *pixels = patal_picture_pixels (picture);
  g_autofree guint8 *colours = NULL;

  g_string_append (entries, "/ColorSpace/DeviceRGB");
  if (!patal_picture_has_alpha (picture))
    {
      patal_pdf_file_deflate (file, number, entries->str, pixels, 3 * n);
      return;
    }
  colours = g_malloc (3 * n);
  for (gsize i = 0; i < n; i++)
    memcpy (colours + 3 * i, pixels + 4 * i, 3);
  g_string_append_printf (entries, "/SMask %u 0 R", write_mask (file, picture));
  patal_pdf_file_deflate (file, number, entries->str, colours, 3 * n);
}

guint
patal_pdf_write_picture (PatalPdfFile *file, const PatalPicture *picture)
{
  guint number = patal_pdf_file_reserve (file);
  GBytes *jpeg = patal_picture_jpeg (picture);
  g_autoptr (GString) entries = g_string_new (NULL);

  g_string_append_printf (entries, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8",
                          patal_picture_width (picture), patal_picture_height (picture));
  if (jpeg != NULL)
    {
      g_string_append_printf (entries, "/ColorSpace/%s/Filter/DCTDecode",
                              patal_picture_jpeg_is_grey (picture) ? "DeviceGray" : "DeviceRGB");
      patal_pdf_file_stream (file, number, entries->str, g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg));
    }
  else
    write_pixels (file, picture, number, entries);
  return number;
}
