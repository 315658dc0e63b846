/* plan-commands.c: plan-data: what solve reads, out of a district's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-plan-district.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char *posts, *resource, *from, *to, *module, *lang;
  int days, team, least, most;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->posts);
  g_free (options->resource);
  g_free (options->from);
  g_free (options->to);
  g_free (options->module);
  g_free (options->lang);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
say (const char *sentence)
{
  fprintf (stderr, "patal: %s\n", sentence);
  return FALSE;
}

/* FALSE: said on standard error. */
static gboolean
check_options (const Options *options, PatalSpan *window, PatalLang *lang)
{
  if (options->posts == NULL || options->resource == NULL || options->from == NULL || options->to == NULL)
    return say (
        _ ("Say who is trained with --posts, by whom with --resource, and when with --from and --to"));
  if (!patal_call_day (options->from, &window->from) || !patal_call_day (options->to, &window->to)
      || (options->lang != NULL && !patal_call_lang (options->lang, lang)))
    return FALSE;
  if (window->from > window->to)
    return say (_ ("The window ends before it begins"));
  if (options->days < 1 || options->team < 0 || options->team > PATAL_PLAN_MOST_TEAM || options->least < 0
      || options->most < MAX (options->least, 1) || options->most > PATAL_PLAN_MOST_HEADS)
    return say (
        _ ("A batch has at least one day, at most 100 trainers, and its least is not above its most"));
  if (*options->module == '\0' || strpbrk (options->module, " \t\r\n") != NULL)
    return say (_ ("The name of the module has no space in it"));
  return TRUE;
}

/* One module for whoever holds the posts: what the district's file does not know. */
static void
make_course (const Options *options, PatalCourse *course)
{
  g_auto (GStrv) posts = g_strsplit (options->posts, ",", -1);
  PatalModule *module = patal_module_new ();

  patal_course_init (course);
  for (char **post = posts; *post != NULL; post++)
    g_ptr_array_add (course->posts, g_strdup (*post));
  module->names[PATAL_LANG_HI] = g_strdup (options->module);
  module->days = options->days;
  module->team = options->team;
  g_ptr_array_add (course->modules, module);
  course->batch_min = options->least;
  course->batch_max = options->most;
}

/* (transfer full) (element-type gint64): the gram panchayats that @words, with commas between, name. NULL:
 * said on standard error. */
static GArray *
find_gps (PatalDb *db, const char *words)
{
  g_auto (GStrv) names = g_strsplit (words, ",", -1);
  g_autoptr (GArray) gps = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) found = patal_unit_named (db, PATAL_LEVEL_GP, *name, &error);

      if (found == NULL)
        {
          patal_call_refuse (error);
          return NULL;
        }
      if (found->len != 1)
        {
          fprintf (stderr,
                   found->len == 0 ? _ ("patal: There is no gram panchayat “%s”\n")
                                   : _ ("patal: Several gram panchayats are called “%s”: write the code\n"),
                   *name);
          return NULL;
        }
      g_array_append_vals (gps, found->data, 1);
    }
  return g_steal_pointer (&gps);
}

static int
run_plan_data (PatalCall *call)
{
  g_auto (Options) options = { .module = g_strdup ("M1"), .days = 2, .team = 2, .least = 20, .most = 40 };
  const GOptionEntry entries[] = {
    { "posts", 0, 0, G_OPTION_ARG_STRING, &options.posts, NULL, NULL },
    { "resource", 0, 0, G_OPTION_ARG_STRING, &options.resource, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, NULL, NULL },
    { "module", 0, 0, G_OPTION_ARG_STRING, &options.module, NULL, NULL },
    { "days", 0, 0, G_OPTION_ARG_INT, &options.days, NULL, NULL },
    { "team", 0, 0, G_OPTION_ARG_INT, &options.team, NULL, NULL },
    { "least", 0, 0, G_OPTION_ARG_INT, &options.least, NULL, NULL },
    { "most", 0, 0, G_OPTION_ARG_INT, &options.most, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.lang, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GArray) gps = NULL;
  g_autoptr (PatalTrainingProblem) problem = NULL;
  g_autoptr (PatalPlanFiles) files = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalTraining) training = { 0 };
  PatalSpan window = { 0 };
  PatalLang lang = PATAL_LANG_HI;

  if (!patal_call_options (call, entries, 1, 1) || !check_options (&options, &window, &lang))
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_READ);
  gps = db != NULL ? find_gps (db, options.resource) : NULL;
  if (gps == NULL)
    return PATAL_EXIT_REFUSED;
  make_course (&options, &course);
  patal_training_init (&training, &course, patal_fy_of (window.from));
  training.window = window;
  problem = patal_training_problem_new (db, &training, &course, gps, PATAL_DAY_NONE, NULL, &error);
  files = problem != NULL ? patal_plan_files_of_problem (problem, db, lang, PATAL_PLAN_NAMES_TO_WRITE, &error) : NULL;
  if (files == NULL || !patal_plan_files_write (files, call->words[1], &error))
    return patal_call_refuse (error);
  return PATAL_EXIT_DONE;
}

const PatalCommand patal_plan_commands[] = {
  { "plan-data",
    "FOLDER --posts CODE,CODE… --resource GP,GP… --from DATE --to DATE [--module NAME] [--days N] [--team N] "
    "[--least N] "
    "[--most N] [--lang hi|en]",
    N_ ("Write what solve reads: who holds the posts in the district's file is trained, by those of the "
        "resource gram "
        "panchayats"),
    run_plan_data,
    "--file sonpur.patal plan-data sonpur-2026 --posts GRS,PS --resource 990101,994017 --from 2026-04-01 "
    "--to 2026-06-30" },
  { 0 },
};
