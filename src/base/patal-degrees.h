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

G_END_DECLS
