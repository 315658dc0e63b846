/* patal-course-module.c: the modules of courses, and their sessions
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course-private.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

static const PatalTrainingLinks subject_links = {
  .has = "SELECT subject FROM module_subject WHERE module = ?1 ORDER BY id",
  .add = "INSERT INTO module_subject (id, module, subject) VALUES (?1, ?2, ?3)",
  .remove = "DELETE FROM module_subject WHERE module = ?1 AND subject = ?2",
};

void
patal_session_free (PatalSession *session)
{
  if (session == NULL)
    return;
  g_free (session->topics[PATAL_LANG_HI]);
  g_free (session->topics[PATAL_LANG_EN]);
  g_free (session);
}

PatalModule *
patal_module_new (void)
{
  PatalModule *module = g_new0 (PatalModule, 1);

  module->days = 1;
  module->team = 2;
  module->follows = TRUE;
  module->subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  module->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_session_free);
  return module;
}

PatalModule *
patal_module_copy (const PatalModule *module)
{
  PatalModule *copy = g_memdup2 (module, sizeof *module);

  copy->names[PATAL_LANG_HI] = g_strdup (module->names[PATAL_LANG_HI]);
  copy->names[PATAL_LANG_EN] = g_strdup (module->names[PATAL_LANG_EN]);
  copy->subjects = g_array_copy (module->subjects);
  copy->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_session_free);
  for (guint i = 0; i < module->sessions->len; i++)
    {
      PatalSession *session = g_memdup2 (g_ptr_array_index (module->sessions, i), sizeof *session);

      session->topics[PATAL_LANG_HI] = g_strdup (session->topics[PATAL_LANG_HI]);
      session->topics[PATAL_LANG_EN] = g_strdup (session->topics[PATAL_LANG_EN]);
      g_ptr_array_add (copy->sessions, session);
    }
  return copy;
}

void
patal_module_free (PatalModule *module)
{
  if (module == NULL)
    return;
  g_free (module->names[PATAL_LANG_HI]);
  g_free (module->names[PATAL_LANG_EN]);
  g_array_unref (module->subjects);
  g_ptr_array_unref (module->sessions);
  g_free (module);
}

static gboolean
read_sessions (PatalDb *db, PatalModule *module, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, day_no, from_minute, to_minute, topic_hi, topic_en FROM session WHERE module = ?1"
    " ORDER BY day_no, from_minute, id", PATAL_ARGS (PATAL_INT (module->id)));

  while (patal_rows_next (&rows))
    {
      PatalSession *session = g_new0 (PatalSession, 1);

      session->id = patal_rows_int (&rows, 0);
      session->day_no = (int) patal_rows_int (&rows, 1);
      session->from_minute = (int) patal_rows_int (&rows, 2);
      session->to_minute = (int) patal_rows_int (&rows, 3);
      session->topics[PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 4));
      session->topics[PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 5));
      g_ptr_array_add (module->sessions, session);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
read_parts (PatalDb *db, PatalModule *module, GError **error)
{
  g_autoptr (GArray) subjects = patal_training_links_read (db, &subject_links, module->id, error);

  if (subjects == NULL)
    return FALSE;
  g_array_append_vals (module->subjects, subjects->data, subjects->len);
  return read_sessions (db, module, error);
}

GPtrArray *
patal_modules_read (PatalDb *db, gint64 course, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, name_hi, name_en, days, team, follows, marks FROM course_module WHERE course = ?1 ORDER BY rank, id",
    PATAL_ARGS (PATAL_INT (course)));
  g_autoptr (GPtrArray) modules = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_module_free);

  while (patal_rows_next (&rows))
    {
      PatalModule *module = patal_module_new ();

      module->id = patal_rows_int (&rows, 0);
      module->names[PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 1));
      module->names[PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 2));
      module->days = (int) patal_rows_int (&rows, 3);
      module->team = (int) patal_rows_int (&rows, 4);
      module->follows = patal_rows_int (&rows, 5) != 0;
      module->marks = (int) patal_rows_int (&rows, 6);
      g_ptr_array_add (modules, module);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  for (guint i = 0; i < modules->len; i++)
    if (!read_parts (db, g_ptr_array_index (modules, i), error))
      return NULL;
  return g_steal_pointer (&modules);
}

/* ---- writing ---- */

static gboolean
is_among_sessions (const GPtrArray *sessions, gint64 id)
{
  for (guint i = 0; i < sessions->len; i++)
    if (((const PatalSession *) g_ptr_array_index (sessions, i))->id == id)
      return TRUE;
  return FALSE;
}

static const PatalModule *
module_among (const GPtrArray *modules, gint64 id)
{
  for (guint i = 0; i < modules->len; i++)
    if (((const PatalModule *) g_ptr_array_index (modules, i))->id == id)
      return g_ptr_array_index (modules, i);
  return NULL;
}

static gboolean
write_session (PatalDb *db, gint64 module, PatalSession *session, GError **error)
{
  if (session->id == 0)
    session->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO session (id, module, day_no, from_minute, to_minute, topic_hi, topic_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (id) DO UPDATE SET module = ?2, day_no = ?3, from_minute = ?4, to_minute = ?5, topic_hi = ?6, topic_en = ?7",
    PATAL_ARGS (PATAL_INT (session->id), PATAL_INT (module), PATAL_INT (session->day_no), PATAL_INT (session->from_minute),
                PATAL_INT (session->to_minute), patal_training_text (session->topics[PATAL_LANG_HI]),
                patal_training_text (session->topics[PATAL_LANG_EN])), error);
}

static gboolean
write_sessions (PatalDb *db, const PatalModule *module, const PatalModule *was, GError **error)
{
  for (guint i = 0; was != NULL && i < was->sessions->len; i++)
    {
      gint64 id = ((const PatalSession *) g_ptr_array_index (was->sessions, i))->id;

      if (!is_among_sessions (module->sessions, id)
          && !patal_db_run (db, "DELETE FROM session WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error))
        return FALSE;
    }
  for (guint i = 0; i < module->sessions->len; i++)
    if (!write_session (db, module->id, g_ptr_array_index (module->sessions, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_module (PatalDb *db, gint64 course, guint rank, PatalModule *module, const PatalModule *was, GError **error)
{
  if (module->id == 0)
    module->id = patal_db_new_id (db);
  return patal_db_run (db,
           "INSERT INTO course_module (id, course, rank, name_hi, name_en, days, team, follows, marks)"
           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET course = ?2, rank = ?3, name_hi = ?4,"
           " name_en = ?5, days = ?6, team = ?7, follows = ?8, marks = ?9",
           PATAL_ARGS (PATAL_INT (module->id), PATAL_INT (course), PATAL_INT (rank),
                       patal_training_text (module->names[PATAL_LANG_HI]), patal_training_text (module->names[PATAL_LANG_EN]),
                       PATAL_INT (module->days), PATAL_INT (module->team), PATAL_INT (module->follows != FALSE),
                       PATAL_INT_OR_NULL (module->marks)), error)
         && patal_training_links_write (db, &subject_links, module->id, module->subjects, error)
         && write_sessions (db, module, was, error);
}

static gboolean
remove_module (PatalDb *db, const PatalModule *module, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM session WHERE module = ?1", "DELETE FROM module_subject WHERE module = ?1", "DELETE FROM course_module WHERE id = ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!patal_db_run (db, statements[i], PATAL_ARGS (PATAL_INT (module->id)), error))
      return FALSE;
  return TRUE;
}

/* What batches were made of stays as it is: its days are printed, and marks are counted from them. */
static gboolean
check_unused (PatalDb *db, const PatalModule *was, const PatalModule *now, GError **error)
{
  gint64 batches;

  if (now != NULL && now->days == was->days)
    return TRUE;
  if (!patal_db_int (db, "SELECT count (*) FROM batch WHERE module = ?1", PATAL_ARGS (PATAL_INT (was->id)), &batches, error))
    return FALSE;
  return batches == 0
         || patal_course_refuse (NULL, NULL, error, PATAL_COURSE_ERROR_IN_USE,
                                 now == NULL ? _("Batches of this module are planned or held: it cannot be taken away")
                                             : _("Batches of this module are planned or held: its days cannot be changed"));
}

gboolean
patal_modules_write (PatalDb *db, const PatalCourse *course, GError **error)
{
  g_autoptr (GPtrArray) there = patal_modules_read (db, course->id, error);

  if (there == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    {
      const PatalModule *was = g_ptr_array_index (there, i), *now = module_among (course->modules, was->id);

      if (!check_unused (db, was, now, error) || (now == NULL && !remove_module (db, was, error)))
        return FALSE;
    }
  for (guint i = 0; i < course->modules->len; i++)
    {
      PatalModule *module = g_ptr_array_index (course->modules, i);

      if (!write_module (db, course->id, i + 1, module, module->id != 0 ? module_among (there, module->id) : NULL, error))
        return FALSE;
    }
  return TRUE;
}
