/* patal-training-limit.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-limit.h"
#include "patal-training-private.h"

static const char *const kinds[PATAL_N_LIMIT_KINDS] = { "window", "off", "without" };

PatalLimit *
patal_limit_new (PatalLimitKind kind)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  limit->kind = kind;
  limit->reason = PATAL_LIMIT_NO_REASON;
  return limit;
}

PatalLimit *
patal_limit_copy (const PatalLimit *limit)
{
  PatalLimit *copy = g_memdup2 (limit, sizeof *limit);

  copy->words = g_strdup (limit->words);
  return copy;
}

void
patal_limit_free (PatalLimit *limit)
{
  if (limit == NULL)
    return;
  g_free (limit->words);
  g_free (limit);
}

GPtrArray *
patal_limits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) patal_limit_free);
}

static PatalLimitKind
kind_of (const char *id)
{
  PatalLimitKind kind = 0;

  while (kind < PATAL_LIMIT_WITHOUT && g_strcmp0 (kinds[kind], id) != 0)
    kind++;
  return kind;
}

static int
reason_of (const char *id)
{
  for (PatalBlackoutReason reason = 0; id != NULL && reason < PATAL_N_BLACKOUT_REASONS; reason++)
    if (g_str_equal (patal_blackout_reason_id (reason), id))
      return (int) reason;
  return PATAL_LIMIT_NO_REASON;
}

gboolean
patal_limits_read (PatalDb *db, gint64 training, GPtrArray *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, kind, unit, venue, trainer, from_day, to_day, reason, words FROM training_limit WHERE training = ?1 ORDER BY id",
    PATAL_ARGS (PATAL_INT (training)));

  while (patal_rows_next (&rows))
    {
      PatalLimit *limit = g_new0 (PatalLimit, 1);

      limit->id = patal_rows_int (&rows, 0);
      limit->kind = kind_of (patal_rows_text (&rows, 1));
      limit->unit = patal_rows_int (&rows, 2);
      limit->venue = patal_rows_int (&rows, 3);
      limit->trainer = patal_rows_int (&rows, 4);
      limit->span.from = patal_day_from_iso (patal_rows_text (&rows, 5));
      limit->span.to = patal_day_from_iso (patal_rows_text (&rows, 6));
      limit->reason = reason_of (patal_rows_text (&rows, 7));
      limit->words = g_strdup (patal_rows_text (&rows, 8));
      g_ptr_array_add (out, limit);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
check_limit (const PatalLimit *limit, GError **error)
{
  int named = (limit->unit != 0) + (limit->venue != 0) + (limit->trainer != 0);

  /* What no form offers. */
  g_return_val_if_fail (named <= 1 && (named == 1 || limit->kind == PATAL_LIMIT_OFF), FALSE);
  g_return_val_if_fail (limit->unit != 0 || limit->kind != PATAL_LIMIT_WINDOW, FALSE);

  if (limit->kind == PATAL_LIMIT_WITHOUT)
    return TRUE;
  if (limit->span.from == PATAL_DAY_NONE || limit->span.to < limit->span.from || patal_span_days (limit->span) > PATAL_PLAN_MOST_DAYS)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_WINDOW), error);
  /* Whoever reads the calendar will ask. */
  if (limit->kind == PATAL_LIMIT_WINDOW && limit->reason == PATAL_LIMIT_NO_REASON && patal_training_is_blank (limit->words))
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_REASON), error);
  return TRUE;
}

gboolean
patal_limits_check (const PatalTraining *training, GError **error)
{
  for (guint i = 0; i < training->limits->len; i++)
    if (!check_limit (g_ptr_array_index (training->limits, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_limit (PatalDb *db, gint64 training, PatalLimit *limit, GError **error)
{
  gboolean dated = limit->kind != PATAL_LIMIT_WITHOUT;
  g_autofree char *from = dated ? patal_day_iso (limit->span.from) : NULL, *to = dated ? patal_day_iso (limit->span.to) : NULL;
  const char *reason = limit->reason != PATAL_LIMIT_NO_REASON ? patal_blackout_reason_id ((PatalBlackoutReason) limit->reason) : NULL;

  if (limit->id == 0)
    limit->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO training_limit (id, training, kind, unit, venue, trainer, from_day, to_day, reason, words)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET kind = ?3, unit = ?4, venue = ?5,"
    " trainer = ?6, from_day = ?7, to_day = ?8, reason = ?9, words = ?10",
    PATAL_ARGS (PATAL_INT (limit->id), PATAL_INT (training), PATAL_TEXT (kinds[limit->kind]), PATAL_INT_OR_NULL (limit->unit),
                PATAL_INT_OR_NULL (limit->venue), PATAL_INT_OR_NULL (limit->trainer), PATAL_TEXT (from), PATAL_TEXT (to),
                PATAL_TEXT (reason), patal_training_text (limit->words)), error);
}

static gboolean
is_among (const GPtrArray *limits, gint64 id)
{
  for (guint i = 0; i < limits->len; i++)
    if (((const PatalLimit *) g_ptr_array_index (limits, i))->id == id)
      return TRUE;
  return FALSE;
}

gboolean
patal_limits_write (PatalDb *db, const PatalTraining *training, GError **error)
{
  g_autoptr (GPtrArray) there = patal_limits_new ();

  if (!patal_limits_read (db, training->id, there, error))
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    {
      gint64 id = ((const PatalLimit *) g_ptr_array_index (there, i))->id;

      if (!is_among (training->limits, id)
          && !patal_db_run (db, "DELETE FROM training_limit WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error))
        return FALSE;
    }
  for (guint i = 0; i < training->limits->len; i++)
    if (!write_limit (db, training->id, g_ptr_array_index (training->limits, i), error))
      return FALSE;
  return TRUE;
}
