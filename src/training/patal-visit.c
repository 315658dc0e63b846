/* patal-visit.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-visit.h"
#include "patal-batch-private.h"
#include "patal-training-private.h"
#include <string.h>

void
patal_visit_clear (PatalVisit *visit)
{
  g_free (visit->host);
  g_free (visit->learning);
  g_free (visit->action_plan);
  g_free (visit->follow_up);
  memset (visit, 0, sizeof *visit);
}

gboolean
patal_visit_of (PatalDb *db, gint64 batch, PatalVisit *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, outside, host_unit, host, learning, action_plan, follow_up FROM visit WHERE batch = ?1",
                                            PATAL_ARGS (PATAL_INT (batch)));

  *out = (PatalVisit) { .batch = batch };
  if (patal_rows_next (&rows))
    *out = (PatalVisit) {
      .id = patal_rows_int (&rows, 0), .batch = batch, .outside = patal_rows_int (&rows, 1) != 0, .host_unit = patal_rows_int (&rows, 2),
      .host = g_strdup (patal_rows_text (&rows, 3)), .learning = g_strdup (patal_rows_text (&rows, 4)),
      .action_plan = g_strdup (patal_rows_text (&rows, 5)), .follow_up = g_strdup (patal_rows_text (&rows, 6)),
    };
  return patal_rows_finish (&rows, error);
}

static gboolean
check (PatalDb *db, const PatalVisit *visit, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  gint64 visits, others;

  if (!patal_batch_load (db, visit->batch, &batch, error) || !patal_batch_may_change (db, visit->batch, error)
      || !patal_db_int (db, "SELECT count (*) FROM course_module JOIN course ON course.id = course_module.course WHERE course_module.id = ?1 AND mode = 'visit'",
                        PATAL_ARGS (PATAL_INT (batch.module)), &visits, error)
      || !patal_db_int (db, "SELECT count (*) FROM visit WHERE batch = ?1 AND id <> ?2", PATAL_ARGS (PATAL_INT (visit->batch), PATAL_INT (visit->id)), &others,
                        error))
    return FALSE;
  if (visits == 0 || others > 0)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_VISIT_COURSE), error);
  if (batch.n_days > PATAL_VISIT_MOST_DAYS)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_VISIT_DAYS), error);
  return visit->host_unit != 0 || !patal_training_is_blank (visit->host)
         || patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_VISIT_HOST), error);
}

gboolean
patal_visit_put (PatalDb *db, PatalVisit *visit, GError **error)
{
  if (!check (db, visit, error))
    return FALSE;
  if (visit->id == 0)
    visit->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO visit (id, batch, outside, host_unit, host, learning, action_plan, follow_up) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (id) DO UPDATE SET outside = ?3, host_unit = ?4, host = ?5, learning = ?6, action_plan = ?7, follow_up = ?8",
    PATAL_ARGS (PATAL_INT (visit->id), PATAL_INT (visit->batch), PATAL_INT (visit->outside != FALSE), PATAL_INT_OR_NULL (visit->host_unit),
                patal_training_text (visit->host), patal_training_text (visit->learning), patal_training_text (visit->action_plan),
                patal_training_text (visit->follow_up)), error);
}
