/* test-number.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-number.h"

static void
test_group (void)
{
  static const struct
  {
    gint64 n;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 999, "999" },
    { 1000, "1,000" },
    { 99999, "99,999" },
    { 100000, "1,00,000" },
    { 1234567, "12,34,567" },
    { 10000000, "1,00,00,000" },
    { 29964200, "2,99,64,200" },
    { 1829048, "18,29,048" },
    { G_GINT64_CONSTANT (59110000000), "59,11,00,00,000" },
    { -100000, "−1,00,000" },
    { G_MAXINT64, "92,23,37,20,36,85,47,75,807" },
    { G_MININT64, "−92,23,37,20,36,85,47,75,808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = patal_number_group (cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_words (void)
{
  static const struct
  {
    gint64 n;
    const char *hindi, *english;
  } cases[] = {
    { 0, "शून्य", "zero" },
    { 5, "पाँच", "five" },
    { 19, "उन्नीस", "nineteen" },
    { 20, "बीस", "twenty" },
    { 67, "सड़सठ", "sixty-seven" },
    { 79, "उन्यासी", "seventy-nine" },
    { 99, "निन्यानवे", "ninety-nine" },
    { 100, "एक सौ", "one hundred" },
    { 1000, "एक हजार", "one thousand" },
    { 99999, "निन्यानवे हजार नौ सौ निन्यानवे", "ninety-nine thousand nine hundred ninety-nine" },
    { 100000, "एक लाख", "one lakh" },
    { 1234567, "बारह लाख चौंतीस हजार पाँच सौ सड़सठ",
      "twelve lakh thirty-four thousand five hundred sixty-seven" },
    { 10000000, "एक करोड़", "one crore" },
    { 29964200, "दो करोड़ निन्यानवे लाख चौंसठ हजार दो सौ",
      "two crore ninety-nine lakh sixty-four thousand two hundred" },
    { 1829048, "अठारह लाख उनतीस हजार अड़तालीस", "eighteen lakh twenty-nine thousand forty-eight" },
    { G_GINT64_CONSTANT (59110000000), "पाँच हजार नौ सौ ग्यारह करोड़",
      "five thousand nine hundred eleven crore" },
    { -3, "ऋण तीन", "minus three" },
    { G_GINT64_CONSTANT (99999999999), "नौ हजार नौ सौ निन्यानवे करोड़ निन्यानवे लाख निन्यानवे हजार नौ सौ निन्यानवे",
      "nine thousand nine hundred ninety-nine crore ninety-nine lakh ninety-nine thousand nine hundred "
      "ninety-nine" },
  };
  g_autofree char *least = patal_number_words (G_MININT64, PATAL_LANG_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hindi = patal_number_words (cases[i].n, PATAL_LANG_HI);
      g_autofree char *english = patal_number_words (cases[i].n, PATAL_LANG_EN);

      g_assert_cmpstr (hindi, ==, cases[i].hindi);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
  g_assert_true (
      g_str_has_prefix (least, "minus ninety-two thousand two hundred thirty-three crore seventy-two lakh"));
  g_assert_true (
      g_str_has_suffix (least, "crore forty-seven lakh seventy-five thousand eight hundred eight"));
  /* a hundred words, none twice */
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gint64 n = 0; n < 100; n++)
    g_assert_true (g_hash_table_add (seen, patal_number_words (n, PATAL_LANG_HI)));
}

static void
test_percent (void)
{
  static const struct
  {
    gint64 part, whole;
    const char *text;
  } cases[] = {
    { 358, 1000, "35.8" },
    { 1, 3, "33.3" },
    { 2, 3, "66.7" },
    { 1, 2000, "0.1" },
    { 1, 2001, "0.0" },
    { 5, 5, "100.0" },
    { 0, 9, "0.0" },
    { 9, 0, "0.0" },
    { 4000001, 10000001, "40.0" },
    { -1, 4, "−25.0" },
    { -1, 2000, "0.0" },
    { 12345, 100, "12,345.0" },
    { G_MAXINT64, G_MAXINT64, "100.0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = patal_number_percent (cases[i].part, cases[i].whole);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 n;
  } good[] = {
    { "12,34,567", 1234567 },
    { "१२३४", 1234 },
    { "1 234", 1234 },
    { "12,34,567/-", 1234567 },
    { "-5", -5 },
    { "−5", -5 },
    { "1,234,567", 1234567 },
    { " 007 ", 7 },
    { "+9", 9 },
    { "१२,३४,५६७", 1234567 },
    { "12\u00A0345", 12345 },
    { "9223372036854775807", G_MAXINT64 },
    { "-9223372036854775808", G_MININT64 },
  };
  static const struct
  {
    const char *text;
    PatalValueError code;
  } bad[] = {
    { "", PATAL_VALUE_ERROR_EMPTY },
    { NULL, PATAL_VALUE_ERROR_EMPTY },
    { "12,5", PATAL_VALUE_ERROR_MALFORMED },
    { "1,2,3", PATAL_VALUE_ERROR_MALFORMED },
    { "12,,345", PATAL_VALUE_ERROR_MALFORMED },
    { ",123", PATAL_VALUE_ERROR_MALFORMED },
    { "123,", PATAL_VALUE_ERROR_MALFORMED },
    { "1.5", PATAL_VALUE_ERROR_MALFORMED },
    { "x", PATAL_VALUE_ERROR_MALFORMED },
    { "-", PATAL_VALUE_ERROR_MALFORMED },
    { "--1", PATAL_VALUE_ERROR_MALFORMED },
    { "/-", PATAL_VALUE_ERROR_MALFORMED },
    { "1e3", PATAL_VALUE_ERROR_MALFORMED },
    { "9223372036854775808", PATAL_VALUE_ERROR_RANGE },
    { "-9223372036854775809", PATAL_VALUE_ERROR_RANGE },
    { "99999999999999999999999", PATAL_VALUE_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 n = 4711;

      g_test_message ("%s", good[i].text);
      g_assert_true (patal_number_parse (good[i].text, &n, NULL));
      g_assert_cmpint (n, ==, good[i].n);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 n = 4711;

      g_test_message ("%s", bad[i].text);
      g_assert_false (patal_number_parse (bad[i].text, &n, &error));
      g_assert_error (error, PATAL_VALUE_ERROR, (int)bad[i].code);
      g_assert_cmpint (n, ==, 4711);
    }
}

/* A million numbers of every length. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1950);

  for (int i = 0; i < 1000000; i++)
    {
      guint64 bits = (guint64)g_rand_int (rand) << 32 | g_rand_int (rand);
      gint64 n = (gint64)bits >> g_rand_int_range (rand, 0, 64), read = 0;
      g_autofree char *text = patal_number_group (n);

      if (!patal_number_parse (text, &read, NULL) || read != n)
        g_error ("%s was not read back", text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/group", test_group);
  g_test_add_func ("/number/words", test_words);
  g_test_add_func ("/number/percent", test_percent);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/round-trip", test_round_trip);
  return g_test_run ();
}
