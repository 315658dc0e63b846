/* patal-month-pages.h: sheets of months, as an office pins them on the wall
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-desk.h"
#include "patal-pages.h"

G_BEGIN_DECLS

typedef struct
{
  const char     *scope;       /* (nullable): a unit's id, LGD code or name; NULL: of the file's only district, or only state */
  int             year, month; /* the first: 2026, 11 */
  guint           n_months;    /* 1 to 120 */
  PatalReportLang lang;
  PatalSheetSize  size;        /* of paper, or of a picture */
  gboolean        batches;     /* with the batches of trainings on their days, block by block */
  gboolean        one_sheet;   /* all months, at most 12, on one sheet, a row each; @size had better be A3 on its side */
} PatalMonthOrder;

/* (transfer full): a page for each month, with its weekly days off, holidays and blackouts as patal_calendar_new() has them, and a line for each
 * in the outline. On a reading connection, in any thread. NULL: PATAL_DB_ERROR (NOT_FOUND: no such scope), PATAL_WORDS_ERROR, or
 * cancelled. */
PatalPages *patal_month_pages (PatalDb *db, const PatalMonthOrder *order, const PatalProgress *progress, GError **error);

G_END_DECLS
