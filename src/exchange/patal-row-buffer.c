/* patal-row-buffer.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-buffer.h"
#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
patal_row_buffer_set (PatalRowBuffer *row, guint line, guint column, guint32 offset, GError **error)
{
  if (column >= PATAL_SHEET_MAX_COLUMNS)
    {
      if (offset == 0)
        return TRUE;
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("Row %u has more than %d columns."), line, PATAL_SHEET_MAX_COLUMNS);
      return FALSE;
    }
  if (column >= row->n)
    {
      memset (row->cells + row->n, 0, sizeof (guint32) * (column + 1 - row->n));
      row->n = column + 1;
    }
  row->cells[column] = offset;
  return TRUE;
}

void
patal_row_buffer_clear (PatalRowBuffer *row)
{
  row->n = 0;
}

void
patal_row_buffer_gather (GString *text, const char *piece, gsize len)
{
  if (text->len <= PATAL_SHEET_MAX_CELL)
    g_string_append_len (text, piece, MIN (len, PATAL_SHEET_MAX_CELL + 1 - text->len));
}

gboolean
patal_row_buffer_keep (PatalSheet *sheet, const GString *text, guint line, guint32 *offset, GError **error)
{
  *offset = 0;
  if (text->len > PATAL_SHEET_MAX_CELL)
    {
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("A cell in row %u is longer than %d bytes."), line, PATAL_SHEET_MAX_CELL);
      return FALSE;
    }
  return text->len == 0 || patal_sheet_add_text (sheet, text->str, text->len, offset, error);
}
