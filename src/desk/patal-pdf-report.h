/* patal-pdf-report.h: a report on pages, and pages as a PDF file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pages.h"
#include "patal-table-pages.h"

G_BEGIN_DECLS

/* (transfer full): @table, which must not be changed any more, on paper. @error: PATAL_WORDS_ERROR, or cancelled. */
PatalPages *patal_pdf_report_pages (const PatalTable *table, const PatalTableSetup *setup, const PatalProgress *progress,
                                    GError **error);

/* Written beside @path and moved there when whole (0600). @error: G_FILE_ERROR with a sentence, or cancelled; then what stood at @path
 * still stands. */
gboolean patal_pdf_report_write_pages (const PatalPages *pages, const char *path, const PatalProgress *progress, GError **error);

/* Both, on A4: as patal_csv_write() and patal_xlsx_write(). */
gboolean patal_pdf_report_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);

G_END_DECLS
