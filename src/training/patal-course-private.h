/* patal-course-private.h: what the files of courses share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-course.h"

G_BEGIN_DECLS

/* The value that the file writes as @id (nullable); the first where none has it. */
PatalCourseCategory patal_course_category_of (const char *id);
PatalCourseLevel    patal_course_level_of    (const char *id);
PatalCourseMode     patal_course_mode_of     (const char *id);

gboolean patal_course_refuse (const char **field, const char *id, GError **error, PatalCourseError code, const char *sentence);

/* (transfer full) (element-type PatalModule): those of @course, whole. */
GPtrArray *patal_modules_read  (PatalDb *db, gint64 course, GError **error);
/* Inside an edit: the modules of the course are these; rows that are there stay the rows they are. IN_USE, as patal_course_update(). */
gboolean   patal_modules_write (PatalDb *db, const PatalCourse *course, GError **error);

G_END_DECLS
