/* patal-scale.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-scale.h"
#include <math.h>

#define LARGEST_STEP 1000000000000000000 /* 10^18 */
#define LARGEST_VALUE (4 * LARGEST_STEP) /* so that a range stays within gint64 */

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 down = value / step * step;

  return down > value ? down - step : down;
}

static guint
count_marks (gint64 low, gint64 high, gint64 step, gint64 *first)
{
  *first = floor_to (low, step);
  return (guint) ((high - *first) / step + ((high - *first) % step != 0)) + 1;
}

PatalScale
patal_scale_new (gint64 low, gint64 high, guint wanted)
{
  static const int rounds[] = { 1, 2, 5 };
  PatalScale best = { 0 };
  double best_distance = INFINITY;

  g_return_val_if_fail (-LARGEST_VALUE <= low && low <= high && high <= LARGEST_VALUE && wanted >= 2, best);

  if (low == high)
    high = low + 1;
  for (gint64 power = 1; power <= LARGEST_STEP; power *= 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
        {
          gint64 step = power > LARGEST_STEP / rounds[i] ? LARGEST_STEP : power * rounds[i], first;
          double marks = ((double) high - (double) low) / (double) step;
          double distance;
          guint n;

          if (marks > 1000) /* far too many: and the count may not fit */
            continue;
          n = MAX (count_marks (low, high, step, &first), 2);
          distance = fabs ((double) n - wanted);
          if (distance < best_distance)
            {
              best_distance = distance;
              best = (PatalScale) { first, step, n };
            }
        }
      if (power == LARGEST_STEP)
        break;
    }
  return best;
}

gint64
patal_scale_last (const PatalScale *scale)
{
  return scale->first + (gint64) (scale->n - 1) * scale->step;
}

double
patal_scale_place (const PatalScale *scale, gint64 value, double from, double to)
{
  double length = (double) scale->step * (scale->n - 1);

  return from + (to - from) * ((double) value - (double) scale->first) / length;
}
