/* patal-import-shared.h: what a table leaves out because it is the same for all its rows: an entry for each such field that no column gives
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import-run.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_IMPORT_SHARED (patal_import_shared_get_type ())
G_DECLARE_FINAL_TYPE (PatalImportShared, patal_import_shared, PATAL, IMPORT_SHARED, AdwBin)

void patal_import_shared_set_run (PatalImportShared *shared, PatalImportRun *run); /* (transfer none) (nullable) */

/* To be called where the columns were chosen otherwise. */
void patal_import_shared_update (PatalImportShared *shared);

/* Gives the run what is typed. As patal_import_run_set_shared(); then the entry at fault has the focus. */
gboolean patal_import_shared_apply (PatalImportShared *shared, GError **error);

G_END_DECLS
