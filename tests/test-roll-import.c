/* test-roll-import.c: nominations and attendance out of sheets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training-plan.h"
#include "directory-import.h"
#include "patal-nomination.h"
#include "patal-roll-import.h"

#define CALLS      (&patal_nomination_import)
#define ATTENDANCE (&patal_attendance_import)
#define CALL_HEAD  "पाठ्यक्रम,वित्तीय वर्ष,बैच क्र.,नाम,पद,विकासखण्ड,ग्राम पंचायत,एल.जी.डी. कोड,मोबाइल\n"
#define HEAD       "बैच क्र.,नाम,पद,ग्राम पंचायत,दिवस-1 पूर्वाह्न,दिवस-1 अपराह्न,दिवस-2 पूर्वाह्न,दिवस-2 अपराह्न,पूर्व परीक्षण,पश्च परीक्षण\n"

/* Long ago, so that the day of the test does not matter. */
static void
set_up (Plan *f, gconstpointer data)
{
  plan_set_up (f, data);
  plan_sql (f, "UPDATE batch SET start_day = '2021-12-20', status = 'published' WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  plan_sql (f, "UPDATE batch SET start_day = '2021-12-22' WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[1], 0, 0, NULL);
}

static gint64
nominated (Plan *f, guint batch, gint64 person)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM nomination WHERE status = 'nominated' AND batch = %" G_GINT64_FORMAT
                                          " AND person = %" G_GINT64_FORMAT, f->batch[batch], person);

  return directory_number (&f->t.d, sql);
}

static void
assert_marks (Plan *f, gint64 person, const char *marks, int pre, int post)
{
  g_autoptr (GPtrArray) all = patal_nominations (f->t.d.db, f->batch[0], NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PatalNomination *one = g_ptr_array_index (all, i);

      if (one->person != person)
        continue;
      g_assert_cmpstr (one->marks, ==, marks);
      g_assert_cmpint (one->pre, ==, pre);
      g_assert_cmpint (one->post, ==, post);
      return;
    }
  g_assert_not_reached ();
}

static void
test_nominations (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = CALL_HEAD "GGI,2026-27,1,सचिव C2,सचिव,अकलपुर,ग्राम-02,,\n"
                              "ggi,2026-2027,बैच १,सहायक D3,GRS,,,91003,\n"     /* by the code, in digits of both scripts */
                              "GGI,,1,सचिव C2,PS,अकलपुर,ग्राम-02,,\n"           /* once more */
                              ",,2,सचिव K10,सचिव,बलपुर,ग्राम-10,,\n";

  ASSERT_IMPORT (&f->t.d, CALLS, csv, PATAL_DOUBTFUL_SKIP, "NNSN");
  g_assert_cmpint (nominated (f, 0, f->t.secretary[1]), ==, 1);
  g_assert_cmpint (nominated (f, 0, f->t.grs[2]), ==, 1);
  g_assert_cmpint (nominated (f, 1, f->t.secretary[9]), ==, 1);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM nomination WHERE posting IS NULL"), ==, 0);
  ASSERT_IMPORT (&f->t.d, CALLS, csv, PATAL_DOUBTFUL_SKIP, "SSSS");
  g_assert_true (patal_db_undo (f->t.d.db, NULL, NULL)); /* one edit */
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM nomination"), ==, 0);
}

static void
test_refused (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *row, *field, *words; } cases[] = {
    { "GGI,2026-27,,सचिव C2,सचिव,अकलपुर,ग्राम-02,,\n", "batch", NULL },
    { "GGI,2026-27,9,सचिव C2,सचिव,अकलपुर,ग्राम-02,,\n", "batch", "9" },
    { "GGI,2025-26,1,सचिव C2,सचिव,अकलपुर,ग्राम-02,,\n", "batch", "1" },
    { "XYZ,2026-27,1,सचिव C2,सचिव,अकलपुर,ग्राम-02,,\n", "batch", NULL },
    { "GGI,whenever,1,सचिव C2,सचिव,अकलपुर,ग्राम-02,,\n", "fy", NULL },
    { "GGI,2026-27,1,सचिव C2,राजा,अकलपुर,ग्राम-02,,\n", "post", NULL },
    { "GGI,2026-27,1,सचिव C2,सचिव,अकलपुर,कहींनहीं,,\n", "gp_hi", NULL },
    { "GGI,2026-27,1,सचिव B1,सचिव,अकलपुर,,91001,\n", "name", "सचिव B1" }, /* teaches the course */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strconcat (CALL_HEAD, cases[i].row, NULL);
      g_autoptr (PatalImportRun) run = directory_preview (&f->t.d, CALLS, csv);
      const PatalVerdict *verdict = patal_import_run_verdict (run, 0);

      g_assert_cmpint (verdict->fate, ==, PATAL_FATE_REFUSED);
      g_assert_cmpstr (CALLS->fields[verdict->field].id, ==, cases[i].field);
      g_assert_true (cases[i].words == NULL || strstr (verdict->reason, cases[i].words) != NULL);
    }
}

/* A person in two batches of one module, in the file or in the list, and more people than seats. */
static void
test_twice (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  ASSERT_IMPORT (&f->t.d, CALLS, CALL_HEAD "GGI,,1,सचिव C2,सचिव,,,91002,\nGGI,,2,सचिव C2,सचिव,,,91002,\n", PATAL_DOUBTFUL_SKIP, "NR");
  ASSERT_IMPORT (&f->t.d, CALLS, CALL_HEAD "GGI,,2,सचिव C2,सचिव,,,91002,\n", PATAL_DOUBTFUL_SKIP, "R");
  plan_sql (f, "UPDATE venue SET capacity = 10 WHERE id = ?2 AND ?1 IS NOT NULL", f->t.venue[0], 0, 0, NULL);
  ASSERT_IMPORT (&f->t.d, CALLS, CALL_HEAD "GGI,,1,सहायक C2,GRS,,,91002,\nGGI,,1,सचिव D3,PS,,,91003,\nGGI,,1,सहायक D3,GRS,,,91003,\n"
                                           "GGI,,1,सचिव E4,PS,,,91004,\nGGI,,1,सहायक E4,GRS,,,91004,\nGGI,,1,सचिव F5,PS,,,91005,\n"
                                           "GGI,,1,सहायक F5,GRS,,,91005,\nGGI,,1,सचिव G6,PS,,,91006,\nGGI,,1,सहायक G6,GRS,,,91006,\n"
                                           "GGI,,1,सचिव H7,PS,,,91007,\n", PATAL_DOUBTFUL_SKIP, "NNNNNNNNNR");
}

/* Two trainings of one course have a batch 1: the year tells them apart, or the first day. */
static void
test_which_training (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) other = { 0 };
  gint64 cluster;

  training_ggi (&f->t, &other);
  directory_do (&f->t.d, (gpointer) patal_training_insert, &other);
  plan_sql (f, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 1)", other.id, f->t.block[2], 0, NULL);
  cluster = directory_number (&f->t.d, "SELECT max (id) FROM cluster");
  plan_sql (f, "INSERT INTO batch (id, cluster, module, no, start_day, days) VALUES (?1, ?2, ?3, 1, ?5, ?4)", cluster, TRAINING_GGI + 1, 2, "2021-12-27");
  g_assert_cmpstr (directory_fault (&f->t.d, CALLS, "batch,name_hi,post,code\n1,सचिव C2,PS,91002\n", PATAL_FATE_REFUSED), ==, "batch");
  ASSERT_IMPORT (&f->t.d, CALLS, "batch,first day,name_hi,post,code\n1,20.12.2021,सचिव C2,PS,91002\n", PATAL_DOUBTFUL_SKIP, "N");
  g_assert_cmpint (nominated (f, 0, f->t.secretary[1]), ==, 1);
}

/* Of two places of one name the one in the batch's block is meant, where the list does not say which. */
static void
test_namesakes (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  plan_sql (f, "UPDATE unit SET name_hi = 'ग्राम-02', name_en = 'Gram-02' WHERE id = ?2 AND ?1 IS NOT NULL", f->t.gp[8], 0, 0, NULL);
  ASSERT_IMPORT (&f->t.d, CALLS, "बैच क्र.,नाम,पद,ग्राम पंचायत\n1,सचिव C2,सचिव,ग्राम-02\n2,सचिव J9,सचिव,ग्राम-02\n", PATAL_DOUBTFUL_SKIP, "NN");
  g_assert_cmpint (nominated (f, 0, f->t.secretary[1]), ==, 1);
  g_assert_cmpint (nominated (f, 1, f->t.secretary[8]), ==, 1);
}

static void
test_unknown (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = CALL_HEAD "GGI,,1,नवीन कुमार,,,,,9876543210\n";
  gint64 before = directory_number (&f->t.d, "SELECT count (*) FROM person");

  ASSERT_IMPORT (&f->t.d, CALLS, csv, PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM person"), ==, before);
  ASSERT_IMPORT (&f->t.d, CALLS, csv, PATAL_DOUBTFUL_NEW, "D");
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM person"), ==, before + 1);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM nomination WHERE posting IS NULL"), ==, 1);
  ASSERT_IMPORT (&f->t.d, CALLS, csv, PATAL_DOUBTFUL_SKIP, "S");
}

static void
call_four (Plan *f)
{
  ASSERT_IMPORT (&f->t.d, CALLS, CALL_HEAD "GGI,,1,सचिव C2,सचिव,,,91002,\nGGI,,1,सहायक C2,GRS,,,91002,\n"
                                           "GGI,,1,सचिव D3,सचिव,,,91003,\nGGI,,1,सहायक D3,GRS,,,91003,\n", PATAL_DOUBTFUL_SKIP, "NNNN");
}

/* As blocks write it: by words, signs and figures, in both scripts; the place need not be said of those who were called. */
static void
test_attendance (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = HEAD "1,सचिव C2,सचिव,ग्राम-02,P,P,P,P,8,15\n"
                         "1,सहायक C2,,,उपस्थित,✓,अनुपस्थित,0,7,\n"
                         "1,सचिव D3,,,A,A,A,A,,\n"
                         "1,सहायक D3,,,1,1,,,,\n";

  call_four (f);
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, csv, PATAL_DOUBTFUL_SKIP, "CCCC");
  assert_marks (f, f->t.secretary[1], "PPPP", 8, 15);
  assert_marks (f, f->t.grs[1], "PPAA", 7, -1);
  assert_marks (f, f->t.secretary[2], "AAAA", -1, -1);
  assert_marks (f, f->t.grs[2], "PP", -1, -1);
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, csv, PATAL_DOUBTFUL_SKIP, "SSSS");
  /* What a row does not say stays; one column for all, or for a day. */
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, "batch,name_hi,day 2,post test\n1,सहायक D3,P,12\n", PATAL_DOUBTFUL_SKIP, "C");
  assert_marks (f, f->t.grs[2], "PPPP", -1, 12);
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, "batch,name_hi,attendance\n1,सचिव D3,1 1 0 1\n", PATAL_DOUBTFUL_SKIP, "C");
  assert_marks (f, f->t.secretary[2], "PPAP", -1, -1);
}

static void
test_attendance_refused (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *csv, *field; } cases[] = {
    { HEAD "1,सचिव C2,,,शायद,P,P,P,,\n", "day_1_fn" },
    { HEAD "1,सचिव C2,,,P,P,P,P,21,\n", "pre" },
    { HEAD "1,सचिव C2,,,P,P,P,P,,30\n", "post_test" },
    { "batch,name_hi,day 3\n1,सचिव C2,P\n", "day_3" },
  };

  call_four (f);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (directory_fault (&f->t.d, ATTENDANCE, cases[i].csv, PATAL_FATE_REFUSED), ==, cases[i].field);
  plan_sql (f, "UPDATE batch SET start_day = NULL, status = 'postponed' WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  g_assert_cmpstr (directory_fault (&f->t.d, ATTENDANCE, HEAD "1,सचिव C2,,,P,P,P,P,,\n", PATAL_FATE_REFUSED), ==, "batch");
  plan_sql (f, "UPDATE batch SET start_day = '2999-12-20', status = 'published' WHERE id = ?2 AND ?1 IS NOT NULL", f->batch[0], 0, 0, NULL);
  g_assert_cmpstr (directory_fault (&f->t.d, ATTENDANCE, HEAD "1,सचिव C2,,,P,P,P,P,,\n", PATAL_FATE_REFUSED), ==, "batch");
}

/* Who came without being called is asked. */
static void
test_uncalled (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = HEAD "1,सचिव E4,सचिव,91004,P,P,P,P,,\n";

  call_four (f);
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, csv, PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (nominated (f, 0, f->t.secretary[3]), ==, 0);
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, csv, PATAL_DOUBTFUL_NEW, "D");
  assert_marks (f, f->t.secretary[3], "PPPP", -1, -1);
}

/* The preview tells what the file has where a row changes it. */
static void
test_recall (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = NULL;
  char **was;

  call_four (f);
  ASSERT_IMPORT (&f->t.d, ATTENDANCE, HEAD "1,सचिव C2,,,P,P,P,P,8,15\n", PATAL_DOUBTFUL_SKIP, "C");
  run = directory_preview (&f->t.d, ATTENDANCE, HEAD "1,सचिव C2,,,P,A,P,P,9,15\n");
  was = patal_import_run_recall (run, f->t.d.db, 0);
  for (guint i = 0; i < ATTENDANCE->n_fields; i++)
    {
      const char *id = ATTENDANCE->fields[i].id, *expected = g_str_equal (id, "day_1_an") ? "P" : g_str_equal (id, "pre") ? "8" : NULL;

      g_assert_cmpstr (was[i], ==, expected);
    }
  patal_import_run_free_recalled (run, was);
}

#define ROLL_TEST(path, func) g_test_add (path, Plan, NULL, set_up, func, plan_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ROLL_TEST ("/roll-import/nominations", test_nominations);
  ROLL_TEST ("/roll-import/refused", test_refused);
  ROLL_TEST ("/roll-import/twice", test_twice);
  ROLL_TEST ("/roll-import/which-training", test_which_training);
  ROLL_TEST ("/roll-import/namesakes", test_namesakes);
  ROLL_TEST ("/roll-import/unknown", test_unknown);
  ROLL_TEST ("/roll-import/attendance", test_attendance);
  ROLL_TEST ("/roll-import/attendance-refused", test_attendance_refused);
  ROLL_TEST ("/roll-import/uncalled", test_uncalled);
  ROLL_TEST ("/roll-import/recall", test_recall);
  return g_test_run ();
}
