/* plan-generator.h: planning problems of all kinds, drawn by lot
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-data.h"

/* (transfer full): by patal_plan_data_clear(). The same @number gives the same problem on every machine. About a third has no solution for someone. */
PatalPlanData plan_generate (guint64 number);

/* (transfer full): likewise, a programme of two modules for the elected members of all panchayats, April to June, in
 * the shape of real ones: villages around the headquarters of their blocks, halls in half of them, trainers in every
 * district, of whom some teach one module only, an officer in each block, holidays and leave. @n_moved districts have
 * their window in September and October. Everyone can have a date. */
PatalPlanData plan_generate_state (guint64 number, int n_districts, int n_blocks, int n_units, int n_moved);

/* Likewise, one group of up to eight units in a few days, so small that all plans can be tried. */
PatalPlanData plan_generate_tiny (guint64 number);

/* How many problems a test tries: PATAL_PLAN_PROBLEMS of the environment, or @usual; of that a quarter in a build that watches each access. */
int           plan_how_many (int usual);

/* The problem as the CSV files of a folder, which exists. Ids are "B3", "U17" … as the data has them; with @prefix before them. */
void          plan_write_files (const PatalPlanData *data, const char *folder, const char *prefix);
