/* patal-disk.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-disk.h"
#include "patal-db-private.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#define COPY_BLOCK (64 * 1024)

static int
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int result = fd < 0 ? -1 : fsync (fd);
  int number = errno;

  if (fd >= 0)
    close (fd);
  if (result < 0 && (number == EINVAL || number == ENOTSUP))
    return 0; /* a file system that cannot, such as some for memory sticks: it has done what it can */
  errno = number;
  return result;
}

static int
rename_file (const char *from, const char *to, PatalDiskPlace place)
{
  int result = place == PATAL_DISK_REPLACE ? rename (from, to) : renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);

  if (result == 0 || place == PATAL_DISK_REPLACE || errno != EINVAL)
    return result;
  /* a file system that cannot refuse by itself; the lock keeps others of us away */
  if (g_access (to, F_OK) < 0)
    return rename (from, to);
  errno = EEXIST;
  return -1;
}

PatalDiskCalls patal_disk_calls = { rename_file, sync_folder };

static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (patal_disk_calls.sync_folder (folder) == 0)
    return TRUE;
  patal_db_fail_errno (folder, errno, error);
  return FALSE;
}

gboolean
patal_disk_make_folder (const char *folder, GError **error)
{
  if (g_mkdir (folder, 0700) == 0)
    return sync_folder_of (folder, error);
  if (errno == EEXIST)
    return TRUE;
  patal_db_fail_errno (folder, errno, error);
  return FALSE;
}

gboolean
patal_disk_remove (const char *path, GError **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  int rc = vfs->xDelete (vfs, path, 1);

  if (rc == SQLITE_OK || rc == SQLITE_IOERR_DELETE_NOENT)
    return TRUE;
  patal_db_fail_errno (path, errno, error);
  return FALSE;
}

static const char *const journals[] = { "-journal", "-wal", "-shm" };

gboolean
patal_disk_remove_journals (const char *path, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *journal = g_strconcat (path, journals[i], NULL);

      if (!patal_disk_remove (journal, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
patal_disk_has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

void
patal_disk_drop (const char *path)
{
  patal_disk_remove (path, NULL);
  patal_disk_remove_journals (path, NULL);
}

gboolean
patal_disk_make_file (const char *path, GError **error)
{
  int fd;

  if (!patal_disk_remove (path, error) || !patal_disk_remove_journals (path, error))
    return FALSE;
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      patal_db_fail_errno (path, errno, error);
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/* A file of SQLite's layer that is no database to it. (transfer full) NULL: @error */
static sqlite3_file *
open_plain (const char *path, int flags, GError **error)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_file *file = g_malloc0 (vfs->szOsFile);
  int rc = vfs->xOpen (vfs, path, file, flags | SQLITE_OPEN_SUPER_JOURNAL, NULL);

  if (rc == SQLITE_OK)
    return file;
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  g_free (file);
  patal_db_fail_errno (path, errno, error);
  return NULL;
}

static void
close_plain (sqlite3_file *file)
{
  if (file == NULL)
    return;
  file->pMethods->xClose (file);
  g_free (file);
}

static gboolean
copy_bytes (sqlite3_file *in, sqlite3_file *out, const char *to, const PatalProgress *progress, GError **error)
{
  g_autofree char *block = g_malloc (COPY_BLOCK);
  sqlite3_int64 size = 0;
  int rc = in->pMethods->xFileSize (in, &size);

  for (sqlite3_int64 at = 0; rc == SQLITE_OK && at < size; at += COPY_BLOCK)
    {
      int length = (int) MIN (COPY_BLOCK, size - at);

      if (!patal_progress_step (progress, (guint64) at, (guint64) size, error))
        return FALSE;
      if (in->pMethods->xRead (in, block, length, at) != SQLITE_OK)
        memset (block, 0, (gsize) length);
      rc = out->pMethods->xWrite (out, block, length, at);
    }
  if (rc == SQLITE_OK)
    rc = out->pMethods->xSync (out, SQLITE_SYNC_NORMAL);
  if (rc != SQLITE_OK)
    patal_db_fail_handle (NULL, to, rc, error);
  return rc == SQLITE_OK;
}

gboolean
patal_disk_copy (const char *from, const char *to, const PatalProgress *progress, GError **error)
{
  sqlite3_file *in, *out = NULL;
  gboolean good;

  if (!patal_disk_make_file (to, error))
    return FALSE;
  in = open_plain (from, SQLITE_OPEN_READONLY, error);
  if (in != NULL)
    out = open_plain (to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  good = out != NULL && copy_bytes (in, out, to, progress, error);
  close_plain (in);
  close_plain (out);
  if (!good)
    patal_disk_drop (to);
  return good;
}

gboolean
patal_disk_put_in_place (const char *from, const char *to, PatalDiskPlace place, GError **error)
{
  /* First the name of the new file, then the step: else the old name could point to a file that the folder does not have. */
  if (!sync_folder_of (from, error))
    return FALSE;
  if (patal_disk_calls.rename_file (from, to, place) != 0)
    {
      patal_db_fail_errno (to, errno, error);
      return FALSE;
    }
  if (sync_folder_of (to, place == PATAL_DISK_KEEP ? error : NULL))
    return TRUE;
  if (place == PATAL_DISK_KEEP)
    patal_disk_remove (to, NULL);
  else
    {
      g_autofree char *name = g_path_get_basename (to);

      g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_IO,
                   _("“%s” was written, but the disk did not confirm it. Check the disk."), name);
    }
  return FALSE;
}
