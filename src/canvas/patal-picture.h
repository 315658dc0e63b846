/* patal-picture.h: photos, logos and codes, decoded once and drawn on any canvas
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

#define PATAL_PICTURE_ERROR (patal_picture_error_quark ())
GQuark patal_picture_error_quark (void);
typedef enum
{
  PATAL_PICTURE_ERROR_FORMAT,  /* neither JPEG, PNG nor SVG: says what it seems to be */
  PATAL_PICTURE_ERROR_DAMAGED, /* begins like one, and cannot be decoded */
  PATAL_PICTURE_ERROR_TOO_BIG, /* more than PATAL_PICTURE_MAX_PIXELS, or a file of more than PATAL_PICTURE_MAX_BYTES */
} PatalPictureError;

#define PATAL_PICTURE_MAX_PIXELS (100 * 1000 * 1000)
#define PATAL_PICTURE_MAX_BYTES  (64 * 1024 * 1024)
#define PATAL_PICTURE_SVG_DPI    600

/* Pixels, and nothing else of the file: orientation applied, metadata left behind. May be read from any thread. */
typedef struct _PatalPicture PatalPicture;

/* @svg_width_pt, @svg_height_pt: the box that an SVG is made for, at PATAL_PICTURE_SVG_DPI; ignored for pixels. */
PatalPicture *patal_picture_new   (GBytes *file, double svg_width_pt, double svg_height_pt, GError **error);
PatalPicture *patal_picture_ref   (PatalPicture *picture);
void          patal_picture_unref (PatalPicture *picture);

guint         patal_picture_width  (const PatalPicture *picture); /* pixels, as shown */
guint         patal_picture_height (const PatalPicture *picture);
/* Straight (not premultiplied) RGB or RGBA, rows without padding; (transfer none). */
const guint8 *patal_picture_pixels (const PatalPicture *picture);
gboolean      patal_picture_has_alpha (const PatalPicture *picture);
/* (nullable) (transfer none): the JPEG as it came but for its metadata, where that can be embedded unchanged: baseline or
 * progressive, grey or RGB, upright. */
GBytes       *patal_picture_jpeg   (const PatalPicture *picture);
gboolean      patal_picture_jpeg_is_grey (const PatalPicture *picture);

/* A one-bit picture: QR codes. Rows are padded to whole bytes, the first pixel is the highest bit, 1 is ink. */
typedef struct
{
  guint         width, height;
  const guint8 *bits;
} PatalStencil;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPicture, patal_picture_unref)
G_END_DECLS
