/* patal-undo.c: undo and redo, read from the journal
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit pushes, an undo pops, a redo pushes again what the undo popped; a new edit forgets what could be redone. Read
 * backwards, the journal gives the top of either stack after a few lines. Freezing, unfreezing and a file's beginning stand apart. */
#include "patal-edit-private.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  gint64   edit;   /* the edit whose changeset is meant; 0: there is nothing */
  gint64   undoes; /* what the journal's new line is to name */
} Target;

typedef struct
{
  GBytes  *changeset;
  gsize    read; /* of its bytes, so far */
  gboolean foreign; /* it names a table that is not tracked */
  const PatalProgress *progress; /* (nullable) */
  GError  *stopped;
} Replay;

#define REPLAY_SHARE 0.6 /* of an import's undo; the rest is for the search index */

#define BACKWARDS                                                                                                       \
  "SELECT j.id, j.kind, j.undoes, (SELECT undoes FROM journal u WHERE u.id = j.undoes) FROM journal j"                  \
  " WHERE NOT j.standing ORDER BY j.id DESC"

static gboolean
find_undo (PatalDb *db, Target *target, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, BACKWARDS, PATAL_NO_ARGS);
  guint popped = 0;

  *target = (Target) { 0 };
  while (target->edit == 0 && patal_rows_next (&rows))
    {
      const char *kind = patal_rows_text (&rows, 1);

      if (g_str_equal (kind, "undo"))
        popped++;
      else if (popped > 0)
        popped--;
      else
        target->edit = target->undoes = patal_rows_int (&rows, g_str_equal (kind, "redo") ? 3 : 0);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
find_redo (PatalDb *db, Target *target, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, BACKWARDS, PATAL_NO_ARGS);
  guint redone = 0;

  *target = (Target) { 0 };
  while (target->edit == 0 && patal_rows_next (&rows))
    {
      const char *kind = patal_rows_text (&rows, 1);

      if (g_str_equal (kind, "edit"))
        break;
      if (g_str_equal (kind, "redo"))
        redone++;
      else if (redone > 0)
        redone--;
      else
        *target = (Target) { .edit = patal_rows_int (&rows, 2), .undoes = patal_rows_int (&rows, 0) };
    }
  return patal_rows_finish (&rows, error);
}

static int
only_tracked_cb (void *data, const char *table)
{
  PatalDb *db = ((gpointer *) data)[0];
  Replay *replay = ((gpointer *) data)[1];

  if (g_strv_contains ((const char *const *) db->tracked, table))
    return 1;
  replay->foreign = TRUE;
  return 0;
}

static int
abort_cb (void *data G_GNUC_UNUSED, int conflict G_GNUC_UNUSED, sqlite3_changeset_iter *at G_GNUC_UNUSED)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Handed over piece by piece: how much has been read tells how far it is. */
static int
read_cb (void *data, void *into, int *length)
{
  Replay *self = data;
  gsize size;
  const char *bytes = g_bytes_get_data (self->changeset, &size);
  gsize piece = MIN (size - self->read, (gsize) *length);

  if (!patal_progress_step (self->progress, self->read, size, &self->stopped))
    return SQLITE_INTERRUPT;
  memcpy (into, bytes + self->read, piece);
  self->read += piece;
  *length = (int) piece;
  return SQLITE_OK;
}

static gboolean
replay (PatalDb *db, gpointer data, GError **error)
{
  Replay *self = data;
  gpointer both[] = { db, self };
  int rc = sqlite3changeset_apply_v2_strm (db->handle, read_cb, self, only_tracked_cb, abort_cb, both, NULL, NULL,
                                           SQLITE_CHANGESETAPPLY_NOSAVEPOINT);

  if (self->stopped != NULL)
    g_propagate_error (error, g_steal_pointer (&self->stopped));
  else if (rc == SQLITE_ABORT)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_CONFLICT,
                         _("This cannot be taken back or done again: later changes of the same records stand in the way."));
  else if (rc != SQLITE_OK || self->foreign)
    patal_db_fail (db, rc != SQLITE_OK ? rc : SQLITE_CORRUPT, error);
  return rc == SQLITE_OK && !self->foreign;
}

static GBytes *
invert (PatalDb *db, GBytes *changeset, GError **error)
{
  gsize size;
  const void *bytes = g_bytes_get_data (changeset, &size);
  void *inverse = NULL;
  int inverse_size = 0, rc = sqlite3changeset_invert ((int) size, bytes, &inverse_size, &inverse);

  if (rc != SQLITE_OK)
    {
      patal_db_fail_handle (NULL, db->path, rc, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (inverse, (gsize) inverse_size, sqlite3_free, inverse);
}

static gboolean
run (PatalDb *db, PatalJournalKind kind, const Target *target, const PatalProgress *progress, GError **error)
{
  g_autoptr (GBytes) original = patal_journal_changeset (db, target->edit, error), inverse = NULL;
  g_auto (PatalJournalLabel) label = { 0 };
  PatalProgressPart replaying, feeding;
  Replay data = { .progress = patal_progress_part (&replaying, progress, 0, REPLAY_SHARE) };

  if (original == NULL || !patal_journal_load_label (db, target->edit, &label, error))
    return FALSE;
  if (kind == PATAL_JOURNAL_UNDO)
    {
      inverse = invert (db, original, error);
      g_clear_pointer (&original, g_bytes_unref); /* an import's is some 30 MB */
      if (inverse == NULL)
        return FALSE;
    }
  data.changeset = inverse != NULL ? inverse : original;
  return patal_edit_run (db, &(PatalEdit) { .label = &label.label, .run = replay, .data = &data, .kind = kind,
                                            .undoes = target->undoes, .changeset = data.changeset,
                                            .progress = patal_progress_part (&feeding, progress, REPLAY_SHARE, 1) },
                         error);
}

static gboolean
run_cancellable (PatalDb *db, PatalJournalKind kind, const Target *target, const PatalProgress *progress, GError **error)
{
  GCancellable *before = db->cancellable != NULL ? g_object_ref (db->cancellable) : NULL;
  gboolean good;

  if (progress != NULL && progress->cancellable != NULL)
    patal_db_set_cancellable (db, progress->cancellable);
  good = run (db, kind, target, progress, error);
  patal_db_set_cancellable (db, before);
  g_clear_object (&before);
  return good;
}

gboolean
patal_db_undo (PatalDb *db, const PatalProgress *progress, GError **error)
{
  Target target;

  if (!find_undo (db, &target, error))
    return FALSE;
  if (target.edit == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is nothing to undo."));
      return FALSE;
    }
  return run_cancellable (db, PATAL_JOURNAL_UNDO, &target, progress, error);
}

gboolean
patal_db_redo (PatalDb *db, const PatalProgress *progress, GError **error)
{
  Target target;

  if (!find_redo (db, &target, error))
    return FALSE;
  if (target.edit == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is nothing to redo."));
      return FALSE;
    }
  return run_cancellable (db, PATAL_JOURNAL_REDO, &target, progress, error);
}

static char *
label_of (PatalDb *db, const Target *target, const PatalWords *words)
{
  g_auto (PatalJournalLabel) label = { 0 };

  if (target->edit == 0 || !patal_journal_load_label (db, target->edit, &label, NULL))
    return NULL;
  return patal_label_text (&label.label, words);
}

char *
patal_db_undo_label (PatalDb *db, const PatalWords *words)
{
  Target target;

  return find_undo (db, &target, NULL) ? label_of (db, &target, words) : NULL;
}

char *
patal_db_redo_label (PatalDb *db, const PatalWords *words)
{
  Target target;

  return find_redo (db, &target, NULL) ? label_of (db, &target, words) : NULL;
}
