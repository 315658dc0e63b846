/* patal-training-problem-days.c: when something may be, and what others take
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holiday.h"
#include "patal-trainer.h"
#include "patal-training-problem-private.h"
#include "patal-training-sql.h"
#include "patal-unit.h"

/* --- Windows --- */

/* The scope of the planner that @unit is; FALSE: none. */
static gboolean
scope_of (const PatalProblemMaking *making, gint64 unit, PatalPlanScope *scope, int *of)
{
  const struct { GHashTable *at; PatalPlanScope scope; } kinds[] = {
    { making->unit_at, PATAL_PLAN_UNIT }, { making->block_at, PATAL_PLAN_BLOCK }, { making->district_at, PATAL_PLAN_DISTRICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      *scope = kinds[i].scope;
      *of = patal_making_recall (kinds[i].at, unit);
      if (*of >= 0)
        return TRUE;
    }
  return FALSE;
}

void
patal_making_windows (PatalProblemMaking *making)
{
  PatalPlanData *data = &making->problem->data;
  const GPtrArray *limits = making->training->limits;

  data->windows = g_new0 (PatalPlanSpan, 1 + limits->len);
  data->windows[data->n_windows++] = (PatalPlanSpan) { PATAL_PLAN_STATE, 0, making->training->window };
  for (guint i = 0; i < limits->len; i++)
    {
      const PatalLimit *limit = limits->pdata[i];
      PatalPlanSpan window = { .span = limit->span };

      if (limit->kind != PATAL_LIMIT_WINDOW || !scope_of (making, limit->unit, &window.scope, &window.of) || window.scope == PATAL_PLAN_UNIT)
        continue;
      data->windows[data->n_windows++] = window;
      making->span.from = MIN (making->span.from, limit->span.from);
      making->span.to = MAX (making->span.to, limit->span.to);
    }
}

/* --- Holidays, blackouts, days off --- */

static gboolean
close_holidays (PatalProblemMaking *making, int district, GError **error)
{
  PatalHolidayFilter filter = { .span = making->span, .classes = PATAL_HOLIDAY_NO_TRAINING,
                                .unit = g_array_index (making->problem->districts, gint64, district) };
  g_autoptr (GArray) ids = patal_holiday_ids (making->db, &filter, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_auto (PatalHoliday) holiday = { 0 };

      if (!patal_holiday_load (making->db, g_array_index (ids, gint64, i), &holiday, error))
        return FALSE;
      patal_making_close (making, PATAL_PLAN_DISTRICT, district, (PatalSpan) { holiday.day, holiday.day }, holiday.name_hi, holiday.name_en);
    }
  return ids != NULL;
}

/* A gram panchayat's halls are closed with it. */
static void
close_unit (PatalProblemMaking *making, int unit, PatalSpan span, const char *words)
{
  const PatalPlanData *data = &making->problem->data;

  patal_making_close (making, PATAL_PLAN_UNIT, unit, span, words, words);
  for (int v = 0; v < data->n_venues; v++)
    if (data->venues[v].unit == unit)
      patal_making_close (making, PATAL_PLAN_VENUE, v, span, words, words);
}

static void
close_place (PatalProblemMaking *making, gint64 place, PatalSpan span, const char *words)
{
  PatalPlanScope scope;
  int of;

  if (!scope_of (making, place, &scope, &of))
    return;
  if (scope == PATAL_PLAN_UNIT)
    close_unit (making, of, span, words);
  else
    patal_making_close (making, scope, of, span, words, words);
}

static gboolean
close_blackout (PatalProblemMaking *making, gint64 id, GError **error)
{
  g_auto (PatalBlackout) blackout = { 0 };
  g_auto (PatalUnit) unit = { 0 };

  if (!patal_blackout_load (making->db, id, &blackout, error) || !patal_unit_load (making->db, blackout.unit, &unit, error))
    return FALSE;
  if (!blackout.hard)
    return TRUE;
  if (unit.level == PATAL_LEVEL_STATE)
    patal_making_close (making, PATAL_PLAN_STATE, 0, blackout.span, blackout.remark, blackout.remark);
  else
    close_place (making, unit.id, blackout.span, blackout.remark);
  return TRUE;
}

static void
close_off (PatalProblemMaking *making, const PatalLimit *limit)
{
  int of;

  if (limit->unit != 0)
    close_place (making, limit->unit, limit->span, limit->words);
  else if (limit->venue != 0)
    {
      of = patal_making_recall (making->venue_at, limit->venue);
      if (of >= 0)
        patal_making_close (making, PATAL_PLAN_VENUE, of, limit->span, limit->words, limit->words);
    }
  else if (limit->trainer != 0)
    {
      of = patal_training_problem_find (making->problem->trainers, limit->trainer);
      if (of >= 0)
        patal_making_close (making, PATAL_PLAN_TRAINER, of, limit->span, limit->words, limit->words);
    }
  else
    patal_making_close (making, PATAL_PLAN_STATE, 0, limit->span, limit->words, limit->words);
}

gboolean
patal_making_days (PatalProblemMaking *making, GError **error)
{
  g_autoptr (GArray) ids = patal_blackout_ids (making->db, &(PatalBlackoutFilter) { .span = making->span }, error);

  if (ids == NULL)
    return FALSE;
  for (guint d = 0; d < making->problem->districts->len; d++)
    if (!close_holidays (making, (int) d, error))
      return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!close_blackout (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < making->training->limits->len; i++)
    if (((const PatalLimit *) making->training->limits->pdata[i])->kind == PATAL_LIMIT_OFF)
      close_off (making, making->training->limits->pdata[i]);
  return TRUE;
}

/* --- What others take --- */

/* @person is elsewhere: whoever it is here is not to be had. */
static void
close_person (PatalProblemMaking *making, gint64 person, PatalSpan span, const char *hi, const char *en)
{
  int trainer = patal_making_recall (making->trainer_at, person), officer = patal_making_recall (making->officer_at, person),
      unit = patal_making_recall (making->head_at, person);

  if (trainer >= 0)
    patal_making_close (making, PATAL_PLAN_TRAINER, trainer, span, hi, en);
  if (officer >= 0)
    patal_making_close (making, PATAL_PLAN_OFFICER, officer, span, hi, en);
  if (unit >= 0 && trainer < 0 && making->problem->data.units[unit].heads > 0)
    patal_making_close (making, PATAL_PLAN_UNIT, unit, span, hi, en);
}

static PatalSpan
span_at (PatalRows *rows, int column)
{
  return (PatalSpan) { patal_day_from_iso (patal_rows_text (rows, column)), patal_day_from_iso (patal_rows_text (rows, column + 1)) };
}

static gboolean
close_people (PatalProblemMaking *making, const char *from, const char *to, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (making->db,
    "WITH " PATAL_SQL_TAKEN ("?1", "?2", "?3")
    " SELECT person, from_day, to_day, words, words FROM person_days WHERE kind = 'away' AND to_day >= ?2 AND from_day <= ?3"
    " UNION ALL SELECT r.person, x.from_day, x.to_day, o.name_hi, o.name_en FROM taken AS x JOIN batch_trainer AS y ON y.batch = x.batch"
    "  JOIN trainer AS r ON r.id = y.trainer JOIN training AS t ON t.id = x.training JOIN course AS o ON o.id = t.course"
    " UNION ALL SELECT n.person, x.from_day, x.to_day, o.name_hi, o.name_en FROM taken AS x JOIN nomination AS n ON n.batch = x.batch"
    "  JOIN training AS t ON t.id = x.training JOIN course AS o ON o.id = t.course WHERE n.status = 'nominated' ORDER BY 2, 3, 1",
    PATAL_ARGS (PATAL_INT (making->training->id), PATAL_TEXT (from), PATAL_TEXT (to)));

  while (patal_rows_next (&rows))
    close_person (making, patal_rows_int (&rows, 0), span_at (&rows, 1), patal_rows_text (&rows, 3), patal_rows_text (&rows, 4));
  return patal_rows_finish (&rows, error);
}

static gboolean
has_free (const GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    if (((const PatalPersonDays *) days->pdata[i])->kind == PATAL_DAYS_FREE)
      return TRUE;
  return FALSE;
}

/* Trainers who have said on which days they are free are not on others. */
static gboolean
close_unfree (PatalProblemMaking *making, GError **error)
{
  for (int t = 0; t < making->problem->data.n_trainers; t++)
    {
      g_autoptr (GPtrArray) days = patal_person_days (making->db, g_array_index (making->problem->trainer_people, gint64, t), error);
      g_autoptr (GArray) closed = days != NULL && has_free (days) ? patal_person_days_closed (days, making->span) : NULL;

      if (days == NULL)
        return FALSE;
      for (guint i = 0; closed != NULL && i < closed->len; i++)
        patal_making_close (making, PATAL_PLAN_TRAINER, t, g_array_index (closed, PatalSpan, i), NULL, NULL);
    }
  return TRUE;
}

/* Of a block whose officer opens other trainings' batches too. */
static gboolean
close_officers (PatalProblemMaking *making, const char *from, const char *to, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (making->db,
    "WITH " PATAL_SQL_TAKEN ("?1", "?2", "?3")
    " SELECT x.venue, x.unit, x.from_day, CASE t.attend WHEN 'all' THEN x.to_day ELSE x.from_day END, o.name_hi, o.name_en"
    " FROM taken AS x JOIN training AS t ON t.id = x.training JOIN course AS o ON o.id = t.course"
    " WHERE t.attend <> 'none' AND t.officer_post = ?4 ORDER BY 3, x.batch",
    PATAL_ARGS (PATAL_INT (making->training->id), PATAL_TEXT (from), PATAL_TEXT (to), PATAL_TEXT (making->training->officer_post)));
  const PatalPlanData *data = &making->problem->data;

  while (patal_rows_next (&rows))
    {
      int venue = patal_making_recall (making->venue_at, patal_rows_int (&rows, 0));
      int block = venue >= 0 ? data->venues[venue].block : patal_making_recall (making->block_at, patal_rows_int (&rows, 1));

      if (block >= 0 && data->blocks[block].officer >= 0)
        patal_making_close (making, PATAL_PLAN_OFFICER, data->blocks[block].officer, span_at (&rows, 2), patal_rows_text (&rows, 4),
                            patal_rows_text (&rows, 5));
    }
  return patal_rows_finish (&rows, error);
}

/* The planner knows one number of halls for all days: where others take some of them, fewer are left on all, and where they take all,
 * the day is closed. */
static void
share_halls (PatalProblemMaking *making, int venue, const int *taken)
{
  PatalPlanVenue *shared = &making->problem->data.venues[venue];
  int n = patal_span_days (making->span), most = 0;

  for (int d = 0; d < n; d++)
    if (taken[d] >= shared->halls)
      patal_making_close (making, PATAL_PLAN_VENUE, venue, (PatalSpan) { making->span.from + d, making->span.from + d }, NULL, NULL);
    else
      most = MAX (most, taken[d]);
  shared->halls -= most;
}

static gboolean
close_halls (PatalProblemMaking *making, const char *from, const char *to, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (making->db,
    "WITH " PATAL_SQL_TAKEN ("?1", "?2", "?3") " SELECT venue, from_day, to_day FROM taken WHERE venue IS NOT NULL",
    PATAL_ARGS (PATAL_INT (making->training->id), PATAL_TEXT (from), PATAL_TEXT (to)));
  int n = patal_span_days (making->span);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (NULL, NULL, NULL, g_free); /* place + 1 → how many, of each day */

  while (patal_rows_next (&rows))
    {
      int venue = patal_making_recall (making->venue_at, patal_rows_int (&rows, 0));
      PatalSpan span = span_at (&rows, 1);
      int *days = g_hash_table_lookup (taken, GINT_TO_POINTER (venue + 1));

      if (venue < 0)
        continue;
      if (days == NULL)
        g_hash_table_insert (taken, GINT_TO_POINTER (venue + 1), days = g_new0 (int, n));
      for (PatalDay day = MAX (span.from, making->span.from); day <= MIN (span.to, making->span.to); day++)
        days[day - making->span.from]++;
    }
  for (int v = 0; v < making->problem->data.n_venues; v++)
    if (g_hash_table_contains (taken, GINT_TO_POINTER (v + 1)))
      share_halls (making, v, g_hash_table_lookup (taken, GINT_TO_POINTER (v + 1)));
  return patal_rows_finish (&rows, error);
}

gboolean
patal_making_taken (PatalProblemMaking *making, GError **error)
{
  g_autofree char *from = patal_day_iso (making->span.from), *to = patal_day_iso (making->span.to);

  return close_people (making, from, to, error) && close_unfree (making, error)
         && (making->problem->officers->len == 0 || close_officers (making, from, to, error)) && close_halls (making, from, to, error);
}
