/* patal-hash.h: a number for bytes, eight at a time: a page asks for some hundred words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <string.h>

static inline guint32
patal_hash (gconstpointer bytes, gsize n, guint64 seed)
{
  const guchar *p = bytes;
  guint64 hash = seed ^ n * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  for (; n > 0; p += MIN (n, 8), n -= MIN (n, 8))
    {
      guint64 eight = 0;

      if (n >= 8)
        memcpy (&eight, p, 8);
      else
        memcpy (&eight, p, n);
      hash = (hash ^ eight) * G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
      hash ^= hash >> 32;
    }
  return (guint32)hash;
}
