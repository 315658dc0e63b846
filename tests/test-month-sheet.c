/* test-month-sheet.c: a month on a sheet: what stands in it and where, on both players
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-geometry.h"
#include "page-look.h"
#include "patal-month-sheet.h"

#define MARGIN 30

typedef struct
{
  PatalMonthSheet *sheet;
  PatalWords      *words;
  PatalBox         box;
} Drawn;

static const char *const holidays[] = {
  "शहीद वीर नारायण सिंह बलिदान दिवस", "गुरु तेग बहादुर शहीदी दिवस एवं प्रकाश पर्व", "महर्षि वाल्मीकि जयंती", "अन्तर्राष्ट्रीय दिव्यांगजन दिवस",
  "राष्ट्रीय उपभोक्ता संरक्षण दिवस",
};
static const char *const reasons[] = { "धान कटाई", "आदर्श आचार संहिता", "त्रिस्तरीय पंचायत आम निर्वाचन", "बोर्ड परीक्षा", "सोनगढ़ मेला" };

typedef struct
{
  int   year, month;
  guint n_weeks;
  guint n_notes;  /* on the 15th, and one on each 4th day */
  guint n_spans;  /* over one another */
} Case;

static const Case cases[] = {
  { 2021, 2, 4, 1, 0 },  /* begins on a Monday and has 28 days */
  { 2026, 10, 5, 5, 1 },
  { 2026, 11, 6, 5, 2 }, /* begins on a Sunday */
  { 2027, 1, 5, 40, 5 }, /* more than any sheet holds in a day */
};

static PatalMonthSheet *
make_sheet (const Case *c)
{
  PatalMonthFrame frame = { .year = c->year, .month = c->month, .title = "नवंबर 2026", .place = "जिला जांजगीर-चांपा, छत्तीसगढ़",
                            .year_line = "वित्तीय वर्ष 2026-27", .count_line = "कार्य दिवस 21, साप्ताहिक अवकाश 5, अवकाश 4",
                            .off = PATAL_WEEKDAYS (PATAL_SUNDAY), .off_word = "कार्यालय बंद", .hard_word = "निषिद्ध अवधि",
                            .soft_word = "निषिद्ध अवधि (केवल चेतावनी)", .note = "* असत्यापित", .lang = PATAL_LANG_HI };
  PatalMonthSheet *sheet;
  PatalSpan days;

  for (guint day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    frame.weekdays[day] = patal_weekday_name (day, PATAL_LANG_HI);
  sheet = patal_month_sheet_new (&frame);
  days = patal_month_sheet_days (sheet);
  for (PatalDay day = days.from; day <= days.to; day += 4)
    patal_month_sheet_add_note (sheet, day, &(PatalDayNote) { holidays[day % 5], "सामान्य अवकाश", day % 2 == 0 });
  for (guint i = 0; i < c->n_notes; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s-%u", holidays[i % 5], i);

      patal_month_sheet_add_note (sheet, days.from + 14, &(PatalDayNote) { text, "सार्वजनिक अवकाश", i == 0 });
    }
  for (guint i = 0; i < c->n_spans; i++)
    patal_month_sheet_add_span (sheet, &(PatalMonthSpan) { { days.from + 9 - (gint) i * 3, days.from + 16 + (gint) i * 8 }, reasons[i],
                                                           "26.10.2026 से 14.11.2026", i % 2 == 1 });
  return sheet;
}

static void
draw (PatalCanvas *canvas, gconstpointer what)
{
  const Drawn *drawn = what;

  patal_month_sheet_draw (canvas, &drawn->box, drawn->sheet, drawn->words);
}

static void
draw_page (gconstpointer what, PatalCanvas *canvas, G_GNUC_UNUSED guint page)
{
  draw (canvas, what);
}

static GBytes *
pdf_of (const Drawn *drawn)
{
  return page_pdf ((PatalSheetSize) { drawn->box.width + 2 * MARGIN, drawn->box.height + 2 * MARGIN, MARGIN }, 1, draw_page, drawn);
}

static const struct { const char *name; double width, height; } boxes[] = {
  { "A4 lying", 782, 535 }, { "A4 upright", 535, 782 }, { "A3 lying", 1130, 782 }, { "telephone", 480, 900 },
};

typedef void (*Check) (const Drawn *drawn, const Case *c);

static void
for_all (Check check)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
      {
        g_autoptr (PatalMonthSheet) sheet = make_sheet (&cases[i]);
        g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
        const Drawn drawn = { sheet, words, { MARGIN, MARGIN, boxes[j].width, boxes[j].height } };

        g_test_message ("%d-%02d, %s", cases[i].year, cases[i].month, boxes[j].name);
        check (&drawn, &cases[i]);
      }
}

static void
check_geometry (const Drawn *drawn, G_GNUC_UNUSED const Case *c)
{
  g_autoptr (GBytes) pdf = pdf_of (drawn);

  page_assert_geometry (pdf, MARGIN, MARGIN);
}

static void
test_geometry (void)
{
  for_all (check_geometry);
}

/* @text as Poppler gives it back: a line's end may stand for a space, or for nothing behind a hyphen. */
static char *
in_one_line (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s+", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);
}

/* Each day, each holiday and each blackout stands on the sheet: in its place, or below. */
static void
check_text (const Drawn *drawn, const Case *c)
{
  g_autoptr (GBytes) pdf = pdf_of (drawn);
  g_autofree char *raw = page_text (pdf, "-raw"), *text = in_one_line (raw);
  int n_days = patal_span_days (patal_month_sheet_days (drawn->sheet));

  g_assert_cmpuint (patal_month_sheet_n_weeks (drawn->sheet), ==, c->n_weeks);
  for (int day = 1; day <= n_days; day++)
    {
      g_autofree char *number = g_strdup_printf ("\\b%d\\b", day);

      g_assert_true (g_regex_match_simple (number, text, 0, 0));
    }
  for (guint i = 0; i < MIN (c->n_notes, 5); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", holidays[i % 5], i);

      g_test_message ("%s", name);
      g_assert_nonnull (strstr (text, name));
    }
  for (guint i = 0; i < c->n_spans; i++)
    g_assert_nonnull (strstr (text, reasons[i]));
  for (guint day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    g_assert_nonnull (strstr (text, patal_weekday_name (day, PATAL_LANG_HI)));
  if (c->n_notes == 40)
    g_assert_nonnull (strstr (text, "see below"));
}

static void
test_text (void)
{
  for_all (check_text);
}

static void
test_players_agree (void)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalMonthSheet) sheet = make_sheet (&cases[i]);
      const Drawn drawn = { sheet, words, { MARGIN, MARGIN, boxes[i % 2].width, boxes[i % 2].height } };

      g_test_message ("%d-%02d", cases[i].year, cases[i].month);
      look_assert_same (drawn.box.width + 2 * MARGIN, drawn.box.height + 2 * MARGIN, draw, &drawn);
    }
}

/* A month has as many weeks as it touches, for a thousand months. */
static void
test_weeks (void)
{
  for (int i = 0; i < 1000; i++)
    {
      const PatalMonthFrame frame = { .year = 2000 + i / 12, .month = i % 12 + 1, .off = PATAL_WEEKDAYS (PATAL_SUNDAY) };
      g_autoptr (PatalMonthSheet) sheet = patal_month_sheet_new (&frame);
      PatalSpan days = patal_month_sheet_days (sheet);
      guint weeks = 1;

      for (PatalDay day = days.from; day < days.to; day++)
        weeks += patal_day_weekday (day) == PATAL_SUNDAY;
      g_assert_cmpuint (patal_month_sheet_n_weeks (sheet), ==, weeks);
      g_assert_cmpint (patal_month_sheet_closed (sheet, days.from), ==, patal_day_weekday (days.from) == PATAL_SUNDAY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-sheet/weeks", test_weeks);
  g_test_add_func ("/month-sheet/geometry", test_geometry);
  g_test_add_func ("/month-sheet/text", test_text);
  g_test_add_func ("/month-sheet/players-agree", test_players_agree);
  return g_test_run ();
}
