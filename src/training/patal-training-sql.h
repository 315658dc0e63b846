/* patal-training-sql.h: pieces of SQL about batches and who was trained, each rule in one place
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The last day of batch @b by its first one. A day that was moved behind it is later still: PATAL_SQL_BATCH_LAST. */
#define PATAL_SQL_BATCH_END(b) "date (" b ".start_day, '+' || (" b ".days - 1) || ' days')"
#define PATAL_SQL_BATCH_LAST(b) \
  "max (" PATAL_SQL_BATCH_END (b) ", ifnull ((SELECT max (now_day) FROM batch_change WHERE batch = " b ".id AND day_no > 0), ''))"

/* Whether batch @b takes halls, trainers and people on its days: one that is cancelled or waits for a day does not. */
#define PATAL_SQL_BATCH_TAKES(b) "(" b ".start_day IS NOT NULL AND " b ".status IN ('planned', 'published', 'held'))"

/* How many days of batch @b are held. */
#define PATAL_SQL_BATCH_HELD_DAYS(b) \
  "(" b ".days - (SELECT count (*) FROM batch_change AS dropped WHERE dropped.batch = " b ".id AND dropped.day_no > 0 AND dropped.now_day IS NULL" \
  "  AND NOT EXISTS (SELECT 1 FROM batch_change AS later WHERE later.batch = dropped.batch AND later.day_no = dropped.day_no" \
  "   AND later.id > dropped.id)))"

/* Whether nomination @n of batch @b of course @c was present often enough: domain.md 6.4, as patal_marks_trained() has it. */
#define PATAL_SQL_PRESENT(n) "(length (" n ".marks) - length (replace (" n ".marks, 'P', '')))"
#define PATAL_SQL_ATTENDED(n, b, c) \
  "(" n ".status = 'nominated' AND " b ".status = 'held' AND " PATAL_SQL_PRESENT (n) " > 0" \
  " AND 100 * " PATAL_SQL_PRESENT (n) " >= " c ".present_pct * 2 * " PATAL_SQL_BATCH_HELD_DAYS (b) ")"

/* trained (person): whom course @course had trained up to @day in trainings of the financial years @from_fy to @to_fy: attended a batch of
 * each of its modules. @day is an expression that gives YYYY-MM-DD. */
#define PATAL_SQL_TRAINED(course, day, from_fy, to_fy) \
  "trained (person) AS MATERIALIZED (SELECT n.person FROM training AS t JOIN course AS o ON o.id = t.course" \
  " JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id JOIN nomination AS n ON n.batch = b.id" \
  " WHERE t.course = " course " AND t.fy BETWEEN " from_fy " AND " to_fy " AND b.start_day <= " day \
  " AND " PATAL_SQL_ATTENDED ("n", "b", "o") \
  " GROUP BY n.person HAVING count (DISTINCT b.module) = (SELECT count (*) FROM course_module WHERE course = " course "))"

/* Whether @person teaches course @course: is an active trainer who can teach one of its modules, or stands among the trainers of a batch of it. */
#define PATAL_SQL_TEACHES(person, course) \
  "EXISTS (SELECT 1 FROM trainer AS own WHERE own.person = " person " AND own.active AND (EXISTS (SELECT 1 FROM course_module AS taught" \
  "  WHERE taught.course = " course " AND EXISTS (SELECT 1 FROM module_subject WHERE module = taught.id)" \
  "  AND NOT EXISTS (SELECT 1 FROM module_subject AS asked WHERE asked.module = taught.id AND asked.subject NOT IN" \
  "   (SELECT subject FROM trainer_subject WHERE trainer = own.id)))" \
  " OR EXISTS (SELECT 1 FROM batch_trainer JOIN batch ON batch.id = batch_trainer.batch JOIN course_module ON course_module.id = batch.module" \
  "  WHERE batch_trainer.trainer = own.id AND course_module.course = " course ")))"

/* Whether something of cluster @k is cancelled, or it has no venue: then it is not planned any more. */
#define PATAL_SQL_CLUSTER_OUT(k) \
  "(" k ".venue IS NULL OR EXISTS (SELECT 1 FROM batch AS gone WHERE gone.cluster = " k ".id AND gone.status = 'cancelled'))"

/* taken (batch, training, unit, venue, from_day, to_day): the days that batches of trainings other than @training (or of its clusters that
 * are not planned) have between @from and @to, one that was moved by itself and the day on which it was among them. */
#define PATAL_SQL_TAKEN(training, from, to) \
  "taken (batch, training, unit, venue, from_day, to_day) AS (" \
  "SELECT b.id, k.training, k.unit, ifnull (b.venue, k.venue), b.start_day, date (b.start_day, '+' || (b.days - 1) || ' days')" \
  " FROM batch AS b JOIN cluster AS k ON k.id = b.cluster WHERE b.status IN ('planned', 'published', 'held')" \
  " AND b.start_day BETWEEN date (" from ", '-30 days') AND " to " AND (k.training <> " training " OR " PATAL_SQL_CLUSTER_OUT ("k") ")" \
  " UNION ALL SELECT b.id, k.training, k.unit, ifnull (b.venue, k.venue), x.now_day, x.now_day" \
  " FROM batch_change AS x JOIN batch AS b ON b.id = x.batch JOIN cluster AS k ON k.id = b.cluster" \
  " WHERE x.day_no > 0 AND x.now_day BETWEEN " from " AND " to " AND b.status IN ('planned', 'published', 'held')" \
  " AND (k.training <> " training " OR " PATAL_SQL_CLUSTER_OUT ("k") "))"
