/* test-clusters.c: clusters of many problems, judged by the checker
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include "plan-solved.h"

#define STEPS 150

typedef struct
{
  PatalPlanData data;
  PatalPlanMap  map;
  PatalPlanDays days;
} Problem;

static void
problem_init (Problem *problem, guint64 number)
{
  problem->data = plan_generate (number);
  patal_plan_map_init (&problem->map, &problem->data);
  patal_plan_days_init (&problem->days, &problem->data);
}

static void
problem_clear (Problem *problem)
{
  patal_plan_map_clear (&problem->map);
  patal_plan_days_clear (&problem->days);
  patal_plan_data_clear (&problem->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

static PatalClusters *
find (const Problem *problem, const PatalClusters *from, int n_threads)
{
  g_autoptr (GError) error = NULL;
  PatalClusters *clusters = patal_clusters_find (&problem->map, &problem->days, from, 7, STEPS, n_threads, NULL, &error);

  g_assert_no_error (error);
  return clusters;
}

static Verdict
judge (const Problem *problem, PatalClusters *clusters)
{
  return solved_judge (&(Solved) { .data = &problem->data, .clusters = clusters }, NULL);
}

static void
test_rules (void)
{
  int n_whole = 0, n_said = 0;

  for (int number = 0; number < plan_how_many (500); number++)
    {
      g_auto (Problem) problem = { .data = { .n_blocks = 0 } };
      g_autoptr (PatalClusters) clusters = NULL;
      g_auto (Verdict) verdict = { 0 };

      problem_init (&problem, (guint64) number);
      clusters = find (&problem, NULL, 1);
      verdict = judge (&problem, clusters);
      if (verdict.violations->len > 0)
        {
          g_autofree char *faults = verdict_describe (&verdict);

          g_test_message ("problem %d: %s", number, faults);
          g_test_fail ();
        }
      n_whole += verdict.objectives.f0 == 0;
      n_said += clusters->findings->len > 0;
      g_assert_cmpint (clusters->heads_out, ==, verdict.objectives.f0);
      g_assert_cmpint (clusters->person_metres, ==, verdict.objectives.f1);
      g_assert_cmpint (clusters->farthest_metres, ==, verdict.objectives.f2);
    }
  g_test_message ("%d problems leave nobody out, of %d something is said", n_whole, n_said);
}

static void
test_from (void)
{
  for (int number = 0; number < plan_how_many (120); number++)
    {
      g_auto (Problem) problem = { .data = { .n_blocks = 0 } };
      g_autoptr (PatalClusters) first = NULL, second = NULL;
      g_auto (Verdict) verdict = { 0 }, before = { 0 };

      problem_init (&problem, (guint64) number);
      first = find (&problem, NULL, 1);
      second = find (&problem, first, 1);
      before = judge (&problem, first);
      verdict = judge (&problem, second);
      if (second->heads_out > first->heads_out || (second->heads_out == first->heads_out && second->person_metres > first->person_metres)
          || verdict.violations->len > before.violations->len)
        {
          g_autofree char *faults = verdict_describe (&verdict);

          g_test_message ("problem %d: F0 %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT ", F1 %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT "; %s", number,
                          first->heads_out, second->heads_out, first->person_metres, second->person_metres, faults);
          g_test_fail ();
        }
    }
}

static void
test_cancelled (void)
{
  g_auto (Problem) problem = { .data = { .n_blocks = 0 } };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  problem_init (&problem, 3);
  g_cancellable_cancel (cancellable);
  g_assert_null (patal_clusters_find (&problem.map, &problem.days, NULL, 1, 1000000, 2, &(PatalProgress) { .cancellable = cancellable }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clusters/rules", test_rules);
  g_test_add_func ("/clusters/from", test_from);
  g_test_add_func ("/clusters/cancelled", test_cancelled);
  return g_test_run ();
}
