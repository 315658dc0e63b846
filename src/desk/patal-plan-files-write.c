/* patal-plan-files-write.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-out-file.h"
#include "patal-plan-files-private.h"
#include <math.h>

#define RECORD PATAL_PLAN_RECORD

/* A cell with something in it that is no text; good until the end of the line. */
typedef struct
{
  char text[32];
} Cell;

static const char *
number (Cell *cell, int n)
{
  g_snprintf (cell->text, sizeof cell->text, "%d", n);
  return cell->text;
}

static const char *
degrees (Cell *cell, double degrees)
{
  if (isnan (degrees))
    return "";
  return g_ascii_formatd (cell->text, sizeof cell->text, "%.6f", degrees);
}

static const char *
km (Cell *cell, gint64 metres)
{
  return g_ascii_formatd (cell->text, sizeof cell->text, "%.3f", (double)metres / 1000);
}

static const char *
day (Cell *cell, PatalDay of)
{
  g_autofree char *iso = patal_day_iso (of);

  g_strlcpy (cell->text, iso, sizeof cell->text);
  return cell->text;
}

gboolean
patal_plan_save (PatalOutSet *set, const char *name, GString *out, GError **error)
{
  g_autofree char *path = patal_out_set_add (set, name, ".csv");
  g_autoptr (PatalOutFile) file = patal_out_file_new (path, error);
  gboolean done = file != NULL && patal_out_file_finish (file, out, error);

  g_string_truncate (out, 0);
  return done;
}

static gboolean
write_rules (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  const PatalPlanRules *rules = &files->data.rules;
  g_autoptr (GString) off = g_string_new (NULL);
  Cell cell;

  for (int d = PATAL_MONDAY; d <= PATAL_SUNDAY; d++)
    if (rules->weekly_off & PATAL_WEEKDAYS (d))
      g_string_append_printf (off, "%d", d);
  RECORD (out, "key", "value");
  RECORD (out, "batch_min", number (&cell, rules->batch_min));
  RECORD (out, "batch_max", number (&cell, rules->batch_max));
  RECORD (out, "batch_fill", number (&cell, rules->batch_fill));
  RECORD (out, "detour_pct", number (&cell, rules->detour_pct));
  RECORD (out, "pref_m", number (&cell, rules->rank_metres));
  RECORD (out, "max_km", km (&cell, rules->most_metres));
  RECORD (out, "cross_block", rules->cross_block ? "1" : "0");
  RECORD (out, "max_run", number (&cell, rules->most_run));
  RECORD (out, "trainer_scope", patal_plan_scopes[rules->trainer_scope]);
  RECORD (out, "trainer_max_km", km (&cell, rules->trainer_most_metres));
  RECORD (out, "gap_min", number (&cell, rules->gap_days));
  RECORD (out, "weekly_off", off->len > 0 ? off->str : "0");
  if (rules->today != PATAL_DAY_NONE)
    RECORD (out, "today", day (&cell, rules->today));
  return patal_plan_save (set, "params", out, error);
}

static gboolean
write_blocks (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  Cell lat, lon, k;

  RECORD (out, "block_id", "district_id", "hq_lat", "hq_lon", "k", "officer_id", "attend");
  for (int b = 0; b < files->data.n_blocks; b++)
    {
      const PatalPlanBlock *block = &files->data.blocks[b];

      RECORD (out, patal_plan_ids_name (&files->blocks, b),
              patal_plan_ids_name (&files->districts, block->district),
              degrees (&lat, block->headquarters.lat), degrees (&lon, block->headquarters.lon),
              block->n_clusters > 0 ? number (&k, block->n_clusters) : "",
              block->officer >= 0 ? patal_plan_ids_name (&files->officers, block->officer) : "",
              patal_plan_attends[block->attend]);
    }
  return patal_plan_save (set, "blocks", out, error);
}

static gboolean
write_units (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  Cell lat, lon, heads;

  RECORD (out, "unit_id", "block_id", "lat", "lon", "headcount");
  for (int u = 0; u < files->data.n_units; u++)
    {
      const PatalPlanUnit *unit = &files->data.units[u];

      RECORD (out, patal_plan_ids_name (&files->units, u), patal_plan_ids_name (&files->blocks, unit->block),
              degrees (&lat, unit->place.lat), degrees (&lon, unit->place.lon), number (&heads, unit->heads));
    }
  return patal_plan_save (set, "units", out, error);
}

static gboolean
write_venues (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  Cell lat, lon, seats, halls, rank;

  RECORD (out, "venue_id", "block_id", "lat", "lon", "seats", "halls", "pref", "unit_id");
  for (int v = 0; v < files->data.n_venues; v++)
    {
      const PatalPlanVenue *venue = &files->data.venues[v];

      RECORD (out, patal_plan_ids_name (&files->venues, v),
              patal_plan_ids_name (&files->blocks, venue->block), degrees (&lat, venue->place.lat),
              degrees (&lon, venue->place.lon), number (&seats, venue->seats), number (&halls, venue->halls),
              number (&rank, venue->rank),
              venue->unit >= 0 ? patal_plan_ids_name (&files->units, venue->unit) : "");
    }
  return patal_plan_save (set, "venues", out, error);
}

static gboolean
write_modules (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  Cell days, team;

  RECORD (out, "module_id", "days", "team", "after");
  for (int m = 0; m < files->data.n_modules; m++)
    {
      g_autofree char *after = patal_plan_ids_list (&files->modules, files->data.modules[m].after, " ");

      RECORD (out, patal_plan_ids_name (&files->modules, m), number (&days, files->data.modules[m].days),
              number (&team, files->data.modules[m].team), after);
    }
  return patal_plan_save (set, "modules", out, error);
}

static gboolean
write_trainers (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  Cell lat, lon, most;

  RECORD (out, "trainer_id", "block_id", "lat", "lon", "modules", "max_days");
  for (int t = 0; t < files->data.n_trainers; t++)
    {
      const PatalPlanTrainer *trainer = &files->data.trainers[t];
      g_autofree char *modules = patal_plan_ids_list (&files->modules, trainer->modules, " ");

      RECORD (out, patal_plan_ids_name (&files->trainers, t),
              patal_plan_ids_name (&files->blocks, trainer->block), degrees (&lat, trainer->place.lat),
              degrees (&lon, trainer->place.lon), modules,
              trainer->most_days >= 0 ? number (&most, trainer->most_days) : "");
    }
  return patal_plan_save (set, "trainers", out, error);
}

static gboolean
write_spans (const PatalPlanFiles *files, PatalOutSet *set, const char *name, const PatalPlanSpan *spans,
             int n, const GPtrArray *reasons, GString *out, GError **error)
{
  Cell from, to;

  RECORD (out, "scope", "id", "from", "to", "reason");
  for (int i = 0; i < n; i++)
    RECORD (out, patal_plan_scopes[spans[i].scope],
            spans[i].scope == PATAL_PLAN_STATE
                ? "*"
                : patal_plan_ids_name (patal_plan_files_ids (files, spans[i].scope), spans[i].of),
            day (&from, spans[i].span.from), day (&to, spans[i].span.to),
            reasons != NULL ? (const char *)reasons->pdata[i] : "");
  return patal_plan_save (set, name, out, error);
}

static gboolean
write_roads (const PatalPlanFiles *files, PatalOutSet *set, GString *out, GError **error)
{
  Cell length;

  RECORD (out, "from_id", "venue_id", "km");
  for (int i = 0; i < files->data.n_roads; i++)
    {
      const PatalPlanRoad *road = &files->data.roads[i];

      RECORD (out, patal_plan_ids_name (patal_plan_files_ids (files, road->from), road->of),
              patal_plan_ids_name (&files->venues, road->venue), km (&length, road->metres));
    }
  return patal_plan_save (set, "distances", out, error);
}

gboolean
patal_plan_files_write (const PatalPlanFiles *files, const char *folder, GError **error)
{
  const PatalPlanData *data = &files->data;
  g_autoptr (PatalOutSet) set = patal_out_set_new (folder, error);
  g_autoptr (GString) out = g_string_new (NULL);

  return set != NULL && write_rules (files, set, out, error) && write_blocks (files, set, out, error)
         && write_units (files, set, out, error) && write_venues (files, set, out, error)
         && write_modules (files, set, out, error) && write_trainers (files, set, out, error)
         && write_spans (files, set, "windows", data->windows, data->n_windows, NULL, out, error)
         && write_spans (files, set, "blackouts", data->blackouts, data->n_blackouts, files->reasons, out,
                         error)
         && write_roads (files, set, out, error) && patal_out_set_finish (set, error);
}
