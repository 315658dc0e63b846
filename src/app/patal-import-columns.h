/* patal-import-columns.h: what each column of a sheet is: recognised by its heading, changeable; old Hindi fonts before and after
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: changed (), when the user has chosen otherwise. */
#pragma once
#include "patal-import-run.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_IMPORT_COLUMNS (patal_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (PatalImportColumns, patal_import_columns, PATAL, IMPORT_COLUMNS, AdwBin)

void patal_import_columns_set_run (PatalImportColumns *columns, PatalImportRun *run); /* (transfer none) (nullable) */

G_END_DECLS
