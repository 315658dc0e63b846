/* plan-lot.h: what planning problems are drawn with
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-data.h"
#include <math.h>

G_BEGIN_DECLS

/* Marsaglia's xorshift: numbers of its own, so that a change of the planner's draws no other problems. */
typedef struct
{
  guint64 state;
} Lot;

static inline int
draw (Lot *lot, int n) /* 0 … n - 1 */
{
  lot->state ^= lot->state << 13;
  lot->state ^= lot->state >> 7;
  lot->state ^= lot->state << 17;
  return (int) ((lot->state * G_GUINT64_CONSTANT (2685821657736338717) >> 33) % (guint64) n);
}

static inline Lot
lot_new (guint64 number)
{
  Lot lot = { (number + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) };

  for (int i = 0; i < 20; i++)
    draw (&lot, 2); /* neighbours begin alike */
  return lot;
}

static inline int
between (Lot *lot, int least, int most)
{
  return least + draw (lot, most - least + 1);
}

static inline gboolean
chance (Lot *lot, int per_cent)
{
  return draw (lot, 100) < per_cent;
}

/* In steps of a ten-thousandth of a degree, so that it is written and read back exactly. */
static inline PatalPlace
place_near (Lot *lot, double lat, double lon, int spread)
{
  return (PatalPlace) { round (lat * 10000 + between (lot, -spread, spread)) / 10000,
                        round (lon * 10000 + between (lot, -spread, spread)) / 10000 };
}

static inline void
add_span (PatalPlanSpan *spans, int *n, PatalPlanScope scope, int of, PatalDay from, int days)
{
  spans[(*n)++] = (PatalPlanSpan) { scope, of, { from, from + days - 1 } };
}

G_END_DECLS
