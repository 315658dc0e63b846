/* test-table.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-table.h"
#include <string.h>

enum
{
  SERIAL,
  NAME,
  CODE,
  PEOPLE,
  MONEY,
  SHARE,
  LATITUDE,
  DAY,
  MODEL,
  N_COLUMNS
};

static const PatalColumn columns[N_COLUMNS] = {
  { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
  { "name", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  { "code", "कोड", PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
  { "people", "जनसंख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
  { "money", "राशि", PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
  { "share", "प्रतिशत", PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
  { "latitude", "अक्षांश", PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE },
  { "day", "दिनांक", PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
  { "model", "आदर्श", PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
};

static void
assert_cell (const PatalTable *table, guint row, guint column, const char *expected)
{
  g_autofree char *text = patal_table_cell_text (table, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_total (const PatalTable *table, guint column, const char *expected)
{
  g_autofree char *text = patal_table_total_text (table, column);

  g_assert_cmpstr (text, ==, expected);
}

static PatalTable *
build (void)
{
  PatalTable *table = patal_table_new (columns, N_COLUMNS);
  char name[] = "नवापारा"; /* the table's own copy must outlive it */
  guint row;

  patal_table_set_frame (table, &(PatalTableFrame){ .title = "ग्राम पंचायत सूची",
                                                    .money_unit = PATAL_MONEY_LAKH,
                                                    .signatures = { "तैयारकर्ता", NULL, "अध्यक्ष" },
                                                    .yes = "हाँ",
                                                    .no = "नहीं",
                                                    .unverified = "असत्यापित",
                                                    .total_word = "योग" });
  row = patal_table_add_row (table, 77);
  patal_table_set_text (table, row, NAME, name);
  memset (name, 'x', sizeof name - 1);
  patal_table_set_text (table, row, CODE, "0012504567890123");
  patal_table_set_number (table, row, PEOPLE, 29964200);
  patal_table_set_number (table, row, MONEY, G_GINT64_CONSTANT (123456700));
  patal_table_set_number (table, row, SHARE, 358);
  patal_table_set_number (table, row, LATITUDE, 21955615);
  patal_table_set_number (table, row, DAY, patal_day_from_ymd (2021, 12, 20));
  patal_table_set_number (table, row, MODEL, 1);
  patal_table_set_opens (table, row, PEOPLE, "people?gp=77");
  patal_table_set_unverified (table, row, MONEY);
  patal_table_add_row (table, 0); /* nothing is known */
  row = patal_table_add_row (table, 78);
  patal_table_set_text (table, row, NAME, "");
  patal_table_set_number (table, row, PEOPLE, -100000);
  patal_table_set_number (table, row, MONEY, 0);
  patal_table_set_number (table, row, SHARE, -5);
  patal_table_set_number (table, row, LATITUDE, -500001);
  patal_table_set_number (table, row, MODEL, 0);
  return table;
}

static void
test_cells (void)
{
  g_autoptr (PatalTable) table = build ();

  g_assert_cmpuint (patal_table_n_rows (table), ==, 3);
  g_assert_cmpuint (patal_table_n_columns (table), ==, N_COLUMNS);
  g_assert_cmpstr (patal_table_column (table, NAME)->title, ==, "ग्राम पंचायत");
  g_assert_cmpint (patal_table_row_id (table, 0), ==, 77);
  assert_cell (table, 0, SERIAL, "1");
  assert_cell (table, 0, NAME, "नवापारा");
  assert_cell (table, 0, CODE, "0012504567890123");
  assert_cell (table, 0, PEOPLE, "2,99,64,200");
  assert_cell (table, 0, MONEY, "12.35 (असत्यापित)");
  assert_cell (table, 0, SHARE, "35.8");
  assert_cell (table, 0, LATITUDE, "21.955615");
  assert_cell (table, 0, DAY, "20.12.2021");
  assert_cell (table, 0, MODEL, "हाँ");
  for (guint column = NAME; column < N_COLUMNS; column++)
    {
      g_assert_true (patal_table_cell (table, 1, column).empty);
      assert_cell (table, 1, column, "");
    }
  assert_cell (table, 2, SERIAL, "3");
  assert_cell (table, 2, PEOPLE, "−1,00,000");
  assert_cell (table, 2, MONEY, "0.00");
  assert_cell (table, 2, SHARE, "−0.5");
  assert_cell (table, 2, LATITUDE, "−0.500001");
  assert_cell (table, 2, MODEL, "नहीं");
  g_assert_cmpstr (patal_table_cell (table, 0, PEOPLE).opens, ==, "people?gp=77");
  g_assert_null (patal_table_cell (table, 2, PEOPLE).opens);
  g_assert_true (patal_table_cell (table, 0, MONEY).unverified);
  g_assert_false (patal_table_cell (table, 2, MONEY).unverified);
  patal_table_set_text (table, 0, NAME, NULL);
  g_assert_true (patal_table_cell (table, 0, NAME).empty);
}

static void
test_totals (void)
{
  g_autoptr (PatalTable) table = build ();
  g_autoptr (PatalTable) bare = patal_table_new (columns, PEOPLE);

  g_assert_true (patal_table_has_total (table));
  g_assert_false (patal_table_has_total (bare));
  g_assert_cmpint (patal_table_total (table, PEOPLE), ==, 29864200);
  assert_total (table, PEOPLE, "2,98,64,200");
  assert_total (table, MONEY, "12.35");
  assert_total (table, NAME, "");
  assert_total (table, DAY, "");
}

/* Nothing entered is not 0, an entered 0 is. */
static void
test_blank_totals (void)
{
  const PatalColumn counts[] = { { "none", "none", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
                                 { "zero", "zero", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  g_autoptr (PatalTable) table = patal_table_new (counts, G_N_ELEMENTS (counts));
  g_autofree char *below = NULL;

  assert_total (table, 0, "");
  for (guint i = 0; i < 3; i++)
    patal_table_add_row (table, 0);
  patal_table_set_number (table, 1, 1, 0);
  assert_total (table, 0, "");
  assert_total (table, 1, "0");
  g_assert_cmpuint (patal_table_first_entry (table, 0, 1, 2), ==, 3);
  g_assert_cmpuint (patal_table_first_entry (table, 1, 0, 3), ==, 1);
  below = patal_table_sum_text (table, 1, 2, 1);
  g_assert_cmpstr (below, ==, "");
}

static void
test_frame (void)
{
  g_autoptr (PatalTable) table = build ();
  PatalTableFrame frame = *patal_table_frame (table);

  g_assert_cmpstr (frame.title, ==, "ग्राम पंचायत सूची");
  g_assert_null (frame.place);
  g_assert_cmpstr (frame.signatures[0], ==, "तैयारकर्ता");
  g_assert_null (frame.signatures[1]);
  frame.unverified = NULL;
  patal_table_set_frame (table, &frame);
  assert_cell (table, 0, MONEY, "12.35 (?)"); /* a doubt is never hidden */
}

/* The list of all panchayats of the country. */
static void
test_large (void)
{
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  char name[32];

  for (guint i = 0; i < 212000; i++)
    {
      guint row = patal_table_add_row (table, i + 1);

      g_snprintf (name, sizeof name, "GP %u", i / 3);
      patal_table_set_text (table, row, NAME, name);
      patal_table_set_number (table, row, PEOPLE, i);
    }
  g_assert_cmpint (patal_table_total (table, PEOPLE), ==, G_GINT64_CONSTANT (212000) * 211999 / 2);
  assert_cell (table, 211999, NAME, "GP 70666");
  assert_cell (table, 211999, SERIAL, "2,12,000");
  /* repeated text is there once */
  g_assert_true (patal_table_cell (table, 3, NAME).text == patal_table_cell (table, 5, NAME).text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/totals", test_totals);
  g_test_add_func ("/table/blank-totals", test_blank_totals);
  g_test_add_func ("/table/frame", test_frame);
  g_test_add_func ("/table/large", test_large);
  return g_test_run ();
}
