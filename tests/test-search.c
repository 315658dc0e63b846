/* test-search.c: what is found, in which order, by the first letters of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-db-private.h"

static gint64
add (DistrictFile *f, const char *en, const char *hi)
{
  return district_file_add_unit (f, en, hi);
}

typedef struct { const char *sql, *text; gint64 id, other; } Statement;

static gboolean
run_statement (PatalDb *db, gpointer data, GError **error)
{
  const Statement *s = data;

  return patal_db_run (db, s->sql, PATAL_ARGS (PATAL_INT (s->id != 0 ? s->id : patal_db_new_id (db)), PATAL_TEXT (s->text), PATAL_INT (s->other)), error);
}

static void
edit (DistrictFile *f, const char *sql, gint64 id, const char *text, gint64 other)
{
  g_autoptr (GError) error = NULL;

  patal_db_edit (f->db, PATAL_LABEL ("x"), run_statement, &(Statement) { sql, text, id, other }, &error);
  g_assert_no_error (error);
}

/* (transfer full): the English (or Hindi) names that are found, by commas. */
static char *
find_kind (DistrictFile *f, const char *typed, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = patal_search (f->db, typed, kind, 20, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const PatalSearchHit *hit = &g_array_index (hits, PatalSearchHit, i);
      g_auto (PatalRows) rows = patal_db_query (f->db,
        "SELECT ifnull (name_en, name_hi) FROM unit WHERE id = ?1 UNION ALL SELECT ifnull (name_en, name_hi) FROM person WHERE id = ?1",
        PATAL_ARGS (PATAL_INT (hit->id)));

      g_assert_true (patal_rows_next (&rows));
      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", patal_rows_text (&rows, 0));
    }
  return g_string_free (names, FALSE);
}

static char *
find (DistrictFile *f, const char *typed)
{
  return find_kind (f, typed, NULL);
}

static void
assert_found (DistrictFile *f, const char *typed, const char *expected)
{
  g_autofree char *found = find (f, typed);

  g_test_message ("%.40s", typed);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_order (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  add (f, "Nagar Ramgarh", NULL);
  add (f, "Rampur", NULL);
  add (f, "Raam", NULL);
  add (f, "Ram Nagar", NULL);
  add (f, "Ram", NULL);
  /* the name itself, names that begin with the word, with the letters, words that begin so, the same by sound */
  assert_found (f, "ram", "Ram,Ram Nagar,Rampur,Nagar Ramgarh,Raam");
  assert_found (f, "RAM ", "Ram,Ram Nagar,Rampur,Nagar Ramgarh,Raam");
  assert_found (f, "nagar ram", "Nagar Ramgarh,Ram Nagar"); /* words in any order */
  assert_found (f, "ram nag", "Ram Nagar");
  assert_found (f, "nagar z", "");
}

static void
test_codes (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 one = add (f, "One", NULL), two = add (f, "Two", NULL);

  edit (f, "UPDATE unit SET lgd_code = ?2 WHERE id = ?1 AND ?3 = 0", one, "125046", 0);
  edit (f, "UPDATE unit SET lgd_code = ?2 WHERE id = ?1 AND ?3 = 0", two, "125047", 0);
  assert_found (f, "12504", "One,Two");
  assert_found (f, "१२५०४७", "Two");
  assert_found (f, "25046", "");
}

static void
test_hindi (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  add (f, "Akaltara", "अकलतरा");
  add (f, "Champa", "चाम्पा");
  add (f, "Kosmanda", "कोसमंदा नवीन");
  assert_found (f, "अकल", "Akaltara");
  assert_found (f, "चांपा", "Champa");   /* as it is also written */
  assert_found (f, "चाँपा", "Champa");
  assert_found (f, "नवी", "Kosmanda");
  assert_found (f, "कोसमन्दा", "Kosmanda");
  /* a word is not cut at its matras: these are letters within words, and begin none */
  assert_found (f, "कल", "");
  assert_found (f, "रा", "");
  assert_found (f, "समंदा", "");
}

static void
test_sound (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  add (f, NULL, "अकलतरा");
  add (f, NULL, "बिर्रा");
  assert_found (f, "akaltara", "अकलतरा");
  assert_found (f, "AKALTARAA", "अकलतरा");
  assert_found (f, "birra", "बिर्रा");
}

static void
test_follows_the_rows (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = add (f, "Sakti", NULL), other = add (f, "Korba", NULL);

  edit (f, "INSERT INTO unit_alias (id, name, unit) VALUES (?1, ?2, ?3)", 0, "Shakti Dham", id);
  assert_found (f, "shakti dh", "Sakti");
  edit (f, "UPDATE unit_alias SET name = ?2 WHERE unit = ?3 AND id > ?1", 1, "Old Place", id);
  assert_found (f, "dham", "");
  assert_found (f, "old pl", "Sakti");
  edit (f, "UPDATE unit_alias SET unit = ?3 WHERE ?1 AND ?2 IS NULL", 1, NULL, other); /* the alias goes to another one */
  assert_found (f, "old pl", "Korba");
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  assert_found (f, "old pl", "Sakti");
  g_assert_true (patal_db_redo (f->db, NULL, NULL));
  assert_found (f, "old pl", "Korba");
  edit (f, "DELETE FROM unit WHERE id = ?1 AND ?2 IS NULL AND ?3 = 0", id, NULL, 0);
  assert_found (f, "sakti", "");
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  assert_found (f, "sakti", "Sakti");
}

static void
test_kinds (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *people = NULL, *units = NULL, *all = NULL, *none = NULL;

  add (f, "Ramgarh", NULL);
  edit (f, "INSERT INTO person (id, name_en, mobile) SELECT ?1, ?2, '9876543210' WHERE ?3 = 0", 0, "Ramesh Sahu", 0);
  people = find_kind (f, "ram", "person");
  units = find_kind (f, "ram", "unit");
  all = find (f, "ram");
  none = find_kind (f, "ram", "venue");
  g_assert_cmpstr (people, ==, "Ramesh Sahu");
  g_assert_cmpstr (units, ==, "Ramgarh");
  g_assert_cmpstr (all, ==, "Ramesh Sahu,Ramgarh");
  g_assert_cmpstr (none, ==, "");
  assert_found (f, "98765 43210", "Ramesh Sahu");
}

/* Nothing that is typed is read as SQL or as FTS5's language. */
static void
test_hostile (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const typed[] = {
    "", " ", "\"", "'", "*", "a*", "\" OR \"a", "a AND", "NEAR(", "a NOT b", "terms:a", "^a", "-a", "(a", "a\"b c", "!", "nu!", "a ! b",
    "\xff\xfe", "\xe0\xa4", "%", "_", "';DROP TABLE unit;--", "a\tb\nc", "AND OR NOT", "\u200d", "्", "🙂 🙂", "a + b", "{a b}: c",
  };
  g_autoptr (GString) endless = g_string_new (NULL);

  add (f, "Abc", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) hits = patal_search (f->db, typed[i], NULL, 20, &error);
      g_autofree char *shown = g_utf8_make_valid (typed[i], -1);

      g_test_message ("%s", shown);
      g_assert_no_error (error);
      g_assert_nonnull (hits);
    }
  for (int i = 0; i < 20000; i++)
    g_string_append (endless, "abc ");
  assert_found (f, endless->str, "Abc"); /* a page pasted by mistake: its first words count */
}

static void
test_most (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) hits = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pur %d", i);

      add (f, name, "पुर");
    }
  hits = patal_search (f->db, "pur", NULL, 20, NULL);
  g_assert_cmpuint (hits->len, ==, 20);
  for (guint i = 0; i < hits->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpint (g_array_index (hits, PatalSearchHit, i).id, !=, g_array_index (hits, PatalSearchHit, k).id);
}

static char *
read_entries (PatalDb *db)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT group_concat (id || kind || terms, '|') FROM (SELECT * FROM search_entry ORDER BY id)", PATAL_NO_ARGS);

  g_assert_true (patal_rows_next (&rows));
  return g_strdup (patal_rows_text (&rows, 0));
}

static void
test_rebuild (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *fed = NULL, *built = NULL, *other = NULL, *again = NULL;
  g_autoptr (GPtrArray) findings = NULL, clean = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 30; i++)
    add (f, i % 2 ? "Rampur" : "Khurd", "पुर");
  fed = read_entries (f->db);
  g_assert_true (patal_db_script (f->db, "DELETE FROM search_entry WHERE id % 3 = 0", NULL));
  findings = patal_file_check (f->db, NULL, NULL);
  g_assert_cmpuint (findings->len, >=, 1);
  patal_search_rebuild (f->db, NULL, &error);
  g_assert_no_error (error);
  built = read_entries (f->db);
  g_assert_cmpstr (fed, ==, built);
  clean = patal_file_check (f->db, NULL, NULL);
  g_assert_cmpuint (clean->len, ==, 0);

  /* A program that searches other things, and then this one again. */
  patal_db_close (f->db);
  f->db = patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, &error);
  g_assert_no_error (error);
  other = read_entries (f->db);
  g_assert_null (other);
  district_file_reopen (f);
  again = read_entries (f->db);
  g_assert_cmpstr (again, ==, fed);
}

#define TEST(path, function)                                                                                            \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/search/order", test_order);
  TEST ("/search/codes", test_codes);
  TEST ("/search/hindi", test_hindi);
  TEST ("/search/sound", test_sound);
  TEST ("/search/follows-the-rows", test_follows_the_rows);
  TEST ("/search/kinds", test_kinds);
  TEST ("/search/hostile", test_hostile);
  TEST ("/search/most", test_most);
  TEST ("/search/rebuild", test_rebuild);
  return g_test_run ();
}
