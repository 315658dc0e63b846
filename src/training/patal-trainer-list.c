/* patal-trainer-list.c: master trainers as rows of a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-trainer.h"

#define TODAY "date ('now', 'localtime')"
#define BEST_POSTING \
  "(SELECT id FROM posting AS p WHERE p.person = trainer.person AND " PATAL_SQL_CURRENT ("p", TODAY) \
  " ORDER BY charge DESC, from_day DESC, id LIMIT 1)"
#define FROM_TRAINERS \
  " FROM trainer JOIN person ON person.id = trainer.person LEFT JOIN posting AS h ON h.id = " BEST_POSTING \
  " LEFT JOIN post ON post.id = h.post LEFT JOIN unit AS u ON u.id = ifnull (trainer.home, h.unit)" PATAL_SQL_JOIN_ABOVE ("u")

/* ?1 within, ?2 active 1, not 0, either -1. */
#define TRAINERS_IN_ORDER(order) \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") \
  " SELECT trainer.id" FROM_TRAINERS "WHERE (?1 = 0 OR u.id IN below) AND (?2 < 0 OR trainer.active = ?2) ORDER BY " order ", trainer.id"
#define BY_NAME_HI "ifnull (person.name_hi, person.name_en)"
#define BY_NAME_EN "ifnull (person.name_en, person.name_hi) COLLATE NOCASE"
#define BY_PLACE(lang) PATAL_SQL_BLOCK ("u", "name_" lang) ", u.level = 'gp', u.name_" lang

GArray *
patal_trainer_ids (PatalDb *db, const PatalTrainerFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_TRAINER_SORT_NAME_HI] = TRAINERS_IN_ORDER (BY_NAME_HI),
    [PATAL_TRAINER_SORT_NAME_EN] = TRAINERS_IN_ORDER (BY_NAME_EN),
    [PATAL_TRAINER_SORT_PLACE_HI] = TRAINERS_IN_ORDER (BY_PLACE ("hi") ", " BY_NAME_HI),
    [PATAL_TRAINER_SORT_PLACE_EN] = TRAINERS_IN_ORDER (BY_PLACE ("en") ", " BY_NAME_EN),
  };

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort], PATAL_ARGS (PATAL_INT (filter->within), PATAL_INT (filter->active)),
                         filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

#define SUBJECTS(lang, other) \
  "(SELECT group_concat (name, ', ') FROM (SELECT ifnull (subject.name_" lang ", subject.name_" other ") AS name FROM trainer_subject AS s" \
  " JOIN subject ON subject.id = s.subject WHERE s.trainer = trainer.id ORDER BY s.id))"
const char patal_trainer_row_sql[] =
  "SELECT person.name_hi, person.name_en, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") ","
  " u.name_hi, u.name_en, " PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") ", person.mobile, "
  SUBJECTS ("hi", "en") ", " SUBJECTS ("en", "hi") ", trainer.active,"
  " (SELECT count (*) FROM batch_trainer AS t JOIN batch ON batch.id = t.batch WHERE t.trainer = trainer.id AND batch.status <> 'cancelled')"
  FROM_TRAINERS "WHERE trainer.id = ?1";
