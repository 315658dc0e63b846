/* test-print.c: pages on a printer's paper, and on the screen before that
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   test-print DEMO.patal     under an X server (window/under-x.py) */
#include "patal-print.h"
#include "patal-print-sheets.h"
#include "patal-print-view.h"
#include <glib/gstdio.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)
#define MOST_BYTES (100 * 1024 * 1024)

/* --- pages that say which they are --- */

static void
draw_page (G_GNUC_UNUSED gconstpointer what, PatalCanvas *canvas, guint page)
{
  PatalTextStyle style = { .weight = PATAL_WEIGHT_BOLD, .size_pt = 40, .lang = PATAL_LANG_EN };
  g_autofree char *text = g_strdup_printf ("sheet%u", page + 1);
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, &style, 400);

  patal_canvas_paragraph (canvas, 60, 60, paragraph, &PATAL_INK_BLACK);
  patal_canvas_fill_box (canvas, &(PatalBox) { 60, 200, 50, 50 }, &PATAL_INK_BLACK);
}

static PatalPages *
make_pages (PatalPaper paper, PatalTurn turn, guint n_pages)
{
  return patal_pages_new (patal_sheet_size (paper, turn), n_pages, &(PatalPdfInfo) { .title = "Sheets" }, draw_page, NULL, NULL);
}

static gboolean
tick_cb (G_GNUC_UNUSED gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @is_so. */
static void
run_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!is_so (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_assert_true (is_so (data));
}

/* --- on the printer's paper --- */

static void
test_place (void)
{
  static const struct
  {
    double width, height, across, down; /* mm */
    double scale, dx, dy;               /* of an upright A4 sheet; mm */
  } cases[] = {
    { 210, 297, 0, 0, 1, 0, 0 },
    { 210, 297, 5, 14, 1, 0, 0 },                           /* our margin is wider than the printer's */
    { 210.4, 296.8, 0, 0, 1, 0, 0 },                        /* a printer's idea of A4 */
    { 297, 420, 0, 0, 420 / 297.0 * 0.99999, 0, 0 },        /* on A3: larger */
    { 210, 297, 25, 25, 160 / 180.0, 11.667, 16.5 },        /* a printer that needs much: what is on the sheet comes whole */
    { 148, 210, 0, 0, 148 / 210.0, 0, 0.343 },              /* on A5: smaller */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalPrintPlace place = patal_print_place (patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT),
                                                 cases[i].width * PATAL_PT_PER_MM, cases[i].height * PATAL_PT_PER_MM,
                                                 cases[i].across * PATAL_PT_PER_MM, cases[i].down * PATAL_PT_PER_MM);

      g_assert_cmpfloat_with_epsilon (place.scale, cases[i].scale, 0.001);
      g_assert_cmpfloat_with_epsilon (place.dx, cases[i].dx * PATAL_PT_PER_MM, 0.6);
      g_assert_cmpfloat_with_epsilon (place.dy, cases[i].dy * PATAL_PT_PER_MM, 0.6);
    }
}

/* (transfer full): what @program, of Poppler, says of the file. */
static char *
ask_poppler (const char *program, const char *path)
{
  const char *argv[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, NULL, &error);
  g_assert_no_error (error);
  return answer;
}

/* What a printer would be sent, in a file: all pages, on the paper that they are made for. */
static void
test_operation (void)
{
  static const struct { PatalPaper paper; PatalTurn turn; const char *size; } cases[] = {
    { PATAL_PAPER_A4, PATAL_TURN_PORTRAIT, "595.276 x 841.89 pts" },
    { PATAL_PAPER_A4, PATAL_TURN_LANDSCAPE, "841.89 x 595.276 pts" },
    { PATAL_PAPER_A3, PATAL_TURN_PORTRAIT, "841.89 x 1190.55 pts" },
    { PATAL_PAPER_A3, PATAL_TURN_LANDSCAPE, "1190.55 x 841.89 pts" },
  };
  g_autofree char *folder = g_dir_make_tmp ("patal-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalPages) pages = make_pages (cases[i].paper, cases[i].turn, 3);
      g_autoptr (GtkPrintOperation) operation = patal_print_operation_new (pages, "sheets");
      g_autoptr (GError) error = NULL;
      g_autofree char *info = NULL;
      g_autofree char *text = NULL;

      gtk_print_operation_set_allow_async (operation, FALSE);
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      info = ask_poppler ("pdfinfo", path);
      text = ask_poppler ("pdftotext", path);
      g_assert_nonnull (strstr (info, cases[i].size));
      g_assert_true (g_regex_match_simple ("Pages:\\s+3\n", info, 0, 0));
      g_assert_true (g_regex_match_simple ("sheet1\\s+sheet2\\s+sheet3", text, 0, 0));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* --- pictures of pages --- */

typedef struct
{
  PatalPrintSheets *sheets;
  guint             n_ready;
} Shown;

static void
count_ready (gpointer data)
{
  ((Shown *) data)->n_ready++;
}

static gboolean
is_there (gpointer data)
{
  return ((Shown *) data)->n_ready > 0;
}

static void
test_sheets (void)
{
  g_autoptr (PatalPages) pages = make_pages (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT, 5000);
  Shown shown = { 0 };
  gsize most = 0;

  shown.sheets = patal_print_sheets_new (pages, count_ready, &shown);
  for (guint page = 0; page < 5000; page += 100)
    {
      guint before = shown.n_ready;

      patal_print_sheets_show (shown.sheets, page, page, 2);
      while (patal_print_sheets_get (shown.sheets, page) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (shown.n_ready, >, before);
      g_assert_cmpint (gdk_texture_get_width (patal_print_sheets_get (shown.sheets, page)), ==, 1191);
      most = MAX (most, patal_print_sheets_bytes (shown.sheets));
    }
  g_assert_cmpuint (most, <, MOST_BYTES); /* of 50 pages, which would be 400 MB */
  g_assert_cmpuint (most, >, MOST_BYTES / 2);
  g_assert_null (patal_print_sheets_get (shown.sheets, 0)); /* let go of */
  patal_print_sheets_show (shown.sheets, 0, 3, 2); /* and gone while it draws */
  patal_print_sheets_free (shown.sheets);
  shown.n_ready = 0;
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (5000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (shown.n_ready, ==, 0);
}

/* A page that is shown far too large is drawn smaller, rather than fill the memory. */
static void
test_enlarged (void)
{
  g_autoptr (PatalPages) pages = make_pages (PATAL_PAPER_A3, PATAL_TURN_PORTRAIT, 1);
  Shown shown = { 0 };

  shown.sheets = patal_print_sheets_new (pages, count_ready, &shown);
  patal_print_sheets_show (shown.sheets, 0, 0, 40);
  run_until (is_there, &shown);
  g_assert_cmpuint (patal_print_sheets_bytes (shown.sheets), <, MOST_BYTES);
  patal_print_sheets_free (shown.sheets);
}

/* --- the view --- */

static PatalPrintView *
show_view (GtkWidget **out_window, guint n_pages)
{
  GtkWidget *view = g_object_new (PATAL_TYPE_PRINT_VIEW, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (PatalPages) pages = make_pages (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT, n_pages);

  *out_window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*out_window), 800, 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (*out_window), scroller);
  patal_print_view_set_pages (PATAL_PRINT_VIEW (view), pages);
  gtk_window_present (GTK_WINDOW (*out_window));
  return PATAL_PRINT_VIEW (view);
}

static gboolean
has_size (gpointer view)
{
  return gtk_widget_get_height (view) > 0;
}

static double
place_of (PatalPrintView *view)
{
  g_autoptr (GtkAdjustment) down = NULL;

  g_object_get (view, "vadjustment", &down, NULL);
  return gtk_adjustment_get_value (down);
}

static void
test_view (void)
{
  GtkWidget *window;
  PatalPrintView *view = show_view (&window, 500);
  double width_zoom, top;

  run_until (has_size, view);
  width_zoom = patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (view));
  g_assert_cmpuint (patal_print_view_get_fit (view), ==, PATAL_PRINT_FIT_WIDTH);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 0);
  g_assert_cmpfloat_with_epsilon (place_of (view), 0, 0.5);
  patal_print_view_go_to (view, 250);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 250);
  top = place_of (view);
  patal_zoom_view_zoom_in (PATAL_ZOOM_VIEW (view));
  g_assert_cmpuint (patal_print_view_get_fit (view), ==, PATAL_PRINT_FIT_NONE);
  g_assert_cmpfloat (patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (view)), >, width_zoom);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 250); /* what is looked at stays */
  g_assert_cmpfloat (place_of (view), >, top);
  patal_print_view_set_fit (view, PATAL_PRINT_FIT_PAGE);
  g_assert_cmpfloat (patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (view)), <, width_zoom);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 250);
  patal_print_view_go_to (view, G_MAXUINT);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 499);
  patal_print_view_set_fit (view, PATAL_PRINT_FIT_WIDTH);
  g_assert_cmpfloat_with_epsilon (patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (view)), width_zoom, 0.0001);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 499);
  patal_print_view_set_pages (view, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Fewer pages than before: the last one is shown. */
static void
test_fewer (void)
{
  GtkWidget *window;
  PatalPrintView *view = show_view (&window, 20);
  g_autoptr (PatalPages) few = make_pages (PATAL_PAPER_A3, PATAL_TURN_LANDSCAPE, 2);

  run_until (has_size, view);
  patal_print_view_go_to (view, 17);
  patal_print_view_set_pages (view, few);
  g_assert_cmpuint (patal_print_view_get_page (view), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/print/place", test_place);
  g_test_add_func ("/print/operation", test_operation);
  g_test_add_func ("/print/sheets", test_sheets);
  g_test_add_func ("/print/enlarged", test_enlarged);
  g_test_add_func ("/print/view", test_view);
  g_test_add_func ("/print/fewer", test_fewer);
  return g_test_run ();
}
