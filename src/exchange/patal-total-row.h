/* patal-total-row.h: rows of a sheet that are totals, and no entries of its list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet.h"

G_BEGIN_DECLS

/* Whether a cell says that what stands beside it is a total: "योग", "Grand Total", "सोनगढ़ – योग". */
gboolean patal_total_row_says (const char *cell);

/* Whether the first text of @row does. */
gboolean patal_total_row_begins (const PatalSheet *sheet, guint row);

G_END_DECLS
