/* test-progress.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-progress.h"

typedef struct
{
  guint calls;
  double last;
} Heard;

static void
hear_cb (double share, gpointer data)
{
  Heard *heard = data;

  g_assert_cmpfloat (share, >=, heard->last);
  heard->calls++;
  heard->last = share;
}

static void
test_steps (gconstpointer data)
{
  guint step = GPOINTER_TO_UINT (data);
  Heard heard = { 0 };
  PatalProgress progress = { .say = hear_cb, .data = &heard };

  for (guint done = 0; done <= 100000; done += step)
    g_assert_true (patal_progress_step (&progress, done, 100000, NULL));
  g_assert_cmpuint (heard.calls, ==, MIN (101, 100000 / step + 1));
  g_assert_cmpfloat (heard.last, ==, 1.0);
}

static void
test_nobody (void)
{
  PatalProgressPart part;

  g_assert_true (patal_progress_step (NULL, 1, 2, NULL));
  g_assert_null (patal_progress_part (&part, NULL, 0, 1));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PatalProgress progress = { .cancellable = cancellable };
  PatalProgressPart part;
  const PatalProgress *inner = patal_progress_part (&part, &progress, 0, 0.5);

  g_assert_true (patal_progress_step (inner, 1, 2, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (patal_progress_step (inner, 1, 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_parts (void)
{
  Heard heard = { 0 };
  PatalProgress progress = { .say = hear_cb, .data = &heard };
  PatalProgressPart half, quarter;
  const PatalProgress *second = patal_progress_part (&half, &progress, 0.5, 1.0);
  const PatalProgress *its_first = patal_progress_part (&quarter, second, 0.0, 0.5);

  g_assert_true (patal_progress_step (its_first, 0, 10, NULL));
  g_assert_cmpfloat (heard.last, ==, 0.5);
  g_assert_true (patal_progress_step (its_first, 10, 10, NULL));
  g_assert_cmpfloat (heard.last, ==, 0.75);
  g_assert_true (patal_progress_step (second, 0, 0, NULL)); /* nothing to do is done */
  g_assert_cmpfloat (heard.last, ==, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/progress/each", GUINT_TO_POINTER (1), test_steps);
  g_test_add_data_func ("/progress/thousands", GUINT_TO_POINTER (1000), test_steps);
  g_test_add_data_func ("/progress/coarse", GUINT_TO_POINTER (20000), test_steps);
  g_test_add_func ("/progress/nobody", test_nobody);
  g_test_add_func ("/progress/cancelled", test_cancelled);
  g_test_add_func ("/progress/parts", test_parts);
  return g_test_run ();
}
