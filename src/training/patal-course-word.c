/* patal-course-word.c: what kinds of courses are called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course-private.h"

static const char *const categories[PATAL_N_COURSE_CATEGORIES] = { "basic", "refresher", "thematic", "trainers", "exposure" };
static const char *const levels[PATAL_N_COURSE_LEVELS] = { "state", "district", "block", "cluster" };
static const char *const modes[PATAL_N_COURSE_MODES] = { "classroom", "online", "visit" };

const char *
patal_course_category_id (PatalCourseCategory category)
{
  g_return_val_if_fail (category < PATAL_N_COURSE_CATEGORIES, NULL);
  return categories[category];
}

const char *
patal_course_level_id (PatalCourseLevel level)
{
  g_return_val_if_fail (level < PATAL_N_COURSE_LEVELS, NULL);
  return levels[level];
}

const char *
patal_course_mode_id (PatalCourseMode mode)
{
  g_return_val_if_fail (mode < PATAL_N_COURSE_MODES, NULL);
  return modes[mode];
}

static guint
place_of (const char *const *ids, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;
  return 0;
}

PatalCourseCategory
patal_course_category_of (const char *id)
{
  return place_of (categories, G_N_ELEMENTS (categories), id);
}

PatalCourseLevel
patal_course_level_of (const char *id)
{
  return place_of (levels, G_N_ELEMENTS (levels), id);
}

PatalCourseMode
patal_course_mode_of (const char *id)
{
  return place_of (modes, G_N_ELEMENTS (modes), id);
}
