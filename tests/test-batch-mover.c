/* test-batch-mover.c: where a batch that is dragged can go, what falls upon batches, and what a calendar shows of them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-hits.h"
#include "patal-batch-mover.h"
#include "patal-batch-scene.h"
#include "training-plan.h"

#define ALL (&(const PatalBatchFilter) { .status = PATAL_BATCH_ANY_STATUS })

static gint64
close_unit (Plan *f, gint64 unit, PatalSpan span, gboolean hard)
{
  PatalBlackout blackout = { .unit = unit, .span = span, .reason = PATAL_BLACKOUT_FAIR, .hard = hard };

  directory_do (&f->t.d, (gpointer) patal_blackout_insert, &blackout);
  return blackout.id;
}

static guint
hard_ones (const GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const PatalTrainingFinding *) g_ptr_array_index (findings, i))->weight == PATAL_RULE_HARD;
  return n;
}

/* Questions leave nothing behind: not in the file, and not for the next question. */
static void
test_questions (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalBatchMover) mover = NULL;
  g_autoptr (GArray) team = plan_team (f, 0, 1), others = plan_team (f, 2, 3);
  g_auto (PatalBatch) batch = { 0 };

  plan_move (f, 0, MONDAY);
  plan_move (f, 1, MONDAY + 7);
  mover = patal_batch_mover_new (f->t.d.db, f->batch[0], TODAY, NULL, NULL);
  g_assert_true (patal_batch_mover_batch (mover)->start == MONDAY);
  g_assert_cmpuint (hard_ones (patal_batch_mover_ask (mover, &(PatalBatchMove) { .start = MONDAY + 2 }, NULL)), ==, 0);
  g_assert_cmpuint (hard_ones (patal_batch_mover_ask (mover, &(PatalBatchMove) { .start = MONDAY + 6 }, NULL)), ==, 1); /* Sunday */
  g_assert_cmpuint (hard_ones (patal_batch_mover_ask (mover, &(PatalBatchMove) { .start = MONDAY + 7, .trainers = others }, NULL)), ==, 2);
  g_assert_cmpuint (hard_ones (patal_batch_mover_ask (mover, &(PatalBatchMove) { .start = MONDAY + 7, .venue = f->t.venue[1] }, NULL)), ==, 0);
  g_assert_cmpuint (hard_ones (patal_batch_mover_ask (mover, &(PatalBatchMove) { .start = MONDAY + 7, .trainers = team }, NULL)), ==, 0);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL) && batch.start == MONDAY && batch.venue == f->t.venue[0]);
}

static void
test_stays (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  plan_move (f, 0, MONDAY);
  g_assert_null (patal_batch_mover_new (f->t.d.db, f->batch[0], MONDAY, NULL, &error));
  g_assert_error (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PAST);
  g_clear_error (&error);
  g_assert_null (patal_batch_mover_new (f->t.d.db, 12345, TODAY, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (patal_db_freeze (f->t.d.db, &(const PatalRecord) { .table = "batch", .id = f->batch[0], .parts = patal_batch_parts },
                                  PATAL_LABEL ("Test"), NULL));
  g_assert_null (patal_batch_mover_new (f->t.d.db, f->batch[0], TODAY, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
}

static void
assert_nearest (Plan *f, PatalDay today, PatalDay wanted, guint n, const PatalDay *days)
{
  g_autoptr (PatalBatchMover) mover = patal_batch_mover_new (f->t.d.db, f->batch[0], today, NULL, NULL);
  g_autoptr (GArray) found = NULL;

  g_assert_true (patal_batch_mover_nearest (mover, &(PatalBatchMove) { .start = wanted }, 2, &found, NULL));
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (found, PatalDay, i), ==, days[i]);
}

/* Two days: Saturday would run into Sunday; the blackout closes Tuesday to Thursday of the week after. */
static void
test_nearest (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  plan_move (f, 0, MONDAY);
  close_unit (f, f->t.block[0], (PatalSpan) { MONDAY + 8, MONDAY + 10 }, TRUE);
  assert_nearest (f, TODAY, MONDAY + 3, 2, (PatalDay[]) { MONDAY + 3, MONDAY + 4 }); /* the day itself, then the later */
  assert_nearest (f, TODAY, MONDAY + 7, 2, (PatalDay[]) { MONDAY + 4, MONDAY + 11 });
  assert_nearest (f, MONDAY - 1, MONDAY - 3, 2, (PatalDay[]) { MONDAY + 1, MONDAY + 2 }); /* never today or before, and not where it stands */
  close_unit (f, f->t.block[0], (PatalSpan) { MONDAY - 60, MONDAY + 200 }, TRUE);
  assert_nearest (f, TODAY, MONDAY + 3, 0, NULL);
}

/* A place with a window of its own has its days there. */
static void
test_nearest_window (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  *limit = (PatalLimit) { .kind = PATAL_LIMIT_WINDOW, .unit = f->t.block[0], .span = { MONDAY + 140, MONDAY + 150 }, .reason = PATAL_BLACKOUT_FAIR };
  plan_move (f, 0, MONDAY);
  g_ptr_array_add (f->training.limits, limit);
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
  assert_nearest (f, TODAY, MONDAY, 2, (PatalDay[]) { MONDAY + 140, MONDAY + 141 });
}

static guint
n_hits (Plan *f, PatalBatchHit hit, PatalDay today)
{
  g_autoptr (GArray) hits = patal_batch_hits (f->t.d.db, &hit, today, NULL);

  g_assert_nonnull (hits);
  return hits->len;
}

static void
test_hits (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const PatalSpan week = { MONDAY, MONDAY + 6 }, day = { MONDAY + 1, MONDAY + 1 };

  plan_move (f, 0, MONDAY);
  plan_move (f, 1, MONDAY + 1);
  plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[0], f->t.grs[5], 0, NULL);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = week }, TODAY), ==, 2);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = { MONDAY, MONDAY } }, TODAY), ==, 1);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = { MONDAY + 3, MONDAY + 9 } }, TODAY), ==, 0);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = week }, MONDAY + 1), ==, 1); /* what has passed is not hit */
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, f->t.d.district, 0 }, TODAY), ==, 2);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, f->t.block[1], 0 }, TODAY), ==, 1);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, f->t.gp[5], 0 }, TODAY), ==, 1); /* its cluster's */
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, f->t.gp[0], 0 }, TODAY), ==, 1); /* the venue's */
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, f->t.block[2], 0 }, TODAY), ==, 0);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, 0, f->t.trainer_person[1] }, TODAY), ==, 1);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, 0, f->t.grs[5] }, TODAY), ==, 1);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { day, 0, f->t.grs[6] }, TODAY), ==, 0);
  plan_sql (f, "UPDATE batch SET status = 'held' WHERE id = ?2", f->batch[0], 0, 0, NULL);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = week }, TODAY), ==, 1);
}

/* A day that was moved away leaves its own free. */
static void
test_hits_between (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  plan_move (f, 0, MONDAY);
  plan_sql (f, "INSERT INTO batch_change (id, batch, day_no, was_day, now_day, reason, made_on) VALUES (?1, ?2, 2, '2026-04-21', ?5, 'flood', '2026-04-02')",
            f->batch[0], 0, 0, "2026-04-24");
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = { MONDAY + 1, MONDAY + 2 } }, TODAY), ==, 0);
  g_assert_cmpuint (n_hits (f, (PatalBatchHit) { .span = { MONDAY + 4, MONDAY + 4 } }, TODAY), ==, 1);
}

static void
test_hit_of (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalHoliday local = { .day = MONDAY, .name_hi = (char *) "मेला", .klass = PATAL_HOLIDAY_LOCAL, .district = f->t.d.district };
  PatalHoliday optional = { .day = MONDAY, .name_hi = (char *) "पर्व", .klass = PATAL_HOLIDAY_OPTIONAL };
  gint64 soft = close_unit (f, f->t.block[0], (PatalSpan) { MONDAY, MONDAY }, FALSE);
  gint64 hard = close_unit (f, f->t.block[0], (PatalSpan) { MONDAY, MONDAY + 3 }, TRUE);
  PatalBatchHit hit = { 0 };
  g_autoptr (GError) error = NULL;

  directory_do (&f->t.d, (gpointer) patal_holiday_insert, &local);
  directory_do (&f->t.d, (gpointer) patal_holiday_insert, &optional);
  g_assert_true (patal_batch_hit_of (f->t.d.db, PATAL_MARK_BLACKOUT, hard, &hit, NULL));
  g_assert_true (hit.unit == f->t.block[0] && hit.span.from == MONDAY && hit.span.to == MONDAY + 3);
  g_assert_true (patal_batch_hit_of (f->t.d.db, PATAL_MARK_HOLIDAY, local.id, &hit, NULL));
  g_assert_true (hit.unit == f->t.d.district && hit.span.to == MONDAY);
  g_assert_false (patal_batch_hit_of (f->t.d.db, PATAL_MARK_BLACKOUT, soft, &hit, &error));
  g_assert_no_error (error);
  g_assert_false (patal_batch_hit_of (f->t.d.db, PATAL_MARK_HOLIDAY, optional.id, &hit, &error));
  g_assert_no_error (error);
  g_assert_false (patal_batch_hit_of (f->t.d.db, PATAL_MARK_HOLIDAY, 12345, &hit, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* Two batches in one hall lie in two lanes of it; one that a blackout hits is marked. */
static void
test_scene (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalBatchScene) scene = NULL;
  const PatalSceneBar *bar;
  const PatalSceneLane *lane;
  guint index;

  plan_move (f, 0, MONDAY);
  scene = patal_batch_scene_new (f->t.d.db, ALL, TODAY, PATAL_LANG_EN, NULL);
  g_assert_true (scene->bars->len == 1 && scene->lanes->len == 1 && scene->blocks->len == 1 && scene->undated == 1);
  g_assert_true (scene->span.from == DAY (2026, 4, 1) && scene->span.to == DAY (2027, 3, 31));
  g_assert_false (g_array_index (scene->bars, PatalSceneBar, 0).closed);
  g_clear_pointer (&scene, patal_batch_scene_free);

  plan_sql (f, "UPDATE batch SET start_day = '2026-04-21', venue = ?3 WHERE id = ?2", f->batch[1], f->t.venue[0], 0, NULL);
  plan_sql (f, "UPDATE cluster SET unit = ?3 WHERE id = ?2", f->cluster[1], f->t.block[0], 0, NULL);
  close_unit (f, f->t.block[0], (PatalSpan) { MONDAY + 2, MONDAY + 2 }, TRUE);
  scene = patal_batch_scene_new (f->t.d.db, ALL, TODAY, PATAL_LANG_EN, NULL);
  g_assert_true (scene->bars->len == 2 && scene->lanes->len == 2 && scene->blocks->len == 1);
  bar = patal_batch_scene_find (scene, f->batch[1], &index);
  g_assert_true (bar != NULL && index == 1 && bar->closed && bar->bar.conflict && bar->lane == 1 && bar->cluster_no == 2);
  lane = &g_array_index (scene->lanes, PatalSceneLane, 0);
  g_assert_cmpstr (lane->name, ==, "Community hall");
  g_assert_cmpstr (g_array_index (scene->lanes, PatalSceneLane, 1).name, ==, "");
  g_assert_true (g_array_index (lane->bars, guint, 0) == 0 && g_array_index (scene->blocks, PatalSceneBlock, 0).n_lanes == 2);
  g_assert_null (patal_batch_scene_find (scene, 12345, NULL));
  g_assert_cmpuint (patal_batch_scene_from (scene, MONDAY), ==, 0);
  g_assert_cmpuint (patal_batch_scene_from (scene, MONDAY + 100), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/batch-mover/questions", test_questions);
  PLAN_TEST ("/batch-mover/stays", test_stays);
  PLAN_TEST ("/batch-mover/nearest", test_nearest);
  PLAN_TEST ("/batch-mover/nearest/window", test_nearest_window);
  PLAN_TEST ("/batch-hits", test_hits);
  PLAN_TEST ("/batch-hits/between", test_hits_between);
  PLAN_TEST ("/batch-hits/of", test_hit_of);
  PLAN_TEST ("/batch-scene", test_scene);
  return g_test_run ();
}
