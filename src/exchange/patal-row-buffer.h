/* patal-row-buffer.h: the row of a workbook's sheet that is being read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet-build.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 cells[PATAL_SHEET_MAX_COLUMNS]; /* offsets; 0: empty */
  guint   n;
} PatalRowBuffer;

/* Empty cells may stand anywhere; text only in the columns that a sheet can have (LIMIT). */
gboolean patal_row_buffer_set (PatalRowBuffer *row, guint line, guint column, guint32 offset, GError **error);
void     patal_row_buffer_clear (PatalRowBuffer *row);

/* The text of a cell, gathered piece by piece: more than a cell may have is not kept, and LIMIT. */
void     patal_row_buffer_gather (GString *text, const char *piece, gsize len);
gboolean patal_row_buffer_keep   (PatalSheet *sheet, const GString *text, guint line, guint32 *offset, GError **error);

G_END_DECLS
