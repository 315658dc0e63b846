/* test-money.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-money.h"

static void
test_format (void)
{
  static const struct
  {
    gint64 paise;
    PatalMoneyUnit unit;
    const char *text;
  } cases[] = {
    { 123456700, PATAL_MONEY_RUPEES, "12,34,567" },
    { 123456750, PATAL_MONEY_RUPEES, "12,34,567.50" },
    { 123456705, PATAL_MONEY_RUPEES, "12,34,567.05" },
    { 123456700, PATAL_MONEY_LAKH, "12.35" },
    { 123456700, PATAL_MONEY_CRORE, "0.12" },
    { 0, PATAL_MONEY_RUPEES, "0" },
    { 0, PATAL_MONEY_LAKH, "0.00" },
    { -1, PATAL_MONEY_RUPEES, "−0.01" },
    { -49999, PATAL_MONEY_LAKH, "0.00" },
    { 50000, PATAL_MONEY_LAKH, "0.01" },
    { -50000, PATAL_MONEY_LAKH, "−0.01" },
    { 49999, PATAL_MONEY_LAKH, "0.00" },
    { G_GINT64_CONSTANT (5911000000000), PATAL_MONEY_CRORE, "5,911.00" },
    { PATAL_MONEY_MAX_PAISE, PATAL_MONEY_RUPEES, "99,99,99,99,999.99" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = patal_money_format (cases[i].paise, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_order (void)
{
  static const struct
  {
    gint64 paise;
    PatalLang lang;
    const char *text;
  } cases[] = {
    { 123456700, PATAL_LANG_HI, "रु. 12,34,567/- (रुपये बारह लाख चौंतीस हजार पाँच सौ सड़सठ मात्र)" },
    { 123456700, PATAL_LANG_EN,
      "Rs 12,34,567/- (Rupees twelve lakh thirty-four thousand five hundred sixty-seven only)" },
    { 50050, PATAL_LANG_HI, "रु. 500.50/- (रुपये पाँच सौ पचास पैसे मात्र)" },
    { 50050, PATAL_LANG_EN, "Rs 500.50/- (Rupees five hundred and fifty paise only)" },
    { -100, PATAL_LANG_HI, "रु. −1/- (ऋण रुपये एक मात्र)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = patal_money_order (cases[i].paise, cases[i].lang);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_unit_line (void)
{
  g_autofree char *lakh = patal_money_unit_line (PATAL_MONEY_LAKH, PATAL_LANG_HI);
  g_autofree char *crore = patal_money_unit_line (PATAL_MONEY_CRORE, PATAL_LANG_EN);

  g_assert_cmpstr (lakh, ==, "(राशि लाख रु. में)");
  g_assert_cmpstr (crore, ==, "(amounts in crore Rs)");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 paise;
  } cases[] = {
    { "12,34,567/-", 123456700 },
    { "₹ 1.5 लाख", 15000000 },
    { "Rs. 2 crore", 2000000000 },
    { "१२३४", 123400 },
    { "रु. 500.50 मात्र", 50050 },
    { "रु 500", 50000 },
    { "Rs.500", 50000 },
    { "Rs 500/- only", 50000 },
    { "₹500", 50000 },
    { "500 रुपये", 50000 },
    { "रुपये 500/- मात्र", 50000 },
    { "1.5 lac", 15000000 },
    { "3 lacs", 30000000 },
    { "2 करोड़", 2000000000 },
    { "2 करोड", 2000000000 },
    { "2 करोड\u093C रु.", 2000000000 },
    { "12 हजार", 1200000 },
    { "12 हज़ार", 1200000 },
    { "12 हज\u093Cार रुपये", 1200000 },
    { "5 thousand", 500000 },
    { "0.5 cr", 500000000 },
    { "1.25cr.", 1250000000 },
    { "2 करोड़ 99 लाख 64 हजार 200", 2996420000 },
    { "12 रुपये 50 पैसे", 1250 },
    { "१.५ लाख", 15000000 },
    { "0", 0 },
    { "-500", -50000 },
    { "₹ −500.25", -50025 },
    { "-₹500", -50000 },
    { ".5 लाख", 5000000 },
    { "12.3456789 लाख", 123456789 },
    { "99,99,99,99,999.99", PATAL_MONEY_MAX_PAISE },
    { "9,999.9999999 crore", G_GINT64_CONSTANT (9999999999900) },
    { "5.10", 510 },
    { "5.1", 510 },
    { "1.500000000000", 150 },
    { "INR 7", 700 },
    { "12 34 567", 123456700 },
    { "75 paise", 75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 paise = 4711;

      g_test_message ("%s", cases[i].text);
      g_assert_true (patal_money_parse (cases[i].text, &paise, &error));
      g_assert_cmpint (paise, ==, cases[i].paise);
    }
}

static void
test_parse_refused (void)
{
  static const struct
  {
    const char *text;
    PatalValueError code;
  } cases[] = {
    { "", PATAL_VALUE_ERROR_EMPTY },
    { "  ", PATAL_VALUE_ERROR_EMPTY },
    { NULL, PATAL_VALUE_ERROR_EMPTY },
    { "रु.", PATAL_VALUE_ERROR_MALFORMED },
    { "लाख", PATAL_VALUE_ERROR_MALFORMED },
    { "5.123", PATAL_VALUE_ERROR_MALFORMED },
    { "1.12345678 लाख", PATAL_VALUE_ERROR_MALFORMED },
    { "12,5", PATAL_VALUE_ERROR_MALFORMED },
    { "5 मीटर", PATAL_VALUE_ERROR_MALFORMED },
    { "5 lakh 2 crore", PATAL_VALUE_ERROR_MALFORMED },
    { "1.2.3", PATAL_VALUE_ERROR_MALFORMED },
    { "5-", PATAL_VALUE_ERROR_MALFORMED },
    { "5 -3", PATAL_VALUE_ERROR_MALFORMED },
    { "--5", PATAL_VALUE_ERROR_MALFORMED },
    { "5.", PATAL_VALUE_ERROR_MALFORMED },
    { "1.0000000001", PATAL_VALUE_ERROR_MALFORMED },
    { "5 lakh lakh", PATAL_VALUE_ERROR_MALFORMED },
    { "1,00,00,00,00,000", PATAL_VALUE_ERROR_RANGE },
    { "10000 crore", PATAL_VALUE_ERROR_RANGE },
    { "-1,00,00,00,00,000", PATAL_VALUE_ERROR_RANGE },
    { "99999999999999999999999999", PATAL_VALUE_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 paise = 4711;

      g_test_message ("%s", cases[i].text);
      g_assert_false (patal_money_parse (cases[i].text, &paise, &error));
      g_assert_error (error, PATAL_VALUE_ERROR, (int)cases[i].code);
      g_assert_cmpint (paise, ==, 4711);
    }
}

/* A million sums of every size. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1992);

  for (int i = 0; i < 1000000; i++)
    {
      guint64 bits = (guint64)g_rand_int (rand) << 32 | g_rand_int (rand);
      gint64 paise = ((gint64)bits >> g_rand_int_range (rand, 20, 64)) % (PATAL_MONEY_MAX_PAISE + 1),
             read = 0;
      g_autofree char *text = patal_money_format (paise, PATAL_MONEY_RUPEES);

      if (!patal_money_parse (text, &read, NULL) || read != paise)
        g_error ("%s was not read back", text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/order", test_order);
  g_test_add_func ("/money/unit-line", test_unit_line);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse/refused", test_parse_refused);
  g_test_add_func ("/money/round-trip", test_round_trip);
  return g_test_run ();
}
