/* test-saturation.c: which gram panchayats are done, and who is left and why
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nomination.h"
#include "patal-saturation.h"
#include "training-plan.h"

static gboolean
call_cb (PatalDb *db, gpointer id, GError **error)
{
  return patal_nominate_from_postings (db, *(gint64 *) id, TODAY, NULL, NULL, error);
}

/* Both batches are held; those of cluster 0 were all there, but @absent; cluster 1's not at all. */
static void
hold (Plan *f, gint64 absent)
{
  for (guint i = 0; i < 2; i++)
    {
      plan_move (f, i, MONDAY);
      directory_do (&f->t.d, (gpointer) call_cb, &f->batch[i]);
    }
  plan_sql (f, "UPDATE nomination SET marks = iif (person = ?3, 'PPAA', 'PPPP') WHERE batch = ?2", f->batch[0], absent, 0, NULL);
  plan_sql (f, "UPDATE batch SET status = 'held' WHERE id = ?2", f->batch[0], 0, 0, NULL);
}

static GArray *
blocks (Plan *f, PatalDay day)
{
  GArray *places = patal_saturation (f->t.d.db, &(PatalSaturationQuery) { .course = TRAINING_GGI, .fy = 2026, .as_on = day }, NULL);

  g_assert_cmpuint (places->len, ==, 3);
  return places;
}

static const PatalSaturation *
of_block (const GArray *places, gint64 block)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, PatalSaturation, i).place == block)
      return &g_array_index (places, PatalSaturation, i);
  g_assert_not_reached ();
}

/* The row of a person, or of a vacant post in @unit; all 0: is not left. */
static PatalLeftOver
left_of (Plan *f, gint64 person, gint64 unit)
{
  g_autoptr (GArray) left = patal_saturation_left (f->t.d.db, &(PatalSaturationQuery) { .course = TRAINING_GGI, .as_on = MONDAY + 30 }, NULL);

  for (guint i = 0; i < left->len; i++)
    if (g_array_index (left, PatalLeftOver, i).person == person && (unit == 0 || g_array_index (left, PatalLeftOver, i).unit == unit))
      return g_array_index (left, PatalLeftOver, i);
  return (PatalLeftOver) { 0 };
}

static void
test_blocks (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) before = NULL, after = NULL;
  const PatalSaturation *own;

  hold (f, f->t.grs[3]);
  before = blocks (f, MONDAY - 1); /* not begun on that day */
  after = blocks (f, MONDAY + 1);
  own = of_block (before, f->t.block[0]);
  g_assert_true (own->place == f->t.block[0] && own->units == 8 && own->resource == 1 && own->eligible == 7 && own->trained == 0);
  own = of_block (after, f->t.block[0]);
  g_assert_true (own->trained == 6 && own->people == 14 && own->people_trained == 13 && own->vacant == 0 && own->target == MONDAY + 1);
  own = of_block (after, f->t.block[1]);
  g_assert_true (own->units == 8 && own->eligible == 8 && own->trained == 0 && own->people == 15);
  own = of_block (after, f->t.block[2]); /* one post of two is vacant: eligible all the same */
  g_assert_true (own->eligible == 8 && own->vacant == 0 && own->target == PATAL_DAY_NONE);
}

static void
test_vacant (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) after = NULL;
  const PatalSaturation *own;

  plan_sql (f, "UPDATE posting SET to_day = '2026-01-31' WHERE unit = ?2", f->t.gp[TRAINING_VACANT], 0, 0, NULL);
  plan_sql (f, "UPDATE posting SET to_day = '2026-01-31' WHERE unit = ?2 AND charge = 'main'", f->t.gp[TRAINING_CHARGED], 0, 0, NULL);
  after = blocks (f, MONDAY);
  own = of_block (after, f->t.block[2]);
  g_assert_true (own->units == 8 && own->eligible == 7 && own->vacant == 1 && own->units == own->eligible + own->resource + own->vacant);
  own = of_block (after, f->t.block[1]);
  g_assert_true (own->eligible == 8 && own->by_charge == 1);
}

static void
test_left (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalLeftOver own;

  hold (f, f->t.grs[3]);
  own = left_of (f, f->t.grs[3], 0);
  g_assert_true (own.reason == PATAL_LEFT_ABSENT && own.batch == f->batch[0] && own.unit == f->t.gp[3]);
  g_assert_cmpint (left_of (f, f->t.grs[4], 0).person, ==, 0);
  g_assert_cmpint (left_of (f, f->t.trainer_person[0], 0).person, ==, 0);
  own = left_of (f, f->t.grs[12], 0);
  g_assert_true (own.reason == PATAL_LEFT_PLANNED && own.batch == f->batch[1]);
  own = left_of (f, f->t.grs[20], 0);
  g_assert_true (own.reason == PATAL_LEFT_NEVER && own.batch == 0);
  g_assert_cmpint (left_of (f, 0, f->t.gp[TRAINING_VACANT]).reason, ==, PATAL_LEFT_VACANT);
  /* By an additional charge the person is left at both places, and done at both. */
  own = left_of (f, f->t.secretary[TRAINING_CHARGE], f->t.gp[TRAINING_CHARGED]);
  g_assert_true (own.by_charge && own.reason == PATAL_LEFT_PLANNED);
  plan_sql (f, "UPDATE nomination SET marks = 'PPPP' WHERE batch = ?2 AND person = ?3", f->batch[1], f->t.secretary[TRAINING_CHARGE], 0, NULL);
  plan_sql (f, "UPDATE nomination SET status = 'replaced' WHERE batch = ?2 AND person = ?3", f->batch[1], f->t.grs[12], 0, NULL);
  plan_sql (f, "UPDATE batch SET status = 'held' WHERE id = ?2", f->batch[1], 0, 0, NULL);
  g_assert_cmpint (left_of (f, f->t.secretary[TRAINING_CHARGE], 0).person, ==, 0);
  g_assert_cmpint (left_of (f, f->t.grs[12], 0).reason, ==, PATAL_LEFT_REPLACED);
}

/* Of two modules one is not enough; a day that was dropped is not missed. */
static void
test_modules (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  hold (f, f->t.grs[3]);
  plan_sql (f, "INSERT INTO batch_change (id, batch, day_no, was_day, reason, made_on) VALUES (?1, ?2, 2, '2026-04-21', 'flood', '2026-04-21')",
            f->batch[0], 0, 0, NULL);
  g_assert_cmpint (left_of (f, f->t.grs[3], 0).person, ==, 0);
  plan_sql (f, "INSERT INTO batch_change (id, batch, day_no, was_day, now_day, reason, made_on)"
               " VALUES (?1, ?2, 2, '2026-04-21', '2026-04-24', 'flood', '2026-04-21')", f->batch[0], 0, 0, NULL);
  g_assert_cmpint (left_of (f, f->t.grs[3], 0).reason, ==, PATAL_LEFT_ABSENT);
  plan_sql (f, "INSERT INTO course_module (id, course, rank, name_en, days) VALUES (?1, 341, 2, ?5, 1)", 0, 0, 0, "Practice");
  g_assert_cmpint (left_of (f, f->t.grs[4], 0).reason, ==, PATAL_LEFT_PARTLY);
}

/* The training goes with the person; who comes new is left, by name. */
static void
test_transfer (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 newcomer = directory_person (&f->t.d, "नया सचिव", NULL, NULL);

  hold (f, 0);
  plan_sql (f, "UPDATE posting SET to_day = '2026-04-30' WHERE person = ?2", f->t.secretary[3], 0, 0, NULL);
  directory_posting (&f->t.d, f->t.secretary[3], f->t.d.ps, f->t.gp[20], DAY (2026, 5, 1), PATAL_DAY_NONE, PATAL_CHARGE_ADDITIONAL);
  directory_posting (&f->t.d, newcomer, f->t.d.ps, f->t.gp[3], DAY (2026, 5, 1), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  g_assert_cmpint (left_of (f, newcomer, 0).unit, ==, f->t.gp[3]);
  g_assert_cmpint (left_of (f, f->t.secretary[3], 0).person, ==, 0);
}

static void
test_mop_up (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalSaturationQuery query = { .course = TRAINING_GGI, .within = f->t.block[0], .as_on = MONDAY + 30 };
  g_auto (PatalTraining) mop_up = { 0 }, none = { 0 };
  g_autoptr (GError) error = NULL;

  hold (f, f->t.grs[3]);
  g_assert_true (patal_saturation_mop_up (f->t.d.db, &query, &mop_up, NULL));
  g_assert_true (mop_up.within == f->t.block[0] && mop_up.rules.batch_min == 1 && mop_up.rules.batch_max == 40 && mop_up.id == 0);
  g_assert_true (mop_up.window.from == MONDAY + 31 && patal_span_days (mop_up.window) == patal_span_days (f->training.window));
  g_assert_true (patal_training_check (&mop_up, NULL, NULL));
  plan_sql (f, "UPDATE nomination SET marks = 'PPPP' WHERE batch = ?2", f->batch[0], 0, 0, NULL);
  g_assert_false (patal_saturation_mop_up (f->t.d.db, &query, &none, &error));
  g_assert_error (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_EMPTY);
}

/* ---- reports ---- */

static void
test_reports (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (GHashTable) filter = g_hash_table_new (g_str_hash, g_str_equal);
  PatalReportArgs args = { .words = words, .as_on = MONDAY + 30, .filter = filter };
  g_autoptr (PatalTable) blocks_table = NULL, left = NULL, none = NULL;
  g_autofree char *share = NULL, *opens = NULL;
  g_autoptr (GError) error = NULL;

  hold (f, f->t.grs[3]);
  g_hash_table_insert (filter, (char *) "course", (char *) "ggi");
  blocks_table = patal_saturation_report.build (f->t.d.db, &args, NULL);
  g_assert_cmpuint (patal_table_n_rows (blocks_table), ==, 3);
  g_assert_cmpint (patal_table_cell (blocks_table, 0, 4).number, ==, 1);
  opens = g_strdup_printf ("left?course=341&within=%" G_GINT64_FORMAT, f->t.block[0]);
  g_assert_cmpstr (patal_table_cell (blocks_table, 0, 4).opens, ==, opens);
  share = patal_table_cell_text (blocks_table, 0, 5);
  g_assert_cmpstr (share, ==, "85.7");
  g_assert_cmpint (patal_table_total (blocks_table, 1), ==, 24);
  g_assert_true (g_str_has_prefix (patal_table_frame (blocks_table)->note, "In all "));
  args.scope = "Akalpur";
  left = patal_left_report.build (f->t.d.db, &args, NULL);
  g_assert_cmpuint (patal_table_n_rows (left), ==, 1);
  g_assert_cmpstr (patal_table_cell (left, 0, 5).text, ==, "Was absent");
  g_assert_cmpstr (patal_table_cell (left, 0, 6).text, ==, "1");
  g_hash_table_insert (filter, (char *) "course", (char *) "NONE");
  none = patal_left_report.build (f->t.d.db, &args, &error);
  g_assert_null (none);
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* Shares are cut off, so that 100 stands for all; the sum and the title are of the course that was asked for. */
static void
test_chart (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (GHashTable) filter = g_hash_table_new (g_str_hash, g_str_equal);
  PatalReportArgs args = { .words = words, .as_on = MONDAY + 30, .filter = filter };
  g_autoptr (PatalChart) chart = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  hold (f, f->t.grs[3]);
  g_hash_table_insert (filter, (char *) "course", (char *) "ggi");
  chart = patal_saturation_chart.build (f->t.d.db, &args, NULL);
  g_assert_nonnull (chart);
  g_assert_cmpuint (patal_chart_n_bars (chart), ==, 3);
  g_assert_cmpstr (patal_chart_bar (chart, 0)->behind, ==, "6 / 7 · 85%");
  g_assert_cmpint (patal_bar_value (patal_chart_bar (chart, 0)), ==, 85);
  g_assert_true (g_str_has_prefix (patal_chart_frame (chart)->unit_line, "In all "));
  g_assert_cmpint (patal_chart_frame (chart)->full, ==, 100);
  g_hash_table_insert (filter, (char *) "course", (char *) "NONE");
  none = patal_saturation_chart.build (f->t.d.db, &args, &error);
  g_assert_null (none);
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/saturation/blocks", test_blocks);
  PLAN_TEST ("/saturation/vacant", test_vacant);
  PLAN_TEST ("/saturation/left", test_left);
  PLAN_TEST ("/saturation/modules", test_modules);
  PLAN_TEST ("/saturation/transfer", test_transfer);
  PLAN_TEST ("/saturation/mop-up", test_mop_up);
  PLAN_TEST ("/saturation/reports", test_reports);
  PLAN_TEST ("/saturation/chart", test_chart);
  return g_test_run ();
}
