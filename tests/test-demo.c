/* test-demo.c: the demonstration district: what is in it, its rules, that it is the same every time
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-desk-demo.h"
#include "patal-desk.h"
#include "district-file.h"
#include "patal-blackout.h"
#include "patal-board-record.h"
#include "patal-demo-trainings.h"
#include "patal-holiday.h"
#include "patal-person.h"
#include "patal-saturation.h"
#include "patal-text.h"
#include "patal-training-findings.h"
#include "patal-unit.h"
#include "patal-vacancy.h"
#include "patal-venue.h"
#include "patal-work.h"
#include <string.h>

static void
make (DistrictFile *f)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("patal-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "demo.patal", NULL);
  f->db = patal_file_create (f->path, PATAL_DESK_DEMO, patal_desk_searched, &error);
  g_assert_no_error (error);
  patal_desk_fill_demo (f->db, NULL, &error);
  g_assert_no_error (error);
}

static DistrictFile shared; /* for the tests that only read */

static gint64
ask (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  patal_db_int (shared.db, sql, PATAL_NO_ARGS, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

#define GPS "FROM unit WHERE level = 'gp'"
#define HELD "FROM posting p JOIN post t ON t.id = p.post WHERE p.to_day IS NULL AND t.code = "

#define BATCHES "FROM batch JOIN cluster ON cluster.id = batch.cluster JOIN training ON training.id = cluster.training WHERE fy = "

static const struct
{
  const char *sql;
  gint64      least, most;
} counts[] = {
  { "SELECT count(*) FROM unit WHERE level = 'state' AND lgd_code = '22'", 1, 1 },
  { "SELECT count(*) FROM unit WHERE level = 'district' AND remark IS NOT NULL", 1, 1 },
  { "SELECT count(*) FROM unit WHERE level = 'block' AND name_hi IS NOT NULL AND lat IS NOT NULL", 9, 9 },
  { "SELECT count(*) " GPS, 640, 640 },
  { "SELECT min(n) FROM (SELECT count(*) AS n " GPS " GROUP BY parent)", 50, 100 },
  { "SELECT max(n) FROM (SELECT count(*) AS n " GPS " GROUP BY parent)", 80, 100 },
  { "SELECT min(population) " GPS, 800, 1000 },
  { "SELECT max(population) " GPS, 4000, 6000 },
  { "SELECT sum(population) " GPS, 1000000, 1500000 },
  { "SELECT count(*) " GPS " AND lgd_code IS NULL", 20, 60 },
  { "SELECT count(*) " GPS " AND lgd_code NOT GLOB '99[0-9][0-9][0-9][0-9]'", 0, 0 },
  { "SELECT count(lgd_code) - count(DISTINCT lgd_code) " GPS, 0, 0 },
  { "SELECT count(*) " GPS " AND name_hi IS NULL", 10, 30 },
  { "SELECT count(*) " GPS " AND name_en IS NULL", 0, 0 },
  { "SELECT count(*) " GPS " AND lat IS NULL", 10, 30 },
  { "SELECT count(*) FROM (SELECT name_en " GPS " GROUP BY name_en HAVING count(*) > 1)", 20, 40 },
  { "SELECT count(*) FROM (SELECT 1 " GPS " GROUP BY parent, name_en HAVING count(*) > 1)", 0, 0 },
  { "SELECT count(*) FROM unit_alias", 40, 120 },
  { "SELECT count(*) " HELD "'SARPANCH'", 630, 639 },
  { "SELECT count(*) " HELD "'PS' AND p.charge = 'main'", 540, 590 },
  { "SELECT count(*) " HELD "'PS' AND p.charge = 'additional'", 40, 80 },
  { "SELECT count(*) " HELD "'GRS' AND p.charge = 'main'", 570, 610 },
  { "SELECT count(*) " HELD "'GRS' AND p.charge = 'additional'", 15, 45 },
  { "SELECT count(*) " HELD "'CEO_JP' AND p.charge = 'main'", 8, 8 },
  { "SELECT count(*) " HELD "'TA'", 50, 70 },
  { "SELECT count(*) FROM posting WHERE order_no IS NOT NULL", 20, 120 },
  { "SELECT 100 * count(*) / 640 FROM posting p JOIN post t ON t.id = p.post JOIN person o ON o.id = p.person"
    " WHERE t.code = 'SARPANCH' AND p.to_day IS NULL AND o.gender = 'female'",
    47, 58 },
  { "SELECT count(*) FROM posting p JOIN post t ON t.id = p.post JOIN person o ON o.id = p.person JOIN unit "
    "u ON u.id = p.unit"
    " WHERE t.code = 'SARPANCH' AND u.pesa AND o.social <> 'st'",
    0, 0 },
  { "SELECT count(*) FROM person WHERE remark IS NULL AND id NOT IN (SELECT person FROM posting WHERE to_day "
    "IS NULL)",
    5, 20 },
  { "SELECT count(*) FROM person WHERE mobile NOT GLOB '69999*'", 0, 0 },
  { "SELECT count(mobile) - count(DISTINCT mobile) FROM person", 0, 0 },
  { "SELECT count(*) FROM person WHERE mobile IS NULL", 50, 400 },
  { "SELECT count(*) FROM venue", 60, 80 },
  { "SELECT count(DISTINCT CASE u.level WHEN 'gp' THEN u.parent ELSE u.id END) FROM venue v JOIN unit u ON "
    "u.id = v.unit",
    10, 10 },
  { "SELECT count(*) FROM holiday WHERE day < '2021-04-01' OR day > '2027-03-31'", 0, 0 },
  { "SELECT count(DISTINCT strftime ('%Y', day, '-3 months')) FROM holiday WHERE class = 'public'", 6, 6 },
  { "SELECT count(DISTINCT class) FROM holiday", 5, 5 },
  { "SELECT count(*) FROM holiday WHERE verified", 10, 10 }, /* as many as domain.md 2.7 confirms */
  { "SELECT count(*) FROM holiday WHERE verified AND (day NOT BETWEEN '2026-01-26' AND '2026-08-26' OR "
    "order_no IS NULL)",
    0, 0 },
  { "SELECT count(*) FROM holiday WHERE strftime ('%w', day) = '0' AND class <> 'treasury'", 0, 0 },
  { "SELECT count(*) FROM blackout", 10, 40 },
  { "SELECT count(DISTINCT reason) FROM blackout", 6, 7 },
  { "SELECT count(DISTINCT made_at) FROM journal", 17, 17 },
  { "SELECT count(*) FROM journal AS j WHERE made_at <= (SELECT max(made_at) FROM journal WHERE id < j.id)", 0, 0 },
  { "SELECT count(*) FROM work", 6000, 6800 },
  { "SELECT min(n) FROM (SELECT count(*) AS n FROM work GROUP BY gp)", 7, 7 },
  { "SELECT count(DISTINCT gp) FROM work", 640, 640 },
  { "SELECT 100 * sum(kind = 'individual') / count(*) FROM work", 37, 43 },
  { "SELECT count(*) FROM work WHERE (kind = 'individual') <> (beneficiary IS NOT NULL)", 0, 0 },
  { "SELECT count(DISTINCT fy) FROM work WHERE fy BETWEEN 2021 AND 2026", 6, 6 },
  { "SELECT count(*) FROM work WHERE fy = 2026 AND status <> 'sanctioned'", 0, 0 },
  { "SELECT min(n) FROM (SELECT count(*) AS n FROM work GROUP BY status)", 100, 400 },
  { "SELECT count(*) FROM work WHERE max(as_day, ifnull(start_day, ''), ifnull(end_day, '')) > '2026-03-31' OR ts_day >= as_day"
    " OR as_day >= start_day", 0, 0 },
  { "SELECT count(code) - count(DISTINCT code) FROM work", 0, 0 },
  { "SELECT 1000 * sum(wage_paise) / sum(total_paise) FROM work", 600, 680 },
  { "SELECT count(*) FROM work WHERE wage_paise + material_paise <> total_paise", 10, 50 },
  { "SELECT count(*) FROM work WHERE rate_paise IS NOT NULL AND wage_paise <> days * rate_paise", 0, 0 },
  { "SELECT count(*) FROM work WHERE status = 'completed' AND end_day IS NULL", 20, 100 },
  { "SELECT count(*) FROM work WHERE length(name_hi) > 90", 5, 40 },
  /* as a district's works are: labour before material, most of all for families; nothing bought for a thousandth of a work; a few villages lost */
  { "SELECT count(*) FROM work", 6462, 6462 },
  { "SELECT count(*) FROM work WHERE village IS NULL", 30, 130 },
  { "SELECT 100 * sum(wage_paise > material_paise) / count(*) FROM work WHERE kind = 'individual'", 70, 90 },
  { "SELECT count(*) FROM work WHERE material_paise > 0 AND material_paise * 50 < total_paise", 0, 5 },
  { "SELECT count(DISTINCT work) FROM work_material", 4500, 5200 },
  { "SELECT count(*) FROM work WHERE (material_paise > 0) <> (id IN (SELECT work FROM work_material))", 0, 0 },
  { "SELECT count(*) FROM (SELECT 1 FROM work_material AS m JOIN work AS w ON w.id = m.work GROUP BY w.id"
    " HAVING sum(paise) > material_paise)", 0, 0 },
  { "SELECT count(*) FROM board", 4300, 5200 },
  { "SELECT count(*) - count(DISTINCT work) FROM board", 0, 0 },
  { "SELECT count(*) FROM board WHERE correct = 'no'", 300, 800 },
  { "SELECT count(*) FROM work WHERE start_day IS NOT NULL AND id NOT IN (SELECT work FROM board)", 500, 1200 },
  { "SELECT count(DISTINCT u.parent) FROM work_doc AS d JOIN work AS w ON w.id = d.work JOIN unit AS u ON u.id = w.gp"
    " WHERE w.status = 'completed'", 1, 1 },
  { "SELECT count(*) FROM work_doc", 7000, 11000 },
  { "SELECT count(*) - count(DISTINCT work || '/' || doc_type) FROM work_doc", 0, 0 },
  { "SELECT count(*) FROM course", 2, 2 },
  { "SELECT count(*) FROM trainer", 13, 13 },
  { "SELECT count(*) FROM plan_line JOIN annual_plan ON annual_plan.id = plan WHERE fy = 2026 AND approved_paise > 0", 4, 6 },
  { "SELECT count(DISTINCT fy) FROM training WHERE line IS NOT NULL", 2, 2 },
  { "SELECT count(*) " BATCHES "2025 AND status <> 'held'", 0, 0 },
  { "SELECT count(*) " BATCHES "2026 AND status = 'held' AND date (start_day, '+1 day') < '2026-06-01'", 15, 21 },
  { "SELECT count(*) " BATCHES "2026 AND status = 'published' AND start_day >= '2026-06-01'", 6, 14 },
  { "SELECT count(*) " BATCHES "2026 AND status = 'planned'", 3, 9 },
  { "SELECT count(*) " BATCHES "2026 AND status = 'postponed'", 1, 1 },
  { "SELECT count(*) FROM batch_change WHERE now_day IS NULL AND reason = 'venue'", 1, 1 },
  { "SELECT count(*) FROM nomination JOIN batch ON batch.id = batch WHERE batch.status <> 'held' AND marks <> ''", 0, 0 },
  { "SELECT 100 * sum(marks LIKE '%P%') / count(*) FROM nomination JOIN batch ON batch.id = batch WHERE batch.status = 'held'", 90, 98 },
  { "SELECT count(*) FROM batch_cost", 150, 200 },
  { "SELECT count(*) FROM batch WHERE status = 'held' AND id NOT IN (SELECT batch FROM batch_cost)", 0, 0 },
  { "SELECT count(*) FROM feedback", 300, 600 },
  { "SELECT count(*) FROM nomination WHERE pre > 20 OR post > 20 OR post < pre OR (pre IS NOT NULL AND marks NOT LIKE '%P%')", 0, 0 },
};

static void
test_counts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 answer = ask (counts[i].sql);

      if (answer < counts[i].least || answer > counts[i].most)
        g_error ("%" G_GINT64_FORMAT ": %s", answer, counts[i].sql);
    }
}

static void
test_same_bytes (void)
{
  DistrictFile files[2];
  char *bytes[2];
  gsize n[2];

  for (guint i = 0; i < 2; i++)
    {
      make (&files[i]);
      g_clear_pointer (&files[i].db, patal_db_close);
      g_assert_true (g_file_get_contents (files[i].path, &bytes[i], &n[i], NULL));
    }
  g_assert_cmpmem (bytes[0], n[0], bytes[1], n[1]);
  for (guint i = 0; i < 2; i++)
    {
      district_file_tear_down (&files[i], NULL);
      g_free (bytes[i]);
    }
}

/* A Devanagari letter that others stand on, with a matra or a virama only behind one. */
static void
check_hindi (const char *name)
{
  g_autofree char *clean = patal_text_clean (name);

  g_assert_cmpstr (name, ==, clean);
  if (!g_regex_match_simple ("^(?:[अ-हॐक़-ॡ]़?(?:्[क-ह]़?)*[ा-ौ]?[ंँः]?| |[().,/:;0-9-])+$", name, 0, 0))
    g_error ("a broken syllable, or a sign that is not Hindi: %s", name);
}

static void
check_english (const char *name)
{
  g_autofree char *clean = patal_text_clean (name);

  g_assert_cmpstr (name, ==, clean);
  if (!g_regex_match_simple ("^[A-Z][A-Za-z0-9().,:'/ -]+$", name, 0, 0))
    g_error ("not an English name: %s", name);
}

static void
test_names (void)
{
  static const char *const queries[] = {
    "SELECT name_hi, name_en FROM unit",
    "SELECT NULL, name_en FROM person UNION ALL SELECT name_hi, NULL FROM person UNION ALL SELECT guardian, "
    "NULL FROM person",
    "SELECT name_hi, name_en FROM venue",
    "SELECT name_hi, name_en FROM holiday",
    "SELECT name_hi, name_en FROM work",
    "SELECT beneficiary, NULL FROM work UNION ALL SELECT guardian, NULL FROM work UNION ALL SELECT category, NULL FROM work"
    " UNION ALL SELECT agency, NULL FROM work UNION ALL SELECT convergence, NULL FROM work",
    "SELECT name || ' ' || quantity, NULL FROM work_material UNION ALL SELECT as_no || ts_no, NULL FROM work",
    "SELECT name_hi, name_en FROM course UNION ALL SELECT name_hi, name_en FROM course_module UNION ALL SELECT name_hi, name_en FROM subject"
    " UNION ALL SELECT topic_hi, topic_en FROM session UNION ALL SELECT remark, NULL FROM trainer UNION ALL SELECT words, NULL FROM batch_change"
    " UNION ALL SELECT words, NULL FROM feedback UNION ALL SELECT name, NULL FROM plan_line UNION ALL SELECT remark, NULL FROM plan_line UNION ALL SELECT order_no, NULL FROM training",
    "SELECT place, NULL FROM board UNION ALL SELECT defect_note, NULL FROM board UNION ALL SELECT seen_by, NULL FROM board",
    "SELECT remark, NULL FROM venue UNION ALL SELECT contact, NULL FROM venue UNION ALL SELECT remark, NULL "
    "FROM blackout",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (PatalRows) rows = patal_db_query (shared.db, queries[i], PATAL_NO_ARGS);
      g_autoptr (GError) error = NULL;
      guint n = 0;

      for (; patal_rows_next (&rows); n++)
        {
          if (!patal_rows_null (&rows, 0))
            check_hindi (patal_rows_text (&rows, 0));
          if (!patal_rows_null (&rows, 1))
            check_english (patal_rows_text (&rows, 1));
        }
      patal_rows_finish (&rows, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n, >, 50);
    }
}

/* The rules once more, against the finished file: an insert sees only what was there before it. */
static void
test_postings (void)
{
  g_auto (PatalRows) rows = patal_db_query (shared.db, "SELECT id FROM posting", PATAL_NO_ARGS);
  g_autoptr (GError) error = NULL;

  while (patal_rows_next (&rows))
    {
      g_auto (PatalPosting) posting = { 0 };

      patal_posting_load (shared.db, patal_rows_int (&rows, 0), &posting, &error);
      g_assert_no_error (error);
      patal_posting_check (shared.db, &posting, NULL, &error);
      g_assert_no_error (error);
    }
  patal_rows_finish (&rows, &error);
  g_assert_no_error (error);
}

/* As they would be typed: whoever opens a work, or its board, can save it again. */
static void
test_works (void)
{
  g_auto (PatalRows) rows = patal_db_query (shared.db, "SELECT id FROM work", PATAL_NO_ARGS);
  g_autoptr (GError) error = NULL;

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      g_auto (PatalWork) work;
      g_auto (PatalBoardRecord) board = { 0 };

      patal_work_init (&work);
      patal_work_load (shared.db, id, &work, &error);
      g_assert_no_error (error);
      patal_work_check (&work, NULL, &error);
      g_assert_no_error (error);
      patal_board_record_load (shared.db, id, &board, &error);
      g_assert_no_error (error);
      patal_board_record_check (&board, work.start, patal_day_from_ymd (2026, 4, 1), NULL, &error);
      g_assert_no_error (error);
      g_assert_true (board.correct != PATAL_BOARD_WRONG || board.defects != 0);
    }
  patal_rows_finish (&rows, &error);
  g_assert_no_error (error);
}

/* What is planned breaks no rule. */
static void
test_trainings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trainings = patal_trainings (shared.db, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (trainings->len, ==, 2);
  for (guint i = 0; i < trainings->len; i++)
    {
      const PatalTrainingSummary *training = g_ptr_array_index (trainings, i);
      g_autoptr (GPtrArray) findings = patal_training_findings (shared.db, training->id, NULL, &error);

      g_assert_no_error (error);
      patal_findings_allow (findings, &error);
      g_assert_no_error (error);
    }
}

/* Half of the gram panchayats are done on the day of the demonstration, no more and not much less. */
static void
test_saturation (void)
{
  g_autoptr (GError) error = NULL;
  PatalSaturationQuery query = { .course = 341, .fy = 2026, .as_on = PATAL_DEMO_AS_ON };
  g_autoptr (GArray) blocks = patal_saturation (shared.db, &query, &error);
  guint eligible = 0, trained = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (blocks->len, ==, 9);
  for (guint i = 0; i < blocks->len; i++)
    {
      eligible += g_array_index (blocks, PatalSaturation, i).eligible;
      trained += g_array_index (blocks, PatalSaturation, i).trained;
    }
  g_assert_cmpuint (eligible, >, 600);
  g_assert_cmpuint (trained, >, eligible / 3);
  g_assert_cmpuint (trained, <, eligible * 2 / 3);
}

static void
test_vacancies (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = patal_vacancy_counts (shared.db, 0, patal_day_from_ymd (2026, 4, 1), &error);
  guint vacant = 0, covered = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const PatalVacancyCount *one = &g_array_index (all, PatalVacancyCount, i);

      g_assert_cmpuint (one->units, ==, one->main + one->covered + one->vacant);
      vacant += one->vacant;
      covered += one->covered;
    }
  g_assert_cmpuint (vacant, >, 25);
  g_assert_cmpuint (covered, >, 60);
}

static void
test_places (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = patal_unit_points (shared.db, 0, &error);
  guint outliers = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < points->len; i++)
    outliers += g_array_index (points, PatalUnitPoint, i).outlier;
  g_assert_cmpuint (points->len, ==, 624);
  g_assert_cmpuint (outliers, ==, 3); /* three mistyped coordinates, for the map to find */
}

static void
test_file_is_clean (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = patal_file_check (shared.db, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (wrong, i));
  g_assert_cmpuint (wrong->len, ==, 0);
}

static void
test_found (void)
{
  static const char *const typed[] = { "कुसुमतरा", "Kusumtara", "9905", "Devri", "पथरझोरी" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) hits = patal_search (shared.db, typed[i], "unit", 20, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, >, 0);
    }
}

/* All of it but the district itself can be taken back and given again. */
static void
test_undo (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  DistrictFile f;

  make (&f);
  before = district_file_dump (f.db);
  while (patal_db_undo (f.db, NULL, &error))
    continue;
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  for (guint i = 0; i < 16; i++)
    {
      patal_db_redo (f.db, NULL, &error);
      g_assert_no_error (error);
    }
  after = district_file_dump (f.db);
  g_assert_cmpstr (before, ==, after);
  district_file_tear_down (&f, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make (&shared);
  g_test_add_func ("/demo/counts", test_counts);
  g_test_add_func ("/demo/same-bytes", test_same_bytes);
  g_test_add_func ("/demo/names", test_names);
  g_test_add_func ("/demo/postings", test_postings);
  g_test_add_func ("/demo/works", test_works);
  g_test_add_func ("/demo/trainings", test_trainings);
  g_test_add_func ("/demo/saturation", test_saturation);
  g_test_add_func ("/demo/vacancies", test_vacancies);
  g_test_add_func ("/demo/places", test_places);
  g_test_add_func ("/demo/file-is-clean", test_file_is_clean);
  g_test_add_func ("/demo/found", test_found);
  g_test_add_func ("/demo/undo", test_undo);
  status = g_test_run ();
  district_file_tear_down (&shared, NULL);
  return status;
}
