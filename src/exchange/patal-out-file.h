/* patal-out-file.h: a file that is written beside its place and moved there when it is whole
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

/* Until patal_out_file_finish() what stood at the path stays; freeing before that leaves nothing behind. The
 * file is 0600. Errors are in G_FILE_ERROR, each a whole sentence (NOSPC: the disk is full). */
typedef struct _PatalOutFile PatalOutFile;

PatalOutFile *patal_out_file_new  (const char *path, GError **error);
void          patal_out_file_free (PatalOutFile *file);

/* Writes @bytes when they are many, and empties them. */
gboolean patal_out_file_flush (PatalOutFile *file, GString *bytes, GError **error);

/* (transfer full): for what writes to a stream; closing it changes nothing. Its errors are those sentences. Must not outlive @file. */
GOutputStream *patal_out_file_stream (PatalOutFile *file);

/* Writes the last @bytes, sees the file safely on the disk and moves it to its place. */
gboolean patal_out_file_finish (PatalOutFile *file, GString *bytes, GError **error);

/* For a library that writes by name: a folder that only this user can enter, beside the path; and what it
 * holds at *@temporary, a name in it, moved to its place. The library's own temporary files may lie there
 * too. */
typedef struct _PatalOutFolder PatalOutFolder;

PatalOutFolder *patal_out_folder_new       (const char *path, GError **error);
const char     *patal_out_folder_path      (PatalOutFolder *folder);
const char     *patal_out_folder_temporary (PatalOutFolder *folder);
gboolean        patal_out_folder_finish    (PatalOutFolder *folder, GError **error);
void            patal_out_folder_free      (PatalOutFolder *folder); /* with all that is in it */

/* The sentence for a write to @path that failed with @code of errno. FALSE. */
gboolean patal_out_file_fail (const char *path, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalOutFile, patal_out_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalOutFolder, patal_out_folder_free)
G_END_DECLS
