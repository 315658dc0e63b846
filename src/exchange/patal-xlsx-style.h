/* patal-xlsx-style.h: the formats of a workbook's cells, each made once
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-table.h"
#include <xlsxwriter.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_XLSX_TITLE, PATAL_XLSX_PLACE, PATAL_XLSX_UNIT_LINE, PATAL_XLSX_AS_ON, PATAL_XLSX_HEADING, PATAL_XLSX_NOTE,
  PATAL_XLSX_SIGN_LEFT, PATAL_XLSX_SIGN_MIDDLE, PATAL_XLSX_SIGN_RIGHT, PATAL_XLSX_TOTAL_WORD, PATAL_N_XLSX_PARTS
} PatalXlsxPart;

typedef struct _PatalXlsxStyles PatalXlsxStyles;

/* @unverified: (nullable): the mark, a word or two, behind values that nobody confirmed. The formats belong
 * to @workbook. */
PatalXlsxStyles *patal_xlsx_styles_new  (lxw_workbook *workbook, const char *unverified);
void             patal_xlsx_styles_free (PatalXlsxStyles *styles);

lxw_format *patal_xlsx_styles_part (PatalXlsxStyles *styles, PatalXlsxPart part);

/* For a value of a column of @type: whole or with two decimals (MONEY), grouped 2-2-3 whatever its size and
 * sign. */
typedef struct
{
  PatalColumnType type;
  double          shown;      /* the number in the cell */
  gboolean        decimals;   /* MONEY: two of them */
  gboolean        unverified; /* with the mark */
  gboolean        total;      /* bold, under a line */
} PatalXlsxValue;
lxw_format *patal_xlsx_styles_value (PatalXlsxStyles *styles, const PatalXlsxValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalXlsxStyles, patal_xlsx_styles_free)
G_END_DECLS
