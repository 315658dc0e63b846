/* patal-training-plan-rebook.c: a plan after the directory changed, what is otherwise, and how that gets into the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-plan-private.h"

PatalTrainingPlan *
patal_training_plan_replan (const PatalTrainingPlan *stands, const PatalPlanEffort *effort, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalTrainingPlan) plan = patal_training_plan_new (stands->problem);

  plan->clusters = patal_clusters_copy (stands->clusters);
  patal_training_plan_begin (plan);
  memcpy (plan->cluster_ids, stands->cluster_ids, stands->clusters->n * sizeof (gint64));
  memcpy (plan->batch_ids, stands->batch_ids, stands->schedule->n * sizeof (gint64));
  memcpy (plan->pinned, stands->pinned, stands->schedule->n);
  plan->schedule = patal_schedule_replan (&plan->map, &plan->days, plan->clusters, stands->schedule, plan->pinned, effort->seed,
                                          effort->schedule_steps, effort->n_threads, progress, error);
  if (plan->schedule == NULL)
    return NULL;
  patal_training_plan_reckon (plan, stands->schedule);
  return g_steal_pointer (&plan);
}

static PatalDay
day_of (const PatalTrainingPlan *plan, int batch)
{
  return plan->schedule->start[batch] >= 0 ? plan->days.first + plan->schedule->start[batch] : PATAL_DAY_NONE;
}

static gboolean
has_team (const PatalSchedule *a, const PatalSchedule *b, int batch)
{
  return memcmp (a->team + (gsize) batch * a->room, b->team + (gsize) batch * b->room, a->room * sizeof (int)) == 0;
}

GArray *
patal_training_plan_diff (const PatalTrainingPlan *was, const PatalTrainingPlan *now)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (PatalPlanChange));

  for (int b = 0; b < now->schedule->n; b++)
    {
      PatalPlanChange change = { now->batch_ids[b], b, day_of (was, b), day_of (now, b), FALSE };

      change.trainers = change.now != PATAL_DAY_NONE && !has_team (was->schedule, now->schedule, b);
      if (change.was != change.now || change.trainers)
        g_array_append_val (changes, change);
    }
  return changes;
}

static gboolean
rebook (PatalDb *db, const PatalTrainingPlan *plan, const PatalPlanChange *change, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  const PatalSchedule *schedule = plan->schedule;
  g_autoptr (GArray) trainers = g_array_new (FALSE, FALSE, sizeof (gint64));
  PatalBatchMove move = { .start = change->now, .trainers = trainers, .why = *why };

  for (int i = 0; i < schedule->room && change->now != PATAL_DAY_NONE; i++)
    {
      int trainer = schedule->team[(gsize) change->index * schedule->room + i];

      if (trainer >= 0)
        g_array_append_vals (trainers, &g_array_index (plan->problem->trainers, gint64, trainer), 1);
    }
  return patal_batch_move_planned (db, change->batch, &move,
                                   change->now == PATAL_DAY_NONE ? patal_without_id (schedule->without[change->index]) : NULL, today, error);
}

gboolean
patal_training_plan_rebook (PatalDb *db, const PatalTrainingPlan *was, const PatalTrainingPlan *now, const PatalChangeWhy *why, PatalDay today,
                            GError **error)
{
  g_autoptr (GArray) changes = patal_training_plan_diff (was, now);

  if (!patal_training_plan_is_of (db, now, now->problem->training, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, PatalPlanChange, i).batch != 0
        && !rebook (db, now, &g_array_index (changes, PatalPlanChange, i), why, today, error))
      return FALSE;
  return TRUE;
}
