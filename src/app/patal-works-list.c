/* patal-works-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-works-list.h"
#include "patal-drop-down.h"
#include "patal-number.h"
#include "patal-place-button.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-work-list.h"
#include "patal-work-strip.h"
#include <glib/gi18n.h>

struct _PatalWorksList
{
  AdwBin              parent_instance;
  GtkLabel           *counter, *chosen_label;
  PatalPlaceButton   *place;
  GtkDropDown        *kind, *status, *board;
  GtkButton          *add_button;
  GtkStack           *stack;
  PatalStripList     *strips;
  GtkRevealer        *chosen_bar;
  GSimpleActionGroup *actions;  /* "works": the order */
  PatalDocument      *document;
  PatalRowModel      *rows;
  GtkMultiSelection  *selection;
  gint64              current;
  gint64              wanted;   /* to be chosen when the list is there; 0: nothing new */
  gboolean            seeking;  /* and its row takes the focus */
  gboolean            eager;    /* the focus is to come here when the list is there */
  gboolean            setting;  /* the program chooses, not the user */
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalWorksList, patal_works_list, ADW_TYPE_BIN)

enum { CHOSEN, OPENED, ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct { const char *id; PatalWorkSort hi, en; } sorts[] = {
  { "gp", PATAL_WORK_SORT_GP_HI, PATAL_WORK_SORT_GP_EN },
  { "name", PATAL_WORK_SORT_NAME_HI, PATAL_WORK_SORT_NAME_EN },
  { "code", PATAL_WORK_SORT_CODE, PATAL_WORK_SORT_CODE },
  { "start", PATAL_WORK_SORT_START, PATAL_WORK_SORT_START },
  { "total", PATAL_WORK_SORT_TOTAL, PATAL_WORK_SORT_TOTAL },
  { "status", PATAL_WORK_SORT_STATUS, PATAL_WORK_SORT_STATUS },
};

static const struct { PatalBoardState state; const char *title; } states[] = {
  { PATAL_BOARD_STATE_ANY, N_("Any board") },
  { PATAL_BOARD_STATE_MISSING, N_("Board missing") },
  { PATAL_BOARD_STATE_WRONG, N_("Board found wrong") },
  { PATAL_BOARD_STATE_UNSEEN, N_("Board not inspected") },
  { PATAL_BOARD_STATE_OVERPRINT, N_("To be overprinted") },
  { PATAL_BOARD_STATE_BUILT, N_("Board built") },
};

/* --- what is chosen --- */

static void
show_chosen (PatalWorksList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (chosen);
  g_autofree char *number = patal_number_group (n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s work chosen", "%s works chosen", n), number);

  gtk_label_set_text (self->chosen_label, words);
  gtk_revealer_set_reveal_child (self->chosen_bar, n > 1);
}

/* The latest one that is still chosen; the list knows but which rows are. */
static void
settle_current (PatalWorksList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint position = self->current != 0 ? patal_row_model_position (self->rows, self->current) : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION && gtk_bitset_contains (chosen, position))
    return;
  self->current = gtk_bitset_is_empty (chosen) ? 0 : patal_row_model_id (self->rows, gtk_bitset_get_minimum (chosen));
}

static void
selection_changed_cb (PatalWorksList *self)
{
  if (self->setting)
    return;
  settle_current (self);
  show_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GArray *
ids_of (PatalWorksList *self, gboolean only_chosen)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = patal_row_model_id (self->rows, i);

      if (!only_chosen || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_array_append_val (ids, id);
    }
  return ids;
}

/* The works that were chosen are so again, wherever they stand now. */
static void
choose_again (PatalWorksList *self, GArray *before)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (wanted, &g_array_index (before, gint64, i));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = patal_row_model_id (self->rows, i);

      if (g_hash_table_contains (wanted, &id))
        gtk_bitset_add (chosen, i);
    }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
}

/* GTK 4.8 has no call that gives a row the focus: the chosen one is the one that looks it. */
static void
focus_chosen (PatalWorksList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (patal_strip_list_get_view (self->strips)));

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
choose_wanted (PatalWorksList *self)
{
  guint position = self->wanted != 0 ? patal_row_model_position (self->rows, self->wanted) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->current = self->wanted;
  self->wanted = 0;
  patal_strip_list_scroll_to (self->strips, position);
  if (self->seeking)
    focus_chosen (self);
  self->seeking = FALSE;
}

/* There is always a board to look at. */
static void
choose_some (PatalWorksList *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_is_empty (chosen))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
}

/* --- what is listed --- */

static guint
chosen_of (GtkDropDown *choice)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  return chosen != GTK_INVALID_LIST_POSITION ? chosen : 0;
}

gboolean
patal_works_list_is_filtered (PatalWorksList *self)
{
  return patal_place_button_get_place (self->place) != 0 || chosen_of (self->kind) != 0 || chosen_of (self->status) != 0
         || chosen_of (self->board) != 0;
}

/* Works stand in gram panchayats: without those there is something to be done first. */
static const char *
empty_page (PatalWorksList *self)
{
  g_autoptr (GArray) gps = patal_unit_ids (patal_document_reader (self->document), &(PatalUnitFilter) { .level = PATAL_LEVEL_GP }, NULL);

  return gps != NULL && gps->len == 0 ? "bare" : "empty";
}

static void
ids_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalWorksList) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ids = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autoptr (GArray) before = NULL;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (ids == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  n = ids->len;
  number = patal_number_group (n);
  words = g_strdup_printf (ngettext ("%s work", "%s works", n), number);
  gtk_label_set_text (self->counter, words);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : patal_works_list_is_filtered (self) ? "none" : empty_page (self));
  self->setting = TRUE;
  before = ids_of (self, TRUE);
  patal_row_model_set_ids (self->rows, ids, PATAL_ROWS_FORGET);
  choose_again (self, before);
  choose_wanted (self);
  choose_some (self);
  self->setting = FALSE;
  selection_changed_cb (self);
  if (self->eager)
    {
      self->eager = FALSE;
      patal_works_list_take_focus (self);
    }
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_work_ids (db, data, error);
}

static PatalWorkSort
chosen_sort (PatalWorksList *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "sort");
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].id, g_variant_get_string (state, NULL)))
      return hindi ? sorts[i].hi : sorts[i].en;
  return hindi ? PATAL_WORK_SORT_GP_HI : PATAL_WORK_SORT_GP_EN;
}

static void
load (PatalWorksList *self)
{
  g_autoptr (GVariant) descending = NULL;
  PatalWorkFilter *filter;

  if (self->setting || self->document == NULL)
    return;
  descending = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "descending");
  filter = g_new (PatalWorkFilter, 1);
  *filter = (PatalWorkFilter) { .within = patal_place_button_get_place (self->place), .kind = (int) chosen_of (self->kind) - 1,
                                .status = (int) chosen_of (self->status) - 1, .board = states[chosen_of (self->board)].state,
                                .sort = chosen_sort (self), .descending = g_variant_get_boolean (descending) };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, ids_job, filter, g_free, (GDestroyNotify) g_array_unref, self->cancellable, ids_read_cb,
                             g_object_ref (self));
}

static void
changed_cb (PatalWorksList *self, GStrv tables)
{
  static const char *const ours[] = { "work", "board", "unit" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (patal_document_touches ((const char *const *) tables, ours[i]))
      {
        load (self);
        return;
      }
}

static void
show_all (PatalWorksList *self)
{
  self->setting = TRUE;
  patal_place_button_set_place (self->place, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->status, 0);
  gtk_drop_down_set_selected (self->board, 0);
  self->setting = FALSE;
  load (self);
}

/* --- what is pressed --- */

static void
activate_cb (PatalWorksList *self, guint position)
{
  self->current = patal_row_model_id (self->rows, position);
  g_signal_emit (self, signals[OPENED], 0, self->current);
}

static void
add_cb (PatalWorksList *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
order_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  load (user_data);
}

static void
update_writable (PatalWorksList *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), patal_document_writable (self->document));
}

/* --- for others --- */

gint64
patal_works_list_get_current (PatalWorksList *self)
{
  return self->current;
}

GArray *
patal_works_list_get_chosen (PatalWorksList *self)
{
  return ids_of (self, TRUE);
}

GArray *
patal_works_list_get_listed (PatalWorksList *self)
{
  return ids_of (self, FALSE);
}

guint
patal_works_list_count_listed (PatalWorksList *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
}

gint64
patal_works_list_get_place (PatalWorksList *self)
{
  return patal_place_button_get_place (self->place);
}

char *
patal_works_list_get_place_name (PatalWorksList *self)
{
  return patal_place_button_get_name (self->place);
}

void
patal_works_list_select (PatalWorksList *self, gint64 id)
{
  self->wanted = id;
  self->seeking = TRUE;
  self->setting = TRUE;
  choose_wanted (self);
  self->setting = FALSE;
  if (self->wanted == 0)
    selection_changed_cb (self);
  else
    show_all (self);
}

gboolean
patal_works_list_return_to (PatalWorksList *self, gint64 id)
{
  if (id == 0 || patal_row_model_position (self->rows, id) == GTK_INVALID_LIST_POSITION)
    return FALSE;
  patal_works_list_select (self, id);
  return TRUE;
}

void
patal_works_list_take_focus (PatalWorksList *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (shown, "list") != 0) /* to what there is to be done */
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    patal_strip_list_take_focus (self->strips);
  else
    self->eager = TRUE;
}

void
patal_works_list_set_document (PatalWorksList *self, PatalDocument *document)
{
  self->document = g_object_ref (document);
  self->rows = patal_row_model_new (patal_document_reader (document), patal_work_row_sql);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  patal_strip_list_set_model (self->strips, GTK_SELECTION_MODEL (self->selection));
  patal_place_button_set_document (self->place, document);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_writable), self, G_CONNECT_SWAPPED);
  update_writable (self);
  load (self);
}

/* --- the object --- */

static void
patal_works_list_dispose (GObject *object)
{
  PatalWorksList *self = PATAL_WORKS_LIST (object);

  self->setting = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WORKS_LIST);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->document); /* after the rows, which read through it */
  G_OBJECT_CLASS (patal_works_list_parent_class)->dispose (object);
}

static void
patal_works_list_class_init (PatalWorksListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_works_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PATAL_TYPE_PLACE_BUTTON);
  g_type_ensure (PATAL_TYPE_STRIP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-works-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, counter);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, place);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, kind);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, status);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, board);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, add_button);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, strips);
  gtk_widget_class_bind_template_child (widget_class, PatalWorksList, chosen_bar);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

/* The first choice leaves nothing out. */
static void
fill (GtkDropDown *choice, const char *name, const char *all, guint n, const char *(*title) (guint))
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  if (all != NULL)
    gtk_string_list_append (titles, all);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, _(title (i)));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (titles));
  patal_drop_down_shorten (choice);
  patal_drop_down_set_name (choice, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice), name);
}

static const char *
kind_title (guint kind)
{
  return patal_work_kind_title ((PatalWorkKind) kind);
}

static const char *
status_title (guint status)
{
  return patal_work_status_title ((PatalWorkStatus) status);
}

static const char *
state_title (guint state)
{
  return states[state].title;
}

static void
patal_works_list_init (PatalWorksList *self)
{
  static const GActionEntry entries[] = {
    { .name = "sort", .parameter_type = "s", .state = "'gp'", .change_state = order_cb },
    { .name = "descending", .state = "false", .change_state = order_cb },
  };
  GtkListView *view;

  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "works", G_ACTION_GROUP (self->actions));
  fill (self->kind, _("Kind of work"), _("Any kind"), PATAL_N_WORK_KINDS, kind_title);
  fill (self->status, _("Status of the work"), _("Any status"), PATAL_N_WORK_STATUSES, status_title);
  fill (self->board, _("State of the board"), NULL, G_N_ELEMENTS (states), state_title);
  patal_strip_list_set_kind (self->strips, &patal_work_strip_kind, NULL);
  view = patal_strip_list_get_view (self->strips);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Works"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  self->setting = FALSE;
}
