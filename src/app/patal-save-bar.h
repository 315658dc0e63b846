/* patal-save-bar.h: Discard and Save below a form, there while something is typed
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: save (), discard (). */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_SAVE_BAR (patal_save_bar_get_type ())
G_DECLARE_FINAL_TYPE (PatalSaveBar, patal_save_bar, PATAL, SAVE_BAR, AdwBin)

void patal_save_bar_set_revealed (PatalSaveBar *bar, gboolean revealed);
void patal_save_bar_set_valid    (PatalSaveBar *bar, gboolean valid); /* what is typed could be saved */

G_END_DECLS
