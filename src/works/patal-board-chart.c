/* patal-board-chart.c: the chart "boards": of each block's works that have begun, how many have a board, and a right one
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-record-private.h"
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>

/* ?1 within, ?2 day. The states are those of the report "boards". */
static const char blocks_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") ","
  " stand AS (SELECT u.parent AS block, " PATAL_SQL_BOARD_STATE ("w", "board", "?2") " AS state FROM work AS w JOIN unit AS u ON u.id = w.gp"
  "  LEFT JOIN board ON board.work = w.id WHERE ?1 = 0 OR w.gp IN below)"
  " SELECT block, count (*) FILTER (WHERE state = 'correct'), count (*) FILTER (WHERE state = 'unseen'),"
  " count (*) FILTER (WHERE state = 'wrong'), count (*) FILTER (WHERE state = 'missing')"
  " FROM stand JOIN unit AS b ON b.id = stand.block GROUP BY block ORDER BY ifnull (b.name_hi, b.name_en), block";

static PatalChart *
new_chart (PatalDb *db, const PatalReportArgs *args, gint64 scope, GError **error)
{
  const PatalWords *words = args->words;
  g_autofree char *place = NULL, *as_on_line = NULL;

  if (!patal_frame_head (db, args, scope, &place, &as_on_line, error))
    return NULL;
  return patal_chart_new (&(PatalChartFrame) {
    .title = patal_words_get (words, "Citizen information boards, block by block"),
    .place = place,
    .as_on_line = as_on_line,
    .unit_line = patal_words_get (words, "(number of works that have begun)"),
    .note = patal_words_get (words, "Source: boards and inspections recorded in the district's file."),
    /* Translators: what a bar is made of: boards that are right, not inspected, found wrong; works without one */
    .parts = { patal_words_get (words, "Board is correct"), patal_words_get (words, "Board not inspected"),
               patal_words_get (words, "Board found wrong"), patal_words_get (words, "No board") },
    .type = PATAL_COLUMN_INTEGER,
    .lang = patal_words_lang (words),
  });
}

static PatalChart *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  gint64 scope;
  g_autoptr (PatalChart) chart = NULL;
  g_autofree char *day = patal_day_iso (args->as_on);
  g_auto (PatalRows) rows = { 0 };

  if (!patal_frame_scope (db, args, &scope, error))
    return NULL;
  chart = new_chart (db, args, scope, error);
  if (chart == NULL)
    return NULL;
  rows = patal_db_query (db, blocks_sql, PATAL_ARGS (PATAL_INT (scope), PATAL_TEXT (day)));
  while (patal_rows_next (&rows))
    {
      g_autofree char *name = patal_unit_name (db, patal_rows_int (&rows, 0), patal_words_lang (args->words));
      PatalBar bar = { .label = name };

      for (int i = 0; i < PATAL_CHART_MOST_PARTS; i++)
        bar.parts[i] = patal_rows_int (&rows, i + 1);
      patal_chart_add (chart, &bar);
      if (!patal_progress_step (args->progress, patal_chart_n_bars (chart), 0, error))
        return NULL;
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&chart) : NULL;
}

const PatalChartOffer patal_board_chart = { "boards", N_("Citizen information boards, block by block"), build };
