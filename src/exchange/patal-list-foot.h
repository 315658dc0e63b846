/* patal-list-foot.h: where the rows of a workbook's list end and its foot begins
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"
#include "patal-sheet.h"

G_BEGIN_DECLS

/* The first row of the foot, which our own workbooks have as those of offices do; the number of rows where there is none. @kinds: by column;
 * TEXT where it feeds no field. */
guint patal_list_foot (const PatalSheet *sheet, guint first_row, const PatalFieldKind *kinds);

G_END_DECLS
