/* patal-batch-mover.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-mover.h"
#include "patal-batch-private.h"
#include "patal-findings-private.h"

struct _PatalBatchMover
{
  PatalDay     today;
  PatalBatch   stands;  /* in the file */
  PatalBatch   moved;   /* as the question has it */
  PatalLooking looking; /* keeps training and calendar from one question to the next */
};

static gboolean
may_move (PatalDb *db, const PatalBatch *batch, PatalDay today, GError **error)
{
  if (batch->status == PATAL_BATCH_HELD || batch->status == PATAL_BATCH_CANCELLED || (batch->start != PATAL_DAY_NONE && batch->start <= today))
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PAST), error);
  return patal_batch_may_change (db, batch->id, error);
}

PatalBatchMover *
patal_batch_mover_new (PatalDb *db, gint64 batch, PatalDay today, const PatalWords *words, GError **error)
{
  g_autoptr (PatalBatchMover) self = g_new0 (PatalBatchMover, 1);

  self->today = today;
  if (!patal_batch_load (db, batch, &self->stands, error) || !may_move (db, &self->stands, today, error)
      || !patal_batch_load (db, batch, &self->moved, error))
    return NULL;
  /* Days of its own that had been moved follow their batch again. */
  g_ptr_array_set_size (self->moved.changes, 0);
  patal_looking_init (&self->looking, db, words);
  return g_steal_pointer (&self);
}

void
patal_batch_mover_free (PatalBatchMover *self)
{
  if (self == NULL)
    return;
  patal_looking_clear (&self->looking);
  patal_batch_clear (&self->stands);
  patal_batch_clear (&self->moved);
  g_free (self);
}

const PatalBatch *
patal_batch_mover_batch (const PatalBatchMover *self)
{
  return &self->stands;
}

static gboolean
ask (PatalBatchMover *self, const PatalBatchMove *move, GError **error)
{
  const GArray *team = move->trainers != NULL ? move->trainers : self->stands.trainers;

  g_ptr_array_set_size (self->looking.findings, 0);
  self->moved.start = move->start;
  self->moved.venue = move->venue != 0 ? move->venue : self->stands.venue;
  g_array_set_size (self->moved.trainers, 0);
  g_array_append_vals (self->moved.trainers, team->data, team->len);
  patal_batch_derive_days (&self->moved);
  return patal_looking_at (&self->looking, &self->moved, error);
}

const GPtrArray *
patal_batch_mover_ask (PatalBatchMover *self, const PatalBatchMove *move, GError **error)
{
  self->looking.until_hard = FALSE;
  return ask (self, move, error) ? self->looking.findings : NULL;
}

/* From the first day of all windows, tomorrow at the earliest, to the last. */
static PatalSpan
span_of_windows (const PatalBatchMover *self)
{
  const PatalTraining *training = &self->looking.training;
  PatalSpan span = training->window;

  for (guint i = 0; i < training->limits->len; i++)
    {
      const PatalLimit *limit = g_ptr_array_index (training->limits, i);

      if (limit->kind != PATAL_LIMIT_WINDOW)
        continue;
      span.from = MIN (span.from, limit->span.from);
      span.to = MAX (span.to, limit->span.to);
    }
  span.from = MAX (span.from, self->today + 1);
  return span;
}

/* Where it stands is no other day. */
static gboolean
stays_at (const PatalBatchMover *self, const PatalBatchMove *move, PatalDay day)
{
  return day == self->stands.start && (move->venue == 0 || move->venue == self->stands.venue) && move->trainers == NULL;
}

static gboolean
try_day (PatalBatchMover *self, const PatalBatchMove *wanted, PatalDay day, PatalSpan span, GArray *out, GError **error)
{
  PatalBatchMove move = *wanted;

  if (day < span.from || day > span.to || stays_at (self, &move, day))
    return TRUE;
  move.start = day;
  if (!ask (self, &move, error))
    return FALSE;
  if (patal_findings_allow (self->looking.findings, NULL))
    g_array_append_val (out, day);
  return TRUE;
}

gboolean
patal_batch_mover_nearest (PatalBatchMover *self, const PatalBatchMove *wanted, guint most, GArray **out, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (PatalDay));
  PatalSpan span;

  self->looking.until_hard = TRUE;
  if (!ask (self, wanted, error)) /* reads the training, whose windows are asked for */
    return FALSE;
  span = span_of_windows (self);
  for (PatalDay far = 0; days->len < most && (wanted->start - far >= span.from || wanted->start + far <= span.to); far++)
    if (!try_day (self, wanted, wanted->start + far, span, days, error)
        || (far > 0 && days->len < most && !try_day (self, wanted, wanted->start - far, span, days, error)))
      return FALSE;
  *out = g_steal_pointer (&days);
  return TRUE;
}
