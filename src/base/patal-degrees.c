/* patal-degrees.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-degrees.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define NOISE 1e-9 /* of a degree: a tenth of a millimetre, and what reckoning leaves behind */

gboolean
patal_degrees_parse (const char *text, double *out, GError **error)
{
  g_autofree char *clean = patal_text_clean (text);
  g_autofree char *ascii = clean != NULL ? patal_text_ascii_digits (clean) : NULL;
  char *end = NULL;
  double degrees;

  if (ascii == NULL)
    return patal_value_fail (error, PATAL_VALUE_ERROR_EMPTY, _("Degrees as a decimal number are expected, such as 21.9556"));
  degrees = g_ascii_strtod (ascii, &end);
  if (end == ascii || *end != '\0' || !isfinite (degrees))
    return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED, _("Degrees as a decimal number are expected, such as 21.9556"));
  *out = degrees;
  return TRUE;
}

gboolean
patal_degrees_same (double a, double b)
{
  return fabs (a - b) < NOISE;
}

char *
patal_degrees_format (double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  for (int digits = 6; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, degrees);
      if (patal_degrees_same (g_ascii_strtod (text, NULL), degrees))
        break;
    }
  return g_strdup (text);
}
