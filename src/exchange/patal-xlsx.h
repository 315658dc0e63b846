/* patal-xlsx.h: a table as a workbook, by libxlsxwriter
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-table.h"
#include "patal-progress.h"

G_BEGIN_DECLS

/* Title, place, unit line and as-on line above a frozen header; real numbers and dates (DD.MM.YYYY, 2-2-3 grouping); codes as text; totals
 * as SUM formulas with their value beside; widths from content; A4 print set-up with the header repeated and page n of m. Written beside @path and moved
 * there when whole (0600). */
gboolean patal_xlsx_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);

G_END_DECLS
