/* patal-file-actions.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-file-actions.h"
#include "patal-backups-dialog.h"
#include "patal-board-settings.h"
#include "patal-export-dialog.h"
#include "patal-import-window.h"
#include "patal-journal-window.h"
#include "patal-print-preview.h"
#include "patal-save-copy.h"
#include <glib/gi18n.h>

/* What is typed and not saved comes first: nobody who has just typed means the edit before. */
static void
undo_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalWindow *window = user_data;
  PatalDocument *document = patal_window_get_document (window);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  g_object_get (document, "undo-label", &label, NULL);
  if (!patal_document_drop_typed (document))
    {
      patal_document_undo (document);
      return;
    }
  sentence = g_strdup_printf (_("Undone: %s"), label);
  patal_window_toast (window, sentence, NULL, NULL, NULL);
}

/* What a passing line offers is the edit that the line names, whatever has been typed since. */
static void
undo_edit_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalDocument *document = patal_window_get_document (user_data);

  if (document != NULL && patal_document_writable (document))
    patal_document_undo (document);
}

static void
redo_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_document_redo (patal_window_get_document (user_data));
}

static void
stop_turning_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalDocument *document = patal_window_get_document (user_data);

  if (document != NULL)
    patal_document_stop_turning (document);
}

/* What is imported into a section of the tab "training". */
static const char *
training_kind (PatalTrainingPage *page)
{
  static const struct { const char *section, *kind; } proposals[] = {
    { "trainers", "trainers" }, { "courses", "courses" }, { "plan", "plan-lines" }, { "batches", "attendance" },
  };
  const char *section = patal_training_page_get_section (page);

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    if (g_strcmp0 (proposals[i].section, section) == 0)
      return proposals[i].kind;
  return "trainers";
}

static void
import_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  static const struct { const char *section, *kind; } proposals[] = {
    { "people", "people" }, { "venues", "venues" }, { "calendar", "holidays" },
  };
  PatalTabs *tabs = patal_window_get_tabs (user_data);
  const char *section = tabs != NULL ? patal_district_page_get_section (patal_tabs_get_district (tabs)) : NULL;
  const char *kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    if (g_strcmp0 (proposals[i].section, section) == 0)
      kind = proposals[i].kind;
  if (tabs != NULL && patal_tabs_get_boards (tabs) != NULL)
    kind = "works";
  else if (tabs != NULL && patal_tabs_get_training (tabs) != NULL)
    kind = training_kind (patal_tabs_get_training (tabs));
  patal_import_window_show (GTK_WINDOW (user_data), patal_window_get_document (user_data), kind);
}

static void
import_kind_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalDocument *document = patal_window_get_document (user_data);

  if (document != NULL && patal_document_writable (document))
    patal_import_window_show (GTK_WINDOW (user_data), document, g_variant_get_string (parameter, NULL));
}

/* What is shown is what is proposed. */
static PatalReportStart
report_start (PatalWindow *window)
{
  PatalTabs *tabs = patal_window_get_tabs (window);
  PatalDistrictPage *district = patal_tabs_get_district (tabs);
  PatalBoardsPage *boards = patal_tabs_get_boards (tabs);
  PatalTrainingPage *training = patal_tabs_get_training (tabs);

  if (boards != NULL)
    return (PatalReportStart) { "boards", patal_boards_page_get_place (boards), 0 };
  if (training != NULL)
    return (PatalReportStart) { patal_training_page_get_section (training), patal_training_page_get_scope (training), 0 };
  return (PatalReportStart) { patal_district_page_get_section (district), patal_district_page_get_scope (district),
                              patal_district_page_get_fy (district) };
}

static void
export_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalReportStart start = report_start (user_data);

  patal_export_dialog_show (user_data, patal_window_get_document (user_data), &start);
}

static void
print_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBoardsPage *boards = patal_tabs_get_boards (patal_window_get_tabs (user_data));
  PatalReportStart start;

  if (boards != NULL)
    {
      patal_boards_page_print (boards);
      return;
    }
  start = report_start (user_data);
  patal_print_preview_show (user_data, patal_window_get_document (user_data), &start);
}

static void
journal_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_journal_window_show (GTK_WINDOW (user_data), patal_window_get_document (user_data));
}

static void
save_copy_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_save_copy (PATAL_WINDOW (user_data));
}

static void
backups_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_backups_dialog_show (PATAL_WINDOW (user_data));
}

static void
board_settings_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  patal_board_settings_show (user_data, patal_window_get_document (user_data));
}

/* After trouble, with writing or with opening. */
static void
retry_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  const char *path = patal_window_get_path (user_data);

  /* A reader of a place that could not be written would not see what is written there from now on: all of it is opened anew. */
  if (path != NULL)
    patal_window_open (user_data, path);
}

static void
open_folder_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (GTK_WINDOW (user_data), uri, GDK_CURRENT_TIME);
}

static const GActionEntry file_actions[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "undo-edit", .activate = undo_edit_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "stop-turning", .activate = stop_turning_cb },
  { .name = "import", .activate = import_cb },
  { .name = "import-kind", .activate = import_kind_cb, .parameter_type = "s" },
  { .name = "export", .activate = export_cb },
  { .name = "print", .activate = print_cb },
  { .name = "journal", .activate = journal_cb },
  { .name = "save-copy", .activate = save_copy_cb },
  { .name = "backups", .activate = backups_cb },
  { .name = "board-settings", .activate = board_settings_cb },
  { .name = "retry", .activate = retry_cb },
  { .name = "open-folder", .activate = open_folder_cb, .parameter_type = "s" },
};

void
patal_file_actions_add (PatalWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), file_actions, G_N_ELEMENTS (file_actions), window);
}
