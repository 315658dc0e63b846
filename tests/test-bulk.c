/* test-bulk.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-bulk.h"

#define N_UNITS (2 * PATAL_BULK_ROWS)

static gboolean
insert_states (PatalDb *db, gpointer data, GError **error)
{
  g_autoptr (PatalBulk) bulk = patal_bulk_new (db, 5);
  const char *level = data;

  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("राज्य %u", i);

      patal_bulk_add (bulk, PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (i == N_UNITS - 1 ? level : "state"),
                                        PATAL_TEXT (name), i % 2 == 0 ? PATAL_REAL (20.5) : PATAL_NULL, PATAL_INT (i)));
    }
  g_assert_cmpuint (patal_bulk_n_rows (bulk), ==, N_UNITS);
  if (!patal_bulk_run (bulk, "INSERT INTO unit (id, level, name_hi, lat, lon, population) SELECT c0, c1, c2, c3, c3 + 50, c4 FROM patal_bulk",
                       error))
    return FALSE;
  if (!patal_bulk_run (bulk, "INSERT INTO unit_alias (id, unit, name) SELECT -c0, c0, c2 || ifnull (c15, '') FROM patal_bulk", error))
    return FALSE;
  patal_bulk_clear (bulk);
  g_assert_cmpuint (patal_bulk_n_rows (bulk), ==, 0);
  return patal_bulk_run (bulk, "INSERT INTO unit (id) SELECT c0 FROM patal_bulk", error); /* nothing of nothing */
}

static gint64
ask (PatalDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  patal_db_int (db, sql, PATAL_NO_ARGS, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* In the order in which they were added, each value as it was given, and in the changeset like any other row. */
static void
test_rows (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("States"), insert_states, (gpointer) "state", &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM unit WHERE name_hi = 'राज्य ' || population"), ==, N_UNITS);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM unit WHERE lat = 20.5 AND lon = 70.5 AND population % 2 = 0"), ==, N_UNITS / 2);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM unit WHERE lat IS NULL"), ==, N_UNITS / 2);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM unit a JOIN unit b ON b.id = a.id + 1 WHERE b.population = a.population + 1"),
                   ==, N_UNITS - 1);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM search_entry"), ==, N_UNITS);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (f->db, "SELECT (SELECT count (*) FROM unit) + (SELECT count (*) FROM unit_alias)"
                               " + (SELECT count (*) FROM search_entry)"), ==, 0);
  g_assert_true (patal_db_redo (f->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM search_entry"), ==, N_UNITS);
}

/* One row that the file refuses, and none is there. */
static void
test_refused (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("States"), insert_states, (gpointer) "country", &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONSTRAINT);
  g_assert_cmpint (ask (f->db, "SELECT count (*) FROM unit"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/bulk/rows", DistrictFile, NULL, district_file_set_up, test_rows, district_file_tear_down);
  g_test_add ("/bulk/refused", DistrictFile, NULL, district_file_set_up, test_refused, district_file_tear_down);
  return g_test_run ();
}
