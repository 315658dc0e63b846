/* patal-segment.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-segment.h"

/* A word's places are of 16 bits, and a name has no thousand letters. */
#define SEGMENT_BYTES_MAX 1000
#define SEGMENT_BYTES_END 16000 /* where even a row of marks is cut */

/* Of characters: the kinds of segments, and MARK: what joins the letter, sign, digit or space before it. */
enum
{
  KIND_MARK = PATAL_SEGMENT_OTHER + 1,
};

/* U+0900 to U+097F: most text here is made of them. */
static const guint8 devanagari[128] = {
  [0x00 ... 0x03] = KIND_MARK,           [0x04 ... 0x39] = PATAL_SEGMENT_DEVANAGARI,
  [0x3A ... 0x3C] = KIND_MARK,           [0x3D] = PATAL_SEGMENT_DEVANAGARI,
  [0x3E ... 0x4F] = KIND_MARK,           [0x50] = PATAL_SEGMENT_DEVANAGARI,
  [0x51 ... 0x57] = KIND_MARK,           [0x58 ... 0x61] = PATAL_SEGMENT_DEVANAGARI,
  [0x62 ... 0x63] = KIND_MARK,           [0x64 ... 0x65] = PATAL_SEGMENT_SIGN, /* danda */
  [0x66 ... 0x6F] = PATAL_SEGMENT_DIGIT, [0x70 ... 0x7F] = PATAL_SEGMENT_DEVANAGARI,
};

static guint8
kind_of (gunichar c)
{
  if (c < 0x80)
    {
      if (c == ' ')
        return PATAL_SEGMENT_SPACE;
      if (g_ascii_isdigit (c))
        return PATAL_SEGMENT_DIGIT;
      return g_ascii_isalpha (c) ? PATAL_SEGMENT_LATIN : PATAL_SEGMENT_SIGN;
    }
  if (c >= 0x0900 && c <= 0x097F)
    return devanagari[c - 0x0900];
  if (c < 0x0250)
    {
      if (c < 0xA0 || c == 0xAD)
        return PATAL_SEGMENT_OTHER;
      return c >= 0xC0 && c != 0xD7 && c != 0xF7 ? PATAL_SEGMENT_LATIN : PATAL_SEGMENT_SIGN;
    }
  if ((c >= 0x0300 && c <= 0x036F) || c == 0x200C || c == 0x200D)
    return KIND_MARK;
  if ((c >= 0x2010 && c <= 0x2027 && c != 0x2025) || c == 0x2030 || c == 0x20B9 || c == 0x2212)
    return PATAL_SEGMENT_SIGN;
  if (c == 0x25CC)
    return PATAL_SEGMENT_DEVANAGARI;
  if (g_unichar_ismark (c))
    return KIND_MARK;
  return PATAL_SEGMENT_OTHER;
}

/* The character at @p with its kind. */
static inline guint8
kind_at (const guchar *p, guint *out_bytes)
{
  if (p[0] < 0x80)
    {
      *out_bytes = 1;
      return kind_of (p[0]);
    }
  if (p[0] == 0xE0 && (p[1] == 0xA4 || p[1] == 0xA5))
    {
      *out_bytes = 3;
      return devanagari[(p[1] & 1) << 6 | (p[2] & 0x3F)];
    }
  *out_bytes = g_utf8_skip[p[0]];
  return kind_of (g_utf8_get_char ((const char *)p));
}

PatalSegment
patal_segment_at (const char *text, gsize length, gsize at)
{
  const guchar *bytes = (const guchar *)text;
  PatalSegment segment = { .at = at };
  guint8 kind, next;
  guint n;

  kind = kind_at (bytes + at, &n);
  if (kind == KIND_MARK) /* a broken syllable: it begins a word of its own */
    kind = PATAL_SEGMENT_DEVANAGARI;
  segment.length = n;

  while (at + segment.length < length)
    {
      next = kind_at (bytes + at + segment.length, &n);
      if (next == KIND_MARK)
        {
          /* a sign, digit or space that carries a mark is a letter */
          if (kind < PATAL_SEGMENT_LATIN)
            kind = PATAL_SEGMENT_DEVANAGARI;
          if (segment.length > SEGMENT_BYTES_END)
            break;
        }
      else if (next != kind || kind == PATAL_SEGMENT_DIGIT || kind == PATAL_SEGMENT_SIGN
               || segment.length > SEGMENT_BYTES_MAX)
        break;
      segment.length += n;
    }
  segment.kind = kind;
  return segment;
}
