/* plan-checker-clusters.c: rules C1 to C9, and F0 to F2
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker-ground.h"

static gboolean
is_too_far (const Ground *ground, int unit, int venue)
{
  gboolean unit_known, venue_known;

  place_of_unit (ground, unit, &unit_known);
  place_of_venue (ground, venue, &venue_known);
  return ground->data->rules.most_metres > 0 && unit_known && venue_known
         && way_of_unit (ground, unit, venue) > ground->data->rules.most_metres;
}

static void
check_member (Ground *ground, int unit)
{
  const PatalPlanData *data = ground->data;
  int cluster = ground->plan->cluster[unit], venue = ground->plan->venue[cluster];
  int of = data->units[unit].block, at = data->venues[venue].block;
  gint64 metres = way_of_unit (ground, unit, venue);
  gboolean unit_known, venue_known;

  place_of_unit (ground, unit, &unit_known);
  place_of_venue (ground, venue, &venue_known);
  if (data->units[unit].heads == 0)
    ground_fault (ground, "C1", unit, cluster);
  if (of != at && !(data->rules.cross_block && data->blocks[of].district == data->blocks[at].district))
    ground_fault (ground, "C4", unit, cluster);
  if (is_too_far (ground, unit, venue))
    ground_fault (ground, "C5", unit, cluster);
  ground->verdict->objectives.f1 += data->units[unit].heads * (metres + (gint64) data->venues[venue].rank * data->rules.rank_metres);
  if (unit_known && venue_known)
    ground->verdict->objectives.f2 = MAX (ground->verdict->objectives.f2, metres);
}

/* Rule C9, and the first half of C1. */
static void
check_left (Ground *ground, int unit)
{
  const PatalPlanData *data = ground->data;
  int heads = data->units[unit].heads;

  ground->verdict->objectives.f0 += heads;
  if (!ground->plan->excused[unit])
    {
      ground_fault (ground, "C1", unit, -1);
      return;
    }
  for (int c = 0; c < ground->plan->n; c++)
    {
      int venue = ground->plan->venue[c];

      if (venue >= 0 && data->venues[venue].block == data->units[unit].block && ground->heads[c] + heads <= data->rules.batch_max
          && ground->heads[c] + heads <= data->venues[venue].seats && !is_too_far (ground, unit, venue))
        {
          ground_fault (ground, "C9", unit, c);
          return;
        }
    }
}

/* Rules C3 and C7, of a block or with cross_block of a district. */
static void
check_group (Ground *ground, int group)
{
  const PatalPlanData *data = ground->data;
  gint64 heads = 0, wanted = 0, full = (gint64) data->rules.batch_max * data->rules.batch_fill;
  gboolean given = TRUE;
  int n = 0;

  for (int b = 0; b < data->n_blocks; b++)
    {
      gint64 of_block = 0;

      if (group_of (ground, b) != group)
        continue;
      for (int u = 0; u < data->n_units; u++)
        of_block += data->units[u].block == b ? data->units[u].heads : 0;
      heads += of_block;
      given &= of_block == 0 || data->blocks[b].n_clusters > 0;
      wanted += of_block > 0 ? data->blocks[b].n_clusters : 0;
    }
  for (int c = 0; c < ground->plan->n; c++)
    n += ground->plan->venue[c] >= 0 && group_of (ground, data->venues[ground->plan->venue[c]].block) == group;
  if (heads == 0)
    return;
  if (!given)
    wanted = (heads * 100 + full - 1) / full;
  if (n != wanted && !(n > wanted && ground->plan->raised[group]))
    ground_fault (ground, "C7", group, (int) (n - wanted));
  for (int c = 0; c < ground->plan->n; c++)
    if (ground->plan->venue[c] >= 0 && group_of (ground, data->venues[ground->plan->venue[c]].block) == group
        && ground->heads[c] < data->rules.batch_min && !(heads < data->rules.batch_min && n == 1))
      ground_fault (ground, "C3", c, ground->heads[c]);
}

/* Rule C6. */
static void
check_venue (Ground *ground, int venue)
{
  const PatalPlanVenue *it = &ground->data->venues[venue];
  int clusters = 0, days = 0, usable = 0;

  for (int c = 0; c < ground->plan->n; c++)
    clusters += ground->plan->venue[c] == venue;
  for (int m = 0; m < ground->data->n_modules; m++)
    days += ground->data->modules[m].days;
  if (clusters == 0)
    return;
  for (int d = 0; d < ground->n_days; d++)
    usable += is_usable (ground, it->block, d) && !is_blacked (ground, PATAL_PLAN_VENUE, venue, d);
  if ((gint64) clusters * days > (gint64) it->halls * usable)
    ground_fault (ground, "C6", venue, clusters);
}

void
check_clusters (Ground *ground)
{
  const PatalPlanData *data = ground->data;

  for (int c = 0; c < ground->plan->n; c++)
    {
      int venue = ground->plan->venue[c];

      if (venue < 0 || venue >= data->n_venues)
        ground_fault (ground, "C8", c, venue);
      else if (ground->heads[c] > data->rules.batch_max || ground->heads[c] > data->venues[venue].seats)
        ground_fault (ground, "C2", c, ground->heads[c]);
    }
  for (int u = 0; u < data->n_units; u++)
    if (ground->plan->cluster[u] >= ground->plan->n)
      ground_fault (ground, "C1", u, ground->plan->cluster[u]);
    else if (ground->plan->cluster[u] >= 0 && ground->plan->venue[ground->plan->cluster[u]] >= 0)
      check_member (ground, u);
    else if (ground->plan->cluster[u] < 0 && data->units[u].heads > 0)
      check_left (ground, u);
  for (int g = 0; g < (data->rules.cross_block ? data->n_districts : data->n_blocks); g++)
    check_group (ground, g);
  for (int v = 0; v < data->n_venues; v++)
    check_venue (ground, v);
}
