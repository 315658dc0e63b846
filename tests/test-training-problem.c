/* test-training-problem.c: a training as the planner's problem
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-problem.h"
#include "training.h"

typedef struct
{
  const char       *sql;
  const PatalValue *args;
} Statement;

static gboolean
run_cb (PatalDb *db, gpointer data, GError **error)
{
  const Statement *statement = data;

  return patal_db_run (db, statement->sql, statement->args, error);
}

static void
run (Trainings *f, const char *sql, const PatalValue *args)
{
  directory_do (&f->d, run_cb, &(Statement) { sql, args });
}

static PatalTrainingProblem *
ask (Trainings *f, const PatalTraining *training, PatalDay today, GError **error)
{
  g_auto (PatalCourse) course = { 0 };

  g_assert_true (patal_course_load (f->d.db, TRAINING_GGI, &course, error));
  return patal_training_problem_new (f->d.db, training, &course, NULL, today, NULL, error);
}

static PatalTrainingProblem *
make (Trainings *f, const PatalTraining *training)
{
  g_autoptr (GError) error = NULL;
  PatalTrainingProblem *problem = ask (f, training, PATAL_DAY_NONE, &error);

  g_assert_no_error (error);
  return problem;
}

static void
limit (PatalTraining *training, PatalLimit limit)
{
  g_ptr_array_add (training->limits, g_memdup2 (&limit, sizeof limit));
}

static int
heads_of (const PatalTrainingProblem *problem, gint64 unit)
{
  return problem->data.units[patal_training_problem_find (problem->units, unit)].heads;
}

/* Whether it is closed for exactly these days. */
static gboolean
is_closed (const PatalTrainingProblem *problem, PatalPlanScope scope, int of, PatalDay from, PatalDay to)
{
  for (int i = 0; i < problem->data.n_blackouts; i++)
    {
      const PatalPlanSpan *closed = &problem->data.blackouts[i];

      if (closed->scope == scope && closed->of == of && closed->span.from == from && closed->span.to == to)
        return TRUE;
    }
  return FALSE;
}

/* A training of @course with a batch of two days from @start on, at @venue, in block @block. */
static void
other (Trainings *f, gint64 course, gint64 id, int fy, const char *start, const char *status, gint64 venue, int block)
{
  run (f, "INSERT INTO training (id, course, fy, from_day, to_day, batch_min, batch_max, officer_post) VALUES (?1, ?2, ?3, ?4, ?4, 1, 40, 'PO')",
       PATAL_ARGS (PATAL_INT (id), PATAL_INT (course), PATAL_INT (fy), PATAL_TEXT (start)));
  run (f, "INSERT INTO cluster (id, training, unit, no, venue) VALUES (?1 + 1, ?1, ?2, 1, ?3)",
       PATAL_ARGS (PATAL_INT (id), PATAL_INT (f->block[block]), PATAL_INT (venue)));
  run (f, "INSERT INTO batch (id, cluster, module, no, start_day, days, status)"
          " SELECT ?1 + 2, ?1 + 1, id, 1, ?2, 2, ?3 FROM course_module WHERE course = ?4",
       PATAL_ARGS (PATAL_INT (id), PATAL_TEXT (start), PATAL_TEXT (status), PATAL_INT (course)));
}

static void
nominate (Trainings *f, gint64 training, gint64 person, const char *marks)
{
  run (f, "INSERT INTO nomination (id, batch, person, marks) VALUES (?1 * 100 + ?2 % 100, ?1 + 2, ?2, ?3)",
       PATAL_ARGS (PATAL_INT (training), PATAL_INT (person), PATAL_TEXT (marks)));
}

/* Another course for the same people. */
static gint64
new_course (Trainings *f)
{
  g_auto (PatalCourse) course = { 0 };

  g_assert_true (patal_course_load (f->d.db, TRAINING_GGI, &course, NULL));
  g_free (course.code);
  course.code = g_strdup ("OTHER");
  directory_do (&f->d, patal_course_insert, &course);
  return course.id;
}

static void
test_people (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL;
  const PatalPlanData *plan;
  int venue;

  training_ggi (f, &training);
  problem = make (f, &training);
  plan = &problem->data;
  g_assert_cmpint (plan->n_blocks, ==, 3);
  g_assert_cmpint (plan->n_units, ==, TRAINING_GPS);
  g_assert_cmpint (plan->n_officers, ==, 3);
  g_assert_cmpint (plan->n_venues, ==, 2);
  g_assert_cmpint (heads_of (problem, f->gp[0]), ==, 0); /* it lends its people */
  g_assert_cmpint (heads_of (problem, f->gp[1]), ==, 2);
  g_assert_cmpint (heads_of (problem, f->gp[TRAINING_CHARGE]), ==, 2);
  g_assert_cmpint (heads_of (problem, f->gp[TRAINING_CHARGED]), ==, 1); /* its secretary is counted there */
  g_assert_cmpint (heads_of (problem, f->gp[TRAINING_VACANT]), ==, 1);
  g_assert_cmpuint (problem->heads->len, ==, 44);
  g_assert_cmpuint (problem->covered->len, ==, 1);
  g_assert_cmpint (g_array_index (problem->covered, PatalHead, 0).unit, ==, f->gp[TRAINING_CHARGED]);
  g_assert_cmpint (g_array_index (problem->covered, PatalHead, 0).person, ==, f->secretary[TRAINING_CHARGE]);
  g_assert_cmpuint (problem->vacant->len, ==, 0);
  venue = patal_training_problem_find (problem->venues, f->venue[0]);
  g_assert_cmpint (plan->venues[venue].rank, ==, 0); /* that of a model */
  g_assert_cmpint (plan->venues[!venue].rank, ==, 1);
  g_assert_cmpint (plan->n_trainers, ==, 4);
  for (int i = 0; i < 4; i++)
    {
      int t = patal_training_problem_find (problem->trainers, f->trainer[i]);
      static const int block[] = { 0, 0, 1, 2 };

      g_assert_cmpint (g_array_index (problem->trainer_people, gint64, t), ==, f->trainer_person[i]);
      g_assert_cmpint (g_array_index (problem->blocks, gint64, plan->trainers[t].block), ==, f->block[block[i]]);
      g_assert_cmpuint (plan->trainers[t].modules, ==, 1);
      g_assert_cmpint (plan->trainers[t].most_days, ==, -1);
    }
}

static void
test_vacant (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL;

  training_ggi (f, &training);
  run (f, "UPDATE posting SET to_day = '2026-03-31' WHERE unit = ?1", PATAL_ARGS (PATAL_INT (f->gp[TRAINING_VACANT])));
  problem = make (f, &training);
  g_assert_cmpuint (problem->vacant->len, ==, 1);
  g_assert_cmpint (g_array_index (problem->vacant, gint64, 0), ==, f->gp[TRAINING_VACANT]);
  g_assert_cmpuint (problem->heads->len, ==, 43);
}

static void
test_limits (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL;
  PatalSpan autumn = { DAY (2026, 9, 1), DAY (2026, 10, 31) };
  PatalBlackout fair = { .unit = f->gp[0], .span = { DAY (2026, 9, 10), DAY (2026, 9, 12) }, .reason = PATAL_BLACKOUT_FAIR, .hard = TRUE },
                rain = { .unit = f->gp[1], .span = { DAY (2026, 6, 20), DAY (2026, 6, 30) }, .reason = PATAL_BLACKOUT_MONSOON };
  int block, venue;

  directory_do (&f->d, patal_blackout_insert, &fair);
  directory_do (&f->d, patal_blackout_insert, &rain); /* it only warns */
  training_ggi (f, &training);
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_WINDOW, .unit = f->block[1], .span = autumn, .reason = PATAL_BLACKOUT_FAIR });
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_OFF, .venue = f->venue[0], .span = { DAY (2026, 5, 1), DAY (2026, 5, 2) } });
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_WITHOUT, .unit = f->gp[2] });
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_WITHOUT, .unit = f->block[2] });
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_WITHOUT, .venue = f->venue[1] });
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_WITHOUT, .trainer = f->trainer[3] });
  problem = make (f, &training);
  block = patal_training_problem_find (problem->blocks, f->block[1]);
  venue = patal_training_problem_find (problem->venues, f->venue[0]);
  g_assert_cmpint (problem->data.n_windows, ==, 2);
  g_assert_cmpint (problem->data.windows[1].scope, ==, PATAL_PLAN_BLOCK);
  g_assert_cmpint (problem->data.windows[1].of, ==, block);
  g_assert_cmpint (problem->data.windows[1].span.to, ==, autumn.to);
  g_assert_cmpint (problem->data.n_venues, ==, 1);
  g_assert_cmpint (problem->data.n_trainers, ==, 3);
  g_assert_cmpint (heads_of (problem, f->gp[2]), ==, 0);
  g_assert_cmpint (heads_of (problem, f->gp[16]), ==, 0);
  g_assert_true (is_closed (problem, PATAL_PLAN_VENUE, venue, DAY (2026, 5, 1), DAY (2026, 5, 2)));
  g_assert_true (is_closed (problem, PATAL_PLAN_VENUE, venue, DAY (2026, 9, 10), DAY (2026, 9, 12))); /* with its gram panchayat */
  g_assert_false (is_closed (problem, PATAL_PLAN_UNIT, patal_training_problem_find (problem->units, f->gp[1]), DAY (2026, 6, 20), DAY (2026, 6, 30)));
}

static void
test_away (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL;
  int officer;

  run (f, "INSERT INTO person_days (id, person, kind, from_day, to_day) VALUES (9001, ?1, 'away', '2026-04-20', '2026-04-25'),"
          " (9002, ?2, 'away', '2026-05-04', '2026-05-05'), (9003, ?3, 'free', '2026-04-10', '2026-04-20'), (9004, ?3, 'free', '2026-06-01', '2026-06-10')",
       PATAL_ARGS (PATAL_INT (f->officer[1]), PATAL_INT (f->grs[5]), PATAL_INT (f->trainer_person[3])));
  training_ggi (f, &training);
  problem = make (f, &training);
  officer = patal_training_problem_find (problem->officers, f->officer[1]);
  g_assert_true (is_closed (problem, PATAL_PLAN_OFFICER, officer, DAY (2026, 4, 20), DAY (2026, 4, 25)));
  g_assert_true (is_closed (problem, PATAL_PLAN_TRAINER, patal_training_problem_find (problem->trainers, f->trainer[2]), DAY (2026, 4, 20), DAY (2026, 4, 25)));
  g_assert_true (is_closed (problem, PATAL_PLAN_UNIT, patal_training_problem_find (problem->units, f->gp[5]), DAY (2026, 5, 4), DAY (2026, 5, 5)));
  for (int i = 0; i < 3; i++)
    {
      const PatalSpan closed[] = { { DAY (2026, 4, 1), DAY (2026, 4, 9) }, { DAY (2026, 4, 21), DAY (2026, 5, 31) }, { DAY (2026, 6, 11), DAY (2026, 6, 30) } };

      g_assert_true (is_closed (problem, PATAL_PLAN_TRAINER, patal_training_problem_find (problem->trainers, f->trainer[3]), closed[i].from, closed[i].to));
    }
}

static void
test_taken (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL, after = NULL;
  gint64 course = new_course (f);
  PatalDay from = DAY (2026, 4, 6), to = DAY (2026, 4, 7);
  int hall, block_hall;

  other (f, course, 7000, 2026, "2026-04-06", "planned", f->venue[1], 1);
  other (f, course, 7100, 2026, "2026-04-06", "published", f->venue[0], 0);
  run (f, "INSERT INTO batch_trainer (id, batch, trainer) VALUES (9001, 7002, ?1)", PATAL_ARGS (PATAL_INT (f->trainer[3])));
  nominate (f, 7000, f->secretary[20], "");
  training_ggi (f, &training);
  problem = make (f, &training);
  hall = patal_training_problem_find (problem->venues, f->venue[0]);
  block_hall = patal_training_problem_find (problem->venues, f->venue[1]);
  g_assert_cmpint (problem->data.venues[block_hall].halls, ==, 1);
  g_assert_cmpint (problem->data.venues[hall].halls, ==, 1);
  g_assert_true (is_closed (problem, PATAL_PLAN_VENUE, hall, from, from) && is_closed (problem, PATAL_PLAN_VENUE, hall, to, to));
  g_assert_true (is_closed (problem, PATAL_PLAN_TRAINER, patal_training_problem_find (problem->trainers, f->trainer[3]), from, to));
  g_assert_true (is_closed (problem, PATAL_PLAN_UNIT, patal_training_problem_find (problem->units, f->gp[20]), from, to));
  g_assert_true (is_closed (problem, PATAL_PLAN_OFFICER, patal_training_problem_find (problem->officers, f->officer[1]), from, from));
  g_assert_cmpint (heads_of (problem, f->gp[20]), ==, 2); /* it is another course */
  run (f, "UPDATE batch SET status = 'cancelled' WHERE id = ?1", PATAL_ARGS (PATAL_INT (7002)));
  after = make (f, &training);
  g_assert_cmpint (after->data.venues[block_hall].halls, ==, 2);
  g_assert_false (is_closed (after, PATAL_PLAN_UNIT, patal_training_problem_find (after->units, f->gp[20]), from, to));
}

static void
test_done (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_autoptr (PatalTrainingProblem) problem = NULL, later = NULL, short_lived = NULL;
  g_autoptr (GError) error = NULL;

  other (f, TRAINING_GGI, 7000, 2025, "2025-05-04", "held", f->venue[0], 0);
  nominate (f, 7000, f->secretary[5], "PPPP");
  nominate (f, 7000, f->grs[5], "PPPA");
  other (f, TRAINING_GGI, 7100, 2026, "2026-04-06", "published", f->venue[0], 0);
  nominate (f, 7100, f->secretary[6], "");
  training_ggi (f, &training);
  problem = make (f, &training);
  g_assert_cmpint (heads_of (problem, f->gp[5]), ==, 1);
  g_assert_cmpint (heads_of (problem, f->gp[6]), ==, 1);
  later = ask (f, &training, DAY (2026, 4, 8), &error); /* the batch is over, and nobody said who came */
  g_assert_no_error (error);
  g_assert_cmpint (heads_of (later, f->gp[6]), ==, 2);
  run (f, "UPDATE course SET counts_years = 1 WHERE id = ?1", PATAL_ARGS (PATAL_INT (TRAINING_GGI)));
  short_lived = make (f, &training);
  g_assert_cmpint (heads_of (short_lived, f->gp[5]), ==, 2);
}

static void
test_refused (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  g_auto (PatalCourse) course = { 0 };
  g_autoptr (GError) empty = NULL, unknown = NULL;

  training_ggi (f, &training);
  limit (&training, (PatalLimit) { .kind = PATAL_LIMIT_WITHOUT, .unit = f->d.district });
  g_assert_null (ask (f, &training, PATAL_DAY_NONE, &empty));
  g_assert_error (empty, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_EMPTY);
  g_assert_true (patal_course_load (f->d.db, TRAINING_GGI, &course, NULL));
  g_ptr_array_add (course.posts, g_strdup ("XX"));
  g_assert_null (patal_training_problem_new (f->d.db, &training, &course, NULL, PATAL_DAY_NONE, NULL, &unknown));
  g_assert_error (unknown, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TRAINING_TEST ("/training-problem/people", test_people);
  TRAINING_TEST ("/training-problem/vacant", test_vacant);
  TRAINING_TEST ("/training-problem/limits", test_limits);
  TRAINING_TEST ("/training-problem/away", test_away);
  TRAINING_TEST ("/training-problem/taken", test_taken);
  TRAINING_TEST ("/training-problem/done", test_done);
  TRAINING_TEST ("/training-problem/refused", test_refused);
  return g_test_run ();
}
