/* test-edit.c: the edit door, undo and redo, freezing
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-db-private.h"
#include "patal-journal.h"

static guint
n_lines (PatalDb *db)
{
  gint64 n = -1;

  g_assert_true (patal_db_int (db, "SELECT count (*) FROM journal", PATAL_NO_ARGS, &n, NULL));
  return (guint) n;
}

static void
assert_dump (PatalDb *db, const char *expected)
{
  g_autofree char *dump = district_file_dump (db);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_clean (PatalDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = patal_file_check (db, NULL, &error);

  g_assert_no_error (error);
  if (findings->len > 0)
    g_error ("%s", (const char *) findings->pdata[0]);
}

static void
test_undo_and_redo (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = district_file_dump (f->db), *after = NULL, *label = NULL, *redo = NULL;

  g_assert_null (patal_db_undo_label (f->db, NULL));
  g_assert_false (patal_db_undo (f->db, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  district_file_add_unit (f, "Akaltara", "अकलतरा");
  after = district_file_dump (f->db);
  label = patal_db_undo_label (f->db, NULL);
  g_assert_cmpstr (label, ==, "Added Akaltara");
  patal_db_undo (f->db, NULL, &error);
  g_assert_no_error (error);
  assert_dump (f->db, before);
  redo = patal_db_redo_label (f->db, NULL);
  g_assert_cmpstr (redo, ==, "Added Akaltara");
  district_file_reopen (f);
  patal_db_redo (f->db, NULL, &error);
  g_assert_no_error (error);
  assert_dump (f->db, after);
  g_assert_false (patal_db_redo (f->db, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_new_edit_forgets_redo (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  district_file_add_unit (f, "A", NULL);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  district_file_add_unit (f, "B", NULL);
  g_assert_null (patal_db_redo_label (f->db, NULL));
}

static gboolean
do_nothing (PatalDb *db G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return TRUE;
}

static gboolean
put_and_refuse (PatalDb *db, gpointer data, GError **error)
{
  district_file_put_unit (db, data, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
  return FALSE;
}

static void
test_nothing_and_refused (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = district_file_dump (f->db);
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("Nothing"), do_nothing, NULL, &error));
  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("Refused"), put_and_refuse, &(DistrictUnit) { "X", NULL, 0 }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (n_lines (f->db), ==, 0);
  assert_dump (f->db, before);
  assert_clean (f->db);
}

static void
note_tables_cb (const char *const *tables, gpointer data)
{
  g_autofree char *joined = g_strjoinv (",", (char **) tables);

  g_string_append_printf (data, "%s;", joined);
}

static gboolean
put_two (PatalDb *db, gpointer data, GError **error)
{
  return district_file_put_unit (db, data, error)
         && patal_db_run (db, "INSERT INTO setting (id, key) VALUES (?1, 'week')", PATAL_ARGS (PATAL_INT (patal_db_new_id (db))), error);
}

static void
test_changed (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) told = g_string_new (NULL);

  patal_db_set_changed_func (f->db, note_tables_cb, told);
  district_file_add_unit (f, "A", NULL);
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), put_two, &(DistrictUnit) { "B", NULL, 0 }, NULL));
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("x"), put_and_refuse, &(DistrictUnit) { "X", NULL, 0 }, NULL));
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), do_nothing, NULL, NULL));
  g_assert_cmpstr (told->str, ==, "unit;setting,unit;setting,unit;");
}

static gboolean
rename_unit (DistrictFile *f, gint64 id, const char *name, GError **error)
{
  return patal_db_edit (f->db, PATAL_LABEL ("Renamed {1}", name), district_file_put_unit, &(DistrictUnit) { name, NULL, id }, error);
}

static void
test_frozen (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = district_file_add_unit (f, "Board", NULL), other = district_file_add_unit (f, "Other", NULL);
  const PatalRecord record = { .table = "unit", .id = id };
  g_autofree char *frozen = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_db_freeze (f->db, &record, PATAL_LABEL ("Issued"), &error));
  g_assert_true (patal_db_is_frozen (f->db, id));
  frozen = district_file_dump (f->db);
  g_assert_false (rename_unit (f, id, "Changed", &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  g_clear_error (&error);
  assert_dump (f->db, frozen);
  g_assert_true (rename_unit (f, other, "Changed", &error));

  /* Undo passes the freezing over, and stops at what it protects. */
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_false (patal_db_undo (f->db, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_true (patal_db_is_frozen (f->db, id));

  g_assert_true (patal_db_unfreeze (f->db, &record, PATAL_LABEL ("Unfrozen"), "misprint", &error));
  g_assert_false (patal_db_is_frozen (f->db, id));
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_null (patal_db_undo_label (f->db, NULL));
  for (int i = 0; i < 3; i++)
    g_assert_true (patal_db_redo (f->db, NULL, &error));
  g_assert_null (patal_db_redo_label (f->db, NULL));
  assert_clean (f->db);
}

static gboolean
sneak (PatalDb *db, gpointer data, GError **error)
{
  return patal_db_run (db, "DELETE FROM frozen", PATAL_NO_ARGS, error) && district_file_put_unit (db, data, error);
}

static void
test_unfreezing_within_an_edit_does_not_help (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = district_file_add_unit (f, "Board", NULL);
  const PatalRecord record = { .table = "unit", .id = id };
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_db_freeze (f->db, &record, PATAL_LABEL ("Issued"), NULL));
  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("x"), sneak, &(DistrictUnit) { "Y", NULL, id }, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  g_assert_true (patal_db_is_frozen (f->db, id));
}

static void
test_conflict (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = district_file_add_unit (f, "A", NULL);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  guint lines;

  g_assert_true (rename_unit (f, id, "B", NULL));
  /* As a merge, or a program that is not ours, would. */
  g_assert_true (patal_db_script (f->db, "UPDATE unit SET name_en = 'C'", NULL));
  before = district_file_dump (f->db);
  lines = n_lines (f->db);
  g_assert_false (patal_db_undo (f->db, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONFLICT);
  assert_dump (f->db, before);
  g_assert_cmpuint (n_lines (f->db), ==, lines);
}

static gboolean
remove_parent_first (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "DELETE FROM unit WHERE parent IS NULL", PATAL_NO_ARGS, error);
}

static gboolean
put_family (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  gint64 state = patal_db_new_id (db), district = patal_db_new_id (db);

  return patal_db_run (db, "INSERT INTO unit (id, level, name_en) VALUES (?1, 'state', 'S')", PATAL_ARGS (PATAL_INT (state)), error)
         && patal_db_run (db, "INSERT INTO unit (id, level, parent, name_en) VALUES (?1, 'district', ?2, 'D')",
                          PATAL_ARGS (PATAL_INT (district), PATAL_INT (state)), error)
         && patal_db_run (db, "INSERT INTO unit_alias (id, unit, name) VALUES (?1, ?2, 'Dee')",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (district)), error);
}

/* Rows that refer to each other go and come in any order. */
static void
test_references (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *empty = district_file_dump (f->db), *full = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("x"), put_family, NULL, &error));
  full = district_file_dump (f->db);
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (patal_db_undo (f->db, NULL, &error));
      assert_dump (f->db, empty);
      g_assert_true (patal_db_redo (f->db, NULL, &error));
      assert_dump (f->db, full);
    }
  patal_db_edit (f->db, PATAL_LABEL ("x"), remove_parent_first, NULL, &error);
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONSTRAINT); /* a parent before its child: the concern says in which order */
  assert_dump (f->db, full);
  assert_clean (f->db);
}

/* A random edit of a few rows. */
static gboolean
edit_at_random (PatalDb *db, gpointer data, GError **error)
{
  GRand *dice = data;
  int n = g_rand_int_range (dice, 1, 6);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("नाम %d", g_rand_int_range (dice, 0, 50));
      PatalValue id = PATAL_INT (patal_db_new_id (db)), text = PATAL_TEXT (name);
      gboolean good = TRUE;

      switch (g_rand_int_range (dice, 0, 6))
        {
        case 0: case 1:
          good = patal_db_run (db, "INSERT INTO unit (id, level, name_hi, population) VALUES (?1, 'state', ?2, NULL)", PATAL_ARGS (id, text), error);
          break;
        case 2:
          good = patal_db_run (db, "UPDATE unit SET name_hi = ?1, population = ifnull (population, 0) + 1"
                               " WHERE id = (SELECT id FROM unit ORDER BY id * 31 % 17 LIMIT 1)", PATAL_ARGS (text), error);
          break;
        case 3:
          good = patal_db_run (db, "INSERT INTO unit_alias (id, unit, name) SELECT ?1, max (id), ?2 FROM unit HAVING max (id) IS NOT NULL",
                               PATAL_ARGS (id, text), error);
          break;
        case 4:
          good = patal_db_run (db, "DELETE FROM unit_alias WHERE unit = (SELECT min (id) FROM unit)", PATAL_NO_ARGS, error)
                 && patal_db_run (db, "DELETE FROM unit WHERE id = (SELECT min (id) FROM unit)", PATAL_NO_ARGS, error);
          break;
        default:
          good = patal_db_run (db, "INSERT INTO person (id, name_hi, mobile) VALUES (?1, ?2, '9876543210')", PATAL_ARGS (id, text), error);
        }
      if (!good)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  GCancellable *cancellable;
  double        stop_at, last;
} Stopping;

static void
stop_cb (double share, gpointer data)
{
  Stopping *stopping = data;

  g_assert_cmpfloat (share, >=, stopping->last);
  stopping->last = share;
  if (share >= stopping->stop_at)
    g_cancellable_cancel (stopping->cancellable);
}

static gboolean
add_many (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Gram %u", i);

      if (!patal_db_run (db, "INSERT INTO unit (id, level, name_en) VALUES (?1, 'state', ?2)",
                         PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (name)), error))
        return FALSE;
    }
  return TRUE;
}

/* Wherever an undo or redo is stopped, the file and its journal stand as they did, and it can be begun again. */
static void
test_stopped (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const double places[] = { 0, 0.3, 0.59, 0.6 };
  static gboolean (*const turns[]) (PatalDb *, const PatalProgress *, GError **) = { patal_db_undo, patal_db_redo };
  g_autoptr (GError) error = NULL;

  patal_db_edit (f->db, PATAL_LABEL ("Added many"), add_many, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autofree char *before = district_file_dump (f->db);
      guint lines = n_lines (f->db);

      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          Stopping stopping = { cancellable, places[j], 0 };

          g_assert_false (turns[i] (f->db, &(PatalProgress) { stop_cb, &stopping, cancellable }, &error));
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_clear_error (&error);
          g_assert_cmpfloat (stopping.last, <, places[j] + 0.1);
          g_assert_cmpuint (n_lines (f->db), ==, lines);
          assert_dump (f->db, before);
        }
      g_assert_true (turns[i] (f->db, NULL, &error));
      g_assert_cmpuint (n_lines (f->db), ==, lines + 1);
      assert_clean (f->db);
    }
}

/* The model: the dumps before and after, on two stacks. */
static void
test_random_walk (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint now = 0;

  g_ptr_array_add (states, district_file_dump (f->db));
  for (int i = 0; i < 400; i++)
    {
      int choice = g_rand_int_range (dice, 0, 20);
      g_autoptr (GError) error = NULL;
      guint lines = n_lines (f->db);

      if (choice < 8)
        {
          g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("Random"), edit_at_random, dice, &error));
          if (n_lines (f->db) > lines)
            {
              g_ptr_array_set_size (states, (int) ++now);
              g_ptr_array_add (states, district_file_dump (f->db));
            }
        }
      else if (choice < 14)
        {
          g_assert_true (patal_db_undo (f->db, NULL, &error) == (now > 0));
          now -= now > 0;
        }
      else if (choice < 19)
        {
          gboolean can = now + 1 < states->len;

          g_assert_true (patal_db_redo (f->db, NULL, &error) == can);
          now += can;
        }
      else
        district_file_reopen (f);
      assert_dump (f->db, states->pdata[now]);
    }
  assert_clean (f->db);
}

static void
test_clock_and_who (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) lines = NULL;
  PatalJournalLine *line;

  patal_db_set_clock (f->db, 1637400000);
  patal_db_set_who (f->db, "रमा साहू");
  district_file_add_unit (f, "A", NULL);
  lines = patal_journal_lines (f->db, NULL, 1, 0, NULL);
  line = lines->pdata[0];
  g_assert_cmpint (line->made_at, ==, 1637400000);
  g_assert_cmpstr (line->who, ==, "रमा साहू");
}

#define TEST(path, function)                                                                                            \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/edit/undo-and-redo", test_undo_and_redo);
  TEST ("/edit/new-edit-forgets-redo", test_new_edit_forgets_redo);
  TEST ("/edit/nothing-and-refused", test_nothing_and_refused);
  TEST ("/edit/changed", test_changed);
  TEST ("/edit/frozen", test_frozen);
  TEST ("/edit/unfreezing-within-an-edit-does-not-help", test_unfreezing_within_an_edit_does_not_help);
  TEST ("/edit/conflict", test_conflict);
  TEST ("/edit/stopped", test_stopped);
  TEST ("/edit/references", test_references);
  TEST ("/edit/random-walk", test_random_walk);
  TEST ("/edit/clock-and-who", test_clock_and_who);
  return g_test_run ();
}
