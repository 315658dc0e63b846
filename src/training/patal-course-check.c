/* patal-course-check.c: the rules that a course keeps (domain.md 6.2, 9.3)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-contact.h"
#include "patal-course-private.h"
#include "patal-plan-data.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

/* A classroom with fewer is not worth its trainers, one with more is none. */
#define CLASSROOM_LEAST 15
#define CLASSROOM_MOST  60

gboolean
patal_course_refuse (const char **field, const char *id, GError **error, PatalCourseError code, const char *sentence)
{
  if (field != NULL)
    *field = id;
  g_set_error_literal (error, PATAL_COURSE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
is_called_nothing (char *const names[2])
{
  return patal_training_is_blank (names[PATAL_LANG_HI]) && patal_training_is_blank (names[PATAL_LANG_EN]);
}

static gboolean
check_size (const PatalCourse *course, const char **field, GError **error)
{
  gboolean classroom = course->mode == PATAL_MODE_CLASSROOM;
  int least = classroom ? CLASSROOM_LEAST : 1, most = classroom ? CLASSROOM_MOST : PATAL_COURSE_MOST_PEOPLE;

  if (course->batch_min < 1)
    return patal_course_refuse (field, "batch_min", error, PATAL_COURSE_ERROR_SIZE, _("A batch has at least one person"));
  if (course->batch_max < least || course->batch_max > most)
    return patal_course_refuse (field, "batch_max", error, PATAL_COURSE_ERROR_SIZE,
                                classroom ? _("A classroom is planned for 15 to 60 people")
                                          : _("A batch is planned for 1 to 500 people"));
  return course->batch_min <= course->batch_max
         || patal_course_refuse (field, "batch_min", error, PATAL_COURSE_ERROR_SIZE,
                                 _("A batch needs more people at least than it may have at most"));
}

static gboolean
check_session (const PatalModule *module, guint index, const char **field, GError **error)
{
  const PatalSession *session = g_ptr_array_index (module->sessions, index);

  if (is_called_nothing (session->topics))
    return patal_course_refuse (field, "sessions", error, PATAL_COURSE_ERROR_NAME, _("A session needs a topic, in Hindi or in English"));
  if (session->day_no < 1 || session->day_no > module->days)
    return patal_course_refuse (field, "sessions", error, PATAL_COURSE_ERROR_SESSION, _("A session lies on a day that the module does not have"));
  if (session->from_minute < 0 || session->to_minute > 24 * 60 || session->from_minute >= session->to_minute)
    return patal_course_refuse (field, "sessions", error, PATAL_COURSE_ERROR_SESSION, _("A session ends before it begins"));
  for (guint i = 0; i < index; i++)
    {
      const PatalSession *other = g_ptr_array_index (module->sessions, i);

      if (other->day_no == session->day_no && other->from_minute < session->to_minute
          && session->from_minute < other->to_minute)
        return patal_course_refuse (field, "sessions", error, PATAL_COURSE_ERROR_SESSION,
                                    _("Two sessions of a day are at the same time"));
    }
  return TRUE;
}

static gboolean
check_module (const PatalModule *module, const char **field, GError **error)
{
  if (is_called_nothing (module->names))
    return patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_NAME, _("A module needs a name, in Hindi or in English"));
  if (module->days < 1 || module->days > PATAL_COURSE_MOST_DAYS)
    return patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_MODULE, _("A module has 1 to 30 days"));
  if (module->team < 0 || module->team > PATAL_COURSE_MOST_TEAM)
    return patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_MODULE, _("A batch is taught by 0 to 10 trainers"));
  if (module->marks < 0 || module->marks > PATAL_COURSE_MOST_MARKS)
    return patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_MODULE, _("A test has 1 to 1000 marks, or 0 where there is none"));
  for (guint i = 0; i < module->sessions->len; i++)
    if (!check_session (module, i, field, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_modules (const PatalCourse *course, const char **field, GError **error)
{
  guint n = course->modules != NULL ? course->modules->len : 0;
  int days = 0;

  if (n == 0)
    return patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_MODULE, _("A course has at least one module"));
  if (n > PATAL_PLAN_MOST_MODULES)
    return patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_MODULE, _("A course has at most 64 modules"));
  for (guint i = 0; i < n; i++)
    {
      const PatalModule *module = g_ptr_array_index (course->modules, i);

      if (!check_module (module, field, error))
        return FALSE;
      days += module->days;
    }
  return course->mode != PATAL_MODE_VISIT || days <= PATAL_VISIT_MOST_DAYS
         || patal_course_refuse (field, "modules", error, PATAL_COURSE_ERROR_MODULE, _("A visit lasts 1 to 5 days"));
}

static gboolean
check_texts (const PatalCourse *course, const char **field, GError **error)
{
  if (patal_training_is_blank (course->code))
    return patal_course_refuse (field, "code", error, PATAL_COURSE_ERROR_NAME, _("A course needs a short code for lists, like GGI"));
  if (is_called_nothing (course->names))
    return patal_course_refuse (field, "name_hi", error, PATAL_COURSE_ERROR_NAME, _("A course needs a name, in Hindi or in English"));
  if (field != NULL)
    *field = "remark";
  return patal_contact_no_aadhaar (course->remark, error);
}

gboolean
patal_course_check (const PatalCourse *course, const char **field, GError **error)
{
  if (!check_texts (course, field, error))
    return FALSE;
  if (course->posts == NULL || course->posts->len == 0)
    return patal_course_refuse (field, "posts", error, PATAL_COURSE_ERROR_POST, _("Say whom the course is for: choose a post"));
  if (course->present_pct < 1 || course->present_pct > 100)
    return patal_course_refuse (field, "present_pct", error, PATAL_COURSE_ERROR_NUMBER,
                                _("Somebody is trained who was present for 1 to 100 per cent of it"));
  if (course->counts_years < 0)
    return patal_course_refuse (field, "counts_years", error, PATAL_COURSE_ERROR_NUMBER,
                                _("A course counts for one year or more, or for good"));
  return check_size (course, field, error) && check_modules (course, field, error);
}
