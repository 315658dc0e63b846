/* patal-mark-cell.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-mark-cell.h"
#include <glib/gi18n.h>

struct _PatalMarkCell
{
  GtkWidget  parent_instance;
  GtkWidget *label;
  char       mark;
};

G_DEFINE_FINAL_TYPE (PatalMarkCell, patal_mark_cell, GTK_TYPE_WIDGET)

static guint turned_signal;

static void
show_mark (PatalMarkCell *self)
{
  /* Translators: a cell of an attendance sheet: present, one letter */
  const char *letter = self->mark == 'P' ? C_("attendance", "P") : self->mark == 'A' ? C_("attendance, absent", "A") : "·";
  GtkAccessibleTristate state = self->mark == 'P' ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                : self->mark == 'A' ? GTK_ACCESSIBLE_TRISTATE_FALSE : GTK_ACCESSIBLE_TRISTATE_MIXED;

  gtk_label_set_text (GTK_LABEL (self->label), letter);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "present");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "absent");
  if (self->mark != '-')
    gtk_widget_add_css_class (GTK_WIDGET (self), self->mark == 'P' ? "present" : "absent");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, state, -1);
}

char
patal_mark_cell_get_mark (PatalMarkCell *self)
{
  return self->mark;
}

void
patal_mark_cell_set_mark (PatalMarkCell *self, char mark)
{
  g_return_if_fail (mark == 'P' || mark == 'A' || mark == '-');

  if (self->mark == mark)
    return;
  self->mark = mark;
  show_mark (self);
}

static void
turn (PatalMarkCell *self)
{
  patal_mark_cell_set_mark (self, self->mark == 'P' ? 'A' : 'P');
  g_signal_emit (self, turned_signal, 0);
}

static void
turn_cb (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  turn (PATAL_MARK_CELL (widget));
}

static void
released_cb (PatalMarkCell *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  turn (self);
}

GtkWidget *
patal_mark_cell_new (const char *name)
{
  GtkWidget *cell = g_object_new (PATAL_TYPE_MARK_CELL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return cell;
}

static void
patal_mark_cell_dispose (GObject *object)
{
  g_clear_pointer (&PATAL_MARK_CELL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (patal_mark_cell_parent_class)->dispose (object);
}

static void
patal_mark_cell_class_init (PatalMarkCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_mark_cell_dispose;
  turned_signal = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "markcell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_install_action (widget_class, "mark.turn", NULL, turn_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "mark.turn", NULL);
}

static void
patal_mark_cell_init (PatalMarkCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->mark = '-';
  self->label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self); /* ends with the cell that holds it */
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  show_mark (self);
}
