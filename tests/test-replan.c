/* test-replan.c: schedules after something changed, of many problems, judged by the checker
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker.h"
#include "plan-generator.h"
#include <stdlib.h>

#define PROBLEMS 60
#define STEPS    3

typedef struct
{
  PatalPlanData  data;
  PatalPlanMap   map;
  PatalPlanDays  days;
  PatalClusters *clusters;
} Problem;

static void
problem_init (Problem *self, guint64 number)
{
  g_autoptr (GError) error = NULL;

  self->data = plan_generate (number);
  self->data.rules.today = PATAL_DAY_NONE;
  patal_plan_map_init (&self->map, &self->data);
  patal_plan_days_init (&self->days, &self->data);
  self->clusters = patal_clusters_find (&self->map, &self->days, NULL, 1, 60, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
problem_clear (Problem *self)
{
  patal_clusters_free (self->clusters);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
  patal_plan_data_clear (&self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

static PatalSchedule *
find (const Problem *self)
{
  g_autoptr (GError) error = NULL;
  PatalSchedule *schedule = patal_schedule_find (&self->map, &self->days, self->clusters, NULL, 1, STEPS, 1, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static PatalSchedule *
replan (const Problem *self, const PatalSchedule *old, const guint8 *pinned, int n_threads)
{
  g_autoptr (GError) error = NULL;
  PatalSchedule *schedule = patal_schedule_replan (&self->map, &self->days, self->clusters, old, pinned, 1, STEPS, n_threads, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static gboolean
is_same (const PatalSchedule *a, const PatalSchedule *b)
{
  for (int i = 0; i < a->n; i++)
    if (a->start[i] != b->start[i]
        || (a->start[i] >= 0 && memcmp (a->team + (gsize) i * a->room, b->team + (gsize) i * b->room, a->room * sizeof (int)) != 0))
      return FALSE;
  return TRUE;
}

/* The state is closed for @n days from day @from on, and it is day @today. */
static void
close_state (Problem *self, int from, int n, int today)
{
  PatalDay first = self->days.first;

  self->data.blackouts = g_renew (PatalPlanSpan, self->data.blackouts, self->data.n_blackouts + 1);
  self->data.blackouts[self->data.n_blackouts++] = (PatalPlanSpan) { PATAL_PLAN_STATE, 0, { first + from, first + from + n - 1 } };
  self->data.rules.today = today >= 0 ? first + today : PATAL_DAY_NONE;
  patal_plan_days_clear (&self->days);
  patal_plan_days_init (&self->days, &self->data);
}

static guint
broken (const Problem *self, const PatalSchedule *schedule, const PatalSchedule *old, const char *rule)
{
  g_autofree gboolean *excused = g_new0 (gboolean, self->data.n_units + 1);
  g_autofree gboolean *raised = g_new0 (gboolean, MAX (self->data.n_blocks, self->data.n_districts) + 1);
  g_auto (Verdict) verdict = plan_check (&self->data, &(CheckedPlan) {
    .n = self->clusters->n, .venue = self->clusters->venue, .cluster = self->clusters->cluster, .excused = excused, .raised = raised,
    .room = schedule->room, .start = schedule->start, .team = schedule->team, .without = schedule->without,
    .old_start = old->start, .old_team = old->team });
  guint n = 0;

  for (guint i = 0; i < verdict.violations->len; i++)
    n += g_str_has_prefix (g_array_index (verdict.violations, Violation, i).rule, rule);
  if (n > 0)
    {
      g_autofree char *words = verdict_describe (&verdict);

      g_test_message ("%s", words);
    }
  return n;
}

static void
test_nothing (void)
{
  int n_whole = 0;

  for (guint64 number = 0; number < PROBLEMS; number++)
    {
      g_auto (Problem) problem = { 0 };
      g_autoptr (PatalSchedule) old = NULL, made = NULL;
      gboolean whole = TRUE;

      problem_init (&problem, number);
      old = find (&problem);
      for (int b = 0; b < old->n; b++)
        whole &= old->start[b] >= 0;
      if (!whole || old->n == 0)
        continue;
      n_whole++;
      made = replan (&problem, old, NULL, 1);
      g_assert_true (is_same (old, made));
    }
  g_assert_cmpint (n_whole, >, PROBLEMS / 10);
}

static void
test_changed (void)
{
  int n_moved = 0, n_frozen = 0;

  for (guint64 number = 0; number < PROBLEMS; number++)
    {
      g_auto (Problem) problem = { 0 };
      g_autoptr (PatalSchedule) old = NULL, made = NULL, two = NULL;
      int today;

      problem_init (&problem, number);
      old = find (&problem);
      today = problem.days.n_days / 5;
      close_state (&problem, problem.days.n_days / 4, 2, today);
      made = replan (&problem, old, NULL, 1);
      g_assert_cmpuint (broken (&problem, made, old, "H"), ==, 0);
      for (int b = 0; b < old->n; b++)
        {
          gboolean frozen = old->start[b] >= 0 && old->start[b] <= today;

          n_frozen += frozen;
          n_moved += old->start[b] >= 0 && made->start[b] != old->start[b];
          if (frozen)
            g_assert_cmpint (made->start[b], ==, old->start[b]);
        }
      two = replan (&problem, old, NULL, 2);
      g_assert_true (is_same (made, two));
    }
  g_assert_cmpint (n_moved, >, 0);
  g_assert_cmpint (n_frozen, >, 0);
}

/* What a person has pinned stays, even on a day that is closed by now. */
static void
test_pinned (void)
{
  int n_pinned = 0;

  for (guint64 number = 0; number < PROBLEMS; number++)
    {
      g_auto (Problem) problem = { 0 };
      g_autoptr (PatalSchedule) old = NULL, made = NULL;
      g_autofree guint8 *pinned = NULL;

      problem_init (&problem, number);
      old = find (&problem);
      close_state (&problem, 0, problem.days.n_days / 2, -1);
      pinned = g_new0 (guint8, old->n + 1);
      for (int b = 0; b < old->n; b += 3)
        pinned[b] = TRUE;
      made = replan (&problem, old, pinned, 1);
      for (int b = 0; b < old->n; b += 3)
        if (old->start[b] >= 0)
          {
            g_assert_cmpint (made->start[b], ==, old->start[b]);
            n_pinned++;
          }
    }
  g_assert_cmpint (n_pinned, >, 0);
}

/* All windows end when batch @last begins, so that it outlasts them; who was to begin later has no date now.
 * FALSE: some window would have no day. */
static gboolean
shorten_windows (Problem *self, PatalSchedule *old, int last)
{
  PatalDay day = self->days.first + old->start[last];

  for (int w = 0; w < self->data.n_windows; w++)
    {
      if (self->data.windows[w].span.from > day)
        return FALSE;
      self->data.windows[w].span.to = day;
    }
  for (int b = 0; b < old->n; b++)
    if (old->start[b] > old->start[last])
      old->start[b] = -1;
  patal_plan_days_clear (&self->days);
  patal_plan_days_init (&self->days, &self->data);
  return TRUE;
}

/* What is pinned stays though its last days are in no window any more. */
static void
test_outlasting (void)
{
  int n_outlasting = 0;

  for (guint64 number = 0; number < PROBLEMS; number++)
    {
      g_auto (Problem) problem = { 0 };
      g_autoptr (PatalSchedule) old = NULL, made = NULL;
      g_autofree guint8 *pinned = NULL;
      int last = -1;

      problem_init (&problem, number);
      old = find (&problem);
      for (int b = 0; b < old->n; b++)
        if (problem.data.modules[b % problem.data.n_modules].days > 1
            && old->start[b] > (last >= 0 ? old->start[last] : -1))
          last = b;
      if (last < 0 || !shorten_windows (&problem, old, last))
        continue;
      pinned = g_new0 (guint8, old->n);
      pinned[last] = TRUE;
      made = replan (&problem, old, pinned, 1);
      g_assert_cmpint (made->start[last], ==, old->start[last]);
      n_outlasting++;
    }
  g_assert_cmpint (n_outlasting, >, PROBLEMS / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replan/nothing", test_nothing);
  g_test_add_func ("/replan/changed", test_changed);
  g_test_add_func ("/replan/pinned", test_pinned);
  g_test_add_func ("/replan/outlasting", test_outlasting);
  return g_test_run ();
}
