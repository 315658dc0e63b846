/* patal-print-preview.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print-preview.h"
#include "patal-print-stage.h"
#include <glib/gi18n.h>

#define SETTLED_MS 350    /* after the last key in the day */
#define AROUND_PX 48      /* of the window below stays to be seen */
#define LEAST_WIDTH 720
#define LEAST_HEIGHT 400

struct _PatalPrintPreview
{
  AdwWindow             parent_instance;
  AdwWindowTitle       *heading;
  PatalReportChoice    *choice;
  PatalPrintStage      *stage;
  PatalDocument        *document;
  PatalReportOrder      order;  /* of the pages */
  guint                 settle_id;
};

G_DEFINE_FINAL_TYPE (PatalPrintPreview, patal_print_preview, ADW_TYPE_WINDOW)

/* What is offered while something is under way: another choice replaces the pages that are being made; printing and saving are waited for. */
static void
stage_changed_cb (PatalPrintPreview *self)
{
  PatalStageWork work = patal_print_stage_get_work (self->stage);
  gboolean ready = work == PATAL_STAGE_IDLE && patal_print_stage_get_pages (self->stage) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), work == PATAL_STAGE_IDLE || work == PATAL_STAGE_MAKING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", ready);
}

/* A font that the pages have to do without. */
static void
set_caution (PatalPrintPreview *self)
{
  gboolean made = patal_print_stage_get_pages (self->stage) != NULL;

  patal_print_stage_set_caution (self->stage, made ? patal_report_choice_font_missing (self->choice) : NULL);
}

/* --- pages --- */

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
      self->order = made->order;
      /* lists are read, pictures are looked at */
      patal_print_stage_propose_fit (self->stage, self->order.kind == PATAL_ORDER_REPORT ? PATAL_PRINT_FIT_WIDTH : PATAL_PRINT_FIT_PAGE);
      patal_print_stage_set_pages (self->stage, made->pages);
      set_caution (self);
    }
  if (!patal_print_stage_end (self->stage, error) || made == NULL)
    return;
  paper = patal_print_stage_paper (self->stage);
  adw_window_title_set_title (self->heading, patal_pages_title (made->pages));
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
  set_caution (self);
  patal_document_read_async (self->document, make_job, g_memdup2 (&order, sizeof order), g_free, made_free,
                             patal_print_stage_begin (self->stage, PATAL_STAGE_MAKING, _("Laying out the pages…")), made_cb, g_object_ref (self));
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
print (PatalPrintPreview *self)
{
  g_autofree char *stem = patal_report_order_stem (&self->order);

  patal_print_stage_print (self->stage, stem);
}

static void
save (PatalPrintPreview *self)
{
  g_autofree char *stem = patal_report_order_stem (&self->order);

  patal_print_stage_save (self->stage, stem);
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

  self->document = g_object_ref (document);
  patal_print_stage_set_document (self->stage, document);
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

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->document);
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
  gtk_widget_class_bind_template_callback (widget_class, stage_changed_cb);
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
  stage_changed_cb (self);
}
