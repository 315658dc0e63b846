/* patal-vacancy.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-vacancy.h"
#include "patal-ids.h"
#include "patal-holding-private.h"

/* ?1 post, ?2 within, ?3 which (PatalVacancyWhich), ?4 day. Each expected post of each unit, with its current
   postings as h. */
#define EXPECTED_POSTS \
  " FROM unit AS u JOIN post ON post.level = u.level AND post.expected > 0" PATAL_SQL_JOIN_ABOVE ("u") \
  "LEFT JOIN posting AS h ON h.unit = u.id AND h.post = post.id AND " PATAL_SQL_CURRENT ("h", "?4")
#define ASKED_FOR \
  " WHERE " PATAL_SQL_VALID ("u", "?4") " AND (?1 = 0 OR post.id = ?1) AND (?2 = 0 OR u.id IN below)" \
  " AND (?3 <> 1 AND h.id IS NULL OR ?3 <> 0 AND h.charge = 'additional' AND NOT EXISTS (SELECT 1 FROM posting AS x" \
  "  WHERE x.unit = u.id AND x.post = post.id AND x.charge = 'main' AND " PATAL_SQL_CURRENT ("x", "?4") "))"
#define ASK_FOR(filter, iso)                                                                                 \
  PATAL_ARGS (PATAL_INT ((filter)->post), PATAL_INT ((filter)->within), PATAL_INT ((filter)->which),         \
              PATAL_TEXT (iso))

G_STATIC_ASSERT (PATAL_VACANCY_VACANT == 0 && PATAL_VACANCY_COVERED == 1);

/* What is vacant gives one line a post, what is covered one for each who covers it. */
#define IDS_IN_ORDER(order) \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?2") " SELECT u.id, count (*) FILTER (WHERE h.id IS NULL)," \
  " count (DISTINCT CASE WHEN h.id IS NOT NULL THEN post.id END)" EXPECTED_POSTS ASKED_FOR " GROUP BY u.id ORDER BY " order ", u.id"

/* Devanagari's code points are in the order of Hindi dictionaries; what has no Hindi name comes after all that do. */
#define HINDI_FIRST(hi, en) hi " IS NULL, " hi ", " en " COLLATE NOCASE"
#define BY_NAME_HI HINDI_FIRST ("u.name_hi", "u.name_en")
#define BY_NAME_EN "ifnull (u.name_en, u.name_hi) COLLATE NOCASE"
#define BY_BLOCK_HI \
  PATAL_SQL_BLOCK ("u", "id") " IS NOT NULL, " \
  HINDI_FIRST (PATAL_SQL_BLOCK ("u", "name_hi"), PATAL_SQL_BLOCK ("u", "name_en")) ", u.level <> 'block', " BY_NAME_HI
#define BY_BLOCK_EN \
  PATAL_SQL_BLOCK ("u", "id") " IS NOT NULL, ifnull (" PATAL_SQL_BLOCK ("u", "name_en") ", " PATAL_SQL_BLOCK ("u", "name_hi") \
  ") COLLATE NOCASE, u.level <> 'block', " BY_NAME_EN

GArray *
patal_vacancy_ids (PatalDb *db, const PatalVacancyFilter *filter, PatalVacancyPosts *posts, GError **error)
{
  static const char *const questions[] = {
    [PATAL_VACANCY_SORT_BLOCK_HI] = IDS_IN_ORDER (BY_BLOCK_HI),
    [PATAL_VACANCY_SORT_BLOCK_EN] = IDS_IN_ORDER (BY_BLOCK_EN),
    [PATAL_VACANCY_SORT_NAME_HI] = IDS_IN_ORDER (BY_NAME_HI),
    [PATAL_VACANCY_SORT_NAME_EN] = IDS_IN_ORDER (BY_NAME_EN),
  };
  g_autofree char *today = patal_day_iso (patal_day_today ());
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (PatalRows) rows = { 0 };
  PatalVacancyPosts counted = { 0 };

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  rows = patal_db_query (db, questions[filter->sort], ASK_FOR (filter, today));
  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (ids, id);
      counted.vacant += (guint) patal_rows_int (&rows, 1);
      counted.covered += (guint) patal_rows_int (&rows, 2);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  if (filter->descending)
    patal_ids_turn_round (ids);
  if (posts != NULL)
    *posts = counted;
  return g_steal_pointer (&ids);
}

GPtrArray *
patal_vacancies (PatalDb *db, const PatalVacancyFilter *filter, PatalDay day, GError **error)
{
  g_autofree char *iso = patal_day_iso (day);

  return patal_holdings_read (db,
    "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?2") " SELECT " PATAL_SQL_HOLDING_COLUMNS EXPECTED_POSTS PATAL_SQL_JOIN_HOLDER ("?4")
    ASKED_FOR " ORDER BY " BY_BLOCK_HI ", u.id, post.rank, post.code, h.from_day",
    ASK_FOR (filter, iso), error);
}

GArray *
patal_vacancy_counts (PatalDb *db, gint64 within, PatalDay day, GError **error)
{
  g_autofree char *iso = patal_day_iso (day);
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") ","
    " state AS (SELECT u.id AS unit, ifnull (" PATAL_SQL_BLOCK ("u", "id") ", u.id) AS place, post.id AS post, post.rank AS rank,"
    "  max (h.charge) AS best FROM unit AS u JOIN post ON post.level = u.level AND post.expected > 0" PATAL_SQL_JOIN_ABOVE ("u")
    "  LEFT JOIN posting AS h ON h.unit = u.id AND h.post = post.id AND " PATAL_SQL_CURRENT ("h", "?2")
    "  WHERE " PATAL_SQL_VALID ("u", "?2") " AND (?1 = 0 OR u.id IN below) GROUP BY u.id, post.id)"
    " SELECT place, post, count (*), count (*) FILTER (WHERE best = 'main'), count (*) FILTER (WHERE best = 'additional'),"
    " count (*) FILTER (WHERE best IS NULL) FROM state JOIN unit ON unit.id = place"
    " GROUP BY place, post ORDER BY unit.level = 'block', ifnull (unit.name_hi, unit.name_en), place, rank, post",
    PATAL_ARGS (PATAL_INT (within), PATAL_TEXT (iso)));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (PatalVacancyCount));

  while (patal_rows_next (&rows))
    {
      PatalVacancyCount count = {
        patal_rows_int (&rows, 0),        patal_rows_int (&rows, 1),        (guint) patal_rows_int (&rows, 2),
        (guint) patal_rows_int (&rows, 3), (guint) patal_rows_int (&rows, 4), (guint) patal_rows_int (&rows, 5),
      };

      g_array_append_val (counts, count);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&counts) : NULL;
}

/* Whether somebody holds post @post of u today, in one of @charges. */
#define HELD_TODAY(post, charges) \
  "EXISTS (SELECT 1 FROM posting AS p WHERE p.unit = u.id AND p.post = " post ".id AND p.charge IN (" charges ") AND " \
  PATAL_SQL_CURRENT ("p", PATAL_SQL_TODAY) ")"
#define VACANT_POSTS(lang) \
  "(SELECT group_concat (word, ', ') FROM (SELECT " PATAL_SQL_POST_WORD ("post.code", "u", lang) " AS word FROM post" \
  "  WHERE post.level = u.level AND post.expected > 0 AND NOT " HELD_TODAY ("post", "'main', 'additional'") \
  "  ORDER BY post.rank, post.code))"
#define COVERED_POSTS(lang, other) \
  "(SELECT group_concat (line, '; ') FROM (SELECT " PATAL_SQL_POST_WORD ("post.code", "u", lang) " || ': ' ||" \
  "  ifnull (person.name_" lang ", person.name_" other ")" \
  "  || ifnull (' (' || ifnull (base.name_" lang ", base.name_" other ") || ')', '') AS line" \
  "  FROM posting AS h JOIN post ON post.id = h.post" PATAL_SQL_JOIN_HOLDER (PATAL_SQL_TODAY) \
  "  WHERE h.unit = u.id AND h.charge = 'additional' AND post.expected > 0 AND " PATAL_SQL_CURRENT ("h", PATAL_SQL_TODAY) \
  "  AND NOT " HELD_TODAY ("post", "'main'") " ORDER BY post.rank, post.code, h.from_day))"
/* What somebody could be given: the posts without a main charge, those that nobody holds at all first. */
#define POSTS_TO_FILL \
  "(SELECT group_concat (id, ',') FROM (SELECT post.id AS id, " HELD_TODAY ("post", "'additional'") " AS held FROM post" \
  "  WHERE post.level = u.level AND post.expected > 0 AND NOT " HELD_TODAY ("post", "'main'") \
  "  ORDER BY held, post.rank, post.code))"

const char patal_vacancy_row_sql[] =
  "SELECT u.name_hi, u.name_en, u.lgd_code, " PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") ", "
  PATAL_SQL_BLOCK ("u", "id") ", " VACANT_POSTS ("hi") ", " VACANT_POSTS ("en") ", " COVERED_POSTS ("hi", "en") ", "
  COVERED_POSTS ("en", "hi") ", " POSTS_TO_FILL " FROM unit AS u" PATAL_SQL_JOIN_ABOVE ("u") "WHERE u.id = ?1";
