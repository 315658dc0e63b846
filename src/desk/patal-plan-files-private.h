/* patal-plan-files-private.h: one reading of the files of a plan
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-files.h"

G_BEGIN_DECLS

#define PATAL_PLAN_MOST_REMARKS 50 /* nobody reads more */

typedef struct
{
  PatalPlanFiles      *files;
  const char          *folder;
  const PatalProgress *progress;
} PatalPlanReading;

gboolean patal_plan_files_open   (PatalPlanReading *reading, PatalPlanRows *rows, const char *file, gboolean optional, const PatalPlanColumn *columns,
                                  guint n, GError **error);
void     patal_plan_files_remark (PatalPlanReading *reading, char *sentence); /* (transfer full) */

/* patal-plan-rules.c */
gboolean patal_plan_files_read_rules (PatalPlanReading *reading, GError **error);

/* patal-plan-modules.c: also what is listed with spaces between: ids of modules and of trainers */
gboolean patal_plan_files_read_modules (PatalPlanReading *reading, GError **error);
gboolean patal_plan_files_listable     (PatalPlanRows *rows, guint column, GError **error); /* the id there has no space in it */
guint64  patal_plan_files_taught       (PatalPlanReading *reading, PatalPlanRows *rows, guint column);

G_END_DECLS
