/* patal-scale.h: where the marks of an axis stand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 first, step; /* marks at first, first + step, … */
  guint  n;           /* of marks, at least 2 */
} PatalScale;

/* Round marks (1, 2 or 5 times a power of ten, never below 1) from at or below @low to at or above @high, with as many of them as is nearest to
 * @wanted (at least 2). -4·10^18 ≤ @low ≤ @high ≤ 4·10^18; 0 is one of them where both have a sign. */
PatalScale patal_scale_new  (gint64 low, gint64 high, guint wanted);
gint64     patal_scale_last (const PatalScale *scale);

/* Where @value stands on an axis that begins at @from and ends at @to. */
double     patal_scale_place (const PatalScale *scale, gint64 value, double from, double to);

G_END_DECLS
