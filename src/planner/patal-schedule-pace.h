/* patal-schedule-pace.h: blocks whose officer has no day to lose
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where there is least of the officer's time, a block ends early if something starts on every day that the
 * officer has, to the last. Who finishes one cluster after the other stands there with a last cluster whose
 * modules must wait for each other, or with long ones only on the day before a Sunday, and the officer waits
 * too. So for the day on which the block could end, by counting, each module has a last day of its own; where
 * the days until then are just enough for what is left of it, it goes first. */
#pragma once
#include "patal-timetable.h"

G_BEGIN_DECLS

typedef struct
{
  const PatalTimetable *table;
  int block;
  int *open;   /* of each day, and of the one behind the last: on how many earlier ones something can start */
  int *starts; /* [module × (n_days + 1)]: likewise, each module */
  int end;     /* the block could end on this day; the next two are for it */
  int last[PATAL_PLAN_MOST_MODULES];  /* of each module: the last day on which it may start, or -1 */
  int order[PATAL_PLAN_MOST_MODULES]; /* the modules, those that must start earliest first */
} Pace;

/* (transfer full): of each block, whether its officer has more to attend than those who may teach there have
 * to teach, in the mean. */
guint8 *pace_find_blocks (const PatalTimetable *table);

void pace_init (Pace *self, const PatalTimetable *table, int block);
void pace_clear (Pace *self);

/* The modules that must be what starts on @day, into @hurried (room for all), those that are tried first in
 * front; returns how many. @n_left: of each module, the batches of the block that have no start. Days are asked
 * in their order. */
int pace_hurry (Pace *self, int day, const int *n_left, int *hurried);

G_END_DECLS
