/* patal-backups-dialog.h: the copies of the file: which there are, one more now, going back to one
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-window.h"

G_BEGIN_DECLS

#define PATAL_TYPE_BACKUPS_DIALOG (patal_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PatalBackupsDialog, patal_backups_dialog, PATAL, BACKUPS_DIALOG, AdwWindow)

void patal_backups_dialog_show (PatalWindow *window);

G_END_DECLS
