/* test-plan-reasons.c: why someone or something stays out: each reason is provoked, given by the planner, and true
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-words.h"
#include "patal-test-folder.h"
#include "plan-generator.h"
#include "plan-solved.h"
#include <string.h>

/* Two units of ten persons in one block, so two clusters in one hall house; one module of a day, two trainers, four days from a Monday on. All find
 * their place. */
typedef struct
{
  PatalPlanData    data;
  PatalPlanBlock   blocks[2];
  PatalPlanUnit    units[6];
  PatalPlanVenue   venues[2];
  PatalPlanModule  modules[3];
  PatalPlanTrainer trainers[2];
  PatalPlanSpan    windows[1], blackouts[6];
  int              today; /* re-planning, where nothing was planned before; -1: no */
} Base;

#define MONDAY (patal_day_from_ymd (2021, 4, 5))
#define HERE   { 22, 78 }

static void
base_init (Base *base)
{
  *base = (Base) {
    .blocks = { { 0, HERE, 0, 0, PATAL_ATTEND_NONE }, { 0, HERE, 0, -1, PATAL_ATTEND_NONE } },
    .units = { { 0, HERE, 10 }, { 0, HERE, 10 } },
    .venues = { { 0, -1, HERE, 20, 2, 0 }, { 0, -1, HERE, 20, 2, 0 } },
    .modules = { { 1, 1, 0 }, { 1, 1, 0 }, { 1, 1, 0 } },
    .trainers = { { 0, HERE, 7, -1 }, { 0, HERE, 7, -1 } },
    .windows = { { PATAL_PLAN_STATE, 0, { MONDAY, MONDAY + 3 } } },
    .today = -1,
  };
  base->data = (PatalPlanData) {
    .rules = { .batch_min = 5, .batch_max = 10, .batch_fill = 100, .detour_pct = 100, .rank_metres = 2000, .most_run = 6,
               .trainer_scope = PATAL_PLAN_DISTRICT, .gap_days = 1, .weekly_off = PATAL_WEEKDAYS (PATAL_SUNDAY), .today = PATAL_DAY_NONE },
    .n_districts = 1, .n_officers = 1, .n_blocks = 1, .n_units = 2, .n_venues = 1, .n_modules = 1, .n_trainers = 2, .n_windows = 1,
    .blocks = base->blocks, .units = base->units, .venues = base->venues, .modules = base->modules, .trainers = base->trainers,
    .windows = base->windows, .blackouts = base->blackouts,
  };
}

static void
black_out (Base *b, PatalPlanScope scope, int of, int from, int to)
{
  b->blackouts[b->data.n_blackouts++] = (PatalPlanSpan) { scope, of, { MONDAY + from, MONDAY + to } };
}

/* --- Batches without a date --- */

static void none (Base *b G_GNUC_UNUSED) {}
static void unit_away (Base *b) { black_out (b, PATAL_PLAN_UNIT, 0, 0, 3); }
static void module_too_long (Base *b) /* three days, but the second is off */
{
  b->modules[0].days = 3;
  b->venues[0].halls = 20;
  black_out (b, PATAL_PLAN_BLOCK, 0, 1, 1);
}
static void nobody_teaches (Base *b) { b->data.n_trainers = 0; }
static void one_teaches (Base *b) { b->modules[0].team = 3; }
static void too_far_to_teach (Base *b)
{
  b->data.rules.trainer_most_metres = 1000;
  b->trainers[0].place.lat = 22.1;
  b->trainers[1].place.lat = 22.1;
}
static void chain (Base *b) /* nobody teaches the first module */
{
  b->data.n_modules = 2;
  b->modules[1].after = 1;
  b->trainers[0].modules = b->trainers[1].modules = 2;
}
static void long_chain (Base *b)
{
  chain (b);
  b->data.n_modules = 3;
  b->modules[2].after = 2;
}
static void one_day_for_two (Base *b)
{
  b->data.n_modules = 2;
  black_out (b, PATAL_PLAN_UNIT, 0, 1, 3);
}
static void too_soon_after (Base *b) /* four days, and four between */
{
  b->data.n_modules = 2;
  b->modules[1].after = 1;
  b->data.rules.gap_days = 4;
}
static void three_days_and_one (Base *b) /* one hall, two days each: Monday to Wednesday, Friday */
{
  b->modules[0].days = 2;
  b->venues[0].halls = 1;
  b->windows[0].span.to = MONDAY + 4;
  black_out (b, PATAL_PLAN_STATE, 0, 3, 3);
}
static void one_day_only (Base *b) { black_out (b, PATAL_PLAN_STATE, 0, 1, 3); }
static void one_officer (Base *b)
{
  one_day_only (b);
  b->blocks[0].attend = PATAL_ATTEND_ALL;
}
static void officer_away (Base *b)
{
  b->blocks[0].attend = PATAL_ATTEND_FIRST;
  black_out (b, PATAL_PLAN_OFFICER, 0, 0, 3);
}
static void too_late (Base *b) { b->today = 3; }
static void nearly_too_late (Base *b) { b->today = 2; }
static void one_trainer (Base *b)
{
  one_day_only (b);
  b->data.n_trainers = 1;
}
static void tired_trainer (Base *b)
{
  b->data.n_trainers = 1;
  b->trainers[0].most_days = 1;
}
static void short_run (Base *b) /* one trainer, two modules for each: two days, a day off, and one more */
{
  b->data.n_trainers = 1;
  b->data.n_modules = 2;
  b->data.rules.most_run = 2;
}
static void ill_trainers (Base *b)
{
  black_out (b, PATAL_PLAN_TRAINER, 0, 0, 3);
  black_out (b, PATAL_PLAN_TRAINER, 1, 0, 3);
}
static void mostly_officer (Base *b) /* away on three days; on the fourth the trainers are */
{
  officer_away (b);
  b->blackouts[0].span.to = MONDAY + 2;
  black_out (b, PATAL_PLAN_TRAINER, 0, 3, 3);
  black_out (b, PATAL_PLAN_TRAINER, 1, 3, 3);
}
static void mostly_trainers (Base *b)
{
  mostly_officer (b);
  b->blackouts[0].span.to = MONDAY;
  b->blackouts[1].span.from = b->blackouts[2].span.from = MONDAY + 1;
}
static void as_often (Base *b)
{
  mostly_trainers (b);
  b->blackouts[0].span.to = MONDAY + 1;
}

static const struct
{
  const char *name;
  void (*change) (Base *base);
  const char *reasons; /* of all batches, sorted; "-" for one that has a date */
} batch_cases[] = {
  { "all find their place", none, "- -" },
  { "a unit is away on all days", unit_away, "- WINDOW" },
  { "no run of days is long enough", module_too_long, "WINDOW WINDOW" },
  { "there is no trainer", nobody_teaches, "NO_TRAINER NO_TRAINER" },
  { "there are fewer trainers than a team has", one_teaches, "NO_TRAINER NO_TRAINER" },
  { "trainers live too far away", too_far_to_teach, "NO_TRAINER NO_TRAINER" },
  { "the module before has no date", chain, "NO_TRAINER NO_TRAINER PRED PRED" },
  { "nor the one before that", long_chain, "NO_TRAINER NO_TRAINER PRED PRED PRED PRED" },
  { "a unit has one day for two modules", one_day_for_two, "- - - OVERLAP" },
  { "the window ends before the gap does", too_soon_after, "- - OVERLAP OVERLAP" },
  { "the hall is taken", three_days_and_one, "- VENUE" },
  { "the officer is needed twice a day", one_officer, "- OFFICER" },
  { "the officer is away", officer_away, "OFFICER OFFICER" },
  { "today is the last day", too_late, "FROZEN FROZEN" },
  { "today is the last but one", nearly_too_late, "- -" },
  { "one trainer for two batches a day", one_trainer, "- TRAINER_BUSY" },
  { "the trainer has taught enough", tired_trainer, "- TRAINER_BUSY" },
  { "the trainer needs a day off", short_run, "- - - TRAINER_BUSY" },
  { "the trainers are ill", ill_trainers, "TRAINER_BUSY TRAINER_BUSY" },
  { "two reasons, the first on more days", mostly_officer, "OFFICER OFFICER" },
  { "two reasons, the second on more days", mostly_trainers, "TRAINER_BUSY TRAINER_BUSY" },
  { "two reasons on as many days", as_often, "OFFICER OFFICER" },
};

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) */
static char *
sorted_words (GPtrArray *words)
{
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

static void
assert_nothing_broken (const Solved *solved, const PatalSchedule *old, const char *name)
{
  g_auto (Verdict) verdict = solved_judge (solved, old);
  g_autofree char *faults = verdict_describe (&verdict);

  if (verdict.violations->len > 0)
    {
      g_test_message ("%s: %s", name, faults);
      g_test_fail ();
    }
}

static void
test_batches (void)
{
  guint seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (batch_cases); i++)
    {
      g_auto (Solved) solved = { NULL };
      g_autoptr (GPtrArray) words = g_ptr_array_new ();
      g_autoptr (PatalSchedule) old = NULL;
      g_autofree char *reasons = NULL;
      Base base;

      base_init (&base);
      batch_cases[i].change (&base);
      base.data.rules.today = base.today >= 0 ? MONDAY + base.today : PATAL_DAY_NONE;
      solved_init (&solved, &base.data);
      solved_cluster (&solved, 1, 100);
      g_assert_cmpint (solved.clusters->n, ==, 2);
      old = base.today >= 0 ? patal_schedule_new (&base.data, solved.clusters) : NULL;
      if (old != NULL)
        solved_replan (&solved, old, 1, 20);
      else
        solved_schedule (&solved, 1, 20);
      for (int b = 0; b < solved.schedule->n; b++)
        {
          PatalWithout without = solved.schedule->without[b];

          g_assert_true ((without == PATAL_WITHOUT_NOT) == (solved.schedule->start[b] >= 0));
          seen |= 1u << without;
          g_ptr_array_add (words, (char *) (without == PATAL_WITHOUT_NOT ? "-" : patal_plan_without_code (without)));
        }
      reasons = sorted_words (words);
      if (!g_str_equal (reasons, batch_cases[i].reasons))
        {
          g_test_message ("%s: %s", batch_cases[i].name, reasons);
          g_test_fail ();
        }
      assert_nothing_broken (&solved, old, batch_cases[i].name);
    }
  g_assert_cmpuint (seen, ==, (2u << PATAL_WITHOUT_TRAINER_BUSY) - 1); /* every one */
}

/* --- Units in no cluster, and groups that cannot be divided --- */

static void three_for_two (Base *b) /* the house has two uses for three units of six */
{
  b->data.n_units = 3;
  for (int u = 0; u < 3; u++)
    b->units[u] = (PatalPlanUnit) { 0, HERE, 6 };
  black_out (b, PATAL_PLAN_STATE, 0, 1, 3);
}
static void one_large (Base *b) { b->units[1].heads = 11; }
static void one_far (Base *b)
{
  b->data.rules.most_metres = 5000;
  b->units[1].place.lat = 22.1;
}
static void far_by_road (Base *b)
{
  static PatalPlanRoad road = { PATAL_PLAN_UNIT, 1, 0, 5001 };

  b->data.rules.most_metres = 5000;
  b->data.roads = &road;
  b->data.n_roads = 1;
}
static void no_venue (Base *b) { b->data.n_venues = 0; }
static void no_day_at_venue (Base *b) { black_out (b, PATAL_PLAN_VENUE, 0, 0, 3); }
static void few_seats (Base *b)
{
  b->venues[0].seats = 9;
  b->units[1].heads = 5;
}
static void seats_out_of_reach (Base *b) /* those in reach have eight seats, the others are too far away */
{
  few_seats (b);
  b->data.n_venues = 2;
  b->data.rules.most_metres = 5000;
  b->venues[1].place.lat = 22.1;
}
static void not_to_divide (Base *b) /* 14 persons, batches of 9 to 10 */
{
  b->data.rules.batch_min = 9;
  b->units[0].heads = b->units[1].heads = 7;
}
static void units_too_lumpy (Base *b) /* 18 persons in batches of 8 to 10 would do, three units of six will not */
{
  b->data.n_units = 3;
  b->data.rules.batch_min = 8;
  for (int u = 0; u < 3; u++)
    b->units[u] = (PatalPlanUnit) { 0, HERE, 6 };
}
static void too_few_uses (Base *b) /* two clusters wanted, one day and one hall */
{
  one_day_only (b);
  b->venues[0].halls = 1;
}
static void small_batches (Base *b) /* likewise, as batches are meant to be half full; one full batch is better than none */
{
  too_few_uses (b);
  b->data.rules.batch_fill = 50;
  b->units[0].heads = b->units[1].heads = 5;
}
static void raised (Base *b) /* three units of six do not fit into two batches of ten */
{
  b->data.n_units = 3;
  for (int u = 0; u < 3; u++)
    b->units[u] = (PatalPlanUnit) { 0, HERE, 6 };
}
static void below_least (Base *b) /* all together fewer than a batch should have */
{
  b->data.rules.batch_min = 9;
  b->units[0].heads = 4;
  b->units[1].heads = 3;
}
static void nobody (Base *b) { b->units[1].heads = 0; }

static const struct
{
  const char *name;
  void (*change) (Base *base);
  const char *left;    /* of all units, sorted; "-" for one that is in a cluster or has nobody to train */
  const char *finding; /* its sentence begins so; NULL: there is none */
} unit_cases[] = {
  { "all find their place", none, "- -", NULL },
  { "nobody is no reason", nobody, "- -", NULL },
  { "more persons than a batch has", one_large, "- LARGE", NULL },
  { "farther than max_km", one_far, "- FAR", NULL },
  { "farther than max_km by road", far_by_road, "- FAR", NULL },
  { "there is no venue", no_venue, "FAR FAR", NULL },
  { "the venue has no day", no_day_at_venue, "FAR FAR", NULL },
  { "no venue has the seats", few_seats, "- SEATS", NULL },
  { "none in reach has the seats", seats_out_of_reach, "- SEATS", NULL },
  { "three units, room for two clusters", three_for_two, "- - FULL", NULL },
  { "persons that do not divide", not_to_divide, "DIVIDED DIVIDED",
    "Block B0: 14 persons do not divide into batches of 9 to 10; 2 batches would have 7 each. Lower the minimum to 7." },
  { "units that do not divide", units_too_lumpy, "DIVIDED DIVIDED DIVIDED",
    "Block B0: no division of 18 persons into 2 batches was found." },
  { "venues without seats enough", too_few_uses, "- FULL", "Block B0: its venues have seats for 10 persons in all their usable days, and 20 are to be trained" },
  { "venues without days enough", small_batches, "- -", "Block B0: its venues have room for 1 batch in all their usable days, and 2 are needed." },
  { "more clusters than wanted", raised, "- - -", "Block B0: 3 batches instead of 2" },
  { "all together fewer than batch_min", below_least, "- -", NULL },
};

/* What a person reads: the ids, and numbers, are those of the files. (transfer full), or NULL. */
static char *
words_of_finding (const Base *base, const PatalClusters *clusters)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("patal-reasons-XXXXXX", &error);
  g_autoptr (PatalPlanFiles) files = NULL;

  if (clusters->findings->len == 0)
    return NULL;
  g_assert_no_error (error);
  plan_write_files (&base->data, folder, "");
  files = patal_plan_files_read (folder, NULL, &error);
  g_assert_no_error (error);
  patal_test_remove_folder (folder);
  return patal_plan_finding_words (files, &g_array_index (clusters->findings, PatalClustersFinding, 0));
}

static void
test_units (void)
{
  guint seen = 0, found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (unit_cases); i++)
    {
      g_auto (Solved) solved = { NULL };
      g_autoptr (GPtrArray) words = g_ptr_array_new ();
      g_autofree char *left = NULL, *finding = NULL;
      Base base;

      base_init (&base);
      unit_cases[i].change (&base);
      solved_init (&solved, &base.data);
      solved_cluster (&solved, 1, 300);
      for (int u = 0; u < base.data.n_units; u++)
        {
          PatalLeft why = solved.clusters->left[u];

          g_assert_true ((why == PATAL_LEFT_NOT) == (solved.clusters->cluster[u] >= 0 || base.units[u].heads == 0));
          seen |= 1u << why;
          g_ptr_array_add (words, (char *) (why == PATAL_LEFT_NOT ? "-" : patal_plan_left_code (why)));
        }
      for (guint k = 0; k < solved.clusters->findings->len; k++)
        found |= 1u << g_array_index (solved.clusters->findings, PatalClustersFinding, k).code;
      left = sorted_words (words);
      finding = words_of_finding (&base, solved.clusters);
      if (!g_str_equal (left, unit_cases[i].left) || (finding == NULL) != (unit_cases[i].finding == NULL)
          || (finding != NULL && !g_str_has_prefix (finding, unit_cases[i].finding)))
        {
          g_test_message ("%s: %s; %s", unit_cases[i].name, left, finding);
          g_test_fail ();
        }
      assert_nothing_broken (&solved, NULL, unit_cases[i].name);
    }
  g_assert_cmpuint (seen, ==, (2u << PATAL_LEFT_FULL) - 1); /* every one */
  g_assert_cmpuint (found, ==, (2u << PATAL_CLUSTERS_VENUES) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-reasons/batches", test_batches);
  g_test_add_func ("/plan-reasons/units", test_units);
  return g_test_run ();
}
