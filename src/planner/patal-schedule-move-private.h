/* patal-schedule-move-private.h: a plan that is being dragged
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-schedule-move.h"

G_BEGIN_DECLS

/* What one cluster is worth at a venue. */
typedef struct
{
  gint64 person_metres;
  int farthest_metres;
} ClusterWorth;

struct _PatalMover
{
  const PatalPlanData *data;
  const PatalPlanMap *map;
  const PatalPlanDays *days;
  const PatalClusters *clusters;
  const PatalSchedule *old; /* (nullable) */
  PatalSchedule *schedule;
  int *venue;            /* of each cluster */
  int n_modules, n_ends; /* @n_ends: days on which a batch may end, later than the last of the calendar too */
  int *heads;            /* of each cluster */
  GArray **units;        /* of each cluster: int */
  GArray **homes;        /* of each cluster: the blocks of its units, int */
  guint64 *free; /* [cluster × n_words]: days on which its blocks and units can be, but for the venue and its
                    block */
  GArray **left; /* of each block: units that are in no cluster, int */
  GArray **of_venue;                 /* clusters, int */
  GArray **of_trainer, **of_officer; /* batches that have a date, int */
  gint64 *travel;                    /* of each batch */
  ClusterWorth *cluster_worth;
  int *n_ending;               /* [block × n_ends]: batches of its units that end on the day */
  int *end;                    /* of each block: the last of these days, or -1 */
  GArray **blocks_of_district; /* int */
  PatalScheduleWorth worth;    /* as it stands */
  gint64 person_metres;        /* likewise */
  PatalMoveOutcome outcome;
  int *team; /* of the move, sorted and filled up */
};

/* The plan as it would be; @move->team is sorted. */
typedef struct
{
  const PatalMover *mover;
  const PatalMove *move;
  int cluster, venue, first_batch; /* of the move */
  gboolean changes_venue;
} Dragged;

static inline int
dragged_start (const Dragged *self, int batch)
{
  return batch == self->move->batch ? self->move->day : self->mover->schedule->start[batch];
}

static inline int
dragged_venue (const Dragged *self, int cluster)
{
  return cluster == self->cluster ? self->venue : self->mover->venue[cluster];
}

static inline int
mover_length (const PatalMover *self, int batch)
{
  return self->data->modules[batch % self->n_modules].days;
}

/* The officer of @batch at @venue, and on how many days from the first; -1: none is needed. */
int mover_officer (const PatalMover *self, int batch, int venue, int *n);

/* Adds all that is broken to the outcome. patal-schedule-breaks.c */
void dragged_find_breaks (const Dragged *self, GArray *breaks);

G_END_DECLS
