/* patal-vacancy-report.c: the report "vacancies": block by block, and the posts behind each figure
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-vacancy.h"
#include "patal-frame.h"
#include "patal-pack.h"
#include "patal-place-sql.h"
#include <glib/gi18n-lib.h>

enum { S_SERIAL, S_PLACE, S_POST, S_UNITS, S_MAIN, S_COVERED, S_VACANT, S_SHARE, S_N_COLUMNS };
enum { L_SERIAL, L_BLOCK, L_PLACE, L_CODE, L_POST, L_STATE, L_NAME, L_MOBILE, L_MAIN_PLACE, L_N_COLUMNS };

/* What a figure of the summary adds up: the same report, as a list. */
static void
set_figure (PatalTable *table, guint row, guint column, guint n, const char *which, const char *code,
            gint64 place)
{
  g_autofree char *opens = g_strdup_printf ("vacancies?which=%s&post=%s&within=%" G_GINT64_FORMAT, which, code, place);

  patal_table_set_number (table, row, column, n);
  patal_table_set_opens (table, row, column, opens);
}

static PatalTable *
build_summary (PatalDb *db, const PatalReportArgs *args, gint64 scope, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[S_N_COLUMNS] = {
    [S_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [S_PLACE] = { "place", patal_words_get (words, "Block / office"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [S_POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [S_UNITS] = { "units", patal_words_get (words, "Places with this post"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_MAIN] = { "main", patal_words_get (words, "Held as main charge"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_COVERED] = { "covered", patal_words_get (words, "Additional charge only"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_VACANT] = { "vacant", patal_words_get (words, "Vacant"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_SHARE] = { "share", patal_words_get (words, "Vacant %"), PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, S_N_COLUMNS);
  g_autoptr (GArray) counts = patal_vacancy_counts (db, scope, args->as_on, error);
  PatalLang lang = patal_words_lang (words);

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const PatalVacancyCount *count = &g_array_index (counts, PatalVacancyCount, i);
      g_autofree char *place = patal_unit_name (db, count->place, lang),
                      *name = patal_post_name (db, count->post, count->place, lang);
      g_auto (PatalPost) post = { 0 };
      guint row;

      if (i == 0 || count->place != g_array_index (counts, PatalVacancyCount, i - 1).place)
        patal_table_begin_group (table, place);
      row = patal_table_add_row (table, count->place);
      if (!patal_post_load (db, count->post, &post, error))
        return NULL;
      patal_table_set_text (table, row, S_PLACE, place);
      patal_table_set_text (table, row, S_POST, name);
      set_figure (table, row, S_UNITS, count->units, "all", post.code, count->place);
      set_figure (table, row, S_MAIN, count->main, "main", post.code, count->place);
      set_figure (table, row, S_COVERED, count->covered, "covered", post.code, count->place);
      set_figure (table, row, S_VACANT, count->vacant, "vacant", post.code, count->place);
      patal_table_set_number (table, row, S_SHARE,
                              (count->vacant * 2000 + count->units) / (2 * count->units));
    }
  if (counts == NULL || !patal_frame_apply (db, table, args, scope, patal_words_get (words, "Vacant posts, block by block"),
      patal_words_get (words, "A place that only an additional charge covers is not counted as vacant."), error))
    return NULL;
  return g_steal_pointer (&table);
}

/* ?1 within, ?2 day, ?3 code of a post or NULL, ?4 Hindi, ?5 which. One row to each expected post of each unit, so that the rows of a list are
 * what the summary counts. */
#define IN_LANGUAGE(u) "iif (?4, ifnull (" u ".name_hi, " u ".name_en), ifnull (" u ".name_en, " u ".name_hi))"
static const char list_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1")
  " SELECT u.id, iif (?4, ifnull (" PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") "),"
  "  ifnull (" PATAL_SQL_BLOCK ("u", "name_en") ", " PATAL_SQL_BLOCK ("u", "name_hi") ")) AS block, " IN_LANGUAGE ("u") " AS place, u.lgd_code,"
  " iif (?4, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") "),"
  " ifnull (max (h.charge), 'vacant') AS best, group_concat (" IN_LANGUAGE ("person") ", ', '), group_concat (person.mobile, ', '),"
  " group_concat ((SELECT " IN_LANGUAGE ("base") " FROM posting AS x JOIN unit AS base ON base.id = x.unit"
  "  WHERE h.charge = 'additional' AND x.person = h.person AND x.charge = 'main' AND " PATAL_SQL_CURRENT ("x", "?2") " LIMIT 1), ', ')," PATAL_SQL_BLOCK ("u", "id") " AS block_id"
  " FROM unit AS u JOIN post ON post.level = u.level AND post.expected > 0" PATAL_SQL_JOIN_ABOVE ("u")
  "LEFT JOIN posting AS h ON h.unit = u.id AND h.post = post.id AND " PATAL_SQL_CURRENT ("h", "?2")
  " LEFT JOIN person ON person.id = h.person"
  " WHERE " PATAL_SQL_VALID ("u", "?2") " AND (?1 = 0 OR u.id IN below) AND (?3 IS NULL OR post.code = ?3)"
  " GROUP BY u.id, post.id HAVING ?5 = 'all' OR best = ?5 ORDER BY block, block_id, u.level <> 'block', place, u.id, post.rank, post.code";

static PatalTable *
new_list (const PatalWords *words)
{
  const PatalColumn columns[L_N_COLUMNS] = {
    [L_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [L_BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_PLACE] = { "place", patal_words_get (words, "Gram panchayat / office"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_CODE] = { "code", patal_words_get (words, "LGD code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [L_POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_STATE] = { "state", patal_words_get (words, "State of the post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_NAME] = { "name", patal_words_get (words, "Held by"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_MOBILE] = { "mobile", patal_words_get (words, "Mobile"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [L_MAIN_PLACE] = { "main_place", patal_words_get (words, "Main place"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, L_N_COLUMNS);
}

static const char *
state_word (const PatalWords *words, const char *best)
{
  if (g_str_equal (best, "main"))
    return patal_words_get (words, "Main charge");
  return g_str_equal (best, "additional") ? patal_words_get (words, "Additional charge") : patal_words_get (words, "Vacant");
}

static PatalTable *
build_list (PatalDb *db, const PatalReportArgs *args, gint64 scope, const char *which, GError **error)
{
  static const int texts[][2] = { { L_BLOCK, 1 }, { L_PLACE, 2 },  { L_CODE, 3 },      { L_POST, 4 },
                                  { L_NAME, 6 },  { L_MOBILE, 7 }, { L_MAIN_PLACE, 8 } };
  g_autoptr (PatalTable) table = new_list (args->words);
  g_autofree char *day = patal_day_iso (args->as_on);
  g_auto (PatalRows) rows = patal_db_query (db, list_sql,
    PATAL_ARGS (PATAL_INT (scope), PATAL_TEXT (day), PATAL_TEXT (patal_frame_filter (args, "post")),
                PATAL_INT (patal_words_lang (args->words) == PATAL_LANG_HI),
                PATAL_TEXT (g_str_equal (which, "covered") ? "additional" : which)));
  gint64 block = 0; /* the offices of the district lie in none, and come first */

  while (patal_rows_next (&rows))
    {
      gint64 own_block = patal_rows_int (&rows, 9);
      guint row;

      if (own_block != block)
        patal_table_begin_group (table, patal_rows_text (&rows, 1));
      block = own_block;
      row = patal_table_add_row (table, patal_rows_int (&rows, 0));
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        patal_table_set_text (table, row, (guint) texts[i][0], patal_rows_text (&rows, texts[i][1]));
      patal_table_set_text (table, row, L_STATE, state_word (args->words, patal_rows_text (&rows, 5)));
      if (!patal_progress_step (args->progress, row, 0, error))
        return NULL;
    }
  if (!patal_rows_finish (&rows, error)
      || !patal_frame_apply (db, table, args, scope, g_str_equal (which, "vacant") ? patal_words_get (args->words, "Vacant posts")
                             : patal_words_get (args->words, "Posts and who holds them"), NULL, error))
    return NULL;
  return g_steal_pointer (&table);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const char *which = patal_frame_filter (args, "which");
  gint64 scope;

  if (!patal_frame_scope (db, args, &scope, error))
    return NULL;
  if (which == NULL)
    which = patal_frame_filter (args, "post") != NULL ? "vacant" : NULL;
  return which != NULL ? build_list (db, args, scope, which, error) : build_summary (db, args, scope, error);
}

const PatalReport patal_vacancy_report = { "vacancies", N_("Vacant posts"), build };
