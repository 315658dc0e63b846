/* patal-jpeg.c: segments as ITU-T T.81, annex B has them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-jpeg.h"

enum
{
  SOF0 = 0xc0,  /* the frame: baseline */
  SOF1 = 0xc1,
  SOF2 = 0xc2,  /* progressive */
  DHT = 0xc4,   /* among the frames' numbers, and no frame */
  JPG = 0xc8,
  DAC = 0xcc,
  SOF15 = 0xcf,
  RST0 = 0xd0,  /* within the picture's bytes */
  RST7 = 0xd7,
  SOI = 0xd8,
  EOI = 0xd9,
  SOS = 0xda,   /* the picture itself follows */
  APP0 = 0xe0,
  APP14 = 0xee, /* Adobe's: says how colours are to be understood */
  APP15 = 0xef,
  COM = 0xfe,
};

typedef struct
{
  guint8        marker;
  const guint8 *body;  /* without the marker and the length */
  gsize         length;
  const guint8 *whole, *end;
} Segment;

/* The segment at @at; fill bytes before it are skipped. */
static gboolean
next_segment (const guint8 *at, const guint8 *end, Segment *segment)
{
  while (end - at >= 4 && at[0] == 0xff && at[1] == 0xff)
    at++;
  if (end - at < 4 || at[0] != 0xff || at[1] == 0 || at[1] == SOI)
    return FALSE;
  segment->marker = at[1];
  segment->length = (gsize) (at[2] << 8 | at[3]);
  if (segment->length < 2 || (gsize) (end - at) < 2 + segment->length)
    return FALSE;
  segment->whole = at;
  segment->body = at + 4;
  segment->end = at + 2 + segment->length;
  segment->length -= 2;
  return TRUE;
}

static const guint8 *
begin (GBytes *file, const guint8 **end)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);

  if (size < 4 || bytes[0] != 0xff || bytes[1] != SOI)
    return NULL;
  *end = bytes + size;
  return bytes + 2;
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

gboolean
patal_jpeg_read (GBytes *file, PatalJpegFrame *out_frame)
{
  const guint8 *end, *at = begin (file, &end);
  Segment segment;

  for (; at != NULL && next_segment (at, end, &segment) && segment.marker != SOS; at = segment.end)
    if (is_frame (segment.marker) && segment.length >= 6)
      {
        out_frame->eight_bits = segment.body[0] == 8;
        out_frame->height = (guint) (segment.body[1] << 8 | segment.body[2]);
        out_frame->width = (guint) (segment.body[3] << 8 | segment.body[4]);
        out_frame->n_components = segment.body[5];
        out_frame->coded_simply = segment.marker <= SOF2;
        return TRUE;
      }
  return FALSE;
}

/* Behind the coded picture that begins at @at: the marker after it, or @end. */
static const guint8 *
skip_scan (const guint8 *at, const guint8 *end)
{
  for (; end - at >= 2; at++)
    if (at[0] == 0xff && at[1] != 0 && at[1] != 0xff && (at[1] < RST0 || at[1] > RST7))
      return at;
  return end;
}

static gboolean
is_needed (guint8 marker)
{
  return marker != COM && (marker < APP0 || marker > APP15 || marker == APP14);
}

GBytes *
patal_jpeg_strip (GBytes *file)
{
  static const guint8 start[] = { 0xff, SOI }, stop[] = { 0xff, EOI };
  const guint8 *end, *at = begin (file, &end);
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  Segment segment;

  if (at == NULL)
    return NULL;
  g_byte_array_append (kept, start, sizeof start);
  while (next_segment (at, end, &segment))
    {
      at = segment.marker == SOS ? skip_scan (segment.end, end) : segment.end;
      if (is_needed (segment.marker))
        g_byte_array_append (kept, segment.whole, (guint) (at - segment.whole));
      /* Here the picture ends. A telephone may put a film behind it, or the whole picture once more, with all that it knows of the place. */
      if (end - at >= 2 && at[0] == 0xff && at[1] == EOI)
        {
          g_byte_array_append (kept, stop, sizeof stop);
          return g_byte_array_free_to_bytes (g_steal_pointer (&kept));
        }
    }
  return NULL;
}
