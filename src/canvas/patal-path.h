/* patal-path.h: boxes, matrices and paths, in points
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} PatalBox;

typedef struct
{
  double xx, yx, xy, yy, x0, y0; /* x' = xx·x + xy·y + x0; y' = yx·x + yy·y + y0, as Cairo has it */
} PatalMatrix;

typedef enum
{
  PATAL_STEP_MOVE,  /* 1 point */
  PATAL_STEP_LINE,  /* 1 point */
  PATAL_STEP_CURVE, /* 3 points: a cubic */
  PATAL_STEP_CLOSE, /* none */
} PatalStep;

typedef struct _PatalPath PatalPath;

PatalPath *patal_path_new   (void);
void       patal_path_free  (PatalPath *path);
void       patal_path_clear (PatalPath *path);
void       patal_path_move  (PatalPath *path, double x, double y);
void       patal_path_line  (PatalPath *path, double x, double y);
void       patal_path_curve (PatalPath *path, double x1, double y1, double x2, double y2, double x3,
                             double y3);
void       patal_path_close (PatalPath *path);
void       patal_path_box   (PatalPath *path, const PatalBox *box);
void       patal_path_round_box (PatalPath *path, const PatalBox *box, double radius);
void       patal_path_circle (PatalPath *path, double x, double y, double radius);
/* A closed piece of a ring around @x, @y, clockwise from the angle @from to @to (radians, 0 at the right); with @inner
 * 0 a slice. */
void       patal_path_ring  (PatalPath *path, double x, double y, double inner, double radius, double from,
                             double to);

PatalBox   patal_path_bounds (const PatalPath *path); /* of its points; an empty path has an empty box */

/* For players: calls @step for each step with its points, x then y. */
typedef void (*PatalPathFunc) (PatalStep step, const double *points, gpointer data);
void       patal_path_each  (const PatalPath *path, PatalPathFunc step, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPath, patal_path_free)
G_END_DECLS
