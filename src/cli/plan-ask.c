/* plan-ask.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-ask.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_STEPS G_GINT64_CONSTANT (1000000000)

void
plan_ask_clear (PlanAsk *ask)
{
  g_free (ask->fy);
  g_free (ask->from);
  g_free (ask->to);
  g_free (ask->within);
  g_free (ask->today);
  g_free (ask->lang);
  g_strfreev (ask->windows);
  g_strfreev (ask->offs);
  g_strfreev (ask->withouts);
}

static gboolean
say (const char *sentence)
{
  fprintf (stderr, "patal: %s\n", sentence);
  return FALSE;
}

static gboolean
refuse (const GError *error)
{
  patal_call_refuse (error);
  return FALSE;
}

gboolean
plan_ask_effort (PlanAsk *ask, PatalPlanEffort *effort, PatalLang *lang, PatalDay *today)
{
  *today = patal_day_today ();
  if (ask->steps < 0 || ask->steps > MOST_STEPS)
    return say (_("The steps are between 1 and 1000000000"));
  if (ask->threads < 0 || ask->threads > PATAL_PLAN_MOST_THREADS)
    return say (_("The threads are between 1 and 64"));
  if (!patal_call_day (ask->today, today) || (ask->lang != NULL && !patal_call_lang (ask->lang, lang)))
    return FALSE;
  *effort = patal_plan_effort_of (ask->steps > 0 ? (guint64) ask->steps : PATAL_PLAN_STEPS_USUAL);
  effort->seed = (guint64) ask->seed;
  if (ask->threads > 0)
    effort->n_threads = ask->threads;
  return TRUE;
}

gboolean
plan_ask_course (PatalDb *db, const char *word, PatalCourse *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) courses = patal_courses (db, &error);
  const PatalCourse *course = courses != NULL ? patal_course_among (courses, word) : NULL;

  if (courses != NULL && course == NULL)
    {
      fprintf (stderr, _("patal: There is no course “%s”\n"), word);
      return FALSE;
    }
  return (course != NULL && patal_course_load (db, course->id, out, &error)) || refuse (error);
}

gboolean
plan_ask_training (PatalDb *db, const PlanAsk *ask, const PatalCourse *course, PatalTraining *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trainings = NULL;
  gint64 id = ask->training;
  guint n = 0;
  int fy;

  if (id == 0 && ask->fy == NULL)
    return say (_("Say the financial year with --fy, or the training with --training"));
  if (id == 0)
    {
      if (!patal_fy_parse (ask->fy, &fy, &error) || (trainings = patal_trainings (db, fy, &error)) == NULL)
        return refuse (error);
      for (guint i = 0; i < trainings->len; i++)
        {
          const PatalTrainingSummary *training = trainings->pdata[i];

          if (training->course != course->id)
            continue;
          id = training->id;
          n++;
        }
      if (n > 1)
        return say (_("There are several trainings of this course in that year: say which with --training"));
      if (n == 0)
        {
          patal_training_init (out, course, fy);
          return TRUE;
        }
    }
  if (!patal_training_load (db, id, out, &error))
    return refuse (error);
  return out->course == course->id || say (_("That is a training of another course"));
}

/* --- Changes --- */

static gboolean
find_unit (PatalDb *db, const char *word, gint64 *out)
{
  static const PatalLevel levels[] = { PATAL_LEVEL_DISTRICT, PATAL_LEVEL_BLOCK, PATAL_LEVEL_GP };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) found = patal_unit_named (db, levels[i], word, &error);

      if (found == NULL)
        return refuse (error);
      if (found->len > 1)
        {
          fprintf (stderr, _("patal: Several places are called “%s”: write the code\n"), word);
          return FALSE;
        }
      if (found->len == 1)
        {
          *out = g_array_index (found, gint64, 0);
          return TRUE;
        }
    }
  fprintf (stderr, _("patal: There is no district, block or gram panchayat “%s”\n"), word);
  return FALSE;
}

static PatalLimit *
add_limit (PatalTraining *training, PatalLimitKind kind)
{
  PatalLimit *limit = patal_limit_new (kind);

  g_ptr_array_add (training->limits, limit);
  return limit;
}

/* "UNIT FROM TO REASON", the reason only of a window; of days off the unit may be left out. Spaces between: a unit's name may have them too. */
static gboolean
read_limit (PatalDb *db, const char *text, PatalLimitKind kind, PatalTraining *training)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  int n = (int) g_strv_length (words), days = n - (kind == PATAL_LIMIT_WINDOW ? 3 : 2);
  g_autofree char *unit = NULL;
  PatalLimit *limit = add_limit (training, kind);

  if (days < (kind == PATAL_LIMIT_WINDOW ? 1 : 0))
    return say (kind == PATAL_LIMIT_WINDOW ? _("Write a window as: block, first day, last day, reason")
                                           : _("Write days off as: place (if not all), first day, last day"));
  if (!patal_call_day (words[days], &limit->span.from) || !patal_call_day (words[days + 1], &limit->span.to))
    return FALSE;
  if (kind == PATAL_LIMIT_WINDOW)
    {
      for (PatalBlackoutReason reason = 0; reason < PATAL_N_BLACKOUT_REASONS; reason++)
        if (g_str_equal (patal_blackout_reason_id (reason), words[n - 1]))
          limit->reason = (int) reason;
      if (limit->reason == PATAL_LIMIT_NO_REASON)
        return say (_("The reason is election, fair, code, monsoon, harvest, exam or other"));
    }
  g_clear_pointer (&words[days], g_free); /* what is before it is the name */
  unit = g_strjoinv (" ", words);
  for (int i = days + 1; i < n; i++)
    g_free (words[i]);
  return days == 0 || find_unit (db, unit, &limit->unit);
}

/* Those of a kind that is named at all are new. */
static void
drop_limits (PatalTraining *training, PatalLimitKind kind)
{
  for (guint i = training->limits->len; i > 0; i--)
    if (((const PatalLimit *) training->limits->pdata[i - 1])->kind == kind)
      g_ptr_array_remove_index (training->limits, i - 1);
}

static gboolean
read_limits (PatalDb *db, const PlanAsk *ask, PatalTraining *training)
{
  if (ask->windows != NULL)
    drop_limits (training, PATAL_LIMIT_WINDOW);
  if (ask->offs != NULL)
    drop_limits (training, PATAL_LIMIT_OFF);
  if (ask->withouts != NULL)
    drop_limits (training, PATAL_LIMIT_WITHOUT);
  for (char **text = ask->windows; text != NULL && *text != NULL; text++)
    if (!read_limit (db, *text, PATAL_LIMIT_WINDOW, training))
      return FALSE;
  for (char **text = ask->offs; text != NULL && *text != NULL; text++)
    if (!read_limit (db, *text, PATAL_LIMIT_OFF, training))
      return FALSE;
  for (char **name = ask->withouts; name != NULL && *name != NULL; name++)
    if (!find_unit (db, *name, &add_limit (training, PATAL_LIMIT_WITHOUT)->unit))
      return FALSE;
  return TRUE;
}

gboolean
plan_ask_change (PatalDb *db, const PlanAsk *ask, PatalTraining *training)
{
  g_autoptr (GError) error = NULL;

  if (!patal_call_day (ask->from, &training->window.from) || !patal_call_day (ask->to, &training->window.to)
      || (ask->within != NULL && !find_unit (db, ask->within, &training->within)) || !read_limits (db, ask, training))
    return FALSE;
  if (ask->least > 0)
    training->rules.batch_min = ask->least;
  if (ask->most > 0)
    training->rules.batch_max = ask->most;
  return patal_training_check (training, NULL, &error) || refuse (error);
}
