/* patal-roll-import.h: who is called to batches, and who came, out of sheets
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"

G_BEGIN_DECLS

extern const PatalImport patal_nomination_import; /* "nominations" */
extern const PatalImport patal_attendance_import; /* "attendance": half-day by half-day, and what the tests say */

G_END_DECLS
