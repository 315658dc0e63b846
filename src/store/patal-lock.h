/* patal-lock.h: the lock that makes one program the writer of a file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hidden file ".NAME.lock" beside NAME, held with flock(): it goes when the program ends, however it ends. It is empty, and all may
 * read it (0644), or a second user's program could not tell "in use" from "not allowed". */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct _PatalLock PatalLock;

/* NULL with PATAL_DB_ERROR: LOCKED when another has it (also another connection of this program), READ_ONLY, FULL, IO. */
PatalLock *patal_lock_take    (const char *path, GError **error);
void       patal_lock_release (PatalLock *lock); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalLock, patal_lock_release)
G_END_DECLS
