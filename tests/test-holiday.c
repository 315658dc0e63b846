/* test-holiday.c: holidays: rules, where they hold, as days, as a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include <string.h>

static gint64
add (Directory *f, PatalDay day, const char *hi, PatalHolidayClass klass, const char *state, gint64 district)
{
  PatalHoliday holiday = { .day = day, .name_hi = (char *) hi, .klass = klass, .state_code = (char *) state, .district = district };

  directory_do (f, (gpointer) patal_holiday_insert, &holiday);
  return holiday.id;
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalHoliday holiday = { .day = DAY (2026, 3, 4), .name_hi = (char *) "होली", .name_en = (char *) "Holi", .klass = PATAL_HOLIDAY_GENERAL,
                           .state_code = (char *) "22", .source = (char *) "राजपत्र", .order_no = (char *) "F 1-1/2026", .verified = TRUE };
  g_auto (PatalHoliday) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_holiday_insert, &holiday);
  g_assert_true (patal_holiday_load (f->db, holiday.id, &loaded, NULL));
  g_assert_cmpint (loaded.day, ==, DAY (2026, 3, 4));
  g_assert_cmpstr (loaded.name_en, ==, "Holi");
  g_assert_cmpint (loaded.klass, ==, PATAL_HOLIDAY_GENERAL);
  g_assert_cmpstr (loaded.state_code, ==, "22");
  g_assert_cmpstr (loaded.source, ==, "राजपत्र");
  g_assert_true (loaded.verified);
  holiday.state_code = NULL;
  holiday.name_hi = (char *) "होलिकोत्सव";
  directory_do (f, (gpointer) patal_holiday_update, &holiday);
  patal_holiday_clear (&loaded);
  g_assert_true (patal_holiday_load (f->db, holiday.id, &loaded, NULL));
  g_assert_null (loaded.state_code);
  g_assert_cmpstr (loaded.name_hi, ==, "होलिकोत्सव");
  patal_holiday_clear (&loaded);
  g_assert_false (patal_holiday_load (f->db, 1, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  char *holi = (char *) "होली", *cg = (char *) "22";
  PatalDay day = DAY (2026, 3, 4);
  const struct { PatalHoliday holiday; PatalHolidayError code; const char *field; } cases[] = {
    { { .name_hi = holi }, PATAL_HOLIDAY_ERROR_DAY, "day" },
    { { .day = day }, PATAL_HOLIDAY_ERROR_NAME, "name_hi" },
    { { .day = day, .name_hi = holi, .klass = PATAL_HOLIDAY_LOCAL }, PATAL_HOLIDAY_ERROR_SCOPE, "district" },
    { { .day = day, .name_hi = holi, .klass = PATAL_HOLIDAY_PUBLIC, .district = f->district }, PATAL_HOLIDAY_ERROR_SCOPE, "district" },
    { { .day = day, .name_hi = holi, .klass = PATAL_HOLIDAY_LOCAL, .district = f->district, .state_code = cg }, PATAL_HOLIDAY_ERROR_SCOPE,
      "state_code" },
    { { .day = day, .name_hi = holi, .state_code = (char *) "CG" }, PATAL_HOLIDAY_ERROR_SCOPE, "state_code" },
    { { .day = day, .name_hi = holi, .verified = TRUE }, PATAL_HOLIDAY_ERROR_ORDER, "order_no" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalHoliday holiday = cases[i].holiday;
      const char *field = NULL;

      g_assert_false (patal_holiday_check (&holiday, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_holiday_insert, &holiday, PATAL_HOLIDAY_ERROR, (int) cases[i].code);
    }
  directory_refused (f, (gpointer) patal_holiday_insert,
                     &(PatalHoliday) { .day = day, .name_hi = holi, .klass = PATAL_HOLIDAY_LOCAL, .district = f->block[0] },
                     PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_SCOPE); /* a block is no district */
}

static void
test_repeated (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay day = DAY (2026, 1, 1);
  gint64 other = add (f, day, "संकल्प दिवस", PATAL_HOLIDAY_GENERAL, "22", 0);
  PatalHoliday renamed = { .id = other, .day = day, .name_hi = (char *) "हिन्दी दिवस", .state_code = (char *) "22" };

  add (f, day, "हिंदी दिवस", PATAL_HOLIDAY_PUBLIC, "22", 0);
  for (int i = 0; i < 2; i++) /* one name in two spellings is one holiday, whatever its class */
    directory_refused (f, (gpointer) patal_holiday_insert,
                       &(PatalHoliday) { .day = day, .name_hi = (char *) (i == 0 ? "हिन्दी दिवस" : "हिंदी-दिवस"), .klass = PATAL_HOLIDAY_OPTIONAL,
                                         .state_code = (char *) "22" }, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_REPEATED);
  directory_refused (f, (gpointer) patal_holiday_update, &renamed, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_REPEATED);
  add (f, day, "हिंदी दिवस", PATAL_HOLIDAY_PUBLIC, NULL, 0);                 /* another scope */
  add (f, day + 1, "हिंदी दिवस", PATAL_HOLIDAY_PUBLIC, "22", 0);             /* another day */
  add (f, day, "हिंदी दिवस", PATAL_HOLIDAY_LOCAL, NULL, f->district);        /* another scope again */
}

typedef struct { const gint64 *ids; gsize n; const char *order_no; } Confirmation;

static gboolean
confirm_cb (PatalDb *db, Confirmation *all, GError **error)
{
  return patal_holiday_confirm (db, all->ids, all->n, all->order_no, error);
}

static void
test_confirm (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ids[] = { add (f, DAY (2026, 1, 1), "क", PATAL_HOLIDAY_PUBLIC, NULL, 0), add (f, DAY (2026, 1, 2), "ख", PATAL_HOLIDAY_PUBLIC, NULL, 0) };
  g_autoptr (GArray) unverified = NULL;

  directory_refused (f, (gpointer) confirm_cb, &(Confirmation) { ids, 2, NULL }, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_ORDER);
  directory_refused (f, (gpointer) confirm_cb, &(Confirmation) { ids, 2, "  " }, PATAL_HOLIDAY_ERROR, PATAL_HOLIDAY_ERROR_ORDER);
  unverified = patal_holiday_ids (f->db, &(PatalHolidayFilter) { .unverified = TRUE }, NULL);
  g_assert_cmpuint (unverified->len, ==, 2);
  directory_do (f, (gpointer) confirm_cb, &(Confirmation) { ids, 2, " F 1-1/2026 " });
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE verified AND order_no = 'F 1-1/2026'"), ==, 2);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE verified"), ==, 0);
}

static void
test_effects (void)
{
  g_assert_cmpint (patal_holiday_class_effect (PATAL_HOLIDAY_PUBLIC), ==, PATAL_EFFECT_BLOCK);
  g_assert_cmpint (patal_holiday_class_effect (PATAL_HOLIDAY_GENERAL), ==, PATAL_EFFECT_BLOCK);
  g_assert_cmpint (patal_holiday_class_effect (PATAL_HOLIDAY_OPTIONAL), ==, PATAL_EFFECT_WARN);
  g_assert_cmpint (patal_holiday_class_effect (PATAL_HOLIDAY_LOCAL), ==, PATAL_EFFECT_BLOCK);
  g_assert_cmpint (patal_holiday_class_effect (PATAL_HOLIDAY_TREASURY), ==, PATAL_EFFECT_PAYMENTS);
}

/* The days of December 2021 as text: "20 25 31". (transfer full) */
static char *
december (Directory *f, gint64 unit, PatalHolidayClasses classes)
{
  PatalSpan span = { DAY (2021, 12, 1), DAY (2021, 12, 31) };
  g_autoptr (GArray) days = patal_holiday_days (f->db, unit, span, classes, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (days, PatalDay, i) - DAY (2021, 11, 30));
  return g_string_free (text, FALSE);
}

static void
test_days (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 far = directory_unit (f, PATAL_LEVEL_DISTRICT, f->state, "दूरपुर", NULL, NULL);
  const struct { gint64 unit; PatalHolidayClasses classes; const char *days; } cases[] = {
    { f->district, PATAL_HOLIDAY_NO_TRAINING, "20 21 25" }, { f->gp[0], PATAL_HOLIDAY_NO_TRAINING, "20 21 25" },
    { f->state, PATAL_HOLIDAY_NO_TRAINING, "20 25" },       { far, PATAL_HOLIDAY_NO_TRAINING, "20 22 25" },
    { 0, PATAL_HOLIDAY_NO_TRAINING, "25" },                 { f->district, PATAL_HOLIDAY_NO_PAYMENT, "20 21 25 31" },
    { f->district, PATAL_HOLIDAY_CLASSES (PATAL_HOLIDAY_OPTIONAL), "1 25" },
  };
  PatalSpan s001 = { DAY (2021, 12, 20), DAY (2022, 1, 5) };
  g_autoptr (GArray) days = NULL;

  add (f, DAY (2021, 12, 25), "क्रिसमस", PATAL_HOLIDAY_PUBLIC, NULL, 0);
  add (f, DAY (2021, 12, 25), "बड़ा दिन", PATAL_HOLIDAY_OPTIONAL, NULL, 0);
  add (f, DAY (2021, 12, 20), "राज्य का", PATAL_HOLIDAY_GENERAL, "22", 0);
  add (f, DAY (2021, 12, 23), "दूसरे राज्य का", PATAL_HOLIDAY_PUBLIC, "9", 0);
  add (f, DAY (2021, 12, 21), "स्थानीय", PATAL_HOLIDAY_LOCAL, NULL, f->district);
  add (f, DAY (2021, 12, 22), "स्थानीय", PATAL_HOLIDAY_LOCAL, NULL, far);
  add (f, DAY (2021, 12, 31), "कोषालय", PATAL_HOLIDAY_TREASURY, "22", 0);
  add (f, DAY (2021, 12, 1), "ऐच्छिक", PATAL_HOLIDAY_OPTIONAL, "22", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = december (f, cases[i].unit, cases[i].classes);

      g_assert_cmpstr (got, ==, cases[i].days);
    }
  /* 17 days, 15 without Sundays; the 20th, 21st and 25th are off */
  days = patal_holiday_days (f->db, f->district, s001, PATAL_HOLIDAY_NO_TRAINING, NULL);
  g_assert_cmpint (patal_span_working_days (s001, PATAL_WEEKDAYS (PATAL_SUNDAY), (const PatalDay *) days->data, days->len), ==, 12);
}

static void
test_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 b = add (f, DAY (2022, 3, 31), "ख", PATAL_HOLIDAY_OPTIONAL, NULL, 0), a = add (f, DAY (2021, 4, 1), "ग", PATAL_HOLIDAY_TREASURY, "22", 0);
  gint64 next = add (f, DAY (2022, 4, 1), "क", PATAL_HOLIDAY_PUBLIC, NULL, 0), other = add (f, DAY (2021, 5, 1), "घ", PATAL_HOLIDAY_PUBLIC, "9", 0);
  const struct { PatalHolidayFilter filter; gint64 ids[5]; } cases[] = {
    { { .sort = PATAL_HOLIDAY_SORT_DAY }, { a, other, b, next } },
    { { .sort = PATAL_HOLIDAY_SORT_DAY, .descending = TRUE }, { next, b, other, a } },
    { { .span = patal_fy_span (2021), .unit = f->district }, { a, b } },
    { { .classes = PATAL_HOLIDAY_CLASSES (PATAL_HOLIDAY_PUBLIC) }, { other, next } },
    { { .sort = PATAL_HOLIDAY_SORT_NAME_HI }, { next, b, a, other } },
    { { .sort = PATAL_HOLIDAY_SORT_NAME_EN }, { next, b, a, other } },
    { { .sort = PATAL_HOLIDAY_SORT_CLASS }, { other, next, b, a } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = patal_holiday_ids (f->db, &cases[i].filter, NULL);
      guint n = 0;

      while (cases[i].ids[n] != 0)
        n++;
      g_assert_cmpuint (ids->len, ==, n);
      for (guint j = 0; j < n; j++)
        g_assert_cmpint (g_array_index (ids, gint64, j), ==, cases[i].ids[j]);
    }
  {
    g_auto (PatalRows) rows = patal_db_query (f->db, patal_holiday_row_sql, PATAL_ARGS (PATAL_INT (b)));

    g_assert_true (patal_rows_next (&rows));
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_HOLIDAY_COL_DAY), ==, "2022-03-31");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_HOLIDAY_COL_CLASS), ==, "optional");
    g_assert_true (patal_rows_null (&rows, PATAL_HOLIDAY_COL_STATE_CODE));
    g_assert_cmpint (patal_rows_int (&rows, PATAL_HOLIDAY_COL_VERIFIED), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/holiday/effects", test_effects);
  DIRECTORY_TEST ("/holiday/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/holiday/rules", test_rules);
  DIRECTORY_TEST ("/holiday/repeated", test_repeated);
  DIRECTORY_TEST ("/holiday/confirm", test_confirm);
  DIRECTORY_TEST ("/holiday/days", test_days);
  DIRECTORY_TEST ("/holiday/list", test_list);
  return g_test_run ();
}
