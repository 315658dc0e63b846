/* patal-import-preview.h: what an import would do, row by row, and what becomes of the doubtful ones
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal "decided": a decision about doubtful rows was taken. */
#pragma once
#include "patal-import-run.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_IMPORT_PREVIEW (patal_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (PatalImportPreview, patal_import_preview, PATAL, IMPORT_PREVIEW, AdwBin)

/* Shows @run, which was previewed and is borrowed until the next call; NULL: nothing, which must be said before a job takes the run.
 * @reader, (nullable) with it, is the main thread's connection. */
void patal_import_preview_show (PatalImportPreview *preview, PatalImportRun *run, PatalDb *reader);

G_END_DECLS
