/* solve-rounds.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve-rounds.h"

#define GROWTH 4     /* of a round over the one before */
#define CAREFUL 0.95 /* of the time left that the last round is given */
#define LEAST 0.1    /* of the steps before: less is not worth a round */

double
solve_clock (void)
{
  return g_get_monotonic_time () / 1e6;
}

void
solve_rounds_init (SolveRounds *rounds, SolveClock clock, guint64 first_steps, double seconds)
{
  *rounds = (SolveRounds){ .clock = clock, .seconds = seconds, .steps = first_steps };
  rounds->begun = rounds->round_begun = clock ();
}

gboolean
solve_rounds_next (SolveRounds *rounds)
{
  double ended = rounds->clock (), took = MAX (ended - rounds->round_begun, 1e-6),
         left = rounds->begun + rounds->seconds - ended;
  double fit = rounds->steps / took * left * CAREFUL;
  guint64 before = rounds->steps;

  if (left <= 0)
    return FALSE;
  rounds->steps = before * GROWTH;
  if (fit < (double) rounds->steps * 2) /* no room for this one and a longer one behind it */
    rounds->steps = (guint64) fit;
  rounds->round_begun = ended;
  return (double) rounds->steps >= before * LEAST && rounds->steps > 0;
}

double
solve_rounds_used (const SolveRounds *rounds)
{
  return rounds->clock () - rounds->begun;
}
