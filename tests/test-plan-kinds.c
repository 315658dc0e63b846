/* test-plan-kinds.c: a thousand problems of all kinds, whole and after a change: nothing is broken in any plan, and each reason is true
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-generator.h"
#include "plan-solved.h"
#include <string.h>

#define PROBLEMS    1000
#define UNIT_STEPS  60
#define BATCH_STEPS 2

/* --- Kinds, and how many of a thousand must be of each --- */

static gboolean whole (const Solved *it) { return it->clusters->heads_out == 0; }
static gboolean cross_block (const Solved *it) { return it->data->rules.cross_block; }
static gboolean no_least (const Solved *it) { return it->data->rules.batch_min == 0; }
static gboolean max_km (const Solved *it) { return it->data->rules.most_metres > 0; }
static gboolean trainer_max_km (const Solved *it) { return it->data->rules.trainer_most_metres > 0; }
static gboolean scope_state (const Solved *it) { return it->data->rules.trainer_scope == PATAL_PLAN_STATE; }
static gboolean scope_district (const Solved *it) { return it->data->rules.trainer_scope == PATAL_PLAN_DISTRICT; }
static gboolean scope_block (const Solved *it) { return it->data->rules.trainer_scope == PATAL_PLAN_BLOCK; }
static gboolean long_gap (const Solved *it) { return it->data->rules.gap_days > 1; }
static gboolean short_run (const Solved *it) { return it->data->rules.most_run < 6; }
static gboolean many_days_off (const Solved *it) { return __builtin_popcount (it->data->rules.weekly_off) > 1; }
static gboolean no_trainer (const Solved *it) { return it->data->n_trainers == 0; }
static gboolean many_districts (const Solved *it) { return it->data->n_districts > 1; }

#define ANY(array, n, test) \
  for (int i = 0; i < it->data->n; i++) \
    if (it->data->array[i].test) \
      return TRUE; \
  return FALSE

static gboolean road_of_unit (const Solved *it) { ANY (roads, n_roads, from == PATAL_PLAN_UNIT); }
static gboolean road_of_trainer (const Solved *it) { ANY (roads, n_roads, from == PATAL_PLAN_TRAINER); }
static gboolean attend_none (const Solved *it) { ANY (blocks, n_blocks, attend == PATAL_ATTEND_NONE); }
static gboolean attend_first (const Solved *it) { ANY (blocks, n_blocks, attend == PATAL_ATTEND_FIRST); }
static gboolean attend_all (const Solved *it) { ANY (blocks, n_blocks, attend == PATAL_ATTEND_ALL); }
static gboolean no_officer (const Solved *it) { ANY (blocks, n_blocks, officer < 0); }
static gboolean number_given (const Solved *it) { ANY (blocks, n_blocks, n_clusters > 0); }
static gboolean no_headquarters (const Solved *it) { ANY (blocks, n_blocks, headquarters.lat != it->data->blocks[i].headquarters.lat); }
static gboolean nobody (const Solved *it) { ANY (units, n_units, heads == 0); }
static gboolean no_place (const Solved *it) { ANY (units, n_units, place.lat != it->data->units[i].place.lat); }
static gboolean several_halls (const Solved *it) { ANY (venues, n_venues, halls > 1); }
static gboolean no_team (const Solved *it) { ANY (modules, n_modules, team == 0); }
static gboolean modules_in_order (const Solved *it) { ANY (modules, n_modules, after != 0); }
static gboolean max_days (const Solved *it) { ANY (trainers, n_trainers, most_days >= 0); }
static gboolean window_of_district (const Solved *it) { ANY (windows, n_windows, scope == PATAL_PLAN_DISTRICT); }
static gboolean window_of_block (const Solved *it) { ANY (windows, n_windows, scope == PATAL_PLAN_BLOCK); }
static gboolean state_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_STATE); }
static gboolean district_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_DISTRICT); }
static gboolean block_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_BLOCK); }
static gboolean venue_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_VENUE); }
static gboolean trainer_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_TRAINER); }
static gboolean officer_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_OFFICER); }
static gboolean unit_away (const Solved *it) { ANY (blackouts, n_blackouts, scope == PATAL_PLAN_UNIT); }

static gboolean
officer_of_several (const Solved *it)
{
  for (int a = 0; a < it->data->n_blocks; a++)
    for (int b = 0; b < a; b++)
      if (it->data->blocks[a].officer >= 0 && it->data->blocks[a].officer == it->data->blocks[b].officer)
        return TRUE;
  return FALSE;
}

static gboolean
has_left (const Solved *it, PatalLeft why)
{
  for (int u = 0; u < it->data->n_units; u++)
    if (it->clusters->left[u] == why)
      return TRUE;
  return FALSE;
}

static gboolean left_large (const Solved *it) { return has_left (it, PATAL_LEFT_LARGE); }
static gboolean left_far (const Solved *it) { return has_left (it, PATAL_LEFT_FAR); }
static gboolean left_seats (const Solved *it) { return has_left (it, PATAL_LEFT_SEATS); }
static gboolean left_divided (const Solved *it) { return has_left (it, PATAL_LEFT_DIVIDED); }
static gboolean left_full (const Solved *it) { return has_left (it, PATAL_LEFT_FULL); }

static gboolean
has_without (const Solved *it, PatalWithout why)
{
  for (int b = 0; b < it->schedule->n; b++)
    if (it->schedule->without[b] == why)
      return TRUE;
  return FALSE;
}

static gboolean without_window (const Solved *it) { return has_without (it, PATAL_WITHOUT_WINDOW); }
static gboolean without_trainer (const Solved *it) { return has_without (it, PATAL_WITHOUT_NO_TRAINER); }
static gboolean without_pred (const Solved *it) { return has_without (it, PATAL_WITHOUT_PRED); }
static gboolean without_overlap (const Solved *it) { return has_without (it, PATAL_WITHOUT_OVERLAP); }
static gboolean without_venue (const Solved *it) { return has_without (it, PATAL_WITHOUT_VENUE); }
static gboolean without_officer (const Solved *it) { return has_without (it, PATAL_WITHOUT_OFFICER); }
static gboolean without_free_trainer (const Solved *it) { return has_without (it, PATAL_WITHOUT_TRAINER_BUSY); }

typedef struct
{
  const char *name;
  gboolean  (*is) (const Solved *it);
  int         least; /* of a thousand */
} Kind;

static const Kind kinds[] = {
  { "nobody is left out", whole, 200 },
  { "cross_block", cross_block, 100 },
  { "batch_min 0", no_least, 20 },
  { "max_km", max_km, 100 },
  { "trainer_max_km", trainer_max_km, 100 },
  { "trainers of the state", scope_state, 100 },
  { "trainers of the district", scope_district, 300 },
  { "trainers of the block", scope_block, 100 },
  { "gap_min above 1", long_gap, 200 },
  { "max_run below 6", short_run, 200 },
  { "two days off a week", many_days_off, 100 },
  { "no trainer at all", no_trainer, 10 },
  { "several districts", many_districts, 200 },
  { "roads of units", road_of_unit, 100 },
  { "roads of trainers", road_of_trainer, 100 },
  { "attend none", attend_none, 100 },
  { "attend first", attend_first, 100 },
  { "attend all", attend_all, 100 },
  { "no officer", no_officer, 100 },
  { "an officer of several blocks", officer_of_several, 50 },
  { "k given", number_given, 50 },
  { "no headquarters", no_headquarters, 100 },
  { "headcount 0", nobody, 200 },
  { "a unit without a place", no_place, 200 },
  { "several halls", several_halls, 200 },
  { "no team", no_team, 100 },
  { "modules in order", modules_in_order, 200 },
  { "max_days", max_days, 200 },
  { "a window of a district", window_of_district, 100 },
  { "a window of a block", window_of_block, 100 },
  { "blackout of the state", state_away, 100 },
  { "of a district", district_away, 100 },
  { "of a block", block_away, 100 },
  { "of a venue", venue_away, 100 },
  { "of a trainer", trainer_away, 100 },
  { "of an officer", officer_away, 100 },
  { "of a unit", unit_away, 100 },
  { "LARGE", left_large, 50 },
  { "FAR", left_far, 20 },
  { "SEATS", left_seats, 5 },
  { "DIVIDED", left_divided, 50 },
  { "FULL", left_full, 20 },
  { "WINDOW", without_window, 10 },
  { "NO_TRAINER", without_trainer, 50 },
  { "PRED", without_pred, 50 },
  { "OVERLAP", without_overlap, 10 },
  { "VENUE", without_venue, 5 },
  { "OFFICER", without_officer, 20 },
  { "TRAINER_BUSY", without_free_trainer, 50 },
};

/* --- Plans --- */

/* @rules: "CH" all, "H" those of calendars. */
static void
assert_nothing_broken (int number, const Solved *solved, const PatalSchedule *old, const char *rules)
{
  g_auto (Verdict) verdict = solved_judge (solved, old);
  PatalScheduleWorth worth = patal_schedule_worth (&solved->map, &solved->days, solved->clusters, solved->schedule, old);

  for (guint i = 0; i < verdict.violations->len; i++)
    if (strchr (rules, g_array_index (verdict.violations, Violation, i).rule[0]) != NULL)
      {
        g_autofree char *faults = verdict_describe (&verdict);

        g_test_message ("problem %d: %s", number, faults);
        g_test_fail ();
        break;
      }
  g_assert_cmpint (solved->clusters->heads_out, ==, verdict.objectives.f0);
  g_assert_cmpint (solved->clusters->person_metres, ==, verdict.objectives.f1);
  g_assert_cmpint (worth.heads_without, ==, verdict.objectives.z0);
  g_assert_cmpint (worth.moved, ==, verdict.objectives.r1);
  g_assert_cmpint (worth.restaffed, ==, verdict.objectives.r2);
  g_assert_cmpint (worth.makespan_days, ==, verdict.objectives.z1);
  g_assert_cmpint (worth.block_days, ==, verdict.objectives.z2);
  g_assert_cmpint (worth.travel_metres, ==, verdict.objectives.z3);
  g_assert_cmpint (worth.shifted_days, ==, verdict.objectives.r3);
}

/* A fifth of the days is over, and then something of each scope falls out in turn. */
static void
change (PatalPlanData *data, int number, PatalDay first, int n_days)
{
  const int n_of[] = { 1, data->n_districts, data->n_blocks, data->n_venues, data->n_trainers, data->n_officers, data->n_units };
  PatalPlanScope scope = (PatalPlanScope) (number % (int) G_N_ELEMENTS (n_of));
  PatalDay from = first + n_days / 4;

  data->rules.today = first + n_days / 5;
  data->blackouts = g_renew (PatalPlanSpan, data->blackouts, data->n_blackouts + 1);
  if (n_of[scope] > 0)
    data->blackouts[data->n_blackouts++] = (PatalPlanSpan) { scope, number % n_of[scope], { from, from + 2 } };
}

static void
test_all (void)
{
  int n = plan_how_many (PROBLEMS), n_of[G_N_ELEMENTS (kinds)] = { 0 }, n_replanned = 0, n_frozen = 0;

  for (int number = 0; number < n; number++)
    {
      g_auto (Solved) solved = { NULL }, changed = { NULL };
      PatalPlanData data = plan_generate ((guint64) number), later;

      solved_init (&solved, &data);
      solved_cluster (&solved, 1, UNIT_STEPS);
      solved_schedule (&solved, 1, BATCH_STEPS);
      assert_nothing_broken (number, &solved, NULL, "CH");
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        n_of[i] += kinds[i].is (&solved);
      later = data;
      later.blackouts = g_memdup2 (data.blackouts, MAX (data.n_blackouts, 1) * sizeof *data.blackouts);
      change (&later, number, solved.days.first, solved.days.n_days);
      solved_init (&changed, &later);
      changed.clusters = g_steal_pointer (&solved.clusters);
      solved_replan (&changed, solved.schedule, 1, BATCH_STEPS);
      assert_nothing_broken (number, &changed, solved.schedule, "H");
      n_replanned += changed.schedule->n > 0;
      n_frozen += has_without (&changed, PATAL_WITHOUT_FROZEN);
      g_free (later.blackouts);
      patal_plan_data_clear (&data);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%4d of %d: %s", n_of[i], n, kinds[i].name);
      g_assert_true (n_of[i] * PROBLEMS >= kinds[i].least * n || n < PROBLEMS / 10);
    }
  g_test_message ("%d planned anew, in %d somebody's days are over", n_replanned, n_frozen);
  g_assert_cmpint (n_replanned, >, n / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-kinds/all", test_all);
  return g_test_run ();
}
