/* patal-plan-line-list.c: lines of an annual plan as rows of a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan.h"
#include "patal-ids.h"

GArray *
patal_plan_line_ids (PatalDb *db, int fy, GError **error)
{
  return patal_ids_read (db, "SELECT plan_line.id FROM plan_line JOIN annual_plan ON annual_plan.id = plan_line.plan WHERE annual_plan.fy = ?1"
                             " ORDER BY plan_line.rank, plan_line.id", PATAL_ARGS (PATAL_INT (fy)), PATAL_IDS_FORWARDS, error);
}

/* What is proposed is reckoned as patal_plan_line_proposed() does. */
const char patal_plan_line_row_sql[] =
  "SELECT plan_line.component, ifnull (plan_line.name, course.name_hi), ifnull (plan_line.name, course.name_en), plan_line.additional,"
  " plan_line.participants, plan_line.days, plan_line.unit_paise,"
  " ifnull (plan_line.own_paise, ifnull (plan_line.participants * plan_line.days * plan_line.unit_paise, 0)),"
  " plan_line.recommended_paise, plan_line.approved_paise"
  " FROM plan_line LEFT JOIN course ON course.id = plan_line.course WHERE plan_line.id = ?1";
