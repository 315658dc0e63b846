/* test-unit.c: units: their rules, lists, points and report
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-unit.h"

static PatalUnit
good_unit (void)
{
  return (PatalUnit) { .level = PATAL_LEVEL_GP, .name_hi = (char *) "नया", .households = -1, .population = -1, .sc = -1, .st = -1 };
}

static void
test_check (void)
{
  struct { PatalUnit unit; int code; const char *field; } cases[12];
  guint n = 0;

#define CASE(error, at, ...) do { PatalUnit u = good_unit (); __VA_ARGS__; cases[n].unit = u; cases[n].code = (error); cases[n++].field = (at); } while (0)
  CASE (-1, NULL, (void) 0);
  CASE (-1, NULL, u.lgd_code = (char *) "012345"; u.has_place = TRUE; u.lat = 22; u.lon = 82; u.population = 10; u.sc = 4; u.st = 6);
  CASE (PATAL_UNIT_ERROR_NAME, "name_hi", u.name_hi = (char *) "\u00a0 ");
  CASE (PATAL_UNIT_ERROR_CODE, "lgd_code", u.lgd_code = (char *) "1234567");
  CASE (PATAL_UNIT_ERROR_CODE, "lgd_code", u.lgd_code = (char *) "12a");
  CASE (PATAL_UNIT_ERROR_PLACE, "lat", u.has_place = TRUE; u.lat = 48; u.lon = 82);
  CASE (PATAL_UNIT_ERROR_PLACE, "lon", u.has_place = TRUE; u.lat = 22; u.lon = 12);
  CASE (PATAL_UNIT_ERROR_PLACE, "lon", u.has_place = TRUE; u.lat = 22);
  CASE (PATAL_UNIT_ERROR_PLACE, "lat", u.has_place = TRUE; u.lat = 82; u.lon = 22);
  CASE (PATAL_UNIT_ERROR_SPAN, "valid_to", u.valid_from = 200; u.valid_to = 199);
  CASE (PATAL_UNIT_ERROR_PEOPLE, "population", u.population = 9; u.sc = 4; u.st = 6);
  CASE (PATAL_UNIT_ERROR_PEOPLE, "households", u.households = -2);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *field = NULL;
      gboolean good = patal_unit_check (&cases[i].unit, &field, &error);

      g_assert_cmpint (good, ==, cases[i].code < 0);
      if (!good)
        g_assert_error (error, PATAL_UNIT_ERROR, cases[i].code);
      g_assert_cmpstr (field, ==, cases[i].field);
    }
}

static gboolean
remove_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_unit_remove (db, *(gint64 *) data, error);
}

static void
test_round_trip (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  const char *aliases[] = { "पुराना", "Old", NULL }, *fewer[] = { "Old", "Older", NULL };
  PatalUnit unit = good_unit ();
  g_auto (PatalUnit) loaded = { 0 }, again = { 0 };

  unit.parent = f->block[1];
  unit.lgd_code = (char *) "00912";
  unit.has_place = TRUE;
  unit.lat = 22.5;
  unit.lon = 82.5;
  unit.population = 0;
  unit.valid_from = DAY (2023, 9, 1);
  unit.aliases = (GStrv) aliases;
  directory_do (f, patal_unit_insert, &unit);
  g_assert_true (patal_unit_load (f->db, unit.id, &loaded, &error));
  g_assert_cmpstr (loaded.name_hi, ==, "नया");
  g_assert_null (loaded.name_en);
  g_assert_cmpstr (loaded.lgd_code, ==, "00912");
  g_assert_cmpfloat (loaded.lat, ==, 22.5);
  g_assert_cmpint (loaded.population, ==, 0);
  g_assert_cmpint (loaded.sc, ==, -1);
  g_assert_cmpint (loaded.valid_from, ==, DAY (2023, 9, 1));
  g_assert_true (g_strv_equal ((const char *const *) loaded.aliases, aliases));
  unit.aliases = (GStrv) fewer;
  unit.has_place = FALSE;
  directory_do (f, patal_unit_update, &unit);
  g_assert_true (patal_unit_load (f->db, unit.id, &again, &error));
  g_assert_true (g_strv_equal ((const char *const *) again.aliases, fewer));
  g_assert_false (again.has_place);
  directory_do (f, remove_cb, &unit.id);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM unit_alias"), ==, 0);
  g_assert_false (directory_edit (f, patal_unit_update, &unit, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 parents[] = { f->district, f->gp[0], f->state, 0, 12345 };
  g_autofree char *before = district_file_dump (f->db), *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_autoptr (GError) error = NULL;
      PatalUnit unit = good_unit ();

      unit.parent = parents[i];
      g_assert_false (directory_edit (f, patal_unit_insert, &unit, &error));
      g_assert_error (error, PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_PARENT);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (directory_edit (f, remove_cb, &f->block[i], &error)); /* panchayats lie in it */
      g_assert_error (error, PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_IN_USE);
    }
  after = district_file_dump (f->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_lists (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { PatalUnitFilter filter; const char *names; } cases[] = {
    { { PATAL_LEVEL_GP, 0, PATAL_UNIT_ALL, PATAL_UNIT_SORT_CODE, FALSE }, "90101 90102 90103 90201" },
    { { PATAL_LEVEL_GP, 0, PATAL_UNIT_ALL, PATAL_UNIT_SORT_CODE, TRUE }, "90201 90103 90102 90101" },
    { { PATAL_LEVEL_GP, f->block[0], PATAL_UNIT_ALL, PATAL_UNIT_SORT_NAME_EN, FALSE }, "90101 90102 90103" },
    { { PATAL_LEVEL_GP, f->block[0], PATAL_UNIT_ALL, PATAL_UNIT_SORT_NAME_EN, TRUE }, "90102 90101 90103" }, /* no name: last */
    { { PATAL_LEVEL_GP, f->district, PATAL_UNIT_ALL, PATAL_UNIT_SORT_BLOCK, FALSE }, "90101 90103 90102 90201" },
    { { PATAL_LEVEL_GP, f->state, PATAL_UNIT_NO_PLACE, PATAL_UNIT_SORT_NAME_HI, FALSE }, "90101 90201 90103 90102" },
    { { PATAL_LEVEL_GP, 0, PATAL_UNIT_NO_CODE, PATAL_UNIT_SORT_POPULATION, FALSE }, "" },
    { { PATAL_LEVEL_GP, 0, PATAL_UNIT_NO_SECRETARY, PATAL_UNIT_SORT_CODE, FALSE }, "90101 90102 90103 90201" },
    { { PATAL_LEVEL_BLOCK, f->state, PATAL_UNIT_ALL, PATAL_UNIT_SORT_NAME_HI, FALSE }, "901 902" },
    { { PATAL_LEVEL_GP, f->gp[0], PATAL_UNIT_ALL, PATAL_UNIT_SORT_CODE, FALSE }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = patal_unit_ids (f->db, &cases[i].filter, &error);
      g_autoptr (GString) codes = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < ids->len; j++)
        {
          g_auto (PatalUnit) unit = { 0 };

          g_assert_true (patal_unit_load (f->db, g_array_index (ids, gint64, j), &unit, NULL));
          g_string_append_printf (codes, "%s%s", j > 0 ? " " : "", unit.lgd_code);
        }
      g_test_message ("case %u", i);
      g_assert_cmpstr (codes->str, ==, cases[i].names);
    }
}

/* A code, an id, or a name in either language, as it may be typed; and one that two blocks have. */
static void
test_named (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, f->gp[1]);
  const struct { PatalLevel level; const char *word; guint n; gint64 first; } cases[] = {
    { PATAL_LEVEL_BLOCK, "901", 1, f->block[0] }, { PATAL_LEVEL_BLOCK, "०९०१", 1, f->block[0] }, { PATAL_LEVEL_BLOCK, "अकलपुर", 1, f->block[0] },
    { PATAL_LEVEL_BLOCK, " akalpur ", 1, f->block[0] }, { PATAL_LEVEL_GP, "901", 0, 0 }, { PATAL_LEVEL_GP, "90102", 1, f->gp[1] },
    { PATAL_LEVEL_GP, id, 1, f->gp[1] }, { PATAL_LEVEL_BLOCK, id, 0, 0 }, { PATAL_LEVEL_GP, "आमगाँव", 2, f->gp[0] },
    { PATAL_LEVEL_GP, "", 0, 0 }, { PATAL_LEVEL_GP, "nowhere", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = patal_unit_named (f->db, cases[i].level, cases[i].word, &error);

      g_assert_no_error (error);
      g_test_message ("%s", cases[i].word);
      g_assert_cmpuint (ids->len, ==, cases[i].n);
      if (ids->len > 0)
        g_assert_cmpint (g_array_index (ids, gint64, 0), ==, cases[i].first);
    }
}

static void
test_summaries (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { PatalLevel level; guint rows, gps; } cases[] = {
    { PATAL_LEVEL_STATE, 1, 4 }, { PATAL_LEVEL_DISTRICT, 1, 4 }, { PATAL_LEVEL_BLOCK, 2, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) all = patal_unit_summaries (f->db, cases[i].level, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (all->len, ==, cases[i].rows);
      g_assert_cmpuint (((PatalUnitSummary *) all->pdata[0])->n_gps, ==, cases[i].gps);
    }
}

static void
test_points (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const double lats[] = { 22.00, 22.01, 22.02, 22.03, 22.04, 22.10, 22.60 }; /* about 1 km apart; 9 km off; 65 km off */
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = NULL;
  guint outliers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lats); i++)
    {
      PatalUnit unit = good_unit ();

      unit.parent = f->block[1];
      unit.has_place = TRUE;
      unit.lat = lats[i];
      unit.lon = 82;
      directory_do (f, patal_unit_insert, &unit);
    }
  points = patal_unit_points (f->db, f->district, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, G_N_ELEMENTS (lats)); /* those without a place are left out */
  for (guint i = 0; i < points->len; i++)
    {
      const PatalUnitPoint *point = &g_array_index (points, PatalUnitPoint, i);

      g_assert_cmpint (point->block, ==, f->block[1]);
      g_assert_cmpint (point->outlier, ==, point->lat > 22.5f);
      outliers += point->outlier ? 1 : 0;
    }
  g_assert_cmpuint (outliers, ==, 1);
}

static void
test_report (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (GHashTable) filter = g_hash_table_new (g_str_hash, g_str_equal);
  PatalReportArgs args = { .words = words, .as_on = DAY (2026, 1, 1), .scope = "901", .filter = filter };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalTable) all = patal_unit_report.build (f->db, &args, &error);
  g_autoptr (PatalTable) lacking = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (patal_table_n_rows (all), ==, 3);
  g_assert_cmpstr (patal_table_frame (all)->title, ==, "Gram panchayat list");
  g_assert_cmpstr (patal_table_column (all, 2)->id, ==, "name_hi");
  g_assert_cmpstr (patal_table_cell (all, 0, 2).text, ==, "आमगांव");
  g_assert_cmpstr (patal_table_cell (all, 0, 4).text, ==, "90101");
  g_assert_cmpint (patal_table_row_id (all, 0), ==, f->gp[0]);
  g_hash_table_insert (filter, (gpointer) "missing", (gpointer) "name_hi");
  lacking = patal_unit_report.build (f->db, &args, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_table_n_rows (lacking), ==, 0);
  g_hash_table_insert (filter, (gpointer) "missing", (gpointer) "nonsense");
  g_assert_null (patal_unit_report.build (f->db, &args, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/check", test_check);
  DIRECTORY_TEST ("/unit/round-trip", test_round_trip);
  DIRECTORY_TEST ("/unit/refused", test_refused);
  DIRECTORY_TEST ("/unit/lists", test_lists);
  DIRECTORY_TEST ("/unit/named", test_named);
  DIRECTORY_TEST ("/unit/summaries", test_summaries);
  DIRECTORY_TEST ("/unit/points", test_points);
  DIRECTORY_TEST ("/unit/report", test_report);
  return g_test_run ();
}
