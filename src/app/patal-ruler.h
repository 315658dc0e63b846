/* patal-ruler.h: where the marks of a ruler stand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum { PATAL_RULER_MM, PATAL_RULER_FEET } PatalRulerUnit;

#define PATAL_MM_PER_INCH 25.4
#define PATAL_MM_PER_FOOT (12 * PATAL_MM_PER_INCH)

typedef struct
{
  double major_mm; /* from one number to the next */
  guint  minors;   /* parts of that, by short marks: at least 1 */
} PatalRulerStep;

/* The finest marks whose numbers are @least_px apart where a millimetre has @px_per_mm pixels (both > 0). */
PatalRulerStep patal_ruler_step (PatalRulerUnit unit, double px_per_mm, double least_px);

/* (transfer full): the number at @mm: "1200"; in feet "4′", "1′ 6″", "3″". */
char *patal_ruler_number (PatalRulerUnit unit, double mm);

G_END_DECLS
