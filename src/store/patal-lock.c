/* patal-lock.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-lock.h"
#include "patal-db-private.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _PatalLock
{
  char *path; /* of the lock file */
  int   fd;
};

/* Between our open() and flock() the holder before us may have removed the file: then we hold a lock that nobody else sees. */
static gboolean
still_there (const PatalLock *lock)
{
  struct stat held, named;

  return fstat (lock->fd, &held) == 0 && stat (lock->path, &named) == 0 && held.st_ino == named.st_ino
         && held.st_dev == named.st_dev;
}

/* Readable by all, and empty: the program of another user too must see that it is taken. (Without O_CREAT first: some folders, such
 * as /tmp, refuse it for a file that another user made.) */
static int
open_lock (const char *path)
{
  const int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW;
  int fd = open (path, flags);

  if (fd >= 0 || errno != ENOENT)
    return fd;
  fd = open (path, flags | O_CREAT, 0644);
  if (fd >= 0)
    fchmod (fd, 0644); /* whatever the umask; where it cannot be, the next one is refused as "read-only" */
  return fd;
}

static int
open_and_lock (PatalLock *lock)
{
  for (;;)
    {
      lock->fd = open_lock (lock->path);
      if (lock->fd < 0)
        return errno;
      if (flock (lock->fd, LOCK_EX | LOCK_NB) < 0)
        return errno;
      if (still_there (lock))
        return 0;
      close (lock->fd);
    }
}

PatalLock *
patal_lock_take (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  PatalLock *lock = g_new0 (PatalLock, 1);
  int number;

  lock->path = g_strdup_printf ("%s/.%s.lock", folder, name);
  number = open_and_lock (lock);
  if (number == 0)
    return lock;
  if (number == EWOULDBLOCK)
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED,
                 _("“%s” is open in another window or program. Close it there first."), name);
  else
    patal_db_fail_errno (path, number, error);
  if (lock->fd >= 0)
    close (lock->fd);
  g_free (lock->path);
  g_free (lock);
  return NULL;
}

void
patal_lock_release (PatalLock *lock)
{
  if (lock == NULL)
    return;
  if (still_there (lock)) /* else the folder was moved, and the name may be that of another's lock */
    unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
