/* solve-json.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve-json.h"
#include <math.h>

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (out, "\\u%04x", (guchar) *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
}

static void
append_key (GString *out, const char *key)
{
  if (out->len > 0 && out->str[out->len - 1] != '{' && out->str[out->len - 1] != '[')
    g_string_append_c (out, ',');
  if (key == NULL)
    return;
  append_quoted (out, key);
  g_string_append_c (out, ':');
}

void
json_open (GString *out, const char *key, char bracket)
{
  append_key (out, key);
  g_string_append_c (out, bracket);
}

void
json_close (GString *out, char bracket)
{
  g_string_append_c (out, bracket);
}

void
json_whole (GString *out, const char *key, gint64 value)
{
  append_key (out, key);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

void
json_number (GString *out, const char *key, double value, int decimals)
{
  char format[8], text[G_ASCII_DTOSTR_BUF_SIZE + 64];

  append_key (out, key);
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_string_append (out, isfinite (value) ? g_ascii_formatd (text, sizeof text, format, value) : "null");
}

void
json_truth (GString *out, const char *key, gboolean value)
{
  append_key (out, key);
  g_string_append (out, value ? "true" : "false");
}

void
json_text (GString *out, const char *key, const char *value)
{
  append_key (out, key);
  append_quoted (out, value);
}
