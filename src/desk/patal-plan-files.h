/* patal-plan-files.h: what a plan is made from, out of a folder of plain files
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folder holds params.csv, blocks.csv, units.csv, venues.csv, modules.csv, trainers.csv, windows.csv, and may hold blackouts.csv and
 * distances.csv: a header line and rows, with or without BOM, LF or CRLF. Columns that are not known are passed over. */
#pragma once
#include "patal-plan-rows.h"

G_BEGIN_DECLS

/* The largest numbers: with them no sum of the planner overflows. */
#define PATAL_PLAN_MOST_HEADS     1000000    /* of a unit or a batch */
#define PATAL_PLAN_MOST_ALL_HEADS 1000000000 /* of all units */
#define PATAL_PLAN_MOST_CLUSTERS  100000     /* of a block */
#define PATAL_PLAN_MOST_TEAM      100
#define PATAL_PLAN_MOST_RANK      1000
#define PATAL_PLAN_MOST_PERCENT   1000

typedef struct
{
  PatalPlanData data;
  PatalPlanIds  districts, blocks, units, venues, modules, trainers, officers; /* each in the order of the files */
  GPtrArray    *reasons; /* of each blackout, why; "" where nothing is said */
  GPtrArray    *remarks; /* sentences: what was read, but counts for nothing */
} PatalPlanFiles;

/* (transfer full); NULL with @error in PATAL_PLAN_FILES_ERROR, PATAL_SHEET_ERROR, or cancelled. */
PatalPlanFiles *patal_plan_files_read (const char *folder, const PatalProgress *progress, GError **error);
PatalPlanFiles *patal_plan_files_new  (void); /* with nothing in it */
void            patal_plan_files_free (PatalPlanFiles *files);

/* Writes all of them into @folder, or none: read again, they are the same. Errors of patal-out-set.h. */
gboolean        patal_plan_files_write (const PatalPlanFiles *files, const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPlanFiles, patal_plan_files_free)
G_END_DECLS
