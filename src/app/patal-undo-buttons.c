/* patal-undo-buttons.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-undo-buttons.h"
#include <glib/gi18n.h>

struct _PatalUndoButtons
{
  GtkBox         parent_instance;
  GtkButton     *undo, *redo;
  PatalDocument *document; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PatalUndoButtons, patal_undo_buttons, GTK_TYPE_BOX)

static void
say_on_button (GtkButton *button, const char *says)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), says);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
}

static void
labels_changed_cb (PatalUndoButtons *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_says = NULL;
  g_autofree char *redo_says = NULL;

  if (self->document != NULL)
    g_object_get (self->document, "undo-label", &undo, "redo-label", &redo, NULL);
  /* Translators: %s is what an edit did, as a sentence of the journal */
  undo_says = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Nothing to undo"));
  /* Translators: %s is what an edit did, as a sentence of the journal */
  redo_says = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Nothing to redo"));
  say_on_button (self->undo, undo_says);
  say_on_button (self->redo, redo_says);
}

void
patal_undo_buttons_set_document (PatalUndoButtons *self, PatalDocument *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "notify::undo-label", G_CALLBACK (labels_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::redo-label", G_CALLBACK (labels_changed_cb), self, G_CONNECT_SWAPPED);
    }
  labels_changed_cb (self);
}

static void
patal_undo_buttons_dispose (GObject *object)
{
  g_clear_object (&PATAL_UNDO_BUTTONS (object)->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_UNDO_BUTTONS);
  G_OBJECT_CLASS (patal_undo_buttons_parent_class)->dispose (object);
}

static void
patal_undo_buttons_class_init (PatalUndoButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_undo_buttons_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-undo-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalUndoButtons, undo);
  gtk_widget_class_bind_template_child (widget_class, PatalUndoButtons, redo);
}

static void
patal_undo_buttons_init (PatalUndoButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  labels_changed_cb (self);
}
