/* test-degrees.c: degrees are read as they are typed, and shown as they read back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-degrees.h"
#include <math.h>

static void
test_read (void)
{
  static const struct { const char *text; double degrees; } cases[] = {
    { "21.9556", 21.9556 }, { "२१.९५५६", 21.9556 }, { " 82 ", 82 }, { "-1.5", -1.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double read = 0;

      g_assert_true (patal_degrees_parse (cases[i].text, &read, NULL));
      g_assert_cmpfloat (read, ==, cases[i].degrees);
    }
}

static void
test_refused (void)
{
  static const struct { const char *text; PatalValueError code; } cases[] = {
    { "", PATAL_VALUE_ERROR_EMPTY }, { "  ", PATAL_VALUE_ERROR_EMPTY }, { "21°57'", PATAL_VALUE_ERROR_MALFORMED },
    { "north", PATAL_VALUE_ERROR_MALFORMED }, { "nan", PATAL_VALUE_ERROR_MALFORMED }, { "1e999", PATAL_VALUE_ERROR_MALFORMED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      double read = 7;

      g_assert_false (patal_degrees_parse (cases[i].text, &read, &error));
      g_assert_error (error, PATAL_VALUE_ERROR, (int) cases[i].code);
      g_assert_cmpfloat (read, ==, 7);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *plain = patal_degrees_format (21.9556), *noisy = patal_degrees_format (82.84133299999999);

  g_assert_cmpstr (plain, ==, "21.9556");
  g_assert_cmpstr (noisy, ==, "82.841333");
  g_assert_false (patal_degrees_same (21.9556, 21.9557));
  for (int i = 0; i < 10000; i++)
    {
      double degrees = g_rand_double_range (rand, 6, 98), read = 0;
      g_autofree char *text = patal_degrees_format (degrees);

      g_assert_true (patal_degrees_parse (text, &read, NULL));
      g_assert_true (patal_degrees_same (read, degrees));
    }
}

static void
test_place (void)
{
  static const struct { double lat, lon; int code; PatalDegreesHalf half; } cases[] = {
    { 21.9, 82.8, -1, 0 }, { 6, 68, -1, 0 }, { 38, 98, -1, 0 },
    { 0, 82.8, PATAL_VALUE_ERROR_EMPTY, PATAL_DEGREES_LAT }, { NAN, 82.8, PATAL_VALUE_ERROR_EMPTY, PATAL_DEGREES_LAT },
    { 21.9, 0, PATAL_VALUE_ERROR_EMPTY, PATAL_DEGREES_LON }, { 21.9, NAN, PATAL_VALUE_ERROR_EMPTY, PATAL_DEGREES_LON },
    { 5.99, 82.8, PATAL_VALUE_ERROR_RANGE, PATAL_DEGREES_LAT }, { 38.01, 82.8, PATAL_VALUE_ERROR_RANGE, PATAL_DEGREES_LAT },
    { 21.9, 67.99, PATAL_VALUE_ERROR_RANGE, PATAL_DEGREES_LON }, { 21.9, 98.01, PATAL_VALUE_ERROR_RANGE, PATAL_DEGREES_LON },
    { 82.8, 21.9, PATAL_VALUE_ERROR_RANGE, PATAL_DEGREES_LAT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PatalDegreesHalf half;
      gboolean good = patal_degrees_check_place (cases[i].lat, cases[i].lon, &half, &error);

      g_assert_cmpint (good, ==, cases[i].code == -1);
      if (good)
        continue;
      g_assert_error (error, PATAL_VALUE_ERROR, cases[i].code);
      g_assert_cmpint (half, ==, cases[i].half);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/degrees/read", test_read);
  g_test_add_func ("/degrees/refused", test_refused);
  g_test_add_func ("/degrees/round-trip", test_round_trip);
  g_test_add_func ("/degrees/place", test_place);
  return g_test_run ();
}
