/* test-training.c: trainings as rows of the file, with their limits, and the words of the rules
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training.h"
#include "patal-contact.h"

static PatalLimit *
add_limit (PatalTraining *training, PatalLimitKind kind, gint64 unit, PatalDay from, PatalDay to, int reason)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  *limit = (PatalLimit) { .kind = kind, .unit = unit, .span = { from, to }, .reason = reason };
  g_ptr_array_add (training->limits, limit);
  return limit;
}

static void
test_store_and_load (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 }, loaded = { 0 };
  PatalLimit *limit;
  g_autoptr (GError) error = NULL;

  training_ggi (f, &training);
  g_assert_true (training.window.from == DAY (2026, 4, 1) && training.window.to == DAY (2026, 6, 30));
  g_assert_true (training.rules.batch_min == 20 && training.rules.batch_max == 40 && training.rules.batch_fill == 90);
  training.within = f->d.district;
  training.names[PATAL_LANG_EN] = g_strdup ("First order");
  training.order_no = g_strdup ("क्र. 11/2026");
  training.order_day = DAY (2026, 3, 20);
  training.rules.most_metres = 12000;
  training.rules.cross_block = TRUE;
  training.rules.trainer_scope = PATAL_PLAN_STATE;
  training.attend = PATAL_ATTEND_ALL;
  add_limit (&training, PATAL_LIMIT_WINDOW, f->block[2], DAY (2026, 9, 1), DAY (2026, 10, 31), PATAL_BLACKOUT_FAIR);
  add_limit (&training, PATAL_LIMIT_OFF, 0, DAY (2026, 5, 1), DAY (2026, 5, 2), PATAL_LIMIT_NO_REASON)->words = g_strdup ("बैठक");
  limit = add_limit (&training, PATAL_LIMIT_WITHOUT, 0, 0, 0, PATAL_LIMIT_NO_REASON);
  limit->trainer = f->trainer[3];
  directory_do (&f->d, (gpointer) patal_training_insert, &training);
  g_assert_true (patal_training_load (f->d.db, training.id, &loaded, NULL));
  g_assert_true (loaded.course == TRAINING_GGI && loaded.fy == 2026 && loaded.within == f->d.district && loaded.line == 0);
  g_assert_cmpstr (loaded.names[PATAL_LANG_EN], ==, "First order");
  g_assert_cmpstr (loaded.order_no, ==, "क्र. 11/2026");
  g_assert_cmpstr (loaded.officer_post, ==, "PO");
  g_assert_true (loaded.order_day == DAY (2026, 3, 20) && loaded.window.to == training.window.to);
  g_assert_cmpmem (&loaded.rules, sizeof loaded.rules, &training.rules, sizeof training.rules);
  g_assert_cmpint (loaded.attend, ==, PATAL_ATTEND_ALL);
  g_assert_cmpuint (loaded.limits->len, ==, 3);
  limit = g_ptr_array_index (loaded.limits, 0);
  g_assert_true (limit->kind == PATAL_LIMIT_WINDOW && limit->unit == f->block[2] && limit->reason == PATAL_BLACKOUT_FAIR);
  g_assert_true (limit->span.from == DAY (2026, 9, 1) && limit->span.to == DAY (2026, 10, 31));
  limit = g_ptr_array_index (loaded.limits, 1);
  g_assert_true (limit->kind == PATAL_LIMIT_OFF && limit->reason == PATAL_LIMIT_NO_REASON);
  g_assert_cmpstr (limit->words, ==, "बैठक");
  limit = g_ptr_array_index (loaded.limits, 2);
  g_assert_true (limit->kind == PATAL_LIMIT_WITHOUT && limit->trainer == f->trainer[3] && limit->span.from == PATAL_DAY_NONE);
  patal_training_clear (&loaded);
  g_assert_false (patal_training_load (f->d.db, 12345, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_update (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 }, loaded = { 0 };
  gint64 kept;
  g_autoptr (GError) error = NULL;

  training_ggi (f, &training);
  directory_refused (&f->d, (gpointer) patal_training_update, &training, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  add_limit (&training, PATAL_LIMIT_OFF, 0, DAY (2026, 5, 1), DAY (2026, 5, 2), PATAL_BLACKOUT_OTHER);
  add_limit (&training, PATAL_LIMIT_WITHOUT, f->gp[5], 0, 0, PATAL_LIMIT_NO_REASON);
  directory_do (&f->d, (gpointer) patal_training_insert, &training);
  kept = ((PatalLimit *) g_ptr_array_index (training.limits, 1))->id;
  g_ptr_array_remove_index (training.limits, 0);
  add_limit (&training, PATAL_LIMIT_WITHOUT, f->gp[6], 0, 0, PATAL_LIMIT_NO_REASON);
  training.window.to = DAY (2026, 7, 15);
  training.rules.gap_days = 3;
  directory_do (&f->d, (gpointer) patal_training_update, &training);
  g_assert_true (patal_training_load (f->d.db, training.id, &loaded, NULL));
  g_assert_true (loaded.window.to == DAY (2026, 7, 15) && loaded.rules.gap_days == 3 && loaded.limits->len == 2);
  g_assert_cmpint (((PatalLimit *) g_ptr_array_index (loaded.limits, 0))->id, ==, kept);
  g_assert_true (patal_db_undo (f->d.db, NULL, &error));
  g_assert_true (patal_db_undo (f->d.db, NULL, &error));
  g_assert_cmpint (directory_number (&f->d, "SELECT (SELECT count (*) FROM training) + (SELECT count (*) FROM training_limit)"), ==, 0);
}

static void
test_rules (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *field; int code; } cases[] = {
    { "from", PATAL_TRAINING_ERROR_WINDOW },           { "to", PATAL_TRAINING_ERROR_WINDOW },
    { "to", PATAL_TRAINING_ERROR_WINDOW },             { "batch_min", PATAL_TRAINING_ERROR_BATCH_RANGE },
    { "batch_min", PATAL_TRAINING_ERROR_BATCH_RANGE }, { "batch_max", PATAL_TRAINING_ERROR_BATCH_RANGE },
    { "limits", PATAL_TRAINING_ERROR_REASON },         { "limits", PATAL_TRAINING_ERROR_WINDOW },
    { "limits", PATAL_TRAINING_ERROR_WINDOW },         { "remark", PATAL_CONTACT_ERROR_AADHAAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PatalTraining) training = { 0 };
      const char *field = NULL;

      g_test_message ("%zu", i);
      training_ggi (f, &training);
      switch (i)
        {
        case 0: training.window.from = PATAL_DAY_NONE; break;
        case 1: training.window.to = training.window.from - 1; break;
        case 2: training.window.to = training.window.from + PATAL_PLAN_MOST_DAYS; break;
        case 3: training.rules.batch_min = 0; break;
        case 4: training.rules.batch_min = 41; break;
        case 5: training.rules.batch_max = 501; break;
        case 6: add_limit (&training, PATAL_LIMIT_WINDOW, f->block[0], DAY (2026, 9, 1), DAY (2026, 9, 30), PATAL_LIMIT_NO_REASON); break;
        case 7: add_limit (&training, PATAL_LIMIT_OFF, 0, DAY (2026, 9, 2), DAY (2026, 9, 1), PATAL_BLACKOUT_EXAM); break;
        case 8: add_limit (&training, PATAL_LIMIT_OFF, 0, PATAL_DAY_NONE, DAY (2026, 9, 1), PATAL_BLACKOUT_EXAM); break;
        default: training.remark = g_strdup ("234567890124"); break;
        }
      g_assert_false (patal_training_check (&training, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (&f->d, (gpointer) patal_training_insert, &training,
                         g_str_equal (field, "remark") ? PATAL_CONTACT_ERROR : PATAL_TRAINING_ERROR, cases[i].code);
    }
}

typedef struct { gint64 training, block, unit, person, batch; const char *status; } Planned;

/* A cluster of one unit with a batch, a trainer's and a trainee's row, by hand. */
static gboolean
plan_batch (PatalDb *db, gpointer data, GError **error)
{
  Planned *p = data;
  gint64 cluster = patal_db_new_id (db);
  gboolean cancelled = g_str_equal (p->status, "cancelled");

  p->batch = patal_db_new_id (db);
  return patal_db_run (db, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 1)",
                       PATAL_ARGS (PATAL_INT (cluster), PATAL_INT (p->training), PATAL_INT (p->block)), error)
         && patal_db_run (db, "INSERT INTO cluster_unit (id, cluster, unit) VALUES (?1, ?2, ?3)",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (cluster), PATAL_INT (p->unit)), error)
         && patal_db_run (db, "INSERT INTO batch (id, cluster, module, no, days, status, start_day) VALUES (?1, ?2, 342, 1, 2, ?3, ?4)",
                          PATAL_ARGS (PATAL_INT (p->batch), PATAL_INT (cluster), PATAL_TEXT (p->status),
                                      PATAL_TEXT (cancelled ? NULL : "2026-04-06")), error)
         && patal_db_run (db, "INSERT INTO nomination (id, batch, person) VALUES (?1, ?2, ?3)",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (p->batch), PATAL_INT (p->person)), error);
}

static gboolean
hold_batch (PatalDb *db, gpointer data, GError **error)
{
  return patal_db_run (db, "UPDATE batch SET status = 'held' WHERE id = ?1", PATAL_ARGS (PATAL_INT (((Planned *) data)->batch)), error);
}

static gboolean
remove_training (PatalDb *db, gpointer id, GError **error)
{
  return patal_training_remove (db, *(gint64 *) id, error);
}

static void
test_remove (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) training = { 0 };
  Planned planned = { .block = f->block[0], .unit = f->gp[1], .person = f->grs[1], .status = "planned" };
  g_autoptr (GError) error = NULL;

  training_ggi (f, &training);
  add_limit (&training, PATAL_LIMIT_WITHOUT, f->gp[5], 0, 0, PATAL_LIMIT_NO_REASON);
  directory_do (&f->d, (gpointer) patal_training_insert, &training);
  planned.training = training.id;
  directory_do (&f->d, (gpointer) plan_batch, &planned);
  directory_do (&f->d, (gpointer) hold_batch, &planned);
  directory_refused (&f->d, (gpointer) remove_training, &training.id, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_ISSUED);
  g_assert_true (patal_db_undo (f->d.db, NULL, &error));
  directory_do (&f->d, (gpointer) remove_training, &training.id);
  g_assert_cmpint (directory_number (&f->d, "SELECT (SELECT count (*) FROM training) + (SELECT count (*) FROM training_limit)"
                                            " + (SELECT count (*) FROM cluster) + (SELECT count (*) FROM cluster_unit)"
                                            " + (SELECT count (*) FROM batch) + (SELECT count (*) FROM nomination)"), ==, 0);
  g_assert_true (patal_db_undo (f->d.db, NULL, &error));
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM nomination"), ==, 1);
}

static void
test_list (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) early = { 0 }, late = { 0 };
  g_autoptr (GPtrArray) all = NULL, of_year = NULL;
  const PatalTrainingSummary *summary;
  static const char *const statuses[] = { "planned", "held", "cancelled" };

  training_ggi (f, &late);
  training_ggi (f, &early);
  early.fy = 2025;
  early.window = (PatalSpan) { DAY (2025, 12, 20), DAY (2026, 1, 5) };
  early.names[PATAL_LANG_HI] = g_strdup ("शेष ग्राम पंचायतें");
  directory_do (&f->d, (gpointer) patal_training_insert, &late);
  directory_do (&f->d, (gpointer) patal_training_insert, &early);
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      Planned planned = { late.id, f->block[0], f->gp[i + 1], f->grs[i + 1], 0, statuses[i] };

      directory_do (&f->d, (gpointer) plan_batch, &planned);
    }
  all = patal_trainings (f->d.db, 0, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  summary = g_ptr_array_index (all, 0);
  g_assert_cmpint (summary->id, ==, early.id);
  g_assert_cmpstr (summary->names[PATAL_LANG_HI], ==, "शेष ग्राम पंचायतें");
  g_assert_null (summary->names[PATAL_LANG_EN]);
  g_assert_cmpuint (summary->batches, ==, 0);
  of_year = patal_trainings (f->d.db, 2026, NULL);
  g_assert_cmpuint (of_year->len, ==, 1);
  summary = g_ptr_array_index (of_year, 0);
  g_assert_cmpstr (summary->names[PATAL_LANG_EN], ==, "Good governance initiative: the four activities"); /* the course's */
  g_assert_true (summary->batches == 2 && summary->dated == 2 && summary->held == 1);
}

/* Each rule has an id and a sentence, and what its sentence names stands in it. */
static void
test_words (void)
{
  for (PatalTrainingError rule = 0; rule < PATAL_N_TRAINING_ERRORS; rule++)
    {
      g_autofree char *one = patal_broken_rule_text (PATAL_BROKEN_N (rule, 1, "a", "b", "c", "d"), NULL);
      g_autofree char *many = patal_broken_rule_text (PATAL_BROKEN_N (rule, 7, "a", "b", "c", "d"), NULL);

      g_assert_nonnull (patal_training_rule_id (rule));
      g_assert_cmpint (strlen (one), >, 10);
      g_assert_null (strchr (one, '{'));
      g_assert_null (strchr (many, '{'));
    }
  {
    g_autofree char *taken = patal_broken_rule_text (
      PATAL_BROKEN_N (PATAL_TRAINING_ERROR_VENUE_TAKEN, 2, "Block hall", "7", "06.04.2026"), NULL);

    g_assert_cmpstr (taken, ==, "Block hall has batch 7 on 06.04.2026; it has 2 halls");
  }
  g_assert_cmpstr (patal_training_rule_id (PATAL_TRAINING_ERROR_VENUE_TAKEN), ==, "VENUE_TAKEN");
  g_assert_cmpint (patal_training_rule_weight (PATAL_TRAINING_ERROR_VENUE_TAKEN), ==, PATAL_RULE_HARD);
  g_assert_cmpint (patal_training_rule_weight (PATAL_TRAINING_ERROR_BATCH_SIZE), ==, PATAL_RULE_WARNS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAINING_TEST ("/training/store-and-load", test_store_and_load);
  TRAINING_TEST ("/training/update", test_update);
  TRAINING_TEST ("/training/rules", test_rules);
  TRAINING_TEST ("/training/remove", test_remove);
  TRAINING_TEST ("/training/list", test_list);
  g_test_add_func ("/training/words", test_words);
  return g_test_run ();
}
