/* patal-chart-pages.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-chart-pages.h"
#include "patal-bars.h"
#include "patal-desk.h"

typedef struct
{
  PatalChart *chart;
  PatalWords *words;
  PatalBox    box;
} ChartSheet;

static void
chart_sheet_free (gpointer what)
{
  ChartSheet *sheet = what;

  patal_chart_unref (sheet->chart);
  patal_words_unref (sheet->words);
  g_free (sheet);
}

static void
draw_chart (gconstpointer what, PatalCanvas *canvas, G_GNUC_UNUSED guint page)
{
  const ChartSheet *sheet = what;

  patal_bars_draw (canvas, &sheet->box, sheet->chart, sheet->words, &patal_pen_paper);
}

PatalPages *
patal_chart_pages (PatalChart *chart, PatalSheetSize size, GError **error)
{
  const PatalChartFrame *frame = patal_chart_frame (chart);
  const PatalPdfInfo info = { .title = frame->title, .author = frame->place, .subject = frame->as_on_line, .lang = frame->lang,
                              .tagged = TRUE };
  PatalWords *words = patal_desk_words (frame->lang, error);
  ChartSheet *sheet;

  if (words == NULL)
    return NULL;
  sheet = g_new (ChartSheet, 1);
  *sheet = (ChartSheet) { patal_chart_ref (chart), words, patal_sheet_box (&size) };
  return patal_pages_new (size, 1, &info, draw_chart, sheet, chart_sheet_free);
}
