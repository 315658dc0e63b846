/* patal-out-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-out-file.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define FLUSH_BYTES (256 * 1024)

struct _PatalOutFile
{
  char *path, *temporary;
  int   fd;
};

struct _PatalOutFolder
{
  char *path, *folder, *temporary;
};

gboolean
patal_out_file_fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GFileError file_error = g_file_error_from_errno (code);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                 _("The disk is full, so “%s” was not written. Make room or choose another place."), name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, G_FILE_ERROR, file_error,
                 _("You may not write “%s” there. Choose another folder."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, G_FILE_ERROR, file_error,
                 _("The folder for “%s” does not exist. Choose another one."), name);
  else if (code == EISDIR || code == ENOTEMPTY || code == EEXIST)
    g_set_error (error, G_FILE_ERROR, file_error, _("“%s” is a folder. Choose another name."), name);
  else
    g_set_error (error, G_FILE_ERROR, file_error, _("“%s” was not written: %s."), name, g_strerror (code));
  return FALSE;
}

PatalOutFile *
patal_out_file_new (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  PatalOutFile *file = g_new0 (PatalOutFile, 1);

  file->path = g_strdup (path);
  file->temporary = g_build_filename (folder, ".patal-XXXXXX", NULL);
  file->fd = g_mkstemp_full (file->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (file->fd >= 0)
    return file;
  patal_out_file_fail (path, errno, error);
  g_clear_pointer (&file->temporary, g_free); /* it was not made: nothing to take away */
  patal_out_file_free (file);
  return NULL;
}

void
patal_out_file_free (PatalOutFile *file)
{
  if (file == NULL)
    return;
  if (file->fd >= 0)
    close (file->fd);
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_free (file->temporary);
  g_free (file->path);
  g_free (file);
}

static gboolean
write_all (PatalOutFile *file, GString *bytes, GError **error)
{
  gsize at = 0;

  while (at < bytes->len)
    {
      gssize written = write (file->fd, bytes->str + at, bytes->len - at);

      if (written < 0 && errno != EINTR)
        return patal_out_file_fail (file->path, errno, error);
      at += MAX (written, 0);
    }
  g_string_truncate (bytes, 0);
  return TRUE;
}

gboolean
patal_out_file_flush (PatalOutFile *file, GString *bytes, GError **error)
{
  return bytes->len < FLUSH_BYTES || write_all (file, bytes, error);
}

/* --- As a stream --- */

#define PATAL_TYPE_OUT_STREAM (patal_out_stream_get_type ())
G_DECLARE_FINAL_TYPE (PatalOutStream, patal_out_stream, PATAL, OUT_STREAM, GOutputStream)
struct _PatalOutStream
{
  GOutputStream parent_instance;
  PatalOutFile *file;
};
G_DEFINE_FINAL_TYPE (PatalOutStream, patal_out_stream, G_TYPE_OUTPUT_STREAM)

static gssize
patal_out_stream_write (GOutputStream *stream, const void *bytes, gsize length, G_GNUC_UNUSED GCancellable *cancellable,
                        GError **error)
{
  PatalOutFile *file = PATAL_OUT_STREAM (stream)->file;
  gssize written;

  do
    written = write (file->fd, bytes, length);
  while (written < 0 && errno == EINTR);
  if (written < 0)
    patal_out_file_fail (file->path, errno, error);
  return written;
}

static void
patal_out_stream_class_init (PatalOutStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = patal_out_stream_write;
}

static void
patal_out_stream_init (G_GNUC_UNUSED PatalOutStream *self)
{
}

GOutputStream *
patal_out_file_stream (PatalOutFile *file)
{
  PatalOutStream *stream = g_object_new (PATAL_TYPE_OUT_STREAM, NULL);

  stream->file = file;
  return G_OUTPUT_STREAM (stream);
}

/* A rename may reach the disk before the bytes do: hence the sync. */
static gboolean
sync_and_close (int fd)
{
  gboolean synced = fsync (fd) == 0;
  int code = errno;

  if (close (fd) != 0)
    return FALSE;
  errno = code;
  return synced;
}

gboolean
patal_out_file_finish (PatalOutFile *file, GString *bytes, GError **error)
{
  int fd = file->fd;

  if (!write_all (file, bytes, error))
    return FALSE;
  file->fd = -1;
  if (!sync_and_close (fd) || g_rename (file->temporary, file->path) != 0)
    return patal_out_file_fail (file->path, errno, error);
  g_clear_pointer (&file->temporary, g_free);
  return TRUE;
}

PatalOutFolder *
patal_out_folder_new (const char *path, GError **error)
{
  g_autofree char *beside = g_path_get_dirname (path);
  PatalOutFolder *folder = g_new0 (PatalOutFolder, 1);

  folder->path = g_strdup (path);
  folder->folder = g_build_filename (beside, ".patal-XXXXXX", NULL);
  if (g_mkdtemp_full (folder->folder, 0700) != NULL)
    {
      folder->temporary = g_build_filename (folder->folder, "whole", NULL);
      return folder;
    }
  patal_out_file_fail (path, errno, error);
  g_clear_pointer (&folder->folder, g_free);
  patal_out_folder_free (folder);
  return NULL;
}

const char *
patal_out_folder_path (PatalOutFolder *folder)
{
  return folder->folder;
}

const char *
patal_out_folder_temporary (PatalOutFolder *folder)
{
  return folder->temporary;
}

gboolean
patal_out_folder_finish (PatalOutFolder *folder, GError **error)
{
  int fd = g_open (folder->temporary, O_RDWR | O_CLOEXEC, 0);

  if (fd < 0)
    return patal_out_file_fail (folder->path, errno, error);
  if (fchmod (fd, 0600) != 0)
    {
      patal_out_file_fail (folder->path, errno, error);
      close (fd);
      return FALSE;
    }
  if (!sync_and_close (fd) || g_rename (folder->temporary, folder->path) != 0)
    return patal_out_file_fail (folder->path, errno, error);
  return TRUE;
}

void
patal_out_folder_free (PatalOutFolder *folder)
{
  if (folder == NULL)
    return;
  if (folder->folder != NULL)
    {
      g_autoptr (GDir) listing = g_dir_open (folder->folder, 0, NULL);
      const char *name;

      while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
        {
          g_autofree char *inside = g_build_filename (folder->folder, name, NULL);

          g_unlink (inside);
        }
      g_rmdir (folder->folder);
    }
  g_free (folder->folder);
  g_free (folder->temporary);
  g_free (folder->path);
  g_free (folder);
}
