/* patal-calendar-part.h: the districts that must be planned together, and what is found for them
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
  PatalRandom random;
  guint64  steps;     /* made so far */
  /* the best so far */
  PartWorth best;
  int      *start, *team; /* of each of @batches */
} CalendarPart;

/* (transfer full) (element-type CalendarPart): all parts of a table. */
GPtrArray *calendar_parts_new (PatalTimetable *table, int *late, guint64 seed);

PartWorth  calendar_part_worth   (const CalendarPart *self); /* of what stands in the table */
void       calendar_part_keep    (CalendarPart *self);       /* if it is better than the best */
void       calendar_part_restore (CalendarPart *self);       /* the best into the table */
void       calendar_part_empty   (CalendarPart *self);       /* the table, of this part's batches */
int        calendar_part_end     (const CalendarPart *self, int block); /* the last day of training, or -1 */

/* Fills the empty table day by day. @variant 0, 1, …: other orders of the blocks. patal-calendar-build.c */
void       calendar_part_build   (CalendarPart *self, int variant);

/* Places all batches of @pool (they have no start), lifting others where they are in the way, in at most @steps steps. TRUE: all are placed.
 * Else what is left in @pool is without a start. patal-calendar-eject.c */
gboolean   calendar_part_squeeze (CalendarPart *self, GArray *pool, guint64 steps);

/* Asks for earlier ends of districts and blocks until @steps are used up. patal-calendar-improve.c */
void       calendar_part_improve (CalendarPart *self, guint64 steps);

/* Shortens the ways of trainers; no batch moves. patal-calendar-travel.c */
void       calendar_part_shorten (CalendarPart *self);

G_END_DECLS
