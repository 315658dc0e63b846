/* patal-participant-sql.h: who takes part in trainings and what became of it, for the reports that list them and those that count them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-place-sql.h"
#include "patal-training-query.h"
#include "patal-training-sql.h"

#define PATAL_SQL_ATTENDED_BY_NOW "(" PATAL_SQL_ATTENDED ("n", "b", "c") " AND " PATAL_SQL_BATCH_LAST ("b") " <= ?5)"
#define PATAL_SQL_IS_TO_COME "(b.status <> 'held' OR b.start_day > ?5)"

/* called and participant: a row for each person of each training that is asked about (PATAL_TRAINING_QUERY_ARGS; below is PATAL_SQL_BELOW
 * ("below", "?4")), in whichever of its batches; who was withdrawn and what was cancelled is in none. Within a place are those who hold their post there.
 * @done_day: of somebody trained, the last day of the last module. */
#define PATAL_SQL_PARTICIPANTS \
  "called AS (SELECT t.id AS training, t.line AS line, t.course AS course, n.person AS person, max (n.posting) AS posting, min (k.unit) AS place," \
  "  count (DISTINCT iif (" PATAL_SQL_ATTENDED_BY_NOW ", b.module, NULL)) AS modules," \
  "  max (iif (" PATAL_SQL_ATTENDED_BY_NOW ", " PATAL_SQL_BATCH_LAST ("b") ", NULL)) AS done_day," \
  "  max (n.status = 'nominated' AND " PATAL_SQL_IS_TO_COME ") AS to_come," \
  "  max (n.status = 'nominated' AND NOT " PATAL_SQL_IS_TO_COME ") AS was_held" \
  "  FROM training AS t JOIN course AS c ON c.id = t.course JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id" \
  "  JOIN nomination AS n ON n.batch = b.id WHERE n.status <> 'withdrawn' AND b.status <> 'cancelled' AND " PATAL_SQL_ASKED_TRAINING ("t") \
  "  GROUP BY t.id, n.person)," \
  " participant AS (SELECT called.*, post.id AS post, ifnull (h.unit, called.place) AS unit, post.code AS post_code, post.rank AS rank," \
  "  CASE WHEN post.code = 'SARPANCH' THEN 'sarpanch' WHEN post.kind = 'elected' THEN 'elected' ELSE 'staff' END AS class," \
  "  ifnull (person.social, 'none') AS social, iif (person.gender IN ('male', 'female'), person.gender, 'none') AS gender," \
  "  CASE WHEN modules = (SELECT count (*) FROM course_module WHERE course = called.course) THEN 'trained' WHEN to_come THEN 'nominated'" \
  "   WHEN modules > 0 THEN 'partly' WHEN was_held THEN 'absent' ELSE 'replaced' END AS state" \
  "  FROM called JOIN person ON person.id = called.person LEFT JOIN posting AS h ON h.id = called.posting LEFT JOIN post ON post.id = h.post" \
  "  WHERE ?4 = 0 OR ifnull (h.unit, called.place) IN below)"

/* Whether @p was trained between two days, each given as YYYY-MM-DD. */
#define PATAL_SQL_TRAINED_BETWEEN(p, from, to) "(" p ".state = 'trained' AND " p ".done_day BETWEEN " from " AND " to ")"
