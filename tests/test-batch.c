/* test-batch.c: clusters by hand, batches from the plan to the end, and the rules that a move may break
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-mover.h"
#include "patal-training-findings.h"
#include "training-plan.h"
#include <string.h>

static gint64
number (Plan *f, const char *sql, gint64 id)
{
  gint64 n = 0;

  g_assert_true (patal_db_int (f->t.d.db, sql, PATAL_ARGS (PATAL_INT (id)), &n, NULL));
  return n;
}

static void
test_cluster (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) all = patal_training_clusters (f->t.d.db, f->training.id, 0, NULL);
  g_autoptr (GPtrArray) there = patal_training_clusters (f->t.d.db, f->training.id, f->t.gp[8], NULL);
  const PatalTrainingCluster *cluster = g_ptr_array_index (all, 0);
  g_auto (PatalTrainingCluster) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (all->len == 2 && there->len == 1);
  g_assert_true (cluster->no == 1 && cluster->units->len == 7 && cluster->venue == f->t.venue[0] && cluster->unit == f->t.block[0]);
  g_assert_cmpint (number (f, "SELECT count (*) FROM batch WHERE cluster = ?1 AND module = 342 AND no = 1 AND days = 2 AND start_day IS NULL",
                           f->cluster[0]), ==, 1);
  g_assert_true (patal_training_cluster_load (f->t.d.db, f->cluster[1], &loaded, NULL));
  g_array_remove_index (loaded.units, 0);
  directory_do (&f->t.d, (gpointer) patal_training_cluster_put, &loaded);
  g_assert_cmpint (number (f, "SELECT count (*) FROM cluster_unit WHERE cluster = ?1", f->cluster[1]), ==, 7);
  g_assert_cmpint (number (f, "SELECT count (*) FROM batch WHERE cluster = ?1", f->cluster[1]), ==, 1);
  g_assert_false (patal_training_cluster_load (f->t.d.db, 12345, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_cluster_rules (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { gint64 unit; int code; } cases[] = {
    { f->t.gp[9], PATAL_TRAINING_ERROR_CLUSTER_TWICE },
    { f->t.gp[20], PATAL_TRAINING_ERROR_CLUSTER_BLOCK },
    { f->t.gp[0], PATAL_TRAINING_ERROR_CLUSTER_RESOURCE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PatalTrainingCluster) cluster = { 0 };

      patal_training_cluster_init (&cluster);
      cluster.training = f->training.id;
      cluster.unit = f->t.block[0];
      g_array_append_val (cluster.units, cases[i].unit);
      directory_refused (&f->t.d, (gpointer) patal_training_cluster_put, &cluster, PATAL_TRAINING_ERROR, cases[i].code);
    }
}

static void
test_move (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalBatch) batch = { 0 };
  g_autoptr (GArray) bars = NULL, ids = NULL;
  const PatalBatchBar *bar;

  plan_move (f, 0, MONDAY);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  g_assert_true (batch.start == MONDAY && batch.n_days == 2 && batch.no == 1 && batch.venue == f->t.venue[0]);
  g_assert_true (batch.trainers->len == 2 && batch.status == PATAL_BATCH_PLANNED && batch.changes->len == 0);
  g_assert_true (batch.held_on->len == 2 && patal_batch_span (&batch).to == MONDAY + 1 && patal_batch_held_days (&batch) == 2);
  g_assert_cmpint (number (f, "SELECT venue IS NULL FROM batch WHERE id = ?1", f->batch[0]), ==, 1);
  bars = patal_batch_bars (f->t.d.db, &(PatalBatchFilter) { .training = f->training.id, .status = PATAL_BATCH_ANY_STATUS }, NULL);
  g_assert_cmpuint (bars->len, ==, 2);
  bar = &g_array_index (bars, PatalBatchBar, 0);
  g_assert_true (bar->id == f->batch[0] && bar->span.from == MONDAY && bar->span.to == MONDAY + 1 && bar->block == f->t.block[0]);
  g_assert_true (bar->venue == f->t.venue[0] && bar->no == 1 && !bar->pinned && !bar->conflict && bar->heads == 0);
  g_assert_true (g_array_index (bars, PatalBatchBar, 1).span.from == PATAL_DAY_NONE);
  ids = patal_batch_ids (f->t.d.db, &(PatalBatchFilter) { .status = PATAL_BATCH_ANY_STATUS, .undated = TRUE }, NULL);
  g_assert_true (ids->len == 1 && g_array_index (ids, gint64, 0) == f->batch[1]);
  g_clear_pointer (&ids, g_array_unref);
  ids = patal_batch_ids (f->t.d.db, &(PatalBatchFilter) { .status = PATAL_BATCH_PLANNED, .trainer = f->t.trainer[1], .within = f->t.block[0],
                                                          .venue = f->t.venue[0], .span = { MONDAY + 1, MONDAY + 9 } }, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_clear_pointer (&ids, g_array_unref);
  ids = patal_batch_ids (f->t.d.db, &(PatalBatchFilter) { .status = PATAL_BATCH_ANY_STATUS, .span = { MONDAY + 2, MONDAY + 9 } }, NULL);
  g_assert_cmpuint (ids->len, ==, 0);
}

/* ---- what a move may break ---- */

typedef struct
{
  const char *name;
  int         code;
  void      (*arrange) (Plan *f);      /* (nullable) */
  int         day;                     /* behind MONDAY */
  guint       team[2];
} Case;

static void
say_holiday (Plan *f)
{
  PatalHoliday holiday = { .day = MONDAY + 1, .name_hi = (char *) "परीक्षण पर्व", .klass = PATAL_HOLIDAY_GENERAL };

  directory_do (&f->t.d, (gpointer) patal_holiday_insert, &holiday);
}

static void
close_unit (Plan *f, gint64 unit)
{
  PatalBlackout blackout = { .unit = unit, .span = { MONDAY + 1, MONDAY + 5 }, .reason = PATAL_BLACKOUT_FAIR, .hard = TRUE };

  directory_do (&f->t.d, (gpointer) patal_blackout_insert, &blackout);
}

static void close_block (Plan *f) { close_unit (f, f->t.block[0]); }
static void close_member (Plan *f) { close_unit (f, f->t.gp[4]); }

static void
give_window (Plan *f)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  *limit = (PatalLimit) { .kind = PATAL_LIMIT_WINDOW, .unit = f->t.d.district, .span = { MONDAY - 10, MONDAY }, .reason = PATAL_BLACKOUT_FAIR };
  g_ptr_array_add (f->training.limits, limit);
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
}

static void
take_off (Plan *f)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  *limit = (PatalLimit) { .kind = PATAL_LIMIT_OFF, .trainer = f->t.trainer[1], .span = { MONDAY, MONDAY }, .reason = PATAL_LIMIT_NO_REASON,
                          .words = g_strdup ("बैठक") };
  g_ptr_array_add (f->training.limits, limit);
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
}

/* The other batch is in the same hall, on the day before; with other trainers. */
static void
fill_hall (Plan *f)
{
  g_autoptr (GArray) team = plan_team (f, 2, 3);
  PlanMove move = { f->batch[1], { .start = MONDAY + 1, .venue = f->t.venue[0], .trainers = team }, TODAY };

  directory_do (&f->t.d, (gpointer) plan_move_cb, &move);
}

static void
take_trainer (Plan *f)
{
  g_autoptr (GArray) team = plan_team (f, 1, 3);
  PlanMove move = { f->batch[1], { .start = MONDAY + 1, .trainers = team }, TODAY };

  directory_do (&f->t.d, (gpointer) plan_move_cb, &move);
}

static void
send_away (Plan *f)
{
  plan_sql (f, "INSERT INTO person_days (id, person, kind, from_day, to_day, words) VALUES (?1, ?2, 'away', '2026-04-21', '2026-04-21', ?5)",
            f->t.trainer_person[1], 0, 0, "अवकाश");
}

static void
make_busy (Plan *f)
{
  plan_sql (f, "INSERT INTO person_days (id, person, kind, from_day, to_day, words) VALUES (?1, ?2, 'free', '2026-04-20', '2026-04-20', ?5)",
            f->t.trainer_person[1], 0, 0, "सोमवार");
}

static void
forget_subject (Plan *f)
{
  plan_sql (f, "DELETE FROM trainer_subject WHERE trainer = ?2 AND subject = 303", f->t.trainer[1], 0, 0, NULL);
}

static void
allow_one_day (Plan *f)
{
  f->training.rules.most_run = 1;
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
}

static void
spend_days (Plan *f)
{
  plan_sql (f, "UPDATE trainer SET most_days = 1 WHERE id = ?2", f->t.trainer[1], 0, 0, NULL);
}

static void
stay_in_block (Plan *f)
{
  f->training.rules.trainer_scope = PATAL_PLAN_BLOCK;
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
}

static void
stay_near (Plan *f)
{
  plan_sql (f, "UPDATE trainer SET home = ?3 WHERE id = ?2", f->t.trainer[1], f->t.gp[7], 0, NULL);
  f->training.rules.trainer_most_metres = 1000;
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
}

/* The officer of block 0 has block 1 as well, where a batch begins on the same day. */
static void
share_officer (Plan *f)
{
  PatalPosting charge = { .person = f->t.officer[0], .post = f->t.d.po, .unit = f->t.block[1], .from = DAY (2026, 1, 1), .charge = PATAL_CHARGE_ADDITIONAL };

  plan_sql (f, "UPDATE posting SET to_day = '2025-12-31' WHERE person = ?2", f->t.officer[1], 0, 0, NULL);
  plan_sql (f, "UPDATE trainer SET home = ?3 WHERE person = ?2", f->t.officer[1], f->t.block[1], 0, NULL);
  directory_do (&f->t.d, (gpointer) patal_posting_insert, &charge);
  plan_move (f, 1, MONDAY);
}

static void
fill_seats (Plan *f)
{
  for (guint i = 1; i <= 21; i++)
    if (i != TRAINING_CHARGED && i != TRAINING_VACANT)
      {
        plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[0], f->t.secretary[i], 0, NULL);
        plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[0], f->t.grs[i], 0, NULL);
      }
  for (guint i = 0; i < 3; i++)
    plan_sql (f, "INSERT INTO nomination (id, batch, person, instead_of) SELECT ?1, ?2, ?3, min (id) FROM nomination", f->batch[0], f->t.officer[i], 0, NULL);
}

/* A second module that follows: its batch is there, four days later. */
static void
add_module (Plan *f)
{
  plan_sql (f, "INSERT INTO course_module (id, course, rank, name_en, days, team) VALUES (?1, 341, 2, ?5, 1, 0)", 0, 0, 0, "Practice");
  plan_sql (f, "INSERT INTO batch (id, cluster, module, no, days, start_day) SELECT ?1, ?2, max (id), 9, 1, ?5 FROM course_module", f->cluster[0], 0, 0,
            "2026-04-21");
}

static void
nominate_twice (Plan *f)
{
  for (guint i = 0; i < 2; i++)
    plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[i], f->t.grs[5], 0, NULL);
}

/* The same person sits in another course's batch. */
static void
sit_elsewhere (Plan *f)
{
  g_auto (PatalTraining) other = { 0 };
  gint64 course;

  plan_sql (f, "INSERT INTO course (id, code, name_hi, category, level) VALUES (?1, 'X', 'अन्य', 'basic', 'cluster')", 0, 0, 0, NULL);
  plan_sql (f, "INSERT INTO course_module (id, course, rank, name_en, days, team) SELECT ?1, max (id), 1, 'One', 1, 0 FROM course", 0, 0, 0, NULL);
  course = number (f, "SELECT max (id) FROM course WHERE ?1 = 0", 0);
  training_ggi (&f->t, &other);
  other.course = course;
  directory_do (&f->t.d, (gpointer) patal_training_insert, &other);
  plan_sql (f, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 1)", other.id, f->t.block[0], 0, NULL);
  plan_sql (f, "INSERT INTO batch (id, cluster, module, no, days, start_day) SELECT ?1, max (id), (SELECT max (id) FROM course_module), 1, 1, ?5"
               " FROM cluster", 0, 0, 0, "2026-04-21");
  plan_sql (f, "INSERT INTO nomination (id, batch, person) SELECT ?1, max (id), ?2 FROM batch", f->t.grs[5], 0, 0, NULL);
  plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[0], f->t.grs[5], 0, NULL);
}

static void
nominate_trainer (Plan *f)
{
  plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[0], f->t.trainer_person[0], 0, NULL);
}

static const Case cases[] = {
  { "holiday", PATAL_TRAINING_ERROR_HOLIDAY, say_holiday, 0, { 0, 1 } },
  { "sunday first", PATAL_TRAINING_ERROR_HOLIDAY, NULL, -1, { 0, 1 } },
  { "sunday between", PATAL_TRAINING_ERROR_NOT_CONSECUTIVE, NULL, -2, { 0, 1 } },
  { "block closed", PATAL_TRAINING_ERROR_BLACKOUT, close_block, 0, { 0, 1 } },
  { "member closed", PATAL_TRAINING_ERROR_BLACKOUT, close_member, 0, { 0, 1 } },
  { "trainer's day off", PATAL_TRAINING_ERROR_BLACKOUT, take_off, 0, { 0, 1 } },
  { "window of the district", PATAL_TRAINING_ERROR_OUTSIDE_WINDOW, give_window, 0, { 0, 1 } },
  { "behind the window", PATAL_TRAINING_ERROR_OUTSIDE_WINDOW, NULL, 77, { 0, 1 } },
  { "hall taken", PATAL_TRAINING_ERROR_VENUE_TAKEN, fill_hall, 0, { 0, 1 } },
  { "seats", PATAL_TRAINING_ERROR_VENUE_SEATS, fill_seats, 0, { 0, 1 } },
  { "too few trainers", PATAL_TRAINING_ERROR_NO_TRAINER, NULL, 0, { 0, 0 } },
  { "trainer taken", PATAL_TRAINING_ERROR_TRAINER_TAKEN, take_trainer, 0, { 0, 1 } },
  { "trainer away", PATAL_TRAINING_ERROR_TRAINER_AWAY, send_away, 0, { 0, 1 } },
  { "trainer not free", PATAL_TRAINING_ERROR_TRAINER_AWAY, make_busy, 0, { 0, 1 } },
  { "subject", PATAL_TRAINING_ERROR_TRAINER_SUBJECT, forget_subject, 0, { 0, 1 } },
  { "run", PATAL_TRAINING_ERROR_TRAINER_RUN, allow_one_day, 0, { 0, 1 } },
  { "days in all", PATAL_TRAINING_ERROR_TRAINER_RUN, spend_days, 0, { 0, 1 } },
  { "other block", PATAL_TRAINING_ERROR_TRAINER_SCOPE, stay_in_block, 0, { 0, 2 } },
  { "too far", PATAL_TRAINING_ERROR_TRAINER_SCOPE, stay_near, 0, { 0, 1 } },
  { "officer", PATAL_TRAINING_ERROR_OFFICER_TAKEN, share_officer, 0, { 0, 1 } },
  { "order of modules", PATAL_TRAINING_ERROR_MODULE_ORDER, add_module, 0, { 0, 1 } },
  { "twice", PATAL_TRAINING_ERROR_PERSON_TWICE, nominate_twice, 0, { 0, 1 } },
  { "busy", PATAL_TRAINING_ERROR_PERSON_BUSY, sit_elsewhere, 0, { 0, 1 } },
  { "teaches", PATAL_TRAINING_ERROR_PERSON_TRAINER, nominate_trainer, 0, { 0, 1 } },
};

static void
assert_finding (const GPtrArray *findings, int code)
{
  gboolean found = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const PatalTrainingFinding *finding = g_ptr_array_index (findings, i);

      found = found || ((int) finding->rule == code && finding->weight == PATAL_RULE_HARD);
    }
  g_assert_true (found);
}

static void
test_rule (Plan *f, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) team = plan_team (f, c->team[0], c->team[1]);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (PatalBatchMover) mover = NULL;
  PlanMove move = { f->batch[0], { .start = MONDAY + c->day, .trainers = team }, TODAY };
  g_auto (PatalBatch) batch = { 0 };
  gboolean found = FALSE;

  if (c->arrange != NULL)
    c->arrange (f);
  if (c->team[0] == c->team[1])
    g_array_set_size (team, 1);
  directory_refused (&f->t.d, (gpointer) plan_move_cb, &move, PATAL_TRAINING_ERROR, c->code);
  /* The same is told while it is dragged there, */
  mover = patal_batch_mover_new (f->t.d.db, f->batch[0], TODAY, NULL, NULL);
  assert_finding (patal_batch_mover_ask (mover, &move.move, NULL), c->code);
  /* and of a plan that stands. */
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  batch.start = move.move.start;
  g_array_set_size (batch.trainers, 0);
  g_array_append_vals (batch.trainers, team->data, team->len);
  directory_do (&f->t.d, (gpointer) patal_batch_put, &batch);
  findings = patal_training_findings (f->t.d.db, f->training.id, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const PatalTrainingFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", patal_training_rule_id (finding->rule), finding->text);
      found = found || ((int) finding->rule == c->code && finding->weight == PATAL_RULE_HARD && finding->batch == f->batch[0]);
      g_assert_null (strchr (finding->text, '{'));
    }
  g_assert_true (found);
}

/* A day that only warns is told, and refuses nothing. */
static void
test_warnings (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalHoliday holiday = { .day = MONDAY + 1, .name_hi = (char *) "ऐच्छिक", .klass = PATAL_HOLIDAY_OPTIONAL };
  PatalBlackout blackout = { .unit = f->t.block[0], .span = { MONDAY, MONDAY + 5 }, .reason = PATAL_BLACKOUT_HARVEST, .hard = FALSE };
  g_autoptr (GPtrArray) findings = NULL;

  directory_do (&f->t.d, (gpointer) patal_holiday_insert, &holiday);
  directory_do (&f->t.d, (gpointer) patal_blackout_insert, &blackout);
  plan_sql (f, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)", f->batch[0], f->t.officer[2], 0, NULL);
  plan_move (f, 0, MONDAY);
  findings = patal_batch_findings (f->t.d.db, f->batch[0], NULL, NULL);
  g_assert_cmpuint (findings->len, ==, 4); /* and a batch of one, who holds none of the posts */
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((const PatalTrainingFinding *) g_ptr_array_index (findings, i))->weight, ==, PATAL_RULE_WARNS);
}

/* ---- what becomes of a batch ---- */

static gboolean publish_cb (PatalDb *db, gpointer id, GError **error) { return patal_batch_publish (db, id, 1, error); }

typedef struct { gint64 batch; PatalBatchStatus status; int day_no; PatalDay now, today; } Deed;
static const PatalChangeWhy why = { PATAL_CHANGE_FLOOD, "पुल टूटा" };

static gboolean
finish_cb (PatalDb *db, gpointer data, GError **error)
{
  const Deed *deed = data;

  return patal_batch_finish (db, deed->batch, deed->today, error);
}

static gboolean
call_off_cb (PatalDb *db, gpointer data, GError **error)
{
  const Deed *deed = data;

  return patal_batch_call_off (db, deed->batch, deed->status, &why, deed->today, error);
}

static gboolean
drop_cb (PatalDb *db, gpointer data, GError **error)
{
  const Deed *deed = data;

  return patal_batch_drop_day (db, deed->batch, deed->day_no, deed->now, &why, deed->today, error);
}

static gboolean
pin_cb (PatalDb *db, gpointer id, GError **error)
{
  return patal_batch_pin (db, *(gint64 *) id, TRUE, error);
}

static void
nominate (Plan *f, guint batch, const char *marks)
{
  plan_sql (f, "INSERT INTO nomination (id, batch, person, marks) VALUES (?1, ?2, ?3, ?5)", f->batch[batch], f->t.grs[batch == 0 ? 5 : 12], 0, marks);
}

static void
test_publish (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) team = plan_team (f, 0, 1);
  PlanMove move = { f->batch[0], { .start = MONDAY + 3, .why = why }, TODAY };
  g_auto (PatalBatch) batch = { 0 };
  gint64 missing = 12345;

  directory_refused (&f->t.d, (gpointer) publish_cb, &f->batch[0], PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_START);
  plan_move (f, 0, MONDAY);
  directory_refused (&f->t.d, (gpointer) publish_cb, &f->batch[0], PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_START);
  directory_refused (&f->t.d, (gpointer) publish_cb, &missing, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  nominate (f, 0, "");
  directory_do (&f->t.d, (gpointer) publish_cb, &f->batch[0]);
  directory_do (&f->t.d, (gpointer) pin_cb, &f->batch[0]);
  directory_do (&f->t.d, (gpointer) plan_move_cb, &move);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  g_assert_true (batch.status == PATAL_BATCH_PUBLISHED && batch.pinned && batch.start == MONDAY + 3 && batch.changes->len == 1);
  {
    const PatalBatchChange *change = g_ptr_array_index (batch.changes, 0);

    g_assert_true (change->day_no == 0 && change->was == MONDAY && change->now == MONDAY + 3 && change->reason == PATAL_CHANGE_FLOOD);
    g_assert_true (change->made_on == TODAY);
    g_assert_cmpstr (change->words, ==, "पुल टूटा");
  }
  move.today = MONDAY + 3; /* it has begun */
  move.move.start = MONDAY + 10;
  directory_refused (&f->t.d, (gpointer) plan_move_cb, &move, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PAST);
}

static void
test_finish (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->batch[0], PATAL_BATCH_CANCELLED, 0, 0, MONDAY };

  directory_refused (&f->t.d, (gpointer) finish_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_START);
  plan_move (f, 0, MONDAY);
  nominate (f, 0, "PPP");
  directory_refused (&f->t.d, (gpointer) finish_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_FUTURE);
  deed.today = MONDAY + 1;
  directory_refused (&f->t.d, (gpointer) finish_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_MARKS_MISSING);
  plan_sql (f, "UPDATE nomination SET marks = 'PPPA'", 0, 0, 0, NULL);
  directory_do (&f->t.d, (gpointer) finish_cb, &deed);
  g_assert_cmpint (number (f, "SELECT status = 'held' FROM batch WHERE id = ?1", f->batch[0]), ==, 1);
  directory_refused (&f->t.d, (gpointer) call_off_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PAST);
  deed.day_no = 1;
  directory_refused (&f->t.d, (gpointer) drop_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PAST);
}

static void
test_call_off (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PlanMove move = { f->batch[0], { .start = MONDAY + 8 }, TODAY };
  Deed deed = { f->batch[0], PATAL_BATCH_POSTPONED, 0, 0, MONDAY + 2 };
  g_auto (PatalBatch) batch = { 0 };

  plan_move (f, 0, MONDAY);
  nominate (f, 0, "P");
  directory_do (&f->t.d, (gpointer) publish_cb, &f->batch[0]);
  directory_refused (&f->t.d, (gpointer) call_off_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PRESENT);
  plan_sql (f, "UPDATE nomination SET marks = ''", 0, 0, 0, NULL);
  directory_do (&f->t.d, (gpointer) call_off_cb, &deed);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  g_assert_true (batch.status == PATAL_BATCH_POSTPONED && batch.start == PATAL_DAY_NONE && batch.held_on->len == 0 && batch.changes->len == 1);
  patal_batch_clear (&batch);
  directory_do (&f->t.d, (gpointer) plan_move_cb, &move);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  g_assert_true (batch.status == PATAL_BATCH_PUBLISHED && batch.start == MONDAY + 8 && batch.changes->len == 1);
  g_assert_true (((PatalBatchChange *) g_ptr_array_index (batch.changes, 0))->now == MONDAY + 8);
  deed.status = PATAL_BATCH_CANCELLED;
  directory_do (&f->t.d, (gpointer) call_off_cb, &deed);
  directory_refused (&f->t.d, (gpointer) plan_move_cb, &move, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PAST);
}

static void
test_drop_day (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Deed deed = { f->batch[0], 0, 2, PATAL_DAY_NONE, MONDAY + 1 };
  g_auto (PatalBatch) batch = { 0 };
  g_autoptr (GArray) bars = NULL;

  directory_refused (&f->t.d, (gpointer) drop_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_START);
  plan_move (f, 0, MONDAY);
  nominate (f, 0, "PPPP");
  directory_do (&f->t.d, (gpointer) drop_cb, &deed);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  g_assert_true (patal_batch_held_days (&batch) == 1 && patal_batch_span (&batch).to == MONDAY);
  g_assert_cmpint (number (f, "SELECT marks = 'PP--' FROM nomination WHERE batch = ?1", f->batch[0]), ==, 1);
  deed.day_no = 1; /* nothing would be left */
  directory_refused (&f->t.d, (gpointer) drop_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_START);
  deed.day_no = 2; /* made up on Friday after all; not on a Sunday */
  deed.now = MONDAY + 6;
  directory_refused (&f->t.d, (gpointer) drop_cb, &deed, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_NOT_CONSECUTIVE);
  deed.now = MONDAY + 4;
  directory_do (&f->t.d, (gpointer) drop_cb, &deed);
  patal_batch_clear (&batch);
  g_assert_true (patal_batch_load (f->t.d.db, f->batch[0], &batch, NULL));
  g_assert_true (patal_batch_held_days (&batch) == 2 && patal_batch_span (&batch).to == MONDAY + 4);
  bars = patal_batch_bars (f->t.d.db, &(PatalBatchFilter) { .status = PATAL_BATCH_ANY_STATUS, .span = { MONDAY + 3, MONDAY + 9 } }, NULL);
  g_assert_true (bars->len == 1 && g_array_index (bars, PatalBatchBar, 0).span.to == MONDAY + 4);
}

/* Two batches in one hall show it, whichever of them is asked for. */
static void
test_conflict (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) bars = NULL;

  plan_move (f, 0, MONDAY);
  plan_sql (f, "UPDATE batch SET start_day = '2026-04-21', venue = ?3 WHERE id = ?2", f->batch[1], f->t.venue[0], 0, NULL);
  bars = patal_batch_bars (f->t.d.db, &(PatalBatchFilter) { .status = PATAL_BATCH_ANY_STATUS, .within = f->t.block[0] }, NULL);
  g_assert_true (bars->len == 1 && g_array_index (bars, PatalBatchBar, 0).conflict);
}

static void
test_frozen (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PlanMove move = { f->batch[0], { .start = MONDAY + 3 }, TODAY };
  g_autoptr (GError) error = NULL;

  plan_move (f, 0, MONDAY);
  g_assert_true (patal_db_freeze (f->t.d.db, &(const PatalRecord) { .table = "batch", .id = f->batch[0], .parts = patal_batch_parts },
                                  PATAL_LABEL ("Test"), &error));
  directory_refused (&f->t.d, (gpointer) plan_move_cb, &move, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/batch/cluster", test_cluster);
  PLAN_TEST ("/batch/cluster/rules", test_cluster_rules);
  PLAN_TEST ("/batch/move", test_move);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/batch/rule/%s", cases[i].name);

      g_test_add (path, Plan, &cases[i], plan_set_up, test_rule, plan_tear_down);
    }
  PLAN_TEST ("/batch/warnings", test_warnings);
  PLAN_TEST ("/batch/publish", test_publish);
  PLAN_TEST ("/batch/finish", test_finish);
  PLAN_TEST ("/batch/call-off", test_call_off);
  PLAN_TEST ("/batch/drop-day", test_drop_day);
  PLAN_TEST ("/batch/conflict", test_conflict);
  PLAN_TEST ("/batch/frozen", test_frozen);
  return g_test_run ();
}
