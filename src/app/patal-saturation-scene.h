/* patal-saturation-scene.h: all that the page of saturation shows, read in one go: the courses, one course block by block, and who is left for it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-saturation.h"

G_BEGIN_DECLS

typedef struct
{
  PatalSaturation figures;
  char           *name;
} PatalSaturationBlock;

typedef struct
{
  PatalLeftOver own;
  char         *block, *unit, *post, *person; /* @person: NULL where the post is vacant */
} PatalSaturationLeft;

typedef struct
{
  GPtrArray           *courses; /* PatalCourse, those in use first */
  PatalSaturationQuery query;   /* that was answered; its course is 0 where there is none */
  PatalSaturation      whole;   /* the sum; its target is the last of all */
  GPtrArray           *blocks;  /* PatalSaturationBlock, by name */
  GPtrArray           *left;    /* PatalSaturationLeft, by block, unit and rank of the post */
} PatalSaturationScene;

/* (transfer full), on any thread: of the course and year of @training, else of @course in all years, else of the course that the latest training holds
 * (each 0, or gone by now: none); within @scope (0: the whole file), as it is on @today. */
PatalSaturationScene *patal_saturation_scene_new  (PatalDb *db, gint64 training, gint64 course, gint64 scope, PatalDay today, PatalLang lang,
                                                   const PatalProgress *progress, GError **error);
void                  patal_saturation_scene_free (PatalSaturationScene *scene); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalSaturationScene, patal_saturation_scene_free)

/* (transfer none): the one of @place, or NULL. */
const PatalSaturationBlock *patal_saturation_scene_block (const PatalSaturationScene *scene, gint64 place);

G_END_DECLS
