/* patal-degrees.h: one half of a place on the map, as a decimal number of degrees
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-value-error.h"

G_BEGIN_DECLS

/* Reads "21.9556", also "२१.९५५६". On FALSE @out is untouched and @error in PATAL_VALUE_ERROR. */
gboolean patal_degrees_parse (const char *text, double *out, GError **error);

/* (transfer full): as short as it reads back to the same place. */
char    *patal_degrees_format (double degrees);

gboolean patal_degrees_same (double a, double b);

typedef enum { PATAL_DEGREES_LAT, PATAL_DEGREES_LON } PatalDegreesHalf;

/* Whether @lat and @lon are a place in India, as the file's CHECKs have it; 0 and NAN: not given. @error: of PATAL_VALUE_ERROR, EMPTY or RANGE,
 * and *@half is then the one at fault. */
gboolean patal_degrees_check_place (double lat, double lon, PatalDegreesHalf *half, GError **error);

G_END_DECLS
