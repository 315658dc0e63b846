/* test-scheme.c: schemes, and what a day of work is paid
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"

static gboolean
remove_scheme (PatalDb *db, gpointer id, GError **error)
{
  return patal_scheme_remove (db, *(gint64 *) id, error);
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalScheme scheme = { .code = (char *) "15FC", .names = { [PATAL_LANG_HI] = (char *) "15वां वित्त आयोग" },
                         .valid_from = DAY (2020, 4, 1), .helpline = (char *) "1800-180-1234", .has_logo = TRUE,
                         .logo = { [0] = 7, [31] = 9 }, .verified = TRUE };
  g_auto (PatalScheme) loaded = { 0 };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_scheme_insert, &scheme);
  g_assert_true (patal_scheme_load (f->db, scheme.id, &loaded, NULL));
  g_assert_cmpstr (loaded.code, ==, "15FC");
  g_assert_cmpstr (loaded.names[PATAL_LANG_HI], ==, "15वां वित्त आयोग");
  g_assert_null (loaded.names[PATAL_LANG_EN]);
  g_assert_cmpstr (loaded.helpline, ==, "1800-180-1234");
  g_assert_true (loaded.verified && loaded.has_logo && loaded.valid_from == DAY (2020, 4, 1) && loaded.valid_to == PATAL_DAY_NONE);
  g_assert_cmpmem (loaded.logo, sizeof loaded.logo, scheme.logo, sizeof scheme.logo);
  scheme.has_logo = FALSE;
  scheme.names[PATAL_LANG_EN] = (char *) "Fifteenth Finance Commission";
  directory_do (f, (gpointer) patal_scheme_update, &scheme);
  patal_scheme_clear (&loaded);
  g_assert_true (patal_scheme_load (f->db, scheme.id, &loaded, NULL));
  g_assert_false (loaded.has_logo);
  list = patal_scheme_list (f->db, NULL);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((PatalScheme *) g_ptr_array_index (list, 0))->code, ==, "15FC");
  directory_do (f, (gpointer) remove_scheme, &scheme.id);
  directory_refused (f, (gpointer) patal_scheme_update, &scheme, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  patal_scheme_clear (&loaded);
  g_assert_false (patal_scheme_load (f->db, scheme.id, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *field; int code; PatalScheme scheme; } cases[] = {
    { "code", PATAL_SCHEME_ERROR_NAME, { .code = (char *) " ", .names = { (char *) "क", (char *) "A" } } },
    { "name_hi", PATAL_SCHEME_ERROR_NAME, { .code = (char *) "A" } },
    { "valid_to", PATAL_SCHEME_ERROR_SPAN,
      { .code = (char *) "A", .names = { (char *) "क", (char *) "A" }, .valid_from = 800000, .valid_to = 799999 } },
  };
  PatalWageRate rates[] = {
    { .scheme = WORKS_MGNREGA, .state_code = (char *) "22", .from = DAY (2026, 4, 1), .paise = 0 },
    { .scheme = WORKS_MGNREGA, .state_code = (char *) "22", .paise = 27500 },
  };
  PatalWageRate gone = { .id = 12345, .scheme = WORKS_MGNREGA, .state_code = (char *) "22", .from = DAY (2026, 4, 1), .paise = 1 };
  gint64 used = WORKS_MGNREGA;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalScheme scheme = cases[i].scheme;
      const char *field = NULL;

      g_assert_false (patal_scheme_check (&scheme, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_scheme_insert, &scheme, PATAL_SCHEME_ERROR, cases[i].code);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    directory_refused (f, (gpointer) patal_wage_rate_put, &rates[i], PATAL_SCHEME_ERROR, PATAL_SCHEME_ERROR_RATE);
  directory_refused (f, (gpointer) patal_wage_rate_put, &gone, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  works_add (f, f->gp[0], "कुआँ");
  directory_refused (f, (gpointer) remove_scheme, &used, PATAL_SCHEME_ERROR, PATAL_SCHEME_ERROR_IN_USE);
}

static void
test_find (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *word; gint64 scheme; } cases[] = {
    { "MGNREGA", 1 }, { "mgnrega", 1 }, { "मनरेगा", 1 }, { "MNREGA", 1 }, { "महात्मा गांधी नरेगा", 1 },
    { "महात्मा गाँधी राष्ट्रीय ग्रामीण रोजगार गारंटी योजना", 1 }, { "VB-G RAM G", 2 }, { "", 0 }, { "DMF", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (patal_scheme_find (f->db, cases[i].word, NULL), ==, cases[i].scheme);
}

static void
assert_rate (Directory *f, gint64 scheme, gint64 gp, PatalDay day, gint64 paise, gboolean verified)
{
  gint64 found = -1;
  gboolean ordered = !verified;
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_wage_rate (f->db, scheme, gp, day, &found, &ordered, &error));
  g_assert_no_error (error);
  g_assert_cmpint (found, ==, paise);
  g_assert_cmpint (ordered, ==, verified);
}

static void
test_wage_rate (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalWageRate rate = { .scheme = WORKS_MGNREGA, .state_code = (char *) "22", .from = DAY (2025, 4, 1), .paise = 26150,
                         .order_no = (char *) "एफ 1-2/2025", .verified = TRUE };
  g_autoptr (GPtrArray) rates = NULL;

  assert_rate (f, WORKS_MGNREGA, f->gp[0], DAY (2021, 3, 31), 19000, FALSE);
  assert_rate (f, WORKS_MGNREGA, f->gp[0], DAY (2021, 4, 1), 19300, FALSE);
  assert_rate (f, WORKS_MGNREGA, f->gp[3], DAY (2030, 1, 1), 26100, FALSE);
  assert_rate (f, WORKS_MGNREGA, f->gp[0], DAY (2020, 3, 31), 0, FALSE);
  assert_rate (f, WORKS_MGNREGA, f->gp[0], PATAL_DAY_NONE, 0, FALSE);
  assert_rate (f, WORKS_MGNREGA, 12345, DAY (2021, 4, 1), 0, FALSE);
  assert_rate (f, 2, f->gp[0], DAY (2026, 8, 1), 0, FALSE);
  directory_do (f, (gpointer) patal_wage_rate_put, &rate); /* an order corrects what was shipped */
  assert_rate (f, WORKS_MGNREGA, f->gp[0], DAY (2025, 4, 1), 26150, TRUE);
  rate.paise = 27000;
  directory_do (f, (gpointer) patal_wage_rate_put, &rate);
  assert_rate (f, WORKS_MGNREGA, f->gp[0], DAY (2025, 4, 1), 27000, TRUE);
  rates = patal_wage_rates (f->db, "22", NULL);
  g_assert_cmpuint (rates->len, ==, 7);
  g_assert_cmpint (((PatalWageRate *) g_ptr_array_index (rates, 0))->paise, ==, 27000);
  g_assert_cmpstr (((PatalWageRate *) g_ptr_array_index (rates, 0))->order_no, ==, "एफ 1-2/2025");
}

/* What is shipped is changed and put back like any other row. */
static void
test_undo_of_shipped (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalScheme) scheme = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = 2;

  g_assert_true (patal_scheme_load (f->db, 2, &scheme, NULL));
  g_free (scheme.helpline);
  scheme.helpline = g_strdup ("1800-111-555");
  directory_do (f, (gpointer) patal_scheme_update, &scheme);
  directory_do (f, (gpointer) remove_scheme, &id);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM scheme"), ==, 1);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM scheme WHERE id = 2 AND helpline IS NULL"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/scheme/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/scheme/rules", test_rules);
  DIRECTORY_TEST ("/scheme/find", test_find);
  DIRECTORY_TEST ("/scheme/wage-rate", test_wage_rate);
  DIRECTORY_TEST ("/scheme/undo-of-shipped", test_undo_of_shipped);
  return g_test_run ();
}
