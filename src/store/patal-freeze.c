/* patal-freeze.c: records that refuse edits until they are unfrozen with a reason
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-edit-private.h"
#include <glib/gi18n-lib.h>

typedef gboolean (*Each) (PatalDb *db, const PatalRecord *row, GError **error);

static gboolean
each_row (PatalDb *db, const PatalRecord *record, Each each, GError **error)
{
  g_autoptr (GArray) rows = patal_record_rows (db, record, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!each (db, &g_array_index (rows, PatalRecord, i), error))
      return FALSE;
  return rows != NULL;
}

static gboolean
freeze_row (PatalDb *db, const PatalRecord *row, GError **error)
{
  return patal_db_run (db, "INSERT OR IGNORE INTO frozen (id, tbl, frozen_at, who) VALUES (?1, ?2, ?3, ?4)",
                       PATAL_ARGS (PATAL_INT (row->id), PATAL_TEXT (row->table), PATAL_INT (patal_db_now (db)),
                                   PATAL_TEXT (db->who)), error);
}

static gboolean
unfreeze_row (PatalDb *db, const PatalRecord *row, GError **error)
{
  return patal_db_run (db, "DELETE FROM frozen WHERE id = ?1 AND tbl = ?2",
                       PATAL_ARGS (PATAL_INT (row->id), PATAL_TEXT (row->table)), error);
}

static gboolean
freeze (PatalDb *db, gpointer data, GError **error)
{
  return each_row (db, data, freeze_row, error);
}

static gboolean
unfreeze (PatalDb *db, gpointer data, GError **error)
{
  return each_row (db, data, unfreeze_row, error);
}

gboolean
patal_db_freeze (PatalDb *db, const PatalRecord *record, const PatalLabel *label, GError **error)
{
  return patal_edit_run (db, &(PatalEdit) { .label = label, .standing = TRUE, .run = freeze, .data = (gpointer) record }, error);
}

gboolean
patal_db_unfreeze (PatalDb *db, const PatalRecord *record, const PatalLabel *label, const char *reason, GError **error)
{
  g_return_val_if_fail (reason != NULL && *reason != '\0', FALSE); /* the dialog asks for it */

  return patal_edit_run (db, &(PatalEdit) { .label = label, .reason = reason, .standing = TRUE, .run = unfreeze,
                                            .data = (gpointer) record }, error);
}

gboolean
patal_db_is_frozen (PatalDb *db, gint64 id)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT 1 FROM frozen WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));

  return patal_rows_next (&rows);
}

GHashTable *
patal_db_frozen_rows (PatalDb *db, const char *table, GError **error)
{
  g_autoptr (GHashTable) frozen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, frozen_at FROM frozen WHERE tbl = ?1",
                                            PATAL_ARGS (PATAL_TEXT (table)));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0), since = patal_rows_int (&rows, 1);

      g_hash_table_insert (frozen, g_memdup2 (&id, sizeof id), g_memdup2 (&since, sizeof since));
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&frozen) : NULL;
}

/* What cannot be read may not pass for not frozen. */
static gboolean
finds (PatalDb *db, const char *sql, gint64 id, gboolean *found, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, sql, PATAL_ARGS (PATAL_INT (id)));

  *found = patal_rows_next (&rows);
  return patal_rows_finish (&rows, error);
}

/* Before this edit: what it froze itself it may edit too, what it unfroze not. */
static gboolean
was_frozen (PatalDb *db, const PatalTouched *touched, gint64 id, gboolean *frozen, GError **error)
{
  *frozen = g_hash_table_contains (touched->unfroze, &id);
  return *frozen || g_hash_table_contains (touched->froze, &id)
         || finds (db, "SELECT 1 FROM frozen WHERE id = ?1", id, frozen, error);
}

gboolean
patal_freeze_check (PatalDb *db, const PatalTouched *touched, const void *changeset, gsize size, GError **error)
{
  g_auto (PatalChanges) changes = { 0 };
  const PatalChange *change;
  gboolean frozen;

  if (!finds (db, "SELECT 1 FROM frozen WHERE id >= ?1 LIMIT 1", G_MININT64, &frozen, error))
    return FALSE;
  if (!frozen && g_hash_table_size (touched->unfroze) == 0)
    return TRUE;
  changes = patal_changes_walk (changeset, size);
  while ((change = patal_changes_next (&changes)) != NULL)
    {
      if (g_str_equal (change->table, "frozen"))
        continue;
      if (!was_frozen (db, touched, change->id, &frozen, error))
        return FALSE;
      if (!frozen)
        continue;
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN,
                           _("This record is frozen. Unfreeze it first, and give the reason."));
      return FALSE;
    }
  return patal_changes_finish (&changes, db, error);
}
