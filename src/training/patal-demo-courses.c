/* patal-demo-courses.c: what the demonstration's trainings stand on: a course, master trainers, annual plans
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-private.h"
#include "patal-annual-plan.h"
#include "patal-subject.h"
#include "patal-trainer.h"
#include "patal-training-resources.h"
#include <string.h>

#define LISTS "/io/github/grampatal/GramPatal/training/demo/training-"

PatalDemoList *
patal_demo_training_list (const char *name)
{
  g_autofree char *path = g_strconcat (LISTS, name, ".csv", NULL);

  return patal_demo_list_new_from (patal_training_get_resource (), path);
}

gint64
patal_demo_only (PatalDb *db, const char *sql, const char *one, const char *two)
{
  g_auto (PatalRows) rows = patal_db_query (db, sql, PATAL_ARGS (PATAL_TEXT (one), PATAL_TEXT (two)));
  gint64 id = patal_rows_next (&rows) ? patal_rows_int (&rows, 0) : 0;

  if (id == 0 || patal_rows_next (&rows))
    g_error ("the demonstration has not just one %s %s", one, two);
  return id;
}

/* ---- courses ---- */

static gboolean
add_subjects (PatalDb *db, GArray *ids, GError **error)
{
  static const struct { const char *code, *hi, *en; } subjects[] = {
    { "PRI", "पंचायती राज व्यवस्था", "The Panchayati Raj system" },
    { "GPDP", "ग्राम पंचायत विकास योजना", "Gram panchayat development plan" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      PatalSubject subject = { .code = (char *) subjects[i].code, .names = { [PATAL_LANG_HI] = (char *) subjects[i].hi,
                                                                             [PATAL_LANG_EN] = (char *) subjects[i].en },
                               .in_use = TRUE };

      if (!patal_subject_put (db, &subject, error))
        return FALSE;
      g_array_append_val (ids, subject.id);
    }
  return TRUE;
}

static PatalModule *
sarpanch_module (const GArray *subjects)
{
  g_autoptr (PatalDemoList) list = patal_demo_training_list ("sessions");
  PatalModule *module = patal_module_new ();

  module->names[PATAL_LANG_HI] = g_strdup ("सरपंच उन्मुखीकरण");
  module->names[PATAL_LANG_EN] = g_strdup ("Orientation of sarpanches");
  module->marks = 20;
  g_array_append_vals (module->subjects, subjects->data, subjects->len);
  for (guint i = 0; i < patal_demo_list_length (list); i++)
    {
      PatalSession *session = g_new0 (PatalSession, 1);

      session->day_no = 1;
      session->from_minute = (int) patal_demo_list_int (list, i, "from");
      session->to_minute = (int) patal_demo_list_int (list, i, "to");
      session->topics[PATAL_LANG_HI] = g_strdup (patal_demo_list_text (list, i, "topic_hi"));
      session->topics[PATAL_LANG_EN] = g_strdup (patal_demo_list_text (list, i, "topic_en"));
      g_ptr_array_add (module->sessions, session);
    }
  return module;
}

/* Held anew each year. */
static gboolean
add_sarpanch_course (PatalDb *db, GError **error)
{
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (PatalCourse) course = { 0 };

  if (!add_subjects (db, subjects, error))
    return FALSE;
  patal_course_init (&course);
  course.code = g_strdup (PATAL_DEMO_SARPANCH);
  course.names[PATAL_LANG_HI] = g_strdup ("सरपंच उन्मुखीकरण, एक दिवसीय");
  course.names[PATAL_LANG_EN] = g_strdup ("Orientation of sarpanches, one day");
  course.programme = g_strdup ("RGSA");
  course.category = PATAL_COURSE_BASIC;
  course.level = PATAL_COURSE_BLOCK;
  course.batch_min = 25;
  course.batch_max = 50;
  course.counts_years = 1;
  g_ptr_array_add (course.posts, g_strdup ("SARPANCH"));
  g_ptr_array_add (course.modules, sarpanch_module (subjects));
  return patal_course_insert (db, &course, error);
}

/* ---- master trainers ---- */

static PatalTrainerSource
source_of (const char *id)
{
  PatalTrainerSource source = 0;

  while (source < PATAL_TRAINER_OTHER && !g_str_equal (patal_trainer_source_id (source), id))
    source++;
  return source;
}

static gboolean
add_trainer (PatalDb *db, const PatalDemoList *list, guint row, const GPtrArray *subjects, GError **error)
{
  const char *name = patal_demo_list_text (list, row, "name_hi"), *post = patal_demo_list_text (list, row, "post");
  g_auto (GStrv) codes = g_strsplit (patal_demo_list_text (list, row, "subjects"), ",", -1);
  g_auto (PatalTrainer) trainer = { 0 };

  patal_trainer_init (&trainer, patal_demo_only (db,
    "SELECT person.id FROM person JOIN posting ON posting.person = person.id JOIN post ON post.id = posting.post"
    " WHERE person.name_hi = ?1 AND post.code = ?2 AND posting.to_day IS NULL AND posting.charge = 'main'", name, post));
  trainer.source = source_of (patal_demo_list_text (list, row, "source"));
  trainer.remark = g_strdup (patal_demo_list_text (list, row, "remark"));
  for (guint i = 0; codes[i] != NULL; i++)
    g_array_append_val (trainer.subjects, patal_subject_among (subjects, codes[i])->id);
  return patal_trainer_put (db, &trainer, error);
}

/* One of them is on leave while the others teach. */
static gboolean
add_leave (PatalDb *db, GError **error)
{
  PatalPersonDays days = { .kind = PATAL_DAYS_AWAY, .span = { patal_day_from_ymd (2026, 5, 25), patal_day_from_ymd (2026, 5, 29) },
                           .words = (char *) "अर्जित अवकाश" };

  days.person = patal_demo_only (db, "SELECT person FROM trainer JOIN person ON person.id = trainer.person WHERE name_hi = ?1 AND ?2 IS NULL",
                                 "कौशल्या कश्यप", NULL);
  return patal_person_days_put (db, &days, error);
}

static gboolean
add_trainers (PatalDb *db, GError **error)
{
  g_autoptr (PatalDemoList) list = patal_demo_training_list ("trainers");
  g_autoptr (GPtrArray) subjects = patal_subjects (db, error);

  for (guint i = 0; subjects != NULL && i < patal_demo_list_length (list); i++)
    if (!add_trainer (db, list, i, subjects, error))
      return FALSE;
  return subjects != NULL && add_leave (db, error);
}

/* ---- annual plans ---- */

static gint64
paise_at (const PatalDemoList *list, guint row, const char *head)
{
  gint64 rupees = patal_demo_list_int (list, row, head);

  return rupees >= 0 ? rupees * 100 : PATAL_PLAN_NOT_SAID;
}

static gboolean
add_line (PatalDb *db, const PatalDemoList *list, guint row, gint64 plan, GError **error)
{
  const char *course = patal_demo_list_text (list, row, "course");
  g_auto (PatalPlanLine) line = { 0 };

  patal_plan_line_init (&line, plan);
  line.component = g_strdup (patal_demo_list_text (list, row, "component"));
  line.name = g_strdup (patal_demo_list_text (list, row, "name"));
  line.remark = g_strdup (patal_demo_list_text (list, row, "remark"));
  if (course != NULL)
    line.course = patal_demo_only (db, "SELECT id FROM course WHERE code = ?1 AND ?2 IS NULL", course, NULL);
  line.additional = patal_demo_list_int (list, row, "additional") == 1;
  line.participants = (int) MAX (patal_demo_list_int (list, row, "participants"), 0);
  line.days = (int) MAX (patal_demo_list_int (list, row, "days"), 0);
  line.unit_paise = paise_at (list, row, "unit");
  line.own_paise = paise_at (list, row, "own");
  line.recommended_paise = paise_at (list, row, "recommended");
  line.approved_paise = paise_at (list, row, "approved");
  return patal_plan_line_put (db, &line, error);
}

static gboolean
add_plan (PatalDb *db, int fy, const char *order_no, PatalDay approved_on, GError **error)
{
  g_autoptr (PatalDemoList) list = patal_demo_training_list ("lines");
  PatalAnnualPlan plan = { .fy = fy, .order_no = (char *) order_no, .approved_on = approved_on };

  if (!patal_annual_plan_put (db, &plan, error))
    return FALSE;
  for (guint i = 0; i < patal_demo_list_length (list); i++)
    if (patal_demo_list_int (list, i, "fy") == fy && !add_line (db, list, i, plan.id, error))
      return FALSE;
  return TRUE;
}

gboolean
patal_demo_courses_fill (PatalDb *db, gpointer unused G_GNUC_UNUSED, GError **error)
{
  return add_sarpanch_course (db, error) && add_trainers (db, error)
         && add_plan (db, 2025, "क्रमांक 318/आर.जी.एस.ए./2025", patal_day_from_ymd (2025, 6, 20), error)
         && add_plan (db, 2026, "क्रमांक 142/आर.जी.एस.ए./2026", patal_day_from_ymd (2026, 4, 1), error);
}
