/* patal-xlsx.h: a table as a workbook, by libxlsxwriter
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-table.h"
#include "patal-progress.h"

G_BEGIN_DECLS

#define PATAL_XLSX_ERROR (patal_xlsx_error_quark ())
GQuark patal_xlsx_error_quark (void);
typedef enum
{
  PATAL_XLSX_ERROR_LIMIT, /* more rows, columns or text in a cell than a workbook can hold: says which, and where */
} PatalXlsxError;

/* Title, place, unit line and as-on line above a frozen header; real numbers and dates (DD.MM.YYYY, 2-2-3
 * grouping); codes as text; totals as SUM formulas with their value beside; widths from content; A4 print
 * set-up with the header repeated and page n of m. Written beside @path and moved there when whole (0600).
 * @error: PATAL_XLSX_ERROR, G_FILE_ERROR with a sentence (NOSPC: the disk is full), or cancelled; then what
 * stood at
 * @path still stands. */
gboolean patal_xlsx_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);

G_END_DECLS
