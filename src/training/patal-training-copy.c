/* patal-training-copy.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-copy.h"
#include "patal-batch-mover.h"
#include "patal-ids.h"
#include "patal-nomination.h"
#include "patal-training-cluster.h"

typedef struct
{
  PatalDb             *db;
  int                  years;  /* how far it is moved */
  PatalDay             today;
  const PatalProgress *progress;
  PatalTraining        made;
  GHashTable          *clusters; /* id there → id here (gint64) */
  PatalTrainingCopy   *out;
} Copying;

static void
copying_clear (Copying *copying)
{
  patal_training_clear (&copying->made);
  g_clear_pointer (&copying->clusters, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copying, copying_clear)

/* The same date in the other year; what no year but a leap year has is the day before. */
static PatalDay
moved (const Copying *copying, PatalDay day)
{
  int year, month, mday;
  PatalDay then;

  patal_day_to_ymd (day, &year, &month, &mday);
  then = patal_day_from_ymd (year + copying->years, month, mday);
  return then != PATAL_DAY_NONE ? then : patal_day_from_ymd (year + copying->years, month, mday - 1);
}

/* As it was, but what belongs to its year alone: the order, the line of the plan, days off. */
static gboolean
copy_training (Copying *copying, const PatalTraining *from, int fy, GError **error)
{
  PatalTraining *made = &copying->made;

  patal_training_copy (made, from);
  made->id = 0;
  made->fy = fy;
  made->line = 0;
  made->order_day = PATAL_DAY_NONE;
  g_clear_pointer (&made->order_no, g_free);
  made->window = (PatalSpan) { moved (copying, from->window.from), moved (copying, from->window.to) };
  for (guint i = made->limits->len; i > 0; i--)
    {
      PatalLimit *limit = g_ptr_array_index (made->limits, i - 1);

      limit->id = 0;
      if (limit->kind == PATAL_LIMIT_OFF)
        g_ptr_array_remove_index (made->limits, i - 1);
      else if (limit->kind == PATAL_LIMIT_WINDOW)
        limit->span = (PatalSpan) { moved (copying, limit->span.from), moved (copying, limit->span.to) };
    }
  return patal_training_insert (copying->db, made, error);
}

static gboolean
copy_clusters (Copying *copying, gint64 from, GError **error)
{
  g_autoptr (GPtrArray) clusters = patal_training_clusters (copying->db, from, 0, error);

  for (guint i = 0; clusters != NULL && i < clusters->len; i++)
    {
      PatalTrainingCluster *cluster = g_ptr_array_index (clusters, i);
      gint64 was = cluster->id;

      cluster->id = 0;
      cluster->training = copying->made.id;
      if (!patal_training_cluster_write (copying->db, cluster, error))
        return FALSE;
      g_hash_table_insert (copying->clusters, g_memdup2 (&was, sizeof was), g_memdup2 (&cluster->id, sizeof cluster->id));
    }
  return clusters != NULL;
}

/* ---- batches ---- */

/* When people were told to come, of one that was put off; else its day. */
static PatalDay
day_of (const PatalBatch *batch)
{
  for (guint i = batch->changes->len; i > 0 && batch->start == PATAL_DAY_NONE; i--)
    {
      const PatalBatchChange *change = g_ptr_array_index (batch->changes, i - 1);

      if (change->day_no == 0)
        return change->was;
    }
  return batch->start;
}

/* Those who still teach. */
static gboolean
keep_active (PatalDb *db, GArray *trainers, GError **error)
{
  for (guint i = trainers->len; i > 0; i--)
    {
      gint64 active;

      if (!patal_db_int (db, "SELECT ifnull ((SELECT active FROM trainer WHERE id = ?1), 0)", PATAL_ARGS (PATAL_INT (g_array_index (trainers, gint64, i - 1))),
                         &active, error))
        return FALSE;
      if (!active)
        g_array_remove_index (trainers, i - 1);
    }
  return TRUE;
}

/* The nearest day to @wanted that breaks no rule, with its trainers; *@day PATAL_DAY_NONE: there is none. */
static gboolean
find_day (Copying *copying, gint64 batch, PatalDay wanted, PatalDay *day, GError **error)
{
  g_autoptr (PatalBatchMover) mover = patal_batch_mover_new (copying->db, batch, copying->today, NULL, error);
  PatalBatchMove move = { .start = wanted };
  g_autoptr (GArray) days = NULL;

  if (mover == NULL || !patal_batch_mover_nearest (mover, &move, 1, &days, error))
    return FALSE;
  *day = days->len > 0 ? g_array_index (days, PatalDay, 0) : PATAL_DAY_NONE;
  return TRUE;
}

static gboolean
give_day (Copying *copying, gint64 batch, PatalDay wanted, GError **error)
{
  PatalBatchMove move = { 0 };

  if (wanted == PATAL_DAY_NONE)
    return TRUE;
  if (!find_day (copying, batch, wanted, &move.start, error))
    return FALSE;
  if (move.start == PATAL_DAY_NONE)
    return TRUE;
  copying->out->dated++;
  copying->out->same += move.start == wanted;
  return patal_batch_move (copying->db, batch, &move, copying->today, error);
}

static gboolean
copy_batch (Copying *copying, gint64 id, GError **error)
{
  g_auto (PatalBatch) was = { 0 }, made = { 0 };
  gint64 days;

  if (!patal_batch_load (copying->db, id, &was, error)
      || !patal_db_int (copying->db, "SELECT days FROM course_module WHERE id = ?1", PATAL_ARGS (PATAL_INT (was.module)), &days, error))
    return FALSE;
  patal_batch_init (&made);
  made.cluster = *(const gint64 *) g_hash_table_lookup (copying->clusters, &was.cluster);
  made.module = was.module;
  made.n_days = (int) days;
  made.venue = was.venue;
  made.nodal = was.nodal;
  g_array_append_vals (made.trainers, was.trainers->data, was.trainers->len);
  if (!keep_active (copying->db, made.trainers, error) || !patal_batch_put (copying->db, &made, error)
      || !patal_nominate_from_postings (copying->db, made.id, copying->today, NULL, NULL, error))
    return FALSE;
  copying->out->batches++;
  return give_day (copying, made.id, day_of (&was) != PATAL_DAY_NONE ? moved (copying, day_of (&was)) : PATAL_DAY_NONE, error);
}

/* In the order of their days, so that each finds its own before others are moved onto it. */
static gboolean
copy_batches (Copying *copying, gint64 from, GError **error)
{
  g_autoptr (GArray) ids = patal_ids_read (copying->db,
    "SELECT batch.id FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE cluster.training = ?1 AND batch.status <> 'cancelled'"
    " ORDER BY batch.start_day IS NULL, batch.start_day, batch.no", PATAL_ARGS (PATAL_INT (from)), PATAL_IDS_FORWARDS, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!patal_progress_step (copying->progress, i, ids->len, error) || !copy_batch (copying, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

gboolean
patal_training_copy_year (PatalDb *db, gint64 id, int fy, PatalDay today, const PatalProgress *progress, PatalTrainingCopy *out, GError **error)
{
  g_auto (PatalTraining) from = { 0 };
  g_auto (Copying) copying = { .db = db, .today = today, .progress = progress, .out = out,
                               .clusters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };

  *out = (PatalTrainingCopy) { 0 };
  if (!patal_training_load (db, id, &from, error))
    return FALSE;
  if (fy <= from.fy)
    {
      g_autofree char *year = patal_fy_label (from.fy);

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_COPY_YEAR, year), error);
    }
  copying.years = fy - from.fy;
  if (!copy_training (&copying, &from, fy, error))
    return FALSE;
  out->training = copying.made.id;
  return copy_clusters (&copying, id, error) && copy_batches (&copying, id, error);
}
