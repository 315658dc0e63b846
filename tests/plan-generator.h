/* plan-generator.h: planning problems of all kinds, drawn by lot
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-data.h"

/* (transfer full): by patal_plan_data_clear(). The same @number gives the same problem on every machine. About a third has no solution for someone. */
PatalPlanData plan_generate (guint64 number);

/* The problem as the CSV files of a folder, which exists. Ids are "B3", "U17" … as the data has them; with @prefix before them. */
void          plan_write_files (const PatalPlanData *data, const char *folder, const char *prefix);
