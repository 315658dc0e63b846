/* patal-plan-rows.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-rows.h"
#include "patal-number.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_KM 40000
#define MOST_SHOWN 60 /* letters of a wrong value */

G_DEFINE_QUARK (patal - plan - files - error - quark, patal_plan_files_error)

static gboolean
fail_file (const char *path, const PatalPlanColumn *columns, guint n, GError **error)
{
  g_autofree char *file = g_path_get_basename (path), *dir = g_path_get_dirname (path),
                  *folder = g_filename_display_basename (dir);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", columns[i].name);
  g_set_error (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_FILE,
               /* Translators: file, folder, names of columns. */
               _("There is no file %s in the folder “%s”. Put it there; its first line is %s."), file,
               folder, names->str);
  return FALSE;
}

static gboolean
find_columns (PatalPlanRows *rows, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      rows->place[i] = G_MAXUINT;
      for (guint c = 0; c < patal_sheet_n_columns (rows->sheet); c++)
        {
          g_autofree char *title = g_strstrip (g_strdup (patal_sheet_cell (rows->sheet, 0, c)));

          if (g_str_equal (title, rows->columns[i].name))
            rows->place[i] = c;
        }
      if (rows->place[i] == G_MAXUINT && rows->columns[i].need == PATAL_PLAN_MUST_HAVE)
        {
          g_set_error (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_COLUMN,
                       _("%s, line %u: there is no column “%s”. Write that name into the first line, above "
                          "its values."),
                       rows->file, patal_sheet_line (rows->sheet, 0), rows->columns[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
patal_plan_rows_open (PatalPlanRows *rows, const char *path, gboolean optional,
                      const PatalPlanColumn *columns, guint n, const PatalProgress *progress, GError **error)
{
  g_autoptr (GError) broken = NULL;

  g_return_val_if_fail (n <= PATAL_PLAN_MOST_COLUMNS, FALSE);
  *rows = (PatalPlanRows){ .columns = columns, .trimmed = g_string_chunk_new (4096) };
  rows->file = g_filename_display_basename (path);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return optional || fail_file (path, columns, n, error);
  rows->sheet = patal_sheet_read (path, -1, progress, &broken);
  if (rows->sheet != NULL)
    return find_columns (rows, n, error);
  if (optional && g_error_matches (broken, PATAL_SHEET_ERROR, PATAL_SHEET_ERROR_EMPTY))
    return TRUE;
  if (strstr (broken->message, rows->file) == NULL
      && !g_error_matches (broken, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&broken, "%s: ", rows->file);
  g_propagate_error (error, g_steal_pointer (&broken));
  return FALSE;
}

void
patal_plan_rows_clear (PatalPlanRows *rows)
{
  g_clear_pointer (&rows->file, g_free);
  g_clear_pointer (&rows->sheet, patal_sheet_free);
  g_clear_pointer (&rows->trimmed, g_string_chunk_free);
}

int
patal_plan_rows_count (const PatalPlanRows *rows)
{
  return rows->sheet != NULL ? (int) patal_sheet_n_rows (rows->sheet) - 1 : 0;
}

gboolean
patal_plan_rows_next (PatalPlanRows *rows)
{
  if (rows->sheet == NULL || rows->row + 1 >= patal_sheet_n_rows (rows->sheet))
    return FALSE;
  rows->row++;
  return TRUE;
}

guint
patal_plan_rows_line (const PatalPlanRows *rows)
{
  return patal_sheet_line (rows->sheet, rows->row);
}

const char *
patal_plan_rows_text (PatalPlanRows *rows, guint column)
{
  const char *cell = rows->place[column] != G_MAXUINT
                         ? patal_sheet_cell (rows->sheet, rows->row, rows->place[column])
                         : "";
  gsize len;

  while (g_ascii_isspace (*cell))
    cell++;
  len = strlen (cell);
  if (len == 0 || !g_ascii_isspace (cell[len - 1]))
    return cell;
  while (len > 0 && g_ascii_isspace (cell[len - 1]))
    len--;
  return g_string_chunk_insert_len (rows->trimmed, cell, (gssize) len);
}

/* --- What is wrong --- */

/* (transfer full) */
static char *
with_place (const PatalPlanRows *rows, guint column, const char *sentence)
{
  /* Translators: file, number of the line, name of the column, a whole sentence. */
  return g_strdup_printf (_("%s, line %u, column %s: %s"), rows->file, patal_plan_rows_line (rows),
                          rows->columns[column].name, sentence);
}

char *
patal_plan_rows_remark (PatalPlanRows *rows, guint column, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  return with_place (rows, column, sentence);
}

gboolean
patal_plan_rows_fail (PatalPlanRows *rows, guint column, PatalPlanFilesError code, GError **error,
                      const char *format, ...)
{
  g_autofree char *sentence = NULL, *whole = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  whole = with_place (rows, column, sentence);
  g_set_error_literal (error, PATAL_PLAN_FILES_ERROR, (int) code, whole);
  return FALSE;
}

const char *
patal_plan_rows_shown (PatalPlanRows *rows, guint column)
{
  const char *text = patal_plan_rows_text (rows, column);
  g_autofree char *head = NULL, *cut = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_SHOWN)
    return text;
  head = g_utf8_substring (text, 0, MOST_SHOWN);
  cut = g_strconcat (head, "…", NULL);
  return g_string_chunk_insert (rows->trimmed, cut);
}

/* TRUE where there is something to read; else *@done says what the caller gives back. */
static gboolean
has_text (PatalPlanRows *rows, guint column, gboolean must, const char **text, gboolean *done, GError **error)
{
  *text = patal_plan_rows_text (rows, column);
  if (**text != '\0')
    return TRUE;
  *done = !must
          || patal_plan_rows_fail (rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error, "%s",
                                   _("Nothing stands here. Write the value."));
  return FALSE;
}

/* --- Values --- */

gboolean
patal_plan_rows_id (PatalPlanRows *rows, guint column, gboolean must, const char **out, GError **error)
{
  const char *text;
  gboolean done;

  if (!has_text (rows, column, must, &text, &done, error))
    return done;
  *out = text;
  return TRUE;
}

static gboolean
fail_range (PatalPlanRows *rows, guint column, int least, int most, GError **error)
{
  g_autofree char *from = patal_number_group (least), *to = patal_number_group (most);

  return patal_plan_rows_fail (rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
                               _("%s is out of range. Write a number from %s to %s."),
                               patal_plan_rows_shown (rows, column), from, to);
}

gboolean
patal_plan_rows_whole (PatalPlanRows *rows, guint column, gboolean must, int least, int most, int *out,
                       GError **error)
{
  g_autoptr (GError) wrong = NULL;
  const char *text;
  gboolean done;
  gint64 n = 0;

  if (!has_text (rows, column, must, &text, &done, error))
    return done;
  if (!patal_number_parse (text, &n, &wrong))
    {
      if (g_error_matches (wrong, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_RANGE))
        return fail_range (rows, column, least, most, error);
      return patal_plan_rows_fail (rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
                                   _("“%s” is not a whole number. Write digits only, such as 25."),
                                   patal_plan_rows_shown (rows, column));
    }
  if (n < least || n > most)
    return fail_range (rows, column, least, most, error);
  *out = (int) n;
  return TRUE;
}

/* A number with a point; what strtod() takes besides (inf, 0x10) is none. */
static gboolean
is_decimal (const char *text, double *out)
{
  char *end;

  if (text[strspn (text, "0123456789.eE+-")] != '\0')
    return FALSE;
  *out = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*out);
}

gboolean
patal_plan_rows_km (PatalPlanRows *rows, guint column, gboolean must, double *out, GError **error)
{
  const char *text;
  gboolean done;
  double km;

  if (!has_text (rows, column, must, &text, &done, error))
    return done;
  if (!is_decimal (text, &km))
    return patal_plan_rows_fail (
        rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
        _("“%s” is not a number of kilometres. Write it with a point, such as 12.5."),
        patal_plan_rows_shown (rows, column));
  if (km < 0 || km > MOST_KM)
    return fail_range (rows, column, 0, MOST_KM, error);
  *out = km;
  return TRUE;
}

gboolean
patal_plan_rows_day (PatalPlanRows *rows, guint column, gboolean must, PatalDay *out, GError **error)
{
  const char *text;
  gboolean done;
  PatalDay day;

  if (!has_text (rows, column, must, &text, &done, error))
    return done;
  day = patal_day_from_iso (text);
  if (day == PATAL_DAY_NONE)
    return patal_plan_rows_fail (rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
                                 _("“%s” is not a day. Write year, month and day, such as 2021-12-20."),
                                 patal_plan_rows_shown (rows, column));
  *out = day;
  return TRUE;
}

gboolean
patal_plan_rows_span (PatalPlanRows *rows, guint from, guint to, PatalSpan *out, GError **error)
{
  PatalSpan span = { 0 };

  if (!patal_plan_rows_day (rows, from, TRUE, &span.from, error)
      || !patal_plan_rows_day (rows, to, TRUE, &span.to, error))
    return FALSE;
  if (span.to < span.from)
    return patal_plan_rows_fail (
        rows, to, PATAL_PLAN_FILES_ERROR_VALUE, error,
        _("%s is before the day on which it begins. Exchange the two days, or correct one."),
        patal_plan_rows_text (rows, to));
  *out = span;
  return TRUE;
}

gboolean
patal_plan_rows_word (PatalPlanRows *rows, guint column, const char *const *words, guint *out, GError **error)
{
  const char *text = patal_plan_rows_text (rows, column);
  g_autofree char *all = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      {
        *out = i;
        return TRUE;
      }
  all = g_strjoinv (", ", (char **) words);
  return patal_plan_rows_fail (rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
                               _("“%s” is none of the words that can stand here: %s."),
                               patal_plan_rows_shown (rows, column), all);
}

static gboolean
read_degrees (PatalPlanRows *rows, guint column, int most, double *out, GError **error)
{
  const char *text = patal_plan_rows_text (rows, column);

  if (!is_decimal (text, out))
    return patal_plan_rows_fail (
        rows, column, PATAL_PLAN_FILES_ERROR_VALUE, error,
        _("“%s” is not a number of degrees. Write it with a point, such as 21.9556."),
        patal_plan_rows_shown (rows, column));
  return (*out >= -most && *out <= most) || fail_range (rows, column, -most, most, error);
}

gboolean
patal_plan_rows_place (PatalPlanRows *rows, guint lat, guint lon, PatalPlace *out, GError **error)
{
  PatalPlace place = { NAN, NAN };

  *out = place;
  if (*patal_plan_rows_text (rows, lat) == '\0' || *patal_plan_rows_text (rows, lon) == '\0')
    return TRUE;
  if (!read_degrees (rows, lat, 90, &place.lat, error) || !read_degrees (rows, lon, 180, &place.lon, error))
    return FALSE;
  *out = place;
  return TRUE;
}

gboolean
patal_plan_rows_known (PatalPlanRows *rows, guint column, const PatalPlanIds *ids, const char *other,
                       int *out, GError **error)
{
  const char *id;
  int place;

  if (!patal_plan_rows_id (rows, column, TRUE, &id, error))
    return FALSE;
  place = patal_plan_ids_find (ids, id);
  if (place >= 0)
    {
      *out = place;
      return TRUE;
    }
  return patal_plan_rows_fail (rows, column, PATAL_PLAN_FILES_ERROR_UNKNOWN, error,
                               _("“%s” does not stand in %s. Correct it here, or add its row there."),
                               patal_plan_rows_shown (rows, column), other);
}

gboolean
patal_plan_rows_new_id (PatalPlanRows *rows, guint column, PatalPlanIds *ids, GError **error)
{
  const char *id;
  int known;

  if (!patal_plan_rows_id (rows, column, TRUE, &id, error))
    return FALSE;
  known = patal_plan_ids_find (ids, id);
  if (known < 0)
    {
      patal_plan_ids_add (ids, id);
      return TRUE;
    }
  return patal_plan_rows_fail (
      rows, column, PATAL_PLAN_FILES_ERROR_TWICE, error,
      _("“%s” stands twice, first in line %u. Take one of the two rows out, or give it another id."),
      patal_plan_rows_shown (rows, column), patal_sheet_line (rows->sheet, (guint) known + 1));
}
