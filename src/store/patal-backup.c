/* patal-backup.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-backup.h"
#include "patal-backup-folder.h"
#include "patal-blob.h"
#include "patal-copy.h"
#include "patal-db-private.h"
#include "patal-disk.h"
#include "patal-lock.h"
#include "patal-place.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
patal_backup_free (PatalBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup);
}

/* Daily */

static gboolean
make_daily (const char *path, const char *target, const PatalProgress *progress, GError **error)
{
  g_autofree char *folder = patal_backup_folder (path), *beside = g_strconcat (target, ".new", NULL);
  g_autofree char *pool = g_build_filename (folder, PATAL_BACKUP_POOL, NULL);
  PatalProgressPart copying, checking;

  if (!patal_disk_make_folder (folder, error)
      || !patal_copy_without_photos (path, beside, pool, patal_progress_part (&copying, progress, 0, 0.8), error))
    return FALSE;
  if (patal_copy_verify (beside, patal_progress_part (&checking, progress, 0.8, 1), error)
      && patal_disk_put_in_place (beside, target, PATAL_DISK_REPLACE, error))
    return TRUE;
  patal_disk_drop (beside);
  return FALSE;
}

gboolean
patal_backup_daily (PatalDb *db, const PatalProgress *progress, GError **error)
{
  const char *path = patal_db_path (db);
  PatalDay today = patal_day_today ();
  g_autofree char *target = NULL;

  if (!patal_backup_due (db, today, &target, error))
    return FALSE;
  if (target == NULL)
    return TRUE;
  if (!make_daily (path, target, progress, error) || !patal_backup_thin (path, today, error))
    return FALSE;
  /* What goes now is in the copy. Where this fails nothing is lost, and tomorrow it is tried again. */
  if (!patal_db_read_only (db))
    patal_blob_sweep (db, NULL, NULL);
  return TRUE;
}

/* On demand */

/* Nobody has the file at @path open, and no journal stands beside it that would belong to its successor. Of a damaged one it
 * cannot be said who has it open; what its WAL still has is brought home if that can be done. */
static gboolean
make_room (const char *path, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS), sound = there && patal_copy_verify (path, NULL, NULL);

  if (there && !patal_copy_bring_home (path, sound ? error : NULL) && sound)
    return FALSE;
  if (sound && g_file_test (wal, G_FILE_TEST_EXISTS))
    {
      patal_db_fail_handle (NULL, path, SQLITE_BUSY, error);
      return FALSE;
    }
  return patal_disk_remove_journals (path, error);
}

static gboolean
put_copy (PatalDb *db, const char *target, const PatalProgress *progress, GError **error)
{
  g_autofree char *beside = g_strconcat (target, ".new", NULL);

  if (patal_copy_whole_of (db, beside, progress, error) && patal_copy_settle (beside, NULL, NULL, error)
      && make_room (target, error) && patal_disk_put_in_place (beside, target, PATAL_DISK_REPLACE, error))
    return TRUE;
  patal_disk_drop (beside);
  return FALSE;
}

gboolean
patal_backup_copy (PatalDb *db, const char *target, PatalBackupTarget existing, const PatalProgress *progress, GError **error)
{
  g_autofree char *real = patal_place_real_path (target, error);
  g_autoptr (PatalLock) lock = NULL;

  if (real == NULL)
    return FALSE;
  if (g_str_equal (real, patal_db_path (db)) || (existing == PATAL_BACKUP_KEEP && g_file_test (real, G_FILE_TEST_EXISTS)))
    {
      patal_db_fail_errno (real, EEXIST, error);
      return FALSE;
    }
  lock = patal_lock_take (real, error);
  return lock != NULL && put_copy (db, real, progress, error);
}

/* The way back */

/* The WAL first: nobody looks for it before the other has its name. */
static gboolean
keep_as_it_is (const char *path, const char *beside, const char *target, const PatalProgress *progress, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL), *target_wal = g_strconcat (target, "-wal", NULL);

  return (!g_file_test (wal, G_FILE_TEST_EXISTS) || patal_disk_copy (wal, target_wal, NULL, error))
         && patal_disk_copy (path, beside, progress, error);
}

/* A copy of what stands at @path, (transfer full) in *@before; NULL where nothing does. */
static gboolean
keep_before (const char *path, char **before, const PatalProgress *progress, GError **error)
{
  g_autofree char *folder = patal_backup_folder (path), *target = NULL, *beside = NULL;

  *before = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!patal_disk_make_folder (folder, error))
    return FALSE;
  target = patal_backup_before_path (path, patal_day_today ());
  beside = g_strconcat (target, ".new", NULL);
  if (!patal_disk_remove_journals (target, error)
      || !(patal_copy_verify (path, NULL, NULL) ? patal_copy_whole (path, beside, progress, error)
                                                : keep_as_it_is (path, beside, target, progress, error))
      || !patal_disk_put_in_place (beside, target, PATAL_DISK_REPLACE, error))
    {
      patal_disk_drop (beside);
      patal_disk_drop (target);
      return FALSE;
    }
  *before = g_steal_pointer (&target);
  return TRUE;
}

/* *@replaced can be TRUE of a failure too: see patal_disk_put_in_place(). */
static gboolean
build_and_replace (const char *path, const char *backup, gboolean *replaced, const PatalProgress *progress, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".new", NULL), *folder = g_path_get_dirname (backup);
  g_autofree char *pool = g_build_filename (folder, PATAL_BACKUP_POOL, NULL);
  PatalProgressPart copying, settling;
  gboolean built = patal_copy_whole (backup, beside, patal_progress_part (&copying, progress, 0, 0.5), error)
                   && patal_copy_settle (beside, pool, patal_progress_part (&settling, progress, 0.5, 1), error)
                   && make_room (path, error);
  gboolean good = built && patal_disk_put_in_place (beside, path, PATAL_DISK_REPLACE, error);

  *replaced = built && !g_file_test (beside, G_FILE_TEST_EXISTS);
  if (!*replaced)
    patal_disk_drop (beside);
  return good;
}

gboolean
patal_backup_restore (const char *path, const char *backup, char **before, const PatalProgress *progress, GError **error)
{
  g_autofree char *real = patal_place_real_path (path, error), *kept = NULL;
  g_autoptr (PatalLock) lock = NULL;
  PatalProgressPart verifying, keeping, building;
  gboolean good, replaced;

  if (before != NULL)
    *before = NULL;
  if (real == NULL || !patal_copy_verify (backup, patal_progress_part (&verifying, progress, 0, 0.2), error))
    return FALSE;
  lock = patal_lock_take (real, error);
  if (lock == NULL || !keep_before (real, &kept, patal_progress_part (&keeping, progress, 0.2, 0.5), error))
    return FALSE;
  good = build_and_replace (real, backup, &replaced, patal_progress_part (&building, progress, 0.5, 1), error);
  if (kept != NULL && !replaced)
    patal_disk_drop (kept); /* what it is a copy of still stands there */
  else if (before != NULL)
    *before = g_steal_pointer (&kept);
  return good;
}
