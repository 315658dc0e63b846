/* test-work-pane.c: what is typed of a work, of its board and its file stands in the file then, or says at its field why not
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   test-work-pane DEMO.patal     under an X server (window/under-x.py) */
#include "patal-application.h"
#include "patal-attachment.h"
#include "patal-board-facts.h"
#include "patal-choice.h"
#include "patal-field.h"
#include "patal-freeze.h"
#include "patal-material-list.h"
#include "patal-picture.h"
#include "patal-template-rows.h"
#include "patal-work-doc-row.h"
#include "patal-work-member.h"
#include "patal-work-pane.h"
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define PATIENCE_US (60 * G_USEC_PER_SEC)

static const char *path;

/* --- waiting --- */

static gboolean
tick_cb (G_GNUC_UNUSED gpointer user_data)
{
  return G_SOURCE_CONTINUE; /* an iteration that waits also ends where nothing happens */
}

typedef gboolean (*Question) (gpointer data);

static void
wait_for (Question question, gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!question (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* --- a work of its own for each test, in the pane --- */

typedef struct
{
  PatalDocument *document;
  GtkWidget     *window;
  PatalWorkPane *pane;
  PatalWork      work;
  const char    *sql; /* what is asked, or shown, and what it is to say */
  gint64         wanted;
} Fixture;

static gint64
ask (Fixture *f, const char *sql)
{
  gint64 n = -1;

  patal_db_int (patal_document_reader (f->document), sql, PATAL_ARGS (PATAL_INT (f->work.id)), &n, NULL);
  return n;
}

static gboolean
says (gpointer data)
{
  Fixture *f = data;

  return ask (f, f->sql) == f->wanted;
}

static void
wait_until (Fixture *f, const char *sql, gint64 wanted)
{
  f->sql = sql;
  f->wanted = wanted;
  wait_for (says, f, sql);
}

static gboolean
insert_work (PatalDb *db, gpointer data, GError **error)
{
  return patal_work_insert (db, data, error);
}

static gpointer
insert_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL ("Added {1}", ((PatalWork *) data)->name_en), insert_work, data, error));
}

static gboolean
is_writable (gpointer data)
{
  return patal_document_writable (data);
}

static gboolean
is_there (gpointer data)
{
  return ((PatalWork *) data)->id != 0;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
set_up (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  f->document = patal_document_new (path, NULL);
  g_assert_nonnull (f->document);
  patal_document_start (f->document);
  wait_for (is_writable, f->document, "the writer");
  patal_work_init (&f->work);
  f->work.gp = ask (f, "SELECT min (id) FROM unit WHERE level = 'gp' AND ?1 = 0");
  f->work.name_en = g_strdup ("Pond deepening");
  f->work.scheme = 1;
  f->work.status = PATAL_WORK_ONGOING;
  f->work.start = patal_day_from_ymd (2025, 5, 1);
  f->work.sanctioned = (PatalWorkMoney) { 15000000, 9500000, PATAL_WORK_UNKNOWN };
  patal_document_write_async (f->document, insert_job, &f->work, NULL, NULL, NULL, NULL, NULL);
  wait_for (is_there, &f->work, "the work");
  wait_until (f, "SELECT count (*) FROM work WHERE id = ?1", 1);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 700);
  f->pane = PATAL_WORK_PANE (patal_work_pane_new (f->document));
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->pane));
  gtk_window_present (GTK_WINDOW (f->window));
  wait_for (is_mapped, f->pane, "the pane");
  g_assert_true (patal_work_pane_show (f->pane, f->work.id));
}

/* All of it is gone with its window: nothing holds on to it. */
static void
tear_down (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  gpointer pane = f->pane, document = f->document;

  patal_document_drop_typed (f->document);
  g_object_add_weak_pointer (pane, &pane);
  gtk_window_destroy (GTK_WINDOW (f->window));
  patal_document_stop (f->document);
  wait_for (is_null, &pane, "the end of the pane");
  g_object_add_weak_pointer (document, &document);
  g_object_unref (f->document);
  wait_for (is_null, &document, "the end of the document");
  patal_work_clear (&f->work);
}

/* --- what shows --- */

typedef gboolean (*Match) (GtkWidget *widget, const char *words);

static GtkWidget *
find (GtkWidget *widget, Match match, const char *words)
{
  if (gtk_widget_get_child_visible (widget) && gtk_widget_get_visible (widget) && match (widget, words))
    return widget;
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_label (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && g_pattern_match_simple (words, gtk_label_get_text (GTK_LABEL (widget)));
}

static gboolean
is_field (GtkWidget *widget, const char *caption)
{
  return PATAL_IS_FIELD (widget) && find (widget, is_label, caption) != NULL;
}

static gboolean
is_entry (GtkWidget *widget, G_GNUC_UNUSED const char *words)
{
  return GTK_IS_ENTRY (widget);
}

static gboolean
is_button (GtkWidget *widget, const char *words)
{
  return GTK_IS_BUTTON (widget) && find (widget, is_label, words) != NULL;
}

static gboolean
is_check (GtkWidget *widget, const char *words)
{
  return GTK_IS_CHECK_BUTTON (widget) && find (widget, is_label, words) != NULL;
}

static gboolean
is_choice (GtkWidget *widget, const char *words)
{
  return PATAL_IS_CHOICE (widget) && find (widget, is_label, words) != NULL;
}

static gboolean
shows (Fixture *f, Match match, const char *words)
{
  return find (f->window, match, words) != NULL;
}

static gboolean
label_shows (gpointer data)
{
  const Fixture *f = data;

  return (find (f->window, is_label, f->sql) != NULL) == (f->wanted != 0);
}

/* The window hears of an edit a moment after the file has it. */
static void
wait_label (Fixture *f, const char *words, gboolean wanted)
{
  f->sql = words;
  f->wanted = wanted;
  wait_for (label_shows, f, words);
}

static void
type (Fixture *f, const char *caption, const char *text)
{
  GtkWidget *field = find (f->window, is_field, caption);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (find (field, is_entry, NULL)), text);
}

static void
press (Fixture *f, const char *words)
{
  GtkWidget *button = find (f->window, is_button, words);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
can_redo (gpointer data)
{
  g_autofree char *label = NULL;

  g_object_get (data, "redo-label", &label, NULL);
  return label != NULL;
}

/* --- the fields of a work --- */

static void
test_saved (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  patal_work_pane_set_field (f->pane, "sanctioned.total", "Rs. 2,45,000/-");
  g_assert_cmpint (patal_work_pane_get_work (f->pane)->sanctioned.total_paise, ==, 24500000);
  g_assert_true (patal_document_has_typed (f->document));
  g_assert_true (patal_work_pane_leave (f->pane));
  wait_until (f, "SELECT total_paise FROM work WHERE id = ?1", 24500000);
  g_assert_false (patal_document_has_typed (f->document));
  patal_document_undo (f->document);
  wait_until (f, "SELECT total_paise IS NULL FROM work WHERE id = ?1", 1);
  wait_for (can_redo, f->document, "what can be redone");
  patal_document_redo (f->document);
  wait_until (f, "SELECT total_paise FROM work WHERE id = ?1", 24500000);
}

static void
test_wrong (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  type (f, "Wage", "much");
  g_assert_true (shows (f, is_label, "Write an amount*"));
  g_assert_cmpint (patal_work_pane_get_work (f->pane)->sanctioned.wage_paise, ==, 15000000);
  g_assert_false (patal_work_pane_leave (f->pane));
  g_assert_false (patal_work_pane_show (f->pane, 0));
  g_assert_cmpint (patal_work_pane_get_id (f->pane), ==, f->work.id);
  patal_work_pane_turn_to (f->pane, PATAL_WORK_PART_FILE); /* stays where the fault is */
  g_assert_true (shows (f, is_label, "Write an amount*"));
  g_assert_true (patal_document_drop_typed (f->document));
  g_assert_false (shows (f, is_label, "Write an amount*"));
  g_assert_true (patal_work_pane_leave (f->pane));
  g_assert_cmpint (ask (f, "SELECT wage_paise FROM work WHERE id = ?1"), ==, 15000000);
}

static void
test_offers (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_true (shows (f, is_label, "Wage : material = 61.2 : 38.8"));
  press (f, "Take the sum: 2,45,000");
  g_assert_cmpint (patal_work_pane_get_work (f->pane)->sanctioned.total_paise, ==, 24500000);
  g_assert_false (shows (f, is_button, "Take the sum*"));
  type (f, "Total", "2,44,000");
  g_assert_true (shows (f, is_label, "Wage and material add up to 2,45,000"));
  g_assert_true (patal_work_pane_leave (f->pane)); /* what an order says is kept, whether it adds up or not */
  wait_until (f, "SELECT total_paise FROM work WHERE id = ?1", 24400000);
}

static void
test_beneficiary (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_false (shows (f, is_field, "Name of the beneficiary"));
  patal_work_pane_set_field (f->pane, "kind", "individual");
  g_assert_true (shows (f, is_field, "Name of the beneficiary"));
  type (f, "Name of the beneficiary", "9999 8888 7777");
  g_assert_false (patal_work_pane_leave (f->pane));
  type (f, "Name of the beneficiary", "Ram Bai");
  patal_work_pane_set_field (f->pane, "kind", "community");
  g_assert_true (shows (f, is_field, "Name of the beneficiary")); /* what stands there is not hidden */
}

static void
test_materials (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  patal_work_pane_set_field (f->pane, "materials", "Cement: 250 bags: 87,500; Sand: 12 cum");
  g_assert_true (shows (f, is_label, "Together Rs 87,500"));
  g_assert_true (patal_work_pane_leave (f->pane));
  wait_until (f, "SELECT count (*) FROM work_material WHERE work = ?1", 2);
  patal_document_undo (f->document);
  wait_until (f, "SELECT count (*) FROM work_material WHERE work = ?1", 0);
}

static void
test_new (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  gint64 before = ask (f, "SELECT count (*) FROM work WHERE ?1 = ?1");

  g_assert_true (patal_work_pane_begin (f->pane, f->work.gp));
  g_assert_cmpint (patal_work_pane_get_id (f->pane), ==, 0);
  type (f, "Name (English)", "Check dam");
  g_assert_true (patal_work_pane_leave (f->pane));
  wait_until (f, "SELECT count (*) FROM work WHERE ?1 = ?1", before + 1);
  patal_document_undo (f->document);
  wait_until (f, "SELECT count (*) FROM work WHERE ?1 = ?1", before);
}

/* --- its board --- */

static void
test_board_early (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  patal_work_pane_turn_to (f->pane, PATAL_WORK_PART_BOARD);
  type (f, "Built on", "20.04.2025");
  g_assert_true (patal_field_has_error (PATAL_FIELD (find (f->window, is_field, "Built on"))));
  g_assert_false (patal_work_pane_leave (f->pane));
  type (f, "Built on", "20 May 2025");
  g_assert_true (patal_work_pane_leave (f->pane));
  wait_until (f, "SELECT built_on = '2025-05-20' FROM board WHERE work = ?1", 1);
  patal_document_undo (f->document);
  wait_until (f, "SELECT count (*) FROM board WHERE work = ?1", 0);
}

static void
test_board_wrong (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  PatalChoice *correct;

  patal_work_pane_turn_to (f->pane, PATAL_WORK_PART_BOARD);
  correct = PATAL_CHOICE (find (f->window, is_choice, "Is the board correct?"));
  g_assert_false (shows (f, is_check, "Wrong size"));
  gtk_drop_down_set_selected (patal_choice_get_drop_down (correct), 2);
  g_assert_true (shows (f, is_label, "Say what is wrong with the board*"));
  g_assert_false (patal_work_pane_leave (f->pane));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (f->window, is_check, "Wrong size")), TRUE);
  g_assert_false (shows (f, is_label, "Say what is wrong with the board*"));
  g_assert_true (patal_work_pane_leave (f->pane));
  wait_until (f, "SELECT correct = 'no' AND defects = 'size' FROM board WHERE work = ?1", 1);
}

/* --- its file --- */

static gboolean
is_row (GtkWidget *widget, const char *words)
{
  return PATAL_IS_WORK_DOC_ROW (widget) && find (widget, is_label, words) != NULL;
}

static PatalWorkDocRow *
row_of (Fixture *f, const char *words)
{
  GtkWidget *row = find (f->window, is_row, words);

  g_assert_nonnull (row);
  return PATAL_WORK_DOC_ROW (row);
}

static void
test_file_toggled (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  patal_work_pane_turn_to (f->pane, PATAL_WORK_PART_FILE);
  g_assert_true (shows (f, is_label, "0 of 22 documents*"));
  for (guint i = 0; i < 3; i++) /* faster than they are written: there, gone, there */
    patal_work_doc_row_toggle (row_of (f, "1. *"));
  patal_work_doc_row_toggle (row_of (f, "5. *"));
  wait_until (f, "SELECT count (*) FROM work_doc WHERE work = ?1 AND available", 2);
  wait_label (f, "2 of 22 documents*", TRUE);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM work_doc WHERE work = ?1"), ==, 2);
  patal_document_undo (f->document);
  wait_until (f, "SELECT count (*) FROM work_doc WHERE work = ?1 AND available", 1);
}

static void
test_file_details (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  PatalWorkDocRow *first, *second;

  patal_work_pane_turn_to (f->pane, PATAL_WORK_PART_FILE);
  first = row_of (f, "4. *");
  second = row_of (f, "6. *");
  patal_work_doc_row_set_expanded (first, TRUE);
  type (f, "From page", "15");
  type (f, "To page", "12");
  g_assert_true (patal_document_has_typed (f->document));
  g_assert_true (shows (f, is_label, "The last page comes before the first"));
  g_assert_false (patal_work_pane_leave (f->pane));
  patal_work_doc_row_set_expanded (second, TRUE); /* what is typed wrong stays in sight */
  g_assert_true (patal_work_doc_row_get_expanded (first));
  g_assert_false (patal_work_doc_row_get_expanded (second));
  type (f, "To page", "१८");
  patal_work_doc_row_toggle (first); /* both at once: neither undoes the other */
  patal_work_doc_row_set_expanded (second, TRUE);
  g_assert_false (patal_work_doc_row_get_expanded (first));
  wait_until (f, "SELECT available AND page_from = 15 AND page_to = 18 FROM work_doc WHERE work = ?1", 1);
}

/* --- what is frozen --- */

static double
luminance (const guchar *pixel, guint alpha) /* premultiplied, on white */
{
  double sum = 0;
  const double weights[] = { 0.0722, 0.7152, 0.2126 }; /* blue, green, red */

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double part = (pixel[i] + 255.0 - alpha) / 255;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

/* That of the darkest dot of @widget with a white ground, as WCAG has it: 1 to 21; 0: it is not drawn yet. */
static double
contrast_of (GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = g_malloc ((gsize) width * (gsize) height * 4);
  double darkest = 1;

  gdk_paintable_snapshot (picture, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL) /* not drawn since it changed */
    return 0;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * (gsize) height; i++)
    darkest = MIN (darkest, luminance (pixels + 4 * i, pixels[4 * i + 3]));
  return 1.05 / (darkest + 0.05);
}

static gboolean
is_readable (gpointer data)
{
  return contrast_of (data) >= 4.5;
}

static gboolean
is_faint (gpointer data)
{
  double contrast = contrast_of (data);

  return contrast >= 1 && contrast < 4.5;
}

static void
test_frozen (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  GtkWidget *field = find (f->window, is_field, "Name (*English)"), *empty = find (f->window, is_field, "Name (*Hindi)");

  g_assert_nonnull (field);
  g_assert_nonnull (empty);
  patal_freeze_record (f->document, PATAL_WORK_RECORD (f->work.id), "Pond deepening");
  wait_label (f, "Frozen: *", TRUE);
  g_assert_false (gtk_widget_is_sensitive (field));
  wait_for (is_readable, find (field, is_label, "*"), "a caption that can be read");
  wait_for (is_readable, find (field, is_entry, NULL), "words that can be read");
  wait_for (is_faint, find (empty, is_entry, NULL), "a frame that is fainter than words"); /* these were measured, and not the frame */
}

/* --- what is attached --- */

static void
test_attachments (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_build_filename (folder, "attached", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 30);
  g_autofree char *png = NULL;
  gsize size;
  g_autoptr (GBytes) photo = NULL, scan = NULL;
  const char *media_type = NULL;
  GError *error = NULL;

  g_assert_nonnull (f->pane);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &png, &size, "png", NULL, NULL));
  g_assert_true (g_file_set_contents (name, png, (gssize) size, NULL));
  photo = patal_attachment_read (file, PATAL_ATTACHMENT_PHOTO, &media_type, NULL);
  g_assert_cmpuint (g_bytes_get_size (photo), ==, size);
  g_assert_cmpstr (media_type, ==, "image/png");
  g_assert_true (g_file_set_contents (name, png, (gssize) size / 2, NULL)); /* a copy that broke off */
  g_assert_null (patal_attachment_read (file, PATAL_ATTACHMENT_PHOTO, &media_type, &error));
  g_assert_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (name, "%PDF-1.4\n", -1, NULL));
  g_assert_null (patal_attachment_read (file, PATAL_ATTACHMENT_PHOTO, &media_type, &error));
  g_assert_error (error, PATAL_ATTACHMENT_ERROR, PATAL_ATTACHMENT_ERROR_FORMAT);
  g_clear_error (&error);
  scan = patal_attachment_read (file, PATAL_ATTACHMENT_SCAN, &media_type, NULL);
  g_assert_cmpstr (patal_attachment_ending (media_type), ==, ".pdf");
  g_assert_cmpint (truncate (name, 26 * 1024 * 1024), ==, 0);
  g_assert_null (patal_attachment_read (file, PATAL_ATTACHMENT_SCAN, &media_type, &error));
  g_assert_error (error, PATAL_ATTACHMENT_ERROR, PATAL_ATTACHMENT_ERROR_TOO_BIG);
  g_clear_error (&error);
  g_remove (name);
}

/* --- templates --- */

static gboolean
some_window_shows (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !found; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find (window, is_label, data) != NULL;
    }
  return found;
}

static void
close_others (Fixture *f)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (GTK_WIDGET (window) != f->window)
        gtk_window_destroy (window);
    }
}

static void
test_templates (Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_build_filename (folder, "hamara.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autofree char *text = patal_board_template_text (patal_document_reader (f->document), "community", NULL);
  g_autofree char *broken = g_strconcat (text, "\n[field nonsense]\nweight = much\n", NULL);
  GtkWidget *rows = patal_template_rows_new (f->document);

  gtk_window_set_child (GTK_WINDOW (f->window), rows);
  f->pane = (gpointer) rows; /* what tear_down() looks after */
  g_assert_true (g_file_set_contents (name, broken, -1, NULL));
  patal_template_rows_take (PATAL_TEMPLATE_ROWS (rows), file);
  wait_for (some_window_shows, (gpointer) "“hamara” Is No Template Yet", "the faults");
  g_assert_true (some_window_shows ((gpointer) "Line *"));
  g_assert_cmpint (ask (f, "SELECT count (*) FROM board_template WHERE ?1 = ?1"), ==, 0);
  close_others (f);
  g_assert_true (g_file_set_contents (name, text, -1, NULL));
  patal_template_rows_take (PATAL_TEMPLATE_ROWS (rows), file);
  wait_until (f, "SELECT count (*) FROM board_template WHERE ?1 = ?1 AND name = 'hamara'", 1);
  wait_label (f, "* (hamara)", TRUE);
  patal_document_undo (f->document);
  wait_until (f, "SELECT count (*) FROM board_template WHERE ?1 = ?1", 0);
  wait_label (f, "* (hamara)", FALSE);
  g_remove (name);
}

/* --- parts by themselves --- */

static void
test_material_list (void)
{
  GtkWidget *list = g_object_ref_sink (g_object_new (PATAL_TYPE_MATERIAL_LIST, NULL));
  g_autoptr (GPtrArray) materials = NULL, read = NULL;
  g_autofree char *before = NULL, *after = NULL;
  GError *error = NULL;

  g_assert_true (patal_materials_parse ("सीमेंट: 250 बोरी: 87,500; रेत: 12 घ.मी.", &materials, NULL));
  patal_material_list_set_materials (PATAL_MATERIAL_LIST (list), materials);
  g_assert_true (patal_material_list_read (PATAL_MATERIAL_LIST (list), &read, NULL));
  before = patal_materials_format (materials);
  after = patal_materials_format (read);
  g_assert_cmpstr (after, ==, before);
  patal_material_list_set_typed (PATAL_MATERIAL_LIST (list), (const char *const[]) { "Sand", "", "much", NULL });
  g_assert_false (patal_material_list_read (PATAL_MATERIAL_LIST (list), &read, &error));
  g_assert_error (error, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_MALFORMED);
  g_clear_error (&error);
  patal_material_list_set_typed (PATAL_MATERIAL_LIST (list), (const char *const[]) { "", "4 bags", "", NULL });
  g_assert_false (patal_material_list_read (PATAL_MATERIAL_LIST (list), &read, &error));
  g_assert_error (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_MATERIAL);
  g_clear_error (&error);
  g_assert_finalize_object (list);
}

/* What is typed into the fields of a work, and how it is shown then; NULL: it is refused and the work stays as it was. */
static void
test_work_members (void)
{
  static const struct { PatalWorkMember member; const char *typed, *shown; } cases[] = {
    { PATAL_MEMBER_NAME_HI, "  तालाब   गहरीकरण ", "तालाब गहरीकरण" }, { PATAL_MEMBER_FY, "२०२६-२७", "2026-27" },
    { PATAL_MEMBER_START, "1/4/26", "01.04.2026" }, { PATAL_MEMBER_START, "31.02.2026", NULL },
    { PATAL_MEMBER_WAGE, "₹ 2.5 लाख", "2,50,000" }, { PATAL_MEMBER_WAGE, "-0.01", NULL }, { PATAL_MEMBER_WAGE, "बहुत", NULL },
    { PATAL_MEMBER_DAYS, "1050", "1,050" }, { PATAL_MEMBER_DAYS, "-1", NULL }, { PATAL_MEMBER_LAT, "21.9556", "21.9556" },
    { PATAL_MEMBER_LON, "east", NULL },
  };
  g_auto (PatalWork) work = { 0 };

  patal_work_init (&work);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = patal_work_member_format (cases[i].member, &work), *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean taken = patal_work_member_parse (cases[i].member, &work, cases[i].typed, &error);

      after = patal_work_member_format (cases[i].member, &work);
      g_assert_cmpint (taken, ==, cases[i].shown != NULL);
      g_assert_true (taken || error->domain == PATAL_VALUE_ERROR);
      g_assert_cmpstr (after, ==, taken ? cases[i].shown : before);
    }
  for (PatalWorkMember i = 0; i < PATAL_N_MEMBERS; i++)
    {
      g_autofree char *nothing = NULL;

      g_assert_true (patal_work_member_parse (i, &work, "", NULL));
      nothing = patal_work_member_format (i, &work);
      g_assert_null (nothing);
    }
}


int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*test) (Fixture *f, gconstpointer data); } tests[] = {
    { "/work/saved", test_saved }, { "/work/wrong", test_wrong }, { "/work/offers", test_offers },
    { "/work/beneficiary", test_beneficiary }, { "/work/materials", test_materials }, { "/work/new", test_new },
    { "/board/early", test_board_early }, { "/board/wrong", test_board_wrong }, { "/file/toggled", test_file_toggled },
    { "/file/details", test_file_details }, { "/frozen/readable", test_frozen }, { "/attachments", test_attachments }, { "/templates", test_templates },
  };
  PatalApplication *app;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  path = argv[1];
  app = patal_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/material-list", test_material_list);
  g_test_add_func ("/work-member/typed", test_work_members);
  status = g_test_run ();
  g_object_unref (app);
  return status;
}
