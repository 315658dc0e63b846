/* patal-ods-read.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ods-read.h"
#include "patal-number-format.h"
#include "patal-row-buffer.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint32 offset; /* of a cell that is merged downwards */
  guint   rows;   /* how many rows below still belong to it */
} Merged;

typedef struct
{
  GHashTable    *hidden_styles; /* of tables */
  char          *style;         /* the table style being read */
  GStrvBuilder  *names;
  int            wanted;        /* -1: the first with rows */
  int            n_tables;
  gboolean       want_hidden;
  PatalSheet    *sheet;         /* of the wanted table */
  char          *title;
  gboolean       in_table, done;
  guint          table_depth; /* of tables in tables: only the outer one counts */
  PatalRowBuffer row;
  Merged         merged[PATAL_SHEET_MAX_COLUMNS];
  guint          line, row_repeat, column, cell_repeat, cell_rows;
  gboolean       in_cell;
  guint          paragraphs;
  guint          skip; /* depth inside what is no text of the cell: a note, a reading aid, a picture */
  gboolean       in_paragraph;
  char          *value;         /* (nullable): what the attributes say instead of the text */
  gboolean       is_number;
  GString       *text;
} Reading;

static guint
repeat_of (PatalElement *element, const char *name)
{
  const char *value = patal_element_attribute (element, name);
  guint64 number;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32, &number, NULL) ? number : 1;
}

static gboolean
is_skipped (const char *name)
{
  static const char *const skipped[]
      = { "annotation", "ruby-text", "frame", "shapes", "forms", "custom-shape", "tracked-changes", NULL };

  return g_strv_contains (skipped, name);
}

static void
start_style (Reading *reading, const char *name, PatalElement *element)
{
  if (strcmp (name, "style") == 0)
    {
      g_free (reading->style);
      reading->style = g_strdup (patal_element_attribute (element, "name"));
    }
  else if (reading->style != NULL && g_strcmp0 (patal_element_attribute (element, "display"), "false") == 0)
    g_hash_table_add (reading->hidden_styles, g_strdup (reading->style));
}

static void
start_table (Reading *reading, PatalElement *element)
{
  const char *style = patal_element_attribute (element, "style-name");
  gboolean hidden = style != NULL && g_hash_table_contains (reading->hidden_styles, style);
  const char *name = patal_element_attribute (element, "name");
  int index = reading->n_tables++;

  if (reading->names != NULL)
    g_strv_builder_add (reading->names, name != NULL ? name : "");
  reading->in_table = reading->names == NULL && !reading->done
                      && (reading->wanted >= 0 ? index == reading->wanted : hidden == reading->want_hidden);
  if (!reading->in_table)
    return;
  g_free (reading->title);
  reading->title = g_strdup (name != NULL ? name : "");
  reading->line = 0;
  memset (reading->merged, 0, sizeof reading->merged);
}

/* What the attributes say is exact; what the cell shows may be rounded. */
static void
start_cell (Reading *reading, PatalElement *element)
{
  g_autofree char *type = g_strdup (patal_element_attribute (element, "value-type"));
  const char *value = NULL;

  reading->in_cell = TRUE;
  reading->cell_repeat = repeat_of (element, "number-columns-repeated");
  reading->cell_rows = repeat_of (element, "number-rows-spanned");
  reading->paragraphs = 0;
  reading->is_number = FALSE;
  g_string_truncate (reading->text, 0);
  g_clear_pointer (&reading->value, g_free);
  if (type == NULL)
    return;
  if (strcmp (type, "float") == 0 || strcmp (type, "percentage") == 0 || strcmp (type, "currency") == 0)
    {
      value = patal_element_attribute (element, "value");
      reading->is_number = value != NULL;
    }
  else if (strcmp (type, "date") == 0)
    value = patal_element_attribute (element, "date-value");
  else if (strcmp (type, "boolean") == 0)
    value = patal_element_attribute (element, "boolean-value");
  else if (strcmp (type, "string") == 0)
    value = patal_element_attribute (element, "string-value");
  reading->value = g_strdup (value);
  if (value != NULL && strcmp (type, "date") == 0 && strlen (value) > 10 && value[10] == 'T')
    reading->value[10] = '\0';
  else if (value != NULL && strcmp (type, "boolean") == 0)
    {
      g_free (reading->value);
      reading->value = g_strdup (strcmp (value, "true") == 0 ? "TRUE" : "FALSE");
    }
}

static void
start_text (Reading *reading, const char *name, PatalElement *element)
{
  guint spaces;

  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (reading->paragraphs++ > 0)
        patal_row_buffer_gather (reading->text, "\n", 1);
      reading->in_paragraph = TRUE;
    }
  else if (strcmp (name, "tab") == 0)
    patal_row_buffer_gather (reading->text, "\t", 1);
  else if (strcmp (name, "line-break") == 0)
    patal_row_buffer_gather (reading->text, "\n", 1);
  else if (strcmp (name, "s") == 0)
    for (spaces = MIN (repeat_of (element, "c"), 1000); spaces > 0; spaces--)
      patal_row_buffer_gather (reading->text, " ", 1);
}

static gboolean
content_start (gpointer reader, const char *name, PatalElement *element, G_GNUC_UNUSED GError **error)
{
  Reading *reading = reader;

  if (reading->skip > 0 || is_skipped (name))
    reading->skip++;
  else if (strcmp (name, "table") == 0)
    {
      if (reading->table_depth++ == 0)
        start_table (reading, element);
    }
  else if (reading->table_depth == 0)
    {
      if (strcmp (name, "style") == 0 || strcmp (name, "table-properties") == 0)
        start_style (reading, name, element);
    }
  else if (!reading->in_table || reading->table_depth > 1)
    return TRUE;
  else if (strcmp (name, "table-row") == 0)
    {
      reading->row_repeat = repeat_of (element, "number-rows-repeated");
      reading->column = 0;
      patal_row_buffer_clear (&reading->row);
    }
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    start_cell (reading, element);
  else if (reading->in_cell)
    start_text (reading, name, element);
  return TRUE;
}

static void
content_text (gpointer reader, const char *text, gsize len)
{
  Reading *reading = reader;

  if (reading->in_paragraph && reading->skip == 0 && reading->table_depth == 1)
    patal_row_buffer_gather (reading->text, text, len);
}

/* "003641" shown of the number 3641 is a code: what is shown counts. */
static gboolean
shows_leading_zeros (const char *shown, const char *value)
{
  return *shown == '0' && shown[strspn (shown, "0123456789")] == '\0' && shown[1] != '\0'
         && strcmp (shown + strspn (shown, "0"), value) == 0;
}

static gboolean
end_cell (Reading *reading, GError **error)
{
  guint32 offset;

  if (reading->value != NULL && reading->is_number)
    {
      g_autofree char *plain = patal_number_format_apply ((PatalNumberFormat){ .kind = PATAL_NUMBER_PLAIN },
                                                          PATAL_DATES_1900, reading->value);

      if (!shows_leading_zeros (reading->text->str, plain))
        g_string_assign (reading->text, plain);
    }
  else if (reading->value != NULL)
    g_string_assign (reading->text, reading->value);
  if (!patal_row_buffer_keep (reading->sheet, reading->text, reading->line + 1, &offset, error))
    return FALSE;

  for (; reading->cell_repeat > 0; reading->cell_repeat--, reading->column++)
    {
      Merged *merged = reading->column < PATAL_SHEET_MAX_COLUMNS ? &reading->merged[reading->column] : NULL;

      if (merged == NULL && offset == 0)
        break; /* the empty rest of the row */
      if (merged != NULL && reading->cell_rows > 1)
        *merged = (Merged) { offset, reading->cell_rows };
      if (!patal_row_buffer_set (&reading->row, reading->line + 1, reading->column,
                                 offset == 0 && merged != NULL && merged->rows > 0 ? merged->offset : offset,
                                 error))
        return FALSE;
    }
  reading->in_cell = FALSE;
  return TRUE;
}

static gboolean
end_row (Reading *reading, GError **error)
{
  guint filled = reading->row.n, kept = patal_sheet_n_rows (reading->sheet);

  while (filled > 0 && reading->row.cells[filled - 1] == 0) /* formats are repeated to the last column */
    filled--;
  for (guint i = 0; i < reading->row_repeat && filled > 0; i++)
    {
      if (!patal_sheet_add_row (reading->sheet, reading->line + 1 + i, reading->row.cells, filled, error))
        return FALSE;
      if (patal_sheet_n_rows (reading->sheet) == kept)
        break; /* nothing but spaces: no use to say it a million times */
    }
  reading->line += MIN (reading->row_repeat, G_MAXINT32 - reading->line);
  for (guint column = 0; column < PATAL_SHEET_MAX_COLUMNS; column++)
    reading->merged[column].rows -= MIN (reading->merged[column].rows, reading->row_repeat);
  return TRUE;
}

static gboolean
content_end (gpointer reader, const char *name, GError **error)
{
  Reading *reading = reader;

  if (reading->skip > 0)
    reading->skip--;
  else if (strcmp (name, "table") == 0)
    {
      if (--reading->table_depth == 0 && reading->in_table)
        {
          reading->in_table = FALSE;
          reading->done = reading->wanted >= 0 || patal_sheet_n_rows (reading->sheet) > 0;
        }
    }
  else if (reading->table_depth == 0 && strcmp (name, "style") == 0)
    g_clear_pointer (&reading->style, g_free);
  else if (!reading->in_table || reading->table_depth > 1)
    return TRUE;
  else if (strcmp (name, "table-row") == 0)
    return end_row (reading, error);
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    return end_cell (reading, error);
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    reading->in_paragraph = FALSE;
  return TRUE;
}

static gboolean
read_content (const PatalBook *book, Reading *reading, GError **error)
{
  static const PatalPartReader content_reader = { content_start, content_end, content_text };
  gboolean whole;

  reading->text = g_string_new (NULL);
  reading->hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  whole = patal_part_read (book, "content.xml", PATAL_PART_NEEDED, &content_reader, reading, error);
  g_string_free (reading->text, TRUE);
  g_hash_table_unref (reading->hidden_styles);
  g_clear_pointer (&reading->style, g_free);
  g_clear_pointer (&reading->value, g_free);
  return whole;
}

static PatalSheet *
read_table (const PatalBook *book, int index, gboolean hidden, GError **error)
{
  g_autoptr (PatalSheet) sheet = patal_sheet_new ();
  g_autofree Reading *reading = g_new0 (Reading, 1);
  g_autofree char *title = NULL;
  gboolean whole;

  reading->wanted = index;
  reading->want_hidden = hidden;
  reading->sheet = sheet;
  whole = read_content (book, reading, error);
  title = reading->title;
  if (!whole)
    return NULL;
  sheet->format = g_strdup_printf (_("OpenDocument spreadsheet, sheet “%s”"), title != NULL ? title : "");
  return g_steal_pointer (&sheet);
}

PatalSheet *
patal_ods_read (const PatalBook *book, int index, GError **error)
{
  g_autoptr (PatalSheet) shown = read_table (book, index, FALSE, error);

  if (shown == NULL || index >= 0 || patal_sheet_n_rows (shown) > 0)
    return g_steal_pointer (&shown);
  return read_table (book, index, TRUE, error);
}

GStrv
patal_ods_names (const PatalBook *book, GError **error)
{
  g_autofree Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  reading->names = names;
  if (!read_content (book, reading, error))
    return NULL;
  return g_strv_builder_end (names);
}
