/* patal-change-popover.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-change-popover.h"
#include "patal-drop-down.h"
#include <glib/gi18n.h>

typedef struct
{
  GtkPopover     *popover; /* borrowed: it owns this */
  GtkDropDown    *reason;
  GtkEditable    *words;
  PatalChangeFunc chosen;
  gpointer        user_data;
  GDestroyNotify  free_data;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  if (asked->free_data != NULL)
    asked->free_data (asked->user_data);
  g_free (asked);
}

static void
go_cb (Asked *asked)
{
  const PatalChangeWhy why = { (PatalChangeReason) gtk_drop_down_get_selected (asked->reason), gtk_editable_get_text (asked->words) };

  asked->chosen (&why, asked->user_data);
  gtk_popover_popdown (asked->popover);
}

/* Not within its own signal. */
static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (GTK_WIDGET (popover));
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
make_fields (Asked *asked, const char *question, const char *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *label = gtk_label_new (question), *reason, *entry = gtk_entry_new (),
            *go = gtk_button_new_with_mnemonic (button);
  const char *names[PATAL_N_CHANGE_REASONS + 1] = { NULL };

  for (guint i = 0; i < PATAL_N_CHANGE_REASONS; i++)
    names[i] = _(patal_change_reason_title (i));
  reason = gtk_drop_down_new_from_strings (names);
  patal_drop_down_set_name (GTK_DROP_DOWN (reason), _("Reason"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("In words, if need be"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The reason in words"), -1);
  gtk_widget_add_css_class (go, "suggested-action");
  gtk_widget_set_halign (go, GTK_ALIGN_END);
  asked->reason = GTK_DROP_DOWN (reason);
  asked->words = GTK_EDITABLE (entry);
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (go_cb), asked);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), go);
  gtk_popover_set_default_widget (asked->popover, go);
  return box;
}

void
patal_change_popover_show (GtkWidget *parent, const GdkRectangle *at, const char *question, const char *button, PatalChangeFunc chosen, gpointer user_data,
                           GDestroyNotify free_data)
{
  GtkWidget *popover = gtk_popover_new ();
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked) { .popover = GTK_POPOVER (popover), .chosen = chosen, .user_data = user_data, .free_data = free_data };
  g_object_set_data_full (G_OBJECT (popover), "asked", asked, asked_free);
  gtk_popover_set_child (GTK_POPOVER (popover), make_fields (asked, question, button));
  gtk_widget_set_parent (popover, parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED); /* the window is closed while it asks */
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (asked->reason));
}
