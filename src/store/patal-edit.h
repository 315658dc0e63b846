/* patal-edit.h: the edit door: the one way to change a district's file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One edit is one transaction, one changeset, one line of the journal. Tracked are all tables but the store's own (listed in
 * patal-file.c); each has an INTEGER PRIMARY KEY id from patal_db_new_id(). */
#pragma once
#include "patal-db.h"
#include "patal-record.h"

G_BEGIN_DECLS

typedef gboolean (*PatalEditFunc) (PatalDb *db, gpointer data, GError **error);

/* Runs @edit in a transaction. When it returns TRUE: refuses if a touched row is frozen, feeds the search index, writes the
 * journal, commits, tells *changed*. When anything fails, all is as before. An edit that changed nothing writes no
 * journal line and is TRUE. Not nested. */
gboolean patal_db_edit (PatalDb *db, const PatalLabel *label, PatalEditFunc edit, gpointer data, GError **error);
gboolean patal_db_edit_with_reason (PatalDb *db, const PatalLabel *label, const char *reason, PatalEditFunc edit,
                                    gpointer data, GError **error);
/* One that undo passes over: what a file begins with, without which it would be no district's. */
gboolean patal_db_edit_standing (PatalDb *db, const PatalLabel *label, PatalEditFunc edit, gpointer data, GError **error);

/* Undoes the last edit not undone; redoes the last undo not redone. Of any depth, across restarts. CONFLICT when later rows
 * stand in the way, FROZEN when a touched row was frozen since; NOT_FOUND when there is nothing. */
gboolean patal_db_undo (PatalDb *db, const PatalProgress *progress, GError **error);
gboolean patal_db_redo (PatalDb *db, const PatalProgress *progress, GError **error);

/* What undo and redo would do now: (transfer full) the edit's label in words, NULL when there is nothing. */
char *patal_db_undo_label (PatalDb *db, const PatalWords *words);
char *patal_db_redo_label (PatalDb *db, const PatalWords *words);

/* Told after every commit, undo and redo, in the connection's thread. @tables ends with NULL. */
typedef void (*PatalChangedFunc) (const char *const *tables, gpointer data);
void patal_db_set_changed_func (PatalDb *db, PatalChangedFunc func, gpointer data);

/* A frozen record refuses edits (and undos that touch it) until it is unfrozen with a reason, and so do the parts that it has when
 * it is frozen; a part that comes later is for the record's own room to refuse. Both are lines of the journal that undo passes
 * over, or it would unfreeze without a reason. */
gboolean patal_db_freeze   (PatalDb *db, const PatalRecord *record, const PatalLabel *label, GError **error);
gboolean patal_db_unfreeze (PatalDb *db, const PatalRecord *record, const PatalLabel *label, const char *reason, GError **error);
gboolean patal_db_is_frozen (PatalDb *db, gint64 id);

/* (transfer full) (element-type gint64 gint64): the ids of the rows of @table that are frozen, and since when: seconds UTC. */
GHashTable *patal_db_frozen_rows (PatalDb *db, const char *table, GError **error);

/* Fixes the time of the journal's lines to come, in seconds UTC, so that the demonstration is the same file on every run. 0: the
 * machine's clock again. */
void patal_db_set_clock (PatalDb *db, gint64 seconds);

G_END_DECLS
