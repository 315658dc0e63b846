/* test-plan-line-import.c: lines of annual plans out of lists, and the report that gives them back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory-import.h"
#include "patal-annual-plan.h"
#include "patal-csv.h"

#define IMPORT (&patal_plan_line_import)
#define HEAD "वित्तीय वर्ष,घटक,पाठ्यक्रम,नाम,प्रतिभागी संख्या,दिवस,इकाई लागत (रु.),प्रस्तावित राशि,अतिरिक्त आवश्यकता,अनुशंसित राशि,स्वीकृत राशि,टिप्पणी\n"
#define GGI  "2021-22,,GGI,,100,2,700,,,,,\n"

static GPtrArray *
lines_of (Directory *f, int fy)
{
  g_auto (PatalAnnualPlan) plan = { 0 };

  g_assert_true (patal_annual_plan_of (f->db, fy, &plan, NULL));
  return patal_plan_lines (f->db, plan.id, NULL);
}

static void
test_all_columns (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = HEAD GGI "2021-22,MAT,,प्रशिक्षण सामग्री,,,,5 लाख,,4 लाख,3.5 लाख,मुद्रण\n"
                             "2021-22,TRG-B,,मानदेय,,,,,\"35,000\",,,\n";
  g_autoptr (GPtrArray) lines = NULL;
  const PatalPlanLine *line;

  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "NNN");
  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "SSS");
  lines = lines_of (f, 2021);
  g_assert_cmpuint (lines->len, ==, 3);
  line = g_ptr_array_index (lines, 0);
  g_assert_true (line->course == 341 && line->participants == 100 && line->days == 2 && line->unit_paise == 70000);
  g_assert_cmpstr (line->component, ==, "TRG-B"); /* the course's */
  line = g_ptr_array_index (lines, 1);
  g_assert_true (line->own_paise == 50000000 && line->recommended_paise == 40000000 && line->approved_paise == 35000000);
  g_assert_cmpstr (line->name, ==, "प्रशिक्षण सामग्री");
  g_assert_cmpstr (line->remark, ==, "मुद्रण");
  line = g_ptr_array_index (lines, 2);
  g_assert_true (line->additional && line->own_paise == 3500000);
}

/* Two lines of one course stay two, in the order of the list; what a row does not say stays. */
static void
test_again (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) lines = NULL;

  ASSERT_IMPORT (f, IMPORT, HEAD GGI "2021-22,,GGI,,40,2,700,,,,,दूसरा चरण\n", PATAL_DOUBTFUL_SKIP, "NN");
  ASSERT_IMPORT (f, IMPORT, "fy,course,approved\n2021-22,GGI,1.2 lakh\n2021-22,GGI,50000\n2021-22,GGI,1\n", PATAL_DOUBTFUL_SKIP, "CCR");
  lines = lines_of (f, 2021);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_true (((PatalPlanLine *) g_ptr_array_index (lines, 0))->approved_paise == 12000000
                 && ((PatalPlanLine *) g_ptr_array_index (lines, 0))->participants == 100);
  g_assert_true (((PatalPlanLine *) g_ptr_array_index (lines, 1))->approved_paise == 5000000);
  g_assert_cmpstr (((PatalPlanLine *) g_ptr_array_index (lines, 1))->remark, ==, "दूसरा चरण");
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *row, *field; } cases[] = {
    { ",,GGI,,100,2,700,,,,,", "fy" },
    { "कभी,,GGI,,100,2,700,,,,,", "fy" },
    { "2021-22,,कुछ और,,100,2,700,,,,,", "course" },
    { "2021-22,TRG-Z,GGI,,100,2,700,,,,,", "component" },
    { "2021-22,,,मानदेय,,,,100,,,,", "component" },
    { "2021-22,TRG-B,,,,,,100,,,,", "name" },
    { "2021-22,,GGI,,0,2,700,,,,,", "participants" },
    { "2021-22,,GGI,,100,31,700,,,,,", "days" },
    { "2021-22,,GGI,,100,2,801,,,,,", "unit_cost" },
    { "2021-22,,GGI,,100,2,,,,,,", "unit_cost" },
    { "2021-22,,GGI,,100,2,700,1000,,,,", "amount" },
    { "2021-22,,GGI,,,,,100,50,,,", "additional" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strconcat (HEAD, cases[i].row, "\n", NULL);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpstr (directory_fault (f, IMPORT, csv, PATAL_FATE_REFUSED), ==, cases[i].field);
    }
  /* a ceiling that is not in force refuses nothing */
  ASSERT_IMPORT (f, IMPORT, HEAD "2026-27,,GGI,,100,2,1000,,,,,\n", PATAL_DOUBTFUL_SKIP, "N");
}

/* The quarter is looked at when all rows are there: whichever comes first. */
static void
test_additional (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char good[] = HEAD "2021-22,TRG-B,,मानदेय,,,,,35000,,,\n" GGI;
  static const char less[] = HEAD "2021-22,,GGI,,100,1,700,,,,,\n2021-22,TRG-B,,मानदेय,,,,,17500,,,\n";
  static const char bad[] = HEAD "2021-22,,GGI,,100,1,600,,,,,\n";
  g_autoptr (PatalImportRun) run = NULL;
  g_autofree char *warning = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  ASSERT_IMPORT (f, IMPORT, good, PATAL_DOUBTFUL_SKIP, "NN");
  g_assert_cmpint (directory_number (f, "SELECT additional FROM plan_line ORDER BY rank LIMIT 1"), ==, 1); /* as in the list */
  ASSERT_IMPORT (f, IMPORT, less, PATAL_DOUBTFUL_SKIP, "CC"); /* both shrink */
  before = directory_dump (f);
  run = directory_preview (f, IMPORT, bad);
  warning = patal_import_run_warning (run, NULL);
  g_assert_cmpstr (warning, ==, "The additional requirement of TRG-B may be 15,000: a quarter of 60,000");
  g_assert_false (patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, NULL, NULL, &error));
  g_assert_error (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ADDITIONAL);
  after = directory_dump (f);
  g_assert_cmpstr (before, ==, after);
}

static void
test_frozen (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalAnnualPlan) plan = { 0 };

  ASSERT_IMPORT (f, IMPORT, HEAD GGI, PATAL_DOUBTFUL_SKIP, "N");
  g_assert_true (patal_annual_plan_of (f->db, 2021, &plan, NULL));
  g_assert_true (patal_db_freeze (f->db, PATAL_ANNUAL_PLAN_RECORD (plan.id), PATAL_LABEL ("Froze it"), NULL));
  ASSERT_IMPORT (f, IMPORT, HEAD GGI "2021-22,,GGI,,10,2,700,,,,,\n2022-23,,GGI,,10,2,700,,,,,\n", PATAL_DOUBTFUL_SKIP, "SRN");
}

/* The report as CSV is a list that changes nothing. */
static void
test_report (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *csv = HEAD GGI "2021-22,MAT,,प्रशिक्षण सामग्री,,,,5 लाख,,4 लाख,6 लाख,मुद्रण\n"
                             "2021-22,TRG-B,,मानदेय,,,,,\"35,000\",,,\n";
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autofree char *path = g_build_filename (f->file.folder, "report.csv", NULL), *text = NULL;
  g_autoptr (PatalTable) table = NULL;
  g_autoptr (PatalImportRun) run = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "NNN");
  table = patal_annual_plan_report.build (f->db, &(PatalReportArgs) { .words = words, .as_on = DAY (2021, 6, 1) }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 3);
  g_assert_cmpuint (patal_table_n_groups (table), ==, 2); /* by component: the additional one beside its own */
  g_assert_cmpstr (patal_table_group (table, 0).title, ==, "TRG-B Training at block or cluster level (at most 800)");
  g_assert_cmpstr (patal_table_cell (table, 0, 2).text, ==, "Good governance initiative: the four activities");
  g_assert_cmpstr (patal_table_cell (table, 0, 5).text, ==, "Citizen information board, Job card updating, Seven registers, Work file");
  g_assert_cmpint (patal_table_total (table, 11), ==, 64000000);
  g_assert_cmpint (patal_table_total (table, 12), ==, 3500000);
  g_assert_cmpstr (patal_table_cell (table, 2, 15).text, ==, "मुद्रण; 6,00,000 is more than the 5,00,000 that was proposed");
  g_assert_null (patal_table_frame (table)->note); /* the ceilings are in force */
  g_assert_true (patal_csv_write (table, path, NULL, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  run = directory_preview (f, IMPORT, text);
  g_assert_true (patal_import_run_set_shared (run, 0, "2021-22", &error));
  g_assert_true (patal_import_run_preview (run, f->db, NULL, &error));
  found = directory_fates (run);
  g_assert_cmpstr (found, ==, "SSC"); /* the warning stands in the remark */
}

static void
test_old_ceilings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (PatalTable) table = NULL, none = NULL;

  ASSERT_IMPORT (f, IMPORT, HEAD "2026-27,,GGI,,100,2,900,,,,,\n", PATAL_DOUBTFUL_SKIP, "N");
  table = patal_annual_plan_report.build (f->db, &(PatalReportArgs) { .words = words, .as_on = DAY (2026, 5, 16) }, NULL);
  g_assert_nonnull (strstr (patal_table_frame (table)->note, "unverified"));
  g_assert_cmpstr (patal_table_cell (table, 0, 15).text, ==, "900 is above the ceiling of “Training at block or cluster level” (RGSA 2018-22): 800");
  none = patal_annual_plan_report.build (f->db, &(PatalReportArgs) { .words = words, .as_on = DAY (2030, 5, 16) }, NULL);
  g_assert_cmpuint (patal_table_n_rows (none), ==, 0);
  g_assert_cmpstr (patal_table_frame (none)->note, ==, "There is no annual plan for 2030-31 yet.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/plan-line-import/all-columns", test_all_columns);
  DIRECTORY_TEST ("/plan-line-import/again", test_again);
  DIRECTORY_TEST ("/plan-line-import/refused", test_refused);
  DIRECTORY_TEST ("/plan-line-import/additional", test_additional);
  DIRECTORY_TEST ("/plan-line-import/frozen", test_frozen);
  DIRECTORY_TEST ("/plan-line-import/report", test_report);
  DIRECTORY_TEST ("/plan-line-import/old-ceilings", test_old_ceilings);
  return g_test_run ();
}
