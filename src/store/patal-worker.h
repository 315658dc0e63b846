/* patal-worker.h: the thread that has the writing connection
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs run one after the other, in the order in which they were given. A job gets its data and the PatalDb, never a widget. */
#pragma once
#include "patal-edit.h"
#include "patal-file.h"

G_BEGIN_DECLS

#define PATAL_TYPE_WORKER (patal_worker_get_type ())
G_DECLARE_FINAL_TYPE (PatalWorker, patal_worker, PATAL, WORKER, GObject)

/* Signals, in the thread that made the worker (its main context):
 *   changed (GStrv tables)                after each edit, undo, redo; before the job's own @ready
 *   progress (double share)               of the job under way, or of the opening, at most every 50 ms
 */

typedef gpointer (*PatalJob) (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error);

/* Starts the thread and opens (CREATE: makes) the file in it; @ready is called when that is done. A READ worker's connection
 * reads only, of a file that the caller has open for reading: long questions of the window that should not wait behind an import. Returns the worker as it opens, (transfer none),
 * for "progress" of a migration; it is the caller's only with _finish(). */
typedef enum { PATAL_WORKER_OPEN, PATAL_WORKER_CREATE, PATAL_WORKER_READ } PatalWorkerStart;
PatalWorker *patal_worker_new_async  (const char *path, PatalWorkerStart start, const PatalSearchSource *const *searched,
                                      GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data);
PatalWorker *patal_worker_new_finish (GAsyncResult *result, GError **error);

const char *patal_worker_path (PatalWorker *worker);

/* @job runs in the thread; @data_free frees @data after it; @result_free frees its result where nobody takes it. A job that
 * fails returns NULL and sets its error; one that has no result to give returns GINT_TO_POINTER (TRUE) with @result_free NULL.
 * Cancelled before its turn it does not run, later its SQL stops; either way @ready comes not before the job's turn, with
 * G_IO_ERROR_CANCELLED, even where the edit had just been made (then *changed* tells). Call it, and patal_worker_stop(), from the
 * thread that made the worker. After the stop: G_IO_ERROR_CLOSED. */
void     patal_worker_run_async  (PatalWorker *worker, PatalJob job, gpointer data, GDestroyNotify data_free,
                                  GDestroyNotify result_free, GCancellable *cancellable,
                                  GAsyncReadyCallback ready, gpointer user_data);
gpointer patal_worker_run_finish (PatalWorker *worker, GAsyncResult *result, GError **error); /* (transfer full) */

/* Ends after the jobs given so far, closes the connection. The last unref does so too, without waiting; this waits. */
void patal_worker_stop (PatalWorker *worker);

G_END_DECLS
