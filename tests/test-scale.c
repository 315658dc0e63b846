/* test-scale.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-scale.h"
#include <math.h>

static const struct
{
  gint64 low, high;
  guint  wanted;
  gint64 first, step;
  guint  n;
} cases[] = {
  { 0, 91, 6, 0, 20, 6 },
  { 0, 100, 6, 0, 20, 6 },
  { 0, 1, 6, 0, 1, 2 },
  { 0, 0, 6, 0, 1, 2 },
  { -5, 5, 5, -6, 2, 7 },
  { 0, 59110000000, 6, 0, 10000000000, 7 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalScale scale = patal_scale_new (cases[i].low, cases[i].high, cases[i].wanted);

      g_test_message ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, cases[i].low, cases[i].high);
      g_assert_cmpint (scale.first, ==, cases[i].first);
      g_assert_cmpint (scale.step, ==, cases[i].step);
      g_assert_cmpuint (scale.n, ==, cases[i].n);
    }
}

static void
test_any (void)
{
  for (guint i = 0; i < 100000; i++)
    {
      gint64 a = (gint64) (g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (0, 19)) * 9);
      gint64 b = (gint64) (g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (0, 19)) * 9);
      gint64 low = MIN (a, b) / 4, high = MAX (a, b) / 4;
      PatalScale scale = patal_scale_new (low, high, 6);

      g_assert_cmpint (scale.first, <=, low);
      g_assert_cmpint (patal_scale_last (&scale), >=, high);
      g_assert_cmpuint (scale.n, >=, 2);
      g_assert_cmpuint (scale.n, <=, 12);
      g_assert_cmpint (scale.first % scale.step, ==, 0); /* so 0 is a mark wherever it is inside */
      g_assert_cmpfloat (fabs (patal_scale_place (&scale, low, 0, 1)), <=, 1.0 + 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/cases", test_cases);
  g_test_add_func ("/scale/any", test_any);
  return g_test_run ();
}
