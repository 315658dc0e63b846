/* patal-blob.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-blob.h"
#include "patal-changes.h"
#include "patal-edit-private.h"
#include <glib/gi18n-lib.h>

static void
hash_bytes (GBytes *bytes, guint8 hash[PATAL_BLOB_HASH_SIZE])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size, length = PATAL_BLOB_HASH_SIZE;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (sum, data, (gssize) size);
  g_checksum_get_digest (sum, hash, &length);
}

gboolean
patal_blob_put (PatalDb *db, GBytes *bytes, const char *media_type, guint8 hash[PATAL_BLOB_HASH_SIZE], GError **error)
{
  gsize size = g_bytes_get_size (bytes);

  g_return_val_if_fail (media_type != NULL, FALSE);

  if (size == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONSTRAINT,
                           _("This picture or document is empty. Choose another file."));
      return FALSE;
    }
  if (size > PATAL_BLOB_MAX_BYTES)
    {
      g_autofree char *shown = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONSTRAINT,
                   /* Translators: %s is a size with its unit, %d a number of MiB */
                   _("This picture or document has %s. At most %d MiB can be kept: make it smaller, or scan it more coarsely."),
                   shown, PATAL_BLOB_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  hash_bytes (bytes, hash);
  /* A restore that did not find the bytes has left 0 of them (patal-copy.c). */
  return patal_db_run (db, "INSERT INTO blob (sha256, media_type, bytes) VALUES (?1, ?2, ?3)"
                           " ON CONFLICT DO UPDATE SET bytes = excluded.bytes WHERE length (bytes) = 0",
                       PATAL_ARGS (PATAL_BYTES (hash, PATAL_BLOB_HASH_SIZE), PATAL_TEXT (media_type),
                                   PATAL_BYTES (g_bytes_get_data (bytes, NULL), size)), error);
}

GBytes *
patal_blob_get (PatalDb *db, const guint8 hash[PATAL_BLOB_HASH_SIZE], char **media_type, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT bytes, media_type FROM blob WHERE sha256 = ?1",
                                            PATAL_ARGS (PATAL_BYTES (hash, PATAL_BLOB_HASH_SIZE)));
  gboolean found = patal_rows_next (&rows);
  g_autoptr (GBytes) bytes = found ? patal_rows_bytes (&rows, 0) : NULL;
  g_autofree char *type = found ? g_strdup (patal_rows_text (&rows, 1)) : NULL;
  guint8 real[PATAL_BLOB_HASH_SIZE];

  if (!patal_rows_finish (&rows, error))
    return NULL;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND,
                           _("This picture or document is not in the file any more. Add it again."));
      return NULL;
    }
  hash_bytes (bytes, real);
  if (memcmp (real, hash, PATAL_BLOB_HASH_SIZE) != 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED,
                           _("This picture or document is damaged. Take it from a backup, or add it again."));
      return NULL;
    }
  if (media_type != NULL)
    *media_type = g_steal_pointer (&type);
  return g_steal_pointer (&bytes);
}

/* Sweeping: the names of all blobs, less those that somebody uses. */

static guint
hash_of_hash (gconstpointer key)
{
  gsize size;
  const guint8 *data = g_bytes_get_data ((GBytes *) key, &size);
  guint part = 0;

  memcpy (&part, data, MIN (size, sizeof part)); /* a SHA-256 is as good as chance in every part */
  return part;
}

static GHashTable *
list_blobs (PatalDb *db, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (hash_of_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT sha256 FROM blob", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    g_hash_table_add (names, patal_rows_bytes (&rows, 0));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&names) : NULL;
}

/* Of every tracked table every column that is declared BLOB: so no table can forget to say that it names blobs. What is
 * 32 bytes and no name keeps nothing by accident that is there. */
static GPtrArray *
list_naming_columns (PatalDb *db, GError **error)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT format ('SELECT DISTINCT \"%w\" FROM \"%w\" WHERE length (\"%w\") = 32', c.name, t.name, c.name)"
    " FROM pragma_table_list AS t, pragma_table_xinfo (t.name) AS c"
    " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT IN ('blob', 'journal') AND upper (c.type) = 'BLOB'",
    PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    g_ptr_array_add (queries, g_strdup (patal_rows_text (&rows, 0)));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&queries) : NULL;
}

static gboolean
spare_named_by_rows (PatalDb *db, GHashTable *unused, GError **error)
{
  g_autoptr (GPtrArray) queries = list_naming_columns (db, error);

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      g_auto (PatalRows) rows = patal_db_query (db, queries->pdata[i], PATAL_NO_ARGS);

      while (patal_rows_next (&rows))
        {
          g_autoptr (GBytes) name = patal_rows_bytes (&rows, 0);

          g_hash_table_remove (unused, name);
        }
      if (!patal_rows_finish (&rows, error))
        return FALSE;
    }
  return queries != NULL;
}

static void
spare_value (GHashTable *unused, sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) != SQLITE_BLOB || sqlite3_value_bytes (value) != PATAL_BLOB_HASH_SIZE)
    return;
  g_autoptr (GBytes) name = g_bytes_new (sqlite3_value_blob (value), PATAL_BLOB_HASH_SIZE);
  g_hash_table_remove (unused, name);
}

static gboolean
spare_named_by_line (PatalDb *db, gint64 line, GHashTable *unused, GError **error)
{
  g_autoptr (GBytes) changeset = patal_journal_changeset (db, line, error);
  g_auto (PatalChanges) changes = { .iter = NULL };
  const PatalChange *change;

  if (changeset == NULL)
    return FALSE;
  changes = patal_changes_walk (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset));
  while ((change = patal_changes_next (&changes)) != NULL)
    {
      const char *table;
      int n_columns = 0, op, indirect;

      sqlite3changeset_op (change->at, &table, &n_columns, &op, &indirect);
      for (int i = 0; i < n_columns; i++)
        {
          spare_value (unused, patal_change_old (change, i));
          spare_value (unused, patal_change_new (change, i));
        }
    }
  return patal_changes_finish (&changes, db, error);
}

static gboolean
spare_named_by_journal (PatalDb *db, GHashTable *unused, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id FROM journal ORDER BY id DESC", PATAL_NO_ARGS);

  while (g_hash_table_size (unused) > 0 && patal_rows_next (&rows))
    if (!spare_named_by_line (db, patal_rows_int (&rows, 0), unused, error))
      return FALSE;
  return patal_rows_finish (&rows, error);
}

static gboolean
sweep_cb (PatalDb *db, gpointer data, GError **error)
{
  g_autoptr (GHashTable) unused = list_blobs (db, error);
  GHashTableIter iter;
  gpointer name;

  if (unused == NULL)
    return FALSE;
  if (g_hash_table_size (unused) > 0 && (!spare_named_by_rows (db, unused, error) || !spare_named_by_journal (db, unused, error)))
    return FALSE;
  g_hash_table_iter_init (&iter, unused);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!patal_db_run (db, "DELETE FROM blob WHERE sha256 = ?1",
                       PATAL_ARGS (PATAL_BYTES (g_bytes_get_data (name, NULL), g_bytes_get_size (name))), error))
      return FALSE;
  *(guint *) data = g_hash_table_size (unused);
  return TRUE;
}

gboolean
patal_blob_sweep (PatalDb *db, guint *dropped, GError **error)
{
  guint n = 0;

  if (!patal_db_edit (db, PATAL_LABEL (N_ ("Removed unused pictures and documents")), sweep_cb, &n, error))
    return FALSE;
  if (dropped != NULL)
    *dropped = n;
  return TRUE;
}
