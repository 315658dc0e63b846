/* patal-csv.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-csv.h"
#include "patal-out-file.h"
#include <string.h>

/* "-5", "+91.5": signs at the start of a number are no formula. */
static gboolean
is_plain_number (const char *text)
{
  const char *at = text + (*text == '-' || *text == '+');
  gsize whole = strspn (at, "0123456789"), decimals;

  at += whole;
  if (*at == '.')
    {
      decimals = strspn (at + 1, "0123456789");
      at += 1 + decimals;
      return *at == '\0' && whole + decimals > 0;
    }
  return *at == '\0' && whole > 0;
}

static void
append_field (GString *out, const char *field, gboolean for_spreadsheets)
{
  gboolean formula = for_spreadsheets && *field != '\0' && strchr ("=+-@\t\r", *field) != NULL && !is_plain_number (field);
  gboolean quoted = field[strcspn (field, ",\"\r\n")] != '\0';

  if (quoted)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *at = field; *at != '\0';)
    {
      gsize plain = strcspn (at, "\"");

      g_string_append_len (out, at, plain);
      at += plain;
      if (*at == '"')
        {
          g_string_append (out, "\"\"");
          at++;
        }
    }
  if (quoted)
    g_string_append_c (out, '"');
}

static void
append_fields (GString *out, const char *const *fields, guint n_fields, gboolean for_spreadsheets)
{
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_field (out, fields[i] != NULL ? fields[i] : "", for_spreadsheets);
    }
}

void
patal_csv_append_record (GString *out, const char *const *fields, guint n_fields)
{
  append_fields (out, fields, n_fields, TRUE);
  g_string_append (out, "\r\n");
}

void
patal_csv_append_exact_record (GString *out, const char *const *fields, guint n_fields)
{
  append_fields (out, fields, n_fields, FALSE);
  g_string_append_c (out, '\n');
}

/* What has two lines on paper (a name in both languages) has one here: many programs take each line for a record. */
static char *
on_one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  return g_strjoinv (" / ", lines);
}

/* @number of @per_one to the whole, with every decimal that is not zero, at least @least of them: 123456 of
 * 100 is "1234.56". */
static char *
decimal (gint64 number, guint64 per_one, guint places, guint least)
{
  guint64 size = number < 0 ? -(guint64) number : (guint64) number;
  g_autofree char *fraction = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) places, size % per_one);
  gsize len = places;

  while (len > least && fraction[len - 1] == '0')
    len--;
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%.*s", number < 0 ? "-" : "", size / per_one,
                          len > 0 ? "." : "", (int) len, fraction);
}

static char *
cell_text (const PatalTable *table, guint row, guint column)
{
  PatalCell cell = patal_table_cell (table, row, column);
  const PatalTableFrame *frame = patal_table_frame (table);

  if (cell.empty && patal_table_column (table, column)->type != PATAL_COLUMN_SERIAL)
    return g_strdup ("");
  switch (patal_table_column (table, column)->type)
    {
    case PATAL_COLUMN_SERIAL:
      return g_strdup_printf ("%u", row + 1);
    case PATAL_COLUMN_TEXT:
    case PATAL_COLUMN_CODE:
      return on_one_line (cell.text);
    case PATAL_COLUMN_MONEY:
      return decimal (cell.number, 100, 2, cell.number % 100 == 0 ? 0 : 2);
    case PATAL_COLUMN_PERCENT:
      return decimal (cell.number, 10, 1, 1);
    case PATAL_COLUMN_DEGREES:
      return decimal (cell.number, 1000000, 6, 6);
    case PATAL_COLUMN_DAY:
      return patal_day_iso (cell.number);
    case PATAL_COLUMN_YES_NO:
      return g_strdup (cell.number != 0 ? (frame->yes != NULL ? frame->yes : "1")
                                        : (frame->no != NULL ? frame->no : "0"));
    case PATAL_COLUMN_INTEGER:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell.number);
    }
}

static const char *
unverified_word (const PatalTable *table)
{
  const PatalTableFrame *frame = patal_table_frame (table);

  return frame->unverified != NULL ? frame->unverified : "?";
}

static void
append_titles (GString *out, const PatalTable *table, GPtrArray *fields)
{
  g_ptr_array_set_size (fields, 0);
  for (guint column = 0; column < patal_table_n_columns (table); column++)
    g_ptr_array_add (fields, on_one_line (patal_table_column (table, column)->title));
  if (patal_table_has_unverified (table))
    g_ptr_array_add (fields, g_strdup (unverified_word (table)));
  patal_csv_append_record (out, (const char *const *) fields->pdata, fields->len);
}

static void
append_row (GString *out, const PatalTable *table, guint row, GPtrArray *fields)
{
  gboolean unverified = FALSE;

  g_ptr_array_set_size (fields, 0);
  for (guint column = 0; column < patal_table_n_columns (table); column++)
    {
      g_ptr_array_add (fields, cell_text (table, row, column));
      unverified = unverified || patal_table_cell (table, row, column).unverified;
    }
  if (patal_table_has_unverified (table))
    g_ptr_array_add (fields, g_strdup (unverified ? unverified_word (table) : ""));
  patal_csv_append_record (out, (const char *const *) fields->pdata, fields->len);
}

gboolean
patal_csv_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalOutFile) file = patal_out_file_new (path, error);
  g_autoptr (GString) out = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = patal_table_n_rows (table);

  if (file == NULL)
    return FALSE;
  append_titles (out, table, fields);
  for (guint row = 0; row < n_rows; row++)
    {
      append_row (out, table, row, fields);
      if (!patal_out_file_flush (file, out, error) || !patal_progress_step (progress, row + 1, n_rows, error))
        return FALSE;
    }
  return patal_out_file_finish (file, out, error);
}
