/* patal-xlsx-style.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-xlsx-style.h"
#include <math.h>

#define FONT                                                                                                 \
  "Noto Sans Devanagari" /* that of our own pages; Excel takes another Devanagari font where it is missing   \
                          */
#define SIZE 10

struct _PatalXlsxStyles
{
  lxw_workbook *workbook;
  char         *mark;   /* (nullable): as a pattern has fixed text */
  lxw_format   *parts[PATAL_N_XLSX_PARTS];
  GHashTable   *values; /* what of a value matters for its format → lxw_format */
};

PatalXlsxStyles *
patal_xlsx_styles_new (lxw_workbook *workbook, const char *unverified)
{
  PatalXlsxStyles *styles = g_new0 (PatalXlsxStyles, 1);

  styles->workbook = workbook;
  if (unverified != NULL)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (unverified), "\"", '\'');

      styles->mark = g_strdup_printf ("\" (%s)\"", plain);
    }
  styles->values = g_hash_table_new (NULL, NULL);
  return styles;
}

void
patal_xlsx_styles_free (PatalXlsxStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->values);
  g_free (styles->mark);
  g_free (styles);
}

static lxw_format *
new_format (PatalXlsxStyles *styles, double size)
{
  lxw_format *format = workbook_add_format (styles->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, size);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

lxw_format *
patal_xlsx_styles_part (PatalXlsxStyles *styles, PatalXlsxPart part)
{
  static const struct
  {
    double size;
    guint8 align;
    gboolean bold, boxed, wrapped;
  } looks[PATAL_N_XLSX_PARTS] = {
    [PATAL_XLSX_TITLE] = { 14, LXW_ALIGN_CENTER, TRUE, FALSE, TRUE },
    [PATAL_XLSX_PLACE] = { 11, LXW_ALIGN_CENTER, FALSE, FALSE, TRUE },
    [PATAL_XLSX_UNIT_LINE] = { SIZE, LXW_ALIGN_RIGHT, FALSE, FALSE, FALSE },
    [PATAL_XLSX_AS_ON] = { SIZE, LXW_ALIGN_CENTER, FALSE, FALSE, FALSE },
    [PATAL_XLSX_HEADING] = { SIZE, LXW_ALIGN_CENTER, TRUE, TRUE, TRUE },
    [PATAL_XLSX_NOTE] = { SIZE, LXW_ALIGN_LEFT, FALSE, FALSE, TRUE },
    [PATAL_XLSX_SIGN_LEFT] = { SIZE, LXW_ALIGN_LEFT, FALSE, FALSE, TRUE },
    [PATAL_XLSX_SIGN_MIDDLE] = { SIZE, LXW_ALIGN_CENTER, FALSE, FALSE, TRUE },
    [PATAL_XLSX_SIGN_RIGHT] = { SIZE, LXW_ALIGN_RIGHT, FALSE, FALSE, TRUE },
    [PATAL_XLSX_TOTAL_WORD] = { SIZE, LXW_ALIGN_LEFT, TRUE, TRUE, FALSE },
  };
  lxw_format *format = styles->parts[part];

  if (format != NULL)
    return format;
  format = styles->parts[part] = new_format (styles, looks[part].size);
  format_set_align (format, looks[part].align);
  if (looks[part].bold)
    format_set_bold (format);
  if (part == PATAL_XLSX_TOTAL_WORD)
    format_set_indent (format, 1);
  if (looks[part].boxed)
    format_set_border (format, LXW_BORDER_THIN);
  if (looks[part].wrapped)
    format_set_text_wrap (format);
  return format;
}

/* Excel groups by thousands; by lakh and crore only where a condition says so, of which a pattern can have
 * two. A number beyond a hundred crore has patterns of its own size. libxlsxwriter cuts a pattern off behind
 * 127 bytes without a word: with a mark there is room for one condition, that of the number's own size, and
 * for the mark once: in both languages it alone has 46. What somebody types over the figure is not marked. */
static char *
grouped_pattern (double shown, gboolean decimals, const char *mark)
{
  static const struct { double from; const char *limit, *body; } sizes[] = {
    { 1e11, "100000000000", "##\\,##\\,##\\,##\\,##\\,##0" },
    { 1e9, "1000000000", "##\\,##\\,##\\,##\\,##0" },
    { 1e7, "10000000", "##\\,##\\,##\\,##0" },
    { 1e5, "100000", "##\\,##\\,##0" },
  };
  const char *fraction = decimals ? ".00" : "", *sign = shown < 0 ? "-" : "",
             *compare = shown < 0 ? "<=-" : ">=";
  guint first = fabs (shown) >= 1e9 ? 0 : 2, n = 2;
  GString *pattern = g_string_new (NULL);

  if (*mark != '\0')
    {
      for (n = 1; first < G_N_ELEMENTS (sizes) && fabs (shown) < sizes[first].from; first++)
        ;
      n = first < G_N_ELEMENTS (sizes) ? 1 : 0;
    }
  for (guint i = first; i < first + n; i++)
    g_string_append_printf (pattern, "[%s%s]%s%s%s%s;", compare, sizes[i].limit, sign, sizes[i].body,
                            fraction, mark);
  g_string_append_printf (pattern, "#,##0%s%s", fraction, n == 0 ? mark : "");
  return g_string_free (pattern, FALSE);
}

/* @mark: fixed text behind the number: the cell stays a number. */
static char *
pattern_for (const PatalXlsxValue *value, const char *mark)
{
  switch (value->type)
    {
    case PATAL_COLUMN_INTEGER:
    case PATAL_COLUMN_MONEY:
      return grouped_pattern (value->shown, value->decimals, mark);
    case PATAL_COLUMN_PERCENT:
      return g_strconcat ("0.0", mark, NULL);
    case PATAL_COLUMN_DEGREES:
      return g_strconcat ("0.000000", mark, NULL);
    case PATAL_COLUMN_DAY:
      return g_strconcat ("dd.mm.yyyy", mark, NULL);
    case PATAL_COLUMN_CODE:
      return g_strdup ("@");
    case PATAL_COLUMN_SERIAL:
      return g_strdup ("0");
    case PATAL_COLUMN_TEXT:
    case PATAL_COLUMN_YES_NO:
    default:
      return g_strdup ("General");
    }
}

static gboolean
is_words (PatalColumnType type)
{
  return type == PATAL_COLUMN_TEXT || type == PATAL_COLUMN_CODE || type == PATAL_COLUMN_YES_NO;
}

/* What of a number's size matters for its pattern. */
static guint
size_class (double shown)
{
  guint n = 0;

  for (double size = 1e5; fabs (shown) >= size && n < 4; size *= 100)
    n++;
  return n;
}

lxw_format *
patal_xlsx_styles_value (PatalXlsxStyles *styles, const PatalXlsxValue *value)
{
  gboolean marked = value->unverified && !is_words (value->type) && styles->mark != NULL;
  gboolean sized = value->type == PATAL_COLUMN_INTEGER || value->type == PATAL_COLUMN_MONEY;
  guint key = 1 + value->type * 128 + (sized ? size_class (value->shown) * 16 + (value->shown < 0) * 8 : 0)
              + value->decimals * 4 + marked * 2 + value->total;
  lxw_format *format = g_hash_table_lookup (styles->values, GUINT_TO_POINTER (key));
  g_autofree char *pattern = NULL;

  if (format != NULL)
    return format;
  format = new_format (styles, SIZE);
  pattern = pattern_for (value, marked ? styles->mark : "");
  format_set_num_format (format, pattern);
  format_set_border (format, LXW_BORDER_THIN);
  if (value->type == PATAL_COLUMN_TEXT)
    format_set_text_wrap (format);
  if (value->type == PATAL_COLUMN_TEXT || value->type == PATAL_COLUMN_CODE)
    format_set_indent (format, 1); /* words do not run into the figure on their left */
  if (value->type == PATAL_COLUMN_DAY || value->type == PATAL_COLUMN_YES_NO || value->type == PATAL_COLUMN_SERIAL)
    format_set_align (format, LXW_ALIGN_CENTER);
  if (value->total)
    format_set_bold (format);
  g_hash_table_insert (styles->values, GUINT_TO_POINTER (key), format);
  return format;
}
