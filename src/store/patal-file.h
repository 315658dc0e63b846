/* patal-file.h: a district's file: made, opened, migrated, checked
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-search.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_FILE_WRITE, /* the one writer: holds a lock beside the file until closed; migrates an older file (backup first) */
  PATAL_FILE_READ,  /* any number; refuses a file that still needs a migration (NEWER never, CONFLICT) */
  PATAL_FILE_READ_AGAIN, /* the same, of a file that the caller has open: its pages are not looked through a second time */
} PatalFileMode;

#define PATAL_DESK_DEMO 1u /* the demonstration's desk number; real ones are random, from 2 to 2^22 - 1 */

/* Makes a new file (0600), with the newest schema, and opens it for writing. EXISTS when there is one. Nothing is left when it fails.
 * @desk: 0 for a random number. @searched: what the search index is fed from, (nullable), borrowed for good. */
PatalDb *patal_file_create (const char *path, guint desk, const PatalSearchSource *const *searched, GError **error);

/* Opens @path. Never writes to a file that is not ours, newer, or damaged. */
PatalDb *patal_file_open (const char *path, PatalFileMode mode, const PatalSearchSource *const *searched,
                          const PatalProgress *progress, GError **error);

/* Settings of the file itself that no undo touches (title, day of the last backup). (transfer full) (nullable) */
char    *patal_file_meta     (PatalDb *db, const char *key);
gboolean patal_file_set_meta (PatalDb *db, const char *key, const char *value, GError **error);

/* Says what it found wrong, a whole sentence each; empty when the file is clean: integrity, foreign keys, journal chain,
 * blobs against their names, search index against its rows. NULL with @error when it could not look. */
GPtrArray *patal_file_check (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
