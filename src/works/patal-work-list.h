/* patal-work-list.h: which works stand in a list, in which order, and what a row shows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-work.h"

G_BEGIN_DECLS

typedef enum /* all but the last as R11 counts them (PATAL_SQL_BOARD_STATE) */
{
  PATAL_BOARD_STATE_ANY,
  PATAL_BOARD_STATE_MISSING,   /* the work has begun, and no board is recorded as built */
  PATAL_BOARD_STATE_BUILT,
  PATAL_BOARD_STATE_WRONG,     /* built, and found wrong */
  PATAL_BOARD_STATE_UNSEEN,    /* built, and not inspected yet */
  PATAL_BOARD_STATE_OVERPRINT, /* the work is completed, and its first print was made before that: the end-dated rows were empty */
} PatalBoardState;

typedef enum
{
  PATAL_WORK_SORT_NAME_HI, PATAL_WORK_SORT_NAME_EN, PATAL_WORK_SORT_GP_HI, PATAL_WORK_SORT_GP_EN, PATAL_WORK_SORT_CODE,
  PATAL_WORK_SORT_START, PATAL_WORK_SORT_TOTAL, PATAL_WORK_SORT_STATUS,
} PatalWorkSort;

typedef struct
{
  gint64          within;      /* a unit: works in it or below it; 0: all */
  int             kind;        /* PatalWorkKind, -1: any */
  int             status;      /* PatalWorkStatus, -1: any */
  int             fy;          /* 0: any */
  PatalBoardState board;
  PatalDay        as_on;       /* of the boards' state; PATAL_DAY_NONE: today */
  PatalWorkSort   sort;
  gboolean        descending;
} PatalWorkFilter;

/* (transfer full) (element-type gint64): ids in order. For a worker; also the order of the boards of a PDF (PATAL_WORK_SORT_GP_HI: block, GP,
 * work). */
GArray *patal_work_ids (PatalDb *db, const PatalWorkFilter *filter, GError **error);

/* (transfer full) (element-type gint64): the works with @code; letter case and spaces do not tell codes apart. */
GArray *patal_works_with_code (PatalDb *db, const char *code, GError **error);

/* The row of a list (patal_row_model_new). */
typedef enum
{
  PATAL_WORK_COL_NAME_HI, PATAL_WORK_COL_NAME_EN, PATAL_WORK_COL_CODE, PATAL_WORK_COL_KIND, PATAL_WORK_COL_STATUS, PATAL_WORK_COL_GP_HI,
  PATAL_WORK_COL_GP_EN, PATAL_WORK_COL_BLOCK_HI, PATAL_WORK_COL_BLOCK_EN, PATAL_WORK_COL_TOTAL, /* paise */ PATAL_WORK_COL_WAGE,
  PATAL_WORK_COL_MATERIAL, PATAL_WORK_COL_START, PATAL_WORK_COL_END, PATAL_WORK_COL_BUILT_ON, PATAL_WORK_COL_CORRECT, PATAL_WORK_COL_PRINTED_AT,
  PATAL_WORK_COL_FY, PATAL_WORK_COL_GP_ID, PATAL_WORK_COL_BLOCK_ID
} PatalWorkColumn;
extern const char patal_work_row_sql[];

G_END_DECLS
