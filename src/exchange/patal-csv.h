/* patal-csv.h: a table as CSV
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-table.h"
#include "patal-progress.h"

G_BEGIN_DECLS

/* One record, RFC 4180, CRLF; a field that a spreadsheet would take for a formula (= + - @ tab CR at its
 * start) gets ' before it, unless it is a plain number. Appends to @out. */
void patal_csv_append_record (GString *out, const char *const *fields, guint n_fields);

/* Likewise for programs instead of spreadsheets: each field as it is, LF. */
void patal_csv_append_exact_record (GString *out, const char *const *fields, guint n_fields);

/* UTF-8 with BOM; one header row of titles, then the rows; numbers plain (no grouping), money in rupees, days
 * YYYY-MM-DD, no totals, line breaks as " / ": made for reading back, so the mark of what is unverified has a column of its own, the last. Written beside @path and moved there when whole (0600).
 * @error: G_FILE_ERROR / G_IO_ERROR, or PATAL's sentence for a full disk. */
gboolean patal_csv_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);

G_END_DECLS
