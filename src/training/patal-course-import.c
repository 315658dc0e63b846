/* patal-course-import.c: courses out of a sheet, a row a session
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a course stand one behind the other; one without a code goes on with the course above it. What the list does not name stays. */
#include "patal-course-private.h"
#include "patal-course-row.h"
#include "patal-post.h"
#include "patal-subject.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>

typedef struct /* a course of the file, or of earlier rows */
{
  PatalCourse course;
  gboolean    taken; /* rows of it are to be written */
} Known;

typedef struct
{
  GPtrArray  *known;    /* of Known */
  GPtrArray  *subjects; /* PatalSubject; new ones have negative ids */
  GPtrArray  *posts;    /* PatalPost */
  GHashTable *used;     /* ids of modules that batches are made of */
  Known      *current;  /* of the row above */
  int         module;   /* … and the place of its module; -1: none */
  GHashTable *rows;     /* row → Known, borrowed */
} Job;

static void
known_free (gpointer data)
{
  Known *known = data;

  patal_course_clear (&known->course);
  g_free (known);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  g_clear_pointer (&job->subjects, g_ptr_array_unref);
  g_clear_pointer (&job->posts, g_ptr_array_unref);
  g_hash_table_unref (job->used);
  g_hash_table_unref (job->rows);
  g_ptr_array_unref (job->known);
  g_free (job);
}

static gboolean
read_courses (Job *job, PatalDb *db, GError **error)
{
  g_autoptr (GPtrArray) courses = patal_courses (db, error);

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      Known *known = g_new0 (Known, 1);

      g_ptr_array_add (job->known, known);
      if (!patal_course_load (db, ((const PatalCourse *) g_ptr_array_index (courses, i))->id, &known->course, error))
        return FALSE;
    }
  return courses != NULL;
}

static gboolean
read_used (Job *job, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT DISTINCT module FROM batch", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_hash_table_add (job->used, g_memdup2 (&id, sizeof id));
    }
  return patal_rows_finish (&rows, error);
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  Job *job;

  if (!mapped[PATAL_COURSE_FIELD_CODE])
    {
      g_set_error_literal (error, PATAL_COURSE_ERROR, PATAL_COURSE_ERROR_NAME, _("A list of courses needs a column with the code of the course"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->known = g_ptr_array_new_with_free_func (known_free);
  job->rows = g_hash_table_new (NULL, NULL);
  job->used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  job->subjects = patal_subjects (db, error);
  job->posts = job->subjects != NULL ? patal_posts (db, error) : NULL;
  if (job->posts != NULL && read_courses (job, db, error) && read_used (job, db, error))
    return job;
  job_free (job);
  return NULL;
}

static Known *
known_of_code (const Job *job, const char *code)
{
  g_autofree char *wanted = patal_text_fold (code, PATAL_FOLD_MATCH);

  for (guint i = 0; i < job->known->len; i++)
    {
      Known *known = g_ptr_array_index (job->known, i);
      g_autofree char *folded = patal_text_fold (known->course.code, PATAL_FOLD_MATCH);

      if (g_str_equal (folded, wanted))
        return known;
    }
  return NULL;
}

static void
refuse (PatalVerdict *verdict, int field, const char *reason)
{
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = g_strdup (reason) };
}

/* The field of the list for the one that patal_course_check() names; of a session or a module the one that is filled. */
static int
field_of (const char *id, const char *const *cells)
{
  for (int i = 0; i < PATAL_COURSE_N_FIELDS; i++)
    if (g_strcmp0 (patal_course_fields[i].id, id) == 0)
      return i;
  if (g_strcmp0 (id, "sessions") == 0)
    return PATAL_COURSE_FIELD_FROM;
  if (g_strcmp0 (id, "modules") == 0)
    return cells[PATAL_COURSE_FIELD_DAYS] != NULL ? PATAL_COURSE_FIELD_DAYS : PATAL_COURSE_FIELD_MODULE;
  return -1;
}

/* What patal_course_insert() asks the file for. */
static gboolean
check_posts (const Job *job, const PatalCourse *course, PatalVerdict *verdict)
{
  int level = -1;

  for (guint i = 0; i < course->posts->len; i++)
    for (guint p = 0; p < job->posts->len; p++)
      {
        const PatalPost *post = g_ptr_array_index (job->posts, p);

        if (!g_str_equal (post->code, g_ptr_array_index (course->posts, i)))
          continue;
        if (level >= 0 && (int) post->level != level)
          {
            refuse (verdict, PATAL_COURSE_FIELD_POSTS,
                    _("The posts of a course are all of gram panchayats, or all of blocks, or all of the district"));
            return FALSE;
          }
        level = (int) post->level;
      }
  return TRUE;
}

static gboolean
check_used (const Job *job, const PatalCourse *was, const PatalCourse *now, PatalVerdict *verdict)
{
  for (guint i = 0; i < was->modules->len; i++)
    {
      const PatalModule *before = g_ptr_array_index (was->modules, i), *after = g_ptr_array_index (now->modules, i);

      if (before->days != after->days && g_hash_table_contains (job->used, &before->id))
        {
          refuse (verdict, PATAL_COURSE_FIELD_DAYS, _("Batches of this module are planned or held: its days cannot be changed"));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_course (const Job *job, const PatalCourse *was, const PatalCourse *now, const char *const *cells, PatalVerdict *verdict)
{
  const char *field = NULL;
  g_autoptr (GError) error = NULL;

  if (patal_course_check (now, &field, &error))
    return check_posts (job, now, verdict) && check_used (job, was, now, verdict);
  refuse (verdict, field_of (field, cells), error->message);
  return FALSE;
}

/* A row is taken by a copy: one that is refused leaves nothing behind. */
static void
judge_row (Job *job, guint row, const char *const *cells, const PatalCourse *was, Known *known, PatalVerdict *verdict)
{
  g_auto (PatalCourse) now = { 0 };
  int field, module = known != NULL && known == job->current ? job->module : -1;
  gboolean changed;
  char *reason;

  patal_course_copy (&now, was);
  if (!patal_course_row_take (cells, &now, &module, job->subjects, &changed, &field, &reason))
    {
      *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = reason };
      return;
    }
  if (changed && !check_course (job, was, &now, cells, verdict))
    return;
  verdict->fate = known == NULL || was->id == 0 ? (changed ? PATAL_FATE_NEW : PATAL_FATE_SAME) : changed ? PATAL_FATE_CHANGED : PATAL_FATE_SAME;
  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      g_ptr_array_add (job->known, known);
    }
  patal_course_clear (&known->course);
  patal_course_copy (&known->course, &now);
  job->current = known;
  job->module = module;
  g_hash_table_insert (job->rows, GUINT_TO_POINTER (row), known);
}

static void
judge (gpointer data, guint row, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  const char *code = cells[PATAL_COURSE_FIELD_CODE];
  Known *known = code != NULL ? known_of_code (job, code) : job->current;
  g_auto (PatalCourse) fresh = { 0 };

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (known != job->current)
    job->current = NULL; /* what follows a beginning that is refused belongs to nothing */
  if (code == NULL && known == NULL)
    {
      refuse (verdict, PATAL_COURSE_FIELD_CODE, _("Neither this row nor the one above it says which course it is of"));
      return;
    }
  patal_course_init (&fresh);
  fresh.code = g_strdup (code);
  judge_row (job, row, cells, known != NULL ? &known->course : &fresh, known, verdict);
}

static gboolean
apply (gpointer data, PatalDb *db G_GNUC_UNUSED, guint row, const char *const *cells G_GNUC_UNUSED,
       const PatalVerdict *verdict G_GNUC_UNUSED, PatalDoubtful doubtful G_GNUC_UNUSED, gboolean *adds G_GNUC_UNUSED,
       GError **error G_GNUC_UNUSED)
{
  Known *known = g_hash_table_lookup (((Job *) data)->rows, GUINT_TO_POINTER (row));

  g_return_val_if_fail (known != NULL, FALSE); /* judged otherwise before */
  known->taken = TRUE;
  return TRUE;
}

static PatalSubject *
subject_of_id (const Job *job, gint64 id)
{
  for (guint i = 0; i < job->subjects->len; i++)
    if (((PatalSubject *) g_ptr_array_index (job->subjects, i))->id == id)
      return g_ptr_array_index (job->subjects, i);
  return NULL;
}

/* Gives the subjects that the list brought along their rows, and the modules their ids. */
static gboolean
settle_subjects (Job *job, PatalDb *db, GHashTable *settled, PatalCourse *course, GError **error)
{
  for (guint m = 0; m < course->modules->len; m++)
    {
      const PatalModule *module = g_ptr_array_index (course->modules, m);

      for (guint i = 0; i < module->subjects->len; i++)
        {
          gint64 *id = &g_array_index (module->subjects, gint64, i);
          PatalSubject *subject = *id < 0 ? g_hash_table_lookup (settled, id) : NULL;

          if (*id > 0)
            continue;
          if (subject == NULL)
            {
              subject = subject_of_id (job, *id);
              g_hash_table_insert (settled, g_memdup2 (id, sizeof *id), subject);
              subject->id = 0;
              if (!patal_subject_put (db, subject, error))
                return FALSE;
            }
          *id = subject->id;
        }
    }
  return TRUE;
}

static gboolean
finish (gpointer data, PatalDb *db, GError **error)
{
  Job *job = data;
  g_autoptr (GHashTable) settled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < job->known->len; i++)
    {
      Known *known = g_ptr_array_index (job->known, i);

      if (!known->taken)
        continue;
      if (!settle_subjects (job, db, settled, &known->course, error)
          || !(known->course.id == 0 ? patal_course_insert (db, &known->course, error) : patal_course_update (db, &known->course, error)))
        return FALSE;
    }
  return TRUE;
}

const PatalImport patal_course_import = {
  .name = "courses",
  .title = N_("Courses and their sessions"),
  .fields = patal_course_fields,
  .n_fields = PATAL_COURSE_N_FIELDS,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .finish = finish,
  .end = job_free,
  .label = PATAL_N_PLURAL ("Imported {n} row of courses from {1}", "Imported {n} rows of courses from {1}"),
};
