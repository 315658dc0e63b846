/* patal-training-findings.h: what is wrong with a plan as it stands, over all trainings
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of days, halls, trainers, officers and people (patal-training-rules.h), asked of the file. The planner asks them of its arrays while it
 * searches; here is told what holidays, postings and other trainings have made of a plan since, and what a move by hand would break. */
#pragma once
#include "patal-batch.h"

G_BEGIN_DECLS

typedef struct
{
  PatalTrainingError rule;
  PatalRuleWeight    weight; /* a holiday that is optional only warns, as does a blackout that is not hard */
  gint64             batch;
  gint64             record; /* what is at fault: a unit, venue, trainer, person, batch, holiday …; 0: the batch itself */
  char              *text;   /* the sentence */
} PatalTrainingFinding;

/* All (transfer full) (element-type PatalTrainingFinding). Names and sentences are in the language of @words (nullable: of the process). Of batches
 * without a day, and of those that were held or cancelled, nothing is said. */
GPtrArray *patal_batch_findings    (PatalDb *db, gint64 batch, const PatalWords *words, GError **error);
GPtrArray *patal_training_findings (PatalDb *db, gint64 training, const PatalWords *words, GError **error);

/* Of @batch as the value has it, in the file or not: before a move. */
GPtrArray *patal_batch_findings_of (PatalDb *db, const PatalBatch *batch, const PatalWords *words, GError **error);

/* Sets @error to the first hard one of @findings; TRUE where there is none. */
gboolean patal_findings_allow (const GPtrArray *findings, GError **error);

G_END_DECLS
