/* test-person.c: people, and their list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-contact.h"

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPerson person = { .name_hi = (char *) "रामलाल साहू", .name_en = (char *) "Ramlal Sahu", .mobile = (char *) "9876543210",
                         .email = (char *) "ram@example.in", .guardian = (char *) "श्यामलाल", .remark = (char *) "नोडल",
                         .gender = PATAL_GENDER_MALE, .social = PATAL_SOCIAL_ST, .consent = TRUE, .has_photo = TRUE };
  g_auto (PatalPerson) loaded = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *hi = NULL, *en = NULL;

  memset (person.photo, 7, sizeof person.photo);
  directory_do (f, (gpointer) patal_person_insert, &person);
  g_assert_cmpint (person.id, !=, 0);
  g_assert_true (patal_person_load (f->db, person.id, &loaded, &error));
  g_assert_cmpstr (loaded.name_hi, ==, person.name_hi);
  g_assert_cmpstr (loaded.name_en, ==, person.name_en);
  g_assert_cmpstr (loaded.mobile, ==, person.mobile);
  g_assert_cmpstr (loaded.email, ==, person.email);
  g_assert_cmpstr (loaded.guardian, ==, person.guardian);
  g_assert_cmpstr (loaded.remark, ==, person.remark);
  g_assert_cmpint (loaded.gender, ==, PATAL_GENDER_MALE);
  g_assert_cmpint (loaded.social, ==, PATAL_SOCIAL_ST);
  g_assert_true (loaded.consent && loaded.has_photo);
  g_assert_cmpmem (loaded.photo, sizeof loaded.photo, person.photo, sizeof person.photo);

  person.name_en = NULL;
  person.mobile = NULL;
  person.gender = PATAL_GENDER_UNKNOWN;
  person.has_photo = FALSE;
  directory_do (f, (gpointer) patal_person_update, &person);
  patal_person_clear (&loaded);
  g_assert_true (patal_person_load (f->db, person.id, &loaded, &error));
  g_assert_null (loaded.mobile);
  g_assert_cmpint (loaded.gender, ==, PATAL_GENDER_UNKNOWN);
  g_assert_false (loaded.has_photo);
  hi = patal_person_name (f->db, person.id, PATAL_LANG_HI);
  en = patal_person_name (f->db, person.id, PATAL_LANG_EN);
  g_assert_cmpstr (hi, ==, "रामलाल साहू");
  g_assert_cmpstr (en, ==, "रामलाल साहू"); /* the other language, where there is none */
  g_assert_null (patal_person_name (f->db, 1, PATAL_LANG_HI));
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { PatalPerson person; GQuark domain; int code; const char *field; } cases[] = {
    { { .mobile = (char *) "9876543210" }, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME, "name_hi" },
    { { .name_hi = (char *) "रिक्त" }, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME, "name_hi" },
    { { .name_hi = (char *) "राम", .name_en = (char *) "Vacant" }, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME, "name_en" },
    { { .name_hi = (char *) "राम", .mobile = (char *) "98765" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_MOBILE, "mobile" },
    { { .name_hi = (char *) "राम", .mobile = (char *) "5876543210" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_MOBILE, "mobile" },
    { { .name_hi = (char *) "राम", .email = (char *) "ram" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_EMAIL, "email" },
    { { .name_hi = (char *) "राम 2345 6789 0124" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR, "name_hi" },
    { { .name_en = (char *) "Ram 234567890124" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR, "name_en" },
    { { .name_hi = (char *) "राम", .remark = (char *) "आधार २३४५६७८९०१२४" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR, "remark" },
    { { .name_hi = (char *) "राम", .guardian = (char *) "2345-6789-0124" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR, "guardian" },
    { { .name_hi = (char *) "राम", .mobile = (char *) "234567890124" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR, "mobile" },
  };
  gint64 good = directory_person (f, "सीता", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalPerson person = cases[i].person;
      const char *field = NULL;

      g_assert_false (patal_person_check (&person, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_person_insert, &person, cases[i].domain, cases[i].code);
      person.id = good;
      directory_refused (f, (gpointer) patal_person_update, &person, cases[i].domain, cases[i].code);
    }
}

static void
test_nobody (void)
{
  static const char *const nobody[] = { "रिक्त", "रिक्त पद", "पद रिक्त", "पद रिक्त है", "vacant", "VACANT", "Vacant Post", "-", "--", "—", "", " ", "nil",
                                        "N/A", "NA", "निरंक", "कोई नहीं", ".", "0", "XXX", "रिक्त (प्रभार श्री राम)" };
  static const char *const somebody[] = { "रामलाल", "Nilesh", "नहीदा", "Nanda", "रिक्ता देवी", "Vacanti", "खालिद" };

  for (gsize i = 0; i < G_N_ELEMENTS (nobody); i++)
    g_assert_true (patal_person_name_is_nobody (nobody[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (somebody); i++)
    g_assert_false (patal_person_name_is_nobody (somebody[i]));
  g_assert_true (patal_person_name_is_nobody (NULL));
}

static gboolean
remove_cb (PatalDb *db, gint64 *id, GError **error)
{
  return patal_person_remove (db, *id, error);
}

static void
test_remove (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 held = directory_person (f, "राम", NULL, NULL), idle = directory_person (f, "श्याम", NULL, NULL);
  g_auto (PatalPerson) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  directory_posting (f, held, f->ps, f->gp[0], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_refused (f, (gpointer) remove_cb, &held, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_IN_USE);
  directory_do (f, (gpointer) remove_cb, &idle);
  g_assert_false (patal_person_load (f->db, idle, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_true (patal_person_load (f->db, idle, &loaded, NULL));
}

/* The names of the list, in order, separated by spaces. (transfer full) */
static char *
listed (Directory *f, const PatalPersonFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = patal_person_ids (f->db, filter, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = patal_person_name (f->db, g_array_index (ids, gint64, i), PATAL_LANG_EN);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

#define ASSERT_LISTED(f, names, ...) \
  G_STMT_START { g_autofree char *got = listed (f, &(PatalPersonFilter) { __VA_ARGS__ }); g_assert_cmpstr (got, ==, names); } G_STMT_END

static void
test_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 c = directory_person (f, "अमर", "Chander", "9876543210"), a = directory_person (f, "बाला", "Asha", NULL);
  gint64 b = directory_person (f, "चमन", "bala", "9876543211");
  PatalDay last_year = patal_day_today () - 365;

  directory_person (f, "दिनेश", "Dinesh", NULL);
  directory_posting (f, c, f->ps, f->gp[1], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_posting (f, c, f->ps, f->gp[0], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_ADDITIONAL);
  directory_posting (f, a, f->grs, f->gp[3], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_posting (f, b, f->sarpanch, f->gp[0], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_posting (f, b, f->po, f->block[0], last_year - 100, last_year, PATAL_CHARGE_MAIN); /* long over */

  ASSERT_LISTED (f, "Chander bala Dinesh Asha", .sort = PATAL_PERSON_SORT_NAME_HI);
  ASSERT_LISTED (f, "Asha Dinesh bala Chander", .sort = PATAL_PERSON_SORT_NAME_HI, .descending = TRUE);
  ASSERT_LISTED (f, "Asha bala Chander Dinesh", .sort = PATAL_PERSON_SORT_NAME_EN);
  ASSERT_LISTED (f, "bala Chander Asha Dinesh", .sort = PATAL_PERSON_SORT_POST); /* sarpanch, PS, GRS, none */
  ASSERT_LISTED (f, "bala Chander Asha Dinesh", .sort = PATAL_PERSON_SORT_PLACE_HI);
  ASSERT_LISTED (f, "bala Chander Asha Dinesh", .sort = PATAL_PERSON_SORT_PLACE_EN);
  ASSERT_LISTED (f, "Chander", .post = f->ps);
  ASSERT_LISTED (f, "", .post = f->po);
  ASSERT_LISTED (f, "Asha", .within = f->block[1]);
  ASSERT_LISTED (f, "Chander bala", .within = f->gp[0]);
  ASSERT_LISTED (f, "Chander bala Asha", .within = f->state);
  ASSERT_LISTED (f, "Chander bala Asha", .which = PATAL_PERSON_MAIN);
  ASSERT_LISTED (f, "Chander", .which = PATAL_PERSON_ADDITIONAL);
  ASSERT_LISTED (f, "Dinesh", .which = PATAL_PERSON_NO_POST);
  ASSERT_LISTED (f, "Dinesh Asha", .which = PATAL_PERSON_NO_MOBILE);
}

static void
test_row_and_search (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = directory_person (f, "रामलाल साहू", "Ramlal Sahu", "9876543210");
  g_autoptr (GError) error = NULL;

  directory_posting (f, id, f->ps, f->gp[1], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  directory_posting (f, id, f->ps, f->gp[0], PATAL_DAY_NONE, PATAL_DAY_NONE, PATAL_CHARGE_ADDITIONAL);
  {
    g_auto (PatalRows) rows = patal_db_query (f->db, patal_person_row_sql, PATAL_ARGS (PATAL_INT (id)));

    g_assert_true (patal_rows_next (&rows));
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_NAME_HI), ==, "रामलाल साहू");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_MOBILE), ==, "9876543210");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_POST_CODE), ==, "PS");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_POST_HI), ==, "पंचायत सचिव");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_UNIT_HI), ==, "बरगांव");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_BLOCK_EN), ==, "Akalpur");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_PERSON_COL_CHARGE), ==, "main");
    g_assert_cmpint (patal_rows_int (&rows, PATAL_PERSON_COL_N_ADDITIONAL), ==, 1);
  }
  for (int i = 0; i < 4; i++)
    {
      const char *typed[] = { "रामल", "sahu", "98765", "ramlaal" }; /* the last by its sound */
      g_autoptr (GArray) hits = patal_search (f->db, typed[i], "person", 5, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpint (g_array_index (hits, PatalSearchHit, 0).id, ==, id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/nobody", test_nobody);
  DIRECTORY_TEST ("/person/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/person/rules", test_rules);
  DIRECTORY_TEST ("/person/remove", test_remove);
  DIRECTORY_TEST ("/person/list", test_list);
  DIRECTORY_TEST ("/person/row-and-search", test_row_and_search);
  return g_test_run ();
}
