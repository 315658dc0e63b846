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

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

PatalTotal
patal_total_row_of (const PatalSheet *sheet, guint row, const PatalFieldKind *kinds)
{
  gboolean begins = patal_total_row_says (first_text (sheet, row)), ends = FALSE, names = FALSE, has_code = FALSE;

  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    {
      const char *cell = patal_sheet_cell (sheet, row, column);

      if (kinds[column] == PATAL_FIELD_CODE && strpbrk (cell, "0123456789") != NULL)
        has_code = TRUE;
      if (kinds[column] != PATAL_FIELD_NAME || !has_letter (cell))
        continue;
      ends = patal_total_row_says (cell);
      names = names || !ends;
    }
  if (!begins && !ends)
    return PATAL_TOTAL_NO;
  return has_code || (begins && names) ? PATAL_TOTAL_NAMES : PATAL_TOTAL_ALONE;
}
