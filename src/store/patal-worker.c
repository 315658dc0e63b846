/* patal-worker.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-worker.h"
#include <glib/gi18n-lib.h>

#define PROGRESS_EVERY_US (50 * G_TIME_SPAN_MILLISECOND)

/* What both threads have. It is apart from the PatalWorker because the thread must not keep that one alive. */
typedef struct
{
  GAsyncQueue  *tasks;
  GMainContext *context; /* of the thread that made the worker: its signals are emitted there */
  GWeakRef      worker;
  char         *path;
  PatalWorkerStart start;
  const PatalSearchSource *const *searched;
} Link;

struct _PatalWorker
{
  GObject  parent_instance;
  Link    *link;   /* counted by g_atomic_rc_box */
  GThread *thread; /* NULL once stopped */
};

G_DEFINE_FINAL_TYPE (PatalWorker, patal_worker, G_TYPE_OBJECT)

enum { CHANGED, PROGRESS, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char the_end[] = "the end"; /* in the queue: no job comes after this */

/* One job on its way there and back; a GTask's data, so that it goes with the task wherever that ends. */
typedef struct
{
  PatalJob       run;
  gpointer       data;
  GDestroyNotify data_free;
  gpointer       result;
  GDestroyNotify result_free;
  GError        *error;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_clear_error (&job->error);
  g_free (job);
}

static void
link_clear (gpointer data)
{
  Link *link = data;

  g_async_queue_unref (link->tasks);
  g_main_context_unref (link->context);
  g_weak_ref_clear (&link->worker);
  g_free (link->path);
}

static void
link_release (gpointer link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

/* Not g_main_context_invoke(): that runs the function here and now while the other thread is not in its main loop. */
static void
post (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify data_free)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT); /* one priority for all: they arrive in the order of sending */
  g_source_set_callback (source, func, data, data_free);
  g_source_attach (source, context);
}

static gboolean
return_task_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->result_free);
  return G_SOURCE_REMOVE;
}

/* The task is returned and dropped in its own thread, never here: with it may go the last reference to the worker, and to
 * whatever the callback's owner keeps in it. */
static void
send_back (GTask *task)
{
  post (g_task_get_context (task), return_task_cb, task, g_object_unref);
}

typedef struct
{
  Link  *link;
  char **tables; /* NULL: this is progress */
  double share;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  link_release (news->link);
  g_strfreev (news->tables);
  g_free (news);
}

static gboolean
tell_news_cb (gpointer data)
{
  News *news = data;
  g_autoptr (PatalWorker) worker = g_weak_ref_get (&news->link->worker);

  if (worker != NULL && news->tables != NULL)
    g_signal_emit (worker, signals[CHANGED], 0, news->tables);
  else if (worker != NULL)
    g_signal_emit (worker, signals[PROGRESS], 0, news->share);
  return G_SOURCE_REMOVE;
}

static void
send_news (Link *link, char **tables, double share)
{
  News *news = g_new (News, 1);

  *news = (News) { g_atomic_rc_box_acquire (link), tables, share };
  post (link->context, tell_news_cb, news, news_free);
}

static void
changed_cb (const char *const *tables, gpointer data)
{
  send_news (data, g_strdupv ((char **) tables), 0);
}

typedef struct
{
  Link  *link;
  gint64 last_us;
} Meter;

static void
say_cb (double share, gpointer data)
{
  Meter *meter = data;
  gint64 now = g_get_monotonic_time ();

  if (now - meter->last_us < PROGRESS_EVERY_US)
    return;
  meter->last_us = now;
  send_news (meter->link, NULL, share);
}

static void
run_job (Link *link, PatalDb *db, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Meter meter = { link, 0 };
  PatalProgress progress = { say_cb, &meter, cancellable };

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    {
      patal_db_set_cancellable (db, cancellable);
      job->result = job->run (db, job->data, &progress, &job->error);
      patal_db_set_cancellable (db, NULL);
    }
  send_back (task);
}

static PatalDb *
open_file (Link *link, GCancellable *cancellable, GError **error)
{
  Meter meter = { link, 0 };
  PatalProgress progress = { say_cb, &meter, cancellable };

  if (link->start == PATAL_WORKER_CREATE)
    return patal_file_create (link->path, 0, link->searched, error);
  return patal_file_open (link->path, link->start == PATAL_WORKER_READ ? PATAL_FILE_READ_AGAIN : PATAL_FILE_WRITE, link->searched,
                          &progress, error);
}

static gpointer
thread_main (gpointer data)
{
  Link *link = data;
  GTask *task = g_async_queue_pop (link->tasks); /* the first one is the opening itself */
  Job *opening = g_task_get_task_data (task);
  g_autoptr (PatalDb) db = open_file (link, g_task_get_cancellable (task), &opening->error);

  if (db != NULL)
    patal_db_set_changed_func (db, changed_cb, link);
  send_back (task);
  while (db != NULL && (task = g_async_queue_pop (link->tasks)) != (gpointer) the_end)
    run_job (link, db, task);
  g_clear_pointer (&db, patal_db_close); /* before the link, which it tells of changes */
  link_release (link);
  return NULL;
}

static void
patal_worker_dispose (GObject *object)
{
  PatalWorker *self = PATAL_WORKER (object);

  /* Every task holds the worker, so nothing is queued any more. The thread is not waited for: this may be its own. */
  if (self->thread != NULL)
    {
      g_async_queue_push (self->link->tasks, (gpointer) the_end);
      g_clear_pointer (&self->thread, g_thread_unref);
    }
  G_OBJECT_CLASS (patal_worker_parent_class)->dispose (object);
}

static void
patal_worker_finalize (GObject *object)
{
  link_release (PATAL_WORKER (object)->link);
  G_OBJECT_CLASS (patal_worker_parent_class)->finalize (object);
}

static void
patal_worker_class_init (PatalWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_worker_finalize;
  signals[CHANGED] = g_signal_new ("changed", PATAL_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[PROGRESS] = g_signal_new ("progress", PATAL_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
patal_worker_init (PatalWorker *self)
{
  self->link = g_atomic_rc_box_new0 (Link);
  self->link->tasks = g_async_queue_new ();
  self->link->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->link->worker, self);
}

PatalWorker *
patal_worker_new_async (const char *path, PatalWorkerStart start, const PatalSearchSource *const *searched,
                        GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data)
{
  PatalWorker *self = g_object_new (PATAL_TYPE_WORKER, NULL);
  GTask *task = g_task_new (NULL, cancellable, ready, user_data);
  Job *opening = g_new0 (Job, 1);

  self->link->path = g_strdup (path);
  self->link->start = start;
  self->link->searched = searched;
  opening->result = self;
  opening->result_free = g_object_unref;
  g_task_set_source_tag (task, patal_worker_new_async);
  g_task_set_task_data (task, opening, job_free);
  self->thread = g_thread_new ("patal-worker", thread_main, g_atomic_rc_box_acquire (self->link));
  g_async_queue_push (self->link->tasks, task);
  return self;
}

PatalWorker *
patal_worker_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, patal_worker_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
patal_worker_path (PatalWorker *worker)
{
  return worker->link->path;
}

void
patal_worker_run_async (PatalWorker *worker, PatalJob job, gpointer data, GDestroyNotify data_free,
                        GDestroyNotify result_free, GCancellable *cancellable,
                        GAsyncReadyCallback ready, gpointer user_data)
{
  GTask *task = g_task_new (worker, cancellable, ready, user_data);
  Job *mine = g_new (Job, 1);

  *mine = (Job) { job, data, data_free, NULL, result_free, NULL };
  g_task_set_source_tag (task, patal_worker_run_async);
  g_task_set_task_data (task, mine, job_free);
  if (worker->thread != NULL)
    {
      g_async_queue_push (worker->link->tasks, task);
      return;
    }
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _("The file has been closed"));
  g_object_unref (task);
}

gpointer
patal_worker_run_finish (PatalWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
patal_worker_stop (PatalWorker *worker)
{
  if (worker->thread == NULL)
    return;
  g_async_queue_push (worker->link->tasks, (gpointer) the_end);
  g_thread_join (g_steal_pointer (&worker->thread));
}
