/* solve-report.h: what was planned, in words or as JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-outcome.h"
#include "patal-schedule-bound.h"
#include "patal-schedule-findings.h"

G_BEGIN_DECLS

typedef struct
{
  const PatalPlanOutcome *outcome;
  const PatalPlanMap     *map;
  PatalDay                first_day; /* of all windows */
  PatalSchedule          *old; /* (nullable): what was planned before */
  guint8                 *pinned; /* (nullable): of each batch, likewise */
  const GPtrArray        *remarks;
  GArray                 *shorts; /* (element-type PatalShort): what no calendar can do */
  PatalScheduleWorth      worth;
  PatalScheduleBound      least;
  double                  read_s, clusters_s, bound_s, shorts_s, schedule_s, least_s, write_s;
  guint64                 steps, schedule_steps; /* of search for each unit and for each batch, in all rounds; none where the clusters were given */
  gboolean                by_time; /* the number of steps was found by the clock */
} SolveReport;

void solve_report_print      (const SolveReport *report);
void solve_report_print_json (const SolveReport *report);

G_END_DECLS
