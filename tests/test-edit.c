/* test-edit.c: the edit door, undo and redo, freezing
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-journal.h"

static void
test_undo_and_redo (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = district_file_dump (f->db), *after = NULL, *undone = NULL, *redone = NULL;

  district_file_add_unit (f, "Akaltara", "अकलतरा");
  after = district_file_dump (f->db);
  g_assert_cmpstr (before, !=, after);
  patal_db_undo (f->db, NULL, &error);
  g_assert_no_error (error);
  undone = district_file_dump (f->db);
  g_assert_cmpstr (undone, ==, before);
  district_file_reopen (f);
  patal_db_redo (f->db, NULL, &error);
  g_assert_no_error (error);
  redone = district_file_dump (f->db);
  g_assert_cmpstr (redone, ==, after);
}

#define TEST(path, function)                                                                                            \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/edit/undo-and-redo", test_undo_and_redo);
  return g_test_run ();
}
