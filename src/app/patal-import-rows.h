/* patal-import-rows.h: the rows of an import's preview as a list model: those of one fate, or all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import-run.h"

G_BEGIN_DECLS

#define PATAL_TYPE_IMPORT_ROW (patal_import_row_get_type ())
G_DECLARE_FINAL_TYPE (PatalImportRow, patal_import_row, PATAL, IMPORT_ROW, GObject)
guint patal_import_row_index (PatalImportRow *row);

#define PATAL_TYPE_IMPORT_ROWS (patal_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (PatalImportRows, patal_import_rows, PATAL, IMPORT_ROWS, GObject)
PatalImportRows *patal_import_rows_new (void);

/* Shows the rows of @run, (transfer none) (nullable), with @fate; PATAL_N_FATES: all. */
void patal_import_rows_show (PatalImportRows *rows, PatalImportRun *run, PatalFate fate);

G_END_DECLS
