/* test-day.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-day.h"
#include <string.h>

static void
assert_day (const char *text, const char *iso)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;
  PatalDay day = PATAL_DAY_NONE;

  g_test_message ("%s", text);
  g_assert_true (patal_day_parse (text, &day, &error) || (g_test_message ("%s", error->message), FALSE));
  read = patal_day_iso (day);
  g_assert_cmpstr (read, ==, iso);
}

static void
assert_day_refused (const char *text, PatalValueError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  PatalDay day = 4711;

  g_test_message ("%s", shown != NULL ? shown : "(NULL)");
  g_assert_false (patal_day_parse (text, &day, &error));
  g_assert_error (error, PATAL_VALUE_ERROR, (int)code);
  g_assert_cmpint (day, ==, 4711);
}

static void
test_parse (void)
{
  static const char *const christmas_eve[] = {
    "24.12.2021",
    "24/12/2021",
    "24-12-2021",
    "2021-12-24",
    "24.12.21",
    "24/12/21",
    "२४.१२.२०२१",
    "24 दिसम्बर 2021",
    "24 दिसंबर 2021",
    "24 दिसम्बर, 2021",
    "२४ दिसंबर २०२१",
    "दिनांक 24.12.2021",
    "दिनांक: 24.12.2021",
    "दि. 24.12.2021",
    "दिनाँक 24/12/2021 को",
    "24 December 2021",
    "24 DEC 2021",
    "24-Dec-21",
    "24-Dec-2021",
    "24th December, 2021",
    "December 24, 2021",
    "Dec 24 2021",
    "24 Dec. 2021",
    "Friday, 24 December 2021",
    "शुक्रवार, 24 दिसम्बर 2021",
    " 24 . 12 . 2021 ",
    "24 दिस\u200Dम्बर 2021",
    "2021/12/24",
    "24 Dec 21",
  };
  static const struct
  {
    const char *month;
    int number;
  } months[] = {
    { "जनवरी", 1 },  { "फरवरी", 2 },  { "फ़रवरी", 2 },  { "मार्च", 3 },   { "अप्रैल", 4 },    { "अप्रेल", 4 },
    { "मई", 5 },     { "जून", 6 },     { "जुलाई", 7 },   { "अगस्त", 8 },   { "सितम्बर", 9 },  { "सितंबर", 9 },
    { "अक्टूबर", 10 }, { "अक्तूबर", 10 }, { "नवंबर", 11 },  { "नवम्बर", 11 }, { "दिसम्बर", 12 }, { "दिसंबर", 12 },
    { "Sept", 9 },   { "jan", 1 },    { "August", 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (christmas_eve); i++)
    assert_day (christmas_eve[i], "2021-12-24");
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *text = g_strdup_printf ("3 %s 2024", months[i].month);
      g_autofree char *iso = g_strdup_printf ("2024-%02d-03", months[i].number);

      assert_day (text, iso);
    }
  assert_day ("29.02.2024", "2024-02-29");
  assert_day ("1.4.79", "2079-04-01");
  assert_day ("1.4.80", "1980-04-01");
}

static void
test_parse_refused (void)
{
  static const char *const malformed[] = {
    "20.12",
    "20 दिसम्बर",
    "दिसम्बर 2021",
    "20.12.2021 से 05.01.2022",
    "20.12/2021",
    "202112",
    "20122021",
    "कल",
    "20.12.2021x",
    "20.12.021",
    "20.दिसंबर.x",
    "20.12.20211",
    "-",
    "दिनांक",
    "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3",
    "\xFF",
    "20.12.2021.",
    "99999999999.1.2021",
  };
  static const char *const no_such_day[]
      = { "31.02.2021", "29.02.2021", "32.01.2021", "0.1.2021", "1.13.2021", "01.01.0000" };

  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    assert_day_refused (malformed[i], PATAL_VALUE_ERROR_MALFORMED);
  for (gsize i = 0; i < G_N_ELEMENTS (no_such_day); i++)
    assert_day_refused (no_such_day[i], PATAL_VALUE_ERROR_RANGE);
  assert_day_refused ("", PATAL_VALUE_ERROR_EMPTY);
  assert_day_refused ("\u00A0 \t", PATAL_VALUE_ERROR_EMPTY);
  assert_day_refused (NULL, PATAL_VALUE_ERROR_EMPTY);
}

static void
test_span_parse (void)
{
  static const char *const cases[][3] = {
    { "20 दिसम्बर से 5 जनवरी 2022", "2021-12-20", "2022-01-05" },
    { "20.12.2021 - 05.01.2022", "2021-12-20", "2022-01-05" },
    { "20.12.2021-05.01.2022", "2021-12-20", "2022-01-05" },
    { "20-12-2021 to 05-01-2022", "2021-12-20", "2022-01-05" },
    { "2021-12-20 – 2022-01-05", "2021-12-20", "2022-01-05" },
    { "20.12 से 05.01.2022", "2021-12-20", "2022-01-05" },
    { "20 December 2021 to 5 January", "2021-12-20", "2022-01-05" },
    { "20 दिसंबर 2021 से 5 जनवरी 2022 तक", "2021-12-20", "2022-01-05" },
    { "दिनांक २०.१२.२०२१ से दिनांक ०५.०१.२०२२ तक", "2021-12-20", "2022-01-05" },
    { "अप्रैल से जून, 2021", "2021-04-01", "2021-06-30" },
    { "सितम्बर-अक्टूबर, 2021", "2021-09-01", "2021-10-31" },
    { "नवंबर से फरवरी 2024", "2023-11-01", "2024-02-29" },
    { "दिसम्बर 2021", "2021-12-01", "2021-12-31" },
    { "Apr-21", "2021-04-01", "2021-04-30" },
    { "1 to 5 May 2022", "2022-05-01", "2022-05-05" },
    { "1-5 May 2022", "2022-05-01", "2022-05-05" },
    { "1st - 5th May 2022", "2022-05-01", "2022-05-05" },
    { "1 May - 5 May 2022", "2022-05-01", "2022-05-05" },
    { "May 1 - May 5, 2022", "2022-05-01", "2022-05-05" },
    { "May 10 to May 15, 2022", "2022-05-10", "2022-05-15" },
    { "19 से 25 दिसम्बर 2021", "2021-12-19", "2021-12-25" },
    { "24.12.2021", "2021-12-24", "2021-12-24" },
    { "5 मई से 4 मई 2022", "2021-05-05", "2022-05-04" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      PatalSpan span;

      g_test_message ("%s", cases[i][0]);
      g_assert_true (patal_span_parse (cases[i][0], &span, &error));
      from = patal_day_iso (span.from);
      to = patal_day_iso (span.to);
      g_assert_cmpstr (from, ==, cases[i][1]);
      g_assert_cmpstr (to, ==, cases[i][2]);
    }
}

static void
test_span_refused (void)
{
  static const struct
  {
    const char *text;
    PatalValueError code;
  } cases[] = {
    { "05.01.2022 से 20.12.2021", PATAL_VALUE_ERROR_RANGE },
    { "5 to 1 May 2022", PATAL_VALUE_ERROR_RANGE },
    { "30 से 31 फरवरी 2022", PATAL_VALUE_ERROR_RANGE },
    { "अप्रैल से जून", PATAL_VALUE_ERROR_MALFORMED },
    { "20.12.2021 से", PATAL_VALUE_ERROR_MALFORMED },
    { "से 20.12.2021", PATAL_VALUE_ERROR_MALFORMED },
    { "5", PATAL_VALUE_ERROR_MALFORMED },
    { "1 to 5", PATAL_VALUE_ERROR_MALFORMED },
    { " ", PATAL_VALUE_ERROR_EMPTY },
    { "1.1.2022 - 2.1.2022 - 3.1.2022", PATAL_VALUE_ERROR_MALFORMED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PatalSpan span = { 1, 2 };

      g_test_message ("%s", cases[i].text);
      g_assert_false (patal_span_parse (cases[i].text, &span, &error));
      g_assert_error (error, PATAL_VALUE_ERROR, (int)cases[i].code);
      g_assert_true (span.from == 1 && span.to == 2);
    }
}

static void
test_fy (void)
{
  static const struct
  {
    int y, m, d, fy, quarter;
  } cases[] = {
    { 2022, 3, 31, 2021, 4 }, { 2022, 4, 1, 2022, 1 },   { 2022, 1, 5, 2021, 4 },  { 2021, 6, 30, 2021, 1 },
    { 2021, 7, 1, 2021, 2 },  { 2021, 12, 31, 2021, 3 }, { 2021, 10, 1, 2021, 3 },
  };
  static const char *const spellings[] = { "2021-22",    "2021-2022",    "वर्ष 2021-22", "वित्तीय वर्ष २०२१-२२",
                                           "FY 2021–22", "F.Y. 2021-22", "21-22",       "2021/22" };
  static const struct
  {
    const char *text;
    PatalValueError code;
  } bad[] = {
    { "2021-23", PATAL_VALUE_ERROR_RANGE },  { "2021-2021", PATAL_VALUE_ERROR_RANGE },
    { "2021", PATAL_VALUE_ERROR_MALFORMED }, { "2021-22-23", PATAL_VALUE_ERROR_MALFORMED },
    { "", PATAL_VALUE_ERROR_EMPTY },         { "मार्च", PATAL_VALUE_ERROR_MALFORMED },
  };
  g_autofree char *turn = patal_fy_label (1999);

  g_assert_cmpstr (turn, ==, "1999-00");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalDay day = patal_day_from_ymd (cases[i].y, cases[i].m, cases[i].d);
      PatalSpan quarter = patal_quarter_span (cases[i].fy, cases[i].quarter);
      PatalSpan year = patal_fy_span (cases[i].fy);

      g_assert_cmpint (patal_fy_of (day), ==, cases[i].fy);
      g_assert_cmpint (patal_quarter_of (day), ==, cases[i].quarter);
      g_assert_true (quarter.from <= day && day <= quarter.to);
      g_assert_true (year.from <= quarter.from && quarter.to <= year.to);
    }
  for (int quarter = 1; quarter < 4; quarter++)
    g_assert_cmpint (patal_quarter_span (2023, quarter).to + 1, ==,
                     patal_quarter_span (2023, quarter + 1).from);
  g_assert_cmpint (patal_quarter_span (2023, 4).to, ==, patal_fy_span (2023).to);
  g_assert_cmpint (patal_quarter_span (2023, 1).from, ==, patal_fy_span (2023).from);
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      int fy = 0;

      g_assert_true (patal_fy_parse (spellings[i], &fy, NULL));
      g_assert_cmpint (fy, ==, 2021);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      int fy = 4711;

      g_assert_false (patal_fy_parse (bad[i].text, &fy, &error));
      g_assert_error (error, PATAL_VALUE_ERROR, (int)bad[i].code);
      g_assert_cmpint (fy, ==, 4711);
    }
}

static void
test_working_days (void)
{
  PatalSpan span = { patal_day_from_ymd (2021, 12, 20), patal_day_from_ymd (2022, 1, 5) };
  PatalDay holidays[] = { patal_day_from_ymd (2021, 12, 19), patal_day_from_ymd (2021, 12, 25),
                          patal_day_from_ymd (2021, 12, 25), patal_day_from_ymd (2021, 12, 26),
                          patal_day_from_ymd (2022, 1, 6) };
  PatalWeekdays sunday = PATAL_WEEKDAYS (PATAL_SUNDAY), weekend = sunday | PATAL_WEEKDAYS (PATAL_SATURDAY);

  g_assert_cmpint (patal_span_days (span), ==, 17);
  g_assert_cmpint (patal_span_working_days (span, sunday, NULL, 0), ==, 15);
  g_assert_cmpint (patal_span_working_days (span, weekend, NULL, 0), ==, 13);
  g_assert_cmpint (patal_span_working_days (span, sunday, holidays, G_N_ELEMENTS (holidays)), ==, 14);
  g_assert_cmpint (patal_span_working_days (span, weekend, holidays, G_N_ELEMENTS (holidays)), ==, 13);
  g_assert_cmpint (patal_day_weekday (patal_day_from_ymd (2021, 12, 25)), ==, PATAL_SATURDAY);

  /* counted one by one */
  for (int days = 1; days < 40; days++)
    {
      PatalSpan some = { span.from + days % 7, span.from + days % 7 + days - 1 };
      int expected = 0;

      for (PatalDay day = some.from; day <= some.to; day++)
        expected += (weekend & PATAL_WEEKDAYS (patal_day_weekday (day))) ? 0 : 1;
      g_assert_cmpint (patal_span_working_days (some, weekend, NULL, 0), ==, expected);
    }
}

static void
test_words (void)
{
  PatalDay day = patal_day_from_ymd (2021, 12, 20);
  PatalSpan span = { day, patal_day_from_ymd (2022, 1, 5) };
  g_autofree char *hindi = patal_day_long (day, PATAL_LANG_HI);
  g_autofree char *english = patal_day_long (day, PATAL_LANG_EN);
  g_autofree char *range = patal_span_format (span, PATAL_LANG_HI);
  g_autofree char *single = patal_span_format ((PatalSpan){ day, day }, PATAL_LANG_HI);

  g_assert_cmpstr (hindi, ==, "20 दिसम्बर 2021");
  g_assert_cmpstr (english, ==, "20 December 2021");
  g_assert_cmpstr (range, ==, "20.12.2021 से 05.01.2022");
  g_assert_cmpstr (single, ==, "20.12.2021");
  g_assert_cmpstr (patal_weekday_name (patal_day_weekday (day), PATAL_LANG_HI), ==, "सोमवार");
  g_assert_cmpint (patal_day_from_iso ("2021-12-20"), ==, day);
  g_assert_cmpint (patal_day_from_iso ("2021-2-20"), ==, PATAL_DAY_NONE);
  g_assert_cmpint (patal_day_from_iso ("2021-02-29"), ==, PATAL_DAY_NONE);
  g_assert_cmpint (patal_day_from_iso ("2021-12-20 "), ==, PATAL_DAY_NONE);
  g_assert_cmpint (patal_day_from_iso (NULL), ==, PATAL_DAY_NONE);
  g_assert_cmpint (patal_day_today (), >, patal_day_from_ymd (2020, 1, 1));
}

/* A million days, each in one of the forms, and a fifth as many spans. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1947);
  PatalDay first = patal_day_from_ymd (1, 1, 1), last = patal_day_from_ymd (9999, 12, 31);

  for (int i = 0; i < 1000000; i++)
    {
      PatalDay day = g_rand_int_range (rand, first, last + 1), read = PATAL_DAY_NONE;
      g_autofree char *text = i % 4 == 0   ? patal_day_format (day)
                              : i % 4 == 1 ? patal_day_iso (day)
                                           : patal_day_long (day, i % 4 == 2 ? PATAL_LANG_HI : PATAL_LANG_EN);

      if (!patal_day_parse (text, &read, NULL) || read != day)
        g_error ("%s was not read back", text);
    }
  for (int i = 0; i < 200000; i++)
    {
      PatalDay from = g_rand_int_range (rand, first, last + 1);
      PatalSpan span = { from, g_rand_int_range (rand, from, last + 1) }, read = { 0 };
      g_autofree char *text = patal_span_format (span, i % 2 == 0 ? PATAL_LANG_HI : PATAL_LANG_EN);

      if (!patal_span_parse (text, &read, NULL) || read.from != span.from || read.to != span.to)
        g_error ("%s was not read back", text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/parse/refused", test_parse_refused);
  g_test_add_func ("/day/span", test_span_parse);
  g_test_add_func ("/day/span/refused", test_span_refused);
  g_test_add_func ("/day/fy", test_fy);
  g_test_add_func ("/day/working", test_working_days);
  g_test_add_func ("/day/words", test_words);
  g_test_add_func ("/day/round-trip", test_round_trip);
  return g_test_run ();
}
