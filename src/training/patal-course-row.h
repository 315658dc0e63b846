/* patal-course-row.h: what a row of a list of courses says: a session, and as much of its module and its course as it likes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-course.h"
#include "patal-import.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_COURSE_FIELD_CODE, PATAL_COURSE_FIELD_NAME_HI, PATAL_COURSE_FIELD_NAME_EN, PATAL_COURSE_FIELD_CATEGORY,
  PATAL_COURSE_FIELD_LEVEL, PATAL_COURSE_FIELD_MODE, PATAL_COURSE_FIELD_POSTS, PATAL_COURSE_FIELD_BATCH_MIN,
  PATAL_COURSE_FIELD_BATCH_MAX, PATAL_COURSE_FIELD_MODULE, PATAL_COURSE_FIELD_DAYS, PATAL_COURSE_FIELD_TEAM,
  PATAL_COURSE_FIELD_MARKS, PATAL_COURSE_FIELD_SUBJECTS, PATAL_COURSE_FIELD_DAY, PATAL_COURSE_FIELD_FROM,
  PATAL_COURSE_FIELD_TO, PATAL_COURSE_FIELD_TOPIC_HI, PATAL_COURSE_FIELD_TOPIC_EN,
  PATAL_COURSE_N_FIELDS
} PatalCourseField;
extern const PatalImportField patal_course_fields[PATAL_COURSE_N_FIELDS];

/* Makes what @cells say part of @course, which may be new: its code is there already. A module is known again by its name, a session by its
 * module, day and beginning; a row without a module's name goes on with *@module, the place of the one above it (-1: none, then the last), which is
 * set. @subjects: PatalSubject, to which those are added that it does not know yet, with negative ids. TRUE: *@changed is whether that changes
 * the course. FALSE: *@field and *@reason, (transfer full). */
gboolean patal_course_row_take (const char *const *cells, PatalCourse *course, int *module, GPtrArray *subjects, gboolean *changed,
                                int *field, char **reason);

/* (transfer full): the words of a cell that has several: "GRS, सचिव; PO". */
GStrv    patal_course_row_words (const char *cell);

/* Reads "10:00", "10.30 AM", "1030", in either script; minutes of the day, -1: none. */
int      patal_course_row_minute (const char *text);

G_END_DECLS
