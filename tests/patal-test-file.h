/* patal-test-file.h: a district's file for the tests of its safety: random changes, and whether it is what its journal says
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-file.h"
#include "patal-migrate.h"
#include "patal-test-folder.h"

G_BEGIN_DECLS

extern const PatalSearchSource *const patal_test_searched[];

/* One edit, undo or redo of the smaller kind, or now and then a large one or one with a photo. FALSE: there was nothing to do, such
 * as a redo when nothing was undone. */
gboolean patal_test_change (PatalDb *db, GRand *chance, GError **error);

/* @n gram panchayats in one edit. */
gboolean patal_test_grow (PatalDb *db, guint n, GError **error);

gint64 patal_test_last_line (PatalDb *db);      /* of the journal; 0: none yet */
char  *patal_test_line_hash (PatalDb *db, gint64 line); /* (transfer full) (nullable): in hex */

/* A hash over all rows of all tables but "meta", photos and journal included; read without a PatalDb. (transfer full) */
char *patal_test_state (const char *path);

/* The file opens for writing, patal_file_check() finds nothing, its rows are exactly what the changesets of its journal make of an
 * empty file, and no row names a photo that is not there. Returns the last line of its journal. */
gint64 patal_test_assert_sound (const char *path, const PatalSchema *schema, const char *what);

void  patal_test_copy_folder (const char *from, const char *to); /* @to is emptied or made first; no locks, no -shm */

G_END_DECLS
