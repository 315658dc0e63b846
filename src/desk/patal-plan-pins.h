/* patal-plan-pins.h: batches that a person has pinned, and what they break
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-outcome.h"

G_BEGIN_DECLS

/* (transfer full): of each batch, whether it is in the file @path: rows of a cluster and a module, or of a
 * cluster alone for all its modules. Rows that mean no batch, or one that has no date in @old, are added to
 * @remarks. NULL: errors as patal_plan_files_read(). */
guint8 *patal_plan_pins_read (const PatalPlanOutcome *outcome, const PatalSchedule *old, const char *path,
                              GPtrArray *remarks, GError **error);

/* Adds to @remarks, for each of the @pinned that has not begun, every rule that it breaks in the schedule of
 * @outcome. */
void patal_plan_pins_judge (const PatalPlanOutcome *outcome, const PatalPlanMap *map,
                            const PatalPlanDays *days, const guint8 *pinned, GPtrArray *remarks);

G_END_DECLS
