/* patal-form-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-form-dialog.h"
#include "patal-choice.h"
#include "patal-discard-question.h"
#include "patal-reveal.h"
#include <glib/gi18n.h>

struct _PatalFormDialog
{
  AdwWindow            parent_instance;
  GtkButton           *save_button, *remove_button;
  GtkBox              *error_box, *body;
  GtkLabel            *error_label;
  GtkScrolledWindow   *scroller;
  GtkBox              *pair; /* (nullable): the next widgets go in here */
  guint                pair_left;
  GtkWidget           *asked_from; /* what the dialog belongs to */
  PatalDocument       *document;
  const PatalFormKind *kind;
  gpointer             form;
  GDestroyNotify       form_free;
  GHashTable          *fields; /* id → PatalField, PatalRecordChooser or PatalChoice, borrowed */
  GPtrArray           *texts;  /* PatalField: those of them that are words */
  GtkWidget           *at;     /* (nullable): the field at fault */
  gboolean             shown;  /* the fields are filled: what changes now was typed */
  gboolean             typed;  /* something was, and is not saved */
  gboolean             saving; /* what is under way is write(), not remove() */
};

#define SMALLEST_SCREEN 600 /* pixels */
#define AROUND_FORM     160 /* header bar, a sentence above the form, and what a desktop has at its edges */

G_DEFINE_FINAL_TYPE (PatalFormDialog, patal_form_dialog, ADW_TYPE_WINDOW)

static void
set_error (GtkWidget *widget, const char *message)
{
  if (PATAL_IS_FIELD (widget))
    patal_field_set_error (PATAL_FIELD (widget), message);
  else if (PATAL_IS_CHOICE (widget))
    patal_choice_set_error (PATAL_CHOICE (widget), message);
  else
    patal_record_chooser_set_error (PATAL_RECORD_CHOOSER (widget), message);
}

/* A form longer than the screen scrolls: what is wrong must be seen all the same. */
static void
reveal_fault (PatalFormDialog *self)
{
  if (self->at != NULL)
    patal_reveal (self->at);
}

static void
show_error (PatalFormDialog *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), message != NULL);
}

/* Says what is wrong at the field that is at fault, or above all of them where it is none of them. */
static GtkWidget *
show_fault (PatalFormDialog *self, const char *field, const GError *error)
{
  GtkWidget *at = error != NULL && field != NULL ? g_hash_table_lookup (self->fields, field) : NULL;
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    set_error (widget, widget == at ? error->message : NULL);
  for (guint i = 0; i < self->texts->len; i++)
    patal_field_warn_of_text (g_ptr_array_index (self->texts, i));
  show_error (self, error != NULL && at == NULL ? error->message : NULL);
  self->at = at;
  return at;
}

void
patal_form_dialog_typed (PatalFormDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *field = NULL;

  if (!self->shown)
    return;
  self->typed = TRUE;
  self->kind->read (self, self->form, &field, &error);
  show_fault (self, field, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalFormDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->body), TRUE);
  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    {
      show_error (self, error->message);
      return;
    }
  if (self->saving && self->kind->written != NULL)
    self->kind->written (self->asked_from, self->document, self->form);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The form is the job's while it runs: nothing may be typed meanwhile. */
static void
run (PatalFormDialog *self, PatalJob job)
{
  self->saving = job == self->kind->write;
  gtk_widget_set_sensitive (GTK_WIDGET (self->body), FALSE);
  patal_document_write_async (self->document, job, self->form, NULL, NULL, NULL, written_cb, g_object_ref (self));
}

static void
save_cb (PatalFormDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *field = NULL;
  GtkWidget *at;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->body)))
    return;
  if (self->kind->read (self, self->form, &field, &error))
    {
      run (self, self->kind->write);
      return;
    }
  at = show_fault (self, field, error);
  if (at != NULL)
    gtk_widget_grab_focus (at);
}

static void
remove_cb (PatalFormDialog *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->body)))
    run (self, self->kind->remove);
}

void
patal_form_dialog_begin_pair (PatalFormDialog *self)
{
  self->pair = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->pair_left = 2;
  gtk_box_set_homogeneous (self->pair, TRUE);
  gtk_box_append (self->body, GTK_WIDGET (self->pair));
}

void
patal_form_dialog_add_widget (PatalFormDialog *self, GtkWidget *widget)
{
  gtk_box_append (self->pair_left > 0 ? self->pair : self->body, widget);
  if (self->pair_left > 0)
    self->pair_left--;
}

PatalField *
patal_form_dialog_add_field (PatalFormDialog *self, const char *id, const char *label)
{
  GtkWidget *field = patal_field_new (label);

  g_hash_table_insert (self->fields, (gpointer) id, field);
  g_signal_connect_object (field, "edited", G_CALLBACK (patal_form_dialog_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "entered", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  patal_form_dialog_add_widget (self, field);
  return PATAL_FIELD (field);
}

PatalField *
patal_form_dialog_add_text (PatalFormDialog *self, const char *id, const char *label)
{
  PatalField *field = patal_form_dialog_add_field (self, id, label);

  g_ptr_array_add (self->texts, field);
  return field;
}

GtkDropDown *
patal_form_dialog_add_choice (PatalFormDialog *self, const char *id, const char *label, const char *const *names)
{
  GtkWidget *choice = patal_choice_new (label, names);
  GtkDropDown *drop_down = patal_choice_get_drop_down (PATAL_CHOICE (choice));

  g_hash_table_insert (self->fields, (gpointer) id, choice);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (patal_form_dialog_typed), self, G_CONNECT_SWAPPED);
  patal_form_dialog_add_widget (self, choice);
  return drop_down;
}

PatalRecordChooser *
patal_form_dialog_add_chooser (PatalFormDialog *self, const char *id, const char *label, const char *kind)
{
  GtkWidget *chooser = patal_record_chooser_new (self->document, label, kind);

  g_hash_table_insert (self->fields, (gpointer) id, chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (patal_form_dialog_typed), self, G_CONNECT_SWAPPED);
  patal_form_dialog_add_widget (self, chooser);
  return PATAL_RECORD_CHOOSER (chooser);
}

GtkCheckButton *
patal_form_dialog_add_check (PatalFormDialog *self, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  g_signal_connect_object (check, "toggled", G_CALLBACK (patal_form_dialog_typed), self, G_CONNECT_SWAPPED);
  patal_form_dialog_add_widget (self, check);
  return GTK_CHECK_BUTTON (check);
}

void
patal_form_dialog_offer_remove (PatalFormDialog *self, const char *label)
{
  gtk_button_set_label (self->remove_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), TRUE);
}

/* The window is as high as the form needs, errors and all, but leaves room on a small screen. */
static void
limit_height (PatalFormDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GdkSurface *surface = parent != NULL ? gtk_native_get_surface (GTK_NATIVE (parent)) : NULL;
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle screen = { .height = SMALLEST_SCREEN };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX (screen.height, SMALLEST_SCREEN) - AROUND_FORM);
}

void
patal_form_dialog_present (PatalFormDialog *self)
{
  gboolean writable = patal_document_writable (self->document);

  self->shown = TRUE;
  limit_height (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_button), writable);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->body), GTK_DIR_TAB_FORWARD);
}

/* Escape, Cancel and the window manager all come by here; saving does not. */
static gboolean
patal_form_dialog_close_request (GtkWindow *window)
{
  PatalFormDialog *self = PATAL_FORM_DIALOG (window);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->body))) /* it is being written */
    return TRUE;
  if (!self->typed)
    return GTK_WINDOW_CLASS (patal_form_dialog_parent_class)->close_request (window);
  patal_discard_question_ask (window);
  return TRUE;
}

PatalFormDialog *
patal_form_dialog_new (GtkWidget *asked_from, PatalDocument *document, const char *title, const PatalFormKind *kind,
                       gpointer form, GDestroyNotify form_free)
{
  GtkRoot *root = gtk_widget_get_root (asked_from);
  PatalFormDialog *self = g_object_new (PATAL_TYPE_FORM_DIALOG, "title", title, "transient-for",
                                        GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->asked_from = g_object_ref (asked_from);
  self->document = g_object_ref (document);
  self->kind = kind;
  self->form = form;
  self->form_free = form_free;
  return self;
}

static void
patal_form_dialog_dispose (GObject *object)
{
  PatalFormDialog *self = PATAL_FORM_DIALOG (object);

  self->shown = FALSE;
  self->at = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_FORM_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->asked_from);
  G_OBJECT_CLASS (patal_form_dialog_parent_class)->dispose (object);
}

static void
patal_form_dialog_finalize (GObject *object)
{
  PatalFormDialog *self = PATAL_FORM_DIALOG (object);

  if (self->form_free != NULL)
    self->form_free (self->form);
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->texts);
  G_OBJECT_CLASS (patal_form_dialog_parent_class)->finalize (object);
}

static void
patal_form_dialog_class_init (PatalFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_form_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_form_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = patal_form_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalFormDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PatalFormDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, PatalFormDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, PatalFormDialog, body);
  gtk_widget_class_bind_template_child (widget_class, PatalFormDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, PatalFormDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
patal_form_dialog_init (PatalFormDialog *self)
{
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed", G_CALLBACK (reveal_fault), self,
                           G_CONNECT_SWAPPED);
}
