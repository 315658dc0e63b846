/* patal-plan-summary.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-summary.h"
#include "patal-number.h"
#include "patal-plan-turns.h"
#include "patal-plan-words.h"
#include <glib/gi18n-lib.h>

#define MOST_SHOWN 20 /* of one kind: nobody reads more */
#define MOST_NAMED 6

typedef struct
{
  const PatalTrainingPlan *plan;
  const PatalPlanFiles    *files;
  GPtrArray               *sentences;
} Telling;

static void G_GNUC_PRINTF (2, 3)
tell (const Telling *telling, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (telling->sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

/* (transfer full) */
static char *
grouped (gint64 number)
{
  return patal_number_group (number);
}

static void
tell_rest (const Telling *telling, int n)
{
  if (n > 0)
    tell (telling, ngettext ("… and %d more.", "… and %d more.", n), n);
}

/* --- The whole --- */

static gboolean
all_dated (const PatalTrainingPlan *plan)
{
  return patal_training_plan_dated (plan) == (guint) plan->schedule->n;
}

static void
tell_batches (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  const PatalPlanData *data = &plan->problem->data;
  g_autofree char *heads = NULL, *from = NULL, *to = NULL;
  gint64 placed = -plan->clusters->heads_out;
  guint dated = patal_training_plan_dated (plan);
  PatalSpan span;

  for (int u = 0; u < data->n_units; u++)
    placed += data->units[u].heads;
  heads = grouped (placed);
  /* Translators: how many clusters, how many people. */
  tell (telling, ngettext ("%d cluster for %s people.", "%d clusters for %s people.", plan->clusters->n), plan->clusters->n, heads);
  if (!patal_training_plan_span (plan, &span))
    {
      tell (telling, _("No batch has a date."));
      return;
    }
  from = patal_day_format (span.from);
  to = patal_day_format (span.to);
  if (all_dated (plan)) /* Translators: how many batches, first and last day. */
    tell (telling, ngettext ("%u batch from %s to %s: then all is done.", "%u batches from %s to %s: then all is done.", dated), dated, from, to);
  else /* Translators: how many batches, first and last day. */
    tell (telling, ngettext ("%u batch from %s to %s; others have no date yet.", "%u batches from %s to %s; others have no date yet.", dated), dated,
          from, to);
}

/* Of a place that is not known the planner takes a guess: no average is made of guesses. */
static void
tell_ways (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  const PatalPlanData *data = &plan->problem->data;
  gint64 metres = 0, heads = 0, farthest = 0;

  for (int u = 0; u < data->n_units; u++)
    {
      int venue = plan->clusters->cluster[u] >= 0 ? plan->clusters->venue[plan->clusters->cluster[u]] : -1;
      gint64 way;

      if (venue < 0 || data->units[u].heads == 0 || !plan->map.unit_known[u] || !plan->map.venue_known[venue])
        continue;
      way = patal_plan_map_unit_to_venue (&plan->map, u, venue);
      heads += data->units[u].heads;
      metres += data->units[u].heads * way;
      farthest = MAX (farthest, way);
    }
  if (heads > 0)
    tell (telling, _("People travel %.1f km to their venue on average, nobody farther than %.1f km."), metres / 1000.0 / heads, farthest / 1000.0);
  if (plan->map.n_estimated > 0)
    tell (telling, ngettext ("The place of %d gram panchayat is not known: its way is guessed, and not counted here.",
                             "The places of %d gram panchayats are not known: their ways are guessed, and not counted here.", plan->map.n_estimated),
          plan->map.n_estimated);
}

static void
tell_gaps (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  gint64 far = plan->clusters->person_metres - plan->clusters->bound, late = plan->worth.makespan_days - plan->bound.makespan_days;

  if (plan->clusters->bound > 0)
    tell (telling, _("The clusters are at most %.1f %% from the shortest ways that are possible at all: that is proved."),
          100.0 * (double) far / (double) plan->clusters->person_metres);
  if (!all_dated (plan))
    return; /* what is left out would be done later still */
  if (plan->bound.makespan_days > 0 && late == 0)
    tell (telling, _("No calendar of these clusters is done earlier: that is proved."));
  else if (plan->bound.makespan_days > 0)
    tell (telling, ngettext ("No calendar of these clusters is done earlier by more than %d day, all districts added: that is proved.",
                             "No calendar of these clusters is done earlier by more than %d days, all districts added: that is proved.", late),
          (int) late);
}

/* --- Blocks --- */

static void
tell_blocks (const Telling *telling)
{
  g_autoptr (GArray) turns = patal_plan_turns (telling->plan);
  int shown = 0, more = 0;

  for (guint b = 0; b < turns->len; b++)
    {
      const PatalPlanTurn *turn = &g_array_index (turns, PatalPlanTurn, b);
      g_autofree char *heads = NULL, *from = NULL, *to = NULL;

      if (turn->dated == 0)
        continue;
      if (shown++ >= MOST_SHOWN)
        {
          more++;
          continue;
        }
      heads = grouped (turn->heads);
      from = patal_day_format (turn->first);
      to = patal_day_format (turn->last);
      /* Translators: block, clusters, people, first and last day. */
      tell (telling, ngettext ("%s: %d cluster, %s people, from %s to %s.", "%s: %d clusters, %s people, from %s to %s.", turn->clusters),
            patal_plan_ids_name (&telling->files->blocks, (int) b), turn->clusters, heads, from, to);
    }
  tell_rest (telling, more);
}

/* --- What binds --- */

/* A reason that many share is said once, behind all of them. */
typedef struct
{
  GHashTable *place; /* of a reason among @reasons */
  GPtrArray  *reasons, *names; /* utf8; of each reason a GPtrArray of utf8 */
} Shared;

static void
shared_init (Shared *shared)
{
  shared->place = g_hash_table_new (g_str_hash, g_str_equal);
  shared->reasons = g_ptr_array_new_with_free_func (g_free);
  shared->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static void
shared_clear (Shared *shared)
{
  g_hash_table_unref (shared->place);
  g_ptr_array_unref (shared->reasons);
  g_ptr_array_unref (shared->names);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shared, shared_clear)

/* Takes both. */
static void
shared_add (Shared *shared, char *reason, char *name)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (shared->place, reason));

  if (at == 0)
    {
      g_ptr_array_add (shared->reasons, reason);
      g_ptr_array_add (shared->names, g_ptr_array_new_with_free_func (g_free));
      at = shared->reasons->len;
      g_hash_table_insert (shared->place, reason, GUINT_TO_POINTER (at));
    }
  else
    g_free (reason);
  g_ptr_array_add (shared->names->pdata[at - 1], name);
}

/* (transfer full): "A, B, C and 4 more". */
static char *
list_names (GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint shown = names->len > MOST_NAMED + 1 ? MOST_NAMED : names->len; /* "and 1 more" is no shorter than the one */

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (list, i > 0 ? "; %s" : "%s", (const char *) names->pdata[i]);
  if (shown == names->len)
    return g_string_free (g_steal_pointer (&list), FALSE);
  /* Translators: names, how many others. */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", names->len - shown), list->str, names->len - shown);
}

static void
tell_left (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  g_auto (Shared) shared;

  shared_init (&shared);
  for (int u = 0; u < plan->problem->data.n_units; u++)
    if (plan->clusters->left[u] != PATAL_LEFT_NOT)
      shared_add (&shared, patal_plan_left_words (telling->files, plan->clusters, u), g_strdup (patal_plan_ids_name (&telling->files->units, u)));
  for (guint i = 0; i < MIN (shared.reasons->len, MOST_SHOWN); i++)
    {
      g_autofree char *names = list_names (shared.names->pdata[i]);

      /* Translators: gram panchayats, and a sentence that says why. */
      tell (telling, _("Left out: %s. %s"), names, (const char *) shared.reasons->pdata[i]);
    }
  tell_rest (telling, (int) shared.reasons->len - MOST_SHOWN);
}

static void
tell_without (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  const PatalPlanData *data = &plan->problem->data;
  g_auto (Shared) shared;

  shared_init (&shared);
  for (int b = 0; b < plan->schedule->n; b++)
    {
      int cluster = b / data->n_modules, module = b % data->n_modules;

      if (plan->schedule->start[b] < 0)
        shared_add (&shared, patal_plan_without_words (telling->files, plan->clusters, cluster, module, plan->schedule->without[b]),
                    g_strdup_printf ("%s, %s", patal_plan_ids_name (&telling->files->venues, plan->clusters->venue[cluster]),
                                     patal_plan_ids_name (&telling->files->modules, module)));
    }
  for (guint i = 0; i < MIN (shared.reasons->len, MOST_SHOWN); i++)
    {
      GPtrArray *batches = shared.names->pdata[i];
      g_autofree char *names = list_names (batches);

      /* Translators: how many batches, their venues and modules, and a sentence that says why. */
      tell (telling, ngettext ("%u batch without a date: %s. %s", "%u batches without a date: %s. %s", batches->len), batches->len, names,
            (const char *) shared.reasons->pdata[i]);
    }
  tell_rest (telling, (int) shared.reasons->len - MOST_SHOWN);
}

static void
tell_findings (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;

  for (guint i = 0; i < plan->clusters->findings->len; i++)
    g_ptr_array_add (telling->sentences,
                     patal_plan_finding_words (telling->files, &g_array_index (plan->clusters->findings, PatalClustersFinding, i)));
  for (guint i = 0; i < MIN (plan->findings->len, MOST_SHOWN); i++)
    g_ptr_array_add (telling->sentences, patal_plan_short_words (telling->files, &g_array_index (plan->findings, PatalShort, i)));
  tell_rest (telling, (int) plan->findings->len - MOST_SHOWN);
}

static void
tell_vacant (const Telling *telling)
{
  guint n = telling->plan->problem->vacant->len;

  if (n > 0)
    tell (telling, ngettext ("In %u gram panchayat nobody holds any of the posts: nobody from there is called.",
                             "In %u gram panchayats nobody holds any of the posts: nobody from there is called.", n), n);
}

GPtrArray *
patal_plan_summary (const PatalTrainingPlan *plan, const PatalPlanFiles *files, PatalPlanSummaryParts parts)
{
  Telling telling = { plan, files, g_ptr_array_new_with_free_func (g_free) };

  if (parts & PATAL_PLAN_SUMMARY_WHOLE)
    {
      tell_batches (&telling);
      tell_ways (&telling);
      tell_gaps (&telling);
    }
  if (parts & PATAL_PLAN_SUMMARY_BLOCKS)
    tell_blocks (&telling);
  if (parts & PATAL_PLAN_SUMMARY_BINDS)
    {
      tell_vacant (&telling);
      tell_findings (&telling);
      tell_left (&telling);
      tell_without (&telling);
    }
  return telling.sentences;
}
