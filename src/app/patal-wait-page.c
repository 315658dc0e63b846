/* patal-wait-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-wait-page.h"

struct _PatalWaitPage
{
  AdwBin          parent_instance;
  GtkLabel       *label;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (PatalWaitPage, patal_wait_page, ADW_TYPE_BIN)

void
patal_wait_page_say (PatalWaitPage *self, const char *sentence)
{
  gtk_label_set_text (self->label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

void
patal_wait_page_set_share (PatalWaitPage *self, double share)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_progress_bar_set_fraction (self->bar, share);
}

static void
patal_wait_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_WAIT_PAGE);
  G_OBJECT_CLASS (patal_wait_page_parent_class)->dispose (object);
}

static void
patal_wait_page_class_init (PatalWaitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_wait_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-wait-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalWaitPage, label);
  gtk_widget_class_bind_template_child (widget_class, PatalWaitPage, bar);
}

static void
patal_wait_page_init (PatalWaitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
