/* patal-test-vfs.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-test-vfs.h"
#include "patal-disk.h"
#include "patal-test-disk.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base;
  guint         inode;       /* 0: not recorded */
  char         *path;
  gboolean      sync_folder; /* a journal: its first sync is the folder's too, as in the layer below */
  sqlite3_file *real;        /* in the same allocation, behind this */
} TestFile;

static struct
{
  PatalFault fault;
  guint      n, writes, reads, syncs;
  gboolean   failed;
} faults;

static gboolean
fails (PatalFault fault, guint count)
{
  if (faults.fault != fault || (fault == PATAL_FAULT_FULL ? count < faults.n : count != faults.n))
    return FALSE;
  faults.failed = TRUE;
  return TRUE;
}

static gboolean failed_a_read;

gboolean
patal_test_vfs_failed_a_read (void)
{
  return failed_a_read;
}

void
patal_test_vfs_fail (PatalFault fault, guint n)
{
  failed_a_read = faults.failed && faults.fault == PATAL_FAULT_READ;
  memset (&faults, 0, sizeof faults);
  faults.fault = fault;
  faults.n = n;
}

gboolean
patal_test_vfs_failed (void)
{
  return faults.failed;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((TestFile *) file)->real;
}

static int
close_file (sqlite3_file *file)
{
  TestFile *self = (TestFile *) file;

  g_clear_pointer (&self->path, g_free);
  return self->real->pMethods->xClose (self->real);
}

static int
read_file (sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
  if (fails (PATAL_FAULT_READ, ++faults.reads))
    return SQLITE_IOERR_READ;
  return real_of (file)->pMethods->xRead (real_of (file), to, size, offset);
}

static int
write_file (sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
  TestFile *self = (TestFile *) file;

  ++faults.writes;
  if (fails (PATAL_FAULT_FULL, faults.writes))
    return SQLITE_FULL;
  if (fails (PATAL_FAULT_WRITE, faults.writes))
    return SQLITE_IOERR_WRITE;
  patal_test_disk_wrote (self->inode, from, (gsize) size, offset);
  return self->real->pMethods->xWrite (self->real, from, size, offset);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  TestFile *self = (TestFile *) file;

  patal_test_disk_truncated (self->inode, size);
  return self->real->pMethods->xTruncate (self->real, size);
}

static int
sync_file (sqlite3_file *file, int flags G_GNUC_UNUSED)
{
  TestFile *self = (TestFile *) file;

  if (fails (PATAL_FAULT_SYNC, ++faults.syncs))
    return SQLITE_IOERR_FSYNC;
  /* Not the real one: only what is recorded is ever cut off, so the test need not wait for the disk. */
  patal_test_disk_synced (self->inode);
  if (self->sync_folder)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      patal_test_disk_synced_folder (folder);
      self->sync_folder = FALSE;
    }
  return SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
check_reserved (sqlite3_file *file, int *out)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), out);
}

static int
file_control (sqlite3_file *file, int op, void *arg)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, arg);
}

static int
sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), region, size, extend, out);
}

static int
shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
shm_unmap (sqlite3_file *file, int delete_flag)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), delete_flag);
}

/* Version 2: without mapped reading and writing, which would go round the log. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = file_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved,
  .xFileControl = file_control,
  .xSectorSize = sector_size,
  .xDeviceCharacteristics = characteristics,
  .xShmMap = shm_map,
  .xShmLock = shm_lock,
  .xShmBarrier = shm_barrier,
  .xShmUnmap = shm_unmap,
};

static sqlite3_vfs *below;

static int
open_file (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  TestFile *self = (TestFile *) file;
  int rc;

  memset (self, 0, (gsize) vfs->szOsFile);
  self->real = (sqlite3_file *) (self + 1);
  rc = below->xOpen (below, path, self->real, flags, out_flags);
  if (self->real->pMethods == NULL)
    return rc;
  self->base.pMethods = &methods;
  if (rc != SQLITE_OK || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0)
    return rc;
  self->inode = patal_test_disk_opened (path);
  self->path = g_strdup (path);
  self->sync_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL)) != 0;
  return rc;
}

static int
delete_file (sqlite3_vfs *vfs G_GNUC_UNUSED, const char *path, int sync)
{
  int rc = below->xDelete (below, path, 0); /* no sync: nothing is cut here */

  if (rc == SQLITE_OK)
    patal_test_disk_deleted (path, sync);
  return rc;
}

/* The calls beside SQLite */

static int
rename_file (const char *from, const char *to, PatalDiskPlace place)
{
  if (place == PATAL_DISK_KEEP && g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return -1;
    }
  if (g_rename (from, to) < 0)
    return -1;
  patal_test_disk_renamed (from, to);
  return 0;
}

static int
sync_one_folder (const char *folder)
{
  if (fails (PATAL_FAULT_SYNC, ++faults.syncs))
    {
      errno = EIO;
      return -1;
    }
  patal_test_disk_synced_folder (folder);
  return 0;
}

void
patal_test_vfs_install (void)
{
  static sqlite3_vfs vfs;

  patal_disk_calls = (PatalDiskCalls) { rename_file, sync_one_folder };
  g_assert_null (below);
  below = sqlite3_vfs_find (NULL);
  vfs = *below; /* what is not about files of ours stays the system's */
  vfs.zName = "patal-test";
  vfs.pNext = NULL;
  vfs.szOsFile = sizeof (TestFile) + below->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
