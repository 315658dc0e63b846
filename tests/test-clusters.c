/* test-clusters.c: clusters of many problems, judged by the checker
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker.h"
#include "plan-generator.h"
#include <stdlib.h>

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

/* How many there are in the environment, or @usual. */
static int
how_many (int usual)
{
  const char *wanted = g_getenv ("PATAL_PLAN_PROBLEMS");

  return wanted != NULL ? atoi (wanted) : usual;
}

static gboolean
has_finding (const PatalClusters *clusters, int group, PatalClustersCode code)
{
  for (guint i = 0; i < clusters->findings->len; i++)
    {
      const PatalClustersFinding *it = &g_array_index (clusters->findings, PatalClustersFinding, i);

      if (it->group == group && it->code == code)
        return TRUE;
    }
  return FALSE;
}

static Verdict
judge (const PatalClusters *clusters)
{
  g_autofree gboolean *excused = g_new0 (gboolean, clusters->data->n_units + 1), *raised = g_new0 (gboolean, clusters->n_groups + 1);

  for (int u = 0; u < clusters->data->n_units; u++)
    excused[u] = clusters->left[u] != PATAL_LEFT_NOT;
  for (int g = 0; g < clusters->n_groups; g++)
    raised[g] = has_finding (clusters, g, PATAL_CLUSTERS_RAISED);
  return plan_check (clusters->data,
                     &(CheckedPlan) { .n = clusters->n, .venue = clusters->venue, .cluster = clusters->cluster, .excused = excused, .raised = raised });
}

/* A group that is said to be impossible has no clusters, which is not the number that rule C7 wants: that is no fault of the search. Nor has one of
 * which every unit is too large or too far. */
static gboolean
is_said (const PatalClusters *clusters, const Violation *violation)
{
  gboolean all_out = TRUE;

  if (!g_str_equal (violation->rule, "C7") || violation->b != 0)
    return FALSE;
  for (int u = 0; u < clusters->data->n_units; u++)
    if (clusters->group[clusters->data->units[u].block] == violation->a && clusters->data->units[u].heads > 0)
      all_out &= clusters->left[u] == PATAL_LEFT_LARGE || clusters->left[u] == PATAL_LEFT_FAR || clusters->left[u] == PATAL_LEFT_SEATS;
  return all_out || has_finding (clusters, violation->a, PATAL_CLUSTERS_DIVIDE)
         || has_finding (clusters, violation->a, PATAL_CLUSTERS_VENUES)
         || has_finding (clusters, violation->a, PATAL_CLUSTERS_UNFOUND);
}

static void
test_rules (void)
{
  int n_said = 0, n_whole = 0;

  for (int number = 0; number < how_many (300); number++)
    {
      g_auto (Problem) problem = { .data = { .n_blocks = 0 } };
      g_autoptr (PatalClusters) clusters = NULL;
      g_auto (Verdict) verdict = { 0 };

      problem_init (&problem, (guint64) number);
      clusters = find (&problem, NULL, 1);
      verdict = judge (clusters);
      for (guint i = verdict.violations->len; i-- > 0;)
        if (is_said (clusters, &g_array_index (verdict.violations, Violation, i)))
          {
            n_said++;
            g_array_remove_index (verdict.violations, i);
          }
      if (verdict.violations->len > 0)
        {
          g_autofree char *faults = verdict_describe (&verdict);

          g_test_message ("problem %d: %s", number, faults);
          g_test_fail ();
        }
      n_whole += verdict.objectives.f0 == 0;
      g_assert_cmpint (clusters->heads_out, ==, verdict.objectives.f0);
      g_assert_cmpint (clusters->person_metres, ==, verdict.objectives.f1);
      g_assert_cmpint (clusters->farthest_metres, ==, verdict.objectives.f2);
    }
  g_test_message ("%d problems leave nobody out, %d groups are said to be impossible", n_whole, n_said);
}

static gboolean
are_same (const PatalClusters *a, const PatalClusters *b)
{
  if (a->n != b->n || a->person_metres != b->person_metres)
    return FALSE;
  for (int c = 0; c < a->n; c++)
    if (a->venue[c] != b->venue[c])
      return FALSE;
  for (int u = 0; u < a->data->n_units; u++)
    if (a->cluster[u] != b->cluster[u] || a->left[u] != b->left[u])
      return FALSE;
  return TRUE;
}

static void
test_threads (void)
{
  for (int number = 0; number < how_many (60); number++)
    {
      g_auto (Problem) problem = { .data = { .n_blocks = 0 } };
      g_autoptr (PatalClusters) one = NULL, two = NULL;

      problem_init (&problem, (guint64) number);
      one = find (&problem, NULL, 1);
      two = find (&problem, NULL, 2);
      if (!are_same (one, two))
        {
          g_test_message ("problem %d", number);
          g_test_fail ();
        }
    }
}

static void
test_from (void)
{
  for (int number = 0; number < how_many (120); number++)
    {
      g_auto (Problem) problem = { .data = { .n_blocks = 0 } };
      g_autoptr (PatalClusters) first = NULL, second = NULL;
      g_auto (Verdict) verdict = { 0 }, before = { 0 };

      problem_init (&problem, (guint64) number);
      first = find (&problem, NULL, 1);
      second = find (&problem, first, 1);
      before = judge (first);
      verdict = judge (second);
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
  g_test_add_func ("/clusters/threads", test_threads);
  g_test_add_func ("/clusters/from", test_from);
  g_test_add_func ("/clusters/cancelled", test_cancelled);
  return g_test_run ();
}
