/* patal-saturation-blocks.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-saturation-blocks.h"
#include "patal-number.h"
#include <glib/gi18n.h>

#define BAR_WIDTH 120

enum { NAME, BAR, SHARE, UNITS, ELIGIBLE, TRAINED, LEFT, TARGET, N_COLUMNS };

struct _PatalSaturationBlocks
{
  AdwBin        parent_instance;
  GtkListBox   *list;
  GtkSizeGroup *columns[N_COLUMNS];
  gboolean      setting;
};

G_DEFINE_FINAL_TYPE (PatalSaturationBlocks, patal_saturation_blocks, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- rows --- */

static GtkBox *
line_new (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_widget_set_margin_start (line, 8);
  gtk_widget_set_margin_end (line, 8);
  return GTK_BOX (line);
}

static void
add_cell (PatalSaturationBlocks *self, GtkBox *row, int column, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == NAME ? 0 : 1);
  gtk_widget_add_css_class (label, css_class);
  gtk_size_group_add_widget (self->columns[column], label);
  gtk_box_append (row, label);
}

/* The share in figures stands beside it. */
static void
add_bar (PatalSaturationBlocks *self, GtkBox *row, double share)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), share);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_size_group_add_widget (self->columns[BAR], bar);
  gtk_box_append (row, bar);
}

/* (transfer full): what a screen reader says of it, and what a pointer is told. */
static char *
row_words (const char *name, const PatalSaturation *figures)
{
  /* Translators: a block; of how many eligible gram panchayats how many are trained; how many of all are not eligible and why */
  return g_strdup_printf (_("%s: %u of %u eligible gram panchayats are trained, %u are left; %u give master trainers, %u have every post vacant"),
                          name, figures->trained, figures->eligible, figures->eligible - figures->trained, figures->resource, figures->vacant);
}

static GtkListBoxRow *
add_row (PatalSaturationBlocks *self, const char *name, const PatalSaturation *figures, gint64 place)
{
  GtkBox *box = line_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  const guint numbers[] = { figures->units, figures->eligible, figures->trained, figures->eligible - figures->trained };
  const char *look = place == 0 ? "heading" : "numeric";
  /* never 100 before all are */
  g_autofree char *share = figures->eligible > 0 ? g_strdup_printf ("%u%%", figures->trained * 100 / figures->eligible) : g_strdup ("—");
  g_autofree char *target = figures->target != PATAL_DAY_NONE ? patal_day_format (figures->target) : g_strdup ("—");
  g_autofree char *words = row_words (name, figures);

  add_cell (self, box, NAME, name, look);
  add_bar (self, box, figures->eligible > 0 ? (double) figures->trained / figures->eligible : 0);
  add_cell (self, box, SHARE, share, look);
  for (int i = 0; i < (int) G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *number = patal_number_group (numbers[i]);

      add_cell (self, box, UNITS + i, number, look);
    }
  add_cell (self, box, TARGET, target, look);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (box));
  gtk_widget_add_css_class (row, "mark-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (row, words);
  g_object_set_data_full (G_OBJECT (row), "place", g_memdup2 (&place, sizeof place), g_free);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
selected_cb (PatalSaturationBlocks *self)
{
  if (!self->setting && gtk_list_box_get_selected_row (self->list) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, patal_saturation_blocks_get_chosen (self));
}

gint64
patal_saturation_blocks_get_chosen (PatalSaturationBlocks *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? *(const gint64 *) g_object_get_data (G_OBJECT (row), "place") : 0;
}

void
patal_saturation_blocks_set_scene (PatalSaturationBlocks *self, const PatalSaturationScene *scene, gint64 chosen)
{
  GtkListBoxRow *row, *choose;

  self->setting = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  choose = add_row (self, _("In all"), &scene->whole, 0);
  for (guint i = 0; i < scene->blocks->len; i++)
    {
      const PatalSaturationBlock *block = scene->blocks->pdata[i];

      row = add_row (self, block->name, &block->figures, block->figures.place);
      if (block->figures.place == chosen)
        choose = row;
    }
  gtk_list_box_select_row (self->list, choose);
  self->setting = FALSE;
}

GtkWidget *
patal_saturation_blocks_new (void)
{
  return g_object_new (PATAL_TYPE_SATURATION_BLOCKS, NULL);
}

/* --- the object --- */

static void
patal_saturation_blocks_dispose (GObject *object)
{
  PatalSaturationBlocks *self = PATAL_SATURATION_BLOCKS (object);

  self->setting = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  G_OBJECT_CLASS (patal_saturation_blocks_parent_class)->dispose (object);
}

static void
patal_saturation_blocks_class_init (PatalSaturationBlocksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_saturation_blocks_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
head_new (PatalSaturationBlocks *self)
{
  const char *titles[N_COLUMNS] = { _("Block"), "", _("Saturation"), _("In all"), _("Eligible"), _("Trained"), _("Remaining"), _("Target date") };
  GtkBox *head = line_new ();

  for (int i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      add_cell (self, head, i, titles[i], "dim-label");
    }
  gtk_widget_set_hexpand (gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (head))), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (head), "plan-blocks-head");
  return GTK_WIDGET (head);
}

static void
patal_saturation_blocks_init (PatalSaturationBlocks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saturation, block by block"), -1);
  g_signal_connect_object (self->list, "selected-rows-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}
