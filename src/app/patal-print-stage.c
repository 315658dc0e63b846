/* patal-print-stage.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print-stage.h"
#include "patal-export-place.h"
#include "patal-pdf-report.h"
#include "patal-print.h"
#include <glib/gi18n.h>

struct _PatalPrintStage
{
  AdwBin           parent_instance;
  GtkBox          *error_box, *offers;
  GtkRevealer     *busy;
  GtkLabel        *error_label, *note_label, *busy_label, *of_label, *zoom_label;
  GtkProgressBar  *bar;
  AdwToastOverlay *toasts;
  PatalPrintView  *view;
  GtkEntry        *page_entry;
  GtkToggleButton *fit_page_button, *fit_width_button;
  PatalDocument   *document;
  GtkFileChooserNative *chooser; /* (nullable) */
  PatalPages      *pages;       /* (nullable) */
  PatalStageWork   work;
  GCancellable    *cancellable; /* of the work */
  char            *caution;     /* (nullable) */
  gboolean         showing;    /* widgets are set by us */
  gboolean         fit_chosen; /* by the user */
};

G_DEFINE_FINAL_TYPE (PatalPrintStage, patal_print_stage, ADW_TYPE_BIN)

static guint changed_signal;

static void
show_place (PatalPrintStage *self)
{
  guint n_pages = self->pages != NULL ? patal_pages_count (self->pages) : 0;
  guint page = patal_print_view_get_page (self->view);
  PatalPrintFit fit = patal_print_view_get_fit (self->view);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  /* what is being made has another number */
  g_autofree char *of = self->work == PATAL_STAGE_MAKING ? g_strdup ("/ …") : g_strdup_printf ("/ %u", n_pages);
  g_autofree char *zoom = g_strdup_printf ("%.0f %%", 100 * patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (self->view)));

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_text (self->of_label, of);
  gtk_label_set_text (self->zoom_label, zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.back", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.forward", page + 1 < n_pages);
  gtk_toggle_button_set_active (self->fit_page_button, fit == PATAL_PRINT_FIT_PAGE);
  gtk_toggle_button_set_active (self->fit_width_button, fit == PATAL_PRINT_FIT_WIDTH);
  self->showing = FALSE;
}

void
patal_print_stage_set_pages (PatalPrintStage *self, PatalPages *pages)
{
  PatalPages *before = self->pages;

  self->pages = pages != NULL ? patal_pages_ref (pages) : NULL;
  patal_pages_unref (before);
  patal_print_view_set_pages (self->view, pages);
  show_place (self);
  g_signal_emit (self, changed_signal, 0);
}

PatalPages *
patal_print_stage_get_pages (PatalPrintStage *self)
{
  return self->pages;
}

void
patal_print_stage_propose_fit (PatalPrintStage *self, PatalPrintFit fit)
{
  if (!self->fit_chosen && patal_print_view_get_fit (self->view) != PATAL_PRINT_FIT_NONE)
    patal_print_view_set_fit (self->view, fit);
}

void
patal_print_stage_say_error (PatalPrintStage *self, const char *sentence)
{
  const char *shown = sentence != NULL ? sentence : self->caution;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL;)
    gtk_box_remove (self->offers, child);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), FALSE);
  gtk_label_set_text (self->error_label, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), shown != NULL);
}

void
patal_print_stage_offer (PatalPrintStage *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->offers, button);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), TRUE);
}

void
patal_print_stage_set_caution (PatalPrintStage *self, const char *sentence)
{
  char *before = self->caution;

  self->caution = g_strdup (sentence);
  g_free (before);
  patal_print_stage_say_error (self, NULL);
}

void
patal_print_stage_say_note (PatalPrintStage *self, const char *sentence)
{
  gtk_label_set_text (self->note_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), sentence != NULL);
}

/* Its window is transient for the one that has the action, and may be gone when the button is pressed. */
static void
open_folder_cb (PatalPrintStage *self, AdwToast *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *below = root != NULL ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (below != NULL)
    gtk_widget_activate_action (GTK_WIDGET (below), "win.open-folder", "s", g_object_get_data (G_OBJECT (toast), "path"));
}

void
patal_print_stage_say_saved (PatalPrintStage *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *sentence = g_strdup_printf (_("Exported as %s"), name);
  g_autofree char *plain = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (plain);

  adw_toast_set_button_label (toast, _("Open _Folder"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_folder_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

char *
patal_print_stage_paper (PatalPrintStage *self)
{
  PatalSheetSize size = patal_pages_size (self->pages);
  gboolean lying = size.width > size.height;
  gboolean a3 = patal_sheet_paper (&size) == PATAL_PAPER_A3;
  guint n = patal_pages_count (self->pages);
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  return g_strdup_printf ("%s · %s, %s", count, a3 ? "A3" : "A4", lying ? _("sideways") : _("upright"));
}

/* --- what is under way --- */

static void
set_work (PatalPrintStage *self, PatalStageWork work, const char *words)
{
  self->work = work;
  gtk_label_set_text (self->busy_label, words != NULL ? words : "");
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_revealer_set_reveal_child (self->busy, words != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.stop", words != NULL);
  show_place (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
cancel_work (PatalPrintStage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

PatalStageWork
patal_print_stage_get_work (PatalPrintStage *self)
{
  return self->work;
}

GCancellable *
patal_print_stage_begin (PatalPrintStage *self, PatalStageWork work, const char *words)
{
  cancel_work (self);
  patal_print_stage_say_error (self, NULL);
  self->cancellable = g_cancellable_new ();
  set_work (self, work, words);
  return self->cancellable;
}

gboolean
patal_print_stage_end (PatalPrintStage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  set_work (self, PATAL_STAGE_IDLE, NULL);
  patal_print_stage_say_error (self, error != NULL ? error->message : NULL);
  return TRUE;
}

static void
progress_cb (PatalPrintStage *self, double share)
{
  if (self->work == PATAL_STAGE_MAKING || self->work == PATAL_STAGE_WORKING)
    gtk_progress_bar_set_fraction (self->bar, share);
}

void
patal_print_stage_set_document (PatalPrintStage *self, PatalDocument *document)
{
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

/* --- printing --- */

/* Nothing is said as long as the printer is asked for, in a dialog of its own. */
static void
say_printed (gpointer user_data, double share)
{
  PatalPrintStage *self = user_data;

  if (self->work != PATAL_STAGE_PRINTING)
    return;
  if (!gtk_revealer_get_reveal_child (self->busy))
    set_work (self, PATAL_STAGE_PRINTING, _("Printing…"));
  gtk_progress_bar_set_fraction (self->bar, share);
}

static void
printed_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPrintStage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean printed = patal_print_finish (result, &error);

  if (!printed && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    set_work (self, PATAL_STAGE_IDLE, NULL); /* also where it was cancelled in the dialog, and not here */
  if (patal_print_stage_end (self, error) && printed)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Sent to the printer")));
}

void
patal_print_stage_print (PatalPrintStage *self, const char *stem)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  patal_print_async (window, self->pages, patal_print_view_get_page (self->view), stem, say_printed,
                     patal_print_stage_begin (self, PATAL_STAGE_PRINTING, NULL), printed_cb, g_object_ref (self));
}

/* --- saving --- */

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
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPrintStage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (patal_print_stage_end (self, error) && path != NULL)
    patal_print_stage_say_saved (self, path);
}

static void
place_chosen_cb (gpointer user_data, const char *path, const char *problem)
{
  PatalPrintStage *self = user_data;
  PatalPages *pages = self->pages;
  Saving *saving;

  patal_print_stage_say_error (self, problem);
  if (path == NULL || pages == NULL)
    return;
  saving = g_new (Saving, 1);
  *saving = (Saving) { patal_pages_ref (pages), g_strdup (path) };
  patal_document_read_async (self->document, save_job, saving, saving_free, g_free,
                             patal_print_stage_begin (self, PATAL_STAGE_WORKING, _("Saving as PDF…")), saved_cb, g_object_ref (self));
}

void
patal_print_stage_save (PatalPrintStage *self, const char *stem)
{
  g_clear_object (&self->chooser);
  self->chooser = patal_export_place_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), stem, ".pdf", place_chosen_cb, self);
}

/* --- what is pressed --- */

static void
act (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  PatalPrintStage *self = PATAL_PRINT_STAGE (widget);
  guint page = patal_print_view_get_page (self->view);

  if (g_str_equal (name, "stage.stop"))
    {
      cancel_work (self);
      set_work (self, PATAL_STAGE_IDLE, NULL);
    }
  else if (g_str_equal (name, "stage.back"))
    patal_print_view_go_to (self->view, page - 1);
  else if (g_str_equal (name, "stage.forward"))
    patal_print_view_go_to (self->view, page + 1);
  else if (g_str_equal (name, "stage.turn-back"))
    patal_print_view_turn (self->view, FALSE);
  else if (g_str_equal (name, "stage.turn-forward"))
    patal_print_view_turn (self->view, TRUE);
  else if (g_str_equal (name, "stage.zoom-in"))
    patal_zoom_view_zoom_in (PATAL_ZOOM_VIEW (self->view));
  else if (g_str_equal (name, "stage.zoom-out"))
    patal_zoom_view_zoom_out (PATAL_ZOOM_VIEW (self->view));
}

static void
page_entered_cb (PatalPrintStage *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)), 10, 1, G_MAXUINT, &page, NULL))
    patal_print_view_go_to (self->view, (guint) page - 1);
  show_place (self);
}

/* A button that is pressed stays pressed until another fit, or a zoom, is chosen. */
static void
fit_cb (PatalPrintStage *self, GtkToggleButton *button)
{
  if (self->showing)
    return;
  self->fit_chosen = TRUE;
  patal_print_view_set_fit (self->view, button == self->fit_page_button ? PATAL_PRINT_FIT_PAGE : PATAL_PRINT_FIT_WIDTH);
  show_place (self);
}

/* --- the object --- */

static gboolean
patal_print_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PATAL_PRINT_STAGE (widget)->view));
}

static void
patal_print_stage_dispose (GObject *object)
{
  PatalPrintStage *self = PATAL_PRINT_STAGE (object);

  cancel_work (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  g_clear_pointer (&self->pages, patal_pages_unref);
  g_clear_pointer (&self->caution, g_free);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_PRINT_STAGE);
  G_OBJECT_CLASS (patal_print_stage_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, error_box);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, error_label);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, offers);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, note_label);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, busy);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, busy_label);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, bar);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, toasts);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, view);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, page_entry);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, of_label);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, zoom_label);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, fit_page_button);
  gtk_widget_class_bind_template_child (klass, PatalPrintStage, fit_width_button);
  gtk_widget_class_bind_template_callback (klass, page_entered_cb);
  gtk_widget_class_bind_template_callback (klass, fit_cb);
  gtk_widget_class_bind_template_callback (klass, show_place);
}

static void
patal_print_stage_class_init (PatalPrintStageClass *klass)
{
  static const char *const actions[] = { "stage.stop", "stage.back", "stage.forward", "stage.turn-back", "stage.turn-forward",
                                         "stage.zoom-in", "stage.zoom-out" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_print_stage_dispose;
  widget_class->grab_focus = patal_print_stage_grab_focus;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PATAL_TYPE_PRINT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-print-stage.ui");
  bind_children (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
}

static void
patal_print_stage_init (PatalPrintStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_place (self);
}
