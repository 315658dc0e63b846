/* patal-heading.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-heading.h"
#include "patal-krutidev.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint field, rank; /* rank: place among the synonyms of the field */
} Meaning;

struct _PatalHeadings
{
  const PatalImport *import;
  GHashTable        *meanings; /* folded heading → Meaning */
};

/* Signs part words in headings as spaces do: gp_name, "GP-Name", "G.P. (Name)". */
static char *
fold_heading (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "_-./()[]:*#'\"\r\n\t", ' ');

  return patal_text_fold (spaced, PATAL_FOLD_MATCH);
}

static void
add_meaning (PatalHeadings *headings, const char *text, guint field, guint rank)
{
  g_autofree char *folded = fold_heading (text);
  Meaning *meaning;

  if (*folded == '\0' || g_hash_table_contains (headings->meanings, folded))
    return;
  meaning = g_new (Meaning, 1);
  *meaning = (Meaning) { field, rank };
  g_hash_table_insert (headings->meanings, g_steal_pointer (&folded), meaning);
}

PatalHeadings *
patal_headings_new (const PatalImport *import)
{
  PatalHeadings *headings = g_new0 (PatalHeadings, 1);

  headings->import = import;
  headings->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < import->n_fields; i++)
    {
      const PatalImportField *field = &import->fields[i];
      guint rank = 0;

      for (; field->synonyms != NULL && field->synonyms[rank] != NULL; rank++)
        add_meaning (headings, field->synonyms[rank], i, rank);
      add_meaning (headings, field->id, i, rank);
      add_meaning (headings, field->title, i, rank);
      add_meaning (headings, _(field->title), i, rank);
    }
  return headings;
}

void
patal_headings_free (PatalHeadings *headings)
{
  if (headings == NULL)
    return;
  g_hash_table_unref (headings->meanings);
  g_free (headings);
}

/* A heading may itself be typed in a legacy font. */
static const Meaning *
find_meaning (PatalHeadings *headings, const char *cell)
{
  g_autofree char *folded = NULL, *converted = NULL, *folded_converted = NULL;
  const Meaning *meaning;

  if (*cell == '\0' || strlen (cell) > 200)
    return NULL;
  folded = fold_heading (cell);
  meaning = *folded != '\0' ? g_hash_table_lookup (headings->meanings, folded) : NULL;
  if (meaning != NULL || patal_text_has_devanagari (cell))
    return meaning;
  converted = patal_krutidev_to_unicode (cell);
  folded_converted = fold_heading (converted);
  return *folded_converted != '\0' ? g_hash_table_lookup (headings->meanings, folded_converted) : NULL;
}

guint
patal_headings_map (PatalHeadings *headings, const PatalSheet *sheet, guint row, int *fields)
{
  guint n_columns = patal_sheet_n_columns (sheet), mapped = 0;
  g_autofree int *column_of = g_new (int, headings->import->n_fields);
  g_autofree guint *rank_of = g_new0 (guint, headings->import->n_fields);

  for (guint i = 0; i < headings->import->n_fields; i++)
    column_of[i] = -1;
  for (guint column = 0; column < n_columns; column++)
    {
      const Meaning *meaning = find_meaning (headings, patal_sheet_cell (sheet, row, column));

      fields[column] = -1;
      if (meaning == NULL || (column_of[meaning->field] >= 0 && rank_of[meaning->field] <= meaning->rank))
        continue;
      if (column_of[meaning->field] >= 0)
        fields[column_of[meaning->field]] = -1;
      else
        mapped++;
      fields[column] = meaning->field;
      column_of[meaning->field] = column;
      rank_of[meaning->field] = meaning->rank;
    }
  return mapped;
}

int
patal_headings_find_row (PatalHeadings *headings, const PatalSheet *sheet)
{
  guint n_rows = MIN (patal_sheet_n_rows (sheet), PATAL_HEADING_ROWS), best = 0;
  g_autofree int *fields = g_new (int, patal_sheet_n_columns (sheet));
  int found = -1;

  for (guint row = 0; row < n_rows; row++)
    {
      guint mapped = patal_headings_map (headings, sheet, row, fields);

      if (mapped > best)
        {
          best = mapped;
          found = row;
        }
    }
  return found;
}

/* "1", "(2)", "३", "5 = 3 + 4": the number at the start, 0 where there is none. */
static guint
leading_number (const char *cell)
{
  g_autofree char *ascii = patal_text_ascii_digits (cell);
  const char *at = ascii + strspn (ascii, " ([");
  char *end;
  guint64 number = g_ascii_strtoull (at, &end, 10);

  return end > at && number <= PATAL_SHEET_MAX_COLUMNS && end[strspn (end, " )]=+-.0123456789()")] == '\0'
             ? number
             : 0;
}

static gboolean
numbers_columns (const PatalSheet *sheet, guint row)
{
  guint n = 0;

  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    {
      const char *cell = patal_sheet_cell (sheet, row, column);

      if (*cell != '\0' && leading_number (cell) != ++n)
        return FALSE;
    }
  return n >= 3; /* two small numbers may be data */
}

guint
patal_headings_first_row (PatalHeadings *headings, const PatalSheet *sheet, guint row)
{
  g_autofree int *above = g_new (int, patal_sheet_n_columns (sheet));
  g_autofree int *below = g_new (int, patal_sheet_n_columns (sheet));
  guint mapped = patal_headings_map (headings, sheet, row, above), first = row + 1;

  if (first < patal_sheet_n_rows (sheet) && mapped >= 2
      && patal_headings_map (headings, sheet, first, below) >= 2
      && memcmp (above, below, sizeof (int) * patal_sheet_n_columns (sheet)) == 0)
    first++;
  if (first < patal_sheet_n_rows (sheet) && numbers_columns (sheet, first))
    first++;
  return first;
}

char *
patal_headings_known (const PatalImport *import)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < import->n_fields; i++)
    g_ptr_array_add (titles, (gpointer) _(import->fields[i].title));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}
