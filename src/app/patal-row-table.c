/* patal-row-table.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-table.h"
#include "patal-row-header.h"

#define PAD_PX 6 /* of the text within its column; the headers' own */
#define PAD_Y_PX 5

struct _PatalRowTable
{
  GtkWidget      parent_instance;
  GtkColumnView *header;
  GtkListView   *list;
  GtkWidget     *bar;       /* scrolls the columns, where they are wider than the list */
  GtkAdjustment *across;    /* its, and the header's */
  int            row_height; /* 0: to be measured */
  int            baseline;   /* from a row's top, once its height is measured */
  gboolean       bar_due;
};

G_DEFINE_FINAL_TYPE (PatalRowTable, patal_row_table, GTK_TYPE_WIDGET)

#define PATAL_TYPE_ROW_STRIP (patal_row_strip_get_type ())
G_DECLARE_FINAL_TYPE (PatalRowStrip, patal_row_strip, PATAL, ROW_STRIP, GtkWidget)

struct _PatalRowStrip /* the one widget of a row */
{
  GtkWidget      parent_instance;
  PatalRowTable *table; /* it is in */
  GtkListItem   *item;  /* which lasts as long as its child */
  GtkWidget     *around; /* the row whose focus is listened to: never looked into */
  PatalRow      *row;
  gboolean       unwritten; /* out of sight when it was last drawn */
  gboolean       named;     /* a screen reader has its sentence */
};

G_DEFINE_FINAL_TYPE (PatalRowStrip, patal_row_strip, GTK_TYPE_WIDGET)

/* --- a row --- */

static gboolean
in_sight (PatalRowStrip *self)
{
  GtkWidget *list = GTK_WIDGET (self->table->list);
  double x, y;

  return gtk_widget_translate_coordinates (GTK_WIDGET (self), list, 0, 0, &x, &y)
         && y < gtk_widget_get_height (list) && y + gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

/* "कोसा, Kosa, LGD code 441234, …": what is not there is not read out. */
static char *
spoken (PatalRowStrip *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table->header);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      PatalRowColumnKind kind;
      g_autofree char *text = patal_row_column_say (column, self->row, &kind);

      if (text == NULL)
        continue;
      if (line->len > 0)
        g_string_append_printf (line, ", %s ", gtk_column_view_column_get_title (column));
      g_string_append (line, text);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Of the row around it, which is what takes the focus; GTK 4.8 has no call for this. */
static void
tell_name (PatalRowStrip *self)
{
  g_autofree char *line = NULL;

  if (self->named || self->row == NULL)
    return;
  self->named = TRUE;
  line = spoken (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line, -1);
}

static void
write_cell (PatalRowStrip *self, GtkSnapshot *snapshot, PangoLayout *layout, GtkColumnViewColumn *column,
            const graphene_rect_t *place, GdkRGBA ink)
{
  PatalRowColumnKind kind;
  g_autofree char *text = patal_row_column_say (column, self->row, &kind);
  float width = place->size.width - 2 * PAD_PX;
  int above;

  if (width <= 0 || place->origin.x > gtk_widget_get_width (GTK_WIDGET (self)) || place->origin.x + place->size.width < 0)
    return;
  if (text == NULL)
    ink.alpha *= 0.55f;
  pango_layout_set_text (layout, text != NULL ? text : "—", -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, kind == PATAL_ROW_COLUMN_NUMBER ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  above = self->table->baseline - PANGO_PIXELS (pango_layout_get_baseline (layout)); /* both scripts stand on one line */
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place->origin.x + PAD_PX, (float) above));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* Each cell stands where its header stands at this moment: they are laid out before anything is drawn. */
static void
patal_row_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalRowStrip *self = PATAL_ROW_STRIP (widget);
  GListModel *columns = gtk_column_view_get_columns (self->table->header);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->table->header)));
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA ink;

  self->unwritten = !in_sight (self);
  if (self->unwritten || self->row == NULL)
    return;
  tell_name (self);
  layout = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      graphene_rect_t place;

      if (column != NULL && gtk_widget_compute_bounds (title, widget, &place))
        write_cell (self, snapshot, layout, column, &place, ink);
    }
}

/* What the column is too narrow for. */
static gboolean
patal_row_strip_query_tooltip (GtkWidget *widget, int x, G_GNUC_UNUSED int y, G_GNUC_UNUSED gboolean by_key, GtkTooltip *tooltip)
{
  PatalRowStrip *self = PATAL_ROW_STRIP (widget);
  GListModel *columns = gtk_column_view_get_columns (self->table->header);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->table->header)));

  for (guint i = 0; title != NULL && self->row != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      graphene_rect_t place;

      if (column != NULL && gtk_widget_compute_bounds (title, widget, &place) && x >= place.origin.x
          && x < place.origin.x + place.size.width)
        {
          PatalRowColumnKind kind;
          g_autofree char *text = patal_row_column_say (column, self->row, &kind);
          g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
          int width;

          pango_layout_get_pixel_size (layout, &width, NULL);
          gtk_tooltip_set_text (tooltip, text);
          return text != NULL && width > place.size.width - 2 * PAD_PX;
        }
    }
  return FALSE;
}

/* The height of a line in which both scripts stand: all rows have it, whatever they say. */
static int
row_height (PatalRowTable *table)
{
  if (table->row_height == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (table), "Ág क्षीर्ँ");

      pango_layout_get_pixel_size (layout, NULL, &table->row_height);
      table->row_height += 2 * PAD_Y_PX;
      table->baseline = PAD_Y_PX + PANGO_PIXELS (pango_layout_get_baseline (layout));
    }
  return table->row_height;
}

static void
patal_row_strip_measure (GtkWidget *widget, GtkOrientation orientation, G_GNUC_UNUSED int for_size, int *minimum, int *natural,
                         G_GNUC_UNUSED int *minimum_baseline, G_GNUC_UNUSED int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? row_height (PATAL_ROW_STRIP (widget)->table) : 0;
}

/* A row is read when it comes into sight, or when the focus is moved to it, which is before. */
static void
bind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PatalRowStrip *self = PATAL_ROW_STRIP (gtk_list_item_get_child (item));
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
  PatalRowStrip *self = PATAL_ROW_STRIP (gtk_list_item_get_child (item));

  if (self->named)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_ACCESSIBLE_PROPERTY_LABEL);
  self->named = FALSE;
  g_clear_object (&self->row);
}

static void
setup_cb (PatalRowTable *table, GtkListItem *item)
{
  PatalRowStrip *self = g_object_new (PATAL_TYPE_ROW_STRIP, NULL);

  self->table = table;
  self->item = item;
  gtk_list_item_set_child (item, GTK_WIDGET (self));
}

static void
patal_row_strip_dispose (GObject *object)
{
  g_clear_object (&PATAL_ROW_STRIP (object)->row);
  G_OBJECT_CLASS (patal_row_strip_parent_class)->dispose (object);
}

static void
patal_row_strip_class_init (PatalRowStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_row_strip_dispose;
  widget_class->measure = patal_row_strip_measure;
  widget_class->snapshot = patal_row_strip_snapshot;
  widget_class->query_tooltip = patal_row_strip_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION); /* the row around it speaks */
}

static void
patal_row_strip_init (PatalRowStrip *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* --- the table --- */

/* NULL: of a row that GTK keeps for later. */
static PatalRowStrip *
strip_of (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return child != NULL && PATAL_IS_ROW_STRIP (child) ? PATAL_ROW_STRIP (child) : NULL;
}

/* The rows that come into sight are written; all have one height, so their numbers tell which ones, before they are laid out. */
static void
scrolled_cb (PatalRowTable *self, GtkAdjustment *down)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  double height = gtk_adjustment_get_upper (down) / MAX (n, 1);
  double top = gtk_adjustment_get_value (down), page = gtk_adjustment_get_page_size (down);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      PatalRowStrip *strip = strip_of (row);
      double y = strip != NULL ? height * gtk_list_item_get_position (strip->item) : 0;

      if (strip != NULL && strip->unwritten && y > top - 2 * height && y < top + page + height)
        gtk_widget_queue_draw (GTK_WIDGET (strip));
    }
}

static void
columns_moved_cb (PatalRowTable *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (strip_of (row) != NULL)
      gtk_widget_queue_draw (gtk_widget_get_first_child (row));
}

static void
columns_changed_cb (PatalRowTable *self, guint position, G_GNUC_UNUSED guint removed, guint added, GListModel *columns)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) column = g_list_model_get_item (columns, i);

      g_signal_handlers_disconnect_by_func (column, columns_moved_cb, self); /* it may have been here before */
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (columns_moved_cb), self, G_CONNECT_SWAPPED);
    }
  columns_moved_cb (self);
}

static gboolean
show_bar_cb (gpointer user_data)
{
  PatalRowTable *self = user_data;

  self->bar_due = FALSE;
  if (self->bar != NULL)
    gtk_widget_set_visible (self->bar, gtk_adjustment_get_upper (self->across) > gtk_adjustment_get_page_size (self->across) + 1);
  return G_SOURCE_REMOVE;
}

/* Not within the allocation that tells of it. */
static void
across_changed_cb (PatalRowTable *self)
{
  if (self->bar_due)
    return;
  self->bar_due = TRUE;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_bar_cb, g_object_ref (self), g_object_unref);
}

static gboolean
scroll_across_cb (G_GNUC_UNUSED GtkEventControllerScroll *controller, double dx, G_GNUC_UNUSED double dy, gpointer user_data)
{
  PatalRowTable *self = user_data;

  if (dx == 0 || !gtk_widget_get_visible (self->bar))
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (self->across, gtk_adjustment_get_value (self->across)
                                            + dx * gtk_adjustment_get_page_size (self->across) / 10);
  return GDK_EVENT_STOP;
}

GtkColumnView *
patal_row_table_get_header (PatalRowTable *self)
{
  return self->header;
}

void
patal_row_table_set_model (PatalRowTable *self, GtkSelectionModel *model, const char *name)
{
  gtk_list_view_set_model (self->list, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
patal_row_table_scroll_to (PatalRowTable *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position); /* 4.8 has no call for this */
}

void
patal_row_table_take_focus (PatalRowTable *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
patal_row_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (patal_row_table_parent_class)->css_changed (widget, change);
  PATAL_ROW_TABLE (widget)->row_height = 0;
}

static void
patal_row_table_dispose (GObject *object)
{
  PatalRowTable *self = PATAL_ROW_TABLE (object);
  GtkWidget *child;

  self->bar = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->across);
  G_OBJECT_CLASS (patal_row_table_parent_class)->dispose (object);
}

static void
patal_row_table_class_init (PatalRowTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_row_table_dispose;
  widget_class->css_changed = patal_row_table_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rowtable");
}

static void
add_header (PatalRowTable *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->header = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->header, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->header), "data-table");
  patal_row_header_take_keys (self->header);
  gtk_widget_set_visible (gtk_widget_get_last_child (GTK_WIDGET (self->header)), FALSE); /* its own list, always empty */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->header));
  gtk_widget_set_parent (window, GTK_WIDGET (self));
  self->across = g_object_ref (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (window)));
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (columns_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "changed", G_CALLBACK (across_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->header), "items-changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_rows (PatalRowTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkAdjustment *down;

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (window, TRUE);
  gtk_widget_set_parent (window, GTK_WIDGET (self));
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  g_signal_connect_object (down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
patal_row_table_init (PatalRowTable *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  add_header (self);
  add_rows (self);
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->across);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_across_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
