/* patal-scope-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-scope-list.h"
#include "patal-number.h"
#include "patal-scope-item.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalScopeList
{
  AdwBin              parent_instance;
  GtkListView        *view;
  PatalDocument      *document;
  GListStore         *roots;
  GtkTreeListModel   *tree;
  GtkSingleSelection *selection;
  GHashTable         *items;  /* gint64 id → PatalScopeItem, both owned */
  gpointer            places; /* (nullable): what the tree was made of */
  gint64              scope;
  gint64              wanted; /* to be chosen when the list is there */
  gboolean            filling;
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalScopeList, patal_scope_list, ADW_TYPE_BIN)

enum { PROP_0, PROP_SCOPE, N_PROPS };
static GParamSpec *props[N_PROPS];

#define N_TIERS 3
static const PatalLevel tiers[N_TIERS] = { PATAL_LEVEL_STATE, PATAL_LEVEL_DISTRICT, PATAL_LEVEL_BLOCK };

typedef struct
{
  GPtrArray *summaries[N_TIERS];
} Places;

static void
places_free (gpointer data)
{
  Places *places = data;

  for (guint i = 0; i < N_TIERS; i++)
    g_clear_pointer (&places->summaries[i], g_ptr_array_unref);
  g_free (places);
}

static gpointer
read_places (PatalDb *db, G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Places *places = g_new0 (Places, 1);

  for (guint i = 0; i < N_TIERS; i++)
    if ((places->summaries[i] = patal_unit_summaries (db, tiers[i], 0, error)) == NULL)
      {
        places_free (places);
        return NULL;
      }
  return places;
}

static gboolean
places_equal (const Places *a, const Places *b)
{
  for (guint tier = 0; tier < N_TIERS; tier++)
    {
      if (a->summaries[tier]->len != b->summaries[tier]->len)
        return FALSE;
      for (guint i = 0; i < a->summaries[tier]->len; i++)
        {
          const PatalUnitSummary *x = g_ptr_array_index (a->summaries[tier], i);
          const PatalUnitSummary *y = g_ptr_array_index (b->summaries[tier], i);

          if (x->id != y->id || x->parent != y->parent || x->n_gps != y->n_gps || g_strcmp0 (x->name_hi, y->name_hi) != 0
              || g_strcmp0 (x->name_en, y->name_en) != 0)
            return FALSE;
        }
    }
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer user_data)
{
  return g_utf8_collate (patal_scope_item_name ((PatalScopeItem *) a), patal_scope_item_name ((PatalScopeItem *) b));
}

static int
compare_roots (gconstpointer a, gconstpointer b)
{
  return compare_items (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

static const char *
name_of (const PatalUnitSummary *summary)
{
  const char *first = patal_settings_lang () == PATAL_LANG_HI ? summary->name_hi : summary->name_en;

  return first != NULL ? first : summary->name_hi != NULL ? summary->name_hi : summary->name_en;
}

/* The tiers that every place of the file shares (one state, one district) would be a list of one: they are left out. */
static guint
first_tier (const Places *places)
{
  guint tier = 0;

  while (tier < N_TIERS - 1 && places->summaries[tier]->len <= 1)
    tier++;
  return tier;
}

static void
fill (PatalScopeList *self, const Places *places)
{
  guint first = first_tier (places);
  guint all = 0;
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PatalScopeItem) everything = NULL;

  g_hash_table_remove_all (self->items);
  for (guint tier = first; tier < N_TIERS; tier++)
    for (guint i = 0; i < places->summaries[tier]->len; i++)
      {
        const PatalUnitSummary *summary = g_ptr_array_index (places->summaries[tier], i);
        g_autoptr (PatalScopeItem) item = patal_scope_item_new (summary->id, summary->parent, name_of (summary), summary->n_gps);
        PatalScopeItem *parent = g_hash_table_lookup (self->items, &summary->parent);

        g_hash_table_insert (self->items, g_memdup2 (&summary->id, sizeof summary->id), g_object_ref (item));
        if (tier == first)
          {
            all += summary->n_gps;
            g_ptr_array_add (roots, g_object_ref (item));
          }
        else if (parent != NULL)
          g_list_store_insert_sorted (patal_scope_item_children (parent), item, compare_items, NULL);
      }
  g_ptr_array_sort (roots, compare_roots);
  /* the last tier that could be left out still counts all: a file of one block without districts shows it */
  everything = patal_scope_item_new (0, 0, first == 0 ? _("All states") : first == 1 ? _("All districts") : _("All blocks"), all);
  g_ptr_array_insert (roots, 0, g_object_ref (everything));
  g_hash_table_insert (self->items, g_new0 (gint64, 1), g_object_ref (everything));
  g_list_store_splice (self->roots, 0, g_list_model_get_n_items (G_LIST_MODEL (self->roots)), roots->pdata, roots->len);
}

static guint
position_of (PatalScopeList *self, gint64 scope)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (PatalScopeItem) item = gtk_tree_list_row_get_item (row);

      if (patal_scope_item_id (item) == scope)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Opens what @scope lies in, from the top down. */
static void
unfold (PatalScopeList *self, gint64 scope)
{
  PatalScopeItem *item = g_hash_table_lookup (self->items, &scope);
  gint64 parent = item != NULL ? patal_scope_item_parent (item) : 0;
  guint position;

  if (parent == 0 || !g_hash_table_contains (self->items, &parent))
    return;
  unfold (self, parent);
  position = position_of (self, parent);
  if (position != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
choose (PatalScopeList *self, gint64 scope)
{
  guint position;

  unfold (self, scope);
  position = position_of (self, scope);
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->tree)))
    {
      gtk_single_selection_set_selected (self->selection, position);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
    }
}

static void
set_scope (PatalScopeList *self, gint64 scope)
{
  if (self->scope == scope)
    return;
  self->scope = scope;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCOPE]);
}

static void
selected_cb (PatalScopeList *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (PatalScopeItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (!self->filling && item != NULL)
    {
      self->wanted = patal_scope_item_id (item);
      set_scope (self, self->wanted);
    }
}

static void
places_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalScopeList) self = user_data;
  g_autoptr (GError) error = NULL;
  Places *places = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (places == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  if (self->places != NULL && places_equal (self->places, places))
    {
      places_free (places); /* an edit of one panchayat must not fold up the tree */
      return;
    }
  self->filling = TRUE;
  fill (self, places);
  choose (self, self->wanted);
  self->filling = FALSE;
  selected_cb (self);
  g_clear_pointer (&self->places, places_free);
  self->places = places;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCOPE]); /* the same place, perhaps, but now with a name */
}

static void
load (PatalScopeList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, read_places, NULL, NULL, places_free, self->cancellable, places_read_cb,
                             g_object_ref (self));
}

static void
changed_cb (PatalScopeList *self, GStrv tables)
{
  if (patal_document_touches ((const char *const *) tables, "unit"))
    load (self);
}

void
patal_scope_list_set_document (PatalScopeList *self, PatalDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

gint64
patal_scope_list_get_scope (PatalScopeList *self)
{
  return self->scope;
}

void
patal_scope_list_set_scope (PatalScopeList *self, gint64 scope)
{
  self->wanted = scope;
  choose (self, scope);
}

char *
patal_scope_list_name (PatalScopeList *self, gint64 unit)
{
  PatalScopeItem *item = g_hash_table_lookup (self->items, &unit);

  return item != NULL ? g_strdup (patal_scope_item_name (item)) : NULL;
}

gboolean
patal_scope_list_has_many (PatalScopeList *self, PatalLevel level)
{
  const Places *places = self->places;

  for (guint i = 0; places != NULL && i < N_TIERS; i++)
    if (tiers[i] == level)
      return places->summaries[i]->len > 1;
  return FALSE;
}

static GListModel *
children_cb (gpointer item, G_GNUC_UNUSED gpointer user_data)
{
  if (patal_scope_item_is_leaf (item))
    return NULL;
  return G_LIST_MODEL (g_object_ref (patal_scope_item_children (item)));
}

static void
setup_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (PatalScopeItem) item = gtk_tree_list_row_get_item (row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *name = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *count = gtk_widget_get_next_sibling (name);
  g_autofree char *number = patal_number_group (patal_scope_item_n_gps (item));
  g_autofree char *tip = g_strdup_printf (ngettext ("%s: %s gram panchayat", "%s: %s gram panchayats",
                                                    patal_scope_item_n_gps (item)),
                                          patal_scope_item_name (item), number);

  gtk_label_set_text (GTK_LABEL (name), patal_scope_item_name (item));
  gtk_label_set_text (GTK_LABEL (count), number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (expander), tip);
  /* GTK 4.8 has no call for the name of a row: the row is the parent of what we put into it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (expander))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tip, -1);
  gtk_tree_expander_set_list_row (expander, row);
}

static void
patal_scope_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SCOPE)
    g_value_set_int64 (value, PATAL_SCOPE_LIST (object)->scope);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_scope_list_dispose (GObject *object)
{
  PatalScopeList *self = PATAL_SCOPE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->roots);
  g_clear_object (&self->document);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_SCOPE_LIST);
  G_OBJECT_CLASS (patal_scope_list_parent_class)->dispose (object);
}

static void
patal_scope_list_finalize (GObject *object)
{
  PatalScopeList *self = PATAL_SCOPE_LIST (object);

  g_hash_table_unref (self->items);
  g_clear_pointer (&self->places, places_free);
  G_OBJECT_CLASS (patal_scope_list_parent_class)->finalize (object);
}

static void
patal_scope_list_class_init (PatalScopeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_scope_list_get_property;
  object_class->dispose = patal_scope_list_dispose;
  object_class->finalize = patal_scope_list_finalize;
  props[PROP_SCOPE] = g_param_spec_int64 ("scope", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-scope-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalScopeList, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
patal_scope_list_init (PatalScopeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->roots = g_list_store_new (PATAL_TYPE_SCOPE_ITEM);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->roots)), FALSE, FALSE, children_cb, NULL, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->tree)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}
