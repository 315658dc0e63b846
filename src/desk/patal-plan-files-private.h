/* patal-plan-files-private.h: one reading of the files of a plan, and what reading and writing share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-csv.h"
#include "patal-out-set.h"
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

/* The words of the files; NULL at the end. patal-plan-files.c */
extern const char *const patal_plan_attends[], *const patal_plan_scopes[]; /* by PatalAttend, PatalPlanScope */
const PatalPlanIds *patal_plan_files_ids (const PatalPlanFiles *files, PatalPlanScope scope); /* not of the state */

/* A line of a file that is being written. */
#define PATAL_PLAN_RECORD(out, ...)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const char *const fields[] = { __VA_ARGS__ };                                                            \
    patal_csv_append_exact_record ((out), fields, G_N_ELEMENTS (fields));                                    \
  }                                                                                                          \
  G_STMT_END

/* Writes NAME.csv of @set and empties @out. patal-plan-files-write.c */
gboolean patal_plan_save (PatalOutSet *set, const char *name, GString *out, GError **error);

G_END_DECLS
