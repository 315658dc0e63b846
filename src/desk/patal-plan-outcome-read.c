/* patal-plan-outcome-read.c: clusters.csv, unassigned.csv, notes.csv
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-outcome-private.h"
#include "patal-plan-words.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* The clusters as they stand in the file, before they have their order. */
typedef struct
{
  PatalPlanIds ids;
  GArray *venue; /* int, of each cluster */
  int *of;       /* cluster of each unit, or -1 */
  guint *line;   /* of each unit: where it stands */
} Listed;

static void
listed_clear (Listed *listed)
{
  patal_plan_ids_clear (&listed->ids);
  g_array_unref (listed->venue);
  g_free (listed->of);
  g_free (listed->line);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listed, listed_clear)

enum { CLUSTER, VENUE, UNIT };

/* Where the people of a cluster must not come together: rule C4. */
static gboolean
may_meet (const PatalPlanData *data, int unit, int venue)
{
  int of = data->units[unit].block, at = data->venues[venue].block;

  return data->rules.cross_block ? data->blocks[of].district == data->blocks[at].district : of == at;
}

static gboolean
check_member (const PatalPlanFiles *files, PatalPlanRows *rows, const Listed *listed, int cluster, int venue,
              int unit, GError **error)
{
  if (g_array_index (listed->venue, int, cluster) != venue)
    return patal_plan_rows_fail (
        rows, VENUE, PATAL_PLAN_FILES_ERROR_RULES, error,
        _("The cluster %s has the venue %s further up, and a cluster has one. Write the same in all its "
           "rows."),
        patal_plan_rows_shown (rows, CLUSTER),
        patal_plan_ids_name (&files->venues, g_array_index (listed->venue, int, cluster)));
  if (listed->of[unit] >= 0)
    return patal_plan_rows_fail (rows, UNIT, PATAL_PLAN_FILES_ERROR_TWICE, error,
                                 _("“%s” stands twice, first in line %u. Take one of the two rows out."),
                                 patal_plan_rows_shown (rows, UNIT), listed->line[unit]);
  if (files->data.units[unit].heads == 0)
    return patal_plan_rows_fail (rows, UNIT, PATAL_PLAN_FILES_ERROR_RULES, error,
                                 _("“%s” has nobody to train, by units.csv. Take this row out."),
                                 patal_plan_rows_shown (rows, UNIT));
  if (!may_meet (&files->data, unit, venue))
    return patal_plan_rows_fail (
        rows, UNIT, PATAL_PLAN_FILES_ERROR_RULES, error,
        files->data.rules.cross_block ? _(
            "“%s” lies in another district than the venue %s. Put it into a cluster of its own district.")
                                      : _("“%s” lies in another block than the venue %s. Put it into a "
                                           "cluster of its own block, or set cross_block to 1."),
        patal_plan_rows_shown (rows, UNIT), patal_plan_rows_shown (rows, VENUE));
  return TRUE;
}

static gboolean
read_listed (const PatalPlanFiles *files, const char *path, Listed *listed, GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "cluster_id", PATAL_PLAN_MUST_HAVE },
    { "venue_id", PATAL_PLAN_MUST_HAVE },
    { "unit_id", PATAL_PLAN_MUST_HAVE },
  };
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_rows_open (&rows, path, FALSE, columns, G_N_ELEMENTS (columns), NULL, error))
    return FALSE;
  while (patal_plan_rows_next (&rows))
    {
      const char *id;
      int cluster, venue, unit;

      if (!patal_plan_rows_id (&rows, CLUSTER, TRUE, &id, error)
          || !patal_plan_rows_known (&rows, VENUE, &files->venues, "venues.csv", &venue, error)
          || !patal_plan_rows_known (&rows, UNIT, &files->units, "units.csv", &unit, error))
        return FALSE;
      cluster = patal_plan_ids_add (&listed->ids, id);
      if (cluster == (int) listed->venue->len)
        g_array_append_val (listed->venue, venue);
      if (!check_member (files, &rows, listed, cluster, venue, unit, error))
        return FALSE;
      listed->of[unit] = cluster;
      listed->line[unit] = patal_plan_rows_line (&rows);
    }
  return TRUE;
}

/* --- The files beside --- */

/* (transfer full) */
static char *
beside (const char *path, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, file, NULL);
}

static gboolean
read_left (PatalPlanOutcome *outcome, const char *path, GError **error)
{
  static const PatalPlanColumn columns[]
      = { { "unit_id", PATAL_PLAN_MUST_HAVE }, { "reason", PATAL_PLAN_MUST_HAVE } };
  enum { LEFT_UNIT, REASON };
  g_autofree char *file = beside (path, "unassigned.csv");
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_rows_open (&rows, file, TRUE, columns, G_N_ELEMENTS (columns), NULL, error))
    return FALSE;
  while (patal_plan_rows_next (&rows))
    {
      const char *reason;
      int unit;

      if (!patal_plan_rows_known (&rows, LEFT_UNIT, &outcome->files->units, "units.csv", &unit, error)
          || !patal_plan_rows_id (&rows, REASON, TRUE, &reason, error))
        return FALSE;
      if (outcome->clusters->cluster[unit] >= 0 || outcome->files->data.units[unit].heads == 0)
        continue;
      g_free (outcome->left[unit]);
      outcome->left[unit] = g_strdup (reason);
      outcome->clusters->left[unit] = patal_plan_left_parse (reason);
    }
  return TRUE;
}

static gboolean
read_notes (PatalPlanOutcome *outcome, const char *path, GError **error)
{
  static const PatalPlanColumn columns[]
      = { { "code", PATAL_PLAN_MUST_HAVE }, { "id", PATAL_PLAN_MUST_HAVE }, { "text", PATAL_PLAN_MAY_LACK } };
  enum { CODE, ID, TEXT };
  g_autofree char *file = beside (path, "notes.csv");
  g_auto (PatalPlanRows) rows = { 0 };

  if (!patal_plan_rows_open (&rows, file, TRUE, columns, G_N_ELEMENTS (columns), NULL, error))
    return FALSE;
  while (patal_plan_rows_next (&rows))
    patal_plan_outcome_note (outcome, patal_plan_rows_text (&rows, CODE), patal_plan_rows_text (&rows, ID),
                             patal_plan_rows_text (&rows, TEXT));
  return TRUE;
}

/* What a person may have meant, but should know. */
static void
remark_doubts (const PatalPlanOutcome *outcome, GPtrArray *remarks)
{
  const PatalPlanData *data = &outcome->files->data;
  g_autofree int *heads = g_new0 (int, MAX (outcome->clusters->n, 1));

  for (int u = 0; u < data->n_units; u++)
    if (outcome->clusters->cluster[u] >= 0)
      heads[outcome->clusters->cluster[u]] += data->units[u].heads;
  for (int c = 0; c < outcome->clusters->n; c++)
    {
      int room = MIN (data->rules.batch_max, data->venues[outcome->clusters->venue[c]].seats);

      if (heads[c] > room)
        g_ptr_array_add (
            remarks,
            g_strdup_printf (ngettext ("Cluster %s: %d person, and there is room for %d.",
                                       "Cluster %s: %d persons, and there is room for %d.", heads[c]),
                             outcome->ids[c], heads[c], room));
    }
}

static void
explain_absent (PatalPlanOutcome *outcome, GPtrArray *remarks)
{
  const PatalPlanFiles *files = outcome->files;

  for (int u = 0; u < files->data.n_units; u++)
    if (files->data.units[u].heads > 0 && outcome->clusters->cluster[u] < 0 && outcome->left[u] == NULL)
      {
        int heads = files->data.units[u].heads;

        outcome->left[u]
            = g_strdup_printf ("ABSENT: %s", _("It stands in no row of the clusters that were given."));
        g_ptr_array_add (
            remarks,
            g_strdup_printf (ngettext ("Unit %s with %d person is in no cluster of the file.",
                                       "Unit %s with %d persons is in no cluster of the file.", heads),
                             patal_plan_ids_name (&files->units, u), heads));
      }
}

PatalPlanOutcome *
patal_plan_outcome_read (const PatalPlanFiles *files, const PatalPlanMap *map, const char *path,
                         GPtrArray *remarks, GError **error)
{
  const PatalPlanData *data = &files->data;
  g_auto (Listed) listed = { .venue = g_array_new (FALSE, FALSE, sizeof (int)) };
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  g_autofree int *number = NULL;
  PatalClusters *clusters;

  patal_plan_ids_init (&listed.ids);
  listed.of = g_new (int, MAX (data->n_units, 1));
  listed.line = g_new0 (guint, MAX (data->n_units, 1));
  for (int u = 0; u < data->n_units; u++)
    listed.of[u] = -1;
  if (!read_listed (files, path, &listed, error))
    return NULL;
  number = g_new (int, MAX (listed.venue->len, 1));
  clusters = patal_clusters_given (map, (int) listed.venue->len, (const int *) (const void *) listed.venue->data, listed.of, number);
  outcome = patal_plan_outcome_begin (files, clusters);
  for (int c = 0; c < clusters->n; c++)
    outcome->ids[number[c]] = g_strdup (patal_plan_ids_name (&listed.ids, c));
  if (!read_left (outcome, path, error) || !read_notes (outcome, path, error))
    return NULL;
  remark_doubts (outcome, remarks);
  explain_absent (outcome, remarks);
  return g_steal_pointer (&outcome);
}
