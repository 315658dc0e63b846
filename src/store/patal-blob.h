/* patal-blob.h: photos and scans inside the file, each named by the SHA-256 of its bytes
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Insert-only and outside the changesets: rows name a blob by its hash, so undo never moves bytes. A row names a blob by holding
 * the hash in a column declared BLOB, of any tracked table: there is no list of such columns that could be forgotten. */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

#define PATAL_BLOB_HASH_SIZE 32
#define PATAL_BLOB_MAX_BYTES (25 * 1024 * 1024) /* a phone's photo is 3 to 8 MB, a scanned order of ten pages about as much */

/* Keeps @bytes (once, however often it is put) and fills @hash; inside an edit. CONSTRAINT: larger than the limit, or empty. */
gboolean patal_blob_put (PatalDb *db, GBytes *bytes, const char *media_type, guint8 hash[PATAL_BLOB_HASH_SIZE], GError **error);

/* (transfer full). NOT_FOUND; DAMAGED when the bytes no longer fit their name. */
GBytes *patal_blob_get (PatalDb *db, const guint8 hash[PATAL_BLOB_HASH_SIZE], char **media_type, GError **error);

/* Drops the blobs that neither a row nor the journal names. Says how many in @dropped, (nullable). Reads the changesets, back to
 * the oldest that names one; an edit of its own. patal_backup_daily() does it after the day's copy. */
gboolean patal_blob_sweep (PatalDb *db, guint *dropped, GError **error);

G_END_DECLS
