/* patal-person-list.c: people as a list: which, in what order, and what a row shows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person.h"
#include "patal-ids.h"
#include "patal-place-sql.h"

/* ?1 post, ?2 within, ?3 which (PatalPersonWhich), ?4 today. A person's main charge comes before an additional one: max (charge)
 * is 'main' where there is one, and SQLite takes the other columns from that row. */
#define PEOPLE_IN_ORDER(order) \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?2") "," \
  " held AS (SELECT person, max (charge) AS best, total (charge = 'additional') AS additional, post, unit FROM posting AS p" \
  "  WHERE " PATAL_SQL_CURRENT ("p", "?4") " AND (?1 = 0 OR post = ?1) AND (?2 = 0 OR unit IN below) GROUP BY person)" \
  " SELECT person.id FROM person LEFT JOIN held ON held.person = person.id" \
  " LEFT JOIN post ON post.id = held.post LEFT JOIN unit AS u ON u.id = held.unit LEFT JOIN unit AS above ON above.id = u.parent" \
  " WHERE (?1 = 0 AND ?2 = 0 OR held.person IS NOT NULL)" \
  " AND CASE ?3 WHEN 1 THEN held.best = 'main' WHEN 2 THEN held.additional > 0 WHEN 3 THEN held.person IS NULL" \
  "  WHEN 4 THEN person.mobile IS NULL ELSE TRUE END" \
  " ORDER BY " order ", person.id"
#define BY_NAME_HI "ifnull (person.name_hi, person.name_en)"
#define BY_NAME_EN "ifnull (person.name_en, person.name_hi) COLLATE NOCASE"
#define BY_POST    "post.rank IS NULL, post.rank, post.code, u.name_hi, " BY_NAME_HI
#define BY_PLACE(lang) "u.id IS NULL, above.name_" lang ", u.name_" lang ", post.rank"

/* By name and whatever is held, posts need not be read. It takes the same arguments, the last one for
   nothing. */
#define ALL_BY_NAME(order) "SELECT id FROM person WHERE (?3 <> 4 OR mobile IS NULL) AND ?4 = ?4 ORDER BY " order ", id"

G_STATIC_ASSERT (PATAL_PERSON_MAIN == 1 && PATAL_PERSON_ADDITIONAL == 2 && PATAL_PERSON_NO_POST == 3
                 && PATAL_PERSON_NO_MOBILE == 4);

GArray *
patal_person_ids (PatalDb *db, const PatalPersonFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_PERSON_SORT_NAME_HI] = PEOPLE_IN_ORDER (BY_NAME_HI),
    [PATAL_PERSON_SORT_NAME_EN] = PEOPLE_IN_ORDER (BY_NAME_EN),
    [PATAL_PERSON_SORT_POST] = PEOPLE_IN_ORDER (BY_POST),
    [PATAL_PERSON_SORT_PLACE_HI] = PEOPLE_IN_ORDER (BY_PLACE ("hi")),
    [PATAL_PERSON_SORT_PLACE_EN] = PEOPLE_IN_ORDER (BY_PLACE ("en")),
  };
  static const char *const by_name[] = {
    [PATAL_PERSON_SORT_NAME_HI] = ALL_BY_NAME (BY_NAME_HI),
    [PATAL_PERSON_SORT_NAME_EN] = ALL_BY_NAME (BY_NAME_EN),
  };
  g_autofree char *today = patal_day_iso (patal_day_today ());
  gboolean plain = filter->post == 0 && filter->within == 0 && filter->sort < G_N_ELEMENTS (by_name)
                   && (filter->which == PATAL_PERSON_ALL || filter->which == PATAL_PERSON_NO_MOBILE);

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, plain ? by_name[filter->sort] : questions[filter->sort],
                         PATAL_ARGS (PATAL_INT (filter->post), PATAL_INT (filter->within),
                                     PATAL_INT (filter->which), PATAL_TEXT (today)),
                         filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

#define BEST_POSTING \
  "(SELECT id FROM posting AS p WHERE p.person = person.id AND " PATAL_SQL_CURRENT ("p", PATAL_SQL_TODAY) \
  " ORDER BY charge DESC, from_day DESC LIMIT 1)"

const char patal_person_row_sql[] =
  "SELECT person.name_hi, person.name_en, person.mobile, post.code, "
  PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") ","
  " u.id, u.name_hi, u.name_en, " PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") ", h.charge,"
  " (SELECT count (*) FROM posting AS p WHERE p.person = person.id AND p.charge = 'additional' AND p.id <> h.id AND "
  PATAL_SQL_CURRENT ("p", PATAL_SQL_TODAY) ")"
  " FROM person LEFT JOIN posting AS h ON h.id = " BEST_POSTING
  " LEFT JOIN post ON post.id = h.post LEFT JOIN unit AS u ON u.id = h.unit" PATAL_SQL_JOIN_ABOVE ("u")
  "WHERE person.id = ?1";

const PatalSearchSource patal_person_search = {
  .table = "person",
  .kind = "person",
  .entry_sql = "SELECT id, ifnull (name_hi || char (10), '') || ifnull (name_en, ''), mobile FROM person"
               " WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
};
