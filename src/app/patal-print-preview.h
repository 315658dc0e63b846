/* patal-print-preview.h: reports as they will be printed, with what can be chosen about them; from here they are printed, or saved as PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-report-choice.h"
#include "patal-window.h"

G_BEGIN_DECLS

#define PATAL_TYPE_PRINT_PREVIEW (patal_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (PatalPrintPreview, patal_print_preview, PATAL, PRINT_PREVIEW, AdwWindow)

/* Where a calendar is what @start tells of, its months are proposed, and not the list of its days. */
void patal_print_preview_show (PatalWindow *window, PatalDocument *document, const PatalReportStart *start);

G_END_DECLS
