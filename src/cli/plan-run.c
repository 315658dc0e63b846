/* plan-run.c: plan: a training is planned and taken into the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-district.h"
#include "patal-plan-summary.h"
#include "plan-ask.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* FALSE: said on standard error. */
static gboolean
print_summary (PatalDb *db, const PatalTrainingPlan *plan, PatalLang lang)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = patal_plan_files_of_problem (plan->problem, db, lang, PATAL_PLAN_NAMES_TO_READ, &error);
  g_autoptr (GPtrArray) sentences = files != NULL ? patal_plan_summary (plan, files) : NULL;

  if (sentences == NULL)
    {
      patal_call_refuse (error);
      return FALSE;
    }
  for (guint i = 0; i < sentences->len; i++)
    printf ("%s\n", (const char *) sentences->pdata[i]);
  return TRUE;
}

typedef struct
{
  PatalTraining     *training;
  PatalTrainingPlan *plan;
} Deed;

static gboolean
accept_cb (PatalDb *db, gpointer data, GError **error)
{
  Deed *deed = data;
  gboolean kept = deed->training->id != 0 ? patal_training_update (db, deed->training, error) : patal_training_insert (db, deed->training, error);

  return kept && patal_training_plan_accept (db, deed->plan, deed->training->id, error);
}

static int
take_in (PatalDb *db, const PatalCourse *course, PatalTraining *training, PatalTrainingPlan *plan)
{
  const char *name = course->names[PATAL_LANG_HI] != NULL ? course->names[PATAL_LANG_HI] : course->names[PATAL_LANG_EN];
  guint n = patal_training_plan_dated (plan);
  const PatalLabel *label = PATAL_LABEL_N ("Planned {n} batch of {1}", "Planned {n} batches of {1}", n, name);
  Deed deed = { training, plan };
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  if (!patal_db_edit (db, label, accept_cb, &deed, &error))
    return patal_call_refuse (error);
  done = patal_label_text (label, NULL);
  printf ("%s\n", done);
  return PATAL_EXIT_DONE;
}

/* As the options say, in @db. */
static int
plan_course (PatalCall *call, PatalDb *db, PlanAsk *ask)
{
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL;
  g_autoptr (PatalTrainingPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  PatalPlanEffort effort;
  PatalLang lang = PATAL_LANG_HI;
  PatalDay today;

  if (!plan_ask_effort (ask, &effort, &lang, &today))
    return PATAL_EXIT_USAGE;
  if (!plan_ask_course (db, call->words[1], &course) || !plan_ask_training (db, ask, &course, &training) || !plan_ask_change (db, ask, &training))
    return PATAL_EXIT_REFUSED;
  problem = patal_training_problem_new (db, &training, &course, NULL, today, NULL, &error);
  plan = problem != NULL ? patal_training_plan_find (problem, &effort, patal_call_stoppable (), &error) : NULL;
  if (plan == NULL)
    return patal_call_refuse (error);
  if (!print_summary (db, plan, lang))
    return PATAL_EXIT_REFUSED;
  if (plan->clusters->n == 0)
    {
      fprintf (stderr, "patal: %s\n", _("There is nothing that could be planned"));
      return PATAL_EXIT_REFUSED;
    }
  if (ask->dry_run)
    {
      printf ("%s\n", _("This was a trial: nothing was written."));
      return PATAL_EXIT_DONE;
    }
  return take_in (db, &course, &training, plan);
}

static int
run_plan (PatalCall *call)
{
  g_auto (PlanAsk) ask = { .seed = 1 };
  const GOptionEntry entries[] = {
    PLAN_ASK_ENTRIES (ask),
    { "from", 0, 0, G_OPTION_ARG_STRING, &ask.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &ask.to, NULL, NULL },
    { "within", 0, 0, G_OPTION_ARG_STRING, &ask.within, NULL, NULL },
    { "least", 0, 0, G_OPTION_ARG_INT, &ask.least, NULL, NULL },
    { "most", 0, 0, G_OPTION_ARG_INT, &ask.most, NULL, NULL },
    { "window", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ask.windows, NULL, NULL },
    { "off", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ask.offs, NULL, NULL },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ask.withouts, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PatalDb) db = NULL;

  if (!patal_call_options (call, entries, 1, 1))
    return PATAL_EXIT_USAGE;
  patal_call_stoppable (); /* before there are other threads */
  db = patal_call_open (call, ask.dry_run ? PATAL_FILE_READ : PATAL_FILE_WRITE);
  return db != NULL ? plan_course (call, db, &ask) : PATAL_EXIT_REFUSED;
}

/* --- Again --- */

typedef struct
{
  const PatalTrainingPlan *was, *now;
  PatalChangeWhy           why;
  PatalDay                 today;
} Rebooking;

static gboolean
rebook_cb (PatalDb *db, gpointer data, GError **error)
{
  const Rebooking *rebooking = data;

  return patal_training_plan_rebook (db, rebooking->was, rebooking->now, &rebooking->why, rebooking->today, error);
}

/* What moves; the rest stays. */
static void
print_changes (const PatalTrainingPlan *plan, const PatalPlanFiles *files, const GArray *changes)
{
  int n_modules = plan->problem->data.n_modules, stay = plan->schedule->n - (int) changes->len;

  for (guint i = 0; i < changes->len; i++)
    {
      const PatalPlanChange *change = &g_array_index (changes, PatalPlanChange, i);
      const char *venue = patal_plan_ids_name (&files->venues, plan->clusters->venue[change->index / n_modules]),
                 *module = patal_plan_ids_name (&files->modules, change->index % n_modules);
      g_autofree char *was = change->was != PATAL_DAY_NONE ? patal_day_format (change->was) : g_strdup (_("without a day")),
                      *now = change->now != PATAL_DAY_NONE ? patal_day_format (change->now) : g_strdup (_("without a day"));

      if (change->was == change->now) /* Translators: venue, module, first day. */
        printf (_("%s, %s, %s: other trainers\n"), venue, module, now);
      else /* Translators: venue, module, first day before and after. */
        printf (_("%s, %s: %s, now %s\n"), venue, module, was, now);
    }
  printf (ngettext ("%d batch stays as it is.\n", "%d batches stay as they are.\n", stay), stay);
}

static int
replan_training (PatalDb *db, const PlanAsk *ask, const PatalCourse *course, const PatalTraining *training, const PatalPlanEffort *effort,
                 PatalLang lang, Rebooking *rebooking)
{
  const char *name = course->names[PATAL_LANG_HI] != NULL ? course->names[PATAL_LANG_HI] : course->names[PATAL_LANG_EN];
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalTrainingPlan) was = patal_training_plan_load (db, training->id, rebooking->today, NULL, &error);
  g_autoptr (PatalTrainingPlan) now = was != NULL ? patal_training_plan_replan (was, effort, patal_call_stoppable (), &error) : NULL;
  g_autoptr (PatalPlanFiles) files = now != NULL ? patal_plan_files_of_problem (now->problem, db, lang, PATAL_PLAN_NAMES_TO_READ, &error) : NULL;
  g_autoptr (GArray) changes = NULL;

  if (files == NULL)
    return patal_call_refuse (error);
  changes = patal_training_plan_diff (was, now);
  print_changes (now, files, changes);
  if (!print_summary (db, now, lang))
    return PATAL_EXIT_REFUSED;
  if (ask->dry_run)
    {
      printf ("%s\n", _("This was a trial: nothing was written."));
      return PATAL_EXIT_DONE;
    }
  rebooking->was = was;
  rebooking->now = now;
  if (!patal_db_edit (db, PATAL_LABEL_N ("Planned {1} again: {n} batch is otherwise", "Planned {1} again: {n} batches are otherwise", changes->len, name),
                      rebook_cb, rebooking, &error))
    return patal_call_refuse (error);
  return PATAL_EXIT_DONE;
}

static gboolean
read_reason (const char *word, PatalChangeReason *out)
{
  for (PatalChangeReason reason = 0; word != NULL && reason < PATAL_N_CHANGE_REASONS; reason++)
    if (g_str_equal (patal_change_reason_id (reason), word))
      {
        *out = reason;
        return TRUE;
      }
  return word == NULL;
}

static int
run_replan (PatalCall *call)
{
  g_auto (PlanAsk) ask = { .seed = 1 };
  g_autofree char *reason = NULL, *words = NULL;
  const GOptionEntry entries[] = {
    PLAN_ASK_ENTRIES (ask),
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, NULL, NULL },
    { "words", 0, 0, G_OPTION_ARG_STRING, &words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  Rebooking rebooking = { .why = { PATAL_CHANGE_OTHER, NULL } };
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalDb) db = NULL;
  PatalPlanEffort effort;
  PatalLang lang = PATAL_LANG_HI;

  if (!patal_call_options (call, entries, 1, 1) || !plan_ask_effort (&ask, &effort, &lang, &rebooking.today))
    return PATAL_EXIT_USAGE;
  if (!read_reason (reason, &rebooking.why.reason))
    {
      fprintf (stderr, "patal: %s\n", _("The reason is election, fair, code, monsoon, harvest, exam, flood, trainer, venue, holiday or other"));
      return PATAL_EXIT_USAGE;
    }
  rebooking.why.words = words;
  patal_call_stoppable (); /* before there are other threads */
  db = patal_call_open (call, ask.dry_run ? PATAL_FILE_READ : PATAL_FILE_WRITE);
  if (db == NULL || !plan_ask_course (db, call->words[1], &course) || !plan_ask_training (db, &ask, &course, &training))
    return PATAL_EXIT_REFUSED;
  if (training.id == 0)
    {
      fprintf (stderr, "patal: %s\n", _("There is no training of this course in that year"));
      return PATAL_EXIT_REFUSED;
    }
  return replan_training (db, &ask, &course, &training, &effort, lang, &rebooking);
}

const PatalCommand patal_plan_run_commands[] = {
  { "plan",
    "COURSE --fy YEAR [--training ID] [--from DATE] [--to DATE] [--within PLACE] [--least N] [--most N] [--window \"BLOCK FROM TO REASON\"]… "
    "[--off \"[PLACE] FROM TO\"]… [--without PLACE]… [--today DATE] [--seed N] [--steps N] [--threads N] [--lang hi|en] [--dry-run]",
    N_("Plan a training of a course: who is trained where, on which days, by whom; one step, which undo takes back"), run_plan,
    "--file sonpur.patal plan GGI --fy 2026-27 --dry-run" },
  { "replan",
    "COURSE --fy YEAR [--training ID] [--reason REASON] [--words TEXT] [--today DATE] [--seed N] [--steps N] [--threads N] [--lang hi|en] [--dry-run]",
    N_("Plan a training again after holidays, blackouts or trainers changed: what moves and what stays, with as few moves as can be"), run_replan,
    "--file sonpur.patal replan GGI --fy 2026-27 --reason flood --dry-run" },
  { 0 },
};
