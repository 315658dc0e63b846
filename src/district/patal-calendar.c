/* patal-calendar.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-calendar.h"
#include "patal-holiday-private.h"
#include "patal-place-sql.h"
#include "patal-setting.h"
#include "patal-unit.h"
#include <string.h>

#define MOST_DAYS 3653

void
patal_week_clear (PatalWeek *week)
{
  g_free (week->order_no);
  memset (week, 0, sizeof *week);
}

gboolean
patal_week_load (PatalDb *db, PatalWeek *out, GError **error)
{
  g_autofree char *five = NULL, *order_no = NULL;

  if (!patal_setting_get (db, PATAL_SETTING_FIVE_DAY_WEEK, &five, error)
      || !patal_setting_get (db, PATAL_SETTING_FIVE_DAY_WEEK_ORDER, &order_no, error))
    return FALSE;
  out->off = PATAL_WEEKDAYS (PATAL_SUNDAY);
  if (g_strcmp0 (five, "1") == 0)
    out->off |= PATAL_WEEKDAYS (PATAL_SATURDAY);
  out->verified = order_no != NULL;
  out->order_no = g_steal_pointer (&order_no);
  return TRUE;
}

gboolean
patal_week_set (PatalDb *db, PatalWeekLength length, const char *order_no, GError **error)
{
  return patal_setting_set (db, PATAL_SETTING_FIVE_DAY_WEEK, length == PATAL_WEEK_FIVE_DAYS ? "1" : "0", error)
         && patal_setting_set (db, PATAL_SETTING_FIVE_DAY_WEEK_ORDER, order_no, error);
}

gint64
patal_calendar_unit (PatalDb *db, gint64 scope)
{
  static const PatalLevel levels[] = { PATAL_LEVEL_DISTRICT, PATAL_LEVEL_STATE };

  for (guint i = 0; scope == 0 && i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GArray) ids = patal_unit_ids (db, &(PatalUnitFilter) { .level = levels[i] }, NULL);

      if (ids != NULL && ids->len == 1)
        return g_array_index (ids, gint64, 0);
    }
  return scope;
}

struct _PatalCalendar
{
  PatalSpan     span;
  PatalWeekdays off;
  GPtrArray    *marks;   /* of PatalMark, by first day, the strongest first */
  guint8       *effects; /* PatalEffect of each day of the span */
  gboolean     *holidays; /* whether a holiday blocks it */
};

static void
mark_free (gpointer data)
{
  PatalMark *mark = data;

  g_free (mark->name_hi);
  g_free (mark->name_en);
  g_free (mark);
}

void
patal_calendar_free (PatalCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_clear_pointer (&calendar->marks, g_ptr_array_unref);
  g_free (calendar->effects);
  g_free (calendar->holidays);
  g_free (calendar);
}

static gboolean
add_holidays (PatalCalendar *calendar, PatalDb *db, gint64 unit, GError **error)
{
  g_autofree char *from = patal_day_iso (calendar->span.from), *to = patal_day_iso (calendar->span.to);
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1")
    " SELECT id, day, class, verified, name_hi, name_en FROM holiday WHERE day BETWEEN ?2 AND ?3 AND " PATAL_SQL_HOLIDAY_HOLDS,
    PATAL_ARGS (PATAL_INT (unit), PATAL_TEXT (from), PATAL_TEXT (to)));

  while (patal_rows_next (&rows))
    {
      PatalMark *mark = g_new0 (PatalMark, 1);

      mark->kind = PATAL_MARK_HOLIDAY;
      mark->id = patal_rows_int (&rows, 0);
      mark->span.from = mark->span.to = patal_day_from_iso (patal_rows_text (&rows, 1));
      mark->klass = patal_holiday_class_of_id (patal_rows_text (&rows, 2));
      mark->effect = patal_holiday_class_effect (mark->klass);
      mark->verified = patal_rows_int (&rows, 3) != 0;
      mark->name_hi = g_strdup (patal_rows_text (&rows, 4));
      mark->name_en = g_strdup (patal_rows_text (&rows, 5));
      g_ptr_array_add (calendar->marks, mark);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
add_blackouts (PatalCalendar *calendar, PatalDb *db, gint64 unit, GError **error)
{
  g_autoptr (GPtrArray) blackouts = patal_blackouts_at (db, unit, calendar->span, error);

  if (blackouts == NULL)
    return FALSE;
  for (guint i = 0; i < blackouts->len; i++)
    {
      const PatalBlackout *blackout = g_ptr_array_index (blackouts, i);
      PatalMark *mark = g_new0 (PatalMark, 1);

      mark->kind = PATAL_MARK_BLACKOUT;
      mark->id = blackout->id;
      mark->span = blackout->span;
      mark->reason = blackout->reason;
      mark->effect = blackout->hard ? PATAL_EFFECT_BLOCK : PATAL_EFFECT_WARN;
      mark->verified = TRUE;
      mark->name_hi = g_strdup (blackout->remark);
      mark->name_en = g_strdup (blackout->remark);
      g_ptr_array_add (calendar->marks, mark);
    }
  return TRUE;
}

static int
compare_marks_cb (gconstpointer a, gconstpointer b)
{
  const PatalMark *one = *(const PatalMark *const *) a, *other = *(const PatalMark *const *) b;

  if (one->span.from != other->span.from)
    return one->span.from < other->span.from ? -1 : 1;
  if (one->effect != other->effect)
    return one->effect > other->effect ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static int
compare_strength_cb (gconstpointer a, gconstpointer b)
{
  const PatalMark *one = *(const PatalMark *const *) a, *other = *(const PatalMark *const *) b;

  return one->effect != other->effect ? (one->effect > other->effect ? -1 : 1) : compare_marks_cb (a, b);
}

static void
work_out_effects (PatalCalendar *calendar)
{
  PatalSpan span = calendar->span;

  calendar->effects = g_new0 (guint8, (gsize) patal_span_days (span));
  calendar->holidays = g_new0 (gboolean, (gsize) patal_span_days (span));
  for (PatalDay day = span.from; day <= span.to; day++)
    if (calendar->off & PATAL_WEEKDAYS (patal_day_weekday (day)))
      calendar->effects[day - span.from] = PATAL_EFFECT_BLOCK;
  for (guint i = 0; i < calendar->marks->len; i++)
    {
      const PatalMark *mark = g_ptr_array_index (calendar->marks, i);
      PatalDay last = MIN (mark->span.to, span.to);

      for (PatalDay day = MAX (mark->span.from, span.from); day <= last; day++)
        {
          calendar->effects[day - span.from] = MAX (calendar->effects[day - span.from], mark->effect);
          if (mark->kind == PATAL_MARK_HOLIDAY && mark->effect == PATAL_EFFECT_BLOCK)
            calendar->holidays[day - span.from] = TRUE;
        }
    }
}

PatalCalendar *
patal_calendar_new (PatalDb *db, gint64 unit, PatalSpan span, GError **error)
{
  g_autoptr (PatalCalendar) calendar = NULL;
  g_auto (PatalWeek) week = { 0 };

  g_return_val_if_fail (
      span.from != PATAL_DAY_NONE && span.to >= span.from && span.to - span.from < MOST_DAYS, NULL);

  calendar = g_new0 (PatalCalendar, 1);
  calendar->span = span;
  calendar->marks = g_ptr_array_new_with_free_func (mark_free);
  if (!patal_week_load (db, &week, error) || !add_holidays (calendar, db, unit, error)
      || !add_blackouts (calendar, db, unit, error))
    return NULL;
  calendar->off = week.off;
  g_ptr_array_sort (calendar->marks, compare_marks_cb);
  work_out_effects (calendar);
  return g_steal_pointer (&calendar);
}

PatalSpan
patal_calendar_span (const PatalCalendar *calendar)
{
  return calendar->span;
}

PatalWeekdays
patal_calendar_weekly_off (const PatalCalendar *calendar)
{
  return calendar->off;
}

guint
patal_calendar_n_marks (const PatalCalendar *calendar)
{
  return calendar->marks->len;
}

const PatalMark *
patal_calendar_mark (const PatalCalendar *calendar, guint index)
{
  g_return_val_if_fail (index < calendar->marks->len, NULL);
  return g_ptr_array_index (calendar->marks, index);
}

PatalEffect
patal_calendar_effect (const PatalCalendar *calendar, PatalDay day)
{
  g_return_val_if_fail (day >= calendar->span.from && day <= calendar->span.to, PATAL_EFFECT_NONE);
  return calendar->effects[day - calendar->span.from];
}

GPtrArray *
patal_calendar_marks_of (const PatalCalendar *calendar, PatalDay day)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < calendar->marks->len; i++)
    {
      PatalMark *mark = g_ptr_array_index (calendar->marks, i);

      if (mark->span.from <= day && mark->span.to >= day)
        g_ptr_array_add (marks, mark);
    }
  g_ptr_array_sort (marks, compare_strength_cb);
  return marks;
}

int
patal_calendar_working_days (const PatalCalendar *calendar)
{
  return patal_calendar_count (calendar, calendar->span).working;
}

PatalDayCount
patal_calendar_count (const PatalCalendar *calendar, PatalSpan span)
{
  PatalDay from = MAX (span.from, calendar->span.from), to = MIN (span.to, calendar->span.to);
  PatalDayCount count = { 0 };

  for (PatalDay day = from; day <= to; day++)
    {
      count.days++;
      if (calendar->off & PATAL_WEEKDAYS (patal_day_weekday (day)))
        count.weekly_off++;
      else if (calendar->holidays[day - calendar->span.from])
        count.holidays++;
      else if (calendar->effects[day - calendar->span.from] == PATAL_EFFECT_BLOCK)
        count.blackouts++;
      else
        count.working++;
    }
  return count;
}
