/* test-desk-pages.c: charts and sheets of months of a real file, and the files they are written to
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-calendar.h"
#include "patal-chart-pages.h"
#include "patal-month-pages.h"
#include "patal-pages-picture.h"
#include "patal-pdf-report.h"
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <librsvg/rsvg.h>
#include <string.h>

#define AS_ON DAY (2022, 1, 15)

static PatalChart *
chart_of (Directory *f, const char *name, const char *scope, const char *post, PatalLang lang, GError **error)
{
  g_autoptr (GHashTable) filter = g_hash_table_new (g_str_hash, g_str_equal);

  if (post != NULL)
    g_hash_table_insert (filter, (gpointer) "post", (gpointer) post);
  return patal_desk_build_chart (patal_desk_chart (name), f->db, &(PatalReportArgs) { .as_on = AS_ON, .scope = scope, .filter = filter },
                                 lang, error);
}

static void
assert_bar (PatalChart *chart, guint rank, const char *label, gint64 first, gint64 second, gint64 third, gint64 whole)
{
  g_autofree guint *order = patal_chart_rank (chart);
  const PatalBar *bar = patal_chart_bar (chart, order[rank]);

  g_assert_cmpstr (bar->label, ==, label);
  g_assert_cmpint (bar->parts[0], ==, first);
  g_assert_cmpint (bar->parts[1], ==, second);
  g_assert_cmpint (bar->parts[2], ==, third);
  g_assert_cmpint (bar->whole, ==, whole);
}

static void
fill (Directory *f)
{
  gint64 ram = directory_person (f, "राम", "Ram", NULL);

  directory_posting (f, ram, f->ps, f->gp[1], DAY (2020, 4, 1), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_posting (f, ram, f->ps, f->gp[2], DAY (2021, 6, 1), PATAL_DAY_NONE, PATAL_CHARGE_ADDITIONAL);
  directory_posting (f, directory_person (f, "सीता", "Sita", NULL), f->ps, f->gp[3], DAY (2020, 1, 1), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
}

static void
test_vacancies (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalChart) all = NULL, hindi = NULL, block = NULL, helpers = NULL;
  g_autoptr (GError) error = NULL;

  fill (f);
  all = chart_of (f, "vacancies", NULL, NULL, PATAL_LANG_EN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_chart_n_bars (all), ==, 2);
  assert_bar (all, 0, "Akalpur", 1, 1, 0, 3);
  assert_bar (all, 1, "Balpur", 0, 0, 0, 1);
  g_assert_cmpstr (patal_chart_frame (all)->title, ==, "Panchayat secretary: posts without a main charge, block by block");
  g_assert_cmpstr (patal_chart_frame (all)->place, ==, "District Parikshanpur, Chhattisgarh");
  g_assert_cmpstr (patal_chart_frame (all)->as_on_line, ==, "As on 15.01.2022");
  g_assert_nonnull (strstr (patal_chart_frame (all)->note, "Source"));
  hindi = chart_of (f, "vacancies", NULL, NULL, PATAL_LANG_HI, &error);
  g_assert_no_error (error);
  assert_bar (hindi, 0, "अकलपुर", 1, 1, 0, 3);
  g_assert_nonnull (strstr (patal_chart_frame (hindi)->title, "पंचायत सचिव"));
  block = chart_of (f, "vacancies", "902", NULL, PATAL_LANG_EN, &error);
  g_assert_cmpuint (patal_chart_n_bars (block), ==, 1);
  helpers = chart_of (f, "vacancies", NULL, "GRS", PATAL_LANG_EN, &error);
  assert_bar (helpers, 0, "Akalpur", 3, 0, 0, 3);
}

static void
test_gaps (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalChart) gaps = NULL, count = NULL;
  g_autoptr (GError) error = NULL;

  directory_unit (f, PATAL_LEVEL_GP, f->block[1], NULL, "Nayagaon", NULL);
  gaps = chart_of (f, "gaps", NULL, NULL, PATAL_LANG_EN, &error);
  g_assert_no_error (error);
  assert_bar (gaps, 0, "Balpur", 1, 1, 2, 0); /* nobody gave a coordinate */
  assert_bar (gaps, 1, "Akalpur", 0, 0, 3, 0);
  count = chart_of (f, "units", NULL, NULL, PATAL_LANG_EN, &error);
  assert_bar (count, 0, "Akalpur", 3, 0, 0, 0);
  assert_bar (count, 1, "Balpur", 2, 0, 0, 0);
}

static void
test_charts_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  for (const PatalChartOffer *const *offer = patal_desk_charts (); *offer != NULL; offer++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (patal_desk_chart ((*offer)->name) == *offer);
      g_assert_null (chart_of (f, (*offer)->name, "Nowhere", NULL, PATAL_LANG_EN, &error));
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (chart_of (f, "vacancies", NULL, "KING", PATAL_LANG_EN, &error));
    g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
    g_assert_nonnull (strstr (error->message, "KING"));
  }
}

static PatalPages *
pages_of_chart (Directory *f, PatalSheetSize size)
{
  g_autoptr (PatalChart) chart = chart_of (f, "vacancies", NULL, NULL, PATAL_LANG_EN, NULL);

  return patal_chart_pages (chart, size, NULL);
}

static void
test_files (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const int sizes[][2] = { { 1920, 1080 }, { 1080, 1920 }, { 16, 16 } };
  g_autofree char *png = g_build_filename (f->file.folder, "a.png", NULL), *svg = g_build_filename (f->file.folder, "a.svg", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (PatalPages) sheet = pages_of_chart (f, patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE));
  g_autoptr (GError) error = NULL;
  RsvgHandle *handle;
  double width, height;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PatalPages) pages = pages_of_chart (f, patal_sheet_size_of_pixels (sizes[i][0], sizes[i][1]));
      int w, h;

      patal_pages_picture_write_png (pages, 0, sizes[i][0], sizes[i][1], png, &error);
      g_assert_no_error (error);
      g_assert_nonnull (gdk_pixbuf_get_file_info (png, &w, &h));
      g_assert_cmpint (w, ==, sizes[i][0]);
      g_assert_cmpint (h, ==, sizes[i][1]);
    }
  patal_pages_picture_write_svg (sheet, 0, svg, &error);
  g_assert_no_error (error);
  handle = rsvg_handle_new_from_file (svg, &error);
  g_assert_no_error (error);
  g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height));
  g_assert_cmpfloat (width, >, height);
  g_object_unref (handle);
  g_assert_true (g_file_get_contents (svg, &bytes, NULL, NULL));
  g_assert_nonnull (strstr (bytes, "<title>Panchayat secretary"));
  g_unlink (png);
  g_unlink (svg);
}

static void
test_files_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalPages) pages = pages_of_chart (f, patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE));
  g_autofree char *nowhere = g_build_filename (f->file.folder, "no", "a.png", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *pdf = g_build_filename (f->file.folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_pages_picture_write_svg (pages, 0, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (patal_pages_picture_write_png (pages, 0, 800, 600, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) size_error = NULL;

      g_assert_false (patal_pages_picture_write_png (pages, 0, i == 0 ? PATAL_MOST_PIXELS + 1 : 800, i == 0 ? 800 : PATAL_LEAST_PIXELS - 1,
                                                     nowhere, &size_error));
      g_assert_error (size_error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  g_cancellable_cancel (cancellable);
  g_assert_false (patal_pdf_report_write_pages (pages, pdf, &(PatalProgress) { .cancellable = cancellable }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
}

static char *
text_of (Directory *f, const PatalPages *pages)
{
  g_autofree char *path = g_build_filename (f->file.folder, "made.pdf", NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  patal_pdf_report_write_pages (pages, path, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

static void
test_months (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalMonthOrder order = { .year = 2021, .month = 12, .n_months = 1, .lang = PATAL_REPORT_EN,
                            .size = patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE) };
  g_autoptr (PatalPages) month = NULL, year = NULL, both = NULL;
  g_autofree char *text = NULL, *all = NULL, *two = NULL;
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_holiday_insert, &(PatalHoliday) { .day = DAY (2021, 12, 25), .name_hi = (char *) "बड़ा दिन",
                .name_en = (char *) "Christmas" });
  directory_do (f, (gpointer) patal_blackout_insert, &(PatalBlackout) { .unit = f->district, .reason = PATAL_BLACKOUT_EXAM,
                .span = { DAY (2021, 12, 20), DAY (2022, 1, 20) } });
  month = patal_month_pages (f->db, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (patal_pages_title (month), ==, "December 2021");
  text = text_of (f, month);
  g_assert_nonnull (strstr (text, "Christmas*"));
  g_assert_nonnull (strstr (text, "Public holiday"));
  g_assert_nonnull (strstr (text, "Examination (20.12.2021 to 20.01.2022)"));
  g_assert_nonnull (strstr (text, "Financial year 2021-22"));
  g_assert_nonnull (strstr (text, "Working days 26, weekly days off 4, holidays 1"));
  g_assert_nonnull (strstr (text, "* Unverified"));

  order.year = 2021;
  order.month = 4;
  order.n_months = 12;
  order.lang = PATAL_REPORT_HI;
  year = patal_month_pages (f->db, &order, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_pages_count (year), ==, 12);
  all = text_of (f, year);
  for (int m = 1; m <= 12; m++)
    {
      g_autofree char *title = g_strdup_printf ("%s %d", patal_month_name (m, PATAL_LANG_HI), m < 4 ? 2022 : 2021);

      g_assert_nonnull (strstr (all, title));
    }
  g_assert_nonnull (strstr (all, "बड़ा दिन"));

  order.month = 12;
  order.n_months = 1;
  order.lang = PATAL_REPORT_BOTH;
  both = patal_month_pages (f->db, &order, NULL, &error);
  g_assert_cmpstr (patal_pages_title (both), ==, "दिसम्बर 2021 / December 2021");
  two = text_of (f, both);
  g_assert_nonnull (strstr (two, "सोमवार"));
  g_assert_nonnull (strstr (two, "Monday"));
  g_assert_nonnull (strstr (two, "बड़ा दिन"));
  g_assert_nonnull (strstr (two, "Christmas*"));

  order.scope = "Nowhere";
  g_assert_null (patal_month_pages (f->db, &order, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/desk-pages/vacancies", test_vacancies);
  DIRECTORY_TEST ("/desk-pages/gaps", test_gaps);
  DIRECTORY_TEST ("/desk-pages/charts-refused", test_charts_refused);
  DIRECTORY_TEST ("/desk-pages/files", test_files);
  DIRECTORY_TEST ("/desk-pages/files-refused", test_files_refused);
  DIRECTORY_TEST ("/desk-pages/months", test_months);
  return g_test_run ();
}
