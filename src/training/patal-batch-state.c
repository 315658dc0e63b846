/* patal-batch-state.c: what becomes of a batch: moved, published, held, called off
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-private.h"
#include "patal-ids.h"
#include "patal-training-findings.h"
#include "patal-training-private.h"
#include <string.h>


static gboolean
note (PatalDb *db, gint64 batch, int day_no, PatalDay was, PatalDay now, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  g_autofree char *was_iso = patal_day_iso (was), *now_iso = now != PATAL_DAY_NONE ? patal_day_iso (now) : NULL, *made = patal_day_iso (today);

  return patal_db_run (db,
    "INSERT INTO batch_change (id, batch, day_no, was_day, now_day, reason, words, made_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (batch), PATAL_INT (day_no), PATAL_TEXT (was_iso), PATAL_TEXT (now_iso),
                PATAL_TEXT (patal_change_reason_id (why->reason)), patal_training_text (why->words), PATAL_TEXT (made)), error);
}

gboolean
patal_batch_note_change (PatalDb *db, gint64 batch, PatalDay was, PatalDay now, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  return note (db, batch, 0, was, now, why, today, error);
}

static gboolean
refuse_undated (const PatalBatch *batch, GError **error)
{
  g_autofree char *no = g_strdup_printf ("%d", batch->no);

  return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_START, no), error);
}

static gboolean
obeys_rules (PatalDb *db, PatalBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;

  patal_batch_derive_days (batch);
  findings = patal_batch_findings_of (db, batch, NULL, error);
  return findings != NULL && patal_findings_allow (findings, error);
}

/* What people were told of the new day: a batch that waited for one has it now, one that was published has another. */
static gboolean
tell_of_move (PatalDb *db, const PatalBatch *batch, PatalDay was, const PatalBatchMove *move, PatalDay today, GError **error)
{
  g_autofree char *now = move->start != PATAL_DAY_NONE ? patal_day_iso (move->start) : NULL;

  if (batch->status == PATAL_BATCH_POSTPONED)
    return patal_db_run (db, "UPDATE batch_change SET now_day = ?2 WHERE batch = ?1 AND day_no = 0 AND now_day IS NULL",
                         PATAL_ARGS (PATAL_INT (batch->id), PATAL_TEXT (now)), error);
  if (batch->status != PATAL_BATCH_PUBLISHED || was == move->start)
    return TRUE;
  return patal_batch_note_change (db, batch->id, was, move->start, &move->why, today, error);
}

static PatalBatchStatus
status_after_move (const PatalBatch *batch)
{
  if (batch->start == PATAL_DAY_NONE)
    return batch->status == PATAL_BATCH_PUBLISHED ? PATAL_BATCH_POSTPONED : batch->status;
  if (batch->status != PATAL_BATCH_POSTPONED)
    return batch->status;
  return batch->changes->len > 0 ? PATAL_BATCH_PUBLISHED : PATAL_BATCH_PLANNED; /* nobody had been told of one without a change */
}

/* Its own days follow it again. */
static gboolean
forget_days (PatalDb *db, PatalBatch *batch, PatalDay was, PatalDay start, GError **error)
{
  if (was == start)
    return TRUE;
  for (guint i = batch->changes->len; i > 0; i--)
    if (((const PatalBatchChange *) g_ptr_array_index (batch->changes, i - 1))->day_no > 0)
      g_ptr_array_remove_index (batch->changes, i - 1);
  return patal_db_run (db, "DELETE FROM batch_change WHERE batch = ?1 AND day_no > 0", PATAL_ARGS (PATAL_INT (batch->id)), error);
}

/* Reads batch @id and makes it what it is after @move; nothing is written yet but what people were told. */
static gboolean
load_moved (PatalDb *db, gint64 id, const PatalBatchMove *move, PatalDay today, PatalBatch *batch, GError **error)
{
  PatalDay was;

  if (!patal_batch_load (db, id, batch, error))
    return FALSE;
  if (batch->status == PATAL_BATCH_HELD || batch->status == PATAL_BATCH_CANCELLED || (batch->start != PATAL_DAY_NONE && batch->start <= today))
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PAST), error);
  was = batch->start;
  batch->start = move->start;
  batch->venue = move->venue != 0 ? move->venue : batch->venue;
  if (move->trainers != NULL)
    {
      g_array_set_size (batch->trainers, 0);
      g_array_append_vals (batch->trainers, move->trainers->data, move->trainers->len);
    }
  if (!forget_days (db, batch, was, move->start, error) || !tell_of_move (db, batch, was, move, today, error))
    return FALSE;
  batch->status = status_after_move (batch);
  return TRUE;
}

gboolean
patal_batch_move (PatalDb *db, gint64 id, const PatalBatchMove *move, PatalDay today, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };

  g_return_val_if_fail (move->start != PATAL_DAY_NONE, FALSE);

  return load_moved (db, id, move, today, &batch, error) && obeys_rules (db, &batch, error) && patal_batch_put (db, &batch, error);
}

gboolean
patal_batch_move_planned (PatalDb *db, gint64 id, const PatalBatchMove *move, const char *without, PatalDay today, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };

  if (!load_moved (db, id, move, today, &batch, error))
    return FALSE;
  g_free (batch.without);
  batch.without = g_strdup (without);
  return patal_batch_put (db, &batch, error);
}

/* ---- published, held ---- */

static gboolean
publish (PatalDb *db, gint64 id, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  gint64 nominated;

  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  if (batch.status == PATAL_BATCH_HELD || batch.status == PATAL_BATCH_CANCELLED)
    return TRUE;
  if (!patal_db_int (db, "SELECT count (*) FROM nomination WHERE batch = ?1 AND status = 'nominated'", PATAL_ARGS (PATAL_INT (id)), &nominated, error))
    return FALSE;
  if (batch.start == PATAL_DAY_NONE || nominated == 0)
    return refuse_undated (&batch, error);
  return patal_db_run (db, "UPDATE batch SET status = 'published' WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

gboolean
patal_batch_publish (PatalDb *db, const gint64 *ids, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!publish (db, ids[i], error))
      return FALSE;
  return TRUE;
}

/* Of how many who are nominated a half-day that was held is not said. */
static gboolean
count_unsaid (PatalDb *db, const PatalBatch *batch, guint *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT marks FROM nomination WHERE batch = ?1 AND status = 'nominated'",
                                            PATAL_ARGS (PATAL_INT (batch->id)));

  *out = 0;
  while (patal_rows_next (&rows))
    {
      const char *marks = patal_rows_text (&rows, 0);
      gsize length = strlen (marks);
      gboolean unsaid = FALSE;

      for (guint half = 0; half < 2 * batch->held_on->len; half++)
        unsaid = unsaid || (g_array_index (batch->held_on, PatalDay, half / 2) != PATAL_DAY_NONE && (half >= length || marks[half] == '-'));
      *out += unsaid;
    }
  return patal_rows_finish (&rows, error);
}

gboolean
patal_batch_finish (PatalDb *db, gint64 id, PatalDay today, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  PatalSpan span;
  guint unsaid;

  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  span = patal_batch_span (&batch);
  if (batch.status == PATAL_BATCH_CANCELLED || span.to == PATAL_DAY_NONE)
    return refuse_undated (&batch, error);
  if (span.to > today)
    {
      g_autofree char *day = patal_day_format (span.to);

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_FUTURE, day), error);
    }
  if (!count_unsaid (db, &batch, &unsaid, error))
    return FALSE;
  if (unsaid > 0)
    return patal_broken_rule_refuse (PATAL_BROKEN_N (PATAL_TRAINING_ERROR_MARKS_MISSING, unsaid), error);
  return patal_db_run (db, "UPDATE batch SET status = 'held' WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

/* ---- called off ---- */

static gboolean
refuse_present (PatalDb *db, gint64 batch, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT iif (?2, ifnull (name_hi, name_en), ifnull (name_en, name_hi)) FROM nomination JOIN person ON person.id = nomination.person"
    " WHERE batch = ?1 AND marks LIKE '%P%' LIMIT 1", PATAL_ARGS (PATAL_INT (batch), PATAL_INT (patal_training_lang (NULL) == PATAL_LANG_HI)));
  g_autofree char *name = patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  return name == NULL || patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PRESENT, name), error);
}

static gboolean
call_off (PatalDb *db, PatalBatch *batch, PatalBatchStatus status, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  if (!refuse_present (db, batch->id, error))
    return FALSE;
  if (batch->status == PATAL_BATCH_PUBLISHED && batch->start != PATAL_DAY_NONE
      && !patal_batch_note_change (db, batch->id, batch->start, PATAL_DAY_NONE, why, today, error))
    return FALSE;
  if (!forget_days (db, batch, batch->start, PATAL_DAY_NONE, error))
    return FALSE;
  batch->status = status;
  batch->start = PATAL_DAY_NONE;
  batch->pinned = FALSE;
  return patal_batch_put (db, batch, error);
}

gboolean
patal_batch_call_off (PatalDb *db, gint64 id, PatalBatchStatus status, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (status == PATAL_BATCH_POSTPONED || status == PATAL_BATCH_CANCELLED, FALSE);

  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  if (batch.status == PATAL_BATCH_HELD)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PAST), error);
  if (status == PATAL_BATCH_POSTPONED)
    return call_off (db, &batch, status, why, today, error);
  ids = patal_ids_read (db, "SELECT id FROM batch WHERE cluster = ?1 AND status NOT IN ('held', 'cancelled') ORDER BY id",
                        PATAL_ARGS (PATAL_INT (batch.cluster)), PATAL_IDS_FORWARDS, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_auto (PatalBatch) own = { 0 };

      if (!patal_batch_load (db, g_array_index (ids, gint64, i), &own, error) || !call_off (db, &own, status, why, today, error))
        return FALSE;
    }
  return ids != NULL;
}

/* ---- a day of its own ---- */

/* Both half-days of day @day_no are unsaid again. */
static gboolean
take_back_marks (PatalDb *db, gint64 batch, int day_no, GError **error)
{
  return patal_db_run (db,
    "UPDATE nomination SET marks = substr (marks, 1, 2 * (?2 - 1)) || substr ('--', 1, length (marks) - 2 * (?2 - 1)) || substr (marks, 2 * ?2 + 1)"
    " WHERE batch = ?1 AND length (marks) > 2 * (?2 - 1)", PATAL_ARGS (PATAL_INT (batch), PATAL_INT (day_no)), error);
}

gboolean
patal_batch_drop_day (PatalDb *db, gint64 id, int day_no, PatalDay now, const PatalChangeWhy *why, PatalDay today, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  PatalDay was;

  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  g_return_val_if_fail (day_no >= 1 && day_no <= batch.n_days, FALSE);
  if (batch.status == PATAL_BATCH_HELD)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PAST), error);
  if (batch.start == PATAL_DAY_NONE)
    return refuse_undated (&batch, error);
  was = g_array_index (batch.held_on, PatalDay, day_no - 1);
  if (now == PATAL_DAY_NONE && patal_batch_held_days (&batch) == (was != PATAL_DAY_NONE ? 1 : 0))
    return refuse_undated (&batch, error);
  if (!note (db, id, day_no, was != PATAL_DAY_NONE ? was : batch.start + day_no - 1, now, why, today, error)
      || !take_back_marks (db, id, day_no, error))
    return FALSE;
  if (now == PATAL_DAY_NONE)
    return TRUE;
  patal_batch_clear (&batch);
  return patal_batch_load (db, id, &batch, error) && obeys_rules (db, &batch, error);
}
