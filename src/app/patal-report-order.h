/* patal-report-order.h: what is to be put on paper or into a file: a report, a chart or a calendar, of which place and day
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain value. What is made of it is made in any thread, on a reading connection. */
#pragma once
#include "patal-desk.h"
#include "patal-event.h"
#include "patal-pages.h"
#include "patal-table-pages.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_ORDER_REPORT,
  PATAL_ORDER_CHART,
  PATAL_ORDER_MONTHS, /* of a financial year, a sheet each, or all on one */
} PatalOrderKind;

typedef struct
{
  PatalOrderKind         kind;
  const PatalReport     *report;
  const PatalChartOffer *chart;
  gboolean               one_sheet; /* of MONTHS: all on one */
  int                    fy;
  gint64                 scope;  /* 0: the whole file */
  PatalDay               as_on;
  PatalReportLang        lang;   /* of a chart BOTH is HI */
  PatalTableSetup        setup;
} PatalReportOrder;

/* (transfer full): only of a report. As patal_desk_build(). */
PatalTable *patal_report_order_table (const PatalReportOrder *order, PatalDb *db, const PatalProgress *progress, GError **error);

/* (transfer full): the batches of a calendar, or of a report's year, as events. As patal_training_events(). */
PatalEvents *patal_report_order_events (const PatalReportOrder *order, PatalDb *db, const PatalProgress *progress, GError **error);

/* (transfer full): @out_empty (nullable): there is nothing to show, and the page says so. */
PatalPages *patal_report_order_pages (const PatalReportOrder *order, PatalDb *db, gboolean *out_empty, const PatalProgress *progress,
                                      GError **error);

/* (transfer full): what a file of it is called, without an ending: "units-2026-11-23", "calendar-2026-27". */
char       *patal_report_order_stem  (const PatalReportOrder *order);

G_END_DECLS
