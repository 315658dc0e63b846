/* training-plan.h: a training with two clusters and their batches, for the tests of what becomes of them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cluster 0 is of gp[1] to gp[7] in the hall of gp[0], taught by the two of gp[0]; cluster 1 of gp[8] to gp[15] in the block hall of block 1, by its
 * officer and the technical assistant. Neither batch has a day. */
#pragma once
#include "patal-batch.h"
#include "patal-training-cluster.h"
#include "training.h"
#include <string.h>

#define MONDAY DAY (2026, 4, 20)
#define TODAY  DAY (2026, 4, 1)

typedef struct
{
  Trainings     t; /* first */
  PatalTraining training;
  gint64        cluster[2], batch[2];
} Plan;

static inline void
plan_cluster (Plan *f, guint i, gint64 block, guint first, guint last, gint64 venue)
{
  g_auto (PatalTrainingCluster) cluster = { 0 };

  patal_training_cluster_init (&cluster);
  cluster.training = f->training.id;
  cluster.unit = block;
  cluster.venue = venue;
  for (guint gp = first; gp <= last; gp++)
    g_array_append_val (cluster.units, f->t.gp[gp]);
  directory_do (&f->t.d, (gpointer) patal_training_cluster_put, &cluster);
  f->cluster[i] = cluster.id;
  g_assert_true (patal_db_int (f->t.d.db, "SELECT id FROM batch WHERE cluster = ?1", PATAL_ARGS (PATAL_INT (cluster.id)), &f->batch[i], NULL));
}

typedef struct { gint64 batch; PatalBatchMove move; PatalDay today; } PlanMove;

static inline gboolean
plan_move_cb (PatalDb *db, gpointer data, GError **error)
{
  const PlanMove *m = data;

  return patal_batch_move (db, m->batch, &m->move, m->today, error);
}

/* (transfer full) (element-type gint64) */
static inline GArray *
plan_team (const Plan *f, guint one, guint other)
{
  GArray *team = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (team, f->t.trainer[one]);
  g_array_append_val (team, f->t.trainer[other]);
  return team;
}

static inline void
plan_move (Plan *f, guint i, PatalDay day)
{
  g_autoptr (GArray) team = plan_team (f, i == 0 ? 0 : 2, i == 0 ? 1 : 3);
  PlanMove move = { f->batch[i], { .start = day, .trainers = team }, TODAY };

  directory_do (&f->t.d, (gpointer) plan_move_cb, &move);
}

static inline void
plan_set_up (Plan *f, gconstpointer data)
{
  training_set_up (&f->t, data);
  training_ggi (&f->t, &f->training);
  directory_do (&f->t.d, (gpointer) patal_training_insert, &f->training);
  plan_cluster (f, 0, f->t.block[0], 1, 7, f->t.venue[0]);
  plan_cluster (f, 1, f->t.block[1], 8, 15, f->t.venue[1]);
}

static inline void
plan_tear_down (Plan *f, gconstpointer data)
{
  patal_training_clear (&f->training);
  training_tear_down (&f->t, data);
}

/* One statement as an edit: ?1 is a new id, ?2 to ?4 are numbers, ?5 is a text. */
typedef struct { const char *sql; gint64 args[4]; const char *text; } PlanSql;

static inline gboolean
plan_sql_cb (PatalDb *db, gpointer data, GError **error)
{
  const PlanSql *s = data;
  PatalValue args[] = { PATAL_INT (patal_db_new_id (db)), PATAL_INT (s->args[0]), PATAL_INT (s->args[1]), PATAL_INT (s->args[2]),
                        PATAL_TEXT (s->text), { .type = 0 } };
  int used = 0;

  for (const char *mark = strchr (s->sql, '?'); mark != NULL; mark = strchr (mark + 1, '?'))
    used = MAX (used, mark[1] - '0');
  args[used].type = 0;
  return patal_db_run (db, s->sql, args, error);
}

static inline void
plan_sql (Plan *f, const char *sql, gint64 one, gint64 two, gint64 three, const char *text)
{
  PlanSql s = { sql, { one, two, three }, text };

  directory_do (&f->t.d, (gpointer) plan_sql_cb, &s);
}

#define PLAN_TEST(path, func) g_test_add (path, Plan, NULL, plan_set_up, func, plan_tear_down)
