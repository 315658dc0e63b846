/* patal-training-problem.c: blocks, units, venues and modules of a problem, and the whole
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-calendar.h"
#include "patal-posting.h"
#include "patal-training-problem-private.h"
#include "patal-venue.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* --- The value --- */

static void
why_free (gpointer data)
{
  PatalClosedWhy *why = data;

  g_free (why->words[PATAL_LANG_HI]);
  g_free (why->words[PATAL_LANG_EN]);
  g_free (why);
}

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static PatalTrainingProblem *
problem_new (gint64 training)
{
  PatalTrainingProblem *problem = g_atomic_rc_box_new0 (PatalTrainingProblem);

  problem->training = training;
  problem->districts = new_ids ();
  problem->blocks = new_ids ();
  problem->units = new_ids ();
  problem->venues = new_ids ();
  problem->modules = new_ids ();
  problem->trainers = new_ids ();
  problem->trainer_people = new_ids ();
  problem->officers = new_ids ();
  for (PatalLang lang = 0; lang < 2; lang++)
    problem->module_names[lang] = g_ptr_array_new_with_free_func (g_free);
  problem->heads = g_array_new (FALSE, TRUE, sizeof (PatalHead));
  problem->covered = g_array_new (FALSE, TRUE, sizeof (PatalHead));
  problem->vacant = new_ids ();
  problem->closed_why = g_ptr_array_new_with_free_func (why_free);
  return problem;
}

static void
problem_clear (gpointer data)
{
  PatalTrainingProblem *problem = data;
  GArray *arrays[] = { problem->districts, problem->blocks, problem->units, problem->venues, problem->modules, problem->trainers,
                       problem->trainer_people, problem->officers, problem->heads, problem->covered, problem->vacant };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  for (PatalLang lang = 0; lang < 2; lang++)
    g_ptr_array_unref (problem->module_names[lang]);
  g_ptr_array_unref (problem->closed_why);
  g_free (problem->stood);
  patal_plan_data_clear (&problem->data);
}

PatalTrainingProblem *
patal_training_problem_ref (PatalTrainingProblem *problem)
{
  return g_atomic_rc_box_acquire (problem);
}

void
patal_training_problem_unref (PatalTrainingProblem *problem)
{
  g_atomic_rc_box_release_full (problem, problem_clear);
}

int
patal_training_problem_find (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;
  return -1;
}

/* --- While it is made --- */

void
patal_making_remember (GHashTable *table, gint64 id, int place)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (place + 1));
}

int
patal_making_recall (GHashTable *table, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, &id)) - 1;
}

PatalDay
patal_making_day (const PatalProblemMaking *making)
{
  return MAX (making->today, making->training->window.from);
}

gboolean
patal_making_is_without (const PatalProblemMaking *making, gint64 unit, gint64 block, gint64 venue, gint64 trainer)
{
  for (guint i = 0; i < making->training->limits->len; i++)
    {
      const PatalLimit *limit = making->training->limits->pdata[i];

      if (limit->kind != PATAL_LIMIT_WITHOUT)
        continue;
      if ((limit->unit != 0 && (limit->unit == unit || limit->unit == block)) || (venue != 0 && limit->venue == venue)
          || (trainer != 0 && limit->trainer == trainer))
        return TRUE;
    }
  return FALSE;
}

void
patal_making_close (PatalProblemMaking *making, PatalPlanScope scope, int of, PatalSpan span, const char *hi, const char *en)
{
  PatalPlanSpan closed = { scope, of, span };
  PatalClosedWhy *why = g_new0 (PatalClosedWhy, 1);

  why->words[PATAL_LANG_HI] = g_strdup (hi != NULL ? hi : en != NULL ? en : "");
  why->words[PATAL_LANG_EN] = g_strdup (en != NULL ? en : hi != NULL ? hi : "");
  g_array_append_val (making->closed, closed);
  g_ptr_array_add (making->problem->closed_why, why);
}

static PatalPlace
place_of (gboolean known, double lat, double lon)
{
  return known ? (PatalPlace) { lat, lon } : (PatalPlace) { NAN, NAN };
}

/* --- Blocks --- */

static gboolean
find_officer (PatalProblemMaking *making, gint64 unit, PatalPlanBlock *block, GError **error)
{
  const char *post = making->training->officer_post;
  g_autoptr (GPtrArray) holdings = NULL;

  block->officer = -1;
  block->attend = making->training->attend;
  if (post == NULL || block->attend == PATAL_ATTEND_NONE)
    return TRUE;
  holdings = patal_holdings_in (making->db, unit, patal_making_day (making), error);
  for (guint i = 0; holdings != NULL && i < holdings->len && block->officer < 0; i++)
    {
      const PatalHolding *holding = holdings->pdata[i];

      if (holding->person == 0 || !g_str_equal (holding->post_code, post))
        continue;
      block->officer = patal_making_recall (making->officer_at, holding->person);
      if (block->officer < 0)
        {
          block->officer = (int) making->problem->officers->len;
          g_array_append_val (making->problem->officers, holding->person);
          patal_making_remember (making->officer_at, holding->person, block->officer);
        }
    }
  return holdings != NULL;
}

static int
add_district (PatalProblemMaking *making, gint64 unit)
{
  int place = patal_making_recall (making->district_at, unit);

  if (place >= 0)
    return place;
  place = (int) making->problem->districts->len;
  g_array_append_val (making->problem->districts, unit);
  patal_making_remember (making->district_at, unit, place);
  return place;
}

static gboolean
add_block (PatalProblemMaking *making, gint64 id, GError **error)
{
  PatalPlanData *data = &making->problem->data;
  PatalPlanBlock *block = &data->blocks[data->n_blocks];
  g_auto (PatalUnit) unit = { 0 };

  if (!patal_unit_load (making->db, id, &unit, error) || !find_officer (making, id, block, error))
    return FALSE;
  block->district = add_district (making, unit.parent);
  block->headquarters = place_of (unit.has_place, unit.lat, unit.lon);
  patal_making_remember (making->block_at, id, data->n_blocks++);
  g_array_append_val (making->problem->blocks, id);
  return TRUE;
}

/* All of the file, also where @within is less: trainers live in them. */
static gboolean
make_blocks (PatalProblemMaking *making, GError **error)
{
  g_autoptr (GArray) ids
    = patal_unit_ids (making->db, &(PatalUnitFilter) { .level = PATAL_LEVEL_BLOCK, .sort = PATAL_UNIT_SORT_NAME_HI }, error);

  if (ids == NULL)
    return FALSE;
  making->problem->data.blocks = g_new0 (PatalPlanBlock, MAX (ids->len, 1));
  for (guint i = 0; i < ids->len; i++)
    if (!add_block (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  making->problem->data.n_districts = (int) making->problem->districts->len;
  making->problem->data.n_officers = (int) making->problem->officers->len;
  return TRUE;
}

/* --- Units --- */

static gboolean
add_unit (PatalProblemMaking *making, gint64 id, GError **error)
{
  PatalPlanData *data = &making->problem->data;
  g_auto (PatalUnit) unit = { 0 };
  int block;

  if (!patal_unit_load (making->db, id, &unit, error))
    return FALSE;
  block = patal_making_recall (making->block_at, unit.parent);
  if (block < 0 || (unit.valid_to != PATAL_DAY_NONE && unit.valid_to < making->training->window.from))
    return TRUE;
  patal_making_remember (making->unit_at, id, data->n_units);
  g_array_append_val (making->problem->units, id);
  data->units[data->n_units++] = (PatalPlanUnit) { block, place_of (unit.has_place, unit.lat, unit.lon), 0 };
  return TRUE;
}

static gboolean
make_units (PatalProblemMaking *making, GError **error)
{
  PatalUnitFilter filter = { .level = PATAL_LEVEL_GP, .within = making->training->within, .sort = PATAL_UNIT_SORT_NAME_HI };
  g_autoptr (GArray) ids = patal_unit_ids (making->db, &filter, error);

  if (ids == NULL)
    return FALSE;
  making->problem->data.units = g_new0 (PatalPlanUnit, MAX (ids->len, 1));
  for (guint i = 0; i < ids->len; i++)
    if (!add_unit (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* --- Venues --- */

static gboolean
add_venue (PatalProblemMaking *making, gint64 id, GError **error)
{
  PatalPlanData *data = &making->problem->data;
  g_auto (PatalVenue) venue = { 0 };
  g_auto (PatalUnit) home = { 0 };
  PatalPlace place;
  int unit, block;

  if (!patal_venue_load (making->db, id, &venue, error) || !patal_unit_load (making->db, venue.unit, &home, error))
    return FALSE;
  unit = patal_making_recall (making->unit_at, venue.unit);
  block = patal_making_recall (making->block_at, home.level == PATAL_LEVEL_GP ? home.parent : home.id);
  if (block < 0 || (!making->of_clusters && (venue.capacity < 0 || patal_making_is_without (making, 0, 0, id, 0))))
    return TRUE;
  place = place_of (venue.has_place, venue.lat, venue.lon);
  if (!venue.has_place && unit < 0 && home.level == PATAL_LEVEL_GP) /* of a gram panchayat that is not in the problem */
    place = place_of (home.has_place, home.lat, home.lon);
  patal_making_remember (making->venue_at, id, data->n_venues);
  g_array_append_val (making->problem->venues, id);
  data->venues[data->n_venues++] = (PatalPlanVenue) {
    block, unit, place, venue.capacity >= 0 ? venue.capacity : PATAL_VENUE_MAX_CAPACITY, venue.halls, g_hash_table_contains (making->resource_units, &venue.unit) ? 0 : 1,
  };
  return TRUE;
}

static gboolean
make_venues (PatalProblemMaking *making, GError **error)
{
  g_autoptr (GArray) ids = patal_venue_ids (making->db, &(PatalVenueFilter) { .sort = PATAL_VENUE_SORT_NAME_HI }, error);

  if (ids == NULL)
    return FALSE;
  making->problem->data.venues = g_new0 (PatalPlanVenue, MAX (ids->len, 1));
  for (guint i = 0; i < ids->len; i++)
    if (!add_venue (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* --- Rules and modules --- */

static gboolean
check_posts (const PatalProblemMaking *making, GError **error)
{
  g_autoptr (GPtrArray) posts = patal_posts (making->db, error);

  for (guint p = 0; posts != NULL && p < making->course->posts->len; p++)
    {
      const char *code = making->course->posts->pdata[p];
      gboolean known = FALSE;

      for (guint i = 0; i < posts->len && !known; i++)
        known = g_str_equal (((const PatalPost *) posts->pdata[i])->code, code);
      if (!known)
        {
          g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("There is no post “%s” in this file"), code);
          return FALSE;
        }
    }
  return posts != NULL;
}

static void
add_module (PatalTrainingProblem *problem, const PatalModule *module)
{
  PatalPlanData *data = &problem->data;
  guint64 after = module->follows && data->n_modules > 0 ? G_GUINT64_CONSTANT (1) << (data->n_modules - 1) : 0;

  data->modules[data->n_modules++] = (PatalPlanModule) { module->days, module->team, after };
  g_array_append_val (problem->modules, module->id);
  for (PatalLang lang = 0; lang < 2; lang++)
    g_ptr_array_add (problem->module_names[lang], g_strdup (module->names[lang] != NULL ? module->names[lang] : module->names[!lang]));
}

static gboolean
make_rules (PatalProblemMaking *making, GError **error)
{
  PatalTrainingProblem *problem = making->problem;
  const GPtrArray *modules = making->course->modules;
  g_auto (PatalWeek) week = { 0 };

  if (!patal_week_load (making->db, &week, error))
    return FALSE;
  problem->data.rules = making->training->rules;
  problem->data.rules.weekly_off = week.off;
  problem->data.rules.today = making->today;
  problem->data.modules = g_new0 (PatalPlanModule, MAX (modules->len, 1));
  for (guint i = 0; i < modules->len; i++)
    add_module (problem, modules->pdata[i]);
  return TRUE;
}

/* --- All --- */

char *
patal_training_stand (PatalDb *db, gint64 training, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT k.id || ' ' || ifnull (k.venue, 0) || ' ' || ifnull (b.id || ' ' || ifnull (b.start_day, '') || ' ' || b.days || b.status || b.pinned, '')"
    " || ' ' || ifnull ((SELECT group_concat (trainer) FROM (SELECT trainer FROM batch_trainer WHERE batch = b.id ORDER BY trainer)), '')"
    " || ' ' || (SELECT count (*) || ' ' || ifnull (max (id), 0) FROM nomination WHERE batch = b.id AND status = 'nominated')"
    " FROM cluster AS k LEFT JOIN batch AS b ON b.cluster = k.id WHERE k.training = ?1 ORDER BY k.id, b.id",
    PATAL_ARGS (PATAL_INT (training)));
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  while (patal_rows_next (&rows))
    g_checksum_update (sum, (const guchar *) patal_rows_text (&rows, 0), -1);
  return patal_rows_finish (&rows, error) ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static GHashTable *
new_places (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
making_clear (PatalProblemMaking *making)
{
  GHashTable *tables[] = { making->district_at, making->block_at, making->unit_at, making->venue_at,
                           making->officer_at, making->trainer_at, making->head_at, making->resource_units };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  g_array_unref (making->closed);
  g_clear_pointer (&making->problem, patal_training_problem_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalProblemMaking, making_clear)

typedef enum { OF_HOLDERS, OF_CLUSTERS } ProblemOf;

static PatalTrainingProblem *
make_problem (PatalDb *db, const PatalTraining *training, const PatalCourse *course, const GArray *resource, ProblemOf of, PatalDay today,
              const PatalProgress *progress, GError **error)
{
  g_auto (PatalProblemMaking) making = {
    .db = db, .training = training, .course = course, .resource = resource, .today = today, .span = training->window,
    .of_clusters = of == OF_CLUSTERS, .problem = problem_new (training->id),
    .district_at = new_places (), .block_at = new_places (), .unit_at = new_places (), .venue_at = new_places (),
    .officer_at = new_places (), .trainer_at = new_places (), .head_at = new_places (), .resource_units = new_places (),
    .closed = g_array_new (FALSE, TRUE, sizeof (PatalPlanSpan)),
  };

  making.problem->stood = patal_training_stand (db, training->id, error); /* first: what changes meanwhile is seen */
  if (making.problem->stood == NULL || !check_posts (&making, error) || !make_rules (&making, error) || !make_blocks (&making, error)
      || !make_units (&making, error) || !patal_making_trainers (&making, error) || !patal_making_heads (&making, progress, error)
      || !make_venues (&making, error))
    return NULL;
  if (making.problem->heads->len == 0)
    {
      patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_EMPTY), error);
      return NULL;
    }
  patal_making_windows (&making);
  if (!patal_making_days (&making, error) || !patal_making_taken (&making, error))
    return NULL;
  making.problem->data.n_blackouts = (int) making.closed->len;
  making.problem->data.blackouts = g_memdup2 (making.closed->data, making.closed->len * sizeof (PatalPlanSpan));
  return g_steal_pointer (&making.problem);
}

PatalTrainingProblem *
patal_training_problem_new (PatalDb *db, const PatalTraining *training, const PatalCourse *course, const GArray *resource, PatalDay today,
                            const PatalProgress *progress, GError **error)
{
  return make_problem (db, training, course, resource, OF_HOLDERS, today, progress, error);
}

PatalTrainingProblem *
patal_training_problem_of_clusters (PatalDb *db, const PatalTraining *training, const PatalCourse *course, PatalDay today,
                                    const PatalProgress *progress, GError **error)
{
  return make_problem (db, training, course, NULL, OF_CLUSTERS, today, progress, error);
}
