/* patal-schedule-bound.h: how early a calendar could end at best
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 makespan_days; /* Z1 cannot be less */
  gint64 block_days;    /* nor Z2 */
  gint64 moved;         /* nor R1; 0 without an old schedule */
} PatalScheduleBound;

/* By counting, for all schedules of these clusters that give a date to each batch that has one in @schedule
 * (where all have, for all schedules that leave nobody out). With @old (nullable) its batches that began by
 * rules.today, or are @pinned (nullable, of each batch), stay where @schedule has them, and no other starts
 * on or before today. */
PatalScheduleBound patal_schedule_bound (const PatalPlanMap *map, const PatalPlanDays *days,
                                         const PatalClusters *clusters, const PatalSchedule *schedule,
                                         const PatalSchedule *old, const guint8 *pinned);

G_END_DECLS
