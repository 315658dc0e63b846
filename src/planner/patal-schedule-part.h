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

/* In which order batches are tried when a calendar is filled day by day. */
typedef struct
{
  gboolean by_work; /* blocks with most work left first; else only their @rank counts */
  int     *rank;    /* [block of the part × day]: smaller is earlier; with @by_work, less the days of work left */
  gint8   *first;   /* [block of the part × day]: the module that is tried first; -1: the last of the chain */
} BuildOrder;

/* What the parts of a table write to: each to what belongs to its own batches, blocks and districts. */
typedef struct
{
  int    *late;      /* of each batch: the last day on which it may end */
  guint8 *fixed;     /* likewise: it stays where it is (frozen, pinned, or to be moved least) */
  int    *ends;      /* of each block: by schedule_part_ends() */
  int    *makespans; /* of each district: room for schedule_part_worth() */
  guint8 *paced;     /* of each block: its officer has no day to lose (patal-schedule-pace.h) */
} PartRoom;

void part_room_init  (PartRoom *self, const PatalTimetable *table);
void part_room_clear (PartRoom *self);

typedef struct
{
  PatalTimetable *table;
  GArray  *blocks, *clusters; /* int; those blocks that units of the clusters live in, and their clusters */
  int      n_batches, *batches;
  int     *late;      /* all five from PartRoom */
  guint8  *fixed;
  int     *ends, *makespans;
  const guint8 *paced;
  const int *home;    /* (nullable) of each batch of the table: the day that it has and should keep, or -1 */
  PatalRandom random;
  guint64  steps;     /* made so far */
  GCancellable *cancellable; /* (nullable): once cancelled, all that searches returns soon, whatever the table is */
  /* the best so far */
  PartWorth best;
  int      *start, *team; /* of each of @batches */
} SchedulePart;

/* (transfer full) (element-type SchedulePart): all parts of a table; it and @room must outlive them. */
GPtrArray *schedule_parts_new (PatalTimetable *table, const PartRoom *room, GCancellable *cancellable, guint64 seed);

PartWorth  schedule_part_worth   (SchedulePart *self);       /* of what stands in the table, but for the ways */
int        schedule_part_compare (const PartWorth *a, const PartWorth *b); /* less than 0: @a is better, whatever the ways */
void       schedule_part_keep    (SchedulePart *self);       /* if it is better than the best */
void       schedule_part_restore (SchedulePart *self);       /* the best into the table */
void       schedule_part_empty   (SchedulePart *self);       /* the table, of this part's batches that are not fixed */
void       schedule_part_allow_all_days (SchedulePart *self); /* nothing must end early */
void       schedule_part_ends    (SchedulePart *self);       /* into @ends: the last day of training of each block, or -1 */

static inline gboolean
schedule_part_is_stopped (const SchedulePart *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* Fills the empty table day by day. patal-schedule-build.c */
void       schedule_part_build   (SchedulePart *self, const BuildOrder *order);

/* Builds the calendar in many orders, the better ones changed a little again and again, until @steps are used up; keeps
 * the best. At least one is built. patal-schedule-order.c */
void       schedule_part_order   (SchedulePart *self, guint64 steps);

/* Places all batches of @pool (they have no start), lifting others where they are in the way, in at most @steps steps. TRUE: all are placed.
 * Else what is left in @pool is without a start. patal-schedule-eject.c */
gboolean   schedule_part_squeeze (SchedulePart *self, GArray *pool, guint64 steps);

/* Places the batches of @pool (they have no start; @home is given), moving few others, with at most @steps tries.
 * TRUE: all are placed. What is left in @pool is without a start. patal-schedule-chain.c */
gboolean   schedule_part_chain   (SchedulePart *self, GArray *pool, guint64 steps);

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

/* (transfer full): of each block of the part, the day before which no schedule of all its batches can end. patal-schedule-bound.c */
int       *schedule_part_block_bounds (const SchedulePart *self);

/* Why @batch, which has no start, has none as the table stands. patal-schedule-reason.c */
PatalWithout schedule_reason (const PatalTimetable *table, int batch);

G_END_DECLS
