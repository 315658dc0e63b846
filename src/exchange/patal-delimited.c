/* patal-delimited.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-delimited.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define GUESS_BYTES   (256 * 1024)
#define GUESS_RECORDS 32

typedef struct
{
  PatalSheet *sheet;
  char       *at;        /* the next byte */
  char       *end;       /* the NUL behind the text */
  char        separator;
  guint       line;      /* of @at, from 1 */
  guint32     cells[PATAL_SHEET_MAX_COLUMNS];
  guint       n_cells;
} Reader;

/* How often @separator parts the cells of each of the first records: the number of records that agree on a
 * count, and that count. */
static guint
agreeing_records (const char *text, char separator, guint *parts)
{
  guint counts[GUESS_RECORDS] = { 0 }, n = 0, best = 0;
  const char *at = text;

  while (n < GUESS_RECORDS && *at != '\0' && at - text < GUESS_BYTES)
    {
      gboolean quoted = FALSE, cell_start = TRUE;
      const char *from = at;

      for (; *at != '\0' && (quoted || (*at != '\n' && *at != '\r')) && at - text < GUESS_BYTES; at++)
        {
          if (*at == '"' && (quoted || cell_start))
            quoted = !quoted;
          cell_start = !quoted && (*at == separator || (*at == '"' && at[1] == '"'));
          counts[n] += !quoted && *at == separator;
        }
      if (at > from)
        n++;
      else
        at++;
    }
  *parts = 0;
  for (guint i = 0; i < n; i++)
    {
      guint agree = 0;

      for (guint j = 0; j < n; j++)
        agree += counts[j] == counts[i];
      if (counts[i] > 0 && (agree > best || (agree == best && counts[i] > *parts)))
        {
          best = agree;
          *parts = counts[i];
        }
    }
  return best;
}

/* On equal evidence a tab or a semicolon is the likelier: commas stand in numbers and sentences too. */
static char
guess_separator (const char *text)
{
  static const char candidates[] = { '\t', ';', ',' };
  guint best = 0, best_parts = 0;
  char found = ',';

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint parts, agree = agreeing_records (text, candidates[i], &parts);

      if (agree > best || (agree == best && parts > best_parts))
        {
          best = agree;
          best_parts = parts;
          found = candidates[i];
        }
    }
  return found;
}

static gboolean
fail_unended (guint line, GError **error)
{
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_MALFORMED,
               _("The quotation mark that opens on line %u is not closed. Close it, or take it out."), line);
  return FALSE;
}

static gboolean
fail_long_cell (guint line, GError **error)
{
  g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
               _("A cell on line %u is longer than %d bytes."), line, PATAL_SHEET_MAX_CELL);
  return FALSE;
}

static gboolean
begin_cell (Reader *r, const char *from, GError **error)
{
  if (r->n_cells == PATAL_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_LIMIT,
                   _("Line %u has more than %d columns."), r->line, PATAL_SHEET_MAX_COLUMNS);
      return FALSE;
    }
  r->cells[r->n_cells++] = from - r->sheet->text;
  return TRUE;
}

static inline gboolean
ends_cell (const Reader *r, const char *at)
{
  return *at == r->separator || *at == '\n' || *at == '\r' || at == r->end;
}

/* A cell without quotes stays where it is; its end is marked later, when the separator has been read. */
static gboolean
read_plain (Reader *r, char **cell_end, GError **error)
{
  char *from = r->at;

  while (!ends_cell (r, r->at))
    r->at++;
  if (r->at - from > PATAL_SHEET_MAX_CELL)
    return fail_long_cell (r->line, error);
  *cell_end = r->at;
  return begin_cell (r, from, error);
}

/* A quoted cell is moved together where its doubled quotes fall away. */
static gboolean
read_quoted (Reader *r, char **cell_end, GError **error)
{
  char *from = r->at + 1, *in = from, *out = from;
  guint began = r->line;

  for (;; in++)
    {
      if (in == r->end)
        return fail_unended (began, error);
      if (*in == '"' && *++in != '"')
        break;
      if (*in == '\n' || (*in == '\r' && in[1] != '\n'))
        r->line++;
      *out++ = *in;
      if (out - from > PATAL_SHEET_MAX_CELL)
        return r->line > began ? fail_unended (began, error) : fail_long_cell (began, error);
    }
  /* text behind the closing quote: over several lines the quote that closed was meant to open another cell */
  if (!ends_cell (r, in) && r->line > began)
    return fail_unended (began, error);
  while (!ends_cell (r, in))
    *out++ = *in++;
  if (out - from > PATAL_SHEET_MAX_CELL)
    return fail_long_cell (began, error);
  r->at = in;
  *cell_end = out;
  return begin_cell (r, from, error);
}

static gboolean
read_record (Reader *r, GError **error)
{
  guint line = r->line;
  char ended_by;

  r->n_cells = 0;
  do
    {
      char *cell_end;

      if (!(*r->at == '"' ? read_quoted (r, &cell_end, error) : read_plain (r, &cell_end, error)))
        return FALSE;
      ended_by = *r->at;
      if (r->at < r->end)
        r->at++;
      *cell_end = '\0';
    }
  while (ended_by == r->separator);

  if (ended_by == '\r' && *r->at == '\n')
    r->at++;
  r->line++;
  return patal_sheet_add_row (r->sheet, line, r->cells, r->n_cells, error);
}

/* Excel's own first line "sep=;" names the separator and is no row. */
static gboolean
said_separator (const char *text, char *separator)
{
  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || strchr (",;\t", text[4]) == NULL
      || (text[5] != '\r' && text[5] != '\n'))
    return FALSE;
  *separator = text[4];
  return TRUE;
}

gboolean
patal_delimited_read (PatalSheet *sheet, char *separator, const PatalProgress *progress, GError **error)
{
  Reader reader = { .sheet = sheet, .at = sheet->text, .end = sheet->text + sheet->text_len, .line = 1 };

  if (said_separator (sheet->text, &reader.separator))
    {
      reader.at += sheet->text[5] == '\r' && sheet->text[6] == '\n' ? 7 : 6;
      reader.line++;
    }
  else
    reader.separator = guess_separator (sheet->text);
  *separator = reader.separator;

  while (reader.at < reader.end)
    if (!read_record (&reader, error)
        || !patal_progress_step (progress, reader.at - sheet->text, sheet->text_len, error))
      return FALSE;
  return TRUE;
}
