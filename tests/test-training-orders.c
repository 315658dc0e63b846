/* test-training-orders.c: the two founding orders as whole scenarios, on a file that looks like a state's, judged by the checker
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First: all blocks are to be saturated from April to June, but for one district, which has its fair and elections then and comes in
 * September and October. Second: secretaries and GRS of every remaining gram panchayat learn in two days from those of the model gram
 * panchayats, from 20 December to 5 January. */
#include "directory.h"
#include "patal-course.h"
#include "patal-plan-district.h"
#include "patal-plan-summary.h"
#include "patal-training-plan.h"
#include "patal-trainer.h"
#include "plan-solved.h"

#define GGI       341
#define DISTRICTS 2
#define BLOCKS    6  /* three a district */
#define GPS       20 /* a block: the first is a model */
#define STEPS     60

typedef struct
{
  Directory d; /* its own district and blocks stay empty */
  gint64    district[DISTRICTS], block[BLOCKS], gp[BLOCKS * GPS], people[BLOCKS * GPS][2];
} Orders;

/* --- The state --- */

static gint64
place (Orders *f, PatalLevel level, gint64 parent, int number, double lat, double lon)
{
  g_autofree char *hi = g_strdup_printf ("स्थान-%d", number), *code = g_strdup_printf ("%d", 80000 + number);
  PatalUnit unit = { .level = level, .parent = parent, .name_hi = hi, .lgd_code = code, .has_place = TRUE, .lat = lat, .lon = lon,
                     .households = -1, .population = -1, .sc = -1, .st = -1 };

  g_assert_true (patal_unit_insert (f->d.db, &unit, NULL));
  return unit.id;
}

static gint64
hire (Orders *f, const char *name, int number, gint64 post, gint64 unit)
{
  g_autofree char *hi = g_strdup_printf ("%s %d", name, number);
  PatalPerson person = { .name_hi = hi };
  PatalPosting posting = { .post = post, .unit = unit, .from = DAY (2018, 1, 1), .charge = PATAL_CHARGE_MAIN };

  g_assert_true (patal_person_insert (f->d.db, &person, NULL));
  posting.person = person.id;
  g_assert_true (patal_posting_insert (f->d.db, &posting, NULL));
  return person.id;
}

static void
make_teacher (Orders *f, gint64 person)
{
  g_auto (PatalTrainer) trainer = { 0 };

  patal_trainer_init (&trainer, person);
  trainer.source = PATAL_TRAINER_MODEL_GP;
  for (gint64 subject = 301; subject <= 304; subject++)
    g_array_append_val (trainer.subjects, subject);
  g_assert_true (patal_trainer_put (f->d.db, &trainer, NULL));
}

static void
make_hall (Orders *f, gint64 unit, int number)
{
  g_autofree char *hi = g_strdup_printf ("भवन %d", number);
  PatalVenue venue = { .unit = unit, .name_hi = hi, .capacity = 40, .halls = 1 };

  g_assert_true (patal_venue_insert (f->d.db, &venue, NULL));
}

static void
make_gp (Orders *f, int block, int number)
{
  int i = block * GPS + number;
  double lat = 20.5 + 0.4 * block + 0.03 * (number / 5), lon = 81.5 + 0.03 * (number % 5);

  f->gp[i] = place (f, PATAL_LEVEL_GP, f->block[block], 1000 + i, lat, lon);
  f->people[i][0] = hire (f, "सचिव", i, f->d.ps, f->gp[i]);
  f->people[i][1] = hire (f, "सहायक", i, f->d.grs, f->gp[i]);
  if (number == 0)
    {
      make_teacher (f, f->people[i][0]);
      make_teacher (f, f->people[i][1]);
    }
  if (number == 0 || number == 12)
    make_hall (f, f->gp[i], i);
}

static gboolean
fill_cb (PatalDb *db G_GNUC_UNUSED, gpointer data, GError **error G_GNUC_UNUSED)
{
  Orders *f = data;

  for (int d = 0; d < DISTRICTS; d++)
    f->district[d] = place (f, PATAL_LEVEL_DISTRICT, f->d.state, 10 + d, 20.5 + d, 81.5);
  for (int b = 0; b < BLOCKS; b++)
    {
      f->block[b] = place (f, PATAL_LEVEL_BLOCK, f->district[b / 3], 100 + b, 20.5 + 0.4 * b, 81.5);
      hire (f, "अधिकारी", b, f->d.po, f->block[b]);
      for (int g = 0; g < GPS; g++)
        make_gp (f, b, g);
    }
  return TRUE;
}

static void
set_up (Orders *f, gconstpointer data)
{
  directory_set_up (&f->d, data);
  g_assert_true (patal_db_edit (f->d.db, PATAL_LABEL ("Test"), fill_cb, f, NULL));
}

static void
tear_down (Orders *f, gconstpointer data)
{
  directory_tear_down (&f->d, data);
}

/* --- Planning --- */

static PatalTrainingPlan *
find (Orders *f, const PatalTraining *training, PatalDay today)
{
  g_auto (PatalCourse) course = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalTrainingProblem) problem = NULL;
  PatalTrainingPlan *plan;

  g_assert_true (patal_course_load (f->d.db, GGI, &course, &error));
  problem = patal_training_problem_new (f->d.db, training, &course, NULL, today, NULL, &error);
  g_assert_no_error (error);
  plan = patal_training_plan_find (problem, &(PatalPlanEffort) { 1, STEPS, 3, 1 }, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

/* By a checker that shares nothing with the planner but its data. */
static void
assert_right (const PatalTrainingPlan *plan)
{
  Solved solved = { .data = &plan->problem->data, .map = plan->map, .days = plan->days, .clusters = plan->clusters, .schedule = plan->schedule };
  g_auto (Verdict) verdict = solved_judge (&solved, NULL);
  g_autofree char *words = verdict_describe (&verdict);

  g_assert_cmpstr (words, ==, "");
  g_assert_cmpint (verdict.objectives.f0, ==, plan->clusters->heads_out);
  g_assert_cmpint (verdict.objectives.z0, ==, plan->worth.heads_without);
  g_assert_cmpint (verdict.objectives.z1, ==, plan->worth.makespan_days);
}

typedef struct
{
  PatalTraining     *training;
  PatalTrainingPlan *plan;
} Deed;

static gboolean
accept_cb (PatalDb *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return (deed->training->id != 0 || patal_training_insert (db, deed->training, error))
         && patal_training_plan_accept (db, deed->plan, deed->training->id, error);
}

static void
describe (Orders *f, PatalTraining *training, PatalSpan window)
{
  g_auto (PatalCourse) course = { 0 };

  g_assert_true (patal_course_load (f->d.db, GGI, &course, NULL));
  patal_training_init (training, &course, patal_fy_of (window.from));
  training->window = window;
  training->rules.batch_min = 15;
  training->rules.batch_max = 25;
}

static void
describe_first (Orders *f, PatalTraining *training)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  describe (f, training, (PatalSpan) { DAY (2021, 4, 1), DAY (2021, 6, 30) });
  *limit = (PatalLimit) { .kind = PATAL_LIMIT_WINDOW, .unit = f->district[1], .span = { DAY (2021, 9, 1), DAY (2021, 10, 31) },
                          .reason = PATAL_BLACKOUT_FAIR, .words = g_strdup ("मेला, निर्वाचन") };
  g_ptr_array_add (training->limits, limit);
}

/* What the file says of it: how many people of @district are called to a batch between these days that has its team. */
static gint64
called_within (Orders *f, gint64 district, const char *from, const char *to)
{
  gint64 n = 0;

  g_assert_true (patal_db_int (f->d.db,
    "SELECT count (DISTINCT n.person) FROM nomination AS n JOIN batch AS b ON b.id = n.batch JOIN cluster AS k ON k.id = b.cluster"
    " JOIN posting AS p ON p.id = n.posting JOIN unit AS g ON g.id = p.unit JOIN unit AS u ON u.id = g.parent"
    " JOIN cluster_unit AS c ON c.cluster = k.id AND c.unit = g.id"
    " WHERE u.parent = ?1 AND k.unit = u.id AND b.start_day >= ?2 AND date (b.start_day, '+' || (b.days - 1) || ' days') <= ?3"
    " AND (SELECT count (*) FROM batch_trainer WHERE batch = b.id) = 2",
    PATAL_ARGS (PATAL_INT (district), PATAL_TEXT (from), PATAL_TEXT (to)), &n, NULL));
  return n;
}

/* Cuts the last line of a dump, how many lines the journal has, and says how long the rest is. */
static gsize
without_journal (char *dump)
{
  dump[strlen (dump) - 1] = '\0';
  *strrchr (dump, '\n') = '\0';
  return strlen (dump);
}

static void
test_first_order (Orders *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingPlan) plan = NULL;
  g_autofree char *before = directory_dump (&f->d), *after = NULL;
  g_autoptr (GError) error = NULL;

  describe_first (f, &training);
  plan = find (f, &training, DAY (2021, 3, 15));
  assert_right (plan);
  g_assert_cmpint (plan->clusters->heads_out, ==, 0);
  g_assert_cmpint (plan->worth.heads_without, ==, 0);
  directory_do (&f->d, accept_cb, &(Deed) { &training, plan });
  g_assert_cmpint (called_within (f, f->district[0], "2021-04-01", "2021-06-30"), ==, 3 * (GPS - 1) * 2);
  g_assert_cmpint (called_within (f, f->district[1], "2021-09-01", "2021-10-31"), ==, 3 * (GPS - 1) * 2);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM nomination"), ==, 6 * (GPS - 1) * 2); /* each once */
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM batch WHERE without IS NOT NULL"), ==, 0);
  g_assert_true (patal_db_undo (f->d.db, NULL, &error)); /* one step */
  g_assert_no_error (error);
  g_assert_cmpint (directory_number (&f->d, "SELECT (SELECT count (*) FROM training) + (SELECT count (*) FROM cluster) + (SELECT count (*) FROM batch)"
                                            " + (SELECT count (*) FROM nomination) + (SELECT count (*) FROM cluster_unit)"
                                            " + (SELECT count (*) FROM batch_trainer) + (SELECT count (*) FROM training_limit)"), ==, 0);
  after = directory_dump (&f->d);
  g_assert_cmpint (without_journal (before), >, 1000);
  g_assert_cmpint (without_journal (after), >, 1000);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (patal_db_redo (f->d.db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (called_within (f, f->district[1], "2021-09-01", "2021-10-31"), ==, 3 * (GPS - 1) * 2);
}

static void
test_second_order (Orders *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingPlan) plan = NULL;
  PatalSpan span;

  describe (f, &training, (PatalSpan) { DAY (2021, 12, 20), DAY (2022, 1, 5) });
  plan = find (f, &training, DAY (2021, 12, 1));
  assert_right (plan);
  g_assert_cmpint (plan->clusters->heads_out, ==, 0);
  g_assert_cmpint (plan->worth.heads_without, ==, 0);
  g_assert_true (patal_training_plan_span (plan, &span));
  g_assert_true (span.from >= DAY (2021, 12, 20) && span.to <= DAY (2022, 1, 5));
  directory_do (&f->d, accept_cb, &(Deed) { &training, plan });
  for (int d = 0; d < DISTRICTS; d++)
    g_assert_cmpint (called_within (f, f->district[d], "2021-12-20", "2022-01-05"), ==, 3 * (GPS - 1) * 2);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM batch_trainer AS x JOIN trainer AS t ON t.id = x.trainer JOIN posting AS p"
                                            " ON p.person = t.person JOIN cluster_unit AS c ON c.unit = p.unit"), ==, 0); /* the models are not taught */
}

/* --- What is refused --- */

static void
test_stale (Orders *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingPlan) first = NULL, second = NULL, third = NULL;

  describe_first (f, &training);
  first = find (f, &training, DAY (2021, 3, 15));
  directory_do (&f->d, accept_cb, &(Deed) { &training, first });
  second = find (f, &training, DAY (2021, 3, 15));
  third = find (f, &training, DAY (2021, 3, 15));
  directory_do (&f->d, accept_cb, &(Deed) { &training, second }); /* nobody was told: it may be made anew */
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM nomination"), ==, 6 * (GPS - 1) * 2);
  directory_refused (&f->d, accept_cb, &(Deed) { &training, third }, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_STALE);
}

static gboolean
publish_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "UPDATE batch SET status = 'published' WHERE no = 1", PATAL_NO_ARGS, error);
}

static void
test_issued (Orders *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingPlan) first = NULL, second = NULL;

  describe_first (f, &training);
  first = find (f, &training, DAY (2021, 3, 15));
  directory_do (&f->d, accept_cb, &(Deed) { &training, first });
  directory_do (&f->d, publish_cb, NULL);
  second = find (f, &training, DAY (2021, 3, 15));
  directory_refused (&f->d, accept_cb, &(Deed) { &training, second }, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ISSUED);
}

/* --- What has changed --- */

static gboolean
publish_all_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, GError **error)
{
  return patal_db_run (db, "UPDATE batch SET status = 'published'", PATAL_NO_ARGS, error);
}

typedef struct
{
  const PatalTrainingPlan *was, *now;
} Rebooking;

static gboolean
rebook_cb (PatalDb *db, gpointer data, GError **error)
{
  const Rebooking *rebooking = data;

  return patal_training_plan_rebook (db, rebooking->was, rebooking->now, &(PatalChangeWhy) { PATAL_CHANGE_FLOOD, "बाढ़" }, DAY (2021, 3, 20), error);
}

static PatalTrainingPlan *
load (Orders *f, gint64 training)
{
  g_autoptr (GError) error = NULL;
  PatalTrainingPlan *plan = patal_training_plan_load (f->d.db, training, DAY (2021, 3, 20), NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static PatalTrainingPlan *
replan (const PatalTrainingPlan *stands)
{
  g_autoptr (GError) error = NULL;
  PatalTrainingPlan *plan = patal_training_plan_replan (stands, &(PatalPlanEffort) { 1, STEPS, 3, 1 }, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_flood (Orders *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingPlan) plan = NULL, stands = NULL, same = NULL, hit = NULL, after = NULL, late = NULL;
  g_autoptr (GArray) nothing = NULL, changes = NULL, settled = NULL;
  g_autoptr (GError) error = NULL;
  PatalBlackout flood = { .unit = f->block[0], .span = { DAY (2021, 4, 1), DAY (2021, 4, 30) }, .reason = PATAL_BLACKOUT_OTHER, .hard = TRUE };

  describe_first (f, &training);
  plan = find (f, &training, DAY (2021, 3, 15));
  directory_do (&f->d, accept_cb, &(Deed) { &training, plan });
  stands = load (f, training.id);
  g_assert_cmpint (stands->clusters->person_metres, ==, plan->clusters->person_metres);
  g_assert_cmpmem (&stands->worth, sizeof stands->worth, &plan->worth, sizeof plan->worth);
  same = replan (stands);
  nothing = patal_training_plan_diff (stands, same);
  g_assert_cmpuint (nothing->len, ==, 0); /* nothing is hit, and nothing moves */
  directory_do (&f->d, publish_all_cb, NULL);
  directory_do (&f->d, patal_blackout_insert, &flood);
  hit = load (f, training.id);
  after = replan (hit);
  changes = patal_training_plan_diff (hit, after);
  g_assert_cmpint (after->worth.heads_without, ==, 0);
  g_assert_cmpint (after->worth.moved, >=, 1);
  for (guint i = 0; i < changes->len; i++)
    g_assert_true (g_array_index (changes, PatalPlanChange, i).was <= DAY (2021, 5, 31)); /* the other district stays */
  {
    Solved solved = { .data = &after->problem->data, .map = after->map, .days = after->days, .clusters = after->clusters, .schedule = after->schedule };
    g_auto (Verdict) verdict = solved_judge (&solved, hit->schedule);
    g_autofree char *words = verdict_describe (&verdict);

    g_assert_cmpstr (words, ==, "");
    g_assert_cmpint (verdict.objectives.r1, ==, after->worth.moved);
  }
  directory_do (&f->d, rebook_cb, &(Rebooking) { hit, after });
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM batch AS b JOIN cluster AS k ON k.id = b.cluster JOIN unit AS u ON u.id = k.unit"
                                            " WHERE u.lgd_code = '80100' AND b.start_day < '2021-05-01'"), ==, 0);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM batch_trainer"), ==, 2 * after->schedule->n);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM batch_change AS x JOIN batch AS b ON b.id = x.batch WHERE x.day_no = 0"
                                            " AND x.reason = 'flood' AND x.words = 'बाढ़' AND x.now_day = b.start_day AND x.was_day <> x.now_day"
                                            " AND b.status = 'published'"), ==, after->worth.moved); /* what people had been told */
  late = load (f, training.id);
  settled = patal_training_plan_diff (late, after);
  g_assert_cmpuint (settled->len, ==, 0); /* the file has what was found */
  directory_refused (&f->d, rebook_cb, &(Rebooking) { hit, after }, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_STALE);
  g_assert_true (patal_db_undo (f->d.db, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM batch_change"), ==, 0);
}

/* --- In words --- */

static gboolean
says (const GPtrArray *sentences, const char *part)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (sentences->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_summary (Orders *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 }, short_one = { 0 };
  g_autoptr (PatalTrainingPlan) plan = NULL, poor = NULL;
  g_autoptr (PatalPlanFiles) files = NULL, poor_files = NULL;
  g_autoptr (GPtrArray) told = NULL, poor_told = NULL;

  describe_first (f, &training);
  plan = find (f, &training, DAY (2021, 3, 15));
  files = patal_plan_files_of_problem (plan->problem, f->d.db, PATAL_LANG_HI, PATAL_PLAN_NAMES_TO_READ, NULL);
  told = patal_plan_summary (plan, files, PATAL_PLAN_SUMMARY_ALL);
  g_assert_true (says (told, "12 clusters for 228 people."));
  g_assert_true (says (told, "12 batches from "));
  g_assert_true (says (told, " km to their venue on average"));
  g_assert_true (says (told, "that is proved."));
  g_assert_true (says (told, "स्थान-100: 2 clusters, 38 people, from "));
  g_assert_false (says (told, " without a date: "));
  describe (f, &short_one, (PatalSpan) { DAY (2021, 12, 20), DAY (2021, 12, 22) });
  poor = find (f, &short_one, DAY (2021, 12, 1)); /* three days, a pair of trainers a block: one batch each */
  assert_right (poor);
  poor_files = patal_plan_files_of_problem (poor->problem, f->d.db, PATAL_LANG_HI, PATAL_PLAN_NAMES_TO_READ, NULL);
  poor_told = patal_plan_summary (poor, poor_files, PATAL_PLAN_SUMMARY_ALL);
  g_assert_true (says (poor_told, " without a date: "));
  g_assert_cmpuint (patal_training_plan_dated (poor), ==, BLOCKS);
  g_assert_cmpint (poor->worth.heads_without, >=, BLOCKS * 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/training-orders/first", Orders, NULL, set_up, test_first_order, tear_down);
  g_test_add ("/training-orders/second", Orders, NULL, set_up, test_second_order, tear_down);
  g_test_add ("/training-orders/stale", Orders, NULL, set_up, test_stale, tear_down);
  g_test_add ("/training-orders/issued", Orders, NULL, set_up, test_issued, tear_down);
  g_test_add ("/training-orders/flood", Orders, NULL, set_up, test_flood, tear_down);
  g_test_add ("/training-orders/summary", Orders, NULL, set_up, test_summary, tear_down);
  return g_test_run ();
}
