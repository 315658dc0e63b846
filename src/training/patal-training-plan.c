/* patal-training-plan.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-plan-private.h"

#define BOUND_ROUNDS 200 /* of raising the bound of the clusters: they come near */

PatalTrainingPlan *
patal_training_plan_new (PatalTrainingProblem *problem)
{
  PatalTrainingPlan *plan = g_new0 (PatalTrainingPlan, 1);

  plan->problem = patal_training_problem_ref (problem);
  patal_plan_map_init (&plan->map, &problem->data);
  patal_plan_days_init (&plan->days, &problem->data);
  return plan;
}

void
patal_training_plan_begin (PatalTrainingPlan *plan)
{
  gsize n = (gsize) plan->clusters->n * plan->problem->data.n_modules;

  plan->cluster_ids = g_new0 (gint64, MAX (plan->clusters->n, 1));
  plan->batch_ids = g_new0 (gint64, MAX (n, 1));
  plan->pinned = g_new0 (guint8, MAX (n, 1));
}

void
patal_training_plan_free (PatalTrainingPlan *plan)
{
  if (plan == NULL)
    return;
  patal_plan_map_clear (&plan->map);
  patal_plan_days_clear (&plan->days);
  g_clear_pointer (&plan->clusters, patal_clusters_free);
  g_clear_pointer (&plan->schedule, patal_schedule_free);
  g_clear_pointer (&plan->findings, g_array_unref);
  g_free (plan->cluster_ids);
  g_free (plan->batch_ids);
  g_free (plan->pinned);
  patal_training_problem_unref (plan->problem);
  g_free (plan);
}

void
patal_training_plan_reckon (PatalTrainingPlan *plan, const PatalSchedule *old)
{
  plan->findings = patal_schedule_findings (&plan->map, &plan->days, plan->clusters, old, plan->pinned);
  plan->worth = patal_schedule_worth (&plan->map, &plan->days, plan->clusters, plan->schedule, old);
  plan->bound = patal_schedule_bound (&plan->map, &plan->days, plan->clusters, plan->schedule, old, plan->pinned);
}

PatalTrainingPlan *
patal_training_plan_find (PatalTrainingProblem *problem, const PatalPlanEffort *effort, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalTrainingPlan) plan = patal_training_plan_new (problem);
  PatalProgressPart first, second;

  plan->clusters = patal_clusters_find (&plan->map, &plan->days, NULL, effort->seed, effort->cluster_steps, effort->n_threads,
                                        patal_progress_part (&first, progress, 0, 0.5), error);
  if (plan->clusters == NULL
      || !patal_clusters_bound (&plan->map, &plan->days, plan->clusters, BOUND_ROUNDS, effort->n_threads, NULL, error))
    return NULL;
  patal_training_plan_begin (plan);
  plan->schedule = patal_schedule_find (&plan->map, &plan->days, plan->clusters, NULL, effort->seed, effort->schedule_steps,
                                        effort->n_threads, patal_progress_part (&second, progress, 0.5, 1), error);
  if (plan->schedule == NULL)
    return NULL;
  patal_training_plan_reckon (plan, NULL);
  return g_steal_pointer (&plan);
}

gboolean
patal_training_plan_span (const PatalTrainingPlan *plan, PatalSpan *out)
{
  const PatalPlanData *data = &plan->problem->data;
  int first = G_MAXINT, last = -1;

  for (int b = 0; b < plan->schedule->n; b++)
    if (plan->schedule->start[b] >= 0)
      {
        first = MIN (first, plan->schedule->start[b]);
        last = MAX (last, plan->schedule->start[b] + data->modules[b % data->n_modules].days - 1);
      }
  if (last >= 0)
    *out = (PatalSpan) { plan->days.first + first, plan->days.first + last };
  return last >= 0;
}

guint
patal_training_plan_dated (const PatalTrainingPlan *plan)
{
  guint dated = 0;

  for (int b = 0; b < plan->schedule->n; b++)
    dated += plan->schedule->start[b] >= 0;
  return dated;
}
