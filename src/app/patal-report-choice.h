/* patal-report-choice.h: which report, chart or calendar, of which place and day, in which language, on which paper
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   changed ()  something else is chosen, or typed
 *   entered ()  Enter was pressed in the day */
#pragma once
#include "patal-document.h"
#include "patal-report-order.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_REPORT_CHOICE (patal_report_choice_get_type ())
G_DECLARE_FINAL_TYPE (PatalReportChoice, patal_report_choice, PATAL, REPORT_CHOICE, GtkBox)

/* What is proposed: @section is of the district or the training page, @scope a unit (0: the whole file), @fy the financial year that a calendar shows (0:
 * today's). */
typedef struct
{
  const char *section;
  gint64      scope;
  int         fy;
} PatalReportStart;
void patal_report_choice_fill (PatalReportChoice *choice, PatalDocument *document, const PatalReportStart *start);

/* Proposes the calendar, instead of the list of its days. */
void patal_report_choice_propose_months (PatalReportChoice *choice);

PatalOrderKind patal_report_choice_get_kind (PatalReportChoice *choice);

/* (nullable): NULL where a calendar or a chart is chosen. */
const PatalReport *patal_report_choice_get_report (PatalReportChoice *choice);

/* (nullable) (transfer none): patal_font_missing() of what its pages are written with. */
const char *patal_report_choice_font_missing (PatalReportChoice *choice);

/* The paper is shown, or not: a spreadsheet has its own. */
void patal_report_choice_show_paper (PatalReportChoice *choice, gboolean show);

/* FALSE: the day is wrong, and says so. */
gboolean patal_report_choice_read (PatalReportChoice *choice, PatalReportOrder *out);
void     patal_report_choice_take_focus (PatalReportChoice *choice); /* to what is wrong, else to the first */

G_END_DECLS
