/* patal-training-problem.h: a training as the planner's problem, with the ids behind its places
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value: built on a reading connection, then good on any thread. */
#pragma once
#include "patal-training.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 unit;            /* heads: where the person is counted */
  gint64 person, posting; /* @posting 0: none is known */
} PatalHead;

typedef struct
{
  char *words[2]; /* [PatalLang]; "" where nothing is said */
} PatalClosedWhy;

typedef struct
{
  PatalPlanData data;
  gint64     training;                           /* 0: it is not in the file */
  char      *stood;                              /* what its clusters and batches in the file were then, to see whether they are another's since */
  GArray    *districts, *blocks, *units, *venues, *modules; /* gint64: what stands at each place of @data */
  GArray    *trainers;                           /* gint64; 0: no trainer of the file, but of a gram panchayat that lends its people */
  GArray    *trainer_people, *officers;          /* gint64: persons */
  GPtrArray *module_names[2];                    /* [PatalLang] (element-type utf8) */
  GArray    *heads;                              /* PatalHead: who is trained */
  GArray    *covered;                            /* PatalHead: further units of theirs, by an additional charge; with no heads of their own */
  GArray    *vacant;                             /* gint64: units where nobody holds any of the posts */
  GPtrArray *closed_why;                         /* PatalClosedWhy of each blackout of @data */
} PatalTrainingProblem;

/* Trainers are those of the file who have all subjects of a module. With @resource (nullable) (element-type gint64) they are instead
 * whoever holds one of the posts in these gram panchayats.
 *
 * Who is trained: whoever holds a target post on the later of @today and the first day of the window, each once, where the main charge
 * is, else at the first unit that is covered; but no trainer of the course, nobody who was trained in it in a year that still counts, and
 * nobody who has a batch to come of another training of it. Clusters that the training has already do not count.
 *
 * Closed are the holidays and hard blackouts of the directory, the training's own days off, and the days of people who are away or taken
 * by another training, as halls are. A cluster of this training of which something is cancelled, or that has no venue, takes as
 * another training does and is not planned.
 *
 * @training and @course need not be in the file (id 0). (transfer full); NULL with errors of the store, NOT_FOUND where the file
 * has no such post, PATAL_TRAINING_ERROR_EMPTY where nobody is left to train. */
PatalTrainingProblem *patal_training_problem_new   (PatalDb *db, const PatalTraining *training, const PatalCourse *course, const GArray *resource,
                                                    PatalDay today, const PatalProgress *progress, GError **error);
PatalTrainingProblem *patal_training_problem_ref   (PatalTrainingProblem *problem);
void                  patal_training_problem_unref (PatalTrainingProblem *problem);

/* The place of @id in one of the arrays of ids, or -1. */
int patal_training_problem_find (const GArray *ids, gint64 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTrainingProblem, patal_training_problem_unref)
G_END_DECLS
