/* test-schedule.c: calendars of a state's size and shape
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-bound.h"
#include "plan-generator.h"
#include "plan-solved.h"

#define DISTRICTS 3
#define BLOCKS    20
#define UNITS     1500

#define DISTRICT_BLOCKS   6
#define DISTRICT_UNITS    400
#define DISTRICT_PROBLEMS 10

typedef struct
{
  PatalPlanData data;
  Solved        solved;
} State;

static void
state_init (State *self, guint64 number)
{
  self->data = plan_generate_state (number, DISTRICTS, BLOCKS, UNITS, 1);
  solved_init (&self->solved, &self->data);
  solved_cluster (&self->solved, 1, 20);
}

/* A third module of one day, and three times the trainers: then there is least of the officers' time. */
static void
district_init (State *self, guint64 number)
{
  PatalPlanData *data = &self->data;
  int n;

  *data = plan_generate_state (number, 1, DISTRICT_BLOCKS, DISTRICT_UNITS, 0);
  data->modules = g_renew (PatalPlanModule, data->modules, 3);
  data->modules[data->n_modules++] = (PatalPlanModule) { 1, 2, 2 };
  data->trainers = g_renew (PatalPlanTrainer, data->trainers, 3 * data->n_trainers);
  n = data->n_trainers;
  for (; data->n_trainers < 3 * n; data->n_trainers++)
    data->trainers[data->n_trainers] = data->trainers[data->n_trainers - n];
  for (int t = 0; t < data->n_trainers; t++)
    data->trainers[t].modules |= 4;
  solved_init (&self->solved, data);
  solved_cluster (&self->solved, 1, 20);
}

static void
state_clear (State *self)
{
  solved_clear (&self->solved);
  patal_plan_data_clear (&self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

/* (transfer full) */
static PatalSchedule *
find (const State *state, const PatalSchedule *from, guint64 steps, int n_threads)
{
  const Solved *it = &state->solved;
  g_autoptr (GError) error = NULL;
  PatalSchedule *made
      = patal_schedule_find (&it->map, &it->days, it->clusters, from, 1, steps, n_threads, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static PatalScheduleWorth
worth_of (const State *state, const PatalSchedule *schedule)
{
  return patal_schedule_worth (&state->solved.map, &state->solved.days, state->solved.clusters, schedule, NULL);
}

static gboolean
is_same (const PatalSchedule *a, const PatalSchedule *b)
{
  return memcmp (a->start, b->start, a->n * sizeof (int)) == 0
         && memcmp (a->team, b->team, (gsize) a->n * a->room * sizeof (int)) == 0;
}

/* Everybody has a date, no rule is broken, and two threads make the same. */
static void
test_state (void)
{
  for (guint64 number = 0; number < 3; number++)
    {
      g_auto (State) state = { .solved = { NULL } };
      g_autoptr (PatalSchedule) two = NULL;

      state_init (&state, number);
      state.solved.schedule = find (&state, NULL, 2, 1);
      g_assert_cmpint (worth_of (&state, state.solved.schedule).heads_without, ==, 0);
      {
        g_auto (Verdict) verdict = solved_judge (&state.solved, NULL);
        g_autofree char *faults = verdict_describe (&verdict);

        g_assert_cmpstr (faults, ==, "");
      }
      two = find (&state, NULL, 2, 2);
      g_assert_true (is_same (state.solved.schedule, two));
    }
}

/* More search gives earlier ends, and going on from a calendar nothing worse. */
static void
test_better (void)
{
  g_auto (State) state = { .solved = { NULL } };
  g_autoptr (PatalSchedule) first = NULL, on = NULL;
  PatalScheduleWorth first_worth, worth;

  state_init (&state, 1);
  first = find (&state, NULL, 0, 1);
  on = find (&state, first, 5, 1);
  first_worth = worth_of (&state, first);
  worth = worth_of (&state, on);
  g_assert_cmpint (worth.heads_without, <=, first_worth.heads_without);
  g_assert_cmpint (worth.makespan_days, <=, first_worth.makespan_days);
  g_assert_cmpint (worth.block_days, <, first_worth.block_days);
}

/* No search: the officers of the largest blocks lose no day, nor one at the end for modules that wait for each
 * other. */
static void
test_officers (void)
{
  for (guint64 number = 0; number < DISTRICT_PROBLEMS; number++)
    {
      g_auto (State) state = { .solved = { NULL } };
      const Solved *it = &state.solved;
      g_autoptr (PatalSchedule) made = NULL;
      PatalScheduleWorth worth;
      PatalScheduleBound bound;

      district_init (&state, number);
      made = find (&state, NULL, 0, 1);
      worth = worth_of (&state, made);
      bound = patal_schedule_bound (&it->map, &it->days, it->clusters, made, NULL, NULL);
      g_assert_cmpint (worth.heads_without, ==, 0);
      g_assert_cmpint (worth.makespan_days, ==, bound.makespan_days);
    }
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Inside a district that would be searched for years; with one thread and with two. */
static void
test_stop (void)
{
  g_auto (State) state = { .solved = { NULL } };
  const Solved *it = &state.solved;

  state_init (&state, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (PatalSchedule) made = NULL;
      g_autoptr (GError) error = NULL;
      PatalProgress progress = { .cancellable = cancellable };
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      gint64 begun = g_get_monotonic_time ();

      made = patal_schedule_find (&it->map, &it->days, it->clusters, NULL, 1, G_GUINT64_CONSTANT (1) << 40, 1 + i,
                                  &progress, &error);
      g_assert_null (made);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_test_message ("stopped after %.0f ms", (g_get_monotonic_time () - begun) / 1e3);
      g_thread_join (thread);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/state", test_state);
  g_test_add_func ("/schedule/better", test_better);
  g_test_add_func ("/schedule/officers", test_officers);
  g_test_add_func ("/schedule/stop", test_stop);
  return g_test_run ();
}
