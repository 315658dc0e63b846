/* patal-sheet-build.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-sheet-build.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-sheet-error-quark, patal_sheet_error)

PatalSheet *
patal_sheet_new (void)
{
  PatalSheet *sheet = g_new0 (PatalSheet, 1);
  guint32 first = 0;

  sheet->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  sheet->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  sheet->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (sheet->starts, first);
  return sheet;
}

void
patal_sheet_free (PatalSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->text);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->starts);
  g_array_unref (sheet->lines);
  g_free (sheet->format);
  g_free (sheet);
}

void
patal_sheet_take_text (PatalSheet *sheet, char *text, gsize len)
{
  g_free (sheet->text);
  sheet->text = text;
  sheet->text_len = len;
  sheet->text_room = len + 1;
}

gboolean
patal_sheet_add_text (PatalSheet *sheet, const char *text, gsize len, guint32 *offset, GError **error)
{
  gsize at = MAX (sheet->text_len, 1); /* byte 0 is the empty cell */

  if (len > PATAL_SHEET_MAX_BYTES || at + len + 1 > PATAL_SHEET_MAX_BYTES)
    {
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("The workbook holds more than %d MB of text. Split it into smaller ones."),
                   PATAL_SHEET_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (at + len + 1 > sheet->text_room)
    {
      sheet->text_room = MAX (at + len + 1, sheet->text_room + sheet->text_room / 2 + 4096);
      sheet->text = g_realloc (sheet->text, sheet->text_room);
      sheet->text[0] = '\0';
    }
  memcpy (sheet->text + at, text, len);
  sheet->text[at + len] = '\0';
  sheet->text_len = at + len + 1;
  *offset = at;
  return TRUE;
}

static gboolean
has_text (const PatalSheet *sheet, const guint32 *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *cell = sheet->text + cells[i];

      if (cell[strspn (cell, " \t\r\n")] != '\0')
        return TRUE;
    }
  return FALSE;
}

gboolean
patal_sheet_add_row (PatalSheet *sheet, guint line, const guint32 *cells, guint n, GError **error)
{
  guint32 line_number = line, end;

  if (sheet->text == NULL || !has_text (sheet, cells, n))
    return TRUE;
  if (sheet->lines->len >= PATAL_SHEET_MAX_ROWS)
    {
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("The file has more than %d rows. Split it into smaller ones."), PATAL_SHEET_MAX_ROWS);
      return FALSE;
    }
  if (n > PATAL_SHEET_MAX_CELLS - sheet->cells->len)
    {
      g_set_error (
          error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
          _("The file has more than %d cells. Take out the columns that are not needed, or split it."),
          PATAL_SHEET_MAX_CELLS);
      return FALSE;
    }
  g_array_append_vals (sheet->cells, cells, n);
  end = sheet->cells->len;
  g_array_append_val (sheet->starts, end);
  g_array_append_val (sheet->lines, line_number);
  sheet->n_columns = MAX (sheet->n_columns, n);
  return TRUE;
}

gboolean
patal_sheet_seal (PatalSheet *sheet, GError **error)
{
  if (sheet->lines->len == 0)
    {
      g_set_error_literal (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_EMPTY,
                           _("The file is empty: it has no row with anything in it."));
      return FALSE;
    }
  if (sheet->text_room > sheet->text_len + 1)
    {
      sheet->text_room = sheet->text_len + 1;
      sheet->text = g_realloc (sheet->text, sheet->text_room);
    }
  return TRUE;
}

guint
patal_sheet_n_rows (const PatalSheet *sheet)
{
  return sheet->lines->len;
}

guint
patal_sheet_n_columns (const PatalSheet *sheet)
{
  return sheet->n_columns;
}

const char *
patal_sheet_cell (const PatalSheet *sheet, guint row, guint column)
{
  guint32 first, end;

  if (row >= sheet->lines->len)
    return "";
  first = g_array_index (sheet->starts, guint32, row);
  end = g_array_index (sheet->starts, guint32, row + 1);
  return column < end - first ? sheet->text + g_array_index (sheet->cells, guint32, first + column) : "";
}

guint
patal_sheet_line (const PatalSheet *sheet, guint row)
{
  return row < sheet->lines->len ? g_array_index (sheet->lines, guint32, row) : 0;
}

guint
patal_sheet_n_empty_above (const PatalSheet *sheet, guint row)
{
  return sheet->is_text || row == 0 ? 0 : patal_sheet_line (sheet, row) - patal_sheet_line (sheet, row - 1) - 1;
}

const char *
patal_sheet_format (const PatalSheet *sheet)
{
  return sheet->format;
}
