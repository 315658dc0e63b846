/* patal-jpeg.h: what a JPEG file says of itself, and the file without what is not the picture
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint    width, height;
  guint    n_components; /* 1: grey, 3: colour, 4: printing inks */
  gboolean eight_bits;
  gboolean coded_simply; /* baseline or progressive Huffman: what every PDF reader decodes */
} PatalJpegFrame;

/* FALSE: not a JPEG file, or cut short before its frame. */
gboolean patal_jpeg_read (GBytes *file, PatalJpegFrame *out_frame);

/* The file without places, cameras, previews and comments: every segment that decoding does not need, and all that stands behind the
 * picture. (transfer full); (nullable): the segments do not follow one another to the picture's end as they must. */
GBytes *patal_jpeg_strip (GBytes *file);

G_END_DECLS
