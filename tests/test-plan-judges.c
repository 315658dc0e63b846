/* test-plan-judges.c: whole plans of many problems, and such as are spoilt, judged twice
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PATAL_CHECK_PLAN may name the independent checker (check_plan.py); its verdict must be that of ours. */
#include "patal-plan-outcome.h"
#include "patal-plan-words.h"
#include "plan-checker.h"
#include "plan-generator.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char             *folder; /* the files, and the plan */
  PatalPlanFiles   *files;
  PatalPlanMap      map;
  PatalPlanDays     days;
  PatalPlanOutcome *outcome;
} Case;

static void
case_init (Case *self, guint64 number)
{
  PatalPlanData data = plan_generate (number);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("patal-judges-XXXXXX", &error);
  g_assert_no_error (error);
  plan_write_files (&data, self->folder, "");
  patal_plan_data_clear (&data);
  self->files = patal_plan_files_read (self->folder, NULL, &error);
  g_assert_no_error (error);
  patal_plan_map_init (&self->map, &self->files->data);
  patal_plan_days_init (&self->days, &self->files->data);
  self->outcome = patal_plan_outcome_new (self->files, patal_clusters_find (&self->map, &self->days, NULL, 1, 100, 1, NULL, &error));
  g_assert_no_error (error);
  self->outcome->schedule = patal_schedule_find (&self->map, &self->days, self->outcome->clusters, NULL, 1, 2, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
case_clear (Case *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  patal_plan_outcome_free (self->outcome);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
  patal_plan_files_free (self->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static Verdict
judge (const Case *self)
{
  const PatalPlanData *data = &self->files->data;
  const PatalClusters *clusters = self->outcome->clusters;
  const PatalSchedule *schedule = self->outcome->schedule;
  g_autofree gboolean *excused = g_new0 (gboolean, data->n_units + 1), *raised = g_new0 (gboolean, clusters->n_groups + 1);

  for (int u = 0; u < data->n_units; u++)
    excused[u] = self->outcome->left[u] != NULL;
  for (guint i = 0; i < clusters->findings->len; i++)
    {
      const PatalClustersFinding *it = &g_array_index (clusters->findings, PatalClustersFinding, i);

      raised[it->group] |= it->code == PATAL_CLUSTERS_RAISED;
    }
  return plan_check (data, &(CheckedPlan) { .n = clusters->n, .venue = clusters->venue, .cluster = clusters->cluster, .excused = excused,
                                            .raised = raised, .room = schedule->room, .start = schedule->start, .team = schedule->team,
                                            .without = schedule->without });
}

/* --- The planner's own plans --- */

static void
test_rules (void)
{
  int n_whole = 0, n_without = 0, n_batches = 0;

  for (int number = 0; number < plan_how_many (150); number++)
    {
      g_auto (Case) it = { NULL };
      g_auto (Verdict) verdict = { 0 };
      PatalScheduleWorth worth;

      case_init (&it, (guint64) number);
      verdict = judge (&it);
      for (guint i = verdict.violations->len; i-- > 0;) /* test-clusters looks at the clusters */
        if (g_array_index (verdict.violations, Violation, i).rule[0] == 'C')
          g_array_remove_index (verdict.violations, i);
      if (verdict.violations->len > 0)
        {
          g_autofree char *faults = verdict_describe (&verdict);

          g_test_message ("problem %d: %s", number, faults);
          g_test_fail ();
        }
      worth = patal_schedule_worth (&it.map, &it.days, it.outcome->clusters, it.outcome->schedule, NULL);
      g_assert_cmpint (worth.heads_without, ==, verdict.objectives.z0);
      g_assert_cmpint (worth.makespan_days, ==, verdict.objectives.z1);
      g_assert_cmpint (worth.block_days, ==, verdict.objectives.z2);
      g_assert_cmpint (worth.travel_metres, ==, verdict.objectives.z3);
      n_whole += verdict.objectives.z0 == 0;
      n_batches += it.outcome->schedule->n;
      for (int b = 0; b < it.outcome->schedule->n; b++)
        n_without += it.outcome->schedule->start[b] < 0;
    }
  g_test_message ("%d problems have all their dates; of %d batches %d have none", n_whole, n_batches, n_without);
}

/* --- Both judges --- */

static int
draw (guint64 *state, int n)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (int) ((*state * G_GUINT64_CONSTANT (2685821657736338717) >> 33) % (guint64) n);
}

/* A cluster without units would be in no file. */
static void
move_unit (PatalClusters *clusters, int unit, int to)
{
  int n = 0;

  for (int u = 0; u < clusters->data->n_units; u++)
    n += clusters->cluster[u] == clusters->cluster[unit];
  if (clusters->cluster[unit] < 0 || n > 1)
    clusters->cluster[unit] = to;
}

/* Changes a few days, trainers, units and venues, so that all rules are broken sooner or later. */
static void
spoil (Case *self, guint64 *state)
{
  const PatalPlanData *data = &self->files->data;
  PatalClusters *clusters = self->outcome->clusters;
  PatalSchedule *schedule = self->outcome->schedule;

  for (int n = draw (state, 5); n > 0 && schedule->n > 0; n--)
    {
      int batch = draw (state, schedule->n), *team = schedule->team + (gsize) batch * schedule->room;

      switch (draw (state, 5))
        {
        case 0:
          schedule->start[batch] = draw (state, MAX (self->days.n_days - data->modules[batch % data->n_modules].days + 1, 1));
          break;
        case 1:
          schedule->start[batch] = -1;
          schedule->without[batch] = (PatalWithout) (1 + draw (state, PATAL_WITHOUT_OFFICER)); /* the checkers differ on what is frozen */
          break;
        case 2:
          if (schedule->start[batch] >= 0 && schedule->room > 0 && data->n_trainers > 0)
            team[0] = draw (state, data->n_trainers);
          break;
        case 3:
          move_unit (clusters, draw (state, data->n_units), draw (state, clusters->n));
          break;
        default:
          clusters->venue[draw (state, clusters->n)] = draw (state, data->n_venues);
          break;
        }
    }
  for (int b = 0; b < schedule->n; b++) /* a file has no team without a date */
    for (int i = 0; i < schedule->room && schedule->start[b] < 0; i++)
      schedule->team[(gsize) b * schedule->room + i] = -1;
}

/* (transfer full): the rules that are broken, sorted, and the objectives; of ours … */
static char *
our_words (const Verdict *verdict)
{
  GString *words = g_string_new (NULL);
  const Objectives *it = &verdict->objectives;

  for (int n = 1; n <= 24; n++)
    {
      g_autofree char *rule = n <= 9 ? g_strdup_printf ("C%d", n) : g_strdup_printf ("H%d", n - 9);

      if (verdict_has (verdict, rule))
        g_string_append_printf (words, "%s ", rule);
    }
  g_string_append_printf (words, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, it->f0, it->f1, it->f2, it->z0, it->z1, it->z2, it->z3);
  return g_string_free (words, FALSE);
}

/* … and out of the other's JSON. */
static char *
their_words (const char *json)
{
  static const char *const keys[] = { "F0_left_out", "F1_person_metres", "F2_max_metres", "Z0_untrained", "Z1_makespan_days", "Z2_block_days",
                                      "Z3_trainer_metres" };
  GString *words = g_string_new (NULL);

  for (int n = 1; n <= 24; n++)
    {
      g_autofree char *rule = n <= 9 ? g_strdup_printf ("C%d", n) : g_strdup_printf ("H%d", n - 9);
      g_autofree char *quoted = g_strdup_printf ("[\"%s\", ", rule);

      if (strstr (json, quoted) != NULL)
        g_string_append_printf (words, "%s ", rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *at = strstr (json, keys[i]);

      g_string_append_printf (words, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                              at != NULL ? g_ascii_strtoll (at + strlen (keys[i]) + strlen ("\": "), NULL, 10) : -1);
    }
  return g_string_free (words, FALSE);
}

static void
test_both (void)
{
  const char *judge_path = g_getenv ("PATAL_CHECK_PLAN");
  guint64 state = 42;

  if (judge_path == NULL)
    {
      g_test_skip ("PATAL_CHECK_PLAN names no checker");
      return;
    }
  for (int number = 0; number < plan_how_many (60); number++)
    {
      g_auto (Case) it = { NULL };
      g_auto (Verdict) verdict = { 0 };
      g_autofree char *out = NULL, *error_text = NULL, *ours = NULL, *theirs = NULL;
      g_autoptr (GError) error = NULL;

      case_init (&it, (guint64) number);
      if (number % 3 > 0)
        spoil (&it, &state);
      verdict = judge (&it);
      ours = our_words (&verdict);
      patal_plan_outcome_write (it.outcome, it.folder, &error);
      g_assert_no_error (error);
      g_spawn_sync (NULL, (char *[]) { (char *) "python3", (char *) judge_path, it.folder, (char *) "--json", NULL }, NULL, G_SPAWN_SEARCH_PATH,
                    NULL, NULL, &out, &error_text, NULL, &error);
      g_assert_no_error (error);
      theirs = their_words (out);
      if (!g_str_equal (ours, theirs))
        {
          g_autofree char *faults = verdict_describe (&verdict);

          g_test_message ("problem %d: ours %s, theirs %s; %s; %s%s", number, ours, theirs, faults, out, error_text);
          g_test_fail ();
        }
    }
}

/* --- Words for what a move breaks --- */

/* Each sentence names the thing, and the batch in the way. */
static void
assert_worded (const Case *self, const PatalBreak *broken)
{
  g_autofree char *words = patal_plan_break_words (self->outcome, self->days.first, broken);
  int n_modules = self->files->data.n_modules;

  g_assert_cmpuint (strlen (words), >, 10);
  g_assert_null (strstr (words, "(null)"));
  if (broken->scope != PATAL_PLAN_STATE && broken->rule != PATAL_RULE_H12)
    g_assert_nonnull (strstr (words, patal_plan_scope_id (self->files, broken->scope, broken->of)));
  if (broken->other >= 0)
    {
      g_assert_nonnull (strstr (words, self->outcome->ids[broken->other / n_modules]));
      g_assert_nonnull (
          strstr (words, patal_plan_ids_name (&self->files->modules, broken->other % n_modules)));
    }
}

static void
test_words (void)
{
  gboolean seen[PATAL_RULE_H15 + 1] = { FALSE };
  guint64 state = 42;
  int n_seen = 0;

  for (int number = 0; number < 60; number++)
    {
      g_auto (Case) it = { NULL };
      g_autoptr (PatalMover) mover = NULL;
      g_autofree int *team = NULL;

      case_init (&it, (guint64)number);
      it.files->data.rules.today = it.days.first + 5;
      mover = patal_mover_new (&it.map, &it.days, it.outcome->clusters, it.outcome->schedule,
                               it.outcome->schedule);
      team = g_new0 (int, it.outcome->schedule->room + 1);
      for (int i = 0; i < 60 && it.outcome->schedule->n > 0 && it.files->data.n_trainers > 0; i++)
        {
          PatalMove move = { draw (&state, it.outcome->schedule->n), draw (&state, it.days.n_days), -1, team,
                             draw (&state, it.outcome->schedule->room + 1) };
          const PatalMoveOutcome *outcome;

          if (draw (&state, 2) == 0)
            move.venue = draw (&state, it.files->data.n_venues);
          for (int t = 0; t < move.n_team; t++)
            team[t] = draw (&state, it.files->data.n_trainers);
          outcome = patal_mover_ask (mover, &move);
          for (guint k = 0; k < outcome->breaks->len; k++)
            {
              const PatalBreak *broken = &g_array_index (outcome->breaks, PatalBreak, k);

              n_seen += !seen[broken->rule];
              seen[broken->rule] = TRUE;
              assert_worded (&it, broken);
            }
        }
    }
  g_assert_cmpint (n_seen, ==, G_N_ELEMENTS (seen));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-judges/rules", test_rules);
  g_test_add_func ("/plan-judges/words", test_words);
  g_test_add_func ("/plan-judges/both", test_both);
  return g_test_run ();
}
