/* patal-venue.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-venue.h"
#include "patal-contact.h"
#include "patal-degrees.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-venue-error-quark, patal_venue_error)

/* India, as the file's CHECKs have it. */

void
patal_venue_clear (PatalVenue *venue)
{
  g_free (venue->name_hi);
  g_free (venue->name_en);
  g_free (venue->contact);
  g_free (venue->mobile);
  g_free (venue->remark);
  memset (venue, 0, sizeof *venue);
}

gboolean
patal_venue_load (PatalDb *db, gint64 id, PatalVenue *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT name_hi, name_en, contact, mobile, remark, unit, ifnull (capacity, -1), halls, projector, toilet, lat, lon"
    " FROM venue WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalVenue) venue = { .id = id };
  gboolean found = patal_rows_next (&rows);

  if (found)
    {
      char **texts[] = { &venue.name_hi, &venue.name_en, &venue.contact, &venue.mobile, &venue.remark };

      for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
        *texts[i] = g_strdup (patal_rows_text (&rows, i));
      venue.unit = patal_rows_int (&rows, 5);
      venue.capacity = (int) patal_rows_int (&rows, 6);
      venue.halls = (int) patal_rows_int (&rows, 7);
      venue.projector = patal_rows_int (&rows, 8) != 0;
      venue.toilet = patal_rows_int (&rows, 9) != 0;
      venue.has_place = !patal_rows_null (&rows, 10);
      venue.lat = patal_rows_real (&rows, 10);
      venue.lon = patal_rows_real (&rows, 11);
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This venue is no longer in the file"));
      return FALSE;
    }
  *out = venue;
  memset (&venue, 0, sizeof venue);
  return TRUE;
}

static gboolean
refuse (GError **error, PatalVenueError code, const char **field, const char *id, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_VENUE_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_texts (const PatalVenue *venue, const char **field, GError **error)
{
  const struct { const char *id, *text; } texts[] = {
    { "name_hi", venue->name_hi }, { "name_en", venue->name_en }, { "contact", venue->contact },
    { "remark", venue->remark }, { "mobile", venue->mobile },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      *field = texts[i].id;
      if (!patal_contact_no_aadhaar (texts[i].text, error))
        return FALSE;
    }
  return patal_contact_mobile_check (venue->mobile, error);
}

gboolean
patal_venue_check (const PatalVenue *venue, const char **field, GError **error)
{
  g_autoptr (GError) fault = NULL;
  PatalDegreesHalf half;
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (venue->name_hi == NULL && venue->name_en == NULL)
    return refuse (error, PATAL_VENUE_ERROR_NAME, field, "name_hi", _("A venue needs a name, in Hindi or in English"));
  if (venue->unit == 0)
    return refuse (error, PATAL_VENUE_ERROR_UNIT, field, "unit", _("Choose the gram panchayat, block or district where the venue stands"));
  if (venue->capacity != -1
      && (venue->capacity < PATAL_VENUE_MIN_CAPACITY || venue->capacity > PATAL_VENUE_MAX_CAPACITY))
    return refuse (error, PATAL_VENUE_ERROR_CAPACITY, field, "capacity", _("The capacity is a number from 10 to 500"));
  if (venue->halls < 1 || venue->halls > PATAL_VENUE_MAX_HALLS)
    return refuse (error, PATAL_VENUE_ERROR_HALLS, field, "halls", _("The number of halls is from 1 to 50"));
  if (venue->has_place && !patal_degrees_check_place (venue->lat, venue->lon, &half, &fault))
    return refuse (error, PATAL_VENUE_ERROR_PLACE, field, half == PATAL_DEGREES_LAT ? "lat" : "lon", fault->message);
  return check_texts (venue, field, error);
}

/* A venue of a whole state could not be reached by anybody; a village's stands in its gram panchayat. */
static gboolean
check_unit (PatalDb *db, gint64 unit, GError **error)
{
  const char *ignored;
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM unit WHERE id = ?1 AND level IN ('district', 'block', 'gp')",
                     PATAL_ARGS (PATAL_INT (unit)), &n, error))
    return FALSE;
  return n > 0 || refuse (error, PATAL_VENUE_ERROR_UNIT, &ignored, "unit",
                          _("The venue stands in a gram panchayat, a block or a district of this file: choose one"));
}

#define VENUE_ARGS(venue)                                                                                    \
  PATAL_ARGS (                                                                                               \
      PATAL_INT ((venue)->id), PATAL_TEXT ((venue)->name_hi), PATAL_TEXT ((venue)->name_en),                 \
      PATAL_INT ((venue)->unit), (venue)->capacity == -1 ? PATAL_NULL : PATAL_INT ((venue)->capacity),       \
      PATAL_INT ((venue)->halls), PATAL_INT ((venue)->projector != FALSE),                                   \
      PATAL_INT ((venue)->toilet != FALSE), (venue)->has_place ? PATAL_REAL ((venue)->lat) : PATAL_NULL,     \
      (venue)->has_place ? PATAL_REAL ((venue)->lon) : PATAL_NULL, PATAL_TEXT ((venue)->contact),            \
      PATAL_TEXT ((venue)->mobile), PATAL_TEXT ((venue)->remark))

gboolean
patal_venue_insert (PatalDb *db, PatalVenue *venue, GError **error)
{
  if (!patal_venue_check (venue, NULL, error) || !check_unit (db, venue->unit, error))
    return FALSE;
  venue->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO venue (id, name_hi, name_en, unit, capacity, halls, projector, toilet, lat, lon, contact, mobile, remark)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)", VENUE_ARGS (venue), error);
}

gboolean
patal_venue_update (PatalDb *db, const PatalVenue *venue, GError **error)
{
  return patal_venue_check (venue, NULL, error) && check_unit (db, venue->unit, error)
         && patal_db_run (db,
              "UPDATE venue SET name_hi = ?2, name_en = ?3, unit = ?4, capacity = ?5, halls = ?6, projector = ?7, toilet = ?8,"
              " lat = ?9, lon = ?10, contact = ?11, mobile = ?12, remark = ?13 WHERE id = ?1", VENUE_ARGS (venue), error);
}

gboolean
patal_venue_remove (PatalDb *db, gint64 id, GError **error)
{
  return patal_db_run (db, "DELETE FROM venue WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

/* ?1 within, ?2 seats. A block's own venue stands before those of its gram panchayats. */
#define VENUES_IN_ORDER(order) \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") \
  " SELECT venue.id FROM venue JOIN unit AS u ON u.id = venue.unit" PATAL_SQL_JOIN_ABOVE ("u") \
  "WHERE (?1 = 0 OR u.id IN below) AND ifnull (venue.capacity, 0) >= ?2 ORDER BY " order ", venue.id"
#define BY_NAME_HI "ifnull (venue.name_hi, venue.name_en)"
#define BY_NAME_EN "ifnull (venue.name_en, venue.name_hi) COLLATE NOCASE"
#define BY_PLACE(lang) PATAL_SQL_BLOCK ("u", "name_" lang) ", u.level = 'gp', u.name_" lang

GArray *
patal_venue_ids (PatalDb *db, const PatalVenueFilter *filter, GError **error)
{
  static const char *const questions[] = {
    [PATAL_VENUE_SORT_NAME_HI] = VENUES_IN_ORDER (BY_NAME_HI),
    [PATAL_VENUE_SORT_NAME_EN] = VENUES_IN_ORDER (BY_NAME_EN),
    [PATAL_VENUE_SORT_PLACE_HI] = VENUES_IN_ORDER (BY_PLACE ("hi") ", " BY_NAME_HI),
    [PATAL_VENUE_SORT_PLACE_EN] = VENUES_IN_ORDER (BY_PLACE ("en") ", " BY_NAME_EN),
    [PATAL_VENUE_SORT_CAPACITY] = VENUES_IN_ORDER ("venue.capacity, " BY_NAME_HI),
  };

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (questions), NULL);
  return patal_ids_read (db, questions[filter->sort],
                         PATAL_ARGS (PATAL_INT (filter->within), PATAL_INT (filter->seats)),
                         filter->descending ? PATAL_IDS_BACKWARDS : PATAL_IDS_FORWARDS, error);
}

const char patal_venue_row_sql[] =
  "SELECT venue.name_hi, venue.name_en, u.name_hi, u.name_en, " PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") ","
  " venue.capacity, venue.halls, venue.projector, venue.toilet, venue.lat IS NOT NULL, venue.contact, venue.mobile, u.lgd_code"
  " FROM venue JOIN unit AS u ON u.id = venue.unit" PATAL_SQL_JOIN_ABOVE ("u") "WHERE venue.id = ?1";

const PatalSearchSource patal_venue_search = {
  .table = "venue",
  .kind = "venue",
  .entry_sql = "SELECT id, ifnull (name_hi || char (10), '') || ifnull (name_en, ''), mobile FROM venue"
               " WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
};
