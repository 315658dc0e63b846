/* patal-plan-outcome.h: clusters and schedule with their ids, out of plain files and into them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 5 of the planning problem: clusters.csv, unassigned.csv, notes.csv and plan.csv. */
#pragma once
#include "patal-schedule.h"
#include "patal-plan-files.h"

G_BEGIN_DECLS

typedef struct
{
  char *code, *id, *text;
} PatalPlanNote;

typedef struct
{
  const PatalPlanFiles *files;
  PatalClusters *clusters;
  char         **ids;      /* of each cluster */
  char         **left;     /* of each unit: why it is in none, "CODE: sentence"; NULL: it is in one, or has nobody to train */
  GPtrArray     *notes;    /* PatalPlanNote */
  PatalSchedule *schedule; /* (nullable) */
} PatalPlanOutcome;

/* All (transfer full). @files is read as long as the outcome lives. */

/* @clusters (transfer full) with new ids. */
PatalPlanOutcome *patal_plan_outcome_new  (const PatalPlanFiles *files, PatalClusters *clusters);

/* The clusters of the file @path, with unassigned.csv and notes.csv beside it, under the ids that they have there; what is doubtful about them is
 * added to @remarks. Errors as patal_plan_files_read(). */
PatalPlanOutcome *patal_plan_outcome_read (const PatalPlanFiles *files, const PatalPlanMap *map, const char *path, GPtrArray *remarks, GError **error);
void              patal_plan_outcome_free (PatalPlanOutcome *outcome);

/* The schedule of the file @path, which is of the clusters of @outcome. Rows of clusters, modules or trainers that are no more are passed over and
 * added to @remarks, unless the batch has begun by the day that is today: it cannot change. */
PatalSchedule    *patal_plan_outcome_read_schedule (const PatalPlanOutcome *outcome, const char *path, GPtrArray *remarks, GError **error);

/* Writes all of them into @folder, or none: plan.csv only where there is a schedule. Errors of patal-out-set.h. */
gboolean          patal_plan_outcome_write (const PatalPlanOutcome *outcome, const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPlanOutcome, patal_plan_outcome_free)
G_END_DECLS
