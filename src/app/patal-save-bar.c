/* patal-save-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-save-bar.h"

struct _PatalSaveBar
{
  AdwBin       parent_instance;
  GtkRevealer *revealer;
  GtkButton   *save_button;
};

G_DEFINE_FINAL_TYPE (PatalSaveBar, patal_save_bar, ADW_TYPE_BIN)

enum { SAVE, DISCARD, N_SIGNALS };
static guint signals[N_SIGNALS];

void
patal_save_bar_set_revealed (PatalSaveBar *self, gboolean revealed)
{
  gtk_revealer_set_reveal_child (self->revealer, revealed);
}

void
patal_save_bar_set_valid (PatalSaveBar *self, gboolean valid)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), valid);
}

static void
save_cb (PatalSaveBar *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
discard_cb (PatalSaveBar *self)
{
  g_signal_emit (self, signals[DISCARD], 0);
}

static void
patal_save_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_SAVE_BAR);
  G_OBJECT_CLASS (patal_save_bar_parent_class)->dispose (object);
}

static void
patal_save_bar_class_init (PatalSaveBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_save_bar_dispose;
  signals[SAVE] = g_signal_new ("save", PATAL_TYPE_SAVE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISCARD] = g_signal_new ("discard", PATAL_TYPE_SAVE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-save-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalSaveBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PatalSaveBar, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
patal_save_bar_init (PatalSaveBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
