/* patal-place-sql.h: pieces of SQL about places, days and words that questions share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define PATAL_SQL_TODAY "date ('now', 'localtime')"

/* Whether posting @p is current on @day; @day is an expression that gives YYYY-MM-DD. */
#define PATAL_SQL_CURRENT(p, day) \
  "(ifnull (" p ".from_day, '') <= " day " AND ifnull (" p ".to_day, '9999-12-31') >= " day ")"

/* Whether unit @u is there on @day. */
#define PATAL_SQL_VALID(u, day) \
  "(ifnull (" u ".valid_from, '') <= " day " AND ifnull (" u ".valid_to, '9999-12-31') >= " day ")"

/* The units above @u, up to four: a village has no more. */
#define PATAL_SQL_JOIN_ABOVE(u) \
  " LEFT JOIN unit AS " u "1 ON " u "1.id = " u ".parent LEFT JOIN unit AS " u "2 ON " u "2.id = " u "1.parent" \
  " LEFT JOIN unit AS " u "3 ON " u "3.id = " u "2.parent LEFT JOIN unit AS " u "4 ON " u "4.id = " u "3.parent "

/* What @column says of the block in which @u lies, or which it is. */
#define PATAL_SQL_BLOCK(u, column) \
  "CASE 'block' WHEN " u ".level THEN " u "." column " WHEN " u "1.level THEN " u "1." column \
  " WHEN " u "2.level THEN " u "2." column " END"

#define PATAL_SQL_STATE_CODE(u) \
  "CASE 'state' WHEN " u ".level THEN " u ".lgd_code WHEN " u "1.level THEN " u "1.lgd_code WHEN " u \
  "2.level THEN " u "2.lgd_code WHEN " u "3.level THEN " u "3.lgd_code WHEN " u "4.level THEN " u "4.lgd_code END"

/* The word (@lang: "hi" or "en") for the post with @code in the state of @u: its own, else the plain one,
   else the code. */
#define PATAL_SQL_POST_WORD(code, u, lang) \
  "ifnull ((SELECT " lang " FROM label WHERE key = 'post.' || " code \
  " AND state_code IN ('', " PATAL_SQL_STATE_CODE (u) ") ORDER BY state_code = '' LIMIT 1), " code ")"

/* The unit @root (0: none) and all below it. */
#define PATAL_SQL_BELOW(name, root) \
  name " (id) AS (SELECT " root " WHERE " root " <> 0 UNION ALL" \
  " SELECT unit.id FROM unit JOIN " name " ON unit.parent = " name ".id)"

/* The unit @root (0: none) and all above it. */
#define PATAL_SQL_ABOVE(name, root) \
  name " (id) AS (SELECT " root " WHERE " root " <> 0 UNION ALL" \
  " SELECT unit.parent FROM unit JOIN " name " ON unit.id = " name ".id WHERE unit.parent IS NOT NULL)"
