/* test-file.c: a file is made, opened, refused, migrated, checked
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * test-file --make-fixture PATH writes the file that fixtures/vN.patal is: once for each released schema. */
#include "district-file.h"
#include "patal-backup.h"
#include "patal-db-private.h"
#include "patal-journal.h"
#include "patal-migrate.h"
#include "patal-place.h"
#include "patal-whereabouts.h"
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
read_all (const char *path, gsize *size)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}

static int
mode_of (const char *path, const char *suffix)
{
  g_autofree char *whole = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (whole, &status), ==, 0);
  return (int) (status.st_mode & 0777);
}

static gint64
pragma (PatalDb *db, const char *sql)
{
  gint64 value = -1;

  g_assert_true (patal_db_int (db, sql, PATAL_NO_ARGS, &value, NULL));
  return value;
}

static void
test_settings (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalDb) reader = patal_file_open (f->path, PATAL_FILE_READ, NULL, NULL, NULL);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (pragma (f->db, "PRAGMA application_id"), ==, 0x50544C31);
  g_assert_cmpint (pragma (f->db, "PRAGMA user_version"), ==, patal_schema_own ()->n_steps);
  g_assert_cmpint (pragma (f->db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (pragma (f->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (pragma (f->db, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (pragma (f->db, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (pragma (reader, "PRAGMA query_only"), ==, 1);
  g_assert_true (patal_db_read_only (reader));
  g_assert_false (patal_db_script (f->db, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL)); /* defensive */
}

static void
test_modes (void)
{
  mode_t before = umask (0);
  DistrictFile f;

  district_file_set_up (&f, NULL);
  umask (before);
  district_file_add_unit (&f, "A", NULL);
  g_assert_cmpint (mode_of (f.path, ""), ==, 0600);
  g_assert_cmpint (mode_of (f.path, "-wal"), ==, 0600);
  g_assert_cmpint (mode_of (f.path, "-shm"), ==, 0600);
  district_file_tear_down (&f, NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_nothing_is_left (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&f->db, patal_db_close);
  g_assert_cmpuint (count_files (f->folder), ==, 1); /* no WAL, no lock, no draft */
}

static void
test_create_refused (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "none", "x.patal", NULL), *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, size_after;

  before = read_all (f->path, &size);
  g_assert_null (patal_file_create (f->path, 0, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_EXISTS);
  g_clear_error (&error);
  after = read_all (f->path, &size_after);
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_null (patal_file_create (nowhere, 0, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
assert_refused_for (const char *path, PatalFileMode mode, int code)
{
  g_autofree char *folder = g_path_get_dirname (path), *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (folder);
  gsize size, size_after;

  before = read_all (path, &size);
  g_assert_null (patal_file_open (path, mode, district_file_searched, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, code);
  after = read_all (path, &size_after);
  g_assert_cmpmem (before, size, after, size_after);
  /* A reader may leave SQLite's empty -wal and -shm, which the next writer takes away. */
  g_assert_cmpuint (count_files (folder), <=, n_files + (mode != PATAL_FILE_WRITE ? 2 : 0));
}

/* What stands at @path is refused with @code for writing and for reading, and stays as it is. */
static void
assert_refused (const char *path, int code)
{
  assert_refused_for (path, PATAL_FILE_WRITE, code);
  assert_refused_for (path, PATAL_FILE_READ, code);
}

static void
test_not_ours (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "other", NULL), *text = g_strnfill (5000, 'x');
  g_autofree char *named = g_build_filename (f->folder, "other.patal", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, PATAL_DB_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (named, "", 0, NULL)); /* what is left of one of ours */
  assert_refused (named, PATAL_DB_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (named, text, -1, NULL));
  assert_refused (named, PATAL_DB_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  assert_refused (path, PATAL_DB_ERROR_NOT_OURS);
  g_remove (path);
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "CREATE TABLE unit (id); PRAGMA user_version = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  assert_refused (path, PATAL_DB_ERROR_NOT_OURS);
  g_assert_null (patal_file_open (f->folder, PATAL_FILE_WRITE, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_remove (path);
  g_assert_null (patal_file_open (path, PATAL_FILE_WRITE, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
run_raw (const char *path, const char *sql)
{
  sqlite3 *raw = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  if (sqlite3_exec (raw, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (raw);
}

static void
test_newer (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&f->db, patal_db_close);
  run_raw (f->path, "PRAGMA user_version = 900");
  assert_refused (f->path, PATAL_DB_ERROR_NEWER);
}

/* Files that this program did not write, though they say so. */
static void
test_hostile_schema (void)
{
  static const char *const cases[] = {
    "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM journal; END",
    "CREATE VIEW v AS SELECT * FROM unit",
    "CREATE TABLE more (id INTEGER PRIMARY KEY)",
    "DROP INDEX unit_parent",
    "DROP TABLE meta",
    "DROP TABLE unit_alias; CREATE VIEW unit_alias AS SELECT 1 AS id, 2 AS unit, 'x' AS name",
    "DROP TABLE search_vocabulary; CREATE TABLE search_vocabulary (term, doc)",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'STRICT', '') WHERE name = 'unit'",
    "PRAGMA user_version = 0",
    "DELETE FROM meta WHERE key = 'desk'",
    "UPDATE meta SET value = '99999999' WHERE key = 'desk'",
    "UPDATE meta SET value = 'many' WHERE key = 'counter'",
    "UPDATE meta SET value = NULL WHERE key = 'counter'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DistrictFile f;

      district_file_set_up (&f, NULL);
      district_file_add_unit (&f, "A", NULL);
      g_clear_pointer (&f.db, patal_db_close);
      run_raw (f.path, cases[i]);
      run_raw (f.path, "PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint (TRUNCATE)");
      g_test_message ("%s", cases[i]);
      assert_refused (f.path, PATAL_DB_ERROR_DAMAGED);
      assert_refused_for (f.path, PATAL_FILE_READ_AGAIN, PATAL_DB_ERROR_DAMAGED);
      district_file_tear_down (&f, NULL);
    }
}

static void
test_damaged (void)
{
  enum { HEAD, CUT, MIDDLE, PAGE_SIZE, N };

  for (int how = 0; how < N; how++)
    {
      g_autofree char *bytes = NULL;
      DistrictFile f;
      gsize size;

      district_file_set_up (&f, NULL);
      for (int i = 0; i < 20; i++)
        district_file_add_unit (&f, "Somewhere", "कहीं");
      g_clear_pointer (&f.db, patal_db_close);
      bytes = read_all (f.path, &size);
      if (how == HEAD)
        memset (bytes, 0, 4096);
      else if (how == CUT)
        size -= 4096;
      else if (how == PAGE_SIZE)
        bytes[17] = 3;
      else
        memset (bytes + size / 8192 * 4096, 0xa5, 4096);
      g_assert_true (g_file_set_contents (f.path, bytes, (gssize) size, NULL));
      assert_refused (f.path, PATAL_DB_ERROR_DAMAGED);
      district_file_tear_down (&f, NULL);
    }
}

/* Whatever bytes a file has, opening it and reading all of it ends with an answer. */
static void
test_random_bytes (void)
{
  g_autofree char *sound = NULL;
  gsize size;
  DistrictFile f;

  district_file_set_up (&f, NULL);
  for (int i = 0; i < 30; i++)
    district_file_add_unit (&f, "Somewhere", "कहीं");
  g_clear_pointer (&f.db, patal_db_close);
  sound = read_all (f.path, &size);
  for (int round = 0; round < 150; round++)
    {
      g_autofree char *bytes = g_memdup2 (sound, size);
      g_autoptr (PatalDb) db = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GArray) hits = NULL;

      for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
        bytes[g_test_rand_int_range (round % 2 ? 100 : 0, (gint32) size)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (f.path, bytes, (gssize) size, NULL));
      db = patal_file_open (f.path, PATAL_FILE_WRITE, district_file_searched, NULL, NULL);
      if (db == NULL)
        continue;
      findings = patal_file_check (db, NULL, NULL);
      hits = patal_search (db, "some", NULL, 20, NULL);
      patal_db_undo (db, NULL, NULL);
    }
  district_file_tear_down (&f, NULL);
}

static void
test_locked (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *link = g_build_filename (f->folder, "link.patal", NULL);
  g_autoptr (PatalDb) reader = NULL, writer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (f->path, link), ==, 0);
  g_assert_null (patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (patal_file_open (link, PATAL_FILE_WRITE, NULL, NULL, &error)); /* by another name too */
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED);
  g_clear_error (&error);
  reader = patal_file_open (f->path, PATAL_FILE_READ, district_file_searched, NULL, &error);
  g_assert_no_error (error);
  district_file_add_unit (f, "A", NULL);
  g_assert_cmpint (pragma (reader, "SELECT count (*) FROM unit"), ==, 1);
  g_clear_pointer (&f->db, patal_db_close);
  writer = patal_file_open (link, PATAL_FILE_WRITE, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Root may write anywhere, so this is done as nobody. */
static void
test_read_only (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalDb) reader = NULL;
  g_autoptr (GError) error = NULL;

  district_file_add_unit (f, "A", NULL);
  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("x"), district_file_put_unit, &(DistrictUnit) { NULL, NULL, 0 }, NULL));
  g_clear_pointer (&f->db, patal_db_close);
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);

  g_assert_null (patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  reader = patal_file_open (f->path, PATAL_FILE_READ, district_file_searched, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pragma (reader, "SELECT count (*) FROM unit"), ==, 1);
  g_assert_false (patal_db_edit (reader, PATAL_LABEL ("x"), district_file_put_unit, &(DistrictUnit) { "B", NULL, 0 }, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_READ_ONLY);
  g_clear_pointer (&reader, patal_db_close);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_chmod (f->folder, 0755);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

/* Whoever copies the file alone, after the window was closed, copies all of it; and nothing else is left beside it. */
static void
test_closed_whole (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDb *reader = patal_file_open (f->path, PATAL_FILE_READ, district_file_searched, NULL, NULL);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  GStatBuf status;

  g_assert_nonnull (reader);
  g_assert_cmpint (pragma (reader, "SELECT count (*) FROM unit"), ==, 0);
  district_file_add_unit (f, "A", "अ");
  g_assert_cmpint (g_stat (wal, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 0);
  g_clear_pointer (&f->db, patal_db_close);
  g_assert_cmpint (g_stat (wal, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  patal_db_close (reader);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

/* In a folder that two users share: the one sees that the other has the file open, and that it may not read a private one. */
static void
test_other_user (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *lock = g_strdup_printf ("%s/.district.patal.lock", f->folder);
  g_autoptr (GError) error = NULL;
  mode_t mask;

  g_assert_cmpint (mode_of (lock, ""), ==, 0644);
  if (geteuid () != 0)
    {
      g_test_skip ("needs root, who can be another user");
      return;
    }
  g_clear_pointer (&f->db, patal_db_close);
  mask = umask (077);
  f->db = patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (f->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0666), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_null (patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, &error));
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_null (patal_file_open (f->path, PATAL_FILE_READ, NULL, NULL, &error));
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "another user"));
}

static void
test_network (void)
{
  static const struct { guint64 magic; const char *type; gboolean network; } cases[] = {
    { 0x6969, NULL, TRUE }, { 0x517b, NULL, TRUE }, { 0xff534d42, NULL, TRUE }, { 0xfe534d42, NULL, TRUE }, { 0x01021997, NULL, TRUE },
    { 0xffffffffff534d42, NULL, TRUE }, { 0xef53, NULL, FALSE }, { 0x9123683e, NULL, FALSE }, { 0x01021994, NULL, FALSE },
    { 0x65735546, "fuse.sshfs", TRUE }, { 0x65735546, "fuseblk", FALSE }, { 0x65735546, NULL, FALSE }, { 0x4d44, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (patal_place_kind_is_network (cases[i].magic, cases[i].type), ==, cases[i].network);
}

static void
test_meta (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *none = patal_file_meta (f->db, "title"), *title = NULL, *kept = NULL;

  g_assert_null (none);
  g_assert_true (patal_file_set_meta (f->db, "title", "जांजगीर", NULL));
  g_assert_true (patal_file_set_meta (f->db, "title", "सक्ती", NULL));
  title = patal_file_meta (f->db, "title");
  g_assert_cmpstr (title, ==, "सक्ती");
  district_file_add_unit (f, "A", NULL);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  kept = patal_file_meta (f->db, "title");
  g_assert_cmpstr (kept, ==, "सक्ती");
}

/* A schema of this program and one step more; the step before @bad is good, that itself fails. */
typedef struct { const char **steps; PatalSchema schema; } Later;

static Later
make_later (const char *second, const char *third)
{
  const PatalSchema *own = patal_schema_own ();
  int n = own->n_steps;
  Later later = { g_new0 (const char *, n + 2), { NULL, n + 1 + (third != NULL) } };

  for (int i = 0; i < n; i++)
    later.steps[i] = own->steps[i];
  later.steps[n] = second;
  later.steps[n + 1] = third;
  later.schema.steps = later.steps;
  return later;
}

static void
note_share_cb (double share, gpointer data)
{
  g_assert_cmpfloat (share, >=, *(double *) data); /* never back: a bar would jump */
  *(double *) data = share;
}

static void
test_migration (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  Later later = make_later ("CREATE TABLE later (id INTEGER PRIMARY KEY, unit INTEGER REFERENCES unit (id)) STRICT;"
                            "ALTER TABLE unit ADD COLUMN area REAL; UPDATE unit SET area = 2.5;", NULL);
  int own = patal_schema_own ()->n_steps;
  g_autofree char *backup = patal_migrate_backup_path (f->path, own), *before = NULL, *after = NULL, *folder = NULL, *kept = NULL;
  g_autoptr (PatalDb) old = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  double share = 0;
  PatalProgress progress = { note_share_cb, &share, NULL };

  district_file_add_unit (f, "A", "अ");
  before = district_file_dump (f->db);
  g_clear_pointer (&f->db, patal_db_close);
  g_assert_null (patal_file_open_with (f->path, PATAL_FILE_READ, NULL, &later.schema, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONFLICT);
  g_clear_error (&error);

  f->db = patal_file_open_with (f->path, PATAL_FILE_WRITE, district_file_searched, &later.schema, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (share, >, 0.25); /* past the copy */
  g_assert_cmpint (pragma (f->db, "PRAGMA user_version"), ==, own + 1);
  g_assert_cmpint (pragma (f->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (pragma (f->db, "SELECT area * 2 FROM unit"), ==, 5);
  after = district_file_dump (f->db);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (patal_db_undo (f->db, NULL, &error)); /* an edit of the older schema */
  g_assert_true (patal_db_redo (f->db, NULL, &error));
  findings = patal_file_check (f->db, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);

  folder = g_path_get_dirname (backup);
  g_assert_cmpint (mode_of (backup, ""), ==, 0600);
  g_assert_cmpint (mode_of (folder, ""), ==, 0700);
  old = patal_file_open (backup, PATAL_FILE_READ, district_file_searched, NULL, &error);
  g_assert_no_error (error);
  kept = district_file_dump (old);
  g_assert_cmpstr (before, ==, kept);

  /* The program of before. */
  g_clear_pointer (&f->db, patal_db_close);
  assert_refused (f->path, PATAL_DB_ERROR_NEWER);
  g_free (later.steps);
}

static void
test_failing_migration (void)
{
  static const char *const bad[] = {
    "CREATE TABLE half (id INTEGER PRIMARY KEY); DELETE FROM unit; SELECT nothing_of_the_kind ();",
    "INSERT INTO unit (id, level, parent, name_en) VALUES (5, 'gp', 77, 'Orphan')", /* the references are checked before it counts */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      Later later = make_later ("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT", bad[i]), less = make_later (later.steps[patal_schema_own ()->n_steps], NULL);
      int own = patal_schema_own ()->n_steps;
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;
      DistrictFile f;

      district_file_set_up (&f, NULL);
      district_file_add_unit (&f, "A", "अ");
      before = district_file_dump (f.db);
      g_clear_pointer (&f.db, patal_db_close);
      g_assert_null (patal_file_open_with (f.path, PATAL_FILE_WRITE, district_file_searched, &later.schema, NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      /* The good step stays, the bad one left nothing. */
      f.db = patal_file_open_with (f.path, PATAL_FILE_WRITE, district_file_searched, &less.schema, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (pragma (f.db, "PRAGMA user_version"), ==, own + 1);
      after = district_file_dump (f.db);
      g_assert_cmpstr (before, ==, after);
      district_file_tear_down (&f, NULL);
      g_free (later.steps);
      g_free (less.steps);
    }
}

static void
test_check (void)
{
  static const char *const cases[] = {
    "UPDATE search_entry SET terms = 'nuelse'",
    "INSERT INTO search_entry VALUES (5, 'unit', 'nuelse')",
    "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    "INSERT INTO blob VALUES (zeroblob (32), 'image/png', X'0102')",
    "UPDATE journal SET who = 'x'",
    "PRAGMA foreign_keys = OFF; INSERT INTO unit_alias VALUES (4, 5, 'x')",
    "UPDATE meta SET value = '0' WHERE key = 'counter'",
    "PRAGMA ignore_check_constraints = ON; UPDATE unit SET level = 'moon'; PRAGMA ignore_check_constraints = OFF",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DistrictFile f;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) before = NULL, after = NULL;

      district_file_set_up (&f, NULL);
      district_file_add_unit (&f, "A", NULL);
      before = patal_file_check (f.db, NULL, NULL);
      g_assert_cmpuint (before->len, ==, 0);
      g_test_message ("%s", cases[i]);
      g_assert_true (patal_db_script (f.db, cases[i], &error));
      /* a new connection, as `patal check` has: the counter is read at the opening */
      if (strstr (cases[i], "counter") != NULL)
        district_file_reopen (&f);
      after = patal_file_check (f.db, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (after->len, >=, 1);
      district_file_tear_down (&f, NULL);
    }
}

/* Every schema that was ever released, as its program wrote it. */
static void
test_fixtures (void)
{
  for (int version = 1; version <= patal_schema_own ()->n_steps; version++)
    {
      g_autofree char *name = g_strdup_printf ("v%d.patal", version), *bytes = NULL, *backup = NULL;
      g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
      DistrictFile f;
      g_autoptr (GArray) hits = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gsize size;

      /* a step that was changed before its release wants its file anew */
      g_test_message ("%s", fixture);
      district_file_set_up (&f, NULL);
      g_clear_pointer (&f.db, patal_db_close);
      bytes = read_all (fixture, &size);
      g_assert_true (g_file_set_contents (f.path, bytes, (gssize) size, NULL));
      district_file_reopen (&f);
      backup = patal_migrate_backup_path (f.path, version);
      g_assert_cmpint (g_file_test (backup, G_FILE_TEST_EXISTS), ==, version < patal_schema_own ()->n_steps);
      findings = patal_file_check (f.db, NULL, NULL);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_cmpint (pragma (f.db, "SELECT count (*) FROM scheme"), ==, 2); /* what later programs bring along */
      g_assert_cmpint (pragma (f.db, "SELECT count (*) FROM session WHERE module = 342"), ==, 10);
      hits = patal_search (f.db, "अकल", NULL, 20, NULL);
      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_true (patal_db_undo (f.db, NULL, NULL));
      g_assert_cmpint (pragma (f.db, "SELECT count (*) FROM unit"), ==, 2);
      district_file_tear_down (&f, NULL);
    }
}

/* What the program remembers of its own steps is what they make. */
static void
test_fingerprints (void)
{
  const PatalSchema copy = *patal_schema_own (); /* is not the own one, so that its steps are run */

  for (int n = 0; n <= copy.n_steps; n++)
    {
      g_autofree char *remembered = patal_schema_fingerprint (patal_schema_own (), n), *made = patal_schema_fingerprint (&copy, n);

      g_assert_cmpstr (remembered, ==, made);
    }
}

static int
make_fixture (const char *path)
{
  DistrictFile f = { .db = patal_file_create (path, 7, district_file_searched, NULL) };

  if (f.db == NULL)
    return 1;
  patal_db_set_clock (f.db, 1637400000);
  patal_db_set_who (f.db, "Fixture");
  district_file_add_unit (&f, "Champa", "चांपा");
  district_file_add_unit (&f, "Akaltara", "अकलतरा");
  district_file_add_unit (&f, "Baloda", "बलौदा");
  patal_db_close (f.db);
  return 0;
}

static void
test_same_bytes (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *one = g_build_filename (f->folder, "1.patal", NULL), *two = g_build_filename (f->folder, "2.patal", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize size, size_second;

  g_assert_cmpint (make_fixture (one), ==, 0);
  g_assert_cmpint (make_fixture (two), ==, 0);
  first = read_all (one, &size);
  second = read_all (two, &size_second);
  g_assert_cmpmem (first, size, second, size_second);
}

static gboolean
no_change (PatalDb *db G_GNUC_UNUSED, gpointer data, GError **error G_GNUC_UNUSED)
{
  *(gboolean *) data = TRUE;
  return TRUE;
}

static void
assert_moved (DistrictFile *f)
{
  g_autoptr (GError) error = NULL;
  gboolean ran = FALSE;

  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("Nothing"), no_change, &ran, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_MOVED);
  g_assert_false (ran);
}

static gint64
count_units (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalDb) db = patal_file_open (path, PATAL_FILE_READ, district_file_searched, NULL, &error);

  g_assert_no_error (error);
  return pragma (db, "SELECT count(*) FROM unit");
}

static void
put_back (DistrictFile *f)
{
  g_autoptr (GError) error = NULL;

  patal_whereabouts_put_back (f->db, NULL, &error);
  g_assert_no_error (error);
}

/* Renamed: refused, where it is is known, and it can be put back or be opened there with the edits that were in the WAL. */
static void
test_renamed (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (f->folder, "other.patal", NULL), *now = NULL, *copy = NULL;

  district_file_add_unit (f, "A", NULL);
  g_assert_cmpint (patal_whereabouts_find (f->db, &now), ==, PATAL_WHEREABOUTS_HERE);
  g_assert_null (now);
  g_assert_cmpint (g_rename (f->path, other), ==, 0);
  assert_moved (f);
  g_assert_cmpint (patal_whereabouts_find (f->db, &now), ==, PATAL_WHEREABOUTS_ELSEWHERE);
  g_assert_cmpstr (now, ==, other);
  put_back (f);
  district_file_add_unit (f, "B", NULL);

  g_assert_cmpint (g_rename (f->path, other), ==, 0);
  copy = g_build_filename (f->folder, "copy.patal", NULL);
  g_assert_true (patal_backup_copy (f->db, copy, PATAL_BACKUP_KEEP, NULL, NULL));
  g_assert_cmpint (count_units (copy), ==, 2);
  g_clear_pointer (&f->db, patal_db_close);
  g_assert_cmpint (count_units (other), ==, 2);
  g_assert_cmpint (g_rename (other, f->path), ==, 0);
  district_file_reopen (f);
}

/* Nothing that is in its place by now is overwritten. */
static void
test_renamed_and_replaced (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (f->folder, "other.patal", NULL), *there = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  for (int deleted = 0; deleted < 2; deleted++)
    {
      g_clear_error (&error);
      g_assert_cmpint (deleted ? g_unlink (other) : g_rename (f->path, other), ==, 0);
      g_assert_true (g_file_set_contents (f->path, "a letter", -1, NULL));
      assert_moved (f);
      g_assert_false (patal_whereabouts_put_back (f->db, NULL, &error));
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_EXISTS);
      g_clear_pointer (&there, g_free);
      there = read_all (f->path, &size);
      g_assert_cmpstr (there, ==, "a letter");
    }
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  put_back (f);
  district_file_reopen (f);
}

static void
test_deleted (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  district_file_add_unit (f, "A", NULL);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  assert_moved (f);
  g_assert_cmpint (patal_whereabouts_find (f->db, NULL), ==, PATAL_WHEREABOUTS_NOWHERE);
  put_back (f);
  assert_moved (f); /* the connection is still that of the file that is gone */
  g_assert_cmpint (mode_of (f->path, ""), ==, 0600);
  district_file_reopen (f);
  g_assert_cmpint (pragma (f->db, "SELECT count(*) FROM unit"), ==, 1);
  findings = patal_file_check (f->db, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  district_file_add_unit (f, "B", NULL);
  g_clear_pointer (&f->db, patal_db_close);
  g_assert_cmpint (count_units (f->path), ==, 2);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
  district_file_reopen (f);
}

/* Its folder is renamed, and another one takes the name: whose lock stands there is not ours to remove. */
static void
test_folder_renamed (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *inner = g_build_filename (f->folder, "inner", NULL), *moved = g_build_filename (f->folder, "moved", NULL);
  g_autofree char *path = g_build_filename (inner, "x.patal", NULL), *there = g_build_filename (moved, "x.patal", NULL);
  g_autofree char *lock = g_build_filename (inner, ".x.patal.lock", NULL), *now = NULL;
  DistrictFile other = { .path = path };

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  other.db = patal_file_create (path, 9, district_file_searched, NULL);
  district_file_add_unit (&other, "A", NULL);
  g_assert_cmpint (g_rename (inner, moved), ==, 0);
  assert_moved (&other);
  g_assert_cmpint (patal_whereabouts_find (other.db, &now), ==, PATAL_WHEREABOUTS_ELSEWHERE);
  g_assert_cmpstr (now, ==, there);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  patal_db_close (other.db);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count_units (there), ==, 1);
}

#define TEST(path, function)                                                                                            \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--make-fixture"))
    return make_fixture (argv[2]);
  g_test_init (&argc, &argv, NULL);
  TEST ("/file/settings", test_settings);
  g_test_add_func ("/file/modes", test_modes);
  TEST ("/file/nothing-is-left", test_nothing_is_left);
  TEST ("/file/create-refused", test_create_refused);
  TEST ("/file/not-ours", test_not_ours);
  TEST ("/file/newer", test_newer);
  g_test_add_func ("/file/hostile-schema", test_hostile_schema);
  g_test_add_func ("/file/damaged", test_damaged);
  g_test_add_func ("/file/random-bytes", test_random_bytes);
  TEST ("/file/locked", test_locked);
  TEST ("/file/read-only", test_read_only);
  TEST ("/file/other-user", test_other_user);
  TEST ("/file/closed-whole", test_closed_whole);
  g_test_add_func ("/file/network", test_network);
  TEST ("/file/meta", test_meta);
  TEST ("/file/migration", test_migration);
  g_test_add_func ("/file/failing-migration", test_failing_migration);
  g_test_add_func ("/file/check", test_check);
  g_test_add_func ("/file/fixtures", test_fixtures);
  g_test_add_func ("/file/fingerprints", test_fingerprints);
  TEST ("/file/same-bytes", test_same_bytes);
  TEST ("/file/renamed", test_renamed);
  TEST ("/file/renamed-and-replaced", test_renamed_and_replaced);
  TEST ("/file/deleted", test_deleted);
  TEST ("/file/folder-renamed", test_folder_renamed);
  return g_test_run ();
}
