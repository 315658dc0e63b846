/* patal-row-column.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-column.h"
#include "patal-number.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalRowColumnKind kind;
  PatalRowColumnFunc func;
  gconstpointer      data;
  int                sort_key;
} Cell;

static G_DEFINE_QUARK (patal-row-column-cell, cell) /* of a column */

/* What the column is too narrow for. */
static gboolean
query_tooltip_cb (GtkLabel *label, G_GNUC_UNUSED int x, G_GNUC_UNUSED int y, G_GNUC_UNUSED gboolean by_key, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static void
setup_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cell *cell = user_data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->kind == PATAL_ROW_COLUMN_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (cell->kind == PATAL_ROW_COLUMN_NUMBER)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (G_GNUC_UNUSED GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cell *cell = user_data;
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = cell->func (gtk_list_item_get_item (item), cell->data);

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "—");
  if (text == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static int first_asked = PATAL_ROW_COLUMN_UNSORTED; /* the sorters run in the main thread, within patal_row_column_order() */

static int
note_cb (G_GNUC_UNUSED gconstpointer a, G_GNUC_UNUSED gconstpointer b, gpointer user_data)
{
  if (first_asked == PATAL_ROW_COLUMN_UNSORTED)
    first_asked = GPOINTER_TO_INT (user_data);
  return GTK_ORDERING_SMALLER;
}

GtkColumnViewColumn *
patal_row_column_append (GtkColumnView *view, const char *title, PatalRowColumnKind kind, PatalRowColumnFunc func,
                         gconstpointer data, int sort_key)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell) { kind, func, data, sort_key };
  g_object_set_qdata_full (G_OBJECT (column), cell_quark (), cell, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (sort_key != PATAL_ROW_COLUMN_UNSORTED)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_cb, GINT_TO_POINTER (sort_key), NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (view, column);
  return column; /* the view holds it */
}

char *
patal_row_column_say (GtkColumnViewColumn *column, PatalRow *row, PatalRowColumnKind *out_kind)
{
  const Cell *cell = g_object_get_qdata (G_OBJECT (column), cell_quark ());

  *out_kind = cell->kind;
  return cell->func (row, cell->data);
}

int
patal_row_column_sort_key (GtkColumnViewColumn *column)
{
  return ((const Cell *) g_object_get_qdata (G_OBJECT (column), cell_quark ()))->sort_key;
}

gboolean
patal_row_column_order (GtkColumnView *view, int *sort_key, gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering answer;

  first_asked = PATAL_ROW_COLUMN_UNSORTED;
  answer = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);
  if (first_asked == PATAL_ROW_COLUMN_UNSORTED)
    return FALSE;
  *sort_key = first_asked;
  *descending = answer == GTK_ORDERING_LARGER;
  return TRUE;
}

void
patal_row_column_scroll_to (GtkColumnView *view, guint position)
{
  GtkWidget *inner = gtk_widget_get_last_child (GTK_WIDGET (view)); /* the list below the header; 4.8 has no call for this */

  gtk_widget_activate_action (inner, "list.scroll-to-item", "u", position);
}

char *
patal_row_column_text (PatalRow *row, gconstpointer column)
{
  return g_strdup (patal_row_text (row, GPOINTER_TO_UINT (column)));
}

char *
patal_row_column_number (PatalRow *row, gconstpointer column)
{
  if (patal_row_null (row, GPOINTER_TO_UINT (column)))
    return NULL;
  return patal_number_group (patal_row_int (row, GPOINTER_TO_UINT (column)));
}

char *
patal_row_column_name (PatalRow *row, gconstpointer data)
{
  const PatalRowColumnPair *pair = data;
  gboolean hindi = patal_settings_lang () == PATAL_LANG_HI;
  const char *first = patal_row_text (row, hindi ? pair->hi : pair->en);

  return g_strdup (first != NULL ? first : patal_row_text (row, hindi ? pair->en : pair->hi));
}
