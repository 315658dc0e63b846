/* patal-batch-hits.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-hits.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-training-sql.h"

/* ?1 first day, ?2 last day, ?3 unit, ?4 person. */
static const char hits_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?3")
  " SELECT batch.id FROM batch JOIN cluster ON cluster.id = batch.cluster LEFT JOIN venue ON venue.id = ifnull (batch.venue, cluster.venue)"
  " WHERE batch.status IN ('planned', 'published') AND batch.start_day <= ?2 AND " PATAL_SQL_BATCH_LAST ("batch") " >= ?1"
  " AND (?3 = 0 OR cluster.unit IN below OR venue.unit IN below"
  "  OR EXISTS (SELECT 1 FROM cluster_unit WHERE cluster_unit.cluster = cluster.id AND cluster_unit.unit IN below))"
  " AND (?4 = 0 OR batch.nodal = ?4"
  "  OR EXISTS (SELECT 1 FROM batch_trainer JOIN trainer ON trainer.id = batch_trainer.trainer WHERE batch_trainer.batch = batch.id AND trainer.person = ?4)"
  "  OR EXISTS (SELECT 1 FROM nomination WHERE nomination.batch = batch.id AND nomination.person = ?4 AND nomination.status = 'nominated'))"
  " ORDER BY batch.start_day, batch.id";

/* A batch of which days were moved may reach over the span without a day in it. */
static gboolean
is_held_in (PatalDb *db, gint64 id, PatalSpan span, gboolean *out, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };

  *out = FALSE;
  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  for (guint i = 0; i < batch.held_on->len; i++)
    {
      PatalDay day = g_array_index (batch.held_on, PatalDay, i);

      *out = *out || (day != PATAL_DAY_NONE && span.from <= day && day <= span.to);
    }
  return TRUE;
}

GArray *
patal_batch_hits (PatalDb *db, const PatalBatchHit *hit, PatalDay today, GError **error)
{
  PatalSpan span = { MAX (hit->span.from, today + 1), hit->span.to };
  g_autofree char *from = patal_day_iso (span.from), *to = patal_day_iso (span.to);
  g_autoptr (GArray) ids = patal_ids_read (db, hits_sql, PATAL_ARGS (PATAL_TEXT (from), PATAL_TEXT (to), PATAL_INT (hit->unit), PATAL_INT (hit->person)),
                                           PATAL_IDS_FORWARDS, error);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gboolean held;

      if (!is_held_in (db, id, span, &held, error))
        return NULL;
      if (held)
        g_array_append_val (hits, id);
    }
  return ids != NULL ? g_steal_pointer (&hits) : NULL;
}

static gboolean
hit_of_blackout (PatalDb *db, gint64 id, PatalBatchHit *out, GError **error)
{
  g_auto (PatalBlackout) blackout = { 0 };

  if (!patal_blackout_load (db, id, &blackout, error))
    return FALSE;
  *out = (PatalBatchHit) { .span = blackout.span, .unit = blackout.unit };
  return blackout.hard;
}

static gboolean
hit_of_holiday (PatalDb *db, gint64 id, PatalBatchHit *out, GError **error)
{
  g_auto (PatalHoliday) holiday = { 0 };
  gint64 state = 0;

  if (!patal_holiday_load (db, id, &holiday, error))
    return FALSE;
  if (holiday.state_code != NULL
      && !patal_db_int (db, "SELECT ifnull (max (id), 0) FROM unit WHERE level = 'state' AND lgd_code = ?1", PATAL_ARGS (PATAL_TEXT (holiday.state_code)),
                        &state, error))
    return FALSE;
  *out = (PatalBatchHit) { .span = { holiday.day, holiday.day }, .unit = holiday.district != 0 ? holiday.district : state };
  return patal_holiday_class_effect (holiday.klass) == PATAL_EFFECT_BLOCK && (holiday.state_code == NULL || state != 0);
}

gboolean
patal_batch_hit_of (PatalDb *db, PatalMarkKind kind, gint64 id, PatalBatchHit *out, GError **error)
{
  return kind == PATAL_MARK_HOLIDAY ? hit_of_holiday (db, id, out, error) : hit_of_blackout (db, id, out, error);
}
