/* plan-generator-files.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include <glib/gstdio.h>
#include <math.h>

static void
save (const char *folder, const char *name, GString *text) /* g_file_set_contents() waits for the disk */
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text->str, 1, text->len, file), ==, text->len);
  g_assert_cmpint (fclose (file), ==, 0);
  g_string_truncate (text, 0);
}

/* ",lat,lon", with nothing in them where it is not known. */
static void
append_place (GString *text, PatalPlace place)
{
  if (isnan (place.lat))
    g_string_append (text, ",,");
  else
    g_string_append_printf (text, ",%.4f,%.4f", place.lat, place.lon);
}

static void
append_rules (GString *text, const PatalPlanRules *rules)
{
  static const char *const scopes[] = { "state", "district", "block" };

  g_string_append_printf (text, "key,value\nbatch_min,%d\nbatch_max,%d\nbatch_fill,%d\ndetour_pct,%d\npref_m,%d\ncross_block,%d\nmax_run,%d\n",
                          rules->batch_min, rules->batch_max, rules->batch_fill, rules->detour_pct, rules->rank_metres, rules->cross_block,
                          rules->most_run);
  g_string_append_printf (text, "trainer_scope,%s\ngap_min,%d\nmax_km,%" G_GINT64_FORMAT "\ntrainer_max_km,%" G_GINT64_FORMAT "\nweekly_off,",
                          scopes[rules->trainer_scope], rules->gap_days, rules->most_metres / 1000, rules->trainer_most_metres / 1000);
  for (int d = 1; d <= 7; d++)
    if (rules->weekly_off >> d & 1)
      g_string_append_printf (text, "%d", d);
  g_string_append_c (text, '\n');
  if (rules->today != PATAL_DAY_NONE)
    {
      g_autofree char *today = patal_day_iso (rules->today);

      g_string_append_printf (text, "today,%s\n", today);
    }
}

static void
append_spans (GString *text, const PatalPlanSpan *spans, int n, const char *prefix)
{
  static const char *const scopes[] = { "state", "district", "block", "venue", "trainer", "officer", "unit" };
  static const char letters[] = "SDBVTOU";

  g_string_append (text, "scope,id,from,to,reason\n");
  for (int i = 0; i < n; i++)
    {
      g_autofree char *from = patal_day_iso (spans[i].span.from), *to = patal_day_iso (spans[i].span.to);

      if (spans[i].scope == PATAL_PLAN_STATE)
        g_string_append_printf (text, "state,*,%s,%s,\n", from, to);
      else
        g_string_append_printf (text, "%s,%s%c%d,%s,%s,\n", scopes[spans[i].scope], prefix, letters[spans[i].scope], spans[i].of, from, to);
    }
}

static void
append_blocks (GString *text, const PatalPlanData *data, const char *prefix)
{
  static const char *const attends[] = { "none", "first", "all" };

  g_string_append (text, "block_id,district_id,hq_lat,hq_lon,k,officer_id,attend\n");
  for (int b = 0; b < data->n_blocks; b++)
    {
      const PatalPlanBlock *it = &data->blocks[b];

      g_string_append_printf (text, "%sB%d,%sD%d", prefix, b, prefix, it->district);
      append_place (text, it->headquarters);
      g_string_append_c (text, ',');
      if (it->n_clusters > 0)
        g_string_append_printf (text, "%d", it->n_clusters);
      g_string_append_c (text, ',');
      if (it->officer >= 0)
        g_string_append_printf (text, "%sO%d", prefix, it->officer);
      g_string_append_printf (text, ",%s\n", attends[it->attend]);
    }
}

static void
append_people (GString *text, const PatalPlanData *data, const char *prefix, const char *folder)
{
  g_string_append (text, "unit_id,block_id,lat,lon,headcount\n");
  for (int u = 0; u < data->n_units; u++)
    {
      g_string_append_printf (text, "%sU%d,%sB%d", prefix, u, prefix, data->units[u].block);
      append_place (text, data->units[u].place);
      g_string_append_printf (text, ",%d\n", data->units[u].heads);
    }
  save (folder, "units.csv", text);
  g_string_append (text, "trainer_id,block_id,lat,lon,modules,max_days\n");
  for (int t = 0; t < data->n_trainers; t++)
    {
      const PatalPlanTrainer *it = &data->trainers[t];

      g_string_append_printf (text, "%sT%d,%sB%d", prefix, t, prefix, it->block);
      append_place (text, it->place);
      g_string_append_c (text, ',');
      for (int m = 0; m < data->n_modules; m++)
        if (it->modules >> m & 1)
          g_string_append_printf (text, "%sM%d ", prefix, m);
      g_string_append_c (text, ',');
      if (it->most_days >= 0)
        g_string_append_printf (text, "%d", it->most_days);
      g_string_append_c (text, '\n');
    }
  save (folder, "trainers.csv", text);
}

static void
append_venues (GString *text, const PatalPlanData *data, const char *prefix)
{
  g_string_append (text, "venue_id,block_id,lat,lon,seats,halls,pref,unit_id\n");
  for (int v = 0; v < data->n_venues; v++)
    {
      const PatalPlanVenue *it = &data->venues[v];

      g_string_append_printf (text, "%sV%d,%sB%d", prefix, v, prefix, it->block);
      append_place (text, it->place);
      g_string_append_printf (text, ",%d,%d,%d,", it->seats, it->halls, it->rank);
      if (it->unit >= 0)
        g_string_append_printf (text, "%sU%d", prefix, it->unit);
      g_string_append_c (text, '\n');
    }
}

static void
append_modules (GString *text, const PatalPlanData *data, const char *prefix)
{
  g_string_append (text, "module_id,days,team,after\n");
  for (int m = 0; m < data->n_modules; m++)
    {
      g_string_append_printf (text, "%sM%d,%d,%d,", prefix, m, data->modules[m].days, data->modules[m].team);
      for (int a = 0; a < data->n_modules; a++)
        if (data->modules[m].after >> a & 1)
          g_string_append_printf (text, "%sM%d ", prefix, a);
      g_string_append_c (text, '\n');
    }
}

void
plan_write_files (const PatalPlanData *data, const char *folder, const char *prefix)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_rules (text, &data->rules);
  save (folder, "params.csv", text);
  append_blocks (text, data, prefix);
  save (folder, "blocks.csv", text);
  append_people (text, data, prefix, folder);
  append_venues (text, data, prefix);
  save (folder, "venues.csv", text);
  append_modules (text, data, prefix);
  save (folder, "modules.csv", text);
  append_spans (text, data->windows, data->n_windows, prefix);
  save (folder, "windows.csv", text);
  append_spans (text, data->blackouts, data->n_blackouts, prefix);
  save (folder, "blackouts.csv", text);
  g_string_append (text, "from_id,venue_id,km\n");
  for (int i = 0; i < data->n_roads; i++)
    g_string_append_printf (text, "%s%c%d,%sV%d,%d.%d\n", prefix, data->roads[i].from == PATAL_PLAN_UNIT ? 'U' : 'T', data->roads[i].of, prefix,
                            data->roads[i].venue, data->roads[i].metres / 1000, data->roads[i].metres % 1000 / 100);
  save (folder, "distances.csv", text);
}
