/* patal-total-row.h: rows of a sheet that are totals, and no entries of its list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"
#include "patal-sheet.h"

G_BEGIN_DECLS

/* Whether a cell says that what stands beside it is a total: "योग", "Grand Total", "सोनगढ़ – योग". */
gboolean patal_total_row_says (const char *cell);

typedef enum
{
  PATAL_TOTAL_NO,
  PATAL_TOTAL_ALONE, /* a total that is plainly no entry: nothing is named but what it is the total of */
  PATAL_TOTAL_NAMES, /* says that it is a total, and names something or has a code */
} PatalTotal;

/* What @row is: its first text says that it is a total, or, behind the block, the last of its names does.
 * @kinds: by column of the sheet; TEXT where it feeds no field. */
PatalTotal patal_total_row_of (const PatalSheet *sheet, guint row, const PatalFieldKind *kinds);

G_END_DECLS
