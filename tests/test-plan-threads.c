/* test-plan-threads.c: any number of threads makes the same plan; ./dev test runs this under the thread sanitizer too
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include "plan-solved.h"
#include <string.h>

#define UNIT_STEPS  60
#define BATCH_STEPS 2
#define ROUNDS      10

static const int n_threads[] = { 1, 2, 5 };

static PatalClusters *
find_clusters (const Solved *it, int threads)
{
  g_autoptr (GError) error = NULL;
  PatalClusters *clusters = patal_clusters_find (&it->map, &it->days, NULL, 7, UNIT_STEPS, threads, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (patal_clusters_bound (&it->map, &it->days, clusters, ROUNDS, threads, NULL, &error));
  return clusters;
}

static PatalSchedule *
find_schedule (const Solved *it, int threads)
{
  g_autoptr (GError) error = NULL;
  PatalSchedule *schedule = patal_schedule_find (&it->map, &it->days, it->clusters, NULL, 7, BATCH_STEPS, threads, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static PatalSchedule *
replan (const Solved *it, const PatalSchedule *old, int threads)
{
  g_autoptr (GError) error = NULL;
  PatalSchedule *schedule
    = patal_schedule_replan (&it->map, &it->days, it->clusters, old, NULL, 7, BATCH_STEPS, threads, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static void
assert_same_clusters (const PatalClusters *a, const PatalClusters *b)
{
  g_assert_cmpint (a->n, ==, b->n);
  g_assert_cmpint (a->bound, ==, b->bound);
  g_assert_cmpmem (a->venue, a->n * sizeof (int), b->venue, b->n * sizeof (int));
  g_assert_cmpmem (a->cluster, a->data->n_units * sizeof (int), b->cluster, b->data->n_units * sizeof (int));
  g_assert_cmpmem (a->left, a->data->n_units * sizeof *a->left, b->left, b->data->n_units * sizeof *b->left);
}

static void
assert_same_schedules (const PatalSchedule *a, const PatalSchedule *b)
{
  g_assert_cmpmem (a->start, a->n * sizeof (int), b->start, b->n * sizeof (int));
  g_assert_cmpmem (a->team, (gsize) a->n * a->room * sizeof (int), b->team, (gsize) b->n * b->room * sizeof (int));
  g_assert_cmpmem (a->without, a->n * sizeof *a->without, b->without, b->n * sizeof *b->without);
}

/* The state is away for two days after a fourth. */
static void
test_same (void)
{
  for (int number = 0; number < plan_how_many (40); number++)
    {
      g_auto (Solved) it = { NULL }, later = { NULL };
      g_autoptr (PatalSchedule) again = NULL;
      PatalPlanData data = plan_generate ((guint64) number), changed = data;
      g_autofree PatalPlanSpan *blackouts = g_new (PatalPlanSpan, data.n_blackouts + 1);
      PatalDay from;

      solved_init (&it, &data);
      it.clusters = find_clusters (&it, 1);
      it.schedule = find_schedule (&it, 1);
      from = it.days.first + it.days.n_days / 4;
      memcpy (blackouts, data.blackouts, data.n_blackouts * sizeof *blackouts);
      blackouts[changed.n_blackouts++] = (PatalPlanSpan) { PATAL_PLAN_STATE, 0, { from, from + 1 } };
      changed.blackouts = blackouts;
      solved_init (&later, &changed);
      later.clusters = find_clusters (&it, 1);
      again = replan (&later, it.schedule, 1);
      for (guint i = 1; i < G_N_ELEMENTS (n_threads); i++)
        {
          g_autoptr (PatalClusters) clusters = find_clusters (&it, n_threads[i]);
          g_autoptr (PatalSchedule) schedule = find_schedule (&it, n_threads[i]), moved = replan (&later, it.schedule, n_threads[i]);

          assert_same_clusters (it.clusters, clusters);
          assert_same_schedules (it.schedule, schedule);
          assert_same_schedules (again, moved);
        }
      patal_plan_data_clear (&data);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-threads/same", test_same);
  return g_test_run ();
}
