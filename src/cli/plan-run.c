/* plan-run.c: plan: a training is planned and taken into the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-summary.h"
#include "plan-ask.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
print_summary (const PatalPlanDeed *deed)
{
  g_autoptr (GPtrArray) sentences = patal_plan_summary (deed->plan, deed->files, PATAL_PLAN_SUMMARY_ALL);

  for (guint i = 0; i < sentences->len; i++)
    printf ("%s\n", (const char *) sentences->pdata[i]);
}

/* As the options say, in @db. */
static int
plan_course (PatalCall *call, PatalDb *db, PlanAsk *ask)
{
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalPlanDeed) deed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  PatalPlanEffort effort;
  PatalLang lang = PATAL_LANG_HI;
  PatalDay today;

  if (!plan_ask_effort (ask, &effort, &lang, &today))
    return PATAL_EXIT_USAGE;
  if (!plan_ask_course (db, call->words[1], &course) || !plan_ask_training (db, ask, &course, &training) || !plan_ask_change (db, ask, &training))
    return PATAL_EXIT_REFUSED;
  deed = patal_plan_deed_find (db, &training, &effort, today, lang, patal_call_stoppable (), &error);
  if (deed == NULL)
    return patal_call_refuse (error);
  print_summary (deed);
  if (deed->plan->clusters->n == 0)
    {
      fprintf (stderr, "patal: %s\n", _("There is nothing that could be planned"));
      return PATAL_EXIT_REFUSED;
    }
  if (ask->dry_run)
    {
      printf ("%s\n", _("This was a trial: nothing was written."));
      return PATAL_EXIT_DONE;
    }
  done = patal_plan_deed_accept (db, deed, &error);
  if (done == NULL)
    return patal_call_refuse (error);
  printf ("%s\n", done);
  return PATAL_EXIT_DONE;
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

/* What moves; the rest stays. */
static void
print_changes (const PatalPlanDeed *deed)
{
  const PatalTrainingPlan *plan = deed->plan;
  const PatalPlanFiles *files = deed->files;
  g_autoptr (GArray) changes = patal_training_plan_diff (deed->was, plan);
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
replan_training (PatalDb *db, gboolean dry_run, gint64 training, const PatalPlanEffort *effort, PatalLang lang, const PatalChangeWhy *why, PatalDay today)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  g_autoptr (PatalPlanDeed) deed = patal_plan_deed_find_again (db, training, effort, today, lang, patal_call_stoppable (), &error);

  if (deed == NULL)
    return patal_call_refuse (error);
  print_changes (deed);
  print_summary (deed);
  if (dry_run)
    {
      printf ("%s\n", _("This was a trial: nothing was written."));
      return PATAL_EXIT_DONE;
    }
  done = patal_plan_deed_rebook (db, deed, why, today, &error);
  return done != NULL ? PATAL_EXIT_DONE : patal_call_refuse (error);
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
  PatalChangeWhy why = { PATAL_CHANGE_OTHER, NULL };
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalDb) db = NULL;
  PatalPlanEffort effort;
  PatalLang lang = PATAL_LANG_HI;
  PatalDay today;

  if (!patal_call_options (call, entries, 1, 1) || !plan_ask_effort (&ask, &effort, &lang, &today))
    return PATAL_EXIT_USAGE;
  if (!read_reason (reason, &why.reason))
    {
      fprintf (stderr, "patal: %s\n", _("The reason is election, fair, code, monsoon, harvest, exam, flood, trainer, venue, holiday or other"));
      return PATAL_EXIT_USAGE;
    }
  why.words = words;
  patal_call_stoppable (); /* before there are other threads */
  db = patal_call_open (call, ask.dry_run ? PATAL_FILE_READ : PATAL_FILE_WRITE);
  if (db == NULL || !plan_ask_course (db, call->words[1], &course) || !plan_ask_training (db, &ask, &course, &training))
    return PATAL_EXIT_REFUSED;
  if (training.id == 0)
    {
      fprintf (stderr, "patal: %s\n", _("There is no training of this course in that year"));
      return PATAL_EXIT_REFUSED;
    }
  return replan_training (db, ask.dry_run, training.id, &effort, lang, &why, today);
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
