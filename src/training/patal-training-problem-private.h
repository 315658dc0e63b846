/* patal-training-problem-private.h: a problem while it is made
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-training-problem.h"

G_BEGIN_DECLS

typedef struct
{
  PatalDb              *db;
  const PatalTraining  *training;
  const PatalCourse    *course;
  const GArray         *resource; /* (nullable) */
  PatalDay              today;
  PatalSpan             span;     /* from the first day of all windows to the last */
  PatalTrainingProblem *problem;
  GHashTable *district_at, *block_at, *unit_at, *venue_at, *officer_at, *trainer_at; /* id (of trainers, officers: of the person) → place + 1 */
  GHashTable *head_at;        /* person → place + 1 of the unit where it is counted */
  GHashTable *resource_units; /* gint64: those that give trainers and are not trained */
  GArray     *closed;         /* PatalPlanSpan */
  gboolean    of_clusters;    /* as the file's clusters have it, not afresh */
} PatalProblemMaking;

void patal_making_remember (GHashTable *table, gint64 id, int place);
int  patal_making_recall   (GHashTable *table, gint64 id); /* -1: not there */

/* (transfer full): likewise, of a training as its clusters in the file have it: trained is whoever is nominated in them, and nothing is
 * covered or vacant. EMPTY: they have nobody. */
PatalTrainingProblem *patal_training_problem_of_clusters (PatalDb *db, const PatalTraining *training, const PatalCourse *course, PatalDay today,
                                                          const PatalProgress *progress, GError **error);

/* (transfer full): what the clusters, batches and nominations of @training in the file are, in short. */
char *patal_training_stand (PatalDb *db, gint64 training, GError **error);

/* The day on which people are looked for. */
PatalDay patal_making_day (const PatalProblemMaking *making);

/* Whether a limit takes @unit (or the block @block), @venue or @trainer out; 0: none. */
gboolean patal_making_is_without (const PatalProblemMaking *making, gint64 unit, gint64 block, gint64 venue, gint64 trainer);

/* The words (nullable) are why. */
void patal_making_close (PatalProblemMaking *making, PatalPlanScope scope, int of, PatalSpan span, const char *hi, const char *en);

/* patal-training-problem-people.c: trainers, then heads of the units */
gboolean patal_making_trainers (PatalProblemMaking *making, GError **error);
gboolean patal_making_heads    (PatalProblemMaking *making, const PatalProgress *progress, GError **error);

/* patal-training-problem-days.c: windows and what is closed for all, and what others take */
void     patal_making_windows  (PatalProblemMaking *making);
gboolean patal_making_days     (PatalProblemMaking *making, GError **error);
gboolean patal_making_taken    (PatalProblemMaking *making, GError **error);

G_END_DECLS
