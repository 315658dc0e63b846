/* patal-crew.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-crew.h"

struct _PatalCrew
{
  GPtrArray *threads; /* without the caller's */
  GMutex     mutex;   /* of all below */
  GCond      changed;
  gboolean   over;
  const PatalCrewStep *steps;
  guint      n_steps;
  gpointer   data;
  guint      n;
  guint      begun, ended;           /* things; those between are under way, each at its number modulo the room: */
  guint      step[PATAL_CREW_ROOM];  /* its next, or the one that it is in */
  gboolean   taken[PATAL_CREW_ROOM]; /* by a thread */
  guint      turn[PATAL_CREW_MAX_STEPS]; /* the thing whose turn it is */
  guint      working;                /* threads that have taken one */
  gboolean   stopped;
};

static gboolean
may_begin (const PatalCrew *crew, gboolean here)
{
  return crew->begun < crew->n && crew->begun - crew->ended < PATAL_CREW_ROOM && (here || crew->steps[0].order != PATAL_CREW_HERE);
}

static gboolean
may_go_on (const PatalCrew *crew, guint thing, gboolean here)
{
  guint step = crew->step[thing % PATAL_CREW_ROOM];
  PatalCrewOrder order = crew->steps[step].order;

  return !crew->taken[thing % PATAL_CREW_ROOM] && (here || order != PATAL_CREW_HERE)
         && (order == PATAL_CREW_APART || crew->turn[step] == thing);
}

static guint
begin (PatalCrew *crew)
{
  guint thing = crew->begun++;

  crew->step[thing % PATAL_CREW_ROOM] = 0;
  crew->taken[thing % PATAL_CREW_ROOM] = FALSE;
  return thing;
}

/* What is nearly done goes on before more is begun, but for what only this thread can begin: others would have to wait for it. */
static gboolean
find (PatalCrew *crew, gboolean here, guint *out)
{
  if (crew->stopped)
    return FALSE;
  if (here && crew->n > 0 && crew->steps[0].order == PATAL_CREW_HERE && may_begin (crew, here))
    {
      *out = begin (crew);
      return TRUE;
    }
  for (guint thing = crew->ended; thing < crew->begun; thing++)
    if (may_go_on (crew, thing, here))
      {
        *out = thing;
        return TRUE;
      }
  if (!may_begin (crew, here) || (crew->steps[0].order == PATAL_CREW_IN_TURN && crew->turn[0] != crew->begun))
    return FALSE;
  *out = begin (crew);
  return TRUE;
}

static void
take_on (PatalCrew *crew, guint thing)
{
  guint at = thing % PATAL_CREW_ROOM, step = crew->step[at];
  gboolean good;

  crew->taken[at] = TRUE;
  crew->working++;
  g_mutex_unlock (&crew->mutex);
  good = crew->steps[step].work (thing, crew->data);
  g_mutex_lock (&crew->mutex);
  crew->working--;
  crew->taken[at] = FALSE;
  crew->stopped = crew->stopped || !good;
  crew->turn[step] = thing + 1;
  if (++crew->step[at] == crew->n_steps)
    crew->ended++; /* in turn */
  g_cond_broadcast (&crew->changed);
}

static gpointer
thread_main (gpointer data)
{
  PatalCrew *crew = data;
  guint thing;

  g_mutex_lock (&crew->mutex);
  while (!crew->over)
    if (find (crew, FALSE, &thing))
      take_on (crew, thing);
    else
      g_cond_wait (&crew->changed, &crew->mutex);
  g_mutex_unlock (&crew->mutex);
  return NULL;
}

PatalCrew *
patal_crew_new (guint n_threads)
{
  PatalCrew *crew = g_new0 (PatalCrew, 1);

  g_mutex_init (&crew->mutex);
  g_cond_init (&crew->changed);
  crew->threads = g_ptr_array_new ();
  for (guint i = 1; i < n_threads; i++)
    {
      GThread *thread = g_thread_try_new ("crew", thread_main, crew, NULL);

      if (thread != NULL) /* a system that gives no more threads does the work with fewer */
        g_ptr_array_add (crew->threads, thread);
    }
  return crew;
}

void
patal_crew_free (PatalCrew *crew)
{
  if (crew == NULL)
    return;
  g_mutex_lock (&crew->mutex);
  crew->over = TRUE;
  g_cond_broadcast (&crew->changed);
  g_mutex_unlock (&crew->mutex);
  for (guint i = 0; i < crew->threads->len; i++)
    g_thread_join (crew->threads->pdata[i]);
  g_ptr_array_unref (crew->threads);
  g_mutex_clear (&crew->mutex);
  g_cond_clear (&crew->changed);
  g_free (crew);
}

static void
set_up (PatalCrew *crew, guint n, const PatalCrewStep *steps, guint n_steps, gpointer data)
{
  crew->steps = steps;
  crew->n_steps = n_steps;
  crew->data = data;
  crew->n = n;
  crew->begun = crew->ended = 0;
  crew->stopped = FALSE;
  for (guint i = 0; i < PATAL_CREW_MAX_STEPS; i++)
    crew->turn[i] = 0;
}

gboolean
patal_crew_run (PatalCrew *crew, guint n, const PatalCrewStep *steps, guint n_steps, gpointer data)
{
  gboolean stopped;
  guint thing;

  g_return_val_if_fail (n_steps <= PATAL_CREW_MAX_STEPS && steps[n_steps - 1].order == PATAL_CREW_IN_TURN, FALSE);
  g_mutex_lock (&crew->mutex);
  set_up (crew, n, steps, n_steps, data);
  g_cond_broadcast (&crew->changed);
  while (crew->working > 0 || (!crew->stopped && crew->ended < n))
    if (find (crew, TRUE, &thing))
      take_on (crew, thing);
    else
      g_cond_wait (&crew->changed, &crew->mutex);
  stopped = crew->stopped;
  set_up (crew, 0, NULL, 0, NULL);
  g_mutex_unlock (&crew->mutex);
  return !stopped;
}
