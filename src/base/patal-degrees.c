/* patal-degrees.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-degrees.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* India, as the file's CHECKs have it. */
#define LAT_LEAST 6
#define LAT_MOST  38
#define LON_LEAST 68
#define LON_MOST  98

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

static gboolean
is_missing (double degrees)
{
  return isnan (degrees) || degrees == 0;
}

static gboolean
is_lat (double degrees)
{
  return degrees >= LAT_LEAST && degrees <= LAT_MOST;
}

static gboolean
is_lon (double degrees)
{
  return degrees >= LON_LEAST && degrees <= LON_MOST;
}

gboolean
patal_degrees_check_place (double lat, double lon, PatalDegreesHalf *half, GError **error)
{
  *half = is_lat (lat) ? PATAL_DEGREES_LON : PATAL_DEGREES_LAT;
  if (is_missing (lat) || is_missing (lon))
    {
      *half = is_missing (lat) ? PATAL_DEGREES_LAT : PATAL_DEGREES_LON;
      return patal_value_fail (error, PATAL_VALUE_ERROR_EMPTY, _("Give both latitude and longitude, or neither"));
    }
  if (is_lat (lon) && is_lon (lat))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("Latitude and longitude are exchanged"));
  if (!is_lat (lat))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("The latitude lies outside India: it is from 6 to 38 degrees"));
  if (!is_lon (lon))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("The longitude lies outside India: it is from 68 to 98 degrees"));
  return TRUE;
}
