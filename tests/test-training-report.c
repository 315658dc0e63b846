/* test-training-report.c: what the reports about trainings say, reckoned by hand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nomination.h"
#include "patal-training-report.h"
#include "training-plan.h"

static gboolean
call_cb (PatalDb *db, gpointer id, GError **error)
{
  return patal_nominate_from_postings (db, *(gint64 *) id, TODAY, NULL, NULL, error);
}

/* Of cluster 0 (seven gram panchayats, two people each) the batch is held on Monday and Tuesday, and the GRS of gp[3] was absent; cluster 1 (eight,
 * fifteen people: a secretary has charge of two) has people and no marks. */
static void
hold (Plan *f)
{
  for (guint i = 0; i < 2; i++)
    {
      plan_move (f, i, MONDAY);
      directory_do (&f->t.d, (gpointer) call_cb, &f->batch[i]);
    }
  plan_sql (f, "UPDATE nomination SET marks = iif (person = ?3, 'AAAA', 'PPPP') WHERE batch = ?2", f->batch[0], f->t.grs[3], 0, NULL);
  plan_sql (f, "UPDATE batch SET status = 'held' WHERE id = ?2", f->batch[0], 0, 0, NULL);
}

/* Keys and values of a filter, as the query of a figure has them. */
static PatalTable *
build (Plan *f, const PatalReport *report, const char *query, GError **error)
{
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (query, "&", -1);
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  PatalReportArgs args = { .words = words, .as_on = MONDAY + 30, .filter = filter };

  for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++)
    {
      char *equals = strchr (*pair, '=');

      g_hash_table_insert (filter, g_strndup (*pair, (gsize) (equals - *pair)), g_strdup (equals + 1));
    }
  return report->build (f->t.d.db, &args, error);
}

static guint
column_of (const PatalTable *table, const char *id)
{
  for (guint i = 0; i < patal_table_n_columns (table); i++)
    if (g_str_equal (patal_table_column (table, i)->id, id))
      return i;
  g_assert_not_reached ();
}

static gint64
number (const PatalTable *table, guint row, const char *column)
{
  return patal_table_cell (table, row, column_of (table, column)).number;
}

static const char *
text (const PatalTable *table, guint row, const char *column)
{
  return patal_table_cell (table, row, column_of (table, column)).text;
}

/* The rows behind a figure are as many as it says. */
static void
assert_opens (Plan *f, const PatalTable *table, guint row, const char *column, gint64 expected)
{
  const char *opens = patal_table_cell (table, row, column_of (table, column)).opens;
  g_autoptr (PatalTable) behind = NULL;

  g_assert_cmpint (number (table, row, column), ==, expected);
  g_assert_true (g_str_has_prefix (opens, "participants?"));
  behind = build (f, &patal_participant_report, opens + strlen ("participants?"), NULL);
  g_assert_cmpint (patal_table_n_rows (behind), ==, expected);
}

static void
test_calendar (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL, undated = build (f, &patal_training_calendar_report, "fy=2026-27", NULL);

  g_assert_cmpstr (text (undated, 1, "remark"), ==, "No day yet");
  g_assert_true (patal_table_cell (undated, 1, column_of (undated, "from")).empty && patal_table_cell (undated, 1, column_of (undated, "to")).empty);
  hold (f);
  table = build (f, &patal_training_calendar_report, "fy=2026-27", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 2);
  g_assert_cmpuint (patal_table_n_columns (table), ==, 18);
  g_assert_cmpstr (text (table, 0, "training"), ==, "Good governance initiative: the four activities");
  g_assert_cmpstr (text (table, 0, "batch"), ==, "1");
  g_assert_cmpint (number (table, 0, "gps"), ==, 7);
  assert_opens (f, table, 0, "participants", 14);
  assert_opens (f, table, 1, "participants", 15);
  g_assert_true (number (table, 0, "from") == MONDAY && number (table, 0, "to") == MONDAY + 1 && number (table, 0, "days") == 2);
  g_assert_cmpint (number (table, 0, "unit_cost"), ==, 80000); /* the ceiling of a cluster, of 2018-22: said to be old */
  g_assert_cmpint (number (table, 0, "cost"), ==, 80000 * 14 * 2);
  g_assert_cmpint (patal_table_total (table, column_of (table, "participants")), ==, 29);
  g_assert_nonnull (strstr (patal_table_frame (table)->note, "no longer in force"));
  g_assert_cmpstr (text (table, 0, "remark"), ==, "Held");
  plan_sql (f, "UPDATE batch SET status = 'cancelled' WHERE id = ?2", f->batch[1], 0, 0, NULL);
  patal_table_unref (table);
  table = build (f, &patal_training_calendar_report, "fy=2026-27", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 1);
  g_assert_nonnull (strstr (patal_table_frame (table)->note, "1 batch that was cancelled"));
}

/* Each gram panchayat of a cluster, one with an additional charge too; who shares a person shares the batch. */
static void
test_gp_plan (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL, one = NULL;
  g_autofree char *within = g_strdup_printf ("fy=2026-27&within=%" G_GINT64_FORMAT, f->t.gp[TRAINING_CHARGED]);
  guint trained = 0, absent = 0, nominated = 0;

  hold (f);
  table = build (f, &patal_gp_plan_report, "fy=2026-27", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 14 + 16);
  for (guint row = 0; row < patal_table_n_rows (table); row++)
    {
      const char *status = text (table, row, "status");

      trained += g_str_equal (status, "Trained");
      absent += g_str_equal (status, "Was absent");
      nominated += g_str_equal (status, "Nominated");
    }
  g_assert_true (trained == 13 && absent == 1 && nominated == 16);
  g_assert_nonnull (strstr (patal_table_frame (table)->note, "9 gram panchayats stand in no cluster")); /* gp[0] and block 2 */
  one = build (f, &patal_gp_plan_report, within, NULL);
  g_assert_cmpuint (patal_table_n_rows (one), ==, 2);
  plan_sql (f, "UPDATE nomination SET status = 'withdrawn' WHERE batch = ?2", f->batch[1], 0, 0, NULL);
  patal_table_unref (one);
  one = build (f, &patal_gp_plan_report, within, NULL);
  g_assert_cmpuint (patal_table_n_rows (one), ==, 1);
  g_assert_cmpstr (text (one, 0, "status"), ==, "Nobody is nominated");
}

static void
test_clusters (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL;

  hold (f);
  table = build (f, &patal_cluster_report, "fy=2026-27", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 2);
  assert_opens (f, table, 0, "trainees", 14);
  assert_opens (f, table, 1, "trainees", 15);
  g_assert_cmpstr (text (table, 0, "gps"), ==, "Gram-01, Gram-02, Gram-03, Gram-05, Gram-06, Gram-07, Gram-08"); /* gp[3] is the namesake */
  g_assert_cmpuint (patal_table_n_groups (table), ==, 1);
}

static void
test_participation (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL, wrong = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  hold (f);
  plan_sql (f, "UPDATE person SET social = 'sc', gender = 'female' WHERE id = ?2 OR id = ?3 OR id = ?4", f->t.secretary[1], f->t.secretary[2], f->t.grs[3], NULL);
  plan_sql (f, "UPDATE person SET social = 'other', gender = 'male' WHERE id = ?2", f->t.grs[1], 0, 0, NULL);
  table = build (f, &patal_participation_report, "fy=2026-27", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 3);
  assert_opens (f, table, 2, "sc_female", 2); /* of three one was absent */
  assert_opens (f, table, 2, "other_male", 1);
  assert_opens (f, table, 2, "all", 13);
  g_assert_true (number (table, 2, "unknown") == 10 && number (table, 2, "female") == 2 && number (table, 2, "male") == 1);
  g_assert_nonnull (strstr (patal_table_frame (table)->note, "10 persons"));
  other = build (f, &patal_participation_report, "fy=2026-27&quarter=2", NULL);
  g_assert_cmpint (patal_table_total (other, column_of (other, "all")), ==, 0);
  wrong = build (f, &patal_participation_report, "fy=2026-27&quarter=5", &error);
  g_assert_null (wrong);
  g_assert_error (error, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_RANGE);
}

static void
test_progress (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) outside = NULL, table = NULL, second = NULL;

  hold (f);
  plan_sql (f, "INSERT INTO batch_cost (id, batch, head, paise, day) VALUES (?1, ?2, 'food', 300000, '2026-04-30')", f->batch[0], 0, 0, NULL);
  plan_sql (f, "INSERT INTO batch_cost (id, batch, head, paise, day) VALUES (?1, ?2, 'venue', 200000, '2026-07-02')", f->batch[0], 0, 0, NULL);
  outside = build (f, &patal_training_progress_report, "fy=2026-27", NULL); /* in no line of a plan */
  g_assert_cmpuint (patal_table_n_rows (outside), ==, 1);
  assert_opens (f, outside, 0, "trained", 13);
  g_assert_true (patal_table_cell (outside, 0, column_of (outside, "target")).empty && number (outside, 0, "spent") == 300000);
  plan_sql (f, "INSERT INTO annual_plan (id, fy) VALUES (?1, 2026)", 0, 0, 0, NULL);
  plan_sql (f, "INSERT INTO plan_line (id, plan, rank, component, course, participants, days, unit_paise, approved_paise) SELECT ?1, max (id), 1, 'TRG-B', 341, 29, 2,"
               " 70000, 1000000 FROM annual_plan", 0, 0, 0, NULL);
  plan_sql (f, "UPDATE training SET line = (SELECT max (id) FROM plan_line)", 0, 0, 0, NULL);
  table = build (f, &patal_training_progress_report, "fy=2026-27&quarter=1", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 1);
  assert_opens (f, table, 0, "trained", 13);
  g_assert_true (number (table, 0, "target") == 29 && number (table, 0, "approved") == 1000000 && number (table, 0, "spent") == 300000);
  g_assert_cmpint (number (table, 0, "share"), ==, 300);
  second = build (f, &patal_training_progress_report, "fy=2026-27&quarter=2", NULL);
  g_assert_true (number (second, 0, "trained") == 0 && number (second, 0, "spent") == 200000);
}

static void
test_certificates (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL;

  hold (f);
  plan_sql (f, "INSERT INTO letter (id, kind, training, batch, nomination, number, name, day, printed, issued_at,"
               " recalled_on, recalled_why)"
               " SELECT ?1, 'certificate', ?2, batch, id, 'SON/GGI/2026-27/1', 'As Issued', '2026-04-22', '', 0, '2026-05-01', ?5"
               " FROM nomination WHERE batch = ?3 AND person = ?4",
            f->training.id, f->batch[0], f->t.grs[1], "wrong name");
  table = build (f, &patal_certificate_report, "fy=2026-27", NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 1);
  g_assert_cmpstr (text (table, 0, "number"), ==, "SON/GGI/2026-27/1");
  g_assert_cmpstr (text (table, 0, "name"), ==, "As Issued"); /* whatever the person is called now */
  g_assert_cmpstr (text (table, 0, "period"), ==, "20.04.2026 to 21.04.2026");
  g_assert_cmpint (number (table, 0, "issued"), ==, DAY (2026, 4, 22));
  g_assert_cmpstr (text (table, 0, "remark"), ==, "Called back on 01.05.2026: wrong name");
}

/* A year of which nothing is known gives a table without figures, and a sentence. */
static void
test_empty (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const PatalReport *const reports[] = { &patal_training_calendar_report, &patal_gp_plan_report, &patal_cluster_report, &patal_participant_report,
                                         &patal_participation_report, &patal_training_progress_report, &patal_certificate_report };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (PatalTable) table = build (f, reports[i], "fy=2019-20", NULL), none = build (f, reports[i], "training=12", &error);

      g_assert_cmpuint (patal_table_n_rows (table), ==, reports[i] == &patal_participation_report ? 3 : 0);
      g_assert_nonnull (patal_table_frame (table)->note);
      g_assert_null (none);
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/training-report/calendar", test_calendar);
  PLAN_TEST ("/training-report/gp-plan", test_gp_plan);
  PLAN_TEST ("/training-report/clusters", test_clusters);
  PLAN_TEST ("/training-report/participation", test_participation);
  PLAN_TEST ("/training-report/progress", test_progress);
  PLAN_TEST ("/training-report/certificates", test_certificates);
  PLAN_TEST ("/training-report/empty", test_empty);
  return g_test_run ();
}
