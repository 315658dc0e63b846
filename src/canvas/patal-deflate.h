/* patal-deflate.h: bytes made shorter, as PDF's FlateDecode has it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): a zlib stream of @bytes, by the compressor that this thread keeps. The same bytes give the same stream. */
guint8 *patal_deflate (gconstpointer bytes, gsize length, gsize *out_length);

G_END_DECLS
