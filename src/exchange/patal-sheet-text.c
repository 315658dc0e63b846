/* patal-sheet-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-sheet-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define LOOK_BYTES 4096 /* enough to tell what a file is */

typedef enum { UTF16_NONE, UTF16_LITTLE, UTF16_BIG } Utf16;

/* 0x80 to 0x9F; 0 where Windows-1252 has nothing */
static const gunichar windows_1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static guint
line_at (const char *text, gsize at)
{
  guint line = 1;

  for (gsize i = 0; i < at; i++)
    line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
  return line;
}

static inline guint
unit_at (const guchar *bytes, Utf16 order)
{
  return order == UTF16_LITTLE ? bytes[0] | bytes[1] << 8 : bytes[1] | bytes[0] << 8;
}

/* Of what an office's text is made: plain ASCII, Latin, the scripts of India, typographic signs. */
static gboolean
plausible_unit (guint unit)
{
  return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7F)
         || (unit >= 0xA0 && unit < 0x180) || (unit >= 0x0900 && unit < 0x0D80)
         || (unit >= 0x2000 && unit < 0x2070) || unit == 0x20B9;
}

/* Without a BOM: zero bytes, which no text in bytes has, and units that make sense in one order only. */
static Utf16
guess_utf16 (const guchar *bytes, gsize len)
{
  gsize n = MIN (len, LOOK_BYTES) / 2, little = 0, big = 0;

  if (n == 0 || memchr (bytes, 0, n * 2) == NULL)
    return UTF16_NONE;
  for (gsize i = 0; i < n; i++)
    {
      little += plausible_unit (unit_at (bytes + i * 2, UTF16_LITTLE));
      big += plausible_unit (unit_at (bytes + i * 2, UTF16_BIG));
    }
  if (MAX (little, big) < n - n / 10 || little == big)
    return UTF16_NONE;
  return little > big ? UTF16_LITTLE : UTF16_BIG;
}

static Utf16
find_utf16 (const guchar *bytes, gsize len, gsize *skip)
{
  *skip = 0;
  if (len >= 2 && (unit_at (bytes, UTF16_LITTLE) == 0xFEFF || unit_at (bytes, UTF16_BIG) == 0xFEFF))
    {
      *skip = 2;
      return bytes[0] == 0xFF ? UTF16_LITTLE : UTF16_BIG;
    }
  return guess_utf16 (bytes, len);
}

gboolean
patal_sheet_text_is_binary (const char *bytes, gsize len)
{
  gsize n = MIN (len, LOOK_BYTES), odd = 0, skip;

  if (find_utf16 ((const guchar *) bytes, len, &skip) != UTF16_NONE)
    return FALSE;
  while (n > 0 && bytes[n - 1] == '\0') /* a power cut's, behind a short text */
    n--;
  for (gsize i = 0; i < n; i++)
    odd += (guchar) bytes[i] < 0x20 && memchr ("\t\n\v\f\r\x1a", bytes[i], 6) == NULL;
  return odd * 50 > n;
}

static gboolean
fail_line (PatalSheetError code, const char *sentence, guint line, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", line);
  g_auto (GStrv) parts = g_strsplit (sentence, "{1}", 2);
  g_autofree char *message = g_strjoinv (number, parts);

  g_set_error_literal (error, PATAL_SHEET_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_zero (guint line, GError **error)
{
  return fail_line (
      PATAL_SHEET_ERROR_MALFORMED,
      /* Translators: {1} is a line number. */
      _("Line {1} has a zero byte in it: the file is damaged. Save it once more from where it came."), line,
      error);
}

static gboolean
fail_encoding (guint line, GError **error)
{
  return fail_line (PATAL_SHEET_ERROR_ENCODING,
                    /* Translators: {1} is a line number. */
                    _("Line {1} has characters that no encoding we know can read. Save the file as “CSV "
                       "UTF-8” in Excel or LibreOffice."),
                    line, error);
}

static char *
from_utf16 (const guchar *bytes, gsize *len, Utf16 order, GError **error)
{
  gsize n = *len / 2; /* a lone last byte comes from a broken copy, and is half of a line's end */
  char *text = g_malloc (n * 3 + 1), *out = text;

  for (gsize i = 0; i < n; i++)
    {
      guint unit = unit_at (bytes + i * 2, order);
      guint next = i + 1 < n ? unit_at (bytes + i * 2 + 2, order) : 0;
      gunichar c = unit;

      if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000)
        {
          c = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
          i++;
        }
      if (c == 0 || (c >= 0xD800 && c < 0xE000))
        {
          *out = '\0';
          (c == 0 ? fail_zero : fail_encoding) (line_at (text, out - text), error);
          g_free (text);
          return NULL;
        }
      out += g_unichar_to_utf8 (c, out);
    }
  *out = '\0';
  *len = out - text;
  return g_realloc (text, *len + 1);
}

static char *
from_windows_1252 (const guchar *bytes, gsize *len, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (*len + *len / 4);

  for (gsize i = 0; i < *len; i++)
    {
      gunichar c = bytes[i] >= 0x80 && bytes[i] < 0xA0 ? windows_1252[bytes[i] - 0x80] : bytes[i];

      if (c == 0)
        {
          (bytes[i] == 0 ? fail_zero : fail_encoding) (line_at (text->str, text->len), error);
          return NULL;
        }
      if (c < 0x80)
        g_string_append_c (text, c);
      else
        g_string_append_unichar (text, c);
    }
  *len = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether text that is not UTF-8 throughout is UTF-8 all the same, only damaged: most of its characters
 * beyond ASCII are whole. */
static gboolean
mostly_utf8 (const char *text, gsize len)
{
  gsize whole = 0, broken = 0;

  for (const char *at = text; at < text + len;)
    {
      gunichar c = (guchar) *at < 0x80 ? (guchar) *at : g_utf8_get_char_validated (at, text + len - at);
      gboolean valid = c < (gunichar) -2;

      whole += valid && c >= 0x80;
      broken += !valid;
      at += valid ? g_unichar_to_utf8 (c, NULL) : 1;
    }
  return whole > broken;
}

/* Takes @bytes as they are where they are UTF-8. */
static char *
from_bytes (char *bytes, gsize *len, PatalSheetEncoding *encoding, GError **error)
{
  const char *bad;
  char *text = NULL;

  *encoding = PATAL_SHEET_UTF8;
  if (*len >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    {
      *len -= 3;
      memmove (bytes, bytes + 3, *len + 1);
    }
  if (g_utf8_validate_len (bytes, *len, &bad))
    return bytes;

  if (*bad == '\0')
    fail_zero (line_at (bytes, bad - bytes), error);
  else if (mostly_utf8 (bytes, *len))
    fail_encoding (line_at (bytes, bad - bytes), error);
  else
    {
      *encoding = PATAL_SHEET_WINDOWS_1252;
      text = from_windows_1252 ((const guchar *) bytes, len, error);
    }
  g_free (bytes);
  return text;
}

char *
patal_sheet_text_decode (char *bytes, gsize *len, PatalSheetEncoding *encoding, GError **error)
{
  gsize skip;
  Utf16 order = find_utf16 ((const guchar *) bytes, *len, &skip);

  if (order != UTF16_NONE)
    {
      g_autofree char *owned = bytes;

      *len -= skip;
      while (*len >= 2 && unit_at ((const guchar *) bytes + skip + *len - 2, order) == 0)
        *len -= 2;
      *encoding = PATAL_SHEET_UTF16;
      return from_utf16 ((const guchar *) bytes + skip, len, order, error);
    }
  while (*len > 0 && (bytes[*len - 1] == '\0' || bytes[*len - 1] == '\x1a'))
    bytes[--*len] = '\0';
  return from_bytes (bytes, len, encoding, error);
}
