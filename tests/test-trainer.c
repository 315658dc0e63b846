/* test-trainer.c: master trainers, the days of people, and the report of trainers (R5)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training.h"
#include "patal-contact.h"
#include "patal-trainer.h"

static gboolean
remove_trainer (PatalDb *db, gpointer id, GError **error)
{
  return patal_trainer_remove (db, *(gint64 *) id, error);
}

static gboolean
remove_days (PatalDb *db, gpointer id, GError **error)
{
  return patal_person_days_remove (db, *(gint64 *) id, error);
}

static void
test_store_and_load (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTrainer) trainer = { 0 }, loaded = { 0 };
  gint64 subjects[] = { 304, 301, 301 };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  patal_trainer_init (&trainer, f->grs[7]);
  trainer.home = f->block[1];
  trainer.source = PATAL_TRAINER_FACULTY;
  trainer.most_days = 0; /* not the same as no limit */
  trainer.remark = g_strdup ("  ");
  g_array_append_vals (trainer.subjects, subjects, 3);
  directory_do (&f->d, (gpointer) patal_trainer_put, &trainer);
  g_assert_true (patal_trainer_load (f->d.db, trainer.id, &loaded, NULL));
  g_assert_true (loaded.person == f->grs[7] && loaded.home == f->block[1] && loaded.source == PATAL_TRAINER_FACULTY);
  g_assert_true (loaded.most_days == 0 && loaded.active && loaded.remark == NULL);
  g_assert_cmpuint (loaded.subjects->len, ==, 2); /* what is named twice is one */
  g_assert_cmpint (g_array_index (loaded.subjects, gint64, 0), ==, 304);
  g_array_set_size (trainer.subjects, 1);
  trainer.most_days = -1;
  trainer.active = FALSE;
  directory_do (&f->d, (gpointer) patal_trainer_put, &trainer);
  all = patal_trainers (f->d.db, NULL);
  g_assert_cmpuint (all->len, ==, 5);
  g_assert_true (((PatalTrainer *) g_ptr_array_index (all, 4))->most_days == -1
                 && !((PatalTrainer *) g_ptr_array_index (all, 4))->active
                 && ((PatalTrainer *) g_ptr_array_index (all, 4))->subjects->len == 1);
  directory_do (&f->d, (gpointer) remove_trainer, &trainer.id);
  g_assert_cmpint (directory_number (&f->d, "SELECT count (*) FROM trainer_subject"), ==, 16);
  directory_refused (&f->d, (gpointer) remove_trainer, &trainer.id, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  directory_refused (&f->d, (gpointer) patal_trainer_put, &trainer, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  patal_trainer_clear (&loaded);
  g_assert_false (patal_trainer_load (f->d.db, trainer.id, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* A cluster of block 0 with a batch that @trainer teaches, by hand. */
typedef struct { Trainings *f; gint64 training, trainer; int no; } Teaching;

static gboolean
teach (PatalDb *db, gpointer data, GError **error)
{
  Teaching *t = data;
  gint64 cluster = patal_db_new_id (db), batch = patal_db_new_id (db);

  return patal_db_run (db, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, ?4)",
                       PATAL_ARGS (PATAL_INT (cluster), PATAL_INT (t->training), PATAL_INT (t->f->block[0]), PATAL_INT (t->no)), error)
         && patal_db_run (db, "INSERT INTO batch (id, cluster, module, no, days) VALUES (?1, ?2, 342, ?3, 2)",
                          PATAL_ARGS (PATAL_INT (batch), PATAL_INT (cluster), PATAL_INT (t->no)), error)
         && patal_db_run (db, "INSERT INTO batch_trainer (id, batch, trainer) VALUES (?1, ?2, ?3)",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (batch), PATAL_INT (t->trainer)), error);
}

static gint64
add_training (Trainings *f, int fy)
{
  g_auto (PatalTraining) training = { 0 };

  training_ggi (f, &training);
  training.fy = fy;
  directory_do (&f->d, (gpointer) patal_training_insert, &training);
  return training.id;
}

static void
test_rules (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTrainer) twice = { 0 }, nowhere = { 0 }, aadhaar = { 0 };
  Teaching teaching = { f, add_training (f, 2026), f->trainer[0], 1 };

  patal_trainer_init (&twice, f->trainer_person[2]);
  directory_refused (&f->d, (gpointer) patal_trainer_put, &twice, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_TRAINER_TWICE);
  patal_trainer_init (&nowhere, directory_person (&f->d, "प्रोफेसर", NULL, NULL));
  directory_refused (&f->d, (gpointer) patal_trainer_put, &nowhere, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_TRAINER_HOME);
  nowhere.home = f->d.district;
  directory_do (&f->d, (gpointer) patal_trainer_put, &nowhere);
  patal_trainer_init (&aadhaar, f->grs[5]);
  aadhaar.remark = g_strdup ("234567890124");
  directory_refused (&f->d, (gpointer) patal_trainer_put, &aadhaar, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR);
  directory_do (&f->d, (gpointer) teach, &teaching);
  directory_refused (&f->d, (gpointer) remove_trainer, &f->trainer[0], PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_IN_USE);
}

static gint64
add_days (Trainings *f, PatalPersonDaysKind kind, PatalDay from, PatalDay to)
{
  PatalPersonDays days = { .person = f->grs[1], .kind = kind, .span = { from, to }, .words = (char *) "अवकाश" };

  directory_do (&f->d, (gpointer) patal_person_days_put, &days);
  return days.id;
}

/* The closed parts of April 2026, as "1-3 30". */
static char *
closed_in_april (Trainings *f)
{
  g_autoptr (GPtrArray) days = patal_person_days (f->d.db, f->grs[1], NULL);
  g_autoptr (GArray) closed = patal_person_days_closed (days, (PatalSpan) { DAY (2026, 4, 1), DAY (2026, 4, 30) });
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < closed->len; i++)
    {
      PatalSpan span = g_array_index (closed, PatalSpan, i);

      g_string_append_printf (text, "%s%d-%d", i > 0 ? " " : "", span.from - DAY (2026, 3, 31), span.to - DAY (2026, 3, 31));
    }
  return g_string_free (text, FALSE);
}

#define ASSERT_CLOSED(f, expected) \
  G_STMT_START { g_autofree char *closed = closed_in_april (f); g_assert_cmpstr (closed, ==, expected); } G_STMT_END

static void
test_days (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPersonDays backwards = { .person = f->grs[1], .span = { DAY (2026, 4, 2), DAY (2026, 4, 1) } };
  PatalPersonDays gone = { .id = 12345, .person = f->grs[1], .span = { DAY (2026, 4, 2), DAY (2026, 4, 2) } };
  gint64 free_days;

  ASSERT_CLOSED (f, "");
  add_days (f, PATAL_DAYS_AWAY, DAY (2026, 3, 20), DAY (2026, 4, 3));
  add_days (f, PATAL_DAYS_AWAY, DAY (2026, 4, 4), DAY (2026, 4, 5)); /* behind the one before: one span */
  add_days (f, PATAL_DAYS_AWAY, DAY (2026, 4, 30), DAY (2026, 5, 9));
  add_days (f, PATAL_DAYS_AWAY, DAY (2026, 6, 1), DAY (2026, 6, 2));
  ASSERT_CLOSED (f, "1-5 30-30");
  free_days = add_days (f, PATAL_DAYS_FREE, DAY (2026, 4, 5), DAY (2026, 4, 10));
  add_days (f, PATAL_DAYS_FREE, DAY (2026, 4, 20), DAY (2026, 5, 10));
  ASSERT_CLOSED (f, "1-5 11-19 30-30");
  directory_do (&f->d, (gpointer) remove_days, &free_days);
  ASSERT_CLOSED (f, "1-19 30-30");
  directory_refused (&f->d, (gpointer) patal_person_days_put, &backwards, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_WINDOW);
  directory_refused (&f->d, (gpointer) patal_person_days_put, &gone, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* (transfer full) (element-type utf8 utf8): "subject=CIB&idle=1" */
static GHashTable *
filter_of (const char *text)
{
  GHashTable *filter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (text, "&", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      g_hash_table_insert (filter, g_strdup (pair[0]), g_strdup (pair[1]));
    }
  return filter;
}

static PatalTable *
build (Trainings *f, const char *filter_text)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (GHashTable) filter = filter_of (filter_text);
  g_autoptr (GError) error = NULL;
  PatalTable *table = patal_trainer_report.build (
    f->d.db, &(PatalReportArgs) { .words = words, .as_on = DAY (2026, 5, 16), .filter = filter }, &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_rows (Trainings *f, const char *filter, guint n)
{
  g_autoptr (PatalTable) table = build (f, filter);

  g_assert_cmpuint (patal_table_n_rows (table), ==, n);
}

static void
test_report (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 training = add_training (f, 2026), last_year = add_training (f, 2025);
  Teaching teaching[] = { { f, training, f->trainer[0], 2 }, { f, training, f->trainer[0], 1 }, { f, last_year, f->trainer[1], 1 } };
  g_autoptr (PatalTable) table = NULL;
  g_autofree char *of_training = g_strdup_printf ("training=%" G_GINT64_FORMAT, training);
  g_autofree char *of_last = g_strdup_printf ("training=%" G_GINT64_FORMAT, last_year);
  g_autofree char *in_block = g_strdup_printf ("within=%" G_GINT64_FORMAT, f->block[1]);
  g_auto (PatalTrainer) retired = { 0 };
  gint64 subject;

  for (gsize i = 0; i < G_N_ELEMENTS (teaching); i++)
    directory_do (&f->d, (gpointer) teach, &teaching[i]);
  table = build (f, "");
  g_assert_cmpuint (patal_table_n_rows (table), ==, 4);
  /* by block, its office first; within a gram panchayat by the rank of the post */
  g_assert_cmpint (patal_table_row_id (table, 0), ==, f->trainer[0]);
  g_assert_cmpint (patal_table_row_id (table, 1), ==, f->trainer[1]);
  g_assert_cmpint (patal_table_row_id (table, 2), ==, f->trainer[2]);
  g_assert_cmpstr (patal_table_cell (table, 0, 3).text, ==, "Gram-01");
  g_assert_cmpstr (patal_table_cell (table, 0, 4).text, ==, "Akalpur");
  g_assert_cmpstr (patal_table_cell (table, 0, 6).text, ==, "Citizen information board, Work file, Seven registers, Job card updating");
  g_assert_cmpstr (patal_table_cell (table, 0, 7).text, ==, "Akalpur-1, Akalpur-2");
  g_assert_null (patal_table_cell (table, 1, 7).text); /* last year's is another list's */
  g_assert_cmpstr (patal_table_cell (table, 2, 3).text, ==, "Balpur");
  assert_rows (f, of_training, 1);
  assert_rows (f, of_last, 1);
  assert_rows (f, in_block, 1);
  assert_rows (f, "idle=1", 3);
  assert_rows (f, "source=model_gp", 2);
  assert_rows (f, "subject=CIB", 4);
  assert_rows (f, "subject=TAX", 0);
  subject = f->trainer[3];
  g_assert_true (patal_trainer_load (f->d.db, subject, &retired, NULL));
  retired.active = FALSE;
  directory_do (&f->d, (gpointer) patal_trainer_put, &retired);
  assert_rows (f, "", 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TRAINING_TEST ("/trainer/store-and-load", test_store_and_load);
  TRAINING_TEST ("/trainer/rules", test_rules);
  TRAINING_TEST ("/trainer/days", test_days);
  TRAINING_TEST ("/trainer/report", test_report);
  return g_test_run ();
}
