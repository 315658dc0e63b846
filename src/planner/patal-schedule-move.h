/* patal-schedule-move.h: one batch dragged to another day, venue or team: what that breaks and is worth
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For dragging: set up once from a plan, asked many times, told at last. A question looks at those who are
 * touched and at nothing else.
 *
 * A cluster has one venue (rule C8, and clusters.csv has room for no more): a batch that goes to another
 * venue takes all modules of its cluster along, each on its day. So a move to a venue asks the rules of
 * clusters too, and those of days, halls, trainers' scope and officers for each of these batches. */
#pragma once
#include "patal-schedule.h"

G_BEGIN_DECLS

/* As the planning problem numbers them. What the thing of a break is stands behind it. */
typedef enum
{
  PATAL_RULE_C2, /* venue: @number heads, and room for @limit */
  PATAL_RULE_C4, /* unit (of @number): not in the venue's block */
  PATAL_RULE_C5, /* unit: the farthest of those that are too far, @number metres of @limit */
  PATAL_RULE_C6, /* venue: @number days asked, @limit there */
  PATAL_RULE_C9, /* unit: it is in no cluster, and would fit in this one */
  PATAL_RULE_H2, /* block: @day is not in its window; state: nor in any */
  PATAL_RULE_H3, /* state, district, block, venue or unit: @day is in its @blackout; state with no blackout: a
                    weekly off day */
  PATAL_RULE_H4, /* venue: @number batches, @limit halls; @other is one of them */
  PATAL_RULE_H5, /* trainer: may not teach the module, or stands twice; state: @number trainers, @limit are a
                    team */
  PATAL_RULE_H6, /* trainer: teaches @other on @day */
  PATAL_RULE_H7, /* trainer: away on @day, by @blackout */
  PATAL_RULE_H8, /* trainer: @number days in a row, @limit may be */
  PATAL_RULE_H9, /* trainer: @number days in all, @limit may be */
  PATAL_RULE_H10, /* trainer: not in scope of the venue, or too far */
  PATAL_RULE_H11, /* officer: with @other on @day; or away by @blackout */
  PATAL_RULE_H12, /* unit: its people are in @other on @day */
  PATAL_RULE_H13, /* state: @batch would start before it may after @other, which comes before it; @day: the
                     first on which it may, -1: never */
  PATAL_RULE_H15, /* state: it has begun and stays; or would start on or before today */
} PatalRule;

typedef struct
{
  PatalRule rule;
  int batch; /* the one that breaks it: the one that is moved, or with H13 and another venue one of its
                cluster */
  PatalPlanScope scope; /* the thing */
  int of;
  int day;              /* the first on which it is so, from the first day of all windows; -1 */
  int other;            /* batch; -1 */
  int blackout;         /* of the data; -1 */
  gint64 number, limit; /* 0 where the rule has none */
} PatalBreak;

typedef struct
{
  int batch;
  int day;         /* from the first day of all windows, before the last's end; -1: without a date */
  int venue;       /* of its cluster; -1: as it is */
  const int *team; /* trainers of the data, in any order; not read without a date */
  int n_team;      /* no more than the largest team of all modules has */
} PatalMove;

typedef struct
{
  GArray *breaks;           /* PatalBreak: of each rule and thing one */
  PatalScheduleWorth worth; /* of the whole plan after the move */
  gint64 person_metres;     /* F1 */
  int farthest_metres;      /* F2 */
} PatalMoveOutcome;

typedef struct _PatalMover PatalMover;

/* (transfer full). All but @schedule is read as long as the mover lives, and must not change; @old (nullable)
 * is of the same clusters. What @schedule breaks already is not asked for. For one thread. */
PatalMover *patal_mover_new (const PatalPlanMap *map, const PatalPlanDays *days,
                             const PatalClusters *clusters, const PatalSchedule *schedule,
                             const PatalSchedule *old);
void patal_mover_free (PatalMover *mover);

/* What @move would break, and what the plan would be worth; until the next question or move. Of rule H14 (who
 * has no date might have one now) nothing is said: re-planning looks for that. */
const PatalMoveOutcome *patal_mover_ask (PatalMover *mover, const PatalMove *move);

/* Makes it, whatever it breaks; the outcome as asked. A batch that loses its date has no reason. */
const PatalMoveOutcome *patal_mover_make (PatalMover *mover, const PatalMove *move);

/* The plan with all moves that were made, and the venue of each cluster. */
const PatalSchedule *patal_mover_schedule (const PatalMover *mover);
const int *patal_mover_venues (const PatalMover *mover);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalMover, patal_mover_free)
G_END_DECLS
