/* test-backup.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-backup.h"
#include "patal-backup-folder.h"
#include "patal-blob.h"
#include "patal-db-private.h"
#include "patal-test-file.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  char    *folder, *path, *backups, *today; /* the last: today's copy */
  PatalDb *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *day = patal_day_iso (patal_day_today ());
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  f->folder = patal_test_folder ();
  f->path = g_build_filename (f->folder, "a b?%.patal", NULL); /* what a URI would read otherwise */
  f->backups = patal_backup_folder (f->path);
  f->today = g_strdup_printf ("%s/%s.patal", f->backups, day);
  f->db = patal_file_create (f->path, 0, patal_test_searched, NULL);
  g_assert_nonnull (f->db);
  g_assert_true (patal_test_grow (f->db, 50, NULL));
  for (int i = 0; i < 60; i++)
    patal_test_change (f->db, chance, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  patal_db_close (f->db);
  patal_test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->backups);
  g_free (f->today);
}

static void
close_db (Fixture *f)
{
  g_clear_pointer (&f->db, patal_db_close);
}

static gint64
raw_int (const char *path, const char *sql)
{
  sqlite3 *handle;
  sqlite3_stmt *stmt;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (handle);
  return value;
}

static int
mode_of (const char *path)
{
  GStatBuf found;

  g_assert_cmpint (g_stat (path, &found), ==, 0);
  return found.st_mode & 0777;
}

static void
assert_no_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".new") || strstr (name, ".new-") != NULL)
      g_error ("%s was left behind", name);
}

static void
daily (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  patal_backup_daily (f->db, NULL, &error);
  g_assert_no_error (error);
}

static void
test_daily (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *pool = g_build_filename (f->backups, PATAL_BACKUP_POOL, NULL);
  gint64 photos = raw_int (f->path, "SELECT count(*) FROM blob");
  GStatBuf before, after;
  g_autoptr (PatalDb) copy = NULL;
  g_autoptr (GArray) hits = NULL;

  g_assert_cmpint (photos, >, 0);
  daily (f);
  g_assert_cmpint (mode_of (f->backups), ==, 0700);
  g_assert_cmpint (mode_of (f->today), ==, 0600);
  g_assert_cmpint (mode_of (pool), ==, 0600);
  g_assert_cmpint (raw_int (f->today, "SELECT count(*) FROM blob"), ==, photos);
  g_assert_cmpint (raw_int (f->today, "SELECT sum (length (bytes)) FROM blob"), ==, 0);
  g_assert_cmpint (raw_int (pool, "SELECT count(*) FROM blob"), ==, photos);
  g_assert_cmpint (raw_int (f->today, "SELECT count(*) FROM unit"), ==, raw_int (f->path, "SELECT count(*) FROM unit"));
  g_assert_cmpint (raw_int (f->today, "SELECT max (id) FROM journal"), ==, raw_int (f->path, "SELECT max (id) FROM journal"));
  /* it opens as it stands, and finds */
  copy = patal_file_open (f->today, PATAL_FILE_READ, patal_test_searched, NULL, NULL);
  g_assert_nonnull (copy);
  hits = patal_search (copy, "ग्राम", NULL, 5, NULL);
  g_assert_cmpuint (hits->len, >, 0);
  /* once a day */
  g_assert_cmpint (g_stat (f->today, &before), ==, 0);
  daily (f);
  g_assert_cmpint (g_stat (f->today, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  assert_no_leftovers (f->backups);
}

static void
test_daily_of_reader (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalDb) reader = patal_file_open (f->path, PATAL_FILE_READ, NULL, NULL, NULL);

  g_assert_true (patal_backup_daily (reader, NULL, NULL));
  g_assert_true (g_file_test (f->today, G_FILE_TEST_EXISTS));
}

static void
test_choose (void)
{
  /* from the newest; K kept, - gone; the first is a Wednesday */
  static const struct { int ago[40]; int n; const char *kept; } cases[] = {
    { { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30 }, 31,
      "KKKKKKK---K------K-------------" },
    { { 0 }, 1, "K" },
    { { 0, 30, 60, 90, 120, 150, 180, 210, 240 }, 9, "KKKKKKK--" },      /* an office that opens it once a month */
    { { -400, -3, 0, 1, 2, 3, 4, 5, 6, 7 }, 10, "KKKKKKKKK-" },          /* the clock was wrong twice */
    { { 9000, 9001, 9002, 9003, 9004, 9005, 9006 }, 7, "KKKKKKK" },      /* it runs ahead */
    { { -9000, -8999, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 11, "KKKKKKKKK--" },  /* it stands still, years ago */
    { { 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3 }, 11, "KKKKKKK-KKK" },          /* many of one day take no other day's place */
  };
  PatalDay today = patal_day_from_ymd (2022, 1, 5);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalDay days[40];
      gboolean keep[40];
      char kept[41] = "";

      for (int j = 0; j < cases[i].n; j++)
        days[j] = today - cases[i].ago[j];
      patal_backup_choose (days, (gsize) cases[i].n, today, keep);
      for (int j = 0; j < cases[i].n; j++)
        kept[j] = keep[j] ? 'K' : '-';
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
}

static gboolean
drop_photos_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "DELETE FROM blob", PATAL_NO_ARGS, error);
}

static void
test_thin (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay today = patal_day_today ();
  g_autofree char *pool = g_build_filename (f->backups, PATAL_BACKUP_POOL, NULL), *old = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *iso = patal_day_iso (today - 400);

  daily (f);
  old = g_strdup_printf ("%s/%s.patal", f->backups, iso);
  g_assert_cmpint (g_rename (f->today, old), ==, 0);
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), drop_photos_cb, NULL, NULL));
  for (int i = 1; i < 40; i++)
    {
      g_autofree char *day = patal_day_iso (today - i), *path = g_strdup_printf ("%s/%s.patal", f->backups, day);

      daily (f);
      g_assert_cmpint (g_rename (f->today, path), ==, 0);
    }
  /* only copies without photos are left, and none of the pool's is named any more */
  daily (f);
  list = patal_backup_list (f->path, NULL);
  g_assert_cmpuint (list->len, >=, 7 + 2);
  g_assert_cmpuint (list->len, <=, 7 + 3);
  g_assert_cmpint (raw_int (pool, "SELECT count(*) FROM blob"), ==, 0);
}

static char *
before_path (Fixture *f, PatalDay day)
{
  g_autofree char *iso = patal_day_iso (day);

  return g_strdup_printf ("%s/%s-before-restore.patal", f->backups, iso);
}

static guint
n_copies (Fixture *f)
{
  g_autoptr (GPtrArray) list = patal_backup_list (f->path, NULL);

  return list->len;
}

static PatalBackupKind
kind_of_newest (Fixture *f)
{
  g_autoptr (GPtrArray) list = patal_backup_list (f->path, NULL);

  return ((PatalBackup *) list->pdata[0])->kind;
}

/* A clock that runs ahead for a day makes every copy old. */
static void
test_clock_ahead (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay today = patal_day_today ();
  g_autofree char *oldest = before_path (f, today - 11), *next = before_path (f, today - 10);

  daily (f);
  for (int i = 1; i <= 11; i++)
    {
      g_autofree char *path = before_path (f, today - i);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  g_assert_true (patal_backup_thin (f->path, today, NULL));
  g_assert_cmpuint (n_copies (f), ==, 12);
  g_assert_cmpint (kind_of_newest (f), ==, PATAL_BACKUP_DAILY);
  g_assert_true (patal_backup_thin (f->path, today + 30000, NULL));
  g_assert_cmpuint (n_copies (f), ==, 11);
  g_assert_false (g_file_test (oldest, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (next, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (f->today), ==, 0); /* it is there */
  g_assert_cmpint (kind_of_newest (f), ==, PATAL_BACKUP_BEFORE_RESTORE);
}

static void
assert_due (Fixture *f, PatalDay today, const char *name)
{
  g_autofree char *target = NULL, *wanted = name != NULL ? g_build_filename (f->backups, name, NULL) : NULL;

  g_assert_true (patal_backup_due (f->db, today, &target, NULL));
  g_assert_cmpstr (target, ==, wanted);
}

/* A clock without a battery says the same day every morning, years ago. */
static void
test_clock_behind (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay past = patal_day_from_ymd (2000, 1, 1);
  g_autofree char *first = g_build_filename (f->backups, "2000-01-01.patal", NULL);
  g_autofree char *second = g_build_filename (f->backups, "2000-01-01-2.patal", NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (8);

  daily (f);
  g_assert_cmpint (g_rename (f->today, first), ==, 0);
  patal_test_change (f->db, chance, NULL);
  assert_due (f, past, NULL); /* no sign that the clock is wrong: the second opening of a day */
  daily (f);
  assert_due (f, past, "2000-01-01-2.patal");
  assert_due (f, past + 1, "2000-01-02.patal");
  g_assert_cmpint (g_rename (f->today, second), ==, 0);
  daily (f);
  assert_due (f, past, NULL); /* nothing was edited since */
  patal_test_change (f->db, chance, NULL);
  assert_due (f, past, "2000-01-01-3.patal");
  assert_due (f, patal_day_today (), NULL);
}

static void
test_copy (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *target = g_build_filename (f->folder, "stick.patal", NULL), *state = NULL, *copied = NULL;
  g_autoptr (GError) error = NULL;

  patal_backup_copy (f->db, target, PATAL_BACKUP_KEEP, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mode_of (target), ==, 0600);
  g_assert_cmpint (raw_int (target, "SELECT value FROM meta WHERE key = 'desk'"), !=, patal_db_desk (f->db));
  close_db (f);
  state = patal_test_state (f->path);
  copied = patal_test_state (target);
  g_assert_cmpstr (state, ==, copied);
  patal_test_assert_sound (target, patal_schema_own (), "the copy");
  assert_no_leftovers (f->folder);
}

static void
test_copy_existing (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *target = g_build_filename (f->folder, "there.patal", NULL), *wal = g_strconcat (target, "-wal", NULL);
  g_autofree char *other_name = g_build_filename (f->folder, ".", "a b?%.patal", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (target, "mine", 4, NULL));
  g_assert_false (patal_backup_copy (f->db, target, PATAL_BACKUP_KEEP, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (target, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "mine");
  g_clear_error (&error);
  /* a WAL beside it is not the copy's */
  g_assert_true (g_file_set_contents (wal, "not yours", 9, NULL));
  g_assert_true (patal_backup_copy (f->db, target, PATAL_BACKUP_REPLACE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  patal_test_assert_sound (target, patal_schema_own (), "the copy");
  /* itself, by whatever name */
  g_assert_false (patal_backup_copy (f->db, other_name, PATAL_BACKUP_REPLACE, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_EXISTS);
}

static void
test_copy_errors (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "none", "a.patal", NULL);
  g_autofree char *target = g_build_filename (f->folder, "c.patal", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_backup_copy (f->db, nowhere, PATAL_BACKUP_KEEP, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (patal_backup_copy (f->db, target, PATAL_BACKUP_KEEP, &(PatalProgress) { .cancellable = cancellable }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (patal_backup_daily (f->db, &(PatalProgress) { .cancellable = cancellable }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (f->today, G_FILE_TEST_EXISTS));
  assert_no_leftovers (f->folder);
  assert_no_leftovers (f->backups);
}

/* A real full disk: /dev/full takes nothing, but is no place for a file; a small file system would need root. So by the
 * file layer: test-disk-fault.c. */

static void
test_restore (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *then = NULL, *now = NULL, *restored = NULL, *back = NULL, *before = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;
  guint desk = patal_db_desk (f->db);

  daily (f);
  close_db (f);
  then = patal_test_state (f->path);
  f->db = patal_file_open (f->path, PATAL_FILE_WRITE, patal_test_searched, NULL, NULL);
  g_assert_true (patal_test_grow (f->db, 5, NULL));
  close_db (f);
  now = patal_test_state (f->path);
  g_assert_cmpstr (then, !=, now);

  patal_backup_restore (f->path, f->today, &before, NULL, &error);
  g_assert_no_error (error);
  restored = patal_test_state (f->path);
  g_assert_cmpstr (restored, ==, then); /* photos too */
  g_assert_cmpint (mode_of (f->path), ==, 0600);
  g_assert_cmpint (raw_int (f->path, "SELECT value FROM meta WHERE key = 'desk'"), !=, desk);
  patal_test_assert_sound (f->path, patal_schema_own (), "restored");

  patal_backup_restore (f->path, before, &again, NULL, &error);
  g_assert_no_error (error);
  back = patal_test_state (f->path);
  g_assert_cmpstr (back, ==, now);
  g_assert_cmpstr (before, !=, again);
  patal_test_assert_sound (f->path, patal_schema_own (), "taken back");
  assert_no_leftovers (f->folder);
  assert_no_leftovers (f->backups);
}

static void
test_restore_open (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalDb) reader = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  daily (f);
  g_assert_true (patal_test_grow (f->db, 5, NULL));
  g_assert_false (patal_backup_restore (f->path, f->today, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED);
  g_clear_error (&error);
  reader = patal_file_open (f->path, PATAL_FILE_READ, NULL, NULL, NULL);
  g_assert_true (patal_db_int (reader, "SELECT count(*) FROM unit", PATAL_NO_ARGS, &n, NULL));
  close_db (f);
  g_assert_false (patal_backup_restore (f->path, f->today, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED);
  g_assert_true (patal_db_int (reader, "SELECT count(*) FROM unit", PATAL_NO_ARGS, &n, NULL));
}

static void
damage (const char *path, goffset at)
{
  int fd = open (path, O_WRONLY);
  char rubbish[6000];

  memset (rubbish, 0x5a, sizeof rubbish);
  g_assert_cmpint (pwrite (fd, rubbish, sizeof rubbish, at), ==, sizeof rubbish);
  close (fd);
}

static void
test_restore_damaged (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const goffset places[] = { 0, 8192 };
  g_autofree char *then = NULL;

  daily (f);
  close_db (f);
  then = patal_test_state (f->path);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *before = NULL, *bytes = NULL, *kept = NULL, *restored = NULL;
      g_autoptr (GError) error = NULL;
      gsize size, kept_size;

      damage (f->path, places[i]);
      g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
      patal_backup_restore (f->path, f->today, &before, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (before, &kept, &kept_size, NULL));
      g_assert_cmpmem (bytes, size, kept, kept_size);
      restored = patal_test_state (f->path);
      g_assert_cmpstr (restored, ==, then);
      patal_test_assert_sound (f->path, patal_schema_own (), "restored");
    }
}

static void
test_restore_lost (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *then = NULL, *restored = NULL, *before = NULL;

  daily (f);
  close_db (f);
  then = patal_test_state (f->path);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_true (patal_backup_restore (f->path, f->today, &before, NULL, NULL));
  g_assert_null (before);
  restored = patal_test_state (f->path);
  g_assert_cmpstr (restored, ==, then);
}

typedef struct
{
  GBytes *bytes;
  guint8  hash[PATAL_BLOB_HASH_SIZE];
} Photo;

static gboolean
put_cb (PatalDb *db, gpointer data, GError **error)
{
  Photo *photo = data;

  return patal_blob_put (db, photo->bytes, "image/png", photo->hash, error);
}

/* The day's copy still has the photo that nothing names; the file lets go of it, and not once more that day. */
static void
test_daily_sweeps (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("nobody's", 8), two = g_bytes_new_static ("nobody's either", 15);
  gint64 named = raw_int (f->path, "SELECT count(*) FROM blob");
  Photo first = { .bytes = one }, second = { .bytes = two };

  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), put_cb, &first, NULL));
  daily (f);
  g_assert_cmpint (raw_int (f->today, "SELECT count(*) FROM blob"), ==, named + 1);
  g_assert_cmpint (raw_int (f->path, "SELECT count(*) FROM blob"), ==, named);
  g_assert_null (patal_blob_get (f->db, first.hash, NULL, NULL));
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), put_cb, &second, NULL));
  daily (f);
  g_assert_cmpint (raw_int (f->path, "SELECT count(*) FROM blob"), ==, named + 1);
}

/* The daily copy was carried away without the photos beside it. */
static void
test_restore_without_photos (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *alone = g_build_filename (f->folder, "alone.patal", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a photo", 7), got = NULL;
  g_autoptr (GPtrArray) found = NULL, healed = NULL;
  Photo photo = { .bytes = bytes };
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), put_cb, &photo, NULL));
  daily (f);
  close_db (f);
  g_assert_cmpint (g_rename (f->today, alone), ==, 0);
  g_assert_true (patal_backup_restore (f->path, alone, NULL, NULL, NULL));
  f->db = patal_file_open (f->path, PATAL_FILE_WRITE, patal_test_searched, NULL, NULL);
  g_assert_nonnull (f->db);
  g_assert_null (patal_blob_get (f->db, photo.hash, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED);
  found = patal_file_check (f->db, NULL, NULL);
  g_assert_cmpint (found->len, ==, raw_int (f->path, "SELECT count(*) FROM blob"));
  /* what is added again is whole again; and no copy takes the others for photos of 0 bytes */
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), put_cb, &photo, NULL));
  got = patal_blob_get (f->db, photo.hash, NULL, NULL);
  g_assert_true (g_bytes_equal (got, bytes));
  healed = patal_file_check (f->db, NULL, NULL);
  g_assert_cmpint (healed->len, ==, found->len - 1);
}

static void
test_restore_of_bad_backup (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *now = NULL, *after = NULL, *letter = g_build_filename (f->folder, "letter.odt", NULL);
  g_autofree char *none = g_build_filename (f->folder, "none.patal", NULL), *before = NULL;
  const struct { const char *path; PatalDbError code; } cases[] = {
    { f->today, PATAL_DB_ERROR_DAMAGED }, { letter, PATAL_DB_ERROR_NOT_OURS }, { none, PATAL_DB_ERROR_NOT_FOUND } };
  g_autoptr (GPtrArray) list = NULL;

  daily (f);
  damage (f->today, 8192);
  list = patal_backup_list_checked (f->path, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_false (((PatalBackup *) list->pdata[0])->good);
  g_assert_true (g_file_set_contents (letter, "Dear Sir, with reference to your letter of the 5th instant I have the honour to say",
                                      -1, NULL));
  close_db (f);
  now = patal_test_state (f->path);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (patal_backup_restore (f->path, cases[i].path, &before, NULL, &error));
      g_assert_error (error, PATAL_DB_ERROR, (int) cases[i].code);
      g_assert_null (before);
    }
  after = patal_test_state (f->path);
  g_assert_cmpstr (now, ==, after);
}

static void
test_list (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) none = patal_backup_list (f->path, NULL), list = NULL;
  g_autofree char *before = NULL;
  const PatalBackup *first;

  g_assert_cmpuint (none->len, ==, 0);
  daily (f);
  close_db (f);
  g_assert_true (patal_backup_restore (f->path, f->today, &before, NULL, NULL));
  list = patal_backup_list_checked (f->path, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 2); /* the pool is none */
  first = list->pdata[0];
  g_assert_cmpint (first->day, ==, patal_day_today ());
  g_assert_cmpint (first->size, >, 4096);
  g_assert_true (first->good);
  g_assert_true (((PatalBackup *) list->pdata[1])->good);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/backup/" name, Fixture, NULL, set_up, test, tear_down)
  g_test_add_func ("/backup/choose", test_choose);
  ADD ("daily", test_daily);
  ADD ("daily-of-reader", test_daily_of_reader);
  ADD ("daily-sweeps", test_daily_sweeps);
  ADD ("thin", test_thin);
  ADD ("clock-ahead", test_clock_ahead);
  ADD ("clock-behind", test_clock_behind);
  ADD ("copy", test_copy);
  ADD ("copy-existing", test_copy_existing);
  ADD ("copy-errors", test_copy_errors);
  ADD ("restore", test_restore);
  ADD ("restore-open", test_restore_open);
  ADD ("restore-damaged", test_restore_damaged);
  ADD ("restore-lost", test_restore_lost);
  ADD ("restore-without-photos", test_restore_without_photos);
  ADD ("restore-of-bad-backup", test_restore_of_bad_backup);
  ADD ("list", test_list);
  return g_test_run ();
}
