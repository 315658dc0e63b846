/* patal-restore.h: listing and restoring backups away from the main thread, of a file that nobody has open
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-backup.h"
#include "patal-window.h"

G_BEGIN_DECLS

/* The backups of the file at @path, each opened and judged: (transfer full) (element-type PatalBackup), newest first. */
void       patal_restore_list_async  (const char *path, GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data);
GPtrArray *patal_restore_list_finish (GAsyncResult *result, GError **error);

/* patal_backup_restore(); gives (transfer full) the path of the copy made of what stood there, "" where
 * nothing did, NULL with @error. */
void  patal_restore_async  (const char *path, const char *backup, GCancellable *cancellable, GAsyncReadyCallback ready,
                            gpointer user_data);
char *patal_restore_finish (GAsyncResult *result, GError **error);

/* Says in @window where it is kept what stood there @before; "" where nothing did. */
void patal_restore_say_done (PatalWindow *window, const char *before);

G_END_DECLS
