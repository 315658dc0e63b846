/* patal-copy.h: the content of a district's file, of one moment, in another file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All but one of these open connections of their own, so that they work beside the writer and in any thread. @to is made anew (0600) and is
 * not there after a failure; it is safe on the disk, and one single file, when they return. @error: PATAL_DB_ERROR or cancelled. */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

/* All of it, page by page. */
gboolean patal_copy_whole (const char *from, const char *to, const PatalProgress *progress, GError **error);

/* The same of a connection that is open: also where its file has no name any more. */
gboolean patal_copy_whole_of (PatalDb *source, const char *to, const PatalProgress *progress, GError **error);

/* All but the photos' bytes. Those that @pool lacks are put there first; in the copy each has 0 bytes, which no photo has. */
gboolean patal_copy_without_photos (const char *from, const char *to, const char *pool, const PatalProgress *progress,
                                    GError **error);

/* Makes the copy at @path a file of its own: puts back the photos' bytes out of @pool (nullable; those that it lacks stay
 * without, and `patal check` names them), and gives it a new desk number. */
gboolean patal_copy_settle (const char *path, const char *pool, const PatalProgress *progress, GError **error);

/* A connection to a file as it stands there, which is not changed by it; and one that may. */
PatalDb *patal_copy_open          (const char *path, GError **error);
PatalDb *patal_copy_open_to_write (const char *path, GError **error);

/* Brings into the file what its WAL still has, and removes that, unless somebody else has the file open. */
gboolean patal_copy_bring_home (const char *path, GError **error);

/* Whether the file at @path is a district's (NOT_OURS), not of a newer version (NEWER), and sound (DAMAGED). */
gboolean patal_copy_verify (const char *path, const PatalProgress *progress, GError **error);

G_END_DECLS
