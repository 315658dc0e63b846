/* patal-place.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-place.h"
#include "patal-db-private.h"
#include <errno.h>
#include <gio/gunixmounts.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <sys/vfs.h>

#define FUSE_MAGIC 0x65735546u

static const guint32 network_magics[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x01021997, /* 9P: a host's folder in a virtual machine */
  0x00c36400, /* Ceph */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x0bd00bd0, /* Lustre */
};

/* FUSE is also how NTFS and exFAT sticks are mounted, which are local. */
static const char *const network_fuse[] = {
  "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "fuse.davfs2", "fuse.smbnetfs", "fuse.smb",
  "fuse.curlftpfs", "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.google-drive-ocamlfuse", "fuse.onedriver",
  "fuse.kio-fuse", "fuse.nfs", "fuse.vmhgfs-fuse", NULL,
};

gboolean
patal_place_kind_is_network (guint64 f_type, const char *mount_type)
{
  guint32 magic = (guint32) f_type; /* f_type is signed on some machines */

  if (magic == FUSE_MAGIC)
    return mount_type != NULL && g_strv_contains (network_fuse, mount_type);
  for (gsize i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if (magic == network_magics[i])
      return TRUE;
  return FALSE;
}

gboolean
patal_place_check_local (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  struct statfs place;
  GUnixMountEntry *mount = NULL;
  gboolean network;

  if (statfs (folder, &place) < 0)
    {
      patal_db_fail_errno (folder, errno, error);
      return FALSE;
    }
  if ((guint32) place.f_type == FUSE_MAGIC) /* reading the table of mounts takes longer than all else here */
    mount = g_unix_mount_for (folder, NULL);
  network = patal_place_kind_is_network ((guint64) place.f_type, mount != NULL ? g_unix_mount_get_fs_type (mount) : NULL);
  if (mount != NULL)
    g_unix_mount_free (mount);
  if (network)
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NETWORK,
                 _("“%s” lies on a network share, where a power cut or a second computer can destroy it. "
                   "Keep it on this computer's own disk."), name);
  return !network;
}

char *
patal_place_real_path (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute), *name = g_path_get_basename (absolute);
  char *whole = realpath (absolute, NULL), *real;

  if (whole == NULL && errno == ENOENT)
    {
      char *real_folder = realpath (folder, NULL);

      if (real_folder != NULL)
        {
          real = g_build_filename (real_folder, name, NULL);
          free (real_folder);
          return real;
        }
    }
  if (whole == NULL)
    {
      patal_db_fail_errno (folder, errno, error);
      return NULL;
    }
  real = g_strdup (whole);
  free (whole);
  return real;
}
