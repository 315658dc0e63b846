/* patal-batch-scene.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-scene.h"
#include "patal-training.h"
#include <string.h>

#define YEARS_AROUND 4
#define MOST_SPAN_DAYS 60 /* from the first to the last day of a batch: those of its own lie no farther apart (patal-training-sql.h) */

static void
lane_clear (gpointer data)
{
  g_array_unref (((PatalSceneLane *) data)->bars);
}

static void
block_clear (gpointer data)
{
  patal_calendar_free (((PatalSceneBlock *) data)->calendar);
}

static PatalBatchScene *
scene_new (void)
{
  PatalBatchScene *scene = g_new0 (PatalBatchScene, 1);

  scene->bars = g_array_new (FALSE, FALSE, sizeof (PatalSceneBar));
  scene->lanes = g_array_new (FALSE, FALSE, sizeof (PatalSceneLane));
  scene->blocks = g_array_new (FALSE, FALSE, sizeof (PatalSceneBlock));
  scene->names = g_string_chunk_new (4096);
  g_array_set_clear_func (scene->lanes, lane_clear);
  g_array_set_clear_func (scene->blocks, block_clear);
  return scene;
}

void
patal_batch_scene_free (PatalBatchScene *scene)
{
  if (scene == NULL)
    return;
  g_array_unref (scene->bars);
  g_array_unref (scene->lanes);
  g_array_unref (scene->blocks);
  patal_calendar_free (scene->calendar);
  g_string_chunk_free (scene->names);
  g_free (scene);
}

/* ---- names ---- */

typedef struct { const char *name; gint64 no; } Named; /* @name: (nullable) */

/* (transfer full): id → Named; @sql: id, name, a number; ?1 Hindi. */
static GHashTable *
read_names (PatalDb *db, const char *sql, GStringChunk *chunk, PatalLang lang, GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_auto (PatalRows) rows = patal_db_query (db, sql, PATAL_ARGS (PATAL_INT (lang == PATAL_LANG_HI)));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      Named *named = g_new (Named, 1);

      *named = (Named) { patal_rows_null (&rows, 1) ? NULL : g_string_chunk_insert (chunk, patal_rows_text (&rows, 1)), patal_rows_int (&rows, 2) };
      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), named);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&table) : NULL;
}

static Named
named (GHashTable *names, gint64 id)
{
  const Named *found = g_hash_table_lookup (names, &id);

  return found != NULL ? *found : (Named) { NULL, 0 };
}

#define IN_LANGUAGE "iif (?1, ifnull (name_hi, name_en), ifnull (name_en, name_hi))"

/* ---- bars in lanes ---- */

typedef struct
{
  GHashTable *blocks, *venues, *clusters;
} Names;

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->blocks, g_hash_table_unref);
  g_clear_pointer (&names->venues, g_hash_table_unref);
  g_clear_pointer (&names->clusters, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static gboolean
names_read (Names *names, PatalDb *db, GStringChunk *chunk, PatalLang lang, GError **error)
{
  return (names->blocks = read_names (db, "SELECT id, " IN_LANGUAGE ", 0 FROM unit WHERE id IN (SELECT unit FROM cluster)", chunk, lang, error)) != NULL
         && (names->venues = read_names (db, "SELECT id, " IN_LANGUAGE ", 0 FROM venue", chunk, lang, error)) != NULL
         && (names->clusters = read_names (db, "SELECT id, " IN_LANGUAGE ", no FROM cluster", chunk, lang, error)) != NULL;
}

typedef struct
{
  guint       bar;
  const char *block, *venue; /* names */
} Placed;

/* By block and venue; of those by first day, in which order they are already. */
static int
compare_placed (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Placed *one = a, *other = b;
  const GArray *bars = user_data;
  const PatalBatchBar *x = &g_array_index (bars, PatalSceneBar, one->bar).bar, *y = &g_array_index (bars, PatalSceneBar, other->bar).bar;
  int by = g_strcmp0 (one->block, other->block);

  if (by == 0)
    by = (x->block > y->block) - (x->block < y->block);
  if (by == 0)
    by = g_strcmp0 (one->venue, other->venue);
  if (by == 0)
    by = (x->venue > y->venue) - (x->venue < y->venue);
  return by != 0 ? by : (one->bar > other->bar) - (one->bar < other->bar);
}

static guint
add_lane (PatalBatchScene *scene, const PatalBatchBar *bar, const char *name)
{
  PatalSceneLane lane = { bar->venue, name != NULL ? name : "", scene->blocks->len - 1, g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_append_val (scene->lanes, lane);
  g_array_index (scene->blocks, PatalSceneBlock, lane.block).n_lanes++;
  return scene->lanes->len - 1;
}

/* The first lane from @first on in which nothing is when the bar begins; @first: of its venue. */
static guint
lane_for (PatalBatchScene *scene, const PatalBatchBar *bar, guint first)
{
  for (guint i = first; i < scene->lanes->len; i++)
    {
      const GArray *bars = g_array_index (scene->lanes, PatalSceneLane, i).bars;

      if (g_array_index (scene->bars, PatalSceneBar, g_array_index (bars, guint, bars->len - 1)).bar.span.to < bar->span.from)
        return i;
    }
  return add_lane (scene, bar, NULL);
}

static void
lay_out (PatalBatchScene *scene, const Names *names)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (Placed));
  const PatalBatchBar *before = NULL;
  guint first = 0;

  for (guint i = 0; i < scene->bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (scene->bars, PatalSceneBar, i).bar;
      Placed placed = { i, named (names->blocks, bar->block).name, named (names->venues, bar->venue).name };

      g_array_append_val (order, placed);
    }
  g_array_sort_with_data (order, compare_placed, scene->bars);
  for (guint i = 0; i < order->len; i++)
    {
      const Placed *placed = &g_array_index (order, Placed, i);
      PatalSceneBar *bar = &g_array_index (scene->bars, PatalSceneBar, placed->bar);
      gboolean new_block = before == NULL || before->block != bar->bar.block;

      if (new_block)
        {
          PatalSceneBlock block = { .unit = bar->bar.block, .name = placed->block != NULL ? placed->block : "", .first = scene->lanes->len };

          g_array_append_val (scene->blocks, block);
        }
      if (new_block || before->venue != bar->bar.venue)
        bar->lane = first = add_lane (scene, &bar->bar, placed->venue);
      else
        bar->lane = lane_for (scene, &bar->bar, first);
      g_array_append_val (g_array_index (scene->lanes, PatalSceneLane, bar->lane).bars, placed->bar);
      before = &bar->bar;
    }
}

/* ---- days ---- */

/* A batch of which a day was moved may reach over a Sunday: only where it begins and ends is certain. */
static gboolean
is_closed (const PatalCalendar *calendar, const PatalBatchBar *bar, PatalDay today)
{
  if (bar->span.to <= today || (bar->status != PATAL_BATCH_PLANNED && bar->status != PATAL_BATCH_PUBLISHED))
    return FALSE;
  for (PatalDay day = bar->span.from; day <= bar->span.to; day++)
    if (patal_calendar_effect (calendar, day) == PATAL_EFFECT_BLOCK
        && (patal_span_days (bar->span) == bar->n_days || day == bar->span.from || day == bar->span.to))
      return TRUE;
  return FALSE;
}

static gboolean
read_calendars (PatalBatchScene *scene, PatalDb *db, gint64 within, PatalDay today, GError **error)
{
  for (guint i = 0; i < scene->blocks->len; i++)
    {
      PatalSceneBlock *block = &g_array_index (scene->blocks, PatalSceneBlock, i);

      block->calendar = patal_calendar_new (db, block->unit, scene->span, error);
      if (block->calendar == NULL)
        return FALSE;
    }
  for (guint i = 0; i < scene->bars->len; i++)
    {
      PatalSceneBar *bar = &g_array_index (scene->bars, PatalSceneBar, i);
      const PatalSceneLane *lane = &g_array_index (scene->lanes, PatalSceneLane, bar->lane);

      bar->closed = is_closed (g_array_index (scene->blocks, PatalSceneBlock, lane->block).calendar, &bar->bar, today);
    }
  scene->calendar = patal_calendar_new (db, patal_calendar_unit (db, within), scene->span, error);
  return scene->calendar != NULL;
}

/* All of the financial years that the training's windows and the bars touch, this one among them; where they are too many, those around today. */
static gboolean
find_span (PatalBatchScene *scene, PatalDb *db, const GArray *bars, const PatalBatchFilter *filter, PatalDay today, GError **error)
{
  int now = patal_fy_of (today), first = now, last = now;

  if (filter->training != 0)
    {
      g_auto (PatalTraining) training = { 0 };

      if (!patal_training_load (db, filter->training, &training, error))
        return FALSE;
      first = patal_fy_of (training.window.from);
      last = patal_fy_of (training.window.to);
      for (guint i = 0; i < training.limits->len; i++)
        {
          const PatalLimit *limit = g_ptr_array_index (training.limits, i);

          if (limit->kind == PATAL_LIMIT_WINDOW)
            {
              first = MIN (first, patal_fy_of (limit->span.from));
              last = MAX (last, patal_fy_of (limit->span.to));
            }
        }
    }
  for (guint i = 0; i < bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);

      if (bar->span.from == PATAL_DAY_NONE)
        continue;
      first = MIN (first, patal_fy_of (bar->span.from));
      last = MAX (last, patal_fy_of (bar->span.to));
    }
  if (last - first > 2 * YEARS_AROUND)
    {
      first = MAX (first, MIN (now, last) - YEARS_AROUND);
      last = MIN (last, first + 2 * YEARS_AROUND);
    }
  scene->span = (PatalSpan) { patal_fy_span (first).from, patal_fy_span (last).to };
  return TRUE;
}

static void
take_bars (PatalBatchScene *scene, const GArray *bars, const Names *names)
{
  for (guint i = 0; i < bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);
      Named cluster = named (names->clusters, bar->cluster);
      PatalSceneBar one = { .bar = *bar, .cluster = cluster.name, .cluster_no = (int) cluster.no };

      if (bar->span.from == PATAL_DAY_NONE)
        scene->undated += bar->status != PATAL_BATCH_CANCELLED;
      else if (bar->span.from >= scene->span.from && bar->span.to <= scene->span.to)
        g_array_append_val (scene->bars, one);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const PatalBatchBar *one = &((const PatalSceneBar *) a)->bar, *other = &((const PatalSceneBar *) b)->bar;

  if (one->span.from != other->span.from)
    return one->span.from - other->span.from;
  return one->no != other->no ? one->no - other->no : (one->id > other->id) - (one->id < other->id);
}

PatalBatchScene *
patal_batch_scene_new (PatalDb *db, const PatalBatchFilter *filter, PatalDay today, PatalLang lang, GError **error)
{
  g_autoptr (PatalBatchScene) scene = scene_new ();
  g_autoptr (GArray) bars = patal_batch_bars (db, filter, error);
  g_auto (Names) names = { 0 };

  if (bars == NULL || !names_read (&names, db, scene->names, lang, error) || !find_span (scene, db, bars, filter, today, error))
    return NULL;
  take_bars (scene, bars, &names);
  g_array_sort (scene->bars, compare_days); /* one of which a day was moved may begin later than its row says */
  lay_out (scene, &names);
  return read_calendars (scene, db, filter->within, today, error) ? g_steal_pointer (&scene) : NULL;
}

/* ---- finding ---- */

const PatalSceneBar *
patal_batch_scene_find (const PatalBatchScene *scene, gint64 batch, guint *index)
{
  for (guint i = 0; i < scene->bars->len; i++)
    {
      const PatalSceneBar *bar = &g_array_index (scene->bars, PatalSceneBar, i);

      if (bar->bar.id != batch)
        continue;
      if (index != NULL)
        *index = i;
      return bar;
    }
  return NULL;
}

guint
patal_batch_scene_from (const PatalBatchScene *scene, PatalDay day)
{
  guint low = 0, high = scene->bars->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (scene->bars, PatalSceneBar, middle).bar.span.from < day - MOST_SPAN_DAYS)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}
