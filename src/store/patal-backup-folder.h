/* patal-backup-folder.h: the folder of a file's copies: what lies there, what is kept
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-backup.h"

G_BEGIN_DECLS

#define PATAL_BACKUP_POOL "blobs.patal"

char *patal_backup_folder (const char *path); /* (transfer full) */

/* Where the next copy made before a restore goes: "2022-01-05-before-restore.patal", the second of a day "…-2.patal". (transfer full) */
char *patal_backup_before_path (const char *path, PatalDay today);

/* Where the copy of @db goes that is due on @today: *@target (transfer full), NULL if it has been made. Where a copy of a later day
 * lies there, the clock was wrong once, or is now, and may say the same day every morning: then one more is due, "…-2.patal", when the
 * last of the day lacks an edit. FALSE: the folder cannot be read. */
gboolean patal_backup_due (PatalDb *db, PatalDay today, char **target, GError **error);

/* Which of @n days, newest first, are kept: the newest 7 copies, the newest of each of the newest 7 days, and the newest of each of the
 * newest 4 weeks (Monday to Sunday). It is counted, so that a clock which runs ahead takes none away. Days after @today, from a clock
 * that was wrong, neither count nor go. */
void patal_backup_choose (const PatalDay *days, gsize n, PatalDay today, gboolean *keep);

/* Removes what is not kept: daily copies by the rule above; copies made before a restore after 28 days, but never
 * the newest ten of them; photos that no kept copy names. */
gboolean patal_backup_thin (const char *path, PatalDay today, GError **error);

G_END_DECLS
