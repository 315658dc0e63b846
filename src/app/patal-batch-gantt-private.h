/* patal-batch-gantt-private.h: what the files of the Gantt share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-gantt.h"
#include "patal-batch-mover.h"

G_BEGIN_DECLS

#define GANTT_ROW_PX  24
#define GANTT_HEAD_PX 46
#define GANTT_SIDE_PX 196 /* of the names at the left; less where the window is narrow */
#define GANTT_NO_LANE G_MAXUINT

/* A bar under the pointer. */
typedef struct
{
  PatalBatchMover *mover;    /* NULL: none is dragged */
  guint            bar;      /* of the scene */
  double           grab_px;  /* from the left of the bar to where it was taken */
  double           x, y;     /* of the pointer, in the widget */
  PatalDay         day;      /* where it would begin */
  guint            lane;
  char            *words;    /* (nullable): what that breaks or warns of */
  gboolean         refused;  /* a hard rule is among it */
} GanttDrag;

struct _PatalBatchGantt
{
  GtkWidget              parent_instance;
  PatalDocument         *document;
  const PatalBatchScene *scene; /* (nullable) */
  GtkAdjustment         *across, *down;
  GtkScrollablePolicy    across_policy, down_policy;
  PatalGanttZoom         zoom;
  double                 day_px;
  gint64                 selected;
  PatalDay               wanted_day; /* to be shown once there is a width; or PATAL_DAY_NONE */
  GanttDrag              drag;
};

/* Rows: a heading for each block, and below it its lanes. */
guint    gantt_n_rows      (const PatalBatchScene *scene);
/* The block of @row, and its lane; GANTT_NO_LANE: the heading of the block. */
void     gantt_row         (const PatalBatchScene *scene, guint row, guint *block, guint *lane);
guint    gantt_row_of_lane (const PatalBatchScene *scene, guint lane);

int      gantt_side_px (PatalBatchGantt *self);
/* In the widget: the left of @day, the top of @row. */
double   gantt_x       (PatalBatchGantt *self, PatalDay day);
double   gantt_y       (PatalBatchGantt *self, guint row);
PatalDay gantt_day_at  (PatalBatchGantt *self, double x);
guint    gantt_lane_at (PatalBatchGantt *self, double y); /* or GANTT_NO_LANE */
gboolean gantt_bar_at  (PatalBatchGantt *self, double x, double y, guint *bar);

/* The bars of @lane that touch @span are those from the first on that ends in it. */
guint    gantt_first_bar (const PatalBatchScene *scene, guint lane, PatalDay from);

void     gantt_draw (PatalBatchGantt *self, cairo_t *cr); /* patal-batch-gantt-draw.c */

/* patal-batch-gantt-drag.c */
void     gantt_drag_attach (PatalBatchGantt *self);
void     gantt_drag_end    (PatalBatchGantt *self);
void     gantt_emit_drop   (PatalBatchGantt *self, guint bar, PatalDay day, gint64 venue);

G_END_DECLS
