/* patal-ods-read.h: a table of an OpenDocument spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-part.h"
#include "patal-sheet-build.h"

G_BEGIN_DECLS

/* (transfer full): table @index, or with -1 the first with a row in it, one that is shown before one that is
 * hidden. EMPTY, LIMIT … A cell merged downwards stands in each of its rows. */
PatalSheet *patal_ods_read  (const PatalBook *book, int index, GError **error);
GStrv       patal_ods_names (const PatalBook *book, GError **error);

G_END_DECLS
