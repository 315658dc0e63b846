/* patal-row-table.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-table.h"
#include "patal-row-header.h"
#include "patal-strip-list.h"

#define PAD_PX 6 /* of the text within its column; the headers' own */
#define PAD_Y_PX 5

struct _PatalRowTable
{
  GtkWidget       parent_instance;
  GtkColumnView  *header;
  PatalStripList *rows;
  GtkWidget      *bar;       /* scrolls the columns, where they are wider than the list */
  GtkAdjustment  *across;    /* its, and the header's */
  int             baseline;  /* from a row's top, once its height is measured */
  gboolean        bar_due;
};

G_DEFINE_FINAL_TYPE (PatalRowTable, patal_row_table, GTK_TYPE_WIDGET)

/* --- a row --- */

/* "कोसा, Kosa, LGD code 441234, …": what is not there is not read out. */
static char *
say_row (PatalRow *row, gpointer data)
{
  PatalRowTable *self = data;
  GListModel *columns = gtk_column_view_get_columns (self->header);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      PatalRowColumnKind kind;
      g_autofree char *text = patal_row_column_say (column, row, &kind);

      if (text == NULL)
        continue;
      if (line->len > 0)
        g_string_append_printf (line, ", %s ", gtk_column_view_column_get_title (column));
      g_string_append (line, text);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

typedef struct
{
  PatalRowTable *table;
  GtkWidget     *strip;
  GtkSnapshot   *snapshot;
  PangoLayout   *layout;
  GdkRGBA        ink;
} Writing;

static void
write_cell (const Writing *writing, PatalRow *row, GtkColumnViewColumn *column, const graphene_rect_t *place)
{
  PatalRowColumnKind kind;
  g_autofree char *text = patal_row_column_say (column, row, &kind);
  float width = place->size.width - 2 * PAD_PX;
  GdkRGBA ink = writing->ink;
  int above;

  if (width <= 0 || place->origin.x > gtk_widget_get_width (writing->strip) || place->origin.x + place->size.width < 0)
    return;
  if (text == NULL)
    ink.alpha *= 0.55f;
  pango_layout_set_text (writing->layout, text != NULL ? text : "—", -1);
  pango_layout_set_width (writing->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (writing->layout, kind == PATAL_ROW_COLUMN_NUMBER ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  /* both scripts stand on one line */
  above = writing->table->baseline - PANGO_PIXELS (pango_layout_get_baseline (writing->layout));
  gtk_snapshot_save (writing->snapshot);
  gtk_snapshot_translate (writing->snapshot, &GRAPHENE_POINT_INIT (place->origin.x + PAD_PX, (float) above));
  gtk_snapshot_append_layout (writing->snapshot, writing->layout, &ink);
  gtk_snapshot_restore (writing->snapshot);
}

static GtkWidget *
first_title (PatalRowTable *self)
{
  return gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->header)));
}

/* Each cell stands where its header stands at this moment: they are laid out before anything is drawn. */
static void
draw_row (GtkWidget *strip, GtkSnapshot *snapshot, PatalRow *row, gpointer data)
{
  PatalRowTable *self = data;
  GListModel *columns = gtk_column_view_get_columns (self->header);
  GtkWidget *title = first_title (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (strip, NULL);
  Writing writing = { .table = self, .strip = strip, .snapshot = snapshot, .layout = layout };

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_style_context_get_color (gtk_widget_get_style_context (strip), &writing.ink);
  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      graphene_rect_t place;

      if (column != NULL && gtk_widget_compute_bounds (title, strip, &place))
        write_cell (&writing, row, column, &place);
    }
}

/* What the column is too narrow for. */
static char *
tip_of (GtkWidget *strip, PatalRow *row, int x, G_GNUC_UNUSED int y, gpointer data)
{
  PatalRowTable *self = data;
  GListModel *columns = gtk_column_view_get_columns (self->header);
  GtkWidget *title = first_title (self);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      graphene_rect_t place;

      if (column != NULL && gtk_widget_compute_bounds (title, strip, &place) && x >= place.origin.x
          && x < place.origin.x + place.size.width)
        {
          PatalRowColumnKind kind;
          g_autofree char *text = patal_row_column_say (column, row, &kind);
          g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (strip, text);
          int width;

          pango_layout_get_pixel_size (layout, &width, NULL);
          return width > place.size.width - 2 * PAD_PX ? g_steal_pointer (&text) : NULL;
        }
    }
  return NULL;
}

/* The height of a line in which both scripts stand: all rows have it, whatever they say. */
static int
row_height (GtkWidget *list, gpointer data)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (list, "Ág क्षीर्ँ");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  PATAL_ROW_TABLE (data)->baseline = PAD_Y_PX + PANGO_PIXELS (pango_layout_get_baseline (layout));
  return height + 2 * PAD_Y_PX;
}

/* --- the table --- */

static void
columns_changed_cb (PatalRowTable *self, guint position, G_GNUC_UNUSED guint removed, guint added, GListModel *columns)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) column = g_list_model_get_item (columns, i);

      g_signal_handlers_disconnect_by_func (column, patal_strip_list_redraw, self->rows); /* it may have been here before */
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (patal_strip_list_redraw), self->rows, G_CONNECT_SWAPPED);
    }
  patal_strip_list_redraw (self->rows);
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
  patal_strip_list_set_model (self->rows, model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (patal_strip_list_get_view (self->rows)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
patal_row_table_scroll_to (PatalRowTable *self, guint position)
{
  patal_strip_list_scroll_to (self->rows, position);
}

void
patal_row_table_take_focus (PatalRowTable *self)
{
  patal_strip_list_take_focus (self->rows);
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
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (patal_strip_list_redraw), self->rows, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "changed", G_CALLBACK (across_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (self->header), "items-changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
patal_row_table_init (PatalRowTable *self)
{
  static const PatalStripKind kind = { row_height, draw_row, say_row, tip_of };
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->rows = g_object_new (PATAL_TYPE_STRIP_LIST, NULL);
  patal_strip_list_set_kind (self->rows, &kind, self);
  add_header (self);
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->across);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_across_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
