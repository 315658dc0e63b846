/* patal-strip-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-strip-list.h"

struct _PatalStripList
{
  GtkWidget             parent_instance;
  GtkListView          *view;
  const PatalStripKind *kind;
  gpointer              data;
  int                   height; /* of a row; 0: to be measured */
};

G_DEFINE_FINAL_TYPE (PatalStripList, patal_strip_list, GTK_TYPE_WIDGET)

#define PATAL_TYPE_STRIP (patal_strip_get_type ())
G_DECLARE_FINAL_TYPE (PatalStrip, patal_strip, PATAL, STRIP, GtkWidget)

struct _PatalStrip /* the one widget of a row */
{
  GtkWidget       parent_instance;
  PatalStripList *list;   /* it is in */
  GtkListItem    *item;   /* which lasts as long as its child */
  GtkWidget      *around; /* the row whose focus is listened to: never looked into */
  PatalRow       *row;
  gboolean        unwritten; /* out of sight when it was last drawn */
  gboolean        named;     /* a screen reader has its sentence */
};

G_DEFINE_FINAL_TYPE (PatalStrip, patal_strip, GTK_TYPE_WIDGET)

/* --- a row --- */

static gboolean
in_sight (PatalStrip *self)
{
  GtkWidget *list = GTK_WIDGET (self->list->view);
  double x, y;

  return gtk_widget_translate_coordinates (GTK_WIDGET (self), list, 0, 0, &x, &y)
         && y < gtk_widget_get_height (list) && y + gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

/* Of the row around it, which is what takes the focus; GTK 4.8 has no call for this. */
static void
tell_name (PatalStrip *self)
{
  g_autofree char *line = NULL;

  if (self->named || self->row == NULL)
    return;
  self->named = TRUE;
  line = self->list->kind->say (self->row, self->list->data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line, -1);
}

static void
patal_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalStrip *self = PATAL_STRIP (widget);

  self->unwritten = !in_sight (self);
  if (self->unwritten || self->row == NULL)
    return;
  tell_name (self);
  self->list->kind->draw (widget, snapshot, self->row, self->list->data);
}

static gboolean
patal_strip_query_tooltip (GtkWidget *widget, int x, int y, G_GNUC_UNUSED gboolean by_key, GtkTooltip *tooltip)
{
  PatalStrip *self = PATAL_STRIP (widget);
  const PatalStripKind *kind = self->list->kind;
  g_autofree char *text = kind->tip != NULL && self->row != NULL ? kind->tip (widget, self->row, x, y, self->list->data) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static int
row_height (PatalStripList *list)
{
  if (list->height == 0)
    list->height = list->kind->height (GTK_WIDGET (list), list->data);
  return list->height;
}

static void
patal_strip_measure (GtkWidget *widget, GtkOrientation orientation, G_GNUC_UNUSED int for_size, int *minimum, int *natural,
                     G_GNUC_UNUSED int *minimum_baseline, G_GNUC_UNUSED int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? row_height (PATAL_STRIP (widget)->list) : 0;
}

/* A row is read when it comes into sight, or when the focus is moved to it, which is before. */
static void
bind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PatalStrip *self = PATAL_STRIP (gtk_list_item_get_child (item));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  g_set_object (&self->row, gtk_list_item_get_item (item));
  if (self->around != row)
    g_signal_connect_object (row, "notify::has-focus", G_CALLBACK (tell_name), self, G_CONNECT_SWAPPED);
  self->around = row;
  if (gtk_widget_has_focus (row))
    tell_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
unbind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PatalStrip *self = PATAL_STRIP (gtk_list_item_get_child (item));

  if (self->named)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_ACCESSIBLE_PROPERTY_LABEL);
  self->named = FALSE;
  g_clear_object (&self->row);
}

static void
setup_cb (PatalStripList *list, GtkListItem *item)
{
  PatalStrip *self = g_object_new (PATAL_TYPE_STRIP, NULL);

  self->list = list;
  self->item = item;
  gtk_list_item_set_child (item, GTK_WIDGET (self));
}

static void
patal_strip_dispose (GObject *object)
{
  g_clear_object (&PATAL_STRIP (object)->row);
  G_OBJECT_CLASS (patal_strip_parent_class)->dispose (object);
}

static void
patal_strip_class_init (PatalStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_strip_dispose;
  widget_class->measure = patal_strip_measure;
  widget_class->snapshot = patal_strip_snapshot;
  widget_class->query_tooltip = patal_strip_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION); /* the row around it speaks */
}

static void
patal_strip_init (PatalStrip *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* --- the list --- */

/* NULL: of a row that GTK keeps for later. */
static PatalStrip *
strip_of (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return child != NULL && PATAL_IS_STRIP (child) ? PATAL_STRIP (child) : NULL;
}

/* The rows that come into sight are written; all have one height, so their numbers tell which ones, before they are laid out. */
static void
scrolled_cb (PatalStripList *self, GtkAdjustment *down)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->view);
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  double height = gtk_adjustment_get_upper (down) / MAX (n, 1);
  double top = gtk_adjustment_get_value (down), page = gtk_adjustment_get_page_size (down);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      PatalStrip *strip = strip_of (row);
      double y = strip != NULL ? height * gtk_list_item_get_position (strip->item) : 0;

      if (strip != NULL && strip->unwritten && y > top - 2 * height && y < top + page + height)
        gtk_widget_queue_draw (GTK_WIDGET (strip));
    }
}

void
patal_strip_list_redraw (PatalStripList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (strip_of (row) != NULL)
      gtk_widget_queue_draw (gtk_widget_get_first_child (row));
}

void
patal_strip_list_set_kind (PatalStripList *self, const PatalStripKind *kind, gpointer data)
{
  self->kind = kind;
  self->data = data;
}

GtkListView *
patal_strip_list_get_view (PatalStripList *self)
{
  return self->view;
}

void
patal_strip_list_set_model (PatalStripList *self, GtkSelectionModel *model)
{
  gtk_list_view_set_model (self->view, model);
}

void
patal_strip_list_scroll_to (PatalStripList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position); /* 4.8 has no call for this */
}

void
patal_strip_list_take_focus (PatalStripList *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
patal_strip_list_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (patal_strip_list_parent_class)->css_changed (widget, change);
  PATAL_STRIP_LIST (widget)->height = 0;
}

/* In GTK 4.8 Tab would go through all rows before it left the list; the arrows do that. */
static gboolean
patal_strip_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *now = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && now != NULL && gtk_widget_is_ancestor (now, widget))
    return FALSE;
  return GTK_WIDGET_CLASS (patal_strip_list_parent_class)->focus (widget, direction);
}

static void
patal_strip_list_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (patal_strip_list_parent_class)->dispose (object);
}

static void
patal_strip_list_class_init (PatalStripListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_strip_list_dispose;
  widget_class->css_changed = patal_strip_list_css_changed;
  widget_class->focus = patal_strip_list_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "striplist");
}

static void
patal_strip_list_init (PatalStripList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkAdjustment *down;

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE); /* a child's wish is heard of containers of GTK's own only */
  gtk_widget_set_parent (window, GTK_WIDGET (self));
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  g_signal_connect_object (down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
