/* patal-file-watch.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-file-watch.h"
#include "patal-whereabouts.h"

struct _PatalFileWatch
{
  GObject        parent_instance;
  PatalDocument *document;
  GFileMonitor  *monitor; /* NULL where the disk tells nothing */
  gboolean       astray;
};

G_DEFINE_FINAL_TYPE (PatalFileWatch, patal_file_watch, G_TYPE_OBJECT)

static guint looked_signal;

void
patal_file_watch_look (PatalFileWatch *self)
{
  self->astray = patal_whereabouts_find (patal_document_reader (self->document), NULL) != PATAL_WHEREABOUTS_HERE;
  g_signal_emit (self, looked_signal, 0);
}

gboolean
patal_file_watch_is_astray (PatalFileWatch *self)
{
  return self->astray;
}

static void
file_event_cb (PatalFileWatch *self, G_GNUC_UNUSED GFile *file, G_GNUC_UNUSED GFile *other, GFileMonitorEvent event)
{
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    patal_file_watch_look (self);
}

static gpointer
put_back_job (PatalDb *db, G_GNUC_UNUSED gpointer data, const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_whereabouts_put_back (db, progress, error));
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean back = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) != NULL;

  patal_file_watch_look (g_task_get_source_object (task));
  if (back)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
patal_file_watch_put_back_async (PatalFileWatch *self, GAsyncReadyCallback ready, gpointer user_data)
{
  patal_document_write_async (self->document, put_back_job, NULL, NULL, NULL, NULL, put_back_cb,
                              g_task_new (self, NULL, ready, user_data));
}

gboolean
patal_file_watch_put_back_finish (G_GNUC_UNUSED PatalFileWatch *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

PatalFileWatch *
patal_file_watch_new (PatalDocument *document)
{
  PatalFileWatch *self = g_object_new (PATAL_TYPE_FILE_WATCH, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (patal_document_path (document));

  self->document = g_object_ref (document);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "moved", G_CALLBACK (patal_file_watch_look), self, G_CONNECT_SWAPPED);
  return self;
}

static void
patal_file_watch_dispose (GObject *object)
{
  PatalFileWatch *self = PATAL_FILE_WATCH (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_file_watch_parent_class)->dispose (object);
}

static void
patal_file_watch_class_init (PatalFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_file_watch_dispose;
  looked_signal = g_signal_new ("looked", PATAL_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_file_watch_init (G_GNUC_UNUSED PatalFileWatch *self)
{
}
