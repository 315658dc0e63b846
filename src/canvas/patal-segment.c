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

static guint8
kind_of_devanagari (gunichar c)
{
  if (c >= 0x0966 && c <= 0x096F)
    return PATAL_SEGMENT_DIGIT;
  if (c == 0x0964 || c == 0x0965) /* danda */
    return PATAL_SEGMENT_SIGN;
  if (c <= 0x0903 || (c >= 0x093A && c <= 0x094F && c != 0x093D) || (c >= 0x0951 && c <= 0x0957) || c == 0x0962 || c == 0x0963)
    return KIND_MARK;
  return PATAL_SEGMENT_DEVANAGARI;
}

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
    return kind_of_devanagari (c);
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

/* The character at @p with its kind; Devanagari, of which most text here is made, without the general decoder. */
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
      return kind_of_devanagari (0x0900 | (p[1] & 1) << 6 | (p[2] & 0x3F));
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
      else if (next != kind || kind == PATAL_SEGMENT_DIGIT || kind == PATAL_SEGMENT_SIGN || segment.length > SEGMENT_BYTES_MAX)
        break;
      segment.length += n;
    }
  segment.kind = kind;
  return segment;
}
