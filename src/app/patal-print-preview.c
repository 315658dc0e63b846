/* patal-print-preview.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print-preview.h"
#include "patal-export-place.h"
#include "patal-pdf-report.h"
#include "patal-print.h"
#include "patal-print-stage.h"
#include <glib/gi18n.h>

#define SETTLED_MS 350    /* after the last key in the day */
#define AROUND_PX 48      /* of the window below stays to be seen */
#define LEAST_WIDTH 720
#define LEAST_HEIGHT 400

typedef enum
{
  WORK_NONE,
  WORK_MAKING,
  WORK_ASKING,   /* for the printer, in a dialog of its own */
  WORK_PRINTING,
  WORK_SAVING,
} Work;

struct _PatalPrintPreview
{
  AdwWindow             parent_instance;
  AdwWindowTitle       *heading;
  PatalReportChoice    *choice;
  PatalPrintStage      *stage;
  PatalWindow          *window; /* borrowed: we are transient for it */
  PatalDocument        *document;
  PatalReportOrder      order;  /* of the pages */
  PatalPages           *pages;  /* (nullable) */
  Work                  work;
  GCancellable         *cancellable; /* of the work */
  guint                 settle_id;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalPrintPreview, patal_print_preview, ADW_TYPE_WINDOW)

/* Where nothing is wrong, a font is said that the pages have to do without. */
static void
show_error (PatalPrintPreview *self, const char *message)
{
  if (message == NULL && self->pages != NULL)
    message = patal_report_choice_font_missing (self->choice);
  patal_print_stage_say_error (self->stage, message);
}

/* --- work --- */

static const char *
work_words (Work work)
{
  switch (work)
    {
    case WORK_MAKING:
      return _("Laying out the pages…");
    case WORK_PRINTING:
      return _("Printing…");
    case WORK_SAVING:
      return _("Saving as PDF…");
    case WORK_ASKING:
    case WORK_NONE:
    default:
      return NULL;
    }
}

/* What is offered while something is under way: another choice replaces the pages that are being made; printing and saving are waited for. */
static void
set_work (PatalPrintPreview *self, Work work)
{
  gboolean ready = work == WORK_NONE && self->pages != NULL;

  self->work = work;
  patal_print_stage_set_busy (self->stage, work_words (work));
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), work == WORK_NONE || work == WORK_MAKING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", ready);
}

static void
cancel_work (PatalPrintPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static GCancellable *
begin_work (PatalPrintPreview *self, Work work)
{
  cancel_work (self);
  show_error (self, NULL);
  self->cancellable = g_cancellable_new ();
  set_work (self, work);
  return self->cancellable;
}

static void
progress_cb (PatalPrintPreview *self, double share)
{
  if (self->work == WORK_MAKING || self->work == WORK_SAVING)
    patal_print_stage_set_share (self->stage, share);
}

static void
say_printed (gpointer user_data, double share)
{
  PatalPrintPreview *self = user_data;

  if (self->work == WORK_ASKING)
    set_work (self, WORK_PRINTING);
  if (self->work == WORK_PRINTING)
    patal_print_stage_set_share (self->stage, share);
}

/* FALSE: it was cancelled, and something else may be under way already. */
static gboolean
end_work (PatalPrintPreview *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  set_work (self, WORK_NONE);
  show_error (self, error != NULL ? error->message : NULL);
  return TRUE;
}

static void
stop (PatalPrintPreview *self)
{
  cancel_work (self);
  set_work (self, WORK_NONE);
}

/* --- pages --- */

static char *
paper_words (const PatalPages *pages)
{
  PatalSheetSize size = patal_pages_size (pages);
  gboolean lying = size.width > size.height;
  gboolean a3 = patal_sheet_paper (&size) == PATAL_PAPER_A3;
  guint n = patal_pages_count (pages);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  return g_strdup_printf ("%s · %s, %s", count, a3 ? "A3" : "A4", lying ? _("sideways") : _("upright"));
}

typedef struct
{
  PatalReportOrder order;
  PatalPages      *pages;
  gboolean         empty;
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  if (made == NULL)
    return;
  patal_pages_unref (made->pages);
  g_free (made);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Made, made_free)

static gpointer
make_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const PatalReportOrder *order = data;
  PatalPages *pages;
  gboolean empty = FALSE;
  Made *made;

  pages = patal_report_order_pages (order, db, &empty, progress, error);
  if (pages == NULL)
    return NULL;
  made = g_new (Made, 1);
  *made = (Made) { *order, pages, empty };
  return made;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPrintPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Made) made = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *paper = NULL;

  if (made != NULL)
    {
      g_clear_pointer (&self->pages, patal_pages_unref);
      self->pages = g_steal_pointer (&made->pages);
      self->order = made->order;
    }
  if (!end_work (self, error) || made == NULL)
    return;
  paper = paper_words (self->pages);
  /* lists are read, pictures are looked at */
  patal_print_stage_propose_fit (self->stage, self->order.kind == PATAL_ORDER_REPORT ? PATAL_PRINT_FIT_WIDTH : PATAL_PRINT_FIT_PAGE);
  patal_print_stage_set_pages (self->stage, self->pages);
  adw_window_title_set_title (self->heading, patal_pages_title (self->pages));
  adw_window_title_set_subtitle (self->heading, paper);
  patal_print_stage_say_note (self->stage, made->empty ? _("This report has no entries. Choose another one, another place or another day.")
                                                       : NULL);
}

static void
make_pages (PatalPrintPreview *self)
{
  PatalReportOrder order;

  if (!patal_report_choice_read (self->choice, &order))
    return;
  patal_document_read_async (self->document, make_job, g_memdup2 (&order, sizeof order), g_free, made_free,
                             begin_work (self, WORK_MAKING), made_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer user_data)
{
  PatalPrintPreview *self = user_data;

  self->settle_id = 0;
  make_pages (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PatalPrintPreview *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLED_MS, settled_cb, self);
}

static void
entered_cb (PatalPrintPreview *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  make_pages (self);
}

/* --- printing, saving --- */

static void
printed_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPrintPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean printed = patal_print_finish (result, &error);

  if (!printed && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    set_work (self, WORK_NONE); /* also where it was cancelled in the dialog, and not here */
  if (end_work (self, error) && printed)
    patal_print_stage_toast (self->stage, adw_toast_new (_("Sent to the printer")));
}

static void
print (PatalPrintPreview *self)
{
  g_autofree char *stem = patal_report_order_stem (&self->order);

  patal_print_async (GTK_WINDOW (self), self->pages, patal_print_stage_get_page (self->stage), stem, say_printed,
                     begin_work (self, WORK_ASKING), printed_cb, g_object_ref (self));
}

typedef struct
{
  PatalPages *pages;
  char       *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  patal_pages_unref (saving->pages);
  g_free (saving->path);
  g_free (saving);
}

static gpointer
save_job (G_GNUC_UNUSED PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Saving *saving = data;

  return patal_pdf_report_write_pages (saving->pages, saving->path, progress, error) ? g_strdup (saving->path) : NULL;
}

static void
open_folder_cb (PatalPrintPreview *self, AdwToast *toast)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-folder", "s", g_object_get_data (G_OBJECT (toast), "path"));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPrintPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *plain = NULL;
  AdwToast *toast;

  if (!end_work (self, error) || path == NULL)
    return;
  name = g_filename_display_basename (path);
  sentence = g_strdup_printf (_("Exported as %s"), name);
  plain = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (plain);
  adw_toast_set_button_label (toast, _("Open _Folder"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_steal_pointer (&path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_folder_cb), self, G_CONNECT_SWAPPED);
  patal_print_stage_toast (self->stage, toast);
}

static void
place_chosen_cb (gpointer user_data, const char *path, const char *problem)
{
  PatalPrintPreview *self = user_data;
  Saving *saving;

  show_error (self, problem);
  if (path == NULL || self->pages == NULL)
    return;
  saving = g_new (Saving, 1);
  *saving = (Saving) { patal_pages_ref (self->pages), g_strdup (path) };
  patal_document_read_async (self->document, save_job, saving, saving_free, g_free, begin_work (self, WORK_SAVING), saved_cb,
                             g_object_ref (self));
}

static void
save (PatalPrintPreview *self)
{
  g_autofree char *stem = patal_report_order_stem (&self->order);

  g_clear_object (&self->chooser);
  self->chooser = patal_export_place_ask (GTK_WINDOW (self), stem, ".pdf", place_chosen_cb, self);
}

/* --- what is pressed --- */

static void
act (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  PatalPrintPreview *self = PATAL_PRINT_PREVIEW (widget);

  if (g_str_equal (name, "preview.print"))
    print (self);
  else if (g_str_equal (name, "preview.save"))
    save (self);
}

void
patal_print_preview_show (PatalWindow *window, PatalDocument *document, const PatalReportStart *start)
{
  PatalPrintPreview *self = g_object_new (PATAL_TYPE_PRINT_PREVIEW, "transient-for", window, NULL);

  self->window = window;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  patal_report_choice_fill (self->choice, document, start);
  if (g_strcmp0 (start->section, "calendar") == 0)
    patal_report_choice_propose_months (self->choice);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (gtk_widget_get_width (GTK_WIDGET (window)) - AROUND_PX, LEAST_WIDTH),
                               MAX (gtk_widget_get_height (GTK_WIDGET (window)) - AROUND_PX, LEAST_HEIGHT));
  make_pages (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

/* --- the object --- */

static void
patal_print_preview_dispose (GObject *object)
{
  PatalPrintPreview *self = PATAL_PRINT_PREVIEW (object);

  cancel_work (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  g_clear_pointer (&self->pages, patal_pages_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_PRINT_PREVIEW);
  G_OBJECT_CLASS (patal_print_preview_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PatalPrintPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, PatalPrintPreview, choice);
  gtk_widget_class_bind_template_child (widget_class, PatalPrintPreview, stage);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop);
}

static void
patal_print_preview_class_init (PatalPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_print_preview_dispose;
  g_type_ensure (PATAL_TYPE_REPORT_CHOICE);
  g_type_ensure (PATAL_TYPE_PRINT_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-print-preview.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, act);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", NULL);
}

static void
patal_print_preview_init (PatalPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_work (self, WORK_NONE);
}
