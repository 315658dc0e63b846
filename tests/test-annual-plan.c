/* test-annual-plan.c: cost norms, annual plans and their lines
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training.h"
#include "patal-annual-plan.h"
#include "patal-money.h"

#define RS(rupees) ((gint64) (rupees) * 100)

/* A plan of @fy in the file. */
static gint64
add_plan (Directory *f, int fy)
{
  PatalAnnualPlan plan = { .fy = fy };

  directory_do (f, (gpointer) patal_annual_plan_put, &plan);
  return plan.id;
}

/* 100 people, 2 days, Rs 700: 1,40,000. Its strings are literals: not to be cleared. */
static PatalPlanLine
block_line (gint64 plan)
{
  PatalPlanLine line;

  patal_plan_line_init (&line, plan);
  line.course = 341;
  line.component = (char *) "TRG-B";
  line.participants = 100;
  line.days = 2;
  line.unit_paise = RS (700);
  return line;
}

static PatalPlanLine
additional_line (gint64 plan, gint64 paise)
{
  PatalPlanLine line;

  patal_plan_line_init (&line, plan);
  line.name = (char *) "मानदेय";
  line.component = (char *) "TRG-B";
  line.additional = TRUE;
  line.own_paise = paise;
  return line;
}

static gboolean
remove_line (PatalDb *db, gpointer id, GError **error)
{
  return patal_plan_line_remove (db, *(gint64 *) id, error);
}

static void
assert_norm (Directory *f, const char *code, PatalDay day, gint64 paise, gboolean in_force)
{
  g_auto (PatalCostNorm) norm = { 0 };

  g_assert_true (patal_cost_norm_on (f->db, code, day, &norm, NULL));
  g_assert_cmpint (norm.paise, ==, paise);
  g_assert_cmpint (norm.in_force, ==, in_force);
  g_assert_cmpint (norm.id != 0, ==, paise != 0);
}

static void
test_norms (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalCostNorm own = { .set_name = (char *) "राज्य 2026", .code = (char *) "TRG-B", .names = { (char *) "विकासखण्ड", (char *) "Block" },
                        .paise = RS (950), .valid = { DAY (2026, 4, 1), PATAL_DAY_NONE }, .order_no = (char *) "क्र. 7", .verified = TRUE };
  const struct { int code; PatalCostNorm norm; } cases[] = {
    { PATAL_COST_NORM_ERROR_NAME, { .code = (char *) "A", .names = { (char *) "क", (char *) "A" }, .paise = 1, .valid = { 800000, 0 } } },
    { PATAL_COST_NORM_ERROR_NAME, { .set_name = (char *) "S", .names = { (char *) "क", (char *) "A" }, .paise = 1, .valid = { 800000, 0 } } },
    { PATAL_COST_NORM_ERROR_NAME, { .set_name = (char *) "S", .code = (char *) "A", .names = { (char *) "क", NULL }, .paise = 1, .valid = { 800000, 0 } } },
    { PATAL_COST_NORM_ERROR_RATE, { .set_name = (char *) "S", .code = (char *) "A", .names = { (char *) "क", (char *) "A" }, .valid = { 800000, 0 } } },
    { PATAL_COST_NORM_ERROR_SPAN, { .set_name = (char *) "S", .code = (char *) "A", .names = { (char *) "क", (char *) "A" }, .paise = 1 } },
    { PATAL_COST_NORM_ERROR_SPAN, { .set_name = (char *) "S", .code = (char *) "A", .names = { (char *) "क", (char *) "A" }, .paise = 1, .valid = { 800000, 799999 } } },
  };
  g_autoptr (GPtrArray) norms = NULL;

  assert_norm (f, "TRG-B", DAY (2018, 3, 31), 0, FALSE);
  assert_norm (f, "TRG-B", DAY (2018, 4, 1), RS (800), TRUE);
  assert_norm (f, "TRG-D", DAY (2022, 3, 31), RS (1100), TRUE);
  assert_norm (f, "TRG-S", DAY (2026, 4, 1), RS (1900), FALSE); /* the last that is known */
  assert_norm (f, "TRG-X", DAY (2020, 4, 1), 0, FALSE);
  directory_do (f, (gpointer) patal_cost_norm_put, &own);
  assert_norm (f, "TRG-B", DAY (2026, 4, 1), RS (950), TRUE);
  assert_norm (f, "TRG-B", DAY (2026, 3, 31), RS (800), FALSE);
  assert_norm (f, "TRG-B", DAY (2020, 4, 1), RS (800), TRUE);
  own.paise = RS (900);
  directory_do (f, (gpointer) patal_cost_norm_put, &own);
  assert_norm (f, "TRG-B", DAY (2030, 4, 1), RS (900), TRUE);
  norms = patal_cost_norms (f->db, NULL);
  g_assert_cmpuint (norms->len, ==, 12);
  g_assert_cmpstr (((PatalCostNorm *) g_ptr_array_index (norms, 0))->order_no, ==, "क्र. 7");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    directory_refused (f, (gpointer) patal_cost_norm_put, (gpointer) &cases[i].norm, PATAL_COST_NORM_ERROR, cases[i].code);
  own.id = 12345;
  directory_refused (f, (gpointer) patal_cost_norm_put, &own, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_assert_cmpstr (patal_cost_norm_code (PATAL_COURSE_CLUSTER, PATAL_MODE_CLASSROOM, PATAL_VISIT_INSIDE), ==, "TRG-B");
  g_assert_cmpstr (patal_cost_norm_code (PATAL_COURSE_STATE, PATAL_MODE_ONLINE, PATAL_VISIT_INSIDE), ==, "TRG-S");
  g_assert_cmpstr (patal_cost_norm_code (PATAL_COURSE_DISTRICT, PATAL_MODE_CLASSROOM, PATAL_VISIT_INSIDE), ==, "TRG-D");
  g_assert_cmpstr (patal_cost_norm_code (PATAL_COURSE_DISTRICT, PATAL_MODE_VISIT, PATAL_VISIT_OUTSIDE), ==, "EXP-OUT");
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalAnnualPlan plan = { .fy = 2021, .name = (char *) "वार्षिक कार्ययोजना", .approved_on = DAY (2021, 5, 4) }, second = { .fy = 2021 };
  g_auto (PatalAnnualPlan) loaded = { 0 }, none = { 0 };
  PatalPlanLine line, other;
  g_autoptr (GPtrArray) lines = NULL;
  const PatalPlanLine *read;

  directory_do (f, (gpointer) patal_annual_plan_put, &plan);
  g_assert_true (patal_annual_plan_of (f->db, 2021, &loaded, NULL));
  g_assert_cmpint (loaded.id, ==, plan.id);
  g_assert_cmpstr (loaded.name, ==, "वार्षिक कार्ययोजना");
  g_assert_cmpint (loaded.approved_on, ==, DAY (2021, 5, 4));
  g_assert_true (patal_annual_plan_of (f->db, 2022, &none, NULL));
  g_assert_cmpint (none.id, ==, 0);
  directory_refused (f, (gpointer) patal_annual_plan_put, &second, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PLAN_TWICE);
  second = (PatalAnnualPlan) { .id = 12345, .fy = 2025 };
  directory_refused (f, (gpointer) patal_annual_plan_put, &second, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  line = block_line (plan.id);
  line.approved_paise = 0; /* not the same as not said */
  directory_do (f, (gpointer) patal_plan_line_put, &line);
  other = additional_line (plan.id, RS (35000));
  directory_do (f, (gpointer) patal_plan_line_put, &other);
  g_assert_true (line.rank == 1 && other.rank == 2);
  line.recommended_paise = RS (120000);
  directory_do (f, (gpointer) patal_plan_line_put, &line);
  lines = patal_plan_lines (f->db, plan.id, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  read = g_ptr_array_index (lines, 0);
  g_assert_true (read->id == line.id && read->course == 341 && read->participants == 100 && read->days == 2 && !read->additional);
  g_assert_true (read->unit_paise == RS (700) && read->own_paise == PATAL_PLAN_NOT_SAID && read->approved_paise == 0);
  g_assert_cmpint (read->recommended_paise, ==, RS (120000));
  g_assert_cmpint (patal_plan_line_proposed (read), ==, RS (140000));
  read = g_ptr_array_index (lines, 1);
  g_assert_true (read->additional && read->own_paise == RS (35000) && read->approved_paise == PATAL_PLAN_NOT_SAID);
  g_assert_cmpstr (read->name, ==, "मानदेय");
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *field; int code; } cases[] = {
    { "component", PATAL_TRAINING_ERROR_LINE_NAME },     { "name", PATAL_TRAINING_ERROR_LINE_NAME },
    { "participants", PATAL_TRAINING_ERROR_PARTICIPANTS }, { "participants", PATAL_TRAINING_ERROR_PARTICIPANTS },
    { "days", PATAL_TRAINING_ERROR_LINE_DAYS },          { "days", PATAL_TRAINING_ERROR_LINE_DAYS },
    { "unit_cost", PATAL_TRAINING_ERROR_AMOUNT },        { "unit_cost", PATAL_TRAINING_ERROR_AMOUNT },
    { "unit_cost", PATAL_TRAINING_ERROR_CEILING },       { "amount", PATAL_TRAINING_ERROR_CEILING },
    { "recommended", PATAL_TRAINING_ERROR_AMOUNT },      { "approved", PATAL_TRAINING_ERROR_AMOUNT },
    { "amount", PATAL_TRAINING_ERROR_AMOUNT },           { "amount", PATAL_TRAINING_ERROR_AMOUNT },
  };
  gint64 plan = add_plan (f, 2021);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalPlanLine line = block_line (plan);
      g_auto (PatalCostNorm) ceiling = { 0 };
      const PatalPlanSum none = { 0 };
      const char *field = NULL;

      g_test_message ("%zu", i);
      switch (i)
        {
        case 0: line.component = NULL; break;
        case 1: line.course = 0; break;
        case 2: line.participants = 0; break;
        case 3: line.participants = 1000001; break;
        case 4: line.days = 0; break;
        case 5: line.days = 31; break;
        case 6: line.unit_paise = 0; break;
        case 7: line.unit_paise = PATAL_MONEY_MAX_PAISE / 100; break;
        case 8: line.unit_paise = RS (801); break;
        case 9: line = additional_line (plan, RS (500001)); line.additional = FALSE; line.component = (char *) "TNA"; break;
        case 10: line.recommended_paise = -2; break;
        case 11: line.approved_paise = PATAL_MONEY_MAX_PAISE + 1; break;
        case 12: line = additional_line (plan, 0); break;
        default: line.additional = TRUE; break; /* an additional requirement has an amount of its own */
        }
      if (line.component != NULL)
        g_assert_true (patal_cost_norm_on (f->db, line.component, DAY (2021, 4, 1), &ceiling, NULL));
      g_assert_false (patal_plan_line_check (&line, ceiling.id != 0 ? &ceiling : NULL, &none, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_plan_line_put, &line, PATAL_TRAINING_ERROR, cases[i].code);
    }
}

/* A ceiling that is no longer in force warns; so does more than was proposed. */
static void
test_warnings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPlanLine line = block_line (add_plan (f, 2026));
  g_auto (PatalCostNorm) ceiling = { 0 };
  g_autofree char *quiet = NULL, *said = NULL;

  g_assert_true (patal_cost_norm_on (f->db, "TRG-B", DAY (2026, 4, 1), &ceiling, NULL));
  quiet = patal_plan_line_warning (&line, &ceiling, NULL);
  g_assert_null (quiet);
  line.unit_paise = RS (1000);
  line.approved_paise = RS (200001);
  directory_do (f, (gpointer) patal_plan_line_put, &line);
  said = patal_plan_line_warning (&line, &ceiling, NULL);
  g_assert_cmpstr (said, ==, "1,000 is above the ceiling of “विकासखण्ड / क्लस्टर स्तरीय प्रशिक्षण” (RGSA 2018-22): 800;"
                             " 2,00,001 is more than the 2,00,000 that was proposed");
}

/* The additional requirement of a component is a quarter of the rest of it at most, whichever line comes, changes or goes. */
static void
test_additional (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = add_plan (f, 2021);
  PatalPlanLine base = block_line (plan), more = block_line (plan), additional = additional_line (plan, RS (1));

  directory_refused (f, (gpointer) patal_plan_line_put, &additional, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ADDITIONAL);
  directory_do (f, (gpointer) patal_plan_line_put, &base);
  directory_do (f, (gpointer) patal_plan_line_put, &more);
  additional.own_paise = RS (70000) + 1;
  directory_refused (f, (gpointer) patal_plan_line_put, &additional, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ADDITIONAL);
  additional.own_paise = RS (70000);
  directory_do (f, (gpointer) patal_plan_line_put, &additional);
  more.days = 1;
  directory_refused (f, (gpointer) patal_plan_line_put, &more, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ADDITIONAL);
  more.days = 2;
  more.component = (char *) "TRG-D"; /* goes from one component to another */
  directory_refused (f, (gpointer) patal_plan_line_put, &more, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ADDITIONAL);
  directory_refused (f, (gpointer) remove_line, &more.id, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ADDITIONAL);
  additional.own_paise = RS (35000);
  directory_do (f, (gpointer) patal_plan_line_put, &additional);
  directory_do (f, (gpointer) remove_line, &more.id);
  directory_refused (f, (gpointer) remove_line, &more.id, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  directory_refused (f, (gpointer) patal_plan_line_put, &more, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* A frozen plan takes no line, loses none and changes none, until it is unfrozen. */
static void
test_freeze (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = add_plan (f, 2021);
  PatalPlanLine line = block_line (plan), late = block_line (plan);
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_plan_line_put, &line);
  g_assert_true (patal_db_freeze (f->db, PATAL_ANNUAL_PLAN_RECORD (plan), PATAL_LABEL ("Froze it"), &error));
  directory_refused (f, (gpointer) patal_plan_line_put, &late, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  late.id = 0;
  line.days = 3;
  directory_refused (f, (gpointer) patal_plan_line_put, &line, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_refused (f, (gpointer) remove_line, &line.id, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_refused (f, (gpointer) patal_annual_plan_put, &(PatalAnnualPlan) { .id = plan, .fy = 2021, .name = (char *) "x" },
                     PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  g_assert_true (patal_db_unfreeze (f->db, PATAL_ANNUAL_PLAN_RECORD (plan), PATAL_LABEL ("Unfroze it"), "भूल", &error));
  directory_do (f, (gpointer) patal_plan_line_put, &line);
  directory_do (f, (gpointer) patal_plan_line_put, &late);
}

static void
test_in_use (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPlanLine line = block_line (add_plan (&f->d, 2026));
  g_auto (PatalTraining) training = { 0 };

  directory_do (&f->d, (gpointer) patal_plan_line_put, &line);
  training_ggi (f, &training);
  training.line = line.id;
  directory_do (&f->d, (gpointer) patal_training_insert, &training);
  directory_refused (&f->d, (gpointer) remove_line, &line.id, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_LINE_IN_USE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/annual-plan/norms", test_norms);
  DIRECTORY_TEST ("/annual-plan/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/annual-plan/rules", test_rules);
  DIRECTORY_TEST ("/annual-plan/warnings", test_warnings);
  DIRECTORY_TEST ("/annual-plan/additional", test_additional);
  DIRECTORY_TEST ("/annual-plan/freeze", test_freeze);
  TRAINING_TEST ("/annual-plan/in-use", test_in_use);
  return g_test_run ();
}
