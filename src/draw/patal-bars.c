/* patal-bars.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-bars.h"
#include "patal-label.h"
#include "patal-scale.h"
#include <math.h>
#include <string.h>

#define TEXT_SHARE 0.030   /* of the box's shorter side: the size of letters */
#define SMALLEST_PT 4.0
#define LARGEST_PT 24.0
#define PITCH_LEADING 1.5  /* a bar's place is at least as high as its label's line */
#define PITCH_LARGEST 3.0  /* a few bars do not fill the page */
#define BAR_SHARE 0.66     /* of its place */
#define LABEL_SHARE 0.34   /* of the width: the widest that labels may be */
#define MARKS 6

const PatalPen patal_pen_paper = { .ink = { 0, 0, 0, 1 }, .grid = { 0.75, 0.75, 0.75, 1 }, .bar = { 0.17, 0.40, 0.62, 1 } };

/* A chart in its box, while it is drawn. */
typedef struct
{
  PatalCanvas     *canvas;
  const PatalBars *bars;
  const PatalPen  *pen;
  PatalTextStyle   style;
  double           left, right, top, bottom; /* what is still free */
  double           axis_left, axis_right;
  PatalScale       scale;
  double           pitch;
  guint            n_shown;
} Chart;

static double
line_height (const Chart *chart)
{
  return chart->style.size_pt * PITCH_LEADING;
}

static char *
value_text (const PatalBars *bars, gint64 value)
{
  switch (bars->type)
    {
    case PATAL_COLUMN_MONEY:
      return patal_money_format (value, bars->money_unit);
    case PATAL_COLUMN_PERCENT:
      return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", value < 0 ? "−" : "", ABS (value) / 10, (int) (ABS (value) % 10));
    case PATAL_COLUMN_INTEGER:
    case PATAL_COLUMN_SERIAL:
    case PATAL_COLUMN_TEXT:
    case PATAL_COLUMN_CODE:
    case PATAL_COLUMN_DEGREES:
    case PATAL_COLUMN_DAY:
    case PATAL_COLUMN_YES_NO:
    default:
      return patal_number_group (value);
    }
}

static int
compare_bars (gconstpointer a, gconstpointer b, gpointer data)
{
  const PatalBar *bars = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (bars[i].value != bars[j].value)
    return bars[i].value > bars[j].value ? -1 : 1;
  return i < j ? -1 : 1;
}

static guint *
rank (const PatalBars *bars)
{
  guint *order = g_new (guint, MAX (bars->n_bars, 1));

  for (guint i = 0; i < bars->n_bars; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) bars->n_bars, sizeof *order, compare_bars, (gpointer) bars->bars);
  return order;
}

/* --- Head --- */

static void
draw_head_line (Chart *chart, const char *text, double size, PatalWeight weight)
{
  PatalTextStyle style = chart->style;
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (text == NULL)
    return;
  style.size_pt = size;
  style.weight = weight;
  style.align = PATAL_ALIGN_CENTER;
  style.wrap = PATAL_WRAP_BALANCED;
  paragraph = patal_paragraph_new (text, &style, chart->right - chart->left);
  patal_canvas_paragraph (chart->canvas, chart->left, chart->top, paragraph, &chart->pen->ink);
  chart->top += patal_paragraph_height (paragraph);
}

/* The day at the left, the unit at the right. */
static void
draw_day_and_unit (Chart *chart)
{
  const char *texts[] = { chart->bars->as_on_line, chart->bars->unit_line };
  const PatalAlign aligns[] = { PATAL_ALIGN_START, PATAL_ALIGN_END };
  PatalTextStyle style = chart->style;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      {
        g_autoptr (PatalParagraph) paragraph = NULL;

        style.align = aligns[i];
        style.wrap = PATAL_WRAP_NEVER;
        paragraph = patal_paragraph_new_fitting (texts[i], &style, (chart->right - chart->left) / 2, line_height (chart),
                                                 chart->style.size_pt / 2, NULL);
        patal_canvas_paragraph (chart->canvas, i == 0 ? chart->left : (chart->left + chart->right) / 2, chart->top, paragraph,
                                &chart->pen->ink);
      }
  if (texts[0] != NULL || texts[1] != NULL)
    chart->top += line_height (chart) * 1.2;
}

/* --- Bars --- */

static double
widest_label (const Chart *chart, const guint *order)
{
  double widest = 0;

  for (guint i = 0; i < chart->n_shown; i++)
    widest = MAX (widest, patal_text_width (chart->bars->bars[order[i]].label, &chart->style));
  return MIN (widest, (chart->right - chart->left) * LABEL_SHARE);
}

static double
widest_value (const Chart *chart)
{
  double widest = 0;

  for (guint i = 0; i < chart->bars->n_bars; i++)
    {
      g_autofree char *text = value_text (chart->bars, chart->bars->bars[i].value);

      widest = MAX (widest, patal_text_width (text, &chart->style));
    }
  return widest;
}

/* Every which mark has its number: as many as have room beside one another. */
static guint
numbered_marks (const Chart *chart)
{
  double between = (chart->axis_right - chart->axis_left) / (chart->scale.n - 1), widest = 0;

  for (guint i = 0; i < chart->scale.n; i++)
    {
      g_autofree char *text = value_text (chart->bars, chart->scale.first + (gint64) i * chart->scale.step);

      widest = MAX (widest, patal_text_width (text, &chart->style));
    }
  return (guint) MAX (ceil ((widest + chart->style.size_pt / 2) / between), 1);
}

static void
draw_axis (Chart *chart, double bottom)
{
  PatalTextStyle style = chart->style;
  const PatalStroke stroke = { .ink = chart->pen->grid, .width = chart->style.size_pt / 16 };
  guint every = numbered_marks (chart);

  style.wrap = PATAL_WRAP_NEVER;
  style.align = PATAL_ALIGN_CENTER;
  for (guint i = 0; i < chart->scale.n; i++)
    {
      gint64 mark = chart->scale.first + (gint64) i * chart->scale.step;
      double x = patal_scale_place (&chart->scale, mark, chart->axis_left, chart->axis_right);
      g_autofree char *text = value_text (chart->bars, mark);
      double half = patal_text_width (text, &style) / 2;

      patal_canvas_rule (chart->canvas, x, chart->top, x, bottom, &stroke);
      if ((chart->scale.n - 1 - i) % every == 0 && x + half <= chart->right + 0.1)
        {
          g_autoptr (PatalParagraph) number = patal_paragraph_new (text, &style, 2 * half + 1);

          patal_canvas_paragraph (chart->canvas, x - half - 0.5, bottom, number, &chart->pen->ink);
        }
    }
}

static void
draw_bar (const Chart *chart, const PatalBar *bar, double y)
{
  double from = patal_scale_place (&chart->scale, 0, chart->axis_left, chart->axis_right);
  double to = patal_scale_place (&chart->scale, bar->value, chart->axis_left, chart->axis_right);
  double height = chart->pitch * BAR_SHARE, gap = chart->style.size_pt / 3;
  double text_y = y + (chart->pitch - chart->style.size_pt * 1.45) / 2;
  PatalBox box = { MIN (from, to), y + (chart->pitch - height) / 2, fabs (to - from), height };
  PatalStroke outline = { .ink = chart->pen->bar, .width = chart->style.size_pt / 12 };
  PatalTextStyle style = chart->style;
  g_autofree char *text = value_text (chart->bars, bar->value);
  g_autoptr (PatalParagraph) label = NULL;
  g_autoptr (PatalParagraph) value = NULL;

  style.wrap = PATAL_WRAP_NEVER;
  style.align = PATAL_ALIGN_END;
  label = patal_paragraph_new_fitting (bar->label, &style, chart->axis_left - chart->left - gap, style.size_pt * 1.45,
                                       style.size_pt / 2, NULL);
  patal_canvas_paragraph (chart->canvas, chart->left, text_y, label, &chart->pen->ink);
  if (bar->marked)
    {
      g_autoptr (PatalPath) path = patal_path_new ();

      patal_path_box (path, &box);
      patal_canvas_hatch (chart->canvas, path, PATAL_HATCH_RISING, chart->style.size_pt / 2.5, &outline);
      patal_canvas_stroke_box (chart->canvas, &box, &outline);
    }
  else
    patal_canvas_fill_box (chart->canvas, &box, &chart->pen->bar);
  style.align = PATAL_ALIGN_START;
  value = patal_paragraph_new (text, &style, 1);
  patal_canvas_paragraph (chart->canvas, MAX (from, to) + gap, text_y, value, &chart->pen->ink);
}

static void
draw_legend (Chart *chart, double y)
{
  PatalStroke outline = { .ink = chart->pen->bar, .width = chart->style.size_pt / 12 };
  PatalBox box = { chart->axis_left, y + chart->style.size_pt * 0.35, chart->style.size_pt * 1.6, chart->style.size_pt * 0.8 };
  PatalTextStyle style = chart->style;
  g_autoptr (PatalPath) path = patal_path_new ();
  g_autoptr (PatalParagraph) text = NULL;
  double x = box.x + box.width + chart->style.size_pt / 2;

  patal_path_box (path, &box);
  patal_canvas_hatch (chart->canvas, path, PATAL_HATCH_RISING, chart->style.size_pt / 2.5, &outline);
  patal_canvas_stroke_box (chart->canvas, &box, &outline);
  style.wrap = PATAL_WRAP_NEVER;
  text = patal_paragraph_new_fitting (chart->bars->mark, &style, chart->right - x, line_height (chart), style.size_pt / 2, NULL);
  patal_canvas_paragraph (chart->canvas, x, y, text, &chart->pen->ink);
}

static void
say (Chart *chart, double y, const char *text)
{
  PatalTextStyle style = chart->style;
  g_autoptr (PatalParagraph) paragraph = NULL;

  style.align = PATAL_ALIGN_CENTER;
  paragraph = patal_paragraph_new (text, &style, chart->right - chart->left);
  patal_canvas_paragraph (chart->canvas, chart->left, y, paragraph, &chart->pen->ink);
}

static void
set_scale (Chart *chart)
{
  gint64 low = 0, high = 0;

  for (guint i = 0; i < chart->bars->n_bars; i++)
    {
      low = MIN (low, chart->bars->bars[i].value);
      high = MAX (high, chart->bars->bars[i].value);
    }
  chart->scale = patal_scale_new (low, high, MARKS);
}

static gboolean
has_legend (const PatalBars *bars)
{
  for (guint i = 0; i < bars->n_bars; i++)
    if (bars->bars[i].marked)
      return bars->mark != NULL;
  return FALSE;
}

static void
draw_bars (Chart *chart)
{
  const PatalBars *bars = chart->bars;
  gboolean legend = has_legend (bars);
  double foot = line_height (chart) * (legend ? 2.2 : 1.1); /* the axis's numbers, the legend */
  double free = chart->bottom - foot - chart->top, bottom;
  guint room = (guint) MAX (floor (free / line_height (chart)), 1);
  g_autofree guint *order = rank (bars);

  chart->n_shown = MIN (bars->n_bars, room);
  if (chart->n_shown < bars->n_bars && chart->n_shown > 1)
    chart->n_shown--; /* the line that says so */
  chart->pitch = MIN (free / MAX (chart->n_shown + (chart->n_shown < bars->n_bars), 1), line_height (chart) * PITCH_LARGEST);
  chart->axis_left = chart->left + widest_label (chart, order) + chart->style.size_pt / 2;
  chart->axis_right = chart->right - widest_value (chart) - chart->style.size_pt / 2;
  set_scale (chart);
  bottom = chart->top + chart->pitch * chart->n_shown;
  draw_axis (chart, bottom);
  for (guint i = 0; i < chart->n_shown; i++)
    draw_bar (chart, &bars->bars[order[i]], chart->top + chart->pitch * i);
  if (legend)
    draw_legend (chart, bottom + line_height (chart) * 1.1);
  if (chart->n_shown < bars->n_bars)
    {
      guint more = bars->n_bars - chart->n_shown;
      g_autofree char *text = patal_label_text (PATAL_LABEL_N ("One more is not shown for want of room",
                                                               "{n} more are not shown for want of room", more), bars->words);

      say (chart, chart->bottom - line_height (chart), text);
    }
}

void
patal_bars_draw (PatalCanvas *canvas, const PatalBox *box, const PatalBars *bars, const PatalPen *pen)
{
  Chart chart = { .canvas = canvas, .bars = bars, .pen = pen, .left = box->x, .right = box->x + box->width, .top = box->y,
                  .bottom = box->y + box->height };

  chart.style = (PatalTextStyle) { .weight = PATAL_WEIGHT_REGULAR, .lang = patal_words_lang (bars->words),
    .size_pt = CLAMP (MIN (box->width, box->height) * TEXT_SHARE, SMALLEST_PT, LARGEST_PT) };
  patal_canvas_tag_begin (canvas, PATAL_TAG_FIGURE, patal_words_lang (bars->words), bars->title);
  draw_head_line (&chart, bars->title, chart.style.size_pt * 1.5, PATAL_WEIGHT_BOLD);
  draw_head_line (&chart, bars->place, chart.style.size_pt * 1.1, PATAL_WEIGHT_REGULAR);
  draw_day_and_unit (&chart);
  if (bars->n_bars > 0)
    draw_bars (&chart);
  else
    say (&chart, (chart.top + chart.bottom) / 2, patal_words_get (bars->words, "There are no entries"));
  patal_canvas_tag_end (canvas);
}
