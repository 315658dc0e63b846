/* patal-batch.c: batches as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-private.h"
#include "patal-ids.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const struct { const char *id, *title; } statuses[PATAL_N_BATCH_STATUSES] = {
  /* Translators: what became of a batch */
  [PATAL_BATCH_PLANNED] = { "planned", N_("Planned") },       [PATAL_BATCH_PUBLISHED] = { "published", N_("Published") },
  [PATAL_BATCH_HELD] = { "held", N_("Held") },                [PATAL_BATCH_CANCELLED] = { "cancelled", N_("Cancelled") },
  [PATAL_BATCH_POSTPONED] = { "postponed", N_("Postponed") },
};

static const struct { const char *id, *title; } reasons[PATAL_N_CHANGE_REASONS] = {
  [PATAL_CHANGE_ELECTION] = { "election", N_("Election") }, [PATAL_CHANGE_FAIR] = { "fair", N_("Fair") },
  [PATAL_CHANGE_CODE] = { "code", N_("Code of conduct") },  [PATAL_CHANGE_MONSOON] = { "monsoon", N_("Monsoon") },
  [PATAL_CHANGE_HARVEST] = { "harvest", N_("Harvest") },    [PATAL_CHANGE_EXAM] = { "exam", N_("Examination") },
  [PATAL_CHANGE_FLOOD] = { "flood", N_("Flood") },          [PATAL_CHANGE_TRAINER] = { "trainer", N_("The trainer cannot come") },
  [PATAL_CHANGE_VENUE] = { "venue", N_("The venue is not to be had") },
  [PATAL_CHANGE_HOLIDAY] = { "holiday", N_("Holiday") },    [PATAL_CHANGE_OTHER] = { "other", N_("Other") },
};

const char *
patal_batch_status_id (PatalBatchStatus status)
{
  g_return_val_if_fail (status < PATAL_N_BATCH_STATUSES, NULL);
  return statuses[status].id;
}

const char *
patal_batch_status_title (PatalBatchStatus status)
{
  g_return_val_if_fail (status < PATAL_N_BATCH_STATUSES, NULL);
  return statuses[status].title;
}

PatalBatchStatus
patal_batch_status_of (const char *id)
{
  PatalBatchStatus status = 0;

  while (status < PATAL_BATCH_POSTPONED && g_strcmp0 (statuses[status].id, id) != 0)
    status++;
  return status;
}

const char *
patal_change_reason_id (PatalChangeReason reason)
{
  g_return_val_if_fail (reason < PATAL_N_CHANGE_REASONS, NULL);
  return reasons[reason].id;
}

const char *
patal_change_reason_title (PatalChangeReason reason)
{
  g_return_val_if_fail (reason < PATAL_N_CHANGE_REASONS, NULL);
  return reasons[reason].title;
}

static PatalChangeReason
reason_of (const char *id)
{
  PatalChangeReason reason = 0;

  while (reason < PATAL_CHANGE_OTHER && g_strcmp0 (reasons[reason].id, id) != 0)
    reason++;
  return reason;
}

static void
change_free (gpointer data)
{
  PatalBatchChange *change = data;

  g_free (change->words);
  g_free (change);
}

void
patal_batch_init (PatalBatch *batch)
{
  *batch = (PatalBatch) {
    .n_days = 1,
    .trainers = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .changes = g_ptr_array_new_with_free_func (change_free),
    .held_on = g_array_new (FALSE, FALSE, sizeof (PatalDay)),
  };
}

void
patal_batch_clear (PatalBatch *batch)
{
  g_free (batch->without);
  g_free (batch->remark);
  g_clear_pointer (&batch->trainers, g_array_unref);
  g_clear_pointer (&batch->changes, g_ptr_array_unref);
  g_clear_pointer (&batch->held_on, g_array_unref);
  memset (batch, 0, sizeof *batch);
}

void
patal_batch_derive_days (PatalBatch *batch)
{
  g_array_set_size (batch->held_on, 0);
  for (int i = 0; batch->start != PATAL_DAY_NONE && i < batch->n_days; i++)
    {
      PatalDay day = batch->start + i;

      g_array_append_val (batch->held_on, day);
    }
  /* What was said last of a day counts. */
  for (guint i = 0; i < batch->changes->len; i++)
    {
      const PatalBatchChange *change = g_ptr_array_index (batch->changes, i);

      if (change->day_no > 0 && (guint) change->day_no <= batch->held_on->len)
        g_array_index (batch->held_on, PatalDay, change->day_no - 1) = change->now;
    }
}

PatalSpan
patal_batch_span (const PatalBatch *batch)
{
  PatalSpan span = { PATAL_DAY_NONE, PATAL_DAY_NONE };

  for (guint i = 0; i < batch->held_on->len; i++)
    {
      PatalDay day = g_array_index (batch->held_on, PatalDay, i);

      if (day == PATAL_DAY_NONE)
        continue;
      span.from = span.from == PATAL_DAY_NONE ? day : MIN (span.from, day);
      span.to = MAX (span.to, day);
    }
  return span;
}

guint
patal_batch_held_days (const PatalBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < batch->held_on->len; i++)
    n += g_array_index (batch->held_on, PatalDay, i) != PATAL_DAY_NONE;
  return n;
}

PatalDay
patal_batch_common_day (const PatalBatch *batch, const PatalBatch *other)
{
  for (guint i = 0; i < other->held_on->len; i++)
    for (guint own = 0; own < batch->held_on->len; own++)
      if (g_array_index (other->held_on, PatalDay, i) != PATAL_DAY_NONE
          && g_array_index (other->held_on, PatalDay, i) == g_array_index (batch->held_on, PatalDay, own))
        return g_array_index (other->held_on, PatalDay, i);
  return PATAL_DAY_NONE;
}

/* ---- reading ---- */

static gboolean
read_row (PatalDb *db, gint64 id, PatalBatch *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT batch.cluster, batch.module, ifnull (batch.venue, cluster.venue), batch.nodal, batch.no, batch.days, batch.start_day,"
    " batch.status, batch.pinned, batch.without, batch.remark FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE batch.id = ?1",
    PATAL_ARGS (PATAL_INT (id)));

  if (patal_rows_next (&rows))
    {
      out->id = id;
      out->cluster = patal_rows_int (&rows, 0);
      out->module = patal_rows_int (&rows, 1);
      out->venue = patal_rows_int (&rows, 2);
      out->nodal = patal_rows_int (&rows, 3);
      out->no = (int) patal_rows_int (&rows, 4);
      out->n_days = (int) patal_rows_int (&rows, 5);
      out->start = patal_day_from_iso (patal_rows_text (&rows, 6));
      out->status = patal_batch_status_of (patal_rows_text (&rows, 7));
      out->pinned = patal_rows_int (&rows, 8) != 0;
      out->without = g_strdup (patal_rows_text (&rows, 9));
      out->remark = g_strdup (patal_rows_text (&rows, 10));
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (out->id == 0)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This batch is no longer in the file"));
  return out->id != 0;
}

static gboolean
read_changes (PatalDb *db, PatalBatch *batch, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, day_no, was_day, now_day, made_on, reason, words FROM batch_change WHERE batch = ?1 ORDER BY id",
    PATAL_ARGS (PATAL_INT (batch->id)));

  while (patal_rows_next (&rows))
    {
      PatalBatchChange *change = g_new (PatalBatchChange, 1);

      *change = (PatalBatchChange) {
        .id = patal_rows_int (&rows, 0),
        .day_no = (int) patal_rows_int (&rows, 1),
        .was = patal_day_from_iso (patal_rows_text (&rows, 2)),
        .now = patal_day_from_iso (patal_rows_text (&rows, 3)),
        .made_on = patal_day_from_iso (patal_rows_text (&rows, 4)),
        .reason = reason_of (patal_rows_text (&rows, 5)),
        .words = g_strdup (patal_rows_text (&rows, 6)),
      };
      g_ptr_array_add (batch->changes, change);
    }
  return patal_rows_finish (&rows, error);
}

static const PatalTrainingLinks its_trainers = {
  .has = "SELECT trainer FROM batch_trainer WHERE batch = ?1 ORDER BY id",
  .add = "INSERT INTO batch_trainer (id, batch, trainer) VALUES (?1, ?2, ?3)",
  .remove = "DELETE FROM batch_trainer WHERE batch = ?1 AND trainer = ?2",
};

gboolean
patal_batch_load (PatalDb *db, gint64 id, PatalBatch *out, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  GArray *trainers;

  patal_batch_init (&batch);
  if (!read_row (db, id, &batch, error) || !read_changes (db, &batch, error))
    return FALSE;
  trainers = patal_training_links_read (db, &its_trainers, id, error);
  if (trainers == NULL)
    return FALSE;
  g_array_unref (batch.trainers);
  batch.trainers = trainers;
  patal_batch_derive_days (&batch);
  *out = batch;
  memset (&batch, 0, sizeof batch); /* it is the caller's now */
  return TRUE;
}

/* ---- writing ---- */

const char patal_batch_parts[] =
  "SELECT id, 'nomination' FROM nomination WHERE batch = ?1 UNION ALL SELECT id, 'batch_trainer' FROM batch_trainer WHERE batch = ?1"
  " UNION ALL SELECT id, 'batch_cost' FROM batch_cost WHERE batch = ?1 UNION ALL SELECT id, 'feedback' FROM feedback WHERE batch = ?1"
  " UNION ALL SELECT id, 'session' FROM session WHERE batch = ?1 UNION ALL SELECT id, 'batch_change' FROM batch_change WHERE batch = ?1"
  " UNION ALL SELECT id, 'visit' FROM visit WHERE batch = ?1";

gboolean
patal_batch_may_change (PatalDb *db, gint64 batch, GError **error)
{
  if (!patal_db_is_frozen (db, batch))
    return TRUE;
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN, _("This batch is frozen: certificates rest on it. Unfreeze it first, with a reason"));
  return FALSE;
}

static gboolean
next_no (PatalDb *db, PatalBatch *batch, GError **error)
{
  gint64 no;

  if (batch->no != 0)
    return TRUE;
  if (!patal_db_int (db, "SELECT ifnull (max (batch.no), 0) + 1 FROM cluster AS own JOIN cluster ON cluster.training = own.training"
                         " JOIN batch ON batch.cluster = cluster.id WHERE own.id = ?1", PATAL_ARGS (PATAL_INT (batch->cluster)), &no, error))
    return FALSE;
  batch->no = (int) no;
  return TRUE;
}

gboolean
patal_batch_put (PatalDb *db, PatalBatch *batch, GError **error)
{
  g_autofree char *start = batch->start != PATAL_DAY_NONE ? patal_day_iso (batch->start) : NULL;

  if (!patal_batch_may_change (db, batch->id, error) || !next_no (db, batch, error))
    return FALSE;
  if (batch->id == 0)
    batch->id = patal_db_new_id (db);
  /* A venue that is the cluster's is not said twice, so that the batch goes where its cluster goes. */
  return patal_db_run (db,
           "INSERT INTO batch (id, cluster, module, no, start_day, days, venue, status, pinned, without, nodal, remark)"
           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, ifnull ((SELECT venue FROM cluster WHERE id = ?2), 0)), ?8, ?9, ?10, ?11, ?12)"
           " ON CONFLICT (id) DO UPDATE SET cluster = ?2, module = ?3, no = ?4, start_day = ?5, days = ?6,"
           " venue = nullif (?7, ifnull ((SELECT venue FROM cluster WHERE id = ?2), 0)), status = ?8, pinned = ?9, without = ?10, nodal = ?11,"
           " remark = ?12",
           PATAL_ARGS (PATAL_INT (batch->id), PATAL_INT (batch->cluster), PATAL_INT (batch->module), PATAL_INT (batch->no),
                       PATAL_TEXT (start), PATAL_INT (batch->n_days), PATAL_INT_OR_NULL (batch->venue),
                       PATAL_TEXT (statuses[batch->status].id), PATAL_INT (batch->pinned != FALSE),
                       patal_training_text (start != NULL ? NULL : batch->without), PATAL_INT_OR_NULL (batch->nodal),
                       patal_training_text (batch->remark)), error)
         && patal_training_links_write (db, &its_trainers, batch->id, batch->trainers, error);
}

gboolean
patal_batch_pin (PatalDb *db, gint64 id, gboolean pinned, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };

  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  return patal_db_run (db, "UPDATE batch SET pinned = ?2 WHERE id = ?1", PATAL_ARGS (PATAL_INT (id), PATAL_INT (pinned != FALSE)), error);
}
