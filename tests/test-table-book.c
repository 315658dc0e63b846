/* test-table-book.c: attendance sheets, one behind the other
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-geometry.h"
#include "patal-table-book.h"

#define ROW_MM 9.0
#define PT(mm) ((mm) * 72 / 25.4)

static const char *const names[] = { "श्री रामकुमार साहू", "कु. गीता", "श्रीमती चन्द्रप्रभा सूर्यवंशी",
                                     "श्रीमती राजराजेश्वरी चंद्रप्रभा देवी सूर्यवंशी-श्रीवास्तव पति श्री ज्ञानेश्वरप्रसाद सूर्यवंशी-श्रीवास्तव" };

/* A sheet of @n_people with places to sign for @n_halves half-days. */
static PatalTable *
sheet (guint number, guint n_people, guint n_halves, gboolean groups)
{
  PatalColumn columns[16] = { { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE }, { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
                              { "post", "पद", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "gp", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE } };
  g_autofree char *title = g_strdup_printf ("उपस्थिति पत्रक, बैच %u", number);
  PatalTable *table;

  for (guint i = 0; i < n_halves; i++)
    columns[4 + i] = (PatalColumn) { "half", "20.12.2021 पूर्वाह्न", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE };
  table = patal_table_new (columns, 4 + n_halves);
  patal_table_set_frame (table, &(PatalTableFrame) { .title = title, .place = "जिला जांजगीर-चांपा", .lang = PATAL_LANG_HI,
                                                     .signatures = { NULL, NULL, "नोडल अधिकारी" } });
  for (guint i = 0; i < n_people; i++)
    {
      guint row;

      if (groups && i % 10 == 0)
        patal_table_begin_group (table, "सचिव");
      row = patal_table_add_row (table, 0);
      patal_table_set_text (table, row, 1, names[(i * 7 + number) % (i % 9 == 8 ? 4 : 3)]);
      patal_table_set_text (table, row, 2, "ग्राम रोजगार सहायक");
      patal_table_set_text (table, row, 3, "मुरलीडीह");
    }
  return table;
}

static PatalPages *
book_of (GPtrArray *sheets, const PatalTableSetup *setup)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_HI, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PatalPages *pages = patal_table_book_new ((PatalTable *const *) sheets->pdata, sheets->len, "उपस्थिति पत्रक", setup, words, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static GPtrArray *
new_sheets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) patal_table_unref);
}

static GBytes *
pdf_of (const PatalPages *pages)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  patal_pages_write_pdf (pages, stream, 0, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* (transfer full): what MuPDF says of the outline. */
static char *
outline_of (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-book-XXXXXX", NULL), *path = g_build_filename (folder, "b.pdf", NULL);
  const char *argv[] = { "mutool", "show", path, "outline", NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return said;
}

/* The rows' serial numbers, at the left of a page, stand at least nine millimetres apart, and exactly so where no name needs more. */
static void
test_row_height (void)
{
  g_autoptr (GPtrArray) sheets = new_sheets ();
  g_autoptr (PatalPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;
  double last = 0;
  guint n = 0, exact = 0;

  g_ptr_array_add (sheets, sheet (1, 20, 4, FALSE));
  pages = book_of (sheets, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_LANDSCAPE, .row_mm = ROW_MM });
  pdf = pdf_of (pages);
  said = page_text (pdf, "-bbox");
  lines = g_strsplit (said, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double left, top;
      guint serial;

      if (strstr (lines[i], "</page>") != NULL)
        last = 0;
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%*f\" yMax=\"%*f\">%u</word>", &left, &top, &serial) != 3
          || left > 70 || serial != n + 1)
        continue;
      n++;
      if (last > 0)
        {
          g_assert_cmpfloat (top - last, >, PT (ROW_MM) - 0.05);
          exact += top - last < PT (ROW_MM) + 0.05;
        }
      last = top;
    }
  g_assert_cmpuint (n, ==, 20);
  g_assert_cmpuint (exact, >, 14);
  page_assert_geometry (pdf, PT (15), PT (15) / 2);
}

static void
test_outline (void)
{
  g_autoptr (GPtrArray) sheets = new_sheets ();
  g_autoptr (PatalPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *said = NULL, *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_ptr_array_add (sheets, sheet (1, 40, 4, FALSE));
  g_ptr_array_add (sheets, sheet (2, 12, 4, TRUE));
  g_ptr_array_add (sheets, sheet (3, 0, 4, FALSE));
  pages = book_of (sheets, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_LANDSCAPE, .row_mm = ROW_MM });
  g_assert_cmpuint (patal_pages_count (pages), ==, 5);
  pdf = pdf_of (pages);
  said = outline_of (pdf);
  lines = g_strsplit (g_strchomp (said), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_nonnull (strstr (lines[0], "\"उपस्थिति पत्रक\"\t#page=1"));
  g_assert_nonnull (strstr (lines[1], "\t\"उपस्थिति पत्रक, बैच 1\"\t#page=1"));
  g_assert_nonnull (strstr (lines[2], "\t\"उपस्थिति पत्रक, बैच 2\"\t#page=4"));
  g_assert_nonnull (strstr (lines[3], "\t\t\"सचिव\"\t#page=4"));
  g_assert_nonnull (strstr (lines[5], "\t\"उपस्थिति पत्रक, बैच 3\"\t#page=5"));
  text = page_text (pdf, "-raw");
  g_assert_nonnull (strstr (text, "Page 3 / 3")); /* each sheet is counted by itself */
  g_assert_nonnull (strstr (text, "Page 1 / 1"));
}

/* One that needs the width turns all. */
static void
test_same_way (void)
{
  g_autoptr (GPtrArray) narrow = new_sheets (), mixed = new_sheets ();
  g_autoptr (PatalPages) upright = NULL, lying = NULL;
  const PatalTableSetup setup = { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_AUTO };

  g_ptr_array_add (narrow, sheet (1, 5, 1, FALSE));
  g_ptr_array_add (narrow, sheet (2, 5, 1, FALSE));
  upright = book_of (narrow, &setup);
  g_assert_cmpfloat (patal_pages_size (upright).width, <, patal_pages_size (upright).height);
  g_ptr_array_add (mixed, sheet (1, 5, 1, FALSE));
  g_ptr_array_add (mixed, sheet (2, 5, 10, FALSE));
  lying = book_of (mixed, &setup);
  g_assert_cmpfloat (patal_pages_size (lying).width, >, patal_pages_size (lying).height);
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) sheets = new_sheets ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_HI, NULL, NULL);
  PatalProgress progress = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (sheets, sheet (1, 5, 1, FALSE));
  g_cancellable_cancel (cancellable);
  g_assert_null (patal_table_book_new ((PatalTable *const *) sheets->pdata, 1, NULL, &(PatalTableSetup) { 0 }, words, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Sixty sheets of forty people: the bytes do not depend on when they are made; how long it takes, the benchmark of PDF says. */
static void
test_district (void)
{
  g_autoptr (GPtrArray) sheets = new_sheets ();
  const PatalTableSetup setup = { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_LANDSCAPE, .row_mm = ROW_MM };
  g_autoptr (PatalPages) first = NULL, second = NULL;
  g_autoptr (GBytes) first_pdf = NULL, second_pdf = NULL;

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (sheets, sheet (i + 1, 40, 4, FALSE));
  first = book_of (sheets, &setup);
  second = book_of (sheets, &setup);
  g_assert_cmpuint (patal_pages_count (first), ==, 180);
  first_pdf = pdf_of (first);
  second_pdf = pdf_of (second);
  g_assert_true (g_bytes_equal (first_pdf, second_pdf));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-book/row-height", test_row_height);
  g_test_add_func ("/table-book/outline", test_outline);
  g_test_add_func ("/table-book/same-way", test_same_way);
  g_test_add_func ("/table-book/cancelled", test_cancelled);
  g_test_add_func ("/table-book/district", test_district);
  return g_test_run ();
}
