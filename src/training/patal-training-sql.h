/* patal-training-sql.h: pieces of SQL about trainings that questions share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* trained (person): whom course @course had trained up to @day in trainings of the financial years @from_fy to @to_fy: present in as many
 * of the half-days held as the course wants, in each of its modules. @day is an expression that gives YYYY-MM-DD. The only place that
 * knows the rule (domain.md 6.4). */
#define PATAL_SQL_TRAINED(course, day, from_fy, to_fy) \
  "trained (person) AS MATERIALIZED (SELECT n.person FROM training AS t JOIN course AS o ON o.id = t.course" \
  " JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id JOIN nomination AS n ON n.batch = b.id" \
  " WHERE t.course = " course " AND t.fy BETWEEN " from_fy " AND " to_fy " AND b.status = 'held' AND b.start_day <= " day \
  " AND n.status = 'nominated' AND 100 * (length (n.marks) - length (replace (n.marks, 'P', '')))" \
  " >= o.present_pct * 2 * (b.days - (SELECT count (*) FROM batch_change AS x WHERE x.batch = b.id AND x.day_no > 0 AND x.now_day IS NULL))" \
  " GROUP BY n.person HAVING count (DISTINCT b.module) = (SELECT count (*) FROM course_module WHERE course = " course "))"

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
