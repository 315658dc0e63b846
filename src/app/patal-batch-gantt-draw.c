/* patal-batch-gantt-draw.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-colours.h"
#include "patal-batch-gantt-private.h"
#include "patal-settings.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define LEAST_DAY_TEXT_PX 19 /* a day narrower than that has no number of its own */
#define WORDS_WIDTH_PX 320
#define WORDS_PADDING_PX 8

typedef struct
{
  PatalBatchGantt *self;
  cairo_t         *cr;
  PangoLayout     *layout;
  GdkRGBA          ink, ground;
  gboolean         dark;
  int              width, height, side;
  PatalDay         first, last; /* days in sight */
  guint            top, bottom; /* rows in sight: the first, and the one behind the last */
} Drawing;

static void
set_ink (Drawing *d, double alpha)
{
  cairo_set_source_rgba (d->cr, d->ink.red, d->ink.green, d->ink.blue, alpha);
}

static void
fill_box (Drawing *d, double x, double y, double w, double h)
{
  cairo_rectangle (d->cr, x, y, w, h);
  cairo_fill (d->cr);
}

static void
set_bold (Drawing *d, gboolean bold)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_scale_new (0.88));
  if (bold)
    pango_attr_list_insert (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (d->layout, attrs);
}

/* Cut with dots at @width; -1: never. */
static void
write_at (Drawing *d, const char *text, double x, double my, int width)
{
  int height;

  pango_layout_set_width (d->layout, width >= 0 ? width * PANGO_SCALE : -1);
  pango_layout_set_text (d->layout, text, -1);
  pango_layout_get_pixel_size (d->layout, NULL, &height);
  cairo_move_to (d->cr, x, my - height / 2.0);
  pango_cairo_show_layout (d->cr, d->layout);
  pango_layout_set_width (d->layout, -1);
}

/* ---- the body ---- */

static void
draw_closed (Drawing *d, guint block)
{
  const PatalSceneBlock *b = &g_array_index (d->self->scene->blocks, PatalSceneBlock, block);
  PatalWeekdays off = patal_calendar_weekly_off (b->calendar);
  double y = gantt_y (d->self, gantt_row_of_lane (d->self->scene, b->first)), height = b->n_lanes * GANTT_ROW_PX;
  double top = MAX (y, GANTT_HEAD_PX), bottom = MIN (y + height, d->height);

  for (PatalDay day = d->first; day <= d->last && bottom > top; day++)
    {
      PatalDay end = day;
      gboolean weekly = (off & PATAL_WEEKDAYS (patal_day_weekday (day))) != 0;

      if (patal_calendar_effect (b->calendar, day) != PATAL_EFFECT_BLOCK)
        continue;
      while (!weekly && end < d->last && patal_calendar_effect (b->calendar, end + 1) == PATAL_EFFECT_BLOCK
             && !(off & PATAL_WEEKDAYS (patal_day_weekday (end + 1))))
        end++;
      if (weekly)
        {
          set_ink (d, 0.07);
          fill_box (d, gantt_x (d->self, day), top, d->self->day_px, bottom - top);
        }
      else
        patal_batch_colours_hatch (d->cr, &GRAPHENE_RECT_INIT ((float) gantt_x (d->self, day), (float) top, (float) ((end - day + 1) * d->self->day_px),
                                                               (float) (bottom - top)), d->dark);
      day = end;
    }
}

static void
draw_bar (Drawing *d, const PatalSceneBar *bar, double x, double y, double w)
{
  g_autofree char *number = g_strdup_printf ("%d", bar->bar.no);
  g_autofree char *long_text = bar->cluster != NULL ? g_strdup_printf ("%d · %s", bar->bar.no, bar->cluster) : g_strdup (number);
  const char *texts[] = { long_text, number, NULL };

  patal_batch_colours_draw (d->cr, d->layout, bar, &GRAPHENE_RECT_INIT ((float) x, (float) y + 3, (float) MAX (w - 1, 3), GANTT_ROW_PX - 6), texts, d->dark);
}

static void
draw_lane (Drawing *d, guint lane, double y)
{
  const PatalBatchScene *scene = d->self->scene;
  const GArray *bars = g_array_index (scene->lanes, PatalSceneLane, lane).bars;

  for (guint i = gantt_first_bar (scene, lane, d->first); i < bars->len; i++)
    {
      guint index = g_array_index (bars, guint, i);
      const PatalSceneBar *bar = &g_array_index (scene->bars, PatalSceneBar, index);
      double x = gantt_x (d->self, bar->bar.span.from), w = patal_span_days (bar->bar.span) * d->self->day_px;

      if (bar->bar.span.from > d->last)
        break;
      if (d->self->drag.mover != NULL && d->self->drag.bar == index)
        cairo_push_group (d->cr);
      draw_bar (d, bar, x, y, w);
      if (d->self->drag.mover != NULL && d->self->drag.bar == index)
        {
          cairo_pop_group_to_source (d->cr);
          cairo_paint_with_alpha (d->cr, 0.35);
        }
      if (bar->bar.id == d->self->selected)
        {
          set_ink (d, 1);
          cairo_set_line_width (d->cr, 2);
          cairo_rectangle (d->cr, x - 1, y + 1, MAX (w - 1, 3) + 2, GANTT_ROW_PX - 2);
          cairo_stroke (d->cr);
        }
    }
}

static void
draw_today (Drawing *d)
{
  PatalDay today = patal_day_today ();
  GdkRGBA red = patal_batch_colours_wrong (d->dark);

  if (today < d->first || today > d->last)
    return;
  gdk_cairo_set_source_rgba (d->cr, &red);
  fill_box (d, gantt_x (d->self, today) + d->self->day_px / 2 - 1, GANTT_HEAD_PX, 2, d->height - GANTT_HEAD_PX);
}

static void
draw_months_lines (Drawing *d)
{
  for (PatalDay day = d->first; day <= d->last; day++)
    {
      int mday;

      patal_day_to_ymd (day, NULL, NULL, &mday);
      if (mday != 1 && d->self->day_px < LEAST_DAY_TEXT_PX)
        continue;
      set_ink (d, mday == 1 ? 0.3 : 0.08);
      fill_box (d, floor (gantt_x (d->self, day)), GANTT_HEAD_PX, 1, d->height - GANTT_HEAD_PX);
    }
}

static void
draw_body (Drawing *d)
{
  const PatalBatchScene *scene = d->self->scene;
  guint last_block = G_MAXUINT;

  cairo_save (d->cr);
  cairo_rectangle (d->cr, d->side, GANTT_HEAD_PX, d->width - d->side, d->height - GANTT_HEAD_PX);
  cairo_clip (d->cr);
  draw_months_lines (d);
  for (guint row = d->top; row < d->bottom; row++)
    {
      guint block, lane;
      double y = gantt_y (d->self, row);

      gantt_row (scene, row, &block, &lane);
      if (block != last_block)
        draw_closed (d, block);
      last_block = block;
      if (lane == GANTT_NO_LANE)
        {
          set_ink (d, 0.05);
          fill_box (d, d->side, y, d->width - d->side, GANTT_ROW_PX);
          continue;
        }
      set_ink (d, 0.08);
      fill_box (d, d->side, y + GANTT_ROW_PX - 1, d->width - d->side, 1);
      draw_lane (d, lane, y);
    }
  draw_today (d);
  cairo_restore (d->cr);
}

/* ---- days above ---- */

static void
draw_month_name (Drawing *d, PatalDay first, PatalDay last)
{
  int year, month;
  double x = MAX (gantt_x (d->self, first), d->side) + 5, end = MIN (gantt_x (d->self, last + 1), d->width);
  g_autofree char *long_name = NULL;
  const char *texts[2];

  patal_day_to_ymd (first, &year, &month, NULL);
  long_name = g_strdup_printf ("%s %d", patal_month_name (month, patal_settings_lang ()), year);
  texts[0] = long_name;
  texts[1] = patal_month_name (month, patal_settings_lang ());
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int width;

      pango_layout_set_text (d->layout, texts[i], -1);
      pango_layout_get_pixel_size (d->layout, &width, NULL);
      if (x + width > end)
        continue;
      set_ink (d, 0.9);
      write_at (d, texts[i], x, 13, -1);
      return;
    }
}

static PatalDay
end_of_month (PatalDay day)
{
  int year, month;

  patal_day_to_ymd (day, &year, &month, NULL);
  return patal_day_from_ymd (month == 12 ? year + 1 : year, month % 12 + 1, 1) - 1;
}

/* Each day where there is room, else the Mondays, else none. */
static void
draw_day_numbers (Drawing *d)
{
  PatalWeekdays off = patal_calendar_weekly_off (d->self->scene->calendar);
  gboolean each = d->self->day_px >= LEAST_DAY_TEXT_PX, mondays = d->self->day_px * 7 >= LEAST_DAY_TEXT_PX + 8;

  for (PatalDay day = d->first; day <= d->last; day++)
    {
      int mday, width;
      char text[8];

      if (!each && !(mondays && patal_day_weekday (day) == PATAL_MONDAY))
        continue;
      patal_day_to_ymd (day, NULL, NULL, &mday);
      g_snprintf (text, sizeof text, "%d", mday);
      pango_layout_set_text (d->layout, text, -1);
      pango_layout_get_pixel_size (d->layout, &width, NULL);
      set_ink (d, off & PATAL_WEEKDAYS (patal_day_weekday (day)) ? 0.5 : 0.85);
      write_at (d, text, gantt_x (d->self, day) + (each ? (d->self->day_px - width) / 2 : 1), 34, -1);
    }
}

static void
draw_head (Drawing *d)
{
  cairo_save (d->cr);
  cairo_rectangle (d->cr, d->side, 0, d->width - d->side, GANTT_HEAD_PX);
  cairo_clip (d->cr);
  gdk_cairo_set_source_rgba (d->cr, &d->ground);
  cairo_paint (d->cr);
  set_bold (d, TRUE);
  for (PatalDay day = d->first; day <= d->last; day = end_of_month (day) + 1)
    {
      int mday;

      patal_day_to_ymd (day, NULL, NULL, &mday);
      draw_month_name (d, day - mday + 1, end_of_month (day));
      set_ink (d, 0.3);
      fill_box (d, floor (gantt_x (d->self, day - mday + 1)), 0, 1, GANTT_HEAD_PX);
    }
  set_bold (d, FALSE);
  draw_day_numbers (d);
  set_ink (d, 0.25);
  fill_box (d, 0, GANTT_HEAD_PX - 1, d->width, 1);
  cairo_restore (d->cr);
}

/* ---- names at the left ---- */

static void
draw_names (Drawing *d)
{
  const PatalBatchScene *scene = d->self->scene;

  cairo_save (d->cr);
  cairo_rectangle (d->cr, 0, 0, d->side, d->height);
  cairo_clip (d->cr);
  gdk_cairo_set_source_rgba (d->cr, &d->ground);
  cairo_paint (d->cr);
  cairo_rectangle (d->cr, 0, GANTT_HEAD_PX, d->side, d->height);
  cairo_clip (d->cr);
  pango_layout_set_ellipsize (d->layout, PANGO_ELLIPSIZE_END);
  for (guint row = d->top; row < d->bottom; row++)
    {
      guint block, lane;
      double y = gantt_y (d->self, row);

      gantt_row (scene, row, &block, &lane);
      set_bold (d, lane == GANTT_NO_LANE);
      if (lane == GANTT_NO_LANE)
        {
          set_ink (d, 0.05);
          fill_box (d, 0, y, d->side, GANTT_ROW_PX);
          set_ink (d, 1);
          write_at (d, g_array_index (scene->blocks, PatalSceneBlock, block).name, 8, y + GANTT_ROW_PX / 2, d->side - 12);
          continue;
        }
      set_ink (d, 0.85);
      write_at (d, g_array_index (scene->lanes, PatalSceneLane, lane).venue != 0 ? g_array_index (scene->lanes, PatalSceneLane, lane).name
                                                                                : _("no venue yet"), 16, y + GANTT_ROW_PX / 2, d->side - 20);
    }
  pango_layout_set_ellipsize (d->layout, PANGO_ELLIPSIZE_NONE);
  cairo_reset_clip (d->cr);
  set_ink (d, 0.25);
  fill_box (d, d->side - 1, 0, 1, d->height);
  fill_box (d, 0, GANTT_HEAD_PX - 1, d->side, 1);
  cairo_restore (d->cr);
}

/* ---- the bar that is dragged ---- */

static void
draw_words (Drawing *d)
{
  const GanttDrag *drag = &d->self->drag;
  GdkRGBA wrong = patal_batch_colours_wrong (d->dark);
  g_autofree char *day = patal_day_format (drag->day);
  g_autofree char *text = drag->words != NULL ? g_strdup_printf ("%s, %s\n%s", day, patal_weekday_name (patal_day_weekday (drag->day), patal_settings_lang ()),
                                                                 drag->words)
                                              : g_strdup_printf ("%s, %s", day, patal_weekday_name (patal_day_weekday (drag->day), patal_settings_lang ()));
  double x, y;
  int width, height;

  set_bold (d, FALSE);
  pango_layout_set_width (d->layout, WORDS_WIDTH_PX * PANGO_SCALE);
  pango_layout_set_wrap (d->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (d->layout, text, -1);
  pango_layout_get_pixel_size (d->layout, &width, &height);
  width += 2 * WORDS_PADDING_PX;
  height += 2 * WORDS_PADDING_PX;
  x = CLAMP (drag->x + 14, 0, MAX (0, d->width - width));
  y = drag->y + 18 + height > d->height ? drag->y - 12 - height : drag->y + 18;
  gdk_cairo_set_source_rgba (d->cr, &d->ground);
  fill_box (d, x, y, width, height);
  cairo_rectangle (d->cr, x + 0.5, y + 0.5, width - 1, height - 1);
  cairo_set_line_width (d->cr, drag->refused ? 2 : 1);
  if (drag->refused)
    gdk_cairo_set_source_rgba (d->cr, &wrong);
  else
    set_ink (d, 0.5);
  cairo_stroke (d->cr);
  set_ink (d, 1);
  cairo_move_to (d->cr, x + WORDS_PADDING_PX, y + WORDS_PADDING_PX);
  pango_cairo_show_layout (d->cr, d->layout);
  pango_layout_set_width (d->layout, -1);
}

static void
draw_dragged (Drawing *d)
{
  const GanttDrag *drag = &d->self->drag;
  PatalSceneBar bar = g_array_index (d->self->scene->bars, PatalSceneBar, drag->bar);
  guint lane = drag->lane != GANTT_NO_LANE ? drag->lane : bar.lane;

  bar.closed = drag->refused;
  bar.bar.conflict = FALSE;
  cairo_save (d->cr);
  cairo_rectangle (d->cr, d->side, GANTT_HEAD_PX, d->width - d->side, d->height - GANTT_HEAD_PX);
  cairo_clip (d->cr);
  draw_bar (d, &bar, gantt_x (d->self, drag->day), gantt_y (d->self, gantt_row_of_lane (d->self->scene, lane)), bar.bar.n_days * d->self->day_px);
  cairo_restore (d->cr);
  draw_words (d);
}

void
gantt_draw (PatalBatchGantt *self, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  Drawing d = {
    .self = self, .cr = cr, .layout = layout, .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()),
    .width = gtk_widget_get_width (GTK_WIDGET (self)), .height = gtk_widget_get_height (GTK_WIDGET (self)), .side = gantt_side_px (self),
  };
  double down = gtk_adjustment_get_value (self->down);
  guint n = gantt_n_rows (self->scene);

  gtk_style_context_get_color (style, &d.ink);
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &d.ground))
    d.ground = d.dark ? (GdkRGBA) { 0.14f, 0.14f, 0.14f, 1 } : (GdkRGBA) { 0.98f, 0.98f, 0.98f, 1 };
  d.first = MAX (gantt_day_at (self, d.side), self->scene->span.from);
  d.last = MIN (gantt_day_at (self, d.width), self->scene->span.to);
  d.top = MIN ((guint) (down / GANTT_ROW_PX), n);
  d.bottom = MIN ((guint) ((down + d.height - GANTT_HEAD_PX) / GANTT_ROW_PX) + 1, n);
  set_bold (&d, FALSE);
  draw_body (&d);
  draw_head (&d);
  draw_names (&d);
  if (self->drag.mover != NULL)
    draw_dragged (&d);
}
