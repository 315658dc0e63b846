/* plan-checker-ground.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker-ground.h"
#include <math.h>

void
ground_init (Ground *ground, const PatalPlanData *data, const CheckedPlan *plan, Verdict *verdict)
{
  PatalDay last = 0;

  *ground = (Ground) { .data = data, .plan = plan, .verdict = verdict, .first = G_MAXINT };
  for (int i = 0; i < data->n_windows; i++)
    {
      ground->first = MIN (ground->first, data->windows[i].span.from);
      last = MAX (last, data->windows[i].span.to);
    }
  ground->n_days = last - ground->first + 1;
  ground->anchor = g_new (PatalPlace, data->n_blocks);
  for (int b = 0; b < data->n_blocks; b++)
    {
      double lat = 0, lon = 0;
      int n = 0;

      for (int u = 0; u < data->n_units; u++)
        if (data->units[u].block == b && !isnan (data->units[u].place.lat))
          {
            lat += data->units[u].place.lat;
            lon += data->units[u].place.lon;
            n++;
          }
      ground->anchor[b] = !isnan (data->blocks[b].headquarters.lat) ? data->blocks[b].headquarters
                                                                    : (PatalPlace) { n > 0 ? lat / n : NAN, n > 0 ? lon / n : NAN };
    }
  ground->heads = g_new0 (int, plan->n + 1);
  for (int u = 0; u < data->n_units; u++)
    if (plan->cluster[u] >= 0)
      ground->heads[plan->cluster[u]] += data->units[u].heads;
}

void
ground_clear (Ground *ground)
{
  g_free (ground->anchor);
  g_free (ground->heads);
}

void
ground_fault (Ground *ground, const char *rule, int a, int b)
{
  Violation violation = { rule, a, b };

  g_array_append_val (ground->verdict->violations, violation);
}

PatalPlace
place_of_unit (const Ground *ground, int unit, gboolean *known)
{
  const PatalPlanUnit *it = &ground->data->units[unit];

  *known = !isnan (it->place.lat);
  return *known ? it->place : ground->anchor[it->block];
}

PatalPlace
place_of_venue (const Ground *ground, int venue, gboolean *known)
{
  const PatalPlanVenue *it = &ground->data->venues[venue];
  PatalPlace place = it->place;

  *known = !isnan (place.lat);
  if (!*known && it->unit >= 0)
    place = place_of_unit (ground, it->unit, known);
  return isnan (place.lat) ? ground->anchor[it->block] : place;
}

/* By the chord through the earth. */
static gint64
way (const Ground *ground, PatalPlace from, PatalPlace to)
{
  const double radius = 6371008.8, degree = 0.017453292519943295769;
  double x, y, z, chord;

  if (isnan (from.lat) || isnan (to.lat))
    return 0;
  x = cos (from.lat * degree) * cos (from.lon * degree) - cos (to.lat * degree) * cos (to.lon * degree);
  y = cos (from.lat * degree) * sin (from.lon * degree) - cos (to.lat * degree) * sin (to.lon * degree);
  z = sin (from.lat * degree) - sin (to.lat * degree);
  chord = sqrt (x * x + y * y + z * z);
  return (gint64) floor (2 * radius * asin (chord / 2 > 1 ? 1 : chord / 2) * ground->data->rules.detour_pct / 100.0 + 0.5);
}

/* What is written further down replaces what stands above. */
static gboolean
by_road (const Ground *ground, PatalPlanScope from, int of, int venue, gint64 *metres)
{
  for (int i = ground->data->n_roads - 1; i >= 0; i--)
    {
      const PatalPlanRoad *road = &ground->data->roads[i];

      if (road->from == from && road->of == of && road->venue == venue)
        {
          *metres = road->metres;
          return TRUE;
        }
    }
  return FALSE;
}

gint64
way_of_unit (const Ground *ground, int unit, int venue)
{
  gboolean known;
  gint64 metres;

  if (by_road (ground, PATAL_PLAN_UNIT, unit, venue, &metres))
    return metres;
  return way (ground, place_of_unit (ground, unit, &known), place_of_venue (ground, venue, &known));
}

gint64
way_of_trainer (const Ground *ground, int trainer, int venue)
{
  const PatalPlanTrainer *it = &ground->data->trainers[trainer];
  gboolean known;
  gint64 metres;

  if (by_road (ground, PATAL_PLAN_TRAINER, trainer, venue, &metres))
    return metres;
  return way (ground, isnan (it->place.lat) ? ground->anchor[it->block] : it->place, place_of_venue (ground, venue, &known));
}

PatalSpan
window_of (const Ground *ground, int block)
{
  const PatalPlanData *data = ground->data;
  PatalSpan state = { 0 }, district = { 0 }, own = { 0 };

  for (int i = 0; i < data->n_windows; i++)
    {
      const PatalPlanSpan *it = &data->windows[i];

      if (it->scope == PATAL_PLAN_STATE)
        state = it->span;
      else if (it->scope == PATAL_PLAN_DISTRICT && it->of == data->blocks[block].district)
        district = it->span;
      else if (it->scope == PATAL_PLAN_BLOCK && it->of == block)
        own = it->span;
    }
  return own.from != 0 ? own : district.from != 0 ? district : state;
}

gboolean
is_blacked (const Ground *ground, PatalPlanScope scope, int of, int day)
{
  for (int i = 0; i < ground->data->n_blackouts; i++)
    {
      const PatalPlanSpan *it = &ground->data->blackouts[i];

      if (it->scope == scope && it->of == of && it->span.from <= ground->first + day && it->span.to >= ground->first + day)
        return TRUE;
    }
  return FALSE;
}

gboolean
is_usable (const Ground *ground, int block, int day)
{
  PatalSpan window = window_of (ground, block);
  PatalDay date = ground->first + day;

  return date >= window.from && date <= window.to && (ground->data->rules.weekly_off >> patal_day_weekday (date) & 1) == 0
         && !is_blacked (ground, PATAL_PLAN_STATE, 0, day) && !is_blacked (ground, PATAL_PLAN_DISTRICT, ground->data->blocks[block].district, day)
         && !is_blacked (ground, PATAL_PLAN_BLOCK, block, day);
}

int
group_of (const Ground *ground, int block)
{
  return ground->data->rules.cross_block ? ground->data->blocks[block].district : block;
}

/* --- Verdicts --- */

Verdict
plan_check (const PatalPlanData *data, const CheckedPlan *plan)
{
  Verdict verdict = { g_array_new (FALSE, FALSE, sizeof (Violation)), { 0 } };
  Ground ground;

  ground_init (&ground, data, plan, &verdict);
  check_clusters (&ground);
  if (plan->start != NULL)
    check_schedule (&ground);
  ground_clear (&ground);
  return verdict;
}

void
verdict_clear (Verdict *verdict)
{
  g_clear_pointer (&verdict->violations, g_array_unref);
}

guint
verdict_count_rule (const Verdict *verdict, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < verdict->violations->len; i++)
    n += g_str_equal (g_array_index (verdict->violations, Violation, i).rule, rule);
  return n;
}

gboolean
verdict_has (const Verdict *verdict, const char *rule)
{
  return verdict_count_rule (verdict, rule) > 0;
}

char *
verdict_describe (const Verdict *verdict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < verdict->violations->len; i++)
    {
      const Violation *it = &g_array_index (verdict->violations, Violation, i);

      g_string_append_printf (text, "%s%s %d %d", i > 0 ? ", " : "", it->rule, it->a, it->b);
    }
  return g_string_free (text, FALSE);
}
