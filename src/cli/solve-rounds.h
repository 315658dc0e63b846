/* solve-rounds.h: how long is searched, round by round
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* With a number of steps there is one round. With a number of seconds there are several, each longer than the one before, and the last as long as
 * there is time for: a round that is cut short would have been too cold or too hot for nothing. */
typedef double (*SolveClock) (void); /* seconds since some beginning */

typedef struct
{
  SolveClock clock;
  double     seconds; /* 0: no limit */
  guint64    steps;   /* of the next round */
  double     begun, round_begun;
} SolveRounds;

double   solve_clock       (void); /* that on the wall */
void     solve_rounds_init (SolveRounds *rounds, SolveClock clock, guint64 first_steps, double seconds);
gboolean solve_rounds_next (SolveRounds *rounds); /* when one has ended; FALSE: it was the last */
double   solve_rounds_used (const SolveRounds *rounds); /* seconds */

G_END_DECLS
