/* patal-backup.h: copies of the file, and the way back
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Daily copies lie in the folder "NAME.patal-backups" beside the file (0700), as YYYY-MM-DD.patal, without the bytes of
 * photos, which all copies share in "blobs.patal" there. Kept are the last 7 days and the last of each of 4 weeks; and for 28 days,
 * the newest ten longer, what stood there before a restore, "YYYY-MM-DD-before-restore.patal". Every file is built beside its place and renamed: a lost
 * power, a full disk leave the old one or the new one. @error: PATAL_DB_ERROR, or cancelled. */
#pragma once
#include "patal-day.h"
#include "patal-file.h"

G_BEGIN_DECLS

typedef enum { PATAL_BACKUP_DAILY, PATAL_BACKUP_BEFORE_RESTORE, PATAL_BACKUP_OTHER /* such as before a migration */ } PatalBackupKind;

typedef struct
{
  char    *path;
  PatalBackupKind kind;
  PatalDay day;
  gint64   made_at; /* seconds UTC */
  gint64   size;
  gboolean good;    /* opens and is sound; known only after patal_backup_list_checked() */
} PatalBackup;
void patal_backup_free (PatalBackup *backup);

/* Makes today's copy unless there is one; then thins, and lets go of the photos that nothing names. Call on the first opening of a day, on a connection of any mode. */
gboolean patal_backup_daily (PatalDb *db, const PatalProgress *progress, GError **error);

/* One whole copy, with the photos, at @target (0600), as the user asked for it (a memory stick): self-contained, and with a desk
 * number of its own, since it may be handed to another desk. EXISTS when @target is there and @replace is not set; then nothing is
 * touched. With @replace the old one stays until the new one is whole. */
typedef enum { PATAL_BACKUP_KEEP, PATAL_BACKUP_REPLACE } PatalBackupTarget;
gboolean patal_backup_copy (PatalDb *db, const char *target, PatalBackupTarget existing, const PatalProgress *progress, GError **error);

/* (transfer full) (element-type PatalBackup): the copies of the file at @path, newest first. The second opens each one. */
GPtrArray *patal_backup_list         (const char *path, GError **error);
GPtrArray *patal_backup_list_checked (const char *path, const PatalProgress *progress, GError **error);

/* Puts @backup in the place of the file at @path, which nobody may have open. What stands there is copied first (a damaged file
 * is kept as it is), (transfer full) to *@before, so that restoring that one takes the restore back. The file gets a new desk number.
 * Photos come out of the "blobs.patal" beside @backup; those that are not there are missing: patal_blob_get() says DAMAGED, and
 * `patal check` names them. LOCKED:
 * somebody has the file open; DAMAGED, NOT_OURS, NEWER: @backup is no good, and nothing was touched. */
gboolean patal_backup_restore (const char *path, const char *backup, char **before, const PatalProgress *progress, GError **error);

G_END_DECLS
