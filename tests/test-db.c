/* test-db.c: questions, values, ids, and SQLite's errors in our words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-db-private.h"
#include "patal-journal.h"

static void
test_values (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalRows) rows = patal_db_query (f->db, "SELECT ?1, ?2, ?3, ?4, ?5, typeof (?4), ?6, typeof (?6)",
    PATAL_ARGS (PATAL_INT (G_MININT64), PATAL_REAL (22.5), PATAL_TEXT ("चाँपा"), PATAL_BYTES (NULL, 0), PATAL_NULL, PATAL_TEXT (NULL)));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_rows_next (&rows));
  g_assert_cmpint (patal_rows_int (&rows, 0), ==, G_MININT64);
  g_assert_cmpfloat (patal_rows_real (&rows, 1), ==, 22.5);
  g_assert_cmpstr (patal_rows_text (&rows, 2), ==, "चाँपा");
  bytes = patal_rows_bytes (&rows, 3);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  g_assert_true (patal_rows_null (&rows, 4));
  g_assert_cmpint (patal_rows_int (&rows, 4), ==, 0);
  g_assert_cmpstr (patal_rows_text (&rows, 5), ==, "blob"); /* an empty one is not NULL */
  g_assert_cmpstr (patal_rows_text (&rows, 7), ==, "null");
  g_assert_false (patal_rows_next (&rows));
  g_assert_true (patal_rows_finish (&rows, &error));
  g_assert_no_error (error);
}

/* One text of SQL, asked a second time while the first answer is being read, and even before it was. */
static void
test_lent_twice (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char sql[] = "SELECT value * ?1 FROM (SELECT 1 AS value UNION ALL SELECT 2)";
  g_auto (PatalRows) first = patal_db_query (f->db, sql, PATAL_ARGS (PATAL_INT (10)));
  g_auto (PatalRows) second = patal_db_query (f->db, sql, PATAL_ARGS (PATAL_INT (100)));

  g_assert_true (patal_rows_next (&first));
  g_assert_cmpint (patal_rows_int (&first, 0), ==, 10);
  g_assert_true (patal_rows_next (&second));
  g_assert_cmpint (patal_rows_int (&second, 0), ==, 100);
  patal_rows_clear (&second);
  g_assert_true (patal_rows_next (&first));
  g_assert_cmpint (patal_rows_int (&first, 0), ==, 20);
  patal_rows_clear (&first);
  second = patal_db_query (f->db, sql, PATAL_ARGS (PATAL_INT (1)));
  g_assert_true (patal_rows_next (&second));
  g_assert_cmpint (patal_rows_int (&second, 0), ==, 1);
}

static void
test_not_found (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 population = 5;

  g_assert_false (patal_db_int (f->db, "SELECT population FROM unit WHERE id = 3", PATAL_NO_ARGS, &population, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_assert_cmpint (population, ==, 5);
}

static void
test_rows_keep_their_error (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalRows) rows = patal_db_query (f->db, "SELECT 1 FROM nowhere", PATAL_NO_ARGS);
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_rows_next (&rows));
  g_assert_false (patal_rows_next (&rows));
  g_assert_false (patal_rows_finish (&rows, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "nowhere"));
}

static void
test_cancelled (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 n;
  static const char endless[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n";

  patal_db_set_cancellable (f->db, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (patal_db_int (f->db, endless, PATAL_NO_ARGS, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  patal_db_set_cancellable (f->db, NULL);
  g_assert_true (patal_db_int (f->db, "SELECT 1", PATAL_NO_ARGS, &n, NULL));
}

static gboolean
take_ids_and_fail (PatalDb *db, gpointer data, GError **error)
{
  gint64 *last = data;

  for (int i = 0; i < 10; i++)
    *last = patal_db_new_id (db);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
  return FALSE;
}

static void
test_ids (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 first = district_file_add_unit (f, "One", NULL), refused = 0, second, third, fourth;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (patal_db_desk (f->db), ==, 7);
  g_assert_cmpint (first, ==, ((gint64) 7 << 41) + 1);
  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("x"), take_ids_and_fail, &refused, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  second = district_file_add_unit (f, "Two", NULL);
  g_assert_cmpint (second, >, refused); /* what was refused may have been shown */
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  third = district_file_add_unit (f, "Three", NULL);
  g_assert_cmpint (third, >, second);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  district_file_reopen (f);
  fourth = district_file_add_unit (f, "Four", NULL);
  g_assert_cmpint (fourth, >, third);
}

static void
test_desk_is_random (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *one = g_build_filename (f->folder, "1.patal", NULL), *two = g_build_filename (f->folder, "2.patal", NULL);
  g_autoptr (PatalDb) a = patal_file_create (one, 0, NULL, NULL), b = patal_file_create (two, 0, NULL, NULL);

  g_assert_cmpuint (patal_db_desk (a), >, PATAL_DESK_DEMO);
  g_assert_cmpuint (patal_db_desk (a), <=, PATAL_DESK_MAX);
  g_assert_cmpuint (patal_db_desk (a), !=, patal_db_desk (b)); /* one run in four million fails */
}

static gboolean
put_bad_level (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "INSERT INTO setting (id, key) VALUES (?1, 'a')", PATAL_ARGS (PATAL_INT (patal_db_new_id (db))), error)
         && patal_db_run (db, "INSERT INTO unit (id, level, name_en) VALUES (1, 'moon', 'A')", PATAL_NO_ARGS, error);
}

static gboolean
put_orphan (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "INSERT INTO unit (id, level, parent, name_en) VALUES (1, 'gp', 99, 'A')", PATAL_NO_ARGS, error);
}

static gboolean
put_much (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  for (int i = 0; i < 5000; i++)
    if (!patal_db_run (db, "INSERT INTO setting (id, key, value) VALUES (?1, 'a', hex (zeroblob (500)))",
                       PATAL_ARGS (PATAL_INT (patal_db_new_id (db))), error))
      return FALSE;
  return TRUE;
}

/* As a careless caller does. */
static gboolean
put_much_and_look_away (PatalDb *db, gpointer data, GError **error G_GNUC_UNUSED)
{
  put_much (db, data, NULL);
  patal_db_run (db, "INSERT INTO setting (id, key) VALUES (1, 'alone')", PATAL_NO_ARGS, NULL);
  return TRUE;
}

static void
assert_refused (DistrictFile *f, PatalEditFunc edit, int code)
{
  g_autofree char *before = district_file_dump (f->db), *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("x"), edit, NULL, &error));
  if (code >= 0)
    g_assert_error (error, PATAL_DB_ERROR, code);
  else
    g_assert_nonnull (error);
  after = district_file_dump (f->db);
  g_assert_cmpstr (before, ==, after);
  findings = patal_file_check (f->db, NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_constraint (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  assert_refused (f, put_bad_level, PATAL_DB_ERROR_CONSTRAINT);
  assert_refused (f, put_orphan, PATAL_DB_ERROR_CONSTRAINT);
}

static void
test_full (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (patal_db_script (f->db, "PRAGMA max_page_count = 400", NULL));
  assert_refused (f, put_much, PATAL_DB_ERROR_FULL);
  assert_refused (f, put_much_and_look_away, -1);
}

static void
test_codes (void)
{
  static const struct { int sqlite, ours; } cases[] = {
    { SQLITE_FULL, PATAL_DB_ERROR_FULL }, { SQLITE_READONLY, PATAL_DB_ERROR_READ_ONLY },
    { SQLITE_READONLY_DBMOVED, PATAL_DB_ERROR_READ_ONLY }, { SQLITE_CORRUPT, PATAL_DB_ERROR_DAMAGED },
    { SQLITE_CORRUPT_VTAB, PATAL_DB_ERROR_DAMAGED }, { SQLITE_NOTADB, PATAL_DB_ERROR_DAMAGED },
    { SQLITE_BUSY, PATAL_DB_ERROR_LOCKED }, { SQLITE_BUSY_SNAPSHOT, PATAL_DB_ERROR_LOCKED },
    { SQLITE_CONSTRAINT_CHECK, PATAL_DB_ERROR_CONSTRAINT }, { SQLITE_TOOBIG, PATAL_DB_ERROR_CONSTRAINT },
    { SQLITE_IOERR_WRITE, PATAL_DB_ERROR_IO }, { SQLITE_NOMEM, PATAL_DB_ERROR_IO }, { SQLITE_ERROR, PATAL_DB_ERROR_IO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      patal_db_fail_handle (NULL, "/somewhere/korba.patal", cases[i].sqlite, &error);
      g_assert_error (error, PATAL_DB_ERROR, cases[i].ours);
      g_assert_nonnull (strstr (error->message, "korba.patal"));
      g_assert_null (strstr (error->message, "/somewhere"));
      g_assert_null (strstr (error->message, "I/O error")); /* English in a sentence that may be Hindi, and no more than it says */
    }
}

static gpointer
ask_in_thread (gpointer data)
{
  gint64 one = 0;

  g_assert_true (patal_db_int (data, "SELECT 1", PATAL_NO_ARGS, &one, NULL));
  return GINT_TO_POINTER ((int) one);
}

static void
test_handed_over (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  /* Just opened, it is the first user's: another thread's here. */
  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (g_thread_new ("other", ask_in_thread, f->db))), ==, 1);
  if (g_test_subprocess ())
    {
      district_file_remove (f->folder); /* what follows leaves nobody to tidy up; the open file lives on without its name */
      ask_in_thread (f->db);            /* and not this one's any more */
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

#define TEST(path, function)                                                                                            \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/db/values", test_values);
  TEST ("/db/lent-twice", test_lent_twice);
  TEST ("/db/not-found", test_not_found);
  TEST ("/db/rows-keep-their-error", test_rows_keep_their_error);
  TEST ("/db/cancelled", test_cancelled);
  TEST ("/db/ids", test_ids);
  TEST ("/db/desk-is-random", test_desk_is_random);
  TEST ("/db/constraint", test_constraint);
  TEST ("/db/full", test_full);
  g_test_add_func ("/db/codes", test_codes);
  TEST ("/db/handed-over", test_handed_over);
  return g_test_run ();
}
