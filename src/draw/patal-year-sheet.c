/* patal-year-sheet.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-year-sheet.h"
#include "patal-cut-text.h"
#include "patal-legend.h"

#define TEXT_SHARE 0.0105  /* of the box's shorter side: the size of letters */
#define SMALLEST_SHARE 0.6 /* of that: what letters shrink to */
#define TITLE_SIZE 2.6     /* these are in sizes of letters */
#define PLACE_SIZE 1.5
#define MONTH_SIZE 1.25
#define WEEKDAY_SIZE 0.95
#define NUMBER_SIZE 1.35
#define BATCH_SIZE 1.2
#define BAND_SIZE 0.8      /* the height of a band below days */
#define LEADING 1.3
#define MONTH_SHARE 0.065  /* of the width: the column of months, and that of holidays */
#define MARKS_SHARE 0.185
#define PLACES 37          /* six weeks but for the days that no month reaches */

static const PatalInk paper = { 1, 1, 1, 1 };
static const PatalInk closed_ground = { 0.88, 0.88, 0.88, 1 };
static const PatalInk closed_ink = { 0.65, 0.05, 0.05, 1 };
static const PatalInk head_ground = { 0.82, 0.82, 0.82, 1 };
static const PatalInk line_ink = { 0.35, 0.35, 0.35, 1 };

typedef struct
{
  PatalCanvas *canvas;
  PatalLang    lang;
  double       pt;          /* of letters */
  double       left, right; /* of the grid */
  double       months, marks, column, row; /* widths of the columns; the height of a month */
} Year;

/* Draws @text into @box, from its top, in letters of @size down to the smallest; says whether it stands there whole. Without a canvas it is only tried. */
static gboolean
put (const Year *year, PatalCanvas *canvas, const char *text, PatalBox box, double size, PatalWeight weight, PatalAlign align, const PatalInk *ink)
{
  const PatalTextStyle style = { .weight = weight, .size_pt = year->pt * size, .leading = LEADING, .align = align, .wrap = PATAL_WRAP_WORDS,
                                 .lang = year->lang };
  g_autoptr (PatalParagraph) paragraph = NULL;
  gboolean cut = FALSE;

  if (text == NULL)
    return TRUE;
  paragraph = patal_cut_text (text, &style, box.width, box.height, style.size_pt * SMALLEST_SHARE, &cut);
  if (canvas != NULL)
    patal_canvas_paragraph (canvas, box.x, box.y, paragraph, ink);
  return !cut;
}

static PatalLook
look_of (const Year *year, gboolean hard)
{
  return (PatalLook) { .fill = paper, .line = line_ink, .hatch = hard ? PATAL_HATCH_CROSSED : PATAL_HATCH_RISING,
                       .width = year->pt / 18, .gap = year->pt * (hard ? 0.35 : 0.55) };
}

/* Whether a blackout lies on @day: the hardest. */
static gboolean
find_band (const PatalMonthSheet *sheet, PatalDay day, gboolean *hard)
{
  const GPtrArray *spans = patal_month_sheet_spans (sheet);
  gboolean found = FALSE;

  *hard = FALSE;
  for (guint i = 0; i < spans->len; i++)
    {
      const PatalMonthSpan *span = g_ptr_array_index (spans, i);

      if (span->span.from > day || span->span.to < day)
        continue;
      found = TRUE;
      *hard |= span->hard;
    }
  return found;
}

static void
draw_day (const Year *year, const PatalMonthSheet *sheet, PatalDay day, PatalBox box)
{
  const PatalStroke stroke = { .ink = line_ink, .width = year->pt / 18 };
  gboolean closed = patal_month_sheet_closed (sheet, day), hard;
  double number = year->pt * NUMBER_SIZE * LEADING, band = year->pt * BAND_SIZE, pad = year->pt / 5;
  g_autofree char *text = g_strdup_printf ("%d", (int) (day - patal_month_sheet_days (sheet).from) + 1);
  PatalBox room = { box.x + pad, box.y + number, box.width - 2 * pad, box.height - number - band };
  const char *numbers, *count;

  if (closed)
    patal_canvas_fill_box (year->canvas, &box, &closed_ground);
  if (find_band (sheet, day, &hard))
    {
      const PatalLook look = look_of (year, hard);

      patal_look_draw (year->canvas, &(PatalBox) { box.x, box.y + box.height - band, box.width, band }, &look);
    }
  put (year, year->canvas, text, (PatalBox) { box.x + pad, box.y, box.width - 2 * pad, number * 1.01 }, NUMBER_SIZE,
       closed ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START, closed ? &closed_ink : &PATAL_INK_BLACK);
  patal_month_sheet_get_batches (sheet, day, &numbers, &count);
  if (!put (year, NULL, numbers, room, BATCH_SIZE, PATAL_WEIGHT_BOLD, PATAL_ALIGN_CENTER, NULL))
    numbers = count;
  put (year, year->canvas, numbers, room, BATCH_SIZE, PATAL_WEIGHT_BOLD, PATAL_ALIGN_CENTER, &PATAL_INK_BLACK);
  patal_canvas_stroke_box (year->canvas, &box, &stroke);
}

/* "2 महात्मा गांधी जयंती; 26.10.2026 से 14.11.2026 धान कटाई" (transfer full) */
static char *
marks_text (const PatalMonthSheet *sheet)
{
  GString *text = g_string_new (NULL);
  PatalSpan days = patal_month_sheet_days (sheet);
  const GPtrArray *spans = patal_month_sheet_spans (sheet);

  for (PatalDay day = days.from; day <= days.to; day++)
    {
      const GPtrArray *notes = patal_month_sheet_notes (sheet, day);

      for (guint i = 0; i < notes->len; i++)
        g_string_append_printf (text, "%s%d %s", text->len > 0 ? "; " : "", (int) (day - days.from) + 1,
                                ((const PatalDayNote *) g_ptr_array_index (notes, i))->text);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const PatalMonthSpan *span = g_ptr_array_index (spans, i);

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "; " : "", span->range != NULL ? span->range : "", span->range != NULL ? " " : "",
                              span->text);
    }
  g_string_replace (text, "\n", " / ", 0); /* a day's place is narrow, a row's end is not */
  return g_string_free (text, FALSE);
}

static void
draw_month (const Year *year, const PatalMonthSheet *sheet, double top)
{
  const PatalStroke stroke = { .ink = line_ink, .width = year->pt / 12 };
  PatalSpan days = patal_month_sheet_days (sheet);
  guint first = patal_day_weekday (days.from) - PATAL_MONDAY;
  double pad = year->pt / 3;
  PatalBox month = { year->left, top, year->months, year->row }, marks = { year->right - year->marks, top, year->marks, year->row };
  g_autofree char *text = marks_text (sheet);

  for (PatalDay day = days.from; day <= days.to; day++)
    draw_day (year, sheet, day, (PatalBox) { year->left + year->months + year->column * (first + (guint) (day - days.from)), top, year->column,
                                             year->row });
  put (year, year->canvas, patal_month_sheet_frame (sheet)->title, (PatalBox) { month.x + pad, top + pad, month.width - 2 * pad, year->row - pad },
       MONTH_SIZE, PATAL_WEIGHT_BOLD, PATAL_ALIGN_START, &PATAL_INK_BLACK);
  put (year, year->canvas, text, (PatalBox) { marks.x + pad, top + pad / 2, marks.width - 2 * pad, year->row - pad }, 1, PATAL_WEIGHT_REGULAR,
       PATAL_ALIGN_START, &PATAL_INK_BLACK);
  patal_canvas_stroke_box (year->canvas, &month, &stroke);
  patal_canvas_stroke_box (year->canvas, &marks, &stroke);
  patal_canvas_stroke_box (year->canvas, &(PatalBox) { year->left, top, year->right - year->left, year->row }, &stroke);
}

static double
draw_weekdays (const Year *year, const PatalYearFrame *frame, const PatalMonthFrame *month, double top)
{
  double height = year->pt * LEADING * 2.1, pad = year->pt / 6;

  patal_canvas_fill_box (year->canvas, &(PatalBox) { year->left, top, year->right - year->left, height }, &head_ground);
  for (guint i = 0; i < PLACES; i++)
    put (year, year->canvas, month->weekdays[PATAL_MONDAY + i % 7],
         (PatalBox) { year->left + year->months + year->column * i + pad, top + pad, year->column - 2 * pad, height - pad }, WEEKDAY_SIZE,
         PATAL_WEIGHT_REGULAR, PATAL_ALIGN_CENTER, month->off & PATAL_WEEKDAYS (PATAL_MONDAY + i % 7) ? &closed_ink : &PATAL_INK_BLACK);
  put (year, year->canvas, frame->marks_word, (PatalBox) { year->right - year->marks + pad, top + pad, year->marks - 2 * pad, height - pad }, 1,
       PATAL_WEIGHT_BOLD, PATAL_ALIGN_CENTER, &PATAL_INK_BLACK);
  return height;
}

/* Gives its height; without a canvas it is only measured. */
static double
draw_legend (const Year *year, PatalCanvas *canvas, const PatalMonthFrame *month, double top)
{
  const PatalTextStyle style = { .weight = PATAL_WEIGHT_REGULAR, .size_pt = year->pt, .leading = LEADING, .wrap = PATAL_WRAP_NEVER,
                                 .lang = year->lang };
  const PatalLegendItem items[] = {
    { month->off_word, { .fill = closed_ground, .line = line_ink, .width = year->pt / 18 } },
    { month->hard_word, look_of (year, TRUE) },
    { month->soft_word, look_of (year, FALSE) },
  };

  return patal_legend_draw (canvas, year->left, top, year->right - year->left, items, G_N_ELEMENTS (items), &style, &PATAL_INK_BLACK);
}

void
patal_year_sheet_draw (PatalCanvas *canvas, const PatalBox *box, const PatalYearFrame *frame, const PatalMonthSheet *const *months, guint n_months)
{
  const PatalMonthFrame *month = patal_month_sheet_frame (months[0]);
  Year year = { .canvas = canvas, .lang = month->lang, .pt = MIN (box->width, box->height) * TEXT_SHARE, .left = box->x,
                .right = box->x + box->width };
  double top = box->y, line = year.pt * LEADING, foot, note;

  year.months = box->width * MONTH_SHARE;
  year.marks = box->width * MARKS_SHARE;
  year.column = (box->width - year.months - year.marks) / PLACES;
  patal_canvas_tag_begin (canvas, PATAL_TAG_FIGURE, year.lang, frame->title);
  put (&year, canvas, frame->title, (PatalBox) { box->x, top, box->width, TITLE_SIZE * line * 1.01 }, TITLE_SIZE, PATAL_WEIGHT_BOLD,
       PATAL_ALIGN_CENTER, &PATAL_INK_BLACK);
  top += TITLE_SIZE * line;
  put (&year, canvas, frame->place, (PatalBox) { box->x, top, box->width, PLACE_SIZE * line * 1.01 }, PLACE_SIZE, PATAL_WEIGHT_REGULAR,
       PATAL_ALIGN_CENTER, &PATAL_INK_BLACK);
  top += (PLACE_SIZE + 0.5) * line;
  top += draw_weekdays (&year, frame, month, top);
  note = frame->note != NULL ? line * 1.1 : 0;
  foot = draw_legend (&year, NULL, month, 0) + line / 2 + note;
  year.row = (box->y + box->height - foot - top) / n_months;
  for (guint i = 0; i < n_months; i++)
    draw_month (&year, months[i], top + year.row * i);
  draw_legend (&year, canvas, month, box->y + box->height - foot + line / 2);
  put (&year, canvas, frame->note, (PatalBox) { box->x, box->y + box->height - note, box->width, note }, 1, PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START,
       &PATAL_INK_BLACK);
  patal_canvas_tag_end (canvas);
}
