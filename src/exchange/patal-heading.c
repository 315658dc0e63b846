/* patal-heading.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-heading.h"
#include "patal-krutidev.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HEADING 200 /* bytes: what is longer is no heading */

typedef struct
{
  guint field, rank; /* rank: place among the synonyms of the field */
} Meaning;

struct _PatalHeadings
{
  const PatalImport *import;
  GHashTable        *meanings; /* folded heading → Meaning */
};

/* Signs part words in headings as spaces do: gp_name, "GP-Name", "G.P. (Name)". (transfer full) */
static char *
spaced_heading (const char *text)
{
  return g_strdelimit (g_strdup (text), "_-./()[]:*#'\"\r\n\t", ' ');
}

static char *
fold_heading (const char *text)
{
  g_autofree char *spaced = spaced_heading (text);

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

#define GOES_WITH_UNIT (-1)

/* What a heading says beside its name: in which unit its amounts are. 0: a word that only goes with one; GOES_WITH_UNIT: one that a line about
 * all amounts may have, and that a heading is not without. */
typedef struct { const char *word; gint64 rupees; } UnitWord;
static const UnitWord unit_words[] = {
  { "लाख", 100000 },   { "लाखों", 100000 },  { "lakh", 100000 },     { "lakhs", 100000 },     { "lac", 100000 },
  { "lacs", 100000 },  { "करोड़", 10000000 }, { "crore", 10000000 },  { "crores", 10000000 },  { "हजार", 1000 },
  { "हज़ार", 1000 },    { "thousand", 1000 }, { "thousands", 1000 },  { "रु", 1 },             { "रू", 1 },
  { "रुपये", 1 },      { "रुपए", 1 },        { "रूपये", 1 },         { "रूपए", 1 },           { "rs", 1 },
  { "inr", 1 },        { "rupee", 1 },       { "rupees", 1 },        { "में", 0 },            { "मे", 0 },
  { "in", 0 },         { "राशि", GOES_WITH_UNIT },     { "सभी", GOES_WITH_UNIT },    { "समस्त", GOES_WITH_UNIT },
  { "वित्तीय", GOES_WITH_UNIT }, { "आंकड़े", GOES_WITH_UNIT },  { "amount", GOES_WITH_UNIT }, { "amounts", GOES_WITH_UNIT },
  { "all", GOES_WITH_UNIT },     { "figures", GOES_WITH_UNIT }, { "financial", GOES_WITH_UNIT },
};

typedef struct
{
  gint64   rupees; /* 0: none is said */
  gboolean alone;  /* nothing but the unit is said */
  char    *rest;   /* (transfer full): the heading folded, without its unit */
} Unit;

static const UnitWord *
unit_word (const char *folded)
{
  static GHashTable *words;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (unit_words); i++)
        g_hash_table_replace (words, patal_text_fold (unit_words[i].word, PATAL_FOLD_MATCH), (gpointer) &unit_words[i]);
      g_once_init_leave (&once, 1);
    }
  return g_hash_table_lookup (words, folded);
}

/* "5 लाख" is a sum, and no unit. */
static Unit
read_unit (const char *text)
{
  g_autofree char *spaced = spaced_heading (text);
  g_auto (GStrv) words = g_strsplit (spaced, " ", -1);
  GString *rest = g_string_new (NULL);
  Unit unit = { .alone = TRUE };
  gboolean after_figure = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = patal_text_fold (words[i], PATAL_FOLD_MATCH);
      const UnitWord *word = after_figure ? NULL : unit_word (folded);

      if (*folded == '\0')
        continue;
      after_figure = g_ascii_isdigit (*folded);
      unit.alone = unit.alone && word != NULL;
      if (word != NULL && word->rupees != GOES_WITH_UNIT)
        unit.rupees = MAX (unit.rupees, word->rupees);
      else
        g_string_append (rest, folded);
    }
  unit.rest = g_string_free (rest, FALSE);
  return unit;
}

static const Meaning *
look_up (PatalHeadings *headings, const char *text)
{
  g_autofree char *folded = fold_heading (text);
  const Meaning *meaning = *folded != '\0' ? g_hash_table_lookup (headings->meanings, folded) : NULL;
  Unit unit;

  if (meaning != NULL || *folded == '\0')
    return meaning;
  unit = read_unit (text);
  if (unit.rupees > 0 && *unit.rest != '\0')
    meaning = g_hash_table_lookup (headings->meanings, unit.rest);
  g_free (unit.rest);
  return meaning != NULL && headings->import->fields[meaning->field].kind == PATAL_FIELD_MONEY ? meaning : NULL;
}

/* A heading may itself be typed in a legacy font. */
static const Meaning *
find_meaning (PatalHeadings *headings, const char *cell)
{
  g_autofree char *converted = NULL;
  const Meaning *meaning;

  if (*cell == '\0' || strlen (cell) > MAX_HEADING)
    return NULL;
  meaning = look_up (headings, cell);
  if (meaning != NULL || patal_text_has_devanagari (cell))
    return meaning;
  converted = patal_krutidev_to_unicode (cell);
  return look_up (headings, converted);
}

/* The heading in the row above that spans @column: the nearest to the left, past empty cells that have a heading below them. "": none. */
static const char *
group_of (const PatalSheet *sheet, guint row, guint column)
{
  const char *above = row > 0 ? patal_sheet_cell (sheet, row - 1, column) : "";

  if (row == 0 || *patal_sheet_cell (sheet, row, column) == '\0')
    return "";
  for (; *above == '\0' && column > 0; above = patal_sheet_cell (sheet, row - 1, column))
    if (*patal_sheet_cell (sheet, row, --column) == '\0')
      return "";
  return above;
}

/* (transfer full) (nullable): the heading together with the one that spans it; NULL where none does. A cell merged downwards stands in both
 * rows, and spans nothing. */
static char *
joined_heading (const PatalSheet *sheet, guint row, guint column)
{
  const char *group = group_of (sheet, row, column), *own = patal_sheet_cell (sheet, row, column);

  return *group != '\0' && !g_str_equal (group, own) && strlen (group) < MAX_HEADING ? g_strconcat (group, " ", own, NULL) : NULL;
}

static const Meaning *
joined_meaning (PatalHeadings *headings, const PatalSheet *sheet, guint row, guint column)
{
  g_autofree char *joined = joined_heading (sheet, row, column);

  return joined != NULL ? find_meaning (headings, joined) : NULL;
}

/* Whether the row above has headings that span those of @row, and not a title, or other data. */
static gboolean
is_grouped (PatalHeadings *headings, const PatalSheet *sheet, guint row)
{
  for (guint column = 0; row > 0 && column < patal_sheet_n_columns (sheet); column++)
    if (joined_meaning (headings, sheet, row, column) != NULL)
      return TRUE;
  return FALSE;
}

/* Below a heading that spans it "Wage" is not the wage that a heading alone would mean; a name is a name. */
static gboolean
is_figure (PatalFieldKind kind)
{
  return kind == PATAL_FIELD_MONEY || kind == PATAL_FIELD_NUMBER;
}

static const Meaning *
grouped_meaning (PatalHeadings *headings, const PatalSheet *sheet, guint row, guint column)
{
  const char *own = patal_sheet_cell (sheet, row, column);
  g_autofree char *joined = joined_heading (sheet, row, column);
  const Meaning *meaning = joined_meaning (headings, sheet, row, column);

  if (meaning != NULL)
    return meaning;
  meaning = find_meaning (headings, *own != '\0' ? own : patal_sheet_cell (sheet, row - 1, column));
  return meaning != NULL && joined != NULL && is_figure (headings->import->fields[meaning->field].kind) ? NULL : meaning;
}

guint
patal_headings_map (PatalHeadings *headings, const PatalSheet *sheet, guint row, int *fields)
{
  guint n_columns = patal_sheet_n_columns (sheet), mapped = 0;
  g_autofree int *column_of = g_new (int, headings->import->n_fields);
  g_autofree guint *rank_of = g_new0 (guint, headings->import->n_fields);
  gboolean grouped = is_grouped (headings, sheet, row);

  for (guint i = 0; i < headings->import->n_fields; i++)
    column_of[i] = -1;
  for (guint column = 0; column < n_columns; column++)
    {
      const Meaning *meaning = grouped ? grouped_meaning (headings, sheet, row, column)
                                       : find_meaning (headings, patal_sheet_cell (sheet, row, column));

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

/* (transfer full): the heading and what spans it, or what it is merged with. */
static char *
whole_heading (PatalHeadings *headings, const PatalSheet *sheet, guint row, guint column)
{
  const char *own = patal_sheet_cell (sheet, row, column);
  char *joined = is_grouped (headings, sheet, row) ? joined_heading (sheet, row, column) : NULL;

  if (joined != NULL)
    return joined;
  return g_strdup (*own == '\0' && is_grouped (headings, sheet, row) ? patal_sheet_cell (sheet, row - 1, column) : own);
}

typedef enum { UNIT_ALONE, UNIT_AMONG_OTHERS } UnitPlace;

/* The unit that @text names, in a legacy font too; 0: none. */
static gint64
unit_in (const char *text, UnitPlace place)
{
  Unit unit = read_unit (text);
  gint64 rupees = place == UNIT_AMONG_OTHERS || unit.alone ? unit.rupees : 0;

  g_free (unit.rest);
  if (rupees == 0 && !patal_text_has_devanagari (text))
    {
      g_autofree char *converted = patal_krutidev_to_unicode (text);

      unit = read_unit (converted);
      rupees = place == UNIT_AMONG_OTHERS || unit.alone ? unit.rupees : 0;
      g_free (unit.rest);
    }
  return rupees;
}

/* The unit that a line says, in brackets or as all that it says; 0: none. */
static gint64
unit_of_line (const char *cell)
{
  gint64 rupees = strlen (cell) <= MAX_HEADING ? unit_in (cell, UNIT_ALONE) : 0;

  for (const char *open = strchr (cell, '('); open != NULL && rupees == 0; open = strchr (open + 1, '('))
    {
      const char *close = strchr (open, ')');
      g_autofree char *inner = close != NULL && close - open <= MAX_HEADING ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;

      rupees = inner != NULL ? unit_in (inner, UNIT_ALONE) : 0;
    }
  return rupees;
}

static gint64
unit_above (const PatalSheet *sheet, guint row)
{
  for (guint above = 0; above < row; above++)
    for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
      {
        const char *cell = patal_sheet_cell (sheet, above, column);
        gint64 rupees = *cell != '\0' ? unit_of_line (cell) : 0;

        if (rupees > 0)
          return rupees;
      }
  return 0;
}

/* That a heading names; 0: none. */
static gint64
unit_of_heading (const char *text)
{
  return strlen (text) <= MAX_HEADING ? unit_in (text, UNIT_AMONG_OTHERS) : 0;
}

gint64
patal_headings_rupees (const PatalSheet *sheet, guint row, guint column)
{
  gint64 rupees = unit_of_heading (patal_sheet_cell (sheet, row, column));

  if (rupees == 0)
    rupees = unit_of_heading (group_of (sheet, row, column));
  if (rupees == 0)
    rupees = unit_above (sheet, row);
  return MAX (rupees, 1);
}

char *
patal_headings_text (PatalHeadings *headings, const PatalSheet *sheet, guint row, guint column, PatalFieldKind kind)
{
  g_autofree char *text = whole_heading (headings, sheet, row, column);
  gboolean hindi = patal_text_has_devanagari (text);

  switch (kind == PATAL_FIELD_MONEY && unit_of_heading (text) == 0 ? patal_headings_rupees (sheet, row, column) : 1)
    {
    case 1000:
      return g_strconcat (text, hindi ? " (हजार में)" : " (in thousand)", NULL);
    case 100000:
      return g_strconcat (text, hindi ? " (लाख में)" : " (in lakh)", NULL);
    case 10000000:
      return g_strconcat (text, hindi ? " (करोड़ में)" : " (in crore)", NULL);
    default:
      return g_steal_pointer (&text);
    }
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

      /* Of two rows that are merged in most columns the lower one has the headings that are spanned. */
      if (mapped > best || (mapped > 0 && mapped == best && is_grouped (headings, sheet, row)))
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
