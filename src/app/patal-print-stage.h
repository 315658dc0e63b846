/* patal-print-stage.h: pages before they are printed, with what turns and enlarges them, and with what is under way
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Page Up and Down turn, Ctrl + and - zoom wherever in the window the focus is. Signal: stop (): the work under way is to end. */
#pragma once
#include "patal-print-view.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PRINT_STAGE (patal_print_stage_get_type ())
G_DECLARE_FINAL_TYPE (PatalPrintStage, patal_print_stage, PATAL, PRINT_STAGE, AdwBin)

void  patal_print_stage_set_pages   (PatalPrintStage *stage, PatalPages *pages); /* (nullable) */
guint patal_print_stage_get_page    (PatalPrintStage *stage);
/* Unless the user has chosen one, or a zoom. */
void  patal_print_stage_propose_fit (PatalPrintStage *stage, PatalPrintFit fit);

void  patal_print_stage_say_error   (PatalPrintStage *stage, const char *sentence); /* (nullable) */
void  patal_print_stage_say_note    (PatalPrintStage *stage, const char *sentence); /* (nullable): what is to be known of the pages */
void  patal_print_stage_set_busy    (PatalPrintStage *stage, const char *words);    /* (nullable): what is under way */
void  patal_print_stage_set_share   (PatalPrintStage *stage, double share);
void  patal_print_stage_toast       (PatalPrintStage *stage, AdwToast *toast);      /* (transfer full) */

G_END_DECLS
