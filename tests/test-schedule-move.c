/* test-schedule-move.c: single moves on many plans, against the checker, which looks at everything
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-move.h"
#include "plan-checker.h"
#include "plan-generator.h"
#include "plan-lot.h"
#include <stdlib.h>
#include <time.h>

#define N_RULES (PATAL_RULE_H15 + 1)
#define MOVES 40

static const char *const rule_names[N_RULES] = { "C2", "C4", "C5", "C6", "C9",  "H2",  "H3",  "H4",  "H5",
                                                 "H6", "H7", "H8", "H9", "H10", "H11", "H12", "H13", "H15" };

typedef struct
{
  PatalPlanData data;
  PatalPlanMap map;
  PatalPlanDays days;
  PatalClusters *clusters;
  PatalSchedule *schedule;
  gboolean replans; /* the schedule is also the one before */
} Problem;

/* How many there are in the environment, or @usual. */
static int
how_many (int usual)
{
  const char *wanted = g_getenv ("PATAL_PLAN_PROBLEMS");

  return wanted != NULL ? atoi (wanted) : usual;
}

static void
problem_plan (Problem *self, guint64 steps)
{
  g_autoptr (GError) error = NULL;

  patal_plan_map_init (&self->map, &self->data);
  patal_plan_days_init (&self->days, &self->data);
  self->clusters = patal_clusters_find (&self->map, &self->days, NULL, 1, 30, 1, NULL, &error);
  g_assert_no_error (error);
  self->schedule
      = patal_schedule_find (&self->map, &self->days, self->clusters, NULL, 1, steps, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
problem_init (Problem *self, guint64 number)
{
  self->data = plan_generate (number);
  problem_plan (self, 1);
  self->replans = number % 3 == 0 && self->days.n_days > 10;
  if (self->replans)
    self->data.rules.today = self->days.first + (int) (number % 10);
}

static void
problem_clear (Problem *self)
{
  patal_schedule_free (self->schedule);
  patal_clusters_free (self->clusters);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
  patal_plan_data_clear (&self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

/* --- Moves by lot --- */

/* Mostly a team that may be, sometimes any. */
static int
draw_team (const Problem *self, Lot *lot, int batch, int *team)
{
  int want = self->data.modules[batch % self->data.n_modules].team, n = 0;
  gboolean any = draw (lot, 10) == 0;

  if (draw (lot, 12) == 0)
    want = draw (lot, self->schedule->room + 1);
  for (int tries = 0; n < want && tries < 60 && self->data.n_trainers > 0; tries++)
    {
      int trainer = draw (lot, self->data.n_trainers);
      gboolean fit = any || (self->data.trainers[trainer].modules >> (batch % self->data.n_modules) & 1);

      for (int i = 0; i < n; i++)
        fit &= team[i] != trainer;
      if (fit)
        team[n++] = trainer;
    }
  return n;
}

/* @now: the plan as it stands. @team has room for one. */
static PatalMove
draw_move (const Problem *self, Lot *lot, const PatalSchedule *now, int *team)
{
  PatalMove move = { .batch = draw (lot, now->n), .venue = -1, .team = team };
  int was = now->start[move.batch];

  move.day = draw (lot, 15) == 0              ? -1
             : was >= 0 && draw (lot, 2) == 0 ? was - 3 + draw (lot, 7)
                                                : draw (lot, self->days.n_days);
  move.day = CLAMP (move.day, -1, self->days.n_days - 1);
  if (was >= 0 && draw (lot, 2) == 0)
    while (move.n_team < now->room && now->team[(gsize) move.batch * now->room + move.n_team] >= 0)
      {
        team[move.n_team] = now->team[(gsize) move.batch * now->room + move.n_team];
        move.n_team++;
      }
  else
    move.n_team = draw_team (self, lot, move.batch, team);
  if (!self->replans
      && draw (lot, 4) == 0) /* the checker takes no offence where one that has begun goes elsewhere */
    {
      int block = self->data.venues[self->clusters->venue[move.batch / self->data.n_modules]].block,
          tries = 0;

      do
        move.venue = draw (lot, self->data.n_venues);
      while (self->data.venues[move.venue].block != block && draw (lot, 8) > 0 && tries++ < 50);
    }
  return move;
}

/* --- Both verdicts --- */

/* What the checker says of @schedule at @venues; @broken: of each rule. */
static Objectives
check (const Problem *self, const PatalSchedule *schedule, const int *venues, gboolean *broken)
{
  g_autofree gboolean *excused = g_new (gboolean, self->data.n_units + 1),
                      *raised = g_new0 (gboolean, MAX (self->data.n_blocks, self->data.n_districts) + 1);
  g_auto (Verdict) verdict = { 0 };

  for (int u = 0; u <= self->data.n_units; u++)
    excused[u] = TRUE;
  verdict
      = plan_check (&self->data, &(CheckedPlan) { .n = self->clusters->n,
                                                 .venue = venues,
                                                 .cluster = self->clusters->cluster,
                                                 .excused = excused,
                                                 .raised = raised,
                                                 .room = schedule->room,
                                                 .start = schedule->start,
                                                 .team = schedule->team,
                                                 .without = schedule->without,
                                                 .old_start = self->replans ? self->schedule->start : NULL,
                                                 .old_team = self->replans ? self->schedule->team : NULL });
  for (int r = 0; r < N_RULES; r++)
    broken[r] = verdict_has (&verdict, rule_names[r]);
  return verdict.objectives;
}

static void
assert_objectives (const PatalMoveOutcome *outcome, const Objectives *said)
{
  g_assert_cmpint (outcome->person_metres, ==, said->f1);
  g_assert_cmpint (outcome->farthest_metres, ==, said->f2);
  g_assert_cmpint (outcome->worth.heads_without, ==, said->z0);
  g_assert_cmpint (outcome->worth.makespan_days, ==, said->z1);
  g_assert_cmpint (outcome->worth.block_days, ==, said->z2);
  g_assert_cmpint (outcome->worth.travel_metres, ==, said->z3);
  g_assert_cmpint (outcome->worth.moved, ==, said->r1);
  g_assert_cmpint (outcome->worth.restaffed, ==, said->r2);
  g_assert_cmpint (outcome->worth.shifted_days, ==, said->r3);
}

/* The plan after the move, by hand; (transfer full) both. */
static PatalSchedule *
moved_by_hand (const PatalSchedule *now, const PatalMove *move, const int *venues, int n_clusters,
               int n_modules, int **new_venues)
{
  PatalSchedule *after = patal_schedule_copy (now);

  *new_venues = g_memdup2 (venues, MAX (n_clusters, 1) * sizeof (int));
  if (move->venue >= 0)
    (*new_venues)[move->batch / n_modules] = move->venue;
  after->start[move->batch] = move->day;
  for (int i = 0; i < now->room; i++)
    after->team[(gsize) move->batch * now->room + i] = move->day >= 0 && i < move->n_team ? move->team[i] : -1;
  return after;
}

static gboolean
covers (const PatalSchedule *plan, const Problem *self, int batch, int day)
{
  return plan->start[batch] >= 0 && day >= plan->start[batch]
         && day < plan->start[batch] + self->data.modules[batch % self->data.n_modules].days;
}

static gboolean
teaches (const PatalSchedule *plan, int batch, int trainer)
{
  for (int i = 0; i < plan->room; i++)
    if (plan->team[(gsize) batch * plan->room + i] == trainer)
      return TRUE;
  return FALSE;
}

/* The blackout that is named is of the thing, and on the day. */
static void
assert_blackout (const Problem *self, const PatalBreak *it)
{
  const PatalPlanSpan *blackout = &self->data.blackouts[it->blackout];

  g_assert_cmpint (blackout->scope, ==, it->scope);
  g_assert_true (it->scope == PATAL_PLAN_STATE || blackout->of == it->of);
  g_assert_true (blackout->span.from <= self->days.first + it->day
                 && blackout->span.to >= self->days.first + it->day);
}

/* What a break names is so, in the plan @after. */
static void
assert_named (const Problem *self, const PatalBreak *it, const PatalSchedule *after, const int *venues)
{
  gboolean blackout = it->blackout >= 0;

  if (blackout)
    assert_blackout (self, it);
  switch (it->rule)
    {
    case PATAL_RULE_H3:
      g_assert_true (covers (after, self, it->batch, it->day));
      g_assert_true (
          blackout
          || (PATAL_WEEKDAYS (patal_day_weekday (self->days.first + it->day)) & self->data.rules.weekly_off));
      break;
    case PATAL_RULE_H4:
      g_assert_cmpint (venues[it->other / self->data.n_modules], ==, it->of);
      g_assert_true (covers (after, self, it->batch, it->day) && covers (after, self, it->other, it->day));
      g_assert_cmpint (it->number, >, it->limit);
      break;
    case PATAL_RULE_H6:
      g_assert_true (teaches (after, it->batch, it->of) && teaches (after, it->other, it->of)
                     && it->batch != it->other);
      g_assert_true (covers (after, self, it->batch, it->day) && covers (after, self, it->other, it->day));
      break;
    case PATAL_RULE_H7:
      g_assert_true (blackout && teaches (after, it->batch, it->of)
                     && covers (after, self, it->batch, it->day));
      break;
    case PATAL_RULE_H11:
      g_assert_true (covers (after, self, it->batch, it->day) && blackout != (it->other >= 0));
      g_assert_true (it->other < 0 || covers (after, self, it->other, it->day));
      break;
    case PATAL_RULE_H12:
      g_assert_true (covers (after, self, it->batch, it->day) && covers (after, self, it->other, it->day));
      g_assert_cmpint (self->clusters->cluster[it->of], ==, it->other / self->data.n_modules);
      break;
    case PATAL_RULE_H13:
      g_assert_true (self->data.modules[it->batch % self->data.n_modules].after
                         >> (it->other % self->data.n_modules)
                     & 1);
      g_assert_true (it->day < 0 ? after->start[it->other] < 0 : after->start[it->batch] < it->day);
      break;
    case PATAL_RULE_C2:
    case PATAL_RULE_C5:
    case PATAL_RULE_C6:
    case PATAL_RULE_H8:
    case PATAL_RULE_H9:
      g_assert_cmpint (it->number, >, it->limit);
      break;
    case PATAL_RULE_C4:
    case PATAL_RULE_C9:
    case PATAL_RULE_H2:
    case PATAL_RULE_H5:
    case PATAL_RULE_H10:
    case PATAL_RULE_H15:
    default:
      break;
    }
}

static void
note_rules (const PatalMoveOutcome *outcome, gboolean *broken)
{
  for (guint i = 0; i < outcome->breaks->len; i++)
    broken[g_array_index (outcome->breaks, PatalBreak, i).rule] = TRUE;
}

/* Asks @move of a plan that breaks no rule; whether it breaks none either. */
static gboolean
try_move (const Problem *self, PatalMover *mover, const PatalMove *move, int *seen)
{
  const PatalMoveOutcome *outcome = patal_mover_ask (mover, move);
  gboolean said[N_RULES] = { FALSE }, found[N_RULES] = { FALSE };
  g_autofree int *venues = NULL;
  g_autoptr (PatalSchedule) after
      = moved_by_hand (patal_mover_schedule (mover), move, patal_mover_venues (mover), self->clusters->n,
                       self->data.n_modules, &venues);
  Objectives objectives = check (self, after, venues, said);

  note_rules (outcome, found);
  for (int r = 0; r < N_RULES; r++)
    {
      seen[r] += found[r];
      if (found[r] != said[r])
        {
          g_test_message ("batch %d, day %d, venue %d: %s is %s", move->batch, move->day, move->venue,
                          rule_names[r], found[r] ? "said, and is not broken" : "broken, and is not said");
          g_test_fail ();
        }
    }
  assert_objectives (outcome, &objectives);
  for (guint i = 0; i < outcome->breaks->len; i++)
    assert_named (self, &g_array_index (outcome->breaks, PatalBreak, i), after, venues);
  return outcome->breaks->len == 0;
}

/* Questions, and now and then a move that breaks nothing. */
static void
test_questions (void)
{
  int seen[N_RULES] = { 0 }, n_asked = 0, n_made = 0;

  for (int number = 0; number < how_many (150); number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      g_autoptr (PatalMover) mover = NULL;
      g_autofree int *team = NULL;
      Lot lot = { 88172645463325252 + (guint64) number };

      problem_init (&problem, (guint64) number);
      mover = patal_mover_new (&problem.map, &problem.days, problem.clusters, problem.schedule,
                               problem.replans ? problem.schedule : NULL);
      team = g_new (int, problem.schedule->room + 1);
      for (int i = 0; i < MOVES && problem.schedule->n > 0; i++)
        {
          PatalMove move = draw_move (&problem, &lot, patal_mover_schedule (mover), team);

          n_asked++;
          if (try_move (&problem, mover, &move, seen))
            {
              patal_mover_make (mover, &move);
              n_made++;
            }
        }
      if (g_test_failed ())
        g_test_message ("problem %d", number);
    }
  g_test_message ("%d asked, %d of them made", n_asked, n_made);
  for (int r = 0; r < N_RULES; r++)
    {
      g_test_message ("%s: %d times", rule_names[r], seen[r]);
      g_assert_cmpint (seen[r], >, 0);
    }
}

/* --- Moves that break rules --- */

/* Asked where it is, each batch of a plan tells its own part of what is broken in all. */
static void
assert_all_told (const Problem *self, PatalMover *mover)
{
  const PatalSchedule *now = patal_mover_schedule (mover);
  gboolean said[N_RULES] = { FALSE }, found[N_RULES] = { FALSE };
  Objectives objectives = check (self, now, patal_mover_venues (mover), said);

  for (int b = 0; b < now->n; b++)
    {
      PatalMove stay
          = { .batch = b, .day = now->start[b], .venue = -1, .team = now->team + (gsize) b * now->room };
      const PatalMoveOutcome *outcome;

      while (stay.n_team < now->room && stay.team[stay.n_team] >= 0)
        stay.n_team++;
      outcome = patal_mover_ask (mover, &stay);
      note_rules (outcome, found);
      assert_objectives (outcome, &objectives);
    }
  for (int r = PATAL_RULE_H2; r < N_RULES; r++)
    if (found[r] != said[r])
      {
        g_test_message ("%s is %s", rule_names[r],
                        found[r] ? "said, and is not broken" : "broken, and is not said");
        g_test_fail ();
      }
}

static void
test_broken (void)
{
  for (int number = 0; number < how_many (100); number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      g_autoptr (PatalMover) mover = NULL;
      g_autofree int *team = NULL;
      Lot lot = { 88172645463325252 + (guint64) number };

      problem_init (&problem, (guint64) number);
      mover = patal_mover_new (&problem.map, &problem.days, problem.clusters, problem.schedule,
                               problem.replans ? problem.schedule : NULL);
      team = g_new (int, problem.schedule->room + 1);
      for (int i = 0; i < 6 && problem.schedule->n > 0; i++)
        {
          PatalMove move = draw_move (&problem, &lot, patal_mover_schedule (mover), team);

          move.day = MIN (move.day, problem.days.n_days
                                        - problem.data.modules[move.batch % problem.data.n_modules].days);
          patal_mover_make (mover, &move);
          if (i % 2 == 1)
            assert_all_told (&problem, mover);
        }
      if (g_test_failed ())
        g_test_message ("problem %d", number);
    }
}

/* --- Time --- */

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* A state's calendar: a question takes no longer than dragging allows. */
static void
test_time (void)
{
  g_auto (Problem) problem = { .data = plan_generate_state (1, 13, 95, 7791, 1) };
  g_autoptr (PatalMover) mover = NULL;
  g_autofree int *team = NULL;
  Lot lot = { 88172645463325252 };
  double begun, longest = 0, all = 0;
  int n = 3000;

  problem_plan (&problem, 0);
  begun = processor_ms ();
  mover = patal_mover_new (&problem.map, &problem.days, problem.clusters, problem.schedule, problem.schedule);
  g_test_message ("%d batches: set up in %.2f ms", problem.schedule->n, processor_ms () - begun);
  team = g_new (int, problem.schedule->room + 1);
  for (int i = 0; i < n; i++)
    {
      PatalMove move = draw_move (&problem, &lot, problem.schedule, team);
      double ms;

      begun = processor_ms ();
      patal_mover_ask (mover, &move);
      ms = processor_ms () - begun;
      longest = MAX (longest, ms);
      all += ms;
    }
  g_test_message ("a question takes %.4f ms, at most %.4f", all / n, longest);
  g_assert_cmpfloat (all / n, <, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-move/questions", test_questions);
  g_test_add_func ("/schedule-move/broken", test_broken);
  g_test_add_func ("/schedule-move/time", test_time);
  return g_test_run ();
}
