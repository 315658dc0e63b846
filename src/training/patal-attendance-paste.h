/* patal-attendance-paste.h: a column of an attendance sheet, or several side by side, as a spreadsheet gives them to the clipboard
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-nomination.h"

G_BEGIN_DECLS

typedef struct /* what is there to lay it down on: first half-days, then tests */
{
  guint lines, halves, tests;
  int   most_marks; /* of a test */
} PatalAttendanceRoom;

typedef struct _PatalAttendancePaste PatalAttendancePaste;
struct _PatalAttendancePaste
{
  guint   n_lines, n_columns;
  GArray *values; /* int, line by line: 'P', 'A' or '-' of a half-day, marks or -1 of a test */
};

/* (transfer full): lines, and cells between tabs; empty lines at the end are none. Whole or not at all: PATAL_TRAINING_ERROR_MARK or _TEST_RANGE for a cell,
 * PATAL_VALUE_ERROR_RANGE where it is more than there is room for; the sentence says which line. */
PatalAttendancePaste *patal_attendance_paste_read  (const char *text, const PatalAttendanceRoom *room, GError **error);
int                   patal_attendance_paste_value (const PatalAttendancePaste *paste, guint line, guint column);
void                  patal_attendance_paste_free  (PatalAttendancePaste *paste); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalAttendancePaste, patal_attendance_paste_free)

G_END_DECLS
