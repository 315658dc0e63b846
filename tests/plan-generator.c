/* plan-generator.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include "plan-lot.h"
#include <stdlib.h>

static void
make_rules (Lot *lot, PatalPlanRules *rules)
{
  *rules = (PatalPlanRules) {
    .batch_max = between (lot, 10, 60), .batch_fill = chance (lot, 70) ? 90 : between (lot, 60, 100), .detour_pct = chance (lot, 70) ? 130 : 100,
    .rank_metres = chance (lot, 60) ? 2000 : between (lot, 0, 8000), .most_run = chance (lot, 60) ? 6 : between (lot, 2, 5),
    .trainer_scope = chance (lot, 60) ? PATAL_PLAN_DISTRICT : chance (lot, 50) ? PATAL_PLAN_STATE : PATAL_PLAN_BLOCK,
    .gap_days = chance (lot, 60) ? 1 : between (lot, 1, 6), .weekly_off = PATAL_WEEKDAYS (PATAL_SUNDAY), .cross_block = chance (lot, 20),
    .today = PATAL_DAY_NONE,
  };
  rules->batch_min = chance (lot, 88) ? rules->batch_max * between (lot, 20, 60) / 100 : rules->batch_max * between (lot, 70, 100) / 100;
  if (chance (lot, 20))
    rules->most_metres = 1000 * (gint64) between (lot, 8, 60);
  if (chance (lot, 15))
    rules->trainer_most_metres = 1000 * (gint64) between (lot, 10, 60);
  if (chance (lot, 25))
    rules->weekly_off |= PATAL_WEEKDAYS (PATAL_SATURDAY);
}

static void
make_blocks (Lot *lot, PatalPlanData *data)
{
  data->n_districts = chance (lot, 60) ? 1 : between (lot, 2, 3);
  data->n_blocks = data->n_districts * between (lot, 1, 4);
  data->n_officers = data->n_blocks;
  data->blocks = g_new0 (PatalPlanBlock, data->n_blocks);
  for (int b = 0; b < data->n_blocks; b++)
    {
      PatalPlanBlock *it = &data->blocks[b];

      it->district = b % data->n_districts;
      it->headquarters = chance (lot, 85) ? place_near (lot, 22 + b * 0.3, 78 + it->district * 0.4, 800) : (PatalPlace) { NAN, NAN };
      it->n_clusters = chance (lot, 4) ? between (lot, 1, 5) : 0;
      it->officer = chance (lot, 10) ? -1 : chance (lot, 12) ? draw (lot, data->n_officers) : b;
      it->attend = chance (lot, 65) ? PATAL_ATTEND_FIRST : chance (lot, 50) ? PATAL_ATTEND_ALL : PATAL_ATTEND_NONE;
    }
}

static void
make_units (Lot *lot, PatalPlanData *data)
{
  int heads = between (lot, 1, 15), missing = chance (lot, 60) ? 5 : between (lot, 10, 100);

  data->units = g_new0 (PatalPlanUnit, data->n_blocks * 30);
  for (int b = 0; b < data->n_blocks; b++)
    for (int i = between (lot, 0, chance (lot, 80) ? 30 : 3); i > 0; i--)
      {
        PatalPlanUnit *it = &data->units[data->n_units++];

        it->block = b;
        it->place = chance (lot, missing) ? (PatalPlace) { NAN, NAN } : place_near (lot, 22 + b * 0.3, 78 + data->blocks[b].district * 0.4, 1800);
        it->heads = chance (lot, 5) ? 0 : chance (lot, 4) ? between (lot, 1, data->rules.batch_max * 3 / 2) : between (lot, MAX (heads / 2, 1), heads * 2);
      }
}

static void
make_venues (Lot *lot, PatalPlanData *data)
{
  int tiny = chance (lot, 12) ? 60 : 5;

  data->venues = g_new0 (PatalPlanVenue, data->n_blocks + data->n_units);
  for (int b = 0; b < data->n_blocks; b++)
    if (chance (lot, 92))
      data->venues[data->n_venues++] = (PatalPlanVenue) { b, -1, data->blocks[b].headquarters, between (lot, 60, 150), between (lot, 1, 3), 1 };
  for (int u = 0; u < data->n_units; u++)
    if (chance (lot, 45))
      data->venues[data->n_venues++] = (PatalPlanVenue) {
        data->units[u].block, u, { NAN, NAN }, chance (lot, tiny) ? between (lot, 1, data->rules.batch_max) : between (lot, 30, 80),
        chance (lot, 85) ? 1 : 2, chance (lot, 70) ? 2 : draw (lot, 4),
      };
}

static void
make_modules (Lot *lot, PatalPlanData *data)
{
  data->n_modules = between (lot, 1, 4);
  data->modules = g_new0 (PatalPlanModule, data->n_modules);
  for (int m = 0; m < data->n_modules; m++)
    {
      data->modules[m].days = between (lot, 1, 3);
      data->modules[m].team = chance (lot, 10) ? 0 : between (lot, 1, 3);
      for (int a = 0; a < m; a++)
        if (chance (lot, a == m - 1 ? 60 : 20))
          data->modules[m].after |= G_GUINT64_CONSTANT (1) << a;
    }
}

static void
make_trainers (Lot *lot, PatalPlanData *data)
{
  data->n_trainers = chance (lot, 85) ? between (lot, 4 + 2 * data->n_blocks, 6 + 8 * data->n_blocks) : draw (lot, 6);
  data->trainers = g_new0 (PatalPlanTrainer, MAX (data->n_trainers, 1));
  for (int t = 0; t < data->n_trainers; t++)
    {
      PatalPlanTrainer *it = &data->trainers[t];

      it->block = draw (lot, data->n_blocks);
      it->place = chance (lot, 85) ? place_near (lot, 22 + it->block * 0.3, 78 + data->blocks[it->block].district * 0.4, 1800) : (PatalPlace) { NAN, NAN };
      it->modules = chance (lot, 80) ? (1u << data->n_modules) - 1 : (guint64) between (lot, 0, (1 << data->n_modules) - 1);
      it->most_days = chance (lot, 15) ? between (lot, 0, 20) : -1;
    }
}

static void
make_days (Lot *lot, PatalPlanData *data)
{
  PatalDay first = patal_day_from_ymd (2021, 4, 1) + draw (lot, 300);
  int days = chance (lot, 80) ? between (lot, 30, 90) : between (lot, 6, 30), n_blackouts = draw (lot, 12);
  const int n_of[] = { 1, data->n_districts, data->n_blocks, data->n_venues, data->n_trainers, data->n_officers, data->n_units };

  data->windows = g_new0 (PatalPlanSpan, 3);
  add_span (data->windows, &data->n_windows, PATAL_PLAN_STATE, 0, first, days);
  if (chance (lot, 20))
    add_span (data->windows, &data->n_windows, PATAL_PLAN_DISTRICT, draw (lot, data->n_districts), first + draw (lot, 150), between (lot, 8, 50));
  if (chance (lot, 20))
    add_span (data->windows, &data->n_windows, PATAL_PLAN_BLOCK, draw (lot, data->n_blocks), first + draw (lot, 100), between (lot, 3, 40));
  data->blackouts = g_new0 (PatalPlanSpan, MAX (n_blackouts, 1));
  for (int i = 0; i < n_blackouts; i++)
    {
      PatalPlanScope scope = (PatalPlanScope) draw (lot, G_N_ELEMENTS (n_of));

      if (n_of[scope] > 0)
        add_span (data->blackouts, &data->n_blackouts, scope, draw (lot, n_of[scope]), first - 5 + draw (lot, days + 10),
                  chance (lot, 70) ? between (lot, 1, 3) : between (lot, 5, 30));
    }
}

static void
make_roads (Lot *lot, PatalPlanData *data)
{
  int n = chance (lot, 25) && data->n_venues > 0 && data->n_units > 0 ? between (lot, 1, 200) : 0;

  data->roads = g_new0 (PatalPlanRoad, MAX (n, 1));
  for (int i = 0; i < n; i++)
    {
      gboolean trainer = data->n_trainers > 0 && chance (lot, 10);

      data->roads[data->n_roads++] = (PatalPlanRoad) {
        trainer ? PATAL_PLAN_TRAINER : PATAL_PLAN_UNIT, draw (lot, trainer ? data->n_trainers : data->n_units), draw (lot, data->n_venues),
        100 * between (lot, 0, 600),
      };
    }
}

int
plan_how_many (int usual)
{
  const char *wanted = g_getenv ("PATAL_PLAN_PROBLEMS");

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  usual = (usual + 3) / 4;
#endif
  return wanted != NULL ? atoi (wanted) : usual;
}

PatalPlanData
plan_generate (guint64 number)
{
  Lot lot = lot_new (number);
  PatalPlanData data = { .n_blocks = 0 };

  make_rules (&lot, &data.rules);
  if (number % 16 == 15)
    data.rules.batch_min = 0;
  make_blocks (&lot, &data);
  make_units (&lot, &data);
  make_venues (&lot, &data);
  make_modules (&lot, &data);
  make_trainers (&lot, &data);
  make_days (&lot, &data);
  make_roads (&lot, &data);
  return data;
}
