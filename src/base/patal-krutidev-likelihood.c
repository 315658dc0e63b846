/* patal-krutidev-likelihood.c: whether text was typed in the legacy font Kruti Dev 010
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-krutidev.h"
#include <math.h>
#include <string.h>

/* Kinds of characters: the small letters a to z, and these. */
enum
{
  SPACE = 26,
  CAPITAL,
  SIGN,
  FOREIGN,
  OTHER,
  PLUS,
  N_KINDS
};

/* How much more often the second kind follows the first in Hindi typed in this font than in English: four
 * times the natural logarithm of the ratio. Counted over 53,000 village names set in the font, and 2,12,000
 * English names of panchayats in three ways of capitals with half a million words of English. */
static const gint8 evidence[N_KINDS][N_KINDS] = {
  { -7, -12, -2,  -1, 4,  11,  -2,  -12, -3, 1,   -12, -5, -12, 0,  6,  1,
    -4, -7,  -12, 0,  -9, -12, -12, 12,  -7, -12, -2,  12, 12,  20, -2, 20 },
  { -8, -12, 1,   3,  -7, 12, -1, -12, -12, 0,  -12, -7, -6, 2,  -12, -2,
    4,  -4,  -12, -1, -2, 8,  -3, 8,   1,   -3, -4,  12, 12, 20, 3,   9 },
  { -3, 4,  -6, 7,  -11, 12, 12, -9, -7, 12, 6,  -3, -9, 8,  -12, 3,
    12, -3, 11, -8, 1,   -5, 10, 12, 8,  12, -4, 12, 12, 20, 4,   11 },
  { -12, -3, 9, -6, -7, 12, -3, -2, -10, 12, 12, 1,  -7, 3,  -5, -6,
    12,  -3, 6, 0,  -4, -2, -1, 6,  11,  -2, -2, 12, 12, 20, -4, 20 },
  { 0,  -1, -8, -8, -12, 4,   4,  2,  9, 12, 12, -8, -12, -4, -4, -5,
    12, -9, -2, -6, 11,  -12, -2, -1, 5, 6,  -5, 12, 12,  20, 4,  20 },
  { -12, -9, 12,  8, 1, -12, 12,  -7, -5, 12,  -5,  7,  -12, 12, -5, 5,
    -9,  1,  -12, 1, 3, -6,  -11, 12, 10, -11, -12, 12, 12,  20, 4,  8 },
  { -12, -2, 6, 0, -5, 12, -9, 0,  -5, 12, 12, -3, -2, -1, -7, -9,
    12,  -4, 3, 2, -3, -2, -1, 12, 10, 3,  2,  12, 12, 20, 2,  15 },
  { -12, -6, 8,   6,  -8, 12, 12,  -12, -4, 12, -12, 2,  -7, 0,  -10, -7,
    7,   -3, -12, -2, -7, 2,  -12, 12,  3,  -8, 9,   12, 12, 20, -3,  14 },
  { -1, -11, -12, -5,  -10, 1,   0, 0, 12, 9, 8,   -8, -12, -10, -11, -7,
    12, -6,  -6,  -12, 8,   -12, 5, 0, -5, 5, -12, 12, 12,  20,  -4,  16 },
  { -12, 1,  12, 5,  -6, 12, 1, 1,  -4, -9, 12, 5,  -7, 0,  -4, -12,
    12,  -6, 10, 11, -8, 2,  0, 12, 2,  3,  5,  12, 12, 20, 4,  3 },
  { -9, 1,  8, 2, -4, 12, 10, -12, -3, 12, 2, 1,  -3, 3,  -6, -9,
    12, -4, 8, 2, -4, 0,  -4, 12,  11, 10, 4, 12, 12, 20, -4, 18 },
  { -6, 0, 5, 2,  -4, -2, 4, 8,  -9, 12, 12, -12, -9, 4,  -3, -12,
    12, 6, 4, -6, -1, -2, 3, 12, 1,  11, -2, 12,  12, 20, -4, 4 },
  { -12, -12, 5,   0, -2, 12, -5, -12, 3, 12, -10, 5,  -12, 9,  -6, -8,
    12,  0,   -12, 3, -2, 5,  -6, 12,  9, 3,  -8,  12, 12,  20, 4,  11 },
  { -12, 0, -7, -12, -5, 5,  -6, 7,  -2, 6,  9,  2,  -4, -7, -3, -12,
    12,  1, 4,  -12, 2,  -3, 2,  12, 6,  12, -3, 12, 12, 20, -4, 20 },
  { 4,  -5, -12, -5,  -2, -1,  -5,  -1, -1, 10, 12, -9, -12, -12, -10, -12,
    12, -9, 0,   -10, 0,  -12, -12, 8,  9,  -2, 3,  12, 12,  20,  -3,  16 },
  { -7, 2,  2, 12,  -4,  11, 7, 5,  -1, 12, 12, -12, 4,  4,  -4, -5,
    12, -2, 7, -12, -12, 4,  7, 12, 6,  12, 0,  12,  12, 20, 4,  7 },
  { -1,  -1, 12,  2, 10,  12, 12,  -8, -5, 12, -5, 1,  -12, 7,  10, -6,
    -12, -4, -12, 4, -12, 12, -12, 12, 12, -5, -8, 12, 12,  13, 4,  -5 },
  { -12, -5, -1, -2, -4, 5, -2, 5,  -4, 12, 11, -5, -8, -12, -3, -12,
    12,  -6, 4,  -9, 0,  1, -1, 12, 5,  -9, -2, 12, 12, 20,  0,  19 },
  { -3,  6, 0,   8,  -7, 12, 9,   -12, -5, 12, -12, 4,  -6, 6,  1, -6,
    -11, 3, -12, -7, -1, 6,  -12, 12,  12, -2, -5,  12, 12, 20, 2, 11 },
  { -11, 1,  1, 3,   -4, 8, 5, -2, -5, 12, 12, -4, -7, 5,  -5, -12,
    12,  -7, 0, -10, 1,  2, 3, 12, 4,  8,  -4, 12, 12, 20, -4, 20 },
  { -3, -5,  0,  -3, -2, 6,  -1, 11, 9, 5, 10, -9, -12, -10, 12, -9,
    12, -12, -1, -8, 12, -4, -2, 12, 5, 1, 5,  12, 12,  20,  4,  15 },
  { -11, -2, 8,   4, -5, 12,  5,  -12, -9, 12, 12,  6,  -8, 1,  0, -2,
    0,   2,  -11, 9, 2,  -12, -9, 12,  12, -3, -12, 12, 12, 20, 1, 11 },
  { -12, 5,  11,  3, 2,  12, 10, -12, 1,  12, -7, 4,  2,  4,  0, 12,
    1,   -3, -12, 3, 12, 12, -8, 12,  12, 6,  6,  12, 12, 20, 4, 16 },
  { -1, -3, -12, -7,  -9, 2, 12, 8,  -8, 12, 12, -7, -12, 12, 6, -12,
    12, 3,  1,   -12, 8,  4, 12, -2, 7,  11, -6, 12, 12,  17, 4, 13 },
  { -12, 0, 4, 8,   -1, 6, 5, 12, 5,  12, 12, 2,  -11, -2, -2, -10,
    12,  0, 0, -11, -1, 2, 4, 12, -5, -3, -3, 12, 12,  20, -4, 8 },
  { -12, -3, 0, 5, -7,  12, 8, 1,  -6, 12, 12, 2,  -10, 3,  -5, -12,
    12,  -1, 9, 6, -12, 0,  3, 12, -7, -8, 3,  12, 12,  15, 1,  10 },
  { -12, -4, 6,   6, 8, 7, 3,   -12, 4, 8,   -12, 7,  -1, 3,  -3, 2,
    -12, 1,  -12, 0, 6, 9, -12, 12,  9, -12, 12,  -7, 12, 20, -4, 14 },
  { -10, 1, 11, 9, -3, 12, 12, 1,  0,  12, 12, 4,  -12, 7,  -3, 4,
    12,  6, 8,  3, -1, 8,  9,  12, 12, 3,  1,  -4, 12,  20, -4, 20 },
  { 0, -12, 2,  1,  3, 10, -4, -3, 8, 2,   12,  1,  -12, 7, 10, -3,
    8, 8,   -2, -3, 8, -7, -1, 8,  9, -12, -10, -9, 12,  4, -4, 15 },
  { -4,  -11, -2, -1, 0,  3,  -4,  -5, 0,  -1,  -3, -2, -8, -2, 5,  -2,
    -12, -6,  -5, -7, -3, -3, -12, -2, -4, -12, 10, 3,  2,  -2, -4, -9 },
  { 4, -2, 0, 4, 4, 4, 4, 2, 4, 4, 4, 4, 1, 4, 4, 1, 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 0, 1, 4, 4, 0, 4 },
  { -9, -2, -2, 4,  2, 0,  0,  12, 3, 4,  12, 1,  -6, -1, -6, -8,
    4,  2,  8,  -6, 0, -8, -8, 3,  0, -9, 5,  -8, 6,  -2, -4, -9 },
};

#define AGAINST_TITLE_WORD 24 /* "Akluj": a capital and small letters is how English writes a name */
#define AGAINST_DEVANAGARI 40 /* a letter that is Hindi already */
#define DOUBT 0.5             /* the sum at which it is as likely as not */
#define STEEPNESS 0.25

static guint
kind_of (gunichar c)
{
  if (c >= 'a' && c <= 'z')
    return c - 'a';
  if (c >= 'A' && c <= 'Z')
    return CAPITAL;
  if (c == 0 || g_unichar_isspace (c))
    return SPACE;
  if (c == '+')
    return PLUS;
  if (c >= 0x80)
    return FOREIGN;
  return strchr (";[]{}<>=?`~|\\^_/'\"&", (int)c) != NULL ? SIGN : OTHER;
}

/* The font uses Windows-1252 above ASCII, and no other script. */
static gboolean
is_of_the_font (gunichar c)
{
  return c < 0x100 || c == 0x152 || c == 0x160 || c == 0x192 || c == 0x2C6 || c == 0x3BC || c == 0x2122
         || (c >= 0x2013 && c <= 0x203A) || c == 0x2219;
}

/* Whether a word begins at @p that is a capital and small letters, up to its end, a bracket or a number. */
static gboolean
is_title_word (const char *p)
{
  if (!g_ascii_isupper (*p++) || !g_ascii_islower (*p))
    return FALSE;
  while (g_ascii_islower (*p))
    p++;
  return *p == '\0' || *p == '(' || g_ascii_isspace (*p) || (*p == '-' && g_ascii_isdigit (p[1]));
}

/* The bytes of the code that begins at @p, up to the end of its word; 0 where it is none. A code has digits, and letters singly or as capitals:
 * "W/2", "3316004012/WC/11", "p1". Words of the font that have digits have small letters beside each other too: "okMZ&5". */
static gsize
code_length (const char *p)
{
  gboolean digit = FALSE;
  gsize n = 0;

  for (; p[n] != '\0' && !g_ascii_isspace (p[n]); n++)
    {
      if ((guchar) p[n] >= 0x80 || (n > 0 && g_ascii_islower (p[n]) && g_ascii_islower (p[n - 1])))
        return 0;
      digit = digit || g_ascii_isdigit (p[n]);
    }
  return digit ? n : 0;
}

int
patal_krutidev_likelihood (const char *text)
{
  guint before = SPACE;
  gint64 sum = 0;
  gboolean has_letter = FALSE;

  for (const char *p = text;;)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      guint kind;

      if (before == SPACE && code_length (p) > 0)
        {
          p += code_length (p); /* says nothing of the words beside it */
          continue;
        }
      if (c > 0x10FFFF)
        c = (guchar)*p; /* a byte of Windows-1252 */
      if (!is_of_the_font (c))
        sum -= AGAINST_DEVANAGARI;
      if (before == SPACE && is_title_word (p))
        sum -= AGAINST_TITLE_WORD;
      has_letter = has_letter || g_unichar_isalpha (c);
      kind = kind_of (c);
      if (before != SPACE || kind != SPACE)
        sum += evidence[before][kind];
      before = kind;
      if (*p == '\0')
        break;
      p += (guchar)*p < 0x80 || g_utf8_get_char_validated (p, -1) > 0x10FFFF ? 1 : g_utf8_skip[(guchar)*p];
    }
  return has_letter ? (int)(100 / (1 + exp (-STEEPNESS * ((double)sum - DOUBT)))) : 0;
}
