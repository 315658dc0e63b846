/* patal-schedule.h: when each cluster has each module, and who teaches: problem P2
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-clusters.h"

G_BEGIN_DECLS

/* Why a batch has no date: section 6 of the planning problem, in the order in which a tie is decided. */
typedef enum
{
  PATAL_WITHOUT_NOT, /* it has one */
  PATAL_WITHOUT_WINDOW,
  PATAL_WITHOUT_NO_TRAINER,
  PATAL_WITHOUT_PRED,
  PATAL_WITHOUT_OVERLAP,
  PATAL_WITHOUT_VENUE,
  PATAL_WITHOUT_OFFICER,
  PATAL_WITHOUT_FROZEN,
  PATAL_WITHOUT_TRAINER_BUSY,
  PATAL_N_WITHOUTS
} PatalWithout;
const char  *patal_without_id (PatalWithout without); /* "TRAINER_BUSY"; "" for what is no reason */
PatalWithout patal_without_of (const char *id);       /* (nullable); what is unknown is no reason */

/* Batch b is cluster b / n_modules with module b % n_modules. */
typedef struct
{
  int           n;
  int           room;    /* trainers of the largest team */
  int          *start;   /* of each batch: days from the first day of all windows, or -1 */
  int          *team;    /* [batch × room]: its trainers, the smallest first; -1 behind the last */
  PatalWithout *without; /* of each batch */
} PatalSchedule;

/* The objectives in their order; smaller is better. Those of re-planning are 0 where nothing was planned before. */
typedef struct
{
  gint64 heads_without; /* Z0 */
  gint64 moved, restaffed; /* R1, R2 */
  gint64 makespan_days; /* Z1, of all districts */
  gint64 block_days;    /* Z2 */
  gint64 travel_metres; /* Z3 */
  gint64 shifted_days;  /* R3 */
} PatalScheduleWorth;

/* (transfer full): a date and a team for each batch, by @steps of search for each. Without @from the first schedules are built and the best of them
 * improved; with it (of the same clusters, breaking no rule) the search goes on from there and gives nothing worse. The same @seed and @steps give
 * the same schedule on any number of threads. NULL with G_IO_ERROR_CANCELLED. */
PatalSchedule *patal_schedule_find (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters, const PatalSchedule *from,
                                    guint64 seed, guint64 steps, int n_threads, const PatalProgress *progress, GError **error);

/* (transfer full): @old after the data changed, with as few batches moved as were found necessary (section 4 of the planning problem). @old is of
 * the same clusters and may break rules by now. Batches that began by rules.today, and those @pinned (nullable, of each batch), stay whatever they
 * break. Where nothing is hit and all had a date, it is @old again. */
PatalSchedule *patal_schedule_replan (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters, const PatalSchedule *old,
                                      const guint8 *pinned, guint64 seed, guint64 steps, int n_threads, const PatalProgress *progress,
                                      GError **error);

PatalSchedule *patal_schedule_new  (const PatalPlanData *data, const PatalClusters *clusters); /* all without a date, and no reason yet */
PatalSchedule *patal_schedule_copy (const PatalSchedule *schedule);
void           patal_schedule_free (PatalSchedule *schedule);

/* What @schedule is worth, reckoned from nothing. @old (nullable) is of the same clusters. */
PatalScheduleWorth patal_schedule_worth (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters,
                                         const PatalSchedule *schedule, const PatalSchedule *old);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalSchedule, patal_schedule_free)
G_END_DECLS
