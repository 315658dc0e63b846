/* patal-course-list.c: courses as rows of a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course.h"
#include "patal-ids.h"
#include "patal-place-sql.h"

/* ?1 whether those that are not held any more are left out. */
#define COURSES_IN_ORDER(order) "SELECT id FROM course WHERE NOT ?1 OR in_use ORDER BY NOT in_use, " order ", id"

GArray *
patal_course_ids (PatalDb *db, const PatalCourseFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_COURSE_SORT_CODE] = COURSES_IN_ORDER ("code"),
    [PATAL_COURSE_SORT_NAME_HI] = COURSES_IN_ORDER ("ifnull (name_hi, name_en)"),
    [PATAL_COURSE_SORT_NAME_EN] = COURSES_IN_ORDER ("ifnull (name_en, name_hi) COLLATE NOCASE"),
  };

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort], PATAL_ARGS (PATAL_INT (filter->only_in_use)),
                         filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

/* In the words of the file's state. */
#define POSTS(lang) \
  "(SELECT group_concat (word, ', ') FROM (SELECT " PATAL_SQL_POST_WORD ("course_post.post", "u", lang) " AS word FROM course_post" \
  " LEFT JOIN unit AS u ON u.id = (SELECT id FROM unit WHERE level = 'district' ORDER BY id LIMIT 1)" PATAL_SQL_JOIN_ABOVE ("u") \
  "WHERE course_post.course = course.id ORDER BY course_post.id))"

const char patal_course_row_sql[] =
  "SELECT code, name_hi, name_en, category, level, batch_min, batch_max, in_use, " POSTS ("hi") ", " POSTS ("en") ","
  " (SELECT count (*) FROM course_module AS m WHERE m.course = course.id),"
  " (SELECT ifnull (sum (days), 0) FROM course_module AS m WHERE m.course = course.id),"
  " (SELECT count (*) FROM training AS t WHERE t.course = course.id)"
  " FROM course WHERE id = ?1";
