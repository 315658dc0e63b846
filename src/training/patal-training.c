/* patal-training.c: trainings as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-contact.h"
#include "patal-training-limit.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define FY_LEAST 1990
#define FY_MOST  2100

static const char *const attends[] = { [PATAL_ATTEND_NONE] = "none", [PATAL_ATTEND_FIRST] = "first", [PATAL_ATTEND_ALL] = "all" };
static const char *const scopes[]
  = { [PATAL_PLAN_STATE] = "state", [PATAL_PLAN_DISTRICT] = "district", [PATAL_PLAN_BLOCK] = "block" };

void
patal_training_init (PatalTraining *training, const PatalCourse *course, int fy)
{
  *training = (PatalTraining) {
    .course = course->id, .fy = fy, .window = patal_quarter_span (fy, 1), .rules = patal_plan_rules_usual (),
    .attend = PATAL_ATTEND_FIRST, .officer_post = g_strdup ("PO"), .limits = patal_limits_new (),
  };
  training->rules.batch_min = course->batch_min;
  training->rules.batch_max = course->batch_max;
}

void
patal_training_copy (PatalTraining *to, const PatalTraining *from)
{
  *to = *from;
  for (guint lang = 0; lang < G_N_ELEMENTS (to->names); lang++)
    to->names[lang] = g_strdup (from->names[lang]);
  to->order_no = g_strdup (from->order_no);
  to->officer_post = g_strdup (from->officer_post);
  to->remark = g_strdup (from->remark);
  to->limits = patal_limits_new ();
  for (guint i = 0; i < from->limits->len; i++)
    g_ptr_array_add (to->limits, patal_limit_copy (from->limits->pdata[i]));
}

void
patal_training_clear (PatalTraining *training)
{
  g_free (training->names[PATAL_LANG_HI]);
  g_free (training->names[PATAL_LANG_EN]);
  g_free (training->order_no);
  g_free (training->officer_post);
  g_free (training->remark);
  g_clear_pointer (&training->limits, g_ptr_array_unref);
  memset (training, 0, sizeof *training);
}

static guint
place_of (const char *const *ids, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;
  return 0;
}

#define TRAINING_COLUMNS \
  "id, course, line, within, fy, name_hi, name_en, order_no, officer_post, remark, order_day, from_day, to_day, batch_min," \
  " batch_max, batch_fill, detour_pct, rank_metres, most_metres, cross_block, most_run, trainer_scope, trainer_most_metres," \
  " gap_days, attend"

static void
read_rules (PatalRows *rows, PatalPlanRules *rules)
{
  *rules = patal_plan_rules_usual ();
  rules->batch_min = (int) patal_rows_int (rows, 13);
  rules->batch_max = (int) patal_rows_int (rows, 14);
  rules->batch_fill = (int) patal_rows_int (rows, 15);
  rules->detour_pct = (int) patal_rows_int (rows, 16);
  rules->rank_metres = (int) patal_rows_int (rows, 17);
  rules->most_metres = patal_rows_int (rows, 18);
  rules->cross_block = patal_rows_int (rows, 19) != 0;
  rules->most_run = (int) patal_rows_int (rows, 20);
  rules->trainer_scope = place_of (scopes, G_N_ELEMENTS (scopes), patal_rows_text (rows, 21));
  rules->trainer_most_metres = patal_rows_int (rows, 22);
  rules->gap_days = (int) patal_rows_int (rows, 23);
}

static void
read_training (PatalRows *rows, PatalTraining *out)
{
  *out = (PatalTraining) {
    .id = patal_rows_int (rows, 0),
    .course = patal_rows_int (rows, 1),
    .line = patal_rows_int (rows, 2),
    .within = patal_rows_int (rows, 3),
    .fy = (int) patal_rows_int (rows, 4),
    .names = { [PATAL_LANG_HI] = g_strdup (patal_rows_text (rows, 5)), [PATAL_LANG_EN] = g_strdup (patal_rows_text (rows, 6)) },
    .order_no = g_strdup (patal_rows_text (rows, 7)),
    .officer_post = g_strdup (patal_rows_text (rows, 8)),
    .remark = g_strdup (patal_rows_text (rows, 9)),
    .order_day = patal_day_from_iso (patal_rows_text (rows, 10)),
    .window = { patal_day_from_iso (patal_rows_text (rows, 11)), patal_day_from_iso (patal_rows_text (rows, 12)) },
    .attend = place_of (attends, G_N_ELEMENTS (attends), patal_rows_text (rows, 24)),
    .limits = patal_limits_new (),
  };
  read_rules (rows, &out->rules);
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This training is no longer in the file"));
  return FALSE;
}

gboolean
patal_training_load (PatalDb *db, gint64 id, PatalTraining *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " TRAINING_COLUMNS " FROM training WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalTraining) training = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    read_training (&rows, &training);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return set_gone (error);
  if (!patal_limits_read (db, id, training.limits, error))
    return FALSE;
  *out = training;
  memset (&training, 0, sizeof training); /* it is the caller's now */
  return TRUE;
}

static gboolean
refuse (const char **field, const char *id, const PatalBrokenRule *broken, GError **error)
{
  *field = id;
  return patal_broken_rule_refuse (broken, error);
}

gboolean
patal_training_check (const PatalTraining *training, const char **field, GError **error)
{
  const PatalPlanRules *rules = &training->rules;
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  /* What no form offers. */
  g_return_val_if_fail (training->fy >= FY_LEAST && training->fy <= FY_MOST, FALSE);

  if (training->window.from == PATAL_DAY_NONE)
    return refuse (field, "from", PATAL_BROKEN (PATAL_TRAINING_ERROR_WINDOW), error);
  if (training->window.to < training->window.from || patal_span_days (training->window) > PATAL_PLAN_MOST_DAYS)
    return refuse (field, "to", PATAL_BROKEN (PATAL_TRAINING_ERROR_WINDOW), error);
  if (rules->batch_min < 1 || rules->batch_min > rules->batch_max)
    return refuse (field, "batch_min", PATAL_BROKEN (PATAL_TRAINING_ERROR_BATCH_RANGE), error);
  if (rules->batch_max > PATAL_COURSE_MOST_PEOPLE)
    return refuse (field, "batch_max", PATAL_BROKEN (PATAL_TRAINING_ERROR_BATCH_RANGE), error);
  *field = "limits";
  if (!patal_limits_check (training, error))
    return FALSE;
  *field = "remark";
  return patal_contact_no_aadhaar (training->remark, error);
}

static gboolean
write_training (PatalDb *db, const char *sql, const PatalTraining *training, GError **error)
{
  const PatalPlanRules *rules = &training->rules;
  g_autofree char *from = patal_day_iso (training->window.from), *to = patal_day_iso (training->window.to);
  g_autofree char *order_day = training->order_day != PATAL_DAY_NONE ? patal_day_iso (training->order_day) : NULL;

  return patal_db_run (db, sql, PATAL_ARGS (
           PATAL_INT (training->id), PATAL_INT (training->course), PATAL_INT_OR_NULL (training->line),
           PATAL_INT_OR_NULL (training->within), PATAL_INT (training->fy), patal_training_text (training->names[PATAL_LANG_HI]),
           patal_training_text (training->names[PATAL_LANG_EN]), patal_training_text (training->order_no),
           patal_training_text (training->officer_post), patal_training_text (training->remark), PATAL_TEXT (order_day),
           PATAL_TEXT (from), PATAL_TEXT (to), PATAL_INT (rules->batch_min), PATAL_INT (rules->batch_max),
           PATAL_INT (rules->batch_fill), PATAL_INT (rules->detour_pct), PATAL_INT (rules->rank_metres),
           PATAL_INT_OR_NULL (rules->most_metres), PATAL_INT (rules->cross_block != FALSE), PATAL_INT (rules->most_run),
           PATAL_TEXT (scopes[rules->trainer_scope]), PATAL_INT_OR_NULL (rules->trainer_most_metres), PATAL_INT (rules->gap_days),
           PATAL_TEXT (attends[training->attend])), error)
         && patal_limits_write (db, training, error);
}

gboolean
patal_training_insert (PatalDb *db, PatalTraining *training, GError **error)
{
  if (!patal_training_check (training, NULL, error))
    return FALSE;
  training->id = patal_db_new_id (db);
  for (guint i = 0; i < training->limits->len; i++)
    ((PatalLimit *) g_ptr_array_index (training->limits, i))->id = 0;
  return write_training (db,
    "INSERT INTO training (" TRAINING_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
    " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)", training, error);
}

gboolean
patal_training_update (PatalDb *db, PatalTraining *training, GError **error)
{
  gint64 there;

  if (!patal_training_check (training, NULL, error)
      || !patal_db_int (db, "SELECT count (*) FROM training WHERE id = ?1", PATAL_ARGS (PATAL_INT (training->id)), &there, error))
    return FALSE;
  if (there == 0)
    return set_gone (error);
  return write_training (db,
    "UPDATE training SET course = ?2, line = ?3, within = ?4, fy = ?5, name_hi = ?6, name_en = ?7, order_no = ?8, officer_post = ?9,"
    " remark = ?10, order_day = ?11, from_day = ?12, to_day = ?13, batch_min = ?14, batch_max = ?15, batch_fill = ?16,"
    " detour_pct = ?17, rank_metres = ?18, most_metres = ?19, cross_block = ?20, most_run = ?21, trainer_scope = ?22,"
    " trainer_most_metres = ?23, gap_days = ?24, attend = ?25 WHERE id = ?1", training, error);
}

#define ITS_CLUSTERS "(SELECT id FROM cluster WHERE training = ?1)"
#define ITS_BATCHES  "(SELECT id FROM batch WHERE cluster IN " ITS_CLUSTERS ")"

static gboolean
run_all (PatalDb *db, const char *const *statements, gint64 id, GError **error)
{
  for (; *statements != NULL; statements++)
    if (!patal_db_run (db, *statements, PATAL_ARGS (PATAL_INT (id)), error))
      return FALSE;
  return TRUE;
}

gboolean
patal_training_empty (PatalDb *db, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM session WHERE batch IN " ITS_BATCHES, "DELETE FROM batch_trainer WHERE batch IN " ITS_BATCHES,
    "DELETE FROM nomination WHERE batch IN " ITS_BATCHES, "DELETE FROM feedback WHERE batch IN " ITS_BATCHES,
    "DELETE FROM batch_cost WHERE batch IN " ITS_BATCHES, "DELETE FROM visit WHERE batch IN " ITS_BATCHES,
    "DELETE FROM batch_change WHERE batch IN " ITS_BATCHES, "DELETE FROM batch WHERE cluster IN " ITS_CLUSTERS,
    "DELETE FROM cluster_unit WHERE cluster IN " ITS_CLUSTERS, "DELETE FROM cluster WHERE training = ?1", NULL,
  };

  return run_all (db, statements, id, error);
}

gboolean
patal_training_remove (PatalDb *db, gint64 id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM training_limit WHERE training = ?1", "DELETE FROM training WHERE id = ?1", NULL };
  gint64 kept;

  if (!patal_db_int (db, "SELECT (SELECT count (*) FROM letter WHERE training = ?1)"
                         " + (SELECT count (*) FROM batch WHERE status = 'held' AND cluster IN " ITS_CLUSTERS ")",
                     PATAL_ARGS (PATAL_INT (id)), &kept, error))
    return FALSE;
  if (kept > 0)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_ISSUED), error);
  return patal_training_empty (db, id, error) && run_all (db, statements, id, error);
}

static void
summary_free (gpointer data)
{
  PatalTrainingSummary *summary = data;

  g_free (summary->names[PATAL_LANG_HI]);
  g_free (summary->names[PATAL_LANG_EN]);
  g_free (summary);
}

GPtrArray *
patal_trainings (PatalDb *db, int fy, GError **error)
{
  /* A name in one language only is its own in that one, and none in the other: the course's would be another name. */
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT training.id, training.course, training.fy, training.from_day, training.to_day,"
    " CASE WHEN coalesce (training.name_hi, training.name_en) IS NULL THEN course.name_hi ELSE training.name_hi END,"
    " CASE WHEN coalesce (training.name_hi, training.name_en) IS NULL THEN course.name_en ELSE training.name_en END,"
    " count (batch.id), count (batch.start_day), total (batch.status = 'held')"
    " FROM training JOIN course ON course.id = training.course LEFT JOIN cluster ON cluster.training = training.id"
    " LEFT JOIN batch ON batch.cluster = cluster.id AND batch.status <> 'cancelled'"
    " WHERE ?1 = 0 OR training.fy = ?1 GROUP BY training.id ORDER BY training.from_day, training.id", PATAL_ARGS (PATAL_INT (fy)));
  g_autoptr (GPtrArray) trainings = g_ptr_array_new_with_free_func (summary_free);

  while (patal_rows_next (&rows))
    {
      PatalTrainingSummary *summary = g_new0 (PatalTrainingSummary, 1);

      *summary = (PatalTrainingSummary) {
        .id = patal_rows_int (&rows, 0),
        .course = patal_rows_int (&rows, 1),
        .fy = (int) patal_rows_int (&rows, 2),
        .window = { patal_day_from_iso (patal_rows_text (&rows, 3)), patal_day_from_iso (patal_rows_text (&rows, 4)) },
        .names = { [PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 5)), [PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 6)) },
        .batches = (guint) patal_rows_int (&rows, 7),
        .dated = (guint) patal_rows_int (&rows, 8),
        .held = (guint) patal_rows_int (&rows, 9),
      };
      g_ptr_array_add (trainings, summary);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&trainings) : NULL;
}
