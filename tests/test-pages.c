/* test-pages.c: pages as a value: shared, drawn where they are asked for, all of them in a file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pages.h"

#define N_PAGES 7

typedef struct
{
  guint drawn[N_PAGES]; /* atomic: several threads draw */
  guint freed;
} Sheets;

static void
draw_sheet (gconstpointer what, PatalCanvas *canvas, guint page)
{
  Sheets *sheets = (gpointer) what;

  g_atomic_int_inc (&sheets->drawn[page]);
  patal_canvas_fill_box (canvas, &(PatalBox) { 10, 10, 50, 50 }, &PATAL_INK_BLACK);
}

static void
free_sheets (gpointer what)
{
  ((Sheets *) what)->freed++;
}

static PatalPages *
make_pages (Sheets *sheets)
{
  const PatalPdfInfo info = { .title = "पृष्ठ", .author = "Office", .lang = PATAL_LANG_HI };

  return patal_pages_new (patal_sheet_size (PATAL_PAPER_A3, PATAL_TURN_LANDSCAPE), N_PAGES, &info, draw_sheet, sheets, free_sheets);
}

static void
test_shared (void)
{
  Sheets sheets = { 0 };
  PatalPages *pages = make_pages (&sheets);

  g_assert_true (patal_pages_ref (pages) == pages);
  patal_pages_unref (pages);
  g_assert_cmpuint (sheets.freed, ==, 0);
  g_assert_cmpuint (patal_pages_count (pages), ==, N_PAGES);
  g_assert_cmpstr (patal_pages_title (pages), ==, "पृष्ठ");
  g_assert_cmpfloat_with_epsilon (patal_pages_size (pages).width, 420 * PATAL_PT_PER_MM, 0.001);
  patal_pages_unref (pages);
  g_assert_cmpuint (sheets.freed, ==, 1);
  patal_pages_unref (NULL);
}

static void
test_file (void)
{
  Sheets sheets = { 0 };
  g_autoptr (PatalPages) pages = make_pages (&sheets);
  g_autoptr (GOutputStream) first = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) second = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_pages_write_pdf (pages, first, 1700000000, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < N_PAGES; i++)
    g_assert_cmpuint (sheets.drawn[i], ==, 1);
  g_assert_true (g_str_has_prefix (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (first)), "%PDF-"));
  g_assert_true (patal_pages_write_pdf (pages, second, 1700000000, NULL, &error));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (first)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (first)),
                   g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (second)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (second)));
  g_cancellable_cancel (cancellable);
  g_assert_false (patal_pages_write_pdf (pages, second, 1700000000, &(PatalProgress) { .cancellable = cancellable }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/shared", test_shared);
  g_test_add_func ("/pages/file", test_file);
  return g_test_run ();
}
