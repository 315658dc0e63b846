/* solve-report.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve-report.h"
#include "patal-number.h"
#include "patal-plan-words.h"
#include "solve-json.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#define MOST_SHOWN 20 /* of units or batches that are left out */

typedef struct
{
  int units, heads, left, clusters, venues, batches, without;
} Counts;

static Counts
count (const PatalPlanOutcome *outcome)
{
  const PatalPlanData *data = &outcome->files->data;
  g_autofree gboolean *used = g_new0 (gboolean, MAX (data->n_venues, 1));
  Counts counts = { .clusters = outcome->clusters->n, .batches = outcome->clusters->n * data->n_modules };

  for (int u = 0; u < data->n_units; u++)
    {
      counts.units += data->units[u].heads > 0;
      counts.heads += data->units[u].heads;
      counts.left += data->units[u].heads > 0 && outcome->clusters->cluster[u] < 0;
    }
  for (int c = 0; c < outcome->clusters->n; c++)
    {
      counts.venues += !used[outcome->clusters->venue[c]];
      used[outcome->clusters->venue[c]] = TRUE;
    }
  for (int b = 0; b < outcome->schedule->n; b++)
    counts.without += outcome->schedule->start[b] < 0;
  return counts;
}

/* NAN: no bound is known. */
static double
gap_pct (gint64 value, gint64 bound)
{
  if (bound <= 0)
    return value == 0 ? 0 : NAN;
  return 100.0 * (double) (value - bound) / (double) bound;
}

/* --- In words --- */

static void
line (const char *label, gint64 number)
{
  g_autofree char *grouped = patal_number_group (number);

  /* Translators: a label and a number. */
  printf (_("%s: %s\n"), label, grouped);
}

static void
print_bound (const char *label, gint64 bound, double gap)
{
  if (isnan (gap))
    return;
  line (label, bound);
  printf (_("Above the bound: %.2f %%\n"), gap);
}

static void
print_left (const PatalPlanOutcome *outcome, int n)
{
  int shown = 0;

  for (int u = 0; u < outcome->files->data.n_units && shown < MOST_SHOWN; u++)
    if (outcome->left[u] != NULL)
      {
        printf (_("Left out: %s. %s\n"), patal_plan_ids_name (&outcome->files->units, u), outcome->left[u]);
        shown++;
      }
  if (n > shown)
    printf (ngettext ("… and %d more; unassigned.csv names all.\n",
                      "… and %d more; unassigned.csv names all.\n", n - shown),
            n - shown);
}

typedef struct
{
  int clusters, heads, first, last; /* days from the first of all windows; @last -1: none has a date */
} BlockCounts;

static BlockCounts
count_block (const PatalPlanOutcome *outcome, int block)
{
  const PatalPlanData *data = &outcome->files->data;
  const PatalClusters *clusters = outcome->clusters;
  BlockCounts counts = { .first = G_MAXINT, .last = -1 };

  for (int b = 0; b < outcome->schedule->n; b++)
    {
      int cluster = b / data->n_modules, start = outcome->schedule->start[b];

      if (data->venues[clusters->venue[cluster]].block != block)
        continue;
      counts.clusters += b % data->n_modules == 0;
      if (start >= 0)
        {
          counts.first = MIN (counts.first, start);
          counts.last = MAX (counts.last, start + data->modules[b % data->n_modules].days - 1);
        }
    }
  for (int u = 0; u < data->n_units; u++)
    if (clusters->cluster[u] >= 0 && data->venues[clusters->venue[clusters->cluster[u]]].block == block)
      counts.heads += data->units[u].heads;
  return counts;
}

/* When each block has its turn. */
static void
print_blocks (const PatalPlanOutcome *outcome, PatalDay first_day)
{
  int n = outcome->files->data.n_blocks;

  for (int b = 0; b < MIN (n, MOST_SHOWN); b++)
    {
      BlockCounts counts = count_block (outcome, b);
      g_autofree char *heads = patal_number_group (counts.heads), *first = NULL, *last = NULL;

      if (counts.last < 0)
        continue;
      first = patal_day_format (first_day + counts.first);
      last = patal_day_format (first_day + counts.last);
      /* Translators: a block, how many clusters and persons it has, its first and its last day of training. */
      printf (ngettext ("%s: %d cluster, %s persons, from %s to %s\n", "%s: %d clusters, %s persons, from %s to %s\n",
                        counts.clusters),
              patal_plan_ids_name (&outcome->files->blocks, b), counts.clusters, heads, first, last);
    }
  if (n > MOST_SHOWN)
    printf (ngettext ("… and %d more block; plan.csv has all.\n", "… and %d more blocks; plan.csv has all.\n",
                      n - MOST_SHOWN),
            n - MOST_SHOWN);
}

static void
print_shorts (const SolveReport *report)
{
  guint shown = MIN (report->shorts->len, MOST_SHOWN);

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *words
          = patal_plan_short_words (report->outcome->files, &g_array_index (report->shorts, PatalShort, i));

      printf ("%s\n", words);
    }
  if (report->shorts->len > shown)
    printf (ngettext ("… and %d more of this kind; --json names all.\n",
                      "… and %d more of this kind; --json names all.\n", report->shorts->len - shown),
            (int) (report->shorts->len - shown));
}

static void
print_without (const PatalPlanOutcome *outcome, int n)
{
  const PatalSchedule *schedule = outcome->schedule;
  int shown = 0;

  for (int b = 0; b < schedule->n && shown < MOST_SHOWN; b++)
    if (schedule->start[b] < 0)
      {
        int module = b % outcome->files->data.n_modules, cluster = b / outcome->files->data.n_modules;
        g_autofree char *words = patal_plan_without_words (outcome->files, outcome->clusters, cluster, module,
                                                           schedule->without[b]);

        printf (_("Without a date: %s, %s. %s: %s\n"), outcome->ids[cluster],
                patal_plan_ids_name (&outcome->files->modules, module),
                patal_plan_without_code (schedule->without[b]), words);
        shown++;
      }
  if (n > shown)
    printf (
        ngettext ("… and %d more; plan.csv names all.\n", "… and %d more; plan.csv names all.\n", n - shown),
        n - shown);
}

static void
print_worth (const SolveReport *report)
{
  const PatalScheduleWorth *worth = &report->worth;

  line (_("Persons without a date, each module counted (Z0)"), worth->heads_without);
  if (report->old != NULL)
    {
      line (_("Batches on another day than before (R1)"), worth->moved);
      print_bound (_("No calendar that dates these batches can move fewer (bound of R1)"),
                   report->least.moved, gap_pct (worth->moved, report->least.moved));
      line (_("Batches on the same day with other trainers (R2)"), worth->restaffed);
      line (_("Days by which batches were moved, all added (R3)"), worth->shifted_days);
    }
  line (_("Days until each district is done, all districts added (Z1)"), worth->makespan_days);
  print_bound (_("No calendar that dates these batches can have less (bound of Z1)"),
               report->least.makespan_days, gap_pct (worth->makespan_days, report->least.makespan_days));
  line (_("Days until each block is done, all blocks added (Z2)"), worth->block_days);
  print_bound (_("No calendar that dates these batches can have less (bound of Z2)"),
               report->least.block_days, gap_pct (worth->block_days, report->least.block_days));
  line (_("Metres that the trainers travel (Z3)"), worth->travel_metres);
}

void
solve_report_print (const SolveReport *report)
{
  const PatalClusters *clusters = report->outcome->clusters;
  Counts counts = count (report->outcome);

  line (_("Blocks"), report->outcome->files->data.n_blocks);
  line (_("Units with people to train"), counts.units);
  line (_("Persons"), counts.heads);
  line (_("Clusters"), counts.clusters);
  line (_("Venues used"), counts.venues);
  line (_("Batches"), counts.batches);
  line (_("Persons left out (F0)"), clusters->heads_out);
  line (_("Person-metres to the venues (F1)"), clusters->person_metres);
  print_bound (_("No clusters can have less (bound)"), clusters->bound,
               gap_pct (clusters->person_metres, clusters->bound));
  line (_("Longest way in metres (F2)"), clusters->farthest_metres);
  print_worth (report);
  print_blocks (report->outcome, report->first_day);
  if (report->map->n_estimated > 0)
    line (_("Units whose place is not known: their distances are estimated"), report->map->n_estimated);
  for (guint i = 0; i < report->outcome->notes->len; i++)
    printf ("%s\n", ((const PatalPlanNote *) report->outcome->notes->pdata[i])->text);
  print_left (report->outcome, counts.left);
  print_shorts (report);
  print_without (report->outcome, counts.without);
  for (guint i = 0; i < report->remarks->len; i++)
    printf ("%s\n", (const char *) report->remarks->pdata[i]);
  if (report->by_time)
    printf ("%s\n", _("The time limit ended the search: on another day the plan may differ."));
  printf (_("Seconds: %.2f to read, %.2f for the clusters, %.2f for the calendar, %.2f to write\n"),
          report->read_s, report->clusters_s, report->schedule_s, report->write_s);
}

/* --- As JSON --- */

static void
append_without (GString *out, const PatalPlanOutcome *outcome)
{
  const PatalSchedule *schedule = outcome->schedule;

  json_open (out, "without", '[');
  for (int b = 0; b < schedule->n; b++)
    if (schedule->start[b] < 0)
      {
        json_open (out, NULL, '{');
        json_text (out, "cluster", outcome->ids[b / outcome->files->data.n_modules]);
        json_text (out, "module",
                   patal_plan_ids_name (&outcome->files->modules, b % outcome->files->data.n_modules));
        json_text (out, "code", patal_plan_without_code (schedule->without[b]));
        json_close (out, '}');
      }
  json_close (out, ']');
}

static void
append_short (GString *out, const PatalPlanFiles *files, const PatalShort *it)
{
  g_autofree char *words = patal_plan_short_words (files, it);

  json_open (out, NULL, '{');
  json_text (out, "code", patal_plan_short_code (it->code));
  json_text (out, "id", patal_plan_scope_id (files, it->scope, it->of));
  json_text (out, "text", words);
  json_open (out, "modules", '[');
  for (int m = 0; m < files->data.n_modules; m++)
    if (it->modules >> m & 1)
      json_text (out, NULL, patal_plan_ids_name (&files->modules, m));
  json_close (out, ']');
  json_whole (out, "need", it->need);
  json_whole (out, "have", it->have);
  json_whole (out, "batches_out", it->out);
  json_whole (out, "heads_out", it->heads_out);
  json_whole (out, "more_days", it->more_days);
  json_whole (out, "more_trainers", it->more_trainers);
  json_close (out, '}');
}

static void
append_findings (GString *out, const SolveReport *report)
{
  const PatalPlanOutcome *outcome = report->outcome;

  json_open (out, "findings", '[');
  for (guint i = 0; i < outcome->notes->len; i++)
    {
      const PatalPlanNote *note = outcome->notes->pdata[i];

      json_open (out, NULL, '{');
      json_text (out, "code", note->code);
      json_text (out, "id", note->id);
      json_text (out, "text", note->text);
      json_close (out, '}');
    }
  for (guint i = 0; i < report->shorts->len; i++)
    append_short (out, outcome->files, &g_array_index (report->shorts, PatalShort, i));
  json_close (out, ']');
  json_open (out, "left", '[');
  for (int u = 0; u < outcome->files->data.n_units; u++)
    if (outcome->left[u] != NULL)
      {
        json_open (out, NULL, '{');
        json_text (out, "unit", patal_plan_ids_name (&outcome->files->units, u));
        json_text (out, "reason", outcome->left[u]);
        json_close (out, '}');
      }
  json_close (out, ']');
  append_without (out, outcome);
  json_open (out, "remarks", '[');
  for (guint i = 0; i < report->remarks->len; i++)
    json_text (out, NULL, report->remarks->pdata[i]);
  json_close (out, ']');
}

static void
append_bounds (GString *out, const SolveReport *report)
{
  const struct
  {
    const char *name;
    gint64 value, bound;
  } all[] = { { "F1", report->outcome->clusters->person_metres, report->outcome->clusters->bound },
              { "Z1", report->worth.makespan_days, report->least.makespan_days },
              { "Z2", report->worth.block_days, report->least.block_days },
              { "R1", report->worth.moved, report->least.moved } };
  guint n = G_N_ELEMENTS (all) - (report->old == NULL); /* R1 is of what was there before */

  json_open (out, "bound", '{');
  for (guint i = 0; i < n; i++)
    json_number (out, all[i].name, isnan (gap_pct (all[i].value, all[i].bound)) ? NAN : (double) all[i].bound,
                 0);
  json_close (out, '}');
  json_open (out, "gap_pct", '{');
  for (guint i = 0; i < n; i++)
    json_number (out, all[i].name, gap_pct (all[i].value, all[i].bound), 4);
  json_close (out, '}');
}

void
solve_report_print_json (const SolveReport *report)
{
  const PatalClusters *clusters = report->outcome->clusters;
  g_autoptr (GString) out = g_string_new (NULL);
  Counts counts = count (report->outcome);

  json_open (out, NULL, '{');
  json_open (out, "objective", '{');
  json_whole (out, "F0", clusters->heads_out);
  json_whole (out, "F1", clusters->person_metres);
  json_whole (out, "F2", clusters->farthest_metres);
  json_whole (out, "Z0", report->worth.heads_without);
  json_whole (out, "Z1", report->worth.makespan_days);
  json_whole (out, "Z2", report->worth.block_days);
  json_whole (out, "Z3", report->worth.travel_metres);
  if (report->old != NULL)
    {
      json_whole (out, "R1", report->worth.moved);
      json_whole (out, "R2", report->worth.restaffed);
      json_whole (out, "R3", report->worth.shifted_days);
    }
  json_close (out, '}');
  append_bounds (out, report);
  json_open (out, "counts", '{');
  json_whole (out, "blocks", report->outcome->files->data.n_blocks);
  json_whole (out, "units", counts.units);
  json_whole (out, "persons", counts.heads);
  json_whole (out, "clusters", counts.clusters);
  json_whole (out, "venues", counts.venues);
  json_whole (out, "batches", counts.batches);
  json_whole (out, "without_date", counts.without);
  json_whole (out, "estimated", report->map->n_estimated);
  json_close (out, '}');
  json_open (out, "seconds", '{');
  json_number (out, "read", report->read_s, 3);
  json_number (out, "clusters", report->clusters_s, 3);
  json_number (out, "bound", report->bound_s, 3);
  json_number (out, "findings", report->shorts_s, 3);
  json_number (out, "calendar", report->schedule_s, 3);
  json_number (out, "calendar_bound", report->least_s, 3);
  json_number (out, "write", report->write_s, 3);
  json_close (out, '}');
  json_open (out, "steps", '{');
  json_whole (out, "unit", (gint64) report->steps);
  json_whole (out, "batch", (gint64) report->schedule_steps);
  json_close (out, '}');
  json_truth (out, "by_time", report->by_time);
  append_findings (out, report);
  json_close (out, '}');
  printf ("%s\n", out->str);
}
