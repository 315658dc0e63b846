/* test-plan-properties.c: more of something never harms, names change nothing, and nothing changes where nothing did
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-outcome.h"
#include "patal-test-folder.h"
#include "plan-exhaustive.h"
#include "plan-generator.h"
#include "plan-solved.h"
#include <math.h>
#include <string.h>

#define UNIT_STEPS  60
#define BATCH_STEPS 3

/* --- More of something --- */

static void
add_trainer (PatalPlanData *data)
{
  data->trainers = g_renew (PatalPlanTrainer, data->trainers, data->n_trainers + 1);
  data->trainers[data->n_trainers++] = (PatalPlanTrainer) { 0, { NAN, NAN }, (G_GUINT64_CONSTANT (1) << data->n_modules) - 1, -1 };
}

static void
add_halls (PatalPlanData *data)
{
  for (int v = 0; v < data->n_venues; v++)
    data->venues[v].halls++;
}

/* At the end of all windows: the first day is that from which ends are counted. */
static void
add_day (PatalPlanData *data)
{
  for (int i = 0; i < data->n_windows; i++)
    data->windows[i].span.to++;
}

static void
drop_blackouts (PatalPlanData *data)
{
  data->n_blackouts = 0;
}

static void
free_officers (PatalPlanData *data)
{
  for (int b = 0; b < data->n_blocks; b++)
    data->blocks[b].attend = PATAL_ATTEND_NONE;
}

static void
add_seats (PatalPlanData *data)
{
  for (int v = 0; v < data->n_venues; v++)
    data->venues[v].seats += 10;
}

/* One that lies where another does. */
static void
add_venue (PatalPlanData *data)
{
  if (data->n_venues == 0)
    return;
  data->venues = g_renew (PatalPlanVenue, data->venues, data->n_venues + 1);
  data->venues[data->n_venues] = data->venues[0];
  data->n_venues++;
}

static const struct
{
  const char *name;
  void (*add) (PatalPlanData *data);
} additions[] = {
  { "a trainer", add_trainer },
  { "a hall in each venue", add_halls },
  { "a day", add_day },
  { "no blackouts", drop_blackouts },
  { "officers stay away", free_officers },
  { "seats", add_seats },
  { "a venue", add_venue },
};

/* Negative: the first is better. */
static int
compare_worths (const PatalScheduleWorth *one, const PatalScheduleWorth *two)
{
  const gint64 a[] = { one->heads_without, one->makespan_days, one->block_days, one->travel_metres };
  const gint64 b[] = { two->heads_without, two->makespan_days, two->block_days, two->travel_metres };

  for (guint i = 0; i < G_N_ELEMENTS (a); i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

/* The planner goes on from the plan that was made without it. */
static void
test_more (void)
{
  int n_better[G_N_ELEMENTS (additions)] = { 0 };

  for (int number = 0; number < plan_how_many (210); number++)
    {
      const guint which = (guint) number % G_N_ELEMENTS (additions);
      g_auto (Solved) before = { NULL }, after = { NULL };
      g_autoptr (PatalClusters) clusters = NULL;
      g_autoptr (GError) error = NULL;
      PatalPlanData data = plan_generate ((guint64) number), more = plan_generate ((guint64) number);
      PatalScheduleWorth was, is;

      solved_init (&before, &data);
      solved_cluster (&before, 1, UNIT_STEPS);
      solved_schedule (&before, 1, BATCH_STEPS);
      was = patal_schedule_worth (&before.map, &before.days, before.clusters, before.schedule, NULL);
      additions[which].add (&more);
      solved_init (&after, &more);
      after.schedule = patal_schedule_find (&after.map, &after.days, before.clusters, before.schedule, 1, BATCH_STEPS, 1, NULL, &error);
      g_assert_no_error (error);
      is = patal_schedule_worth (&after.map, &after.days, before.clusters, after.schedule, NULL);
      clusters = patal_clusters_find (&after.map, &after.days, before.clusters, 1, UNIT_STEPS, 1, NULL, &error);
      g_assert_no_error (error);
      if (compare_worths (&is, &was) > 0 || clusters->heads_out > before.clusters->heads_out
          || (clusters->heads_out == before.clusters->heads_out && clusters->person_metres > before.clusters->person_metres))
        {
          g_test_message ("problem %d is worse with more: %s", number, additions[which].name);
          g_test_fail ();
        }
      n_better[which] += compare_worths (&is, &was) < 0;
      patal_plan_data_clear (&data);
      patal_plan_data_clear (&more);
    }
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    g_test_message ("%s: better in %d of %d", additions[i].name, n_better[i], plan_how_many (210) / (int) G_N_ELEMENTS (additions));
}

/* The best of all calendars, and of all clusters of a number, does not grow worse either: so says the text, and what is tried by all. */
static void
test_more_of_all (void)
{
  for (int number = 0; number < plan_how_many (200); number++)
    {
      const guint which = (guint) number % G_N_ELEMENTS (additions);
      g_auto (Solved) solved = { NULL };
      PatalPlanData data = plan_generate_tiny ((guint64) number), more = plan_generate_tiny ((guint64) number);
      gint64 was[N_BEST], is[N_BEST];
      CheckedPlan plan;

      solved_init (&solved, &data);
      solved_cluster (&solved, 1, UNIT_STEPS);
      additions[which].add (&more);
      plan = (CheckedPlan) { .n = solved.clusters->n, .venue = solved.clusters->venue, .cluster = solved.clusters->cluster };
      if (plan.n > 0 && plan.n * data.n_modules <= 4)
        {
          BestClusters few, many;
          int i = 0;

          exhaustive_schedule (&data, &plan, was);
          exhaustive_schedule (&more, &plan, is);
          while (i < N_BEST - 1 && was[i] == is[i])
            i++;
          g_assert_cmpint (is[i], <=, was[i]);
          if (more.n_venues <= 4 && exhaustive_clusters (&data, plan.n, &few))
            {
              g_assert_true (exhaustive_clusters (&more, plan.n, &many));
              g_assert_true (many.f0 < few.f0 || (many.f0 == few.f0 && many.f1 <= few.f1));
            }
        }
      patal_plan_data_clear (&data);
      patal_plan_data_clear (&more);
    }
}

/* --- Files in, files out --- */

static const char *const written[] = { "clusters.csv", "unassigned.csv", "notes.csv", "plan.csv" };

/* (transfer full): the files of a plan. @old (nullable): the folder of one that is made anew, with its clusters. */
static GPtrArray *
plan_files (const char *folder, const char *old)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = patal_plan_files_read (folder, NULL, &error);
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  g_auto (Solved) solved = { NULL };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  solved_init (&solved, &files->data);
  if (old != NULL)
    {
      g_autofree char *clusters = g_build_filename (old, "clusters.csv", NULL), *plan = g_build_filename (old, "plan.csv", NULL);
      g_autoptr (PatalSchedule) before = NULL;

      outcome = patal_plan_outcome_read (files, &solved.map, clusters, files->remarks, &error);
      g_assert_no_error (error);
      before = patal_plan_outcome_read_schedule (outcome, plan, files->remarks, &error);
      g_assert_no_error (error);
      outcome->schedule = patal_schedule_replan (&solved.map, &solved.days, outcome->clusters, before, NULL, 1, BATCH_STEPS, 1, NULL, &error);
      g_assert_no_error (error);
    }
  else
    {
      solved_cluster (&solved, 1, UNIT_STEPS);
      solved_schedule (&solved, 1, BATCH_STEPS);
      outcome = patal_plan_outcome_new (files, g_steal_pointer (&solved.clusters));
      outcome->schedule = g_steal_pointer (&solved.schedule);
    }
  g_assert_true (patal_plan_outcome_write (outcome, folder, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_build_filename (folder, written[i], NULL);
      char *text = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (texts, text);
    }
  return texts;
}

static gboolean
are_same (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Under other names the files are the same, but for the names. Rows of the files stay where they are, and so does the order of the names by their
 * bytes: the one decides between equals, the other the order of the rows that are written. */
static void
test_renamed (void)
{
  for (int number = 0; number < plan_how_many (100); number++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("patal-properties-XXXXXX", &error);
      g_autoptr (GPtrArray) plain = NULL, renamed = NULL;
      PatalPlanData data = plan_generate ((guint64) number);

      g_assert_no_error (error);
      plan_write_files (&data, folder, "");
      plain = plan_files (folder, NULL);
      plan_write_files (&data, folder, "ग्राम~");
      renamed = plan_files (folder, NULL);
      for (guint i = 0; i < renamed->len; i++)
        {
          g_autoptr (GString) text = g_string_new (renamed->pdata[i]);

          g_string_replace (text, "ग्राम~", "", 0);
          g_assert_cmpstr (plain->pdata[i], ==, text->str);
        }
      patal_test_remove_folder (folder);
      patal_plan_data_clear (&data);
    }
}

/* Where all have a date and nothing changed, planning anew gives the same bytes. */
static void
test_nothing_changed (void)
{
  int n = 0;

  for (int number = 0; number < plan_how_many (200); number++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("patal-properties-XXXXXX", &error);
      g_autoptr (GPtrArray) first = NULL, second = NULL;
      PatalPlanData data = plan_generate ((guint64) number);

      g_assert_no_error (error);
      plan_write_files (&data, folder, "");
      first = plan_files (folder, NULL);
      if (strstr (first->pdata[3], ",,,") == NULL) /* no start, no trainers */
        {
          second = plan_files (folder, folder);
          g_assert_true (are_same (first, second));
          n++;
        }
      patal_test_remove_folder (folder);
      patal_plan_data_clear (&data);
    }
  g_test_message ("%d plans had a date for all", n);
  g_assert_cmpint (n, >, plan_how_many (200) / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-properties/more", test_more);
  g_test_add_func ("/plan-properties/more-of-all", test_more_of_all);
  g_test_add_func ("/plan-properties/renamed", test_renamed);
  g_test_add_func ("/plan-properties/nothing-changed", test_nothing_changed);
  return g_test_run ();
}
