/* patal-findings-days.c: whether a batch may be on its days: window, holidays, blackouts, the modules before and behind it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-findings-private.h"
#include "patal-place-sql.h"
#include "patal-training-sql.h"
#include <glib/gi18n-lib.h>

static const char *
word (const PatalLooking *looking, const char *msgid)
{
  return looking->words != NULL ? patal_words_get (looking->words, msgid) : g_dgettext (GETTEXT_PACKAGE, msgid);
}

/* The narrowest window that names the block: its own, its district's, the training's. */
static gboolean
find_window (PatalLooking *looking, PatalSpan *out, GError **error)
{
  gint64 district = 0;

  *out = looking->training.window;
  if (!patal_db_int (looking->db, "SELECT ifnull (parent, 0) FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (looking->block)), &district, error))
    return FALSE;
  for (int own = 0; own <= 1; own++)
    for (guint i = 0; i < looking->training.limits->len; i++)
      {
        const PatalLimit *limit = g_ptr_array_index (looking->training.limits, i);

        if (limit->kind == PATAL_LIMIT_WINDOW && limit->unit == (own ? looking->block : district))
          *out = limit->span;
      }
  return TRUE;
}

static gboolean
look_at_window (PatalLooking *looking, GError **error)
{
  PatalSpan window;
  PatalDay day;
  g_autofree char *shown = NULL, *place = NULL;

  if (!find_window (looking, &window, error))
    return FALSE;
  if (looking->span.from >= window.from && looking->span.to <= window.to)
    return TRUE;
  day = looking->span.from < window.from ? looking->span.from : looking->span.to;
  shown = patal_day_format (day);
  place = patal_looking_unit (looking, looking->block);
  patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_OUTSIDE_WINDOW, shown, place), PATAL_RULE_HARD, looking->block);
  return TRUE;
}

static void
say_closed (PatalLooking *looking, const char *place, PatalSpan span, const char *reason, gboolean hard, gint64 record)
{
  g_autofree char *from = patal_day_format (span.from), *to = patal_day_format (span.to);

  patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_BLACKOUT, place, from, to, reason), hard ? PATAL_RULE_HARD : PATAL_RULE_WARNS, record);
}

/* A blackout is told once, on the first of its days that the batch meets. */
static void
look_at_mark (PatalLooking *looking, const PatalMark *mark, PatalDay day)
{
  const char *wanted = looking->lang == PATAL_LANG_HI ? mark->name_hi : mark->name_en,
             *other = looking->lang == PATAL_LANG_HI ? mark->name_en : mark->name_hi;
  gboolean hard = mark->effect == PATAL_EFFECT_BLOCK;
  g_autofree char *shown = patal_day_format (day), *place = NULL;

  if (mark->effect < PATAL_EFFECT_WARN)
    return;
  if (mark->kind == PATAL_MARK_HOLIDAY)
    {
      patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_HOLIDAY, shown, wanted != NULL ? wanted : other),
                         hard ? PATAL_RULE_HARD : PATAL_RULE_WARNS, mark->id);
      return;
    }
  for (PatalDay before = MAX (looking->span.from, mark->span.from); before < day; before++)
    if (patal_looking_is_on (looking, before))
      return;
  place = patal_looking_unit (looking, looking->block);
  say_closed (looking, place, mark->span, word (looking, patal_blackout_reason_title (mark->reason)), hard, mark->id);
}

static void
look_at_calendar (PatalLooking *looking)
{
  PatalWeekdays off = patal_calendar_weekly_off (looking->calendar);

  for (PatalDay day = looking->span.from; day <= looking->span.to; day++)
    {
      g_autoptr (GPtrArray) marks = NULL;

      if (!patal_looking_is_on (looking, day))
        continue;
      if (off & PATAL_WEEKDAYS (patal_day_weekday (day)))
        {
          g_autofree char *shown = patal_day_format (day);
          const char *name = patal_weekday_name (patal_day_weekday (day), looking->lang);

          if (day == looking->span.from)
            patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_HOLIDAY, shown, name), PATAL_RULE_HARD, 0);
          else
            patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_NOT_CONSECUTIVE, shown, name), PATAL_RULE_HARD, 0);
        }
      marks = patal_calendar_marks_of (looking->calendar, day);
      for (guint i = 0; i < marks->len; i++)
        look_at_mark (looking, g_ptr_array_index (marks, i), day);
    }
}

/* Blackouts of a single gram panchayat: of the cluster's, and of the one where the venue stands. */
static gboolean
look_at_units (PatalLooking *looking, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db,
    "SELECT blackout.id, unit.id, from_day, to_day, reason, hard FROM blackout JOIN unit ON unit.id = blackout.unit"
    " WHERE unit.level IN ('gp', 'village') AND blackout.from_day <= ?4 AND blackout.to_day >= ?3"
    " AND (blackout.unit IN (SELECT unit FROM cluster_unit WHERE cluster = ?1) OR blackout.unit = (SELECT unit FROM venue WHERE id = ?2))"
    " ORDER BY from_day, blackout.id",
    PATAL_ARGS (PATAL_INT (looking->batch->cluster), PATAL_INT (looking->batch->venue), PATAL_TEXT (looking->from), PATAL_TEXT (looking->to)));

  while (patal_rows_next (&rows))
    {
      PatalSpan span = { patal_day_from_iso (patal_rows_text (&rows, 2)), patal_day_from_iso (patal_rows_text (&rows, 3)) };
      g_autofree char *place = patal_looking_unit (looking, patal_rows_int (&rows, 1));
      PatalBlackoutReason reason = 0;

      while (reason < PATAL_BLACKOUT_OTHER && g_strcmp0 (patal_blackout_reason_id (reason), patal_rows_text (&rows, 4)) != 0)
        reason++;
      for (PatalDay day = MAX (span.from, looking->span.from); day <= MIN (span.to, looking->span.to); day++)
        if (patal_looking_is_on (looking, day))
          {
            say_closed (looking, place, span, word (looking, patal_blackout_reason_title (reason)), patal_rows_int (&rows, 5) != 0,
                        patal_rows_int (&rows, 0));
            break;
          }
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
limit_concerns (PatalLooking *looking, const PatalLimit *limit, gboolean *out, GError **error)
{
  gint64 n = 0;

  *out = limit->unit == 0 && limit->venue == 0 && limit->trainer == 0;
  if (limit->venue != 0)
    *out = limit->venue == looking->batch->venue;
  for (guint i = 0; limit->trainer != 0 && i < looking->batch->trainers->len; i++)
    *out = *out || g_array_index (looking->batch->trainers, gint64, i) == limit->trainer;
  if (limit->unit == 0)
    return TRUE;
  if (!patal_db_int (looking->db,
        "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1") " SELECT ?2 IN (SELECT id FROM above)"
        " OR EXISTS (SELECT 1 FROM cluster_unit WHERE cluster = ?3 AND unit = ?2)",
        PATAL_ARGS (PATAL_INT (looking->block), PATAL_INT (limit->unit), PATAL_INT (looking->batch->cluster)), &n, error))
    return FALSE;
  *out = n != 0;
  return TRUE;
}

/* The training's own days off. */
static gboolean
look_at_limits (PatalLooking *looking, GError **error)
{
  for (guint i = 0; i < looking->training.limits->len; i++)
    {
      const PatalLimit *limit = g_ptr_array_index (looking->training.limits, i);
      g_autofree char *place = NULL;
      gboolean concerns, meets = FALSE;
      const char *why;

      if (limit->kind != PATAL_LIMIT_OFF)
        continue;
      if (!limit_concerns (looking, limit, &concerns, error))
        return FALSE;
      for (PatalDay day = MAX (limit->span.from, looking->span.from); concerns && day <= MIN (limit->span.to, looking->span.to); day++)
        meets = meets || patal_looking_is_on (looking, day);
      if (!meets)
        continue;
      place = limit->venue != 0     ? patal_looking_venue (looking, limit->venue)
              : limit->trainer != 0 ? patal_looking_trainer (looking, limit->trainer)
                                    : patal_looking_unit (looking, limit->unit != 0 ? limit->unit : looking->block);
      why = limit->words != NULL ? limit->words
            : word (looking, patal_blackout_reason_title (limit->reason != PATAL_LIMIT_NO_REASON ? (PatalBlackoutReason) limit->reason
                                                                                                : PATAL_BLACKOUT_OTHER));
      say_closed (looking, place, limit->span, why, TRUE, limit->id);
    }
  return TRUE;
}

/* ---- the modules before and behind ---- */

/* ?1 cluster, ?2 module, ?3 the first day, ?4 the last, ?5 the least gap, ?6 Hindi. Modules that do not follow the one before them may come at any time. */
#define MODULE_NAME(m) "iif (?6, ifnull (" m ".name_hi, " m ".name_en), ifnull (" m ".name_en, " m ".name_hi))"
static const char order_sql[] =
  "SELECT " MODULE_NAME ("here") ", " MODULE_NAME ("before") ", " PATAL_SQL_BATCH_LAST ("b") ", b.id"
  " FROM course_module AS here JOIN course_module AS before ON before.course = here.course AND here.follows AND before.rank ="
  "  (SELECT max (rank) FROM course_module WHERE course = here.course AND rank < here.rank)"
  " JOIN batch AS b ON b.cluster = ?1 AND b.module = before.id AND " PATAL_SQL_BATCH_TAKES ("b")
  " WHERE here.id = ?2 AND date (" PATAL_SQL_BATCH_LAST ("b") ", '+' || ?5 || ' days') > ?3"
  " UNION ALL SELECT " MODULE_NAME ("after") ", " MODULE_NAME ("here") ", ?4, b.id"
  " FROM course_module AS here JOIN course_module AS after ON after.course = here.course AND after.follows AND after.rank ="
  "  (SELECT min (rank) FROM course_module WHERE course = here.course AND rank > here.rank)"
  " JOIN batch AS b ON b.cluster = ?1 AND b.module = after.id AND " PATAL_SQL_BATCH_TAKES ("b")
  " WHERE here.id = ?2 AND date (?4, '+' || ?5 || ' days') > b.start_day";

static gboolean
look_at_order (PatalLooking *looking, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db, order_sql, PATAL_ARGS (
    PATAL_INT (looking->batch->cluster), PATAL_INT (looking->batch->module), PATAL_TEXT (looking->from), PATAL_TEXT (looking->to),
    PATAL_INT (looking->training.rules.gap_days), PATAL_INT (looking->lang == PATAL_LANG_HI)));

  while (patal_rows_next (&rows))
    {
      g_autofree char *ends = patal_day_format (patal_day_from_iso (patal_rows_text (&rows, 2)));

      patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_MODULE_ORDER, patal_rows_text (&rows, 0), patal_rows_text (&rows, 1), ends),
                         PATAL_RULE_HARD, patal_rows_int (&rows, 3));
    }
  return patal_rows_finish (&rows, error);
}

gboolean
patal_look_at_days (PatalLooking *looking, GError **error)
{
  look_at_calendar (looking);
  return look_at_window (looking, error) && look_at_units (looking, error) && look_at_limits (looking, error) && look_at_order (looking, error);
}
