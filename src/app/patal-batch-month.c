/* patal-batch-month.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-month.h"
#include "patal-batch-colours.h"
#include "patal-batch-words.h"
#include "patal-settings.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define HEAD_PX 24
#define DAY_HEAD_PX 20
#define CHIP_PX 19

struct _PatalBatchMonth
{
  GtkWidget              parent_instance;
  const PatalBatchScene *scene; /* (nullable) */
  PatalDay               day;   /* the chosen one */
  gint64                 selected;
};

G_DEFINE_FINAL_TYPE (PatalBatchMonth, patal_batch_month, GTK_TYPE_WIDGET)

static guint opened_signal, chosen_signal, turned_signal, entered_signal;

/* ---- where things are ---- */

typedef struct
{
  PatalDay first, last, monday; /* of the month; of its first week */
  int      weeks;
  double   cell_w, cell_h;
} Grid;

static Grid
grid_of (PatalBatchMonth *self)
{
  Grid grid;
  int year, month, mday;

  patal_day_to_ymd (self->day, &year, &month, &mday);
  grid.first = self->day - mday + 1;
  grid.last = patal_day_from_ymd (month == 12 ? year + 1 : year, month % 12 + 1, 1) - 1;
  grid.monday = grid.first - (PatalDay) (patal_day_weekday (grid.first) - PATAL_MONDAY);
  grid.weeks = (grid.last - grid.monday) / 7 + 1;
  grid.cell_w = gtk_widget_get_width (GTK_WIDGET (self)) / 7.0;
  grid.cell_h = (gtk_widget_get_height (GTK_WIDGET (self)) - HEAD_PX) / (double) grid.weeks;
  return grid;
}

static graphene_rect_t
cell_of (const Grid *grid, PatalDay day)
{
  int at = day - grid->monday;

  return GRAPHENE_RECT_INIT ((float) (at % 7 * grid->cell_w), (float) (HEAD_PX + at / 7 * grid->cell_h), (float) grid->cell_w, (float) grid->cell_h);
}

static PatalDay
day_at (PatalBatchMonth *self, double x, double y)
{
  Grid grid = grid_of (self);
  int column = (int) (x / grid.cell_w), row = (int) ((y - HEAD_PX) / grid.cell_h);
  PatalDay day = grid.monday + row * 7 + column;

  return y >= HEAD_PX && column >= 0 && column < 7 && day >= grid.first && day <= grid.last ? day : PATAL_DAY_NONE;
}

/* (transfer full) (element-type guint): bars of the scene that are held on @day. */
static GArray *
bars_on (const PatalBatchScene *scene, PatalDay day)
{
  GArray *on = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = patal_batch_scene_from (scene, day); i < scene->bars->len; i++)
    {
      const PatalSceneBar *bar = &g_array_index (scene->bars, PatalSceneBar, i);

      if (bar->bar.span.from > day)
        break;
      if (bar->bar.span.to >= day)
        g_array_append_val (on, i);
    }
  return on;
}

/* How many of @n chips are shown; where not all are, one place says how many more. */
static guint
chips_shown (const Grid *grid, guint n)
{
  guint room = (guint) MAX (1, (grid->cell_h - DAY_HEAD_PX - 2) / CHIP_PX);

  return n <= room ? n : room - 1;
}

static gboolean
bar_at (PatalBatchMonth *self, double x, double y, guint *bar)
{
  PatalDay day = self->scene != NULL ? day_at (self, x, y) : PATAL_DAY_NONE;
  g_autoptr (GArray) on = day != PATAL_DAY_NONE ? bars_on (self->scene, day) : NULL;
  Grid grid = grid_of (self);
  int chip;

  if (on == NULL)
    return FALSE;
  chip = (int) ((y - cell_of (&grid, day).origin.y - DAY_HEAD_PX) / CHIP_PX);
  if (chip < 0 || (guint) chip >= chips_shown (&grid, on->len))
    return FALSE;
  *bar = g_array_index (on, guint, chip);
  return TRUE;
}

/* ---- drawing ---- */

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
  GdkRGBA      ink;
  gboolean     dark;
} Drawing;

static void
set_ink (Drawing *d, double alpha)
{
  cairo_set_source_rgba (d->cr, d->ink.red, d->ink.green, d->ink.blue, alpha);
}

static void
write_at (Drawing *d, const char *text, double x, double y, double width)
{
  pango_layout_set_width (d->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (d->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (d->layout, text, -1);
  cairo_move_to (d->cr, x, y);
  pango_cairo_show_layout (d->cr, d->layout);
  pango_layout_set_width (d->layout, -1);
}

/* (nullable): what is said of the day beside its number: its holiday. */
static const char *
name_of_day (const PatalBatchScene *scene, PatalDay day)
{
  g_autoptr (GPtrArray) marks = patal_calendar_marks_of (scene->calendar, day);

  for (guint i = 0; i < marks->len; i++)
    {
      const PatalMark *mark = g_ptr_array_index (marks, i);

      if (mark->effect == PATAL_EFFECT_BLOCK)
        return mark->kind == PATAL_MARK_HOLIDAY ? patal_settings_pick (mark->name_hi, mark->name_en) : _(patal_blackout_reason_title (mark->reason));
    }
  return NULL;
}

static void
draw_chips (PatalBatchMonth *self, Drawing *d, const Grid *grid, PatalDay day, const graphene_rect_t *cell)
{
  g_autoptr (GArray) on = bars_on (self->scene, day);
  guint shown = chips_shown (grid, on->len);
  double y = cell->origin.y + DAY_HEAD_PX;

  for (guint i = 0; i < shown; i++, y += CHIP_PX)
    {
      const PatalSceneBar *bar = &g_array_index (self->scene->bars, PatalSceneBar, g_array_index (on, guint, i));
      guint block = g_array_index (self->scene->lanes, PatalSceneLane, bar->lane).block;
      g_autofree char *number = g_strdup_printf ("%d", bar->bar.no);
      g_autofree char *with_block = g_strdup_printf ("%d · %s", bar->bar.no, g_array_index (self->scene->blocks, PatalSceneBlock, block).name);
      const char *texts[] = { with_block, number, NULL };
      graphene_rect_t box = GRAPHENE_RECT_INIT (cell->origin.x + 3, (float) y, cell->size.width - 6, CHIP_PX - 2);

      patal_batch_colours_draw (d->cr, d->layout, bar, &box, texts, d->dark);
      if (bar->bar.id != self->selected)
        continue;
      set_ink (d, 1);
      cairo_set_line_width (d->cr, 2);
      cairo_rectangle (d->cr, box.origin.x - 1, box.origin.y - 1, box.size.width + 2, box.size.height + 2);
      cairo_stroke (d->cr);
    }
  if (shown < on->len)
    {
      /* Translators: how many more batches a day has than there is room for */
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", on->len - shown), on->len - shown);

      set_ink (d, 0.75);
      write_at (d, more, cell->origin.x + 6, y, cell->size.width - 8);
    }
}

static void
draw_day (PatalBatchMonth *self, Drawing *d, const Grid *grid, PatalDay day)
{
  graphene_rect_t cell = cell_of (grid, day);
  gboolean in_scene = day >= self->scene->span.from && day <= self->scene->span.to;
  gboolean off = (patal_calendar_weekly_off (self->scene->calendar) & PATAL_WEEKDAYS (patal_day_weekday (day))) != 0;
  const char *name = in_scene ? name_of_day (self->scene, day) : NULL;
  g_autofree char *text = NULL;
  int mday;

  patal_day_to_ymd (day, NULL, NULL, &mday);
  if (off)
    {
      set_ink (d, 0.07);
      cairo_rectangle (d->cr, cell.origin.x, cell.origin.y, cell.size.width, cell.size.height);
      cairo_fill (d->cr);
    }
  else if (in_scene && patal_calendar_effect (self->scene->calendar, day) == PATAL_EFFECT_BLOCK)
    patal_batch_colours_hatch (d->cr, &GRAPHENE_RECT_INIT (cell.origin.x, cell.origin.y + DAY_HEAD_PX, cell.size.width, cell.size.height - DAY_HEAD_PX), d->dark);
  text = name != NULL ? g_strdup_printf ("%d · %s", mday, name) : g_strdup_printf ("%d", mday);
  set_ink (d, off ? 0.55 : 0.9);
  write_at (d, text, cell.origin.x + 5, cell.origin.y + 2, cell.size.width - 8);
  if (in_scene)
    draw_chips (self, d, grid, day, &cell);
  set_ink (d, 0.15);
  cairo_set_line_width (d->cr, 1);
  cairo_rectangle (d->cr, cell.origin.x + 0.5, cell.origin.y + 0.5, cell.size.width, cell.size.height);
  cairo_stroke (d->cr);
  if (day == self->day || day == patal_day_today ())
    {
      GdkRGBA red = patal_batch_colours_wrong (d->dark);

      if (day == self->day)
        set_ink (d, 0.9);
      else
        gdk_cairo_set_source_rgba (d->cr, &red);
      cairo_set_line_width (d->cr, 2);
      cairo_rectangle (d->cr, cell.origin.x + 1.5, cell.origin.y + 1.5, cell.size.width - 3, cell.size.height - 3);
      cairo_stroke (d->cr);
    }
}

static void
patal_batch_month_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalBatchMonth *self = PATAL_BATCH_MONTH (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();
  Drawing d = { .layout = layout, .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()) };
  Grid grid;

  if (self->scene == NULL || self->day == PATAL_DAY_NONE)
    return;
  grid = grid_of (self);
  pango_attr_list_insert (attrs, pango_attr_scale_new (0.88));
  pango_layout_set_attributes (layout, attrs);
  d.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &d.ink);
  set_ink (&d, 0.7);
  for (int i = 0; i < 7; i++)
    write_at (&d, patal_weekday_name (PATAL_MONDAY + i, patal_settings_lang ()), i * grid.cell_w + 5, 3, grid.cell_w - 8);
  for (PatalDay day = grid.first; day <= grid.last; day++)
    draw_day (self, &d, &grid, day);
  cairo_destroy (d.cr);
}

/* ---- what is chosen ---- */

static void
tell_label (PatalBatchMonth *self)
{
  g_autofree char *day = patal_day_long (self->day, patal_settings_lang ());
  g_autoptr (GString) words = g_string_new (day);
  g_autoptr (GArray) on = self->scene != NULL ? bars_on (self->scene, self->day) : NULL;

  for (guint i = 0; on != NULL && i < on->len; i++)
    {
      g_autofree char *line = patal_batch_words_line (self->scene, &g_array_index (self->scene->bars, PatalSceneBar, g_array_index (on, guint, i)));

      g_string_append_printf (words, "\n%s", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

void
patal_batch_month_set_scene (PatalBatchMonth *self, const PatalBatchScene *scene, PatalDay day)
{
  self->scene = scene;
  self->day = day;
  tell_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_batch_month_set_selected (PatalBatchMonth *self, gint64 batch)
{
  self->selected = batch;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to (PatalBatchMonth *self, PatalDay day)
{
  Grid grid = grid_of (self);

  if (day < grid.first || day > grid.last)
    {
      g_signal_emit (self, turned_signal, 0, (int) day);
      return;
    }
  self->day = day;
  tell_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_cb (PatalBatchMonth *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType modifiers)
{
  Grid grid = grid_of (self);

  if (self->scene == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left: go_to (self, self->day - 1); break;
    case GDK_KEY_Right: case GDK_KEY_KP_Right: go_to (self, self->day + 1); break;
    case GDK_KEY_Up: case GDK_KEY_KP_Up: go_to (self, self->day - 7); break;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: go_to (self, self->day + 7); break;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: go_to (self, grid.first); break;
    case GDK_KEY_End: case GDK_KEY_KP_End: go_to (self, grid.last); break;
    case GDK_KEY_Page_Up: go_to (self, grid.first - 1); break;
    case GDK_KEY_Page_Down: go_to (self, grid.last + 1); break;
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: g_signal_emit (self, entered_signal, 0, (int) self->day); break;
    default: return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static void
pressed_cb (PatalBatchMonth *self, int n, double x, double y)
{
  PatalDay day = self->scene != NULL ? day_at (self, x, y) : PATAL_DAY_NONE;
  guint index;
  gint64 id;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (day == PATAL_DAY_NONE)
    return;
  go_to (self, day);
  if (!bar_at (self, x, y, &index))
    {
      if (n == 2)
        g_signal_emit (self, entered_signal, 0, (int) day);
      return;
    }
  id = g_array_index (self->scene->bars, PatalSceneBar, index).bar.id;
  patal_batch_month_set_selected (self, id);
  g_signal_emit (self, n == 2 ? opened_signal : chosen_signal, 0, id);
}

static gboolean
tooltip_cb (PatalBatchMonth *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  guint index;
  g_autofree char *words = NULL;

  if (by_key || !bar_at (self, x, y, &index))
    return FALSE;
  words = patal_batch_words (self->scene, &g_array_index (self->scene->bars, PatalSceneBar, index));
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* ---- the widget ---- */

static void
patal_batch_month_measure (G_GNUC_UNUSED GtkWidget *widget, GtkOrientation orientation, G_GNUC_UNUSED int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * 56 : HEAD_PX + 6 * (DAY_HEAD_PX + CHIP_PX + 4);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * 130 : 560;
}

GtkWidget *
patal_batch_month_new (void)
{
  return g_object_new (PATAL_TYPE_BATCH_MONTH, NULL);
}

static void
patal_batch_month_class_init (PatalBatchMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  widget_class->snapshot = patal_batch_month_snapshot;
  widget_class->measure = patal_batch_month_measure;
  opened_signal = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  chosen_signal = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  turned_signal = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  entered_signal = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "batchmonth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
patal_batch_month_init (PatalBatchMonth *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->day = patal_day_today ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  tell_label (self);
}
