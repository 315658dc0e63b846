/* patal-db.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-db-private.h"
#include "patal-disk.h"
#include <glib/gi18n-lib.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Between two looks at the cancellable: some 0.1 ms of work. */
#define STEPS_BETWEEN_LOOKS 4000

typedef struct
{
  sqlite3_stmt *stmt;
  gboolean      lent; /* to a PatalRows: also one that was not stepped yet, which sqlite3_stmt_busy() does not see */
} Statement;

static void
statement_free (gpointer data)
{
  Statement *statement = data;

  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

PatalDb *
patal_db_new (sqlite3 *handle, const char *path, gboolean read_only)
{
  PatalDb *db = g_new0 (PatalDb, 1);

  db->handle = handle;
  db->path = g_strdup (path);
  db->read_only = read_only;
  /* O_PATH: closing any other descriptor of the file would let go of SQLite's locks. */
  db->place_fd = open (path, O_PATH | O_CLOEXEC);
  /* The keys are sqlite3_sql()'s own copies. */
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
  db->kept = g_hash_table_new (NULL, NULL);
  db->who = g_strdup (g_get_real_name () != NULL && !g_str_equal (g_get_real_name (), "Unknown") ? g_get_real_name ()
                                                                                                 : g_get_user_name ());
  return db;
}

void
patal_db_forget_statements (PatalDb *db)
{
  memset (db->recent, 0, sizeof db->recent);
  g_hash_table_remove_all (db->kept);
  g_hash_table_remove_all (db->statements);
}

/* SQLite brings the WAL home with the last connection, if that can write. A window's readers close after its writer: then the last
 * edits would be in the "-wal" alone, and whoever copies the district's file to a memory stick would copy it without them. */
static void
bring_wal_home (PatalDb *db)
{
  sqlite3_busy_timeout (db->handle, 0); /* what a reader at work holds back stays in the WAL, where it is as safe */
  sqlite3_wal_checkpoint_v2 (db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* A reader cannot take away the empty "-wal" and "-shm" beside the file; a connection that may write does, where it is the last. */
static void
take_away_empty_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  sqlite3 *last = NULL;
  struct stat status;

  if (stat (wal, &status) != 0 || status.st_size != 0 || patal_disk_has_journal (path))
    return;
  if (stat (path, &status) != 0) /* renamed while it was open: all that is left under the old name is these two */
    {
      patal_disk_remove_journals (path, NULL);
      return;
    }
  if (sqlite3_open_v2 (path, &last, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    sqlite3_exec (last, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL); /* only now it is a connection to the WAL */
  sqlite3_close (last);
}

void
patal_db_close (PatalDb *db)
{
  if (db == NULL)
    return;
  g_hash_table_unref (db->kept);
  g_hash_table_unref (db->statements);
  g_clear_pointer (&db->feeds, g_array_unref);
  if (db->lock != NULL)
    bring_wal_home (db);
  sqlite3_close_v2 (db->handle);
  if (db->read_only)
    take_away_empty_wal (db->path);
  if (db->place_fd >= 0)
    close (db->place_fd);
  patal_lock_release (db->lock); /* after SQLite has brought the WAL home */
  g_strfreev (db->tracked);
  g_clear_object (&db->cancellable);
  g_free (db->who);
  g_free (db->path);
  g_free (db);
}

static void
assert_thread (PatalDb *db)
{
  if (db->thread == NULL)
    db->thread = g_thread_self ();
  g_assert (db->thread == g_thread_self ());
}

void
patal_db_hand_over (PatalDb *db)
{
  db->thread = NULL;
}

static int
bind (sqlite3_stmt *stmt, const PatalValue *args, sqlite3_destructor_type life)
{
  int rc = SQLITE_OK;

  for (int i = 0; args != NULL && args[i].type != 0 && rc == SQLITE_OK; i++)
    switch (args[i].type)
      {
      case SQLITE_INTEGER: rc = sqlite3_bind_int64 (stmt, i + 1, args[i].integer); break;
      case SQLITE_FLOAT: rc = sqlite3_bind_double (stmt, i + 1, args[i].real); break;
      case SQLITE_TEXT: rc = sqlite3_bind_text (stmt, i + 1, args[i].text, -1, life); break;
      case SQLITE_BLOB:
        /* NULL bytes would become NULL, where an empty blob is meant */
        rc = sqlite3_bind_blob64 (stmt, i + 1, args[i].bytes != NULL ? args[i].bytes : "", args[i].n_bytes, life);
        break;
      default: rc = sqlite3_bind_null (stmt, i + 1); break;
      }
  return rc;
}

/* An import asks the same few questions a million times: by the address of a literal its statement is found without a look at
 * all of its letters. The letters are still compared, since SQL that was put together may stand where other SQL stood. */
static Statement *
find (PatalDb *db, const char *sql)
{
  PatalRecent *recent = &db->recent[(GPOINTER_TO_SIZE (sql) >> 3) % G_N_ELEMENTS (db->recent)];

  if (recent->sql != sql || strcmp (sqlite3_sql (((Statement *) recent->statement)->stmt), sql) != 0)
    {
      recent->statement = g_hash_table_lookup (db->statements, sql);
      recent->sql = recent->statement != NULL ? sql : NULL;
    }
  return recent->statement;
}

/* The kept statement of @sql, or a second one while the first is lent. */
static sqlite3_stmt *
borrow (PatalDb *db, const char *sql, GError **error)
{
  Statement *statement = find (db, sql);
  sqlite3_stmt *stmt = NULL;
  const char *rest = NULL;
  int rc;

  if (statement != NULL && !statement->lent)
    {
      statement->lent = TRUE;
      return statement->stmt;
    }
  rc = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, &rest);
  if (rc != SQLITE_OK)
    {
      patal_db_fail (db, rc, error);
      return NULL;
    }
  g_assert (stmt != NULL && *rest == '\0'); /* one statement, or what follows would never run */
  if (statement == NULL)
    {
      statement = g_new (Statement, 1);
      *statement = (Statement) { stmt, TRUE };
      g_hash_table_insert (db->statements, (gpointer) sqlite3_sql (stmt), statement);
      g_hash_table_insert (db->kept, stmt, statement);
    }
  return stmt;
}

static void
give_back (PatalDb *db, sqlite3_stmt *stmt)
{
  Statement *statement = g_hash_table_lookup (db->kept, stmt);

  if (statement == NULL)
    {
      sqlite3_finalize (stmt);
      return;
    }
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  statement->lent = FALSE;
}

PatalRows
patal_db_query (PatalDb *db, const char *sql, const PatalValue *args)
{
  PatalRows rows = { .db = db };
  int rc;

  assert_thread (db);
  rows.stmt = borrow (db, sql, &rows.error);
  if (rows.stmt == NULL)
    return rows;
  g_assert (sqlite3_stmt_readonly (rows.stmt));
  rc = bind (rows.stmt, args, SQLITE_TRANSIENT);
  if (rc != SQLITE_OK)
    patal_db_fail (db, rc, &rows.error);
  return rows;
}

gboolean
patal_rows_next (PatalRows *rows)
{
  int rc;

  if (rows->error != NULL)
    return FALSE;
  rc = sqlite3_step (rows->stmt);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    patal_db_fail (rows->db, rc, &rows->error);
  sqlite3_reset (rows->stmt); /* or its read transaction would last until the cleanup */
  return FALSE;
}

gint64
patal_rows_int (PatalRows *rows, int column)
{
  return sqlite3_column_int64 (rows->stmt, column);
}

double
patal_rows_real (PatalRows *rows, int column)
{
  return sqlite3_column_double (rows->stmt, column);
}

gboolean
patal_rows_null (PatalRows *rows, int column)
{
  return sqlite3_column_type (rows->stmt, column) == SQLITE_NULL;
}

const char *
patal_rows_text (PatalRows *rows, int column)
{
  return (const char *) sqlite3_column_text (rows->stmt, column);
}

GBytes *
patal_rows_bytes (PatalRows *rows, int column)
{
  const void *bytes = sqlite3_column_blob (rows->stmt, column);

  return g_bytes_new (bytes, (gsize) sqlite3_column_bytes (rows->stmt, column));
}

gboolean
patal_rows_finish (PatalRows *rows, GError **error)
{
  gboolean good = rows->error == NULL;

  if (!good)
    g_propagate_error (error, g_steal_pointer (&rows->error));
  patal_rows_clear (rows);
  return good;
}

void
patal_rows_clear (PatalRows *rows)
{
  if (rows->stmt != NULL)
    give_back (rows->db, g_steal_pointer (&rows->stmt));
  g_clear_error (&rows->error);
}

gboolean
patal_db_int (PatalDb *db, const char *sql, const PatalValue *args, gint64 *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, sql, args);
  gboolean found = patal_rows_next (&rows);
  gint64 value = found ? patal_rows_int (&rows, 0) : 0;

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("That record no longer exists."));
      return FALSE;
    }
  *out = value;
  return TRUE;
}

gboolean
patal_db_run_own (PatalDb *db, const char *sql, const PatalValue *args, GError **error)
{
  sqlite3_stmt *stmt;
  int rc;

  assert_thread (db);
  if (db->in_transaction && sqlite3_get_autocommit (db->handle))
    {
      patal_db_fail_handle (NULL, db->path, db->taken_back != 0 ? db->taken_back : SQLITE_ABORT, error);
      return FALSE;
    }
  stmt = borrow (db, sql, error);
  if (stmt == NULL)
    return FALSE;
  rc = bind (stmt, args, SQLITE_STATIC);
  if (rc == SQLITE_OK)
    do
      rc = sqlite3_step (stmt);
    while (rc == SQLITE_ROW); /* a pragma may answer */
  if (rc != SQLITE_DONE)
    patal_db_fail (db, rc, error);
  give_back (db, stmt);
  return rc == SQLITE_DONE;
}

gboolean
patal_db_run (PatalDb *db, const char *sql, const PatalValue *args, GError **error)
{
  g_assert (db->in_edit);
  return patal_db_run_own (db, sql, args, error);
}

gboolean
patal_db_script (PatalDb *db, const char *sql, GError **error)
{
  int rc;

  assert_thread (db);
  rc = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    patal_db_fail (db, sqlite3_extended_errcode (db->handle), error);
  return rc == SQLITE_OK;
}

gboolean
patal_db_begin (PatalDb *db, GError **error)
{
  db->taken_back = 0;
  db->in_transaction = patal_db_run_own (db, "BEGIN IMMEDIATE", PATAL_NO_ARGS, error);
  return db->in_transaction;
}

gboolean
patal_db_commit (PatalDb *db, GError **error)
{
  if (!patal_db_run_own (db, "COMMIT", PATAL_NO_ARGS, error))
    return FALSE;
  db->in_transaction = FALSE;
  return TRUE;
}

void
patal_db_rollback (PatalDb *db)
{
  /* A full disk or a cancelled statement may have rolled back already. */
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
  db->in_transaction = FALSE;
}

gint64
patal_db_new_id (PatalDb *db)
{
  g_assert (db->in_edit);
  db->counter++;
  g_assert (db->counter < G_GINT64_CONSTANT (1) << PATAL_COUNTER_BITS); /* 70,000 ids a second for a year */
  return ((gint64) db->desk << PATAL_COUNTER_BITS) | db->counter;
}

guint
patal_db_desk (PatalDb *db)
{
  return db->desk;
}

const char *
patal_db_path (PatalDb *db)
{
  return db->path;
}

gboolean
patal_db_read_only (PatalDb *db)
{
  return db->read_only;
}

void
patal_db_set_who (PatalDb *db, const char *who)
{
  g_return_if_fail (who != NULL);
  g_free (db->who);
  db->who = g_strdup (who);
}

static int
look_whether_cancelled_cb (gpointer data)
{
  return g_cancellable_is_cancelled (((PatalDb *) data)->cancellable);
}

void
patal_db_set_cancellable (PatalDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
  sqlite3_progress_handler (db->handle, STEPS_BETWEEN_LOOKS, cancellable != NULL ? look_whether_cancelled_cb : NULL, db);
}
