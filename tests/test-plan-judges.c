/* test-plan-judges.c: whole plans of many problems, and such as are spoilt, judged twice
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PATAL_CHECK_PLAN may name the independent checker (check_plan.py); its verdict must be that of ours. */
#include "patal-plan-outcome.h"
#include "patal-plan-words.h"
#include "patal-test-folder.h"
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
  PatalSchedule    *old;    /* (nullable): what was planned before something changed; old.csv */
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
  patal_test_remove_folder (self->folder);
  g_free (self->folder);
  patal_plan_outcome_free (self->outcome);
  patal_schedule_free (self->old);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
  patal_plan_files_free (self->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static char *
path_of (const Case *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* The problem as it was, but for a day and three days from a quarter on that fall out somewhere. */
static void
write_changed (const Case *self, int number)
{
  PatalPlanData data = self->files->data;
  const int n_of[] = { 1, data.n_districts, data.n_blocks, data.n_venues, data.n_trainers, data.n_officers, data.n_units };
  PatalPlanScope scope = (PatalPlanScope) (number / 4 % (int) G_N_ELEMENTS (n_of));
  g_autofree PatalPlanSpan *blackouts = g_new (PatalPlanSpan, data.n_blackouts + 1);
  PatalDay from = self->days.first + self->days.n_days / 4;

  memcpy (blackouts, data.blackouts, data.n_blackouts * sizeof *blackouts);
  data.blackouts = blackouts;
  data.rules.today = self->days.first + self->days.n_days / 5;
  if (n_of[scope] > 0)
    blackouts[data.n_blackouts++] = (PatalPlanSpan) { scope, number % n_of[scope], { from, from + 2 } };
  plan_write_files (&data, self->folder, "");
}

/* Writes the plan, changes the problem, reads both again and plans anew. */
static void
case_replan (Case *self, int number)
{
  g_autofree char *clusters = path_of (self, "clusters.csv"), *plan = path_of (self, "plan.csv"), *old = path_of (self, "old.csv");
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_plan_outcome_write (self->outcome, self->folder, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (plan, old), ==, 0);
  write_changed (self, number);
  patal_plan_outcome_free (self->outcome);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
  patal_plan_files_free (self->files);
  self->files = patal_plan_files_read (self->folder, NULL, &error);
  g_assert_no_error (error);
  patal_plan_map_init (&self->map, &self->files->data);
  patal_plan_days_init (&self->days, &self->files->data);
  self->outcome = patal_plan_outcome_read (self->files, &self->map, clusters, self->files->remarks, &error);
  g_assert_no_error (error);
  self->old = patal_plan_outcome_read_schedule (self->outcome, old, self->files->remarks, &error);
  g_assert_no_error (error);
  self->outcome->schedule
    = patal_schedule_replan (&self->map, &self->days, self->outcome->clusters, self->old, NULL, 1, 2, 1, NULL, &error);
  g_assert_no_error (error);
}

static Verdict
judge (const Case *self)
{
  const PatalPlanData *data = &self->files->data;
  const PatalClusters *clusters = self->outcome->clusters;
  const PatalSchedule *schedule = self->outcome->schedule;
  g_autofree gboolean *excused = g_new0 (gboolean, data->n_units + 1), *raised = g_new0 (gboolean, clusters->n_groups + 1);

  for (int u = 0; u < data->n_units; u++)
    excused[u] = self->outcome->left[u] != NULL;
  for (guint i = 0; i < self->outcome->notes->len; i++)
    {
      const PatalPlanNote *it = g_ptr_array_index (self->outcome->notes, i);

      for (int g = 0; g < clusters->n_groups; g++)
        raised[g] |= g_str_equal (it->code, "K_RAISED") && g_str_equal (it->id, patal_plan_group_id (self->files, g));
    }
  return plan_check (data, &(CheckedPlan) { .n = clusters->n, .venue = clusters->venue, .cluster = clusters->cluster, .excused = excused,
                                            .raised = raised, .room = schedule->room, .start = schedule->start, .team = schedule->team,
                                            .without = schedule->without, .old_start = self->old != NULL ? self->old->start : NULL,
                                            .old_team = self->old != NULL ? self->old->team : NULL });
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

static gboolean
has_begun (const Case *self, int batch)
{
  return self->old != NULL && self->old->start[batch] >= 0 && self->days.first + self->old->start[batch] <= self->files->data.rules.today;
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
          if (has_begun (self, batch)) /* the other does not miss it */
            break;
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
our_words (const Verdict *verdict, gboolean replanned)
{
  GString *words = g_string_new (NULL);
  const Objectives *it = &verdict->objectives;
  const gint64 values[] = { it->f0, it->f1, it->f2, it->z0, it->z1, it->z2, it->z3, replanned ? it->r1 : -1, replanned ? it->r2 : -1,
                            replanned ? it->r3 : -1 };

  for (int n = 1; n <= 24; n++)
    {
      g_autofree char *rule = n <= 9 ? g_strdup_printf ("C%d", n) : g_strdup_printf ("H%d", n - 9);

      if (verdict_has (verdict, rule))
        g_string_append_printf (words, "%s ", rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_append_printf (words, "%" G_GINT64_FORMAT " ", values[i]);
  return g_string_free (words, FALSE);
}

/* … and out of the other's JSON. */
static char *
their_words (const char *json)
{
  static const char *const keys[] = { "F0_left_out", "F1_person_metres", "F2_max_metres", "Z0_untrained", "Z1_makespan_days", "Z2_block_days",
                                      "Z3_trainer_metres", "R1_moved", "R2_restaffed", "R3_shift_days" };
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

      g_string_append_printf (words, "%" G_GINT64_FORMAT " ",
                              at != NULL ? g_ascii_strtoll (at + strlen (keys[i]) + strlen ("\": "), NULL, 10) : -1);
    }
  return g_string_free (words, FALSE);
}

/* The other never takes FROZEN for true, though section 6 of the text has it: then H14 is not compared. */
static gboolean
is_disputed (const PatalSchedule *schedule)
{
  for (int b = 0; b < schedule->n; b++)
    if (schedule->without[b] == PATAL_WITHOUT_FROZEN)
      return TRUE;
  return FALSE;
}

static void
strike_out (char *words, const char *rule)
{
  char *at = strstr (words, rule);

  if (at != NULL)
    memmove (at, at + strlen (rule), strlen (at + strlen (rule)) + 1);
}

/* (transfer full): what the other prints about the files in the folder of @self. */
static char *
ask_other (const Case *self, const char *judge_path)
{
  g_autofree char *old = path_of (self, "old.csv");
  const char *arguments[] = { "python3", judge_path, self->folder, "--json", self->old != NULL ? "--old" : NULL, old, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  g_assert_true (patal_plan_outcome_write (self->outcome, self->folder, &error));
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&out);
}

/* Of four plans one is whole, two are spoilt, and one is made anew after a change; of those half are spoilt too. */
static void
test_both (void)
{
  const char *judge_path = g_getenv ("PATAL_CHECK_PLAN");
  guint64 state = 42;
  int n_whole = 0;

  if (judge_path == NULL)
    {
      g_test_skip ("PATAL_CHECK_PLAN names no checker");
      return;
    }
  for (int number = 0; number < plan_how_many (60); number++)
    {
      g_auto (Case) it = { NULL };
      g_auto (Verdict) verdict = { 0 };
      g_autofree char *out = NULL, *ours = NULL, *theirs = NULL;

      case_init (&it, (guint64) number);
      if (number % 4 == 3)
        case_replan (&it, number);
      if (number % 4 == 1 || number % 4 == 2 || number % 8 == 7)
        spoil (&it, &state);
      verdict = judge (&it);
      ours = our_words (&verdict, it.old != NULL);
      out = ask_other (&it, judge_path);
      theirs = their_words (out);
      if (is_disputed (it.outcome->schedule))
        {
          strike_out (ours, "H14 ");
          strike_out (theirs, "H14 ");
        }
      n_whole += strchr (ours, 'H') == NULL;
      if (!g_str_equal (ours, theirs))
        {
          g_autofree char *faults = verdict_describe (&verdict);

          g_test_message ("problem %d: ours %s, theirs %s; %s; %s", number, ours, theirs, faults, out);
          g_test_fail ();
        }
    }
  g_test_message ("of %d plans the calendars of %d break nothing", plan_how_many (60), n_whole);
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
  g_test_add_func ("/plan-judges/words", test_words);
  g_test_add_func ("/plan-judges/both", test_both);
  return g_test_run ();
}
