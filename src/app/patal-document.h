/* patal-document.h: a district's file as the window has it: a reader for list rows, a thread that reads, a thread that writes
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it is called in the main thread. Pages hold a document and hear "changed"; they never call each other. */
#pragma once
#include "patal-worker.h"

G_BEGIN_DECLS

#define PATAL_TYPE_DOCUMENT (patal_document_get_type ())
G_DECLARE_FINAL_TYPE (PatalDocument, patal_document, PATAL, DOCUMENT, GObject)

/* Properties: "writable" (gboolean), "undo-label", "redo-label" (nullable): what undo and redo would do; where something typed stands
 * unsaved, "undo-label" is that.
 * Signals:
 *   changed (GStrv tables)     after each edit, undo, redo
 *   edited (char *label)       after an edit of this window: what it did, in words
 *   undoing, redoing (double share)  how far the undo, the redo under way is, from 0 on
 *   turned ()                  none is under way any more, whatever has come of it
 *   undone, redone (char *label)  after an undo, a redo: what was taken back, done again
 *   drop-typed ()              whoever told of something typed puts back what was there
 *   notice (char *sentence)    something worth a passing line
 *   progress (double share)    of the long job under way, reading or writing
 *   moved ()                   a job was refused because the file is not where it was: see patal-whereabouts.h
 *   settled ()                 the writer is open, or has failed: see patal_document_trouble()
 */

/* Opens the file for reading, at once, in a few milliseconds. @error: PATAL_DB_ERROR; CONFLICT when the file must be migrated first
 * (patal_document_migrate_async). */
PatalDocument *patal_document_new (const char *path, GError **error);

/* Opens an older file once for writing, which migrates it. @say (nullable) hears how far it is, with @user_data, until @ready. */
typedef void (*PatalDocumentSay) (gpointer user_data, double share);
void     patal_document_migrate_async  (const char *path, PatalDocumentSay say, GCancellable *cancellable,
                                        GAsyncReadyCallback ready, gpointer user_data);
gboolean patal_document_migrate_finish (GAsyncResult *result, GError **error);

/* Starts the two threads; also again, after the writer failed. */
void patal_document_start (PatalDocument *document);

/* Ends the threads and waits for them: the file is free afterwards. Jobs given later fail with CLOSED. */
void patal_document_stop (PatalDocument *document);

const char   *patal_document_path     (PatalDocument *document);
PatalDb      *patal_document_reader   (PatalDocument *document); /* (transfer none): for list rows and single records */
gboolean      patal_document_writable (PatalDocument *document);
const GError *patal_document_trouble  (PatalDocument *document); /* (nullable): why it cannot be written */

/* Jobs as patal_worker_run_async() has them. Reading never waits for writing. A job given before the thread has opened the file waits. */
void patal_document_read_async  (PatalDocument *document, PatalJob job, gpointer data, GDestroyNotify data_free,
                                 GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback ready,
                                 gpointer user_data);
void patal_document_write_async (PatalDocument *document, PatalJob job, gpointer data, GDestroyNotify data_free,
                                 GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback ready,
                                 gpointer user_data);
gpointer patal_document_run_finish (PatalDocument *document, GAsyncResult *result, GError **error); /* (transfer full) */

/* Tells that something typed stands unsaved: @what, in words; NULL: not any more. It is what undo takes back first. */
void     patal_document_set_typed  (PatalDocument *document, const char *what);
gboolean patal_document_has_typed  (PatalDocument *document);
gboolean patal_document_drop_typed (PatalDocument *document); /* FALSE: nothing typed stands unsaved */

void patal_document_undo (PatalDocument *document); /* the last edit, whatever is typed */
void patal_document_redo (PatalDocument *document);

/* Stops the undo or redo under way, and those that wait behind it: what is not done is not begun with either. */
void patal_document_stop_turning (PatalDocument *document);

/* A passing line; an error is said as one too (never a cancellation). (transfer none). */
void patal_document_say      (PatalDocument *document, const char *sentence);
void patal_document_complain (PatalDocument *document, const GError *error);

/* Whether @tables of the signal "changed" name @table. */
gboolean patal_document_touches (const char *const *tables, const char *table);

G_END_DECLS
