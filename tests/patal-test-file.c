/* patal-test-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-test-file.h"
#include "patal-blob.h"
#include "patal-db-private.h"
#include "patal-edit-private.h"
#include <glib/gstdio.h>

static const PatalSearchSource unit_source = {
  .table = "unit", .kind = "unit",
  .entry_sql = "SELECT id, coalesce (name_hi, '') || char (10) || coalesce (name_en, ''), coalesce (lgd_code, '') FROM unit"
               " WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
};
static const PatalSearchSource person_source = {
  .table = "person", .kind = "person",
  .entry_sql = "SELECT id, coalesce (name_hi, ''), coalesce (mobile, '') FROM person"
               " WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
};
const PatalSearchSource *const patal_test_searched[] = { &unit_source, &person_source, NULL };

typedef struct
{
  GRand *chance;
  guint  n;
  gint64 last; /* of a table's rows */
} Change;

static gint64
one (PatalDb *db, const char *sql)
{
  gint64 value = 0;

  patal_db_int (db, sql, PATAL_NO_ARGS, &value, NULL);
  return value;
}

static gint64
district_of (PatalDb *db, GError **error)
{
  gint64 district = one (db, "SELECT id FROM unit WHERE level = 'district'"), state;

  if (district != 0)
    return district;
  state = patal_db_new_id (db);
  district = patal_db_new_id (db);
  if (!patal_db_run (db, "INSERT INTO unit (id, level, name_en) VALUES (?1, 'state', 'Chhattisgarh')",
                     PATAL_ARGS (PATAL_INT (state)), error)
      || !patal_db_run (db, "INSERT INTO unit (id, level, parent, name_hi, name_en) VALUES (?1, 'district', ?2, 'जांजगीर', 'Janjgir')",
                        PATAL_ARGS (PATAL_INT (district), PATAL_INT (state)), error))
    return 0;
  return district;
}

static gboolean
add_units_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;
  gint64 district = district_of (db, error);

  for (guint i = 0; district != 0 && i < change->n; i++)
    {
      gint64 id = patal_db_new_id (db);
      g_autofree char *name = g_strdup_printf ("ग्राम %" G_GINT64_FORMAT, id % 100003), *code = g_strdup_printf ("%u", 1 + (guint) (id % 999999));

      if (!patal_db_run (db, "INSERT INTO unit (id, level, parent, name_hi, lgd_code, population) VALUES (?1, 'gp', ?2, ?3, ?4, ?5)",
                         PATAL_ARGS (PATAL_INT (id), PATAL_INT (district), PATAL_TEXT (name), PATAL_TEXT (code),
                                     PATAL_INT (id % 5000)), error))
        return FALSE;
    }
  return district != 0;
}

static gboolean
rename_unit_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;
  g_autofree char *name = g_strdup_printf ("नया %u", g_rand_int (change->chance));

  return patal_db_run (db, "UPDATE unit SET name_hi = ?1, population = coalesce (population, 0) + 1 WHERE id = ("
                           "SELECT id FROM unit ORDER BY id LIMIT 1 OFFSET ?2 % max (1, (SELECT count(*) FROM unit)))",
                       PATAL_ARGS (PATAL_TEXT (name), PATAL_INT (g_rand_int_range (change->chance, 0, 1 << 20))), error);
}

static gboolean
delete_units_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;

  return patal_db_run (db, "DELETE FROM unit WHERE id IN (SELECT id FROM unit WHERE level = 'gp' ORDER BY id % 7, id LIMIT ?1)",
                       PATAL_ARGS (PATAL_INT (change->n)), error);
}

static gboolean
set_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;
  g_autofree char *value = g_strdup_printf ("%u", g_rand_int (change->chance));

  return patal_db_run (db, "INSERT INTO setting VALUES (?1, 'word', ?2)",
                       PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (value)), error);
}

static gboolean
add_photo_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;
  gsize size = (gsize) g_rand_int_range (change->chance, 1, 60000);
  guint8 *bytes = g_malloc (size), hash[PATAL_BLOB_HASH_SIZE];
  g_autoptr (GBytes) photo = NULL;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) g_rand_int (change->chance);
  photo = g_bytes_new_take (bytes, size);
  return patal_blob_put (db, photo, "image/jpeg", hash, error)
         && patal_db_run (db, "INSERT INTO person (id, name_hi, photo) VALUES (?1, 'सचिव', ?2)",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_BYTES (hash, sizeof hash)), error);
}

gboolean
patal_test_grow (PatalDb *db, guint n, GError **error)
{
  return patal_db_edit (db, PATAL_LABEL_N ("Added {n} unit", "Added {n} units", n), add_units_cb, &(Change) { .n = n }, error);
}

gboolean
patal_test_change (PatalDb *db, GRand *chance, GError **error)
{
  Change change = { .chance = chance, .n = (guint) g_rand_int_range (chance, 1, 20) };
  gint64 before = patal_test_last_line (db);
  GError *failure = NULL;
  PatalEditFunc func = add_units_cb;
  guint kind = (guint) g_rand_int_range (chance, 0, 20);

  if (kind < 4 || kind == 19)
    {
      gboolean good = kind < 3 || kind == 19 ? patal_db_undo (db, NULL, &failure) : patal_db_redo (db, NULL, &failure);

      if (!good && (g_error_matches (failure, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND)
                    || g_error_matches (failure, PATAL_DB_ERROR, PATAL_DB_ERROR_CONFLICT)))
        g_clear_error (&failure);
    }
  else
    {
      if (kind == 4)
        change.n = 120;
      else if (kind < 9)
        func = rename_unit_cb;
      else if (kind < 11)
        func = delete_units_cb;
      else if (kind < 13)
        func = add_photo_cb;
      else if (kind < 15)
        func = set_cb;
      patal_db_edit (db, PATAL_LABEL ("Changed {1}", "something"), func, &change, &failure);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return patal_test_last_line (db) > before;
}

gint64
patal_test_last_line (PatalDb *db)
{
  return one (db, "SELECT max (id) FROM journal");
}

char *
patal_test_line_hash (PatalDb *db, gint64 line)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT hex (hash) FROM journal WHERE id = ?1", PATAL_ARGS (PATAL_INT (line)));

  return patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return handle;
}

static void
hash_rows (sqlite3 *handle, const char *table, GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1", table);
  sqlite3_stmt *stmt;
  int rc;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      {
        int type = sqlite3_column_type (stmt, i);
        const void *bytes = sqlite3_column_blob (stmt, i);

        g_checksum_update (sum, (const guchar *) &type, sizeof type);
        if (bytes != NULL)
          g_checksum_update (sum, bytes, sqlite3_column_bytes (stmt, i));
      }
  g_assert_cmpint (rc, ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

static GPtrArray *
tables_of (sqlite3 *handle, const char *but)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'"
    " AND name NOT IN (%s) ORDER BY name", but);
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  return tables;
}

char *
patal_test_state (const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *handle = open_raw (path);
  g_autoptr (GPtrArray) tables = tables_of (handle, "'meta'");

  for (guint i = 0; i < tables->len; i++)
    hash_rows (handle, tables->pdata[i], sum);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return g_strdup (g_checksum_get_string (sum));
}

static int
refuse_cb (void *data G_GNUC_UNUSED, int conflict G_GNUC_UNUSED, sqlite3_changeset_iter *iter G_GNUC_UNUSED)
{
  return SQLITE_CHANGESET_ABORT;
}

/* An empty file of the same schema, in memory, after all changesets of the journal. */
static sqlite3 *
replay (PatalDb *db, const PatalSchema *schema)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id FROM journal ORDER BY id", PATAL_NO_ARGS);
  sqlite3 *memory = open_raw (":memory:");

  for (int i = 0; i < schema->n_steps; i++)
    g_assert_cmpint (sqlite3_exec (memory, schema->steps[i], NULL, NULL, NULL), ==, SQLITE_OK);
  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (lines, id);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GBytes) changeset = patal_journal_changeset (db, g_array_index (lines, gint64, i), NULL);

      g_assert_nonnull (changeset);
      g_assert_cmpint (sqlite3changeset_apply (memory, (int) g_bytes_get_size (changeset),
                                               (void *) g_bytes_get_data (changeset, NULL), NULL, refuse_cb, NULL), ==, SQLITE_OK);
    }
  return memory;
}

static gint64
count_raw (sqlite3 *handle, const char *sql)
{
  sqlite3_stmt *stmt;
  gint64 n;

  if (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return n;
}

/* Of the tables that changesets hold. (transfer full) */
static char *
hash_tracked (sqlite3 *handle)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) tables = tables_of (handle, "'meta', 'journal', 'blob', 'search_entry'");

  for (guint i = 0; i < tables->len; i++)
    {
      g_checksum_update (sum, tables->pdata[i], -1);
      hash_rows (handle, tables->pdata[i], sum);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* What a journal makes of an empty file. Its last hash stands for all of it, so that the same one is replayed once in a test. */
static const char *
replayed_hash (PatalDb *db, const PatalSchema *schema)
{
  static GHashTable *known;
  g_autofree char *line = patal_test_line_hash (db, patal_test_last_line (db));
  g_autofree char *key = g_strdup_printf ("%d %s", schema->n_steps, line != NULL ? line : "");
  char *hash;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  hash = g_hash_table_lookup (known, key);
  if (hash == NULL)
    {
      sqlite3 *memory = replay (db, schema);

      hash = hash_tracked (memory);
      g_hash_table_insert (known, g_steal_pointer (&key), hash);
      g_assert_cmpint (sqlite3_close (memory), ==, SQLITE_OK);
    }
  return hash;
}

static void
assert_replay_is_the_file (PatalDb *db, const PatalSchema *schema, const char *what)
{
  sqlite3 *handle = open_raw (patal_db_path (db));
  g_autofree char *hash = hash_tracked (handle);

  if (!g_str_equal (hash, replayed_hash (db, schema)))
    g_error ("%s: the rows are not as the journal says", what);
  g_assert_cmpint (count_raw (handle, "SELECT count(*) FROM person WHERE photo IS NOT NULL AND NOT EXISTS"
                                      " (SELECT 1 FROM blob WHERE sha256 = photo AND length (bytes) > 0)"), ==, 0);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

gint64
patal_test_assert_sound (const char *path, const PatalSchema *schema, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (PatalDb) db = patal_file_open_with (path, PATAL_FILE_WRITE, patal_test_searched, schema, NULL, &error);

  if (db == NULL)
    g_error ("%s: %s", what, error->message);
  found = patal_file_check (db, NULL, &error);
  if (found == NULL)
    g_error ("%s: %s", what, error->message);
  if (found->len > 0)
    g_error ("%s: %s", what, (char *) found->pdata[0]);
  assert_replay_is_the_file (db, schema, what);
  return patal_test_last_line (db);
}

void
patal_test_copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  patal_test_remove_folder (to);
  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL), *target = g_build_filename (to, name, NULL), *bytes = NULL;
      gsize size;

      if (g_str_has_suffix (name, ".lock") || g_str_has_suffix (name, "-shm"))
        continue;
      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          patal_test_copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &bytes, &size, NULL));
      g_assert_true (g_file_set_contents_full (target, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}
