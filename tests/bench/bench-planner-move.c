/* bench-planner-move.c: a batch that is dragged
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-planner.h"
#include "patal-schedule-move.h"

#define ASKED 5000

/* The slowest and the mean question: each to a day and at times to a venue that are drawn by lot, with the
 * batch's own trainers. */
void
bench_move (const BenchCase *self, const PatalClusters *clusters, double most_ms)
{
  g_autoptr (PatalSchedule) schedule
      = patal_schedule_find (&self->map, &self->days, clusters, NULL, 1, 0, 1, NULL, NULL);
  g_autoptr (PatalMover) mover = patal_mover_new (&self->map, &self->days, clusters, schedule, NULL);
  g_autofree char *slowest
      = g_strdup_printf ("%s: a dragged batch of %d is checked, at worst", self->name, schedule->n),
      *mean = g_strdup_printf ("  in the mean of %d questions", ASKED);
  double worst = 0, all = 0;
  guint32 lot = 1;

  for (int i = 0; i < ASKED; i++)
    {
      PatalMove move = { .venue = -1 };
      double begun, took;

      lot = lot * 1664525 + 1013904223;
      move.batch = (int)((lot >> 8) % (guint32)schedule->n);
      move.team = schedule->team + (gsize)move.batch * schedule->room;
      while (move.n_team < schedule->room && move.team[move.n_team] >= 0)
        move.n_team++;
      lot = lot * 1664525 + 1013904223;
      move.day = (int)((lot >> 8) % (guint32)self->days.n_days);
      if (i % 4 == 0)
        move.venue = (int)((lot >> 4) % (guint32)self->data->n_venues);
      begun = bench_cpu ();
      patal_mover_ask (mover, &move);
      took = bench_cpu () - begun;
      worst = MAX (worst, took);
      all += took;
    }
  bench_say ("G10", slowest, worst * 1000, 3, "ms", BENCH_AT_MOST, most_ms);
  bench_say ("G10", mean, all / ASKED * 1000, 4, "ms", BENCH_ONLY_SAID, 0);
}
