/* patal-document.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-document.h"
#include "patal-desk.h"
#include "patal-journal.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef struct /* a thread of the document, and the jobs given before it is ready */
{
  PatalWorker *worker; /* NULL until it is open */
  GError      *error;  /* why it could not open */
  gboolean     starting;
  GQueue       waiting; /* (element-type Errand) */
} Lane;

typedef struct
{
  GTask         *task; /* owned */
  PatalJob       job;
  gpointer       data;
  GDestroyNotify data_free, result_free;
} Errand;

struct _PatalDocument
{
  GObject       parent_instance;
  char         *path;
  PatalDb      *reader;
  Lane          reading, writing;
  char         *undo_label, *redo_label;
  GCancellable *cancellable; /* of the opening */
  gboolean      stopped;
  char         *typed;       /* (nullable): what stands unsaved in a form */
  GQueue        turning;     /* undos and redos under way, each by its signal: what changes next is their doing, not that of an edit */
  GCancellable *turn_stop;   /* (nullable): theirs */
};

G_DEFINE_FINAL_TYPE (PatalDocument, patal_document, G_TYPE_OBJECT)

enum { PROP_0, PROP_WRITABLE, PROP_UNDO_LABEL, PROP_REDO_LABEL, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { CHANGED, EDITED, UNDOING, REDOING, TURNED, UNDONE, REDONE, DROP_TYPED, NOTICE, PROGRESS, SETTLED, MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
errand_free (Errand *errand)
{
  if (errand->data_free != NULL && errand->data != NULL)
    errand->data_free (errand->data);
  g_clear_object (&errand->task);
  g_free (errand);
}

static void
errand_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gpointer answer = patal_worker_run_finish (PATAL_WORKER (source), result, &error);

  if (g_error_matches (error, PATAL_DB_ERROR, PATAL_DB_ERROR_MOVED))
    g_signal_emit (g_task_get_source_object (task), signals[MOVED], 0);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, answer, g_task_get_task_data (task));
}

static void
errand_hand_over (Errand *errand, PatalWorker *worker)
{
  patal_worker_run_async (worker, errand->job, g_steal_pointer (&errand->data), errand->data_free, errand->result_free,
                          g_task_get_cancellable (errand->task), errand_done_cb, g_object_ref (errand->task));
  errand_free (errand);
}

static void
errand_refuse (Errand *errand, const GError *error)
{
  g_task_return_error (errand->task, g_error_copy (error));
  errand_free (errand);
}

static void
lane_give (PatalDocument *self, Lane *lane, Errand *errand)
{
  if (lane->worker != NULL)
    errand_hand_over (errand, lane->worker);
  else if (self->stopped || (!lane->starting && lane->error == NULL))
    {
      g_autoptr (GError) closed = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _("The file is closed"));

      errand_refuse (errand, closed);
    }
  else if (lane->error != NULL)
    errand_refuse (errand, lane->error);
  else
    g_queue_push_tail (&lane->waiting, errand);
}

static void
lane_opened (Lane *lane, PatalWorker *worker, GError *error)
{
  Errand *errand;

  lane->starting = FALSE;
  lane->worker = worker;
  lane->error = error;
  while ((errand = g_queue_pop_head (&lane->waiting)) != NULL)
    if (worker != NULL)
      errand_hand_over (errand, worker);
    else
      errand_refuse (errand, error);
}

static void
lane_clear (Lane *lane)
{
  g_clear_object (&lane->worker);
  g_clear_error (&lane->error);
  g_queue_clear_full (&lane->waiting, (GDestroyNotify) errand_free);
}

static void
read_labels (PatalDocument *self)
{
  g_autofree char *undo = patal_db_undo_label (self->reader, NULL);
  g_autofree char *redo = patal_db_redo_label (self->reader, NULL);

  if (g_strcmp0 (undo, self->undo_label) != 0)
    {
      g_free (self->undo_label);
      self->undo_label = g_steal_pointer (&undo);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
    }
  if (g_strcmp0 (redo, self->redo_label) != 0)
    {
      g_free (self->redo_label);
      self->redo_label = g_steal_pointer (&redo);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
    }
}

static void
say_turning (PatalDocument *self, double share)
{
  guint first = GPOINTER_TO_UINT (g_queue_peek_head (&self->turning));

  if (first != 0)
    g_signal_emit (self, signals[first == UNDONE ? UNDOING : REDOING], 0, share);
}

/* No undo takes a freezing back, so that the label of what can be undone is another edit's. */
static void
say_frozen (PatalDocument *self)
{
  g_autoptr (GPtrArray) lines = patal_journal_lines (self->reader, NULL, 1, 0, NULL);

  if (lines != NULL && lines->len > 0)
    patal_document_say (self, ((PatalJournalLine *) g_ptr_array_index (lines, 0))->label);
}

static void
worker_changed_cb (PatalDocument *self, GStrv tables, G_GNUC_UNUSED PatalWorker *worker)
{
  if (self->stopped)
    return;
  read_labels (self);
  g_signal_emit (self, signals[CHANGED], 0, tables);
  if (patal_document_touches ((const char *const *) tables, "frozen"))
    say_frozen (self);
  else if (self->turning.length == 0 && self->undo_label != NULL)
    g_signal_emit (self, signals[EDITED], 0, self->undo_label);
}

static void
worker_progress_cb (PatalDocument *self, double share, PatalWorker *worker)
{
  g_signal_emit (self, signals[PROGRESS], 0, share);
  if (worker == self->writing.worker)
    say_turning (self, share);
}

/* The name that the journal gets, and the day's first copy: the first jobs of every writer. */
static gpointer
settle_in (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, G_GNUC_UNUSED GError **error)
{
  const char *who = data;

  if (*who != '\0')
    patal_db_set_who (db, who);
  return GINT_TO_POINTER (TRUE);
}

static void
writer_opened_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalDocument) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalWorker *worker = patal_worker_new_finish (result, &error);

  if (self->stopped)
    {
      g_clear_object (&worker);
      return;
    }
  if (worker != NULL)
    {
      g_signal_connect_object (worker, "changed", G_CALLBACK (worker_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (worker, "progress", G_CALLBACK (worker_progress_cb), self, G_CONNECT_SWAPPED);
      patal_worker_run_async (worker, settle_in, patal_settings_who (), g_free, NULL, NULL, NULL, NULL);
    }
  lane_opened (&self->writing, worker, g_steal_pointer (&error));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WRITABLE]);
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
reader_opened_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalDocument) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalWorker) worker = patal_worker_new_finish (result, &error);

  if (self->stopped)
    return;
  if (worker != NULL)
    g_signal_connect_object (worker, "progress", G_CALLBACK (worker_progress_cb), self, G_CONNECT_SWAPPED);
  lane_opened (&self->reading, g_steal_pointer (&worker), g_steal_pointer (&error));
}

PatalDocument *
patal_document_new (const char *path, GError **error)
{
  g_autoptr (PatalDb) reader = patal_file_open (path, PATAL_FILE_READ, patal_desk_searched, NULL, error);
  PatalDocument *self;

  if (reader == NULL)
    return NULL;
  self = g_object_new (PATAL_TYPE_DOCUMENT, NULL);
  self->path = g_strdup (path);
  self->reader = g_steal_pointer (&reader);
  read_labels (self);
  return self;
}

static void
migrated_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalWorker) worker = patal_worker_new_finish (result, &error);

  if (worker == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  patal_worker_stop (worker); /* it has nothing to do, so this does not wait */
  g_task_return_boolean (task, TRUE);
}

void
patal_document_migrate_async (const char *path, PatalDocumentSay say, GCancellable *cancellable, GAsyncReadyCallback ready,
                              gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, ready, user_data);
  PatalWorker *worker = patal_worker_new_async (path, PATAL_WORKER_OPEN, patal_desk_searched, cancellable, migrated_cb, task);

  if (say != NULL)
    g_signal_connect_swapped (worker, "progress", G_CALLBACK (say), user_data); /* it is over before the worker is given up */
}

gboolean
patal_document_migrate_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The writer opens when the main loop has nothing more urgent to do, which is after the window's first frame: looking through the
 * file would take the processor from what somebody waits for. */
static gboolean
open_writer_cb (gpointer user_data)
{
  PatalDocument *self = user_data;

  if (!self->stopped)
    patal_worker_new_async (self->path, PATAL_WORKER_OPEN, patal_desk_searched, self->cancellable, writer_opened_cb,
                            g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
patal_document_start (PatalDocument *self)
{
  g_return_if_fail (PATAL_IS_DOCUMENT (self) && !self->stopped);

  if (self->reading.worker == NULL && !self->reading.starting)
    {
      g_clear_error (&self->reading.error);
      self->reading.starting = TRUE;
      patal_worker_new_async (self->path, PATAL_WORKER_READ, patal_desk_searched, self->cancellable, reader_opened_cb,
                              g_object_ref (self));
    }
  if (self->writing.worker == NULL && !self->writing.starting)
    {
      g_clear_error (&self->writing.error);
      self->writing.starting = TRUE;
      g_idle_add_full (G_PRIORITY_LOW, open_writer_cb, g_object_ref (self), g_object_unref);
    }
}

void
patal_document_stop (PatalDocument *self)
{
  g_return_if_fail (PATAL_IS_DOCUMENT (self));

  if (self->stopped)
    return;
  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
  if (self->writing.worker != NULL)
    patal_worker_stop (self->writing.worker);
  if (self->reading.worker != NULL)
    patal_worker_stop (self->reading.worker);
  lane_clear (&self->writing);
  lane_clear (&self->reading);
}

const char *
patal_document_path (PatalDocument *self)
{
  return self->path;
}

PatalDb *
patal_document_reader (PatalDocument *self)
{
  return self->reader;
}

gboolean
patal_document_writable (PatalDocument *self)
{
  return self->writing.worker != NULL;
}

const GError *
patal_document_trouble (PatalDocument *self)
{
  return self->writing.error;
}

static Errand *
errand_new (PatalDocument *self, PatalJob job, gpointer data, GDestroyNotify data_free, GDestroyNotify result_free,
            GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->task = g_task_new (self, cancellable, ready, user_data);
  g_task_set_task_data (errand->task, (gpointer) result_free, NULL);
  errand->job = job;
  errand->data = data;
  errand->data_free = data_free;
  errand->result_free = result_free;
  return errand;
}

void
patal_document_read_async (PatalDocument *self, PatalJob job, gpointer data, GDestroyNotify data_free,
                           GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback ready,
                           gpointer user_data)
{
  lane_give (self, &self->reading,
             errand_new (self, job, data, data_free, result_free, cancellable, ready, user_data));
}

void
patal_document_write_async (PatalDocument *self, PatalJob job, gpointer data, GDestroyNotify data_free,
                            GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback ready,
                            gpointer user_data)
{
  lane_give (self, &self->writing,
             errand_new (self, job, data, data_free, result_free, cancellable, ready, user_data));
}

gpointer
patal_document_run_finish (PatalDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What stops it is its data: a job that has a cancellable of its own is told to be cancelled also when it was stopped too late. */
static gpointer
undo_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  g_autofree char *label = patal_db_undo_label (db, NULL);
  const PatalProgress stoppable = { progress->say, progress->data, data };

  return patal_db_undo (db, &stoppable, error) ? g_steal_pointer (&label) : NULL;
}

static gpointer
redo_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  g_autofree char *label = patal_db_redo_label (db, NULL);
  const PatalProgress stoppable = { progress->say, progress->data, data };

  return patal_db_redo (db, &stoppable, error) ? g_steal_pointer (&label) : NULL;
}

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PatalDocument *self = PATAL_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = patal_document_run_finish (self, result, &error);

  g_queue_pop_head (&self->turning);
  if (self->turning.length > 0)
    say_turning (self, 0);
  else
    g_signal_emit (self, signals[TURNED], 0);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->turning.length == 0)
    patal_document_say (self, _("Stopped. Nothing was changed."));
  else if (label == NULL)
    patal_document_complain (self, error);
  else
    g_signal_emit (self, signals[GPOINTER_TO_UINT (user_data)], 0, label);
}

/* An undo tells of itself by a signal of its own: that of an edit would be one too many. */
static void
turn (PatalDocument *self, PatalJob job, guint signal)
{
  if (self->turn_stop == NULL || g_cancellable_is_cancelled (self->turn_stop))
    {
      g_clear_object (&self->turn_stop);
      self->turn_stop = g_cancellable_new ();
    }
  g_queue_push_tail (&self->turning, GUINT_TO_POINTER (signal));
  if (self->turning.length == 1)
    say_turning (self, 0);
  patal_document_write_async (self, job, g_object_ref (self->turn_stop), g_object_unref, g_free, NULL, turned_cb,
                              GUINT_TO_POINTER (signal));
}

void
patal_document_undo (PatalDocument *self)
{
  if (self->undo_label != NULL)
    turn (self, undo_job, UNDONE);
}

void
patal_document_redo (PatalDocument *self)
{
  if (self->redo_label != NULL)
    turn (self, redo_job, REDONE);
}

void
patal_document_stop_turning (PatalDocument *self)
{
  if (self->turn_stop != NULL)
    g_cancellable_cancel (self->turn_stop);
}

void
patal_document_set_typed (PatalDocument *self, const char *what)
{
  if (g_strcmp0 (self->typed, what) == 0)
    return;
  g_free (self->typed);
  self->typed = g_strdup (what);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
}

gboolean
patal_document_has_typed (PatalDocument *self)
{
  return self->typed != NULL;
}

gboolean
patal_document_drop_typed (PatalDocument *self)
{
  if (self->typed == NULL)
    return FALSE;
  g_signal_emit (self, signals[DROP_TYPED], 0);
  patal_document_set_typed (self, NULL);
  return TRUE;
}

void
patal_document_say (PatalDocument *self, const char *sentence)
{
  g_signal_emit (self, signals[NOTICE], 0, sentence);
}

void
patal_document_complain (PatalDocument *self, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    patal_document_say (self, error->message);
}

gboolean
patal_document_touches (const char *const *tables, const char *table)
{
  return tables != NULL && g_strv_contains (tables, table);
}

static void
patal_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PatalDocument *self = PATAL_DOCUMENT (object);

  switch (id)
    {
    case PROP_WRITABLE:
      g_value_set_boolean (value, patal_document_writable (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->typed != NULL ? self->typed : self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_document_dispose (GObject *object)
{
  PatalDocument *self = PATAL_DOCUMENT (object);

  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
  lane_clear (&self->writing);
  lane_clear (&self->reading);
  G_OBJECT_CLASS (patal_document_parent_class)->dispose (object);
}

static void
patal_document_finalize (GObject *object)
{
  PatalDocument *self = PATAL_DOCUMENT (object);

  patal_db_close (self->reader);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->turn_stop);
  g_queue_clear (&self->turning);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->typed);
  G_OBJECT_CLASS (patal_document_parent_class)->finalize (object);
}

static void
patal_document_class_init (PatalDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = patal_document_get_property;
  object_class->dispose = patal_document_dispose;
  object_class->finalize = patal_document_finalize;

  props[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[UNDOING] = g_signal_new ("undoing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[REDOING] = g_signal_new ("redoing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[TURNED] = g_signal_new ("turned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDONE] = g_signal_new ("undone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REDONE] = g_signal_new ("redone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DROP_TYPED] = g_signal_new ("drop-typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_document_init (PatalDocument *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->turning);
  g_queue_init (&self->reading.waiting);
  g_queue_init (&self->writing.waiting);
}
