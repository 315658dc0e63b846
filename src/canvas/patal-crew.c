/* patal-crew.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-crew.h"

struct _PatalCrew
{
  GPtrArray *threads; /* without the caller's */
  GMutex     mutex;   /* of all below */
  GCond      begun, ended;
  guint      round;   /* counts the runs: a thread that sees a new one joins in */
  guint      working; /* threads that have not ended this round */
  gboolean   over;
  PatalCrewFunc work;
  gpointer   data;
  guint      n;
  guint      next;    /* atomic */
};

static void
work_off (PatalCrew *crew)
{
  for (;;)
    {
      guint i = (guint) g_atomic_int_add (&crew->next, 1);

      if (i >= crew->n)
        return;
      crew->work (i, crew->data);
    }
}

static gpointer
thread_main (gpointer data)
{
  PatalCrew *crew = data;
  guint seen = 0;

  g_mutex_lock (&crew->mutex);
  for (;;)
    {
      while (crew->round == seen && !crew->over)
        g_cond_wait (&crew->begun, &crew->mutex);
      if (crew->over)
        break;
      seen = crew->round;
      g_mutex_unlock (&crew->mutex);
      work_off (crew);
      g_mutex_lock (&crew->mutex);
      if (--crew->working == 0)
        g_cond_signal (&crew->ended);
    }
  g_mutex_unlock (&crew->mutex);
  return NULL;
}

PatalCrew *
patal_crew_new (guint n_threads)
{
  PatalCrew *crew = g_new0 (PatalCrew, 1);

  g_mutex_init (&crew->mutex);
  g_cond_init (&crew->begun);
  g_cond_init (&crew->ended);
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
  g_cond_broadcast (&crew->begun);
  g_mutex_unlock (&crew->mutex);
  for (guint i = 0; i < crew->threads->len; i++)
    g_thread_join (crew->threads->pdata[i]);
  g_ptr_array_unref (crew->threads);
  g_mutex_clear (&crew->mutex);
  g_cond_clear (&crew->begun);
  g_cond_clear (&crew->ended);
  g_free (crew);
}

void
patal_crew_run (PatalCrew *crew, guint n, PatalCrewFunc work, gpointer data)
{
  g_mutex_lock (&crew->mutex);
  crew->work = work;
  crew->data = data;
  crew->n = n;
  crew->next = 0;
  crew->working = crew->threads->len;
  crew->round++;
  g_cond_broadcast (&crew->begun);
  g_mutex_unlock (&crew->mutex);
  work_off (crew);
  g_mutex_lock (&crew->mutex);
  while (crew->working > 0)
    g_cond_wait (&crew->ended, &crew->mutex);
  g_mutex_unlock (&crew->mutex);
}
