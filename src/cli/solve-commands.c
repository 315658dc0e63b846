/* solve-commands.c: solve: the planner alone, on plain files
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-plan-pins.h"
#include "solve-json.h"
#include "solve-median.h"
#include "solve-report.h"
#include "solve-rounds.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#define MOST_SECONDS 86400
#define MOST_STEPS G_GINT64_CONSTANT (1000000000) /* for each unit */
#define MOST_THREADS 64
#define FIRST_STEPS 100   /* for each unit, of the first round where the clock decides */
#define DEARER 100        /* so many steps for a unit are one for a batch, which takes about as long */
#define MEDIAN_SECONDS 10
#define BOUND_SHARE 0.15 /* of the seconds for an instance of the literature */
#define BOUND_ROUNDS 200
#define NEXT_SEED G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) /* another round, other numbers */

typedef struct
{
  char *clusters, *old, *pinned, *effort, *cost;
  gboolean cpmp, json;
  gint64 seed, steps;
  double seconds;
  int threads;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->clusters);
  g_free (options->old);
  g_free (options->pinned);
  g_free (options->effort);
  g_free (options->cost);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
wrong_usage (const char *sentence)
{
  fprintf (stderr, "patal: %s\n", sentence);
  return PATAL_EXIT_USAGE;
}

/* PATAL_EXIT_DONE, or it was said on standard error. */
static int
check_options (Options *options)
{
  static const char *const efforts[] = { "quick", "normal", "long", NULL };
  static const gint64 steps[] = { 300, 3000, 30000 };
  guint effort = 1;

  if (!patal_call_choose (options->effort, efforts, &effort))
    return wrong_usage (_("The effort is quick, normal or long"));
  if (!(options->seconds >= 0 && options->seconds <= MOST_SECONDS))
    return wrong_usage (_("The seconds are between 0 and 86400"));
  if (options->steps < 0 || options->steps > MOST_STEPS)
    return wrong_usage (_("The steps are between 1 and 1000000000"));
  if (options->threads < 0 || options->threads > MOST_THREADS)
    return wrong_usage (_("The threads are between 1 and 64"));
  if ((options->steps > 0) + (options->seconds > 0) + (options->effort != NULL) > 1)
    return wrong_usage (_("Say only one of --effort, --steps and --seconds"));
  if (options->pinned != NULL && options->old == NULL)
    return wrong_usage (_("Batches are pinned on the days of an old plan: name it with --old"));
  if (options->steps == 0 && options->seconds == 0 && !options->cpmp)
    options->steps = steps[effort];
  if (options->threads == 0)
    options->threads = (int) MIN (g_get_num_processors (), MOST_THREADS);
  return PATAL_EXIT_DONE;
}

/* --- The literature's problem --- */

static int
solve_cpmp (const char *path, const Options *options)
{
  g_auto (SolveMedian) median = { .scale = 1 };
  g_autoptr (PatalMedianSearch) search = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const PatalMedianPlan *best;
  double value, bound, begun, seconds = options->seconds > 0 ? options->seconds : options->steps > 0 ? 0 : MEDIAN_SECONDS;

  if (!solve_median_read (&median, path, options->cost != NULL ? options->cost : "euclid", &error))
    return patal_call_refuse (error);
  begun = solve_clock ();
  search = solve_median_search (&median, (guint64) options->seed, (guint64) options->steps, seconds * (1 - BOUND_SHARE),
                                solve_clock);
  best = patal_median_search_best (search);
  if (!best->fits)
    {
      fprintf (stderr, "patal: %s\n",
               _("Nothing was found that fits: the demand may be more than the sites can hold, or more time "
                  "is needed."));
      return PATAL_EXIT_REFUSED;
    }
  value = solve_median_value (&median, best);
  bound = solve_median_bound (&median, best, seconds * BOUND_SHARE, solve_clock);
  seconds = solve_clock () - begun;
  if (!options->json)
    {
      printf (_("Value: %.*f\n"), median.whole ? 0 : 2, value);
      if (bound > 0)
        printf (_("Above the bound: %.2f %%\n"), 100 * (value - bound) / bound);
      printf (_("Seconds: %.2f\n"), seconds);
      return PATAL_EXIT_DONE;
    }
  json_open (out, NULL, '{');
  json_number (out, "value", value, median.whole ? 0 : 2);
  json_number (out, "bound", bound > 0 ? bound : NAN, 2);
  json_number (out, "gap_pct", bound > 0 ? 100 * (value - bound) / bound : NAN, 4);
  json_number (out, "seconds", seconds, 3);
  json_close (out, '}');
  printf ("%s\n", out->str);
  return PATAL_EXIT_DONE;
}

/* --- A plan --- */

typedef struct
{
  PatalPlanMap map;
  PatalPlanDays days;
} Ground;

static void
ground_init (Ground *ground, const PatalPlanFiles *files)
{
  patal_plan_map_init (&ground->map, &files->data);
  patal_plan_days_init (&ground->days, &files->data);
}

static void
ground_clear (Ground *ground)
{
  patal_plan_map_clear (&ground->map);
  patal_plan_days_clear (&ground->days);
}

/* (transfer full) */
static PatalClusters *
find_clusters (const Ground *ground, const Options *options, double seconds, SolveReport *report,
               const PatalProgress *progress, GError **error)
{
  PatalClusters *best = NULL;
  SolveRounds rounds;
  guint64 seed = (guint64) options->seed;

  solve_rounds_init (&rounds, solve_clock, options->steps > 0 ? (guint64) options->steps : FIRST_STEPS,
                     options->steps > 0 ? 0 : seconds);
  do
    {
      PatalClusters *next = patal_clusters_find (&ground->map, &ground->days, best, seed, rounds.steps,
                                                 options->threads, progress, error);

      patal_clusters_free (best);
      if (next == NULL)
        return NULL;
      best = next;
      report->steps += rounds.steps;
      seed += NEXT_SEED;
    }
  while (solve_rounds_next (&rounds));
  return best;
}

static void
find_shorts (const Ground *ground, const PatalPlanOutcome *outcome, SolveReport *report)
{
  gint64 begun = g_get_monotonic_time ();

  report->shorts = patal_schedule_findings (&ground->map, &ground->days, outcome->clusters, report->old,
                                            report->pinned);
  report->shorts_s = (g_get_monotonic_time () - begun) / 1e6;
}

/* Gives @outcome its schedule. */
static gboolean
find_schedule (const Ground *ground, PatalPlanOutcome *outcome, const Options *options, double seconds,
               SolveReport *report, const PatalProgress *progress, GError **error)
{
  SolveRounds rounds;
  guint64 seed = (guint64) options->seed;

  find_shorts (ground, outcome, report);
  solve_rounds_init (&rounds, solve_clock, MAX ((guint64) (options->steps > 0 ? options->steps : FIRST_STEPS) / DEARER, 1),
                     options->steps > 0 ? 0 : seconds);
  do
    {
      PatalSchedule *next
          = patal_schedule_find (&ground->map, &ground->days, outcome->clusters, outcome->schedule, seed,
                                 rounds.steps, options->threads, progress, error);

      if (next == NULL)
        return FALSE;
      g_clear_pointer (&outcome->schedule, patal_schedule_free);
      outcome->schedule = next;
      report->schedule_steps += rounds.steps;
      seed += NEXT_SEED;
    }
  while (solve_rounds_next (&rounds));
  report->schedule_s = solve_rounds_used (&rounds);
  return TRUE;
}

/* Gives @outcome, whose clusters were read, the schedule that comes after the old one. */
static gboolean
find_next_schedule (const Ground *ground, PatalPlanOutcome *outcome, const PatalPlanFiles *files, const Options *options, SolveReport *report,
                    const PatalProgress *progress, GError **error)
{
  gint64 begun;
  guint64 steps = MAX ((guint64) (options->steps > 0 ? options->steps : FIRST_STEPS) / DEARER, 1);

  report->old = patal_plan_outcome_read_schedule (outcome, options->old, files->remarks, error);
  if (report->old == NULL)
    return FALSE;
  if (options->pinned != NULL)
    {
      report->pinned = patal_plan_pins_read (outcome, report->old, options->pinned, files->remarks, error);
      if (report->pinned == NULL)
        return FALSE;
    }
  find_shorts (ground, outcome, report);
  begun = g_get_monotonic_time ();
  outcome->schedule
      = patal_schedule_replan (&ground->map, &ground->days, outcome->clusters, report->old, report->pinned,
                               (guint64) options->seed, steps, options->threads, progress, error);
  report->schedule_steps = steps;
  report->schedule_s = (g_get_monotonic_time () - begun) / 1e6;
  if (report->pinned != NULL && outcome->schedule != NULL)
    patal_plan_pins_judge (outcome, &ground->map, &ground->days, report->pinned, files->remarks);
  return outcome->schedule != NULL;
}

/* (transfer full): the file of clusters that is named, or with an old plan the one beside it. */
static char *
clusters_path (const Options *options)
{
  g_autofree char *folder = NULL;

  if (options->clusters != NULL || options->old == NULL)
    return g_strdup (options->clusters);
  folder = g_path_get_dirname (options->old);
  return g_build_filename (folder, "clusters.csv", NULL);
}

/* (transfer full) */
static PatalPlanOutcome *
find_outcome (const PatalPlanFiles *files, const Ground *ground, const Options *options, SolveReport *report,
              const PatalProgress *progress, GError **error)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  g_autofree char *given = clusters_path (options);
  const PatalProgress *rest;
  PatalProgressPart first, second;
  double seconds = options->seconds;

  report->by_time = options->steps == 0 && options->old == NULL;
  if (given != NULL)
    outcome = patal_plan_outcome_read (files, &ground->map, given, files->remarks, error);
  else
    {
      PatalClusters *clusters = find_clusters (ground, options, seconds / 2, report,
                                               patal_progress_part (&first, progress, 0, 0.5), error);

      outcome = clusters != NULL ? patal_plan_outcome_new (files, clusters) : NULL;
      report->clusters_s = (g_get_monotonic_time () - begun) / 1e6;
      seconds -= report->clusters_s;
    }
  begun = g_get_monotonic_time ();
  if (outcome == NULL
      || (options->old == NULL /* else nothing is asked of the clusters */
          && !patal_clusters_bound (&ground->map, &ground->days, outcome->clusters, BOUND_ROUNDS, options->threads, NULL, error)))
    return NULL;
  report->bound_s = (g_get_monotonic_time () - begun) / 1e6;
  rest = patal_progress_part (&second, progress, given != NULL ? 0 : 0.5, 1);
  if (options->old != NULL ? !find_next_schedule (ground, outcome, files, options, report, rest, error)
                           : !find_schedule (ground, outcome, options, seconds, report, rest, error))
    return NULL;
  return g_steal_pointer (&outcome);
}

static void
find_least (const Ground *ground, const PatalPlanOutcome *outcome, SolveReport *report)
{
  gint64 begun = g_get_monotonic_time ();

  report->worth
      = patal_schedule_worth (&ground->map, &ground->days, outcome->clusters, outcome->schedule, report->old);
  report->least = patal_schedule_bound (&ground->map, &ground->days, outcome->clusters, outcome->schedule,
                                        report->old, report->pinned);
  report->least_s = (g_get_monotonic_time () - begun) / 1e6;
}

static int
solve_instance (const char *instance, const char *plan, const Options *options)
{
  const PatalProgress *progress = patal_call_stoppable ();
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (PatalPlanFiles) files = patal_plan_files_read (instance, NULL, &error);
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  SolveReport report = { 0 };
  Ground ground;

  if (files == NULL)
    return patal_call_refuse (error);
  ground_init (&ground, files);
  report.read_s = (g_get_monotonic_time () - begun) / 1e6;
  outcome = find_outcome (files, &ground, options, &report, progress, &error);
  begun = g_get_monotonic_time ();
  if (outcome != NULL && patal_plan_outcome_write (outcome, plan, &error))
    {
      report.outcome = outcome;
      report.map = &ground.map;
      report.first_day = ground.days.first;
      report.remarks = files->remarks;
      report.write_s = (g_get_monotonic_time () - begun) / 1e6;
      find_least (&ground, outcome, &report);
      (options->json ? solve_report_print_json : solve_report_print) (&report);
    }
  patal_schedule_free (report.old);
  g_free (report.pinned);
  g_clear_pointer (&report.shorts, g_array_unref);
  ground_clear (&ground);
  return error != NULL ? patal_call_refuse (error) : PATAL_EXIT_DONE;
}

static int
run_solve (PatalCall *call)
{
  g_auto (Options) options = { .seed = 1 };
  const GOptionEntry entries[] = {
    { "clusters", 0, 0, G_OPTION_ARG_FILENAME, &options.clusters, NULL, NULL },
    { "old", 0, 0, G_OPTION_ARG_FILENAME, &options.old, NULL, NULL },
    { "pinned", 0, 0, G_OPTION_ARG_FILENAME, &options.pinned, NULL, NULL },
    { "cpmp", 0, 0, G_OPTION_ARG_NONE, &options.cpmp, NULL, NULL },
    { "cost", 0, 0, G_OPTION_ARG_FILENAME, &options.cost, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, NULL, NULL },
    { "effort", 0, 0, G_OPTION_ARG_STRING, &options.effort, NULL, NULL },
    { "steps", 0, 0, G_OPTION_ARG_INT64, &options.steps, NULL, NULL },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options.seconds, NULL, NULL },
    { "threads", 0, 0, G_OPTION_ARG_INT, &options.threads, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!patal_call_options (call, entries, 1, 2))
    return PATAL_EXIT_USAGE;
  if (options.cpmp != (call->n_words == 1))
    return wrong_usage (_("Name the folder to read and the folder to write, or one file with --cpmp"));
  status = check_options (&options);
  if (status != PATAL_EXIT_DONE)
    return status;
  return options.cpmp ? solve_cpmp (call->words[1], &options)
                      : solve_instance (call->words[1], call->words[2], &options);
}

const PatalCommand patal_solve_commands[] = {
  { "solve",
    "INSTANCE_DIR PLAN_DIR [--clusters FILE] [--old FILE [--pinned FILE]] [--seed N] [--effort quick|normal|long | --steps N | --seconds "
    "S] [--threads N] [--json] | "
    "--cpmp FILE [--cost trunc|euclid|MATRIXFILE] [--seed N] [--steps N | --seconds S] [--json]",
    N_("Plan trainings from plain files: clusters and their calendar; or solve an instance of the "
        "capacitated p-median problem"),
    run_solve, "solve sonpur-2021 sonpur-plan --effort long" },
  { 0 },
};
