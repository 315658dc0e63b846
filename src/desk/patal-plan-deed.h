/* patal-plan-deed.h: a training that is planned, or planned again: what was found for it, and its one step into the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-files.h"
#include "patal-training-plan.h"

G_BEGIN_DECLS

/* For each unit; so many are one for a batch, which takes about as long: */
#define PATAL_PLAN_STEPS_QUICK  300
#define PATAL_PLAN_STEPS_USUAL  3000
#define PATAL_PLAN_STEPS_LONG   30000
#define PATAL_PLAN_STEPS_BATCH  100 /* of them */
#define PATAL_PLAN_MOST_THREADS 64

/* On all processors. */
PatalPlanEffort patal_plan_effort_of (guint64 steps);

typedef struct
{
  PatalCourse        course;
  PatalTraining      training; /* id 0: not in the file yet */
  PatalTrainingPlan *was;      /* (nullable): as it stands in the file, where it is planned again */
  PatalTrainingPlan *plan;
  PatalPlanFiles    *files;    /* its problem with names */
} PatalPlanDeed;
void patal_plan_deed_free (PatalPlanDeed *deed); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPlanDeed, patal_plan_deed_free)

/* (transfer full): a plan for @training, which is copied. Names are in @lang. NULL with errors of patal_training_problem_new() and
 * patal_training_plan_find(). */
PatalPlanDeed *patal_plan_deed_find (PatalDb *db, const PatalTraining *training, const PatalPlanEffort *effort, PatalDay today, PatalLang lang,
                                     const PatalProgress *progress, GError **error);
/* (transfer full): likewise, of one that stands in the file, with as few batches moved as can be. */
PatalPlanDeed *patal_plan_deed_find_again (PatalDb *db, gint64 training, const PatalPlanEffort *effort, PatalDay today, PatalLang lang,
                                           const PatalProgress *progress, GError **error);

/* Both are one step, which undo takes back. (transfer full) (nullable): what was done, in words; NULL with errors of
 * patal_training_plan_accept(), _rebook(). */
char *patal_plan_deed_accept (PatalDb *db, PatalPlanDeed *deed, GError **error);
char *patal_plan_deed_rebook (PatalDb *db, const PatalPlanDeed *deed, const PatalChangeWhy *why, PatalDay today, GError **error);

G_END_DECLS
