/* test-crew.c: things go through their steps as they are told to
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-crew.h"

#define N 500
#define STOPS_AT 100

typedef struct
{
  GThread *caller;
  guint    steps[N];       /* done so far, of each thing */
  guint    turns[2];       /* things that have been through each step that is in turn */
  gint     under_way;      /* atomic */
  gint     most;           /* atomic: the most that were */
  gint     apart;          /* atomic: calls of the step that is in no order */
  gboolean stops;
} Belt;

static void
note_step (Belt *belt, guint thing, guint step)
{
  g_assert_cmpuint (belt->steps[thing], ==, step);
  belt->steps[thing]++;
}

static gboolean
begin_step (guint thing, gpointer data)
{
  Belt *belt = data;
  gint now = g_atomic_int_add (&belt->under_way, 1) + 1;

  g_assert_true (g_thread_self () == belt->caller);
  g_assert_cmpuint (belt->turns[0]++, ==, thing);
  belt->most = MAX (belt->most, now); /* this thread's alone */
  note_step (belt, thing, 0);
  return TRUE;
}

static gboolean
apart_step (guint thing, gpointer data)
{
  Belt *belt = data;

  note_step (belt, thing, 1);
  g_atomic_int_inc (&belt->apart);
  if (thing % 7 == 0)
    g_usleep (50); /* others overtake it */
  return TRUE;
}

static gboolean
end_step (guint thing, gpointer data)
{
  Belt *belt = data;

  if (belt->stops && thing == STOPS_AT)
    return FALSE;
  g_assert_cmpuint (belt->turns[1]++, ==, thing);
  note_step (belt, thing, 2);
  g_atomic_int_add (&belt->under_way, -1);
  return TRUE;
}

static const PatalCrewStep steps[] = { { PATAL_CREW_HERE, begin_step }, { PATAL_CREW_APART, apart_step }, { PATAL_CREW_IN_TURN, end_step } };

static void
test_steps (gconstpointer n_threads)
{
  g_autoptr (PatalCrew) crew = patal_crew_new (GPOINTER_TO_UINT (n_threads));

  for (guint run = 0; run < 2; run++) /* a crew works more than once */
    {
      Belt belt = { .caller = g_thread_self () };

      g_assert_true (patal_crew_run (crew, N, steps, G_N_ELEMENTS (steps), &belt));
      for (guint i = 0; i < N; i++)
        g_assert_cmpuint (belt.steps[i], ==, G_N_ELEMENTS (steps));
      g_assert_cmpint (belt.apart, ==, N);
      g_assert_cmpint (belt.under_way, ==, 0);
      g_assert_cmpint (belt.most, <=, PATAL_CREW_ROOM);
    }
}

static void
test_stop (gconstpointer n_threads)
{
  g_autoptr (PatalCrew) crew = patal_crew_new (GPOINTER_TO_UINT (n_threads));
  Belt belt = { .caller = g_thread_self (), .stops = TRUE };

  g_assert_false (patal_crew_run (crew, N, steps, G_N_ELEMENTS (steps), &belt));
  g_assert_cmpuint (belt.turns[1], ==, STOPS_AT);
  g_assert_cmpuint (belt.turns[0], <=, STOPS_AT + PATAL_CREW_ROOM);

  belt = (Belt) { .caller = g_thread_self () };
  g_assert_true (patal_crew_run (crew, 0, steps, G_N_ELEMENTS (steps), &belt));
  g_assert_cmpuint (belt.turns[0], ==, 0);
  g_assert_true (patal_crew_run (crew, 1, steps, G_N_ELEMENTS (steps), &belt));
  g_assert_cmpuint (belt.turns[1], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/crew/steps/1", GUINT_TO_POINTER (1), test_steps);
  g_test_add_data_func ("/crew/steps/2", GUINT_TO_POINTER (2), test_steps);
  g_test_add_data_func ("/crew/steps/7", GUINT_TO_POINTER (7), test_steps);
  g_test_add_data_func ("/crew/stop/1", GUINT_TO_POINTER (1), test_stop);
  g_test_add_data_func ("/crew/stop/4", GUINT_TO_POINTER (4), test_stop);
  return g_test_run ();
}
