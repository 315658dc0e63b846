/* test-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-text.h"
#include <string.h>

#define ZWNJ "\u200C"
#define ZWJ "\u200D"

static void
assert_fold (const char *text, PatalFold how, const char *expected)
{
  g_autofree char *folded = patal_text_fold (text, how);

  g_assert_cmpstr (folded, ==, expected);
}

static gboolean
same (const char *a, const char *b, PatalFold how)
{
  g_autofree char *folded_a = patal_text_fold (a, how);
  g_autofree char *folded_b = patal_text_fold (b, how);

  return g_str_equal (folded_a, folded_b);
}

static void
test_same_in_both (void)
{
  static const char *const pairs[][2] = {
    { "नवंबर", "नवम्बर" },
    { "विकासखंड", "विकासखण्ड" },
    { "पंचायत", "पञ्चायत" },
    { "हिंदी", "हिन्दी" },
    { "सङ्कुल", "संकुल" },
    { "दिसम्बर", "दिसंबर" },
    { "पाँच", "पांच" },
    { "सिन्ह", "सिंह" },
    { "सन्यास", "संन्यास" },
    { "चाम्पा", "चांपा" },
    { "पांंच", "पांच" },
    { "\u0958लम", "क\u093Cलम" },
    { "बड़ा", "बड\u093Cा" },
    { "म"
      "ज्" ZWJ "जू",
      "मज्जू" },
    { "न्" ZWNJ "द", "ंद" },
    { "हिन्" ZWJ "दी", "हिंदी" },
    { "वार्ड १२", "वार्ड 12" },
    { "AKALTARA", "akaltara" },
    { "Café", "cafe" },
    { "Jānjgīr", "JANJGIR" },
    { "राम।", "राम" },
    { "राम॥ ", " राम" },
    { "जांजगीर-चांपा", "जांजगीर चांपा" },
    { "ग्रा.पं.", "ग्रा पं" },
    { "डॉ॰ राम", "डॉ. राम" },
    { "\uFF11\uFF12", "12" },
    { "\u0929ाम", "न\u093Cाम" },
    { "\u0931ा", "र\u093Cा" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s = %s", pairs[i][0], pairs[i][1]);
      g_assert_true (same (pairs[i][0], pairs[i][1], PATAL_FOLD_SEARCH));
      g_assert_true (same (pairs[i][0], pairs[i][1], PATAL_FOLD_MATCH));
    }
}

static void
test_same_in_search_only (void)
{
  static const char *const pairs[][2] = {
    { "ज़िला", "जिला" }, { "\u0958लम", "कलम" }, { "सड़क", "सडक" }, { "फ़रवरी", "फरवरी" }, { "\u0931ा", "रा" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s ~ %s", pairs[i][0], pairs[i][1]);
      g_assert_true (same (pairs[i][0], pairs[i][1], PATAL_FOLD_SEARCH));
      g_assert_false (same (pairs[i][0], pairs[i][1], PATAL_FOLD_MATCH));
    }
  g_assert_true (same ("राम पुर", "रामपुर", PATAL_FOLD_MATCH));
  g_assert_false (same ("राम पुर", "रामपुर", PATAL_FOLD_SEARCH));
}

static void
test_kept_apart (void)
{
  static const char *const pairs[][2] = {
    { "अकलतरा", "अकलतरी" }, { "दिन", "दीन" },      { "कुल", "कूल" },    { "दुःख", "दुख" },
    { "काळे", "काले" },       { "ऴ", "ल" },          { "रामा", "राम" }, { "वार्ड 1", "वार्ड 11" },
    { "शिव", "सिव" },       { "কলকাতা", "কলকাত" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s / %s", pairs[i][0], pairs[i][1]);
      g_assert_false (same (pairs[i][0], pairs[i][1], PATAL_FOLD_SEARCH));
      g_assert_false (same (pairs[i][0], pairs[i][1], PATAL_FOLD_MATCH));
    }
}

static void
test_forms (void)
{
  assert_fold (NULL, PATAL_FOLD_SEARCH, "");
  assert_fold (" -- । ", PATAL_FOLD_SEARCH, "");
  assert_fold ("  Gram  Panchayat: (Akaltara) ", PATAL_FOLD_SEARCH, "gram panchayat akaltara");
  assert_fold ("  Gram  Panchayat: (Akaltara) ", PATAL_FOLD_MATCH, "grampanchayatakaltara");
  assert_fold ("ग्राम-पञ्चायत", PATAL_FOLD_SEARCH, "ग्राम पंचायत");
  assert_fold ("a\xE0\xA4z\xFFq", PATAL_FOLD_SEARCH, "a z q"); /* bytes that are no text */
  assert_fold ("\u0958", PATAL_FOLD_MATCH, "क\u093C");
}

/* One letter that becomes eighteen, between letters that double: the buffer must grow and still hold the
 * rest. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (text, "\uFDFA");
  for (int i = 0; i < 5000; i++)
    g_string_append (text, "\u0958");
  folded = patal_text_fold (text->str, PATAL_FOLD_MATCH);
  g_assert_cmpuint (strlen (folded), >, 5000 * 6 + 200 * 18);
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_suffix (folded, "क\u093C"));
}

/* What is folded folds to itself, whatever it was. */
static void
test_idempotent (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2021);

  for (int i = 0; i < 100000; i++)
    {
      char text[64];
      int length = 0;

      while (length < 40)
        {
          int kind = g_rand_int_range (rand, 0, 8);

          if (kind == 0)
            text[length++] = (char)g_rand_int_range (rand, 1, 256);
          else
            length += g_unichar_to_utf8 (kind == 1 ? (gunichar)g_rand_int_range (rand, 0x200B, 0x2010)
                                                   : (gunichar)g_rand_int_range (rand, 0x900, 0x980),
                                         text + length);
        }
      text[length] = '\0';
      for (PatalFold how = PATAL_FOLD_SEARCH; how <= PATAL_FOLD_MATCH; how++)
        {
          g_autofree char *once = patal_text_fold (text, how);
          g_autofree char *twice = patal_text_fold (once, how);

          g_assert_cmpstr (once, ==, twice);
          g_assert_true (g_utf8_validate (once, -1, NULL));
        }
    }
}

static void
test_clean (void)
{
  static const char *const cases[][2] = {
    { "  राम\t\n पुर  ", "राम पुर" },
    { "\uFEFFname", "name" },
    { "a\u00A0\u2003b", "a b" },
    { "\u202Aab\u202C\u200E", "ab" },
    { "a\x01\x7F"
      "b",
      "ab" },
    { "न्" ZWJ "ह", "न्" ZWJ "ह" },
    { "\u0958", "क\u093C" },
    { "e\u0301", "\u00E9" },
    { "न\u093C", "\u0929" },
    { "x\xFFy", "x\uFFFDy" },
    { "a\r\nb", "a b" },
    { "plain", "plain" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = patal_text_clean (cases[i][0]);

      g_assert_cmpstr (clean, ==, cases[i][1]);
    }
  g_assert_null (patal_text_clean (" \t\u00A0\u200E"));
  g_assert_null (patal_text_clean (""));
  g_assert_null (patal_text_clean (NULL));
}

/* The short way for what is clean already must agree with the definition. */
static void
test_clean_composed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (73);

  for (int i = 0; i < 100000; i++)
    {
      char text[32];
      int length = 0;
      g_autofree char *clean = NULL;
      g_autofree char *composed = NULL;
      g_autofree char *again = NULL;

      for (int j = 0; j < 5; j++)
        {
          static const gunichar dotted[] = { 0x928, 0x930, 0x933, 0x921, 0x93C, 0x94D, 0x915, 0x958, 0x951 };
          gboolean any = g_rand_boolean (rand);

          length += g_unichar_to_utf8 (any ? (gunichar)g_rand_int_range (rand, 0x900, 0x980)
                                           : dotted[g_rand_int_range (rand, 0, G_N_ELEMENTS (dotted))],
                                       text + length);
        }
      text[length] = '\0';
      clean = patal_text_clean (text);
      composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (clean, ==, composed);
      again = patal_text_clean (clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_digits (void)
{
  g_autofree char *digits = patal_text_ascii_digits ("वार्ड ०१२३४५६७८९ \uFF10\uFF19 x7");

  g_assert_cmpstr (digits, ==, "वार्ड 0123456789 09 x7");
  g_assert_true (patal_text_has_devanagari ("ward अ"));
  g_assert_false (patal_text_has_devanagari ("ward"));
  g_assert_false (patal_text_has_devanagari ("ওয়ার্ড"));
  g_assert_false (patal_text_has_devanagari (NULL));
}

static void
test_phonetic_same (void)
{
  static const char *const spellings[][4] = {
    { "अकलतरा", "Akaltara", "AKALTARAA", "Akaltra" },
    { "रायपुर", "Raipur", "Raypur", "RAIPUR" },
    { "नारायणपुर", "Narayanpur", "NARAYANPUR", "Naaraayanpur" },
    { "रायगढ़", "Raigarh", "Raygarh", "रायगढ़" },
    { "पायल", "Payal", "PAYAL", "Paayal" },
    { "नवागांव", "Nawagaon", "Navagaon", "नवागाँव" },
    { "चाम्पा", "Champa", "चांपा", "Chaampa" },
    { "बिलासपुर", "Bilaspur", "BILASPUR", "Beelaspur" },
    { "भिलाई", "Bhilai", "Bhilaai", "BHILAI" },
    { "दुर्ग", "Durg", "DURG", "Doorg" },
    { "खुर्द", "Khurd", "KHURD", "Khoord" },
    { "महुआ", "Mahua", "Mahuwa", "महुवा" },
    { "बनिया", "Baniya", "Bania", "बनीया" },
    { "मिश्र", "Mishra", "Misra", "मिश्रा" },
    { "ज्ञानपुर", "Gyanpur", "Gyaanpur", "Dnyanpur" },
    { "कृष्णपुर", "Krishnapur", "Krishnpur", "KRISHNAPUR" },
    { "शिवपुर", "Shivpur", "Sivpur", "SHIWPUR" },
    { "बच्छेरा", "Bachhera", "Bachchhera", "BACHERA" },
    { "फतेहपुर", "Fatehpur", "Phatehpur", "FATEHPUR" },
    { "ज़मनिया", "Zamania", "Jamaniya", "जमनिया" },
    { "लक्ष्मीपुर", "Lakshmipur", "Laxmipur", "LAKSHMEEPUR" },
    { "देवरी", "Deori", "Devri", "Dewari" },
    { "खेड़ी", "Khedi", "KHEDI", "खेडी" },
    { "भगत सिंह", "Bhagat Singh", "BHAGAT SINGH", "Bhagat  Sinh" },
    { "वार्ड १२", "Ward 12", "WARD-12", "vaard 12" },
    { "करही", "Karhi", "Karahi", "KARHI" },
    { "बैगा", "Baiga", "BAIGA", "Baigaa" },
    { "कौड़िया", "Kaudiya", "Kaudia", "KAUDIYA" },
    { "संजयग्राम", "Sanjaygram", "SANJAYGRAM", "Sanjaigram" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *first = patal_text_phonetic (spellings[i][0]);

      for (gsize j = 1; j < 4; j++)
        {
          g_autofree char *key = patal_text_phonetic (spellings[i][j]);

          g_test_message ("%s %s", spellings[i][0], spellings[i][j]);
          g_assert_cmpstr (key, ==, first);
        }
    }
}

static void
test_phonetic_apart (void)
{
  static const char *const pairs[][2] = {
    { "रामपुर", "रामपुरा" },  { "अकलतरा", "अकलतरी" },      { "Khera", "Kera" },     { "Gamharia", "Kamharia" },
    { "बरपाली", "परपाली" }, { "Bhatapara", "Batapara" }, { "नवापारा", "नवागांव" }, { "Ward 1", "Ward 11" },
    { "Dongri", "Dongra" }, { "Sonpur", "Sonbarsa" },
  };
  static const char *const silent[] = { "", " । - ", "...", "\u200D" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = patal_text_phonetic (pairs[i][0]);
      g_autofree char *b = patal_text_phonetic (pairs[i][1]);

      g_test_message ("%s %s", pairs[i][0], pairs[i][1]);
      g_assert_cmpstr (a, !=, b);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      g_autofree char *key = patal_text_phonetic (silent[i]);

      g_assert_cmpstr (key, ==, "");
    }
}

/* Whatever is typed: plain small letters and digits, one space between words, none at the ends. */
static void
test_phonetic_form (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1861);

  for (int i = 0; i < 50000; i++)
    {
      char text[64];
      int length = 0;
      g_autofree char *key = NULL;

      while (length < 40)
        {
          int kind = g_rand_int_range (rand, 0, 4);

          if (kind == 0)
            text[length++] = (char)g_rand_int_range (rand, 1, 256);
          else if (kind == 1)
            text[length++] = (char)g_rand_int_range (rand, 'a', 'z' + 1);
          else
            length += g_unichar_to_utf8 ((gunichar)g_rand_int_range (rand, 0x900, 0x980), text + length);
        }
      text[length] = '\0';
      key = patal_text_phonetic (text);
      g_assert_cmpuint (strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789 "), ==, strlen (key));
      g_assert_true (key[0] != ' ' && !g_str_has_suffix (key, " ") && strstr (key, "  ") == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold/same", test_same_in_both);
  g_test_add_func ("/text/fold/same-in-search", test_same_in_search_only);
  g_test_add_func ("/text/fold/apart", test_kept_apart);
  g_test_add_func ("/text/fold/forms", test_forms);
  g_test_add_func ("/text/fold/long", test_long);
  g_test_add_func ("/text/fold/idempotent", test_idempotent);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/clean/composed", test_clean_composed);
  g_test_add_func ("/text/digits", test_digits);
  g_test_add_func ("/text/phonetic/same", test_phonetic_same);
  g_test_add_func ("/text/phonetic/apart", test_phonetic_apart);
  g_test_add_func ("/text/phonetic/form", test_phonetic_form);
  return g_test_run ();
}
