/* plan-generator-tiny.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include "plan-lot.h"

static void
make_tiny_rules (Lot *lot, PatalPlanRules *rules)
{
  *rules = (PatalPlanRules) {
    .batch_max = between (lot, 8, 20), .batch_fill = chance (lot, 50) ? 100 : between (lot, 70, 100), .detour_pct = 130,
    .rank_metres = chance (lot, 50) ? 2000 : between (lot, 0, 8000), .most_run = between (lot, 2, 6),
    .trainer_scope = chance (lot, 70) ? PATAL_PLAN_DISTRICT : PATAL_PLAN_BLOCK, .gap_days = chance (lot, 60) ? 1 : between (lot, 1, 3),
    .weekly_off = PATAL_WEEKDAYS (PATAL_SUNDAY), .cross_block = chance (lot, 30), .today = PATAL_DAY_NONE,
  };
  rules->batch_min = rules->batch_max * (chance (lot, 75) ? between (lot, 0, 50) : between (lot, 50, 100)) / 100;
  rules->most_metres = chance (lot, 25) ? 1000 * (gint64) between (lot, 8, 40) : 0;
  rules->trainer_most_metres = chance (lot, 15) ? 1000 * (gint64) between (lot, 10, 40) : 0;
}

static void
make_tiny_places (Lot *lot, PatalPlanData *data)
{
  int n_units = between (lot, 3, 8), n_venues = between (lot, 1, 4);

  data->n_districts = 1;
  data->n_blocks = data->rules.cross_block ? 2 : 1;
  data->n_officers = 1;
  data->blocks = g_new0 (PatalPlanBlock, data->n_blocks);
  for (int b = 0; b < data->n_blocks; b++)
    data->blocks[b] = (PatalPlanBlock) { 0, place_near (lot, 22, 78 + b * 0.2, 500), chance (lot, 8) ? between (lot, 1, 3) : 0,
                                         chance (lot, 20) ? -1 : 0, (PatalAttend) draw (lot, 3) };
  data->units = g_new0 (PatalPlanUnit, n_units);
  for (; data->n_units < n_units; data->n_units++)
    {
      int b = draw (lot, data->n_blocks);

      data->units[data->n_units] = (PatalPlanUnit) { b, chance (lot, 8) ? (PatalPlace) { NAN, NAN } : place_near (lot, 22, 78 + b * 0.2, 1500),
                                                     chance (lot, 5) ? 0 : between (lot, 1, chance (lot, 90) ? data->rules.batch_max / 2 : 22) };
    }
  data->venues = g_new0 (PatalPlanVenue, n_venues);
  for (; data->n_venues < n_venues; data->n_venues++)
    {
      int u = draw (lot, n_units), linked = chance (lot, 60);

      data->venues[data->n_venues] = (PatalPlanVenue) {
        data->units[u].block, linked ? u : -1, linked ? (PatalPlace) { NAN, NAN } : place_near (lot, 22, 78.1, 2000),
        chance (lot, 80) ? 60 : between (lot, 4, data->rules.batch_max), between (lot, 1, 3), draw (lot, 3),
      };
    }
}

static void
make_tiny_days (Lot *lot, PatalPlanData *data)
{
  PatalDay first = patal_day_from_ymd (2021, 4, 1) + draw (lot, 7);
  int days = between (lot, 3, 9), n_blackouts = draw (lot, 4);
  const int n_of[] = { 1, 1, data->n_blocks, data->n_venues, data->n_trainers, 1, data->n_units };

  data->windows = g_new0 (PatalPlanSpan, 2);
  add_span (data->windows, &data->n_windows, PATAL_PLAN_STATE, 0, first, days);
  if (chance (lot, 15))
    add_span (data->windows, &data->n_windows, PATAL_PLAN_BLOCK, draw (lot, data->n_blocks), first + draw (lot, 2), between (lot, 3, 8));
  data->blackouts = g_new0 (PatalPlanSpan, MAX (n_blackouts, 1));
  for (int i = 0; i < n_blackouts; i++)
    {
      PatalPlanScope scope = (PatalPlanScope) draw (lot, G_N_ELEMENTS (n_of));

      add_span (data->blackouts, &data->n_blackouts, scope, draw (lot, n_of[scope]), first + draw (lot, days), between (lot, 1, 2));
    }
}

PatalPlanData
plan_generate_tiny (guint64 number)
{
  Lot lot = lot_new (number);
  PatalPlanData data = { .n_blocks = 0 };
  int n_trainers;

  make_tiny_rules (&lot, &data.rules);
  make_tiny_places (&lot, &data);
  data.n_modules = between (&lot, 1, 2);
  data.modules = g_new0 (PatalPlanModule, data.n_modules);
  for (int m = 0; m < data.n_modules; m++)
    data.modules[m] = (PatalPlanModule) { between (&lot, 1, 2), chance (&lot, 10) ? 0 : between (&lot, 1, 2), m > 0 && chance (&lot, 60) };
  n_trainers = between (&lot, 1, 4);
  data.trainers = g_new0 (PatalPlanTrainer, n_trainers);
  for (; data.n_trainers < n_trainers; data.n_trainers++)
    data.trainers[data.n_trainers] = (PatalPlanTrainer) {
      draw (&lot, data.n_blocks), chance (&lot, 90) ? place_near (&lot, 22, 78.1, 2500) : (PatalPlace) { NAN, NAN },
      chance (&lot, 75) ? 3 : (guint64) between (&lot, 1, 2), chance (&lot, 15) ? between (&lot, 1, 4) : -1,
    };
  make_tiny_days (&lot, &data);
  return data;
}
