/* test-plan-optimum.c: tiny problems, where the best plan is known because all were tried
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The planner searches, so it may miss the best; how often is held to what is said at each test. */
#include "plan-exhaustive.h"
#include "plan-generator.h"
#include "plan-solved.h"

#define UNIT_STEPS 2000

typedef struct
{
  int n_best, n_worse, n_missed, n_impossible, n_raised;
} Tally;

static void
complain (int number, const char *what, const BestClusters *best, const PatalClusters *made)
{
  g_test_message ("problem %d: %s; the best leave %" G_GINT64_FORMAT " out and have %" G_GINT64_FORMAT ", %d made leave %" G_GINT64_FORMAT
                  " and have %" G_GINT64_FORMAT, number, what, best->f0, best->f1, made->n, made->heads_out, made->person_metres);
}

/* @made against the best of as many clusters, and of as many as rule C7 wants. */
static void
compare_clusters (int number, const PatalPlanData *data, const PatalClusters *made, Tally *tally)
{
  int wanted = exhaustive_wanted (data);
  BestClusters best = { 0 }, by_rule = { 0 };
  gboolean possible = wanted > 0 && exhaustive_clusters (data, wanted, &by_rule);

  if (made->n == 0)
    {
      tally->n_impossible += !possible;
      tally->n_missed += possible;
      if (possible)
        complain (number, "there are clusters", &by_rule, made);
      return;
    }
  g_assert_true (exhaustive_clusters (data, made->n, &best));
  g_assert_cmpint (made->heads_out, >=, best.f0);
  if (made->n > wanted)
    {
      tally->n_raised++;
      g_assert_true (!possible || by_rule.f0 > made->heads_out); /* there was need to */
    }
  if (made->heads_out == best.f0 && made->person_metres == best.f1 && made->farthest_metres == best.f2)
    tally->n_best++;
  else
    {
      g_assert_true (made->heads_out > best.f0 || made->person_metres >= best.f1);
      tally->n_worse++;
      complain (number, "not the best", &best, made);
    }
}

/* Of 100 problems 98 have the best clusters of their number, in the order F0, F1, F2; of 200 one may be said to be impossible and is not. */
static void
test_clusters (void)
{
  Tally tally = { 0 };

  for (int number = 0; number < plan_how_many (600); number++)
    {
      g_auto (Solved) solved = { NULL };
      g_auto (Verdict) verdict = { 0 };
      g_autofree char *faults = NULL;
      PatalPlanData data = plan_generate_tiny ((guint64) number);

      solved_init (&solved, &data);
      solved_cluster (&solved, 1, UNIT_STEPS);
      verdict = solved_judge (&solved, NULL);
      faults = verdict_describe (&verdict);
      g_assert_cmpstr (faults, ==, "");
      compare_clusters (number, &data, solved.clusters, &tally);
      patal_plan_data_clear (&data);
    }
  g_test_message ("%d are the best (%d with more clusters than wanted), %d are not; %d are impossible, %d are only said to be", tally.n_best,
                  tally.n_raised, tally.n_worse, tally.n_impossible, tally.n_missed);
  g_assert_cmpint (50 * tally.n_worse, <=, tally.n_best);
  g_assert_cmpint (200 * tally.n_missed, <=, tally.n_best);
  g_assert_cmpint (tally.n_best, >, plan_how_many (600) / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-optimum/clusters", test_clusters);
  return g_test_run ();
}
