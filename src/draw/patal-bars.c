/* patal-bars.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-bars.h"
#include "patal-cut-text.h"
#include "patal-label.h"
#include "patal-legend.h"
#include "patal-scale.h"
#include <math.h>

#define TEXT_SHARE 0.030   /* of the box's shorter side: the size of letters */
#define UPRIGHT_MORE 1.25  /* where there is height for it, as on a telephone */
#define SMALLEST_PT 4.0
#define LARGEST_PT 24.0
#define SMALLEST_SHARE 0.5 /* of that size: what letters shrink to before bars are left out */
#define LEADING 1.45
#define PITCH_LEADING 1.5  /* a bar's place is at least as high as its label's line */
#define PITCH_LARGEST 4.0  /* a few bars do not fill the page */
#define BAR_SHARE 0.7     /* of its place */
#define LABEL_SHARE 0.34   /* of the width: the widest that labels may be */
#define NOTE_SHARE 0.8     /* of the size of letters */
#define MARKS 6

const PatalPen patal_pen_paper = { .ground = { 1, 1, 1, 1 }, .ink = { 0, 0, 0, 1 }, .grid = { 0.75, 0.75, 0.75, 1 },
                                   .bar = { 0.13, 0.35, 0.57, 1 } };

/* How the parts of a bar look: one colour in shades that stay apart in grey, each with a hatch of its own. */
static const struct
{
  double     shade; /* of the bar's colour on the ground */
  PatalHatch hatch;
} looks[PATAL_CHART_MOST_PARTS] = {
  { 1, PATAL_HATCH_NONE }, { 0.12, PATAL_HATCH_RISING }, { 0.45, PATAL_HATCH_NONE }, { 0, PATAL_HATCH_DOTS },
};

/* A chart in its box, while it is drawn. */
typedef struct
{
  PatalCanvas      *canvas;
  const PatalChart *chart;
  const PatalWords *words;
  const PatalPen   *pen;
  double            pt;                       /* of letters */
  double            left, right, top, bottom; /* what is still free */
  double            bar_pt, pitch;
  guint             n_shown;
  double            axis_left, axis_right;
  PatalScale        scale;
} Picture;

static PatalTextStyle
style_of (const Picture *picture, double size_pt, PatalAlign align, PatalWrap wrap)
{
  return (PatalTextStyle) { .weight = PATAL_WEIGHT_REGULAR, .size_pt = size_pt, .leading = LEADING, .align = align, .wrap = wrap,
                            .lang = patal_chart_frame (picture->chart)->lang };
}

static double
room (const Picture *picture)
{
  return picture->right - picture->left;
}

/* --- Head and foot --- */

static void
draw_head_line (Picture *picture, const char *text, double size, PatalWeight weight)
{
  PatalTextStyle style = style_of (picture, size, PATAL_ALIGN_CENTER, PATAL_WRAP_BALANCED);
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (text == NULL)
    return;
  style.weight = weight;
  paragraph = patal_cut_text (text, &style, room (picture), 2.1 * size * LEADING, size * SMALLEST_SHARE, NULL);
  patal_canvas_paragraph (picture->canvas, picture->left, picture->top, paragraph, &picture->pen->ink);
  picture->top += patal_paragraph_height (paragraph);
}

/* The day at the left, the unit at the right. */
static void
draw_day_and_unit (Picture *picture)
{
  const PatalChartFrame *frame = patal_chart_frame (picture->chart);
  const char *texts[] = { frame->as_on_line, frame->unit_line };
  double half = room (picture) / 2;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      {
        PatalTextStyle style = style_of (picture, picture->pt, i == 0 ? PATAL_ALIGN_START : PATAL_ALIGN_END, PATAL_WRAP_NEVER);
        g_autoptr (PatalParagraph) paragraph = patal_cut_text (texts[i], &style, half - picture->pt / 2, picture->pt * LEADING * 1.01,
                                                               picture->pt * SMALLEST_SHARE, NULL);

        patal_canvas_paragraph (picture->canvas, i == 0 ? picture->left : picture->left + half + picture->pt / 2, picture->top,
                                paragraph, &picture->pen->ink);
      }
  if (texts[0] != NULL || texts[1] != NULL)
    picture->top += picture->pt * LEADING * 1.2;
}

static void
draw_note (Picture *picture)
{
  const char *note = patal_chart_frame (picture->chart)->note;
  PatalTextStyle style = style_of (picture, picture->pt * NOTE_SHARE, PATAL_ALIGN_START, PATAL_WRAP_WORDS);
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (note == NULL)
    return;
  paragraph = patal_cut_text (note, &style, room (picture), 3.1 * style.size_pt * LEADING, style.size_pt * SMALLEST_SHARE, NULL);
  picture->bottom -= patal_paragraph_height (paragraph);
  patal_canvas_paragraph (picture->canvas, picture->left, picture->bottom, paragraph, &picture->pen->ink);
  picture->bottom -= picture->pt / 2;
}

static void
say (const Picture *picture, double y, double size, const char *text)
{
  PatalTextStyle style = style_of (picture, size, PATAL_ALIGN_CENTER, PATAL_WRAP_NEVER);
  g_autoptr (PatalParagraph) paragraph = patal_cut_text (text, &style, room (picture), size * LEADING * 1.01, size / 2, NULL);

  patal_canvas_paragraph (picture->canvas, picture->left, y, paragraph, &picture->pen->ink);
}

/* --- Parts of bars --- */

static PatalInk
mix (const PatalInk *ink, const PatalInk *ground, double share)
{
  return (PatalInk) { ground->red + (ink->red - ground->red) * share, ground->green + (ink->green - ground->green) * share,
                      ground->blue + (ink->blue - ground->blue) * share, 1 };
}

static PatalLook
look_of (const Picture *picture, guint part)
{
  const PatalPen *pen = picture->pen;

  return (PatalLook) { .fill = mix (&pen->bar, &pen->ground, looks[part].shade), .line = pen->bar, .hatch = looks[part].hatch,
                       .width = picture->pt / 14, .gap = picture->pt / 2.2 };
}

/* A part's own value, where it has room. Upon a hatch it stands on a ground of its own. */
static void
draw_value_within (const Picture *picture, const PatalBox *box, guint part, gint64 value)
{
  double size = picture->bar_pt * 0.9, pad = size / 4;
  PatalTextStyle style = style_of (picture, size, PATAL_ALIGN_CENTER, PATAL_WRAP_NEVER);
  g_autofree char *text = patal_chart_value_text (picture->chart, value);
  double width = patal_text_width (text, &style);
  g_autoptr (PatalParagraph) number = NULL;
  gboolean dark = looks[part].shade > 0.5;

  if (width + 4 * pad > box->width)
    return;
  if (looks[part].hatch != PATAL_HATCH_NONE)
    patal_canvas_fill_box (picture->canvas, &(PatalBox) { box->x + (box->width - width) / 2 - pad, box->y + box->height / 2 - size * 0.6,
                                                          width + 2 * pad, size * 1.2 }, &picture->pen->ground);
  number = patal_paragraph_new (text, &style, box->width);
  patal_canvas_paragraph (picture->canvas, box->x, box->y + (box->height - patal_paragraph_height (number)) / 2, number,
                          dark ? &picture->pen->ground : &picture->pen->ink);
}

static void
draw_legend (Picture *picture)
{
  const PatalTextStyle style = style_of (picture, picture->pt, PATAL_ALIGN_START, PATAL_WRAP_NEVER);
  guint n = patal_chart_n_parts (picture->chart);
  PatalLegendItem items[PATAL_CHART_MOST_PARTS];

  if (n < 2)
    return;
  for (guint i = 0; i < n; i++)
    items[i] = (PatalLegendItem) { patal_chart_frame (picture->chart)->parts[i], look_of (picture, i) };
  picture->top += patal_legend_draw (picture->canvas, picture->left, picture->top, room (picture), items, n, &style, &picture->pen->ink);
  picture->top += picture->pt / 2;
}

/* --- Bars --- */

static char *
behind_text (const PatalChart *chart, const PatalBar *bar)
{
  g_autofree char *value = patal_chart_value_text (chart, patal_bar_value (bar));
  g_autofree char *whole = bar->whole > 0 ? patal_chart_value_text (chart, bar->whole) : NULL;

  if (bar->behind != NULL)
    return g_strdup (bar->behind);
  return whole != NULL ? g_strdup_printf ("%s / %s", value, whole) : g_steal_pointer (&value);
}

/* How far labels and values reach, and so where the axis begins and ends. */
static void
set_axis (Picture *picture)
{
  PatalTextStyle style = style_of (picture, picture->bar_pt, PATAL_ALIGN_START, PATAL_WRAP_NEVER);
  double labels = 0, values = 0;
  gint64 high = patal_chart_frame (picture->chart)->full;

  for (guint i = 0; i < patal_chart_n_bars (picture->chart); i++)
    {
      const PatalBar *bar = patal_chart_bar (picture->chart, i);
      g_autofree char *text = behind_text (picture->chart, bar);

      labels = MAX (labels, patal_text_width (bar->label, &style));
      values = MAX (values, patal_text_width (text, &style));
      high = MAX (high, patal_bar_value (bar));
    }
  picture->axis_left = picture->left + MIN (labels + picture->bar_pt / 2 + 1, room (picture) * LABEL_SHARE);
  picture->axis_right = picture->right - values - picture->bar_pt / 2;
  picture->scale = patal_scale_new (0, high, MARKS);
}

/* Every which mark has its number: as many as have room beside one another. */
static guint
numbered_marks (const Picture *picture, const PatalTextStyle *style)
{
  double between = (picture->axis_right - picture->axis_left) / (picture->scale.n - 1), widest = 0;

  for (guint i = 0; i < picture->scale.n; i++)
    {
      g_autofree char *text = patal_chart_value_text (picture->chart, picture->scale.first + (gint64) i * picture->scale.step);

      widest = MAX (widest, patal_text_width (text, style));
    }
  return (guint) MAX (ceil ((widest + style->size_pt / 2) / between), 1);
}

static void
draw_axis (const Picture *picture, double bottom)
{
  PatalTextStyle style = style_of (picture, picture->bar_pt * 0.9, PATAL_ALIGN_CENTER, PATAL_WRAP_NEVER);
  const PatalStroke stroke = { .ink = picture->pen->grid, .width = picture->pt / 16 };
  guint every = numbered_marks (picture, &style);

  for (guint i = 0; i < picture->scale.n; i++)
    {
      gint64 mark = picture->scale.first + (gint64) i * picture->scale.step;
      double x = patal_scale_place (&picture->scale, mark, picture->axis_left, picture->axis_right);
      g_autofree char *text = patal_chart_value_text (picture->chart, mark);
      double half = patal_text_width (text, &style) / 2;

      patal_canvas_rule (picture->canvas, x, picture->top, x, bottom, &stroke);
      if (i % every == 0 && x - half >= picture->left && x + half <= picture->right)
        {
          g_autoptr (PatalParagraph) number = patal_paragraph_new (text, &style, 2 * half + 1);

          patal_canvas_paragraph (picture->canvas, x - half - 0.5, bottom, number, &picture->pen->ink);
        }
    }
}

static void
draw_label (const Picture *picture, const PatalBar *bar, double y)
{
  PatalTextStyle style = style_of (picture, picture->bar_pt, PATAL_ALIGN_END, PATAL_WRAP_WORDS);
  g_autoptr (PatalParagraph) label = patal_cut_text (bar->label, &style, picture->axis_left - picture->left - style.size_pt / 2,
                                                     MAX (picture->pitch, style.size_pt * LEADING * 1.01), style.size_pt * 0.7, NULL);

  patal_canvas_paragraph (picture->canvas, picture->left, y + (picture->pitch - patal_paragraph_height (label)) / 2, label,
                          &picture->pen->ink);
}

static void
draw_bar (const Picture *picture, const PatalBar *bar, double y)
{
  PatalTextStyle style = style_of (picture, picture->bar_pt, PATAL_ALIGN_START, PATAL_WRAP_NEVER);
  g_autofree char *text = behind_text (picture->chart, bar);
  double width = patal_text_width (text, &style), gap = picture->bar_pt / 3;
  g_autoptr (PatalParagraph) value = patal_paragraph_new (text, &style, width + 1);
  double height = picture->pitch * BAR_SHARE, x = picture->axis_left;
  gint64 so_far = 0;

  draw_label (picture, bar, y);
  for (guint i = 0; i < patal_chart_n_parts (picture->chart); i++)
    if (bar->parts[i] > 0)
      {
        PatalBox box = { x, y + (picture->pitch - height) / 2, 0, height };
        const PatalLook look = look_of (picture, i);

        so_far += bar->parts[i];
        x = patal_scale_place (&picture->scale, so_far, picture->axis_left, picture->axis_right);
        box.width = x - box.x;
        patal_look_draw (picture->canvas, &box, &look);
        if (bar->parts[i] != patal_bar_value (bar)) /* else the same value stands behind it */
          draw_value_within (picture, &box, i, bar->parts[i]);
      }
  /* no line of the axis goes through the value */
  patal_canvas_fill_box (picture->canvas, &(PatalBox) { x + gap / 2, y + picture->pitch / 2 - picture->bar_pt * 0.6, width + gap,
                                                        picture->bar_pt * 1.2 }, &picture->pen->ground);
  patal_canvas_paragraph (picture->canvas, x + gap, y + (picture->pitch - patal_paragraph_height (value)) / 2, value,
                          &picture->pen->ink);
}

/* How many bars are shown, and how large. */
static void
divide (Picture *picture)
{
  guint n = patal_chart_n_bars (picture->chart), lines;
  double smallest = MAX (picture->pt * SMALLEST_SHARE, MIN (SMALLEST_PT, picture->pt));
  double free = picture->bottom - picture->top - picture->pt * LEADING; /* less the numbers of the axis */

  picture->bar_pt = CLAMP (free / (n * PITCH_LEADING), smallest, picture->pt);
  lines = (guint) MAX (floor (free / (picture->bar_pt * PITCH_LEADING) + 0.01), 1);
  picture->n_shown = MIN (n, lines);
  if (picture->n_shown < n && picture->n_shown > 1)
    {
      picture->n_shown--;
      free -= picture->bar_pt * PITCH_LEADING; /* the line that says so */
    }
  picture->pitch = MIN (free / picture->n_shown, picture->bar_pt * PITCH_LARGEST);
}

static void
draw_bars (Picture *picture)
{
  g_autofree guint *order = patal_chart_rank (picture->chart);
  guint n = patal_chart_n_bars (picture->chart);
  double bottom;

  divide (picture);
  set_axis (picture);
  bottom = picture->top + picture->pitch * picture->n_shown;
  draw_axis (picture, bottom);
  for (guint i = 0; i < picture->n_shown; i++)
    draw_bar (picture, patal_chart_bar (picture->chart, order[i]), picture->top + picture->pitch * i);
  if (picture->n_shown < n)
    {
      guint more = n - picture->n_shown;
      g_autofree char *text = patal_label_text (PATAL_LABEL_N ("One more is not shown for want of room",
                                                               "{n} more are not shown for want of room", more), picture->words);

      say (picture, picture->bottom - picture->bar_pt * LEADING, picture->bar_pt, text);
    }
}

void
patal_bars_draw (PatalCanvas *canvas, const PatalBox *box, const PatalChart *chart, const PatalWords *words, const PatalPen *pen)
{
  const PatalChartFrame *frame = patal_chart_frame (chart);
  Picture picture = { .canvas = canvas, .chart = chart, .words = words, .pen = pen, .left = box->x, .right = box->x + box->width,
                      .top = box->y, .bottom = box->y + box->height };

  picture.pt = CLAMP (MIN (box->width, box->height) * TEXT_SHARE * CLAMP (box->height / MAX (box->width, 1), 1, UPRIGHT_MORE),
                      SMALLEST_PT, LARGEST_PT);
  patal_canvas_tag_begin (canvas, PATAL_TAG_FIGURE, frame->lang, frame->title);
  draw_head_line (&picture, frame->title, picture.pt * 1.5, PATAL_WEIGHT_BOLD);
  draw_head_line (&picture, frame->place, picture.pt * 1.1, PATAL_WEIGHT_REGULAR);
  draw_day_and_unit (&picture);
  draw_note (&picture);
  draw_legend (&picture);
  if (patal_chart_n_bars (chart) > 0)
    draw_bars (&picture);
  else
    say (&picture, (picture.top + picture.bottom) / 2, picture.pt, patal_words_get (words, "There are no entries"));
  patal_canvas_tag_end (canvas);
}
