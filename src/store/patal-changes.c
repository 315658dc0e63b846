/* patal-changes.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-changes.h"
#include "patal-db-private.h"

PatalChanges
patal_changes_walk (const void *bytes, gsize size)
{
  PatalChanges changes = { .id_column = -1 };

  changes.code = sqlite3changeset_start (&changes.iter, (int) size, (void *) bytes);
  return changes;
}

/* Rows of a table come together, so the place of its key is looked up once. */
static int
find_key (sqlite3_changeset_iter *iter)
{
  unsigned char *is_key = NULL;
  int n = 0, column = 0;

  if (sqlite3changeset_pk (iter, &is_key, &n) != SQLITE_OK)
    return -1;
  while (column < n && !is_key[column])
    column++;
  return column < n ? column : -1;
}

const PatalChange *
patal_changes_next (PatalChanges *changes)
{
  PatalChange *change = &changes->change;
  sqlite3_value *key = NULL;
  const char *table;
  int n, indirect, rc;

  if (changes->code != SQLITE_OK)
    return NULL;
  rc = sqlite3changeset_next (changes->iter);
  if (rc != SQLITE_ROW)
    {
      changes->code = rc == SQLITE_DONE ? SQLITE_OK : rc;
      return NULL;
    }
  changes->code = sqlite3changeset_op (changes->iter, &table, &n, &change->op, &indirect);
  if (changes->code != SQLITE_OK)
    return NULL;
  if (table != change->table)
    changes->id_column = find_key (changes->iter);
  change->table = table;
  change->at = changes->iter;
  if (changes->id_column >= 0)
    key = change->op == SQLITE_INSERT ? patal_change_new (change, changes->id_column)
                                      : patal_change_old (change, changes->id_column);
  if (key == NULL)
    {
      changes->code = SQLITE_CORRUPT;
      return NULL;
    }
  change->id = sqlite3_value_int64 (key);
  return change;
}

gboolean
patal_changes_finish (PatalChanges *changes, PatalDb *db, GError **error)
{
  int code = changes->code;

  patal_changes_clear (changes);
  if (code != SQLITE_OK)
    patal_db_fail_handle (NULL, db->path, code, error);
  return code == SQLITE_OK;
}

void
patal_changes_clear (PatalChanges *changes)
{
  if (changes->iter != NULL)
    sqlite3changeset_finalize (g_steal_pointer (&changes->iter));
}

sqlite3_value *
patal_change_new (const PatalChange *change, int column)
{
  sqlite3_value *value = NULL;

  if (change->op != SQLITE_DELETE)
    sqlite3changeset_new (change->at, column, &value);
  return value;
}

sqlite3_value *
patal_change_old (const PatalChange *change, int column)
{
  sqlite3_value *value = NULL;

  if (change->op != SQLITE_INSERT)
    sqlite3changeset_old (change->at, column, &value);
  return value;
}
