/* patal-tick-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-tick-list.h"
#include "patal-text.h"
#include <glib/gi18n.h>

#define FEW 9 /* of so many none is looked for */
#define LEAST_HEIGHT 150
#define MOST_HEIGHT  300

/* --- a row --- */

#define PATAL_TYPE_TICK (patal_tick_get_type ())
G_DECLARE_FINAL_TYPE (PatalTick, patal_tick, PATAL, TICK, GObject)

struct _PatalTick
{
  GObject  parent_instance;
  gint64   id;
  char    *words, *folded;
  gboolean ticked;
};

G_DEFINE_FINAL_TYPE (PatalTick, patal_tick, G_TYPE_OBJECT)

enum { PROP_TICK_0, PROP_TICKED, N_TICK_PROPS };
static GParamSpec *tick_props[N_TICK_PROPS];

static void
patal_tick_set_property (GObject *object, G_GNUC_UNUSED guint id, const GValue *value, GParamSpec *pspec)
{
  PATAL_TICK (object)->ticked = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
patal_tick_get_property (GObject *object, G_GNUC_UNUSED guint id, GValue *value, G_GNUC_UNUSED GParamSpec *pspec)
{
  g_value_set_boolean (value, PATAL_TICK (object)->ticked);
}

static void
patal_tick_finalize (GObject *object)
{
  g_free (PATAL_TICK (object)->words);
  g_free (PATAL_TICK (object)->folded);
  G_OBJECT_CLASS (patal_tick_parent_class)->finalize (object);
}

static void
patal_tick_class_init (PatalTickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = patal_tick_set_property;
  object_class->get_property = patal_tick_get_property;
  object_class->finalize = patal_tick_finalize;
  tick_props[PROP_TICKED]
    = g_param_spec_boolean ("ticked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_TICK_PROPS, tick_props);
}

static void
patal_tick_init (G_GNUC_UNUSED PatalTick *self)
{
}

/* --- the list --- */

struct _PatalTickList
{
  AdwBin             parent_instance;
  GListStore        *rows;
  GtkFilter         *filter;
  GtkSearchEntry    *search;
  GtkWidget         *head;
  GtkListView       *view;
  GtkScrolledWindow *scroller;
  GtkLabel          *counter;
  char              *sought; /* folded; (nullable) */
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (PatalTickList, patal_tick_list, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static PatalTick *
row_at (PatalTickList *self, guint position) /* (transfer full) */
{
  return g_list_model_get_item (G_LIST_MODEL (self->rows), position);
}

static void
show_count (PatalTickList *self)
{
  guint n = patal_tick_list_n_rows (self), ticked = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PatalTick) tick = row_at (self, i);

      ticked += tick->ticked;
    }
  /* Translators: how many of how many are ticked */
  words = g_strdup_printf (_("%u of %u"), ticked, n);
  gtk_label_set_text (self->counter, words);
}

static void
ticked_cb (PatalTickList *self)
{
  if (self->filling)
    return;
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  PatalTickList *self = user_data;

  return self->sought == NULL || strstr (PATAL_TICK (item)->folded, self->sought) != NULL;
}

static void
search_cb (PatalTickList *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->sought);
  self->sought = *typed != '\0' ? patal_text_fold (typed, PATAL_FOLD_SEARCH) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* All that are seen: what was looked for, or every row. */
static void
tick_seen (PatalTickList *self, gboolean ticked)
{
  self->filling = TRUE;
  for (guint i = 0; i < patal_tick_list_n_rows (self); i++)
    {
      g_autoptr (PatalTick) tick = row_at (self, i);

      if (matches (tick, self))
        g_object_set (tick, "ticked", ticked, NULL);
    }
  self->filling = FALSE;
  ticked_cb (self);
}

static void
all_cb (PatalTickList *self)
{
  tick_seen (self, TRUE);
}

static void
none_cb (PatalTickList *self)
{
  tick_seen (self, FALSE);
}

static void
activate_cb (PatalTickList *self, guint position)
{
  g_autoptr (PatalTick) tick = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  if (tick != NULL)
    g_object_set (tick, "ticked", !tick->ticked, NULL);
}

/* --- rows on the screen --- */

static void
setup_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_check_button_new_with_label (""));
}

static void
bind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PatalTick *tick = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  GBinding *binding = g_object_bind_property (tick, "ticked", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), tick->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, tick->words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (check)), GTK_ACCESSIBLE_PROPERTY_LABEL, tick->words, -1);
  g_object_set_data (G_OBJECT (item), "binding", binding);
}

static void
unbind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "binding"));
}

/* --- for others --- */

void
patal_tick_list_add (PatalTickList *self, gint64 id, const char *name, const char *detail, gboolean ticked)
{
  g_autoptr (PatalTick) tick = g_object_new (PATAL_TYPE_TICK, NULL);

  tick->id = id;
  tick->words = detail != NULL ? g_strdup_printf ("%s · %s", name, detail) : g_strdup (name);
  tick->folded = patal_text_fold (tick->words, PATAL_FOLD_SEARCH);
  tick->ticked = ticked;
  g_signal_connect_object (tick, "notify::ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->rows, tick);
  gtk_widget_set_visible (self->head, patal_tick_list_n_rows (self) > FEW);
  gtk_scrolled_window_set_min_content_height (self->scroller, patal_tick_list_n_rows (self) > FEW ? LEAST_HEIGHT : -1);
  show_count (self);
}

guint
patal_tick_list_n_rows (PatalTickList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

GArray *
patal_tick_list_get (PatalTickList *self, gboolean ticked)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < patal_tick_list_n_rows (self); i++)
    {
      g_autoptr (PatalTick) tick = row_at (self, i);

      if (tick->ticked == ticked)
        g_array_append_val (ids, tick->id);
    }
  return ids;
}

gboolean
patal_tick_list_is_ticked (PatalTickList *self, gint64 id)
{
  for (guint i = 0; i < patal_tick_list_n_rows (self); i++)
    {
      g_autoptr (PatalTick) tick = row_at (self, i);

      if (tick->id == id)
        return tick->ticked;
    }
  return FALSE;
}

void
patal_tick_list_set_ticked (PatalTickList *self, gint64 id, gboolean ticked)
{
  self->filling = TRUE;
  for (guint i = 0; i < patal_tick_list_n_rows (self); i++)
    {
      g_autoptr (PatalTick) tick = row_at (self, i);

      if (tick->id == id)
        g_object_set (tick, "ticked", ticked, NULL);
    }
  self->filling = FALSE;
  show_count (self);
}

GtkWidget *
patal_tick_list_new (const char *name)
{
  PatalTickList *self = g_object_new (PATAL_TYPE_TICK_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/* --- the object --- */

static GtkWidget *
button_new (PatalTickList *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
head_new (PatalTickList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Part of the name"), -1);
  g_object_set (self->search, "placeholder-text", _("Part of the name"), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  self->counter = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "dim-label");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->counter));
  gtk_box_append (GTK_BOX (head), button_new (self, _("All"), G_CALLBACK (all_cb)));
  gtk_box_append (GTK_BOX (head), button_new (self, _("None"), G_CALLBACK (none_cb)));
  return head;
}

static GtkWidget *
view_new (PatalTickList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *shown;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (self->filter));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))), factory));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "frame");
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  return scroller;
}

static void
patal_tick_list_dispose (GObject *object)
{
  PatalTickList *self = PATAL_TICK_LIST (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->sought, g_free);
  G_OBJECT_CLASS (patal_tick_list_parent_class)->dispose (object);
}

static void
patal_tick_list_class_init (PatalTickListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_tick_list_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_tick_list_init (PatalTickList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->rows = g_list_store_new (PATAL_TYPE_TICK);
  self->head = head_new (self);
  gtk_widget_set_visible (self->head, FALSE);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), view_new (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
