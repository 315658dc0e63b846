/* patal-plan-blocks.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-blocks.h"
#include "patal-number.h"
#include "patal-plan-turns.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

#define STRIP_WIDTH  180
#define STRIP_HEIGHT 22

enum { NAME, BATCHES, PEOPLE, DAYS, STRIP, N_COLUMNS };

struct _PatalPlanBlocks
{
  AdwBin               parent_instance;
  GtkListBox          *list;
  GtkBox              *head;
  GtkSizeGroup        *columns[N_COLUMNS];
  const PatalPlanDeed *deed;   /* (nullable) */
  GArray              *counts; /* guint16: [block × day] batches under way */
  guint                most;   /* of them */
};

G_DEFINE_FINAL_TYPE (PatalPlanBlocks, patal_plan_blocks, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- days --- */

static void
count_days (PatalPlanBlocks *self)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  const PatalPlanData *data = &plan->problem->data;
  int n_days = plan->days.n_days;

  g_array_set_size (self->counts, 0); /* so that all are 0 again */
  g_array_set_size (self->counts, (guint) (data->n_blocks * n_days));
  self->most = 1;
  for (int b = 0; b < plan->schedule->n; b++)
    for (int day = 0; plan->schedule->start[b] >= 0 && day < data->modules[b % data->n_modules].days; day++)
      {
        int block = data->venues[plan->clusters->venue[b / data->n_modules]].block;
        guint16 *count = &g_array_index (self->counts, guint16, (guint) (block * n_days + plan->schedule->start[b] + day));

        self->most = MAX (self->most, (guint) ++*count);
      }
}

static void
draw_strip_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  PatalPlanBlocks *self = g_object_get_data (G_OBJECT (area), "blocks");
  const PatalPlanDays *days = self->deed != NULL ? &self->deed->plan->days : NULL;
  int block = GPOINTER_TO_INT (user_data);
  const guint64 *open;
  GdkRGBA ink;
  double step;

  if (days == NULL || days->n_days == 0)
    return;
  open = patal_plan_days_of (days, days->blocks, block);
  step = (double) width / days->n_days;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  for (int day = 0; day < days->n_days; day++)
    {
      guint n = g_array_index (self->counts, guint16, (guint) (block * days->n_days + day));
      double high = n > 0 ? MAX (height * (double) n / self->most, 4) : 0;

      if (!patal_days_has (open, day)) /* nothing may be there */
        {
          cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.13);
          cairo_rectangle (cr, day * step, 0, step, height);
          cairo_fill (cr);
        }
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_rectangle (cr, day * step, height - high, MAX (step - 0.5, 0.5), high);
      cairo_fill (cr);
    }
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.4);
  cairo_rectangle (cr, 0, height - 1, width, 1);
  cairo_fill (cr);
}

/* The months above the strips. */
static void
draw_months_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  PatalPlanBlocks *self = user_data;
  const PatalPlanDays *days = self->deed != NULL ? &self->deed->plan->days : NULL;
  double free_from = 0;
  GdkRGBA ink;

  if (days == NULL || days->n_days == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  for (int day = 0; day < days->n_days; day++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      int year, month, mday, wide, high;
      double x = (double) width * day / days->n_days;

      patal_day_to_ymd (days->first + day, &year, &month, &mday);
      if ((mday != 1 && day > 0) || x < free_from)
        continue;
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), patal_month_name (month, patal_settings_lang ()));
      pango_layout_get_pixel_size (layout, &wide, &high);
      if (x + wide > width)
        continue;
      cairo_move_to (cr, x, (height - high) / 2.0);
      pango_cairo_show_layout (cr, layout);
      free_from = x + wide + 6;
    }
}

/* --- rows --- */

static void
add_cell (PatalPlanBlocks *self, GtkBox *row, int column, const char *text, gboolean is_head)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == BATCHES || column == PEOPLE ? 1 : 0);
  gtk_widget_add_css_class (label, is_head ? "dim-label" : "numeric");
  gtk_size_group_add_widget (self->columns[column], label);
  gtk_box_append (row, label);
}

static GtkWidget *
strip_new (PatalPlanBlocks *self, GtkDrawingAreaDrawFunc draw, gpointer data)
{
  GtkWidget *strip = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_object_set_data (G_OBJECT (strip), "blocks", self);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (strip), STRIP_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (strip), STRIP_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (strip), draw, data, NULL);
  gtk_widget_set_hexpand (strip, TRUE);
  return strip;
}

/* (transfer full): what a screen reader says of it, and what a pointer is told. */
static char *
turn_words (const char *name, const PatalPlanTurn *turn, const char *days)
{
  /* Translators: block, batches with a day, all batches, people, from when to when */
  return g_strdup_printf (_("%s: %d of %d batches have a day, %d people; %s"), name, turn->dated, turn->batches, turn->heads, days);
}

static void
add_row (PatalPlanBlocks *self, int block, const PatalPlanTurn *turn)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkWidget *row = gtk_list_box_row_new ();
  const char *name = patal_plan_ids_name (&self->deed->files->blocks, block);
  g_autofree char *batches = turn->dated == turn->batches ? patal_number_group (turn->batches)
                                                          : g_strdup_printf (_("%d of %d"), turn->dated, turn->batches);
  g_autofree char *heads = patal_number_group (turn->heads);
  g_autofree char *days = turn->dated > 0 ? patal_span_format ((PatalSpan) { turn->first, turn->last }, patal_settings_lang ()) : g_strdup (_("No day"));
  g_autofree char *words = turn_words (name, turn, days);

  add_cell (self, box, NAME, name, FALSE);
  add_cell (self, box, BATCHES, batches, FALSE);
  add_cell (self, box, PEOPLE, heads, FALSE);
  add_cell (self, box, DAYS, days, FALSE);
  gtk_box_append (box, strip_new (self, draw_strip_cb, GINT_TO_POINTER (block)));
  if (turn->dated < turn->batches)
    gtk_widget_add_css_class (GTK_WIDGET (box), "fate-doubtful");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (box));
  gtk_widget_add_css_class (row, "mark-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (row, words);
  g_object_set_data (G_OBJECT (row), "block", GINT_TO_POINTER (block));
  gtk_list_box_append (self->list, row);
}

static void
selected_cb (PatalPlanBlocks *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  g_signal_emit (self, signals[CHOSEN], 0, row != NULL ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "block")) : -1);
}

void
patal_plan_blocks_set_deed (PatalPlanBlocks *self, const PatalPlanDeed *deed)
{
  g_autoptr (GArray) turns = deed != NULL ? patal_plan_turns (deed->plan) : NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->deed = deed;
  if (deed == NULL)
    return;
  count_days (self);
  for (guint b = 0; b < turns->len; b++)
    {
      const PatalPlanTurn *turn = &g_array_index (turns, PatalPlanTurn, b);

      if (turn->batches > 0)
        add_row (self, (int) b, turn);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->head));
}

GtkWidget *
patal_plan_blocks_new (void)
{
  return g_object_new (PATAL_TYPE_PLAN_BLOCKS, NULL);
}

/* --- the object --- */

static void
patal_plan_blocks_dispose (GObject *object)
{
  PatalPlanBlocks *self = PATAL_PLAN_BLOCKS (object);

  self->deed = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_pointer (&self->counts, g_array_unref);
  G_OBJECT_CLASS (patal_plan_blocks_parent_class)->dispose (object);
}

static void
patal_plan_blocks_class_init (PatalPlanBlocksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_plan_blocks_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
patal_plan_blocks_init (PatalPlanBlocks *self)
{
  const char *titles[] = { _("Block"), _("Batches"), _("People"), _("Days") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  self->counts = g_array_new (FALSE, TRUE, sizeof (guint16));
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "plan-blocks-head");
  for (int i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      if (i < STRIP)
        add_cell (self, self->head, i, titles[i], TRUE);
    }
  gtk_box_append (self->head, strip_new (self, draw_months_cb, self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The plan by block"), -1);
  g_signal_connect_object (self->list, "selected-rows-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_bin_set_child (ADW_BIN (self), box);
}
