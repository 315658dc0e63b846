/* patal-out-set.h: files that are written together, into a folder: all of them, or none
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Until patal_out_set_finish() nothing is seen of them; freeing before that leaves nothing behind. A folder that is not there is made (0700); of
 * one that is there only files of the same names are replaced. Errors are in G_FILE_ERROR, each a whole sentence. */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PatalOutSet PatalOutSet;

PatalOutSet *patal_out_set_new  (const char *folder, GError **error);
void         patal_out_set_free (PatalOutSet *set); /* accepts NULL */

/* (transfer full): where to write one of them, by patal-out-file.h. It will be called after @name: any text, of which what no file system takes
 * (Windows' of a pen drive too) is replaced, and which is numbered where another file has it already. @ending: ".pdf". */
char        *patal_out_set_add    (PatalOutSet *set, const char *name, const char *ending);
gboolean     patal_out_set_finish (PatalOutSet *set, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalOutSet, patal_out_set_free)
G_END_DECLS
