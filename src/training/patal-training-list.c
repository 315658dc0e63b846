/* patal-training-list.c: trainings as rows of a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-training.h"

/* A name in one language only is its own in that one, and none in the other: the course's would be another name. */
#define NAME(lang) \
  "CASE WHEN coalesce (training.name_hi, training.name_en) IS NULL THEN course.name_" lang " ELSE training.name_" lang " END"

/* ?1 within, ?2 financial year. A training of the whole file is one of each of its places. */
#define TRAININGS_IN_ORDER(order) \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") ", " PATAL_SQL_ABOVE ("above", "?1") \
  " SELECT training.id FROM training JOIN course ON course.id = training.course" \
  " WHERE (?1 = 0 OR training.within IS NULL OR training.within IN below OR training.within IN above) AND (?2 = 0 OR training.fy = ?2)" \
  " ORDER BY " order ", training.from_day, training.id"

GArray *
patal_training_ids (PatalDb *db, const PatalTrainingFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_TRAINING_SORT_WINDOW] = TRAININGS_IN_ORDER ("training.from_day, training.to_day"),
    [PATAL_TRAINING_SORT_NAME_HI] = TRAININGS_IN_ORDER ("coalesce (training.name_hi, training.name_en, course.name_hi, course.name_en)"),
    [PATAL_TRAINING_SORT_NAME_EN] = TRAININGS_IN_ORDER ("coalesce (training.name_en, training.name_hi, course.name_en, course.name_hi) COLLATE NOCASE"),
    [PATAL_TRAINING_SORT_FY] = TRAININGS_IN_ORDER ("training.fy"),
  };

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort], PATAL_ARGS (PATAL_INT (filter->within), PATAL_INT (filter->fy)),
                         filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

const char patal_training_row_sql[] =
  "SELECT " NAME ("hi") ", " NAME ("en") ", training.fy, training.from_day, training.to_day, u.name_hi, u.name_en,"
  " count (batch.id), count (batch.start_day), total (batch.status = 'held'),"
  " (SELECT count (DISTINCT n.person) FROM nomination AS n JOIN batch AS b ON b.id = n.batch JOIN cluster AS k ON k.id = b.cluster"
  "   WHERE k.training = training.id AND n.status = 'nominated' AND b.status <> 'cancelled')"
  " FROM training JOIN course ON course.id = training.course LEFT JOIN unit AS u ON u.id = training.within"
  " LEFT JOIN cluster ON cluster.training = training.id LEFT JOIN batch ON batch.cluster = cluster.id AND batch.status <> 'cancelled'"
  " WHERE training.id = ?1 GROUP BY training.id";
