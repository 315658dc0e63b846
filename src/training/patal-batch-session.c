/* patal-batch-session.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-session.h"
#include "patal-batch-private.h"
#include "patal-training-private.h"

GPtrArray *
patal_batch_sessions (PatalDb *db, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_session_free);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, day_no, from_minute, to_minute, topic_hi, topic_en, trainer FROM session WHERE batch = ?1 ORDER BY day_no, from_minute, id",
    PATAL_ARGS (PATAL_INT (batch)));

  while (patal_rows_next (&rows))
    {
      PatalSession *session = g_new (PatalSession, 1);

      *session = (PatalSession) {
        .id = patal_rows_int (&rows, 0), .day_no = (int) patal_rows_int (&rows, 1), .from_minute = (int) patal_rows_int (&rows, 2),
        .to_minute = (int) patal_rows_int (&rows, 3), .trainer = patal_rows_int (&rows, 6),
        .topics = { [PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 4)), [PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 5)) },
      };
      g_ptr_array_add (sessions, session);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&sessions) : NULL;
}

/* One begins before the other ends, on one day; a later one names the earlier. */
static gboolean
check_overlaps (const GPtrArray *sessions, GError **error)
{
  for (guint i = 0; i < sessions->len; i++)
    for (guint j = 0; j < sessions->len; j++)
      {
        const PatalSession *one = g_ptr_array_index (sessions, i), *other = g_ptr_array_index (sessions, j);

        if (i != j && one->day_no == other->day_no && one->from_minute >= other->from_minute && one->from_minute < other->to_minute)
          return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_SESSION_OVERLAP, patal_training_name (one->topics, NULL),
                                                         patal_training_name (other->topics, NULL)), error);
      }
  return TRUE;
}

static gboolean
check (const PatalBatch *batch, const GPtrArray *sessions, GError **error)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const PatalSession *session = g_ptr_array_index (sessions, i);

      if (session->day_no < 1 || session->day_no > batch->n_days)
        return patal_broken_rule_refuse (PATAL_BROKEN_N (PATAL_TRAINING_ERROR_SESSION_DAY, (guint64) batch->n_days), error);
    }
  return check_overlaps (sessions, error);
}

static gboolean
is_among (const GPtrArray *sessions, gint64 id)
{
  for (guint i = 0; i < sessions->len; i++)
    if (((const PatalSession *) g_ptr_array_index (sessions, i))->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
write_session (PatalDb *db, gint64 batch, PatalSession *session, GError **error)
{
  if (session->id == 0)
    session->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO session (id, batch, day_no, from_minute, to_minute, topic_hi, topic_en, trainer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (id) DO UPDATE SET day_no = ?3, from_minute = ?4, to_minute = ?5, topic_hi = ?6, topic_en = ?7, trainer = ?8",
    PATAL_ARGS (PATAL_INT (session->id), PATAL_INT (batch), PATAL_INT (session->day_no), PATAL_INT (session->from_minute), PATAL_INT (session->to_minute),
                patal_training_text (session->topics[PATAL_LANG_HI]), patal_training_text (session->topics[PATAL_LANG_EN]),
                PATAL_INT_OR_NULL (session->trainer)), error);
}

gboolean
patal_batch_sessions_put (PatalDb *db, gint64 id, GPtrArray *sessions, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  g_autoptr (GPtrArray) were = NULL;

  if (!patal_batch_load (db, id, &batch, error) || !patal_batch_may_change (db, id, error) || !check (&batch, sessions, error)
      || (were = patal_batch_sessions (db, id, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < were->len; i++)
    {
      gint64 was = ((const PatalSession *) g_ptr_array_index (were, i))->id;

      if (!is_among (sessions, was) && !patal_db_run (db, "DELETE FROM session WHERE id = ?1", PATAL_ARGS (PATAL_INT (was)), error))
        return FALSE;
    }
  for (guint i = 0; i < sessions->len; i++)
    if (!write_session (db, id, g_ptr_array_index (sessions, i), error))
      return FALSE;
  return TRUE;
}
