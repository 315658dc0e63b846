/* test-out-set.c: files that are written together, and what they are called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-out-set.h"
#include "patal-out-file.h"
#include "patal-test-folder.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *beside, *folder;
} Place;

static void
set_up (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  place->beside = g_dir_make_tmp ("patal-set-XXXXXX", NULL);
  place->folder = g_build_filename (place->beside, "boards", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* (transfer full): what lies in @folder, in order, parted by "|". */
static char *
listing (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("|", (char **) names->pdata);
}

static void
tear_down (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  patal_test_remove_folder (place->folder);
  patal_test_remove_folder (place->beside);
  g_free (place->beside);
  g_free (place->folder);
}

static void
add (PatalOutSet *set, const char *name, const char *text)
{
  g_autofree char *path = patal_out_set_add (set, name, ".pdf");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_all_or_none (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *inside = NULL, *slash = g_strconcat (place->folder, "/", NULL);
  PatalOutSet *set = patal_out_set_new (slash, &error);

  g_assert_no_error (error);
  add (set, "बम्हनी", "1");
  g_assert_false (g_file_test (place->folder, G_FILE_TEST_EXISTS));
  patal_out_set_free (set);
  before = listing (place->beside);
  g_assert_cmpstr (before, ==, "");
  set = patal_out_set_new (slash, &error);
  add (set, "बम्हनी", "1");
  add (set, "अकलतरा", "2");
  g_free (patal_out_set_add (set, "never written", ".pdf"));
  g_assert_true (patal_out_set_finish (set, &error));
  g_assert_no_error (error);
  patal_out_set_free (set);
  after = listing (place->beside);
  g_assert_cmpstr (after, ==, "boards");
  inside = listing (place->folder);
  g_assert_cmpstr (inside, ==, "अकलतरा.pdf|बम्हनी.pdf");
}

/* What was there stays, but for files of the same names. */
static void
test_into_folder (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *old = g_build_filename (place->folder, "old.pdf", NULL), *other = g_build_filename (place->folder, "other.txt", NULL);
  g_autofree char *inside = NULL, *text = NULL;
  PatalOutSet *set;

  g_mkdir (place->folder, 0700);
  g_file_set_contents (old, "before", -1, NULL);
  g_file_set_contents (other, "other", -1, NULL);
  set = patal_out_set_new (place->folder, NULL);
  add (set, "old", "after");
  g_file_get_contents (old, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "before");
  g_assert_true (patal_out_set_finish (set, NULL));
  patal_out_set_free (set);
  g_free (g_steal_pointer (&text));
  g_file_get_contents (old, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, "after");
  inside = listing (place->folder);
  g_assert_cmpstr (inside, ==, "old.pdf|other.txt");
}

static void
test_refused (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *deep = g_build_filename (place->folder, "none", "boards", NULL), *after = NULL;
  g_autoptr (GError) error = NULL, missing = NULL;

  g_file_set_contents (place->folder, "a file", -1, NULL);
  g_assert_null (patal_out_set_new (place->folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_unlink (place->folder);
  g_assert_null (patal_out_set_new (deep, &missing));
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  after = listing (place->beside);
  g_assert_cmpstr (after, ==, "");
}

static void
test_names (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *name, *made; } cases[] = {
    { "बम्हनी", "बम्हनी.pdf" },
    { "बम्हनी", "बम्हनी (2).pdf" },
    { "बम्हनी", "बम्हनी (3).pdf" },
    { "Bamhni", "Bamhni.pdf" },
    { "BAMHNI", "BAMHNI (2).pdf" }, /* one file on a pen drive */
    { "सी.सी. रोड / नाली: 2\\3", "सी.सी. रोड - नाली- 2-3.pdf" },
    { "a*b?c\"d<e>f|g", "a-b-c-d-e-f-g.pdf" },
    { "  two\n lines\t ", "two lines.pdf" },
    { "..", "_.pdf" },
    { ".hidden", "hidden.pdf" },
    { "ends.", "ends.pdf" },
    { "", "_ (2).pdf" },
    { "con", "_con.pdf" },
    { "Com1.x", "_Com1.x.pdf" },
    { "common", "common.pdf" },
    { "क\xff", "क\xef\xbf\xbd.pdf" },
  };
  PatalOutSet *set = patal_out_set_new (place->folder, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = patal_out_set_add (set, cases[i].name, ".pdf"), *name = g_path_get_basename (path);

      g_assert_cmpstr (name, ==, cases[i].made);
    }
  patal_out_set_free (set);
}

/* A long name ends behind a whole letter with its signs, and stays a file's name. */
static void
test_long_names (Place *place, gconstpointer data G_GNUC_UNUSED)
{
  PatalOutSet *set = patal_out_set_new (place->folder, NULL);

  for (guint lead = 0; lead < 12; lead++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *path = NULL, *made = NULL;
      gsize stem;

      for (guint i = 0; i < lead; i++)
        g_string_append_c (name, 'x');
      for (guint i = 0; i < 40; i++)
        g_string_append (name, "क्षि");
      path = patal_out_set_add (set, name->str, ".pdf");
      made = g_path_get_basename (path);
      g_assert_cmpuint (strlen (made), <=, 200);
      g_assert_true (g_utf8_validate (made, -1, NULL));
      stem = strlen (made) - strlen (".pdf");
      g_assert_cmpuint ((stem - lead) % strlen ("क्षि"), ==, 0);
      g_assert_cmpuint (stem, >, 160);
    }
  patal_out_set_free (set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/out-set/all-or-none", Place, NULL, set_up, test_all_or_none, tear_down);
  g_test_add ("/out-set/into-folder", Place, NULL, set_up, test_into_folder, tear_down);
  g_test_add ("/out-set/refused", Place, NULL, set_up, test_refused, tear_down);
  g_test_add ("/out-set/names", Place, NULL, set_up, test_names, tear_down);
  g_test_add ("/out-set/long-names", Place, NULL, set_up, test_long_names, tear_down);
  return g_test_run ();
}
