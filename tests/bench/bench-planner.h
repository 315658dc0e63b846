/* bench-planner.h: the lines of the planner's table, and what is measured for them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-outcome.h"
#include "patal-schedule.h"

/* Seconds of processor time of this process: what else the machine does is not ours. */
double bench_cpu (void);

/* A line: what was reached, its goal, and how long a fixed piece of work took just before. @digits behind the
 * point. */
typedef enum
{
  BENCH_AT_MOST,
  BENCH_AT_LEAST,
  BENCH_ONLY_SAID
} BenchGoal;
void bench_say (const char *goal, const char *what, double reached, int digits, const char *unit,
                BenchGoal is, double wanted);

/* A line without a figure. */
void bench_note (const char *goal, const char *what);

/* A problem that is measured, ours or out of a folder. */
typedef struct
{
  const char *name;
  PatalPlanFiles *files; /* (nullable): it came out of a folder */
  PatalPlanData *data;
  PatalPlanMap map;
  PatalPlanDays days;
  PatalPlanOutcome *given; /* (nullable): the folder's clusters.csv */
} BenchCase;

BenchCase *bench_case_read (const char *folder, const char *name); /* (nullable): there is no such folder */
BenchCase *bench_case_take (const char *name, PatalPlanData data);
void bench_case_free (BenchCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCase, bench_case_free)

/* What whole runs of more and more steps reached, and how long each took: the same numbers of steps for every
 * problem. */
#define BENCH_VALUES 4
typedef struct
{
  double seconds;
  guint64 steps;
  gint64 values[BENCH_VALUES]; /* smaller is better, the first counts most */
} BenchRun;

/* Both (transfer full) (element-type BenchRun): runs until one takes longer than @seconds, one thread. Of
 * clusters F0 and F1; of the calendar of
 * @clusters Z0, Z1, Z2 and Z3. *@best (transfer full) (nullable) is the last. */
GArray *bench_clusters (const BenchCase *self, guint64 seed, double seconds, PatalClusters **best);
GArray *bench_calendars (const BenchCase *self, const PatalClusters *clusters, double seconds,
                         PatalSchedule **best);

/* The best that a run of at most @seconds reached; NULL: none ended by then. */
const BenchRun *bench_by (const GArray *runs, double seconds);
/* The seconds of the shortest run in which value @which is at most @wanted and those before it are 0;
 * INFINITY. */
double bench_reach (const GArray *runs, guint which, gint64 wanted);

/* The goals about re-planning, about a dragged batch, and about whole literature folders. */
void bench_replan (const BenchCase *self, const PatalClusters *clusters);
void bench_move (const BenchCase *self, const PatalClusters *clusters, double most_ms);
void bench_literature (const char *folder, double seconds);
