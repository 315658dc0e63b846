/* patal-report-order.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-report-order.h"
#include "patal-chart-pages.h"
#include "patal-month-pages.h"
#include "patal-pdf-report.h"
#include "patal-training-events.h"

#define APRIL 4
#define TABLE_SHARE 0.3 /* of the time, about; the rest lays it out */

/* (transfer full) (nullable) */
static char *
scope_text (const PatalReportOrder *order)
{
  return order->scope != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, order->scope) : NULL;
}

static PatalTable *
build_table (const PatalReportOrder *order, PatalDb *db, GHashTable *filter, const PatalProgress *progress, GError **error)
{
  g_autofree char *scope = scope_text (order);
  PatalReportArgs args = { .as_on = order->as_on, .scope = scope, .filter = filter, .progress = progress };

  return patal_desk_build (order->report, db, &args, order->lang, error);
}

PatalTable *
patal_report_order_table (const PatalReportOrder *order, PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_return_val_if_fail (order->kind == PATAL_ORDER_REPORT, NULL);

  return build_table (order, db, NULL, progress, error);
}

PatalEvents *
patal_report_order_events (const PatalReportOrder *order, PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalWords) words = patal_desk_words (order->lang == PATAL_REPORT_EN ? PATAL_LANG_EN : PATAL_LANG_HI, error);
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *scope = scope_text (order);
  gboolean by_year = order->kind == PATAL_ORDER_MONTHS; /* which asks for no day */
  PatalReportArgs args = { .as_on = by_year ? patal_day_today () : order->as_on, .scope = scope, .filter = filter, .words = words,
                           .progress = progress };

  if (words == NULL)
    return NULL;
  if (by_year)
    g_hash_table_insert (filter, (gpointer) "fy", patal_fy_label (order->fy));
  return patal_training_events (db, &args, error);
}

/* Bars are long, and weeks are wide. */
static PatalSheetSize
sheet_size (const PatalReportOrder *order)
{
  return patal_sheet_size (order->setup.paper, order->setup.turn == PATAL_TURN_AUTO ? PATAL_TURN_LANDSCAPE : order->setup.turn);
}

static PatalPages *
chart_pages (const PatalReportOrder *order, PatalDb *db, gboolean *out_empty, const PatalProgress *progress, GError **error)
{
  g_autofree char *scope = scope_text (order);
  PatalReportArgs args = { .as_on = order->as_on, .scope = scope, .progress = progress };
  PatalLang lang = order->lang == PATAL_REPORT_EN ? PATAL_LANG_EN : PATAL_LANG_HI;
  g_autoptr (PatalChart) chart = patal_desk_build_chart (order->chart, db, &args, lang, error);

  if (chart == NULL)
    return NULL;
  *out_empty = patal_chart_n_bars (chart) == 0;
  return patal_chart_pages (chart, sheet_size (order), error);
}

static PatalPages *
month_pages (const PatalReportOrder *order, PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autofree char *scope = scope_text (order);
  PatalMonthOrder months = { .scope = scope, .year = order->fy, .month = APRIL, .n_months = 12, .batches = TRUE,
                             .one_sheet = order->one_sheet, .lang = order->lang,
                             .size = sheet_size (order) };

  return patal_month_pages (db, &months, progress, error);
}

static PatalPages *
table_pages (const PatalReportOrder *order, PatalDb *db, gboolean *out_empty, const PatalProgress *progress, GError **error)
{
  g_autoptr (GHashTable) filter = g_hash_table_new (g_str_hash, g_str_equal);
  PatalProgressPart part;
  g_autoptr (PatalTable) table = NULL;

  if (order->setup.paper == PATAL_PAPER_A4) /* of a list with more columns than A4 holds in readable letters, the main ones */
    g_hash_table_insert (filter, (gpointer) "columns", (gpointer) "short");
  table = build_table (order, db, filter, patal_progress_part (&part, progress, 0, TABLE_SHARE), error);
  if (table == NULL)
    return NULL;
  *out_empty = patal_table_n_rows (table) == 0;
  return patal_pdf_report_pages (table, &order->setup, patal_progress_part (&part, progress, TABLE_SHARE, 1), error);
}

PatalPages *
patal_report_order_pages (const PatalReportOrder *order, PatalDb *db, gboolean *out_empty, const PatalProgress *progress, GError **error)
{
  gboolean empty = FALSE;

  if (out_empty == NULL)
    out_empty = &empty;
  *out_empty = FALSE;
  switch (order->kind)
    {
    case PATAL_ORDER_CHART:
      return chart_pages (order, db, out_empty, progress, error);
    case PATAL_ORDER_MONTHS:
      return month_pages (order, db, progress, error);
    case PATAL_ORDER_REPORT:
    default:
      return table_pages (order, db, out_empty, progress, error);
    }
}

char *
patal_report_order_stem (const PatalReportOrder *order)
{
  g_autofree char *iso = patal_day_iso (order->as_on);
  g_autofree char *year = patal_fy_label (order->fy);

  switch (order->kind)
    {
    case PATAL_ORDER_CHART:
      return g_strdup_printf ("chart-%s-%s", order->chart->name, iso);
    case PATAL_ORDER_MONTHS:
      return g_strdup_printf (order->one_sheet ? "calendar-wall-%s" : "calendar-%s", year);
    case PATAL_ORDER_REPORT:
    default:
      return g_strdup_printf ("%s-%s", order->report->name, iso);
    }
}
