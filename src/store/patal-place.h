/* patal-place.h: whether a file may stand where it stands
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* By statfs()'s f_type and the name of the mount's type: NFS, SMB and what else shares files between machines, where
 * neither locks nor shared memory can be relied upon. */
gboolean patal_place_kind_is_network (guint64 f_type, const char *mount_type);

/* PATAL_DB_ERROR NETWORK where the folder of @path is such a place, NOT_FOUND where there is no such folder. */
gboolean patal_place_check_local (const char *path, GError **error);

/* (transfer full): @path without symbolic links, so that one file has one lock. The last part need not exist.
 * NOT_FOUND where its folder does not. */
char *patal_place_real_path (const char *path, GError **error);

G_END_DECLS
