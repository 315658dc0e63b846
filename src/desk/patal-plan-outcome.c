/* patal-plan-outcome.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-outcome.h"
#include "patal-plan-outcome-private.h"
#include "patal-plan-words.h"
#include <string.h>

static void
note_free (gpointer data)
{
  PatalPlanNote *note = data;

  g_free (note->code);
  g_free (note->id);
  g_free (note->text);
  g_free (note);
}

void
patal_plan_outcome_note (PatalPlanOutcome *outcome, const char *code, const char *id, const char *text)
{
  PatalPlanNote *note = g_new (PatalPlanNote, 1);

  *note = (PatalPlanNote){ g_strdup (code), g_strdup (id), g_strdup (text) };
  g_ptr_array_add (outcome->notes, note);
}

PatalPlanOutcome *
patal_plan_outcome_begin (const PatalPlanFiles *files, PatalClusters *clusters)
{
  PatalPlanOutcome *outcome = g_new0 (PatalPlanOutcome, 1);

  outcome->files = files;
  outcome->clusters = clusters;
  outcome->ids = g_new0 (char *, clusters->n + 1);
  outcome->left = g_new0 (char *, files->data.n_units + 1);
  outcome->notes = g_ptr_array_new_with_free_func (note_free);
  return outcome;
}

void
patal_plan_outcome_free (PatalPlanOutcome *outcome)
{
  if (outcome == NULL)
    return;
  for (int c = 0; c < outcome->clusters->n; c++)
    g_free (outcome->ids[c]);
  for (int u = 0; u < outcome->files->data.n_units; u++)
    g_free (outcome->left[u]);
  g_free (outcome->ids);
  g_free (outcome->left);
  g_ptr_array_unref (outcome->notes);
  patal_clusters_free (outcome->clusters);
  g_clear_pointer (&outcome->schedule, patal_schedule_free);
  g_free (outcome);
}

/* --- Ids --- */

typedef struct
{
  int cluster, block; /* the block of its venue */
  const char *first;  /* the smallest id of its units */
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *x = a, *y = b;

  return x->block != y->block ? (x->block < y->block ? -1 : 1) : strcmp (x->first, y->first);
}

/* The block's id and a running number, all numbers of a block equally long, so that they sort as they count.
 */
static void
name_clusters (PatalPlanOutcome *outcome)
{
  const PatalPlanFiles *files = outcome->files;
  const PatalClusters *clusters = outcome->clusters;
  g_autofree Named *named = g_new0 (Named, MAX (clusters->n, 1));

  for (int c = 0; c < clusters->n; c++)
    named[c] = (Named){ c, files->data.venues[clusters->venue[c]].block, NULL };
  for (int u = 0; u < files->data.n_units; u++)
    {
      Named *of = clusters->cluster[u] >= 0 ? &named[clusters->cluster[u]] : NULL;
      const char *id = patal_plan_ids_name (&files->units, u);

      if (of != NULL && (of->first == NULL || strcmp (id, of->first) < 0))
        of->first = id;
    }
  qsort (named, clusters->n, sizeof *named, compare_named);
  for (int from = 0, to; from < clusters->n; from = to)
    {
      int digits = 2;

      for (to = from; to < clusters->n && named[to].block == named[from].block; to++)
        ;
      for (int rest = (to - from) / 100; rest > 0; rest /= 10)
        digits++;
      for (int i = from; i < to; i++)
        outcome->ids[named[i].cluster] = g_strdup_printf (
            "%s_%0*d", patal_plan_ids_name (&files->blocks, named[i].block), digits, i - from + 1);
    }
}

PatalPlanOutcome *
patal_plan_outcome_new (const PatalPlanFiles *files, PatalClusters *clusters)
{
  PatalPlanOutcome *outcome = patal_plan_outcome_begin (files, clusters);

  name_clusters (outcome);
  for (int u = 0; u < files->data.n_units; u++)
    if (clusters->left[u] != PATAL_LEFT_NOT)
      {
        g_autofree char *words = patal_plan_left_words (files, clusters, u);

        outcome->left[u] = g_strdup_printf ("%s: %s", patal_plan_left_code (clusters->left[u]), words);
      }
  for (guint i = 0; i < clusters->findings->len; i++)
    {
      const PatalClustersFinding *finding = &g_array_index (clusters->findings, PatalClustersFinding, i);
      g_autofree char *words = patal_plan_finding_words (files, finding);

      patal_plan_outcome_note (outcome, patal_plan_finding_code (finding->code),
                               patal_plan_group_id (files, finding->group), words);
    }
  return outcome;
}
