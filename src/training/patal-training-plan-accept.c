/* patal-training-plan-accept.c: a plan goes into the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-bulk.h"
#include "patal-training-private.h"
#include "patal-training-plan-private.h"
#include "patal-training-problem-private.h"
#include <stdlib.h>

/* --- Rows, many at a time --- */

typedef struct
{
  PatalBulk  *bulk;
  const char *sql; /* what writes them */
} Writing;

static gboolean
flush (Writing *writing, GError **error)
{
  gboolean done = patal_bulk_n_rows (writing->bulk) == 0 || patal_bulk_run (writing->bulk, writing->sql, error);

  patal_bulk_clear (writing->bulk);
  return done;
}

static gboolean
add_row (Writing *writing, const PatalValue *values, GError **error)
{
  patal_bulk_add (writing->bulk, values);
  return patal_bulk_n_rows (writing->bulk) < PATAL_BULK_ROWS || flush (writing, error);
}

typedef struct
{
  PatalDb           *db;
  PatalTrainingPlan *plan;
  gint64             training;
} Accepting;

/* Runs @add, which adds all rows, each of @n_columns. */
static gboolean
write_rows (const Accepting *accepting, guint n_columns, const char *sql, gboolean (*add) (const Accepting *accepting, Writing *writing, GError **error),
            GError **error)
{
  g_autoptr (PatalBulk) bulk = patal_bulk_new (accepting->db, n_columns);
  Writing writing = { bulk, sql };

  return add (accepting, &writing, error) && flush (&writing, error);
}

/* --- Clusters --- */

/* The block of its units, or the district where they lie in several. */
static gint64
unit_of (const PatalTrainingPlan *plan, int cluster)
{
  const PatalTrainingProblem *problem = plan->problem;
  int block = -1;

  for (int u = 0; u < problem->data.n_units; u++)
    {
      int its = problem->data.units[u].block;

      if (plan->clusters->cluster[u] != cluster)
        continue;
      if (block >= 0 && block != its)
        return g_array_index (problem->districts, gint64, problem->data.blocks[its].district);
      block = its;
    }
  return g_array_index (problem->blocks, gint64, block);
}

static gboolean
add_clusters (const Accepting *accepting, Writing *writing, GError **error)
{
  PatalTrainingPlan *plan = accepting->plan;

  for (int c = 0; c < plan->clusters->n; c++)
    {
      plan->cluster_ids[c] = patal_db_new_id (accepting->db);
      if (!add_row (writing, PATAL_ARGS (PATAL_INT (plan->cluster_ids[c]), PATAL_INT (accepting->training), PATAL_INT (unit_of (plan, c)),
                                         PATAL_INT (c + 1), PATAL_INT (g_array_index (plan->problem->venues, gint64, plan->clusters->venue[c]))), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_unit (const Accepting *accepting, Writing *writing, int cluster, gint64 unit, GError **error)
{
  return add_row (writing, PATAL_ARGS (PATAL_INT (patal_db_new_id (accepting->db)), PATAL_INT (accepting->plan->cluster_ids[cluster]),
                                       PATAL_INT (unit)), error);
}

/* (transfer full) (element-type gint64): place + 1 of each unit of the problem. */
static GHashTable *
places_of (const GArray *ids)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (places, &g_array_index (ids, gint64, i), GINT_TO_POINTER (i + 1));
  return places;
}

/* (transfer full) (element-type gint64): cluster + 1 of each person who is in one. */
static GHashTable *
clusters_of_people (const PatalTrainingPlan *plan)
{
  const GArray *heads = plan->problem->heads;
  g_autoptr (GHashTable) places = places_of (plan->problem->units);
  GHashTable *of = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < heads->len; i++)
    {
      PatalHead *head = &g_array_index (heads, PatalHead, i);
      int cluster = plan->clusters->cluster[patal_making_recall (places, head->unit)];

      if (cluster >= 0)
        g_hash_table_insert (of, &head->person, GINT_TO_POINTER (cluster + 1));
    }
  return of;
}

/* Those with people of their own; and those that somebody covers from there, once, where nobody of their own puts them into a cluster. */
static gboolean
add_units (const Accepting *accepting, Writing *writing, GError **error)
{
  const PatalTrainingPlan *plan = accepting->plan;
  const PatalTrainingProblem *problem = plan->problem;
  g_autoptr (GHashTable) people = clusters_of_people (plan), places = places_of (problem->units), done = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (int u = 0; u < problem->data.n_units; u++)
    if (plan->clusters->cluster[u] >= 0 && !add_unit (accepting, writing, plan->clusters->cluster[u], g_array_index (problem->units, gint64, u), error))
      return FALSE;
  for (guint i = 0; i < problem->covered->len; i++)
    {
      PatalHead *covered = &g_array_index (problem->covered, PatalHead, i);
      int cluster = patal_making_recall (people, covered->person);

      if (cluster < 0 || plan->clusters->cluster[patal_making_recall (places, covered->unit)] >= 0 || !g_hash_table_add (done, &covered->unit))
        continue;
      if (!add_unit (accepting, writing, cluster, covered->unit, error))
        return FALSE;
    }
  return TRUE;
}

/* --- Batches --- */

typedef struct
{
  int batch, start;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *x = a, *y = b;
  guint first = (guint) x->start, second = (guint) y->start; /* without a day: the last */

  return first != second ? (first < second ? -1 : 1) : (x->batch > y->batch) - (x->batch < y->batch);
}

/* (transfer full): the batches in the order of their days. */
static Turn *
order_batches (const PatalSchedule *schedule)
{
  Turn *turns = g_new (Turn, MAX (schedule->n, 1));

  for (int b = 0; b < schedule->n; b++)
    turns[b] = (Turn) { b, schedule->start[b] };
  qsort (turns, schedule->n, sizeof *turns, compare_turns);
  return turns;
}

static gboolean
add_batches (const Accepting *accepting, Writing *writing, GError **error)
{
  PatalTrainingPlan *plan = accepting->plan;
  const PatalPlanData *data = &plan->problem->data;
  g_autofree Turn *turns = order_batches (plan->schedule);

  for (int i = 0; i < plan->schedule->n; i++)
    {
      int b = turns[i].batch, module = b % data->n_modules, start = plan->schedule->start[b];
      g_autofree char *day = start >= 0 ? patal_day_iso (plan->days.first + start) : NULL;
      const char *without = start < 0 ? patal_without_id (plan->schedule->without[b]) : NULL;

      plan->batch_ids[b] = patal_db_new_id (accepting->db);
      if (!add_row (writing, PATAL_ARGS (PATAL_INT (plan->batch_ids[b]), PATAL_INT (plan->cluster_ids[b / data->n_modules]),
                                         PATAL_INT (g_array_index (plan->problem->modules, gint64, module)), PATAL_INT (i + 1), PATAL_TEXT (day),
                                         PATAL_INT (data->modules[module].days), PATAL_TEXT (without)), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_teams (const Accepting *accepting, Writing *writing, GError **error)
{
  const PatalTrainingPlan *plan = accepting->plan;
  const PatalSchedule *schedule = plan->schedule;

  for (int b = 0; b < schedule->n; b++)
    for (int i = 0; i < schedule->room && schedule->start[b] >= 0; i++)
      {
        int trainer = schedule->team[(gsize) b * schedule->room + i];

        if (trainer >= 0
            && !add_row (writing, PATAL_ARGS (PATAL_INT (patal_db_new_id (accepting->db)), PATAL_INT (plan->batch_ids[b]),
                                              PATAL_INT (g_array_index (plan->problem->trainers, gint64, trainer))), error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_nominations (const Accepting *accepting, Writing *writing, GError **error)
{
  const PatalTrainingPlan *plan = accepting->plan;
  int n_modules = plan->problem->data.n_modules;
  g_autoptr (GHashTable) people = clusters_of_people (plan);

  for (guint i = 0; i < plan->problem->heads->len; i++)
    {
      const PatalHead *head = &g_array_index (plan->problem->heads, PatalHead, i);
      int cluster = patal_making_recall (people, head->person);

      for (int m = 0; m < n_modules && cluster >= 0; m++)
        if (!add_row (writing, PATAL_ARGS (PATAL_INT (patal_db_new_id (accepting->db)), PATAL_INT (plan->batch_ids[cluster * n_modules + m]),
                                           PATAL_INT (head->person), PATAL_INT_OR_NULL (head->posting)), error))
          return FALSE;
    }
  return TRUE;
}

/* --- All --- */

gboolean
patal_training_plan_is_of (PatalDb *db, const PatalTrainingPlan *plan, gint64 training, GError **error)
{
  g_autofree char *stands = patal_training_stand (db, training, error);

  if (stands == NULL)
    return FALSE;
  return g_str_equal (stands, plan->problem->stood)
         || patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_STALE), error);
}

static gboolean
check_untold (PatalDb *db, gint64 training, GError **error)
{
  gint64 told;

  if (!patal_db_int (db, "SELECT (SELECT count (*) FROM letter WHERE training = ?1) + (SELECT count (*) FROM batch AS b JOIN cluster AS k"
                         " ON k.id = b.cluster WHERE k.training = ?1 AND b.status <> 'planned')",
                     PATAL_ARGS (PATAL_INT (training)), &told, error))
    return FALSE;
  return told == 0 || patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_ISSUED), error);
}

gboolean
patal_training_plan_accept (PatalDb *db, PatalTrainingPlan *plan, gint64 training, GError **error)
{
  Accepting accepting = { db, plan, training };

  return patal_training_plan_is_of (db, plan, training, error) && check_untold (db, training, error) && patal_training_empty (db, training, error)
         && write_rows (&accepting, 5, "INSERT INTO cluster (id, training, unit, no, venue) SELECT c0, c1, c2, c3, c4 FROM patal_bulk",
                        add_clusters, error)
         && write_rows (&accepting, 3, "INSERT INTO cluster_unit (id, cluster, unit) SELECT c0, c1, c2 FROM patal_bulk", add_units, error)
         && write_rows (&accepting, 7, "INSERT INTO batch (id, cluster, module, no, start_day, days, without)"
                        " SELECT c0, c1, c2, c3, c4, c5, c6 FROM patal_bulk", add_batches, error)
         && write_rows (&accepting, 3, "INSERT INTO batch_trainer (id, batch, trainer) SELECT c0, c1, c2 FROM patal_bulk", add_teams, error)
         && write_rows (&accepting, 4, "INSERT INTO nomination (id, batch, person, posting) SELECT c0, c1, c2, c3 FROM patal_bulk",
                        add_nominations, error);
}
