/* test-plan-proofs.c: what is said to be impossible, and bounds, of many problems, against the plans that are
 * found SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-bound.h"
#include "patal-schedule-findings.h"
#include "plan-generator.h"

typedef struct
{
  PatalPlanData data;
  PatalPlanMap map;
  PatalPlanDays days;
  PatalClusters *clusters;
  PatalSchedule *schedule;
} Problem;

static PatalSchedule *
find (const Problem *self, guint64 steps)
{
  g_autoptr (GError) error = NULL;
  PatalSchedule *schedule
      = patal_schedule_find (&self->map, &self->days, self->clusters, NULL, 1, steps, 1, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static void
problem_read (Problem *self)
{
  g_autoptr (GError) error = NULL;

  patal_plan_map_init (&self->map, &self->data);
  patal_plan_days_init (&self->days, &self->data);
  self->clusters = patal_clusters_find (&self->map, &self->days, NULL, 1, 60, 1, NULL, &error);
  g_assert_no_error (error);
  self->schedule = find (self, 3);
}

static void
problem_forget (Problem *self)
{
  patal_schedule_free (self->schedule);
  patal_clusters_free (self->clusters);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
}

static void
problem_init (Problem *self, guint64 number)
{
  self->data = plan_generate (number);
  problem_read (self);
}

static void
problem_clear (Problem *self)
{
  problem_forget (self);
  patal_plan_data_clear (&self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

/* --- Findings --- */

static gboolean
is_meant (const Problem *self, const PatalShort *it, int batch)
{
  int venue = self->clusters->venue[batch / self->data.n_modules], block = self->data.venues[venue].block;

  if (it->code == PATAL_SHORT_CHAIN ? it->of != block
                                    : (it->modules >> (batch % self->data.n_modules) & 1) == 0)
    return FALSE;
  switch (it->scope)
    {
    case PATAL_PLAN_STATE:
      return TRUE;
    case PATAL_PLAN_DISTRICT:
      return self->data.blocks[block].district == it->of;
    case PATAL_PLAN_BLOCK:
      return block == it->of;
    case PATAL_PLAN_VENUE:
      return venue == it->of;
    case PATAL_PLAN_OFFICER:
      return self->data.blocks[block].officer == it->of;
    case PATAL_PLAN_TRAINER:
    case PATAL_PLAN_UNIT:
    default:
      g_assert_not_reached ();
    }
}

static gint64
heads_of (const Problem *self, int cluster)
{
  gint64 heads = 0;

  for (int u = 0; u < self->data.n_units; u++)
    heads += self->clusters->cluster[u] == cluster ? self->data.units[u].heads : 0;
  return heads;
}

/* What is said to stay out does, at least. */
static gboolean
holds (const Problem *self, const PatalShort *it, const PatalSchedule *schedule)
{
  int out = 0;
  gint64 heads = 0;

  for (int b = 0; b < schedule->n; b++)
    if (schedule->start[b] < 0 && is_meant (self, it, b))
      {
        out++;
        heads += heads_of (self, b / self->data.n_modules);
      }
  if (out >= it->out && heads >= it->heads_out)
    return TRUE;
  g_test_message ("code %d, scope %d of %d: %d batches, %" G_GINT64_FORMAT
                  " heads are said to stay out, and %d, %" G_GINT64_FORMAT " do",
                  it->code, it->scope, it->of, it->out, it->heads_out, out, heads);
  return FALSE;
}

static void
test_findings (void)
{
  int n[PATAL_SHORT_TRAINERS + 1] = { 0 }, n_tight = 0, n_unsaid = 0;

  for (int number = 0; number < plan_how_many (250); number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      g_autoptr (GArray) found = NULL;

      problem_init (&problem, (guint64) number);
      found = patal_schedule_findings (&problem.map, &problem.days, problem.clusters, NULL, NULL);
      for (guint i = 0; i < found->len; i++)
        {
          const PatalShort *it = &g_array_index (found, PatalShort, i);

          n[it->code]++;
          if (it->out < 1 || it->heads_out < 0 || !holds (&problem, it, problem.schedule))
            {
              g_test_message ("problem %d", number);
              g_test_fail ();
            }
          n_tight += it->out > 1;
        }
      for (int b = 0; b < problem.schedule->n && found->len == 0; b++)
        if (problem.schedule->start[b] < 0)
          {
            n_unsaid++;
            break;
          }
    }
  for (int code = 0; code <= PATAL_SHORT_TRAINERS; code++)
    {
      g_test_message ("code %d: %d times", code, n[code]);
      g_assert_true (n[code] > 0);
    }
  g_test_message ("%d say more than one batch; %d problems leave batches out of which counting knows nothing",
                  n_tight, n_unsaid);
}

/* --- Bounds --- */

static void
test_bounds (void)
{
  gint64 sum[4] = { 0 };

  for (int number = 0; number < plan_how_many (250); number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      PatalScheduleBound bound;
      PatalScheduleWorth worth;

      problem_init (&problem, (guint64) number);
      bound = patal_schedule_bound (&problem.map, &problem.days, problem.clusters, problem.schedule, NULL,
                                    NULL);
      worth = patal_schedule_worth (&problem.map, &problem.days, problem.clusters, problem.schedule, NULL);
      if (bound.makespan_days > worth.makespan_days || bound.block_days > worth.block_days)
        {
          g_test_message ("problem %d: Z1 %" G_GINT64_FORMAT " below %" G_GINT64_FORMAT
                          ", Z2 %" G_GINT64_FORMAT " below %" G_GINT64_FORMAT,
                          number, worth.makespan_days, bound.makespan_days, worth.block_days,
                          bound.block_days);
          g_test_fail ();
        }
      sum[0] += bound.makespan_days;
      sum[1] += worth.makespan_days;
      sum[2] += bound.block_days;
      sum[3] += worth.block_days;
    }
  g_test_message ("Z1: bounds %" G_GINT64_FORMAT ", found %" G_GINT64_FORMAT "; Z2: bounds %" G_GINT64_FORMAT
                  ", found %" G_GINT64_FORMAT,
                  sum[0], sum[1], sum[2], sum[3]);
  g_assert_cmpint (10 * sum[0], >, 8 * sum[1]); /* a bound of nothing would be none */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-proofs/findings", test_findings);
  g_test_add_func ("/plan-proofs/bounds", test_bounds);
  return g_test_run ();
}
