/* patal-table.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-table.h"
#include <string.h>

#define MINUS_SIGN "\xE2\x88\x92"
#define EMPTY_NUMBER G_MININT64 /* no amount, day or count is that small */

/* Eight bytes a cell: a list of all panchayats has two million of them. What few cells have lies in hash
 * tables. */
typedef union
{
  gint64 number;    /* EMPTY_NUMBER where nothing is known */
  const char *text; /* NULL where nothing is known */
} Slot;

struct _PatalTable
{
  gatomicrefcount refs;
  PatalColumn *columns;
  guint n_columns;
  PatalTableFrame frame;
  GArray *slots;          /* of Slot, row by row */
  GArray *row_ids;        /* of gint64 */
  GArray *groups;         /* of PatalTableGroup; n_rows is found when asked */
  GStringChunk *strings;  /* all text of the table */
  GHashTable *opens;      /* index of a slot -> query */
  GHashTable *unverified; /* a set of indexes */
};

static gboolean
is_text (PatalColumnType type)
{
  return type == PATAL_COLUMN_TEXT || type == PATAL_COLUMN_CODE;
}

static const char *
keep (PatalTable *table, const char *text)
{
  return text != NULL ? g_string_chunk_insert (table->strings, text) : NULL;
}

static gsize
slot_index (const PatalTable *table, guint row, guint column)
{
  return (gsize)row * table->n_columns + column;
}

static Slot *
slot_at (const PatalTable *table, guint row, guint column)
{
  return &g_array_index (table->slots, Slot, slot_index (table, row, column));
}

static gboolean
has_cell (const PatalTable *table, guint row, guint column)
{
  return row < table->row_ids->len && column < table->n_columns;
}

PatalTable *
patal_table_new (const PatalColumn *columns, guint n_columns)
{
  PatalTable *self = g_new0 (PatalTable, 1);

  g_atomic_ref_count_init (&self->refs);
  self->strings = g_string_chunk_new (4096);
  self->columns = g_memdup2 (columns, sizeof *columns * n_columns);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].id = keep (self, columns[i].id);
      self->columns[i].title = keep (self, columns[i].title);
    }
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  self->row_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->groups = g_array_new (FALSE, FALSE, sizeof (PatalTableGroup));
  self->opens = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->unverified = g_hash_table_new (g_direct_hash, g_direct_equal);
  return self;
}

PatalTable *
patal_table_ref (PatalTable *table)
{
  g_atomic_ref_count_inc (&table->refs);
  return table;
}

void
patal_table_unref (PatalTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->refs))
    return;
  g_hash_table_unref (table->unverified);
  g_hash_table_unref (table->opens);
  g_array_unref (table->groups);
  g_array_unref (table->row_ids);
  g_array_unref (table->slots);
  g_string_chunk_free (table->strings);
  g_free (table->columns);
  g_free (table);
}

void
patal_table_set_frame (PatalTable *table, const PatalTableFrame *frame)
{
  PatalTableFrame *own = &table->frame;

  *own = *frame;
  own->title = keep (table, frame->title);
  own->place = keep (table, frame->place);
  own->unit_line = keep (table, frame->unit_line);
  own->note = keep (table, frame->note);
  own->as_on_line = keep (table, frame->as_on_line);
  own->total_word = keep (table, frame->total_word);
  own->yes = keep (table, frame->yes);
  own->no = keep (table, frame->no);
  own->unverified = keep (table, frame->unverified);
  for (gsize i = 0; i < G_N_ELEMENTS (own->signatures); i++)
    own->signatures[i] = keep (table, frame->signatures[i]);
}

const PatalTableFrame *
patal_table_frame (const PatalTable *table)
{
  return &table->frame;
}

guint
patal_table_add_row (PatalTable *table, gint64 row_id)
{
  guint row = table->row_ids->len;

  g_array_append_val (table->row_ids, row_id);
  for (guint i = 0; i < table->n_columns; i++)
    {
      Slot slot
          = is_text (table->columns[i].type) ? (Slot){ .text = NULL } : (Slot){ .number = EMPTY_NUMBER };

      g_array_append_val (table->slots, slot);
    }
  return row;
}

void
patal_table_set_text (PatalTable *table, guint row, guint column, const char *text)
{
  const char *above;

  g_return_if_fail (has_cell (table, row, column) && is_text (table->columns[column].type));

  /* The name of a block stands in a hundred rows one below the other. */
  above = row > 0 ? slot_at (table, row - 1, column)->text : NULL;
  slot_at (table, row, column)->text
      = text != NULL && g_strcmp0 (above, text) == 0 ? above : keep (table, text);
}

void
patal_table_set_number (PatalTable *table, guint row, guint column, gint64 number)
{
  g_return_if_fail (has_cell (table, row, column) && !is_text (table->columns[column].type));
  g_return_if_fail (table->columns[column].type != PATAL_COLUMN_SERIAL && number != EMPTY_NUMBER);

  slot_at (table, row, column)->number = number;
}

void
patal_table_set_opens (PatalTable *table, guint row, guint column, const char *query)
{
  g_return_if_fail (has_cell (table, row, column));

  g_hash_table_insert (table->opens, GSIZE_TO_POINTER (slot_index (table, row, column)),
                       (gpointer)keep (table, query));
}

void
patal_table_set_unverified (PatalTable *table, guint row, guint column)
{
  g_return_if_fail (has_cell (table, row, column));

  g_hash_table_add (table->unverified, GSIZE_TO_POINTER (slot_index (table, row, column)));
}

void
patal_table_begin_group (PatalTable *table, const char *title)
{
  PatalTableGroup group = { keep (table, title), table->row_ids->len, 0 };

  g_array_append_val (table->groups, group);
}

guint
patal_table_n_groups (const PatalTable *table)
{
  return table->groups->len;
}

PatalTableGroup
patal_table_group (const PatalTable *table, guint group)
{
  PatalTableGroup found = { 0 };
  guint end;

  g_return_val_if_fail (group < table->groups->len, found);

  found = g_array_index (table->groups, PatalTableGroup, group);
  end = group + 1 < table->groups->len ? g_array_index (table->groups, PatalTableGroup, group + 1).first_row
                                       : table->row_ids->len;
  found.n_rows = end - found.first_row;
  return found;
}

char *
patal_table_subtotal_word (const PatalTable *table, guint group)
{
  const char *title = patal_table_group (table, group).title;

  return g_strdup_printf ("%s – %s", title != NULL ? title : "", table->frame.total_word != NULL ? table->frame.total_word : "");
}

guint
patal_table_n_rows (const PatalTable *table)
{
  return table->row_ids->len;
}

guint
patal_table_n_columns (const PatalTable *table)
{
  return table->n_columns;
}

const PatalColumn *
patal_table_column (const PatalTable *table, guint column)
{
  g_return_val_if_fail (column < table->n_columns, NULL);

  return &table->columns[column];
}

gint64
patal_table_row_id (const PatalTable *table, guint row)
{
  g_return_val_if_fail (row < table->row_ids->len, 0);

  return g_array_index (table->row_ids, gint64, row);
}

PatalCell
patal_table_cell (const PatalTable *table, guint row, guint column)
{
  PatalCell cell = { .empty = TRUE };
  gpointer key = GSIZE_TO_POINTER (slot_index (table, row, column));

  g_return_val_if_fail (has_cell (table, row, column), cell);

  if (table->columns[column].type == PATAL_COLUMN_SERIAL)
    cell.number = (gint64)row + 1;
  else if (is_text (table->columns[column].type))
    cell.text = slot_at (table, row, column)->text;
  else
    cell.number = slot_at (table, row, column)->number;
  cell.empty = is_text (table->columns[column].type) ? cell.text == NULL : cell.number == EMPTY_NUMBER;
  if (cell.empty)
    cell.number = 0;
  cell.opens = g_hash_table_lookup (table->opens, key);
  cell.unverified = g_hash_table_contains (table->unverified, key);
  return cell;
}

gboolean
patal_table_has_unverified (const PatalTable *table)
{
  return g_hash_table_size (table->unverified) > 0;
}

gboolean
patal_table_has_total (const PatalTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].total != PATAL_TOTAL_NONE)
        return TRUE;
    }
  return FALSE;
}

gint64
patal_table_sum (const PatalTable *table, guint column, guint first_row, guint n_rows)
{
  gint64 sum = 0;

  g_return_val_if_fail (column < table->n_columns && !is_text (table->columns[column].type), 0);
  g_return_val_if_fail (first_row + n_rows <= table->row_ids->len, 0);

  for (guint row = first_row; row < first_row + n_rows; row++)
    {
      gint64 number = slot_at (table, row, column)->number;

      if (number != EMPTY_NUMBER)
        sum += number;
    }
  return sum;
}

guint
patal_table_first_entry (const PatalTable *table, guint column, guint first_row, guint n_rows)
{
  guint row = first_row;

  g_return_val_if_fail (column < table->n_columns && !is_text (table->columns[column].type), first_row + n_rows);
  g_return_val_if_fail (first_row + n_rows <= table->row_ids->len, first_row + n_rows);

  while (row < first_row + n_rows && slot_at (table, row, column)->number == EMPTY_NUMBER)
    row++;
  return row;
}

gint64
patal_table_total (const PatalTable *table, guint column)
{
  return patal_table_sum (table, column, 0, table->row_ids->len);
}

/* @number in units of 10 to the power of -@decimals. */
static char *
format_decimal (gint64 number, int decimals, gint64 scale)
{
  g_autofree char *whole = patal_number_group (ABS (number) / scale);

  return g_strdup_printf ("%s%s.%0*d", number < 0 ? MINUS_SIGN : "", whole, decimals,
                          (int)(ABS (number) % scale));
}

static char *
format_number (const PatalTable *table, PatalColumnType type, gint64 number)
{
  const PatalTableFrame *frame = &table->frame;

  switch (type)
    {
    case PATAL_COLUMN_MONEY:
      return patal_money_format (number, frame->money_unit);
    case PATAL_COLUMN_PERCENT:
      return format_decimal (number, 1, 10);
    case PATAL_COLUMN_DEGREES:
      return format_decimal (number, 6, 1000000);
    case PATAL_COLUMN_DAY:
      return number != PATAL_DAY_NONE ? patal_day_format ((PatalDay)number) : g_strdup ("");
    case PATAL_COLUMN_YES_NO:
      if (frame->yes != NULL && frame->no != NULL)
        return g_strdup (number != 0 ? frame->yes : frame->no);
      return patal_number_group (number);
    case PATAL_COLUMN_SERIAL:
    case PATAL_COLUMN_INTEGER:
    case PATAL_COLUMN_TEXT:
    case PATAL_COLUMN_CODE:
    default:
      return patal_number_group (number);
    }
}

char *
patal_table_cell_text (const PatalTable *table, guint row, guint column)
{
  PatalCell cell = patal_table_cell (table, row, column);
  PatalColumnType type;
  g_autofree char *text = NULL;

  if (cell.empty)
    return g_strdup ("");
  type = table->columns[column].type;
  text = is_text (type) ? g_strdup (cell.text) : format_number (table, type, cell.number);
  if (!cell.unverified)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s (%s)", text, table->frame.unverified != NULL ? table->frame.unverified : "?");
}

char *
patal_table_number_text (const PatalTable *table, guint column, gint64 number)
{
  g_return_val_if_fail (column < table->n_columns, g_strdup (""));

  if (table->columns[column].total == PATAL_TOTAL_NONE)
    return g_strdup ("");
  return format_number (table, table->columns[column].type, number);
}

char *
patal_table_sum_text (const PatalTable *table, guint column, guint first_row, guint n_rows)
{
  g_return_val_if_fail (column < table->n_columns, g_strdup (""));

  if (table->columns[column].total == PATAL_TOTAL_NONE
      || patal_table_first_entry (table, column, first_row, n_rows) == first_row + n_rows)
    return g_strdup ("");
  return patal_table_number_text (table, column, patal_table_sum (table, column, first_row, n_rows));
}

char *
patal_table_total_text (const PatalTable *table, guint column)
{
  return patal_table_sum_text (table, column, 0, table->row_ids->len);
}
