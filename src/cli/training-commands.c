/* training-commands.c: training: lists the trainings of the file, copies one into another year
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-copy.h"
#include "plan-ask.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static int
list_trainings (PatalCall *call, const char *year)
{
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GPtrArray) trainings = NULL;
  g_autoptr (GError) error = NULL;
  int fy = 0;

  if (year != NULL && !patal_fy_parse (year, &fy, &error))
    return patal_call_refuse (error);
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  trainings = patal_trainings (db, fy, &error);
  if (trainings == NULL)
    return patal_call_refuse (error);
  for (guint i = 0; i < trainings->len; i++)
    {
      const PatalTrainingSummary *one = trainings->pdata[i];
      g_autofree char *label = patal_fy_label (one->fy), *span = patal_span_format (one->window, PATAL_LANG_HI);
      const char *name = one->names[PATAL_LANG_HI] != NULL ? one->names[PATAL_LANG_HI] : one->names[PATAL_LANG_EN];

      /* Translators: of how many batches (%u) so many have a day, and so many were held. */
      g_autofree char *state = g_strdup_printf (_("%u batches, %u with a day, %u held"), one->batches, one->dated, one->held);

      printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", one->id, label, span, name, state);
    }
  return PATAL_EXIT_DONE;
}

typedef struct
{
  gint64            training;
  int               fy;
  PatalDay          today;
  PatalTrainingCopy copy;
} Deed;

static gboolean
copy_cb (PatalDb *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return patal_training_copy_year (db, deed->training, deed->fy, deed->today, patal_call_stoppable (), &deed->copy, error);
}

static int
copy_training (PatalDb *db, const PatalCourse *course, Deed *deed)
{
  const char *name = patal_course_name (course, PATAL_LANG_HI);
  g_autofree char *year = patal_fy_label (deed->fy);
  g_autoptr (GError) error = NULL;

  if (!patal_db_edit (db, PATAL_LABEL ("Copied {1} into {2}", name, year), copy_cb, deed, &error))
    return patal_call_refuse (error);
  printf (ngettext ("%u batch copied: %u have a day, of these %u on last year's date.\n", "%u batches copied: %u have a day, of these %u on last year's date.\n",
                    deed->copy.batches), deed->copy.batches, deed->copy.dated, deed->copy.same);
  return PATAL_EXIT_DONE;
}

static int
run_copy (PatalCall *call, PlanAsk *ask, const char *to)
{
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GError) error = NULL;
  Deed deed = { .today = patal_day_today () };

  if (to == NULL || !patal_call_day (ask->today, &deed.today))
    {
      if (to == NULL)
        fprintf (stderr, "patal: %s\n", _("Say with --to into which financial year it is copied"));
      return PATAL_EXIT_USAGE;
    }
  if (!patal_fy_parse (to, &deed.fy, &error))
    return patal_call_refuse (error);
  patal_call_stoppable ();
  db = patal_call_open (call, PATAL_FILE_WRITE);
  if (db == NULL || !plan_ask_course (db, call->words[2], &course) || !plan_ask_training (db, ask, &course, &training))
    return PATAL_EXIT_REFUSED;
  if (training.id == 0)
    {
      fprintf (stderr, "patal: %s\n", _("There is no training of this course in that year"));
      return PATAL_EXIT_REFUSED;
    }
  deed.training = training.id;
  return copy_training (db, &course, &deed);
}

static int
run_training (PatalCall *call)
{
  g_auto (PlanAsk) ask = { 0 };
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "fy", 0, 0, G_OPTION_ARG_STRING, &ask.fy, NULL, NULL },
    { "training", 0, 0, G_OPTION_ARG_INT64, &ask.training, NULL, NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &ask.today, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 2))
    return PATAL_EXIT_USAGE;
  if (g_str_equal (call->words[1], "list") && call->n_words == 1)
    return list_trainings (call, ask.fy);
  if (g_str_equal (call->words[1], "copy") && call->n_words == 2)
    return run_copy (call, &ask, to);
  patal_call_explain (call->command);
  return PATAL_EXIT_USAGE;
}

const PatalCommand patal_training_commands[] = {
  { "training", "list [--fy YEAR] | copy COURSE --fy YEAR --to YEAR [--training ID] [--today DATE]",
    N_("List the trainings of the file; copy one into another financial year, around its holidays and blackouts, in one step"), run_training,
    "--file sonpur.patal training copy GGI --fy 2026-27 --to 2027-28" },
  { 0 },
};
