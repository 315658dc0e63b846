/* patal-whereabouts.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-whereabouts.h"
#include "patal-copy.h"
#include "patal-db-private.h"
#include "patal-disk.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

static gboolean
is_at (const char *path, const struct stat *opened)
{
  struct stat there;

  return stat (path, &there) == 0 && there.st_ino == opened->st_ino && there.st_dev == opened->st_dev;
}

PatalWhereabouts
patal_whereabouts_find (PatalDb *db, char **now)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", db->place_fd), *path = NULL;
  struct stat opened;

  if (now != NULL)
    *now = NULL;
  if (db->place_fd < 0 || fstat (db->place_fd, &opened) != 0 || is_at (db->path, &opened))
    return PATAL_WHEREABOUTS_HERE;
  path = g_file_read_link (link, NULL);
  if (path == NULL || !is_at (path, &opened)) /* of a deleted one it is its old name with a remark of the kernel's */
    return PATAL_WHEREABOUTS_NOWHERE;
  if (now != NULL)
    *now = g_steal_pointer (&path);
  return PATAL_WHEREABOUTS_ELSEWHERE;
}

gboolean
patal_whereabouts_check (PatalDb *db, GError **error)
{
  g_autofree char *now = NULL, *name = NULL, *shown = NULL;
  PatalWhereabouts whereabouts = patal_whereabouts_find (db, &now);

  if (whereabouts == PATAL_WHEREABOUTS_HERE)
    return TRUE;
  name = g_filename_display_basename (db->path);
  shown = now != NULL ? g_filename_display_name (now) : NULL;
  if (shown != NULL)
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_MOVED,
                 /* Translators: the name of a file, and the whole path that it has now */
                 _("“%s” was moved or renamed while it was open: it is now “%s”. Nothing was changed. Open it there, or put it back."),
                 name, shown);
  else
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_MOVED,
                 _("“%s” was deleted, replaced, or moved to another disk while it was open. Nothing was changed. Put it back, or "
                   "save a copy of it."), name);
  return FALSE;
}

/* Its journals are those of the file that is gone, and would be taken for those of what comes in its place. */
static gboolean
write_anew (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autofree char *beside = g_strconcat (db->path, ".new", NULL);

  if (g_file_test (db->path, G_FILE_TEST_EXISTS))
    {
      patal_db_fail_errno (db->path, EEXIST, error);
      return FALSE;
    }
  if (patal_copy_whole_of (db, beside, progress, error) && patal_copy_verify (beside, NULL, error)
      && patal_disk_remove_journals (db->path, error)
      && patal_disk_put_in_place (beside, db->path, PATAL_DISK_KEEP, error))
    return TRUE;
  patal_disk_drop (beside);
  return FALSE;
}

gboolean
patal_whereabouts_put_back (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (db->lock != NULL, FALSE);

  switch (patal_whereabouts_find (db, &now))
    {
    case PATAL_WHEREABOUTS_HERE:
      return TRUE;
    case PATAL_WHEREABOUTS_NOWHERE:
      return write_anew (db, progress, error);
    default:
      break;
    }
  if (patal_disk_calls.rename_file (now, db->path, PATAL_DISK_KEEP) == 0)
    return TRUE;
  patal_db_fail_errno (db->path, errno, error);
  return FALSE;
}
