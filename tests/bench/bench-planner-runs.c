/* bench-planner-runs.c: what more and more steps reach
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-planner.h"
#include <math.h>
#include <stdio.h>
#include <time.h>

#define GROWTH 1.5   /* of the steps from run to run */
#define YARD 1000000 /* numbers that are sorted */

double
bench_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- Lines --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return (x > y) - (x < y);
}

/* The yardstick: milliseconds for sorting the same million of numbers. */
static double
yardstick (void)
{
  g_autofree guint32 *numbers = g_new (guint32, YARD);
  guint32 number = 1;
  double begun;

  for (int i = 0; i < YARD; i++)
    numbers[i] = number = number * 1664525 + 1013904223;
  begun = bench_cpu ();
  qsort (numbers, YARD, sizeof *numbers, compare_numbers);
  return (bench_cpu () - begun) * 1000;
}

void
bench_say (const char *goal, const char *what, double reached, int digits, const char *unit, BenchGoal is,
           double wanted)
{
  static const char *const signs[] = { [BENCH_AT_MOST] = "≤", [BENCH_AT_LEAST] = "≥" };
  gboolean done = is == BENCH_AT_MOST ? reached <= wanted : reached >= wanted;
  g_autofree char *shown
      = isfinite (reached) ? g_strdup_printf ("%.*f", digits, reached) : g_strdup ("never");

  printf ("%-4s %-66s %14s %-3s", goal, what, shown, unit);
  if (is == BENCH_ONLY_SAID)
    printf ("  %-22s", "");
  else
    printf ("  %s  %s %-14.*f", done ? "yes" : "NO ", signs[is], digits, wanted);
  printf (" yard %.0f ms\n", yardstick ());
}

void
bench_note (const char *goal, const char *what)
{
  printf ("%-4s %s\n", goal, what);
}

/* --- Problems --- */

static void
prepare (BenchCase *self)
{
  patal_plan_map_init (&self->map, self->data);
  patal_plan_days_init (&self->days, self->data);
}

BenchCase *
bench_case_take (const char *name, PatalPlanData data)
{
  BenchCase *self = g_new0 (BenchCase, 1);

  self->name = name;
  self->data = g_memdup2 (&data, sizeof data);
  prepare (self);
  return self;
}

BenchCase *
bench_case_read (const char *folder, const char *name)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL, *clusters = NULL;
  g_autoptr (GError) error = NULL;
  BenchCase *self;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return NULL;
  self = g_new0 (BenchCase, 1);
  self->name = name;
  self->files = patal_plan_files_read (path, NULL, &error);
  if (self->files == NULL)
    g_error ("%s", error->message);
  self->data = &self->files->data;
  prepare (self);
  clusters = g_build_filename (path, "clusters.csv", NULL);
  self->given = patal_plan_outcome_read (self->files, &self->map, clusters, self->files->remarks, NULL);
  return self;
}

void
bench_case_free (BenchCase *self)
{
  g_clear_pointer (&self->given, patal_plan_outcome_free);
  patal_plan_days_clear (&self->days);
  patal_plan_map_clear (&self->map);
  if (self->files == NULL)
    {
      patal_plan_data_clear (self->data);
      g_free (self->data);
    }
  g_clear_pointer (&self->files, patal_plan_files_free);
  g_free (self);
}

/* --- Runs --- */

/* 0, 1, 2, 3, 5, 8 … */
static guint64
next_steps (guint64 steps)
{
  return (guint64)(steps * GROWTH) + 1;
}

GArray *
bench_clusters (const BenchCase *self, guint64 seed, double seconds, PatalClusters **best)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (BenchRun));
  BenchRun run = { .steps = 10 };

  for (; run.seconds <= seconds; run.steps = next_steps (run.steps))
    {
      double begun = bench_cpu ();
      PatalClusters *found
          = patal_clusters_find (&self->map, &self->days, NULL, seed, run.steps, 1, NULL, NULL);

      run.seconds = bench_cpu () - begun;
      run.values[0] = found->heads_out;
      run.values[1] = found->person_metres;
      g_array_append_val (runs, run);
      if (best != NULL)
        {
          g_clear_pointer (best, patal_clusters_free);
          *best = g_steal_pointer (&found);
        }
      g_clear_pointer (&found, patal_clusters_free);
    }
  return runs;
}

GArray *
bench_calendars (const BenchCase *self, const PatalClusters *clusters, double seconds, PatalSchedule **best)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (BenchRun));
  BenchRun run = { .steps = 0 };

  for (; run.seconds <= seconds; run.steps = next_steps (run.steps))
    {
      double begun = bench_cpu ();
      PatalSchedule *found
          = patal_schedule_find (&self->map, &self->days, clusters, NULL, 1, run.steps, 1, NULL, NULL);
      PatalScheduleWorth worth;

      run.seconds = bench_cpu () - begun;
      worth = patal_schedule_worth (&self->map, &self->days, clusters, found, NULL);
      run.values[0] = worth.heads_without;
      run.values[1] = worth.makespan_days;
      run.values[2] = worth.block_days;
      run.values[3] = worth.travel_metres;
      g_array_append_val (runs, run);
      if (best != NULL)
        {
          g_clear_pointer (best, patal_schedule_free);
          *best = g_steal_pointer (&found);
        }
      g_clear_pointer (&found, patal_schedule_free);
    }
  return runs;
}

static gboolean
is_better (const BenchRun *a, const BenchRun *b)
{
  for (guint i = 0; i < BENCH_VALUES; i++)
    if (a->values[i] != b->values[i])
      return a->values[i] < b->values[i];
  return FALSE;
}

const BenchRun *
bench_by (const GArray *runs, double seconds)
{
  const BenchRun *best = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const BenchRun *run = &g_array_index (runs, BenchRun, i);

      if (run->seconds <= seconds && (best == NULL || is_better (run, best)))
        best = run;
    }
  return best;
}

double
bench_reach (const GArray *runs, guint which, gint64 wanted)
{
  double least = INFINITY;

  for (guint i = 0; i < runs->len; i++)
    {
      const BenchRun *run = &g_array_index (runs, BenchRun, i);

      if (run->values[0] == 0 && run->values[which] <= wanted)
        least = MIN (least, run->seconds);
    }
  return least;
}
