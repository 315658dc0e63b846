/* patal-import-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-window.h"
#include "patal-accessible.h"
#include "patal-desk.h"
#include "patal-drop-down.h"
#include "patal-file-filter.h"
#include "patal-import-columns.h"
#include "patal-import-preview.h"
#include "patal-import-shared.h"
#include "patal-number.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalImportWindow
{
  AdwWindow             parent_instance;
  AdwWindowTitle       *heading;
  GtkButton            *back_button, *next_button, *file_button, *refused_button, *undo_button;
  GtkInfoBar           *error_bar;
  GtkLabel             *error_label, *file_label, *format_label, *unread_label, *progress_label;
  GtkStack             *stack;
  GtkDropDown          *kind, *sheet;
  GtkBox               *sheet_box;
  GtkSpinButton        *header_row;
  GtkAdjustment        *header_adjustment;
  PatalImportColumns   *columns;
  PatalImportShared    *shared;
  PatalImportPreview   *preview_page;
  GtkProgressBar       *progress;
  AdwStatusPage        *result;
  PatalDocument        *document;
  char                 *path;  /* (nullable): the file chosen */
  PatalImportRun       *run;   /* (nullable): belongs to a job while one runs */
  gboolean              filling;
  GCancellable         *cancellable; /* of the job under way */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalImportWindow, patal_import_window, ADW_TYPE_WINDOW)

/* --- pages --- */

static const char *
page (PatalImportWindow *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static void
show_error (PatalImportWindow *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_info_bar_set_revealed (self->error_bar, message != NULL);
}

static guint
n_taken (PatalImportWindow *self)
{
  const guint *counts = patal_import_run_counts (self->run);
  guint n = counts[PATAL_FATE_NEW] + counts[PATAL_FATE_CHANGED];

  for (guint i = 0; counts[PATAL_FATE_DOUBTFUL] > 0 && i < patal_import_run_n_rows (self->run); i++)
    if (patal_import_run_verdict (self->run, i)->fate == PATAL_FATE_DOUBTFUL
        && patal_import_run_decision (self->run, i) != PATAL_DOUBTFUL_SKIP)
      n++;
  return n;
}

static void
update_preview_button (PatalImportWindow *self)
{
  guint n = n_taken (self);
  g_autofree char *number = patal_number_group (n);
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %s Row", "_Import %s Rows", n), number);

  gtk_button_set_label (self->next_button, label);
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->next_button));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), n > 0);
}

static void
show_page (PatalImportWindow *self, const char *name)
{
  gboolean source = g_str_equal (name, "source"), progress = g_str_equal (name, "progress"), result = g_str_equal (name, "result");
  g_autofree char *file = self->path != NULL && !source ? g_filename_display_basename (self->path) : NULL;

  gtk_stack_set_visible_child_name (self->stack, name);
  adw_window_title_set_subtitle (self->heading, file != NULL ? file : "");
  gtk_button_set_label (self->back_button, source || progress ? _("_Cancel") : _("_Back"));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), !result);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), !progress);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), !source || self->path != NULL);
  gtk_button_set_label (self->next_button, result ? _("_Done") : g_str_equal (name, "columns") ? _("_Preview") : _("_Next"));
  if (g_str_equal (name, "preview"))
    update_preview_button (self);
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->back_button));
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->next_button));
}

static void
begin_job (PatalImportWindow *self, const char *sentence)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->progress_label, sentence);
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_error (self, NULL);
  show_page (self, "progress");
}

static void
progress_cb (PatalImportWindow *self, double share)
{
  gtk_progress_bar_set_fraction (self->progress, share);
}

static void
fail (PatalImportWindow *self, const GError *error, const char *back_to)
{
  show_page (self, back_to);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

/* --- source --- */

typedef struct
{
  const PatalImport *import;
  char              *path;
  int                sheet;
} Source;

static void
source_free (gpointer data)
{
  g_free (((Source *) data)->path);
  g_free (data);
}

static gpointer
read_job (G_GNUC_UNUSED PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Source *source = data;
  g_autofree char *name = g_filename_display_basename (source->path);
  PatalSheet *sheet = patal_sheet_read (source->path, source->sheet, progress, error);

  return sheet != NULL ? patal_import_run_new (source->import, sheet, name, error) : NULL;
}

/* What is not read is said in words: a column that is silently lost is found out much later. */
static void
show_unread (PatalImportWindow *self)
{
  PatalSheet *sheet = patal_import_run_sheet (self->run);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  guint unread = 0;

  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    if (patal_import_run_field (self->run, column) < 0)
      {
        g_autofree char *heading = patal_import_run_heading (self->run, column);
        g_autofree char *name = *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Column %u"), column + 1);

        g_string_append_printf (names, unread++ > 0 ? ", %s" : "%s", name);
      }
  text = g_strdup_printf (ngettext ("%u column is not read: %s", "%u columns are not read: %s", unread), unread, names->str);
  gtk_label_set_text (self->unread_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unread_label), unread > 0);
}

static void
show_columns (PatalImportWindow *self)
{
  PatalSheet *sheet = patal_import_run_sheet (self->run);
  g_autofree char *rows = patal_number_group (patal_sheet_n_rows (sheet) - patal_import_run_header_row (self->run) - 1);
  g_autofree char *line = NULL;

  self->filling = TRUE;
  /* Translators: the kind of file, and the number of its rows */
  line = g_strdup_printf (_("%s; %s rows below the headings"), patal_sheet_format (sheet), rows);
  gtk_label_set_text (self->format_label, line);
  gtk_adjustment_set_upper (self->header_adjustment, MIN (patal_sheet_n_rows (sheet), 60));
  gtk_spin_button_set_value (self->header_row, patal_import_run_header_row (self->run) + 1);
  patal_import_columns_set_run (self->columns, self->run);
  patal_import_shared_set_run (self->shared, self->run);
  show_unread (self);
  self->filling = FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalImportRun *run = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (run == NULL)
    {
      fail (self, error, "source");
      return;
    }
  g_clear_pointer (&self->run, patal_import_run_free);
  self->run = run;
  show_columns (self);
  show_page (self, "columns");
}

static void
read_source (PatalImportWindow *self)
{
  Source *source = g_new (Source, 1);

  *source = (Source) { patal_desk_imports ()[gtk_drop_down_get_selected (self->kind)], g_strdup (self->path),
                       gtk_widget_get_visible (GTK_WIDGET (self->sheet_box)) ? (int) gtk_drop_down_get_selected (self->sheet) : -1 };
  patal_import_columns_set_run (self->columns, NULL);
  patal_import_shared_set_run (self->shared, NULL);
  g_clear_pointer (&self->run, patal_import_run_free);
  begin_job (self, _("Reading the file…"));
  patal_document_read_async (self->document, read_job, source, source_free, (GDestroyNotify) patal_import_run_free,
                             self->cancellable, read_cb, g_object_ref (self));
}

static void
set_path (PatalImportWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sheets = patal_sheet_names (path, &error);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_text (self->file_label, name);
  show_error (self, error != NULL ? error->message : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_box), sheets != NULL && g_strv_length (sheets) > 1);
  if (gtk_widget_get_visible (GTK_WIDGET (self->sheet_box)))
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) sheets);

      gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
    }
  show_page (self, "source");
  if (sheets != NULL && g_strv_length (sheets) == 1)
    read_source (self); /* there is nothing more to be asked */
}

static void
file_chosen_cb (PatalImportWindow *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_settings_set_string (patal_settings (), "import-folder", folder);
      set_path (self, path);
      gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
    }
  g_clear_object (&self->chooser);
}

static void
file_cb (PatalImportWindow *self)
{
  g_autofree char *folder_path = g_settings_get_string (patal_settings (), "import-folder");
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a Table"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                               _("_Cancel"));
  if (*folder_path != '\0' && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  patal_file_filter_add (GTK_FILE_CHOOSER (self->chooser), PATAL_FILE_FILTER_SHEET);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* A file dropped on the window is as good as one chosen. */
static gboolean
drop_cb (G_GNUC_UNUSED GtkDropTarget *target, const GValue *value, G_GNUC_UNUSED double x, G_GNUC_UNUSED double y, gpointer user_data)
{
  PatalImportWindow *self = user_data;
  g_autofree char *path = g_file_get_path (g_value_get_object (value));

  if (path == NULL || !g_str_equal (page (self), "source"))
    return FALSE;
  set_path (self, path);
  return TRUE;
}

/* --- columns --- */

static void
header_row_cb (PatalImportWindow *self)
{
  if (self->filling || self->run == NULL)
    return;
  patal_import_run_set_header_row (self->run, (guint) gtk_spin_button_get_value_as_int (self->header_row) - 1);
  show_columns (self);
}

static void
columns_changed_cb (PatalImportWindow *self)
{
  show_error (self, NULL);
  if (self->run == NULL)
    return;
  patal_import_shared_update (self->shared);
  show_unread (self);
}

/* --- preview --- */

static void
decided_cb (PatalImportWindow *self)
{
  update_preview_button (self);
}

static gpointer
preview_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_import_run_preview (data, db, progress, error));
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    fail (self, error, "columns");
  else
    {
      show_page (self, "preview");
      patal_import_preview_show (self->preview_page, self->run, patal_document_reader (self->document));
    }
}

static void
preview (PatalImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!patal_import_shared_apply (self->shared, &error))
    {
      show_error (self, error->message);
      return;
    }
  patal_import_preview_show (self->preview_page, NULL, NULL);
  begin_job (self, _("Comparing with what is in the file…"));
  patal_document_read_async (self->document, preview_job, self->run, NULL, NULL, self->cancellable, previewed_cb,
                             g_object_ref (self));
}

/* --- taking it --- */

static gpointer
commit_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  guint taken;

  if (!patal_import_run_commit (data, db, PATAL_REFUSED_LEAVE_OUT, &taken, progress, error))
    return NULL;
  return GUINT_TO_POINTER (taken + 1); /* none taken is no failure */
}

/* (transfer full): what became of the rows: what is new, what went into places, people … that were there, what was left out. */
static char *
describe_result (PatalImportWindow *self, guint taken)
{
  const guint *counts = patal_import_run_counts (self->run);
  guint refused = counts[PATAL_FATE_REFUSED], added = patal_import_run_n_added (self->run);
  guint left = counts[PATAL_FATE_NEW] + counts[PATAL_FATE_CHANGED] + counts[PATAL_FATE_DOUBTFUL] - taken;
  g_autofree char *added_number = patal_number_group (added), *merged_number = patal_number_group (taken - added);
  g_autofree char *refused_number = patal_number_group (refused), *left_number = patal_number_group (left);
  g_autoptr (GString) text = g_string_new (NULL);

  if (taken > added)
    /* Translators: of the rows of an import: how many are new, how many went into something that was there already */
    g_string_append_printf (text, _("%s new, %s merged or changed"), added_number, merged_number);
  if (text->len > 0 && refused > 0)
    g_string_append_c (text, '\n');
  if (refused > 0)
    g_string_append_printf (text, ngettext ("%s row was refused and left out.", "%s rows were refused and left out.", refused),
                            refused_number);
  if (text->len > 0 && left > 0)
    g_string_append_c (text, '\n');
  if (left > 0)
    g_string_append_printf (text, ngettext ("%s doubtful row was left out.", "%s doubtful rows were left out.", left), left_number);
  return g_strdup (text->str);
}

static void
show_result (PatalImportWindow *self, guint taken)
{
  guint refused = patal_import_run_counts (self->run)[PATAL_FATE_REFUSED];
  g_autofree char *number = patal_number_group (taken);
  g_autofree char *title = g_strdup_printf (ngettext ("%s row taken in", "%s rows taken in", taken), number);
  g_autofree char *text = describe_result (self, taken);

  adw_status_page_set_title (self->result, title);
  adw_status_page_set_description (self->result, text);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_button), refused > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), taken > 0);
  show_page (self, "result");
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  guint taken = GPOINTER_TO_UINT (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error));

  if (taken == 0)
    fail (self, error, "columns"); /* whatever the reason: the preview can be taken in only once */
  else
    show_result (self, taken - 1);
}

static void
commit (PatalImportWindow *self)
{
  begin_job (self, _("Taking the rows in…"));
  patal_document_write_async (self->document, commit_job, self->run, NULL, NULL, self->cancellable, committed_cb,
                              g_object_ref (self));
}

static void
answer_cb (PatalImportWindow *self, const char *response)
{
  if (g_str_equal (response, "import"))
    commit (self);
}

/* What is only to be known stands above the rows; a list that is seldom meant so is asked about. */
static void
ask_and_commit (PatalImportWindow *self)
{
  const char *question;
  g_autofree char *warning = patal_import_run_warning (self->run, &question);
  GtkWidget *dialog;

  if (question == NULL)
    {
      commit (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), question, warning);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "import", _("_Import All the Same"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_cb (PatalImportWindow *self)
{
  patal_document_undo (self->document);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
refused_place_cb (PatalImportWindow *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      if (patal_import_run_save_refused (self->run, path, &error))
        gtk_widget_set_sensitive (GTK_WIDGET (self->refused_button), FALSE);
      show_error (self, error != NULL ? error->message : NULL);
    }
  g_clear_object (&self->chooser);
}

static void
refused_cb (PatalImportWindow *self)
{
  /* Translators: a file name */
  g_autofree char *name = g_strdup_printf ("%s.csv", _("refused-rows"));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the Refused Rows"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (refused_place_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- to and fro --- */

static void
next_cb (PatalImportWindow *self)
{
  if (g_str_equal (page (self), "source"))
    read_source (self);
  else if (g_str_equal (page (self), "columns"))
    preview (self);
  else if (g_str_equal (page (self), "preview"))
    ask_and_commit (self);
  else if (g_str_equal (page (self), "result"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
back_cb (PatalImportWindow *self)
{
  show_error (self, NULL);
  if (g_str_equal (page (self), "progress"))
    g_cancellable_cancel (self->cancellable);
  else if (g_str_equal (page (self), "columns"))
    show_page (self, "source");
  else if (g_str_equal (page (self), "preview"))
    show_page (self, "columns");
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
close_request_cb (GtkWindow *window)
{
  PatalImportWindow *self = PATAL_IMPORT_WINDOW (window);

  if (g_str_equal (page (self), "progress"))
    {
      g_cancellable_cancel (self->cancellable); /* a second try closes: the job has ended by then */
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (patal_import_window_parent_class)->close_request (window);
}

static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode,
        G_GNUC_UNUSED GdkModifierType state, gpointer user_data)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  back_cb (user_data);
  return GDK_EVENT_STOP;
}

void
patal_import_window_show (GtkWindow *parent, PatalDocument *document, const char *kind)
{
  PatalImportWindow *self = g_object_new (PATAL_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->document = g_object_ref (document);
  for (guint i = 0; patal_desk_imports ()[i] != NULL; i++)
    {
      gtk_string_list_append (titles, _(patal_desk_imports ()[i]->title));
      if (g_strcmp0 (patal_desk_imports ()[i]->name, kind) == 0)
        chosen = i;
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->kind, chosen);
  g_signal_connect_object (document, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  show_page (self, "source");
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->file_button));
}

static void
patal_import_window_dispose (GObject *object)
{
  PatalImportWindow *self = PATAL_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_import_window_parent_class)->dispose (object);
}

/* Each job holds the window, so none has the run any more. */
static void
patal_import_window_finalize (GObject *object)
{
  PatalImportWindow *self = PATAL_IMPORT_WINDOW (object);

  g_clear_pointer (&self->run, patal_import_run_free);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  G_OBJECT_CLASS (patal_import_window_parent_class)->finalize (object);
}

static void
patal_import_window_class_init (PatalImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = close_request_cb;
  g_type_ensure (PATAL_TYPE_IMPORT_COLUMNS);
  g_type_ensure (PATAL_TYPE_IMPORT_PREVIEW);
  g_type_ensure (PATAL_TYPE_IMPORT_SHARED);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-import-window.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, PatalImportWindow, name)
  CHILD (heading);
  CHILD (back_button);
  CHILD (next_button);
  CHILD (file_button);
  CHILD (refused_button);
  CHILD (undo_button);
  CHILD (error_bar);
  CHILD (error_label);
  CHILD (file_label);
  CHILD (format_label);
  CHILD (unread_label);
  CHILD (progress_label);
  CHILD (stack);
  CHILD (kind);
  CHILD (sheet);
  CHILD (sheet_box);
  CHILD (header_row);
  CHILD (header_adjustment);
  CHILD (columns);
  CHILD (shared);
  CHILD (preview_page);
  CHILD (progress);
  CHILD (result);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
patal_import_window_init (PatalImportWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  patal_drop_down_set_name (self->kind, _("What is in the table"));
  patal_drop_down_set_name (self->sheet, _("Sheet of the workbook"));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
