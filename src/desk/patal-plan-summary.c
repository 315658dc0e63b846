/* patal-plan-summary.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-summary.h"
#include "patal-number.h"
#include "patal-plan-words.h"
#include <glib/gi18n-lib.h>

#define MOST_SHOWN 20 /* of one kind: nobody reads more */

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

static void
tell_batches (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  const PatalPlanData *data = &plan->problem->data;
  g_autofree char *heads = NULL, *from = NULL, *to = NULL;
  gint64 placed = -plan->clusters->heads_out;
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
  /* Translators: how many batches, first and last day. */
  tell (telling, ngettext ("%u batch from %s to %s: then all is done that can be.", "%u batches from %s to %s: then all is done that can be.",
                           patal_training_plan_dated (plan)),
        patal_training_plan_dated (plan), from, to);
}

static void
tell_ways (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  const PatalPlanData *data = &plan->problem->data;
  gint64 metres = 0, heads = 0;

  for (int u = 0; u < data->n_units; u++)
    if (plan->clusters->cluster[u] >= 0)
      {
        heads += data->units[u].heads;
        metres += data->units[u].heads * (gint64) patal_plan_map_unit_to_venue (&plan->map, u, plan->clusters->venue[plan->clusters->cluster[u]]);
      }
  if (heads == 0)
    return;
  tell (telling, _("People travel %.1f km to their venue on average, nobody farther than %.1f km."), metres / 1000.0 / heads,
        plan->clusters->farthest_metres / 1000.0);
  if (plan->map.n_estimated > 0)
    tell (telling, ngettext ("The place of %d gram panchayat is not known: its distance is estimated.",
                             "The places of %d gram panchayats are not known: their distances are estimated.", plan->map.n_estimated),
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
  if (plan->bound.makespan_days > 0 && late == 0)
    tell (telling, _("No calendar of these clusters is done earlier: that is proved."));
  else if (plan->bound.makespan_days > 0)
    tell (telling, ngettext ("No calendar of these clusters is done earlier by more than %d day, all districts added: that is proved.",
                             "No calendar of these clusters is done earlier by more than %d days, all districts added: that is proved.", late),
          (int) late);
}

/* --- Blocks --- */

typedef struct
{
  int clusters, heads, first, last; /* days from the first of all windows; @last -1: none has a date */
} Turn;

/* (transfer full): of each block. */
static Turn *
find_turns (const PatalTrainingPlan *plan)
{
  const PatalPlanData *data = &plan->problem->data;
  Turn *turns = g_new0 (Turn, data->n_blocks + 1);

  for (int b = 0; b < data->n_blocks; b++)
    turns[b] = (Turn) { 0, 0, G_MAXINT, -1 };
  for (int b = 0; b < plan->schedule->n; b++)
    {
      Turn *turn = &turns[data->venues[plan->clusters->venue[b / data->n_modules]].block];
      int start = plan->schedule->start[b];

      turn->clusters += b % data->n_modules == 0;
      if (start >= 0)
        {
          turn->first = MIN (turn->first, start);
          turn->last = MAX (turn->last, start + data->modules[b % data->n_modules].days - 1);
        }
    }
  for (int u = 0; u < data->n_units; u++)
    if (plan->clusters->cluster[u] >= 0)
      turns[data->venues[plan->clusters->venue[plan->clusters->cluster[u]]].block].heads += data->units[u].heads;
  return turns;
}

static void
tell_blocks (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  g_autofree Turn *turns = find_turns (plan);
  int shown = 0, more = 0;

  for (int b = 0; b < plan->problem->data.n_blocks; b++)
    {
      g_autofree char *heads = NULL, *from = NULL, *to = NULL;

      if (turns[b].last < 0)
        continue;
      if (shown++ >= MOST_SHOWN)
        {
          more++;
          continue;
        }
      heads = grouped (turns[b].heads);
      from = patal_day_format (plan->days.first + turns[b].first);
      to = patal_day_format (plan->days.first + turns[b].last);
      /* Translators: block, clusters, people, first and last day. */
      tell (telling, ngettext ("%s: %d cluster, %s people, from %s to %s.", "%s: %d clusters, %s people, from %s to %s.", turns[b].clusters),
            patal_plan_ids_name (&telling->files->blocks, b), turns[b].clusters, heads, from, to);
    }
  tell_rest (telling, more);
}

/* --- What binds --- */

static void
tell_left (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  int shown = 0, more = 0;

  for (int u = 0; u < plan->problem->data.n_units; u++)
    {
      g_autofree char *words = NULL;

      if (plan->clusters->left[u] == PATAL_LEFT_NOT)
        continue;
      if (shown++ >= MOST_SHOWN)
        {
          more++;
          continue;
        }
      words = patal_plan_left_words (telling->files, plan->clusters, u);
      /* Translators: a gram panchayat, and a sentence that says why. */
      tell (telling, _("Left out: %s. %s"), patal_plan_ids_name (&telling->files->units, u), words);
    }
  tell_rest (telling, more);
}

static void
tell_without (const Telling *telling)
{
  const PatalTrainingPlan *plan = telling->plan;
  const PatalPlanData *data = &plan->problem->data;
  int shown = 0, more = 0;

  for (int b = 0; b < plan->schedule->n; b++)
    {
      int cluster = b / data->n_modules, module = b % data->n_modules;
      g_autofree char *words = NULL;

      if (plan->schedule->start[b] >= 0)
        continue;
      if (shown++ >= MOST_SHOWN)
        {
          more++;
          continue;
        }
      words = patal_plan_without_words (telling->files, plan->clusters, cluster, module, plan->schedule->without[b]);
      /* Translators: a venue, a module, and a sentence that says why. */
      tell (telling, _("Without a date: %s, %s. %s"), patal_plan_ids_name (&telling->files->venues, plan->clusters->venue[cluster]),
            patal_plan_ids_name (&telling->files->modules, module), words);
    }
  tell_rest (telling, more);
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
patal_plan_summary (const PatalTrainingPlan *plan, const PatalPlanFiles *files)
{
  Telling telling = { plan, files, g_ptr_array_new_with_free_func (g_free) };

  tell_batches (&telling);
  tell_ways (&telling);
  tell_gaps (&telling);
  tell_blocks (&telling);
  tell_vacant (&telling);
  tell_left (&telling);
  tell_findings (&telling);
  tell_without (&telling);
  return telling.sentences;
}
