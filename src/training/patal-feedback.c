/* patal-feedback.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-feedback.h"
#include "patal-batch-private.h"
#include "patal-training-private.h"

void
patal_feedback_free (PatalFeedback *feedback)
{
  if (feedback == NULL)
    return;
  g_free (feedback->words);
  g_free (feedback);
}

GPtrArray *
patal_feedbacks (PatalDb *db, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_feedback_free);
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, batch, content, trainer, venue, food, useful, words FROM feedback WHERE batch = ?1 ORDER BY id",
                                            PATAL_ARGS (PATAL_INT (batch)));

  while (patal_rows_next (&rows))
    {
      PatalFeedback *sheet = g_new0 (PatalFeedback, 1);

      sheet->id = patal_rows_int (&rows, 0);
      sheet->batch = patal_rows_int (&rows, 1);
      for (int question = 0; question < PATAL_N_FEEDBACK_QUESTIONS; question++)
        sheet->scores[question] = (int) patal_rows_int (&rows, 2 + question);
      sheet->words = g_strdup (patal_rows_text (&rows, 7));
      g_ptr_array_add (sheets, sheet);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&sheets) : NULL;
}

static gboolean
says_something (const PatalFeedback *feedback, gboolean *in_range)
{
  gboolean any = !patal_training_is_blank (feedback->words);

  *in_range = TRUE;
  for (guint question = 0; question < PATAL_N_FEEDBACK_QUESTIONS; question++)
    {
      any = any || feedback->scores[question] != 0;
      *in_range = *in_range && feedback->scores[question] >= 0 && feedback->scores[question] <= PATAL_FEEDBACK_BEST;
    }
  return any;
}

static PatalValue
score (const PatalFeedback *feedback, PatalFeedbackQuestion question)
{
  return PATAL_INT_OR_NULL (feedback->scores[question]);
}

gboolean
patal_feedback_put (PatalDb *db, PatalFeedback *feedback, GError **error)
{
  gboolean in_range;

  if (!patal_batch_may_change (db, feedback->batch, error))
    return FALSE;
  if (!says_something (feedback, &in_range) || !in_range)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_SCORE), error);
  if (feedback->id == 0)
    feedback->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO feedback (id, batch, content, trainer, venue, food, useful, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (id) DO UPDATE SET content = ?3, trainer = ?4, venue = ?5, food = ?6, useful = ?7, words = ?8",
    PATAL_ARGS (PATAL_INT (feedback->id), PATAL_INT (feedback->batch), score (feedback, PATAL_FEEDBACK_CONTENT), score (feedback, PATAL_FEEDBACK_TRAINER),
                score (feedback, PATAL_FEEDBACK_VENUE), score (feedback, PATAL_FEEDBACK_FOOD), score (feedback, PATAL_FEEDBACK_USEFUL),
                patal_training_text (feedback->words)), error);
}

gboolean
patal_feedback_remove (PatalDb *db, gint64 id, GError **error)
{
  gint64 batch;

  return patal_db_int (db, "SELECT ifnull ((SELECT batch FROM feedback WHERE id = ?1), 0)", PATAL_ARGS (PATAL_INT (id)), &batch, error)
         && patal_batch_may_change (db, batch, error)
         && patal_db_run (db, "DELETE FROM feedback WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

gboolean
patal_feedback_means (PatalDb *db, gint64 training, gint64 batch, PatalFeedbackMeans *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT count (*), count (content), count (f.trainer), count (f.venue), count (food), count (useful),"
    " avg (content), avg (f.trainer), avg (f.venue), avg (food), avg (useful) FROM feedback AS f JOIN batch AS b ON b.id = f.batch"
    " JOIN cluster AS k ON k.id = b.cluster WHERE iif (?2 = 0, k.training = ?1, b.id = ?2)", PATAL_ARGS (PATAL_INT (training), PATAL_INT (batch)));

  *out = (PatalFeedbackMeans) { 0 };
  if (patal_rows_next (&rows))
    {
      out->sheets = (guint) patal_rows_int (&rows, 0);
      for (int question = 0; question < PATAL_N_FEEDBACK_QUESTIONS; question++)
        {
          out->answers[question] = (guint) patal_rows_int (&rows, 1 + question);
          out->means[question] = patal_rows_real (&rows, 1 + PATAL_N_FEEDBACK_QUESTIONS + question);
        }
    }
  return patal_rows_finish (&rows, error);
}
