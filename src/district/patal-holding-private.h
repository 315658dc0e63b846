/* patal-holding-private.h: what the questions about held posts share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-place-sql.h"
#include "patal-posting.h"

G_BEGIN_DECLS

/* What patal_holdings_read() reads, of post @h (a posting, or NULLs where the post is vacant), post "post", unit "u" with
 * PATAL_SQL_JOIN_ABOVE, and PATAL_SQL_JOIN_HOLDER. */
#define PATAL_SQL_HOLDING_COLUMNS \
  "h.id, h.person, post.id, u.id, h.charge, h.from_day, h.to_day, person.name_hi, person.name_en, person.mobile, h.order_no, post.code, " \
  PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") ", u.name_hi, u.name_en," \
  " base.id, base.name_hi, base.name_en, " \
  PATAL_SQL_POST_WORD ("base_post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("base_post.code", "u", "en") " "

/* The holder of h, and for an additional charge where the main one is on @day. */
#define PATAL_SQL_JOIN_HOLDER(day) \
  " LEFT JOIN person ON person.id = h.person" \
  " LEFT JOIN posting AS base_posting ON h.charge = 'additional' AND base_posting.id = (SELECT x.id FROM posting AS x" \
  "  WHERE x.person = h.person AND x.charge = 'main' AND " PATAL_SQL_CURRENT ("x", day) " ORDER BY x.from_day DESC LIMIT 1)" \
  " LEFT JOIN unit AS base ON base.id = base_posting.unit LEFT JOIN post AS base_post ON base_post.id = base_posting.post "

/* (transfer full): the holdings that a question with those columns finds. */
GPtrArray *patal_holdings_read (PatalDb *db, const char *sql, const PatalValue *args, GError **error);

G_END_DECLS
