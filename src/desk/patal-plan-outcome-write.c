/* patal-plan-outcome-write.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-files-private.h"
#include "patal-plan-outcome.h"
#include "patal-plan-words.h"
#include <string.h>

/* Where something with an id stands in its array. */
typedef struct
{
  const char *id;
  int place;
} Sorted;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *x = a, *y = b;

  return strcmp (x->id, y->id);
}

/* (transfer full): the units in the byte order of their ids. */
static Sorted *
sort_units (const PatalPlanFiles *files)
{
  Sorted *units = g_new (Sorted, MAX (files->data.n_units, 1));

  for (int u = 0; u < files->data.n_units; u++)
    units[u] = (Sorted){ patal_plan_ids_name (&files->units, u), u };
  qsort (units, files->data.n_units, sizeof *units, compare_sorted);
  return units;
}

/* (transfer full): likewise the clusters. */
static Sorted *
sort_clusters (const PatalPlanOutcome *outcome)
{
  Sorted *clusters = g_new (Sorted, MAX (outcome->clusters->n, 1));

  for (int c = 0; c < outcome->clusters->n; c++)
    clusters[c] = (Sorted){ outcome->ids[c], c };
  qsort (clusters, outcome->clusters->n, sizeof *clusters, compare_sorted);
  return clusters;
}

static void
append_clusters (GString *out, const PatalPlanOutcome *outcome, const Sorted *units, const Sorted *clusters)
{
  const PatalPlanFiles *files = outcome->files;
  g_autofree int *first = g_new0 (int, outcome->clusters->n + 2),
                 *members = g_new (int, MAX (files->data.n_units, 1));

  for (int u = 0; u < files->data.n_units; u++)
    if (outcome->clusters->cluster[u] >= 0)
      first[outcome->clusters->cluster[u] + 2]++;
  for (int c = 0; c < outcome->clusters->n; c++)
    first[c + 2] += first[c + 1];
  for (int i = 0; i < files->data.n_units;
       i++) /* first[c + 1] walks from the beginning of c's members to their end */
    if (outcome->clusters->cluster[units[i].place] >= 0)
      members[first[outcome->clusters->cluster[units[i].place] + 1]++] = units[i].place;
  PATAL_PLAN_RECORD (out, "cluster_id", "venue_id", "unit_id");
  for (int i = 0; i < outcome->clusters->n; i++)
    for (int c = clusters[i].place, m = first[c]; m < first[c + 1]; m++)
      PATAL_PLAN_RECORD (out, clusters[i].id, patal_plan_ids_name (&files->venues, outcome->clusters->venue[c]),
                         patal_plan_ids_name (&files->units, members[m]));
}

static void
append_left (GString *out, const PatalPlanOutcome *outcome, const Sorted *units)
{
  PATAL_PLAN_RECORD (out, "unit_id", "reason");
  for (int i = 0; i < outcome->files->data.n_units; i++)
    if (outcome->left[units[i].place] != NULL)
      PATAL_PLAN_RECORD (out, units[i].id, outcome->left[units[i].place]);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const PatalPlanNote *x = *(const PatalPlanNote *const *) a, *y = *(const PatalPlanNote *const *) b;
  int by_code = strcmp (x->code, y->code);

  return by_code != 0 ? by_code : strcmp (x->id, y->id);
}

static void
append_notes (GString *out, const PatalPlanOutcome *outcome)
{
  g_autofree PatalPlanNote **notes
      = g_memdup2 (outcome->notes->pdata, outcome->notes->len * sizeof (gpointer));

  PATAL_PLAN_RECORD (out, "code", "id", "text");
  if (notes == NULL)
    return;
  qsort (notes, outcome->notes->len, sizeof *notes, compare_notes);
  for (guint i = 0; i < outcome->notes->len; i++)
    PATAL_PLAN_RECORD (out, notes[i]->code, notes[i]->id, notes[i]->text);
}

/* --- plan.csv --- */

static PatalDay
first_day (const PatalPlanData *data)
{
  PatalDay first = data->windows[0].span.from;

  for (int i = 1; i < data->n_windows; i++)
    first = MIN (first, data->windows[i].span.from);
  return first;
}

/* (transfer full): the ids of a batch's trainers, sorted, with spaces between. */
static char *
team_words (const PatalPlanOutcome *outcome, int batch)
{
  const PatalSchedule *schedule = outcome->schedule;
  g_autofree Sorted *team = g_new (Sorted, MAX (schedule->room, 1));
  GString *words = g_string_new (NULL);
  int n = 0;

  for (const int *t = schedule->team + (gsize) batch * schedule->room; n < schedule->room && t[n] >= 0; n++)
    team[n] = (Sorted){ patal_plan_ids_name (&outcome->files->trainers, t[n]), t[n] };
  qsort (team, n, sizeof *team, compare_sorted);
  for (int i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", team[i].id);
  return g_string_free (words, FALSE);
}

static void
append_batch (GString *out, const PatalPlanOutcome *outcome, PatalDay first, int cluster, int module)
{
  const PatalPlanFiles *files = outcome->files;
  const PatalSchedule *schedule = outcome->schedule;
  int batch = cluster * files->data.n_modules + module;
  const char *id = patal_plan_ids_name (&files->modules, module);
  g_autofree char *start = NULL, *team = NULL, *reason = NULL, *words = NULL;

  if (schedule->start[batch] >= 0)
    {
      start = patal_day_iso (first + schedule->start[batch]);
      team = team_words (outcome, batch);
    }
  else
    {
      words = patal_plan_without_words (files, outcome->clusters, cluster, module, schedule->without[batch]);
      reason = g_strdup_printf ("%s: %s", patal_plan_without_code (schedule->without[batch]), words);
    }
  PATAL_PLAN_RECORD (out, outcome->ids[cluster], id, start, team, reason);
}

static void
append_plan (GString *out, const PatalPlanOutcome *outcome, const Sorted *clusters)
{
  const PatalPlanData *data = &outcome->files->data;
  PatalDay first = first_day (data);
  int order[PATAL_PLAN_MOST_MODULES];

  patal_plan_data_order_modules (data, order);
  PATAL_PLAN_RECORD (out, "cluster_id", "module_id", "start", "trainers", "reason");
  for (int i = 0; i < outcome->clusters->n; i++)
    for (int m = 0; m < data->n_modules; m++)
      append_batch (out, outcome, first, clusters[i].place, order[m]);
}

/* --- All --- */

gboolean
patal_plan_outcome_write (const PatalPlanOutcome *outcome, const char *folder, GError **error)
{
  g_autoptr (PatalOutSet) set = patal_out_set_new (folder, error);
  g_autofree Sorted *units = sort_units (outcome->files), *clusters = sort_clusters (outcome);
  g_autoptr (GString) out = g_string_new (NULL);

  if (set == NULL)
    return FALSE;
  append_clusters (out, outcome, units, clusters);
  if (!patal_plan_save (set, "clusters", out, error))
    return FALSE;
  append_left (out, outcome, units);
  if (!patal_plan_save (set, "unassigned", out, error))
    return FALSE;
  append_notes (out, outcome);
  if (!patal_plan_save (set, "notes", out, error))
    return FALSE;
  if (outcome->schedule != NULL)
    append_plan (out, outcome, clusters);
  if (outcome->schedule != NULL && !patal_plan_save (set, "plan", out, error))
    return FALSE;
  return patal_out_set_finish (set, error);
}
