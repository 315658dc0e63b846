/* patal-plan-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-map.h"
#include <math.h>

#define EARTH_METRES 6371008.8 /* the mean radius */
#define NOWHERE      ((PatalPlace) { NAN, NAN })

static gboolean
is_known (PatalPlace place)
{
  return !isnan (place.lat) && !isnan (place.lon);
}

static gint64
road_key (PatalPlanScope from, int of, int venue)
{
  return ((gint64) of << 33) | ((gint64) venue << 1) | (from == PATAL_PLAN_TRAINER);
}

static void
lay_roads (PatalPlanMap *map)
{
  const PatalPlanData *data = map->data;

  if (data->n_roads == 0)
    return;
  map->roads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (int i = 0; i < data->n_roads; i++)
    {
      const PatalPlanRoad *road = &data->roads[i];
      gint64 key = road_key (road->from, road->of, road->venue);

      g_hash_table_insert (map->roads, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (road->metres));
    }
}

/* (transfer full): of each block where those stand that have no place of their own: its headquarters, else the middle of its units. */
static PatalPlace *
find_anchors (const PatalPlanData *data)
{
  PatalPlace *anchors = g_new (PatalPlace, data->n_blocks);
  g_autofree int *n = g_new0 (int, data->n_blocks);

  for (int b = 0; b < data->n_blocks; b++)
    anchors[b] = (PatalPlace) { 0, 0 };
  for (int u = 0; u < data->n_units; u++)
    if (is_known (data->units[u].place))
      {
        anchors[data->units[u].block].lat += data->units[u].place.lat;
        anchors[data->units[u].block].lon += data->units[u].place.lon;
        n[data->units[u].block]++;
      }
  for (int b = 0; b < data->n_blocks; b++)
    if (is_known (data->blocks[b].headquarters))
      anchors[b] = data->blocks[b].headquarters;
    else
      anchors[b] = n[b] > 0 ? (PatalPlace) { anchors[b].lat / n[b], anchors[b].lon / n[b] } : NOWHERE;
  return anchors;
}

void
patal_plan_map_init (PatalPlanMap *map, const PatalPlanData *data)
{
  g_autofree PatalPlace *anchors = find_anchors (data);

  *map = (PatalPlanMap) { .data = data };
  map->units = g_new (PatalPlace, data->n_units);
  map->unit_known = g_new (gboolean, data->n_units);
  map->venues = g_new (PatalPlace, data->n_venues);
  map->venue_known = g_new (gboolean, data->n_venues);
  map->trainers = g_new (PatalPlace, data->n_trainers);
  for (int u = 0; u < data->n_units; u++)
    {
      map->unit_known[u] = is_known (data->units[u].place);
      map->units[u] = map->unit_known[u] ? data->units[u].place : anchors[data->units[u].block];
      map->n_estimated += !map->unit_known[u] && data->units[u].heads > 0;
    }
  for (int v = 0; v < data->n_venues; v++)
    {
      const PatalPlanVenue *venue = &data->venues[v];
      gboolean own = is_known (venue->place), by_unit = !own && venue->unit >= 0;

      map->venues[v] = own ? venue->place : by_unit ? map->units[venue->unit] : NOWHERE;
      map->venue_known[v] = own || (by_unit && map->unit_known[venue->unit]);
      if (!is_known (map->venues[v]))
        map->venues[v] = anchors[venue->block];
    }
  for (int t = 0; t < data->n_trainers; t++)
    map->trainers[t] = is_known (data->trainers[t].place) ? data->trainers[t].place : anchors[data->trainers[t].block];
  lay_roads (map);
}

void
patal_plan_map_clear (PatalPlanMap *map)
{
  g_free (map->units);
  g_free (map->unit_known);
  g_free (map->venues);
  g_free (map->venue_known);
  g_free (map->trainers);
  g_clear_pointer (&map->roads, g_hash_table_unref);
}

static double
radians (double degrees)
{
  return degrees * (G_PI / 180);
}

/* The great circle, by the haversine formula, with the detour; rounded half up. */
static int
reckon (const PatalPlanMap *map, PatalPlace from, PatalPlace to)
{
  double by_lat, by_lon, h;

  if (!is_known (from) || !is_known (to))
    return 0;
  by_lat = sin ((radians (to.lat) - radians (from.lat)) / 2);
  by_lon = sin ((radians (to.lon) - radians (from.lon)) / 2);
  h = by_lat * by_lat + cos (radians (from.lat)) * cos (radians (to.lat)) * by_lon * by_lon;
  return (int) floor (2 * EARTH_METRES * asin (MIN (1, sqrt (h))) * map->data->rules.detour_pct / 100 + 0.5);
}

static gboolean
by_road (const PatalPlanMap *map, PatalPlanScope from, int of, int venue, int *metres)
{
  gint64 key = road_key (from, of, venue);
  gpointer found;

  if (map->roads == NULL || !g_hash_table_lookup_extended (map->roads, &key, NULL, &found))
    return FALSE;
  *metres = GPOINTER_TO_INT (found);
  return TRUE;
}

int
patal_plan_map_unit_to_venue (const PatalPlanMap *map, int unit, int venue)
{
  int metres;

  return by_road (map, PATAL_PLAN_UNIT, unit, venue, &metres) ? metres : reckon (map, map->units[unit], map->venues[venue]);
}

int
patal_plan_map_trainer_to_venue (const PatalPlanMap *map, int trainer, int venue)
{
  int metres;

  return by_road (map, PATAL_PLAN_TRAINER, trainer, venue, &metres) ? metres : reckon (map, map->trainers[trainer], map->venues[venue]);
}

gboolean
patal_plan_map_is_known (const PatalPlanMap *map, int unit, int venue)
{
  return map->unit_known[unit] && map->venue_known[venue];
}
