/* patal-demo-trainings.c: a year of trainings, and half of another
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-trainings.h"
#include "patal-demo-private.h"
#include "patal-demo.h"
#include "patal-ids.h"
#include "patal-nomination.h"
#include "patal-training-plan.h"
#include <glib/gi18n-lib.h>

#define OFFICE_OPENS (5 * 3600) /* half past ten, in UTC */
#define TOLD_DAYS    4          /* so many days ahead people are told of their batch */

/* The same effort finds the same plan. */
static const PatalPlanEffort effort = { .seed = 1, .cluster_steps = 100, .schedule_steps = 100, .n_threads = 1 };

typedef struct
{
  PatalDemoDice        dice;
  const PatalProgress *progress;
  gint64               clock; /* of the last edit */
  PatalDay             today; /* of what is entered */
  PatalTraining       *training;
  PatalTrainingPlan   *plan;
  GArray              *ids;   /* gint64: the edit's batches */
} Year;

/* On @day, or in the next quarter of an hour where the file is younger: last year is entered from papers. */
static gboolean
enter (PatalDb *db, Year *year, PatalDay day, const PatalLabel *label, PatalEditFunc edit, GError **error)
{
  gint64 opens = (gint64) (day - patal_day_from_ymd (1970, 1, 1)) * 86400 + OFFICE_OPENS;

  year->today = day;
  year->clock = MAX (year->clock + PATAL_DEMO_STEP, opens);
  patal_db_set_clock (db, year->clock);
  return patal_db_edit (db, label, edit, year, error);
}

/* ---- planned ---- */

static gboolean
accept_cb (PatalDb *db, gpointer data, GError **error)
{
  const Year *year = data;

  return patal_training_insert (db, year->training, error) && patal_training_plan_accept (db, year->plan, year->training->id, error);
}

static gboolean
plan_training (PatalDb *db, Year *year, const PatalCourse *course, PatalTraining *training, PatalDay day, GError **error)
{
  g_autoptr (PatalTrainingProblem) problem = patal_training_problem_new (db, training, course, NULL, day, NULL, error);
  g_autoptr (PatalTrainingPlan) plan = problem != NULL ? patal_training_plan_find (problem, &effort, year->progress, error) : NULL;

  if (plan == NULL)
    return FALSE;
  year->training = training;
  year->plan = plan;
  return enter (db, year, day, PATAL_LABEL_N ("Planned {n} batch of {1}", "Planned {n} batches of {1}", patal_training_plan_dated (plan),
                                              course->names[PATAL_LANG_HI]), accept_cb, error);
}

/* ---- published ---- */

static gboolean
publish_cb (PatalDb *db, gpointer data, GError **error)
{
  const Year *year = data;

  return patal_batch_publish (db, (const gint64 *) (const void *) year->ids->data, year->ids->len, error);
}

/* What begins up to @to, and of which nobody was told yet. */
static gboolean
publish (PatalDb *db, Year *year, PatalDay day, PatalDay to, const char *course, GError **error)
{
  g_autofree char *last = patal_day_iso (to);
  g_autoptr (GArray) ids = patal_ids_read (db,
    "SELECT batch.id FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE cluster.training = ?1 AND status = 'planned' AND start_day <= ?2"
    " ORDER BY batch.no", PATAL_ARGS (PATAL_INT (year->training->id), PATAL_TEXT (last)), PATAL_IDS_FORWARDS, error);

  if (ids == NULL)
    return FALSE;
  year->ids = ids;
  return enter (db, year, day, PATAL_LABEL_N ("Published {n} batch of {1}", "Published {n} batches of {1}", ids->len, course), publish_cb, error);
}

/* ---- held ---- */

static gboolean
hold_cb (PatalDb *db, gpointer data, GError **error)
{
  Year *year = data;
  guint n;

  return patal_demo_hold (db, year->training->id, year->today, &year->dice, &n, error);
}

static gboolean
hold (PatalDb *db, Year *year, PatalDay day, const char *course, GError **error)
{
  return enter (db, year, day, PATAL_LABEL ("Entered attendance, tests, costs and feedback of the batches held: {1}", course), hold_cb, error);
}

/* ---- put off ---- */

static gboolean
postpone_cb (PatalDb *db, gpointer data, GError **error)
{
  const Year *year = data;
  PatalChangeWhy why = { PATAL_CHANGE_VENUE, "भवन की छत की मरम्मत चल रही है" };

  return patal_batch_call_off (db, g_array_index (year->ids, gint64, 0), PATAL_BATCH_POSTPONED, &why, year->today, error);
}

/* The last one of which people were told. */
static gboolean
postpone (PatalDb *db, Year *year, PatalDay day, GError **error)
{
  g_autoptr (GArray) ids = patal_ids_read (db,
    "SELECT batch.id FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE cluster.training = ?1 AND status = 'published'"
    " ORDER BY start_day DESC, batch.no DESC LIMIT 1", PATAL_ARGS (PATAL_INT (year->training->id)), PATAL_IDS_FORWARDS, error);

  if (ids == NULL)
    return FALSE;
  g_return_val_if_fail (ids->len == 1, FALSE);
  year->ids = ids;
  return enter (db, year, day, PATAL_LABEL ("Postponed a batch: the hall is being repaired"), postpone_cb, error);
}

/* ---- the two years ---- */

static gboolean
begin_training (PatalDb *db, const char *code, int fy, PatalCourse *course, PatalTraining *training, GError **error)
{
  g_autofree char *year = g_strdup_printf ("%d", fy);

  if (!patal_course_load (db, patal_demo_only (db, "SELECT id FROM course WHERE code = ?1 AND ?2 IS NULL", code, NULL), course, error))
    return FALSE;
  patal_training_init (training, course, fy);
  training->line = patal_demo_only (db, "SELECT plan_line.id FROM plan_line JOIN annual_plan ON annual_plan.id = plan_line.plan"
                                        " JOIN course ON course.id = plan_line.course WHERE course.code = ?1 AND fy = ?2", code, year);
  return TRUE;
}

static gboolean
fill_last_year (PatalDb *db, Year *year, GError **error)
{
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  PatalDay over = patal_day_from_ymd (2025, 9, 22);

  if (!begin_training (db, PATAL_DEMO_SARPANCH, 2025, &course, &training, error))
    return FALSE;
  training.window = (PatalSpan) { patal_day_from_ymd (2025, 8, 18), patal_day_from_ymd (2025, 9, 19) };
  training.order_no = g_strdup ("क्रमांक 402/जि.पं./प्रशिक्षण/2025");
  training.order_day = patal_day_from_ymd (2025, 7, 28);
  return plan_training (db, year, &course, &training, patal_day_from_ymd (2025, 7, 30), error)
         && publish (db, year, patal_day_from_ymd (2025, 8, 4), over, course.names[PATAL_LANG_HI], error)
         && hold (db, year, over, course.names[PATAL_LANG_HI], error);
}

static void
add_window (PatalDb *db, PatalTraining *training, const char *block, PatalSpan span, PatalBlackoutReason reason, const char *words)
{
  PatalLimit *limit = g_new (PatalLimit, 1);

  *limit = (PatalLimit) {
    .kind = PATAL_LIMIT_WINDOW, .span = span, .reason = (int) reason, .words = g_strdup (words),
    .unit = patal_demo_only (db, "SELECT id FROM unit WHERE name_en = ?1 AND level = ?2", block, "block"),
  };
  g_ptr_array_add (training->limits, limit);
}

static gboolean
fill_this_year (PatalDb *db, Year *year, GError **error)
{
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  PatalDay last = patal_day_from_ymd (2026, 6, 30);

  if (!begin_training (db, PATAL_DEMO_GGI, 2026, &course, &training, error))
    return FALSE;
  training.window = (PatalSpan) { patal_day_from_ymd (2026, 5, 18), last };
  training.order_no = g_strdup ("क्रमांक 217/जि.पं./मनरेगा/2026");
  training.order_day = patal_day_from_ymd (2026, 4, 15);
  add_window (db, &training, "Patharjhori", (PatalSpan) { patal_day_from_ymd (2026, 6, 8), last }, PATAL_BLACKOUT_HARVEST, "तेंदूपत्ता संग्रहण");
  return plan_training (db, year, &course, &training, patal_day_from_ymd (2026, 4, 20), error)
         && publish (db, year, patal_day_from_ymd (2026, 4, 27), PATAL_DEMO_AS_ON + TOLD_DAYS, course.names[PATAL_LANG_HI], error)
         && postpone (db, year, PATAL_DEMO_AS_ON - 3, error)
         && hold (db, year, PATAL_DEMO_AS_ON, course.names[PATAL_LANG_HI], error);
}

gboolean
patal_demo_trainings_fill (PatalDb *db, const PatalProgress *progress, GError **error)
{
  PatalProgressPart last, now;
  Year year = { .dice = { 20260601 }, .clock = PATAL_DEMO_FILLED_AT, .progress = patal_progress_part (&last, progress, 0.0, 0.4) };

  if (!enter (db, &year, patal_day_from_ymd (2026, 4, 2), PATAL_LABEL ("Entered master trainers, a course for sarpanches and annual plans"),
              patal_demo_courses_fill, error)
      || !fill_last_year (db, &year, error))
    return FALSE;
  year.progress = patal_progress_part (&now, progress, 0.4, 1.0);
  return fill_this_year (db, &year, error);
}
