/* patal-plan-rows.h: the rows of one of a plan's files, and what is wrong with them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-day.h"
#include "patal-plan-data.h"
#include "patal-plan-ids.h"
#include "patal-sheet.h"

G_BEGIN_DECLS

#define PATAL_PLAN_FILES_ERROR (patal_plan_files_error_quark ())
GQuark patal_plan_files_error_quark (void);
typedef enum /* each message says in which file, line and column, and what to do; a file that is no list at all is of PATAL_SHEET_ERROR */
{
  PATAL_PLAN_FILES_ERROR_FILE,    /* a file is missing */
  PATAL_PLAN_FILES_ERROR_COLUMN,  /* a column is */
  PATAL_PLAN_FILES_ERROR_VALUE,   /* a cell is empty, not of its form or out of range */
  PATAL_PLAN_FILES_ERROR_UNKNOWN, /* an id that stands nowhere */
  PATAL_PLAN_FILES_ERROR_TWICE,   /* an id that stands twice */
  PATAL_PLAN_FILES_ERROR_RULES,   /* all cells are right, but not together */
} PatalPlanFilesError;

typedef struct
{
  const char *name;
  enum { PATAL_PLAN_MAY_LACK, PATAL_PLAN_MUST_HAVE } need;
} PatalPlanColumn;

#define PATAL_PLAN_MOST_COLUMNS 8

typedef struct
{
  char                  *file;  /* as sentences call it */
  PatalSheet            *sheet; /* NULL: no rows */
  const PatalPlanColumn *columns;
  guint                  place[PATAL_PLAN_MOST_COLUMNS]; /* in the sheet; G_MAXUINT: the file has no such column */
  guint                  row;   /* where it stands */
  GStringChunk          *trimmed;
} PatalPlanRows;

/* Opens @path and finds the @n columns in its first row. One that is not there, or has nothing in it, has no rows if @optional. Fit for _clear()
 * also on FALSE. */
gboolean    patal_plan_rows_open  (PatalPlanRows *rows, const char *path, gboolean optional, const PatalPlanColumn *columns, guint n,
                                   const PatalProgress *progress, GError **error);
void        patal_plan_rows_clear (PatalPlanRows *rows);
int         patal_plan_rows_count (const PatalPlanRows *rows);
gboolean    patal_plan_rows_next  (PatalPlanRows *rows); /* stands before the first at the beginning */
guint       patal_plan_rows_line  (const PatalPlanRows *rows);

/* What stands in @column, without spaces around it; "" where there is nothing. */
const char *patal_plan_rows_text  (PatalPlanRows *rows, guint column);

/* All of these leave their result untouched where the cell is empty and @must is FALSE, and fail where it is and @must is TRUE. */
gboolean    patal_plan_rows_id    (PatalPlanRows *rows, guint column, gboolean must, const char **out, GError **error);
gboolean    patal_plan_rows_whole (PatalPlanRows *rows, guint column, gboolean must, int least, int most, int *out, GError **error);
gboolean    patal_plan_rows_km    (PatalPlanRows *rows, guint column, gboolean must, double *out, GError **error); /* 0 to 40,000 */
gboolean    patal_plan_rows_day   (PatalPlanRows *rows, guint column, gboolean must, PatalDay *out, GError **error);
gboolean    patal_plan_rows_span  (PatalPlanRows *rows, guint from, guint to, PatalSpan *out, GError **error); /* both must be there */
gboolean    patal_plan_rows_word  (PatalPlanRows *rows, guint column, const char *const *words, guint *out, GError **error);

/* A place of which one half is empty is not known. */
gboolean    patal_plan_rows_place (PatalPlanRows *rows, guint lat, guint lon, PatalPlace *out, GError **error);

/* The place in @ids of the id in @column, which must be there; @other is the file where it should stand. */
gboolean    patal_plan_rows_known (PatalPlanRows *rows, guint column, const PatalPlanIds *ids, const char *other, int *out, GError **error);

/* Takes the id in @column as a new one of @ids. */
gboolean    patal_plan_rows_new_id (PatalPlanRows *rows, guint column, PatalPlanIds *ids, GError **error);

/* FALSE, with the place in the file before the sentence. */
gboolean    patal_plan_rows_fail  (PatalPlanRows *rows, guint column, PatalPlanFilesError code, GError **error, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/* (transfer full): a sentence likewise, for what is no error. */
char       *patal_plan_rows_remark (PatalPlanRows *rows, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* What stands in @column as a sentence may hold it: not too long. */
const char *patal_plan_rows_shown (PatalPlanRows *rows, guint column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPlanRows, patal_plan_rows_clear)
G_END_DECLS
