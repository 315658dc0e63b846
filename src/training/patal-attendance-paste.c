/* patal-attendance-paste.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-attendance-paste.h"
#include "patal-number.h"
#include "patal-training-rules.h"
#include "patal-value-error.h"
#include <glib/gi18n-lib.h>
#include <string.h>

void
patal_attendance_paste_free (PatalAttendancePaste *paste)
{
  if (paste == NULL)
    return;
  g_array_unref (paste->values);
  g_free (paste);
}

int
patal_attendance_paste_value (const PatalAttendancePaste *paste, guint line, guint column)
{
  g_return_val_if_fail (line < paste->n_lines && column < paste->n_columns, -1);
  return g_array_index (paste->values, int, line * paste->n_columns + column);
}

static gboolean
read_half (const char *cell, int *out, GError **error)
{
  char mark[PATAL_MOST_HALF_DAYS + 1] = "";

  if (!patal_attendance_parse (cell, 1, mark, error))
    return FALSE;
  *out = *mark;
  return TRUE;
}

static gboolean
read_test (const char *cell, int most, int *out, GError **error)
{
  gint64 number = -1;

  *out = -1;
  if (*cell == '\0' || g_str_equal (cell, "-"))
    return TRUE;
  if (!patal_number_parse (cell, &number, NULL) || number < 0 || number > most)
    {
      g_autofree char *shown = g_strdup_printf ("%d", most);

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_TEST_RANGE, shown), error);
    }
  *out = (int) number;
  return TRUE;
}

static gboolean
read_line (const char *line, const PatalAttendanceRoom *room, PatalAttendancePaste *paste, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  guint given = g_strv_length (cells);

  for (guint i = 0; i < paste->n_columns; i++)
    {
      const char *cell = i < given ? g_strstrip (cells[i]) : "";
      int value = -1;

      if (!(i < room->halves ? read_half (cell, &value, error) : read_test (cell, room->most_marks, &value, error)))
        return FALSE;
      g_array_append_val (paste->values, value);
    }
  return TRUE;
}

/* (transfer full): without what a spreadsheet ends its last line with. */
static GStrv
split_lines (const char *text, guint *n, guint *n_columns)
{
  g_autofree char *plain = g_strdup (text);
  GStrv lines = g_strsplit (g_strdelimit (plain, "\r", ' '), "\n", -1);

  *n = g_strv_length (lines);
  while (*n > 0 && lines[*n - 1][strspn (lines[*n - 1], " \t")] == '\0')
    {
      (*n)--;
      g_clear_pointer (&lines[*n], g_free);
    }
  *n_columns = 0;
  for (guint i = 0; i < *n; i++)
    {
      guint tabs = 0;

      for (const char *p = lines[i]; *p != '\0'; p++)
        tabs += *p == '\t';
      *n_columns = MAX (*n_columns, tabs + 1);
    }
  return lines;
}

static gboolean
has_room (guint lines, guint columns, const PatalAttendanceRoom *room, GError **error)
{
  if (lines > 0 && lines <= room->lines && columns <= room->halves + room->tests)
    return TRUE;
  if (lines == 0)
    g_set_error_literal (error, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_RANGE, _("There is nothing to paste"));
  else if (lines > room->lines)
    /* Translators: a column of a spreadsheet was pasted into an attendance sheet */
    g_set_error (error, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_RANGE, _("%u lines were to be pasted, but there are only %u people from here down"),
                 lines, room->lines);
  else
    g_set_error (error, PATAL_VALUE_ERROR, PATAL_VALUE_ERROR_RANGE, _("%u columns were to be pasted, but only %u are open from here on"),
                 columns, room->halves + room->tests);
  return FALSE;
}

PatalAttendancePaste *
patal_attendance_paste_read (const char *text, const PatalAttendanceRoom *room, GError **error)
{
  g_autoptr (PatalAttendancePaste) paste = g_new0 (PatalAttendancePaste, 1);
  g_auto (GStrv) lines = NULL;

  paste->values = g_array_new (FALSE, FALSE, sizeof (int));
  lines = split_lines (text, &paste->n_lines, &paste->n_columns);
  if (!has_room (paste->n_lines, paste->n_columns, room, error))
    return NULL;
  for (guint i = 0; i < paste->n_lines; i++)
    if (!read_line (lines[i], room, paste, error))
      {
        /* Translators: before a sentence that says what is wrong with this line of a column that was pasted */
        g_prefix_error (error, _("Line %u: "), i + 1);
        return NULL;
      }
  return g_steal_pointer (&paste);
}
