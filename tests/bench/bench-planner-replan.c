/* bench-planner-replan.c: what a change costs, and how many batches it moves
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The goals are set against the batches that must move, which patal-schedule-hit.c counts: those that are hit,
 * and those that must make room. */
#include "bench-planner.h"
#include "patal-schedule-bound.h"
#include <string.h>

#define STEPS 30 /* for each batch: what solve --old takes if nothing else is said */
#define GONE 30  /* days of the window that are over */
#define AHEAD 10 /* the change is so many days later … */
#define MANY_BATCHES 1000

typedef struct
{
  const char *words;
  PatalPlanScope scope; /* of the state, or of the first district or block */
  int days;             /* … and lasts so long */
  double most_ms;
} Change;

/* Whether the days that are closed are those of @batch, which has not begun. */
static gboolean
is_hit (const PatalPlanData *data, const PatalClusters *clusters, const PatalSchedule *old, int batch,
        const PatalPlanSpan *closed, PatalDay first)
{
  int start = old->start[batch], last = start + data->modules[batch % data->n_modules].days - 1;
  int block = data->venues[clusters->venue[batch / data->n_modules]].block;

  if (start < 0 || first + start <= data->rules.today || first + last < closed->span.from
      || first + start > closed->span.to)
    return FALSE;
  return closed->scope == PATAL_PLAN_STATE
         || (closed->scope == PATAL_PLAN_DISTRICT && data->blocks[block].district == closed->of)
         || (closed->scope == PATAL_PLAN_BLOCK && block == closed->of);
}

/* How many of those that have begun are not as they were. */
static int
count_broken (const PatalPlanData *data, const PatalSchedule *old, const PatalSchedule *new, PatalDay first)
{
  int n = 0;

  for (int b = 0; b < old->n; b++)
    if (old->start[b] >= 0 && first + old->start[b] <= data->rules.today)
      n += old->start[b] != new->start[b]
           || memcmp (old->team + (gsize)b * old->room, new->team + (gsize)b * old->room,
                      old->room * sizeof (int))
                  != 0;
  return n;
}

static void
measure (const BenchCase *self, const PatalClusters *clusters, const PatalSchedule *old, const Change *change)
{
  PatalPlanData data = *self->data;
  PatalPlanSpan closed = { change->scope, 0, { 0 } };
  g_autofree PatalPlanSpan *blackouts = g_new (PatalPlanSpan, data.n_blackouts + 1);
  g_autofree char *what = g_strdup_printf ("%s: %s", self->name, change->words), *moved = NULL,
                  *frozen = NULL;
  g_autoptr (PatalSchedule) new = NULL;
  PatalScheduleWorth worth;
  PatalPlanMap map;
  PatalPlanDays days;
  double begun, must;
  int hit = 0;

  closed.span.from = self->days.first + GONE + AHEAD;
  closed.span.to = closed.span.from + change->days - 1;
  if (data.n_blackouts > 0)
    memcpy (blackouts, data.blackouts, data.n_blackouts * sizeof *blackouts);
  blackouts[data.n_blackouts++] = closed;
  data.blackouts = blackouts;
  data.rules.today = self->days.first + GONE;
  patal_plan_map_init (&map, &data);
  patal_plan_days_init (&days, &data);
  for (int b = 0; b < old->n; b++)
    hit += is_hit (&data, clusters, old, b, &closed, days.first);
  begun = bench_cpu ();
  new = patal_schedule_replan (&map, &days, clusters, old, NULL, 1, STEPS, 1, NULL, NULL);
  begun = (bench_cpu () - begun) * 1000;
  worth = patal_schedule_worth (&map, &days, clusters, new, old);
  must = (double)patal_schedule_bound (&map, &days, clusters, new, old, NULL).moved;
  bench_say ("G9", what, begun, 0, "ms", BENCH_AT_MOST, change->most_ms);
  moved = g_strdup_printf ("  moved; %d are hit, %.0f must (%" G_GINT64_FORMAT " heads are left out)", hit,
                           must, worth.heads_without);
  bench_say ("G9", moved, (double)worth.moved, 0, "", BENCH_AT_MOST,
             old->n >= MANY_BATCHES ? must * 1.5 : must + 5);
  bench_say ("G9", "  batches that had begun and are not as they were",
             count_broken (&data, old, new, days.first), 0, "", BENCH_AT_MOST, 0);
  patal_plan_days_clear (&days);
  patal_plan_map_clear (&map);
}

void
bench_replan (const BenchCase *self, const PatalClusters *clusters)
{
  static const Change changes[] = {
    { "a block is closed for five days", PATAL_PLAN_BLOCK, 5, 100 },
    { "a district is closed for three days", PATAL_PLAN_DISTRICT, 3, 100 },
    { "a holiday of the state is declared", PATAL_PLAN_STATE, 1, 1500 },
  };
  g_autoptr (PatalSchedule) old
      = patal_schedule_find (&self->map, &self->days, clusters, NULL, 1, STEPS, 1, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    measure (self, clusters, old, &changes[i]);
}
