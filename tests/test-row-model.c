/* test-row-model.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-model.h"
#include "patal-test-file.h"

#define MANY 250000
#define ROW_SQL "SELECT name_hi, population, lat, lgd_code FROM unit WHERE id = ?1"

typedef struct
{
  char          *folder;
  PatalDb       *db;
  PatalRowModel *model;
  guint          emissions, position, removed, added; /* of the last items-changed */
} Fixture;

static void
items_changed_cb (GListModel *model G_GNUC_UNUSED, guint position, guint removed, guint added, gpointer data)
{
  Fixture *f = data;

  f->emissions++;
  f->position = position;
  f->removed = removed;
  f->added = added;
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;

  f->folder = patal_test_folder ();
  path = g_build_filename (f->folder, "a.patal", NULL);
  f->db = patal_file_create (path, 0, NULL, NULL);
  g_assert_true (patal_test_grow (f->db, 1000, NULL));
  f->model = patal_row_model_new (f->db, ROW_SQL);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (items_changed_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->model);
  patal_db_close (f->db);
  patal_test_remove_folder (f->folder);
  g_free (f->folder);
}

static GArray *
ids_of (Fixture *f, const char *sql)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (PatalRows) rows = patal_db_query (f->db, sql, PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (ids, id);
    }
  g_assert_true (patal_rows_finish (&rows, NULL));
  return ids;
}

#define GPS "SELECT id FROM unit WHERE level = 'gp' ORDER BY id"

static void
test_values (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalRow) row = NULL, again = NULL;
  gint64 id;

  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1000);
  id = patal_row_model_id (f->model, 17);
  row = g_list_model_get_item (G_LIST_MODEL (f->model), 17);
  again = g_list_model_get_item (G_LIST_MODEL (f->model), 17);
  g_assert_true (row == again);
  g_assert_cmpint (patal_row_id (row), ==, id);
  g_assert_true (g_str_has_prefix (patal_row_text (row, 0), "ग्राम "));
  g_assert_cmpint (patal_row_int (row, 1), ==, id % 5000);
  g_assert_cmpfloat (patal_row_real (row, 1), ==, (double) (id % 5000));
  g_assert_cmpint (g_ascii_strtoll (patal_row_text (row, 1), NULL, 10), ==, id % 5000);
  g_assert_true (patal_row_null (row, 2));
  g_assert_null (patal_row_text (row, 2));
  g_assert_cmpint (patal_row_int (row, 0), ==, 0); /* no number */
  g_assert_true (patal_row_null (row, 99));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->model), 1000));
}

static void
test_one_object_while_held (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalRow *row;

  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  row = g_list_model_get_item (G_LIST_MODEL (f->model), 3);
  g_assert_finalize_object (row); /* the model does not hold it */
}

static void
test_emission (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *before, *after; /* a letter for each id */
    guint       emissions, position, removed, added;
  } cases[] = {
    { "", "", 0, 0, 0, 0 },
    { "", "abc", 1, 0, 0, 3 },
    { "abc", "", 1, 0, 3, 0 },
    { "abc", "abc", 0, 0, 0, 0 },
    { "abcde", "abxde", 1, 2, 1, 1 },
    { "abcde", "abde", 1, 2, 1, 0 },
    { "abde", "abcde", 1, 2, 0, 1 },
    { "abcde", "edcba", 1, 0, 5, 5 },
    { "abcde", "adcbe", 1, 1, 3, 3 },
    { "aab", "ab", 1, 1, 1, 0 }, /* head and tail must not overlap */
    { "abc", "abcd", 1, 3, 0, 1 },
    { "bcd", "abcd", 1, 0, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GArray *before = g_array_new (FALSE, FALSE, sizeof (gint64)), *after = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (const char *c = cases[i].before; *c != '\0'; c++)
        g_array_append_val (before, (gint64) { *c });
      for (const char *c = cases[i].after; *c != '\0'; c++)
        g_array_append_val (after, (gint64) { *c });
      patal_row_model_set_ids (f->model, before, PATAL_ROWS_KEEP);
      f->emissions = f->position = f->removed = f->added = 0;
      patal_row_model_set_ids (f->model, after, PATAL_ROWS_KEEP);
      g_assert_cmpuint (f->emissions, ==, cases[i].emissions);
      g_assert_cmpuint (f->position, ==, cases[i].position);
      g_assert_cmpuint (f->removed, ==, cases[i].removed);
      g_assert_cmpuint (f->added, ==, cases[i].added);
    }
}

static gboolean
rename_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_db_run (db, "UPDATE unit SET name_hi = 'बदला' WHERE id = ?1", PATAL_ARGS (PATAL_INT (*(gint64 *) data)), error);
}

static gboolean
delete_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_db_run (db, "DELETE FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (*(gint64 *) data)), error);
}

static void
test_forget (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalRow) same = NULL, stale = NULL, fresh = NULL, still = NULL;
  gint64 id;

  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  same = g_list_model_get_item (G_LIST_MODEL (f->model), 500);
  stale = g_list_model_get_item (G_LIST_MODEL (f->model), 600);
  id = patal_row_id (stale);
  g_assert_true (g_str_has_prefix (patal_row_text (same, 0), "ग्राम "));
  g_assert_true (g_str_has_prefix (patal_row_text (stale, 0), "ग्राम "));
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), rename_cb, &id, NULL));
  f->emissions = 0;
  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  g_assert_cmpuint (f->emissions, ==, 0);
  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_FORGET);
  g_assert_cmpuint (f->emissions, ==, 1);
  g_assert_cmpuint (f->position, ==, 600);
  g_assert_cmpuint (f->removed, ==, 1);
  g_assert_cmpuint (f->added, ==, 1);
  fresh = g_list_model_get_item (G_LIST_MODEL (f->model), 600);
  still = g_list_model_get_item (G_LIST_MODEL (f->model), 500);
  g_assert_true (fresh != stale);
  g_assert_true (still == same);
  g_assert_cmpstr (patal_row_text (fresh, 0), ==, "बदला");
  g_assert_true (g_str_has_prefix (patal_row_text (stale, 0), "ग्राम "));
  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_FORGET);
  g_assert_cmpuint (f->emissions, ==, 1); /* nothing was changed since */
}

/* What nobody has looked at is not told to have changed: it is read as it is when somebody does. */
static void
test_forget_unread (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalRow) row = NULL, again = NULL;
  gint64 id;

  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  row = g_list_model_get_item (G_LIST_MODEL (f->model), 600);
  id = patal_row_id (row);
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), rename_cb, &id, NULL));
  f->emissions = 0;
  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_FORGET);
  g_assert_cmpuint (f->emissions, ==, 0);
  again = g_list_model_get_item (G_LIST_MODEL (f->model), 600);
  g_assert_true (again == row);
  g_assert_cmpstr (patal_row_text (row, 0), ==, "बदला");
}

static void
test_deleted_meanwhile (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalRow) row = NULL;
  gint64 id;

  patal_row_model_set_ids (f->model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  id = patal_row_model_id (f->model, 5);
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), delete_cb, &id, NULL));
  row = g_list_model_get_item (G_LIST_MODEL (f->model), 5);
  g_assert_cmpint (patal_row_id (row), ==, id);
  g_assert_true (patal_row_null (row, 0));
}

static void
test_outlives_model (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalRowModel *model = patal_row_model_new (f->db, ROW_SQL);
  PatalRow *row, *unread;

  patal_row_model_set_ids (model, ids_of (f, GPS), PATAL_ROWS_KEEP);
  row = g_list_model_get_item (G_LIST_MODEL (model), 5);
  unread = g_list_model_get_item (G_LIST_MODEL (model), 6);
  g_assert_nonnull (patal_row_text (row, 0));
  g_assert_finalize_object (model);
  g_assert_nonnull (patal_row_text (row, 0));
  g_assert_null (patal_row_text (unread, 0));
  g_assert_finalize_object (row);
  g_assert_finalize_object (unread);
}

static void
test_many (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) first = ids_of (f, GPS);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MANY), *other;
  gint64 begin;
  double us;

  /* The list does not ask whether an id is there until the row is shown: a thousand are, as in a window's jumps. */
  for (gint64 i = 0; i < MANY; i++)
    {
      gint64 id = i % 250 == 0 ? g_array_index (first, gint64, i / 250) : -i;

      g_array_append_val (ids, id);
    }
  other = g_array_copy (ids);
  g_array_remove_index (other, MANY / 2 + 1);
  patal_row_model_set_ids (f->model, ids, PATAL_ROWS_KEEP);

  begin = g_get_monotonic_time ();
  for (guint i = 0; i < MANY; i += 250)
    {
      g_autoptr (PatalRow) row = g_list_model_get_item (G_LIST_MODEL (f->model), i);

      g_assert_nonnull (patal_row_text (row, 0));
    }
  us = (double) (g_get_monotonic_time () - begin) / (MANY / 250);
  g_test_message ("a row: %.1f µs", us);
  g_assert_cmpfloat (us, <, 200); /* an order of magnitude for a busy machine under a sanitizer */

  begin = g_get_monotonic_time ();
  g_assert_cmpuint (patal_row_model_position (f->model, 1 - MANY), ==, MANY - 1);
  g_assert_cmpuint (patal_row_model_position (f->model, 12345), ==, G_MAXUINT);
  g_test_message ("two positions: %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - begin);

  begin = g_get_monotonic_time ();
  patal_row_model_set_ids (f->model, other, PATAL_ROWS_FORGET);
  g_test_message ("new ids: %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - begin);
  g_assert_cmpuint (f->position, ==, MANY / 2 + 1);
  g_assert_cmpuint (f->removed, ==, 1);
  g_assert_cmpuint (f->added, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/row-model/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("values", test_values);
  ADD ("one-object-while-held", test_one_object_while_held);
  ADD ("emission", test_emission);
  ADD ("forget", test_forget);
  ADD ("forget-unread", test_forget_unread);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
  ADD ("outlives-model", test_outlives_model);
  ADD ("many", test_many);
  return g_test_run ();
}
