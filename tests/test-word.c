/* test-word.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-word.h"
#include <glib/gstdio.h>
#include <string.h>

static PatalFace *
hindi (void)
{
  return patal_face (NULL, PATAL_WEIGHT_REGULAR, PATAL_LANG_HI);
}

/* The texts of the clusters as they are seen, parted by bars. */
static char *
clusters_text (const PatalWord *word)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < patal_word_n_pieces (word); i++)
    {
      const PatalPiece *piece = patal_word_piece (word, i);

      for (guint j = 0; j < piece->n_clusters; j++)
        {
          if (text->len > 0)
            g_string_append_c (text, '|');
          g_string_append_len (text, patal_word_text (word) + piece->clusters[j].text_at,
                               piece->clusters[j].text_length);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_clusters (void)
{
  static const struct
  {
    const char *text, *clusters;
    guint level;
  } cases[] = {
    { "ग्राम", "ग्रा|म", 0 },
    { "पंचायत", "पं|चा|य|त", 0 },
    { "र्कि", "र्कि", 0 },
    { "क्षत्रिय", "क्ष|त्रि|य", 0 },
    { "प्रशिक्षण", "प्र|शि|क्ष|ण", 0 },
    { "\u0921\u093C\u094D\u092F", "\u0921\u093C\u094D|\u092F", 0 }, /* ड़्य: the font has no half of it */
    { "Office", "O|ffi|c|e", 0 },
    { "2", "2", 0 },
    { " ", " ", 0 },
    { "ि", "ि", 0 },       /* on a dotted circle that is not in the text */
    { "کیا", "ا|ی|ک", 1 }, /* from the right: the last letter is seen first */
    { "\u05D0\u05D1", "\u05D1|\u05D0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalWord) word = patal_word_shape (hindi (), cases[i].text, -1, cases[i].level);
      g_autofree char *clusters = clusters_text (word);

      g_assert_cmpstr (patal_word_text (word), ==, cases[i].text);
      g_assert_cmpstr (clusters, ==, cases[i].clusters);
    }
}

/* What the header says of pieces, clusters and widths holds for every word. */
static void
assert_whole (const PatalWord *word)
{
  gsize length = strlen (patal_word_text (word));
  g_autofree guint8 *covered = g_malloc0 (length + 1);
  double width = 0;

  for (guint i = 0; i < patal_word_n_pieces (word); i++)
    {
      const PatalPiece *piece = patal_word_piece (word, i);
      gint32 advance = 0;
      guint glyph = 0;

      for (guint j = 0; j < piece->n_clusters; j++)
        {
          const PatalCluster *cluster = &piece->clusters[j];
          gint32 own = 0;

          g_assert_cmpuint (cluster->first_glyph, ==, glyph);
          for (guint k = 0; k < cluster->n_glyphs; k++)
            own += piece->glyphs[glyph++].advance;
          g_assert_cmpint (own, ==, cluster->advance);
          advance += own;
          g_assert_cmpuint (cluster->text_at + cluster->text_length, <=, length);
          for (guint k = 0; k < cluster->text_length; k++)
            covered[cluster->text_at + k]++;
        }
      g_assert_cmpuint (glyph, ==, piece->n_glyphs);
      g_assert_cmpint (advance, ==, piece->advance);
      width += (double)piece->advance / patal_font_upem (piece->font);
    }
  for (gsize i = 0; i < length; i++)
    g_assert_cmpuint (covered[i], ==, 1);
  g_assert_cmpfloat_with_epsilon (patal_word_width (word, 10), width * 10, 1e-9);
}

static void
test_whole (void)
{
  static const char *const texts[] = {
    "ग्राम", "कर्तव्य",      "W",      "Akaltara",     "१",        "₹", "کیا",  "ก็",
    "漢字", "\U0001F600", "\u0378", "\xEE\x80\x80", "ab\u0301", "॥", "अabक", "a b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint level = 0; level < 2; level++)
      {
        g_autoptr (PatalWord) word = patal_word_shape (hindi (), texts[i], -1, level);

        assert_whole (word);
      }
}

static void
test_fonts (void)
{
  g_autoptr (PatalWord) word = patal_word_shape (hindi (), "अकलतरा", -1, 0);
  g_autoptr (PatalWord) latin = patal_word_shape (hindi (), "Akaltara", -1, 0);
  PatalFont *font = patal_word_piece (word, 0)->font;

  g_assert_true (font == patal_face_font (hindi ()));
  g_assert_cmpstr (patal_font_name (font), ==, "NotoSansDevanagari-Regular");
  g_assert_cmpstr (patal_font_name (patal_word_piece (latin, 0)->font), ==, "NotoSans-Regular");
  g_assert_cmpuint (patal_font_id (font), !=, patal_font_id (patal_word_piece (latin, 0)->font));
  g_assert_cmpstr (patal_font_name (patal_face_font (patal_face (NULL, PATAL_WEIGHT_BOLD, PATAL_LANG_HI))),
                   ==, "NotoSansDevanagari-Bold");
  /* the same file is one font, for whatever face it was found */
  g_assert_true (font
                 == patal_face_font (patal_face (PATAL_FONT_DEFAULT, PATAL_WEIGHT_REGULAR, PATAL_LANG_EN)));
  g_assert_null (patal_face_missing (hindi ()));
  g_assert_null (patal_font_missing (PATAL_LANG_HI));
  g_assert_cmpfloat (patal_face_ascent (hindi ()), >, 0.5);
  g_assert_cmpfloat (patal_face_descent (hindi ()), >, 0.1);
}

static void
test_missing (void)
{
  PatalFace *face = patal_face ("No Such Family 7", PATAL_WEIGHT_BOLD, PATAL_LANG_HI);
  g_autoptr (PatalWord) word = patal_word_shape (face, "क", -1, 0);

  g_assert_nonnull (strstr (patal_face_missing (face), "No Such Family 7"));
  g_assert_nonnull (strstr (patal_face_missing (face), patal_font_name (patal_face_font (face))));
  g_assert_cmpuint (patal_word_piece (word, 0)->glyphs[0].glyph, !=, 0); /* something shows it all the same */
}

/* Figures stand in columns: all digits of a face are as wide, whatever their weight. */
static void
test_digits (void)
{
  for (guint weight = PATAL_WEIGHT_REGULAR; weight <= PATAL_WEIGHT_BOLD;
       weight += PATAL_WEIGHT_BOLD - PATAL_WEIGHT_REGULAR)
    {
      PatalFace *face = patal_face (NULL, weight, PATAL_LANG_HI);
      g_autoptr (PatalWord) zero = patal_word_shape (face, "0", -1, 0);

      for (char digit = '1'; digit <= '9'; digit++)
        {
          g_autoptr (PatalWord) word = patal_word_shape (face, &digit, 1, 0);

          g_assert_cmpfloat (patal_word_width (word, 1), ==, patal_word_width (zero, 1));
        }
    }
}

static void
test_once (void)
{
  g_autoptr (PatalWord) first = patal_word_shape (hindi (), "जांजगीर", -1, 0);
  g_autoptr (PatalWord) second = patal_word_shape (hindi (), "जांजगीर-चांपा", strlen ("जांजगीर"), 0);
  g_autoptr (PatalWord) bold
      = patal_word_shape (patal_face (NULL, PATAL_WEIGHT_BOLD, PATAL_LANG_HI), "जांजगीर", -1, 0);

  g_assert_true (first == second);
  g_assert_true (first != bold);
}

/* Where not one font is installed, that is said, and nothing falls over. */
static void
test_no_font_subprocess (void)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-no-font-XXXXXX", NULL), *path = g_build_filename (folder, "fonts.conf", NULL);

  g_assert_true (g_file_set_contents (path, "<fontconfig></fontconfig>", -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE); /* before anyone asks for a font */
  g_assert_nonnull (strstr (patal_font_missing (PATAL_LANG_HI), PATAL_FONT_DEFAULT));
  for (guint level = 0; level < 2; level++)
    {
      g_autoptr (PatalWord) word = patal_word_shape (hindi (), "अकलतरा", -1, level);

      g_assert_cmpuint (patal_word_piece (word, 0)->glyphs[0].glyph, ==, 0);
    }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_no_font (void)
{
  g_test_trap_subprocess ("/word/no-font/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* More words than the store holds: it begins anew, and words that are held stay what they are. */
static void
test_store_is_bounded (void)
{
  g_autoptr (PatalWord) held = patal_word_shape (hindi (), "पामगढ़", -1, 0);
  g_autoptr (PatalWord) again = NULL;

  for (guint i = 0; i < 60000; i++)
    {
      const gunichar letters[]
          = { 0x0915 + i % 30, 0x0915 + i / 30 % 30, 0x0915 + i / 900 % 30, 0x0915 + i / 27000 };
      g_autofree char *text = g_ucs4_to_utf8 (letters, G_N_ELEMENTS (letters), NULL, NULL, NULL);

      patal_word_unref (patal_word_shape (hindi (), text, -1, 0));
    }
  again = patal_word_shape (hindi (), "पामगढ़", -1, 0);
  g_assert_true (again != held);
  g_assert_cmpstr (patal_word_text (held), ==, "पामगढ़");
  assert_whole (held);
  g_assert_cmpfloat (patal_word_width (again, 12), ==, patal_word_width (held, 12));
}

static gpointer
shape_many (gpointer other_face)
{
  PatalFace *own = hindi ();

  g_assert_true (own != other_face);
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%c%s", 'a' + i % 26, i % 2 ? "bcd" : "efg");

      patal_word_unref (patal_word_shape (own, text, -1, 0));
    }
  return patal_word_shape (own, "کیا", -1, 1); /* outlives the thread and its store */
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autoptr (PatalWord) own = patal_word_shape (hindi (), "کیا", -1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("shape", shape_many, hindi ());
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (PatalWord) theirs = g_thread_join (threads[i]);

      assert_whole (theirs);
      g_assert_true (patal_word_piece (theirs, 0)->font == patal_word_piece (own, 0)->font);
      g_assert_cmpfloat (patal_word_width (theirs, 12), ==, patal_word_width (own, 12));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/clusters", test_clusters);
  g_test_add_func ("/word/whole", test_whole);
  g_test_add_func ("/word/fonts", test_fonts);
  g_test_add_func ("/word/missing", test_missing);
  g_test_add_func ("/word/digits", test_digits);
  g_test_add_func ("/word/once", test_once);
  g_test_add_func ("/word/store-is-bounded", test_store_is_bounded);
  g_test_add_func ("/word/threads", test_threads);
  g_test_add_func ("/word/no-font", test_no_font);
  g_test_add_func ("/word/no-font/subprocess", test_no_font_subprocess);
  return g_test_run ();
}
