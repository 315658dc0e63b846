/* patal-batch-list.c: which batches there are, and all that a calendar shows of them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-private.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-training-sql.h"

/* ?1 training, ?2 within, ?3 trainer, ?4 venue, ?5 first and ?6 last day or NULL, ?7 status or NULL, ?8 whether without a day only. */
#define FILTERED \
  " (?1 = 0 OR cluster.training = ?1) AND (?2 = 0 OR cluster.unit IN below OR EXISTS (SELECT 1 FROM cluster_unit" \
  "  WHERE cluster_unit.cluster = cluster.id AND cluster_unit.unit IN below))" \
  " AND (?3 = 0 OR EXISTS (SELECT 1 FROM batch_trainer WHERE batch_trainer.batch = batch.id AND batch_trainer.trainer = ?3))" \
  " AND (?4 = 0 OR ifnull (batch.venue, cluster.venue) = ?4) AND (?7 IS NULL OR batch.status = ?7) AND (?8 = 0 OR batch.start_day IS NULL)" \
  " AND (?5 IS NULL OR batch.start_day <= ?6 AND " PATAL_SQL_BATCH_LAST ("batch") " >= ?5)"
#define BELOW "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?2")
#define ARGS(filter, from, to) \
  PATAL_ARGS (PATAL_INT ((filter)->training), PATAL_INT ((filter)->within), PATAL_INT ((filter)->trainer), PATAL_INT ((filter)->venue), \
              PATAL_TEXT (from), PATAL_TEXT (to), \
              PATAL_TEXT ((filter)->status >= 0 ? patal_batch_status_id ((PatalBatchStatus) (filter)->status) : NULL), \
              PATAL_INT ((filter)->undated != FALSE))
#define IN_ORDER(order) \
  BELOW " SELECT batch.id FROM batch JOIN cluster ON cluster.id = batch.cluster JOIN unit AS u ON u.id = cluster.unit WHERE" FILTERED \
  " ORDER BY " order ", batch.id"

GArray *
patal_batch_ids (PatalDb *db, const PatalBatchFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_BATCH_SORT_START] = IN_ORDER ("batch.start_day IS NULL, batch.start_day, batch.no"),
    [PATAL_BATCH_SORT_NO] = IN_ORDER ("cluster.training, batch.no"),
    [PATAL_BATCH_SORT_PLACE_HI] = IN_ORDER ("u.name_hi IS NULL, ifnull (u.name_hi, u.name_en), u.id, cluster.no, batch.no"),
    [PATAL_BATCH_SORT_PLACE_EN] = IN_ORDER ("ifnull (u.name_en, u.name_hi) COLLATE NOCASE, u.id, cluster.no, batch.no"),
  };
  g_autofree char *from = filter->span.from != PATAL_DAY_NONE ? patal_day_iso (filter->span.from) : NULL;
  g_autofree char *to = filter->span.from != PATAL_DAY_NONE ? patal_day_iso (filter->span.to) : NULL;

  g_return_val_if_fail ((guint) filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort], ARGS (filter, from, to), filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

/* ---- bars ---- */

static const char bars_sql[] =
  BELOW " SELECT batch.id, cluster.training, cluster.id, cluster.unit, ifnull (batch.venue, cluster.venue), batch.start_day, batch.days, batch.no,"
  " (SELECT count (*) FROM nomination WHERE nomination.batch = batch.id AND nomination.status = 'nominated'), batch.status, batch.pinned"
  " FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE" FILTERED " ORDER BY batch.start_day IS NULL, batch.start_day, batch.no, batch.id";

static GArray *
read_bars (PatalDb *db, const PatalBatchFilter *filter, GError **error)
{
  g_autofree char *from = filter->span.from != PATAL_DAY_NONE ? patal_day_iso (filter->span.from) : NULL;
  g_autofree char *to = filter->span.from != PATAL_DAY_NONE ? patal_day_iso (filter->span.to) : NULL;
  g_auto (PatalRows) rows = patal_db_query (db, bars_sql, ARGS (filter, from, to));
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (PatalBatchBar));

  while (patal_rows_next (&rows))
    {
      PatalDay start = patal_day_from_iso (patal_rows_text (&rows, 5));
      int days = (int) patal_rows_int (&rows, 6);
      PatalBatchBar bar = {
        .id = patal_rows_int (&rows, 0), .training = patal_rows_int (&rows, 1), .cluster = patal_rows_int (&rows, 2),
        .block = patal_rows_int (&rows, 3), .venue = patal_rows_int (&rows, 4),
        .span = { start, start != PATAL_DAY_NONE ? start + days - 1 : PATAL_DAY_NONE },
        .n_days = (guint16) days, .no = (guint16) patal_rows_int (&rows, 7), .heads = (guint16) patal_rows_int (&rows, 8),
        .status = (guint8) patal_batch_status_of (patal_rows_text (&rows, 9)), .pinned = patal_rows_int (&rows, 10) != 0,
      };

      g_array_append_val (bars, bar);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&bars) : NULL;
}

/* Those few of which a day was moved or dropped reach as far as their days do. */
static gboolean
stretch (PatalDb *db, GArray *bars, GError **error)
{
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = patal_ids_read (db, "SELECT DISTINCT batch FROM batch_change WHERE day_no > 0", PATAL_NO_ARGS, PATAL_IDS_FORWARDS, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (changed, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  for (guint i = 0; i < bars->len; i++)
    {
      PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);
      g_auto (PatalBatch) batch = { 0 };

      if (!g_hash_table_contains (changed, &bar->id))
        continue;
      if (!patal_batch_load (db, bar->id, &batch, error))
        return FALSE;
      bar->span = patal_batch_span (&batch);
    }
  return TRUE;
}

/* ?1 and ?2 the first and last day of all that is shown: who and what is taken by which batch, of whatever training: halls as they are counted,
 * a trainer as one. */
static const char taken_sql[] =
  "SELECT 'hall' || venue.id AS thing, venue.halls, batch.id, batch.start_day, " PATAL_SQL_BATCH_LAST ("batch")
  " FROM batch JOIN cluster ON cluster.id = batch.cluster JOIN venue ON venue.id = ifnull (batch.venue, cluster.venue)"
  " WHERE batch.start_day BETWEEN date (?1, '-60 days') AND ?2 AND " PATAL_SQL_BATCH_TAKES ("batch")
  " UNION ALL SELECT 'trainer' || batch_trainer.trainer, 1, batch.id, batch.start_day, " PATAL_SQL_BATCH_LAST ("batch")
  " FROM batch JOIN batch_trainer ON batch_trainer.batch = batch.id"
  " WHERE batch.start_day BETWEEN date (?1, '-60 days') AND ?2 AND " PATAL_SQL_BATCH_TAKES ("batch") " ORDER BY thing, 4";

typedef struct { gint64 batch; PatalDay from, to; } Taken;

/* Marks those of one thing that are more at a time than there is room for. */
static void
mark_crowded (GHashTable *crowded, const GArray *taken, int room)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *own = &g_array_index (taken, Taken, i);
      int at_once = 0;

      for (guint k = 0; k <= i; k++) /* by their first days: whoever is there when the last of them comes */
        at_once += g_array_index (taken, Taken, k).to >= own->from;
      for (guint k = 0; at_once > room && k <= i; k++)
        if (g_array_index (taken, Taken, k).to >= own->from)
          g_hash_table_add (crowded, g_memdup2 (&g_array_index (taken, Taken, k).batch, sizeof (gint64)));
    }
}

static GHashTable *
find_crowded (PatalDb *db, PatalSpan span, GError **error)
{
  g_autoptr (GHashTable) crowded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  g_autofree char *from = patal_day_iso (span.from), *to = patal_day_iso (span.to), *thing = NULL;
  g_auto (PatalRows) rows = patal_db_query (db, taken_sql, PATAL_ARGS (PATAL_TEXT (from), PATAL_TEXT (to)));
  int room = 0;

  while (patal_rows_next (&rows))
    {
      Taken one = { patal_rows_int (&rows, 2), patal_day_from_iso (patal_rows_text (&rows, 3)), patal_day_from_iso (patal_rows_text (&rows, 4)) };

      if (g_strcmp0 (thing, patal_rows_text (&rows, 0)) != 0)
        {
          mark_crowded (crowded, taken, room);
          g_array_set_size (taken, 0);
          g_free (thing);
          thing = g_strdup (patal_rows_text (&rows, 0));
          room = (int) patal_rows_int (&rows, 1);
        }
      g_array_append_val (taken, one);
    }
  mark_crowded (crowded, taken, room);
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&crowded) : NULL;
}

GArray *
patal_batch_bars (PatalDb *db, const PatalBatchFilter *filter, GError **error)
{
  g_autoptr (GArray) bars = read_bars (db, filter, error);
  g_autoptr (GHashTable) crowded = NULL;
  PatalSpan span = { PATAL_DAY_NONE, PATAL_DAY_NONE };

  if (bars == NULL || !stretch (db, bars, error))
    return NULL;
  for (guint i = 0; i < bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);

      if (bar->span.from == PATAL_DAY_NONE)
        continue;
      span.from = span.from == PATAL_DAY_NONE ? bar->span.from : MIN (span.from, bar->span.from);
      span.to = MAX (span.to, bar->span.to);
    }
  if (span.from == PATAL_DAY_NONE)
    return g_steal_pointer (&bars);
  crowded = find_crowded (db, span, error);
  for (guint i = 0; crowded != NULL && i < bars->len; i++)
    {
      PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);

      bar->conflict = g_hash_table_contains (crowded, &bar->id);
    }
  return crowded != NULL ? g_steal_pointer (&bars) : NULL;
}
