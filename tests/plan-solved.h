/* plan-solved.h: a planning problem, and what the planner makes of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "plan-checker.h"

typedef struct
{
  const PatalPlanData *data;
  PatalPlanMap   map;
  PatalPlanDays  days;
  PatalClusters *clusters; /* both NULL until they are found */
  PatalSchedule *schedule;
} Solved;

/* @data is read as long as it lives. */
void     solved_init     (Solved *solved, const PatalPlanData *data);
void     solved_clear    (Solved *solved); /* also one that was never begun */

/* One after the other, by so many steps for each unit or batch, on one thread. */
void     solved_cluster  (Solved *solved, guint64 seed, guint64 steps);
void     solved_schedule (Solved *solved, guint64 seed, guint64 steps);
void     solved_replan   (Solved *solved, const PatalSchedule *old, guint64 seed, guint64 steps);

gboolean solved_has_finding (const Solved *solved, int group, PatalClustersCode code);

/* What the checker says, to the schedule too where there is one. @old (nullable): re-planning. Fewer clusters than rule C7 wants are no fault of the
 * planner's, and left out, where it says that persons do not divide, that venues have no room, or that units are too large or too far for any. */
Verdict  solved_judge    (const Solved *solved, const PatalSchedule *old);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Solved, solved_clear)
