/* test-table-pages.c: tables on pages, as Poppler finds them in the PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-geometry.h"
#include "patal-table-pages.h"

#define ROWS 300

static const char *const words[] = { "अकलतरा", "पामगढ़", "सरपंच", "ग्राम", "पंचायत", "सचिव", "किंकर्तव्यविमूढ़", "Akaltara", "बम्हनीडीह",
                                     "राष्ट्रीय", "ज्ञान", "क्षेत्र", "दुर्गापुर", "(पूर्व)", "शिवरीनारायण" };

static void
draw_page (gconstpointer pages, PatalCanvas *canvas, guint page)
{
  patal_table_pages_draw (pages, canvas, page);
}

static GBytes *
make_pdf (const PatalTable *table, const PatalTableSetup *setup, guint *out_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalWords) english = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (PatalTablePages) pages = patal_table_pages_new (table, setup, english, NULL, &error);

  g_assert_no_error (error);
  *out_pages = patal_table_pages_count (pages);
  return page_pdf (patal_table_pages_size (pages), *out_pages, draw_page, pages);
}

/* The foot stands in the lower margin. */
static void
assert_pages (GBytes *pdf)
{
  double margin = patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT).margin;

  page_assert_geometry (pdf, margin, margin / 2);
}

static char *
random_text (GRand *random, guint max_words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 0, (gint32) max_words + 1);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static PatalTable *
random_table (GRand *random, guint n_rows)
{
  static const PatalColumnType types[] = { PATAL_COLUMN_TEXT, PATAL_COLUMN_INTEGER, PATAL_COLUMN_MONEY, PATAL_COLUMN_PERCENT,
                                           PATAL_COLUMN_DAY, PATAL_COLUMN_CODE, PATAL_COLUMN_YES_NO, PATAL_COLUMN_TEXT };
  guint n_columns = (guint) g_rand_int_range (random, 1, 14);
  PatalColumn columns[16] = { { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE } };
  PatalTable *table;

  for (guint c = 1; c <= n_columns; c++)
    {
      PatalColumnType type = types[g_rand_int_range (random, 0, G_N_ELEMENTS (types))];
      gboolean sum = (type == PATAL_COLUMN_INTEGER || type == PATAL_COLUMN_MONEY) && g_rand_boolean (random);

      columns[c] = (PatalColumn) { "c", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], type,
                                   sum ? PATAL_TOTAL_SUM : PATAL_TOTAL_NONE };
    }
  table = patal_table_new (columns, n_columns + 1);
  patal_table_set_frame (table, &(PatalTableFrame) { .title = "ग्राम पंचायत सूची", .place = "जिला जांजगीर-चांपा",
    .as_on_line = "दिनांक 20.12.2021 की स्थिति में", .unit_line = "(राशि रु. में)", .total_word = "योग", .yes = "हाँ", .no = "नहीं",
    .note = "टीप: सभी आँकड़े असत्यापित हैं।", .signatures = { "तैयारकर्ता", NULL, "मुख्य कार्यपालन अधिकारी" } });
  for (guint r = 0; r < n_rows; r++)
    {
      if (g_rand_int_range (random, 0, 20) == 0)
        patal_table_begin_group (table, words[r % G_N_ELEMENTS (words)]);
      patal_table_add_row (table, 0);
      for (guint c = 1; c <= n_columns; c++)
        {
          g_autofree char *text = random_text (random, columns[c].type == PATAL_COLUMN_CODE ? 1 : 12);

          if (g_rand_int_range (random, 0, 8) == 0)
            continue;
          if (columns[c].type == PATAL_COLUMN_TEXT || columns[c].type == PATAL_COLUMN_CODE)
            patal_table_set_text (table, r, c, text);
          else
            patal_table_set_number (table, r, c, columns[c].type == PATAL_COLUMN_DAY ? g_rand_int_range (random, 1, 30000)
                                    : columns[c].type == PATAL_COLUMN_YES_NO ? g_rand_boolean (random)
                                    : (gint64) g_rand_int (random) * (columns[c].type == PATAL_COLUMN_MONEY ? 1000 : 1));
        }
    }
  return table;
}

static void
test_geometry (void)
{
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (PatalTable) table = random_table (random, (guint) g_rand_int_range (random, 0, ROWS));
      g_autoptr (GBytes) pdf = NULL;
      guint n_pages;

      g_test_message ("seed %u", seed);
      pdf = make_pdf (table, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = (PatalTurn) (seed % 3) }, &n_pages);
      assert_pages (pdf);
    }
}

/* Everything that is in the table is on the pages, once, and the sums are those of the table. */
static void
test_sums_are_carried (void)
{
  const PatalColumn columns[] = { { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
                                  { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
                                  { "count", "संख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  g_autoptr (PatalTable) table = patal_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages, rows_seen = 0;
  gint64 sum = 0;

  patal_table_set_frame (table, &(PatalTableFrame) { .title = "सूची", .total_word = "योग" });
  for (guint r = 0; r < 100; r++)
    {
      patal_table_add_row (table, 0);
      patal_table_set_text (table, r, 1, "अकलतरा");
      patal_table_set_number (table, r, 2, 100000 + r);
    }
  pdf = make_pdf (table, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_PORTRAIT }, &n_pages);
  text = page_text (pdf, "-layout");
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (n_pages, >, 2);
  for (guint p = 0; p < n_pages; p++)
    {
      g_autofree char *before = g_strdup_printf ("Brought forward +%s", p > 0 ? "" : "never");
      g_autofree char *so_far = NULL;

      if (p > 0)
        {
          g_autofree char *grouped = patal_number_group (sum);
          g_autofree char *brought = g_strdup_printf ("Brought forward *%s", grouped);

          g_assert_true (g_regex_match_simple (brought, pages[p], 0, 0));
        }
      while (rows_seen < 100)
        {
          g_autofree char *grouped = patal_number_group (100000 + rows_seen);

          if (strstr (pages[p], grouped) == NULL)
            break;
          sum += 100000 + rows_seen++;
        }
      so_far = patal_number_group (sum);
      if (p + 1 < n_pages)
        {
          g_autofree char *carried = g_strdup_printf ("Carried forward *%s", so_far);

          g_assert_true (g_regex_match_simple (carried, pages[p], 0, 0));
        }
    }
  g_assert_cmpuint (rows_seen, ==, 100);
  g_assert_cmpint (sum, ==, patal_table_total (table, 2));
  g_assert_nonnull (strstr (pages[n_pages - 1], "योग"));
}

/* A sum of rows in which nothing is entered is blank, on whatever page; once there is an entry, though 0, it is said. */
static void
test_blank_sums (void)
{
  const PatalColumn counted[] = { { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
                                  { "none", "परिवार", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
                                  { "zero", "जनसंख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  g_autoptr (PatalTable) table = patal_table_new (counted, G_N_ELEMENTS (counted));
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  patal_table_set_frame (table, &(PatalTableFrame) { .title = "सूची", .total_word = "Total" });
  for (guint r = 0; r < 150; r++)
    {
      if (r % 75 == 0)
        patal_table_begin_group (table, r == 0 ? "First" : "Second");
      patal_table_add_row (table, 0);
      patal_table_set_text (table, r, 0, "Akaltara");
    }
  patal_table_set_number (table, 149, 2, 0);
  pdf = make_pdf (table, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_PORTRAIT }, &n_pages);
  text = page_text (pdf, "-layout");
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_true (g_regex_match_simple ("Carried forward *\n", text, 0, 0));
  g_assert_false (g_regex_match_simple ("(Carried|Brought) forward *[0-9]", text, 0, 0));
  g_assert_true (g_regex_match_simple ("First – Total *\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("Second – Total *0 *\n", text, 0, 0));
  g_assert_true (g_regex_match_simple ("\n *Total *0 *\n", text, 0, 0));
}

/* The text of column 2 behind the first @label from @text on. */
static gint64
number_behind (const char *text, const char *label)
{
  const char *at = strstr (text, label);
  g_autofree char *word = NULL;
  gint64 number = 0;

  g_test_message ("%s", label);
  g_assert_nonnull (at);
  at += strlen (label);
  at += strspn (at, " ");
  word = g_strndup (at, strcspn (at, " \n"));
  g_assert_true (patal_number_parse (word, &number, NULL));
  return number;
}

/* Groups have their own sums, wherever pages end; a heading stands with its first row, a sub-total with its last. */
static void
test_groups (void)
{
  const PatalColumn columns[] = { { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
                                  { "count", "संख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  g_autoptr (PatalTable) table = patal_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_pages, row = 0;
  gint64 so_far = 0;

  patal_table_set_frame (table, &(PatalTableFrame) { .title = "सूची", .total_word = "योग" });
  for (guint g = 0; g < 9; g++)
    {
      g_autofree char *title = g_strdup_printf ("खण्ड-%u", g);

      patal_table_begin_group (table, title);
      for (guint i = 0; i < 7 + 6 * g; i++, row++)
        {
          g_autofree char *name = g_strdup_printf ("पंचायत-%u", row);

          patal_table_add_row (table, 0);
          patal_table_set_text (table, row, 0, name);
          patal_table_set_number (table, row, 1, 1000 + row);
        }
    }
  pdf = make_pdf (table, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_PORTRAIT }, &n_pages);
  text = page_text (pdf, "-layout");
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (n_pages, >, 4);
  for (guint g = 0; g < 9; g++)
    {
      PatalTableGroup group = patal_table_group (table, g);
      g_autofree char *label = g_strdup_printf ("%s – योग", group.title);

      g_assert_cmpint (number_behind (text, label), ==, patal_table_sum (table, 1, group.first_row, group.n_rows));
    }
  for (guint p = 0, seen = 0; p < n_pages; p++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[p], "\n", -1);
      const char *last = "";

      if (p > 0)
        g_assert_cmpint (number_behind (pages[p], "Brought forward"), ==, so_far);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_autofree char *name = g_strdup_printf ("पंचायत-%u ", seen);

          if (strstr (lines[i], "योग") != NULL && g_str_has_prefix (g_strchug (lines[i]), "खण्ड"))
            g_assert_nonnull (strstr (last, "पंचायत")); /* a row of its own above it, on this page */
          if (strstr (lines[i], name) != NULL)
            so_far += 1000 + seen++;
          if (strstr (lines[i], "Carried forward") != NULL)
            {
              g_assert_cmpint (number_behind (lines[i], "Carried forward"), ==, so_far);
              g_assert_true (strstr (last, "पंचायत") != NULL || strstr (last, "योग") != NULL); /* no heading alone at the foot */
            }
          if (*g_strchug (lines[i]) != '\0')
            last = lines[i];
        }
    }
  g_assert_cmpint (so_far, ==, patal_table_total (table, 1));
}

static void
test_empty (void)
{
  const PatalColumn columns[] = { { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE } };
  g_autoptr (PatalTable) table = patal_table_new (columns, 1);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  pdf = make_pdf (table, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_AUTO }, &n_pages);
  text = page_text (pdf, "-layout");
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_nonnull (strstr (text, "There are no entries"));
}

/* A text longer than a page in one cell, and more columns than a sheet has room for. */
static void
test_extremes (void)
{
  PatalColumn columns[60];
  g_autoptr (PatalTable) wide = NULL;
  g_autoptr (PatalTable) deep = NULL;
  g_autoptr (GBytes) wide_pdf = NULL;
  g_autoptr (GBytes) deep_pdf = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_pages;

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    columns[c] = (PatalColumn) { "c", "राशि", PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM };
  wide = patal_table_new (columns, G_N_ELEMENTS (columns));
  patal_table_add_row (wide, 0);
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    patal_table_set_number (wide, 0, c, 999999999999);
  wide_pdf = make_pdf (wide, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_AUTO }, &n_pages);
  assert_pages (wide_pdf);

  columns[0].type = PATAL_COLUMN_TEXT;
  columns[0].total = PATAL_TOTAL_NONE;
  deep = patal_table_new (columns, 2);
  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "%s ", words[i % G_N_ELEMENTS (words)]);
  for (guint r = 0; r < 3; r++)
    {
      patal_table_add_row (deep, 0);
      patal_table_set_text (deep, r, 0, text->str);
    }
  deep_pdf = make_pdf (deep, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_PORTRAIT }, &n_pages);
  g_assert_cmpuint (n_pages, >=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-pages/geometry", test_geometry);
  g_test_add_func ("/table-pages/sums-are-carried", test_sums_are_carried);
  g_test_add_func ("/table-pages/blank-sums", test_blank_sums);
  g_test_add_func ("/table-pages/groups", test_groups);
  g_test_add_func ("/table-pages/empty", test_empty);
  g_test_add_func ("/table-pages/extremes", test_extremes);
  return g_test_run ();
}
