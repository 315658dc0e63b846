/* patal-training-findings.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-findings-private.h"
#include "patal-training-private.h"
#include "patal-unit.h"
#include "patal-venue.h"
#include <string.h>

static void
finding_free (gpointer data)
{
  PatalTrainingFinding *finding = data;

  g_free (finding->text);
  g_free (finding);
}

void
patal_looking_say (PatalLooking *looking, const PatalBrokenRule *broken, PatalRuleWeight weight, gint64 record)
{
  PatalTrainingFinding *finding = g_new (PatalTrainingFinding, 1);

  *finding = (PatalTrainingFinding) {
    .rule = broken->rule, .weight = MAX (weight, patal_training_rule_weight (broken->rule)), .batch = looking->batch->id, .record = record,
    .text = patal_broken_rule_text (broken, looking->words),
  };
  g_ptr_array_add (looking->findings, finding);
}

char *
patal_looking_unit (const PatalLooking *looking, gint64 id)
{
  return patal_unit_name (looking->db, id, looking->lang);
}

static char *
name_of (const PatalLooking *looking, const char *sql, gint64 id)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db, sql, PATAL_ARGS (PATAL_INT (id), PATAL_INT (looking->lang == PATAL_LANG_HI)));

  return g_strdup (patal_rows_next (&rows) ? patal_rows_text (&rows, 0) : NULL);
}

char *
patal_looking_venue (const PatalLooking *looking, gint64 id)
{
  return name_of (looking, "SELECT iif (?2, ifnull (name_hi, name_en), ifnull (name_en, name_hi)) FROM venue WHERE id = ?1", id);
}

char *
patal_looking_trainer (const PatalLooking *looking, gint64 id)
{
  return name_of (looking, "SELECT iif (?2, ifnull (name_hi, name_en), ifnull (name_en, name_hi)) FROM person"
                           " WHERE id = (SELECT person FROM trainer WHERE id = ?1)", id);
}

gboolean
patal_looking_is_on (const PatalLooking *looking, PatalDay day)
{
  for (guint i = 0; day != PATAL_DAY_NONE && i < looking->batch->held_on->len; i++)
    if (g_array_index (looking->batch->held_on, PatalDay, i) == day)
      return TRUE;
  return FALSE;
}

const GArray *
patal_looking_days_of (PatalLooking *looking, gint64 id, GError **error)
{
  GArray *days = g_hash_table_lookup (looking->days_of, &id);
  g_auto (PatalBatch) batch = { 0 };

  if (days != NULL)
    return days;
  if (!patal_batch_load (looking->db, id, &batch, error))
    return NULL;
  days = g_array_ref (batch.held_on);
  g_hash_table_insert (looking->days_of, g_memdup2 (&id, sizeof id), days);
  return days;
}

void
patal_looking_init (PatalLooking *looking, PatalDb *db, const PatalWords *words)
{
  *looking = (PatalLooking) { .db = db, .words = words, .lang = patal_training_lang (words),
                              .findings = g_ptr_array_new_with_free_func (finding_free),
                              .days_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref) };
}

void
patal_looking_clear (PatalLooking *looking)
{
  g_clear_pointer (&looking->findings, g_ptr_array_unref);
  patal_training_clear (&looking->training);
  g_clear_pointer (&looking->calendar, patal_calendar_free);
  g_clear_pointer (&looking->days_of, g_hash_table_unref);
  g_clear_pointer (&looking->from, g_free);
  g_clear_pointer (&looking->to, g_free);
}

/* The training and the calendar of the batch's block, where they are not those of the batch before. */
static gboolean
find_ground (PatalLooking *looking, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db, "SELECT training, unit FROM cluster WHERE id = ?1",
                                            PATAL_ARGS (PATAL_INT (looking->batch->cluster)));
  gint64 training = 0;

  if (patal_rows_next (&rows))
    {
      training = patal_rows_int (&rows, 0);
      looking->block = patal_rows_int (&rows, 1);
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (training != looking->training.id)
    {
      patal_training_clear (&looking->training);
      if (!patal_training_load (looking->db, training, &looking->training, error))
        return FALSE;
    }
  if (looking->calendar == NULL || looking->calendar_of != looking->block
      || looking->span.from < patal_calendar_span (looking->calendar).from || looking->span.to > patal_calendar_span (looking->calendar).to)
    {
      PatalSpan wanted = { MIN (looking->span.from, looking->training.window.from), MAX (looking->span.to, looking->training.window.to) };

      g_clear_pointer (&looking->calendar, patal_calendar_free);
      looking->calendar_of = looking->block;
      looking->calendar = patal_calendar_new (looking->db, looking->block, wanted, error);
    }
  return looking->calendar != NULL;
}

/* Whether the later rules need not be asked. */
static gboolean
knows_enough (const PatalLooking *looking)
{
  return looking->until_hard && !patal_findings_allow (looking->findings, NULL);
}

gboolean
patal_looking_at (PatalLooking *looking, const PatalBatch *batch, GError **error)
{
  gboolean (*const rules[]) (PatalLooking *, GError **) = {
    find_ground, patal_look_at_days, patal_look_at_venue, patal_look_at_trainers, patal_look_at_people,
  };

  looking->batch = batch;
  looking->span = patal_batch_span (batch);
  if (looking->span.from == PATAL_DAY_NONE || batch->status == PATAL_BATCH_HELD || batch->status == PATAL_BATCH_CANCELLED)
    return TRUE;
  g_free (looking->from);
  g_free (looking->to);
  looking->from = patal_day_iso (looking->span.from);
  looking->to = patal_day_iso (looking->span.to);
  for (guint i = 0; i < G_N_ELEMENTS (rules) && !knows_enough (looking); i++)
    if (!rules[i] (looking, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
patal_batch_findings_of (PatalDb *db, const PatalBatch *batch, const PatalWords *words, GError **error)
{
  g_auto (PatalLooking) looking = { 0 };

  patal_looking_init (&looking, db, words);
  return patal_looking_at (&looking, batch, error) ? g_steal_pointer (&looking.findings) : NULL;
}

GPtrArray *
patal_batch_findings (PatalDb *db, gint64 batch, const PatalWords *words, GError **error)
{
  g_auto (PatalBatch) loaded = { 0 };

  return patal_batch_load (db, batch, &loaded, error) ? patal_batch_findings_of (db, &loaded, words, error) : NULL;
}

GPtrArray *
patal_training_findings (PatalDb *db, gint64 training, const PatalWords *words, GError **error)
{
  g_auto (PatalLooking) looking = { 0 };
  g_autoptr (GArray) ids = patal_batch_ids (db, &(PatalBatchFilter) { .training = training, .status = PATAL_BATCH_ANY_STATUS }, error);

  patal_looking_init (&looking, db, words);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_auto (PatalBatch) batch = { 0 };

      if (!patal_batch_load (db, g_array_index (ids, gint64, i), &batch, error) || !patal_looking_at (&looking, &batch, error))
        return NULL;
    }
  return ids != NULL ? g_steal_pointer (&looking.findings) : NULL;
}

gboolean
patal_findings_allow (const GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PatalTrainingFinding *finding = g_ptr_array_index (findings, i);

      if (finding->weight != PATAL_RULE_HARD)
        continue;
      g_set_error_literal (error, PATAL_TRAINING_ERROR, (int) finding->rule, finding->text);
      return FALSE;
    }
  return TRUE;
}
