/* patal-export-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-export-dialog.h"
#include "patal-csv.h"
#include "patal-pdf-report.h"
#include "patal-desk.h"
#include "patal-drop-down.h"
#include "patal-field.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-xlsx.h"
#include <glib/gi18n.h>

struct _PatalExportDialog
{
  AdwWindow             parent_instance;
  GtkButton            *export_button;
  GtkBox               *body, *error_box;
  GtkLabel             *error_label;
  GtkDropDown          *report, *scope, *lang, *format;
  PatalField           *as_on;
  GtkSpinner           *spinner;
  PatalWindow          *window; /* borrowed: we are transient for it */
  PatalDocument        *document;
  gint64                chosen_scope;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalExportDialog, patal_export_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  const char *ending;
  gboolean  (*write) (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);
} Format;

/* As the drop-down has them. */
static const Format formats[] = {
  { ".xlsx", patal_xlsx_write },
  { ".pdf", patal_pdf_report_write },
  { ".csv", patal_csv_write },
};

typedef struct
{
  const PatalReport *report;
  PatalReportLang    lang;
  const Format      *format;
  PatalDay           as_on;
  char              *scope; /* (nullable) */
  char              *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->scope);
  g_free (order->path);
  g_free (order);
}

static gpointer
export_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Order *order = data;
  PatalReportArgs args = { .as_on = order->as_on, .scope = order->scope, .progress = progress };
  g_autoptr (PatalTable) table = patal_desk_build (order->report, db, &args, order->lang, error);

  if (table == NULL)
    return NULL;
  if (!order->format->write (table, order->path, progress, error))
    return NULL;
  return g_strdup (order->path);
}

static void
show_error (PatalExportDialog *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), message != NULL);
}

static void
set_busy (PatalExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (path == NULL)
    {
      show_error (self, error->message);
      return;
    }
  name = g_filename_display_basename (path);
  sentence = g_strdup_printf (_("Exported as %s"), name);
  patal_window_toast (self->window, sentence, _("Open _Folder"), "win.open-folder", g_variant_new_string (path));
  gtk_window_destroy (GTK_WINDOW (self));
}

static Order *
read_order (PatalExportDialog *self)
{
  Order *order = g_new0 (Order, 1);

  order->report = patal_desk_reports ()[gtk_drop_down_get_selected (self->report)];
  order->lang = gtk_drop_down_get_selected (self->lang); /* the choice is in the order of PatalReportLang */
  order->format = &formats[gtk_drop_down_get_selected (self->format)];
  if (self->chosen_scope != 0 && gtk_drop_down_get_selected (self->scope) == 0)
    order->scope = g_strdup_printf ("%" G_GINT64_FORMAT, self->chosen_scope);
  return order;
}

/* (transfer full) (nullable): @chosen, with the ending by which other programs know the file. The file chooser has asked whether
 * what stands at @chosen may go, but not for the name with the ending. */
static char *
path_with_ending (const char *chosen, const Format *format, char **problem)
{
  const char *ending = format->ending;
  g_autofree char *folded = g_utf8_strdown (chosen, -1);
  g_autofree char *path = g_strconcat (chosen, ending, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (folded, ending))
    return g_strdup (chosen);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  *problem = g_strdup_printf (_("“%s” is there already. Choose another name, or choose that file to replace it."), name);
  return NULL;
}

static void
export_to (PatalExportDialog *self, const char *chosen)
{
  Order *order = read_order (self);
  g_autofree char *problem = NULL;
  g_autofree char *folder = g_path_get_dirname (chosen);

  order->path = path_with_ending (chosen, order->format, &problem);
  show_error (self, problem);
  if (order->path == NULL)
    {
      order_free (order);
      return;
    }
  patal_day_parse (patal_field_get_text (self->as_on), &order->as_on, NULL);
  g_settings_set_string (patal_settings (), "export-folder", folder);
  set_busy (self, TRUE);
  patal_document_read_async (self->document, export_job, order, order_free, g_free, self->cancellable, exported_cb,
                             g_object_ref (self));
}

static void
place_chosen_cb (PatalExportDialog *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && chosen != NULL)
    export_to (self, chosen);
  else if (response == GTK_RESPONSE_ACCEPT)
    show_error (self, _("That place is not a folder of this computer. Choose another one."));
  g_clear_object (&self->chooser);
}

static void
as_on_cb (PatalExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  PatalDay day;

  patal_day_parse (patal_field_get_text (self->as_on), &day, &error);
  patal_field_set_error (self->as_on, error != NULL ? error->message : NULL);
}

static void
export_cb (PatalExportDialog *self)
{
  Order *order;
  PatalDay day = PATAL_DAY_NONE;
  g_autofree char *iso = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder_path = g_settings_get_string (patal_settings (), "export-folder");
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  as_on_cb (self);
  if (!patal_day_parse (patal_field_get_text (self->as_on), &day, NULL))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->as_on));
      return;
    }
  order = read_order (self);
  iso = patal_day_iso (day);
  name = g_strdup_printf ("%s-%s%s", order->report->name, iso, order->format->ending);
  order_free (order);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export a Report"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                               _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  if (*folder_path != '\0' && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
fill (PatalExportDialog *self, const char *section, gint64 scope)
{
  static const struct { const char *section, *report; } proposals[] = {
    { "people", "people" }, { "vacancies", "vacancies" }, { "venues", "venues" }, { "calendar", "holidays" },
  };
  g_autoptr (GtkStringList) reports = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  g_autofree char *today = patal_day_format (patal_day_today ());
  g_autofree char *name = scope != 0 ? patal_unit_name (patal_document_reader (self->document), scope, patal_settings_lang ()) : NULL;
  const char *wanted = "units";
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    if (g_strcmp0 (proposals[i].section, section) == 0)
      wanted = proposals[i].report;
  for (guint i = 0; patal_desk_reports ()[i] != NULL; i++)
    {
      gtk_string_list_append (reports, _(patal_desk_reports ()[i]->title));
      if (g_str_equal (patal_desk_reports ()[i]->name, wanted))
        chosen = i;
    }
  if (name != NULL)
    gtk_string_list_append (scopes, name);
  gtk_string_list_append (scopes, _("The whole file"));
  gtk_drop_down_set_model (self->report, G_LIST_MODEL (reports));
  gtk_drop_down_set_selected (self->report, chosen);
  gtk_drop_down_set_model (self->scope, G_LIST_MODEL (scopes));
  gtk_drop_down_set_selected (self->lang, patal_settings_lang () == PATAL_LANG_HI ? 0 : 1);
  patal_field_set_text (self->as_on, today);
}

void
patal_export_dialog_show (PatalWindow *window, PatalDocument *document, const char *section, gint64 scope)
{
  PatalExportDialog *self = g_object_new (PATAL_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->document = g_object_ref (document);
  self->chosen_scope = scope;
  fill (self, section, scope);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->body), GTK_DIR_TAB_FORWARD);
}

static void
patal_export_dialog_dispose (GObject *object)
{
  PatalExportDialog *self = PATAL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (patal_export_dialog_parent_class)->dispose (object);
}

static void
patal_export_dialog_finalize (GObject *object)
{
  g_object_unref (PATAL_EXPORT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (patal_export_dialog_parent_class)->finalize (object);
}

static void
patal_export_dialog_class_init (PatalExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_export_dialog_finalize;
  g_type_ensure (PATAL_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, body);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, report);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, lang);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, as_on);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_on_cb);
}

static void
patal_export_dialog_init (PatalExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_drop_down_set_name (self->report, _("Report"));
  patal_drop_down_set_name (self->scope, _("Place"));
  patal_drop_down_set_name (self->lang, _("Language of the report"));
  patal_drop_down_set_name (self->format, _("File type"));
}
