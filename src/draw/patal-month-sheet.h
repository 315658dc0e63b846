/* patal-month-sheet.h: a month on a sheet, as an office pins it on the wall
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"
#include "patal-day.h"
#include "patal-words.h"

G_BEGIN_DECLS

/* All words in the document's language; every string is copied, NULL for none. */
typedef struct
{
  int         year, month;   /* 2026, 11 */
  const char *title;         /* "नवंबर 2026" */
  const char *place;         /* "जिला जांजगीर-चांपा, छत्तीसगढ़" */
  const char *year_line;     /* "वित्तीय वर्ष 2026-27" */
  const char *count_line;    /* "कार्य दिवस 21, अवकाश 4" */
  const char *weekdays[8];   /* by PatalWeekday: [PATAL_MONDAY] "सोमवार" …; may have lines of their own */
  PatalWeekdays off;         /* the days of the week on which the office is closed */
  const char *off_word;      /* what closed days are, for the legend: "कार्यालय बंद" */
  const char *hard_word, *soft_word; /* what spans are */
  const char *note;          /* below the grid: what a mark means, where the days are from */
  PatalLang   lang;
} PatalMonthFrame;

/* What stands in a day's place. */
typedef struct
{
  const char *text;   /* "गुरु नानक जयंती" */
  const char *kind;   /* (nullable): smaller, below it: "सार्वजनिक अवकाश" */
  gboolean    closed; /* it closes the office */
} PatalDayNote;

/* Days on end, below which a hatched band runs. */
typedef struct
{
  PatalSpan   span;  /* may reach beyond the month */
  const char *text;  /* "धान कटाई" */
  const char *range; /* (nullable): "26.10.2026 से 14.11.2026", where there is room */
  gboolean    hard;  /* hatched more densely */
} PatalMonthSpan;

typedef struct _PatalMonthSheet PatalMonthSheet; /* a value: built by one thread, then only read */

PatalMonthSheet *patal_month_sheet_new      (const PatalMonthFrame *frame);
void             patal_month_sheet_free     (PatalMonthSheet *sheet);
void             patal_month_sheet_add_note (PatalMonthSheet *sheet, PatalDay day, const PatalDayNote *note); /* the most important first */
void             patal_month_sheet_add_span (PatalMonthSheet *sheet, const PatalMonthSpan *span);

/* What a sheet of a year shows of @day instead of notes: its batches ("4, 7"), or where they have no room how many they are ("12 बैच"). */
void             patal_month_sheet_set_batches (PatalMonthSheet *sheet, PatalDay day, const char *numbers, const char *count);
void             patal_month_sheet_get_batches (const PatalMonthSheet *sheet, PatalDay day, const char **numbers, const char **count); /* NULL: none */

const PatalMonthFrame *patal_month_sheet_frame   (const PatalMonthSheet *sheet);
PatalSpan              patal_month_sheet_days    (const PatalMonthSheet *sheet); /* the first and the last of the month */
guint                  patal_month_sheet_n_weeks (const PatalMonthSheet *sheet); /* 4 to 6; they begin on Monday */
gboolean               patal_month_sheet_closed  (const PatalMonthSheet *sheet, PatalDay day);
const GPtrArray       *patal_month_sheet_notes   (const PatalMonthSheet *sheet, PatalDay day); /* of PatalDayNote */
const GPtrArray       *patal_month_sheet_spans   (const PatalMonthSheet *sheet);               /* of PatalMonthSpan, by first day */

/* In @box, black on white, of any shape. What does not fit into its day, even in small letters, stands below the grid: nothing is left out
 * silently. @words are those of the document's language. */
void patal_month_sheet_draw (PatalCanvas *canvas, const PatalBox *box, const PatalMonthSheet *sheet, const PatalWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalMonthSheet, patal_month_sheet_free)
G_END_DECLS
