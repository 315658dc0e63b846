/* test-venue.c: training venues
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-contact.h"

static PatalVenue
hall (gint64 unit)
{
  return (PatalVenue) { .name_hi = (char *) "सामुदायिक भवन", .unit = unit, .capacity = 60, .halls = 1 };
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalVenue venue = { .name_hi = (char *) "जनपद सभाकक्ष", .name_en = (char *) "Janpad hall", .unit = f->block[0], .capacity = 120, .halls = 2,
                       .projector = TRUE, .has_place = TRUE, .lat = 21.9, .lon = 82.5, .contact = (char *) "राम", .mobile = (char *) "9876543210",
                       .remark = (char *) "प्रथम तल" };
  g_auto (PatalVenue) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_venue_insert, &venue);
  g_assert_true (patal_venue_load (f->db, venue.id, &loaded, NULL));
  g_assert_cmpstr (loaded.name_en, ==, "Janpad hall");
  g_assert_cmpint (loaded.capacity, ==, 120);
  g_assert_cmpint (loaded.halls, ==, 2);
  g_assert_true (loaded.projector && !loaded.toilet && loaded.has_place);
  g_assert_cmpfloat (loaded.lon, ==, 82.5);
  venue.capacity = -1;
  venue.has_place = FALSE;
  venue.toilet = TRUE;
  directory_do (f, (gpointer) patal_venue_update, &venue);
  patal_venue_clear (&loaded);
  g_assert_true (patal_venue_load (f->db, venue.id, &loaded, NULL));
  g_assert_cmpint (loaded.capacity, ==, -1);
  g_assert_true (loaded.toilet && !loaded.has_place);
  patal_venue_clear (&loaded);
  g_assert_false (patal_venue_load (f->db, 1, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *field; GQuark domain; int code; } cases[] = {
    { "name_hi", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_NAME },       { "unit", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_UNIT },
    { "capacity", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_CAPACITY },  { "capacity", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_CAPACITY },
    { "halls", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_HALLS },        { "halls", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_HALLS },
    { "lat", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_PLACE },          { "lon", PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_PLACE },
    { "mobile", PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_MOBILE },  { "remark", PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalVenue venue = hall (f->gp[0]);
      const char *field = NULL;

      switch (i)
        {
        case 0: venue.name_hi = NULL; break;
        case 1: venue.unit = 0; break;
        case 2: venue.capacity = 9; break;
        case 3: venue.capacity = 501; break;
        case 4: venue.halls = 0; break;
        case 5: venue.halls = 51; break;
        case 6: venue.has_place = TRUE; venue.lat = 5.9; venue.lon = 80; break;
        case 7: venue.has_place = TRUE; venue.lat = 21; venue.lon = 98.1; break;
        case 8: venue.mobile = (char *) "12345"; break;
        default: venue.remark = (char *) "2345 6789 0124"; break;
        }
      g_assert_false (patal_venue_check (&venue, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_venue_insert, &venue, cases[i].domain, cases[i].code);
    }
  for (int i = 0; i < 2; i++)
    {
      PatalVenue venue = hall (i == 0 ? f->state : 12345);

      directory_refused (f, (gpointer) patal_venue_insert, &venue, PATAL_VENUE_ERROR, PATAL_VENUE_ERROR_UNIT);
    }
  for (int i = 0; i < 2; i++) /* the ends of the range */
    {
      PatalVenue venue = hall (f->gp[0]);

      venue.capacity = i == 0 ? 10 : 500;
      directory_do (f, (gpointer) patal_venue_insert, &venue);
    }
}

static gboolean
remove_cb (PatalDb *db, gint64 *id, GError **error)
{
  return patal_venue_remove (db, *id, error);
}

static void
test_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *name; gint64 unit; int capacity; } venues[] = {
    { "Cedar", f->gp[0], 40 }, { "ash", f->block[0], 200 }, { "Birch", f->gp[3], -1 }, { "District hall", f->district, 100 },
  };
  const struct { PatalVenueFilter filter; const char *names; } cases[] = {
    { { .sort = PATAL_VENUE_SORT_NAME_EN }, "ash Birch Cedar District hall" },
    { { .sort = PATAL_VENUE_SORT_NAME_EN, .descending = TRUE }, "District hall Cedar Birch ash" },
    { { .sort = PATAL_VENUE_SORT_CAPACITY }, "Birch Cedar District hall ash" },
    { { .sort = PATAL_VENUE_SORT_PLACE_HI }, "District hall ash Cedar Birch" },
    { { .sort = PATAL_VENUE_SORT_PLACE_EN, .within = f->block[0] }, "ash Cedar" },
    { { .sort = PATAL_VENUE_SORT_NAME_EN, .seats = 100 }, "ash District hall" },
  };
  gint64 ids[4];
  g_autoptr (GArray) hits = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (venues); i++)
    {
      PatalVenue venue = { .name_en = (char *) venues[i].name, .unit = venues[i].unit, .capacity = venues[i].capacity, .halls = 1 };

      directory_do (f, (gpointer) patal_venue_insert, &venue);
      ids[i] = venue.id;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = patal_venue_ids (f->db, &cases[i].filter, NULL);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          g_auto (PatalRows) rows = patal_db_query (f->db, patal_venue_row_sql, PATAL_ARGS (PATAL_INT (g_array_index (found, gint64, j))));

          g_assert_true (patal_rows_next (&rows));
          g_string_append_printf (names, "%s%s", j > 0 ? " " : "", patal_rows_text (&rows, PATAL_VENUE_COL_NAME_EN));
        }
      g_assert_cmpstr (names->str, ==, cases[i].names);
    }
  hits = patal_search (f->db, "cedar", NULL, 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpint (g_array_index (hits, PatalSearchHit, 0).id, ==, ids[0]);
  directory_do (f, (gpointer) remove_cb, &ids[0]);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM venue"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/venue/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/venue/rules", test_rules);
  DIRECTORY_TEST ("/venue/list", test_list);
  return g_test_run ();
}
