/* patal-training-plan.h: clusters and dates of a training: found, compared, taken into the file as one edit
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan is a value: the search needs no file, and runs on any thread. */
#pragma once
#include "patal-batch.h"
#include "patal-schedule-bound.h"
#include "patal-schedule-findings.h"
#include "patal-training-problem.h"

G_BEGIN_DECLS

/* Batch b is cluster b / n_modules with module b % n_modules, as in PatalSchedule. */
typedef struct
{
  PatalTrainingProblem *problem;
  PatalPlanMap          map;
  PatalPlanDays         days;
  PatalClusters        *clusters;
  PatalSchedule        *schedule;
  gint64               *cluster_ids, *batch_ids; /* 0: not in the file yet */
  guint8               *pinned;   /* of each batch: it stays where it is; one that is held too */
  GArray               *findings; /* PatalShort: what no calendar of these clusters can do */
  PatalScheduleWorth    worth;
  PatalScheduleBound    bound;
} PatalTrainingPlan;

typedef struct
{
  guint64 seed, cluster_steps, schedule_steps; /* of search for each unit, and for each batch */
  int     n_threads;
} PatalPlanEffort; /* the same effort finds the same plan */

/* (transfer full); NULL with G_IO_ERROR_CANCELLED. */
PatalTrainingPlan *patal_training_plan_find (PatalTrainingProblem *problem, const PatalPlanEffort *effort, const PatalProgress *progress, GError **error);
/* (transfer full): as it stands in the file: clusters that have a venue, people who are called, and nothing cancelled. NULL with errors of the store,
 * PATAL_TRAINING_ERROR_EMPTY: there are none. */
PatalTrainingPlan *patal_training_plan_load (PatalDb *db, gint64 training, PatalDay today, const PatalProgress *progress, GError **error);
/* (transfer full): @stands, which was loaded after the directory changed, with as few batches moved as were found necessary. What is held, has begun or is
 * pinned stays. NULL with G_IO_ERROR_CANCELLED. */
PatalTrainingPlan *patal_training_plan_replan (const PatalTrainingPlan *stands, const PatalPlanEffort *effort, const PatalProgress *progress, GError **error);
void               patal_training_plan_free (PatalTrainingPlan *plan); /* accepts NULL */

/* Inside an edit: @plan, made afresh, is the plan of @training in the file: clusters, batches with their trainers, and who is called. Gives its clusters
 * and batches their ids. PATAL_TRAINING_ERROR: STALE, what the training has in the file is not what @plan came from any more; ISSUED, people were told
 * of it, letters went out, or a batch was held. */
gboolean patal_training_plan_accept (PatalDb *db, PatalTrainingPlan *plan, gint64 training, GError **error);

typedef struct
{
  gint64   batch;
  int      index;    /* of the batch in both plans */
  PatalDay was, now; /* PATAL_DAY_NONE: none */
  gboolean trainers; /* others */
} PatalPlanChange;
/* (transfer full) (element-type PatalPlanChange): what is otherwise in @now, which came of @was by re-planning. */
GArray *patal_training_plan_diff (const PatalTrainingPlan *was, const PatalTrainingPlan *now);

/* Inside an edit: the batches of @now are in the file where @was, as it was loaded, has them elsewhere; what had been published leaves a change with @why.
 * PATAL_TRAINING_ERROR: STALE, as above; PAST, a batch that moves has begun by @today. */
gboolean patal_training_plan_rebook (PatalDb *db, const PatalTrainingPlan *was, const PatalTrainingPlan *now, const PatalChangeWhy *why, PatalDay today,
                                     GError **error);

/* The first and the last day of training; FALSE: no batch has a date. */
gboolean patal_training_plan_span (const PatalTrainingPlan *plan, PatalSpan *out);
/* How many of the batches have a date. */
guint    patal_training_plan_dated (const PatalTrainingPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTrainingPlan, patal_training_plan_free)
G_END_DECLS
