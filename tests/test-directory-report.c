/* test-directory-report.c: the reports people, vacancies, venues, holidays
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-report.h"
#include "patal-setting.h"
#include "patal-vacancy.h"
#include <string.h>

/* @query: "vacancies?which=vacant&post=PS", as a figure has it. */
static PatalTable *
build (Directory *f, const PatalReport *report, const char *query, const char *scope, GError **error)
{
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_auto (GStrv) pairs = g_strsplit (query != NULL ? strchr (query, '?') + 1 : "", "&", -1);
  PatalReportArgs args = { .words = words, .as_on = DAY (2022, 1, 15), .scope = scope, .filter = filter };

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      g_assert_nonnull (equals);
      g_hash_table_insert (filter, g_strndup (pairs[i], (gsize) (equals - pairs[i])), g_strdup (equals + 1));
    }
  return report->build (f->db, &args, error);
}

static guint
column (PatalTable *table, const char *id)
{
  for (guint i = 0; i < patal_table_n_columns (table); i++)
    if (g_str_equal (patal_table_column (table, i)->id, id))
      return i;
  g_error ("no column %s", id);
}

static void
assert_cell (PatalTable *table, guint row, const char *id, const char *expected)
{
  g_autofree char *text = patal_table_cell_text (table, row, column (table, id));

  g_assert_cmpstr (text, ==, expected);
}

static void
fill (Directory *f)
{
  gint64 ram = directory_person (f, "राम", "Ram", "9876543210");

  directory_posting (f, ram, f->ps, f->gp[1], DAY (2020, 4, 1), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_posting (f, ram, f->ps, f->gp[2], DAY (2021, 6, 1), PATAL_DAY_NONE, PATAL_CHARGE_ADDITIONAL);
  directory_posting (f, directory_person (f, "सीता", "Sita", NULL), f->ps, f->gp[3], DAY (2020, 1, 1), DAY (2021, 12, 31), PATAL_CHARGE_MAIN);
  directory_posting (f, directory_person (f, "मोहन", "Mohan", NULL), f->po, f->block[0], DAY (2020, 1, 1), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
}

static void
test_people (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) all = NULL, block = NULL, additional = NULL;
  g_autoptr (GError) error = NULL;

  fill (f);
  all = build (f, &patal_person_report, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_table_n_rows (all), ==, 4); /* three charges; सीता holds nothing any more, and is there still */
  assert_cell (all, 0, "name", "Mohan");              /* the block's own before its panchayats */
  assert_cell (all, 0, "block", "Akalpur");
  assert_cell (all, 1, "place", "Bargaon");
  assert_cell (all, 1, "post", "Panchayat secretary");
  assert_cell (all, 1, "charge", "Main charge");
  assert_cell (all, 1, "mobile", "9876543210");
  assert_cell (all, 1, "from", "01.04.2020");
  assert_cell (all, 2, "place", "चंदनपुर"); /* has no English name */
  assert_cell (all, 2, "charge", "Additional charge");
  assert_cell (all, 3, "name", "Sita");
  assert_cell (all, 3, "post", "");
  g_assert_cmpstr (patal_table_frame (all)->place, ==, "District Parikshanpur, Chhattisgarh");
  g_assert_cmpstr (patal_table_frame (all)->as_on_line, ==, "As on 15.01.2022");
  g_assert_nonnull (strstr (patal_table_frame (all)->signatures[2], "Chief Executive Officer"));

  block = build (f, &patal_person_report, NULL, "902", &error);
  g_assert_cmpuint (patal_table_n_rows (block), ==, 0);
  g_assert_cmpstr (patal_table_frame (block)->place, ==, "Block Balpur, District Parikshanpur, Chhattisgarh");
  additional = build (f, &patal_person_report, "people?charge=additional&post=PS", "अकलपुर", &error);
  g_assert_cmpuint (patal_table_n_rows (additional), ==, 1);
}

static void
test_scope (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const PatalReport *const reports[] = { &patal_person_report, &patal_vacancy_report, &patal_venue_report, &patal_holiday_report };

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    for (int j = 0; j < 2; j++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (build (f, reports[i], NULL, j == 0 ? "Nowhere" : "999999", &error));
        g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
      }
}

/* Whatever figure is opened shows as many rows as it says. */
static void
test_vacancies (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const figures[] = { "units", "main", "covered", "vacant" };
  g_autoptr (PatalTable) summary = NULL, covered = NULL;
  g_autoptr (GError) error = NULL;
  guint opened = 0;

  fill (f);
  summary = build (f, &patal_vacancy_report, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < patal_table_n_rows (summary); row++)
    for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
      {
        PatalCell cell = patal_table_cell (summary, row, column (summary, figures[i]));
        g_autoptr (PatalTable) list = NULL;

        g_assert_true (g_str_has_prefix (cell.opens, "vacancies?"));
        list = build (f, &patal_vacancy_report, cell.opens, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpint (patal_table_n_rows (list), ==, cell.number);
        opened++;
      }
  g_assert_cmpuint (opened, ==, 4 * (2 /* of the district */ + 2 * (2 /* of a block */ + 3 /* of its panchayats */)));
  g_assert_cmpint (patal_table_total (summary, column (summary, "units")), ==, 2 + 4 + 12);
  g_assert_cmpint (patal_table_total (summary, column (summary, "main")), ==, 2);
  g_assert_cmpint (patal_table_total (summary, column (summary, "covered")), ==, 1);
  g_assert_cmpint (patal_table_total (summary, column (summary, "vacant")), ==, 15);

  g_assert_cmpuint (patal_table_n_groups (summary), ==, 3); /* the district's offices, then block by block */
  g_assert_cmpstr (patal_table_group (summary, 1).title, ==, "Akalpur");
  g_assert_cmpint (patal_table_sum (summary, column (summary, "units"), patal_table_group (summary, 1).first_row,
                                    patal_table_group (summary, 1).n_rows), ==, 2 + 9);

  covered = build (f, &patal_vacancy_report, "vacancies?which=covered", NULL, &error);
  g_assert_cmpuint (patal_table_n_rows (covered), ==, 1);
  assert_cell (covered, 0, "name", "Ram");
  assert_cell (covered, 0, "main_place", "Bargaon");
  assert_cell (covered, 0, "state", "Additional charge");
  g_assert_cmpint (patal_table_row_id (covered, 0), ==, f->gp[2]);
}

/* Block by block, each once, in the order of the list. */
static void
test_units (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) gps = build (f, &patal_unit_report, NULL, NULL, NULL), blocks = NULL, vacant = NULL;

  g_assert_cmpuint (patal_table_n_groups (gps), ==, 2);
  g_assert_cmpstr (patal_table_group (gps, 0).title, ==, "Akalpur");
  g_assert_cmpuint (patal_table_group (gps, 0).n_rows, ==, 3);
  g_assert_cmpstr (patal_table_group (gps, 1).title, ==, "Balpur");
  g_assert_cmpuint (patal_table_group (gps, 1).n_rows, ==, 1);
  blocks = build (f, &patal_unit_report, "units?level=block", NULL, NULL);
  g_assert_cmpuint (patal_table_n_groups (blocks), ==, 0);
  vacant = build (f, &patal_vacancy_report, "vacancies?which=vacant&post=PS", NULL, NULL);
  g_assert_cmpuint (patal_table_n_groups (vacant), ==, 2);
  g_assert_cmpuint (patal_table_group (vacant, 0).n_rows, ==, 3);
}

static void
test_venues (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL;

  directory_do (f, (gpointer) patal_venue_insert, &(PatalVenue) { .name_hi = (char *) "सभागार", .unit = f->district, .capacity = 300, .halls = 2 });
  directory_do (f, (gpointer) patal_venue_insert, &(PatalVenue) { .name_en = (char *) "Hall", .unit = f->gp[3], .capacity = -1, .halls = 1, .projector = TRUE });
  table = build (f, &patal_venue_report, NULL, NULL, NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 2);
  assert_cell (table, 0, "name", "सभागार");
  assert_cell (table, 1, "code", "90201");
  assert_cell (table, 1, "block", "Balpur");
  assert_cell (table, 1, "capacity", ""); /* not known is not 0 */
  assert_cell (table, 1, "projector", "Yes");
  g_assert_cmpint (patal_table_total (table, column (table, "capacity")), ==, 300);
  g_assert_cmpint (patal_table_total (table, column (table, "halls")), ==, 3);
}

static void
test_holidays (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) table = NULL, next = NULL;
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_holiday_insert, &(PatalHoliday) { .day = DAY (2021, 12, 25), .name_en = (char *) "Christmas" });
  directory_do (f, (gpointer) patal_holiday_insert, &(PatalHoliday) { .day = DAY (2022, 4, 1), .name_en = (char *) "Bank", .klass = PATAL_HOLIDAY_TREASURY,
                .state_code = (char *) "22", .order_no = (char *) "F 1", .verified = TRUE });
  table = build (f, &patal_holiday_report, NULL, NULL, NULL);
  g_assert_cmpuint (patal_table_n_rows (table), ==, 1);
  g_assert_cmpstr (patal_table_frame (table)->title, ==, "Holidays of the financial year 2021-22");
  g_assert_nonnull (strstr (patal_table_frame (table)->note, "unverified"));
  g_assert_false (patal_table_has_unverified (table)); /* said once, in the column of orders */
  assert_cell (table, 0, "weekday", "Saturday");
  assert_cell (table, 0, "where", "All states");
  assert_cell (table, 0, "effect", "No training");
  assert_cell (table, 0, "order_no", "unverified");
  next = build (f, &patal_holiday_report, "holidays?fy=2022-23", NULL, NULL);
  g_assert_cmpuint (patal_table_n_rows (next), ==, 1);
  g_assert_null (patal_table_frame (next)->note);
  assert_cell (next, 0, "where", "Chhattisgarh");
  assert_cell (next, 0, "effect", "No payments");
  assert_cell (next, 0, "order_no", "F 1");
  g_assert_null (build (f, &patal_holiday_report, "holidays?fy=then", NULL, &error));
  g_assert_error (error, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_MALFORMED);
}

static gboolean
sign_cb (PatalDb *db, const char *who, GError **error)
{
  return patal_setting_set (db, PATAL_SETTING_SIGNED_BY, who, error);
}

static void
test_signatory (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const signatories[] = { "Dr. A. Singh", "Smt. B. Rao", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (signatories); i++)
    {
      g_autoptr (PatalTable) table = NULL;

      directory_do (f, (gpointer) sign_cb, (gpointer) signatories[i]);
      table = build (f, &patal_venue_report, NULL, NULL, NULL);
      g_assert_cmpstr (patal_table_frame (table)->signatures[2], ==,
                       signatories[i] != NULL ? signatories[i] : "Chief Executive Officer, Zila Panchayat");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/directory-report/people", test_people);
  DIRECTORY_TEST ("/directory-report/scope", test_scope);
  DIRECTORY_TEST ("/directory-report/vacancies", test_vacancies);
  DIRECTORY_TEST ("/directory-report/units", test_units);
  DIRECTORY_TEST ("/directory-report/venues", test_venues);
  DIRECTORY_TEST ("/directory-report/holidays", test_holidays);
  DIRECTORY_TEST ("/directory-report/signatory", test_signatory);
  return g_test_run ();
}
