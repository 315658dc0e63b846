/* patal-chart.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-chart.h"

struct _PatalChart
{
  gatomicrefcount refs;
  PatalChartFrame frame;
  GArray         *bars;    /* of PatalBar */
  GStringChunk   *strings; /* all text of the chart */
};

static const char *
keep (PatalChart *chart, const char *text)
{
  return text != NULL ? g_string_chunk_insert (chart->strings, text) : NULL;
}

PatalChart *
patal_chart_new (const PatalChartFrame *frame)
{
  PatalChart *chart;

  g_return_val_if_fail (frame->parts[0] != NULL, NULL);
  g_return_val_if_fail (frame->type == PATAL_COLUMN_INTEGER || frame->type == PATAL_COLUMN_MONEY, NULL);

  chart = g_new0 (PatalChart, 1);
  g_atomic_ref_count_init (&chart->refs);
  chart->bars = g_array_new (FALSE, FALSE, sizeof (PatalBar));
  chart->strings = g_string_chunk_new (1024);
  chart->frame = *frame;
  chart->frame.title = keep (chart, frame->title);
  chart->frame.place = keep (chart, frame->place);
  chart->frame.as_on_line = keep (chart, frame->as_on_line);
  chart->frame.unit_line = keep (chart, frame->unit_line);
  chart->frame.note = keep (chart, frame->note);
  for (guint i = 0; i < PATAL_CHART_MOST_PARTS; i++)
    chart->frame.parts[i] = keep (chart, frame->parts[i]);
  return chart;
}

PatalChart *
patal_chart_ref (PatalChart *chart)
{
  g_atomic_ref_count_inc (&chart->refs);
  return chart;
}

void
patal_chart_unref (PatalChart *chart)
{
  if (chart == NULL || !g_atomic_ref_count_dec (&chart->refs))
    return;
  g_array_unref (chart->bars);
  g_string_chunk_free (chart->strings);
  g_free (chart);
}

void
patal_chart_add (PatalChart *chart, const PatalBar *bar)
{
  PatalBar own = *bar;

  for (guint i = 0; i < PATAL_CHART_MOST_PARTS; i++)
    g_return_if_fail (bar->parts[i] == 0 || (bar->parts[i] > 0 && chart->frame.parts[i] != NULL));

  own.label = keep (chart, bar->label != NULL ? bar->label : "");
  own.behind = keep (chart, bar->behind);
  g_array_append_val (chart->bars, own);
}

const PatalChartFrame *
patal_chart_frame (const PatalChart *chart)
{
  return &chart->frame;
}

guint
patal_chart_n_parts (const PatalChart *chart)
{
  guint n = 0;

  while (n < PATAL_CHART_MOST_PARTS && chart->frame.parts[n] != NULL)
    n++;
  return n;
}

guint
patal_chart_n_bars (const PatalChart *chart)
{
  return chart->bars->len;
}

const PatalBar *
patal_chart_bar (const PatalChart *chart, guint index)
{
  g_return_val_if_fail (index < chart->bars->len, NULL);

  return &g_array_index (chart->bars, PatalBar, index);
}

gint64
patal_bar_value (const PatalBar *bar)
{
  gint64 value = 0;

  for (guint i = 0; i < PATAL_CHART_MOST_PARTS; i++)
    value += bar->parts[i];
  return value;
}

static int
compare_bars_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  gint64 one = patal_bar_value (patal_chart_bar (data, i)), other = patal_bar_value (patal_chart_bar (data, j));

  if (one != other)
    return one > other ? -1 : 1;
  return i < j ? -1 : 1;
}

guint *
patal_chart_rank (const PatalChart *chart)
{
  guint n = chart->bars->len;
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_bars_cb, (gpointer) chart);
  return order;
}

char *
patal_chart_value_text (const PatalChart *chart, gint64 value)
{
  return chart->frame.type == PATAL_COLUMN_MONEY ? patal_money_format (value, chart->frame.money_unit) : patal_number_group (value);
}
