/* patal-saturation-chart.c: the chart "saturation": of each block's eligible gram panchayats, how many are trained; on a telephone, too
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-number.h"
#include "patal-saturation-private.h"
#include "patal-training-query.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>

gboolean
patal_saturation_query_read (PatalDb *db, const PatalReportArgs *args, PatalSaturationQuery *out, GError **error)
{
  const char *code = patal_frame_filter (args, "course"), *fy = patal_frame_filter (args, "fy");

  *out = (PatalSaturationQuery) { .as_on = args->as_on };
  return patal_frame_scope (db, args, &out->within, error) && (fy == NULL || patal_fy_parse (fy, &out->fy, error))
         && patal_training_query_course (db, code, &out->course, error);
}

char *
patal_saturation_title (PatalDb *db, gint64 course, const char *title, const PatalWords *words, GError **error)
{
  g_auto (PatalCourse) own = { 0 };

  if (!patal_course_load (db, course, &own, error))
    return NULL;
  return patal_label_text (PATAL_LABEL (title, patal_course_name (&own, patal_words_lang (words))), words);
}

/* In per cent, cut off: never 100 before all are trained. */
static guint
share_of (guint trained, guint eligible)
{
  return eligible > 0 ? trained * 100 / eligible : 0;
}

/* (transfer full): "45 / 71 · 63%". */
static char *
share_text (guint trained, guint eligible)
{
  g_autofree char *part = patal_number_group (trained), *whole = patal_number_group (eligible);

  return g_strdup_printf ("%s / %s · %u%%", part, whole, share_of (trained, eligible));
}

char *
patal_saturation_sum_text (const GArray *places, const PatalWords *words)
{
  g_autofree char *share = NULL;
  guint trained = 0, eligible = 0;

  for (guint i = 0; i < places->len; i++)
    {
      trained += g_array_index (places, PatalSaturation, i).trained;
      eligible += g_array_index (places, PatalSaturation, i).eligible;
    }
  share = share_text (trained, eligible);
  /* Translators: the sum of all blocks: "कुल 313 / 420 · 74%" */
  return patal_label_text (PATAL_LABEL (N_("In all {1}"), share), words);
}

static PatalChart *
new_chart (PatalDb *db, const PatalReportArgs *args, const PatalSaturationQuery *query, const GArray *places, GError **error)
{
  const PatalWords *words = args->words;
  g_autofree char *title = patal_saturation_title (db, query->course, N_("Saturation of “{1}”, block by block"), words, error);
  g_autofree char *place = NULL, *as_on_line = NULL, *sum = NULL;

  if (title == NULL || !patal_frame_head (db, args, query->within, &place, &as_on_line, error))
    return NULL;
  sum = patal_saturation_sum_text (places, words);
  return patal_chart_new (&(PatalChartFrame) {
    .title = title,
    .place = place,
    .as_on_line = as_on_line,
    .unit_line = sum,
    .note = patal_words_get (words, "Gram panchayats whose present holders of the posts are all trained, of those eligible, in per cent."),
    .parts = { patal_words_get (words, "Trained") },
    .type = PATAL_COLUMN_INTEGER,
    .full = 100,
    .lang = patal_words_lang (words),
  });
}

static PatalChart *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_autoptr (PatalChart) chart = NULL;
  g_autoptr (GArray) places = NULL;
  PatalSaturationQuery query;

  if (!patal_saturation_query_read (db, args, &query, error))
    return NULL;
  places = patal_saturation (db, &query, error);
  chart = places != NULL ? new_chart (db, args, &query, places, error) : NULL;
  for (guint i = 0; chart != NULL && i < places->len; i++)
    {
      const PatalSaturation *place = &g_array_index (places, PatalSaturation, i);
      g_autofree char *name = patal_unit_name (db, place->place, patal_words_lang (args->words));
      g_autofree char *behind = share_text (place->trained, place->eligible);

      if (place->eligible > 0) /* of a place without any, there is no share */
        patal_chart_add (chart, &(PatalBar) { .label = name, .parts = { share_of (place->trained, place->eligible) }, .behind = behind });
    }
  return g_steal_pointer (&chart);
}

const PatalChartOffer patal_saturation_chart = { "saturation", N_("Saturation, block by block"), build };
