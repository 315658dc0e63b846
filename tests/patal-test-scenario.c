/* patal-test-scenario.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-test-scenario.h"
#include "patal-backup.h"
#include "patal-backup-folder.h"
#include "patal-copy.h"
#include "patal-test-disk.h"
#include "patal-test-vfs.h"
#include <glib/gstdio.h>
#include <string.h>

#define CHANGES 6

static char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Settings would do, but the search index and the photos are what tends to be half done. */
static void
prepare_file (const char *folder)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (GRand) chance = g_rand_new_with_seed (11);
  g_autoptr (PatalDb) db = patal_file_create (path, 0, patal_test_searched, NULL);

  g_assert_nonnull (db);
  g_assert_true (patal_test_grow (db, 10, NULL));
  for (int i = 0; i < 8; i++)
    patal_test_change (db, chance, NULL);
}

static char *
state_of (const char *folder, const char *name)
{
  g_autofree char *path = path_in (folder, name);

  return patal_test_state (path);
}

/* edits */

static gboolean
run_edits (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (GRand) chance = g_rand_new_with_seed (12);
  g_autoptr (PatalDb) db = patal_file_open (path, PATAL_FILE_WRITE, patal_test_searched, NULL, error);
  GError *failure = NULL;

  for (int i = 0; db != NULL && i < CHANGES && failure == NULL; i++)
    if (patal_test_change (db, chance, &failure))
      patal_test_disk_mark ((guint) patal_test_last_line (db));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return db != NULL && failure == NULL;
}

static void
check_edits (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal");

  if (patal_test_assert_sound (path, patal_schema_own (), what) < promise)
    g_error ("%s: a promised change is lost", what);
}

/* one large edit */

static gboolean
run_large (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (PatalDb) db = patal_file_open (path, PATAL_FILE_WRITE, patal_test_searched, NULL, error);

  if (db == NULL || !patal_test_grow (db, 600, error))
    return FALSE;
  patal_test_disk_mark ((guint) patal_test_last_line (db));
  return TRUE;
}

/* a new file */

static void
prepare_nothing (const char *folder G_GNUC_UNUSED)
{
}

/* What remains of a file that somebody deleted without its WAL. */
static void
prepare_stale_wal (const char *folder)
{
  g_autofree char *other = path_in (folder, "b.patal"), *other_wal = path_in (folder, "b.patal-wal");
  g_autofree char *wal = path_in (folder, "a.patal-wal"), *bytes = NULL;
  g_autoptr (PatalDb) db = patal_file_create (other, 0, NULL, NULL);
  gsize size;

  g_assert_true (patal_test_grow (db, 5, NULL));
  g_assert_true (g_file_get_contents (other_wal, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (wal, bytes, (gssize) size, NULL));
}

static gboolean
run_create (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (PatalDb) db = patal_file_create (path, 0, patal_test_searched, error);

  if (db == NULL)
    return FALSE;
  patal_test_disk_mark (1);
  return TRUE;
}

static void
check_create (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal");

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_assert_cmpint (patal_test_assert_sound (path, patal_schema_own (), what), ==, 0);
  else if (promise > 0)
    g_error ("%s: the new file is lost", what);
}

/* a migration */

static const PatalSchema *
next_schema (void)
{
  static const char *steps[8];
  static PatalSchema schema = { steps, 0 };
  const PatalSchema *own = patal_schema_own ();

  if (schema.n_steps > 0)
    return &schema;
  for (int i = 0; i < own->n_steps; i++)
    steps[i] = own->steps[i];
  steps[own->n_steps] = "CREATE TABLE errand (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;"
                        "CREATE INDEX errand_word ON errand (word)";
  steps[own->n_steps + 1] = "ALTER TABLE setting ADD COLUMN remark TEXT";
  schema.n_steps = own->n_steps + 2;
  return &schema;
}

static gboolean
run_migrate (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (PatalDb) db = patal_file_open_with (path, PATAL_FILE_WRITE, patal_test_searched, next_schema (), NULL, error);

  if (db == NULL)
    return FALSE;
  patal_test_disk_mark (1);
  return TRUE;
}

static int
version_of (const char *path)
{
  g_autoptr (PatalDb) db = patal_copy_open (path, NULL);
  gint64 version = -1;

  g_assert_nonnull (db);
  g_assert_true (patal_db_int (db, "PRAGMA user_version", PATAL_NO_ARGS, &version, NULL));
  return (int) version;
}

static void
check_migrate (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autofree char *copy = patal_migrate_backup_path (path, patal_schema_own ()->n_steps);
  int version = version_of (path);
  gint64 last;

  if (promise > 0)
    g_assert_cmpint (version, ==, next_schema ()->n_steps);
  if (version > patal_schema_own ()->n_steps && !patal_copy_verify (copy, NULL, NULL))
    g_error ("%s: migrated without a good copy", what);
  if (version == patal_schema_own ()->n_steps)
    patal_test_assert_sound (path, patal_schema_own (), what);
  last = patal_test_assert_sound (path, next_schema (), what); /* finishes what was begun */
  g_assert_cmpint (last, >, 5);
}

/* the day's copy */

static gboolean
run_daily (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (PatalDb) db = patal_file_open (path, PATAL_FILE_READ, patal_test_searched, NULL, error);

  if (db == NULL || !patal_backup_daily (db, NULL, error))
    return FALSE;
  patal_test_disk_mark (1);
  return TRUE;
}

static char *
daily_path (const char *folder)
{
  g_autofree char *path = path_in (folder, "a.patal"), *backups = patal_backup_folder (path);
  g_autofree char *day = patal_day_iso (patal_day_today ());

  return g_strdup_printf ("%s/%s.patal", backups, day);
}

/* The copy, put in the place of the file, is the file again, with its photos. */
static void
check_daily (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal"), *copy = daily_path (folder), *state = NULL, *restored = NULL;
  g_autoptr (GError) error = NULL;

  patal_test_assert_sound (path, patal_schema_own (), what);
  if (!g_file_test (copy, G_FILE_TEST_EXISTS))
    {
      if (promise > 0)
        g_error ("%s: the copy is lost", what);
      if (!run_daily (folder, &error))
        g_error ("%s: the next copy cannot be made: %s", what, error->message);
    }
  state = state_of (folder, "a.patal");
  if (!patal_backup_restore (path, copy, NULL, NULL, &error))
    g_error ("%s: %s", what, error->message);
  restored = state_of (folder, "a.patal");
  g_assert_cmpstr (state, ==, restored);
}

/* a copy on demand, over an older one */

static void
grow_file (const char *folder, guint n)
{
  g_autofree char *path = path_in (folder, "a.patal");
  g_autoptr (PatalDb) db = patal_file_open (path, PATAL_FILE_WRITE, patal_test_searched, NULL, NULL);

  g_assert_nonnull (db);
  g_assert_true (patal_test_grow (db, n, NULL));
}

static gboolean
run_copy (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal"), *target = path_in (folder, "copy.patal");
  g_autoptr (PatalDb) db = patal_file_open (path, PATAL_FILE_READ, patal_test_searched, NULL, error);

  if (db == NULL || !patal_backup_copy (db, target, PATAL_BACKUP_REPLACE, NULL, error))
    return FALSE;
  patal_test_disk_mark (1);
  return TRUE;
}

static void
prepare_copy (const char *folder)
{
  prepare_file (folder);
  g_assert_true (run_copy (folder, NULL));
  grow_file (folder, 3);
}

static void
check_copy (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal"), *target = path_in (folder, "copy.patal");
  gint64 last = patal_test_assert_sound (path, patal_schema_own (), what);
  gint64 copied = patal_test_assert_sound (target, patal_schema_own (), what);

  if (copied != last && (promise > 0 || copied != last - 1))
    g_error ("%s: the copy is neither the old nor the new one", what);
}

/* the way back */

static gboolean
run_restore (const char *folder, GError **error)
{
  g_autofree char *path = path_in (folder, "a.patal"), *copy = daily_path (folder);

  if (!patal_backup_restore (path, copy, NULL, NULL, error))
    return FALSE;
  patal_test_disk_mark (1);
  return TRUE;
}

static void
prepare_restore (const char *folder)
{
  prepare_file (folder);
  g_assert_true (run_daily (folder, NULL));
  grow_file (folder, 3);
}

static char *
before_path (const char *folder)
{
  g_autofree char *path = path_in (folder, "a.patal"), *backups = patal_backup_folder (path);
  g_autofree char *day = patal_day_iso (patal_day_today ());

  return g_strdup_printf ("%s/%s-before-restore.patal", backups, day);
}

static gint64
last_of_copy (const char *path)
{
  g_autoptr (PatalDb) db = patal_copy_open (path, NULL);

  return db != NULL ? patal_test_last_line (db) : -1;
}

static void
check_restore (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal"), *copy = daily_path (folder), *before = before_path (folder);
  gint64 then = last_of_copy (copy), last = patal_test_assert_sound (path, patal_schema_own (), what);

  if (last != then && (promise > 0 || last != then + 1))
    g_error ("%s: the file is neither the old nor the restored one", what);
  if (last == then && (!patal_copy_verify (before, NULL, NULL) || last_of_copy (before) != then + 1))
    g_error ("%s: restored without a good copy of what stood there", what);
}

static void
prepare_damaged (const char *folder)
{
  g_autofree char *path = path_in (folder, "a.patal"), *apart = path_in (folder, "damaged"), *bytes = NULL;
  gsize size;

  prepare_restore (folder);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 16384);
  memset (bytes + 8192, 0x5a, 6000);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (apart, bytes, (gssize) size, NULL));
}

static gboolean
same_bytes (const char *one, const char *other)
{
  g_autofree char *bytes = NULL, *others = NULL;
  gsize size = 0, other_size = 0;

  return g_file_get_contents (one, &bytes, &size, NULL) && g_file_get_contents (other, &others, &other_size, NULL)
         && size == other_size && memcmp (bytes, others, size) == 0;
}

/* The same, but for what the disk did not give, which is zero. */
static gboolean
kept_bytes (const char *kept, const char *original)
{
  g_autofree char *bytes = NULL, *others = NULL;
  gsize size = 0, other_size = 0;

  if (!g_file_get_contents (kept, &bytes, &size, NULL) || !g_file_get_contents (original, &others, &other_size, NULL)
      || size != other_size)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    if (bytes[i] != others[i] && (bytes[i] != 0 || !patal_test_vfs_failed_a_read ()))
      return FALSE;
  return TRUE;
}

static void
check_damaged (const char *folder, guint promise, const char *what)
{
  g_autofree char *path = path_in (folder, "a.patal"), *apart = path_in (folder, "damaged");
  g_autofree char *copy = daily_path (folder), *before = before_path (folder);

  if (promise == 0 && same_bytes (path, apart))
    return;
  if (!kept_bytes (before, apart))
    g_error ("%s: the damaged file was not kept as it was", what);
  g_assert_cmpint (patal_test_assert_sound (path, patal_schema_own (), what), ==, last_of_copy (copy));
}

const PatalTestScenario patal_test_scenarios[] = {
  { "edits", prepare_file, run_edits, check_edits, FALSE },
  { "large-edit", prepare_file, run_large, check_edits, TRUE },
  { "create", prepare_nothing, run_create, check_create, TRUE },
  { "create-beside-stale-wal", prepare_stale_wal, run_create, check_create, TRUE },
  { "migrate", prepare_file, run_migrate, check_migrate, FALSE },
  { "daily", prepare_file, run_daily, check_daily, TRUE },
  { "copy", prepare_copy, run_copy, check_copy, TRUE },
  { "restore", prepare_restore, run_restore, check_restore, TRUE },
  { "restore-damaged", prepare_damaged, run_restore, check_damaged, TRUE },
};
const guint patal_test_n_scenarios = G_N_ELEMENTS (patal_test_scenarios);
