/* patal-row-header.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-header.h"
#include "patal-row-column.h"
#include <glib/gi18n.h>

static G_DEFINE_QUARK (patal-row-header-column, column) /* of a title: its column */

static GtkWidget *
first_title (GtkColumnView *view)
{
  return gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));
}

static gboolean
is_sorted_by (GtkColumnView *view, GtkColumnViewColumn *column, gboolean *descending)
{
  int key;

  return patal_row_column_order (view, &key, descending) && key == patal_row_column_sort_key (column);
}

/* GTK 4.8 keeps what is told by SORT to itself, so that it is said in words too. */
static void
tell_order (GtkColumnView *view)
{
  for (GtkWidget *title = first_title (view); title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkColumnViewColumn *column = g_object_get_qdata (G_OBJECT (title), column_quark ());
      gboolean descending = FALSE, sorted = column != NULL && is_sorted_by (view, column, &descending);
      const char *says = !sorted ? "" : descending ? _("Sorted downwards") : _("Sorted upwards");
      GtkAccessibleSort sort = !sorted      ? GTK_ACCESSIBLE_SORT_NONE
                               : descending ? GTK_ACCESSIBLE_SORT_DESCENDING
                                            : GTK_ACCESSIBLE_SORT_ASCENDING;

      gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, says,
                                      GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
    }
}

static void
move_focus (GtkWidget *title, GtkWidget *(*next) (GtkWidget *))
{
  GtkWidget *other = next (title);

  while (other != NULL && !gtk_widget_get_focusable (other))
    other = next (other);
  if (other != NULL)
    gtk_widget_grab_focus (other);
  else
    gtk_widget_error_bell (title);
}

static void
sort_by (GtkColumnView *view, GtkColumnViewColumn *column)
{
  gboolean descending = FALSE, sorted = is_sorted_by (view, column, &descending);

  gtk_column_view_sort_by_column (view, column, sorted && !descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, G_GNUC_UNUSED guint code, GdkModifierType state, gpointer user_data)
{
  GtkWidget *title = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  gboolean backwards = gtk_widget_get_direction (title) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_focus (title, backwards ? gtk_widget_get_next_sibling : gtk_widget_get_prev_sibling);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_focus (title, backwards ? gtk_widget_get_prev_sibling : gtk_widget_get_next_sibling);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      sort_by (user_data, g_object_get_qdata (G_OBJECT (title), column_quark ()));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A list that is narrower than its columns shows the header that has the focus. */
static void
focus_cb (GtkEventController *focus, GtkColumnView *view)
{
  GtkWidget *title = gtk_event_controller_get_widget (focus);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (title, GTK_WIDGET (view), &place))
    {
      double x = place.origin.x + gtk_adjustment_get_value (across);

      gtk_adjustment_clamp_page (across, x, x + place.size.width);
    }
}

static void
take_title (GtkColumnView *view, GtkWidget *title, GtkColumnViewColumn *column)
{
  gboolean known = g_object_get_qdata (G_OBJECT (title), column_quark ()) != NULL;
  GtkEventController *keys, *focus;

  if (known || gtk_column_view_column_get_sorter (column) == NULL)
    return;
  g_object_set_qdata (G_OBJECT (title), column_quark (), column); /* which outlives it */
  /* It is pressed as one; what GTK 4.8 calls a column's header reaches a screen reader as nothing. Once it is in a window it may not
   * change what it is: a column that comes back later has to do without. */
  if (gtk_widget_get_root (title) == NULL)
    g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_column_view_column_get_title (column), -1);
  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), view, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), view, 0);
  gtk_widget_add_controller (title, keys);
  gtk_widget_add_controller (title, focus);
  gtk_widget_set_focusable (title, TRUE);
}

/* A column that comes back has a new title. */
static void
columns_changed_cb (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = first_title (view);

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column != NULL)
        take_title (view, title, column);
    }
  tell_order (view);
}

void
patal_row_header_take_keys (GtkColumnView *view)
{
  gtk_widget_set_can_focus (gtk_widget_get_first_child (GTK_WIDGET (view)), TRUE); /* the row of headers */
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (columns_changed_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (tell_order), view, G_CONNECT_SWAPPED);
}
