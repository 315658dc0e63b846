/* patal-export-dialog.h: a report of the directory as a file: XLSX, PDF or CSV
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-report-choice.h"
#include "patal-window.h"

G_BEGIN_DECLS

#define PATAL_TYPE_EXPORT_DIALOG (patal_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PatalExportDialog, patal_export_dialog, PATAL, EXPORT_DIALOG, AdwWindow)

void patal_export_dialog_show (PatalWindow *window, PatalDocument *document, const PatalReportStart *start);

G_END_DECLS
