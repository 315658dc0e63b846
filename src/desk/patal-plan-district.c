/* patal-plan-district.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-district.h"
#include "patal-calendar.h"
#include "patal-posting.h"
#include "patal-venue.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define OFFICER_POST "PO"

typedef struct
{
  PatalDb *db;
  const PatalPlanProgramme *programme;
  PatalLang lang;
  PatalPlanFiles *files;
  GArray *districts, *gps; /* gint64: their ids in the store, as they stand in the plan */
  GHashTable *district_at, *block_at, *gp_at, *officer_at; /* id in the store → place + 1 */
  GHashTable *counted; /* likewise, of people: the gram panchayat where they are counted */
  GHashTable *names;   /* of gram panchayats: name → how many have it */
} Making;

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
remember (GHashTable *table, gint64 id, int place)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (place + 1));
}

static int
recall (GHashTable *table, gint64 id) /* -1: not there */
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, &id)) - 1;
}

/* Takes @name, else with a number behind it, as a new id. */
static int
add_name (PatalPlanIds *ids, const char *name)
{
  g_autofree char *free_name = g_strdup (name);

  for (int n = 2; patal_plan_ids_find (ids, free_name) >= 0; n++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s-%d", name, n);
    }
  return patal_plan_ids_add (ids, free_name);
}

static PatalPlace
place_of (gboolean known, double lat, double lon)
{
  return known ? (PatalPlace){ lat, lon } : (PatalPlace){ NAN, NAN };
}

static gboolean
has_post (const Making *making, const PatalHolding *holding)
{
  return holding->person != 0 && g_strv_contains (making->programme->posts, holding->post_code);
}

static gboolean
is_resource (const Making *making, gint64 gp)
{
  for (gsize i = 0; i < making->programme->n_resource; i++)
    if (making->programme->resource[i] == gp)
      return TRUE;
  return FALSE;
}

static char *
holder_name (const Making *making, const PatalHolding *holding)
{
  const char *wanted = making->lang == PATAL_LANG_HI ? holding->person_hi : holding->person_en,
             *other = making->lang == PATAL_LANG_HI ? holding->person_en : holding->person_hi;

  return g_strdup (wanted != NULL ? wanted : other);
}

/* --- Blocks --- */

static gboolean
find_officer (Making *making, gint64 unit, PatalPlanBlock *block, GError **error)
{
  g_autoptr (GPtrArray) holdings
      = patal_holdings_in (making->db, unit, making->programme->window.from, error);

  block->officer = -1;
  block->attend = PATAL_ATTEND_FIRST;
  for (guint i = 0; holdings != NULL && i < holdings->len && block->officer < 0; i++)
    {
      const PatalHolding *holding = holdings->pdata[i];

      if (holding->person == 0 || !g_str_equal (holding->post_code, OFFICER_POST))
        continue;
      block->officer = recall (making->officer_at, holding->person);
      if (block->officer < 0)
        {
          g_autofree char *name = holder_name (making, holding);

          block->officer = add_name (&making->files->officers, name);
          remember (making->officer_at, holding->person, block->officer);
        }
    }
  return holdings != NULL;
}

static int
add_district (Making *making, gint64 unit)
{
  int place = recall (making->district_at, unit);
  g_autofree char *name = NULL;

  if (place >= 0)
    return place;
  name = patal_unit_name (making->db, unit, making->lang);
  place = add_name (&making->files->districts, name);
  remember (making->district_at, unit, place);
  g_array_append_val (making->districts, unit);
  return place;
}

static gboolean
add_block (Making *making, gint64 id, GError **error)
{
  PatalPlanData *data = &making->files->data;
  PatalPlanBlock *block = &data->blocks[data->n_blocks];
  g_autofree char *name = patal_unit_name (making->db, id, making->lang);
  g_auto (PatalUnit) unit = { 0 };

  if (!patal_unit_load (making->db, id, &unit, error) || !find_officer (making, id, block, error))
    return FALSE;
  block->district = add_district (making, unit.parent);
  block->headquarters = place_of (unit.has_place, unit.lat, unit.lon);
  remember (making->block_at, id, add_name (&making->files->blocks, name));
  data->n_blocks++;
  return TRUE;
}

static gboolean
make_blocks (Making *making, GError **error)
{
  g_autoptr (GArray) ids = patal_unit_ids (
      making->db, &(PatalUnitFilter){ .level = PATAL_LEVEL_BLOCK, .sort = PATAL_UNIT_SORT_NAME_HI }, error);

  if (ids == NULL)
    return FALSE;
  making->files->data.blocks = g_new0 (PatalPlanBlock, MAX (ids->len, 1));
  for (guint i = 0; i < ids->len; i++)
    if (!add_block (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  making->files->data.n_districts = patal_plan_ids_count (&making->files->districts);
  making->files->data.n_officers = patal_plan_ids_count (&making->files->officers);
  return TRUE;
}

/* --- Gram panchayats --- */

/* (transfer full): with the block's name behind it where another gram panchayat is called the same. */
static char *
gp_name (const Making *making, gint64 gp, int block)
{
  g_autofree char *name = patal_unit_name (making->db, gp, making->lang);

  if (GPOINTER_TO_INT (g_hash_table_lookup (making->names, name)) < 2)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s (%s)", name, patal_plan_ids_name (&making->files->blocks, block));
}

static gboolean
add_gp (Making *making, gint64 id, GError **error)
{
  PatalPlanData *data = &making->files->data;
  g_auto (PatalUnit) unit = { 0 };
  g_autofree char *name = NULL;
  int block;

  if (!patal_unit_load (making->db, id, &unit, error))
    return FALSE;
  block = recall (making->block_at, unit.parent);
  if (block < 0 || (unit.valid_to != PATAL_DAY_NONE && unit.valid_to < making->programme->window.from))
    return TRUE;
  name = gp_name (making, id, block);
  remember (making->gp_at, id, add_name (&making->files->units, name));
  g_array_append_val (making->gps, id);
  data->units[data->n_units++] = (PatalPlanUnit){ block, place_of (unit.has_place, unit.lat, unit.lon), 0 };
  return TRUE;
}

static gboolean
make_gps (Making *making, GError **error)
{
  g_autoptr (GArray) ids = patal_unit_ids (
      making->db, &(PatalUnitFilter){ .level = PATAL_LEVEL_GP, .sort = PATAL_UNIT_SORT_NAME_HI }, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      char *name = patal_unit_name (making->db, g_array_index (ids, gint64, i), making->lang);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (making->names, name));

      g_hash_table_insert (making->names, name, GINT_TO_POINTER (n + 1));
    }
  making->files->data.units = g_new0 (PatalPlanUnit, MAX (ids->len, 1));
  for (guint i = 0; i < ids->len; i++)
    if (!add_gp (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* --- People --- */

static void
add_trainer (Making *making, const PatalHolding *holding, int unit, GArray *trainers)
{
  const PatalPlanUnit *home = &making->files->data.units[unit];
  PatalPlanTrainer trainer = { home->block, home->place, 1, -1 };
  g_autofree char *name
      = g_strdelimit (holder_name (making, holding), " \t\r\n", '_'); /* lists have spaces between */

  add_name (&making->files->trainers, name);
  g_array_append_val (trainers, trainer);
}

/* Counts those of gram panchayat @unit who have @charge of a post and are not counted yet. */
static gboolean
count_people (Making *making, int unit, PatalCharge charge, GArray *trainers, GError **error)
{
  gint64 gp = g_array_index (making->gps, gint64, unit);
  g_autoptr (GPtrArray) holdings = patal_holdings_in (making->db, gp, making->programme->window.from, error);
  gboolean resource = is_resource (making, gp);

  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    {
      const PatalHolding *holding = holdings->pdata[i];

      if (!has_post (making, holding) || holding->charge != charge
          || recall (making->counted, holding->person) >= 0)
        continue;
      remember (making->counted, holding->person, unit);
      if (resource)
        add_trainer (making, holding, unit, trainers);
      else
        making->files->data.units[unit].heads++;
    }
  return holdings != NULL;
}

static gboolean
make_people (Making *making, GError **error)
{
  static const PatalCharge charges[] = { PATAL_CHARGE_MAIN, PATAL_CHARGE_ADDITIONAL };
  PatalPlanData *data = &making->files->data;
  g_autoptr (GArray) trainers = g_array_new (FALSE, TRUE, sizeof (PatalPlanTrainer));

  for (guint i = 0; i < G_N_ELEMENTS (charges); i++)
    for (int u = 0; u < data->n_units; u++)
      if (!count_people (making, u, charges[i], trainers, error))
        return FALSE;
  data->n_trainers = (int)trainers->len;
  data->trainers = (PatalPlanTrainer *)(void *)g_array_free (g_steal_pointer (&trainers), FALSE);
  return TRUE;
}

/* --- Venues --- */

static gboolean
add_venue (Making *making, gint64 id, GError **error)
{
  PatalPlanData *data = &making->files->data;
  g_auto (PatalVenue) venue = { 0 };
  const char *name;
  int unit, block;

  if (!patal_venue_load (making->db, id, &venue, error))
    return FALSE;
  unit = recall (making->gp_at, venue.unit);
  block = unit >= 0 ? data->units[unit].block : recall (making->block_at, venue.unit);
  if (block < 0 || venue.capacity < 0)
    return TRUE;
  name = making->lang == PATAL_LANG_HI ? venue.name_hi : venue.name_en;
  add_name (&making->files->venues, name != NULL            ? name
                                    : venue.name_hi != NULL ? venue.name_hi
                                                            : venue.name_en);
  data->venues[data->n_venues++] = (PatalPlanVenue){
    block,          unit,        place_of (venue.has_place, venue.lat, venue.lon),
    venue.capacity, venue.halls, is_resource (making, venue.unit) ? 0 : 1,
  };
  return TRUE;
}

static gboolean
make_venues (Making *making, GError **error)
{
  g_autoptr (GArray) ids
      = patal_venue_ids (making->db, &(PatalVenueFilter){ .sort = PATAL_VENUE_SORT_NAME_HI }, error);

  if (ids == NULL)
    return FALSE;
  making->files->data.venues = g_new0 (PatalPlanVenue, MAX (ids->len, 1));
  for (guint i = 0; i < ids->len; i++)
    if (!add_venue (making, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* --- Days --- */

static void
close_days (Making *making, GArray *closed, PatalPlanScope scope, int of, PatalSpan span, const char *reason)
{
  PatalPlanSpan blackout = { scope, of, span };

  g_array_append_val (closed, blackout);
  g_ptr_array_add (making->files->reasons, g_strdup (reason != NULL ? reason : ""));
}

static gboolean
add_holidays (Making *making, int district, GArray *closed, GError **error)
{
  PatalHolidayFilter filter = { .span = making->programme->window,
                                .classes = PATAL_HOLIDAY_NO_TRAINING,
                                .unit = g_array_index (making->districts, gint64, district) };
  g_autoptr (GArray) ids = patal_holiday_ids (making->db, &filter, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_auto (PatalHoliday) holiday = { 0 };
      const char *name;

      if (!patal_holiday_load (making->db, g_array_index (ids, gint64, i), &holiday, error))
        return FALSE;
      name = making->lang == PATAL_LANG_HI || holiday.name_en == NULL ? holiday.name_hi : holiday.name_en;
      close_days (making, closed, PATAL_PLAN_DISTRICT, district, (PatalSpan){ holiday.day, holiday.day },
                  name != NULL ? name : holiday.name_en);
    }
  return ids != NULL;
}

/* A gram panchayat's halls are closed with it. */
static void
close_gp (Making *making, int gp, const PatalBlackout *blackout, GArray *closed)
{
  const PatalPlanData *data = &making->files->data;

  close_days (making, closed, PATAL_PLAN_UNIT, gp, blackout->span, blackout->remark);
  for (int v = 0; v < data->n_venues; v++)
    if (data->venues[v].unit == gp)
      close_days (making, closed, PATAL_PLAN_VENUE, v, blackout->span, blackout->remark);
}

static gboolean
add_blackout (Making *making, gint64 id, GArray *closed, GError **error)
{
  g_auto (PatalBlackout) blackout = { 0 };
  g_auto (PatalUnit) unit = { 0 };

  if (!patal_blackout_load (making->db, id, &blackout, error)
      || !patal_unit_load (making->db, blackout.unit, &unit, error))
    return FALSE;
  if (!blackout.hard)
    return TRUE;
  if (unit.level == PATAL_LEVEL_STATE)
    close_days (making, closed, PATAL_PLAN_STATE, 0, blackout.span, blackout.remark);
  else if (recall (making->gp_at, unit.id) >= 0)
    close_gp (making, recall (making->gp_at, unit.id), &blackout, closed);
  else if (recall (making->block_at, unit.id) >= 0)
    close_days (making, closed, PATAL_PLAN_BLOCK, recall (making->block_at, unit.id), blackout.span,
                blackout.remark);
  else if (recall (making->district_at, unit.id) >= 0)
    close_days (making, closed, PATAL_PLAN_DISTRICT, recall (making->district_at, unit.id), blackout.span,
                blackout.remark);
  return TRUE;
}

static gboolean
make_days (Making *making, GError **error)
{
  PatalPlanData *data = &making->files->data;
  g_autoptr (GArray) closed = g_array_new (FALSE, TRUE, sizeof (PatalPlanSpan));
  g_autoptr (GArray) ids
      = patal_blackout_ids (making->db, &(PatalBlackoutFilter){ .span = making->programme->window }, error);

  if (ids == NULL)
    return FALSE;
  data->windows = g_new0 (PatalPlanSpan, 1);
  data->windows[data->n_windows++] = (PatalPlanSpan){ PATAL_PLAN_STATE, 0, making->programme->window };
  for (guint d = 0; d < making->districts->len; d++)
    if (!add_holidays (making, (int)d, closed, error))
      return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_blackout (making, g_array_index (ids, gint64, i), closed, error))
      return FALSE;
  data->n_blackouts = (int)closed->len;
  data->blackouts = (PatalPlanSpan *)(void *)g_array_free (g_steal_pointer (&closed), FALSE);
  return TRUE;
}

/* --- All --- */

static gboolean
check_posts (const Making *making, GError **error)
{
  g_autoptr (GPtrArray) posts = patal_posts (making->db, error);

  for (const char *const *code = making->programme->posts; posts != NULL && *code != NULL; code++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < posts->len && !known; i++)
        known = g_str_equal (((const PatalPost *)posts->pdata[i])->code, *code);
      if (!known)
        {
          g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND,
                       _ ("There is no post “%s” in this file"), *code);
          return FALSE;
        }
    }
  return posts != NULL;
}

static gboolean
make_rules (Making *making, GError **error)
{
  const PatalPlanProgramme *programme = making->programme;
  PatalPlanData *data = &making->files->data;
  g_auto (PatalWeek) week = { 0 };

  if (!patal_week_load (making->db, &week, error))
    return FALSE;
  data->rules = patal_plan_rules_usual ();
  data->rules.batch_min = programme->batch_min;
  data->rules.batch_max = programme->batch_max;
  data->rules.weekly_off = week.off;
  data->modules = g_new0 (PatalPlanModule, 1);
  data->modules[data->n_modules++] = (PatalPlanModule){ programme->days, programme->team, 0 };
  add_name (&making->files->modules, programme->module);
  return TRUE;
}

static void
making_clear (Making *making)
{
  GHashTable *tables[] = { making->district_at, making->block_at, making->gp_at,
                           making->officer_at,  making->counted,  making->names };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  g_array_unref (making->districts);
  g_array_unref (making->gps);
  g_clear_pointer (&making->files, patal_plan_files_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

PatalPlanFiles *
patal_plan_district_files (PatalDb *db, const PatalPlanProgramme *programme, PatalLang lang, GError **error)
{
  g_auto (Making) making = {
    .db = db,
    .programme = programme,
    .lang = lang,
    .files = patal_plan_files_new (),
    .districts = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .gps = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .district_at = new_ids (),
    .block_at = new_ids (),
    .gp_at = new_ids (),
    .officer_at = new_ids (),
    .counted = new_ids (),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  if (!check_posts (&making, error) || !make_rules (&making, error) || !make_blocks (&making, error)
      || !make_gps (&making, error) || !make_people (&making, error) || !make_venues (&making, error)
      || !make_days (&making, error))
    return NULL;
  return g_steal_pointer (&making.files);
}
