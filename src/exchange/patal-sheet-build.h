/* patal-sheet-build.h: how the readers of this room fill a sheet; nothing for other rooms
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet.h"

G_BEGIN_DECLS

#define PATAL_SHEET_MAX_CELLS (32 * 1024 * 1024) /* 128 MB of offsets; the country's list of panchayats has 4 million */

struct _PatalSheet
{
  char   *text;      /* every cell ends with a NUL in it */
  gsize   text_len;
  gsize   text_room;
  GArray *cells;     /* guint32: offsets into the text, row after row */
  GArray *starts;    /* guint32: index of each row's first cell, and one behind the last row */
  GArray *lines;     /* guint32 */
  guint   n_columns;
  gboolean is_text;  /* CSV: a cell may have lines of its own */
  char   *format;
};

PatalSheet *patal_sheet_new (void);

/* Takes @text, (transfer full), of @len bytes and a NUL behind them: rows are then offsets into it. */
void patal_sheet_take_text (PatalSheet *sheet, char *text, gsize len);

/* Appends @len bytes and a NUL; *@offset is where they begin. Offset 0 is always "". LIMIT. */
gboolean patal_sheet_add_text (PatalSheet *sheet, const char *text, gsize len, guint32 *offset, GError **error);

/* Appends a row of @n offsets, unless none of them has text. LIMIT: too many rows or cells. */
gboolean patal_sheet_add_row (PatalSheet *sheet, guint line, const guint32 *cells, guint n, GError **error);

/* Gives back what was reserved for growth. EMPTY when there is no row. */
gboolean patal_sheet_seal (PatalSheet *sheet, GError **error);


G_END_DECLS
