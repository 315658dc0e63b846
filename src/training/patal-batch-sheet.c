/* patal-batch-sheet.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-sheet.h"
#include "patal-person.h"
#include "patal-posting.h"
#include "patal-saturation.h"
#include "patal-training-cluster.h"
#include "patal-training-sql.h"
#include "patal-venue.h"

const char patal_batch_row_sql[] =
  "SELECT b.no, b.status, b.start_day, iif (b.start_day IS NULL, NULL, " PATAL_SQL_BATCH_LAST ("b") "), b.pinned,"
  " (SELECT count (*) FROM nomination AS n WHERE n.batch = b.id AND n.status = 'nominated'), u.name_hi, u.name_en, k.no, k.name_hi, k.name_en,"
  " m.name_hi, m.name_en, v.name_hi, v.name_en, (SELECT count (*) FROM course_module AS o WHERE o.course = m.course)"
  " FROM batch AS b JOIN cluster AS k ON k.id = b.cluster JOIN unit AS u ON u.id = k.unit JOIN course_module AS m ON m.id = b.module"
  " LEFT JOIN venue AS v ON v.id = ifnull (b.venue, k.venue) WHERE b.id = ?1";

static void
person_free (gpointer data)
{
  PatalBatchPerson *person = data;

  patal_nomination_free (person->nomination);
  g_free (person->name);
  g_free (person->post);
  g_free (person->unit);
  g_free (person);
}

static void
vacancy_free (gpointer data)
{
  PatalBatchVacancy *vacancy = data;

  g_free (vacancy->unit_name);
  g_free (vacancy->post_name);
  g_free (vacancy);
}

void
patal_batch_sheet_free (PatalBatchSheet *sheet)
{
  if (sheet == NULL)
    return;
  patal_batch_clear (&sheet->batch);
  g_free (sheet->place_name);
  g_free (sheet->cluster_name);
  g_free (sheet->module_name);
  g_free (sheet->venue_name);
  g_free (sheet->training_name);
  g_clear_pointer (&sheet->trainers, g_ptr_array_unref);
  g_clear_pointer (&sheet->people, g_ptr_array_unref);
  g_clear_pointer (&sheet->vacancies, g_ptr_array_unref);
  g_free (sheet);
}

/* (transfer full) (nullable): the name in @lang, else the other one. */
static char *
pick (const char *hi, const char *en, PatalLang lang)
{
  const char *first = lang == PATAL_LANG_HI ? hi : en;

  return g_strdup (first != NULL ? first : lang == PATAL_LANG_HI ? en : hi);
}

/* ---- what it is ---- */

static gboolean
load_training (PatalDb *db, PatalBatchSheet *sheet, PatalLang lang, GError **error)
{
  g_auto (PatalTraining) training = { 0 };
  g_auto (PatalCourse) course = { 0 };
  char *const *names;

  if (!patal_training_load (db, sheet->training, &training, error) || !patal_course_load (db, training.course, &course, error))
    return FALSE;
  names = training.names[PATAL_LANG_HI] != NULL || training.names[PATAL_LANG_EN] != NULL ? training.names : course.names;
  sheet->course = course.id;
  sheet->present_pct = course.present_pct;
  sheet->n_modules = (int) course.modules->len;
  sheet->training_name = pick (names[PATAL_LANG_HI], names[PATAL_LANG_EN], lang);
  for (guint i = 0; i < course.modules->len; i++)
    {
      const PatalModule *module = g_ptr_array_index (course.modules, i);

      if (module->id != sheet->batch.module)
        continue;
      sheet->module_name = pick (module->names[PATAL_LANG_HI], module->names[PATAL_LANG_EN], lang);
      sheet->most_marks = module->marks;
      sheet->team = module->team;
    }
  return TRUE;
}

static gboolean
load_cluster (PatalDb *db, PatalBatchSheet *sheet, PatalTrainingCluster *cluster, PatalLang lang, GError **error)
{
  if (!patal_training_cluster_load (db, sheet->batch.cluster, cluster, error))
    return FALSE;
  sheet->training = cluster->training;
  sheet->place = cluster->unit;
  sheet->cluster_no = cluster->no;
  sheet->cluster_name = pick (cluster->names[PATAL_LANG_HI], cluster->names[PATAL_LANG_EN], lang);
  sheet->place_name = patal_unit_name (db, cluster->unit, lang);
  return TRUE;
}

static gboolean
load_venue (PatalDb *db, PatalBatchSheet *sheet, PatalLang lang, GError **error)
{
  g_auto (PatalVenue) venue = { 0 };

  if (sheet->batch.venue == 0)
    return TRUE;
  if (!patal_venue_load (db, sheet->batch.venue, &venue, error))
    return FALSE;
  sheet->venue_name = pick (venue.name_hi, venue.name_en, lang);
  return TRUE;
}

static gboolean
load_trainers (PatalDb *db, PatalBatchSheet *sheet, PatalLang lang, GError **error)
{
  for (guint i = 0; i < sheet->batch.trainers->len; i++)
    {
      gint64 person;

      if (!patal_db_int (db, "SELECT person FROM trainer WHERE id = ?1",
                         PATAL_ARGS (PATAL_INT (g_array_index (sheet->batch.trainers, gint64, i))), &person, error))
        return FALSE;
      g_ptr_array_add (sheet->trainers, patal_person_name (db, person, lang));
    }
  return TRUE;
}

/* ---- its people ---- */

static gboolean
add_person (PatalDb *db, PatalBatchSheet *sheet, PatalNomination *nomination, PatalLang lang, GError **error)
{
  PatalBatchPerson *person = g_new0 (PatalBatchPerson, 1);
  g_auto (PatalPosting) posting = { 0 };

  g_ptr_array_add (sheet->people, person);
  person->nomination = nomination;
  person->name = patal_person_name (db, nomination->person, lang);
  if (nomination->posting == 0)
    return TRUE;
  if (!patal_posting_load (db, nomination->posting, &posting, error))
    return FALSE;
  person->post = patal_post_name (db, posting.post, posting.unit, lang);
  person->unit = patal_unit_name (db, posting.unit, lang);
  return TRUE;
}

static gboolean
load_people (PatalDb *db, PatalBatchSheet *sheet, PatalLang lang, GError **error)
{
  g_autoptr (GPtrArray) rows = patal_nominations (db, sheet->batch.id, error);

  if (rows == NULL)
    return FALSE;
  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < rows->len; i++)
      {
        PatalNomination *nomination = g_ptr_array_index (rows, i);

        if (nomination == NULL || (turn == 0 && nomination->status != PATAL_NOMINEE_NOMINATED))
          continue;
        rows->pdata[i] = NULL; /* it is the person's now */
        sheet->nominated += nomination->status == PATAL_NOMINEE_NOMINATED;
        if (!add_person (db, sheet, nomination, lang, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_covered (const PatalTrainingCluster *cluster, gint64 unit)
{
  for (guint i = 0; i < cluster->units->len; i++)
    if (g_array_index (cluster->units, gint64, i) == unit)
      return TRUE;
  return FALSE;
}

/* Saturation knows which posts are vacant: the rule is its. */
static gboolean
load_vacancies (PatalDb *db, PatalBatchSheet *sheet, const PatalTrainingCluster *cluster, PatalLang lang, PatalDay today, GError **error)
{
  const PatalSaturationQuery query = { .course = sheet->course, .within = cluster->unit,
                                       .as_on = sheet->batch.start != PATAL_DAY_NONE ? sheet->batch.start : today };
  g_autoptr (GArray) left = patal_saturation_left (db, &query, error);

  for (guint i = 0; left != NULL && i < left->len; i++)
    {
      const PatalLeftOver *own = &g_array_index (left, PatalLeftOver, i);
      PatalBatchVacancy *vacancy;

      if (own->reason != PATAL_LEFT_VACANT || !is_covered (cluster, own->unit))
        continue;
      vacancy = g_new (PatalBatchVacancy, 1);
      *vacancy = (PatalBatchVacancy) { own->unit, own->post, patal_unit_name (db, own->unit, lang), patal_post_name (db, own->post, own->unit, lang) };
      g_ptr_array_add (sheet->vacancies, vacancy);
    }
  return left != NULL;
}

PatalBatchSheet *
patal_batch_sheet_load (PatalDb *db, gint64 id, PatalLang lang, PatalDay today, GError **error)
{
  g_autoptr (PatalBatchSheet) sheet = g_new0 (PatalBatchSheet, 1);
  g_auto (PatalTrainingCluster) cluster = { 0 };

  sheet->trainers = g_ptr_array_new_with_free_func (g_free);
  sheet->people = g_ptr_array_new_with_free_func (person_free);
  sheet->vacancies = g_ptr_array_new_with_free_func (vacancy_free);
  if (!patal_batch_load (db, id, &sheet->batch, error) || !load_cluster (db, sheet, &cluster, lang, error) || !load_training (db, sheet, lang, error)
      || !load_venue (db, sheet, lang, error) || !load_trainers (db, sheet, lang, error) || !load_people (db, sheet, lang, error)
      || !load_vacancies (db, sheet, &cluster, lang, today, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
