/* patal-month-sheet.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-month-sheet.h"

#define MOST_DAYS 31

struct _PatalMonthSheet
{
  PatalMonthFrame frame;
  PatalSpan       days;
  GPtrArray      *notes[MOST_DAYS]; /* of PatalDayNote */
  const char     *numbers[MOST_DAYS], *counts[MOST_DAYS]; /* of batches; NULL: none */
  GPtrArray      *spans;            /* of PatalMonthSpan */
  GStringChunk   *strings;          /* all text of the sheet */
};

static const char *
keep (PatalMonthSheet *sheet, const char *text)
{
  return text != NULL ? g_string_chunk_insert (sheet->strings, text) : NULL;
}

PatalMonthSheet *
patal_month_sheet_new (const PatalMonthFrame *frame)
{
  PatalDay first = patal_day_from_ymd (frame->year, frame->month, 1);
  PatalDay next = frame->month < 12 ? patal_day_from_ymd (frame->year, frame->month + 1, 1)
                                    : patal_day_from_ymd (frame->year + 1, 1, 1);
  PatalMonthSheet *sheet;

  g_return_val_if_fail (first != PATAL_DAY_NONE && next != PATAL_DAY_NONE, NULL);

  sheet = g_new0 (PatalMonthSheet, 1);
  sheet->strings = g_string_chunk_new (1024);
  sheet->days = (PatalSpan) { first, next - 1 };
  sheet->spans = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MOST_DAYS; i++)
    sheet->notes[i] = g_ptr_array_new_with_free_func (g_free);
  sheet->frame = *frame;
  sheet->frame.title = keep (sheet, frame->title);
  sheet->frame.place = keep (sheet, frame->place);
  sheet->frame.year_line = keep (sheet, frame->year_line);
  sheet->frame.count_line = keep (sheet, frame->count_line);
  for (guint i = 0; i < G_N_ELEMENTS (frame->weekdays); i++)
    sheet->frame.weekdays[i] = keep (sheet, frame->weekdays[i]);
  sheet->frame.off_word = keep (sheet, frame->off_word);
  sheet->frame.hard_word = keep (sheet, frame->hard_word);
  sheet->frame.soft_word = keep (sheet, frame->soft_word);
  sheet->frame.note = keep (sheet, frame->note);
  return sheet;
}

void
patal_month_sheet_free (PatalMonthSheet *sheet)
{
  if (sheet == NULL)
    return;
  for (guint i = 0; i < MOST_DAYS; i++)
    g_ptr_array_unref (sheet->notes[i]);
  g_ptr_array_unref (sheet->spans);
  g_string_chunk_free (sheet->strings);
  g_free (sheet);
}

static gboolean
has_day (const PatalMonthSheet *sheet, PatalDay day)
{
  return day >= sheet->days.from && day <= sheet->days.to;
}

void
patal_month_sheet_add_note (PatalMonthSheet *sheet, PatalDay day, const PatalDayNote *note)
{
  PatalDayNote *own;

  g_return_if_fail (has_day (sheet, day));

  own = g_new (PatalDayNote, 1);
  *own = (PatalDayNote) { keep (sheet, note->text != NULL ? note->text : ""), keep (sheet, note->kind), note->closed };
  g_ptr_array_add (sheet->notes[day - sheet->days.from], own);
}

static int
compare_spans_cb (gconstpointer a, gconstpointer b)
{
  const PatalMonthSpan *one = *(const PatalMonthSpan *const *) a, *other = *(const PatalMonthSpan *const *) b;

  return one->span.from < other->span.from ? -1 : one->span.from > other->span.from;
}

void
patal_month_sheet_add_span (PatalMonthSheet *sheet, const PatalMonthSpan *span)
{
  PatalMonthSpan *own = g_new (PatalMonthSpan, 1);

  *own = (PatalMonthSpan) { span->span, keep (sheet, span->text != NULL ? span->text : ""), keep (sheet, span->range),
                            span->hard };
  g_ptr_array_add (sheet->spans, own);
  g_ptr_array_sort (sheet->spans, compare_spans_cb);
}

void
patal_month_sheet_set_batches (PatalMonthSheet *sheet, PatalDay day, const char *numbers, const char *count)
{
  g_return_if_fail (has_day (sheet, day));

  sheet->numbers[day - sheet->days.from] = keep (sheet, numbers);
  sheet->counts[day - sheet->days.from] = keep (sheet, count);
}

void
patal_month_sheet_get_batches (const PatalMonthSheet *sheet, PatalDay day, const char **numbers, const char **count)
{
  g_return_if_fail (has_day (sheet, day));

  *numbers = sheet->numbers[day - sheet->days.from];
  *count = sheet->counts[day - sheet->days.from];
}

const PatalMonthFrame *
patal_month_sheet_frame (const PatalMonthSheet *sheet)
{
  return &sheet->frame;
}

PatalSpan
patal_month_sheet_days (const PatalMonthSheet *sheet)
{
  return sheet->days;
}

guint
patal_month_sheet_n_weeks (const PatalMonthSheet *sheet)
{
  return (patal_day_weekday (sheet->days.from) - PATAL_MONDAY + (guint) patal_span_days (sheet->days) + 6) / 7;
}

gboolean
patal_month_sheet_closed (const PatalMonthSheet *sheet, PatalDay day)
{
  const GPtrArray *notes = patal_month_sheet_notes (sheet, day);

  if (sheet->frame.off & PATAL_WEEKDAYS (patal_day_weekday (day)))
    return TRUE;
  for (guint i = 0; i < notes->len; i++)
    if (((const PatalDayNote *) g_ptr_array_index (notes, i))->closed)
      return TRUE;
  return FALSE;
}

const GPtrArray *
patal_month_sheet_notes (const PatalMonthSheet *sheet, PatalDay day)
{
  g_return_val_if_fail (has_day (sheet, day), NULL);

  return sheet->notes[day - sheet->days.from];
}

const GPtrArray *
patal_month_sheet_spans (const PatalMonthSheet *sheet)
{
  return sheet->spans;
}
