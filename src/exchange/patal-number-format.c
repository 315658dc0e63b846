/* patal-number-format.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-number-format.h"
#include "patal-day.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LAST_SERIAL 2958465 /* 9999-12-31 */
#define DAY_SECONDS 86400

PatalNumberFormat
patal_number_format_builtin (guint id)
{
  static const struct { guint first, last; int kind; } ranges[] = {
    { 14, 17, PATAL_NUMBER_DATE }, { 18, 21, PATAL_NUMBER_TIME }, { 22, 22, PATAL_NUMBER_DATE },
    { 27, 31, PATAL_NUMBER_DATE }, { 32, 35, PATAL_NUMBER_TIME }, { 36, 36, PATAL_NUMBER_DATE },
    { 45, 47, PATAL_NUMBER_TIME }, { 50, 54, PATAL_NUMBER_DATE }, { 55, 56, PATAL_NUMBER_TIME },
    { 57, 58, PATAL_NUMBER_DATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (id >= ranges[i].first && id <= ranges[i].last)
      return (PatalNumberFormat) { .kind = ranges[i].kind };
  return (PatalNumberFormat) { .kind = PATAL_NUMBER_PLAIN };
}

/* Where the bracket that begins at @code ends. [h], [mm], [s] count hours and so on; all others are colours,
 * conditions, languages. */
static const char *
skip_bracket (const char *code, gboolean *elapsed)
{
  const char *end = strchr (code, ']');

  if (end == NULL)
    return code + strlen (code);
  *elapsed = *elapsed || (end > code + 1 && strspn (code + 1, "hHmMsS") == (gsize) (end - code - 1));
  return end + 1;
}

PatalNumberFormat
patal_number_format_parse (const char *code)
{
  gboolean day = FALSE, month = FALSE, time = FALSE;
  gsize zeros = strspn (code, "0");

  if (zeros >= 2 && code[zeros] == '\0')
    return (PatalNumberFormat) { .kind = PATAL_NUMBER_ZEROS, .digits = MIN (zeros, 15) };
  while (*code != '\0' && *code != ';')
    switch (*code)
      {
      case '"':
        code = strchr (code + 1, '"');
        if (code == NULL)
          return (PatalNumberFormat) { .kind = PATAL_NUMBER_PLAIN };
        code++;
        break;
      case '\\':
      case '_':
      case '*':
        code += code[1] != '\0' ? 2 : 1;
        break;
      case '[':
        code = skip_bracket (code, &time);
        break;
      default:
        if (g_ascii_strncasecmp (code, "general", 7) == 0)
          {
            code += 7;
            break;
          }
        day = day || strchr ("yYdD", *code) != NULL;
        month = month || strchr ("mM", *code) != NULL;
        time = time || strchr ("hHsS", *code) != NULL;
        code++;
      }
  if (day || (month && !time))
    return (PatalNumberFormat) { .kind = PATAL_NUMBER_DATE };
  return (PatalNumberFormat) { .kind = time ? PATAL_NUMBER_TIME : PATAL_NUMBER_PLAIN };
}

/* Excel counts a 29 February 1900 that no calendar has. */
static char *
date_text (double serial, PatalDateSystem dates)
{
  int days = floor (serial + 0.5 / DAY_SECONDS);

  if (dates == PATAL_DATES_1904)
    return patal_day_iso (patal_day_from_ymd (1904, 1, 1) + days);
  return patal_day_iso (patal_day_from_ymd (1899, 12, days < 60 ? 31 : 30) + days);
}

static char *
time_text (double serial)
{
  gint64 seconds = floor (serial * DAY_SECONDS + 0.5);

  if (seconds % 60 == 0)
    return g_strdup_printf ("%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60));
  return g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60),
                          (int) (seconds % 60));
}

/* "1.25045E5" and 0.10000000000000001 as they were typed. */
static char *
plain_text (double number, const char *text)
{
  char scientific[40], *mark;
  g_autoptr (GString) digits = g_string_new (NULL);
  int exponent;

  if (number == 0)
    return g_strdup ("0");
  g_ascii_formatd (scientific, sizeof scientific, "%.14e", fabs (number));
  mark = strchr (scientific, 'e');
  exponent = mark != NULL ? atoi (mark + 1) : 0;
  if (mark == NULL || exponent > 20 || exponent < -20)
    return g_strdup (text);
  for (const char *at = scientific; at < mark; at++)
    if (*at != '.')
      g_string_append_c (digits, *at);
  while (digits->len > 1 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);

  while (exponent < 0)
    {
      g_string_prepend_c (digits, '0');
      exponent++;
    }
  while ((int) digits->len < exponent + 1)
    g_string_append_c (digits, '0');
  if ((int) digits->len > exponent + 1)
    g_string_insert_c (digits, exponent + 1, '.');
  if (number < 0)
    g_string_prepend_c (digits, '-');
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

char *
patal_number_format_apply (PatalNumberFormat format, PatalDateSystem dates, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  gsize digits = strspn (text, "0123456789");

  if (end == text || *end != '\0' || !isfinite (number))
    return g_strdup (text);
  if (format.kind == PATAL_NUMBER_DATE && number >= (dates == PATAL_DATES_1900 ? 1 : 0)
      && number < LAST_SERIAL + 1)
    return date_text (number, dates);
  if (format.kind == PATAL_NUMBER_TIME && number >= 0 && number < LAST_SERIAL)
    return time_text (number);
  if (format.kind == PATAL_NUMBER_ZEROS && number >= 0 && number < 1e15 && floor (number) == number)
    return g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) format.digits, (gint64) number);
  return text[digits] == '\0' ? g_strdup (text) : plain_text (number, text);
}
