/* patal-xlsx-read.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-xlsx-read.h"
#include "patal-number-format.h"
#include "patal-row-buffer.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MERGED 100000
#define MAX_STYLES 100000 /* Excel has 65,490 */

typedef struct
{
  char    *name, *part;
  gboolean hidden;
} Tab;

struct _PatalXlsxBook
{
  const PatalBook *book;
  char            *folder;          /* of the workbook's part: "xl" */
  GHashTable      *parts;           /* relationship id → part */
  char            *strings, *styles; /* parts; (nullable) */
  GPtrArray       *tabs;            /* Tab */
  PatalDateSystem  dates;
  GHashTable      *codes;           /* number format id → its code */
  GArray          *formats;         /* PatalNumberFormat, by a cell's s */
  gboolean         in_cell_formats;
};

static void
tab_free (gpointer data)
{
  Tab *tab = data;

  g_free (tab->name);
  g_free (tab->part);
  g_free (tab);
}

static gboolean
nothing_at_end (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *name, G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

static void
nothing_of_text (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *text, G_GNUC_UNUSED gsize len)
{
}

/* "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/sheet1.xml", seen from @folder. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path = *target == '/' ? g_strdup (target) : g_strconcat ("/", folder, "/", target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, "/");

  return g_strdup (canonical + 1);
}

static gboolean
relationship_start (gpointer reader, const char *name, PatalElement *element, G_GNUC_UNUSED GError **error)
{
  PatalXlsxBook *xlsx = reader;
  g_autofree char *id = NULL, *type = NULL;
  const char *target;

  if (strcmp (name, "Relationship") != 0)
    return TRUE;
  id = g_strdup (patal_element_attribute (element, "Id"));
  type = g_strdup (patal_element_attribute (element, "Type"));
  target = patal_element_attribute (element, "Target");
  if (id == NULL || type == NULL || target == NULL)
    return TRUE;
  if (g_str_has_suffix (type, "/worksheet") || g_str_has_suffix (type, "/officeDocument"))
    g_hash_table_replace (xlsx->parts, g_strdup (g_str_has_suffix (type, "/worksheet") ? id : ""),
                          resolve (xlsx->folder, target));
  else if (g_str_has_suffix (type, "/sharedStrings") && xlsx->strings == NULL)
    xlsx->strings = resolve (xlsx->folder, target);
  else if (g_str_has_suffix (type, "/styles") && xlsx->styles == NULL)
    xlsx->styles = resolve (xlsx->folder, target);
  return TRUE;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static gboolean
workbook_start (gpointer reader, const char *name, PatalElement *element, G_GNUC_UNUSED GError **error)
{
  PatalXlsxBook *xlsx = reader;
  const char *id, *part, *title, *state;
  Tab *tab;

  if (strcmp (name, "workbookPr") == 0 && is_true (patal_element_attribute (element, "date1904")))
    xlsx->dates = PATAL_DATES_1904;
  if (strcmp (name, "sheet") != 0)
    return TRUE;
  id = patal_element_attribute (element, "id");
  part = id != NULL ? g_hash_table_lookup (xlsx->parts, id) : NULL;
  if (part == NULL)
    return TRUE; /* a sheet that is a chart */
  tab = g_new0 (Tab, 1);
  tab->part = g_strdup (part);
  title = patal_element_attribute (element, "name");
  tab->name = g_strdup (title != NULL ? title : "");
  state = patal_element_attribute (element, "state");
  tab->hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (xlsx->tabs, tab);
  return TRUE;
}

static guint
attribute_number (PatalElement *element, const char *name, guint otherwise)
{
  const char *value = patal_element_attribute (element, name);
  guint64 number;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32, &number, NULL) ? number
                                                                                               : otherwise;
}

static gboolean
styles_start (gpointer reader, const char *name, PatalElement *element, G_GNUC_UNUSED GError **error)
{
  PatalXlsxBook *xlsx = reader;

  if (strcmp (name, "cellXfs") == 0)
    xlsx->in_cell_formats = TRUE;
  if (strcmp (name, "numFmt") == 0)
    {
      guint id = attribute_number (element, "numFmtId", 0);
      const char *code = patal_element_attribute (element, "formatCode");

      if (code != NULL && g_hash_table_size (xlsx->codes) < MAX_STYLES)
        g_hash_table_replace (xlsx->codes, GUINT_TO_POINTER (id), g_strdup (code));
    }
  if (strcmp (name, "xf") == 0 && xlsx->in_cell_formats && xlsx->formats->len < MAX_STYLES)
    {
      guint id = attribute_number (element, "numFmtId", 0);
      const char *code = g_hash_table_lookup (xlsx->codes, GUINT_TO_POINTER (id));
      PatalNumberFormat format
          = code != NULL ? patal_number_format_parse (code) : patal_number_format_builtin (id);

      g_array_append_val (xlsx->formats, format);
    }
  return TRUE;
}

static gboolean
styles_end (gpointer reader, const char *name, G_GNUC_UNUSED GError **error)
{
  PatalXlsxBook *xlsx = reader;

  if (strcmp (name, "cellXfs") == 0)
    xlsx->in_cell_formats = FALSE;
  return TRUE;
}

/* Where the workbook lies is said by the archive's own relationships; its parts by those beside it. */
static gboolean
find_parts (PatalXlsxBook *xlsx, char **workbook, GError **error)
{
  static const PatalPartReader relationships = { relationship_start, nothing_at_end, nothing_of_text };
  g_autofree char *base = NULL, *beside = NULL;
  const char *found;

  if (!patal_part_read (xlsx->book, "_rels/.rels", PATAL_PART_OPTIONAL, &relationships, xlsx, error))
    return FALSE;
  found = g_hash_table_lookup (xlsx->parts, "");
  *workbook = g_strdup (found != NULL ? found : "xl/workbook.xml");
  g_free (xlsx->folder);
  xlsx->folder = g_path_get_dirname (*workbook);
  base = g_path_get_basename (*workbook);
  beside = g_strconcat (xlsx->folder, "/_rels/", base, ".rels", NULL);
  return patal_part_read (xlsx->book, g_str_has_prefix (beside, "./") ? beside + 2 : beside,
                          PATAL_PART_NEEDED, &relationships, xlsx, error);
}

PatalXlsxBook *
patal_xlsx_book_new (const PatalBook *book, GError **error)
{
  static const PatalPartReader workbook_reader = { workbook_start, nothing_at_end, nothing_of_text };
  static const PatalPartReader styles_reader = { styles_start, styles_end, nothing_of_text };
  g_autoptr (PatalXlsxBook) xlsx = g_new0 (PatalXlsxBook, 1);
  g_autofree char *workbook = NULL;

  xlsx->book = book;
  xlsx->folder = g_strdup (".");
  xlsx->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xlsx->tabs = g_ptr_array_new_with_free_func (tab_free);
  xlsx->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  xlsx->formats = g_array_new (FALSE, FALSE, sizeof (PatalNumberFormat));
  if (!find_parts (xlsx, &workbook, error)
      || !patal_part_read (book, workbook, PATAL_PART_NEEDED, &workbook_reader, xlsx, error)
      || (xlsx->styles != NULL
          && !patal_part_read (book, xlsx->styles, PATAL_PART_OPTIONAL, &styles_reader, xlsx, error)))
    return NULL;
  return g_steal_pointer (&xlsx);
}

void
patal_xlsx_book_free (PatalXlsxBook *xlsx)
{
  if (xlsx == NULL)
    return;
  g_free (xlsx->folder);
  g_free (xlsx->strings);
  g_free (xlsx->styles);
  g_hash_table_unref (xlsx->parts);
  g_hash_table_unref (xlsx->codes);
  g_ptr_array_unref (xlsx->tabs);
  g_array_unref (xlsx->formats);
  g_free (xlsx);
}

guint
patal_xlsx_book_n_sheets (const PatalXlsxBook *xlsx)
{
  return xlsx->tabs->len;
}

const char *
patal_xlsx_book_name (const PatalXlsxBook *xlsx, guint index)
{
  return ((const Tab *) xlsx->tabs->pdata[index])->name;
}

gboolean
patal_xlsx_book_hidden (const PatalXlsxBook *xlsx, guint index)
{
  return ((const Tab *) xlsx->tabs->pdata[index])->hidden;
}

typedef enum { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_BOOLEAN, TYPE_DATE } CellType;

typedef struct
{
  guint column, first, last; /* rows, from 1 */
} Merged;

/* One sheet, and before it the strings that it shares with others. */
typedef struct
{
  const PatalXlsxBook *xlsx;
  PatalSheet    *sheet;
  GArray        *strings;   /* guint32: offsets of the shared strings */
  GArray        *merged;
  PatalRowBuffer row;
  guint          line, column; /* line from 1, column from 0 */
  CellType       type;
  guint          style;
  gboolean       in_value, in_phonetic;
  GString       *text;
} Reading;

/* Undoes Excel's "_x000D_", which stands for a character that XML cannot have. */
static void
unescape (GString *text)
{
  char *from = strstr (text->str, "_x"), *out = from, *end = text->str + text->len;

  if (from == NULL)
    return;
  while (from < end)
    {
      gunichar c = 0;
      int digits = 0;

      if (end - from >= 7 && from[0] == '_' && from[1] == 'x' && from[6] == '_')
        for (; digits < 4 && g_ascii_isxdigit (from[2 + digits]); digits++)
          c = c * 16 + g_ascii_xdigit_value (from[2 + digits]);
      if (digits == 4 && c != 0 && g_unichar_validate (c))
        {
          out += g_unichar_to_utf8 (c, out); /* at most 3 bytes in the place of 7 */
          from += 7;
        }
      else
        *out++ = *from++;
    }
  g_string_truncate (text, out - text->str);
}

static gboolean
strings_start (gpointer reader, const char *name, G_GNUC_UNUSED PatalElement *element,
               G_GNUC_UNUSED GError **error)
{
  Reading *reading = reader;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reading->text, 0);
  else if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = TRUE;
  else if (strcmp (name, "t") == 0)
    reading->in_value = !reading->in_phonetic;
  return TRUE;
}

static gboolean
strings_end (gpointer reader, const char *name, GError **error)
{
  Reading *reading = reader;
  guint32 offset;

  reading->in_value = FALSE;
  if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = FALSE;
  if (strcmp (name, "si") != 0)
    return TRUE;
  if (reading->strings->len >= PATAL_SHEET_MAX_CELLS)
    {
      g_set_error (
          error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
          _("The file has more than %d cells. Take out the columns that are not needed, or split it."),
          PATAL_SHEET_MAX_CELLS);
      return FALSE;
    }
  unescape (reading->text);
  if (!patal_row_buffer_keep (reading->sheet, reading->text, 0, &offset, error))
    return FALSE;
  g_array_append_val (reading->strings, offset);
  return TRUE;
}

static void
value_text (gpointer reader, const char *text, gsize len)
{
  Reading *reading = reader;

  if (reading->in_value)
    patal_row_buffer_gather (reading->text, text, len);
}

/* "BC12" is column 54 of row 12; what is missing stays as it was. */
static const char *
read_reference (const char *reference, guint *column, guint *line)
{
  guint letters = 0;
  const char *at = reference;
  guint64 number;
  char *end;

  for (; g_ascii_isalpha (*at) && at - reference < 4; at++)
    letters = letters * 26 + (g_ascii_toupper (*at) - 'A' + 1);
  if (letters > 0)
    *column = letters - 1;
  number = g_ascii_strtoull (at, &end, 10);
  if (end > at && number > 0 && number <= G_MAXINT32)
    *line = number;
  return end;
}

static CellType
read_type (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return TYPE_NUMBER;
  if (strcmp (type, "s") == 0)
    return TYPE_SHARED;
  if (strcmp (type, "b") == 0)
    return TYPE_BOOLEAN;
  return strcmp (type, "d") == 0 ? TYPE_DATE : TYPE_TEXT;
}

static void
start_cell (Reading *reading, PatalElement *element)
{
  const char *reference = patal_element_attribute (element, "r");
  guint line = reading->line;

  reading->column++;
  if (reference != NULL)
    read_reference (reference, &reading->column, &line);
  reading->type = read_type (patal_element_attribute (element, "t"));
  reading->style = attribute_number (element, "s", 0);
  g_string_truncate (reading->text, 0);
}

static void
note_merged (Reading *reading, PatalElement *element)
{
  const char *reference = patal_element_attribute (element, "ref"), *second;
  Merged merged = { 0 };
  guint last_column = 0;

  if (reference == NULL || reading->merged->len >= MAX_MERGED)
    return;
  second = read_reference (reference, &merged.column, &merged.first);
  if (*second == ':')
    read_reference (second + 1, &last_column, &merged.last);
  if (merged.last > merged.first && merged.first > 0)
    g_array_append_val (reading->merged, merged);
}

static gboolean
sheet_start (gpointer reader, const char *name, PatalElement *element, G_GNUC_UNUSED GError **error)
{
  Reading *reading = reader;

  if (strcmp (name, "c") == 0)
    start_cell (reading, element);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    reading->in_value = !reading->in_phonetic;
  else if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = TRUE;
  else if (strcmp (name, "row") == 0)
    {
      reading->line = attribute_number (element, "r", reading->line + 1);
      reading->column = G_MAXUINT; /* one before the first */
      patal_row_buffer_clear (&reading->row);
    }
  else if (strcmp (name, "mergeCell") == 0)
    note_merged (reading, element);
  return TRUE;
}

static gboolean
shared_offset (Reading *reading, guint32 *offset, GError **error)
{
  guint64 index;

  *offset = 0;
  if (reading->text->len == 0)
    return TRUE;
  if (g_ascii_string_to_unsigned (reading->text->str, 10, 0, G_MAXUINT32, &index, NULL)
      && index < reading->strings->len)
    {
      *offset = g_array_index (reading->strings, guint32, index);
      return TRUE;
    }
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_MALFORMED,
               _("“%s” is damaged: row %u names a text that is not in the file. Open it in Excel or "
                  "LibreOffice and save it anew."),
               reading->xlsx->book->name, reading->line);
  return FALSE;
}

static void
format_number (Reading *reading)
{
  const GArray *formats = reading->xlsx->formats;
  PatalNumberFormat format = { .kind = PATAL_NUMBER_PLAIN };
  g_autofree char *plain = NULL;

  if (reading->style < formats->len)
    format = g_array_index (formats, PatalNumberFormat, reading->style);
  plain = patal_number_format_apply (format, reading->xlsx->dates, reading->text->str);
  g_string_assign (reading->text, plain);
}

static gboolean
end_cell (Reading *reading, GError **error)
{
  guint32 offset;

  if (reading->type == TYPE_SHARED)
    return shared_offset (reading, &offset, error)
           && patal_row_buffer_set (&reading->row, reading->line, reading->column, offset, error);
  if (reading->type == TYPE_NUMBER && reading->text->len > 0)
    format_number (reading);
  else if (reading->type == TYPE_BOOLEAN && reading->text->len > 0)
    g_string_assign (reading->text, is_true (reading->text->str) ? "TRUE" : "FALSE");
  else if (reading->type == TYPE_DATE && reading->text->len > 10 && reading->text->str[10] == 'T')
    g_string_truncate (reading->text, 10);
  else if (reading->type == TYPE_TEXT)
    unescape (reading->text);
  return patal_row_buffer_keep (reading->sheet, reading->text, reading->line, &offset, error)
         && patal_row_buffer_set (&reading->row, reading->line, reading->column, offset, error);
}

static gboolean
sheet_end (gpointer reader, const char *name, GError **error)
{
  Reading *reading = reader;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    reading->in_value = FALSE;
  else if (strcmp (name, "rPh") == 0)
    reading->in_phonetic = FALSE;
  else if (strcmp (name, "c") == 0)
    return end_cell (reading, error);
  else if (strcmp (name, "row") == 0)
    return patal_sheet_add_row (reading->sheet, reading->line, reading->row.cells, reading->row.n, error);
  return TRUE;
}

/* Index of the first row at or below @line; the rows of a file stand in order. */
static guint
row_at (const PatalSheet *sheet, guint line)
{
  guint low = 0, high = sheet->lines->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sheet->lines, guint32, middle) < line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The block's name merged over its twenty panchayats is the block of each. Sideways merging is of titles and
 * is left alone. */
static void
fill_merged (PatalSheet *sheet, const GArray *merged)
{
  guint64 steps = 0;

  for (guint i = 0; i < merged->len; i++)
    {
      const Merged *area = &g_array_index (merged, Merged, i);
      guint top = row_at (sheet, area->first), end = row_at (sheet, area->last + 1);
      guint32 offset = 0;

      steps += end - top;
      if (steps > PATAL_SHEET_MAX_CELLS || top >= end || patal_sheet_line (sheet, top) != area->first)
        continue;
      for (guint row = top; row < end; row++)
        {
          guint32 first = g_array_index (sheet->starts, guint32, row),
                  behind = g_array_index (sheet->starts, guint32, row + 1);

          if (area->column >= behind - first)
            continue;
          if (row == top)
            offset = g_array_index (sheet->cells, guint32, first + area->column);
          else if (*patal_sheet_cell (sheet, row, area->column) == '\0')
            g_array_index (sheet->cells, guint32, first + area->column) = offset;
        }
    }
}

PatalSheet *
patal_xlsx_book_read (PatalXlsxBook *xlsx, guint index, GError **error)
{
  static const PatalPartReader strings_reader = { strings_start, strings_end, value_text };
  static const PatalPartReader sheet_reader = { sheet_start, sheet_end, value_text };
  g_autoptr (PatalSheet) sheet = patal_sheet_new ();
  g_autoptr (GArray) strings = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (Merged));
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { .xlsx = xlsx, .sheet = sheet, .strings = strings, .merged = merged, .text = text };
  const Tab *tab = xlsx->tabs->pdata[index];

  if ((xlsx->strings != NULL
       && !patal_part_read (xlsx->book, xlsx->strings, PATAL_PART_OPTIONAL, &strings_reader, &reading, error))
      || !patal_part_read (xlsx->book, tab->part, PATAL_PART_NEEDED, &sheet_reader, &reading, error))
    return NULL;
  fill_merged (sheet, merged);
  sheet->format = g_strdup_printf (_("Excel workbook, sheet “%s”"), tab->name);
  return g_steal_pointer (&sheet);
}
