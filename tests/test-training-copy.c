/* test-training-copy.c: last year's calendar in another year
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training-plan.h"
#include "patal-nomination.h"
#include "patal-training-copy.h"

typedef struct
{
  gint64            training;
  int               fy;
  PatalTrainingCopy copy;
} Deed;

static gboolean
copy_cb (PatalDb *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return patal_training_copy_year (db, deed->training, deed->fy, TODAY, NULL, &deed->copy, error);
}

static gint64
ask (Plan *f, const char *what, gint64 training)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE training = %" G_GINT64_FORMAT, what, training);

  return directory_number (&f->t.d, sql);
}

#define ON(day) "sum (start_day = '" day "')"

/* 20 April 2027 is a Tuesday, and 22 April a Thursday. */
static void
test_same_dates (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->training.id, 2027, { 0 } };
  g_auto (PatalTraining) made = { 0 };
  gint64 before = directory_number (&f->t.d, "SELECT count (*) FROM batch");

  plan_move (f, 0, MONDAY);
  plan_move (f, 1, MONDAY + 2);
  directory_do (&f->t.d, (gpointer) copy_cb, &deed);
  g_assert_true (deed.copy.batches == 2 && deed.copy.dated == 2 && deed.copy.same == 2);
  g_assert_cmpint (ask (f, ON ("2027-04-20"), deed.copy.training), ==, 1);
  g_assert_cmpint (ask (f, ON ("2027-04-22"), deed.copy.training), ==, 1);
  g_assert_cmpint (ask (f, "count (DISTINCT cluster.venue)", deed.copy.training), ==, 2);
  g_assert_cmpint (ask (f, "sum ((SELECT count (*) FROM batch_trainer WHERE batch = batch.id))", deed.copy.training), ==, 4);
  g_assert_cmpint (ask (f, "sum ((SELECT count (*) FROM nomination WHERE batch = batch.id)) > 20", deed.copy.training), ==, 1);
  g_assert_true (patal_training_load (f->t.d.db, deed.copy.training, &made, NULL));
  g_assert_true (made.fy == 2027 && made.window.from == DAY (2027, 4, 1) && made.window.to == DAY (2027, 6, 30) && made.line == 0 && made.order_no == NULL);
  g_assert_true (patal_db_undo (f->t.d.db, NULL, NULL)); /* one edit */
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM batch"), ==, before);
}

/* Around a holiday, and a blackout of one place. */
static void
test_moved (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->training.id, 2027, { 0 } };

  plan_move (f, 0, MONDAY);
  plan_move (f, 1, MONDAY + 2);
  plan_sql (f, "INSERT INTO holiday (id, day, name_hi, class, state_code) VALUES (?1, '2027-04-21', ?5, 'public', '22')", 0, 0, 0, "अवकाश");
  plan_sql (f, "INSERT INTO blackout (id, unit, from_day, to_day, reason, hard) VALUES (?1, ?2, '2027-04-19', '2027-04-30', 'fair', 1)",
            f->t.block[1], 0, 0, NULL);
  directory_do (&f->t.d, (gpointer) copy_cb, &deed);
  g_assert_true (deed.copy.dated == 2 && deed.copy.same == 0);
  /* Two working days on end: Thursday is nearer than the Monday of that week, and the other block waits for its fair to end, or goes before. */
  g_assert_cmpint (ask (f, ON ("2027-04-20"), deed.copy.training), ==, 0);
  g_assert_cmpint (ask (f, "sum (start_day <= '2027-04-21' AND date (start_day, '+1 day') >= '2027-04-21')", deed.copy.training), ==, 0);
  g_assert_cmpint (ask (f, "sum (cluster.no = 2 AND date (start_day, '+1 day') >= '2027-04-19' AND start_day <= '2027-04-30')", deed.copy.training), ==, 0);
}

/* A cancelled batch is not copied; one that was put off comes on the day people had been told; days off are left, windows of their own kept. */
static void
test_what_is_copied (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->training.id, 2028, { 0 } };
  g_auto (PatalTraining) made = { 0 };

  plan_move (f, 0, MONDAY);
  plan_sql (f, "UPDATE batch SET status = 'cancelled' WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[1], 0, 0, NULL);
  plan_sql (f, "UPDATE batch SET status = 'postponed', start_day = NULL WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  plan_sql (f, "INSERT INTO batch_change (id, batch, day_no, was_day, reason, made_on) VALUES (?1, ?2, 0, '2026-04-20', 'flood', '2026-04-01')",
            f->batch[0], 0, 0, NULL);
  plan_sql (f, "INSERT INTO training_limit (id, training, kind, from_day, to_day) VALUES (?1, ?2, 'off', '2026-05-04', '2026-05-05')", f->training.id, 0, 0, NULL);
  plan_sql (f, "INSERT INTO training_limit (id, training, kind, unit, from_day, to_day, reason) VALUES (?1, ?2, 'window', ?3, '2026-09-01', '2026-10-31', ?5)",
            f->training.id, f->t.block[2], 0, "fair");
  directory_do (&f->t.d, (gpointer) copy_cb, &deed);
  g_assert_true (deed.copy.batches == 1 && deed.copy.dated == 1);
  g_assert_cmpint (ask (f, ON ("2028-04-20"), deed.copy.training), ==, 1);
  g_assert_true (patal_training_load (f->t.d.db, deed.copy.training, &made, NULL));
  g_assert_cmpuint (made.limits->len, ==, 1);
  g_assert_true (((const PatalLimit *) made.limits->pdata[0])->span.from == DAY (2028, 9, 1));
}

/* A trainer who teaches no more is left out: without a whole team there is no day. */
static void
test_trainer_gone (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->training.id, 2027, { 0 } };

  plan_move (f, 0, MONDAY);
  plan_sql (f, "UPDATE trainer SET active = 0 WHERE id = ?2 AND ?1 IS NOT NULL", f->t.trainer[0], 0, 0, NULL);
  directory_do (&f->t.d, (gpointer) copy_cb, &deed);
  g_assert_cmpuint (deed.copy.dated, ==, 0);
  g_assert_cmpint (ask (f, "sum ((SELECT count (*) FROM batch_trainer WHERE batch = batch.id))", deed.copy.training), ==, 1);
}

static void
test_year (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->training.id, 2026, { 0 } };
  g_autoptr (GError) error = NULL;
  gint64 before = directory_number (&f->t.d, "SELECT count (*) FROM training");

  g_assert_false (patal_db_edit (f->t.d.db, PATAL_LABEL ("Copied {1} into {2}", "GGI", "2026-27"), copy_cb, &deed, &error));
  g_assert_error (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_COPY_YEAR);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM training"), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/training-copy/same-dates", test_same_dates);
  PLAN_TEST ("/training-copy/moved", test_moved);
  PLAN_TEST ("/training-copy/what-is-copied", test_what_is_copied);
  PLAN_TEST ("/training-copy/trainer-gone", test_trainer_gone);
  PLAN_TEST ("/training-copy/year", test_year);
  return g_test_run ();
}
