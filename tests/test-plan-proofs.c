/* test-plan-proofs.c: what is said to be impossible, and bounds, against the plans that are found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-bound.h"
#include "patal-schedule-findings.h"
#include "plan-exhaustive.h"
#include "plan-generator.h"
#include "plan-solved.h"

typedef struct
{
  PatalPlanData data;
  PatalPlanMap map;
  PatalPlanDays days;
  PatalClusters *clusters;
  PatalSchedule *schedule;
} Problem;

static PatalSchedule *
find (const Problem *self, guint64 steps)
{
  g_autoptr (GError) error = NULL;
  PatalSchedule *schedule
      = patal_schedule_find (&self->map, &self->days, self->clusters, NULL, 1, steps, 1, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static void
problem_read (Problem *self)
{
  g_autoptr (GError) error = NULL;

  patal_plan_map_init (&self->map, &self->data);
  patal_plan_days_init (&self->days, &self->data);
  self->clusters = patal_clusters_find (&self->map, &self->days, NULL, 1, 60, 1, NULL, &error);
  g_assert_no_error (error);
  self->schedule = find (self, 3);
}

static void
problem_forget (Problem *self)
{
  patal_schedule_free (self->schedule);
  patal_clusters_free (self->clusters);
  patal_plan_map_clear (&self->map);
  patal_plan_days_clear (&self->days);
}

static void
problem_init (Problem *self, guint64 number)
{
  self->data = plan_generate (number);
  problem_read (self);
}

static void
problem_clear (Problem *self)
{
  problem_forget (self);
  patal_plan_data_clear (&self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

/* Of few problems, as where each access is watched, not all kinds are among them. */
static gboolean
are_many (int n)
{
  return n >= 60;
}

/* --- Findings --- */

static gboolean
is_meant (const Problem *self, const PatalShort *it, int batch)
{
  int venue = self->clusters->venue[batch / self->data.n_modules], block = self->data.venues[venue].block;

  if (it->code == PATAL_SHORT_CHAIN ? it->of != block
                                    : (it->modules >> (batch % self->data.n_modules) & 1) == 0)
    return FALSE;
  switch (it->scope)
    {
    case PATAL_PLAN_STATE:
      return TRUE;
    case PATAL_PLAN_DISTRICT:
      return self->data.blocks[block].district == it->of;
    case PATAL_PLAN_BLOCK:
      return block == it->of;
    case PATAL_PLAN_VENUE:
      return venue == it->of;
    case PATAL_PLAN_OFFICER:
      return self->data.blocks[block].officer == it->of;
    case PATAL_PLAN_TRAINER:
    case PATAL_PLAN_UNIT:
    default:
      g_assert_not_reached ();
    }
}

static gint64
heads_of (const Problem *self, int cluster)
{
  gint64 heads = 0;

  for (int u = 0; u < self->data.n_units; u++)
    heads += self->clusters->cluster[u] == cluster ? self->data.units[u].heads : 0;
  return heads;
}

/* What is said to stay out does, at least. */
static gboolean
holds (const Problem *self, const PatalShort *it, const PatalSchedule *schedule)
{
  int out = 0;
  gint64 heads = 0;

  for (int b = 0; b < schedule->n; b++)
    if (schedule->start[b] < 0 && is_meant (self, it, b))
      {
        out++;
        heads += heads_of (self, b / self->data.n_modules);
      }
  if (out >= it->out && heads >= it->heads_out)
    return TRUE;
  g_test_message ("code %d, scope %d of %d: %d batches, %" G_GINT64_FORMAT
                  " heads are said to stay out, and %d, %" G_GINT64_FORMAT " do",
                  it->code, it->scope, it->of, it->out, it->heads_out, out, heads);
  return FALSE;
}

static void
test_findings (void)
{
  int n_problems = plan_how_many (150);
  int n[PATAL_SHORT_TRAINERS + 1] = { 0 }, n_tight = 0, n_unsaid = 0;

  for (int number = 0; number < n_problems; number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      g_autoptr (GArray) found = NULL;

      problem_init (&problem, (guint64) number);
      found = patal_schedule_findings (&problem.map, &problem.days, problem.clusters, NULL, NULL);
      for (guint i = 0; i < found->len; i++)
        {
          const PatalShort *it = &g_array_index (found, PatalShort, i);

          n[it->code]++;
          if (it->out < 1 || it->heads_out < 0 || !holds (&problem, it, problem.schedule))
            {
              g_test_message ("problem %d", number);
              g_test_fail ();
            }
          n_tight += it->out > 1;
        }
      for (int b = 0; b < problem.schedule->n && found->len == 0; b++)
        if (problem.schedule->start[b] < 0)
          {
            n_unsaid++;
            break;
          }
    }
  for (int code = 0; code <= PATAL_SHORT_TRAINERS; code++)
    {
      g_test_message ("code %d: %d times", code, n[code]);
      g_assert_true (n[code] > 0 || !are_many (n_problems));
    }
  g_test_message ("%d say more than one batch; %d problems leave batches out of which counting knows nothing",
                  n_tight, n_unsaid);
}

/* --- What would help --- */

/* The best that is found for the same clusters with @more days in all windows, and @trainers more who can all
 * and are always there. */
static PatalSchedule *
find_with (const Problem *self, int more, int trainers, const PatalShort *it)
{
  PatalPlanData data = self->data;
  Problem other = { .clusters = self->clusters };
  PatalSchedule *schedule;

  data.windows = g_memdup2 (data.windows, data.n_windows * sizeof *data.windows);
  for (int i = 0; i < data.n_windows; i++)
    data.windows[i].span.to += more;
  data.trainers = g_new (PatalPlanTrainer, data.n_trainers + trainers + 1);
  memcpy (data.trainers, self->data.trainers, self->data.n_trainers * sizeof *data.trainers);
  for (int t = 0; t < trainers; t++)
    for (int b = 0; b < data.n_blocks; b++)
      if (it->scope == PATAL_PLAN_STATE
          || (it->scope == PATAL_PLAN_DISTRICT ? data.blocks[b].district == it->of : b == it->of))
        {
          data.trainers[data.n_trainers++]
              = (PatalPlanTrainer) { b, data.blocks[b].headquarters, G_MAXUINT64, -1 };
          break;
        }
  other.data = data;
  patal_plan_map_init (&other.map, &other.data);
  patal_plan_days_init (&other.days, &other.data);
  schedule = find (&other, 3);
  patal_plan_map_clear (&other.map);
  patal_plan_days_clear (&other.days);
  g_free (data.windows);
  g_free (data.trainers);
  return schedule;
}

static void
assert_short (const Problem *self, const PatalShort *it, int more, int trainers)
{
  g_autoptr (PatalSchedule) schedule = find_with (self, more, trainers, it);
  PatalShort one = *it;

  one.out = 1;
  one.heads_out = 0;
  one.modules = G_MAXUINT64; /* it may be another that is short then */
  if (!holds (self, &one, schedule))
    {
      g_test_message ("%d more days or %d more trainers are said to be too few", more, trainers);
      g_test_fail ();
    }
}

/* One day less, or one trainer less, than what is said to be needed leaves somebody out. */
static void
test_help (void)
{
  int n_problems = plan_how_many (60);
  int n_days = 0, n_trainers = 0;

  for (int number = 0; number < n_problems; number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      g_autoptr (GArray) found = NULL;

      problem_init (&problem, (guint64) number);
      found = patal_schedule_findings (&problem.map, &problem.days, problem.clusters, NULL, NULL);
      for (guint i = 0; i < found->len; i++)
        {
          const PatalShort *it = &g_array_index (found, PatalShort, i);

          if (it->more_days > 1)
            {
              n_days++;
              assert_short (&problem, it, it->more_days - 1, 0);
            }
          if (it->more_trainers > 1 && it->code == PATAL_SHORT_TRAINERS
              && problem.data.rules.trainer_most_metres == 0)
            {
              n_trainers++;
              assert_short (&problem, it, 0, it->more_trainers - 1);
            }
        }
    }
  g_test_message ("%d times days, %d times trainers", n_days, n_trainers);
  g_assert_true ((n_days > 10 && n_trainers > 5) || !are_many (n_problems));
}

/* --- Seats --- */

static void
test_seats (void)
{
  int n_problems = plan_how_many (150);
  int n = 0;

  for (int number = 0; number < n_problems; number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };

      problem_init (&problem, (guint64) number);
      for (guint i = 0; i < problem.clusters->findings->len; i++)
        {
          const PatalClustersFinding *it
              = &g_array_index (problem.clusters->findings, PatalClustersFinding, i);
          int out = 0;

          if (it->code != PATAL_CLUSTERS_SEATS)
            continue;
          n++;
          for (int u = 0; u < problem.data.n_units; u++)
            if (problem.clusters->group[problem.data.units[u].block] == it->group
                && problem.clusters->cluster[u] < 0)
              out += problem.data.units[u].heads;
          g_assert_cmpint (out, >=, it->heads - it->low);
          g_assert_cmpint (it->heads, >, it->low);
        }
    }
  g_test_message ("%d times", n);
  g_assert_true (n > 0 || !are_many (n_problems));
}

/* --- Bounds --- */

static void
test_bounds (void)
{
  gint64 sum[4] = { 0 };

  for (int number = 0; number < plan_how_many (150); number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      PatalScheduleBound bound;
      PatalScheduleWorth worth;

      problem_init (&problem, (guint64) number);
      bound = patal_schedule_bound (&problem.map, &problem.days, problem.clusters, problem.schedule, NULL,
                                    NULL);
      worth = patal_schedule_worth (&problem.map, &problem.days, problem.clusters, problem.schedule, NULL);
      if (bound.makespan_days > worth.makespan_days || bound.block_days > worth.block_days)
        {
          g_test_message ("problem %d: Z1 %" G_GINT64_FORMAT " below %" G_GINT64_FORMAT
                          ", Z2 %" G_GINT64_FORMAT " below %" G_GINT64_FORMAT,
                          number, worth.makespan_days, bound.makespan_days, worth.block_days,
                          bound.block_days);
          g_test_fail ();
        }
      sum[0] += bound.makespan_days;
      sum[1] += worth.makespan_days;
      sum[2] += bound.block_days;
      sum[3] += worth.block_days;
    }
  g_test_message ("Z1: bounds %" G_GINT64_FORMAT ", found %" G_GINT64_FORMAT "; Z2: bounds %" G_GINT64_FORMAT
                  ", found %" G_GINT64_FORMAT,
                  sum[0], sum[1], sum[2], sum[3]);
  g_assert_cmpint (10 * sum[0], >, 8 * sum[1]); /* a bound of nothing would be none */
}

/* --- Re-planning --- */

/* On day @today the state is closed from some later day on; what began stays, and so does what is pinned. */
static void
close_state (Problem *self, guint64 number, guint8 *pinned)
{
  int today = 1 + (int) (number % 7), n_days = 3 + (int) (number % 11);

  self->data.blackouts = g_renew (PatalPlanSpan, self->data.blackouts, self->data.n_blackouts + 1);
  self->data.blackouts[self->data.n_blackouts++] = (PatalPlanSpan) {
    PATAL_PLAN_STATE, 0, { self->days.first + today, self->days.first + today + n_days }
  };
  self->data.rules.today = self->days.first + today;
  patal_plan_days_clear (&self->days);
  patal_plan_days_init (&self->days, &self->data);
  for (int b = 0; b < self->schedule->n; b++)
    pinned[b] = (b + number) % 9 == 0;
}

static void
test_replanned (void)
{
  int n_problems = plan_how_many (80);
  int n_found = 0;

  for (int number = 0; number < n_problems; number++)
    {
      g_auto (Problem) problem = { .schedule = NULL };
      g_autoptr (GArray) found = NULL;
      g_autoptr (PatalSchedule) made = NULL;
      g_autofree guint8 *pinned = NULL;
      g_autoptr (GError) error = NULL;
      PatalScheduleBound bound;
      PatalScheduleWorth worth;

      problem_init (&problem, (guint64) number);
      pinned = g_new0 (guint8, problem.schedule->n + 1);
      close_state (&problem, (guint64) number, pinned);
      made = patal_schedule_replan (&problem.map, &problem.days, problem.clusters, problem.schedule, pinned,
                                    1, 3, 1, NULL, &error);
      g_assert_no_error (error);
      found
          = patal_schedule_findings (&problem.map, &problem.days, problem.clusters, problem.schedule, pinned);
      for (guint i = 0; i < found->len; i++)
        if (!holds (&problem, &g_array_index (found, PatalShort, i), made))
          {
            g_test_message ("problem %d", number);
            g_test_fail ();
          }
      n_found += (int) found->len;
      bound = patal_schedule_bound (&problem.map, &problem.days, problem.clusters, made, problem.schedule,
                                    pinned);
      worth = patal_schedule_worth (&problem.map, &problem.days, problem.clusters, made, problem.schedule);
      g_assert_cmpint (bound.makespan_days, <=, worth.makespan_days);
      g_assert_cmpint (bound.block_days, <=, worth.block_days);
      g_assert_cmpint (bound.moved, <=, worth.moved);
    }
  g_assert_true (n_found > 50 || !are_many (n_problems));
}

/* --- Tiny problems, of which the best plan is known --- */

#define MOST_BATCHES 5 /* that can be tried in all ways */

static void
assert_tiny_clusters (const Solved *solved)
{
  int wanted = exhaustive_wanted (solved->data);
  BestClusters best = { 0 };
  gboolean possible = wanted > 0 && exhaustive_clusters (solved->data, wanted, &best) && best.f0 == 0;

  for (guint i = 0; i < solved->clusters->findings->len; i++)
    {
      const PatalClustersFinding *it = &g_array_index (solved->clusters->findings, PatalClustersFinding, i);

      if (it->code == PATAL_CLUSTERS_DIVIDE || it->code == PATAL_CLUSTERS_VENUES
          || it->code == PATAL_CLUSTERS_SEATS)
        g_assert_false (possible);
      if (it->code == PATAL_CLUSTERS_SEATS && solved->clusters->n > 0
          && exhaustive_clusters (solved->data, solved->clusters->n, &best))
        g_assert_cmpint (best.f0, >=, it->heads - it->low);
    }
}

typedef struct
{
  int n, n_short, n_said, n_whole, n_tight;
} Tiny;

static void
assert_tiny_schedule (const Solved *solved, Tiny *tally)
{
  g_autoptr (GArray) found
      = patal_schedule_findings (&solved->map, &solved->days, solved->clusters, NULL, NULL);
  PatalScheduleWorth worth
      = patal_schedule_worth (&solved->map, &solved->days, solved->clusters, solved->schedule, NULL);
  gint64 best[N_BEST];

  exhaustive_schedule (solved->data,
                       &(CheckedPlan){ .n = solved->clusters->n,
                                       .venue = solved->clusters->venue,
                                       .cluster = solved->clusters->cluster,
                                       .room = solved->schedule->room },
                       best);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (best[BEST_Z0], >=, g_array_index (found, PatalShort, i).heads_out);
  tally->n++;
  tally->n_short += best[BEST_Z0] > 0;
  tally->n_said += best[BEST_Z0] > 0 && found->len > 0;
  if (worth.heads_without == 0)
    {
      PatalScheduleBound bound = patal_schedule_bound (&solved->map, &solved->days, solved->clusters,
                                                       solved->schedule, NULL, NULL);

      g_assert_cmpint (found->len, ==, 0);
      g_assert_cmpint (bound.makespan_days, <=, best[BEST_Z1]);
      g_assert_cmpint (bound.block_days, <=, best[BEST_Z2]);
      tally->n_whole++;
      tally->n_tight += bound.makespan_days == best[BEST_Z1];
    }
}

/* What is said to be impossible is, by trying all; of what is, counting knows the most part. */
static void
test_tiny (void)
{
  Tiny tally = { 0 };

  for (int number = 0; number < plan_how_many (600); number++)
    {
      g_auto (Solved) solved = { NULL };
      PatalPlanData data = plan_generate_tiny ((guint64) number);

      solved_init (&solved, &data);
      solved_cluster (&solved, 1, 200);
      assert_tiny_clusters (&solved);
      if (solved.clusters->n > 0 && solved.clusters->n * data.n_modules <= MOST_BATCHES)
        {
          solved_schedule (&solved, 1, 50);
          assert_tiny_schedule (&solved, &tally);
        }
      patal_plan_data_clear (&data);
    }
  g_test_message (
      "of %d calendars %d leave somebody out, %d of them are said to; of %d others the bound of Z1 is "
      "reached by %d",
      tally.n, tally.n_short, tally.n_said, tally.n_whole, tally.n_tight);
  g_assert_cmpint (2 * tally.n_said, >, tally.n_short);
  g_assert_cmpint (2 * tally.n_tight, >, tally.n_whole);
}

/* --- What must move --- */

typedef struct
{
  int n;        /* changes with all people on a date */
  int n_tight;  /* the best plan moves no more than must */
  int n_pulled; /* more must than are hit */
} Moves;

/* Those of @old that are on @day. */
static int
count_on (const Solved *solved, const PatalSchedule *old, int day)
{
  int n = 0;

  for (int b = 0; b < old->n; b++)
    {
      int days = solved->data->modules[b % solved->data->n_modules].days;

      n += old->start[b] >= 0 && old->start[b] <= day && day < old->start[b] + days;
    }
  return n;
}

/* @solved is @old after one @day of the state was closed. */
static void
assert_must_move (const Solved *solved, const PatalSchedule *old, int day, Moves *tally)
{
  PatalScheduleWorth worth
      = patal_schedule_worth (&solved->map, &solved->days, solved->clusters, solved->schedule, old);
  PatalScheduleBound bound
      = patal_schedule_bound (&solved->map, &solved->days, solved->clusters, solved->schedule, old, NULL);
  gint64 best[N_BEST];

  g_assert_cmpint (bound.moved, <=, worth.moved);
  if (worth.heads_without > 0) /* it may be others that are left out in the best */
    return;
  exhaustive_schedule (solved->data,
                       &(CheckedPlan){ .n = solved->clusters->n,
                                       .venue = solved->clusters->venue,
                                       .cluster = solved->clusters->cluster,
                                       .room = old->room,
                                       .old_start = old->start,
                                       .old_team = old->team },
                       best);
  g_assert_cmpint (best[BEST_Z0], ==, 0);
  g_assert_cmpint (bound.moved, <=, best[BEST_R1]);
  tally->n++;
  tally->n_tight += bound.moved == best[BEST_R1];
  tally->n_pulled += bound.moved > count_on (solved, old, day);
}

/* One officer is wanted everywhere, by some clusters, and nobody else: what must move then depends on the
 * officer. */
static void
make_officer_busy (PatalPlanData *data, int number)
{
  data->rules.batch_min = 0;
  for (int w = 0; w < data->n_windows; w++)
    data->windows[w].span.to += 7;
  for (int b = 0; b < data->n_blocks; b++)
    {
      data->blocks[b].n_clusters = 4 - data->n_blocks;
      data->blocks[b].officer = 0;
      data->blocks[b].attend = number % 4 == 1 ? PATAL_ATTEND_ALL : PATAL_ATTEND_FIRST;
    }
  for (int m = 0; m < data->n_modules; m++)
    {
      data->modules[m].team = 0;
      data->modules[m].after = m > 0 && number % 3 > 0;
    }
  for (int v = 0; v < data->n_venues; v++)
    data->venues[v].halls = 3;
}

/* No plan at all moves fewer than what is said to be needed, and mostly one moves no more. */
static void
test_must_move (void)
{
  int n_problems = plan_how_many (1200);
  Moves tally = { 0 };

  for (int number = 0; number < n_problems; number++)
    {
      g_auto (Solved) solved = { NULL }, changed = { NULL };
      PatalPlanData data = plan_generate_tiny ((guint64) number), less = { .n_blocks = 0 };
      PatalPlanSpan blackouts[8];

      if (number % 2 == 1)
        make_officer_busy (&data, number);
      solved_init (&solved, &data);
      solved_cluster (&solved, 1, 200);
      if (solved.clusters->n > 0 && solved.clusters->n * data.n_modules <= MOST_BATCHES + (number % 2) * 2)
        {
          int closed = number / 2 % MIN (solved.days.n_days, 4); /* early, so that there is more to move */
          PatalDay day = solved.days.first + closed;

          solved_schedule (&solved, 1, 50);
          less = data;
          less.blackouts = blackouts;
          memcpy (blackouts, data.blackouts, data.n_blackouts * sizeof *blackouts);
          blackouts[less.n_blackouts++] = (PatalPlanSpan){ PATAL_PLAN_STATE, 0, { day, day } };
          solved_init (&changed, &less);
          changed.clusters = g_steal_pointer (&solved.clusters);
          solved_replan (&changed, solved.schedule, 1, 50);
          assert_must_move (&changed, solved.schedule, closed, &tally);
        }
      patal_plan_data_clear (&data);
    }
  g_test_message ("of %d changes %d move as few as are said to be needed; in %d more must than are hit",
                  tally.n, tally.n_tight, tally.n_pulled);
  g_assert_cmpint (10 * tally.n_tight, >, 8 * tally.n);
  g_assert_true (tally.n_pulled > n_problems / 100 || !are_many (n_problems));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-proofs/findings", test_findings);
  g_test_add_func ("/plan-proofs/help", test_help);
  g_test_add_func ("/plan-proofs/seats", test_seats);
  g_test_add_func ("/plan-proofs/bounds", test_bounds);
  g_test_add_func ("/plan-proofs/replanned", test_replanned);
  g_test_add_func ("/plan-proofs/tiny", test_tiny);
  g_test_add_func ("/plan-proofs/must-move", test_must_move);
  return g_test_run ();
}
