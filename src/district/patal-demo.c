/* patal-demo.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo.h"
#include "patal-blackout.h"
#include "patal-demo-list.h"
#include "patal-demo-people.h"
#include "patal-district.h"
#include "patal-holiday.h"
#include "patal-venue.h"
#include <glib/gi18n-lib.h>

/* What the edits hand on to each other. */
typedef struct
{
  PatalDemoList       *list; /* the edit's own */
  PatalDemoPlaces      places;
  const PatalProgress *progress;
  gint64               clock;
} Demo;

#define N_STEPS 5
#define BEGUN_AT (PATAL_DEMO_FILLED_AT - N_STEPS * PATAL_DEMO_STEP) /* 11 o'clock in the office */

gint64
patal_demo_place (const PatalDemoPlaces *places, const char *name)
{
  const gint64 *id = name != NULL ? g_hash_table_lookup (places->units, name) : &places->district;

  if (id == NULL)
    g_error ("the demonstration has no place %s", name);
  return *id;
}

static void
remember_place (PatalDemoPlaces *places, char *name, gint64 id)
{
  g_hash_table_insert (places->units, name, g_memdup2 (&id, sizeof id));
}

static gboolean
finish_district (PatalDb *db, PatalDemoPlaces *places, GError **error)
{
  g_auto (PatalUnit) district = { 0 };

  if (!patal_db_int (db, "SELECT id FROM unit WHERE level = 'district'", PATAL_NO_ARGS, &places->district,
                     error) ||
      !patal_unit_load (db, places->district, &district, error))
    return FALSE;
  district.lgd_code = g_strdup ("991");
  district.remark = g_strdup ("काल्पनिक जिला: केवल प्रदर्शन के लिए");
  return patal_unit_update (db, &district, error);
}

static gboolean
add_blocks (PatalDb *db, PatalDemoPlaces *places, GError **error)
{
  g_autoptr (PatalDemoList) list = patal_demo_list_new ("blocks");

  for (guint i = 0; i < patal_demo_list_length (list); i++)
    {
      PatalUnit block = { .level = PATAL_LEVEL_BLOCK, .parent = places->district,
                          .name_hi = patal_demo_list_text (list, i, "name_hi"),
                          .name_en = patal_demo_list_text (list, i, "name_en"),
                          .lgd_code = patal_demo_list_text (list, i, "lgd_code"),
                          .pesa = patal_demo_list_int (list, i, "pesa") == 1,
                          .households = -1, .population = -1, .sc = -1, .st = -1 };

      block.has_place = patal_demo_list_place (list, i, &block.lat, &block.lon);
      if (!patal_unit_insert (db, &block, error))
        return FALSE;
      remember_place (places, g_strdup (block.name_en), block.id);
    }
  return TRUE;
}

static gboolean
add_gp (PatalDb *db, const PatalDemoList *list, guint row, const PatalUnit *block, PatalDemoPlaces *places,
        GError **error)
{
  const char *aliases = patal_demo_list_text (list, row, "aliases");
  g_auto (GStrv) names = aliases != NULL ? g_strsplit (aliases, ",", -1) : NULL;
  PatalUnit gp = { .level = PATAL_LEVEL_GP, .parent = block->id,
                   .name_hi = patal_demo_list_text (list, row, "name_hi"),
                   .name_en = patal_demo_list_text (list, row, "name_en"),
                   .lgd_code = patal_demo_list_text (list, row, "lgd_code"),
                   .valid_from = patal_demo_list_day (list, row, "valid_from"),
                   .pesa = block->pesa,
                   .antyodaya = patal_demo_list_int (list, row, "antyodaya") == 1,
                   .households = patal_demo_list_int (list, row, "households"),
                   .population = patal_demo_list_int (list, row, "population"),
                   .sc = patal_demo_list_int (list, row, "sc"),
                   .st = patal_demo_list_int (list, row, "st"),
                   .aliases = names };
  PatalDemoGp known;

  gp.has_place = patal_demo_list_place (list, row, &gp.lat, &gp.lon);
  if (!patal_unit_insert (db, &gp, error))
    return FALSE;
  known = (PatalDemoGp){ .id = gp.id,
                         .block = block->id,
                         .since = gp.valid_from,
                         .pesa = gp.pesa,
                         .has_place = gp.has_place,
                         .lat = gp.lat,
                         .lon = gp.lon,
                         .population = gp.population,
                         .sc = gp.sc,
                         .st = gp.st };
  g_array_append_val (places->gps, known);
  remember_place (places, g_strconcat (block->name_en, "/", gp.name_en, NULL), gp.id);
  return TRUE;
}

static gboolean
places_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;
  g_auto (PatalUnit) block = { 0 };

  if (!finish_district (db, &demo->places, error) || !add_blocks (db, &demo->places, error))
    return FALSE;
  for (guint i = 0; i < patal_demo_list_length (demo->list); i++)
    {
      const char *name = patal_demo_list_text (demo->list, i, "block");

      if (g_strcmp0 (name, block.name_en) != 0)
        {
          patal_unit_clear (&block);
          if (!patal_unit_load (db, patal_demo_place (&demo->places, name), &block, error))
            return FALSE;
        }
      if (!add_gp (db, demo->list, i, &block, &demo->places, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
people_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;

  return patal_demo_people_fill (db, &demo->places, demo->progress, error);
}

static gboolean
venues_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;

  for (guint i = 0; i < patal_demo_list_length (demo->list); i++)
    {
      PatalVenue venue = { .unit = patal_demo_place (&demo->places,
                                                     patal_demo_list_text (demo->list, i, "place")),
                           .name_hi = patal_demo_list_text (demo->list, i, "name_hi"),
                           .name_en = patal_demo_list_text (demo->list, i, "name_en"),
                           .capacity = (int) patal_demo_list_int (demo->list, i, "capacity"),
                           .halls = (int) patal_demo_list_int (demo->list, i, "halls"),
                           .projector = patal_demo_list_int (demo->list, i, "projector") == 1,
                           .toilet = patal_demo_list_int (demo->list, i, "toilet") == 1,
                           .contact = patal_demo_list_text (demo->list, i, "contact"),
                           .mobile = patal_demo_list_text (demo->list, i, "mobile"),
                           .remark = patal_demo_list_text (demo->list, i, "remark") };

      venue.has_place = patal_demo_list_place (demo->list, i, &venue.lat, &venue.lon);
      if (!patal_venue_insert (db, &venue, error))
        return FALSE;
    }
  return TRUE;
}

static PatalHolidayClass
holiday_class_of (const char *id)
{
  for (guint i = 0; i < PATAL_N_HOLIDAY_CLASSES; i++)
    if (g_strcmp0 (patal_holiday_class_id (i), id) == 0)
      return i;
  g_error ("the demonstration has a holiday of class %s", id);
}

static gboolean
holidays_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;

  for (guint i = 0; i < patal_demo_list_length (demo->list); i++)
    {
      PatalHoliday holiday = { .day = patal_demo_list_day (demo->list, i, "day"),
                               .name_hi = patal_demo_list_text (demo->list, i, "name_hi"),
                               .name_en = patal_demo_list_text (demo->list, i, "name_en"),
                               .klass = holiday_class_of (patal_demo_list_text (demo->list, i, "class")),
                               .source = patal_demo_list_text (demo->list, i, "source"),
                               .order_no = patal_demo_list_text (demo->list, i, "order_no") };

      if (holiday.klass == PATAL_HOLIDAY_LOCAL)
        holiday.district = demo->places.district;
      else
        holiday.state_code = (char *) "22";
      holiday.verified = holiday.order_no != NULL;
      if (!patal_holiday_insert (db, &holiday, error))
        return FALSE;
    }
  return TRUE;
}

static PatalBlackoutReason
blackout_reason_of (const char *id)
{
  for (guint i = 0; i < PATAL_N_BLACKOUT_REASONS; i++)
    if (g_strcmp0 (patal_blackout_reason_id (i), id) == 0)
      return i;
  g_error ("the demonstration has a blackout for the reason %s", id);
}

static gboolean
blackouts_cb (PatalDb *db, gpointer data, GError **error)
{
  Demo *demo = data;

  for (guint i = 0; i < patal_demo_list_length (demo->list); i++)
    {
      PatalBlackout blackout = {
        .unit = patal_demo_place (&demo->places, patal_demo_list_text (demo->list, i, "place")),
        .span = { patal_demo_list_day (demo->list, i, "from"), patal_demo_list_day (demo->list, i, "to") },
        .reason = blackout_reason_of (patal_demo_list_text (demo->list, i, "reason")),
        .hard = patal_demo_list_int (demo->list, i, "hard") == 1,
        .remark = patal_demo_list_text (demo->list, i, "remark")
      };

      if (!patal_blackout_insert (db, &blackout, error))
        return FALSE;
    }
  return TRUE;
}

/* Each a quarter of an hour after the one before. */
static gboolean
enter (PatalDb *db, Demo *demo, PatalDemoList *list, const PatalLabel *label, PatalEditFunc edit,
       GError **error)
{
  demo->list = list;
  demo->clock += PATAL_DEMO_STEP;
  patal_db_set_clock (db, demo->clock);
  return patal_db_edit (db, label, edit, demo, error);
}

gboolean
patal_demo_fill (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) known_gps = g_array_new (FALSE, FALSE, sizeof (PatalDemoGp));
  g_autoptr (PatalDemoList) gps = patal_demo_list_new ("gps");
  g_autoptr (PatalDemoList) venues = patal_demo_list_new ("venues");
  g_autoptr (PatalDemoList) holidays = patal_demo_list_new ("holidays");
  g_autoptr (PatalDemoList) blackouts = patal_demo_list_new ("blackouts");
  PatalProgressPart part;
  Demo demo = { .places = { .units = units, .gps = known_gps }, .clock = BEGUN_AT,
                .progress = patal_progress_part (&part, progress, 0.2, 0.9) };

  patal_db_set_who (db, "प्रदर्शन");
  patal_db_set_clock (db, demo.clock);
  return patal_district_begin (db, "CG", "सोनगढ़", "Songarh", error) &&
         enter (db, &demo, gps,
                PATAL_LABEL_N ("Entered {n} gram panchayat", "Entered {n} gram panchayats",
                               patal_demo_list_length (gps)),
                places_cb, error) &&
         enter (db, &demo, NULL, PATAL_LABEL ("Entered officers, sarpanches and staff"), people_cb,
                error) &&
         enter (db, &demo, venues,
                PATAL_LABEL_N ("Entered {n} venue", "Entered {n} venues", patal_demo_list_length (venues)),
                venues_cb, error) &&
         enter (db, &demo, holidays,
                PATAL_LABEL_N ("Entered {n} holiday", "Entered {n} holidays",
                               patal_demo_list_length (holidays)),
                holidays_cb, error) &&
         enter (db, &demo, blackouts,
                PATAL_LABEL_N ("Entered {n} blackout", "Entered {n} blackouts",
                               patal_demo_list_length (blackouts)),
                blackouts_cb, error);
}
