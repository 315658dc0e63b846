/* patal-paper-text-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-text-dialog.h"
#include "patal-discard-question.h"
#include "patal-paper-template.h"
#include <glib/gi18n.h>
#include <string.h>

#define CHECKED_MS 300 /* after the last key */

struct _PatalPaperTextDialog
{
  AdwWindow          parent_instance;
  AdwWindowTitle    *heading;
  GtkTextView       *view;
  GtkLabel          *faults, *fields;
  PatalDocument     *document;
  PatalTrainingPaper paper;
  char              *saved; /* the text that was there */
  guint              check_id;
};

G_DEFINE_FINAL_TYPE (PatalPaperTextDialog, patal_paper_text_dialog, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
typed_text (PatalPaperTextDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
check (PatalPaperTextDialog *self)
{
  g_autofree char *text = typed_text (self);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (PatalLetterTemplate) template = patal_letter_template_parse (text, strlen (text), &patal_paper_known, &faults);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTemplateFault *fault = g_ptr_array_index (faults, i);

      if (i > 0)
        g_string_append_c (said, '\n');
      if (fault->line > 0)
        g_string_append_printf (said, _("Line %u: %s"), fault->line, fault->text);
      else
        g_string_append (said, fault->text);
    }
  gtk_label_set_text (self->faults, said->len > 0 ? said->str : _("The text is sound."));
  if (said->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->faults), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->faults), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.save", template != NULL);
}

static gboolean
check_cb (gpointer user_data)
{
  PatalPaperTextDialog *self = user_data;

  self->check_id = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (PatalPaperTextDialog *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (CHECKED_MS, check_cb, self);
}

/* --- saving --- */

typedef struct
{
  PatalTrainingPaper paper;
  char              *text; /* NULL: the shipped one again */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->text);
  g_free (change);
}

static gboolean
change_cb (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;

  return change->text != NULL ? patal_paper_template_put (db, change->paper, change->text, error)
                              : patal_paper_template_discard (db, change->paper, error);
}

static gpointer
change_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Change *change = data;
  const PatalLabel *label = change->text != NULL ? PATAL_LABEL ("Text of a paper of trainings changed")
                                                 : PATAL_LABEL ("Shipped text of a paper of trainings taken again");

  return GINT_TO_POINTER (patal_db_edit (db, label, change_cb, change, error));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPaperTextDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    gtk_label_set_text (self->faults, error->message);
}

static void
act (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  PatalPaperTextDialog *self = PATAL_PAPER_TEXT_DIALOG (widget);
  Change *change = g_new (Change, 1);

  *change = (Change) { self->paper, g_str_equal (name, "text.save") ? typed_text (self) : NULL };
  patal_document_write_async (self->document, change_job, change, change_free, NULL, NULL, changed_cb, g_object_ref (self));
}

/* --- showing --- */

/* (transfer full): "{day} date of this paper, …": what may be named. */
static char *
known_fields (void)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < patal_paper_known.n_fields; i++)
    g_string_append_printf (all, "%s{%s} %s", i > 0 ? " · " : "", patal_paper_known.fields[i].id, _(patal_paper_known.fields[i].label));
  return g_string_free (all, FALSE);
}

void
patal_paper_text_dialog_show (GtkWidget *asked_from, PatalDocument *document, PatalTrainingPaper paper)
{
  PatalPaperTextDialog *self = g_object_new (PATAL_TYPE_PAPER_TEXT_DIALOG, "transient-for", gtk_widget_get_root (asked_from), NULL);
  g_autofree char *fields = known_fields (), *text = NULL;
  gboolean own = FALSE;

  self->document = g_object_ref (document);
  self->paper = paper;
  text = patal_paper_template_text (patal_document_reader (document), paper, &own, NULL);
  adw_window_title_set_subtitle (self->heading, _(patal_training_paper_title (paper)));
  gtk_label_set_text (self->fields, fields);
  self->saved = text != NULL ? g_steal_pointer (&text) : g_strdup ("");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->saved, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.shipped", own);
  check (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- the object --- */

static gboolean
patal_paper_text_dialog_close_request (GtkWindow *window)
{
  PatalPaperTextDialog *self = PATAL_PAPER_TEXT_DIALOG (window);
  g_autofree char *text = typed_text (self);

  if (g_str_equal (text, self->saved))
    return GTK_WINDOW_CLASS (patal_paper_text_dialog_parent_class)->close_request (window);
  patal_discard_question_ask (window);
  return TRUE;
}

static void
patal_paper_text_dialog_finalize (GObject *object)
{
  g_free (PATAL_PAPER_TEXT_DIALOG (object)->saved);
  G_OBJECT_CLASS (patal_paper_text_dialog_parent_class)->finalize (object);
}

static void
patal_paper_text_dialog_dispose (GObject *object)
{
  PatalPaperTextDialog *self = PATAL_PAPER_TEXT_DIALOG (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_PAPER_TEXT_DIALOG);
  G_OBJECT_CLASS (patal_paper_text_dialog_parent_class)->dispose (object);
}

static void
patal_paper_text_dialog_class_init (PatalPaperTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_paper_text_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_paper_text_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = patal_paper_text_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-paper-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalPaperTextDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PatalPaperTextDialog, view);
  gtk_widget_class_bind_template_child (widget_class, PatalPaperTextDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, PatalPaperTextDialog, fields);
  gtk_widget_class_install_action (widget_class, "text.save", NULL, act);
  gtk_widget_class_install_action (widget_class, "text.shipped", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "text.save", NULL);
}

static void
patal_paper_text_dialog_init (PatalPaperTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
