/* patal-ruler.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ruler.h"
#include <math.h>

#define INCHES_PER_FOOT 12

static const PatalRulerStep in_mm[] = {
  { 1, 1 }, { 2, 2 }, { 5, 5 }, { 10, 10 }, { 20, 4 }, { 50, 5 }, { 100, 10 }, { 200, 4 }, { 500, 5 }, { 1000, 10 }, { 2000, 4 }, { 5000, 5 },
};
static const PatalRulerStep in_feet[] = {
  { PATAL_MM_PER_INCH, 4 },     { 2 * PATAL_MM_PER_INCH, 4 }, { 3 * PATAL_MM_PER_INCH, 3 }, { 6 * PATAL_MM_PER_INCH, 6 },
  { PATAL_MM_PER_FOOT, 12 },    { 2 * PATAL_MM_PER_FOOT, 4 }, { 5 * PATAL_MM_PER_FOOT, 5 }, { 10 * PATAL_MM_PER_FOOT, 10 },
};

PatalRulerStep
patal_ruler_step (PatalRulerUnit unit, double px_per_mm, double least_px)
{
  const PatalRulerStep *steps = unit == PATAL_RULER_MM ? in_mm : in_feet;
  guint n = unit == PATAL_RULER_MM ? G_N_ELEMENTS (in_mm) : G_N_ELEMENTS (in_feet);
  guint i = 0;

  while (i + 1 < n && steps[i].major_mm * px_per_mm < least_px)
    i++;
  return steps[i];
}

char *
patal_ruler_number (PatalRulerUnit unit, double mm)
{
  int inches = (int) lround (mm / PATAL_MM_PER_INCH);

  if (unit == PATAL_RULER_MM)
    return g_strdup_printf ("%.0f", mm);
  if (inches % INCHES_PER_FOOT == 0)
    return g_strdup_printf ("%d′", inches / INCHES_PER_FOOT);
  if (inches < INCHES_PER_FOOT)
    return g_strdup_printf ("%d″", inches);
  return g_strdup_printf ("%d′ %d″", inches / INCHES_PER_FOOT, inches % INCHES_PER_FOOT);
}
