/* patal-backup-folder.h: the folder of a file's copies: what lies there, what is kept
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-backup.h"

G_BEGIN_DECLS

#define PATAL_BACKUP_POOL "blobs.patal"

char *patal_backup_folder (const char *path); /* (transfer full) */

/* Where the next copy made before a restore goes: "2022-01-05-before-restore.patal", the second of a day "…-2.patal". (transfer full) */
char *patal_backup_before_path (const char *path, PatalDay today);

/* Which of @n days, newest first, are kept: the newest 7, and the newest of each of the newest 4 weeks (Monday to Sunday). Days
 * after @today, from a clock that was wrong, neither count nor go. */
void patal_backup_choose (const PatalDay *days, gsize n, PatalDay today, gboolean *keep);

/* Removes what is not kept: daily copies by the rule above; copies made before a restore after 28 days; photos that no
 * kept copy names. */
gboolean patal_backup_thin (const char *path, PatalDay today, GError **error);

G_END_DECLS
