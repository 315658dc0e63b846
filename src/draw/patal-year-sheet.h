/* patal-year-sheet.h: a year on one sheet, as an office pins it on the wall: a row for each month, weekdays below one another
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-month-sheet.h"

G_BEGIN_DECLS

/* All words in the document's language; borrowed, NULL for none. */
typedef struct
{
  const char *title;     /* "कैलेंडर, वित्तीय वर्ष 2026-27" */
  const char *place;     /* "जिला जांजगीर-चांपा, छत्तीसगढ़" */
  const char *marks_word; /* heads the last column: holidays and blackouts of a month */
  const char *note;      /* below: what the figures in the days are */
} PatalYearFrame;

/* In @box, which had better be A3 on its side, black on white: @n_months sheets of months (at most 12), each a row. A day shows its number and, as far as
 * it has room, the numbers of its batches (patal_month_sheet_set_batches()), else how many they are; holidays and blackouts are named at the row's end. */
void patal_year_sheet_draw (PatalCanvas *canvas, const PatalBox *box, const PatalYearFrame *frame, const PatalMonthSheet *const *months,
                            guint n_months);

G_END_DECLS
