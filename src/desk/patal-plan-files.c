/* patal-plan-files.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-files.h"
#include "patal-plan-files-private.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define COLUMNS(columns) (columns), G_N_ELEMENTS (columns)

gboolean
patal_plan_files_open (PatalPlanReading *reading, PatalPlanRows *rows, const char *file, gboolean optional,
                       const PatalPlanColumn *columns, guint n, GError **error)
{
  g_autofree char *path = g_build_filename (reading->folder, file, NULL);

  return patal_plan_rows_open (rows, path, optional, columns, n, reading->progress, error);
}

void
patal_plan_files_remark (PatalPlanReading *reading, char *sentence)
{
  if (reading->files->remarks->len < PATAL_PLAN_MOST_REMARKS)
    g_ptr_array_add (reading->files->remarks, sentence);
  else
    g_free (sentence);
}

static gboolean
fail_rules (GError **error, const char *sentence)
{
  g_set_error_literal (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_RULES, sentence);
  return FALSE;
}

const char *const patal_plan_attends[]
    = { [PATAL_ATTEND_NONE] = "none", [PATAL_ATTEND_FIRST] = "first", [PATAL_ATTEND_ALL] = "all", NULL };

static gboolean
read_blocks (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "block_id", PATAL_PLAN_MUST_HAVE }, { "district_id", PATAL_PLAN_MUST_HAVE },
    { "hq_lat", PATAL_PLAN_MAY_LACK },    { "hq_lon", PATAL_PLAN_MAY_LACK },
    { "k", PATAL_PLAN_MAY_LACK },         { "officer_id", PATAL_PLAN_MAY_LACK },
    { "attend", PATAL_PLAN_MAY_LACK },
  };
  enum { BLOCK, DISTRICT, LAT, LON, K, OFFICER, ATTEND };
  PatalPlanFiles *files = reading->files;
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_files_open (reading, &rows, "blocks.csv", FALSE, COLUMNS (columns), error))
    return FALSE;
  if (patal_plan_rows_count (&rows) == 0)
    return fail_rules (error, _("blocks.csv names no block. Write a row for each."));
  files->data.blocks = g_new0 (PatalPlanBlock, patal_plan_rows_count (&rows));
  while (patal_plan_rows_next (&rows))
    {
      PatalPlanBlock *block = &files->data.blocks[files->data.n_blocks++];
      const char *district, *officer = NULL;
      guint attend = PATAL_ATTEND_FIRST;

      if (!patal_plan_rows_new_id (&rows, BLOCK, &files->blocks, error)
          || !patal_plan_rows_id (&rows, DISTRICT, TRUE, &district, error)
          || !patal_plan_rows_place (&rows, LAT, LON, &block->headquarters, error)
          || !patal_plan_rows_whole (&rows, K, FALSE, 1, PATAL_PLAN_MOST_CLUSTERS, &block->n_clusters, error)
          || !patal_plan_rows_id (&rows, OFFICER, FALSE, &officer, error)
          || (*patal_plan_rows_text (&rows, ATTEND) != '\0'
              && !patal_plan_rows_word (&rows, ATTEND, patal_plan_attends, &attend, error)))
        return FALSE;
      block->district = patal_plan_ids_add (&files->districts, district);
      block->officer = officer != NULL ? patal_plan_ids_add (&files->officers, officer) : -1;
      block->attend = (PatalAttend) attend;
    }
  files->data.n_districts = patal_plan_ids_count (&files->districts);
  files->data.n_officers = patal_plan_ids_count (&files->officers);
  return TRUE;
}

static gboolean
read_units (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "unit_id", PATAL_PLAN_MUST_HAVE },   { "block_id", PATAL_PLAN_MUST_HAVE },
    { "lat", PATAL_PLAN_MUST_HAVE },       { "lon", PATAL_PLAN_MUST_HAVE },
    { "headcount", PATAL_PLAN_MUST_HAVE },
  };
  enum { UNIT, BLOCK, LAT, LON, HEADCOUNT };
  PatalPlanFiles *files = reading->files;
  g_auto (PatalPlanRows) rows = { 0 };
  gint64 heads = 0;

  if (!patal_plan_files_open (reading, &rows, "units.csv", FALSE, COLUMNS (columns), error))
    return FALSE;
  files->data.units = g_new0 (PatalPlanUnit, patal_plan_rows_count (&rows));
  while (patal_plan_rows_next (&rows))
    {
      PatalPlanUnit *unit = &files->data.units[files->data.n_units++];

      if (!patal_plan_rows_new_id (&rows, UNIT, &files->units, error)
          || !patal_plan_rows_known (&rows, BLOCK, &files->blocks, "blocks.csv", &unit->block, error)
          || !patal_plan_rows_place (&rows, LAT, LON, &unit->place, error)
          || !patal_plan_rows_whole (&rows, HEADCOUNT, TRUE, 0, PATAL_PLAN_MOST_HEADS, &unit->heads, error))
        return FALSE;
      heads += unit->heads;
      if (heads > PATAL_PLAN_MOST_ALL_HEADS)
        return patal_plan_rows_fail (
            &rows, HEADCOUNT, PATAL_PLAN_FILES_ERROR_RULES, error, "%s",
            _("Up to here there are more than 100 crore persons. Correct the numbers."));
    }
  return TRUE;
}

static gboolean
read_venues (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "venue_id", PATAL_PLAN_MUST_HAVE }, { "block_id", PATAL_PLAN_MUST_HAVE },
    { "lat", PATAL_PLAN_MUST_HAVE },      { "lon", PATAL_PLAN_MUST_HAVE },
    { "seats", PATAL_PLAN_MUST_HAVE },    { "halls", PATAL_PLAN_MUST_HAVE },
    { "pref", PATAL_PLAN_MUST_HAVE },     { "unit_id", PATAL_PLAN_MAY_LACK },
  };
  enum { VENUE, BLOCK, LAT, LON, SEATS, HALLS, PREF, UNIT };
  PatalPlanFiles *files = reading->files;
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_files_open (reading, &rows, "venues.csv", FALSE, COLUMNS (columns), error))
    return FALSE;
  files->data.venues = g_new0 (PatalPlanVenue, patal_plan_rows_count (&rows));
  while (patal_plan_rows_next (&rows))
    {
      PatalPlanVenue *venue = &files->data.venues[files->data.n_venues++];

      venue->unit = -1;
      if (!patal_plan_rows_new_id (&rows, VENUE, &files->venues, error)
          || !patal_plan_rows_known (&rows, BLOCK, &files->blocks, "blocks.csv", &venue->block, error)
          || !patal_plan_rows_place (&rows, LAT, LON, &venue->place, error)
          || !patal_plan_rows_whole (&rows, SEATS, TRUE, 1, PATAL_PLAN_MOST_HEADS, &venue->seats, error)
          || !patal_plan_rows_whole (&rows, HALLS, TRUE, 1, PATAL_PLAN_MOST_HEADS, &venue->halls, error)
          || !patal_plan_rows_whole (&rows, PREF, FALSE, 0, PATAL_PLAN_MOST_RANK, &venue->rank, error)
          || (*patal_plan_rows_text (&rows, UNIT) != '\0'
              && !patal_plan_rows_known (&rows, UNIT, &files->units, "units.csv", &venue->unit, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_trainers (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "trainer_id", PATAL_PLAN_MUST_HAVE }, { "block_id", PATAL_PLAN_MUST_HAVE },
    { "lat", PATAL_PLAN_MUST_HAVE },        { "lon", PATAL_PLAN_MUST_HAVE },
    { "modules", PATAL_PLAN_MUST_HAVE },    { "max_days", PATAL_PLAN_MAY_LACK },
  };
  enum { TRAINER, BLOCK, LAT, LON, MODULES, MAX_DAYS };
  PatalPlanFiles *files = reading->files;
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_files_open (reading, &rows, "trainers.csv", FALSE, COLUMNS (columns), error))
    return FALSE;
  files->data.trainers = g_new0 (PatalPlanTrainer, patal_plan_rows_count (&rows));
  while (patal_plan_rows_next (&rows))
    {
      PatalPlanTrainer *trainer = &files->data.trainers[files->data.n_trainers++];

      trainer->most_days = -1;
      if (!patal_plan_files_listable (&rows, TRAINER, error)
          || !patal_plan_rows_new_id (&rows, TRAINER, &files->trainers, error)
          || !patal_plan_rows_known (&rows, BLOCK, &files->blocks, "blocks.csv", &trainer->block, error)
          || !patal_plan_rows_place (&rows, LAT, LON, &trainer->place, error)
          || !patal_plan_rows_whole (&rows, MAX_DAYS, FALSE, 0, PATAL_PLAN_MOST_HEADS, &trainer->most_days,
                                     error))
        return FALSE;
      trainer->modules = patal_plan_files_taught (reading, &rows, MODULES);
    }
  return TRUE;
}

/* --- Days --- */

const char *const patal_plan_scopes[] = {
  [PATAL_PLAN_STATE] = "state",     [PATAL_PLAN_DISTRICT] = "district",
  [PATAL_PLAN_BLOCK] = "block",     [PATAL_PLAN_VENUE] = "venue",
  [PATAL_PLAN_TRAINER] = "trainer", [PATAL_PLAN_OFFICER] = "officer",
  [PATAL_PLAN_UNIT] = "unit",       NULL,
};
static const char *const window_scopes[] = {
  [PATAL_PLAN_STATE] = "state",
  [PATAL_PLAN_DISTRICT] = "district",
  [PATAL_PLAN_BLOCK] = "block",
  NULL,
};

const PatalPlanIds *
patal_plan_files_ids (const PatalPlanFiles *files, PatalPlanScope scope)
{
  const PatalPlanIds *const all[] = {
    [PATAL_PLAN_DISTRICT] = &files->districts, [PATAL_PLAN_BLOCK] = &files->blocks,
    [PATAL_PLAN_VENUE] = &files->venues,       [PATAL_PLAN_TRAINER] = &files->trainers,
    [PATAL_PLAN_OFFICER] = &files->officers,   [PATAL_PLAN_UNIT] = &files->units,
  };

  return all[scope];
}

static gboolean
read_spans (PatalPlanReading *reading, const char *file, gboolean optional, const char *const *words,
            PatalPlanSpan **spans, int *n, GPtrArray *reasons, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "scope", PATAL_PLAN_MUST_HAVE },
    { "id", PATAL_PLAN_MUST_HAVE },
    { "from", PATAL_PLAN_MUST_HAVE },
    { "to", PATAL_PLAN_MUST_HAVE },
    { "reason", PATAL_PLAN_MAY_LACK },
  };
  enum { SCOPE, ID, FROM, TO, REASON };
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_files_open (reading, &rows, file, optional, COLUMNS (columns), error))
    return FALSE;
  *spans = g_new0 (PatalPlanSpan, MAX (patal_plan_rows_count (&rows), 1));
  while (patal_plan_rows_next (&rows))
    {
      PatalPlanSpan *span = &(*spans)[*n];
      guint scope;

      if (!patal_plan_rows_word (&rows, SCOPE, words, &scope, error)
          || !patal_plan_rows_span (&rows, FROM, TO, &span->span, error))
        return FALSE;
      span->scope = (PatalPlanScope) scope;
      span->of = scope == PATAL_PLAN_STATE ? 0
                                           : patal_plan_ids_find (patal_plan_files_ids (reading->files, span->scope),
                                                                  patal_plan_rows_text (&rows, ID));
      if (span->of >= 0)
        {
          (*n)++;
          if (reasons != NULL)
            g_ptr_array_add (reasons, g_strdup (patal_plan_rows_text (&rows, REASON)));
        }
      else /* days of halls or trainers of other programmes may stand here too */
        patal_plan_files_remark (
            reading,
            patal_plan_rows_remark (&rows, ID, _("“%s” is not in this plan, so the row counts for nothing."),
                                    patal_plan_rows_shown (&rows, ID)));
    }
  return TRUE;
}

static gboolean
check_windows (const PatalPlanData *data, GError **error)
{
  PatalDay first = PATAL_DAY_NONE, last = PATAL_DAY_NONE;
  gboolean state = FALSE;

  for (int i = 0; i < data->n_windows; i++)
    {
      const PatalPlanSpan *window = &data->windows[i];

      state |= window->scope == PATAL_PLAN_STATE;
      first = i == 0 ? window->span.from : MIN (first, window->span.from);
      last = MAX (last, window->span.to);
    }
  if (!state)
    return fail_rules (error, _("windows.csv has no row with scope “state”. Write one: state,* and the "
                                 "first and the last day of the trainings."));
  if (last - first + 1 > PATAL_PLAN_MOST_DAYS)
    {
      g_autofree char *from = patal_day_iso (first), *to = patal_day_iso (last);
      g_autofree char *sentence = g_strdup_printf (_("The windows in windows.csv reach from %s to %s. A "
                                                      "plan may reach over %d days at most: make them "
                                                      "shorter, or plan the years one by one."),
                                                   from, to, PATAL_PLAN_MOST_DAYS);

      return fail_rules (error, sentence);
    }
  return TRUE;
}

static gboolean
read_days (PatalPlanReading *reading, GError **error)
{
  PatalPlanData *data = &reading->files->data;

  return read_spans (reading, "windows.csv", FALSE, window_scopes, &data->windows, &data->n_windows, NULL,
                     error)
         && check_windows (data, error)
         && read_spans (reading, "blackouts.csv", TRUE, patal_plan_scopes, &data->blackouts, &data->n_blackouts,
                        reading->files->reasons, error);
}

/* --- Roads --- */

static void
add_road (PatalPlanData *data, PatalPlanScope from, int of, int venue, double km)
{
  if (of >= 0)
    data->roads[data->n_roads++] = (PatalPlanRoad){ from, of, venue, (int) floor (km * 1000 + 0.5) };
}

static gboolean
read_roads (PatalPlanReading *reading, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "from_id", PATAL_PLAN_MUST_HAVE },
    { "venue_id", PATAL_PLAN_MUST_HAVE },
    { "km", PATAL_PLAN_MUST_HAVE },
  };
  enum { FROM, VENUE, KM };
  PatalPlanFiles *files = reading->files;
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_files_open (reading, &rows, "distances.csv", TRUE, COLUMNS (columns), error))
    return FALSE;
  files->data.roads = g_new0 (PatalPlanRoad, 2 * (gsize) patal_plan_rows_count (&rows));
  while (patal_plan_rows_next (&rows))
    {
      int unit, trainer, venue;
      double km;

      if (!patal_plan_rows_km (&rows, KM, TRUE, &km, error))
        return FALSE;
      unit = patal_plan_ids_find (&files->units, patal_plan_rows_text (&rows, FROM));
      trainer = patal_plan_ids_find (&files->trainers, patal_plan_rows_text (&rows, FROM));
      venue = patal_plan_ids_find (&files->venues, patal_plan_rows_text (&rows, VENUE));
      if ((unit < 0 && trainer < 0) || venue < 0)
        {
          guint wrong = venue < 0 ? VENUE : FROM;

          patal_plan_files_remark (
              reading, patal_plan_rows_remark (&rows, wrong,
                                               _("“%s” is not in this plan, so the row counts for nothing."),
                                               patal_plan_rows_shown (&rows, wrong)));
          continue;
        }
      add_road (&files->data, PATAL_PLAN_UNIT, unit, venue, km);
      add_road (&files->data, PATAL_PLAN_TRAINER, trainer, venue, km);
    }
  return TRUE;
}

/* --- All --- */

PatalPlanFiles *
patal_plan_files_new (void)
{
  PatalPlanFiles *files = g_new0 (PatalPlanFiles, 1);
  PatalPlanIds *ids[] = { &files->districts, &files->blocks,   &files->units,   &files->venues,
                          &files->modules,   &files->trainers, &files->officers };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    patal_plan_ids_init (ids[i]);
  files->reasons = g_ptr_array_new_with_free_func (g_free);
  files->remarks = g_ptr_array_new_with_free_func (g_free);
  return files;
}

PatalPlanFiles *
patal_plan_files_read (const char *folder, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalPlanFiles) files = patal_plan_files_new ();
  PatalPlanReading reading = { .files = files, .folder = folder, .progress = progress };

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (
          error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_FILE,
          _("“%s” is no folder. Name the folder that holds params.csv, blocks.csv and the other files."),
          name);
      return NULL;
    }
  if (!patal_plan_files_read_rules (&reading, error) || !read_blocks (&reading, error)
      || !read_units (&reading, error) || !read_venues (&reading, error)
      || !patal_plan_files_read_modules (&reading, error) || !read_trainers (&reading, error)
      || !read_days (&reading, error) || !read_roads (&reading, error))
    return NULL;
  return g_steal_pointer (&files);
}

void
patal_plan_files_free (PatalPlanFiles *files)
{
  PatalPlanIds *ids[] = { &files->districts, &files->blocks,   &files->units,   &files->venues,
                          &files->modules,   &files->trainers, &files->officers };

  if (files == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    patal_plan_ids_clear (ids[i]);
  g_ptr_array_unref (files->reasons);
  g_ptr_array_unref (files->remarks);
  patal_plan_data_clear (&files->data);
  g_free (files);
}
