/* test-path.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-canvas.h"
#include <math.h>
#include <string.h>

static void
add_step_cb (PatalStep step, const double *points, gpointer text)
{
  static const char letters[] = "MLCZ";
  static const guint counts[] = { 1, 1, 3, 0 };

  g_string_append_c (text, letters[step]);
  for (guint i = 0; i < 2 * counts[step]; i++)
    g_string_append_printf (text, " %g", round (points[i] * 1000) / 1000 + 0.0);
  g_string_append_c (text, ';');
}

static char *
path_text (const PatalPath *path)
{
  GString *text = g_string_new (NULL);

  patal_path_each (path, add_step_cb, text);
  return g_string_free (text, FALSE);
}

static void
assert_path (const PatalPath *path, const char *expected)
{
  g_autofree char *text = path_text (path);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_steps (void)
{
  g_autoptr (PatalPath) path = patal_path_new ();

  assert_path (path, "");
  patal_path_close (path); /* of nothing */
  assert_path (path, "");
  patal_path_line (path, 1, 2); /* a line from nowhere begins */
  patal_path_line (path, 3, 4);
  patal_path_curve (path, 1, 2, 3, 4, 5, 6);
  patal_path_close (path);
  assert_path (path, "M 1 2;L 3 4;C 1 2 3 4 5 6;Z;");
  patal_path_clear (path);
  patal_path_box (path, &(PatalBox) { 1, 2, 3, 4 });
  assert_path (path, "M 1 2;L 4 2;L 4 6;L 1 6;Z;");
}

/* The four quarters of a circle, and a slice and a ring of it. */
static void
test_rounds (void)
{
  g_autoptr (PatalPath) path = patal_path_new ();

  patal_path_circle (path, 0, 0, 1);
  assert_path (path, "M 1 0;C 1 0.552 0.552 1 0 1;C -0.552 1 -1 0.552 -1 0;C -1 -0.552 -0.552 -1 0 -1;"
                     "C 0.552 -1 1 -0.552 1 0;Z;");
  patal_path_clear (path);
  patal_path_ring (path, 0, 0, 0, 1, 0, G_PI_2);
  assert_path (path, "M 1 0;C 1 0.552 0.552 1 0 1;L 0 0;Z;");
  patal_path_clear (path);
  patal_path_ring (path, 0, 0, 0.5, 1, 0, G_PI_2);
  assert_path (path, "M 1 0;C 1 0.552 0.552 1 0 1;L 0 0.5;C 0.276 0.5 0.5 0.276 0.5 0;Z;");
  patal_path_clear (path);
  patal_path_round_box (path, &(PatalBox) { 0, 0, 10, 4 }, 99); /* no rounder than it is high */
  g_assert_cmpfloat_with_epsilon (patal_path_bounds (path).width, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_path_bounds (path).height, 4, 1e-9);
  patal_path_clear (path);
  patal_path_round_box (path, &(PatalBox) { 0, 0, 10, 4 }, 0);
  assert_path (path, "M 0 0;L 10 0;L 10 4;L 0 4;Z;");
}

static void
test_bounds (void)
{
  g_autoptr (PatalPath) path = patal_path_new ();
  PatalBox box = patal_path_bounds (path);

  g_assert_cmpfloat (box.width, ==, 0);
  g_assert_cmpfloat (box.height, ==, 0);
  patal_path_move (path, -3, 7);
  patal_path_curve (path, 0, 0, 5, 20, 2, 1);
  box = patal_path_bounds (path);
  g_assert_cmpfloat (box.x, ==, -3);
  g_assert_cmpfloat (box.y, ==, 0);
  g_assert_cmpfloat (box.width, ==, 8);
  g_assert_cmpfloat (box.height, ==, 20);
}

/* A player that keeps what it was asked to stroke. */
typedef struct
{
  GString *calls;
  guint n_moves;
} Record;

static void
count_move_cb (PatalStep step, const double *points G_GNUC_UNUSED, gpointer n_moves)
{
  *(guint *)n_moves += step == PATAL_STEP_MOVE;
}

static void
record_save (PatalCanvas *canvas)
{
  g_string_append_c (((Record *)canvas->target)->calls, '(');
}

static void
record_restore (PatalCanvas *canvas)
{
  g_string_append_c (((Record *)canvas->target)->calls, ')');
}

static void
record_clip (PatalCanvas *canvas, const PatalPath *path G_GNUC_UNUSED)
{
  g_string_append_c (((Record *)canvas->target)->calls, 'c');
}

static void
record_stroke (PatalCanvas *canvas, const PatalPath *path, const PatalStroke *stroke)
{
  Record *record = canvas->target;

  g_string_append_c (record->calls, stroke->dash[1] > 0 ? 'd' : 's');
  patal_path_each (path, count_move_cb, &record->n_moves);
}

static void
test_hatch (void)
{
  static const PatalPlayer player
      = { .save = record_save, .restore = record_restore, .clip = record_clip, .stroke = record_stroke };
  static const struct
  {
    PatalHatch hatch;
    const char *calls;
    guint least, most; /* lines */
  } cases[] = {
    { PATAL_HATCH_NONE, "", 0, 0 },          { PATAL_HATCH_RISING, "(cs)", 26, 30 },
    { PATAL_HATCH_FALLING, "(cs)", 26, 30 }, { PATAL_HATCH_CROSSED, "(cs)", 54, 58 },
    { PATAL_HATCH_LEVEL, "(cs)", 26, 30 },   { PATAL_HATCH_DOTS, "(cd)", 26, 30 },
  };
  g_autoptr (PatalPath) square = patal_path_new ();
  g_autoptr (PatalPath) wide = patal_path_new ();
  PatalStroke stroke = { .ink = PATAL_INK_BLACK, .width = 0.5 };

  patal_path_box (square, &(PatalBox) { 100, 100, 100, 100 }); /* its diagonal is 141 */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Record record = { g_string_new (NULL), 0 };
      PatalCanvas canvas = { &player, &record };

      patal_canvas_hatch (&canvas, square, cases[i].hatch, 5, &stroke);
      g_assert_cmpstr (record.calls->str, ==, cases[i].calls);
      g_assert_cmpuint (record.n_moves, >=, cases[i].least);
      g_assert_cmpuint (record.n_moves, <=, cases[i].most);
      g_string_free (record.calls, TRUE);
    }

  /* a gap that would take for ever is not followed for ever */
  patal_path_box (wide, &(PatalBox) { 0, 0, 1e9, 1e9 });
  {
    Record record = { g_string_new (NULL), 0 };

    patal_canvas_hatch (&(PatalCanvas) { &player, &record }, wide, PATAL_HATCH_LEVEL, 1e-3, &stroke);
    g_assert_cmpuint (record.n_moves, <=, 5000);
    g_string_free (record.calls, TRUE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/steps", test_steps);
  g_test_add_func ("/path/rounds", test_rounds);
  g_test_add_func ("/path/bounds", test_bounds);
  g_test_add_func ("/path/hatch", test_hatch);
  return g_test_run ();
}
