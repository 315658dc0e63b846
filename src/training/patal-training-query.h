/* patal-training-query.h: which trainings a report is about, as its filters and its scope say
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters that all reports of trainings understand: training=ID, course=CODE, fy=2026-27 (without a training: that of the day of the report),
 * within=UNIT; those about what was reached also quarter=1 to 4. Internal. */
#pragma once
#include "patal-report.h"

G_BEGIN_DECLS

typedef struct
{
  gint64                 training, course, within; /* 0: any */
  int                    fy;                       /* not asked where a training is named */
  char                  *day;                      /* of the report, as YYYY-MM-DD */
  const PatalReportArgs *args;                     /* borrowed */
} PatalTrainingQuery;
void patal_training_query_clear (PatalTrainingQuery *query);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalTrainingQuery, patal_training_query_clear)

/* NOT_FOUND (PATAL_DB_ERROR): there is no such training, course or place; PATAL_VALUE_ERROR: that is no year. */
gboolean patal_training_query_read (PatalDb *db, const PatalReportArgs *args, PatalTrainingQuery *out, GError **error);

/* (transfer full): @title with the year or the training behind it: "वार्षिक प्रशिक्षण कैलेंडर 2026-27". */
char    *patal_training_query_title (PatalDb *db, const PatalTrainingQuery *query, const char *title, GError **error);

/* The days on which what was reached counts: those of the filter's quarter of the year, quarter=1 (April to June) to 4, else all up to that of the
 * report. PATAL_VALUE_ERROR: it is no quarter. */
gboolean patal_training_query_span (const PatalTrainingQuery *query, PatalSpan *out, GError **error);

/* (transfer full): the filters once more, for the query of a figure: "fy=2026-27&within=17". */
char    *patal_training_query_text (const PatalTrainingQuery *query);

/* The course that @word names (code or id; NULL: the one of the last training, else the first); NOT_FOUND. */
gboolean patal_training_query_course (PatalDb *db, const char *word, gint64 *out_course, GError **error);

/* The filter @key as a number; 0 where it is not given. */
gint64   patal_training_query_number (const PatalReportArgs *args, const char *key);

/* The first six arguments of a question: ?1 training, ?2 course, ?3 financial year, ?4 within, ?5 day, ?6 Hindi. */
#define PATAL_TRAINING_QUERY_ARGS(q) \
  PATAL_INT ((q)->training), PATAL_INT ((q)->course), PATAL_INT ((q)->fy), PATAL_INT ((q)->within), PATAL_TEXT ((q)->day), \
  PATAL_INT (patal_words_lang ((q)->args->words) == PATAL_LANG_HI)

/* Whether training @t and its cluster @k are asked about; below is PATAL_SQL_BELOW ("below", "?4"). */
#define PATAL_SQL_ASKED_TRAINING(t) "(iif (?1 <> 0, " t ".id = ?1, " t ".fy = ?3) AND (?2 = 0 OR " t ".course = ?2))"
#define PATAL_SQL_ASKED(t, k) \
  "(" PATAL_SQL_ASKED_TRAINING (t) " AND (?4 = 0 OR " k ".unit IN below" \
  " OR EXISTS (SELECT 1 FROM cluster_unit WHERE cluster = " k ".id AND unit IN below)))"

/* What @x is called in the document's language, else in the other. */
#define PATAL_SQL_NAME(x) "iif (?6, ifnull (" x ".name_hi, " x ".name_en), ifnull (" x ".name_en, " x ".name_hi))"
/* Training @t of course @c. */
#define PATAL_SQL_TRAINING_NAME(t, c) "ifnull (" PATAL_SQL_NAME (t) ", " PATAL_SQL_NAME (c) ")"
/* Cluster @k, which lies in unit @place. */
#define PATAL_SQL_CLUSTER_NAME(k, place) "ifnull (" PATAL_SQL_NAME (k) ", " PATAL_SQL_NAME (place) " || '-' || " k ".no)"
/* "नाम, नाम": the trainers of batches for which @condition holds, in the order in which they were booked. */
#define PATAL_SQL_TRAINER_NAMES(condition) \
  "(SELECT group_concat (name, ', ') FROM (SELECT " PATAL_SQL_NAME ("tutor") " AS name FROM batch_trainer AS bt JOIN batch AS tb ON tb.id = bt.batch" \
  " JOIN trainer ON trainer.id = bt.trainer JOIN person AS tutor ON tutor.id = trainer.person WHERE " condition \
  " GROUP BY trainer.id ORDER BY min (bt.id)))"

G_END_DECLS
