/* patal-limit-rows.h: days off, or other windows, of some places of a training, as a PatalSpanRows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-span-rows.h"
#include "patal-training.h"

G_BEGIN_DECLS

/* Of @kind: PATAL_LIMIT_WINDOW or PATAL_LIMIT_OFF. */
GtkWidget *patal_limit_rows_new  (PatalDocument *document, PatalLimitKind kind);

/* Shows those of @limits that are of @kind, and of places or of all. */
void       patal_limit_rows_show (PatalSpanRows *rows, PatalLimitKind kind, const GPtrArray *limits);

/* Puts what stands here into @limits, instead of those of the same sort. FALSE: a row is not right; it says so itself. */
gboolean   patal_limit_rows_read (PatalSpanRows *rows, PatalLimitKind kind, GPtrArray *limits, PatalSpanRowsRead how);

G_END_DECLS
