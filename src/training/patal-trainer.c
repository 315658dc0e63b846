/* patal-trainer.c: master trainers as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-trainer.h"
#include "patal-contact.h"
#include "patal-person.h"
#include "patal-place-sql.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const sources[PATAL_N_TRAINER_SOURCES] = { "model_gp", "officer", "technical", "faculty", "other" };

static const PatalTrainingLinks subject_links = {
  .has = "SELECT subject FROM trainer_subject WHERE trainer = ?1 ORDER BY id",
  .add = "INSERT INTO trainer_subject (id, trainer, subject) VALUES (?1, ?2, ?3)",
  .remove = "DELETE FROM trainer_subject WHERE trainer = ?1 AND subject = ?2",
};

const char *
patal_trainer_source_id (PatalTrainerSource source)
{
  g_return_val_if_fail (source < PATAL_N_TRAINER_SOURCES, NULL);
  return sources[source];
}

static PatalTrainerSource
source_of (const char *id)
{
  PatalTrainerSource source = 0;

  while (source < PATAL_TRAINER_OTHER && g_strcmp0 (sources[source], id) != 0)
    source++;
  return source;
}

void
patal_trainer_init (PatalTrainer *trainer, gint64 person)
{
  *trainer = (PatalTrainer) {
    .person = person, .source = PATAL_TRAINER_MODEL_GP, .most_days = -1, .active = TRUE,
    .subjects = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
}

void
patal_trainer_clear (PatalTrainer *trainer)
{
  g_free (trainer->remark);
  g_clear_pointer (&trainer->subjects, g_array_unref);
  memset (trainer, 0, sizeof *trainer);
}

void
patal_trainer_free (PatalTrainer *trainer)
{
  if (trainer == NULL)
    return;
  patal_trainer_clear (trainer);
  g_free (trainer);
}

#define TRAINER_COLUMNS "id, person, home, source, most_days, active, remark"

static void
read_trainer (PatalRows *rows, PatalTrainer *out)
{
  patal_trainer_init (out, patal_rows_int (rows, 1));
  out->id = patal_rows_int (rows, 0);
  out->home = patal_rows_int (rows, 2);
  out->source = source_of (patal_rows_text (rows, 3));
  out->most_days = patal_rows_null (rows, 4) ? -1 : (int) patal_rows_int (rows, 4);
  out->active = patal_rows_int (rows, 5) != 0;
  out->remark = g_strdup (patal_rows_text (rows, 6));
}

static gboolean
read_subjects (PatalDb *db, PatalTrainer *trainer, GError **error)
{
  g_autoptr (GArray) subjects = patal_training_links_read (db, &subject_links, trainer->id, error);

  if (subjects == NULL)
    return FALSE;
  g_array_append_vals (trainer->subjects, subjects->data, subjects->len);
  return TRUE;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This master trainer is no longer in the file"));
  return FALSE;
}

gboolean
patal_trainer_load (PatalDb *db, gint64 id, PatalTrainer *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " TRAINER_COLUMNS " FROM trainer WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalTrainer) trainer = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    read_trainer (&rows, &trainer);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return set_gone (error);
  if (!read_subjects (db, &trainer, error))
    return FALSE;
  *out = trainer;
  memset (&trainer, 0, sizeof trainer); /* it is the caller's now */
  return TRUE;
}

GPtrArray *
patal_trainers (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " TRAINER_COLUMNS " FROM trainer ORDER BY id", PATAL_NO_ARGS);
  g_autoptr (GPtrArray) trainers = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_trainer_free);

  while (patal_rows_next (&rows))
    {
      PatalTrainer *trainer = g_new (PatalTrainer, 1);

      read_trainer (&rows, trainer);
      g_ptr_array_add (trainers, trainer);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  for (guint i = 0; i < trainers->len; i++)
    if (!read_subjects (db, g_ptr_array_index (trainers, i), error))
      return NULL;
  return g_steal_pointer (&trainers);
}

static gboolean
refuse_person (PatalDb *db, gint64 person, PatalTrainingError rule, GError **error)
{
  g_autofree char *name = patal_person_name (db, person, PATAL_LANG_HI);

  return patal_broken_rule_refuse (PATAL_BROKEN (rule, name), error);
}

static gboolean
check_trainer (PatalDb *db, const PatalTrainer *trainer, GError **error)
{
  gint64 twice, places, there = 1;

  if (!patal_contact_no_aadhaar (trainer->remark, error)
      || !patal_db_int (db, "SELECT count (*) FROM trainer WHERE person = ?1 AND id <> ?2",
                        PATAL_ARGS (PATAL_INT (trainer->person), PATAL_INT (trainer->id)), &twice, error)
      || !patal_db_int (db, "SELECT count (*) FROM posting AS p WHERE person = ?1 AND " PATAL_SQL_CURRENT ("p", PATAL_SQL_TODAY),
                        PATAL_ARGS (PATAL_INT (trainer->person)), &places, error)
      || (trainer->id != 0
          && !patal_db_int (db, "SELECT count (*) FROM trainer WHERE id = ?1", PATAL_ARGS (PATAL_INT (trainer->id)), &there, error)))
    return FALSE;
  if (there == 0)
    return set_gone (error);
  if (twice > 0)
    return refuse_person (db, trainer->person, PATAL_TRAINING_ERROR_TRAINER_TWICE, error);
  return trainer->home != 0 || places > 0 || refuse_person (db, trainer->person, PATAL_TRAINING_ERROR_TRAINER_HOME, error);
}

gboolean
patal_trainer_put (PatalDb *db, PatalTrainer *trainer, GError **error)
{
  if (!check_trainer (db, trainer, error))
    return FALSE;
  if (trainer->id == 0)
    trainer->id = patal_db_new_id (db);
  return patal_db_run (db,
           "INSERT INTO trainer (" TRAINER_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
           " ON CONFLICT (id) DO UPDATE SET person = ?2, home = ?3, source = ?4, most_days = ?5, active = ?6, remark = ?7",
           PATAL_ARGS (PATAL_INT (trainer->id), PATAL_INT (trainer->person), PATAL_INT_OR_NULL (trainer->home),
                       PATAL_TEXT (sources[trainer->source]), trainer->most_days < 0 ? PATAL_NULL : PATAL_INT (trainer->most_days),
                       PATAL_INT (trainer->active != FALSE), patal_training_text (trainer->remark)), error)
         && patal_training_links_write (db, &subject_links, trainer->id, trainer->subjects, error);
}

gboolean
patal_trainer_remove (PatalDb *db, gint64 id, GError **error)
{
  g_auto (PatalTrainer) trainer = { 0 };
  gint64 uses;

  if (!patal_trainer_load (db, id, &trainer, error)
      || !patal_db_int (db, "SELECT (SELECT count (*) FROM batch_trainer WHERE trainer = ?1) + (SELECT count (*) FROM session WHERE trainer = ?1)"
                            " + (SELECT count (*) FROM training_limit WHERE trainer = ?1)", PATAL_ARGS (PATAL_INT (id)), &uses, error))
    return FALSE;
  if (uses > 0)
    return refuse_person (db, trainer.person, PATAL_TRAINING_ERROR_IN_USE, error);
  return patal_db_run (db, "DELETE FROM trainer_subject WHERE trainer = ?1", PATAL_ARGS (PATAL_INT (id)), error)
         && patal_db_run (db, "DELETE FROM trainer WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}
