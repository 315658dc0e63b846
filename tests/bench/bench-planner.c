/* bench-planner.c: the planner's goals, each beside what was reached and beside a yardstick
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-planner          all of them
 * bench-planner india    those of India's size alone, since the memory of a whole process is counted
 * bench-planner literature    those of the literature alone
 * bench-planner replan        those of re-planning alone
 * bench-planner runs FOLDER NAME SECONDS     what is reached by when: "clusters,s,F0,F1", "calendar,s,Z0,Z1,Z2,Z3"
 * bench-planner write FOLDER BLOCKS UNITS    a district drawn by lot, with clusters, as plain files
 *
 * The problems are drawn by lot, of 7,791 gram panchayats for a state and 250,000 for India.
 * PATAL_BENCH_PLANNING may name a folder that has some more (grs650, rep650, uk), each a folder of plain
 * files; PATAL_BENCH_CPMP one with instances of the capacitated p-median problem and best_known.csv;
 * PATAL_BENCH_CPMP_SECONDS says how long each of these is searched (10). All times are processor time of one
 * thread. What is reached by some second is the best of runs that ended by then: each from nothing, with 10,
 * 16, 25 … steps a unit, or 0, 1, 2, 4 … steps a batch; the same numbers for all problems. */
#include "bench-planner.h"
#include "plan-generator.h"
#include "plan-solved.h"
#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PROBLEMS 1000 /* small ones of all kinds */
#define SEEDS 9 /* tried where luck plays a part */
#define BOUND_ROUNDS 200
#define INDIA_ROUNDS 100
#define STEPS 300 /* where only bytes are compared */

/* --- G1: nothing is broken --- */

static void
measure_rules (void)
{
  int kept = 0;

  for (guint64 number = 0; number < PROBLEMS; number++)
    {
      PatalPlanData data = plan_generate (number);
      Solved solved;
      Verdict verdict;

      solved_init (&solved, &data);
      solved_cluster (&solved, 1, 100);
      solved_schedule (&solved, 1, 2);
      verdict = solved_judge (&solved, NULL);
      kept += verdict.violations->len == 0;
      verdict_clear (&verdict);
      solved_clear (&solved);
      patal_plan_data_clear (&data);
    }
  bench_say ("G1", "problems drawn by lot whose plan breaks no rule, of 1,000", kept, 0, "", BENCH_AT_LEAST, PROBLEMS);
}

/* --- G2 to G4: clusters --- */

typedef struct
{
  double seconds, per_cent; /* the goal: so near to the bound by then */
} Near;

static void
say_gap (const BenchCase *self, const char *goal, const BenchRun *run, gint64 bound, const Near *near)
{
  g_autofree char *what
      = g_strdup_printf ("%s: clusters above the bound after %g s", self->name, near->seconds);
  double gap = run != NULL && run->values[0] == 0 && bound > 0
                   ? 100.0 * (double)(run->values[1] - bound) / (double)bound
                   : INFINITY;

  bench_say (goal, what, gap, 2, "%", near->per_cent > 0 ? BENCH_AT_MOST : BENCH_ONLY_SAID, near->per_cent);
}

static void
measure_gaps (const BenchCase *self, const char *goal, const Near *near, guint n)
{
  g_autoptr (PatalClusters) best = NULL;
  g_autoptr (GArray) runs = NULL;

  if (self == NULL)
    return;
  runs = bench_clusters (self, 1, near[n - 1].seconds, &best);
  patal_clusters_bound (&self->map, &self->days, best, BOUND_ROUNDS, 1, NULL, NULL);
  for (guint i = 0; i < n; i++)
    say_gap (self, goal, bench_by (runs, near[i].seconds), best->bound, &near[i]);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* One seed may be lucky. */
static void
measure_proved (const BenchCase *self, gint64 optimum)
{
  double times[SEEDS];

  if (self == NULL)
    return;
  for (guint i = 0; i < SEEDS; i++)
    {
      g_autoptr (GArray) runs = bench_clusters (self, i + 1, 0.5, NULL);

      times[i] = bench_reach (runs, 1, optimum) * 1000;
    }
  qsort (times, SEEDS, sizeof *times, compare_times);
  bench_say ("G2", "grs650: the proved optimum of F1 is reached after (median of 9 seeds)",
             times[SEEDS / 2], 1, "ms", BENCH_AT_MOST, 100);
  bench_say ("G2", "  after, at the latest", times[SEEDS - 1], 1, "ms", BENCH_ONLY_SAID, 0);
}

/* --- G6 and G7: calendars --- */

static void
say_reach (const BenchCase *self, const char *goal, const GArray *runs, guint which, gint64 wanted,
           double most_ms)
{
  static const char *const names[] = { "Z0", "Z1", "Z2", "Z3" };
  g_autofree char *what = which == 0 ? g_strdup_printf ("%s: a complete calendar after", self->name)
                                     : g_strdup_printf ("%s: %s = %" G_GINT64_FORMAT " is reached after",
                                                        self->name, names[which], wanted);

  bench_say (goal, what, bench_reach (runs, which, wanted) * 1000, 1, "ms",
             most_ms > 0 ? BENCH_AT_MOST : BENCH_ONLY_SAID, most_ms);
}

static void
say_value (const BenchCase *self, const char *goal, const GArray *runs, guint which, double seconds,
           double most)
{
  const BenchRun *run = bench_by (runs, seconds);
  g_autofree char *what = g_strdup_printf ("%s: Z%u after %g s", self->name, which, seconds);

  bench_say (goal, what, run != NULL ? (double)run->values[which] : INFINITY, 0, "",
             most > 0 ? BENCH_AT_MOST : BENCH_ONLY_SAID, most);
}

static void
measure_district (const BenchCase *self, gint64 z1, double z1_ms, double z2_seconds, double z2)
{
  g_autoptr (GArray) runs = NULL;

  if (self == NULL || self->given == NULL)
    return;
  runs = bench_calendars (self, self->given->clusters, z2_seconds, NULL);
  say_reach (self, "G6", runs, 1, z1, z1_ms);
  say_value (self, "G6", runs, 2, z2_seconds, z2);
}

/* The goals of Z1 are of one problem, in a folder. */
static void
measure_state (const BenchCase *self, const PatalClusters *clusters, gboolean known)
{
  g_autoptr (GArray) runs = bench_calendars (self, clusters, 10, NULL);

  say_reach (self, "G7", runs, 0, 0, 20);
  say_value (self, "G7", runs, 1, 1, known ? 950 : 0);
  say_value (self, "G7", runs, 1, 10, known ? 940 : 0);
  say_value (self, "G7", runs, 2, 10, 0);
}

/* --- G11: threads --- */

static void
measure_threads (const BenchCase *self)
{
  g_autoptr (PatalClusters) one
      = patal_clusters_find (&self->map, &self->days, NULL, 1, STEPS, 1, NULL, NULL),
      two = patal_clusters_find (&self->map, &self->days, NULL, 1, STEPS, 2, NULL, NULL);
  g_autoptr (PatalSchedule) first
      = patal_schedule_find (&self->map, &self->days, one, NULL, 1, STEPS / 100, 1, NULL, NULL),
      second = patal_schedule_find (&self->map, &self->days, one, NULL, 1, STEPS / 100, 2, NULL, NULL);
  gboolean same
      = one->n == two->n && memcmp (one->venue, two->venue, one->n * sizeof *one->venue) == 0
        && memcmp (one->cluster, two->cluster, self->data->n_units * sizeof *one->cluster) == 0
        && memcmp (first->start, second->start, first->n * sizeof *first->start) == 0
        && memcmp (first->team, second->team, (gsize)first->n * first->room * sizeof *first->team) == 0;
  g_autofree char *what = g_strdup_printf ("%s: one thread and two give the same bytes (1: yes)", self->name);

  bench_say ("G11", what, same, 0, "", BENCH_AT_LEAST, 1);
}

/* --- India's size --- */

/* MiB, at most so far. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : INFINITY;
}

static int
measure_india (void)
{
  g_autoptr (BenchCase) india
      = bench_case_take ("drawn India", plan_generate_state (1, 750, 6750, 250000, 10));
  const Near near[] = { { 30, 4 } };
  g_autoptr (PatalClusters) best = NULL;
  g_autoptr (GArray) runs = bench_clusters (india, 1, near[0].seconds, &best), calendars = NULL;

  bench_say ("G4", "drawn India: everybody in a cluster after", bench_reach (runs, 0, 0), 1, "s",
             BENCH_AT_MOST, 30);
  patal_clusters_bound (&india->map, &india->days, best, INDIA_ROUNDS, 1, NULL, NULL);
  say_gap (india, "G4", bench_by (runs, near[0].seconds), best->bound, &near[0]);
  bench_say ("G4", "drawn India: memory of clusters", peak_memory (), 0, "MiB", BENCH_AT_MOST, 1024);
  calendars = bench_calendars (india, best, 0.5, NULL);
  say_reach (india, "G7", calendars, 0, 0, 500);
  bench_say ("G7", "drawn India: memory with the calendar", peak_memory (), 0, "MiB", BENCH_ONLY_SAID, 0);
  return 0;
}

static void
measure_india_apart (const char *self)
{
  const char *argv[] = { self, "india", NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error))
    bench_note ("G4", error->message);
}

/* Of the clusters that came with a problem. */
static void
measure_changes (const char *folder, const char *name)
{
  g_autoptr (BenchCase) problem = bench_case_read (folder, name);

  if (problem != NULL && problem->given != NULL)
    bench_replan (problem, problem->given->clusters);
}

static void
measure_changes_of_ours (void)
{
  g_autoptr (BenchCase) ours = bench_case_take ("drawn state", plan_generate_state (1, 13, 95, 7791, 0));
  g_autoptr (PatalClusters) clusters
      = patal_clusters_find (&ours->map, &ours->days, NULL, 1, STEPS, 1, NULL, NULL);

  bench_replan (ours, clusters);
}

static int
measure_replanning (const char *folder)
{
  measure_changes (folder, "rep650");
  measure_changes (folder, "uk");
  measure_changes_of_ours ();
  return 0;
}

static int
measure_literature (void)
{
  const char *seconds = g_getenv ("PATAL_BENCH_CPMP_SECONDS");

  bench_literature (g_getenv ("PATAL_BENCH_CPMP"), seconds != NULL ? g_ascii_strtod (seconds, NULL) : 10);
  return 0;
}

/* --- For the comparison with a solver --- */

static void
print_runs (const char *what, const GArray *runs, guint n_values)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const BenchRun *run = &g_array_index (runs, BenchRun, i);

      printf ("%s,%.6f", what, run->seconds);
      for (guint v = 0; v < n_values; v++)
        printf (",%" G_GINT64_FORMAT, run->values[v]);
      printf ("\n");
    }
}

static int
tell_runs (const char *folder, const char *name, double seconds)
{
  g_autoptr (BenchCase) problem = bench_case_read (folder, name);
  g_autoptr (GArray) clusters = NULL, calendars = NULL;

  if (problem == NULL || problem->given == NULL)
    return 1;
  clusters = bench_clusters (problem, 1, seconds, NULL);
  calendars = bench_calendars (problem, problem->given->clusters, seconds, NULL);
  print_runs ("clusters", clusters, 2);
  print_runs ("calendar", calendars, 4);
  return 0;
}

static int
write_district (const char *folder, int n_blocks, int n_units)
{
  PatalPlanData data = plan_generate_state (1, 1, n_blocks, n_units, 0);
  g_autoptr (PatalPlanFiles) files = NULL;
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  PatalPlanMap map;
  PatalPlanDays days;

  plan_write_files (&data, folder, "");
  patal_plan_data_clear (&data);
  files = patal_plan_files_read (folder, NULL, &error);
  if (files == NULL)
    g_error ("%s", error->message);
  patal_plan_map_init (&map, &files->data);
  patal_plan_days_init (&days, &files->data);
  outcome = patal_plan_outcome_new (files, patal_clusters_find (&map, &days, NULL, 1, STEPS, 1, NULL, NULL));
  if (!patal_plan_outcome_write (outcome, folder, &error))
    g_error ("%s", error->message);
  patal_plan_days_clear (&days);
  patal_plan_map_clear (&map);
  return 0;
}

/* --- All --- */

int
main (int argc, char **argv)
{
  static const Near district[] = { { 0.1, 3 }, { 1.5, 1.5 } }, state[] = { { 1, 3.5 }, { 6, 2 } };
  const char *folder = g_getenv ("PATAL_BENCH_PLANNING");
  g_autoptr (BenchCase) grs = NULL, rep = NULL, uk = NULL, ours = NULL;
  g_autoptr (PatalClusters) clusters = NULL;

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc == 2 && g_str_equal (argv[1], "india"))
    return measure_india ();
  if (argc == 2 && g_str_equal (argv[1], "literature"))
    return measure_literature ();
  if (argc == 2 && g_str_equal (argv[1], "replan"))
    return measure_replanning (folder);
  if (argc == 5 && g_str_equal (argv[1], "runs"))
    return tell_runs (argv[2], argv[3], g_ascii_strtod (argv[4], NULL));
  if (argc == 5 && g_str_equal (argv[1], "write"))
    return write_district (argv[2], atoi (argv[3]), atoi (argv[4]));
  ours = bench_case_take ("drawn state", plan_generate_state (1, 13, 95, 7791, 0));
  grs = bench_case_read (folder, "grs650");
  rep = bench_case_read (folder, "rep650");
  uk = bench_case_read (folder, "uk");
  if (folder == NULL)
    bench_note ("", "PATAL_BENCH_PLANNING names no folder: only problems of our own are measured.");
  measure_rules ();
  measure_proved (grs, 11876230);
  measure_gaps (rep, "G3", district, G_N_ELEMENTS (district));
  measure_gaps (uk, "G4", state, G_N_ELEMENTS (state));
  measure_gaps (ours, "G4", state, G_N_ELEMENTS (state));
  measure_india_apart (argv[0]);
  measure_literature ();
  measure_district (grs, 16, 5, 1, 111);
  measure_district (rep, 83, 10, 2, 660);
  if (uk != NULL && uk->given != NULL)
    measure_state (uk, uk->given->clusters, TRUE);
  clusters = patal_clusters_find (&ours->map, &ours->days, NULL, 1, STEPS, 1, NULL, NULL);
  measure_state (ours, clusters, FALSE);
  measure_replanning (folder);
  if (rep != NULL && rep->given != NULL)
    bench_move (rep, rep->given->clusters, 1);
  bench_move (ours, clusters, 5);
  measure_threads (ours);
  return 0;
}
