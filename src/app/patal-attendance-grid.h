/* patal-attendance-grid.h: the attendance sheet of a batch: a line a person, a column a half-day, the marks of the tests
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made for the keyboard: P or उ and A or अ say it and go down, at the foot to the head of the next column; the space bar turns a half-day over, Enter and the
 * arrows go on, Delete takes back, Ctrl+A makes present whoever is not said in the column, Ctrl+V lays down a column (or several) of a spreadsheet.
 * Below stand those who were replaced or withdrawn, and the posts that nobody holds.
 *
 * Signals:
 *   typed ()                 something was typed or taken back
 *   refused (char *sentence) what was pasted cannot be
 * The menu of a line offers the actions "people.substitute", "people.withdraw" (each with the nomination, "x"); that of a vacancy "people.fill"
 * ("(xx)": unit, post). */
#pragma once
#include "patal-batch-sheet.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_ATTENDANCE_GRID (patal_attendance_grid_get_type ())
G_DECLARE_FINAL_TYPE (PatalAttendanceGrid, patal_attendance_grid, PATAL, ATTENDANCE_GRID, AdwBin)

GtkWidget *patal_attendance_grid_new (void);

/* Shows @sheet as it stands in the file; it is kept by the caller until another one is shown. Half-days after @today cannot be said. */
void patal_attendance_grid_show         (PatalAttendanceGrid *grid, const PatalBatchSheet *sheet, PatalDay today);
void patal_attendance_grid_set_editable (PatalAttendanceGrid *grid, gboolean editable);

typedef struct
{
  PatalMarks marks;
  int        pre, post; /* -1: not said */
} PatalAttendanceLine;
/* (transfer full) (element-type PatalAttendanceLine): those in which something else is typed than stands in the file. */
GArray  *patal_attendance_grid_get_typed (PatalAttendanceGrid *grid);
/* Types @lines again, over another sheet; who is not nominated any more is passed over. */
void     patal_attendance_grid_type      (PatalAttendanceGrid *grid, const GArray *lines);
gboolean patal_attendance_grid_is_valid  (PatalAttendanceGrid *grid); /* marks of tests are numbers up to the most */

/* As it is typed: how many were at enough half-days, and of how many something is not said yet. */
void patal_attendance_grid_count (PatalAttendanceGrid *grid, guint *attended, guint *unsaid);
/* To the first half-day that is not said, else the first. FALSE: there is none to say. */
gboolean patal_attendance_grid_take_focus (PatalAttendanceGrid *grid);

G_END_DECLS
