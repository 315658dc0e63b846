/* patal-history-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-history-list.h"
#include "patal-day.h"
#include "patal-journal.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

#define LINES_A_PAGE 60

struct _PatalHistoryList
{
  AdwBin         parent_instance;
  GtkStack      *stack;
  GtkListBox    *list;
  GtkButton     *older_button;
  PatalDocument *document;
  PatalRecord    record; /* table NULL: the whole file */
  gint64         oldest; /* the oldest line shown */
  gboolean       stale;  /* what is shown is not of the record, or not of today */
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalHistoryList, patal_history_list, ADW_TYPE_BIN)

typedef struct
{
  PatalRecord record;
  gint64      before;
} Question;

static gpointer
read_lines (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Question *question = data;

  if (question->record.table != NULL)
    return patal_journal_lines_of (db, NULL, &question->record, LINES_A_PAGE, error);
  return patal_journal_lines (db, NULL, LINES_A_PAGE, question->before, error);
}

static char *
moment_text (gint64 made_at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (made_at);
  PatalDay day = patal_day_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                     g_date_time_get_day_of_month (moment));
  g_autofree char *shown = patal_day_long (day, patal_settings_lang ());
  g_autofree char *clock = g_date_time_format (moment, "%H:%M");

  return g_strdup_printf ("%s, %s", shown, clock);
}

static char *
title_of (const PatalJournalLine *line)
{
  if (line->kind == PATAL_JOURNAL_UNDO) /* Translators: %s is what an edit had done, as a sentence of the journal */
    return g_strdup_printf (_("Undone: %s"), line->label);
  if (line->kind == PATAL_JOURNAL_REDO) /* Translators: %s is what an edit had done, as a sentence of the journal */
    return g_strdup_printf (_("Done again: %s"), line->label);
  return g_strdup (line->label);
}

static GtkWidget *
line_row (const PatalJournalLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = moment_text (line->made_at);
  g_autoptr (GString) below = g_string_new (moment);
  g_autofree char *title = title_of (line);

  g_string_append_printf (below, " · %s", line->who);
  if (line->reason != NULL) /* Translators: before the reason that somebody gave for a change */
    g_string_append_printf (below, "\n%s %s", _("Reason:"), line->reason);
  if (line->undone)
    g_string_append_printf (below, "\n%s", _("Taken back since"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (line->undone)
    gtk_widget_add_css_class (row, "dim-label");
  return row;
}

static void
clear_list (PatalHistoryList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
lines_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalHistoryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (lines == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  if (self->oldest == 0)
    clear_list (self);
  for (guint i = 0; i < lines->len; i++)
    {
      const PatalJournalLine *line = g_ptr_array_index (lines, i);

      gtk_list_box_append (self->list, line_row (line));
      self->oldest = line->id;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->older_button), self->record.table == NULL && lines->len == LINES_A_PAGE);
  gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "lines" : "empty");
}

static void
load (PatalHistoryList *self, gint64 before)
{
  Question *question = g_new (Question, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  *question = (Question) { self->record, before };
  self->oldest = before;
  patal_document_read_async (self->document, read_lines, question, g_free, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, lines_read_cb, g_object_ref (self));
}

static void
refresh (PatalHistoryList *self)
{
  if (!self->stale || self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  load (self, 0);
}

static void
older_cb (PatalHistoryList *self)
{
  load (self, self->oldest);
}

static void
changed_cb (PatalHistoryList *self)
{
  self->stale = TRUE;
  refresh (self);
}

void
patal_history_list_set_document (PatalHistoryList *self, PatalDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
patal_history_list_set_record (PatalHistoryList *self, const PatalRecord *record)
{
  if (self->record.table != NULL && self->record.id == record->id)
    return;
  self->record = *record;
  clear_list (self);
  changed_cb (self);
}

static void
patal_history_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (patal_history_list_parent_class)->map (widget);
  refresh (PATAL_HISTORY_LIST (widget));
}

static void
patal_history_list_dispose (GObject *object)
{
  PatalHistoryList *self = PATAL_HISTORY_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_HISTORY_LIST);
  G_OBJECT_CLASS (patal_history_list_parent_class)->dispose (object);
}

static void
patal_history_list_class_init (PatalHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_history_list_dispose;
  widget_class->map = patal_history_list_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalHistoryList, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalHistoryList, list);
  gtk_widget_class_bind_template_child (widget_class, PatalHistoryList, older_button);
  gtk_widget_class_bind_template_callback (widget_class, older_cb);
}

static void
patal_history_list_init (PatalHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
