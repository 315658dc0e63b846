/* patal-holding.c: posts as they are held
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holding-private.h"

void
patal_holding_free (PatalHolding *holding)
{
  if (holding == NULL)
    return;
  g_free (holding->person_hi);
  g_free (holding->person_en);
  g_free (holding->mobile);
  g_free (holding->order_no);
  g_free (holding->post_code);
  g_free (holding->post_hi);
  g_free (holding->post_en);
  g_free (holding->unit_hi);
  g_free (holding->unit_en);
  g_free (holding->main_unit_hi);
  g_free (holding->main_unit_en);
  g_free (holding->main_post_hi);
  g_free (holding->main_post_en);
  g_free (holding);
}

/* PATAL_SQL_HOLDING_COLUMNS. */
static PatalHolding *
take_holding (PatalRows *rows)
{
  PatalHolding *holding = g_new0 (PatalHolding, 1);

  holding->posting = patal_rows_int (rows, 0);
  holding->person = patal_rows_int (rows, 1);
  holding->post = patal_rows_int (rows, 2);
  holding->unit = patal_rows_int (rows, 3);
  holding->charge = g_strcmp0 (patal_rows_text (rows, 4), "additional") == 0 ? PATAL_CHARGE_ADDITIONAL : PATAL_CHARGE_MAIN;
  holding->from = patal_day_from_iso (patal_rows_text (rows, 5));
  holding->to = patal_day_from_iso (patal_rows_text (rows, 6));
  holding->person_hi = g_strdup (patal_rows_text (rows, 7));
  holding->person_en = g_strdup (patal_rows_text (rows, 8));
  holding->mobile = g_strdup (patal_rows_text (rows, 9));
  holding->order_no = g_strdup (patal_rows_text (rows, 10));
  holding->post_code = g_strdup (patal_rows_text (rows, 11));
  holding->post_hi = g_strdup (patal_rows_text (rows, 12));
  holding->post_en = g_strdup (patal_rows_text (rows, 13));
  holding->unit_hi = g_strdup (patal_rows_text (rows, 14));
  holding->unit_en = g_strdup (patal_rows_text (rows, 15));
  holding->main_unit = patal_rows_int (rows, 16);
  holding->main_unit_hi = g_strdup (patal_rows_text (rows, 17));
  holding->main_unit_en = g_strdup (patal_rows_text (rows, 18));
  holding->main_post_hi = g_strdup (patal_rows_text (rows, 19));
  holding->main_post_en = g_strdup (patal_rows_text (rows, 20));
  return holding;
}

GPtrArray *
patal_holdings_read (PatalDb *db, const char *sql, const PatalValue *args, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, sql, args);
  g_autoptr (GPtrArray) holdings = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_holding_free);

  while (patal_rows_next (&rows))
    g_ptr_array_add (holdings, take_holding (&rows));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&holdings) : NULL;
}

GPtrArray *
patal_holdings_in (PatalDb *db, gint64 unit, PatalDay day, GError **error)
{
  g_autofree char *iso = patal_day_iso (day);

  return patal_holdings_read (db,
    "SELECT " PATAL_SQL_HOLDING_COLUMNS "FROM unit AS u" PATAL_SQL_JOIN_ABOVE ("u") "JOIN post"
    " LEFT JOIN posting AS h ON h.unit = u.id AND h.post = post.id AND " PATAL_SQL_CURRENT ("h", "?2") PATAL_SQL_JOIN_HOLDER ("?2")
    "WHERE u.id = ?1 AND (h.id IS NOT NULL OR post.level = u.level AND post.expected > 0 AND " PATAL_SQL_VALID ("u", "?2") ")"
    " ORDER BY post.rank, post.code, h.charge = 'additional', h.from_day, h.id",
    PATAL_ARGS (PATAL_INT (unit), PATAL_TEXT (iso)), error);
}

GPtrArray *
patal_holdings_of (PatalDb *db, gint64 person, PatalDay day, GError **error)
{
  g_autofree char *iso = patal_day_iso (day);

  return patal_holdings_read (db,
    "SELECT " PATAL_SQL_HOLDING_COLUMNS "FROM posting AS h JOIN post ON post.id = h.post JOIN unit AS u ON u.id = h.unit"
    PATAL_SQL_JOIN_ABOVE ("u") PATAL_SQL_JOIN_HOLDER ("?2")
    "WHERE h.person = ?1 ORDER BY h.to_day IS NOT NULL, h.from_day DESC, h.charge = 'additional', h.id DESC",
    PATAL_ARGS (PATAL_INT (person), PATAL_TEXT (iso)), error);
}

GPtrArray *
patal_holdings_history (PatalDb *db, gint64 unit, GError **error)
{
  return patal_holdings_read (db,
    "SELECT " PATAL_SQL_HOLDING_COLUMNS "FROM posting AS h JOIN post ON post.id = h.post JOIN unit AS u ON u.id = h.unit"
    PATAL_SQL_JOIN_ABOVE ("u") PATAL_SQL_JOIN_HOLDER ("ifnull (h.to_day, " PATAL_SQL_TODAY ")")
    "WHERE h.unit = ?1 ORDER BY h.to_day IS NOT NULL, h.from_day DESC, post.rank, h.id DESC",
    PATAL_ARGS (PATAL_INT (unit)), error);
}
