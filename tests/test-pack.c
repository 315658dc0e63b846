/* test-pack.c: the words of the states, and how a file begins
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-district.h"
#include "patal-pack.h"
#include <string.h>

static void
test_states (void)
{
  static const struct { const char *typed, *id; } cases[] = {
    { "CG", "CG" }, { "cg", "CG" }, { "22", "CG" }, { "छत्तीसगढ़", "CG" }, { "छत्तीसगढ", "CG" }, { "मध्यप्रदेश", "MP" }, { "CHHATTISGARH", "CG" },
    { "Uttarakhand", "UK" }, { "महाराष्ट्र", "MH" }, { "Odisha", "OD" }, { "", NULL }, { "Atlantis", NULL },
  };
  guint n;
  const PatalPackState *states = patal_pack_states (&n);

  g_assert_cmpuint (n, ==, 36);
  for (guint i = 1; i < n; i++)
    g_assert_cmpstr (states[i - 1].en, <, states[i].en);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PatalPackState *found = patal_pack_find_state (cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found != NULL ? found->id : NULL, ==, cases[i].id);
    }
  g_assert_true (patal_pack_find_state ("BR")->has_words);
  g_assert_false (patal_pack_find_state ("OD")->has_words);
}

/* Every post has plain words, every word that a state has too; a word without source is not taken as verified. */
static void
test_shipped (void)
{
  guint n_posts, n_words;
  const PatalPackPost *posts = patal_pack_shipped_posts (&n_posts);
  const PatalPackWord *words = patal_pack_shipped_words (&n_words);

  for (guint i = 0; i < n_posts; i++)
    {
      g_autofree char *key = g_strconcat ("post.", posts[i].code, NULL);
      gboolean found = FALSE;

      for (guint j = 0; j < n_words; j++)
        found |= *words[j].state_code == '\0' && g_str_equal (words[j].key, key);
      if (!found)
        g_error ("no plain word for %s", key);
    }
  for (guint i = 0; i < n_words; i++)
    {
      g_assert_true (*words[i].hi != '\0' && *words[i].en != '\0');
      g_assert_true (words[i].source != NULL || !words[i].verified);
      g_assert_null (words[i].order_no);
      for (guint j = 0; j < i; j++)
        g_assert_false (g_str_equal (words[i].state_code, words[j].state_code) && g_str_equal (words[i].key, words[j].key));
      if (g_str_equal (words[i].key, "tier.district")) /* a bare जनपद is a block elsewhere */
        g_assert_cmpstr (words[i].hi, !=, "जनपद");
    }
}

static void
test_begin (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *key; const char *hi; gboolean unverified; } words[] = {
    { "post.SARPANCH", "प्रधान", FALSE }, { "post.PS", "ग्राम पंचायत विकास अधिकारी", TRUE }, { "tier.block_panchayat", "क्षेत्र पंचायत", FALSE },
    { "post.MATE", "मेट", FALSE }, /* a plain one */ { "post.NOBODY", "post.NOBODY", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *district = NULL;
  gint64 id = 0, n = 0;

  g_assert_true (patal_district_begin (f->db, "UK", "परीक्षणपुर", NULL, &error));
  g_assert_no_error (error);
  patal_db_int (f->db, "SELECT id FROM unit WHERE level = 'district'", PATAL_NO_ARGS, &id, &error);
  g_assert_no_error (error);
  district = patal_unit_name (f->db, id, PATAL_LANG_EN);
  g_assert_cmpstr (district, ==, "परीक्षणपुर");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean unverified;
      g_autofree char *word = patal_pack_word (f->db, id, words[i].key, PATAL_LANG_HI, &unverified);
      g_autofree char *first = patal_pack_word (f->db, 0, words[i].key, PATAL_LANG_HI, NULL);

      g_assert_cmpstr (word, ==, words[i].hi);
      g_assert_cmpstr (first, ==, word);
      g_assert_cmpint (unverified, ==, words[i].unverified);
    }
  patal_db_int (f->db, "SELECT count(*) FROM post", PATAL_NO_ARGS, &n, &error);
  g_assert_cmpint (n, >, 10);
  g_assert_null (patal_db_undo_label (f->db, NULL)); /* nobody undoes the district itself */
  g_assert_false (patal_db_undo (f->db, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_unknown_state (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = district_file_dump (f->db), *after = NULL;

  g_assert_false (patal_district_begin (f->db, "Atlantis", "X", NULL, &error));
  g_assert_error (error, PATAL_PACK_ERROR, PATAL_PACK_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "Atlantis"));
  after = district_file_dump (f->db);
  g_assert_cmpstr (before, ==, after);
}

typedef struct
{
  gint64      id;
  const char *hi, *en, *order_no;
} Correction;

static gboolean
correct_cb (PatalDb *db, gpointer data, GError **error)
{
  const Correction *what = data;

  return patal_pack_set_word (db, what->id, what->hi, what->en, what->order_no, error) && patal_pack_seed (db, error);
}

/* A word that the office corrected stays, whatever is seeded later; only an order makes it verified. */
static void
test_correct (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = NULL, after = NULL;
  Correction what = { 0, "ग्राम सचिव", "Village secretary", " आदेश 12/2026 " };

  g_assert_true (patal_district_begin (f->db, "MH", "Test", NULL, &error));
  words = patal_pack_words (f->db, "27", &error);
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((PatalPackWord *) words->pdata[i])->key, "post.PS"))
      what.id = ((PatalPackWord *) words->pdata[i])->id;
  g_assert_true (patal_db_edit (f->db, PATAL_LABEL ("Test"), correct_cb, &what, &error));
  g_assert_no_error (error);
  after = patal_pack_words (f->db, "27", &error);
  g_assert_cmpuint (after->len, ==, words->len);
  for (guint i = 0; i < after->len; i++)
    {
      const PatalPackWord *word = after->pdata[i];

      if (word->id != what.id)
        continue;
      g_assert_cmpstr (word->hi, ==, "ग्राम सचिव");
      g_assert_cmpstr (word->order_no, ==, "आदेश 12/2026");
      g_assert_true (word->verified);
    }
  what.hi = " ";
  g_assert_false (patal_db_edit (f->db, PATAL_LABEL ("Test"), correct_cb, &what, &error));
  g_assert_error (error, PATAL_PACK_ERROR, PATAL_PACK_ERROR_WORD);
}

#define FILE_TEST(path, func) g_test_add (path, DistrictFile, NULL, district_file_set_up, func, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/states", test_states);
  g_test_add_func ("/pack/shipped", test_shipped);
  FILE_TEST ("/pack/begin", test_begin);
  FILE_TEST ("/pack/unknown-state", test_unknown_state);
  FILE_TEST ("/pack/correct", test_correct);
  return g_test_run ();
}
