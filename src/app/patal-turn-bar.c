/* patal-turn-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-turn-bar.h"
#include <glib/gi18n.h>

#define LASTS_AFTER_MS 500 /* what is over before needs no line */

struct _PatalTurnBar
{
  AdwBin          parent_instance;
  GtkRevealer    *revealer;
  GtkLabel       *what;
  GtkProgressBar *how_far;
  GSignalGroup   *heard; /* of the document */
  guint           timer; /* until it shows */
};

G_DEFINE_FINAL_TYPE (PatalTurnBar, patal_turn_bar, ADW_TYPE_BIN)

static gboolean
lasts_cb (gpointer user_data)
{
  PatalTurnBar *self = user_data;

  self->timer = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_share (PatalTurnBar *self, const char *what, double share)
{
  if (self->timer == 0 && !gtk_revealer_get_reveal_child (self->revealer))
    self->timer = g_timeout_add (LASTS_AFTER_MS, lasts_cb, self);
  gtk_label_set_label (self->what, what);
  gtk_progress_bar_set_fraction (self->how_far, CLAMP (share, 0, 1));
}

static void
undoing_cb (PatalTurnBar *self, double share)
{
  show_share (self, _("Undoing"), share);
}

static void
redoing_cb (PatalTurnBar *self, double share)
{
  show_share (self, _("Doing again"), share);
}

static void
turned_cb (PatalTurnBar *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

void
patal_turn_bar_set_document (PatalTurnBar *self, PatalDocument *document)
{
  turned_cb (self);
  g_signal_group_set_target (self->heard, document);
}

static void
patal_turn_bar_dispose (GObject *object)
{
  PatalTurnBar *self = PATAL_TURN_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->heard);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_TURN_BAR);
  G_OBJECT_CLASS (patal_turn_bar_parent_class)->dispose (object);
}

static void
patal_turn_bar_class_init (PatalTurnBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_turn_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-turn-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalTurnBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PatalTurnBar, what);
  gtk_widget_class_bind_template_child (widget_class, PatalTurnBar, how_far);
}

static void
patal_turn_bar_init (PatalTurnBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->heard = g_signal_group_new (PATAL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->heard, "undoing", G_CALLBACK (undoing_cb), self);
  g_signal_group_connect_swapped (self->heard, "redoing", G_CALLBACK (redoing_cb), self);
  g_signal_group_connect_swapped (self->heard, "turned", G_CALLBACK (turned_cb), self);
}
