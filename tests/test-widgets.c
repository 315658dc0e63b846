/* test-widgets.c: each widget of the window is built, shown, taken down, and gone: nothing holds on to it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   test-widgets DEMO.patal     under an X server (window/under-x.py) */
#include "patal-backups-dialog.h"
#include "patal-blackout-dialog.h"
#include "patal-board-choice.h"
#include "patal-board-print.h"
#include "patal-board-view.h"
#include "patal-boards-page.h"
#include "patal-board-settings.h"
#include "patal-calendar-page.h"
#include "patal-desk.h"
#include "patal-district-page.h"
#include "patal-doc-type-dialog.h"
#include "patal-entry-row.h"
#include "patal-export-dialog.h"
#include "patal-field.h"
#include "patal-findings-list.h"
#include "patal-history-list.h"
#include "patal-holdings-list.h"
#include "patal-holiday-dialog.h"
#include "patal-import-columns.h"
#include "patal-import-window.h"
#include "patal-journal-window.h"
#include "patal-new-district-dialog.h"
#include "patal-moved-page.h"
#include "patal-people-page.h"
#include "patal-place-button.h"
#include "patal-person-dialog.h"
#include "patal-posting-dialog.h"
#include "patal-preferences.h"
#include "patal-print-preview.h"
#include "patal-rate-dialog.h"
#include "patal-record-chooser.h"
#include "patal-row-list.h"
#include "patal-scheme-dialog.h"
#include "patal-scope-list.h"
#include "patal-search-button.h"
#include "patal-trouble-page.h"
#include "patal-turn-bar.h"
#include "patal-undo-buttons.h"
#include "patal-unit-form.h"
#include "patal-unit-map.h"
#include "patal-unit-pane.h"
#include "patal-units-page.h"
#include "patal-vacancies-page.h"
#include "patal-venue-dialog.h"
#include "patal-venues-page.h"
#include "patal-wait-page.h"
#include "patal-welcome-page.h"
#include "patal-window.h"
#include "patal-year-view.h"

#define PATIENCE_US (10 * G_USEC_PER_SEC)
#define A_WHILE_US  (G_USEC_PER_SEC / 4)

static const char *path;
static PatalApplication *app;

/* --- waiting --- */

static gboolean
tick_cb (G_GNUC_UNUSED gpointer user_data)
{
  return G_SOURCE_CONTINUE; /* an iteration that waits also ends where nothing happens */
}

/* Runs the main loop until *@pointer is NULL, or for @most_us. */
static void
run_until_null (gpointer *pointer, gint64 most_us)
{
  gint64 end = g_get_monotonic_time () + most_us;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (*pointer != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
}

static void
run_a_while (void)
{
  gpointer never = &never;

  run_until_null (&never, A_WHILE_US);
}

static gint64
first_id (PatalDocument *document, const char *sql)
{
  gint64 id = 0;

  g_assert_true (patal_db_int (patal_document_reader (document), sql, NULL, &id, NULL));
  return id;
}

#define A_GP(document) first_id (document, "SELECT min (id) FROM unit WHERE level = 'gp'")

/* --- parts of a window --- */

static GtkWidget *
make_field (G_GNUC_UNUSED PatalDocument *document)
{
  GtkWidget *field = patal_field_new ("_Name");

  patal_field_set_error (PATAL_FIELD (field), "Give a name");
  patal_field_set_warning (PATAL_FIELD (field), "Look again");
  g_assert_false (patal_field_has_error (PATAL_FIELD (field)));
  return field;
}

static GtkWidget *
make_form (PatalDocument *document)
{
  GtkWidget *form = g_object_new (PATAL_TYPE_UNIT_FORM, NULL);
  g_auto (PatalUnit) unit = { .population = -1 };

  patal_unit_form_set_document (PATAL_UNIT_FORM (form), document);
  g_assert_true (patal_unit_load (patal_document_reader (document), A_GP (document), &unit, NULL));
  patal_unit_form_set_unit (PATAL_UNIT_FORM (form), &unit);
  return form;
}

static GtkWidget *
make_pane (PatalDocument *document)
{
  GtkWidget *pane = patal_unit_pane_new (document);

  patal_unit_pane_show (PATAL_UNIT_PANE (pane), A_GP (document));
  return pane;
}

static GtkWidget *
make_holdings (PatalDocument *document)
{
  GtkWidget *list = g_object_new (PATAL_TYPE_HOLDINGS_LIST, NULL);

  patal_holdings_list_set_document (PATAL_HOLDINGS_LIST (list), document);
  patal_holdings_list_set_unit (PATAL_HOLDINGS_LIST (list), A_GP (document));
  return list;
}

static GtkWidget *
make_history (PatalDocument *document)
{
  GtkWidget *list = g_object_new (PATAL_TYPE_HISTORY_LIST, NULL);

  patal_history_list_set_document (PATAL_HISTORY_LIST (list), document);
  return list;
}

static GtkWidget *
make_scopes (PatalDocument *document)
{
  GtkWidget *list = g_object_new (PATAL_TYPE_SCOPE_LIST, NULL);

  patal_scope_list_set_document (PATAL_SCOPE_LIST (list), document);
  return list;
}

static GtkWidget *
make_search (PatalDocument *document)
{
  GtkWidget *button = g_object_new (PATAL_TYPE_SEARCH_BUTTON, NULL);

  patal_search_button_set_document (PATAL_SEARCH_BUTTON (button), document);
  return button;
}

static GtkWidget *
make_chooser (PatalDocument *document)
{
  GtkWidget *chooser = patal_record_chooser_new (document, "_Place", "unit");

  patal_record_chooser_set_record (PATAL_RECORD_CHOOSER (chooser), A_GP (document));
  return chooser;
}

static GtkWidget *
make_rows (PatalDocument *document)
{
  return GTK_WIDGET (patal_row_list_new (document, patal_unit_row_sql, "Places"));
}

static GtkWidget *
make_place (PatalDocument *document)
{
  GtkWidget *button = g_object_new (PATAL_TYPE_PLACE_BUTTON, NULL);

  patal_place_button_set_document (PATAL_PLACE_BUTTON (button), document);
  patal_place_button_set_place (PATAL_PLACE_BUTTON (button), A_GP (document));
  return button;
}

static PatalFinding *
finding_new (const char *text, const char *value)
{
  PatalFinding *finding = g_new (PatalFinding, 1);

  *finding = (PatalFinding) { PATAL_FINDING_SUM, PATAL_FINDING_WARNS, "sanctioned.total", g_strdup (text), g_strdup (value), g_strdup (value) };
  return finding;
}

/* What stays stays, with its widgets; the rows are those of the findings after each change. */
static GtkWidget *
make_findings (G_GNUC_UNUSED PatalDocument *document)
{
  GtkWidget *list = g_object_new (PATAL_TYPE_FINDINGS_LIST, NULL);
  static const char *const texts[] = { "a", "b", "c" };

  for (guint last = G_N_ELEMENTS (texts); last > 0; last--)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_finding_free);

      for (guint i = 0; i < last; i++)
        g_ptr_array_add (findings, finding_new (texts[i], i > 0 ? "100" : NULL));
      patal_findings_list_set (PATAL_FINDINGS_LIST (list), findings);
    }
  return list;
}

static GtkWidget *
make_board (G_GNUC_UNUSED PatalDocument *document)
{
  PatalForm *form = patal_form_new (&(PatalFormFrame) { .name = "Road", .title = "Board", .ground = 0xffffff, .reading_m = 3, .lang = PATAL_LANG_EN });
  GtkWidget *window = gtk_scrolled_window_new (), *view = g_object_new (PATAL_TYPE_BOARD_VIEW, NULL);
  g_autoptr (PatalBoardLayout) layout = NULL;

  patal_form_add (form, &(PatalFormField) { .id = "work_name", .label = "Name", .value = "Road", .weight = 1, .share = 1 });
  layout = patal_board_layout_new (form, 914, 610);
  patal_form_unref (form);
  patal_board_view_set_layout (PATAL_BOARD_VIEW (view), layout);
  patal_board_view_choose (PATAL_BOARD_VIEW (view), "work_name");
  patal_zoom_view_zoom_in (PATAL_ZOOM_VIEW (view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), view);
  return window;
}

static GtkWidget *
make_size (G_GNUC_UNUSED PatalDocument *document)
{
  static const struct { double width, height; } sizes[] = { { 0, 0 }, { 1524, 1219 }, { 210, 297 }, { 1000, 700 } };
  GtkWidget *choice = g_object_new (PATAL_TYPE_BOARD_SIZE_CHOICE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double width, height;

      patal_board_size_choice_set (PATAL_BOARD_SIZE_CHOICE (choice), sizes[i].width, sizes[i].height);
      g_assert_true (patal_board_size_choice_get (PATAL_BOARD_SIZE_CHOICE (choice), &width, &height));
      g_assert_cmpfloat_with_epsilon (width, sizes[i].width, 1);
      g_assert_cmpfloat_with_epsilon (height, sizes[i].height, 1);
    }
  return choice;
}

static GtkWidget *
make_columns (G_GNUC_UNUSED PatalDocument *document)
{
  return g_object_new (PATAL_TYPE_IMPORT_COLUMNS, NULL);
}

static GtkWidget *
make_year (G_GNUC_UNUSED PatalDocument *document)
{
  return patal_year_view_new ();
}

static GtkWidget *
make_welcome (G_GNUC_UNUSED PatalDocument *document)
{
  return patal_welcome_page_new ();
}

static GtkWidget *
make_trouble (PatalDocument *document)
{
  GtkWidget *page = patal_trouble_page_new ();
  g_autoptr (GError) error = g_error_new_literal (PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED, "It is damaged");

  patal_trouble_page_show (PATAL_TROUBLE_PAGE (page), patal_document_path (document), error);
  return page;
}

static GtkWidget *
make_moved (PatalDocument *document)
{
  GtkWidget *page = patal_moved_page_new ();

  patal_moved_page_show (PATAL_MOVED_PAGE (page), document, NULL);
  return page;
}

static GtkWidget *
make_undo (PatalDocument *document)
{
  GtkWidget *buttons = g_object_new (PATAL_TYPE_UNDO_BUTTONS, NULL);

  patal_undo_buttons_set_document (PATAL_UNDO_BUTTONS (buttons), document);
  return buttons;
}

static GtkWidget *
make_turn (PatalDocument *document)
{
  GtkWidget *bar = g_object_new (PATAL_TYPE_TURN_BAR, NULL);

  patal_turn_bar_set_document (PATAL_TURN_BAR (bar), document);
  return bar;
}

static GtkWidget *
make_wait (G_GNUC_UNUSED PatalDocument *document)
{
  GtkWidget *page = g_object_new (PATAL_TYPE_WAIT_PAGE, NULL);

  patal_wait_page_say (PATAL_WAIT_PAGE (page), "Restoring");
  patal_wait_page_set_share (PATAL_WAIT_PAGE (page), 0.5);
  return page;
}

typedef struct
{
  const char *name;
  GtkWidget *(*make) (PatalDocument *document);
} Part;

static const Part parts[] = {
  { "field", make_field }, { "unit-form", make_form }, { "unit-pane", make_pane }, { "holdings-list", make_holdings },
  { "history-list", make_history }, { "scope-list", make_scopes }, { "search-button", make_search },
  { "record-chooser", make_chooser }, { "row-list", make_rows }, { "import-columns", make_columns },
  { "year-view", make_year }, { "welcome-page", make_welcome }, { "trouble-page", make_trouble },
  { "moved-page", make_moved }, { "turn-bar", make_turn }, { "undo-buttons", make_undo }, { "wait-page", make_wait },
  { "unit-map", patal_unit_map_new }, { "units-page", patal_units_page_new }, { "people-page", patal_people_page_new },
  { "vacancies-page", patal_vacancies_page_new }, { "venues-page", patal_venues_page_new },
  { "calendar-page", patal_calendar_page_new }, { "district-page", patal_district_page_new },
  { "place-button", make_place }, { "findings-list", make_findings }, { "board-view", make_board }, { "board-size-choice", make_size },
  { "boards-page", patal_boards_page_new },
};

static void
test_part (gconstpointer data)
{
  const Part *part = data;
  g_autoptr (GError) error = NULL;
  PatalDocument *document = patal_document_new (path, &error);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget;

  g_assert_no_error (error);
  patal_document_start (document);
  widget = part->make (document);
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  run_a_while ();
  g_assert_true (gtk_widget_get_mapped (widget));
  gtk_window_destroy (GTK_WINDOW (window));
  patal_document_stop (document);
  run_until_null ((gpointer *) &widget, PATIENCE_US);
  g_assert_null (widget);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document); /* answers of its threads may still be on their way, and hold it until they come */
  run_until_null ((gpointer *) &document, PATIENCE_US);
  g_assert_null (document);
}

/* --- the marks of a ruler --- */

static void
test_ruler (void)
{
  static const struct { PatalRulerUnit unit; double px_per_mm, major_mm; guint minors; const char *third; } cases[] = {
    { PATAL_RULER_MM, 0.5, 100, 10, "300" }, { PATAL_RULER_MM, 0.3, 200, 4, "600" }, { PATAL_RULER_MM, 40, 2, 2, "6" },
    { PATAL_RULER_MM, 1e-6, 5000, 5, "15000" }, /* nothing coarser there is */
    { PATAL_RULER_FEET, 0.5, 6 * PATAL_MM_PER_INCH, 6, "1′ 6″" }, { PATAL_RULER_FEET, 0.2, PATAL_MM_PER_FOOT, 12, "3′" },
    { PATAL_RULER_FEET, 1, 2 * PATAL_MM_PER_INCH, 4, "6″" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalRulerStep step = patal_ruler_step (cases[i].unit, cases[i].px_per_mm, 44);
      g_autofree char *number = patal_ruler_number (cases[i].unit, 3 * step.major_mm);

      g_assert_cmpfloat_with_epsilon (step.major_mm, cases[i].major_mm, 0.001);
      g_assert_cmpuint (step.minors, ==, cases[i].minors);
      g_assert_cmpstr (number, ==, cases[i].third);
    }
}

/* --- a file of an older schema --- */

typedef struct
{
  gboolean  ended, migrated;
  GError   *error;
} Migration;

static void
migrated_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  Migration *migration = user_data;

  migration->migrated = patal_document_migrate_finish (result, &migration->error);
  migration->ended = TRUE;
}

static void
migrate (const char *which, Migration *migration)
{
  *migration = (Migration) { FALSE };
  patal_document_migrate_async (which, NULL, NULL, migrated_cb, migration);
  while (!migration->ended)
    g_main_context_iteration (NULL, TRUE);
}

/* There is one schema so far, so this is the way that an older file goes, without the step: test-file.c has that. */
static void
test_migrate (void)
{
  g_autofree char *none = g_strconcat (path, ".none", NULL);
  g_autoptr (PatalDb) writer = NULL;
  Migration migration;

  migrate (path, &migration);
  g_assert_no_error (migration.error);
  g_assert_true (migration.migrated);
  writer = patal_file_open (path, PATAL_FILE_WRITE, patal_desk_searched, NULL, NULL); /* it was let go of */
  g_assert_nonnull (writer);
  migrate (path, &migration);
  g_assert_error (migration.error, PATAL_DB_ERROR, PATAL_DB_ERROR_LOCKED);
  g_assert_false (migration.migrated);
  g_clear_error (&migration.error);
  migrate (none, &migration);
  g_assert_error (migration.error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_clear_error (&migration.error);
}

/* --- the pane of a place that comes and goes --- */

/* Into the first entry. */
static gboolean
type_into (GtkWidget *widget, const char *text)
{
  if (GTK_IS_ENTRY (widget))
    {
      gtk_editable_set_text (GTK_EDITABLE (widget), text);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (type_into (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
insert_unit (PatalDb *db, gpointer data, GError **error)
{
  return patal_unit_insert (db, data, error);
}

static gpointer
insert_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL ("Added {1}", "Nayapara"), insert_unit, data, error));
}

/* What an undo takes away is not shown any more, with or without something typed; a redo brings it back. */
static void
test_taken_away (void)
{
  PatalDocument *document = patal_document_new (path, NULL);
  GtkWidget *pane = g_object_ref_sink (patal_unit_pane_new (document));
  PatalUnit unit = { .parent = first_id (document, "SELECT min (id) FROM unit WHERE level = 'block'"),
                     .level = PATAL_LEVEL_GP, .name_en = (char *) "Nayapara", .households = -1, .population = -1, .sc = -1,
                     .st = -1 };

  patal_document_start (document);
  patal_document_write_async (document, insert_job, &unit, NULL, NULL, NULL, NULL, NULL);
  run_a_while ();
  g_assert_cmpint (unit.id, !=, 0);
  g_assert_true (patal_unit_pane_show (PATAL_UNIT_PANE (pane), unit.id));
  for (guint typed = 0; typed < 2; typed++)
    {
      patal_document_undo (document);
      run_a_while ();
      g_assert_cmpint (patal_unit_pane_get_unit (PATAL_UNIT_PANE (pane)), ==, 0);
      patal_document_redo (document);
      run_a_while ();
      g_assert_cmpint (patal_unit_pane_get_unit (PATAL_UNIT_PANE (pane)), ==, unit.id);
      type_into (pane, "Nayapara Kala");
    }
  g_assert_true (patal_document_drop_typed (document));
  g_assert_false (patal_document_drop_typed (document));
  patal_document_undo (document);
  run_a_while ();
  g_object_unref (pane);
  patal_document_stop (document);
  g_object_unref (document);
}

/* --- windows of their own, opened from the main window --- */

static void
show_backups (PatalWindow *window)
{
  patal_backups_dialog_show (window);
}

static void
show_blackout (PatalWindow *window)
{
  patal_blackout_dialog_show (GTK_WIDGET (window), patal_window_get_document (window), 0,
                              A_GP (patal_window_get_document (window)), patal_day_from_ymd (2025, 6, 1));
}

static void
show_boards (PatalWindow *window)
{
  PatalDocument *document = patal_window_get_document (window);
  gint64 work = first_id (document, "SELECT ifnull (min (id), 0) FROM work");
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (listed, work);
  patal_board_print_show (window, document, &(PatalBoardPrintStart) { .current = work, .listed = listed });
}

static void
show_export (PatalWindow *window)
{
  patal_export_dialog_show (window, patal_window_get_document (window), &(PatalReportStart) { "units", 0, 0 });
}

static void
show_holiday (PatalWindow *window)
{
  patal_holiday_dialog_show (GTK_WIDGET (window), patal_window_get_document (window), 0, patal_day_from_ymd (2025, 6, 1));
}

static void
show_import (PatalWindow *window)
{
  patal_import_window_show (GTK_WINDOW (window), patal_window_get_document (window), NULL);
}

static void
show_journal (PatalWindow *window)
{
  patal_journal_window_show (GTK_WINDOW (window), patal_window_get_document (window));
}

static void
show_new_district (PatalWindow *window)
{
  patal_new_district_dialog_show (app, GTK_WINDOW (window));
}

static void
show_person (PatalWindow *window)
{
  PatalDocument *document = patal_window_get_document (window);

  patal_person_dialog_show (GTK_WIDGET (window), document, first_id (document, "SELECT min (id) FROM person"));
}

static void
show_posting (PatalWindow *window)
{
  PatalDocument *document = patal_window_get_document (window);

  patal_posting_dialog_show (GTK_WIDGET (window), document, &(PatalPostingStart) { .unit = A_GP (document) });
}

static void
show_preferences (PatalWindow *window)
{
  patal_preferences_show (GTK_WINDOW (window));
}

static void
show_board_settings (PatalWindow *window)
{
  patal_board_settings_show (GTK_WIDGET (window), patal_window_get_document (window));
}

static void
show_scheme (PatalWindow *window)
{
  patal_scheme_dialog_show (GTK_WIDGET (window), patal_window_get_document (window), &(PatalScheme) { .id = 1, .code = (char *) "MGNREGA" });
}

static void
show_rate (PatalWindow *window)
{
  patal_rate_dialog_show (GTK_WIDGET (window), patal_window_get_document (window), NULL, "22");
}

static void
show_doc_type (PatalWindow *window)
{
  patal_doc_type_dialog_show (GTK_WIDGET (window), patal_window_get_document (window), NULL, 23);
}

static void
show_print (PatalWindow *window)
{
  patal_print_preview_show (window, patal_window_get_document (window), &(PatalReportStart) { "people", 0, 0 });
}

static void
show_venue (PatalWindow *window)
{
  PatalDocument *document = patal_window_get_document (window);

  patal_venue_dialog_show (GTK_WIDGET (window), document, first_id (document, "SELECT min (id) FROM venue"), 0);
}

typedef struct
{
  const char *name;
  void (*show) (PatalWindow *window); /* NULL: nothing but the main window */
} Dialog;

static const Dialog dialogs[] = {
  { "board-settings", show_board_settings }, { "scheme-dialog", show_scheme }, { "rate-dialog", show_rate },
  { "doc-type-dialog", show_doc_type },
  { "window", NULL }, { "backups-dialog", show_backups }, { "blackout-dialog", show_blackout }, { "board-print", show_boards },
  { "export-dialog", show_export }, { "holiday-dialog", show_holiday }, { "import-window", show_import },
  { "journal-window", show_journal }, { "new-district-dialog", show_new_district }, { "person-dialog", show_person },
  { "posting-dialog", show_posting }, { "preferences", show_preferences }, { "print-preview", show_print }, { "venue-dialog", show_venue },
};

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean open;
} Gate;

static gpointer
gate_job (G_GNUC_UNUSED PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, G_GNUC_UNUSED GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return GINT_TO_POINTER (TRUE);
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

/* (nullable): the button that stops what lasts, where it is to be seen. */
static GtkWidget *
stop_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.stop-turning") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = stop_button (child);
  return found;
}

static char *
undo_label (PatalDocument *document)
{
  char *label;

  g_object_get (document, "undo-label", &label, NULL);
  return label;
}

/* Waits until @label is what undo would do, or patience ends. */
static void
wait_for_undo_label (PatalDocument *document, const char *label)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *now = undo_label (document);

      if (g_strcmp0 (now, label) == 0)
        return;
      run_a_while ();
    }
}

/* An undo that lasts shows itself; stopped there, it leaves the record and can be done later. */
static void
test_stopped_undo (void)
{
  PatalWindow *window = patal_window_new (app);
  PatalUnit unit = { .level = PATAL_LEVEL_GP, .name_en = (char *) "Nayapara", .households = -1, .population = -1, .sc = -1,
                     .st = -1 };
  PatalDocument *document;
  Gate gate = { 0 };

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  patal_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
  run_a_while ();
  document = patal_window_get_document (window);
  unit.parent = first_id (document, "SELECT min (id) FROM unit WHERE level = 'block'");
  patal_document_write_async (document, insert_job, &unit, NULL, NULL, NULL, NULL, NULL);
  run_a_while ();
  for (int stopped = TRUE; stopped >= FALSE; stopped--)
    {
      g_autofree char *label = NULL, *after = NULL;
      gint64 left;

      wait_for_undo_label (document, "Added Nayapara");
      label = undo_label (document);
      g_assert_cmpstr (label, ==, "Added Nayapara");
      gate.open = FALSE;
      patal_document_write_async (document, gate_job, &gate, NULL, NULL, NULL, NULL, NULL);
      patal_document_undo (document);
      run_a_while ();
      g_assert_null (stop_button (GTK_WIDGET (window))); /* not yet: most are over by now */
      for (guint i = 0; i < 20 && stop_button (GTK_WIDGET (window)) == NULL; i++)
        run_a_while ();
      g_assert_nonnull (stop_button (GTK_WIDGET (window)));
      if (stopped)
        g_signal_emit_by_name (stop_button (GTK_WIDGET (window)), "clicked");
      gate_open (&gate);
      for (guint i = 0; i < 20 && stop_button (GTK_WIDGET (window)) != NULL; i++)
        run_a_while ();
      run_a_while ();
      g_assert_null (stop_button (GTK_WIDGET (window)));
      left = first_id (document, "SELECT count (*) FROM unit WHERE name_en = 'Nayapara'");
      after = undo_label (document);
      g_assert_cmpint (left, ==, stopped);
      g_assert_true ((g_strcmp0 (after, label) == 0) == stopped);
    }
  gtk_window_close (GTK_WINDOW (window));
  run_until_null ((gpointer *) &window, PATIENCE_US);
  g_assert_null (window);
}

static void
entered_cb (PatalEntryRow *row, gpointer user_data)
{
  GString *heard = user_data;
  g_autofree char *text = patal_entry_row_get (row);

  g_string_append_printf (heard, "[%s]", text != NULL ? text : "");
}

/* What is typed is told by Enter, when the focus goes, and when the window does; each text once. */
static void
test_entry_row (void)
{
  GtkWidget *window = gtk_window_new (), *list = gtk_list_box_new ();
  GtkWidget *row = patal_entry_row_new (), *other = patal_entry_row_new ();
  g_autoptr (GString) heard = g_string_new (NULL);

  g_signal_connect (row, "entered", G_CALLBACK (entered_cb), heard);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_append (GTK_LIST_BOX (list), other);
  gtk_window_set_child (GTK_WINDOW (window), list);
  patal_entry_row_show (PATAL_ENTRY_ROW (row), "Ram");
  gtk_window_present (GTK_WINDOW (window));
  run_a_while ();
  gtk_widget_grab_focus (row);
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (heard->str, ==, ""); /* nothing was typed */
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Sita");
  patal_entry_row_show (PATAL_ENTRY_ROW (row), "Ram"); /* something else was saved: what is typed stays */
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (heard->str, ==, "[Sita]");
  patal_entry_row_show (PATAL_ENTRY_ROW (row), "Gita"); /* an undo */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Gita");
  gtk_editable_set_text (GTK_EDITABLE (row), "Sita");
  g_signal_emit_by_name (row, "apply");
  gtk_editable_set_text (GTK_EDITABLE (row), "  ");
  gtk_window_close (GTK_WINDOW (window));
  run_a_while ();
  g_assert_cmpstr (heard->str, ==, "[Sita][Sita][]");
}

static GtkWindow *
other_toplevel (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (other != window && !GTK_IS_SHORTCUTS_WINDOW (other)) /* which the application gives every window */
        return other;
    }
  return NULL;
}

static void
test_dialog (gconstpointer data)
{
  const Dialog *dialog = data;
  PatalWindow *window = patal_window_new (app);
  GtkWindow *other = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  patal_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
  run_a_while ();
  g_assert_nonnull (patal_window_get_document (window));
  if (dialog->show != NULL)
    {
      dialog->show (window);
      other = other_toplevel (GTK_WINDOW (window));
      g_assert_nonnull (other);
      g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
      run_a_while ();
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (other)));
      gtk_window_close (other);
      run_until_null ((gpointer *) &other, PATIENCE_US);
      g_assert_null (other);
    }
  gtk_window_close (GTK_WINDOW (window));
  run_until_null ((gpointer *) &window, PATIENCE_US);
  g_assert_null (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  path = argv[1];
  app = patal_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, &error));
  g_application_hold (G_APPLICATION (app)); /* the last window of a test does not end the program */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("/widgets/%s", parts[i].name);

      g_test_add_data_func (name, &parts[i], test_part);
    }
  g_test_add_func ("/ruler", test_ruler);
  g_test_add_func ("/document/migrate", test_migrate);
  g_test_add_func ("/unit-pane/taken-away", test_taken_away);
  g_test_add_func ("/entry-row", test_entry_row);
  g_test_add_func ("/window/stopped-undo", test_stopped_undo);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *name = g_strdup_printf ("/windows/%s", dialogs[i].name);

      g_test_add_data_func (name, &dialogs[i], test_dialog);
    }
  status = g_test_run ();
  g_application_release (G_APPLICATION (app));
  g_object_unref (app);
  return status;
}
