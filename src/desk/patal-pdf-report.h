/* patal-pdf-report.h: a report as a PDF file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-table-pages.h"

G_BEGIN_DECLS

/* As patal_csv_write() and patal_xlsx_write(): written beside @path and moved there when whole (0600), on A4. @error: G_FILE_ERROR with a
 * sentence, PATAL_WORDS_ERROR, or cancelled; then what stood at @path still stands. */
gboolean patal_pdf_report_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);

G_END_DECLS
