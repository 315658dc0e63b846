/* test-batch-record.c: what a batch leaves behind: costs, feedback, the record of a visit, hours of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training-plan.h"
#include "patal-batch-cost.h"
#include "patal-batch-session.h"
#include "patal-feedback.h"
#include "patal-nomination.h"
#include "patal-visit.h"

#define LABEL PATAL_LABEL ("Corrected {1}", "x")

static void
refused (Plan *f, gpointer edit, gpointer data, PatalTrainingError rule)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_db_edit (f->t.d.db, LABEL, edit, data, &error));
  g_assert_error (error, PATAL_TRAINING_ERROR, (int) rule);
}

/* Long ago: three were there, one of them in part; one was not. */
static void
hold (Plan *f)
{
  static const char *const marks[] = { "PPPP", "PPPP", "PAAA", "AAAA" };

  plan_sql (f, "UPDATE batch SET start_day = '2021-12-20', status = 'published' WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    plan_sql (f, "INSERT INTO nomination (id, batch, person, marks) VALUES (?1, ?2, ?3, ?5)", f->batch[0], f->t.secretary[1 + i], 0, marks[i]);
}

static void
test_costs (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalBatchCost food = { .batch = f->batch[0], .paise = 400000, .head = PATAL_COST_FOOD, .day = DAY (2021, 12, 20), .voucher = (char *) "17" },
                 hall = { .batch = f->batch[0], .paise = 80000, .head = PATAL_COST_VENUE };
  PatalCostLimit limit;
  g_autoptr (GPtrArray) costs = NULL;
  g_autofree char *warning = NULL;

  hold (f);
  directory_do (&f->t.d, (gpointer) patal_batch_cost_put, &hall);
  directory_do (&f->t.d, (gpointer) patal_batch_cost_put, &food);
  costs = patal_batch_costs (f->t.d.db, f->batch[0], NULL);
  g_assert_cmpuint (costs->len, ==, 2);
  g_assert_cmpint (((PatalBatchCost *) costs->pdata[0])->paise, ==, 400000);
  g_assert_cmpstr (((PatalBatchCost *) costs->pdata[0])->voucher, ==, "17");
  /* Three people, two days, 800 rupees: just what was spent. */
  g_assert_true (patal_batch_cost_limit (f->t.d.db, f->batch[0], &limit, NULL));
  g_assert_true (limit.present == 3 && limit.days == 2 && limit.unit_paise == 80000 && limit.limit_paise == 480000 && limit.spent_paise == 480000);
  g_assert_null (patal_cost_limit_warning (&limit, NULL));
  hall.paise++;
  directory_do (&f->t.d, (gpointer) patal_batch_cost_put, &hall); /* it only warns */
  g_assert_true (patal_batch_cost_limit (f->t.d.db, f->batch[0], &limit, NULL));
  warning = patal_cost_limit_warning (&limit, NULL);
  g_assert_nonnull (strstr (warning, "3 present"));
  hall.paise = 0;
  refused (f, (gpointer) patal_batch_cost_put, &hall, PATAL_TRAINING_ERROR_AMOUNT);
}

/* The unit cost is that of the line from which the training is paid. */
static void
test_line_cost (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalCostLimit limit;

  hold (f);
  plan_sql (f, "INSERT INTO annual_plan (id, fy) VALUES (?1, 2026)", 0, 0, 0, NULL);
  plan_sql (f, "INSERT INTO plan_line (id, plan, rank, component, course, participants, days, unit_paise)"
               " SELECT ?1, id, 1, 'TRG-B', ?2, 100, 2, ?3 FROM annual_plan", TRAINING_GGI, 65000, 0, NULL);
  plan_sql (f, "UPDATE training SET line = (SELECT id FROM plan_line) WHERE id = ?2 AND ?1 IS NOT NULL", f->training.id, 0, 0, NULL);
  g_assert_true (patal_batch_cost_limit (f->t.d.db, f->batch[0], &limit, NULL));
  g_assert_cmpint (limit.limit_paise, ==, 3 * 2 * 65000);
}

static void
test_feedback (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalFeedback one = { .batch = f->batch[0], .scores = { 5, 4, 3, 0, 5 } }, two = { .batch = f->batch[0], .scores = { 4, 4, 2, 0, 4 } },
                words = { .batch = f->batch[0], .words = (char *) "अभ्यास अधिक हो" }, wrong = { .batch = f->batch[0], .scores = { 6 } },
                empty = { .batch = f->batch[0] };
  PatalFeedbackMeans means;

  directory_do (&f->t.d, (gpointer) patal_feedback_put, &one);
  directory_do (&f->t.d, (gpointer) patal_feedback_put, &two);
  directory_do (&f->t.d, (gpointer) patal_feedback_put, &words);
  refused (f, (gpointer) patal_feedback_put, &wrong, PATAL_TRAINING_ERROR_SCORE);
  refused (f, (gpointer) patal_feedback_put, &empty, PATAL_TRAINING_ERROR_SCORE);
  g_assert_true (patal_feedback_means (f->t.d.db, f->training.id, 0, &means, NULL));
  g_assert_true (means.sheets == 3 && means.answers[PATAL_FEEDBACK_CONTENT] == 2 && means.answers[PATAL_FEEDBACK_FOOD] == 0);
  g_assert_cmpfloat (means.means[PATAL_FEEDBACK_CONTENT], ==, 4.5);
  g_assert_cmpfloat (means.means[PATAL_FEEDBACK_VENUE], ==, 2.5);
  g_assert_true (patal_feedback_means (f->t.d.db, f->training.id, f->batch[1], &means, NULL));
  g_assert_cmpuint (means.sheets, ==, 0);
}

static void
test_visit (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalVisit visit = { .batch = f->batch[0], .host = (char *) "पंचायत अधिगम केंद्र", .learning = (char *) "कर वसूली" }, again = visit;
  g_auto (PatalVisit) read = { 0 };
  PatalCostLimit limit;

  hold (f);
  refused (f, (gpointer) patal_visit_put, &visit, PATAL_TRAINING_ERROR_VISIT_COURSE);
  plan_sql (f, "UPDATE course SET mode = 'visit' WHERE id = ?2 AND ?1 IS NOT NULL", TRAINING_GGI, 0, 0, NULL);
  visit.host = (char *) " ";
  refused (f, (gpointer) patal_visit_put, &visit, PATAL_TRAINING_ERROR_VISIT_HOST);
  visit.host = again.host;
  plan_sql (f, "UPDATE batch SET days = 6 WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  refused (f, (gpointer) patal_visit_put, &visit, PATAL_TRAINING_ERROR_VISIT_DAYS);
  plan_sql (f, "UPDATE batch SET days = 2 WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  directory_do (&f->t.d, (gpointer) patal_visit_put, &visit);
  refused (f, (gpointer) patal_visit_put, &again, PATAL_TRAINING_ERROR_VISIT_COURSE);
  g_assert_true (patal_visit_of (f->t.d.db, f->batch[0], &read, NULL));
  g_assert_cmpstr (read.learning, ==, "कर वसूली");
  /* Its ceiling is that of visits; outside the state another one. */
  g_assert_true (patal_batch_cost_limit (f->t.d.db, f->batch[0], &limit, NULL));
  g_assert_cmpint (limit.unit_paise, ==, 250000);
  visit.outside = TRUE;
  directory_do (&f->t.d, (gpointer) patal_visit_put, &visit);
  g_assert_true (patal_batch_cost_limit (f->t.d.db, f->batch[0], &limit, NULL));
  g_assert_cmpint (limit.unit_paise, ==, 400000);
}

typedef struct
{
  gint64     batch;
  GPtrArray *sessions;
} Hours;

static gboolean
hours_cb (PatalDb *db, gpointer data, GError **error)
{
  const Hours *hours = data;

  return patal_batch_sessions_put (db, hours->batch, hours->sessions, error);
}

static void
add_session (GPtrArray *sessions, int day, int from, int to, const char *topic)
{
  PatalSession *session = g_new0 (PatalSession, 1);

  session->day_no = day;
  session->from_minute = from;
  session->to_minute = to;
  session->topics[PATAL_LANG_HI] = g_strdup (topic);
  g_ptr_array_add (sessions, session);
}

static void
test_sessions (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_session_free), read = NULL;
  Hours hours = { f->batch[0], sessions };

  add_session (sessions, 1, 600, 660, "पंजीयन");
  add_session (sessions, 1, 660, 720, "वर्क फाइल"); /* begins when the other ends */
  add_session (sessions, 2, 600, 660, "सात पंजी");
  directory_do (&f->t.d, (gpointer) hours_cb, &hours);
  read = patal_batch_sessions (f->t.d.db, f->batch[0], NULL);
  g_assert_cmpuint (read->len, ==, 3);
  add_session (sessions, 1, 710, 730, "शंका");
  refused (f, (gpointer) hours_cb, &hours, PATAL_TRAINING_ERROR_SESSION_OVERLAP);
  g_ptr_array_set_size (sessions, 3);
  add_session (sessions, 3, 600, 660, "तीसरा दिन");
  refused (f, (gpointer) hours_cb, &hours, PATAL_TRAINING_ERROR_SESSION_DAY);
  g_ptr_array_set_size (sessions, 0); /* as its module has it again */
  directory_do (&f->t.d, (gpointer) hours_cb, &hours);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM session WHERE batch IS NOT NULL"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/batch-record/costs", test_costs);
  PLAN_TEST ("/batch-record/line-cost", test_line_cost);
  PLAN_TEST ("/batch-record/feedback", test_feedback);
  PLAN_TEST ("/batch-record/visit", test_visit);
  PLAN_TEST ("/batch-record/sessions", test_sessions);
  return g_test_run ();
}
