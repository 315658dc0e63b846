/* patal-copy.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-copy.h"
#include "patal-db-private.h"
#include "patal-disk.h"
#include "patal-inspect.h"
#include <glib/gstdio.h>
#include <unistd.h>

#define PAGES_A_STEP 512
#define ROWS_A_STEP 2000

/* A file with a WAL is read by way of a -shm beside it. Where that cannot be made nobody writes, and it is read as it stands. */
static gboolean
is_immutable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *wal = g_strconcat (path, "-wal", NULL);

  return g_access (folder, W_OK) < 0 && !g_file_test (wal, G_FILE_TEST_EXISTS);
}

static PatalDb *
open_at (const char *path, int flags, GError **error)
{
  g_autofree char *plain = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain, is_immutable (path) ? "?immutable=1" : "", NULL);
  sqlite3 *handle = NULL;
  int rc = sqlite3_open_v2 (uri, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_busy_timeout (handle, 5000);
      return patal_db_new (handle, path, (flags & SQLITE_OPEN_READONLY) != 0);
    }
  patal_db_fail_handle (handle, path, rc, error);
  sqlite3_close_v2 (handle);
  return NULL;
}

PatalDb *
patal_copy_open (const char *path, GError **error)
{
  PatalDb *db = open_at (path, patal_disk_has_journal (path) ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);

  if (db != NULL)
    sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return db;
}

PatalDb *
patal_copy_open_to_write (const char *path, GError **error)
{
  g_autoptr (PatalDb) db = open_at (path, SQLITE_OPEN_READWRITE, error);

  if (db == NULL || !patal_db_script (db, "PRAGMA synchronous = FULL", error))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
patal_copy_bring_home (const char *path, GError **error)
{
  g_autoptr (PatalDb) db = patal_copy_open_to_write (path, error);

  return db != NULL && patal_db_script (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* A new file for a copy: what fails is thrown away as a whole, so it needs no journal, only to be on the disk in the end. */
static PatalDb *
make_target (const char *path, GError **error)
{
  if (!patal_disk_make_file (path, error))
    return NULL;
  return patal_copy_open_to_write (path, error);
}

/* Page by page */

static int
copy_pages (sqlite3_backup *backup, const PatalProgress *progress, GError **error)
{
  int rc;

  do
    {
      guint64 total, left;

      rc = sqlite3_backup_step (backup, PAGES_A_STEP);
      total = (guint64) sqlite3_backup_pagecount (backup);
      left = (guint64) sqlite3_backup_remaining (backup);
      if ((rc == SQLITE_OK || rc == SQLITE_DONE) && !patal_progress_step (progress, total - left, total, error))
        return SQLITE_ABORT;
    }
  while (rc == SQLITE_OK);
  return rc;
}

/* Of what the source gives, its own file is at fault; of what the target takes, its disk. */
static void
blame (PatalDb *source, PatalDb *target, int rc, GError **error)
{
  gboolean damaged = (rc & 0xff) == SQLITE_CORRUPT || (rc & 0xff) == SQLITE_NOTADB || rc == SQLITE_IOERR_READ;

  patal_db_fail_handle (NULL, damaged ? source->path : target->path, rc, error);
}

static gboolean
copy_all_pages (PatalDb *source, PatalDb *target, const PatalProgress *progress, GError **error)
{
  sqlite3_backup *backup;
  g_autoptr (GError) stopped = NULL;
  int rc, end;

  /* One moment: else each commit of another connection would begin the copy anew. */
  if (!patal_db_script (source, "BEGIN; SELECT count(*) FROM sqlite_schema", error))
    return FALSE;
  backup = sqlite3_backup_init (target->handle, "main", source->handle, "main");
  if (backup == NULL)
    {
      patal_db_fail (target, sqlite3_extended_errcode (target->handle), error);
      return FALSE;
    }
  rc = copy_pages (backup, progress, &stopped);
  end = sqlite3_backup_finish (backup);
  patal_db_rollback (source);
  if (stopped != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&stopped));
      return FALSE;
    }
  if (rc == SQLITE_DONE && end == SQLITE_OK)
    return TRUE;
  blame (source, target, rc != SQLITE_DONE ? rc : end, error);
  return FALSE;
}

static gboolean
copy_whole_of (PatalDb *source, const char *to, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalDb) target = make_target (to, error);

  /* The first page came with the mark of a WAL; a copy is one file, also on a medium that cannot be written. */
  return target != NULL && copy_all_pages (source, target, progress, error)
         && patal_db_script (target, "PRAGMA journal_mode = DELETE", error);
}

gboolean
patal_copy_whole_of (PatalDb *source, const char *to, const PatalProgress *progress, GError **error)
{
  if (copy_whole_of (source, to, progress, error))
    return TRUE;
  patal_disk_drop (to);
  return FALSE;
}

gboolean
patal_copy_whole (const char *from, const char *to, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalDb) source = patal_copy_open (from, error);

  return source != NULL && patal_copy_whole_of (source, to, progress, error);
}

/* Table by table */

static gboolean
attach (PatalDb *db, const char *path, const char *mode, const char *name, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *whole = g_strdup_printf ("%s?mode=%s", uri, mode);

  return patal_db_run_own (db, "ATTACH ?1 AS ?2", PATAL_ARGS (PATAL_TEXT (whole), PATAL_TEXT (name)), error);
}

/* (transfer full) (element-type utf8): the first column of what @sql answers. */
static GPtrArray *
list (PatalDb *db, const char *sql, const PatalValue *args, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (PatalRows) rows = patal_db_query (db, sql, args);

  while (patal_rows_next (&rows))
    g_ptr_array_add (texts, g_strdup (patal_rows_text (&rows, 0)));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&texts) : NULL;
}

/* Statements as they stand in the file make the same things here: main comes before the attached ones. */
static gboolean
run_all (PatalDb *db, const char *sql_of_statements, GError **error)
{
  g_autoptr (GPtrArray) statements = list (db, sql_of_statements, PATAL_NO_ARGS, error);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (!patal_db_script (db, g_ptr_array_index (statements, i), error))
      return FALSE;
  return statements != NULL;
}

/* Not the shadow tables: they come with their virtual table. */
static gboolean
make_tables (PatalDb *db, GError **error)
{
  return run_all (db,
    "SELECT sql FROM source.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT IN"
    " (SELECT name FROM pragma_table_list WHERE schema = 'source' AND type = 'shadow') ORDER BY rowid", error);
}

/* After the rows: sorting once is faster than inserting in any order. */
static gboolean
make_the_rest (PatalDb *db, GError **error)
{
  return run_all (db,
    "SELECT sql FROM source.sqlite_schema WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL ORDER BY rowid", error);
}

typedef struct
{
  const PatalProgress *progress;
  guint64 done, total; /* rows */
} Count;

static gboolean
run_with (PatalDb *db, const char *form, const char *table, const PatalValue *args, GError **error)
{
  g_autofree char *sql = NULL;
  g_auto (GStrv) parts = g_strsplit (form, "%t", -1);

  sql = g_strjoinv (table, parts);
  return patal_db_run_own (db, sql, args, error);
}

/* The bound of the next rows: *@to stays what it is after the last. */
static gboolean
next_rows (PatalDb *db, const char *table, gint64 after, gint64 *to, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT coalesce(max(rowid), ?1) FROM (SELECT rowid FROM source.\"%s\" WHERE rowid > ?1 ORDER BY rowid LIMIT ?2)", table);

  return patal_db_int (db, sql, PATAL_ARGS (PATAL_INT (after), PATAL_INT (ROWS_A_STEP)), to, error);
}

static gboolean
copy_rows (PatalDb *db, const char *table, Count *count, GError **error)
{
  gint64 after = G_MININT64, to;

  for (;;)
    {
      if (!next_rows (db, table, after, &to, error))
        return FALSE;
      if (to == after)
        return TRUE;
      if (!run_with (db, "INSERT INTO main.\"%t\" SELECT * FROM source.\"%t\" WHERE rowid > ?1 AND rowid <= ?2", table,
                     PATAL_ARGS (PATAL_INT (after), PATAL_INT (to)), error))
        return FALSE;
      count->done += (guint64) sqlite3_changes64 (db->handle);
      if (!patal_progress_step (count->progress, MIN (count->done, count->total), count->total, error))
        return FALSE;
      after = to;
    }
}

/* Of all tables that have rows of their own; FTS5 has put first rows into its own. */
#define COPIED "FROM pragma_table_list WHERE schema = 'source' AND type IN ('table', 'shadow')" \
  " AND name NOT GLOB 'sqlite_*' AND name <> 'blob'"

static gboolean
copy_tables (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) by_rowid = list (db, "SELECT name " COPIED " AND wr = 0", PATAL_NO_ARGS, error);
  g_autoptr (GPtrArray) others = by_rowid == NULL ? NULL : list (db, "SELECT name " COPIED " AND wr = 1", PATAL_NO_ARGS, error);
  Count count = { progress, 0, 0 };

  for (guint i = 0; others != NULL && i < by_rowid->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM source.\"%s\"", (char *) by_rowid->pdata[i]);
      gint64 rows = 0;

      if (!patal_db_int (db, sql, PATAL_NO_ARGS, &rows, error))
        return FALSE;
      count.total += (guint64) rows;
    }
  for (guint i = 0; others != NULL && i < by_rowid->len; i++)
    if (!run_with (db, "DELETE FROM main.\"%t\"", by_rowid->pdata[i], PATAL_NO_ARGS, error)
        || !copy_rows (db, by_rowid->pdata[i], &count, error))
      return FALSE;
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!run_with (db, "DELETE FROM main.\"%t\"", others->pdata[i], PATAL_NO_ARGS, error)
        || !run_with (db, "INSERT INTO main.\"%t\" SELECT * FROM source.\"%t\"", others->pdata[i], PATAL_NO_ARGS, error))
      return FALSE;
  return others != NULL;
}

static gboolean
copy_sequence (PatalDb *db, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count(*) FROM source.sqlite_schema WHERE name = 'sqlite_sequence'", PATAL_NO_ARGS, &n, error))
    return FALSE;
  return n == 0 || patal_db_script (db,
    "DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence", error);
}

static gboolean
copy_pragma (PatalDb *db, const char *name, GError **error)
{
  g_autofree char *read = g_strdup_printf ("PRAGMA source.%s", name), *write = NULL;
  gint64 value;

  if (!patal_db_int (db, read, PATAL_NO_ARGS, &value, error))
    return FALSE;
  write = g_strdup_printf ("PRAGMA main.%s = %" G_GINT64_FORMAT, name, value);
  return patal_db_script (db, write, error);
}

static gboolean
pool_photos (PatalDb *db, GError **error)
{
  return patal_db_script (db,
    "CREATE TABLE IF NOT EXISTS pool.blob (sha256 BLOB PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;"
    "INSERT INTO pool.blob SELECT sha256, media_type, bytes FROM source.blob AS b"
    " WHERE length (bytes) > 0 AND NOT EXISTS (SELECT 1 FROM pool.blob AS p WHERE p.sha256 = b.sha256)", error);
}

/* The tables first, in a transaction of their own: with its end FTS5 has written what it writes into a new one. */
static gboolean
copy_content (PatalDb *db, const PatalProgress *progress, GError **error)
{
  return patal_db_script (db, "BEGIN", error) && make_tables (db, error) && patal_db_script (db, "COMMIT; BEGIN", error)
         && pool_photos (db, error) && copy_tables (db, progress, error) && copy_sequence (db, error)
         && patal_db_script (db, "INSERT INTO main.blob SELECT sha256, media_type, x'' FROM source.blob", error)
         && make_the_rest (db, error) && copy_pragma (db, "application_id", error) && copy_pragma (db, "user_version", error)
         && patal_db_script (db, "COMMIT", error);
}

static gboolean
make_pool (const char *pool, GError **error)
{
  return g_file_test (pool, G_FILE_TEST_EXISTS) || patal_disk_make_file (pool, error);
}

static gboolean
copy_without_photos (const char *from, const char *to, const char *pool, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalDb) db = NULL;

  if (!make_pool (pool, error))
    return FALSE;
  db = make_target (to, error);
  if (db == NULL || !patal_db_script (db, "PRAGMA journal_mode = OFF", error) || !attach (db, from, "ro", "source", error)
      || !attach (db, pool, "rw", "pool", error) || !patal_db_script (db, "PRAGMA pool.synchronous = FULL", error))
    return FALSE;
  if (progress != NULL)
    patal_db_set_cancellable (db, progress->cancellable);
  return copy_content (db, progress, error);
}

gboolean
patal_copy_without_photos (const char *from, const char *to, const char *pool, const PatalProgress *progress, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (copy_without_photos (from, to, pool, progress, &failure))
    return TRUE;
  patal_disk_drop (to);
  if (g_error_matches (failure, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED))
    patal_db_fail_handle (NULL, from, SQLITE_CORRUPT, error); /* the copy has just been made: it is the file that is damaged */
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A copy becomes a file of its own */

/* What the pool lacks keeps its name and its 0 bytes: so it is known that something is missing. */
static gboolean
put_photos_back (PatalDb *db, const char *pool, GError **error)
{
  gint64 missing;

  if (!patal_db_int (db, "SELECT count(*) FROM blob WHERE length(bytes) = 0", PATAL_NO_ARGS, &missing, error))
    return FALSE;
  if (missing == 0 || pool == NULL || !g_file_test (pool, G_FILE_TEST_EXISTS))
    return TRUE;
  return attach (db, pool, "ro", "pool", error)
         && patal_db_script (db, "UPDATE main.blob SET bytes = p.bytes FROM pool.blob AS p"
                                 " WHERE p.sha256 = main.blob.sha256 AND length(main.blob.bytes) = 0; DETACH pool", error);
}

static gboolean
renumber_desk (PatalDb *db, GError **error)
{
  gint64 old, desk;

  if (!patal_db_int (db, "SELECT value FROM meta WHERE key = ?1", PATAL_ARGS (PATAL_TEXT (PATAL_META_DESK)), &old, error))
    return FALSE;
  do
    desk = g_random_int_range (PATAL_DESK_DEMO + 1, PATAL_DESK_MAX + 1);
  while (desk == old);
  return patal_db_run_own (db, "UPDATE meta SET value = ?2 WHERE key = ?1",
                           PATAL_ARGS (PATAL_TEXT (PATAL_META_DESK), PATAL_INT (desk)), error);
}

gboolean
patal_copy_settle (const char *path, const char *pool, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalDb) db = patal_copy_open_to_write (path, error);

  if (db == NULL)
    return FALSE;
  if (progress != NULL)
    patal_db_set_cancellable (db, progress->cancellable);
  return put_photos_back (db, pool, error) && renumber_desk (db, error);
}

/* Verifying */

gboolean
patal_copy_verify (const char *path, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 size, version;

  if (!patal_inspect_header (path, patal_schema_own (), &size, error))
    return FALSE;
  db = patal_copy_open (path, error);
  if (db == NULL || !patal_inspect_content (db, patal_schema_own (), size, &version, error))
    return FALSE;
  if (progress != NULL)
    patal_db_set_cancellable (db, progress->cancellable);
  found = list (db, "PRAGMA quick_check(1)", PATAL_NO_ARGS, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 1 && g_str_equal (found->pdata[0], "ok"))
    return TRUE;
  patal_db_fail_handle (NULL, path, SQLITE_CORRUPT, error);
  return FALSE;
}
