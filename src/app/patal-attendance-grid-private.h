/* patal-attendance-grid-private.h: the grid's inside, for the two files that make it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * patal-attendance-grid.c is what is typed, patal-attendance-grid-build.c the rows and heads. */
#pragma once
#include "patal-attendance-grid.h"
#include "patal-mark-cell.h"

G_BEGIN_DECLS

enum { PRE, POST, N_TESTS };

typedef struct
{
  const PatalBatchPerson *person;
  GPtrArray              *cells; /* PatalMarkCell, borrowed: one a half-day */
  GtkEntry               *tests[N_TESTS]; /* NULL: there are none */
} Line;

struct _PatalAttendanceGrid
{
  AdwBin                 parent_instance;
  GtkGrid               *head, *body;
  GtkSizeGroup          *halves, *tests, *menus; /* the same width in head and body */
  GPtrArray             *lines;         /* Line */
  const PatalBatchSheet *sheet;         /* (nullable) */
  PatalDay               today;
  guint                  n_halves;
  gboolean               editable, setting;
};

/* Columns of the grids: the number, the name, the half-days, the tests, the menu. */
enum { COLUMN_NO, COLUMN_NAME, COLUMN_FIRST };

PatalDay attendance_grid_day (PatalAttendanceGrid *self, guint half);
void     attendance_grid_set_line (Line *line, const char *marks, int pre, int post);
void     attendance_grid_fill_column (PatalAttendanceGrid *self, guint half);
void     attendance_grid_test_changed_cb (PatalAttendanceGrid *self, GtkEntry *entry);
gboolean attendance_grid_can_be_said (PatalAttendanceGrid *self, guint half);
void     attendance_grid_build (PatalAttendanceGrid *self);
void     attendance_grid_typed (PatalAttendanceGrid *self);
guint    attendance_grid_n_columns (PatalAttendanceGrid *self);

G_END_DECLS
