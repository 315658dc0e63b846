/* patal-list-foot.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-list-foot.h"
#include <string.h>

#define SIGNATURES   3
#define ROOM_TO_SIGN 2 /* empty rows */

static guint
n_filled (const PatalSheet *sheet, guint row)
{
  guint n = 0;

  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    n += *patal_sheet_cell (sheet, row, column) != '\0';
  return n;
}

static gboolean
has_code (const PatalSheet *sheet, guint row, const PatalFieldKind *kinds)
{
  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    if (kinds[column] == PATAL_FIELD_CODE && strpbrk (patal_sheet_cell (sheet, row, column), "0123456789") != NULL)
      return TRUE;
  return FALSE;
}

/* Who signs the list stands last, side by side or one below the other with room for each to sign; a note of one cell may come before. */
guint
patal_list_foot (const PatalSheet *sheet, guint first_row, const PatalFieldKind *kinds)
{
  guint foot = patal_sheet_n_rows (sheet), signatures = 0;

  while (foot > first_row + 1 && signatures < SIGNATURES && patal_sheet_n_empty_above (sheet, foot - 1) >= ROOM_TO_SIGN
         && n_filled (sheet, foot - 1) <= SIGNATURES - signatures && !has_code (sheet, foot - 1, kinds))
    signatures += n_filled (sheet, --foot);
  if (signatures > 0 && foot > first_row + 1 && patal_sheet_n_empty_above (sheet, foot - 1) >= 1 && n_filled (sheet, foot - 1) == 1)
    foot--;
  return foot;
}
