/* patal-work-strip.h: how a work looks in the list: its name and sum above, below its place, code, state and board
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-strip-list.h"

G_BEGIN_DECLS

extern const PatalStripKind patal_work_strip_kind; /* of rows of patal_work_row_sql; its data is NULL */

G_END_DECLS
