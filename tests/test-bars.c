/* test-bars.c: a chart as ranked bars: what stands in it and where, on both players
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-geometry.h"
#include "page-look.h"
#include "patal-bars.h"

#define MARGIN 30

typedef struct
{
  PatalChart *chart;
  PatalWords *words;
  PatalBox    box;
} Drawn;

static void
draw (PatalCanvas *canvas, gconstpointer what)
{
  const Drawn *drawn = what;

  patal_bars_draw (canvas, &drawn->box, drawn->chart, drawn->words, &patal_pen_paper);
}

static void
draw_page (gconstpointer what, PatalCanvas *canvas, G_GNUC_UNUSED guint page)
{
  draw (canvas, what);
}

/* Every name another, each letter of it at home in Hindi. */
static char *
name_of (guint i)
{
  static const char *const firsts[] = { "अ", "बम्ह", "चन्द", "दुर्ग", "क्षेत्र", "ज्ञान", "श्री" };
  static const char *const lasts[] = { "पुर", "गढ़", "नगर", "डीह", "खेड़ा", "पाली" };

  return g_strdup_printf ("%s%s%u", firsts[i % G_N_ELEMENTS (firsts)], lasts[i / G_N_ELEMENTS (firsts) % G_N_ELEMENTS (lasts)], i);
}

#define LONG "राष्ट्रीय ग्रामीण रोजगार गारंटी कार्यक्रम अन्तर्गत नवगठित विकासखण्ड मुख्यालय दुर्गकोंदल एवं निकटवर्ती समस्त आश्रित ग्राम"

typedef struct
{
  const char     *name;
  guint           n_bars, n_parts;
  gint64          value;      /* of the first part of bar 0 */
  gint64          step;       /* how much less each next has */
  const char     *label;      /* (nullable): of all */
  const char     *title, *note;
  PatalColumnType type;
  gboolean        whole;
} Case;

static const Case cases[] = {
  { "none", 0, 1, 0, 0, NULL, "रिक्त पद", NULL, PATAL_COLUMN_INTEGER, FALSE },
  { "one bar", 1, 1, 29964200, 0, NULL, "रिक्त पद", "स्रोत: निर्देशिका", PATAL_COLUMN_INTEGER, FALSE },
  { "nine in parts", 9, 2, 30, 3, NULL, "पंचायत सचिव: रिक्त पद", "स्रोत: निर्देशिका", PATAL_COLUMN_INTEGER, TRUE },
  { "four parts", 9, 4, 90, 10, NULL, "पंचायत सचिव: रिक्त पद", NULL, PATAL_COLUMN_INTEGER, TRUE },
  { "forty", 40, 1, 400, 10, NULL, "रिक्त पद", NULL, PATAL_COLUMN_INTEGER, FALSE },
  { "two hundred", 200, 2, 400, 2, NULL, "रिक्त पद", NULL, PATAL_COLUMN_INTEGER, FALSE },
  { "zeros", 7, 3, 0, 0, NULL, "रिक्त पद", NULL, PATAL_COLUMN_INTEGER, TRUE },
  { "all equal", 7, 1, 5, 0, NULL, "रिक्त पद", NULL, PATAL_COLUMN_INTEGER, FALSE },
  { "long labels", 8, 2, 70, 5, LONG, LONG " " LONG " " LONG, LONG " " LONG " " LONG " " LONG, PATAL_COLUMN_INTEGER, TRUE },
  { "a label of one long word", 3, 1, 70, 5, "अन्तर्राष्ट्रीयकिंकर्तव्यविमूढ़ताप्रशिक्षणकार्यक्रमअन्तर्राष्ट्रीयकिंकर्तव्यविमूढ़ता", "रिक्त पद", NULL, PATAL_COLUMN_INTEGER, FALSE },
  { "money", 5, 1, PATAL_MONEY_MAX_PAISE, 1000000, NULL, "व्यय", NULL, PATAL_COLUMN_MONEY, FALSE },
};

static const struct { const char *name; double width, height; } boxes[] = {
  { "A4 lying", 782, 535 }, { "A4 upright", 535, 782 }, { "telephone", 480, 900 }, { "a small place", 260, 180 },
};

static PatalChart *
make_chart (const Case *c)
{
  static const char *const parts[] = { "रिक्त", "केवल अतिरिक्त प्रभार", "निर्देशांक", "एल.जी.डी. कोड" };
  PatalChartFrame frame = { .title = c->title, .place = "जिला जांजगीर-चांपा, छत्तीसगढ़", .as_on_line = "दिनांक 20.12.2021 की स्थिति में",
                            .unit_line = "(पदों की संख्या)", .note = c->note, .type = c->type, .lang = PATAL_LANG_HI };
  PatalChart *chart;

  for (guint i = 0; i < c->n_parts; i++)
    frame.parts[i] = parts[i];
  chart = patal_chart_new (&frame);
  for (guint i = 0; i < c->n_bars; i++)
    {
      g_autofree char *name = name_of (i);
      PatalBar bar = { .label = c->label != NULL ? c->label : name };

      for (guint p = 0; p < c->n_parts; p++)
        bar.parts[p] = MAX (c->value - c->step * i, 0) / (p + 1);
      bar.whole = c->whole ? patal_bar_value (&bar) + 12 : 0;
      patal_chart_add (chart, &bar);
    }
  return chart;
}

typedef void (*Check) (const Drawn *drawn, const Case *c);

static void
for_all (Check check)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
      {
        g_autoptr (PatalChart) chart = make_chart (&cases[i]);
        g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
        const Drawn drawn = { chart, words, { MARGIN, MARGIN, boxes[j].width, boxes[j].height } };

        g_test_message ("%s, %s", cases[i].name, boxes[j].name);
        check (&drawn, &cases[i]);
      }
}

static GBytes *
pdf_of (const Drawn *drawn)
{
  return page_pdf ((PatalSheetSize) { drawn->box.width + 2 * MARGIN, drawn->box.height + 2 * MARGIN, MARGIN }, 1, draw_page, drawn);
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

/* How many bars are said to be left out. */
static guint
left_out (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("(One|[0-9,]+) more", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return 0;
  number = g_match_info_fetch (match, 1);
  return g_str_equal (number, "One") ? 1 : (guint) strtoul (number, NULL, 10);
}

/* Every bar is there with its value, in the order of values, or it is said to be left out. */
static void
check_bars (const Drawn *drawn, const Case *c)
{
  g_autoptr (GBytes) pdf = pdf_of (drawn);
  g_autofree char *text = page_text (pdf, "-layout");
  const char *at = text;
  guint seen = 0;

  if (c->n_bars == 0)
    g_assert_nonnull (strstr (text, "There are no entries"));
  if (c->label != NULL)
    return;
  for (guint i = 0; i < c->n_bars; i++)
    {
      g_autofree char *name = name_of (i), *line = NULL;
      const PatalBar *bar = patal_chart_bar (drawn->chart, i);
      g_autofree char *value = patal_chart_value_text (drawn->chart, patal_bar_value (bar));
      g_autofree char *whole = patal_chart_value_text (drawn->chart, bar->whole);
      g_autofree char *shown = c->whole ? g_strdup_printf ("%s / %s", value, whole) : g_strdup (value);
      const char *found = strstr (at, name);

      if (found == NULL)
        break;
      line = g_strndup (found, strcspn (found, "\n"));
      g_test_message ("%s: %s", shown, line);
      g_assert_nonnull (strstr (line, shown));
      at = found + strlen (name);
      seen++;
    }
  g_assert_cmpuint (seen + left_out (text), ==, c->n_bars);
}

static void
test_bars (void)
{
  for_all (check_bars);
}

static void
check_look (const Drawn *drawn, G_GNUC_UNUSED const Case *c)
{
  look_assert_same (drawn->box.width + 2 * MARGIN, drawn->box.height + 2 * MARGIN, draw, drawn);
}

static void
test_players_agree (void)
{
  static const guint some[] = { 2, 3, 7, 8 };
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autoptr (PatalChart) chart = make_chart (&cases[some[i]]);
      const Drawn drawn = { chart, words, { MARGIN, MARGIN, boxes[i % 2].width, boxes[i % 2].height } };

      g_test_message ("%s", cases[some[i]].name);
      check_look (&drawn, &cases[some[i]]);
    }
}

static void
test_rank (void)
{
  static const gint64 values[] = { 3, 9, 0, 9, 4 };
  static const guint expected[] = { 1, 3, 4, 0, 2 };
  g_autoptr (PatalChart) chart = patal_chart_new (&(PatalChartFrame) { .parts = { "a", "b" }, .type = PATAL_COLUMN_INTEGER });
  g_autofree guint *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    patal_chart_add (chart, &(PatalBar) { .label = "x", .parts = { values[i] / 2, values[i] - values[i] / 2 } });
  order = patal_chart_rank (chart);
  g_assert_cmpmem (order, sizeof expected, expected, sizeof expected);
}

/* A caller's mistake: nothing is drawn to the left of nothing. */
static void
test_refused (void)
{
  g_autoptr (PatalChart) chart = patal_chart_new (&(PatalChartFrame) { .parts = { "a" }, .type = PATAL_COLUMN_INTEGER });

  for (guint i = 0; i < 2; i++)
    {
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*bar->parts*");
      patal_chart_add (chart, i == 0 ? &(PatalBar) { .label = "negative", .parts = { -1 } }
                                     : &(PatalBar) { .label = "a part too many", .parts = { 1, 1 } });
      g_test_assert_expected_messages ();
    }
  g_assert_cmpuint (patal_chart_n_bars (chart), ==, 0);
}

static double
grey_at (GdkPixbuf *pixels, int x, int y)
{
  const guint8 *p = gdk_pixbuf_read_pixels (pixels) + y * gdk_pixbuf_get_rowstride (pixels) + 3 * x;

  return 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
}

/* The only bar is found by its upper edge: a dark line from the axis on. */
static void
find_bar (GdkPixbuf *pixels, int *left, int *right, int *top)
{
  int x = 40, y = 0, height = gdk_pixbuf_get_height (pixels);

  while (y < height && !(grey_at (pixels, x, y) < 128 && grey_at (pixels, x + 200, y) < 128 && grey_at (pixels, x + 400, y) < 128))
    y++;
  g_assert_cmpint (y, <, height);
  for (*left = x; grey_at (pixels, *left, y) < 128; --*left)
    ;
  for (*right = x; grey_at (pixels, *right, y) < 128; ++*right)
    ;
  *top = y;
}

/* The mean grey of the @n equal parts of the bar, as a black and white printer has them; above the values in them. */
static void
greys_of (GdkPixbuf *pixels, guint n, double *greys)
{
  int left, right, top;

  find_bar (pixels, &left, &right, &top);
  for (guint i = 0; i < n; i++)
    {
      int from = left + (int) ((right - left) * (i + 0.1) / n), to = left + (int) ((right - left) * (i + 0.9) / n);
      guint count = 0;

      greys[i] = 0;
      for (int y = top + 4; y < top + 20; y++)
        for (int x = from; x < to; x++, count++)
          greys[i] += grey_at (pixels, x, y);
      greys[i] /= count;
    }
}

static void
test_black_and_white (void)
{
  g_autoptr (PatalChart) chart = patal_chart_new (&(PatalChartFrame) { .parts = { "a", "b", "c" }, .type = PATAL_COLUMN_INTEGER });
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  const Drawn drawn = { chart, words, { 0, 0, 600, 400 } };
  g_autoptr (GdkPixbuf) pixels = NULL;
  double greys[3];

  patal_chart_add (chart, &(PatalBar) { .label = "", .parts = { 1000, 1000, 1000 } });
  pixels = look_by_cairo (600, 400, draw, &drawn);
  greys_of (pixels, 3, greys);
  for (guint i = 0; i < G_N_ELEMENTS (greys); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (fabs (greys[i] - greys[j]), >, 25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bars/geometry", test_geometry);
  g_test_add_func ("/bars/bars", test_bars);
  g_test_add_func ("/bars/players-agree", test_players_agree);
  g_test_add_func ("/bars/rank", test_rank);
  g_test_add_func ("/bars/refused", test_refused);
  g_test_add_func ("/bars/black-and-white", test_black_and_white);
  return g_test_run ();
}
