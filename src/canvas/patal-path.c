/* patal-path.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-path.h"
#include <math.h>

struct _PatalPath
{
  GByteArray *steps; /* a PatalStep each */
  GArray *points;    /* double: x, y, x, y … in the order of the steps */
};

static const guint points_of_step[] = {
  [PATAL_STEP_MOVE] = 1,
  [PATAL_STEP_LINE] = 1,
  [PATAL_STEP_CURVE] = 3,
  [PATAL_STEP_CLOSE] = 0,
};

PatalPath *
patal_path_new (void)
{
  PatalPath *path = g_new (PatalPath, 1);

  path->steps = g_byte_array_new ();
  path->points = g_array_new (FALSE, FALSE, sizeof (double));
  return path;
}

void
patal_path_free (PatalPath *path)
{
  if (path == NULL)
    return;
  g_byte_array_unref (path->steps);
  g_array_unref (path->points);
  g_free (path);
}

void
patal_path_clear (PatalPath *path)
{
  g_byte_array_set_size (path->steps, 0);
  g_array_set_size (path->points, 0);
}

static void
add (PatalPath *path, PatalStep step, const double *points)
{
  guint8 byte = step;

  g_byte_array_append (path->steps, &byte, 1);
  if (points_of_step[step] > 0)
    g_array_append_vals (path->points, points, 2 * points_of_step[step]);
}

void
patal_path_move (PatalPath *path, double x, double y)
{
  add (path, PATAL_STEP_MOVE, (double[]) { x, y });
}

void
patal_path_line (PatalPath *path, double x, double y)
{
  add (path, path->steps->len > 0 ? PATAL_STEP_LINE : PATAL_STEP_MOVE, (double[]) { x, y });
}

void
patal_path_curve (PatalPath *path, double x1, double y1, double x2, double y2, double x3, double y3)
{
  if (path->steps->len == 0)
    patal_path_move (path, x1, y1);
  add (path, PATAL_STEP_CURVE, (double[]) { x1, y1, x2, y2, x3, y3 });
}

void
patal_path_close (PatalPath *path)
{
  if (path->steps->len > 0)
    add (path, PATAL_STEP_CLOSE, NULL);
}

void
patal_path_box (PatalPath *path, const PatalBox *box)
{
  patal_path_move (path, box->x, box->y);
  patal_path_line (path, box->x + box->width, box->y);
  patal_path_line (path, box->x + box->width, box->y + box->height);
  patal_path_line (path, box->x, box->y + box->height);
  patal_path_close (path);
}

/* Cubics for the part of a circle from one angle to another, each of at most a quarter turn: within 0.03 % of
 * the radius. */
static void
add_arc (PatalPath *path, double x, double y, double radius, double from, double to)
{
  int n = MAX (1, (int)ceil (fabs (to - from) / G_PI_2 - 1e-9));
  double turn = (to - from) / n;
  double reach = 4.0 / 3.0 * tan (turn / 4) * radius;

  for (int i = 0; i < n; i++)
    {
      double a = from + i * turn, b = from + (i + 1) * turn;
      double ax = x + radius * cos (a), ay = y + radius * sin (a);
      double bx = x + radius * cos (b), by = y + radius * sin (b);

      patal_path_curve (path, ax - reach * sin (a), ay + reach * cos (a), bx + reach * sin (b),
                        by - reach * cos (b), bx, by);
    }
}

void
patal_path_round_box (PatalPath *path, const PatalBox *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);
  double left = box->x, top = box->y, right = left + box->width, bottom = top + box->height;

  if (r <= 0)
    {
      patal_path_box (path, box);
      return;
    }
  patal_path_move (path, left + r, top);
  patal_path_line (path, right - r, top);
  add_arc (path, right - r, top + r, r, -G_PI_2, 0);
  patal_path_line (path, right, bottom - r);
  add_arc (path, right - r, bottom - r, r, 0, G_PI_2);
  patal_path_line (path, left + r, bottom);
  add_arc (path, left + r, bottom - r, r, G_PI_2, G_PI);
  patal_path_line (path, left, top + r);
  add_arc (path, left + r, top + r, r, G_PI, 1.5 * G_PI);
  patal_path_close (path);
}

void
patal_path_circle (PatalPath *path, double x, double y, double radius)
{
  patal_path_move (path, x + radius, y);
  add_arc (path, x, y, radius, 0, 2 * G_PI);
  patal_path_close (path);
}

void
patal_path_ring (PatalPath *path, double x, double y, double inner, double radius, double from, double to)
{
  patal_path_move (path, x + radius * cos (from), y + radius * sin (from));
  add_arc (path, x, y, radius, from, to);
  patal_path_line (path, x + inner * cos (to), y + inner * sin (to));
  if (inner > 0)
    add_arc (path, x, y, inner, to, from);
  patal_path_close (path);
}

PatalBox
patal_path_bounds (const PatalPath *path)
{
  const double *points = (const double *)(gpointer)path->points->data;
  PatalBox box = { 0, 0, 0, 0 };
  double right = 0, bottom = 0;

  for (guint i = 0; i + 1 < path->points->len; i += 2)
    {
      box.x = i == 0 ? points[i] : MIN (box.x, points[i]);
      box.y = i == 0 ? points[i + 1] : MIN (box.y, points[i + 1]);
      right = i == 0 ? points[i] : MAX (right, points[i]);
      bottom = i == 0 ? points[i + 1] : MAX (bottom, points[i + 1]);
    }
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

void
patal_path_each (const PatalPath *path, PatalPathFunc step, gpointer data)
{
  const double *points = (const double *)(gpointer)path->points->data;

  for (guint i = 0; i < path->steps->len; i++)
    {
      step (path->steps->data[i], points, data);
      points += 2 * points_of_step[path->steps->data[i]];
    }
}
