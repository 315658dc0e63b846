/* patal-plan-preview.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-preview.h"
#include "patal-cluster-map.h"
#include "patal-plan-blocks.h"
#include "patal-plan-summary.h"
#include <glib/gi18n.h>

struct _PatalPlanPreview
{
  AdwBin           parent_instance;
  GtkBox          *whole, *binds;
  GtkWidget       *binds_frame;
  PatalClusterMap *map;
  PatalPlanBlocks *blocks;
};

G_DEFINE_FINAL_TYPE (PatalPlanPreview, patal_plan_preview, ADW_TYPE_BIN)

static void
show_sentences (GtkBox *box, const GPtrArray *sentences)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    {
      GtkWidget *label = gtk_label_new (sentences->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_can_focus (label, FALSE); /* else its first one has the focus, and all its words chosen */
      gtk_box_append (box, label);
    }
}

void
patal_plan_preview_set_deed (PatalPlanPreview *self, const PatalPlanDeed *deed)
{
  g_autoptr (GPtrArray) whole = deed != NULL ? patal_plan_summary (deed->plan, deed->files, PATAL_PLAN_SUMMARY_WHOLE) : NULL;
  g_autoptr (GPtrArray) binds = deed != NULL ? patal_plan_summary (deed->plan, deed->files, PATAL_PLAN_SUMMARY_BINDS) : NULL;

  show_sentences (self->whole, whole);
  show_sentences (self->binds, binds);
  gtk_widget_set_visible (self->binds_frame, binds != NULL && binds->len > 0);
  patal_cluster_map_set_deed (self->map, deed);
  patal_plan_blocks_set_deed (self->blocks, deed);
}

static void
chosen_cb (PatalPlanPreview *self, int block)
{
  patal_cluster_map_set_block (self->map, block);
}

static GtkWidget *
scrolled (GtkWidget *child, int most)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), most);
  return scroller;
}

/* What binds stands above the map: it is what is to be decided. */
static GtkWidget *
binds_frame_new (PatalPlanPreview *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic"), *scroller;

  self->binds = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  scroller = scrolled (GTK_WIDGET (self->binds), 130);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, "warning");
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "limit-row");
  gtk_box_append (GTK_BOX (frame), image);
  gtk_box_append (GTK_BOX (frame), scroller);
  return frame;
}

static void
patal_plan_preview_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (patal_plan_preview_parent_class)->dispose (object);
}

static void
patal_plan_preview_class_init (PatalPlanPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_plan_preview_dispose;
}

static void
patal_plan_preview_init (PatalPlanPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->whole = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->binds_frame = binds_frame_new (self);
  self->map = PATAL_CLUSTER_MAP (patal_cluster_map_new ());
  self->blocks = PATAL_PLAN_BLOCKS (patal_plan_blocks_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->map), 260, 160);
  g_signal_connect_object (self->blocks, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->map));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->blocks));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), TRUE);
  gtk_paned_set_position (GTK_PANED (paned), 400);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_widget_add_css_class (paned, "frame");
  gtk_widget_add_css_class (box, "plan-page");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->whole));
  gtk_box_append (GTK_BOX (box), self->binds_frame);
  gtk_box_append (GTK_BOX (box), paned);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
patal_plan_preview_new (void)
{
  return g_object_new (PATAL_TYPE_PLAN_PREVIEW, NULL);
}
