/* patal-xlsx.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-xlsx.h"
#include "patal-out-file.h"
#include "patal-part.h"
#include "patal-xlsx-style.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define MIN_WIDTH        6
#define MAX_WIDTH        48 /* beyond it text is wrapped */
#define CELL_PADDING     3 /* the indent, and a little air */
#define PORTRAIT_WIDTH   95 /* of all columns together: what A4 upright shows at full size */
#define LINE_HEIGHT      16
#define ROW_HEIGHT       19 /* of one line: matras above and below the letters want more than Excel's own 15 */
#define BOLD_WIDTH       1.12
#define MAX_ROWS         1048576
#define MAX_COLUMNS      16384
#define MAX_SHEET_NAME   31

typedef struct
{
  const PatalTable      *table;
  const PatalTableFrame *frame;
  lxw_workbook          *workbook;
  lxw_worksheet         *sheet;
  PatalXlsxStyles       *styles;
  double                *widths; /* in characters */
  guint                  n_rows, n_columns;
  lxw_row_t              row, header_row;
} Writing;

G_DEFINE_QUARK (patal-xlsx-error-quark, patal_xlsx_error)

/* In characters of Latin text: signs above and below a letter take no room, matras beside it about half. */
static double
text_width (const char *text, gsize len)
{
  double width = 0;

  for (const char *at = text; at < text + len && *at != '\0'; at = g_utf8_next_char (at))
    switch (g_unichar_type (g_utf8_get_char (at)))
      {
      case G_UNICODE_NON_SPACING_MARK:
      case G_UNICODE_FORMAT:
        break;
      case G_UNICODE_SPACING_MARK:
        width += 0.5;
        break;
      default:
        width += 1;
      }
  return width;
}

/* The widest of the lines that are broken in the text itself. */
static double
widest_line (const char *text)
{
  double widest = 0;

  while (*text != '\0')
    {
      gsize len = strcspn (text, "\n");

      widest = MAX (widest, text_width (text, len));
      text += len + (text[len] != '\0');
    }
  return widest;
}

static double
widest_word (const char *text)
{
  double widest = 0;

  while (*text != '\0')
    {
      gsize len = strcspn (text, " \n");

      widest = MAX (widest, text_width (text, len));
      text += len + (text[len] != '\0');
    }
  return widest;
}

/* How many lines @text takes in a cell of @width characters, broken between words. */
static guint
n_lines (const char *text, double width)
{
  guint lines = 1;
  double at = 0;

  while (*text != '\0')
    {
      gsize len = strcspn (text, " \n");
      double word = text_width (text, len);

      if (at > 0 && at + 1 + word > width)
        {
          lines++;
          at = 0;
        }
      at += (at > 0 ? 1 : 0) + word;
      lines += at > width ? (guint) (at / width) : 0;
      at = fmod (at, MAX (width, 1));
      if (text[len] == '\n')
        {
          lines++;
          at = 0;
        }
      text += len + (text[len] != '\0');
    }
  return lines;
}

static gboolean
measure (Writing *w, const PatalProgress *progress, GError **error)
{
  for (guint column = 0; column < w->n_columns; column++)
    {
      const char *title = patal_table_column (w->table, column)->title;
      g_autofree char *total = patal_table_total_text (w->table, column);

      w->widths[column] = BOLD_WIDTH * MAX (text_width (total, strlen (total)),
                                            MAX (widest_word (title), text_width (title, strlen (title)) / 3));
    }
  for (guint row = 0; row < w->n_rows; row++)
    {
      for (guint column = 0; column < w->n_columns; column++)
        {
          g_autofree char *text = patal_table_cell_text (w->table, row, column);

          w->widths[column] = MAX (w->widths[column], widest_line (text));
        }
      if (!patal_progress_step (progress, row + 1, w->n_rows, error))
        return FALSE;
    }
  for (guint column = 0; column < w->n_columns; column++)
    w->widths[column] = CLAMP (w->widths[column] + CELL_PADDING, MIN_WIDTH, MAX_WIDTH);
  return TRUE;
}

/* Excel refuses []:*?/\ in a sheet's name, a quote at its ends, and more than 31 characters. */
static char *
sheet_name (const char *title)
{
  g_autofree char *plain = g_strdelimit (g_strdup (title != NULL ? title : ""), "[]:*?/\\'", ' ');
  g_autofree char *cut
      = g_utf8_substring (g_strstrip (plain), 0, MIN (g_utf8_strlen (plain, -1), MAX_SHEET_NAME));

  g_strstrip (cut);
  return g_strdup (*cut != '\0' ? cut : "1");
}

static gboolean
fail_limit (const char *sentence, GError **error)
{
  g_set_error_literal (error, PATAL_XLSX_ERROR, PATAL_XLSX_ERROR_LIMIT, sentence);
  return FALSE;
}

static gboolean
write_text (Writing *w, guint column, const char *text, lxw_format *format, GError **error)
{
  g_autofree char *sentence = NULL;

  if (worksheet_write_string (w->sheet, w->row, column, text, format) == LXW_NO_ERROR)
    return TRUE;
  sentence = g_strdup_printf (_("The text in column %u of row %u is longer than a workbook's cell can hold "
                                 "(%d characters). Export as CSV."),
                              column + 1, w->row + 1, 32767);
  return fail_limit (sentence, error);
}

/* A line over the whole width, where there is anything to say. */
static gboolean
write_line (Writing *w, const char *text, PatalXlsxPart part, double height, GError **error)
{
  lxw_format *format = patal_xlsx_styles_part (w->styles, part);

  if (text == NULL || *text == '\0')
    return TRUE;
  worksheet_set_row (w->sheet, w->row, height, NULL);
  if (w->n_columns > 1)
    worksheet_merge_range (w->sheet, w->row, 0, w->row, w->n_columns - 1, "", format);
  if (!write_text (w, 0, text, format, error))
    return FALSE;
  w->row++;
  return TRUE;
}

static gboolean
write_header (Writing *w, GError **error)
{
  lxw_format *format = patal_xlsx_styles_part (w->styles, PATAL_XLSX_HEADING);
  guint lines = 1;

  w->header_row = w->row;
  for (guint column = 0; column < w->n_columns; column++)
    {
      const char *title = patal_table_column (w->table, column)->title;

      lines = MAX (lines, n_lines (title, (w->widths[column] - 1) / BOLD_WIDTH));
    }
  worksheet_set_row (w->sheet, w->row, lines * LINE_HEIGHT + 6, NULL);
  for (guint column = 0; column < w->n_columns; column++)
    if (!write_text (w, column, patal_table_column (w->table, column)->title, format, error))
      return FALSE;
  w->row++;
  return TRUE;
}

/* The figure as the sheet has it: rupees, lakh or crore, not paise. */
static double
shown_number (const Writing *w, PatalColumnType type, gint64 number)
{
  static const double paise_per_unit[]
      = { [PATAL_MONEY_RUPEES] = 1e2, [PATAL_MONEY_LAKH] = 1e7, [PATAL_MONEY_CRORE] = 1e9 };

  switch (type)
    {
    case PATAL_COLUMN_MONEY:
      return number / paise_per_unit[w->frame->money_unit];
    case PATAL_COLUMN_PERCENT:
      return number / 10.0;
    case PATAL_COLUMN_DEGREES:
      return number / 1e6;
    case PATAL_COLUMN_DAY:
      return number - patal_day_from_ymd (1899, 12, 30);
    case PATAL_COLUMN_SERIAL:
    case PATAL_COLUMN_TEXT:
    case PATAL_COLUMN_CODE:
    case PATAL_COLUMN_INTEGER:
    case PATAL_COLUMN_YES_NO:
    default:
      return number;
    }
}

static PatalXlsxValue
value_of (const Writing *w, PatalColumnType type, gint64 number)
{
  gboolean decimals
      = type == PATAL_COLUMN_MONEY && (w->frame->money_unit != PATAL_MONEY_RUPEES || number % 100 != 0);

  return (PatalXlsxValue) { .type = type, .shown = shown_number (w, type, number), .decimals = decimals };
}

/* Before March 1900 Excel's days are one off: these few stay text. */
static gboolean
is_written_as_text (PatalColumnType type, const PatalCell *cell)
{
  return type == PATAL_COLUMN_TEXT || type == PATAL_COLUMN_CODE || type == PATAL_COLUMN_YES_NO
         || (type == PATAL_COLUMN_DAY && cell->number < patal_day_from_ymd (1900, 3, 1));
}

static gboolean
write_cell (Writing *w, guint row, guint column, GError **error)
{
  PatalColumnType type = patal_table_column (w->table, column)->type;
  PatalCell cell = patal_table_cell (w->table, row, column);
  PatalXlsxValue value = value_of (w, type, cell.number);
  lxw_format *format;
  g_autofree char *text = NULL;

  value.unverified = cell.unverified;
  format = patal_xlsx_styles_value (w->styles, &value);
  if (cell.empty)
    {
      worksheet_write_blank (w->sheet, w->row, column, format);
      return TRUE;
    }
  if (!is_written_as_text (type, &cell))
    {
      worksheet_write_number (w->sheet, w->row, column, value.shown, format);
      return TRUE;
    }
  text = patal_table_cell_text (w->table, row, column);
  return write_text (w, column, text, format, error);
}

/* A row of a group can be folded away under its sub-total. The height is said for every row: left to itself a spreadsheet cuts the tops off the letters, and does not heighten a row
 * whose text it breaks until somebody types into it. */
static void
set_row (Writing *w, guint row, gboolean in_group)
{
  guint lines = 1;

  for (guint column = 0; column < w->n_columns; column++)
    {
      const char *text = patal_table_cell (w->table, row, column).text;
      g_autofree char *shown = NULL;

      if (text == NULL || (w->widths[column] < MAX_WIDTH && strchr (text, '\n') == NULL))
        continue;
      shown = patal_table_cell_text (w->table, row, column);
      lines = MAX (lines, n_lines (shown, w->widths[column] - CELL_PADDING));
    }
  worksheet_set_row_opt (w->sheet, w->row, ROW_HEIGHT + (lines - 1) * LINE_HEIGHT, NULL,
                         &(lxw_row_col_options) { .level = in_group ? 1 : 0 });
}

/* A line of sums: of what stands on the sheet from @first_row to the row above, which are @n_rows of the table from @from on. */
typedef struct
{
  lxw_row_t   first_row;
  guint       from, n_rows;
  const char *word; /* (nullable) */
} Sums;

/* The word stands in the first column of text that is not added up; the value beside each formula is what a
 * reader without a calculator sees. */
static guint
total_word_column (const Writing *w)
{
  for (guint column = 0; column < w->n_columns; column++)
    if (patal_table_column (w->table, column)->type == PATAL_COLUMN_TEXT)
      return column;
  return 0;
}

/* Where there are sub-totals SUBTOTAL adds up: it leaves out others of its kind. Where there is nothing to add up a formula would say 0. */
static void
write_sum (Writing *w, guint column, const Sums *sums)
{
  PatalColumnType type = patal_table_column (w->table, column)->type;
  PatalXlsxValue value = value_of (w, type, patal_table_sum (w->table, column, sums->from, sums->n_rows));
  char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  value.total = TRUE;
  if (patal_table_first_entry (w->table, column, sums->from, sums->n_rows) == sums->from + sums->n_rows)
    {
      worksheet_write_blank (w->sheet, w->row, column, patal_xlsx_styles_value (w->styles, &value));
      return;
    }
  lxw_rowcol_to_cell (first, sums->first_row, column);
  lxw_rowcol_to_cell (last, w->row - 1, column);
  formula = g_strdup_printf (patal_table_n_groups (w->table) > 0 ? "=SUBTOTAL(9,%s:%s)" : "=SUM(%s:%s)", first, last);
  worksheet_write_formula_num (w->sheet, w->row, column, formula, patal_xlsx_styles_value (w->styles, &value),
                               value.shown);
}

static gboolean
write_sums (Writing *w, const Sums *sums, GError **error)
{
  lxw_format *format = patal_xlsx_styles_part (w->styles, PATAL_XLSX_TOTAL_WORD);
  guint word_column = total_word_column (w);

  worksheet_set_row (w->sheet, w->row, ROW_HEIGHT, NULL);
  for (guint column = 0; column < w->n_columns; column++)
    {
      gboolean has_word = column == word_column && sums->word != NULL;

      if (patal_table_column (w->table, column)->total == PATAL_TOTAL_SUM)
        write_sum (w, column, sums);
      else if (!has_word)
        worksheet_write_blank (w->sheet, w->row, column, format);
      else if (!write_text (w, column, sums->word, format, error))
        return FALSE;
    }
  w->row++;
  return TRUE;
}

static gboolean
ends_before (const Writing *w, guint group, guint row)
{
  PatalTableGroup of = patal_table_group (w->table, group);

  return of.first_row + of.n_rows <= row;
}

static gboolean
write_subtotals (Writing *w, guint group, GError **error)
{
  PatalTableGroup of = patal_table_group (w->table, group);
  g_autofree char *word = patal_table_subtotal_word (w->table, group);

  return write_sums (w, &(Sums) { w->row - of.n_rows, of.first_row, of.n_rows, word }, error);
}

static gboolean
write_rows (Writing *w, const PatalProgress *progress, GError **error)
{
  guint n_groups = patal_table_has_total (w->table) ? patal_table_n_groups (w->table) : 0, group = 0;

  for (guint row = 0; row < w->n_rows; row++)
    {
      while (group < n_groups && ends_before (w, group, row))
        group++;
      set_row (w, row, group < n_groups && patal_table_group (w->table, group).first_row <= row);
      for (guint column = 0; column < w->n_columns; column++)
        if (!write_cell (w, row, column, error))
          return FALSE;
      w->row++;
      if (group < n_groups && ends_before (w, group, row + 1) && !write_subtotals (w, group, error))
        return FALSE;
      if (!patal_progress_step (progress, row + 1, w->n_rows, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_totals (Writing *w, GError **error)
{
  Sums sums = { .first_row = w->header_row + 1, .n_rows = w->n_rows, .word = w->frame->total_word };

  if (!patal_table_has_total (w->table))
    return TRUE;
  return write_sums (w, &sums, error);
}

/* The first column of the third part of the page that begins at @share of its width. */
static guint
column_at (const Writing *w, double share)
{
  double width = 0, whole = 0;
  guint column = 0;

  for (guint i = 0; i < w->n_columns; i++)
    whole += w->widths[i];
  while (column + 1 < w->n_columns && width + w->widths[column] / 2 < share * whole)
    width += w->widths[column++];
  return column;
}

/* Each has a third of the page. In a narrow table they would run into each other: then one below the other. */
static gboolean
write_signatures (Writing *w, GError **error)
{
  const guint begins[] = { 0, column_at (w, 1 / 3.0), column_at (w, 2 / 3.0), w->n_columns };
  gboolean side_by_side = w->n_columns >= 5 && begins[1] > 0 && begins[2] > begins[1];

  w->row += 3;
  if (side_by_side)
    worksheet_set_row (w->sheet, w->row, 3 * LINE_HEIGHT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (w->frame->signatures); i++)
    {
      const char *text = w->frame->signatures[i];
      lxw_format *format = patal_xlsx_styles_part (w->styles, side_by_side ? PATAL_XLSX_SIGN_LEFT + i : PATAL_XLSX_SIGN_LEFT);

      if (text == NULL || *text == '\0')
        continue;
      if (side_by_side && begins[i + 1] - begins[i] > 1)
        worksheet_merge_range (w->sheet, w->row, begins[i], w->row, begins[i + 1] - 1, "", format);
      if (!write_text (w, side_by_side ? begins[i] : 0, text, format, error))
        return FALSE;
      w->row += side_by_side ? 0 : 3;
    }
  return TRUE;
}

/* Words of the page's foot in the document's language; they are no more than a number's dress, like those of
 * months. */
static void
set_up_page (Writing *w)
{
  double width = 0;

  for (guint column = 0; column < w->n_columns; column++)
    {
      worksheet_set_column (w->sheet, column, column, w->widths[column], NULL);
      width += w->widths[column];
    }
  worksheet_set_paper (w->sheet, 9); /* A4 */
  if (width > PORTRAIT_WIDTH)
    worksheet_set_landscape (w->sheet);
  worksheet_fit_to_pages (w->sheet, 1, 0);
  worksheet_center_horizontally (w->sheet);
  worksheet_set_margins (w->sheet, 0.5, 0.5, 0.6, 0.7);
  worksheet_repeat_rows (w->sheet, w->header_row, w->header_row);
  worksheet_freeze_panes (w->sheet, w->header_row + 1, 0);
  worksheet_set_footer (w->sheet, w->frame->lang == PATAL_LANG_HI ? "&Cपृष्ठ &P / &N" : "&CPage &P of &N");
}

static gboolean
fill (Writing *w, const PatalProgress *progress, GError **error)
{
  PatalProgressPart measuring, writing;
  const PatalTableFrame *frame = w->frame;

  if (!measure (w, patal_progress_part (&measuring, progress, 0, 0.2), error))
    return FALSE;
  if (!write_line (w, frame->title, PATAL_XLSX_TITLE, 26, error)
      || !write_line (w, frame->place, PATAL_XLSX_PLACE, 20, error)
      || !write_line (w, frame->as_on_line, PATAL_XLSX_AS_ON, LINE_HEIGHT, error)
      || !write_line (w, frame->unit_line, PATAL_XLSX_UNIT_LINE, LINE_HEIGHT, error)
      || !write_header (w, error)
      || !write_rows (w, patal_progress_part (&writing, progress, 0.2, 0.8), error)
      || !write_totals (w, error))
    return FALSE;
  if (frame->note != NULL && *frame->note != '\0')
    {
      w->row++;
      if (!write_line (w, frame->note, PATAL_XLSX_NOTE, 3 * LINE_HEIGHT, error))
        return FALSE;
    }
  if (!write_signatures (w, error))
    return FALSE;
  set_up_page (w);
  return TRUE;
}

static gboolean
count_start (gpointer reader, const char *name, G_GNUC_UNUSED PatalElement *element,
             G_GNUC_UNUSED GError **error)
{
  guint *rows = reader;

  *rows += strcmp (name, "row") == 0; /* no other part has such elements */
  return TRUE;
}

static gboolean
count_end (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *name, G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

static void
count_text (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *text, G_GNUC_UNUSED gsize len)
{
}

/* libxlsxwriter does not look whether the writes of its temporary files succeed: on a full disk it can close
 * a workbook with rows missing, or half of its styles. So every part of what it made is read, and the rows
 * are counted. Larger than what we would read ourselves is believed. */
static gboolean
is_whole (const char *written, guint least_rows)
{
  static const PatalPartReader counter = { count_start, count_end, count_text };
  PatalBook book = { g_open (written, O_RDONLY | O_CLOEXEC, 0), written, NULL };
  g_auto (GStrv) parts = book.fd >= 0 ? patal_part_names (&book, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  guint rows = 0;

  for (guint i = 0; parts != NULL && parts[i] != NULL && error == NULL; i++)
    patal_part_read (&book, parts[i], PATAL_PART_NEEDED, &counter, &rows, &error);
  if (book.fd >= 0)
    close (book.fd);
  return parts != NULL
         && (error == NULL ? rows >= least_rows
                           : g_error_matches (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT));
}

static gboolean
is_small_enough (const Writing *w, GError **error)
{
  g_autofree char *sentence = NULL;

  if (w->n_columns > MAX_COLUMNS)
    sentence = g_strdup_printf (
        _("The table has more than the %d columns that a workbook can hold. Export it as CSV."),
        MAX_COLUMNS);
  else if (w->n_rows + patal_table_n_groups (w->table) > MAX_ROWS - 32) /* room for head and foot */
    sentence = g_strdup_printf (_("The table has more than the %d rows that a workbook can hold. Choose a "
                                   "part of it, or export it as CSV."),
                                MAX_ROWS);
  return sentence == NULL || fail_limit (sentence, error);
}

/* Makes the workbook in the private folder. */
static gboolean
write_workbook (Writing *w, PatalOutFolder *folder, const char *path, const PatalProgress *progress,
                GError **error)
{
  lxw_workbook_options options
      = { .constant_memory = LXW_TRUE, .tmpdir = (char *) patal_out_folder_path (folder) };
  g_autoptr (PatalXlsxStyles) styles = NULL;
  g_autofree char *name = sheet_name (w->frame->title);
  lxw_error result;

  errno = 0;
  w->workbook = workbook_new_opt (patal_out_folder_temporary (folder), &options);
  w->sheet = w->workbook != NULL ? workbook_add_worksheet (w->workbook, name) : NULL;
  if (w->sheet == NULL)
    {
      lxw_workbook_free (w->workbook);
      return patal_out_file_fail (path, errno != 0 ? errno : EIO, error);
    }
  w->styles = styles = patal_xlsx_styles_new (w->workbook, w->frame->unverified);
  if (!fill (w, progress, error))
    {
      lxw_workbook_free (w->workbook);
      return FALSE;
    }
  errno = 0;
  result = workbook_close (w->workbook);
  if (result != LXW_NO_ERROR)
    return patal_out_file_fail (path, errno != 0 ? errno : EIO, error);
  if (!is_whole (patal_out_folder_temporary (folder), w->n_rows + 1))
    return patal_out_file_fail (path, ENOSPC, error);
  return patal_progress_step (progress, 1, 1, error);
}

gboolean
patal_xlsx_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalOutFolder) folder = NULL;
  g_autofree double *widths = g_new0 (double, patal_table_n_columns (table));
  Writing writing = {
    .table = table, .frame = patal_table_frame (table), .widths = widths,
    .n_rows = patal_table_n_rows (table), .n_columns = patal_table_n_columns (table),
  };

  g_return_val_if_fail (writing.n_columns > 0, FALSE);

  if (!is_small_enough (&writing, error))
    return FALSE;
  folder = patal_out_folder_new (path, error);
  return folder != NULL && write_workbook (&writing, folder, path, progress, error)
         && patal_out_folder_finish (folder, error);
}
