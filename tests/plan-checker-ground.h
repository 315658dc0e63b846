/* plan-checker-ground.h: days and distances as the checker reckons them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "plan-checker.h"

typedef struct
{
  const PatalPlanData *data;
  const CheckedPlan   *plan;
  Verdict             *verdict;
  PatalDay             first;
  int                  n_days;
  PatalPlace          *anchor; /* of each block */
  int                 *heads;  /* of each cluster */
} Ground;

void       ground_init     (Ground *ground, const PatalPlanData *data, const CheckedPlan *plan, Verdict *verdict);
void       ground_clear    (Ground *ground);
void       ground_fault    (Ground *ground, const char *rule, int a, int b);

PatalPlace place_of_unit   (const Ground *ground, int unit, gboolean *known);
PatalPlace place_of_venue  (const Ground *ground, int venue, gboolean *known);
gint64     way_of_unit     (const Ground *ground, int unit, int venue);
gint64     way_of_trainer  (const Ground *ground, int trainer, int venue);
PatalSpan  window_of       (const Ground *ground, int block);
gboolean   is_blacked      (const Ground *ground, PatalPlanScope scope, int of, int day);
gboolean   is_usable       (const Ground *ground, int block, int day); /* in its window, no weekly off day, not blacked out; of any day */
int        group_of        (const Ground *ground, int block);

void       check_clusters  (Ground *ground);
void       check_schedule  (Ground *ground);
