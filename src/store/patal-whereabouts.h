/* patal-whereabouts.h: whether an open file still stands where it was opened, and the way back for one that does not
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file manager moves, renames and deletes a file that is open. SQLite would go on writing: into a file of another name or of none,
 * with a "-wal" under the old one. So the edit door asks here first. */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_WHEREABOUTS_HERE,
  PATAL_WHEREABOUTS_ELSEWHERE, /* on the same disk: moved, renamed, or its folder was */
  PATAL_WHEREABOUTS_NOWHERE,   /* deleted, moved to another disk, or another file was put in its place */
} PatalWhereabouts;

/* In any thread. @now: (out) (optional) (nullable) (transfer full): where it is, if ELSEWHERE. */
PatalWhereabouts patal_whereabouts_find (PatalDb *db, char **now);

/* FALSE, with MOVED and a sentence that says what happened, unless it is HERE. */
gboolean patal_whereabouts_check (PatalDb *db, GError **error);

/* With the writing connection @db, which holds the lock: a file that is ELSEWHERE gets its old name back, and all is as before; what is
 * NOWHERE is written out anew, with every edit, and is a file that must be opened anew: @db is still that of the old one. EXISTS where
 * another file stands there; nothing is touched then, nor after any other failure. */
gboolean patal_whereabouts_put_back (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
