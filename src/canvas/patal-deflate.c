/* patal-deflate.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-deflate.h"
#include <libdeflate.h>

#define LEVEL 6

guint8 *
patal_deflate (gconstpointer bytes, gsize length, gsize *out_length)
{
  static GPrivate compressor_of_thread = G_PRIVATE_INIT ((GDestroyNotify) libdeflate_free_compressor);
  struct libdeflate_compressor *compressor = g_private_get (&compressor_of_thread);
  gsize bound;
  guint8 *deflated;

  if (compressor == NULL)
    {
      compressor = libdeflate_alloc_compressor (LEVEL);
      g_private_set (&compressor_of_thread, compressor);
    }
  bound = libdeflate_zlib_compress_bound (compressor, length);
  deflated = g_malloc (bound);
  *out_length = libdeflate_zlib_compress (compressor, bytes, length, deflated, bound);
  return deflated;
}
