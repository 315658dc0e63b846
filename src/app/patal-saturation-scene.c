/* patal-saturation-scene.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-saturation-scene.h"
#include "patal-person.h"
#include "patal-post.h"

static void
block_free (gpointer data)
{
  PatalSaturationBlock *block = data;

  g_free (block->name);
  g_free (block);
}

static void
left_free (gpointer data)
{
  PatalSaturationLeft *left = data;

  g_free (left->block);
  g_free (left->unit);
  g_free (left->post);
  g_free (left->person);
  g_free (left);
}

void
patal_saturation_scene_free (PatalSaturationScene *scene)
{
  if (scene == NULL)
    return;
  g_clear_pointer (&scene->courses, g_ptr_array_unref);
  g_clear_pointer (&scene->blocks, g_ptr_array_unref);
  g_clear_pointer (&scene->left, g_ptr_array_unref);
  g_free (scene);
}

const PatalSaturationBlock *
patal_saturation_scene_block (const PatalSaturationScene *scene, gint64 place)
{
  for (guint i = 0; i < scene->blocks->len; i++)
    {
      const PatalSaturationBlock *block = scene->blocks->pdata[i];

      if (block->figures.place == place)
        return block;
    }
  return NULL;
}

static gboolean
has_course (const GPtrArray *courses, gint64 id)
{
  for (guint i = 0; i < courses->len; i++)
    if (((const PatalCourse *) courses->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* Which course and year: those of the training, else the course that is asked for, else that of the latest training, else the first. What is gone by now
 * was not asked for. */
static gboolean
find_course (PatalDb *db, gint64 training, gint64 course, PatalSaturationScene *scene, GError **error)
{
  g_autoptr (GPtrArray) trainings = patal_trainings (db, 0, error);
  PatalSaturationQuery *query = &scene->query;

  if (trainings == NULL)
    return FALSE;
  for (guint i = 0; i < trainings->len; i++)
    {
      const PatalTrainingSummary *held = trainings->pdata[i];

      query->course = held->course; /* of the last one, which is the latest */
      if (held->id != training)
        continue;
      query->fy = held->fy;
      return TRUE;
    }
  if (has_course (scene->courses, course))
    query->course = course;
  else if (trainings->len == 0 && scene->courses->len > 0)
    query->course = ((const PatalCourse *) scene->courses->pdata[0])->id;
  return TRUE;
}

static void
add_block (PatalDb *db, PatalSaturationScene *scene, const PatalSaturation *figures, PatalLang lang)
{
  PatalSaturationBlock *block = g_new0 (PatalSaturationBlock, 1);
  PatalSaturation *whole = &scene->whole;

  block->figures = *figures;
  block->name = patal_unit_name (db, figures->place, lang);
  g_ptr_array_add (scene->blocks, block);
  whole->units += figures->units;
  whole->eligible += figures->eligible;
  whole->resource += figures->resource;
  whole->vacant += figures->vacant;
  whole->trained += figures->trained;
  whole->by_charge += figures->by_charge;
  if (figures->target != PATAL_DAY_NONE && (whole->target == PATAL_DAY_NONE || figures->target > whole->target))
    whole->target = figures->target;
}

static gboolean
read_blocks (PatalDb *db, PatalSaturationScene *scene, PatalLang lang, GError **error)
{
  g_autoptr (GArray) places = patal_saturation (db, &scene->query, error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    add_block (db, scene, &g_array_index (places, PatalSaturation, i), lang);
  return places != NULL;
}

static gboolean
read_left (PatalDb *db, PatalSaturationScene *scene, PatalLang lang, const PatalProgress *progress, GError **error)
{
  g_autoptr (GArray) all = patal_saturation_left (db, &scene->query, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      PatalSaturationLeft *left = g_new0 (PatalSaturationLeft, 1);
      const PatalSaturationBlock *block;

      left->own = g_array_index (all, PatalLeftOver, i);
      block = patal_saturation_scene_block (scene, left->own.place);
      left->block = block != NULL ? g_strdup (block->name) : patal_unit_name (db, left->own.place, lang);
      left->unit = patal_unit_name (db, left->own.unit, lang);
      left->post = patal_post_name (db, left->own.post, left->own.unit, lang);
      left->person = left->own.person != 0 ? patal_person_name (db, left->own.person, lang) : NULL;
      g_ptr_array_add (scene->left, left);
      if (!patal_progress_step (progress, i, all->len, error))
        return FALSE;
    }
  return all != NULL;
}

PatalSaturationScene *
patal_saturation_scene_new (PatalDb *db, gint64 training, gint64 course, gint64 scope, PatalDay today, PatalLang lang,
                            const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalSaturationScene) scene = g_new0 (PatalSaturationScene, 1);

  scene->query = (PatalSaturationQuery) { .within = scope, .as_on = today };
  scene->whole.target = PATAL_DAY_NONE;
  scene->blocks = g_ptr_array_new_with_free_func (block_free);
  scene->left = g_ptr_array_new_with_free_func (left_free);
  scene->courses = patal_courses (db, error);
  if (scene->courses == NULL || !find_course (db, training, course, scene, error))
    return NULL;
  if (scene->query.course != 0 && (!read_blocks (db, scene, lang, error) || !read_left (db, scene, lang, progress, error)))
    return NULL;
  return g_steal_pointer (&scene);
}
