/* patal-batch-scene.h: all that a calendar of batches shows: bars in lanes, closed days, names
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value: read on any thread, then only looked at. A lane is a venue of a block; where batches meet there it has a further lane below for each that is
 * there at the same time, so that none hides another. */
#pragma once
#include "patal-batch.h"
#include "patal-calendar.h"

G_BEGIN_DECLS

typedef struct
{
  gint64         unit;      /* a block; a district, where clusters reach over blocks */
  const char    *name;
  guint          first, n_lanes;
  PatalCalendar *calendar;  /* of the scene's span */
} PatalSceneBlock;

typedef struct
{
  gint64      venue;  /* 0: batches that have none yet */
  const char *name;   /* "" for those, and in further lanes of the same venue */
  guint       block;
  GArray     *bars;   /* guint: of the scene, by first day; no two of them meet */
} PatalSceneLane;

typedef struct
{
  PatalBatchBar bar;
  guint         lane;
  gboolean      closed;      /* still to come, and on a holiday or in a hard blackout of its block */
  const char   *cluster;     /* (nullable): its name */
  int           cluster_no;
} PatalSceneBar;

typedef struct
{
  PatalSpan      span;      /* whole financial years */
  GArray        *bars;      /* PatalSceneBar, by first day: those that have one */
  GArray        *lanes;     /* PatalSceneLane */
  GArray        *blocks;    /* PatalSceneBlock, by name */
  PatalCalendar *calendar;  /* of the place that was asked for */
  guint          undated;   /* batches to come that have no day */
  GStringChunk  *names;
} PatalBatchScene;

/* (transfer full): what @filter asks for, at most nine financial years around @today; names in @lang. NULL with errors of the store. */
PatalBatchScene *patal_batch_scene_new  (PatalDb *db, const PatalBatchFilter *filter, PatalDay today, PatalLang lang, GError **error);
void             patal_batch_scene_free (PatalBatchScene *scene); /* accepts NULL */

const PatalSceneBar *patal_batch_scene_find (const PatalBatchScene *scene, gint64 batch, guint *index); /* (nullable); @index: (nullable) */
/* The first bar in @scene->bars that may touch @day or a later one: none before it reaches so far. */
guint                patal_batch_scene_from (const PatalBatchScene *scene, PatalDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBatchScene, patal_batch_scene_free)
G_END_DECLS
