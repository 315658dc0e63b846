/* patal-training-plan.h: clusters and dates of a training: found, compared, taken into the file as one edit
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan is a value: the search needs no file, and runs on any thread. */
#pragma once
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
void               patal_training_plan_free (PatalTrainingPlan *plan); /* accepts NULL */

/* Inside an edit: @plan, made afresh, is the plan of @training in the file: clusters, batches with their trainers, and who is called. Gives its clusters
 * and batches their ids. PATAL_TRAINING_ERROR: STALE, what the training has in the file is not what @plan came from any more; ISSUED, people were told
 * of it, letters went out, or a batch was held. */
gboolean patal_training_plan_accept (PatalDb *db, PatalTrainingPlan *plan, gint64 training, GError **error);

/* The first and the last day of training; FALSE: no batch has a date. */
gboolean patal_training_plan_span (const PatalTrainingPlan *plan, PatalSpan *out);
/* How many of the batches have a date. */
guint    patal_training_plan_dated (const PatalTrainingPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTrainingPlan, patal_training_plan_free)
G_END_DECLS
