/* patal-schedule-part.h: the districts that must be planned together, and what is found for them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Districts are joined where an officer serves blocks of both, or trainers teach in the whole state; else each is a part of its own. */
#pragma once
#include "patal-random.h"
#include "patal-timetable.h"

G_BEGIN_DECLS

/* What the search compares, in this order. */
typedef struct
{
  gint64 heads_without, makespan_days, block_days, travel_metres;
} PartWorth;

typedef struct
{
  PatalTimetable *table;
  GArray  *blocks, *clusters; /* int; those blocks that units of the clusters live in, and their clusters */
  int      n_batches, *batches;
  int     *late;      /* of each batch of the table, this part's only: the last day on which it may end */
  guint8  *fixed;     /* likewise: it stays where it is (frozen, pinned, or to be moved least) */
  const int *home;    /* (nullable) likewise: the day that it has and should keep, or -1 */
  PatalRandom random;
  guint64  steps;     /* made so far */
  /* the best so far */
  PartWorth best;
  int      *start, *team; /* of each of @batches */
} SchedulePart;

/* (transfer full) (element-type SchedulePart): all parts of a table. */
GPtrArray *schedule_parts_new (PatalTimetable *table, int *late, guint8 *fixed, guint64 seed);

PartWorth  schedule_part_worth   (const SchedulePart *self); /* of what stands in the table */
void       schedule_part_keep    (SchedulePart *self);       /* if it is better than the best */
void       schedule_part_restore (SchedulePart *self);       /* the best into the table */
void       schedule_part_empty   (SchedulePart *self);       /* the table, of this part's batches that are not fixed */
int        schedule_part_end     (const SchedulePart *self, int block); /* the last day of training, or -1 */

/* Fills the empty table day by day. @variant 0, 1, …: other orders of the blocks. patal-schedule-build.c */
void       schedule_part_build   (SchedulePart *self, int variant);

/* Places all batches of @pool (they have no start), lifting others where they are in the way, in at most @steps steps. TRUE: all are placed.
 * Else what is left in @pool is without a start. patal-schedule-eject.c */
gboolean   schedule_part_squeeze (SchedulePart *self, GArray *pool, guint64 steps);

/* Places what has no start yet, as far as @steps steps lead; then what stands before its earlier modules is lifted, and what fits nowhere stays
 * without (rules H13, H14). patal-schedule-fill.c */
void       schedule_part_fill    (SchedulePart *self, guint64 steps);

/* The second half of that, alone. */
void       schedule_part_settle  (SchedulePart *self);

/* Asks for earlier ends of districts and blocks until @steps are used up. patal-schedule-improve.c */
void       schedule_part_improve (SchedulePart *self, guint64 steps);

/* Shortens the ways of trainers; no batch moves. patal-schedule-travel.c */
void       schedule_part_shorten (SchedulePart *self);

/* The schedule of this part after @old, of the same batches; the table is empty. Those that are @pinned (nullable, of each batch) or have begun stay.
 * patal-schedule-replan.c */
void       schedule_part_replan   (SchedulePart *self, const PatalSchedule *old, const guint8 *pinned, guint64 steps);

/* (transfer full): of each block of the part, the day before which no schedule of all its batches can end; n_days: there is none.
 * patal-schedule-block.c */
int       *schedule_part_block_bounds (const SchedulePart *self);

/* Why @batch, which has no start, has none as the table stands. patal-schedule-reason.c */
PatalWithout schedule_reason (const PatalTimetable *table, int batch);

G_END_DECLS
