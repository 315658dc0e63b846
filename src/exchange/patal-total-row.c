/* patal-total-row.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-total-row.h"
#include "patal-text.h"
#include <string.h>

/* The first cell with text in it. */
static const char *
first_text (const PatalSheet *sheet, guint row)
{
  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    {
      const char *cell = patal_sheet_cell (sheet, row, column);

      if (cell[strspn (cell, " \t")] != '\0')
        return cell;
    }
  return "";
}

#define SUBTOTAL_BETWEEN " – "

gboolean
patal_total_row_says (const char *cell)
{
  static const char *const words[] = { "total",  "grandtotal", "subtotal", "योग",      "कुल",      "कुलयोग",
                                       "महायोग", "सकलयोग",     "योगtotal", "totalयोग", "कुलtotal", NULL };
  const char *of = strstr (cell, SUBTOTAL_BETWEEN); /* "सोनगढ़ – योग", as our own workbooks have it */
  g_autofree char *folded = NULL;

  if (g_ascii_isdigit (*cell) || strlen (of != NULL ? of : cell) > 60) /* nearly every row begins with a number or a name */
    return FALSE;
  folded = patal_text_fold (of != NULL ? of + strlen (SUBTOTAL_BETWEEN) : cell, PATAL_FOLD_MATCH);
  return g_strv_contains (words, folded);
}

gboolean
patal_total_row_begins (const PatalSheet *sheet, guint row)
{
  return patal_total_row_says (first_text (sheet, row));
}
