/* solve-median.h: a capacitated p-median instance of the literature, out of its file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-median.h"
#include "solve-rounds.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* "n p", then n lines "x y capacity demand"; every point is a unit and a site. */
typedef struct
{
  PatalMedian problem; /* its arrays belong to this */
  double      scale;   /* of its lengths to those of the file */
  gboolean    whole;   /* the file's lengths are whole numbers */
  double     *x, *y;
  gint32     *matrix;  /* (nullable): of a file of its own */
} SolveMedian;

/* @cost: "euclid", "trunc" (cut down to a whole number), or a file of n lines of n whole numbers. On FALSE @error says in which line; fit for
 * _clear() then too. */
gboolean solve_median_read  (SolveMedian *median, const char *path, const char *cost, GError **error);
void     solve_median_clear (SolveMedian *median);

/* (transfer full): searches for @seconds on @clock, or if they are 0 for @steps for each unit. */
PatalMedianSearch *solve_median_search (const SolveMedian *median, guint64 seed, guint64 steps, double seconds, SolveClock clock);

/* The cost in the file's own lengths, which are not rounded. */
double   solve_median_value (const SolveMedian *median, const PatalMedianPlan *plan);

/* Likewise, what no assignment can cost less than, sought for about @seconds on @clock, or if they are 0 as long as it takes; 0: nothing is known. */
double   solve_median_bound (const SolveMedian *median, const PatalMedianPlan *plan, double seconds, SolveClock clock);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SolveMedian, solve_median_clear)

G_END_DECLS
