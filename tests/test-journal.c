/* test-journal.c: the journal: its lines, its seal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-db-private.h"
#include "patal-journal.h"

static void
test_lines (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = district_file_add_unit (f, "A\x1f" "B", NULL);
  g_autoptr (GPtrArray) lines = NULL, older = NULL, of = NULL;
  const PatalJournalLine *edit, *undo, *redo;
  g_autoptr (GError) error = NULL;

  district_file_add_unit (f, "Other", NULL);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_true (patal_db_redo (f->db, NULL, NULL));

  lines = patal_journal_lines (f->db, NULL, 10, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 5);
  edit = lines->pdata[4];
  undo = lines->pdata[1];
  redo = lines->pdata[0];
  g_assert_cmpint (edit->kind, ==, PATAL_JOURNAL_EDIT);
  g_assert_cmpstr (edit->label, ==, "Added A B"); /* the separator of arguments is none of their letters */
  g_assert_false (edit->undone);
  g_assert_true (((PatalJournalLine *) lines->pdata[3])->undone);
  g_assert_cmpint (undo->kind, ==, PATAL_JOURNAL_UNDO);
  g_assert_cmpint (undo->undoes, ==, edit->id);
  g_assert_cmpint (redo->kind, ==, PATAL_JOURNAL_REDO);
  g_assert_cmpint (redo->undoes, ==, undo->id);
  g_assert_cmpstr (redo->label, ==, "Added A B");

  older = patal_journal_lines (f->db, NULL, 2, redo->id, &error);
  g_assert_cmpuint (older->len, ==, 2);
  g_assert_cmpint (((PatalJournalLine *) older->pdata[0])->id, ==, redo->id - 1);

  of = patal_journal_lines_of (f->db, NULL, &(PatalRecord) { .table = "unit", .id = id }, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of->len, ==, 3); /* its edit, undo, redo */
  g_assert_cmpint (((PatalJournalLine *) of->pdata[0])->id, ==, redo->id);
}

static void
test_reason (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_true (patal_db_edit_with_reason (f->db, PATAL_LABEL_N ("{n} unit", "{n} units", 2), "as ordered", district_file_put_unit,
                                            &(DistrictUnit) { "A", NULL, 0 }, NULL));
  lines = patal_journal_lines (f->db, NULL, 10, 0, NULL);
  g_assert_cmpstr (((PatalJournalLine *) lines->pdata[0])->reason, ==, "as ordered");
  g_assert_cmpstr (((PatalJournalLine *) lines->pdata[0])->label, ==, "2 units");
}

/* Each field of a line, a line, and the end of the journal: whoever changes one of them is found out. */
static void
test_tampering (void)
{
  static const struct { const char *sql, *names; } cases[] = {
    { "UPDATE journal SET made_at = made_at + 1 WHERE id = 2", "2" },
    { "UPDATE journal SET who = 'somebody else' WHERE id = 2", "2" },
    { "UPDATE journal SET desk = 8 WHERE id = 2", "2" },
    { "UPDATE journal SET label = 'Added {1} ' WHERE id = 2", "2" },
    { "UPDATE journal SET label_plural = '' WHERE id = 2", "2" },
    { "UPDATE journal SET label_n = 1 WHERE id = 2", "2" },
    { "UPDATE journal SET label_args = '' WHERE id = 2", "2" },
    { "UPDATE journal SET reason = '' WHERE id = 2", "2" },
    { "UPDATE journal SET standing = 1 WHERE id = 2", "2" },
    { "UPDATE journal SET unpacked_size = unpacked_size + 1 WHERE id = 2", "2" },
    { "UPDATE journal SET changeset = zeroblob (5) WHERE id = 2", "2" },
    { "UPDATE journal SET undoes = 2 WHERE id = 4", "4" },
    { "UPDATE journal SET hash = zeroblob (32) WHERE id = 3", "3" },
    { "UPDATE journal SET previous = zeroblob (32) WHERE id = 3", "3" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM journal WHERE id = 1", "1" },
    { "DELETE FROM journal WHERE id = 2", "2" },
    { "DELETE FROM journal WHERE id = 4", "4" },
    { "UPDATE journal SET id = 9 WHERE id = 4", "4" },
    { "DELETE FROM journal WHERE id = 4; UPDATE journal SET made_at = 5 WHERE id = 3", "3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DistrictFile f;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      district_file_set_up (&f, NULL);
      patal_db_set_clock (f.db, 1000);
      for (int n = 0; n < 3; n++)
        district_file_add_unit (&f, "A name", NULL);
      g_assert_true (patal_db_undo (f.db, NULL, NULL));
      g_assert_true (patal_journal_verify (f.db, NULL, NULL));
      g_test_message ("%s", cases[i].sql);
      g_assert_true (patal_db_script (f.db, cases[i].sql, NULL));
      g_assert_false (patal_journal_verify (f.db, NULL, &error));
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, cases[i].names));
      findings = patal_file_check (f.db, NULL, NULL);
      g_assert_cmpuint (findings->len, >=, 1);
      district_file_tear_down (&f, NULL);
    }
}

/* A journal that lies must not become an undo that lies. */
static void
test_hostile_changesets (void)
{
  static const char *const cases[] = {
    "UPDATE journal SET changeset = zeroblob (40), unpacked_size = 0",
    "UPDATE journal SET unpacked_size = 1073741825",
    "UPDATE journal SET unpacked_size = 3",
    "UPDATE journal SET changeset = randomblob (200)",
    /* a changeset of the table journal: 'T', two columns, the first the key; an insert */
    "UPDATE journal SET unpacked_size = 0, changeset ="
    " X'540201006a6f75726e616c00120001000000000000000105'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DistrictFile f;
      g_autofree char *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;

      district_file_set_up (&f, NULL);
      district_file_add_unit (&f, "A name", NULL);
      before = district_file_dump (f.db);
      g_assert_true (patal_db_script (f.db, cases[i], NULL));
      g_test_message ("%s", cases[i]);
      g_assert_false (patal_db_undo (f.db, NULL, &error));
      g_assert_nonnull (error);
      after = district_file_dump (f.db);
      g_assert_cmpstr (before, ==, after);
      district_file_tear_down (&f, NULL);
    }
}

#define TEST(path, function)                                                                                            \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/journal/lines", test_lines);
  TEST ("/journal/reason", test_reason);
  g_test_add_func ("/journal/tampering", test_tampering);
  g_test_add_func ("/journal/hostile-changesets", test_hostile_changesets);
  return g_test_run ();
}
