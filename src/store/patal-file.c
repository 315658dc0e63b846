/* patal-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-file.h"
#include "patal-db-private.h"
#include "patal-disk.h"
#include "patal-inspect.h"
#include "patal-place.h"
#include "patal-search-index.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 2000

/* The writer's memory holds most of what an import changes, or its pages would go to the disk several times. Debian's SQLite writes
 * zeros over every page that becomes free; the search index frees many, and what was there stands in the journal anyway. */
#define WRITER_PRAGMAS "PRAGMA cache_size = -65536; PRAGMA secure_delete = FAST"
#define READER_PRAGMAS "PRAGMA cache_size = -4096; PRAGMA query_only = ON"

/* How SQLite is to open the file. */
typedef enum
{
  OPEN_WRITE,
  OPEN_READ,
  OPEN_IMMUTABLE, /* nobody can write it: no lock, no -shm */
} OpenHow;

/* SQLite counts its memory behind one lock for all threads, which nobody reads and which costs a tenth of an import. */
static void
configure_once (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0); /* refused, and no harm, where a test used SQLite before */
      g_once_init_leave (&once, 1);
    }
}

static PatalDb *
connect (const char *path, OpenHow how, GError **error)
{
  g_autofree char *plain = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain, how == OPEN_IMMUTABLE ? "?immutable=1" : "", NULL);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
              | (how == OPEN_WRITE || patal_disk_has_journal (path) ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  g_autoptr (PatalDb) db = NULL;
  sqlite3 *handle = NULL;
  int rc;

  configure_once ();
  rc = sqlite3_open_v2 (uri, &handle, flags, NULL);

  if (rc != SQLITE_OK)
    {
      patal_db_fail_handle (handle, path, rc, error);
      sqlite3_close (handle);
      return NULL;
    }
  db = patal_db_new (handle, path, how != OPEN_WRITE);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  rc = patal_bulk_register (db);
  if (rc != SQLITE_OK)
    {
      patal_db_fail (db, rc, error);
      return NULL;
    }
  if (!patal_db_script (db, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                        "PRAGMA temp_store = MEMORY;", error)
      || !patal_db_script (db, how == OPEN_WRITE ? WRITER_PRAGMAS : READER_PRAGMAS, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
load_tracked (PatalDb *db, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  /* The one list of the store's own tables: whatever else is a table is tracked. */
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'"
    " AND name NOT IN ('meta', 'journal', 'blob', 'search_entry') ORDER BY name", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    g_strv_builder_add (names, patal_rows_text (&rows, 0));
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  db->tracked = g_strv_builder_end (names);
  return TRUE;
}

static gboolean
load_ids (PatalDb *db, GError **error)
{
  g_autofree char *desk = patal_file_meta (db, PATAL_META_DESK), *counter = patal_file_meta (db, PATAL_META_COUNTER);
  guint64 number, last, most = (G_GUINT64_CONSTANT (1) << PATAL_COUNTER_BITS) - 1;

  if (desk == NULL || !g_ascii_string_to_unsigned (desk, 10, 1, PATAL_DESK_MAX, &number, NULL)
      || counter == NULL || !g_ascii_string_to_unsigned (counter, 10, 0, most, &last, NULL))
    {
      patal_db_fail_handle (NULL, db->path, SQLITE_CORRUPT, error);
      return FALSE;
    }
  db->desk = (guint) number;
  db->counter = db->counter_saved = (gint64) last;
  return TRUE;
}

static gboolean
load (PatalDb *db, const PatalSearchSource *const *searched, GError **error)
{
  db->searched = searched;
  return load_ids (db, error) && load_tracked (db, error) && patal_search_index_prepare (db, error);
}

/* A connection that can only read looks first, so that a file that is not good is not changed by a byte. The lock is ours, so
 * without a WAL nobody else writes: then not even a -shm is left beside it. */
static PatalDb *
connect_to_look (const char *path, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return connect (path, g_file_test (wal, G_FILE_TEST_EXISTS) ? OPEN_READ : OPEN_IMMUTABLE, error);
}

static PatalDb *
open_writer (const char *path, const PatalSchema *schema, const PatalSearchSource *const *searched,
             const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalDb) look = NULL, db = NULL;
  PatalProgressPart migrating, indexing;
  gint64 size, version;

  if (!patal_inspect_header (path, schema, &size, error))
    return NULL;
  look = connect_to_look (path, error);
  if (look == NULL || !patal_inspect_content (look, schema, size, &version, error))
    return NULL;
  g_clear_pointer (&look, patal_db_close);

  db = connect (path, OPEN_WRITE, error);
  /* The limit: a large import would leave a WAL of its own size behind. */
  if (db == NULL || !patal_db_script (db, "PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 4194304;", error)
      || !patal_migrate (db, schema, patal_progress_part (&migrating, progress, 0, 0.6), error) || !load (db, searched, error)
      || !patal_search_index_renew (db, patal_progress_part (&indexing, progress, 0.6, 1), error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return eaccess (path, W_OK) == 0 && eaccess (folder, W_OK) == 0;
}

/* Readers too write a -shm beside the file. Where they cannot, and no writer's WAL is there, it is read as it stands. */
static gboolean
choose_how_to_read (const char *path, OpenHow *how, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) network = NULL;
  gboolean local = patal_place_check_local (path, &network);

  *how = OPEN_READ;
  if (local && is_writable (path))
    return TRUE;
  if (!g_file_test (wal, G_FILE_TEST_EXISTS))
    *how = OPEN_IMMUTABLE;
  else if (!local)
    {
      g_propagate_error (error, g_steal_pointer (&network));
      return FALSE;
    }
  return TRUE;
}

static PatalDb *
open_reader (const char *path, PatalFileMode mode, const PatalSchema *schema, const PatalSearchSource *const *searched,
             GError **error)
{
  g_autoptr (PatalDb) db = NULL;
  gint64 size, version;
  gboolean sound;
  OpenHow how;

  if (!patal_inspect_header (path, schema, &size, error) || !choose_how_to_read (path, &how, error))
    return NULL;
  db = connect (path, how, error);
  if (db == NULL)
    return NULL;
  sound = mode == PATAL_FILE_READ_AGAIN ? patal_inspect_schema (db, schema, &version, error)
                                        : patal_inspect_content (db, schema, size, &version, error);
  if (!sound)
    return NULL;
  if (version < schema->n_steps)
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONFLICT,
                   _("“%s” was made by an older version of Gram Patal. Open it for writing once, so that it is brought up to date."),
                   name);
      return NULL;
    }
  return load (db, searched, error) ? g_steal_pointer (&db) : NULL;
}

static PatalDb *
lock_and_open_writer (const char *path, const PatalSchema *schema, const PatalSearchSource *const *searched,
                      const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalLock) lock = NULL;
  PatalDb *db;
  gint64 size;

  /* What it is comes before whether it can be written: a letter on a CD is not ours. */
  if (!patal_inspect_header (path, schema, &size, error) || !patal_place_check_local (path, error))
    return NULL;
  if (!is_writable (path))
    {
      patal_db_fail_errno (path, EACCES, error);
      return NULL;
    }
  lock = patal_lock_take (path, error);
  db = lock != NULL ? open_writer (path, schema, searched, progress, error) : NULL;
  if (db != NULL)
    db->lock = g_steal_pointer (&lock);
  return db;
}

PatalDb *
patal_file_open_with (const char *path, PatalFileMode mode, const PatalSearchSource *const *searched,
                      const PatalSchema *schema, const PatalProgress *progress, GError **error)
{
  g_autofree char *real = patal_place_real_path (path, error);
  PatalDb *db;

  if (real == NULL)
    return NULL;
  db = mode == PATAL_FILE_WRITE ? lock_and_open_writer (real, schema, searched, progress, error)
                                : open_reader (real, mode, schema, searched, error);
  if (db != NULL)
    patal_db_hand_over (db);
  return db;
}

PatalDb *
patal_file_open (const char *path, PatalFileMode mode, const PatalSearchSource *const *searched,
                 const PatalProgress *progress, GError **error)
{
  return patal_file_open_with (path, mode, searched, patal_schema_own (), progress, error);
}

static gboolean
fill (const char *path, guint desk, const PatalSchema *schema, GError **error)
{
  guint number = desk != 0 ? desk : (guint) g_random_int_range (PATAL_DESK_DEMO + 1, (gint32) PATAL_DESK_MAX + 1);
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d", PATAL_APPLICATION_ID);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autoptr (PatalDb) db = connect (path, OPEN_WRITE, error);

  return db != NULL && patal_db_script (db, identity, error) && patal_migrate (db, schema, NULL, error)
         && patal_file_set_meta (db, PATAL_META_DESK, number_text, error)
         && patal_file_set_meta (db, PATAL_META_COUNTER, "0", error);
}

static gboolean
create (const char *path, guint desk, const PatalSchema *schema, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  g_autofree char *draft = g_strdup_printf ("%s/.%s.new", folder, name);

  /* A journal may stand there of a file that somebody deleted without it; SQLite would play it into the new one. */
  if (patal_disk_make_file (draft, error) && fill (draft, desk, schema, error) && patal_disk_remove_journals (path, error)
      && patal_disk_put_in_place (draft, path, PATAL_DISK_KEEP, error))
    return TRUE;
  patal_disk_drop (draft);
  return FALSE;
}

PatalDb *
patal_file_create_with (const char *path, guint desk, const PatalSearchSource *const *searched, const PatalSchema *schema,
                        GError **error)
{
  g_autofree char *real = patal_place_real_path (path, error);
  g_autoptr (PatalLock) lock = NULL;
  PatalDb *db;

  g_return_val_if_fail (desk <= PATAL_DESK_MAX, NULL);

  if (real == NULL || !patal_place_check_local (real, error))
    return NULL;
  if (g_access (real, F_OK) == 0)
    {
      patal_db_fail_errno (real, EEXIST, error);
      return NULL;
    }
  lock = patal_lock_take (real, error);
  if (lock == NULL || !create (real, desk, schema, error))
    return NULL;
  db = open_writer (real, schema, searched, NULL, error);
  if (db == NULL)
    {
      patal_disk_drop (real);
      return NULL;
    }
  db->lock = g_steal_pointer (&lock);
  patal_db_hand_over (db);
  return db;
}

PatalDb *
patal_file_create (const char *path, guint desk, const PatalSearchSource *const *searched, GError **error)
{
  return patal_file_create_with (path, desk, searched, patal_schema_own (), error);
}

char *
patal_file_meta (PatalDb *db, const char *key)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT value FROM meta WHERE key = ?1", PATAL_ARGS (PATAL_TEXT (key)));

  return patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;
}

gboolean
patal_file_set_meta (PatalDb *db, const char *key, const char *value, GError **error)
{
  return patal_db_run_own (db, "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
                           PATAL_ARGS (PATAL_TEXT (key), PATAL_TEXT (value)), error);
}
