/* test-plan-checker.c: each rule is broken on purpose, and found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker.h"
#include <math.h>
#include <string.h>

/* Four clusters in three blocks of two districts, two modules, four trainers; 20 days from a Monday. Nothing is broken. */
typedef struct
{
  PatalPlanData    data;
  PatalPlanBlock   blocks[3];
  PatalPlanUnit    units[8];
  PatalPlanVenue   venues[4];
  PatalPlanModule  modules[2];
  PatalPlanTrainer trainers[4];
  PatalPlanSpan    windows[2], blackouts[4];
  PatalPlanRoad    roads[1];
  int              venue[4], cluster[8], start[8], team[16], old_start[8], old_team[16];
  gboolean         excused[8], raised[3], replanned;
  PatalWithout     without[8];
} Base;

#define FIRST (patal_day_from_ymd (2021, 4, 5))
#define HERE  { 22, 78 }

static void
base_init (Base *base)
{
  *base = (Base) {
    .blocks = { { 0, HERE, 0, 0, PATAL_ATTEND_FIRST }, { 0, HERE, 0, 1, PATAL_ATTEND_ALL }, { 1, HERE, 0, -1, PATAL_ATTEND_FIRST } },
    .units = { { 0, HERE, 4 }, { 0, HERE, 4 }, { 0, HERE, 4 }, { 0, HERE, 4 }, { 1, HERE, 3 }, { 1, HERE, 3 }, { 2, HERE, 5 }, { 0, HERE, 0 } },
    .venues = { { 0, -1, HERE, 20, 1, 0 }, { 1, -1, HERE, 20, 1, 0 }, { 2, -1, HERE, 20, 1, 1 }, { 0, -1, HERE, 5, 1, 0 } },
    .modules = { { 1, 1, 0 }, { 2, 1, 1 } },
    .trainers = { { 0, HERE, 3, -1 }, { 1, HERE, 3, -1 }, { 2, HERE, 3, -1 }, { 0, HERE, 1, -1 } },
    .windows = { { PATAL_PLAN_STATE, 0, { FIRST, FIRST + 19 } } },
    .venue = { 0, 0, 1, 2 },
    .cluster = { 0, 0, 1, 1, 2, 2, 3, -1 },
    .start = { 0, 1, 3, 4, 0, 1, 0, 1 },
    .team = { 0, -1, 0, -1, 3, -1, 0, -1, 1, -1, 1, -1, 2, -1, 2, -1 },
  };
  base->data = (PatalPlanData) {
    .rules = { .batch_min = 2, .batch_max = 10, .batch_fill = 100, .detour_pct = 100, .rank_metres = 2000, .most_run = 3,
               .trainer_scope = PATAL_PLAN_DISTRICT, .gap_days = 1, .weekly_off = PATAL_WEEKDAYS (PATAL_SUNDAY) },
    .n_districts = 2, .n_officers = 2, .n_blocks = 3, .n_units = 8, .n_venues = 4, .n_modules = 2, .n_trainers = 4, .n_windows = 1,
    .blocks = base->blocks, .units = base->units, .venues = base->venues, .modules = base->modules, .trainers = base->trainers,
    .windows = base->windows, .blackouts = base->blackouts, .roads = base->roads,
  };
  memcpy (base->old_start, base->start, sizeof base->start);
  memcpy (base->old_team, base->team, sizeof base->team);
}

static Verdict
check (const Base *base)
{
  return plan_check (&base->data, &(CheckedPlan) {
    .n = 4, .venue = base->venue, .cluster = base->cluster, .excused = base->excused, .raised = base->raised, .room = 2, .start = base->start,
    .team = base->team, .without = base->without, .old_start = base->replanned ? base->old_start : NULL, .old_team = base->old_team });
}

/* (transfer full): each rule that is broken, once, in the order of the rules. */
static char *
rules_of (const Verdict *verdict)
{
  GString *rules = g_string_new (NULL);

  for (const char *kind = "CH"; *kind != '\0'; kind++)
    for (int n = 1; n <= 15; n++)
      {
        g_autofree char *rule = g_strdup_printf ("%c%d", *kind, n);

        if (verdict_has (verdict, rule))
          g_string_append_printf (rules, "%s%s", rules->len > 0 ? " " : "", rule);
      }
  return g_string_free (rules, FALSE);
}

static void
black_out (Base *b, PatalPlanScope scope, int of, int from, int to)
{
  b->blackouts[b->data.n_blackouts++] = (PatalPlanSpan) { scope, of, { FIRST + from, FIRST + to } };
}

static void
replan (Base *b, int today)
{
  b->replanned = TRUE;
  b->data.rules.today = FIRST + today;
}

static void
leave (Base *b, int batch, PatalWithout without)
{
  b->start[batch] = -1;
  b->team[2 * batch] = -1;
  b->without[batch] = without;
}

/* --- Clusters --- */

static void none (Base *b G_GNUC_UNUSED) {}
static void nobody (Base *b) { b->cluster[7] = 0; }
static void forgotten (Base *b) { b->cluster[4] = -1; }
static void too_many (Base *b) { b->units[0].heads = 7; }
static void too_few_seats (Base *b) { b->venue[0] = 3; }
static void too_few (Base *b) { b->data.rules.batch_min = 9; }
static void few_but_alone (Base *b) { b->data.rules.batch_min = 7; }
static void other_block (Base *b) { b->units[4].heads = 2; b->cluster[4] = 0; }
static void other_block_may (Base *b)
{
  other_block (b);
  b->data.rules.cross_block = TRUE;
}
static void other_district (Base *b)
{
  b->data.rules.cross_block = TRUE;
  b->cluster[6] = 2;
  b->cluster[5] = 3;
}
static void too_far (Base *b)
{
  b->data.rules.most_metres = 11000; /* a tenth of a degree is 11,120 m */
  b->units[0].place.lat = 22.1;
}
static void near_enough (Base *b)
{
  too_far (b);
  b->data.rules.most_metres = 11120;
}
static void far_but_unknown (Base *b)
{
  too_far (b);
  b->units[0].place = (PatalPlace) { NAN, NAN };
  b->blocks[0].headquarters.lat = 22.1;
}
static void by_road (Base *b)
{
  b->data.rules.most_metres = 5000;
  b->roads[b->data.n_roads++] = (PatalPlanRoad) { PATAL_PLAN_UNIT, 6, 2, 5001 };
}
static void no_days_at_venue (Base *b) { black_out (b, PATAL_PLAN_VENUE, 1, 2, 19); }
static void just_days_at_venue (Base *b) { black_out (b, PATAL_PLAN_VENUE, 1, 3, 19); }
static void fewer_than_wanted (Base *b) { b->blocks[1].n_clusters = 2; }
static void more_than_wanted (Base *b) { b->blocks[0].n_clusters = 1; }
static void more_with_note (Base *b)
{
  more_than_wanted (b);
  b->raised[0] = TRUE;
}
static void no_venue (Base *b) { b->venue[3] = -1; }
static void would_fit (Base *b)
{
  forgotten (b);
  b->excused[4] = TRUE;
}
static void would_not_fit (Base *b)
{
  would_fit (b);
  b->venues[1].seats = 5;
}

/* --- Days, halls --- */

static void behind_the_end (Base *b) { b->start[5] = 19; }
static void before_own_window (Base *b)
{
  b->windows[b->data.n_windows++] = (PatalPlanSpan) { PATAL_PLAN_BLOCK, 1, { FIRST + 1, FIRST + 19 } };
}
static void on_sunday (Base *b) { b->start[5] = 5; }
static void unit_away (Base *b) { black_out (b, PATAL_PLAN_UNIT, 4, 2, 2); }
static void district_away (Base *b) { black_out (b, PATAL_PLAN_DISTRICT, 1, 0, 0); }
static void other_district_away (Base *b) { black_out (b, PATAL_PLAN_DISTRICT, 1, 3, 9); }
static void halls_full (Base *b)
{
  b->blocks[0].attend = PATAL_ATTEND_NONE;
  b->start[2] = 0;
}
static void two_halls (Base *b)
{
  halls_full (b);
  b->venues[0].halls = 2;
}

/* --- Trainers --- */

static void no_team (Base *b) { b->team[0] = -1; }
static void team_too_large (Base *b) { b->team[1] = 3; }
static void same_twice (Base *b)
{
  b->data.rules.most_run = 6;
  b->modules[0].team = 2;
  b->team[1] = 0;
  b->team[5] = 1;
  b->team[9] = 3;
  b->team[13] = 2;
}
static void not_qualified (Base *b) { b->team[6] = 3; }
static void double_booked (Base *b) { b->team[8] = 0; }
static void trainer_away (Base *b) { black_out (b, PATAL_PLAN_TRAINER, 1, 0, 0); }
static void too_long (Base *b) { b->data.rules.most_run = 2; }
static void too_often (Base *b) { b->trainers[0].most_days = 4; }
static void often_enough (Base *b) { b->trainers[0].most_days = 5; }
static void out_of_scope (Base *b)
{
  b->data.rules.most_run = 6;
  b->data.rules.trainer_scope = PATAL_PLAN_BLOCK;
  b->team[4] = 1;
}
static void in_scope (Base *b)
{
  b->data.rules.most_run = 6;
  b->team[4] = 1;
}
static void other_district_trainer (Base *b)
{
  b->data.rules.most_run = 6;
  b->team[4] = 2;
}
static void all_in_scope (Base *b)
{
  b->data.rules.most_run = 6;
  b->data.rules.trainer_scope = PATAL_PLAN_STATE;
  b->team[4] = 2;
}
static void trainer_far (Base *b)
{
  b->data.rules.trainer_most_metres = 11000;
  b->trainers[2].place.lat = 22.1;
}

/* --- Officers, units, order --- */

static void officer_away (Base *b) { black_out (b, PATAL_PLAN_OFFICER, 0, 0, 0); }
static void officer_away_later (Base *b) { black_out (b, PATAL_PLAN_OFFICER, 0, 2, 2); } /* the first day is enough */
static void officer_away_all (Base *b) { black_out (b, PATAL_PLAN_OFFICER, 1, 2, 2); }
static void officer_twice (Base *b) { b->blocks[1].officer = 0; }
static void unit_twice (Base *b)
{
  b->modules[1].after = 0;
  b->blocks[0].attend = PATAL_ATTEND_NONE;
  b->venues[0].halls = 2;
  b->trainers[3].modules = 3;
  b->start[1] = 0;
  b->team[2] = 3;
}
static void wrong_order (Base *b)
{
  b->start[0] = 2;
  b->start[1] = 0;
}
static void too_soon (Base *b) { b->data.rules.gap_days = 2; }

/* --- Without a date --- */

static void could_start (Base *b) { leave (b, 3, PATAL_WITHOUT_VENUE); }
static void no_reason (Base *b)
{
  black_out (b, PATAL_PLAN_UNIT, 2, 4, 19);
  leave (b, 3, PATAL_WITHOUT_NOT);
}
static void true_overlap (Base *b)
{
  no_reason (b);
  b->without[3] = PATAL_WITHOUT_OVERLAP;
}
static void false_window (Base *b)
{
  no_reason (b);
  b->without[3] = PATAL_WITHOUT_WINDOW;
}
static void true_window (Base *b)
{
  false_window (b);
  black_out (b, PATAL_PLAN_UNIT, 2, 0, 2);
}
static void true_officer (Base *b)
{
  leave (b, 3, PATAL_WITHOUT_OFFICER);
  black_out (b, PATAL_PLAN_OFFICER, 0, 4, 19);
}
static void true_busy (Base *b)
{
  leave (b, 3, PATAL_WITHOUT_TRAINER_BUSY);
  b->trainers[0].most_days = 4;
  b->trainers[1].most_days = 4;
}
static void false_busy (Base *b)
{
  true_busy (b);
  b->trainers[1].most_days = 5;
}
static void true_no_trainer (Base *b)
{
  leave (b, 7, PATAL_WITHOUT_NO_TRAINER);
  b->trainers[2].modules = 1;
}
static void true_pred (Base *b)
{
  black_out (b, PATAL_PLAN_UNIT, 2, 0, 19);
  leave (b, 2, PATAL_WITHOUT_WINDOW);
  leave (b, 3, PATAL_WITHOUT_PRED);
}
static void false_pred (Base *b)
{
  true_pred (b);
  b->without[3] = PATAL_WITHOUT_WINDOW;
}

/* --- Re-planning --- */

static void nothing_changed (Base *b) { replan (b, 2); }
static void frozen_covered (Base *b) /* a new blackout on what has been */
{
  replan (b, 2);
  black_out (b, PATAL_PLAN_STATE, 0, 0, 2);
}
static void frozen_restaffed (Base *b)
{
  replan (b, 0);
  b->old_team[8] = 3;
}
static void into_the_past (Base *b)
{
  replan (b, 1);
  b->old_start[7] = 4;
}
static void moved (Base *b)
{
  replan (b, 0);
  b->start[7] = 3;
}
static void restaffed (Base *b)
{
  replan (b, 0);
  b->data.rules.most_run = 6;
  b->team[4] = 0;
}

static const struct
{
  const char *name;
  void (*change) (Base *base);
  const char *rules; /* that are broken then */
} cases[] = {
  { "none", none, "" },
  { "C1 nobody", nobody, "C1" },
  { "C1 forgotten", forgotten, "C1" },
  { "C2 batch_max", too_many, "C2" },
  { "C2 seats", too_few_seats, "C2" },
  { "C3", too_few, "C3" },
  { "C3 alone", few_but_alone, "" },
  { "C4", other_block, "C4" },
  { "C4 cross_block", other_block_may, "" },
  { "C4 other district", other_district, "C4" },
  { "C5", too_far, "C5" },
  { "C5 near", near_enough, "" },
  { "C5 unknown", far_but_unknown, "" },
  { "C5 road", by_road, "C5" },
  { "C6", no_days_at_venue, "C6 H3" },
  { "C6 just", just_days_at_venue, "" },
  { "C7 fewer", fewer_than_wanted, "C7" },
  { "C7 more", more_than_wanted, "C7" },
  { "C7 note", more_with_note, "" },
  { "C8", no_venue, "C7 C8" },
  { "C9", would_fit, "C9" },
  { "C9 full", would_not_fit, "" },
  { "H2", behind_the_end, "H2" },
  { "H2 own window", before_own_window, "H2" },
  { "H3 Sunday", on_sunday, "H3" },
  { "H3 unit", unit_away, "H3" },
  { "H3 district", district_away, "H3" },
  { "H3 other days", other_district_away, "" },
  { "H4", halls_full, "H4" },
  { "H4 two halls", two_halls, "" },
  { "H5 none", no_team, "H5" },
  { "H5 many", team_too_large, "H5" },
  { "H5 twice", same_twice, "H5 H6" },
  { "H5 qualified", not_qualified, "H5" },
  { "H6", double_booked, "H6" },
  { "H7", trainer_away, "H7" },
  { "H8", too_long, "H8" },
  { "H9", too_often, "H9" },
  { "H9 enough", often_enough, "" },
  { "H10 block", out_of_scope, "H10" },
  { "H10 in district", in_scope, "" },
  { "H10 district", other_district_trainer, "H10" },
  { "H10 state", all_in_scope, "" },
  { "H10 far", trainer_far, "H10" },
  { "H11 away", officer_away, "H11" },
  { "H11 second day", officer_away_later, "" },
  { "H11 all days", officer_away_all, "H11" },
  { "H11 twice", officer_twice, "H11" },
  { "H12", unit_twice, "H12" },
  { "H13 order", wrong_order, "H13" },
  { "H13 gap", too_soon, "H13" },
  { "H14 could start", could_start, "H14" },
  { "H14 no reason", no_reason, "H14" },
  { "H14 overlap", true_overlap, "" },
  { "H14 no window", false_window, "H14" },
  { "H14 window", true_window, "" },
  { "H14 officer", true_officer, "" },
  { "H14 busy", true_busy, "" },
  { "H14 not busy", false_busy, "H14" },
  { "H14 no trainer", true_no_trainer, "" },
  { "H14 pred", true_pred, "" },
  { "H14 not pred", false_pred, "H14" },
  { "H15 nothing", nothing_changed, "" },
  { "H15 covered", frozen_covered, "" },
  { "H15 restaffed", frozen_restaffed, "H15" },
  { "H15 past", into_the_past, "H15" },
  { "H15 moved", moved, "" },
  { "H15 other trainers", restaffed, "" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Verdict) verdict = { 0 };
      g_autofree char *rules = NULL, *all = NULL;
      Base base;

      base_init (&base);
      cases[i].change (&base);
      verdict = check (&base);
      rules = rules_of (&verdict);
      all = verdict_describe (&verdict);
      if (!g_str_equal (rules, cases[i].rules))
        {
          g_test_message ("%s: %s", cases[i].name, all);
          g_test_fail ();
        }
    }
}

static void
test_objectives (void)
{
  g_auto (Verdict) verdict = { 0 }, changed = { 0 };
  Base base;

  base_init (&base);
  base.trainers[2].place.lat = 22.1;
  verdict = check (&base);
  g_assert_cmpint (verdict.objectives.f0, ==, 0);
  g_assert_cmpint (verdict.objectives.f1, ==, 5 * 2000);
  g_assert_cmpint (verdict.objectives.f2, ==, 0);
  g_assert_cmpint (verdict.objectives.z0, ==, 0);
  g_assert_cmpint (verdict.objectives.z1, ==, 6 + 3);
  g_assert_cmpint (verdict.objectives.z2, ==, 6 + 3 + 3);
  g_assert_cmpint (verdict.objectives.z3, ==, 2 * 2 * 11120);

  base_init (&base);
  moved (&base);
  base.team[4] = 0;
  would_fit (&base);
  leave (&base, 3, PATAL_WITHOUT_VENUE);
  changed = check (&base);
  g_assert_cmpint (changed.objectives.f0, ==, 3);
  g_assert_cmpint (changed.objectives.z0, ==, 8);
  g_assert_cmpint (changed.objectives.r1, ==, 1);
  g_assert_cmpint (changed.objectives.r2, ==, 1);
  g_assert_cmpint (changed.objectives.r3, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-checker/rules", test_rules);
  g_test_add_func ("/plan-checker/objectives", test_objectives);
  return g_test_run ();
}
