/* patal-changes.h: the changes of a changeset, one after the other
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

typedef struct
{
  const char               *table;
  int                       op; /* SQLITE_INSERT, _UPDATE, _DELETE */
  gint64                    id; /* of the row */
  sqlite3_changeset_iter   *at; /* for sqlite3changeset_old() and _new() */
} PatalChange;

typedef struct
{
  sqlite3_changeset_iter *iter;
  PatalChange             change;
  int                     id_column;
  int                     code; /* the first that was not SQLITE_OK */
} PatalChanges;

/* @bytes stay borrowed. Rows of one table come together. */
PatalChanges       patal_changes_walk   (const void *bytes, gsize size);
const PatalChange *patal_changes_next   (PatalChanges *changes); /* NULL at the end, and when the bytes are no changeset */
gboolean           patal_changes_finish (PatalChanges *changes, PatalDb *db, GError **error); /* DAMAGED */
void               patal_changes_clear  (PatalChanges *changes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalChanges, patal_changes_clear)

/* The value of @column where it is in the change: the new one, or the old. (nullable) */
sqlite3_value *patal_change_new (const PatalChange *change, int column);
sqlite3_value *patal_change_old (const PatalChange *change, int column);

G_END_DECLS
