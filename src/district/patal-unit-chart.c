/* patal-unit-chart.c: the charts "units" and "gaps": how many gram panchayats a block has, and what is missing of them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit.h"
#include "patal-frame.h"
#include "patal-pack.h"
#include "patal-place-sql.h"
#include <glib/gi18n-lib.h>

/* ?1 within, ?2 day. Missing is what patal_unit_ids() lists as missing. */
static const char blocks_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1")
  " SELECT b.id, count (*), sum (u.lgd_code IS NULL), sum (u.name_hi IS NULL), sum (u.lat IS NULL)"
  " FROM unit AS u JOIN unit AS b ON b.id = u.parent"
  " WHERE u.level = 'gp' AND " PATAL_SQL_VALID ("u", "?2") " AND (?1 = 0 OR u.id IN below)"
  " GROUP BY b.id ORDER BY ifnull (b.name_hi, b.name_en), b.id";
enum { S_BLOCK, S_COUNT, S_NO_CODE, S_NO_NAME_HI, S_NO_PLACE };

typedef struct
{
  const char *title, *unit_line, *note; /* message ids; {1} is the tier: "Gram Panchayat" */
  const char *parts[PATAL_CHART_MOST_PARTS];
  int         columns[PATAL_CHART_MOST_PARTS]; /* of blocks_sql */
} Plan;

static PatalChart *
new_chart (PatalDb *db, const PatalReportArgs *args, gint64 scope, const Plan *plan, GError **error)
{
  const PatalWords *words = args->words;
  g_autofree char *tier = patal_pack_word (db, scope, "tier.gp", patal_words_lang (words), NULL);
  g_autofree char *title = patal_label_text (&(PatalLabel) { .msgid = plan->title, .args = { tier } }, words);
  g_autofree char *place = NULL, *as_on_line = NULL;
  PatalChartFrame frame = { .title = title, .unit_line = patal_words_get (words, plan->unit_line),
                            .note = patal_words_get (words, plan->note), .type = PATAL_COLUMN_INTEGER,
                            .lang = patal_words_lang (words) };

  if (!patal_frame_head (db, args, scope, &place, &as_on_line, error))
    return NULL;
  frame.place = place;
  frame.as_on_line = as_on_line;
  for (guint i = 0; i < PATAL_CHART_MOST_PARTS && plan->parts[i] != NULL; i++)
    frame.parts[i] = patal_words_get (words, plan->parts[i]);
  return patal_chart_new (&frame);
}

static PatalChart *
build (PatalDb *db, const PatalReportArgs *args, const Plan *plan, GError **error)
{
  gint64 scope;
  g_autoptr (PatalChart) chart = NULL;
  g_autofree char *day = patal_day_iso (args->as_on);
  g_auto (PatalRows) rows = { 0 };

  if (!patal_frame_scope (db, args, &scope, error))
    return NULL;
  chart = new_chart (db, args, scope, plan, error);
  if (chart == NULL)
    return NULL;
  rows = patal_db_query (db, blocks_sql, PATAL_ARGS (PATAL_INT (scope), PATAL_TEXT (day)));
  while (patal_rows_next (&rows))
    {
      g_autofree char *name = patal_unit_name (db, patal_rows_int (&rows, S_BLOCK), patal_words_lang (args->words));
      PatalBar bar = { .label = name };

      for (guint i = 0; i < patal_chart_n_parts (chart); i++)
        bar.parts[i] = patal_rows_int (&rows, plan->columns[i]);
      patal_chart_add (chart, &bar);
      if (!patal_progress_step (args->progress, patal_chart_n_bars (chart), 0, error))
        return NULL;
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&chart) : NULL;
}

static PatalChart *
build_count (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  static const Plan plan = { N_("{1}: how many each block has"), N_("(number)"), N_("Source: the directory in the district's file."),
                             { N_("Gram panchayats") }, { S_COUNT } };

  return build (db, args, &plan, error);
}

static PatalChart *
build_gaps (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  static const Plan plan = { N_("{1}: what is missing in the directory, block by block"), N_("(missing entries)"),
                             N_("A gram panchayat that lacks two entries counts twice. Source: the directory in the district's file."),
                             { N_("LGD code"), N_("Hindi name"), N_("Coordinates") }, { S_NO_CODE, S_NO_NAME_HI, S_NO_PLACE } };

  return build (db, args, &plan, error);
}

const PatalChartOffer patal_unit_count_chart = { "units", N_("Gram panchayats, block by block"), build_count };
const PatalChartOffer patal_unit_gaps_chart = { "gaps", N_("What is missing in the directory, block by block"), build_gaps };
