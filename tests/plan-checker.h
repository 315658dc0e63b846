/* plan-checker.h: whether a plan keeps the rules of the planning problem, reckoned from its text and from nothing of the planner's
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the planner's values are used: its data, and the names of its reasons. */
#pragma once
#include "patal-schedule.h"

/* Clusters, and where @start is not NULL the calendar of batches: batch b is cluster b / n_modules with module b % n_modules. */
typedef struct
{
  int                 n;       /* clusters */
  const int          *venue;   /* of each cluster */
  const int          *cluster; /* of each unit, or -1 */
  const gboolean     *excused; /* of each unit: a reason is given why it is in none */
  const gboolean     *raised;  /* of each block, or with cross_block of each district: the note K_RAISED is there */
  int                 room;    /* places for trainers, of each batch */
  const int          *start, *team;
  const PatalWithout *without;
  const int          *old_start, *old_team; /* (nullable): re-planning; of the same clusters */
} CheckedPlan;

typedef struct
{
  const char *rule; /* "C1" … "H15" */
  int         a, b; /* what breaks it: cluster, unit, block, batch, trainer … as the rule has it; -1. C7: the group, and how many too many */
} Violation;

typedef struct
{
  gint64 f0, f1, f2, z0, z1, z2, z3, r1, r2, r3;
} Objectives;

typedef struct
{
  GArray    *violations; /* Violation */
  Objectives objectives;
} Verdict;

Verdict  plan_check         (const PatalPlanData *data, const CheckedPlan *plan);
void     verdict_clear      (Verdict *verdict);
gboolean verdict_has        (const Verdict *verdict, const char *rule);
guint    verdict_count_rule (const Verdict *verdict, const char *rule);
char    *verdict_describe   (const Verdict *verdict); /* (transfer full): "C2 3 -1, H5 17 4"; "" where all is well */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdict, verdict_clear)
