/* patal-disk.h: what is done to a folder beside SQLite: making, copying, putting in place, removing
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever makes a file first builds it beside its place under another name, and then renames it: a lost power leaves the old
 * file or the new one. All bytes go through SQLite's file layer, and the two calls that it lacks through patal_disk_calls, so that
 * the tests can cut the power between any two steps. @error is in PATAL_DB_ERROR everywhere: NOT_FOUND, READ_ONLY, FULL, IO. */
#pragma once
#include "patal-progress.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_DISK_KEEP,    /* EXISTS where there is a file already */
  PATAL_DISK_REPLACE,
} PatalDiskPlace;

typedef struct
{
  int (*rename_file) (const char *from, const char *to, PatalDiskPlace place); /* 0, or -1 with errno */
  int (*sync_folder) (const char *folder);
} PatalDiskCalls;
extern PatalDiskCalls patal_disk_calls;

/* A folder of our own (0700) in a folder that is there; TRUE when there is one already. */
gboolean patal_disk_make_folder (const char *folder, GError **error);

/* An empty file (0600) at @path, without what a broken-off attempt left there: older bytes, a journal of SQLite's. */
gboolean patal_disk_make_file (const char *path, GError **error);

/* Byte for byte, into a new file (0600) that is safe on the disk when this returns. What cannot be read of @from is zero in the copy:
 * it is made of files that are damaged. */
gboolean patal_disk_copy (const char *from, const char *to, const PatalProgress *progress, GError **error);

/* Renames @from, which is safe on the disk, to @to in the same folder, in one step that a lost power does not halve. With REPLACE it
 * can be FALSE after the step, when the folder cannot be synced: then @from is not there any more. */
gboolean patal_disk_put_in_place (const char *from, const char *to, PatalDiskPlace place, GError **error);

/* TRUE when there is none. */
gboolean patal_disk_remove (const char *path, GError **error);

/* Removes the file and what SQLite may have left beside it; for what was never put in place, so that nobody misses it. */
void patal_disk_drop (const char *path);

/* Whether a change of the file at @path was broken off before it was whole, outside of a WAL (which is so only while a file is given
 * one). Who opens it must then be able to write, to take that change back; else SQLite says "read-only". */
gboolean patal_disk_has_journal (const char *path);

/* Removes SQLite's journals of the file at @path, which would be taken for those of what comes in its place. */
gboolean patal_disk_remove_journals (const char *path, GError **error);

G_END_DECLS
