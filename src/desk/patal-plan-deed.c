/* patal-plan-deed.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-deed.h"
#include "patal-plan-district.h"
#include <glib/gi18n-lib.h>

PatalPlanEffort
patal_plan_effort_of (guint64 steps)
{
  return (PatalPlanEffort) {
    .seed = 1, .cluster_steps = steps, .schedule_steps = MAX (steps / PATAL_PLAN_STEPS_BATCH, 1),
    .n_threads = (int) MIN (g_get_num_processors (), PATAL_PLAN_MOST_THREADS),
  };
}

void
patal_plan_deed_free (PatalPlanDeed *deed)
{
  if (deed == NULL)
    return;
  patal_course_clear (&deed->course);
  patal_training_clear (&deed->training);
  patal_training_plan_free (deed->was);
  patal_training_plan_free (deed->plan);
  patal_plan_files_free (deed->files);
  g_free (deed);
}

static gboolean
name_all (PatalPlanDeed *deed, PatalDb *db, PatalLang lang, GError **error)
{
  deed->files = patal_plan_files_of_problem (deed->plan->problem, db, lang, PATAL_PLAN_NAMES_TO_READ, error);
  return deed->files != NULL;
}

PatalPlanDeed *
patal_plan_deed_find (PatalDb *db, const PatalTraining *training, const PatalPlanEffort *effort, PatalDay today, PatalLang lang,
                      const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalPlanDeed) deed = g_new0 (PatalPlanDeed, 1);
  g_autoptr (PatalTrainingProblem) problem = NULL;

  patal_training_copy (&deed->training, training);
  if (!patal_course_load (db, training->course, &deed->course, error))
    return NULL;
  problem = patal_training_problem_new (db, training, &deed->course, NULL, today, NULL, error);
  if (problem == NULL)
    return NULL;
  deed->plan = patal_training_plan_find (problem, effort, progress, error);
  return deed->plan != NULL && name_all (deed, db, lang, error) ? g_steal_pointer (&deed) : NULL;
}

PatalPlanDeed *
patal_plan_deed_find_again (PatalDb *db, gint64 training, const PatalPlanEffort *effort, PatalDay today, PatalLang lang,
                            const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalPlanDeed) deed = g_new0 (PatalPlanDeed, 1);

  if (!patal_training_load (db, training, &deed->training, error) || !patal_course_load (db, deed->training.course, &deed->course, error))
    return NULL;
  deed->was = patal_training_plan_load (db, training, today, NULL, error);
  if (deed->was == NULL)
    return NULL;
  deed->plan = patal_training_plan_replan (deed->was, effort, progress, error);
  return deed->plan != NULL && name_all (deed, db, lang, error) ? g_steal_pointer (&deed) : NULL;
}

/* The journal's name of what is planned. */
static const char *
name_of (const PatalPlanDeed *deed)
{
  const char *const *names[] = { (const char *const *) deed->training.names, (const char *const *) deed->course.names };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint lang = 0; lang < 2; lang++)
      if (names[i][lang == 0 ? PATAL_LANG_HI : PATAL_LANG_EN] != NULL)
        return names[i][lang == 0 ? PATAL_LANG_HI : PATAL_LANG_EN];
  return "";
}

static gboolean
accept_cb (PatalDb *db, gpointer data, GError **error)
{
  PatalPlanDeed *deed = data;
  gboolean kept = deed->training.id != 0 ? patal_training_update (db, &deed->training, error) : patal_training_insert (db, &deed->training, error);

  return kept && patal_training_plan_accept (db, deed->plan, deed->training.id, error);
}

char *
patal_plan_deed_accept (PatalDb *db, PatalPlanDeed *deed, GError **error)
{
  const PatalLabel *label = PATAL_LABEL_N ("Planned {n} batch of {1}", "Planned {n} batches of {1}", patal_training_plan_dated (deed->plan), name_of (deed));

  return patal_db_edit (db, label, accept_cb, deed, error) ? patal_label_text (label, NULL) : NULL;
}

typedef struct
{
  const PatalPlanDeed  *deed;
  const PatalChangeWhy *why;
  PatalDay              today;
} Rebooking;

static gboolean
rebook_cb (PatalDb *db, gpointer data, GError **error)
{
  const Rebooking *rebooking = data;

  return patal_training_plan_rebook (db, rebooking->deed->was, rebooking->deed->plan, rebooking->why, rebooking->today, error);
}

char *
patal_plan_deed_rebook (PatalDb *db, const PatalPlanDeed *deed, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  g_autoptr (GArray) changes = patal_training_plan_diff (deed->was, deed->plan);
  const PatalLabel *label = PATAL_LABEL_N ("Planned {1} again: {n} batch is otherwise", "Planned {1} again: {n} batches are otherwise", changes->len,
                                           name_of (deed));
  Rebooking rebooking = { deed, why, today };

  return patal_db_edit (db, label, rebook_cb, &rebooking, error) ? patal_label_text (label, NULL) : NULL;
}
