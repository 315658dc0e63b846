/* patal-month-page.c: a month, drawn
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cut-text.h"
#include "patal-label.h"
#include "patal-legend.h"
#include "patal-month-sheet.h"
#include <string.h>

#define TEXT_SHARE 0.0190  /* of the box's shorter side: the size of letters */
#define SMALLEST_PT 4.0
#define LARGEST_PT 20.0
#define TITLE_SIZE 2.8     /* these are in sizes of letters */
#define PLACE_SIZE 1.4
#define LINE_SIZE 1.1
#define WEEKDAY_SIZE 1.2
#define NUMBER_SIZE 2.0
#define NUMBER_ROOM 1.3     /* of that: the height that it takes */
#define NUMBER_WIDTH 1.55   /* likewise, of two digits with air around them */
#define KIND_SIZE 0.85
#define BAND_SIZE 1.7      /* the height of a band below days */
#define SMALLEST_SHARE 0.72 /* of the size of letters: what a crowded day's shrink to */
#define STEP_SHARE 0.07
#define LEADING 1.45
#define TIGHT 1.3          /* the leading within a day */
#define MOST_LANES 3       /* of bands below one another */
#define MOST_SPANS 64

static const PatalInk paper = { 1, 1, 1, 1 };
static const PatalInk closed_ground = { 0.9, 0.9, 0.9, 1 };
static const PatalInk closed_ink = { 0.65, 0.05, 0.05, 1 };
static const PatalInk head_ground = { 0.82, 0.82, 0.82, 1 };
static const PatalInk line_ink = { 0.3, 0.3, 0.3, 1 };

typedef struct
{
  PatalCanvas           *canvas;
  const PatalMonthSheet *sheet;
  const PatalMonthFrame *frame;
  const PatalWords      *words;
  double                 pt;                       /* of letters */
  double                 left, right, top, bottom; /* what is still free; at last, of the weeks */
  double                 column, row;              /* the size of a day */
  guint                  most_lanes;               /* that have room in a week */
  guint                  lanes[MOST_SPANS];        /* of each span of the sheet; most_lanes or more: it has none */
} Page;

static PatalTextStyle
style_of (const Page *page, double size, PatalWeight weight, PatalAlign align, PatalWrap wrap)
{
  return (PatalTextStyle) { .weight = weight, .size_pt = page->pt * size, .leading = LEADING, .align = align, .wrap = wrap,
                            .lang = page->frame->lang };
}

/* --- Which day stands where --- */

static guint
place_of (const Page *page, PatalDay day)
{
  PatalDay first = patal_month_sheet_days (page->sheet).from;

  return patal_day_weekday (first) - PATAL_MONDAY + (guint) (day - first);
}

static PatalBox
box_of (const Page *page, guint place)
{
  return (PatalBox) { page->left + page->column * (place % 7), page->top + page->row * (place / 7), page->column, page->row };
}

/* What of @span lies in week @week of the month. */
static gboolean
run_of (const Page *page, PatalSpan span, guint week, guint *first_place, guint *last_place)
{
  PatalSpan days = patal_month_sheet_days (page->sheet);
  PatalDay from = MAX (span.from, days.from), to = MIN (span.to, days.to);

  if (from > to || place_of (page, from) / 7 > week || place_of (page, to) / 7 < week)
    return FALSE;
  *first_place = MAX (place_of (page, from), week * 7);
  *last_place = MIN (place_of (page, to), week * 7 + 6);
  return TRUE;
}

static const PatalMonthSpan *
span_at (const Page *page, guint i)
{
  return g_ptr_array_index (patal_month_sheet_spans (page->sheet), i);
}

static guint
n_spans (const Page *page)
{
  return MIN (patal_month_sheet_spans (page->sheet)->len, MOST_SPANS);
}

/* Each span gets the highest lane that is free as long as it lasts; they are in the order of their first days. */
static void
give_lanes (Page *page)
{
  PatalDay taken_until[MOST_LANES] = { 0 };

  for (guint i = 0; i < n_spans (page); i++)
    {
      PatalSpan span = span_at (page, i)->span;
      guint lane = 0;

      while (lane < page->most_lanes && taken_until[lane] >= span.from)
        lane++;
      page->lanes[i] = lane;
      if (lane < page->most_lanes)
        taken_until[lane] = span.to;
    }
}

static double
bands_height (const Page *page, guint week)
{
  guint n = 0, first, last;

  for (guint i = 0; i < n_spans (page); i++)
    if (page->lanes[i] < page->most_lanes && run_of (page, span_at (page, i)->span, week, &first, &last))
      n = MAX (n, page->lanes[i] + 1);
  return n * page->pt * BAND_SIZE;
}

/* --- A day --- */

/* One note from @y on; without a canvas it is only measured. Gives its height. */
static double
draw_note (const Page *page, PatalCanvas *canvas, const PatalBox *box, double y, const PatalDayNote *note, double size)
{
  double pad = page->pt * 0.3, height;
  PatalTextStyle style = style_of (page, size, note->closed ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START,
                                   PATAL_WRAP_WORDS);
  g_autoptr (PatalParagraph) text = NULL;
  g_autoptr (PatalParagraph) kind = NULL;

  style.leading = TIGHT;
  text = patal_paragraph_new (note->text, &style, box->width - 2 * pad);
  height = patal_paragraph_height (text);
  if (note->kind != NULL)
    {
      style.weight = PATAL_WEIGHT_REGULAR;
      style.size_pt *= KIND_SIZE;
      kind = patal_paragraph_new (note->kind, &style, box->width - 2 * pad);
      height += patal_paragraph_height (kind);
    }
  if (canvas != NULL)
    {
      patal_canvas_paragraph (canvas, box->x + pad, y, text, &PATAL_INK_BLACK);
      if (kind != NULL)
        patal_canvas_paragraph (canvas, box->x + pad, y + patal_paragraph_height (text), kind, &line_ink);
    }
  return height + page->pt * 0.15;
}

static double
notes_height (const Page *page, const PatalBox *box, const GPtrArray *notes, guint n, double size)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height += draw_note (page, NULL, box, 0, g_ptr_array_index (notes, i), size);
  return height;
}

static double
number_height (const Page *page)
{
  return page->pt * NUMBER_SIZE * NUMBER_ROOM;
}

/* Where the notes of a day may stand: below its number, or beside it. */
static PatalBox
room_of (const Page *page, guint place, gboolean beside)
{
  PatalBox box = box_of (page, place);
  double number = beside ? page->pt * 0.2 : number_height (page), left = beside ? page->pt * NUMBER_SIZE * NUMBER_WIDTH : 0;

  return (PatalBox) { box.x + left, box.y + number, box.width - left, MAX (box.height - number - bands_height (page, place / 7), 0) };
}

/* How the notes of a day stand. */
typedef struct
{
  PatalBox box;
  double   size;
  guint    n;    /* of them; where not all do, a line is left to say so */
} Fit;

static Fit
fit_into (const Page *page, PatalBox box, const GPtrArray *notes)
{
  Fit fit = { box, 1, notes->len };

  for (; fit.size > SMALLEST_SHARE; fit.size -= STEP_SHARE)
    if (notes_height (page, &box, notes, fit.n, fit.size) <= box.height)
      return fit;
  fit.size = SMALLEST_SHARE;
  while (fit.n > 0
         && notes_height (page, &box, notes, fit.n, fit.size) > box.height - (fit.n < notes->len ? page->pt * fit.size * TIGHT : 0))
    fit.n--;
  return fit;
}

/* Below the number, unless more of them, or larger ones, stand beside it. */
static Fit
fit_notes (const Page *page, PatalDay day)
{
  const GPtrArray *notes = patal_month_sheet_notes (page->sheet, day);
  Fit below = fit_into (page, room_of (page, place_of (page, day), FALSE), notes);
  Fit beside = fit_into (page, room_of (page, place_of (page, day), TRUE), notes);

  return beside.n > below.n || (beside.n == below.n && beside.size > below.size) ? beside : below;
}

static void
draw_notes (const Page *page, PatalDay day)
{
  const GPtrArray *notes = patal_month_sheet_notes (page->sheet, day);
  Fit fit = fit_notes (page, day);
  double y = fit.box.y;

  for (guint i = 0; i < fit.n; i++)
    y += draw_note (page, page->canvas, &fit.box, y, g_ptr_array_index (notes, i), fit.size);
  if (fit.n < notes->len)
    {
      PatalTextStyle style = style_of (page, fit.size, PATAL_WEIGHT_REGULAR, PATAL_ALIGN_END, PATAL_WRAP_NEVER);
      g_autofree char *more = g_strdup_printf ("%u", notes->len - fit.n);
      /* Translators: in a day's place on a calendar: so many holidays more, which stand below the calendar. */
      g_autofree char *text = patal_label_text (PATAL_LABEL ("+{1}, see below", more), page->words);
      g_autoptr (PatalParagraph) paragraph = NULL;

      style.leading = TIGHT;
      paragraph = patal_cut_text (text, &style, fit.box.width - page->pt * 0.6, page->pt * fit.size * TIGHT * 1.01, page->pt / 2, NULL);
      patal_canvas_paragraph (page->canvas, fit.box.x + page->pt * 0.3, fit.box.y + fit.box.height - patal_paragraph_height (paragraph),
                              paragraph, &PATAL_INK_BLACK);
    }
}

static void
draw_day (const Page *page, PatalDay day)
{
  PatalBox box = box_of (page, place_of (page, day));
  gboolean closed = patal_month_sheet_closed (page->sheet, day);
  PatalTextStyle style = style_of (page, NUMBER_SIZE, PATAL_WEIGHT_BOLD, PATAL_ALIGN_START, PATAL_WRAP_NEVER);
  g_autofree char *text = NULL;
  g_autoptr (PatalParagraph) number = NULL;
  int mday;

  patal_day_to_ymd (day, NULL, NULL, &mday);
  text = g_strdup_printf ("%d", mday);
  style.leading = NUMBER_ROOM;
  number = patal_paragraph_new (text, &style, box.width);
  if (closed)
    patal_canvas_fill_box (page->canvas, &box, &closed_ground);
  patal_canvas_paragraph (page->canvas, box.x + page->pt * 0.4, box.y + page->pt * 0.1, number, closed ? &closed_ink : &PATAL_INK_BLACK);
  draw_notes (page, day);
}

/* --- Bands --- */

static PatalLook
look_of (const Page *page, gboolean hard)
{
  return (PatalLook) { .fill = paper, .line = line_ink, .hatch = hard ? PATAL_HATCH_CROSSED : PATAL_HATCH_RISING,
                       .width = page->pt / 18, .gap = page->pt * (hard ? 0.35 : 0.55) };
}

static PatalTextStyle
band_style (const Page *page, const PatalMonthSpan *span)
{
  return style_of (page, 1, span->hard ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START, PATAL_WRAP_NEVER);
}

static double
band_room (const Page *page, guint first, guint last)
{
  return page->column * (last - first + 1) - page->pt * 2.4;
}

static void
draw_band (const Page *page, guint i, guint week)
{
  const PatalMonthSpan *span = span_at (page, i);
  PatalTextStyle style = band_style (page, span);
  double height = page->pt * BAND_SIZE;
  const PatalLook look = look_of (page, span->hard);
  g_autoptr (PatalParagraph) text = NULL;
  g_autofree char *shown = NULL;
  guint first, last;
  PatalBox box;

  if (page->lanes[i] >= page->most_lanes || !run_of (page, span->span, week, &first, &last))
    return;
  box = box_of (page, first);
  box.width = page->column * (last - first + 1);
  box.y += box.height - bands_height (page, week) + height * page->lanes[i];
  box = (PatalBox) { box.x + page->pt * 0.3, box.y + page->pt * 0.05, box.width - page->pt * 0.6, height - page->pt * 0.2 };
  patal_look_draw (page->canvas, &box, &look);
  shown = span->range != NULL ? g_strdup_printf ("%s (%s)", span->text, span->range) : NULL;
  if (shown == NULL || patal_text_width (shown, &style) > band_room (page, first, last))
    {
      g_free (shown); /* the days can be counted */
      shown = g_strdup (span->text);
    }
  text = patal_cut_text (shown, &style, band_room (page, first, last), page->pt * LEADING * 1.01, page->pt * SMALLEST_SHARE, NULL);
  box = (PatalBox) { box.x + page->pt * 0.6, box.y + look.width, patal_paragraph_width (text) + page->pt * 0.6,
                     box.height - 2 * look.width };
  patal_canvas_fill_box (page->canvas, &box, &paper);
  patal_canvas_tag_begin (page->canvas, PATAL_TAG_PARAGRAPH, page->frame->lang, NULL);
  patal_canvas_paragraph (page->canvas, box.x + page->pt * 0.3, box.y + (box.height - patal_paragraph_height (text)) / 2, text,
                          &PATAL_INK_BLACK);
  patal_canvas_tag_end (page->canvas);
}

/* --- What does not fit --- */

static gboolean
band_fits (const Page *page, guint i)
{
  const PatalMonthSpan *span = span_at (page, i);
  PatalTextStyle style = band_style (page, span);
  double widest = 0;
  guint first, last;

  for (guint week = 0; week < patal_month_sheet_n_weeks (page->sheet); week++)
    if (run_of (page, span->span, week, &first, &last))
      widest = MAX (widest, band_room (page, first, last));
  style.size_pt *= SMALLEST_SHARE;
  return page->lanes[i] < page->most_lanes && patal_text_width (span->text, &style) <= widest;
}

/* "24: गुरु तेग बहादुर शहीदी दिवस (ऐच्छिक अवकाश), …"; @days NULL: of the same days as what stands before. */
static void
append_left_out (GString *list, const char *days, const char *text, const char *kind)
{
  if (days == NULL)
    g_string_append (list, ", ");
  else
    g_string_append_printf (list, "%s%s: ", list->len > 0 ? "; " : "", days);
  for (const char *at = text; *at != '\0'; at++) /* what has lines of its own stands in one here */
    if (*at == '\n')
      g_string_append (list, " / ");
    else
      g_string_append_c (list, *at);
  if (kind != NULL)
    g_string_append_printf (list, " (%s)", kind);
}

static void
append_notes (const Page *page, PatalDay day, GString *list)
{
  const GPtrArray *notes = patal_month_sheet_notes (page->sheet, day);
  g_autofree char *number = g_strdup_printf ("%d", day - patal_month_sheet_days (page->sheet).from + 1);
  guint n = fit_notes (page, day).n;

  for (guint i = n; i < notes->len; i++)
    {
      const PatalDayNote *note = g_ptr_array_index (notes, i);

      append_left_out (list, i == n ? number : NULL, note->text, note->kind);
    }
}

/* (transfer full): what stands in no day and in no band, or "". */
static char *
left_out (const Page *page)
{
  g_autoptr (GString) list = g_string_new (NULL);
  PatalSpan days = patal_month_sheet_days (page->sheet);

  for (PatalDay day = days.from; day <= days.to; day++)
    append_notes (page, day, list);
  for (guint i = 0; i < patal_month_sheet_spans (page->sheet)->len; i++)
    if (i >= MOST_SPANS || !band_fits (page, i))
      {
        const PatalMonthSpan *span = span_at (page, i);
        g_autofree char *range = g_strdup_printf ("%d–%d", MAX (span->span.from, days.from) - days.from + 1,
                                                  MIN (span->span.to, days.to) - days.from + 1);

        append_left_out (list, range, span->text, span->hard ? page->frame->hard_word : page->frame->soft_word);
      }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* --- Head and foot --- */

/* Text over the whole width from @y on; without a canvas it is only measured. Gives its height. */
static double
draw_text (const Page *page, PatalCanvas *canvas, double y, const char *text, const PatalTextStyle *style, PatalTag tag)
{
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  paragraph = patal_paragraph_new (text, style, page->right - page->left);
  if (canvas != NULL)
    {
      patal_canvas_tag_begin (canvas, tag, page->frame->lang, NULL);
      patal_canvas_paragraph (canvas, page->left, y, paragraph, &PATAL_INK_BLACK);
      patal_canvas_tag_end (canvas);
    }
  return patal_paragraph_height (paragraph);
}

static void
draw_head (Page *page)
{
  PatalTextStyle style = style_of (page, TITLE_SIZE, PATAL_WEIGHT_BOLD, PATAL_ALIGN_CENTER, PATAL_WRAP_BALANCED);
  double year, count, both;

  page->top += draw_text (page, page->canvas, page->top, page->frame->title, &style, PATAL_TAG_TITLE);
  style = style_of (page, PLACE_SIZE, PATAL_WEIGHT_REGULAR, PATAL_ALIGN_CENTER, PATAL_WRAP_BALANCED);
  page->top += draw_text (page, page->canvas, page->top, page->frame->place, &style, PATAL_TAG_PARAGRAPH);
  style = style_of (page, LINE_SIZE, PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START, PATAL_WRAP_WORDS);
  both = (page->frame->year_line != NULL ? patal_text_width (page->frame->year_line, &style) : 0)
         + (page->frame->count_line != NULL ? patal_text_width (page->frame->count_line, &style) : 0);
  year = draw_text (page, page->canvas, page->top, page->frame->year_line, &style, PATAL_TAG_PARAGRAPH);
  if (both + 2 * page->pt > page->right - page->left) /* one below the other */
    {
      page->top += year;
      year = 0;
    }
  style.align = PATAL_ALIGN_END;
  count = draw_text (page, page->canvas, page->top, page->frame->count_line, &style, PATAL_TAG_PARAGRAPH);
  page->top += MAX (year, count) + page->pt * 0.3;
}

/* Likewise; it may take a third of what is below the head, and is cut where even that is too little. */
static double
draw_left_out (const Page *page, PatalCanvas *canvas, double y, const char *text)
{
  PatalTextStyle style = style_of (page, 1, PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START, PATAL_WRAP_WORDS);
  g_autoptr (PatalParagraph) paragraph = NULL;

  if (*text == '\0')
    return 0;
  paragraph = patal_cut_text (text, &style, page->right - page->left, (page->bottom - page->top) / 3, page->pt * SMALLEST_SHARE, NULL);
  if (canvas != NULL)
    {
      patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, page->frame->lang, NULL);
      patal_canvas_paragraph (canvas, page->left, y, paragraph, &PATAL_INK_BLACK);
      patal_canvas_tag_end (canvas);
    }
  return patal_paragraph_height (paragraph);
}

/* Below the weeks: the legend, what was left out of them, the note. Without a canvas it is only measured. Gives its height. */
static double
draw_foot (const Page *page, PatalCanvas *canvas, double y, const char *left_out_text)
{
  PatalTextStyle style = style_of (page, 1, PATAL_WEIGHT_REGULAR, PATAL_ALIGN_START, PATAL_WRAP_WORDS);
  PatalLegendItem items[3];
  double from = y;
  guint n = 0;

  if (page->frame->off_word != NULL)
    items[n++] = (PatalLegendItem) { page->frame->off_word, { .fill = closed_ground, .line = line_ink, .width = page->pt / 18 } };
  for (guint hard = 0; hard < 2; hard++)
    for (guint i = 0; i < n_spans (page); i++)
      if (span_at (page, i)->hard == (hard == 1))
        {
          const char *word = hard == 1 ? page->frame->hard_word : page->frame->soft_word;

          items[n++] = (PatalLegendItem) { word != NULL ? word : "", look_of (page, hard == 1) };
          break;
        }
  y += page->pt * 0.5;
  if (canvas != NULL)
    patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, page->frame->lang, NULL);
  y += patal_legend_draw (canvas, page->left, y, page->right - page->left, items, n, &style, &PATAL_INK_BLACK);
  if (canvas != NULL)
    patal_canvas_tag_end (canvas);
  y += draw_left_out (page, canvas, y, left_out_text);
  y += draw_text (page, canvas, y, page->frame->note, &style, PATAL_TAG_PARAGRAPH);
  return y - from;
}

/* --- The weeks --- */

static const char *
weekday_of (const Page *page, guint day)
{
  return page->frame->weekdays[day] != NULL ? page->frame->weekdays[day] : "";
}

static double
weekdays_height (const Page *page)
{
  guint n_lines = 1;

  for (guint day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    n_lines = MAX (n_lines, strchr (weekday_of (page, day), '\n') != NULL ? 2 : 1);
  return page->pt * WEEKDAY_SIZE * LEADING * (n_lines + 0.2);
}

/* All in one size: that of the longest. */
static PatalTextStyle
weekday_style (const Page *page)
{
  PatalTextStyle style = style_of (page, WEEKDAY_SIZE, PATAL_WEIGHT_BOLD, PATAL_ALIGN_CENTER, PATAL_WRAP_NEVER);
  double widest = 0, room = page->column - page->pt * 0.5;

  for (guint day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    {
      g_auto (GStrv) lines = g_strsplit (weekday_of (page, day), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        widest = MAX (widest, patal_text_width (lines[i], &style));
    }
  if (widest > room)
    style.size_pt = MAX (style.size_pt * room / widest, page->pt * SMALLEST_SHARE);
  return style;
}

static void
draw_weekdays (const Page *page, double y)
{
  PatalTextStyle style = weekday_style (page);
  double height = weekdays_height (page);

  patal_canvas_fill_box (page->canvas, &(PatalBox) { page->left, y, page->column * 7, height }, &head_ground);
  patal_canvas_tag_begin (page->canvas, PATAL_TAG_ROW, page->frame->lang, NULL);
  for (guint day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    {
      g_autoptr (PatalParagraph) name = patal_cut_text (weekday_of (page, day), &style, page->column - page->pt * 0.4, height,
                                                        page->pt * SMALLEST_SHARE * 0.7, NULL);
      gboolean off = (page->frame->off & PATAL_WEEKDAYS (day)) != 0;

      patal_canvas_tag_begin (page->canvas, PATAL_TAG_HEAD_CELL, page->frame->lang, NULL);
      patal_canvas_paragraph (page->canvas, page->left + page->column * (day - PATAL_MONDAY) + page->pt * 0.2,
                              y + (height - patal_paragraph_height (name)) / 2, name, off ? &closed_ink : &PATAL_INK_BLACK);
      patal_canvas_tag_end (page->canvas);
    }
  patal_canvas_tag_end (page->canvas);
}

static void
draw_weeks (const Page *page)
{
  PatalSpan days = patal_month_sheet_days (page->sheet);
  guint skipped = place_of (page, days.from), n_places = patal_month_sheet_n_weeks (page->sheet) * 7;

  for (guint place = 0; place < n_places; place++)
    {
      PatalDay day = days.from + (gint) place - (gint) skipped;

      if (place % 7 == 0)
        patal_canvas_tag_begin (page->canvas, PATAL_TAG_ROW, page->frame->lang, NULL);
      patal_canvas_tag_begin (page->canvas, PATAL_TAG_CELL, page->frame->lang, NULL);
      if (place >= skipped && day <= days.to)
        draw_day (page, day);
      patal_canvas_tag_end (page->canvas);
      if (place % 7 == 6)
        patal_canvas_tag_end (page->canvas);
    }
}

static void
draw_grid (const Page *page, double top)
{
  const PatalStroke stroke = { .ink = line_ink, .width = page->pt / 14 };
  guint n_weeks = patal_month_sheet_n_weeks (page->sheet);
  double bottom = page->top + page->row * n_weeks, right = page->left + page->column * 7;

  for (guint i = 1; i < 7; i++)
    patal_canvas_rule (page->canvas, page->left + page->column * i, top, page->left + page->column * i, bottom, &stroke);
  for (guint i = 0; i < n_weeks; i++)
    patal_canvas_rule (page->canvas, page->left, page->top + page->row * i, right, page->top + page->row * i, &stroke);
  patal_canvas_stroke_box (page->canvas, &(PatalBox) { page->left, top, right - page->left, bottom - top }, &stroke);
}

/* How large days are depends on how high the foot is, which lists what does not fit into the days: a few times round. (transfer full):
 * what the foot lists. */
static char *
divide (Page *page)
{
  guint n_weeks = patal_month_sheet_n_weeks (page->sheet);
  double top = page->top, bottom = page->bottom;
  char *list = g_strdup ("");

  page->column = (page->right - page->left) / 7;
  page->top = top + weekdays_height (page);
  for (guint round = 0; round < 10; round++)
    {
      double foot = draw_foot (page, NULL, 0, list);
      char *now;

      page->row = MAX (bottom - foot - page->top, 0) / n_weeks;
      page->most_lanes = MIN (page->most_lanes, (guint) MAX ((page->row - number_height (page)) / (page->pt * BAND_SIZE), 0));
      give_lanes (page);
      now = left_out (page);
      if (g_str_equal (now, list))
        {
          g_free (now);
          break;
        }
      g_free (list);
      list = now;
    }
  page->row = MAX (bottom - draw_foot (page, NULL, 0, list) - page->top, 0) / n_weeks;
  return list;
}

void
patal_month_sheet_draw (PatalCanvas *canvas, const PatalBox *box, const PatalMonthSheet *sheet, const PatalWords *words)
{
  Page page = { .canvas = canvas, .sheet = sheet, .frame = patal_month_sheet_frame (sheet), .words = words, .left = box->x,
                .right = box->x + box->width, .top = box->y, .bottom = box->y + box->height };
  g_autofree char *list = NULL;

  page.pt = CLAMP (MIN (box->width, box->height) * TEXT_SHARE, SMALLEST_PT, LARGEST_PT);
  page.most_lanes = MOST_LANES;
  draw_head (&page);
  list = divide (&page);
  patal_canvas_tag_begin (canvas, PATAL_TAG_TABLE, page.frame->lang, NULL);
  draw_weekdays (&page, page.top - weekdays_height (&page));
  draw_weeks (&page);
  patal_canvas_tag_end (canvas);
  draw_grid (&page, page.top - weekdays_height (&page));
  for (guint week = 0; week < patal_month_sheet_n_weeks (sheet); week++)
    for (guint i = 0; i < n_spans (&page); i++)
      draw_band (&page, i, week);
  draw_foot (&page, canvas, page.bottom - draw_foot (&page, NULL, 0, list), list);
}
