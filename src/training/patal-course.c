/* patal-course.c: courses as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course-private.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-course-error-quark, patal_course_error)

void
patal_course_init (PatalCourse *course)
{
  *course = (PatalCourse) {
    .category = PATAL_COURSE_THEMATIC, .level = PATAL_COURSE_CLUSTER, .in_use = TRUE, .batch_min = 20, .batch_max = 40,
    .present_pct = 100, .posts = g_ptr_array_new_with_free_func (g_free),
    .modules = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_module_free),
  };
}

void
patal_course_copy (PatalCourse *to, const PatalCourse *from)
{
  PatalCourse copy;

  patal_course_init (&copy);
  for (guint i = 0; i < from->posts->len; i++)
    g_ptr_array_add (copy.posts, g_strdup (g_ptr_array_index (from->posts, i)));
  for (guint i = 0; i < from->modules->len; i++)
    g_ptr_array_add (copy.modules, patal_module_copy (g_ptr_array_index (from->modules, i)));
  *to = *from;
  to->code = g_strdup (from->code);
  to->names[PATAL_LANG_HI] = g_strdup (from->names[PATAL_LANG_HI]);
  to->names[PATAL_LANG_EN] = g_strdup (from->names[PATAL_LANG_EN]);
  to->programme = g_strdup (from->programme);
  to->source = g_strdup (from->source);
  to->remark = g_strdup (from->remark);
  to->posts = copy.posts;
  to->modules = copy.modules;
}

void
patal_course_clear (PatalCourse *course)
{
  g_free (course->code);
  g_free (course->names[PATAL_LANG_HI]);
  g_free (course->names[PATAL_LANG_EN]);
  g_free (course->programme);
  g_free (course->source);
  g_free (course->remark);
  g_clear_pointer (&course->posts, g_ptr_array_unref);
  g_clear_pointer (&course->modules, g_ptr_array_unref);
  memset (course, 0, sizeof *course);
}

void
patal_course_free (PatalCourse *course)
{
  if (course == NULL)
    return;
  patal_course_clear (course);
  g_free (course);
}

#define COURSE_COLUMNS \
  "id, code, name_hi, name_en, programme, source, remark, category, level, mode, residential, in_use, batch_min, batch_max," \
  " present_pct, counts_years"

static void
read_course (PatalRows *rows, PatalCourse *out)
{
  patal_course_init (out);
  out->id = patal_rows_int (rows, 0);
  out->code = g_strdup (patal_rows_text (rows, 1));
  out->names[PATAL_LANG_HI] = g_strdup (patal_rows_text (rows, 2));
  out->names[PATAL_LANG_EN] = g_strdup (patal_rows_text (rows, 3));
  out->programme = g_strdup (patal_rows_text (rows, 4));
  out->source = g_strdup (patal_rows_text (rows, 5));
  out->remark = g_strdup (patal_rows_text (rows, 6));
  out->category = patal_course_category_of (patal_rows_text (rows, 7));
  out->level = patal_course_level_of (patal_rows_text (rows, 8));
  out->mode = patal_course_mode_of (patal_rows_text (rows, 9));
  out->residential = patal_rows_int (rows, 10) != 0;
  out->in_use = patal_rows_int (rows, 11) != 0;
  out->batch_min = (int) patal_rows_int (rows, 12);
  out->batch_max = (int) patal_rows_int (rows, 13);
  out->present_pct = (int) patal_rows_int (rows, 14);
  out->counts_years = (int) patal_rows_int (rows, 15);
}

static gboolean
read_posts (PatalDb *db, PatalCourse *course, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT post FROM course_post WHERE course = ?1 ORDER BY id",
                                            PATAL_ARGS (PATAL_INT (course->id)));

  while (patal_rows_next (&rows))
    g_ptr_array_add (course->posts, g_strdup (patal_rows_text (&rows, 0)));
  return patal_rows_finish (&rows, error);
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This course is no longer in the file"));
  return FALSE;
}

const char *
patal_course_name (const PatalCourse *course, PatalLang lang)
{
  return course->names[lang] != NULL ? course->names[lang] : course->names[1 - lang];
}

gboolean
patal_course_load (PatalDb *db, gint64 id, PatalCourse *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " COURSE_COLUMNS " FROM course WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalCourse) course = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    read_course (&rows, &course);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return set_gone (error);
  g_clear_pointer (&course.modules, g_ptr_array_unref);
  course.modules = patal_modules_read (db, id, error);
  if (course.modules == NULL || !read_posts (db, &course, error))
    return FALSE;
  *out = course;
  memset (&course, 0, sizeof course); /* it is the caller's now */
  return TRUE;
}

GPtrArray *
patal_courses (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " COURSE_COLUMNS " FROM course ORDER BY in_use DESC, code, id", PATAL_NO_ARGS);
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_course_free);

  while (patal_rows_next (&rows))
    {
      PatalCourse *course = g_new (PatalCourse, 1);

      read_course (&rows, course);
      g_ptr_array_add (courses, course);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  for (guint i = 0; i < courses->len; i++)
    if (!read_posts (db, g_ptr_array_index (courses, i), error))
      return NULL;
  return g_steal_pointer (&courses);
}

const PatalCourse *
patal_course_among (const GPtrArray *courses, const char *word)
{
  for (guint i = 0; i < courses->len; i++)
    {
      const PatalCourse *course = g_ptr_array_index (courses, i);
      const char *const words[] = { course->code, course->names[PATAL_LANG_HI], course->names[PATAL_LANG_EN] };

      if (patal_training_names (words, G_N_ELEMENTS (words), word))
        return course;
    }
  return NULL;
}

/* ---- what needs the file ---- */

static gboolean
check_code (PatalDb *db, const PatalCourse *course, GError **error)
{
  gint64 others;

  if (!patal_db_int (db, "SELECT count (*) FROM course WHERE upper (code) = upper (?2) AND id <> ?1",
                     PATAL_ARGS (PATAL_INT (course->id), PATAL_TEXT (course->code)), &others, error))
    return FALSE;
  return others == 0 || patal_course_refuse (NULL, NULL, error, PATAL_COURSE_ERROR_CODE, _("Another course has this code"));
}

/* People are called from the units of a cluster, and those are of one level. */
static gboolean
check_posts (PatalDb *db, const PatalCourse *course, GError **error)
{
  g_autofree char *level = NULL;

  for (guint i = 0; i < course->posts->len; i++)
    {
      const char *post = g_ptr_array_index (course->posts, i);
      g_auto (PatalRows) rows = patal_db_query (db, "SELECT level FROM post WHERE code = ?1", PATAL_ARGS (PATAL_TEXT (post)));
      g_autofree char *found = patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;

      if (!patal_rows_finish (&rows, error))
        return FALSE;
      if (found == NULL)
        return patal_course_refuse (NULL, NULL, error, PATAL_COURSE_ERROR_POST, _("The file knows no such post: choose another"));
      if (level != NULL && !g_str_equal (found, level))
        return patal_course_refuse (NULL, NULL, error, PATAL_COURSE_ERROR_POST,
                                    _("The posts of a course are all of gram panchayats, or all of blocks, or all of the district"));
      g_free (level);
      level = g_steal_pointer (&found);
    }
  return TRUE;
}

static gboolean
has_post (const GPtrArray *posts, const char *code)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) posts, code, g_str_equal, NULL);
}

/* Posts that stay, stay the rows they are. */
static gboolean
write_posts (PatalDb *db, const PatalCourse *course, GError **error)
{
  g_auto (PatalCourse) there = { .id = course->id, .posts = g_ptr_array_new_with_free_func (g_free) };

  if (!read_posts (db, &there, error))
    return FALSE;
  for (guint i = 0; i < there.posts->len; i++)
    {
      const char *code = g_ptr_array_index (there.posts, i);

      if (!has_post (course->posts, code)
          && !patal_db_run (db, "DELETE FROM course_post WHERE course = ?1 AND post = ?2",
                            PATAL_ARGS (PATAL_INT (course->id), PATAL_TEXT (code)), error))
        return FALSE;
    }
  for (guint i = 0; i < course->posts->len; i++)
    {
      const char *code = g_ptr_array_index (course->posts, i);

      if (has_post (there.posts, code))
        continue;
      if (!patal_db_run (db, "INSERT INTO course_post (id, course, post) VALUES (?1, ?2, ?3)",
                         PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (course->id), PATAL_TEXT (code)), error))
        return FALSE;
      g_ptr_array_add (there.posts, g_strdup (code)); /* one that is named twice is one */
    }
  return TRUE;
}

static gboolean
write_course (PatalDb *db, const char *sql, const PatalCourse *course, GError **error)
{
  return patal_db_run (db, sql, PATAL_ARGS (
           PATAL_INT (course->id), PATAL_TEXT (course->code), patal_training_text (course->names[PATAL_LANG_HI]),
           patal_training_text (course->names[PATAL_LANG_EN]), patal_training_text (course->programme),
           patal_training_text (course->source), patal_training_text (course->remark),
           PATAL_TEXT (patal_course_category_id (course->category)), PATAL_TEXT (patal_course_level_id (course->level)),
           PATAL_TEXT (patal_course_mode_id (course->mode)), PATAL_INT (course->residential != FALSE),
           PATAL_INT (course->in_use != FALSE), PATAL_INT (course->batch_min), PATAL_INT (course->batch_max),
           PATAL_INT (course->present_pct), PATAL_INT_OR_NULL (course->counts_years)), error)
         && write_posts (db, course, error) && patal_modules_write (db, course, error);
}

/* One that was loaded is the template of a new one. */
static void
forget_ids (PatalCourse *course)
{
  course->id = 0;
  for (guint i = 0; i < course->modules->len; i++)
    {
      PatalModule *module = g_ptr_array_index (course->modules, i);

      module->id = 0;
      for (guint k = 0; k < module->sessions->len; k++)
        ((PatalSession *) g_ptr_array_index (module->sessions, k))->id = 0;
    }
}

gboolean
patal_course_insert (PatalDb *db, PatalCourse *course, GError **error)
{
  if (!patal_course_check (course, NULL, error))
    return FALSE;
  forget_ids (course);
  if (!check_code (db, course, error) || !check_posts (db, course, error))
    return FALSE;
  course->id = patal_db_new_id (db);
  return write_course (db,
    "INSERT INTO course (" COURSE_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)", course,
    error);
}

gboolean
patal_course_update (PatalDb *db, PatalCourse *course, GError **error)
{
  gint64 there;

  if (!patal_course_check (course, NULL, error) || !check_code (db, course, error) || !check_posts (db, course, error)
      || !patal_db_int (db, "SELECT count (*) FROM course WHERE id = ?1", PATAL_ARGS (PATAL_INT (course->id)), &there, error))
    return FALSE;
  if (there == 0)
    return set_gone (error);
  return write_course (db,
    "UPDATE course SET code = ?2, name_hi = ?3, name_en = ?4, programme = ?5, source = ?6, remark = ?7, category = ?8, level = ?9,"
    " mode = ?10, residential = ?11, in_use = ?12, batch_min = ?13, batch_max = ?14, present_pct = ?15, counts_years = ?16"
    " WHERE id = ?1", course, error);
}

gboolean
patal_course_remove (PatalDb *db, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM session WHERE module IN (SELECT id FROM course_module WHERE course = ?1)",
    "DELETE FROM module_subject WHERE module IN (SELECT id FROM course_module WHERE course = ?1)",
    "DELETE FROM course_module WHERE course = ?1", "DELETE FROM course_post WHERE course = ?1", "DELETE FROM course WHERE id = ?1",
  };
  gint64 users;

  if (!patal_db_int (db, "SELECT (SELECT count (*) FROM training WHERE course = ?1) + (SELECT count (*) FROM plan_line WHERE course = ?1)",
                     PATAL_ARGS (PATAL_INT (id)), &users, error))
    return FALSE;
  if (users > 0)
    return patal_course_refuse (NULL, NULL, error, PATAL_COURSE_ERROR_IN_USE,
                                _("Trainings or annual plans name this course: take it out of use instead"));
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!patal_db_run (db, statements[i], PATAL_ARGS (PATAL_INT (id)), error))
      return FALSE;
  return TRUE;
}
