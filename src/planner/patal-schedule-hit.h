/* patal-schedule-hit.h: how many batches cannot stay where they are
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-timetable.h"

G_BEGIN_DECLS

/* By counting, for all plans that give a date to all @n of @batches: at least so many of these have another start
 * there than in @old (of each batch of @table; -1: none, which counts for nothing). Those that are @fixed (of
 * each batch of @table) stay, and no other starts on or before rules.today. Of @table only what does not depend
 * on the plan that stands in it is asked. */
int schedule_must_move (const PatalTimetable *table, const int *batches, int n, const int *old,
                        const guint8 *fixed);

G_END_DECLS
