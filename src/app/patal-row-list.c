/* patal-row-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-list.h"
#include "patal-drop-down.h"
#include "patal-row-header.h"
#include <glib/gi18n.h>

struct _PatalRowList
{
  AdwBin              parent_instance;
  GtkLabel           *title, *counter;
  GtkBox             *tools;
  GtkDropDown        *filter;
  GtkButton          *add_button, *import_button;
  GtkStack           *stack;
  GtkColumnView      *view;
  AdwStatusPage      *empty;
  PatalDocument      *document;
  PatalRowModel      *rows;
  GtkSingleSelection *selection;
  char             *(*count) (guint n, gpointer data);
  gpointer            count_data;
  gint64              wanted;
  gboolean            seeking; /* it is wanted by somebody who will act on it, and has not come yet */
  gboolean            setting;
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalRowList, patal_row_list, ADW_TYPE_BIN)

enum { REFRESH, CHOSEN, OPENED, ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The keyboard goes on from the chosen row, so that Enter opens it. A list gives its focus to the row that had it before, and 4.8 has
 * no call for another; the chosen one is the one that looks it. */
static void
focus_chosen (PatalRowList *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *row = gtk_widget_get_first_child (rows);

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
choose (PatalRowList *self, gint64 id)
{
  guint position = id != 0 ? patal_row_model_position (self->rows, id) : GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, position);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  patal_row_column_scroll_to (self->view, position);
  if (self->seeking)
    focus_chosen (self);
  self->seeking = FALSE;
}

static void
ids_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalRowList) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ids = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *count = NULL;

  if (ids == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  count = self->count != NULL ? self->count (ids->len, self->count_data) : NULL;
  gtk_label_set_text (self->counter, count != NULL ? count : "");
  gtk_stack_set_visible_child_name (self->stack, ids->len > 0 ? "list" : patal_row_list_get_filter (self) == 0 ? "empty" : "none");
  self->setting = TRUE;
  patal_row_model_set_ids (self->rows, ids, PATAL_ROWS_FORGET);
  choose (self, self->wanted);
  self->setting = FALSE;
}

void
patal_row_list_load (PatalRowList *self, PatalJob job, gpointer data, GDestroyNotify data_free)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, job, data, data_free, (GDestroyNotify) g_array_unref, self->cancellable,
                             ids_read_cb, g_object_ref (self));
}

void
patal_row_list_select (PatalRowList *self, gint64 id)
{
  self->wanted = id;
  self->seeking = TRUE;
  choose (self, id);
}

GtkColumnView *
patal_row_list_get_view (PatalRowList *self)
{
  return self->view;
}

void
patal_row_list_set_title (PatalRowList *self, const char *title)
{
  gtk_label_set_text (self->title, title);
}

static void
update_writable (PatalRowList *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), patal_document_writable (self->document));
}

void
patal_row_list_set_add (PatalRowList *self, const char *tooltip)
{
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

void
patal_row_list_set_filters (PatalRowList *self, const char *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  self->setting = TRUE;
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (list));
  self->setting = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->filter), TRUE);
}

guint
patal_row_list_get_filter (PatalRowList *self)
{
  guint filter = gtk_drop_down_get_selected (self->filter);

  return filter != GTK_INVALID_LIST_POSITION ? filter : 0;
}

void
patal_row_list_set_filter (PatalRowList *self, guint filter)
{
  gtk_drop_down_set_selected (self->filter, filter);
}

void
patal_row_list_add_tool (PatalRowList *self, GtkWidget *tool)
{
  gtk_box_append (self->tools, tool);
}

void
patal_row_list_set_empty (PatalRowList *self, const char *icon, const char *title, const char *description, const char *import)
{
  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), import != NULL);
  if (import != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->import_button), "s", import);
}

void
patal_row_list_set_counter (PatalRowList *self, char *(*counter) (guint n, gpointer data), gpointer data)
{
  self->count = counter;
  self->count_data = data;
}

static void
refresh (PatalRowList *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[REFRESH], 0);
}

static void
filter_cb (PatalRowList *self)
{
  refresh (self);
}

static void
show_all_cb (PatalRowList *self)
{
  patal_row_list_set_filter (self, 0);
}

static void
add_cb (PatalRowList *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
activate_cb (PatalRowList *self, guint position)
{
  self->wanted = patal_row_model_id (self->rows, position);
  g_signal_emit (self, signals[OPENED], 0, self->wanted);
}

static void
selected_cb (PatalRowList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->setting || position == GTK_INVALID_LIST_POSITION)
    return;
  self->wanted = patal_row_model_id (self->rows, position);
  g_signal_emit (self, signals[CHOSEN], 0, self->wanted);
}

PatalRowList *
patal_row_list_new (PatalDocument *document, const char *row_sql, const char *name)
{
  PatalRowList *self = g_object_new (PATAL_TYPE_ROW_LIST, NULL);

  self->document = g_object_ref (document);
  self->rows = patal_row_model_new (patal_document_reader (document), row_sql);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_writable), self, G_CONNECT_SWAPPED);
  update_writable (self);
  return self;
}

static void
patal_row_list_dispose (GObject *object)
{
  PatalRowList *self = PATAL_ROW_LIST (object);

  self->setting = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_ROW_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_row_list_parent_class)->dispose (object);
}

static void
patal_row_list_class_init (PatalRowListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_row_list_dispose;
  signals[REFRESH] = g_signal_new ("refresh", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-row-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, title);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, counter);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, tools);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, filter);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, add_button);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, import_button);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, view);
  gtk_widget_class_bind_template_child (widget_class, PatalRowList, empty);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
patal_row_list_init (PatalRowList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  patal_drop_down_set_name (self->filter, _("Which ones to show"));
  patal_row_header_take_keys (self->view);
}
