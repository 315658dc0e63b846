/* patal-units-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-units-page.h"
#include "patal-drop-down.h"
#include "patal-number.h"
#include "patal-row-table.h"
#include "patal-settings.h"
#include "patal-unit-map.h"
#include "patal-unit-pane.h"
#include <glib/gi18n.h>

#define N_MISSING (PATAL_UNIT_NO_SECRETARY + 1)

struct _PatalUnitsPage
{
  AdwBin               parent_instance;
  GtkPaned            *paned;
  GtkLabel            *title, *counter;
  GtkBox              *map_tools;
  GtkDropDown         *filter;
  GtkButton           *add_button;
  GtkStack            *stack;
  PatalRowTable       *table;
  GtkColumnView       *list; /* its headers */
  GtkStack            *side;
  PatalUnitPane       *pane;        /* each NULL until it is first shown: most starts look at the list only */
  PatalUnitMap        *map;
  GtkWidget           *empty, *none;
  GtkColumnViewColumn *block_column, *district_column; /* owned: not always in the list */

  PatalDocument       *document;
  PatalRowModel       *rows;
  GtkSingleSelection  *selection;
  PatalUnitsView       view;
  gint64               scope;
  PatalLevel           scope_level; /* PATAL_N_LEVELS: the whole file */
  gint64               wanted;      /* to be chosen when the list is there */
  guint                counts[N_MISSING];
  gboolean             listed;      /* the first list has come */
  gboolean             setting;     /* the program chooses, not the user */
  gboolean             reordered;   /* the list that is on its way is in an order that was asked for */
  gboolean             placing, placed; /* the pane gets, or has, the width that it had last */
  GCancellable        *loading, *counting;
};

G_DEFINE_FINAL_TYPE (PatalUnitsPage, patal_units_page, ADW_TYPE_BIN)

static const PatalRowColumnPair block_pair = { PATAL_UNIT_COL_BLOCK_HI, PATAL_UNIT_COL_BLOCK_EN };
static const PatalRowColumnPair secretary_pair = { PATAL_UNIT_COL_SECRETARY_HI, PATAL_UNIT_COL_SECRETARY_EN };
static const PatalRowColumnPair district_pair = { PATAL_UNIT_COL_DISTRICT_HI, PATAL_UNIT_COL_DISTRICT_EN };

/* --- the line above the list, and the filter --- */

static char *
n_panchayats (guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s gram panchayat", "%s gram panchayats", n), number);
}

/* "Without code (12)" */
static char *
filter_text (guint missing, guint n)
{
  static const char *const titles[N_MISSING] = {
    [PATAL_UNIT_ALL] = N_("All"),
    [PATAL_UNIT_NO_CODE] = N_("Without code"),
    [PATAL_UNIT_NO_NAME_HI] = N_("Without Hindi name"),
    [PATAL_UNIT_NO_PLACE] = N_("Without coordinates"),
    [PATAL_UNIT_NO_SECRETARY] = N_("Without secretary"),
  };
  g_autofree char *number = patal_number_group (n);

  return g_strdup_printf ("%s (%s)", _(titles[missing]), number);
}

static guint
chosen_missing (PatalUnitsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->filter);

  return chosen < N_MISSING ? chosen : PATAL_UNIT_ALL;
}

static void
show_counts (PatalUnitsPage *self)
{
  g_autofree char *all = n_panchayats (self->counts[PATAL_UNIT_ALL]);
  g_autoptr (GString) line = g_string_new (all);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = chosen_missing (self);

  if (self->counts[PATAL_UNIT_NO_CODE] > 0)
    {
      g_autofree char *number = patal_number_group (self->counts[PATAL_UNIT_NO_CODE]);

      /* Translators: continues "638 gram panchayats"; %s is a number */
      g_string_append_printf (line, _(", %s without code"), number);
    }
  gtk_label_set_text (self->counter, line->str);
  for (guint i = 0; i < N_MISSING; i++)
    {
      g_autofree char *text = filter_text (i, self->counts[i]);

      gtk_string_list_append (names, text);
    }
  self->setting = TRUE;
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->filter, chosen);
  self->setting = FALSE;
}

typedef struct
{
  guint n[N_MISSING];
} Counts;

static gpointer
count_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const gint64 *within = data;
  g_autofree Counts *counts = g_new0 (Counts, 1);

  for (guint i = 0; i < N_MISSING; i++)
    {
      PatalUnitFilter filter = { .level = PATAL_LEVEL_GP, .within = *within, .missing = i, .sort = PATAL_UNIT_SORT_CODE };
      g_autoptr (GArray) ids = patal_unit_ids (db, &filter, error);

      if (ids == NULL)
        return NULL;
      counts->n[i] = ids->len;
    }
  return g_steal_pointer (&counts);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalUnitsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Counts *counts = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (counts == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  memcpy (self->counts, counts->n, sizeof self->counts);
  show_counts (self);
}

static void
count (PatalUnitsPage *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  patal_document_read_async (self->document, count_job, g_memdup2 (&self->scope, sizeof self->scope), g_free, g_free,
                             self->counting, counted_cb, g_object_ref (self));
}

/* --- the list --- */

static void
choose (PatalUnitsPage *self, gint64 id)
{
  guint position = id != 0 ? patal_row_model_position (self->rows, id) : GTK_INVALID_LIST_POSITION;

  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->setting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    patal_row_table_scroll_to (self->table, position);
  if (self->map != NULL)
    patal_unit_map_set_selected (self->map, id);
}

static GtkWidget *
status_page_new (const char *icon, const char *title, const char *description, GtkWidget *button)
{
  GtkWidget *page = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon, "title", title, "description", description, NULL);

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void show_all_cb (PatalUnitsPage *self);

/* What stands in place of a list without rows. */
static void
show_no_list (PatalUnitsPage *self)
{
  gboolean all = chosen_missing (self) == PATAL_UNIT_ALL;
  GtkWidget **page = all ? &self->empty : &self->none;
  GtkWidget *button;

  if (*page == NULL && all)
    {
      button = gtk_button_new_with_mnemonic (_("_Import a Table…"));
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.import-kind::units");
      gtk_widget_add_css_class (button, "suggested-action");
      *page = status_page_new ("mark-location-symbolic", _("No Gram Panchayat Yet"),
                               _("Take in the list of your office from Excel or CSV. Blocks and panchayats are recognised by their "
                                 "headings, in Hindi or English."), button);
      gtk_stack_add_child (self->stack, *page);
    }
  else if (*page == NULL)
    {
      button = gtk_button_new_with_mnemonic (_("Show _All"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
      *page = status_page_new ("emblem-ok-symbolic", _("Nothing Is Missing"), NULL, button);
      gtk_stack_add_child (self->stack, *page);
    }
  gtk_stack_set_visible_child (self->stack, *page);
}

static void
show_view (PatalUnitsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  gtk_widget_set_visible (GTK_WIDGET (self->map_tools), self->view == PATAL_UNITS_MAP);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), self->view == PATAL_UNITS_LIST);
  if (self->view == PATAL_UNITS_MAP)
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->map));
  else if (n > 0 || !self->listed)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_no_list (self);
}

static gpointer
ids_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_unit_ids (db, data, error);
}

static void
ids_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalUnitsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *ids = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (ids == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  self->setting = TRUE;
  patal_row_model_set_ids (self->rows, ids, PATAL_ROWS_FORGET);
  self->setting = FALSE;
  self->listed = TRUE;
  show_view (self);
  choose (self, self->wanted);
  if (self->reordered && self->wanted == 0)
    patal_row_table_scroll_to (self->table, 0); /* GTK would stay with the row that was at the top */
  self->reordered = FALSE;
}

static void
load (PatalUnitsPage *self)
{
  PatalUnitFilter *filter = g_new (PatalUnitFilter, 1);
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  int sort = hindi ? PATAL_UNIT_SORT_NAME_HI : PATAL_UNIT_SORT_NAME_EN;
  gboolean descending = FALSE;

  patal_row_column_order (self->list, &sort, &descending);
  *filter = (PatalUnitFilter) { .level = PATAL_LEVEL_GP, .within = self->scope, .missing = chosen_missing (self), .sort = sort,
                                .descending = descending };
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  patal_document_read_async (self->document, ids_job, filter, g_free, (GDestroyNotify) g_array_unref, self->loading,
                             ids_read_cb, g_object_ref (self));
}

static void
made_cb (PatalUnitsPage *self, gint64 id)
{
  self->wanted = id; /* the list is on its way: an edit has told of itself */
  choose (self, id);
}

static void
pane_empty_cb (PatalUnitsPage *self)
{
  gboolean empty;

  g_object_get (self->pane, "empty", &empty, NULL);
  if (empty)
    gtk_stack_set_visible_child_name (self->side, "none");
  else
    gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->pane));
}

static PatalUnitPane *
ensure_pane (PatalUnitsPage *self)
{
  if (self->pane == NULL)
    {
      self->pane = PATAL_UNIT_PANE (patal_unit_pane_new (self->document));
      gtk_stack_add_child (self->side, GTK_WIDGET (self->pane));
      g_signal_connect_object (self->pane, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->pane, "notify::empty", G_CALLBACK (pane_empty_cb), self, G_CONNECT_SWAPPED);
    }
  return self->pane;
}

static void
selected_cb (PatalUnitsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->setting || position == GTK_INVALID_LIST_POSITION)
    return;
  if (!patal_unit_pane_show (ensure_pane (self), patal_row_model_id (self->rows, position)))
    {
      choose (self, self->wanted);
      return;
    }
  self->wanted = patal_row_model_id (self->rows, position);
  if (self->map != NULL)
    patal_unit_map_set_selected (self->map, self->wanted);
}

static void
order_cb (PatalUnitsPage *self)
{
  if (self->setting) /* the columns are being taken down with the page */
    return;
  self->reordered = TRUE;
  load (self);
}

static void
filter_cb (PatalUnitsPage *self)
{
  if (!self->setting && self->document != NULL)
    load (self);
}

static void
show_all_cb (PatalUnitsPage *self)
{
  gtk_drop_down_set_selected (self->filter, PATAL_UNIT_ALL);
}

static void
changed_cb (PatalUnitsPage *self, GStrv tables)
{
  const char *const *names = (const char *const *) tables;

  if (!patal_document_touches (names, "unit") && !patal_document_touches (names, "posting")
      && !patal_document_touches (names, "person"))
    return;
  load (self);
  count (self);
}

/* Why nothing can be added here; NULL where it can. */
static const char *
block_wanted (PatalUnitsPage *self)
{
  return self->scope_level == PATAL_LEVEL_BLOCK ? NULL : _("Choose a block at the left to add a gram panchayat to it");
}

static void
update_add (PatalUnitsPage *self)
{
  const char *why_not = block_wanted (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), patal_document_writable (self->document));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button),
                               why_not != NULL ? why_not : _("Add a gram panchayat to this block"));
}

static void
add_cb (PatalUnitsPage *self)
{
  if (block_wanted (self) != NULL)
    {
      patal_document_say (self->document, block_wanted (self));
      return;
    }
  if (!patal_unit_pane_begin (ensure_pane (self), PATAL_LEVEL_GP, self->scope))
    return;
  self->wanted = 0;
  choose (self, 0);
}

/* --- the map --- */

static void
map_selected_cb (PatalUnitsPage *self)
{
  gint64 id = patal_unit_map_get_selected (self->map);

  if (self->setting || id == 0)
    return;
  patal_units_page_select (self, id);
}

static void
zoom_in_cb (PatalUnitsPage *self)
{
  patal_unit_map_zoom (self->map, 1);
}

static void
zoom_out_cb (PatalUnitsPage *self)
{
  patal_unit_map_zoom (self->map, -1);
}

static void
zoom_fit_cb (PatalUnitsPage *self)
{
  patal_unit_map_fit (self->map);
}

/* Not gtk_column_view_column_set_visible(): in GTK 4.8 one hidden column keeps all others from growing with the list. */
static void
show_column (PatalUnitsPage *self, GtkColumnViewColumn *column, gboolean show)
{
  gboolean shown = gtk_column_view_column_get_column_view (column) != NULL;

  if (shown && !show)
    gtk_column_view_remove_column (self->list, column);
  else if (!shown && show)
    gtk_column_view_insert_column (self->list, 3, column); /* after the names and the code */
}

void
patal_units_page_set_view (PatalUnitsPage *self, PatalUnitsView view)
{
  self->view = view;
  if (view == PATAL_UNITS_MAP && self->map == NULL)
    {
      self->map = PATAL_UNIT_MAP (patal_unit_map_new (self->document));
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->map), "map");
      patal_unit_map_set_scope (self->map, self->scope);
      patal_unit_map_set_selected (self->map, self->wanted);
      g_signal_connect_object (self->map, "notify::selected", G_CALLBACK (map_selected_cb), self, G_CONNECT_SWAPPED);
    }
  show_view (self);
}

void
patal_units_page_set_scope (PatalUnitsPage *self, gint64 scope, const char *name)
{
  g_auto (PatalUnit) unit = { .population = -1 };
  gboolean loaded;

  gtk_label_set_text (self->title, name != NULL ? name : _("All blocks"));
  if (self->scope == scope && self->loading != NULL)
    return;
  self->scope = scope;
  loaded = scope != 0 && patal_unit_load (patal_document_reader (self->document), scope, &unit, NULL);
  self->scope_level = loaded ? unit.level : PATAL_N_LEVELS;
  show_column (self, self->block_column, self->scope_level != PATAL_LEVEL_BLOCK);
  update_add (self);
  if (self->map != NULL)
    patal_unit_map_set_scope (self->map, scope);
  load (self);
  count (self);
}

void
patal_units_page_show_districts (PatalUnitsPage *self, gboolean show)
{
  show_column (self, self->district_column, show);
}

void
patal_units_page_select (PatalUnitsPage *self, gint64 id)
{
  if (patal_unit_pane_show (ensure_pane (self), id))
    self->wanted = id;
  choose (self, self->wanted);
}

void
patal_units_page_take_focus (PatalUnitsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    patal_row_table_take_focus (self->table);
}

void
patal_units_page_show_posts (PatalUnitsPage *self)
{
  if (self->pane != NULL)
    patal_unit_pane_show_posts (self->pane);
}

gboolean
patal_units_page_leave (PatalUnitsPage *self)
{
  return self->pane == NULL || patal_unit_pane_leave (self->pane);
}

/* --- the object --- */

/* A GtkPaned counts from its start, and the pane stands at its end: it is placed when the width is known, but not within the
 * allocation that tells of it, which would leave the columns of the list as wide as they were before. */
static gboolean
place_pane_cb (gpointer user_data)
{
  PatalUnitsPage *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->paned));

  gtk_paned_set_position (self->paned, width - g_settings_get_int (patal_settings (), "pane-width"));
  self->placed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
width_known_cb (PatalUnitsPage *self)
{
  if (self->placed || self->placing || gtk_widget_get_width (GTK_WIDGET (self->paned)) <= 0)
    return;
  self->placing = TRUE;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_pane_cb, g_object_ref (self), g_object_unref);
}

static void
pane_moved_cb (PatalUnitsPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->side));

  if (self->placed && width > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_settings_set_int (patal_settings (), "pane-width", width);
}

static void
add_columns (PatalUnitsPage *self)
{
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  static const struct { const char *title; guint column; int sort; } names[] = {
    { N_("Name (Hindi)"), PATAL_UNIT_COL_NAME_HI, PATAL_UNIT_SORT_NAME_HI },
    { N_("Name (English)"), PATAL_UNIT_COL_NAME_EN, PATAL_UNIT_SORT_NAME_EN },
  };
  GtkColumnViewColumn *column;

  for (guint i = 0; i < 2; i++)
    {
      guint which = hindi ? i : 1 - i;

      column = patal_row_column_append (self->list, _(names[which].title), PATAL_ROW_COLUMN_TEXT, patal_row_column_text,
                                        GUINT_TO_POINTER (names[which].column), names[which].sort);
      gtk_column_view_column_set_fixed_width (column, 104);
      gtk_column_view_column_set_expand (column, TRUE); /* at least as wide, and grows */
    }
  column = patal_row_column_append (self->list, _("LGD code"), PATAL_ROW_COLUMN_TEXT, patal_row_column_text,
                                    GUINT_TO_POINTER (PATAL_UNIT_COL_CODE), PATAL_UNIT_SORT_CODE);
  gtk_column_view_column_set_fixed_width (column, 92);
  self->block_column = g_object_ref (patal_row_column_append (self->list, _("Block"), PATAL_ROW_COLUMN_TEXT,
                                                              patal_row_column_name, &block_pair, PATAL_UNIT_SORT_BLOCK));
  gtk_column_view_column_set_fixed_width (self->block_column, 100);
  self->district_column = g_object_ref (patal_row_column_append (self->list, _("District"), PATAL_ROW_COLUMN_TEXT,
                                                                 patal_row_column_name, &district_pair,
                                                                 PATAL_ROW_COLUMN_UNSORTED));
  gtk_column_view_column_set_fixed_width (self->district_column, 100);
  column = patal_row_column_append (self->list, _("Population"), PATAL_ROW_COLUMN_NUMBER, patal_row_column_number,
                                    GUINT_TO_POINTER (PATAL_UNIT_COL_POPULATION), PATAL_UNIT_SORT_POPULATION);
  gtk_column_view_column_set_fixed_width (column, 96);
  column = patal_row_column_append (self->list, _("Secretary"), PATAL_ROW_COLUMN_TEXT, patal_row_column_name, &secretary_pair,
                                    PATAL_ROW_COLUMN_UNSORTED);
  gtk_column_view_column_set_fixed_width (column, 142);
}

static void
take_document (PatalUnitsPage *self, PatalDocument *document)
{
  self->document = g_object_ref (document);
  show_column (self, self->district_column, FALSE);
  self->rows = patal_row_model_new (patal_document_reader (document), patal_unit_row_sql);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  patal_row_table_set_model (self->table, GTK_SELECTION_MODEL (self->selection), _("Gram panchayats"));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
}

GtkWidget *
patal_units_page_new (PatalDocument *document)
{
  PatalUnitsPage *self = g_object_new (PATAL_TYPE_UNITS_PAGE, NULL);

  take_document (self, document);
  return GTK_WIDGET (self);
}

static void
patal_units_page_dispose (GObject *object)
{
  PatalUnitsPage *self = PATAL_UNITS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->loading);
  g_clear_object (&self->counting);
  self->setting = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_UNITS_PAGE);
  g_clear_object (&self->block_column);
  g_clear_object (&self->district_column);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->document); /* after the rows, which read through it */
  G_OBJECT_CLASS (patal_units_page_parent_class)->dispose (object);
}

static void
patal_units_page_class_init (PatalUnitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_units_page_dispose;
  g_type_ensure (PATAL_TYPE_ROW_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-units-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, title);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, counter);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, map_tools);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, table);
  gtk_widget_class_bind_template_child (widget_class, PatalUnitsPage, side);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
}

static void
patal_units_page_init (PatalUnitsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = patal_row_table_get_header (self->table);
  self->scope_level = PATAL_N_LEVELS;
  patal_drop_down_set_name (self->filter, _("What is missing"));
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (width_known_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (pane_moved_cb), self, G_CONNECT_SWAPPED);
  add_columns (self);
  show_counts (self);
}
