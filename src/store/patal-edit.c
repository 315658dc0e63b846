/* patal-edit.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-edit-private.h"
#include "patal-search-index.h"
#include "patal-whereabouts.h"

gint64
patal_db_now (PatalDb *db)
{
  return db->clock != 0 ? db->clock : g_get_real_time () / G_USEC_PER_SEC;
}

void
patal_db_set_clock (PatalDb *db, gint64 seconds)
{
  db->clock = seconds;
}

void
patal_db_set_changed_func (PatalDb *db, PatalChangedFunc func, gpointer data)
{
  db->changed = func;
  db->changed_data = data;
}

/* By name: attaching all would record FTS5's own tables too, and replaying those ruins the index. */
static sqlite3_session *
watch (PatalDb *db, GError **error)
{
  sqlite3_session *session = NULL;
  int rc = sqlite3session_create (db->handle, "main", &session);

  for (gsize i = 0; rc == SQLITE_OK && db->tracked[i] != NULL; i++)
    rc = sqlite3session_attach (session, db->tracked[i]);
  if (rc == SQLITE_OK)
    return session;
  patal_db_fail (db, rc, error);
  if (session != NULL)
    sqlite3session_delete (session);
  return NULL;
}

static GBytes *
take_changeset (PatalDb *db, sqlite3_session *session, GError **error)
{
  void *bytes = NULL;
  int size = 0, rc = sqlite3session_changeset (session, &size, &bytes);

  if (rc != SQLITE_OK)
    {
      patal_db_fail (db, rc, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

static gboolean
call (PatalDb *db, const PatalEdit *edit, GError **error)
{
  gboolean good;

  db->in_edit = TRUE;
  good = edit->run (db, edit->data, error);
  db->in_edit = FALSE;
  if (good && sqlite3_get_autocommit (db->handle))
    {
      /* It did not look at an error that took the whole transaction back. */
      patal_db_fail_handle (NULL, db->path, db->taken_back != 0 ? db->taken_back : SQLITE_ABORT, error);
      return FALSE;
    }
  return good;
}

/* Runs the edit and says what it changed. */
static GBytes *
run_watched (PatalDb *db, const PatalEdit *edit, GError **error)
{
  sqlite3_session *session;
  GBytes *changeset = NULL;

  if (edit->changeset != NULL) /* finding out again what an import's undo does would take 0.5 s */
    return call (db, edit, error) ? g_bytes_ref (edit->changeset) : NULL;
  session = watch (db, error);
  if (session == NULL)
    return NULL;
  if (call (db, edit, error))
    changeset = take_changeset (db, session, error);
  sqlite3session_delete (session);
  return changeset;
}

static gboolean
save_counter (PatalDb *db, GError **error)
{
  g_autofree char *counter = g_strdup_printf ("%" G_GINT64_FORMAT, db->counter);

  return db->counter == db->counter_saved || patal_file_set_meta (db, PATAL_META_COUNTER, counter, error);
}

static void
touched_clear (PatalTouched *touched)
{
  g_clear_pointer (&touched->tables, g_ptr_array_unref);
  g_clear_pointer (&touched->froze, g_hash_table_unref);
  g_clear_pointer (&touched->unfroze, g_hash_table_unref);
  g_clear_pointer (&touched->stale, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalTouched, touched_clear)

static gboolean
note (PatalDb *db, const PatalChange *change, PatalTouched *touched, GError **error)
{
  GPtrArray *tables = touched->tables;

  if (tables->len == 0 || !g_str_equal (tables->pdata[tables->len - 1], change->table))
    g_ptr_array_add (tables, (gpointer) g_intern_string (change->table)); /* the walk's own ends with it */
  if (g_str_equal (change->table, "frozen"))
    g_hash_table_add (change->op == SQLITE_DELETE ? touched->unfroze : touched->froze,
                      g_memdup2 (&change->id, sizeof change->id));
  return patal_search_index_note (db, change, touched->stale, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* One walk for all who want to know: over an import's changeset it takes 0.2 s. */
static gboolean
examine (PatalDb *db, const void *bytes, gsize size, PatalTouched *touched, GError **error)
{
  g_auto (PatalChanges) changes = patal_changes_walk (bytes, size);
  const PatalChange *change;

  touched->tables = g_ptr_array_new ();
  touched->froze = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  touched->unfroze = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  touched->stale = patal_search_stale_new ();
  while ((change = patal_changes_next (&changes)) != NULL)
    if (!note (db, change, touched, error))
      return FALSE;
  g_ptr_array_sort (touched->tables, compare_names);
  g_ptr_array_add (touched->tables, NULL);
  return patal_changes_finish (&changes, db, error);
}

static gboolean
seal (PatalDb *db, const PatalEdit *edit, GBytes *changeset, PatalTouched *touched, GError **error)
{
  gsize size;
  const void *bytes = g_bytes_get_data (changeset, &size);

  if (!save_counter (db, error))
    return FALSE;
  return size == 0
         || (examine (db, bytes, size, touched, error) && patal_freeze_check (db, touched, bytes, size, error)
             && patal_search_index_feed (db, touched->stale, edit->progress, error)
             && patal_journal_write (db, edit, bytes, size, error));
}

gboolean
patal_edit_run (PatalDb *db, const PatalEdit *edit, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  g_auto (PatalTouched) touched = { 0 };

  g_assert (!db->in_edit && sqlite3_get_autocommit (db->handle)); /* not nested */
  if (!patal_whereabouts_check (db, error) || !patal_db_begin (db, error))
    return FALSE;
  changeset = run_watched (db, edit, error);
  if (changeset == NULL || !seal (db, edit, changeset, &touched, error) || !patal_db_commit (db, error))
    {
      patal_db_rollback (db);
      return FALSE;
    }
  db->counter_saved = db->counter;
  if (db->changed != NULL && touched.tables != NULL)
    db->changed ((const char *const *) touched.tables->pdata, db->changed_data);
  return TRUE;
}

gboolean
patal_db_edit (PatalDb *db, const PatalLabel *label, PatalEditFunc edit, gpointer data, GError **error)
{
  return patal_edit_run (db, &(PatalEdit) { .label = label, .run = edit, .data = data }, error);
}

gboolean
patal_db_edit_standing (PatalDb *db, const PatalLabel *label, PatalEditFunc edit, gpointer data, GError **error)
{
  return patal_edit_run (db, &(PatalEdit) { .label = label, .standing = TRUE, .run = edit, .data = data }, error);
}

gboolean
patal_db_edit_with_reason (PatalDb *db, const PatalLabel *label, const char *reason, PatalEditFunc edit, gpointer data,
                           GError **error)
{
  return patal_edit_run (db, &(PatalEdit) { .label = label, .reason = reason, .run = edit, .data = data }, error);
}
