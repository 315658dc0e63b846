/* plan-generator-state.c: planning problems of a state's size and shape
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include "plan-lot.h"

#define BLOCKS_ABREAST 3    /* of a district */
#define BLOCK_DEGREES  0.3  /* from one headquarters to the next: 33 km */
#define SPREAD         1500 /* ten-thousandths of a degree around it */
#define TEACHING_DAYS  40   /* of a trainer, about */
#define DAYS           91

static PatalPlanRules
usual_rules (void)
{
  return (PatalPlanRules) {
    .batch_min = 30, .batch_max = 60, .batch_fill = 90, .detour_pct = 130, .rank_metres = 2000, .most_run = 6,
    .gap_days = 1, .trainer_scope = PATAL_PLAN_DISTRICT, .weekly_off = PATAL_WEEKDAYS (PATAL_SUNDAY),
    .today = PATAL_DAY_NONE,
  };
}

static void
lay_blocks (Lot *lot, PatalPlanData *data)
{
  int abreast = (int) ceil (sqrt (data->n_districts));

  data->blocks = g_new0 (PatalPlanBlock, data->n_blocks);
  data->n_officers = data->n_blocks;
  for (int b = 0, first = 0; b < data->n_blocks; b++)
    {
      PatalPlanBlock *it = &data->blocks[b];
      int row, column;

      it->district = (int) ((gint64) b * data->n_districts / data->n_blocks);
      if (b > 0 && it->district != it[-1].district)
        first = b;
      row = it->district / abreast * BLOCKS_ABREAST + (b - first) / BLOCKS_ABREAST;
      column = it->district % abreast * BLOCKS_ABREAST + (b - first) % BLOCKS_ABREAST;
      it->headquarters = place_near (lot, 8 + row * BLOCK_DEGREES, 69 + column * BLOCK_DEGREES, SPREAD / 4);
      it->officer = b;
      it->attend = PATAL_ATTEND_FIRST;
    }
}

/* Blocks are of about one size, not of the same. */
static void
lay_units (Lot *lot, PatalPlanData *data)
{
  g_autofree gint64 *until = g_new (gint64, data->n_blocks); /* the shares of the blocks, added up */

  for (int b = 0; b < data->n_blocks; b++)
    until[b] = (b > 0 ? until[b - 1] : 0) + between (lot, 86, 114);
  data->units = g_new0 (PatalPlanUnit, data->n_units);
  for (int u = 0, b = 0; u < data->n_units; u++)
    {
      PatalPlace *at;

      while (until[b] * data->n_units <= (gint64) u * until[data->n_blocks - 1])
        b++;
      at = &data->blocks[b].headquarters;
      data->units[u]
          = (PatalPlanUnit) { b, place_near (lot, at->lat, at->lon, SPREAD), between (lot, 8, 20) };
    }
}

static void
open_venues (Lot *lot, PatalPlanData *data)
{
  data->venues = g_new0 (PatalPlanVenue, data->n_blocks + data->n_units);
  for (int b = 0; b < data->n_blocks; b++)
    data->venues[data->n_venues++] = (PatalPlanVenue) { b, -1, data->blocks[b].headquarters, 100, 1, 1 };
  for (int u = 0; u < data->n_units; u++)
    if (chance (lot, 50))
      data->venues[data->n_venues++] = (PatalPlanVenue) {
        data->units[u].block, u, { NAN, NAN }, chance (lot, 53) ? 60 : 40, 1, chance (lot, 7) ? 0 : 2,
      };
}

/* As many as teach all in @TEACHING_DAYS; the districts with more people have more. */
static void
call_trainers (Lot *lot, PatalPlanData *data)
{
  int days = 0, per_batch = data->rules.batch_max * data->rules.batch_fill / 100;
  gint64 asked = 0, called = 0;

  for (int m = 0; m < data->n_modules; m++)
    days += data->modules[m].days * data->modules[m].team;
  data->trainers = g_new0 (PatalPlanTrainer, (gsize) data->n_units + 2 * data->n_blocks);
  for (int u = 0; u < data->n_units; u++)
    {
      int block = data->units[u].block;
      const PatalPlace *at = &data->blocks[block].headquarters;
      gboolean new_block = u == 0 || data->units[u - 1].block != block;

      /* half a batch more of each block, since its last is seldom full */
      asked += (data->units[u].heads + (new_block ? per_batch / 2 : 0)) * (gint64) days;
      for (; called * TEACHING_DAYS * per_batch < asked; called++)
        {
          static const guint64 modules[] = { 3, 1, 3, 2, 3 }; /* two of five teach one only */

          data->trainers[data->n_trainers++] = (PatalPlanTrainer) {
            block, place_near (lot, at->lat, at->lon, SPREAD), modules[called % G_N_ELEMENTS (modules)], -1,
          };
        }
    }
}

static void
name_days (Lot *lot, PatalPlanData *data, int n_moved)
{
  static const int holidays[] = { 1, 13, 20, 42, 55 };
  PatalDay first = patal_day_from_ymd (2021, 4, 1), autumn = patal_day_from_ymd (2021, 9, 1);

  data->windows = g_new0 (PatalPlanSpan, 1 + n_moved);
  add_span (data->windows, &data->n_windows, PATAL_PLAN_STATE, 0, first, DAYS);
  for (int d = 0; d < n_moved; d++)
    add_span (data->windows, &data->n_windows, PATAL_PLAN_DISTRICT, (2 * d + 1) * data->n_districts / (2 * n_moved),
              autumn, 61);
  data->blackouts = g_new0 (PatalPlanSpan, G_N_ELEMENTS (holidays) + data->n_blocks + data->n_trainers);
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    add_span (data->blackouts, &data->n_blackouts, PATAL_PLAN_STATE, 0, first + holidays[i], 1);
  for (int b = 0; b < data->n_blocks; b++)
    if (chance (lot, 14))
      add_span (data->blackouts, &data->n_blackouts, PATAL_PLAN_BLOCK, b, first + between (lot, 30, 50),
                between (lot, 3, 5));
  for (int t = 0; t < data->n_trainers; t++)
    if (chance (lot, 28))
      add_span (data->blackouts, &data->n_blackouts, PATAL_PLAN_TRAINER, t, first + between (lot, 0, 25), 4);
}

PatalPlanData
plan_generate_state (guint64 number, int n_districts, int n_blocks, int n_units, int n_moved)
{
  Lot lot = lot_new (number);
  PatalPlanData data = {
    .rules = usual_rules (), .n_districts = n_districts, .n_blocks = n_blocks, .n_units = n_units,
    .n_modules = 2,
  };

  data.modules = g_new0 (PatalPlanModule, data.n_modules);
  data.modules[0] = (PatalPlanModule) { 1, 2, 0 };
  data.modules[1] = (PatalPlanModule) { 2, 2, 1 };
  lay_blocks (&lot, &data);
  lay_units (&lot, &data);
  open_venues (&lot, &data);
  call_trainers (&lot, &data);
  name_days (&lot, &data, n_moved);
  return data;
}
