/* patal-vacancy-chart.c: the chart "vacancies": which block lacks the most holders of a post
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-vacancy.h"
#include "patal-frame.h"
#include <glib/gi18n-lib.h>

#define USUAL_POST "PS" /* the secretary: without one a gram panchayat has no accounts and no records */

static gboolean
find_post (PatalDb *db, const PatalReportArgs *args, gint64 *out_post, GError **error)
{
  const char *wanted = patal_frame_filter (args, "post");
  const char *code = wanted != NULL ? wanted : USUAL_POST;
  g_autoptr (GPtrArray) posts = patal_posts (db, error);

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const PatalPost *post = g_ptr_array_index (posts, i);

      if (g_str_equal (post->code, code))
        {
          *out_post = post->id;
          return TRUE;
        }
    }
  if (posts != NULL)
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is no post “%s” in this file"), code);
  return FALSE;
}

static PatalChart *
new_chart (PatalDb *db, const PatalReportArgs *args, gint64 scope, gint64 post, GError **error)
{
  const PatalWords *words = args->words;
  g_autofree char *post_name = patal_post_name (db, post, scope, patal_words_lang (words));
  /* Translators: above a chart; {1} is a post: "पंचायत सचिव" */
  g_autofree char *title = patal_label_text (PATAL_LABEL (N_("{1}: posts without a main charge, block by block"), post_name), words);
  g_autofree char *place = NULL, *as_on_line = NULL;

  if (!patal_frame_head (db, args, scope, &place, &as_on_line, error))
    return NULL;
  return patal_chart_new (&(PatalChartFrame) {
    .title = title,
    .place = place,
    .as_on_line = as_on_line,
    .unit_line = patal_words_get (words, "(number of posts)"),
    .note = patal_words_get (words, "Behind each bar: posts without a main charge / all posts. "
                                    "Source: the postings in the district's file."),
    .parts = { patal_words_get (words, "Vacant"), patal_words_get (words, "Additional charge only") },
    .type = PATAL_COLUMN_INTEGER,
    .lang = patal_words_lang (words),
  });
}

static PatalChart *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  gint64 scope, post;
  g_autoptr (PatalChart) chart = NULL;
  g_autoptr (GArray) counts = NULL;

  if (!patal_frame_scope (db, args, &scope, error) || !find_post (db, args, &post, error))
    return NULL;
  chart = new_chart (db, args, scope, post, error);
  counts = chart != NULL ? patal_vacancy_counts (db, scope, args->as_on, error) : NULL;
  if (counts == NULL)
    return NULL;
  for (guint i = 0; i < counts->len; i++)
    {
      const PatalVacancyCount *count = &g_array_index (counts, PatalVacancyCount, i);
      g_autofree char *place = NULL;

      if (count->post != post)
        continue;
      place = patal_unit_name (db, count->place, patal_words_lang (args->words));
      patal_chart_add (chart, &(PatalBar) { .label = place, .parts = { count->vacant, count->covered }, .whole = count->units });
      if (!patal_progress_step (args->progress, i + 1, counts->len, error))
        return NULL;
    }
  return g_steal_pointer (&chart);
}

const PatalChartOffer patal_vacancy_chart = { "vacancies", N_("Posts without a main charge, block by block"), build };
