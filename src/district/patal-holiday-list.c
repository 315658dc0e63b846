/* patal-holiday-list.c: holidays as days, as a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holiday-private.h"
#include "patal-ids.h"
#include "patal-place-sql.h"

GArray *
patal_holiday_days (PatalDb *db, gint64 unit, PatalSpan span, PatalHolidayClasses classes, GError **error)
{
  g_autofree char *from = patal_day_iso (span.from), *to = patal_day_iso (span.to);
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1")
    " SELECT DISTINCT day FROM holiday WHERE day BETWEEN ?2 AND ?3 AND " PATAL_SQL_HOLIDAY_IN_CLASSES ("?4")
    " AND " PATAL_SQL_HOLIDAY_HOLDS " ORDER BY day",
    PATAL_ARGS (PATAL_INT (unit), PATAL_TEXT (from), PATAL_TEXT (to), PATAL_INT (classes)));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (PatalDay));

  while (patal_rows_next (&rows))
    {
      PatalDay day = patal_day_from_iso (patal_rows_text (&rows, 0));

      g_array_append_val (days, day);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&days) : NULL;
}

/* ?1 unit (0: all), ?2 and ?3 the span, ?4 classes (0: all), ?5 only unverified ones. */
#define HOLIDAYS_IN_ORDER(order) \
  "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1") \
  " SELECT id FROM holiday WHERE (?2 IS NULL OR day >= ?2) AND (?3 IS NULL OR day <= ?3) AND (?1 = 0 OR " PATAL_SQL_HOLIDAY_HOLDS ")" \
  " AND (?4 = 0 OR " PATAL_SQL_HOLIDAY_IN_CLASSES ("?4") ") AND NOT (?5 AND verified) ORDER BY " order ", id"

GArray *
patal_holiday_ids (PatalDb *db, const PatalHolidayFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_HOLIDAY_SORT_DAY] = HOLIDAYS_IN_ORDER ("day, " PATAL_SQL_HOLIDAY_CLASS ", ifnull (name_hi, name_en)"),
    [PATAL_HOLIDAY_SORT_NAME_HI] = HOLIDAYS_IN_ORDER ("ifnull (name_hi, name_en), day"),
    [PATAL_HOLIDAY_SORT_NAME_EN] = HOLIDAYS_IN_ORDER ("ifnull (name_en, name_hi) COLLATE NOCASE, day"),
    [PATAL_HOLIDAY_SORT_CLASS] = HOLIDAYS_IN_ORDER (PATAL_SQL_HOLIDAY_CLASS ", day"),
  };
  g_autofree char *from = filter->span.from != PATAL_DAY_NONE ? patal_day_iso (filter->span.from) : NULL;
  g_autofree char *to = filter->span.to != PATAL_DAY_NONE ? patal_day_iso (filter->span.to) : NULL;

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort],
                         PATAL_ARGS (PATAL_INT (filter->unit), PATAL_TEXT (from), PATAL_TEXT (to),
                                     PATAL_INT (filter->classes), PATAL_INT (filter->unverified != FALSE)),
                         filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

const char patal_holiday_row_sql[] =
  "SELECT holiday.day, holiday.name_hi, holiday.name_en, holiday.class, nullif (holiday.state_code, ''), unit.name_hi, unit.name_en,"
  " holiday.source, holiday.order_no, holiday.verified FROM holiday LEFT JOIN unit ON unit.id = holiday.district WHERE holiday.id = ?1";
