/* patal-entry-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-entry-row.h"
#include "patal-text.h"

struct _PatalEntryRow
{
  AdwEntryRow parent_instance;
  char *shown; /* (nullable): as it is stored, as far as the row knows */
};

G_DEFINE_FINAL_TYPE (PatalEntryRow, patal_entry_row, ADW_TYPE_ENTRY_ROW)

static guint entered_signal;

char *
patal_entry_row_get (PatalEntryRow *self)
{
  return patal_text_clean (gtk_editable_get_text (GTK_EDITABLE (self)));
}

static gboolean
is_typed (PatalEntryRow *self)
{
  g_autofree char *text = patal_entry_row_get (self);

  return g_strcmp0 (text, self->shown) != 0;
}

void
patal_entry_row_show (PatalEntryRow *self, const char *text)
{
  gboolean typed = is_typed (self);

  g_free (self->shown);
  self->shown = text != NULL ? patal_text_clean (text) : NULL;
  if (!typed && is_typed (self))
    gtk_editable_set_text (GTK_EDITABLE (self), self->shown != NULL ? self->shown : "");
}

static void
enter (PatalEntryRow *self)
{
  if (!is_typed (self))
    return;
  g_free (self->shown);
  self->shown = patal_entry_row_get (self);
  g_signal_emit (self, entered_signal, 0);
}

/* The window closes, or another page of it comes. */
static void
patal_entry_row_unmap (GtkWidget *widget)
{
  enter (PATAL_ENTRY_ROW (widget));
  GTK_WIDGET_CLASS (patal_entry_row_parent_class)->unmap (widget);
}

static void
patal_entry_row_finalize (GObject *object)
{
  g_free (PATAL_ENTRY_ROW (object)->shown);
  G_OBJECT_CLASS (patal_entry_row_parent_class)->finalize (object);
}

static void
patal_entry_row_class_init (PatalEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patal_entry_row_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = patal_entry_row_unmap;
  entered_signal = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
patal_entry_row_init (PatalEntryRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self), TRUE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "apply", G_CALLBACK (enter), NULL);
}

GtkWidget *
patal_entry_row_new (void)
{
  return g_object_new (PATAL_TYPE_ENTRY_ROW, NULL);
}
