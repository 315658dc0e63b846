/* test-blackout.c: blackouts, and the calendar that they make with the holidays
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-calendar.h"
#include "patal-contact.h"

static gint64
add (Directory *f, gint64 unit, PatalDay from, PatalDay to, PatalBlackoutReason reason, gboolean hard)
{
  PatalBlackout blackout = { .unit = unit, .span = { from, to }, .reason = reason, .hard = hard, .remark = (char *) "आदेश 7" };

  directory_do (f, (gpointer) patal_blackout_insert, &blackout);
  return blackout.id;
}

static gboolean
remove_cb (PatalDb *db, gint64 *id, GError **error)
{
  return patal_blackout_remove (db, *id, error);
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay from = DAY (2021, 4, 1), to = DAY (2021, 6, 30);
  g_auto (PatalBlackout) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  for (int reason = 0; reason < PATAL_N_BLACKOUT_REASONS; reason++)
    {
      gint64 id = add (f, f->block[0], from, to, reason, reason % 2 == 0);

      patal_blackout_clear (&loaded);
      g_assert_true (patal_blackout_load (f->db, id, &loaded, NULL));
      g_assert_cmpint (loaded.reason, ==, reason);
      g_assert_cmpint (loaded.hard, ==, reason % 2 == 0);
      g_assert_cmpint (loaded.span.from, ==, from);
      g_assert_cmpint (loaded.span.to, ==, to);
      g_assert_cmpstr (loaded.remark, ==, "आदेश 7");
      loaded.span.to = from;
      directory_do (f, (gpointer) patal_blackout_update, &loaded);
      directory_do (f, (gpointer) remove_cb, &id);
      g_assert_false (patal_blackout_load (f->db, id, &loaded, &error));
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay day = DAY (2021, 4, 1);
  const struct { PatalBlackout blackout; GQuark domain; int code; const char *field; } cases[] = {
    { { .span = { day, day } }, PATAL_BLACKOUT_ERROR, PATAL_BLACKOUT_ERROR_UNIT, "unit" },
    { { .unit = f->gp[0], .span = { 0, day } }, PATAL_BLACKOUT_ERROR, PATAL_BLACKOUT_ERROR_SPAN, "from" },
    { { .unit = f->gp[0], .span = { day, 0 } }, PATAL_BLACKOUT_ERROR, PATAL_BLACKOUT_ERROR_SPAN, "to" },
    { { .unit = f->gp[0], .span = { day, day - 1 } }, PATAL_BLACKOUT_ERROR, PATAL_BLACKOUT_ERROR_SPAN, "to" },
    { { .unit = f->gp[0], .span = { day, day + 731 } }, PATAL_BLACKOUT_ERROR, PATAL_BLACKOUT_ERROR_SPAN, "to" },
    { { .unit = f->gp[0], .span = { day, day }, .remark = (char *) "2345 6789 0124" }, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR, "remark" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalBlackout blackout = cases[i].blackout;
      const char *field = NULL;

      g_assert_false (patal_blackout_check (&blackout, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_blackout_insert, &blackout, cases[i].domain, cases[i].code);
    }
  directory_refused (f, (gpointer) patal_blackout_insert, &(PatalBlackout) { .unit = 12345, .span = { day, day } }, PATAL_BLACKOUT_ERROR,
                     PATAL_BLACKOUT_ERROR_UNIT);
}

static guint
n_at (Directory *f, gint64 unit, PatalDay from, PatalDay to)
{
  g_autoptr (GPtrArray) found = patal_blackouts_at (f->db, unit, (PatalSpan) { from, to }, NULL);

  return found->len;
}

static guint
n_listed (Directory *f, gint64 unit, PatalSpan span)
{
  g_autoptr (GArray) ids = patal_blackout_ids (f->db, &(PatalBlackoutFilter) { span, unit }, NULL);

  return ids->len;
}

static void
test_below (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalDay from = DAY (2021, 4, 1), to = DAY (2021, 6, 30);
  const PatalSpan all = { 0, 0 };

  add (f, f->district, from, to, PATAL_BLACKOUT_FAIR, TRUE);
  add (f, f->block[0], DAY (2021, 6, 30), DAY (2021, 7, 31), PATAL_BLACKOUT_MONSOON, FALSE);
  g_assert_cmpuint (n_at (f, f->gp[0], from, to), ==, 2);
  g_assert_cmpuint (n_at (f, f->gp[3], from, to), ==, 1);      /* in the other block */
  g_assert_cmpuint (n_at (f, f->state, from, to), ==, 0);      /* it does not go upwards */
  g_assert_cmpuint (n_at (f, f->gp[0], from - 9, from - 1), ==, 0);
  g_assert_cmpuint (n_at (f, f->gp[0], from - 9, from), ==, 1);
  g_assert_cmpuint (n_at (f, f->gp[0], DAY (2021, 7, 31), DAY (2022, 1, 1)), ==, 1);
  g_assert_cmpuint (n_at (f, f->gp[0], DAY (2021, 8, 1), DAY (2022, 1, 1)), ==, 0);

  g_assert_cmpuint (n_listed (f, 0, all), ==, 2);
  g_assert_cmpuint (n_listed (f, f->state, all), ==, 2);       /* of all that lies below it */
  g_assert_cmpuint (n_listed (f, f->block[1], all), ==, 1);
  g_assert_cmpuint (n_listed (f, f->gp[0], (PatalSpan) { DAY (2021, 7, 1), DAY (2021, 7, 2) }), ==, 1);
  {
    g_autoptr (GArray) ids = patal_blackout_ids (f->db, &(PatalBlackoutFilter) { all, f->block[1] }, NULL);
    g_auto (PatalRows) rows = patal_db_query (f->db, patal_blackout_row_sql, PATAL_ARGS (PATAL_INT (g_array_index (ids, gint64, 0))));

    g_assert_true (patal_rows_next (&rows));
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_BLACKOUT_COL_FROM), ==, "2021-04-01");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_BLACKOUT_COL_UNIT_HI), ==, "परीक्षणपुर");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_BLACKOUT_COL_REASON), ==, "fair");
    g_assert_cmpint (patal_rows_int (&rows, PATAL_BLACKOUT_COL_HARD), ==, 1);
  }
}

static void
test_moved (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalBlackout blackout = { .unit = f->gp[0], .span = { DAY (2021, 4, 1), DAY (2021, 4, 2) } };
  PatalBlackout elsewhere;

  directory_do (f, (gpointer) patal_blackout_insert, &blackout);
  elsewhere = blackout;
  elsewhere.unit = f->gp[1];
  directory_do (f, (gpointer) patal_blackout_update, &elsewhere);
  g_assert_cmpuint (n_at (f, f->gp[0], DAY (2021, 4, 1), DAY (2021, 4, 2)), ==, 0);
}

static gboolean
holiday_cb (PatalDb *db, PatalHoliday *holiday, GError **error)
{
  return patal_holiday_insert (db, holiday, error);
}

static gboolean
five_days_cb (PatalDb *db, const char *order_no, GError **error)
{
  return patal_week_set (db, PATAL_WEEK_FIVE_DAYS, order_no, error);
}

static void
assert_count (const PatalCalendar *calendar, PatalSpan span, PatalDayCount expected)
{
  PatalDayCount got = patal_calendar_count (calendar, span);

  g_assert_cmpint (got.days, ==, expected.days);
  g_assert_cmpint (got.weekly_off, ==, expected.weekly_off);
  g_assert_cmpint (got.holidays, ==, expected.holidays);
  g_assert_cmpint (got.blackouts, ==, expected.blackouts);
  g_assert_cmpint (got.working, ==, expected.working);
}

static void
test_calendar (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalSpan span = { DAY (2021, 12, 20), DAY (2022, 1, 5) };
  g_autoptr (PatalCalendar) calendar = NULL, elsewhere = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  directory_do (f, (gpointer) holiday_cb, &(PatalHoliday) { .day = DAY (2021, 12, 25), .name_hi = (char *) "क्रिसमस", .klass = PATAL_HOLIDAY_PUBLIC });
  directory_do (f, (gpointer) holiday_cb, &(PatalHoliday) { .day = DAY (2021, 12, 24), .name_hi = (char *) "पूर्व संध्या", .klass = PATAL_HOLIDAY_OPTIONAL });
  directory_do (f, (gpointer) holiday_cb, &(PatalHoliday) { .day = DAY (2021, 12, 31), .name_hi = (char *) "कोष", .klass = PATAL_HOLIDAY_TREASURY });
  add (f, f->block[0], DAY (2021, 12, 1), DAY (2021, 12, 21), PATAL_BLACKOUT_ELECTION, TRUE);
  add (f, f->gp[0], DAY (2021, 12, 23), DAY (2021, 12, 24), PATAL_BLACKOUT_EXAM, FALSE);

  calendar = patal_calendar_new (f->db, f->gp[0], span, NULL);
  g_assert_cmpuint (patal_calendar_n_marks (calendar), ==, 5);
  g_assert_cmpint (patal_calendar_mark (calendar, 0)->kind, ==, PATAL_MARK_BLACKOUT);
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2021, 12, 20)), ==, PATAL_EFFECT_BLOCK);
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2021, 12, 22)), ==, PATAL_EFFECT_NONE);
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2021, 12, 23)), ==, PATAL_EFFECT_WARN);
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2021, 12, 25)), ==, PATAL_EFFECT_BLOCK); /* a Saturday */
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2021, 12, 26)), ==, PATAL_EFFECT_BLOCK); /* a Sunday */
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2021, 12, 31)), ==, PATAL_EFFECT_PAYMENTS);
  g_assert_cmpint (patal_calendar_effect (calendar, DAY (2022, 1, 1)), ==, PATAL_EFFECT_NONE);    /* Saturday, a six-day week */
  g_assert_cmpint (patal_calendar_working_days (calendar), ==, 17 - 2 /* Sundays */ - 1 - 2);
  assert_count (calendar, span, (PatalDayCount) { 17, 2, 1, 2, 12 });
  assert_count (calendar, (PatalSpan) { DAY (2021, 12, 1), DAY (2021, 12, 20) }, (PatalDayCount) { 1, 0, 0, 1, 0 }); /* what lies in it */
  marks = patal_calendar_marks_of (calendar, DAY (2021, 12, 24));
  g_assert_cmpuint (marks->len, ==, 2);

  elsewhere = patal_calendar_new (f->db, f->gp[3], span, NULL);
  g_assert_cmpuint (patal_calendar_n_marks (elsewhere), ==, 3);
  g_assert_cmpint (patal_calendar_effect (elsewhere, DAY (2021, 12, 20)), ==, PATAL_EFFECT_NONE);
}

static void
test_week (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalSpan span = { DAY (2021, 12, 20), DAY (2022, 1, 5) };
  g_auto (PatalWeek) week = { 0 };
  g_autoptr (PatalCalendar) calendar = NULL;

  g_assert_true (patal_week_load (f->db, &week, NULL));
  g_assert_cmpint (week.off, ==, PATAL_WEEKDAYS (PATAL_SUNDAY));
  g_assert_false (week.verified);
  directory_do (f, (gpointer) five_days_cb, NULL);
  g_assert_true (patal_week_load (f->db, &week, NULL));
  g_assert_cmpint (week.off, ==, PATAL_WEEKDAYS (PATAL_SUNDAY) | PATAL_WEEKDAYS (PATAL_SATURDAY));
  g_assert_false (week.verified); /* nobody gave the order */
  calendar = patal_calendar_new (f->db, f->gp[0], span, NULL);
  g_assert_cmpint (patal_calendar_working_days (calendar), ==, 13); /* domain.md 14 */
  assert_count (calendar, span, (PatalDayCount) { 17, 4, 0, 0, 13 });
  directory_do (f, (gpointer) five_days_cb, (gpointer) "F 3-2/2022");
  patal_week_clear (&week);
  g_assert_true (patal_week_load (f->db, &week, NULL));
  g_assert_true (week.verified);
  g_assert_cmpstr (week.order_no, ==, "F 3-2/2022");
  g_assert_true (patal_db_undo (f->db, NULL, NULL) && patal_db_undo (f->db, NULL, NULL));
  patal_week_clear (&week);
  g_assert_true (patal_week_load (f->db, &week, NULL));
  g_assert_cmpint (week.off, ==, PATAL_WEEKDAYS (PATAL_SUNDAY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/blackout/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/blackout/rules", test_rules);
  DIRECTORY_TEST ("/blackout/below", test_below);
  DIRECTORY_TEST ("/blackout/moved", test_moved);
  DIRECTORY_TEST ("/calendar/effects", test_calendar);
  DIRECTORY_TEST ("/calendar/week", test_week);
  return g_test_run ();
}
