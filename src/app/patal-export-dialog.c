/* patal-export-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-export-dialog.h"
#include "patal-csv.h"
#include "patal-drop-down.h"
#include "patal-export-place.h"
#include "patal-ics.h"
#include "patal-pages-picture.h"
#include "patal-pdf-report.h"
#include "patal-training-report.h"
#include "patal-xlsx.h"
#include <glib/gi18n.h>

#define PNG_PX_PER_PT (200 / 72.0)

typedef enum
{
  FOR_REPORTS = 1 << PATAL_ORDER_REPORT,
  FOR_CHARTS = 1 << PATAL_ORDER_CHART,
  FOR_MONTHS = 1 << PATAL_ORDER_MONTHS,
  FOR_BATCHES = FOR_MONTHS << 1, /* beside FOR_REPORTS: its rows are batches on their days */
} FormatUse;

struct _PatalExportDialog
{
  AdwWindow             parent_instance;
  GtkButton            *export_button;
  GtkBox               *body, *error_box;
  GtkLabel             *error_label;
  PatalReportChoice    *choice;
  GtkDropDown          *format;
  guint                 use;    /* FormatUse, of what is chosen: which formats are offered */
  GtkSpinner           *spinner;
  PatalWindow          *window; /* borrowed: we are transient for it */
  PatalDocument        *document;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalExportDialog, patal_export_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  const char *title, *ending;
  guint       use; /* FormatUse */
  /* one of the three: what a table becomes without paper, its pages, or the batches as events */
  gboolean  (*write_table) (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error);
  gboolean  (*write_pages) (const PatalPages *pages, const char *path, const PatalProgress *progress, GError **error);
  gboolean  (*write_events) (const PatalEvents *events, const char *path, GError **error);
} Format;

static gboolean
write_png (const PatalPages *pages, const char *path, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalSheetSize size = patal_pages_size (pages);

  return patal_pages_picture_write_png (pages, 0, (int) (size.width * PNG_PX_PER_PT), (int) (size.height * PNG_PX_PER_PT), path, error);
}

static gboolean
write_svg (const PatalPages *pages, const char *path, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_pages_picture_write_svg (pages, 0, path, error);
}

static const Format formats[] = {
  { N_("Excel (XLSX)"), ".xlsx", FOR_REPORTS, patal_xlsx_write, NULL, NULL },
  { N_("PDF, to print"), ".pdf", FOR_REPORTS | FOR_CHARTS | FOR_MONTHS, NULL, patal_pdf_report_write_pages, NULL },
  { "CSV", ".csv", FOR_REPORTS, patal_csv_write, NULL, NULL },
  { N_("Picture (PNG), for a presentation or a telephone"), ".png", FOR_CHARTS, NULL, write_png, NULL },
  { N_("Picture (SVG), to be worked on"), ".svg", FOR_CHARTS, NULL, write_svg, NULL },
  { N_("Batches for a calendar on a telephone (iCalendar)"), ".ics", FOR_MONTHS | FOR_BATCHES, NULL, NULL, patal_ics_write },
};

typedef struct
{
  PatalReportOrder report;
  const Format    *format;
  char            *path;
} Order;

static void
order_free (gpointer data)
{
  g_free (((Order *) data)->path);
  g_free (data);
}

static gboolean
write_batches (const Order *order, PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalEvents) events = patal_report_order_events (&order->report, db, progress, error);

  return events != NULL && order->format->write_events (events, order->path, error);
}

static gpointer
export_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Order *order = data;
  const Format *format = order->format;
  g_autoptr (PatalTable) table = NULL;
  g_autoptr (PatalPages) pages = NULL;
  gboolean written;

  if (format->write_events != NULL)
    return write_batches (order, db, progress, error) ? g_strdup (order->path) : NULL;
  if (format->write_table != NULL)
    table = patal_report_order_table (&order->report, db, progress, error);
  else
    pages = patal_report_order_pages (&order->report, db, NULL, progress, error);
  if (table == NULL && pages == NULL)
    return NULL;
  written = table != NULL ? format->write_table (table, order->path, progress, error)
                          : format->write_pages (pages, order->path, progress, error);
  return written ? g_strdup (order->path) : NULL;
}

static const Format *
chosen_format (PatalExportDialog *self)
{
  guint left = gtk_drop_down_get_selected (self->format);
  guint i = 0;

  while ((formats[i].use & self->use) == 0 || left-- > 0)
    i++;
  return &formats[i];
}

/* Where nothing is wrong, a font is said that pages would have to do without. */
static void
show_error (PatalExportDialog *self, const char *message)
{
  if (message == NULL && chosen_format (self)->write_pages != NULL)
    message = patal_report_choice_font_missing (self->choice);
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

  if (g_cancellable_is_cancelled (self->cancellable)) /* the window is gone, whether or not the file came first */
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

static void
place_chosen_cb (gpointer user_data, const char *path, const char *problem)
{
  PatalExportDialog *self = user_data;
  Order *order;

  show_error (self, problem);
  if (path == NULL)
    return;
  order = g_new0 (Order, 1);
  patal_report_choice_read (self->choice, &order->report); /* was right when the place was asked for, and nobody has typed since */
  order->format = chosen_format (self);
  order->path = g_strdup (path);
  set_busy (self, TRUE);
  patal_document_read_async (self->document, export_job, order, order_free, g_free, self->cancellable, exported_cb,
                             g_object_ref (self));
}

static void
export_cb (PatalExportDialog *self)
{
  PatalReportOrder order;
  g_autofree char *stem = NULL;

  if (!patal_report_choice_read (self->choice, &order))
    {
      patal_report_choice_take_focus (self->choice);
      return;
    }
  stem = patal_report_order_stem (&order);
  g_clear_object (&self->chooser);
  self->chooser = patal_export_place_ask (GTK_WINDOW (self), stem, chosen_format (self)->ending, place_chosen_cb, self);
}

static void
format_cb (PatalExportDialog *self)
{
  if (gtk_drop_down_get_selected (self->format) == GTK_INVALID_LIST_POSITION) /* which it is while others are put in */
    return;
  patal_report_choice_show_paper (self->choice, chosen_format (self)->write_pages != NULL);
  show_error (self, NULL);
}

static void
changed_cb (PatalExportDialog *self)
{
  guint use = 1u << patal_report_choice_get_kind (self->choice)
              | (patal_report_choice_get_report (self->choice) == &patal_training_calendar_report ? FOR_BATCHES : 0);
  const Format *before = self->use != 0 ? chosen_format (self) : NULL;
  g_autoptr (GtkStringList) titles = NULL;
  guint n = 0, chosen = 0;

  if (use == self->use)
    return;
  self->use = use;
  titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((formats[i].use & use) != 0)
      {
        if (&formats[i] == before)
          chosen = n;
        gtk_string_list_append (titles, _(formats[i].title));
        n++;
      }
  gtk_drop_down_set_model (self->format, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->format, chosen);
  format_cb (self);
}

void
patal_export_dialog_show (PatalWindow *window, PatalDocument *document, const PatalReportStart *start)
{
  PatalExportDialog *self = g_object_new (PATAL_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  self->window = window;
  self->document = g_object_ref (document);
  patal_report_choice_fill (self->choice, document, start);
  changed_cb (self);
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
  g_type_ensure (PATAL_TYPE_REPORT_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, body);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, PatalExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
patal_export_dialog_init (PatalExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_drop_down_set_name (self->format, _("File type"));
}
