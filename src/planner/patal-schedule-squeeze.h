/* patal-schedule-squeeze.h: how a batch gets a place where none is free
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the two searches that lift batches for others: patal-schedule-eject.c and patal-schedule-chain.c. */
#pragma once
#include "patal-schedule-part.h"

G_BEGIN_DECLS

#define MOST_LIFTED 12

/* Where a batch stood before it was lifted, placed or staffed otherwise. */
typedef struct
{
  int batch, start;
} Footprint;

typedef struct
{
  SchedulePart   *part;
  PatalTimetable *table;
  int            *weight; /* of each batch of the table; this part's only */
  int            *team;   /* room for one */
  GArray         *trail;  /* (element-type Footprint) (nullable): what was done, so that it can be undone */
  GArray         *teams;  /* with it: the team of each, as many as the table has room for */
} Squeeze;

/* What must go so that a batch can start on some day. */
typedef struct
{
  int    n, batches[MOST_LIFTED];
  gint64 weight;
} Lifted;

typedef enum
{
  TEAM_OF_THE_FREE,
  TEAM_BY_RELIEF, /* others may be relieved where they teach */
} Staffing;

void     squeeze_init  (Squeeze *self, SchedulePart *part); /* without weights and trail */
void     squeeze_clear (Squeeze *self);

void     squeeze_lift  (Squeeze *self, int batch);
void     squeeze_place (Squeeze *self, int batch, int day, const int *team);

/* All that was done since the trail was so long, undone. */
void     squeeze_undo  (Squeeze *self, guint length);

/* For all that is its own, and early enough. */
gboolean squeeze_may_start (const Squeeze *self, int batch, int day);

/* It stands where it should stay. */
gboolean squeeze_is_home (const Squeeze *self, int batch);

/* A team for @batch on @day, into @team. */
gboolean squeeze_staff (Squeeze *self, int batch, int day, Staffing staffing);

/* On one of the days on which nobody must go: where it was, else the next, or by lot. */
gboolean squeeze_place_freely (Squeeze *self, int batch, Staffing staffing);

/* What is in the way of @batch on @day. FALSE: it weighs more than @most, or it cannot be lifted. */
gboolean squeeze_find_lifted (const Squeeze *self, int batch, int day, gint64 most, Lifted *lifted);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Squeeze, squeeze_clear)
G_END_DECLS
