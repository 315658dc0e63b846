/* patal-pieces.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pieces.h"

typedef struct
{
  void               (*work) (int piece, gpointer data);
  gpointer             data;
  const PatalProgress *progress;
  int                  n;
  GMutex               lock; /* what follows */
  int                  next, n_done;
  GError              *error;
} Pieces;

static gpointer
work_on (gpointer data)
{
  Pieces *self = data;

  g_mutex_lock (&self->lock);
  while (self->error == NULL && self->next < self->n)
    {
      int piece = self->next++;

      g_mutex_unlock (&self->lock);
      self->work (piece, self->data);
      g_mutex_lock (&self->lock);
      if (self->error == NULL)
        patal_progress_step (self->progress, ++self->n_done, self->n, &self->error);
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

gboolean
patal_pieces_run (int n, int n_threads, void (*work) (int piece, gpointer data), gpointer data, const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Pieces self = { .work = work, .data = data, .progress = progress, .n = n };

  g_mutex_init (&self.lock);
  for (int t = 1; t < MIN (n_threads, n); t++)
    {
      GThread *thread = g_thread_try_new ("pieces", work_on, &self, NULL);

      if (thread != NULL)
        g_ptr_array_add (threads, thread);
    }
  work_on (&self);
  for (guint t = 0; t < threads->len; t++)
    g_thread_join (threads->pdata[t]);
  g_mutex_clear (&self.lock);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return self.error == NULL;
}
