/* patal-plan-data.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-data.h"

PatalPlanRules
patal_plan_rules_usual (void)
{
  return (PatalPlanRules){
    .batch_fill = 90,
    .detour_pct = 130,
    .rank_metres = 2000,
    .most_run = 6,
    .trainer_scope = PATAL_PLAN_DISTRICT,
    .gap_days = 1,
    .weekly_off = PATAL_WEEKDAYS (PATAL_SUNDAY),
    .today = PATAL_DAY_NONE,
  };
}

void
patal_plan_data_clear (PatalPlanData *data)
{
  g_free (data->blocks);
  g_free (data->units);
  g_free (data->venues);
  g_free (data->modules);
  g_free (data->trainers);
  g_free (data->windows);
  g_free (data->blackouts);
  g_free (data->roads);
  *data = (PatalPlanData) { .n_blocks = 0 };
}

#define COPIED(array, n) g_memdup2 ((array), (gsize) (n) * sizeof *(array))

PatalPlanData
patal_plan_data_copy (const PatalPlanData *data)
{
  PatalPlanData copy = *data;

  copy.blocks = COPIED (data->blocks, data->n_blocks);
  copy.units = COPIED (data->units, data->n_units);
  copy.venues = COPIED (data->venues, data->n_venues);
  copy.modules = COPIED (data->modules, data->n_modules);
  copy.trainers = COPIED (data->trainers, data->n_trainers);
  copy.windows = COPIED (data->windows, data->n_windows);
  copy.blackouts = COPIED (data->blackouts, data->n_blackouts);
  copy.roads = COPIED (data->roads, data->n_roads);
  return copy;
}

gboolean
patal_plan_data_order_modules (const PatalPlanData *data, int *order)
{
  guint64 placed = 0;
  int n = 0;

  for (int pass = 0; pass < data->n_modules && n < data->n_modules; pass++)
    {
      guint64 before = placed; /* those of one pass may stand side by side */

      for (int m = 0; m < data->n_modules; m++)
        if ((placed >> m & 1) == 0 && (data->modules[m].after & ~before) == 0)
          {
            order[n++] = m;
            placed |= G_GUINT64_CONSTANT (1) << m;
          }
    }
  return n == data->n_modules;
}

gboolean
patal_plan_data_is_in_scope (const PatalPlanData *data, int trainer, int venue, int metres)
{
  const PatalPlanRules *rules = &data->rules;
  int home = data->trainers[trainer].block, there = data->venues[venue].block;

  if (rules->trainer_scope == PATAL_PLAN_BLOCK && home != there)
    return FALSE;
  if (rules->trainer_scope == PATAL_PLAN_DISTRICT && data->blocks[home].district != data->blocks[there].district)
    return FALSE;
  return rules->trainer_most_metres == 0 || metres <= rules->trainer_most_metres;
}

int
patal_plan_data_days_of_cluster (const PatalPlanData *data)
{
  int n = 0;

  for (int m = 0; m < data->n_modules; m++)
    n += data->modules[m].days;
  return n;
}
