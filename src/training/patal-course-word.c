/* patal-course-word.c: what kinds of courses are called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-course-private.h"
#include <glib/gi18n-lib.h>

typedef struct { const char *id, *title; } Word;

static const Word categories[PATAL_N_COURSE_CATEGORIES] = {
  { "basic", N_("Basic orientation") },
  { "refresher", N_("Refresher") },
  /* Translators: a category of trainings: of one theme */
  { "thematic", N_("Thematic") },
  { "trainers", N_("Training of trainers") },
  { "exposure", N_("Exposure visit") },
};
static const Word levels[PATAL_N_COURSE_LEVELS] = {
  { "state", N_("State") }, { "district", N_("District") }, { "block", N_("Block") }, { "cluster", N_("Cluster") },
};
static const Word modes[PATAL_N_COURSE_MODES] = {
  /* Translators: how people are trained */
  { "classroom", N_("In a classroom") }, { "online", N_("Online") }, { "visit", N_("Visit") },
};

const char *
patal_course_category_id (PatalCourseCategory category)
{
  g_return_val_if_fail (category < PATAL_N_COURSE_CATEGORIES, NULL);
  return categories[category].id;
}

const char *
patal_course_category_title (PatalCourseCategory category)
{
  g_return_val_if_fail (category < PATAL_N_COURSE_CATEGORIES, NULL);
  return categories[category].title;
}

const char *
patal_course_level_id (PatalCourseLevel level)
{
  g_return_val_if_fail (level < PATAL_N_COURSE_LEVELS, NULL);
  return levels[level].id;
}

const char *
patal_course_level_title (PatalCourseLevel level)
{
  g_return_val_if_fail (level < PATAL_N_COURSE_LEVELS, NULL);
  return levels[level].title;
}

const char *
patal_course_mode_id (PatalCourseMode mode)
{
  g_return_val_if_fail (mode < PATAL_N_COURSE_MODES, NULL);
  return modes[mode].id;
}

const char *
patal_course_mode_title (PatalCourseMode mode)
{
  g_return_val_if_fail (mode < PATAL_N_COURSE_MODES, NULL);
  return modes[mode].title;
}

static guint
place_of (const Word *words, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
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
