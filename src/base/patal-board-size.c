/* patal-board-size.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-size.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MM_PER_FOOT 304.8
#define SLACK_MM    0.5 /* 5 × 4 ft is also written as 1524 × 1219 mm */
#define MOST_PAPERS 6

/* Folded: signs are spaces by then. */
static const struct
{
  const char *word;
  double mm;
} units[] = {
  { "ft", MM_PER_FOOT }, { "feet", MM_PER_FOOT }, { "foot", MM_PER_FOOT }, { "फीट", MM_PER_FOOT }, { "फिट", MM_PER_FOOT },
  { "फुट", MM_PER_FOOT }, { "in", 25.4 },         { "inch", 25.4 },        { "inches", 25.4 },     { "इंच", 25.4 },
  { "mm", 1 },           { "मिमी", 1 },            { "मि मी", 1 },           { "cm", 10 },           { "सेमी", 10 },
  { "से मी", 10 },        { "m", 1000 },            { "मी", 1000 },          { "मीटर", 1000 },       { "metre", 1000 },
  { "metres", 1000 },    { "meter", 1000 },
};

/* What is written beside a size of paper. */
static const struct
{
  const char *word;
  gboolean landscape;
} turns[] = {
  { "", FALSE },         { "portrait", FALSE }, { "upright", FALSE }, { "खडा", FALSE },
  { "landscape", TRUE }, { "आडा", TRUE },
};

static gboolean
fail_malformed (GError **error)
{
  return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED,
                           _("Write a size as width by height with its unit, for example 5x4 ft, 1524x1219 mm, or a4"));
}

/* A0 has a square metre; each next one is half of it, cut down to whole millimetres. */
static void
paper_size (guint number, double *width_mm, double *height_mm)
{
  int width = 841, height = 1189;

  for (guint i = 0; i < number; i++)
    {
      int half = height / 2;

      height = width;
      width = half;
    }
  *width_mm = width;
  *height_mm = height;
}

static gboolean
parse_paper (const char *folded, double *width_mm, double *height_mm)
{
  const char *turn = folded + 2;

  if (folded[0] != 'a' || folded[1] < '0' || folded[1] >= '0' + MOST_PAPERS || (*turn != '\0' && *turn != ' '))
    return FALSE;
  turn += *turn == ' ';
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    if (g_str_equal (turn, turns[i].word))
      {
        paper_size (folded[1] - '0', turns[i].landscape ? height_mm : width_mm, turns[i].landscape ? width_mm : height_mm);
        return TRUE;
      }
  return FALSE;
}

/* Reads the number at *@at and moves *@at behind it and the spaces that follow. */
static gboolean
take_number (const char **at, double *number)
{
  char *end;

  while (**at == ' ')
    (*at)++;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  if ((*at)[0] == '0' && ((*at)[1] | 0x20) == 'x') /* strtod would read a hexadecimal number; no side is 0 */
    return FALSE;
  *number = g_ascii_strtod (*at, &end);
  for (*at = end; **at == ' ';)
    (*at)++;
  return TRUE;
}

/* Where the sign between the sides begins, and in *@after where it ends; NULL: there is none. */
static const char *
find_times (const char *text, const char **after)
{
  static const char *const signs[] = { "x", "X", "×", "✕", "*", "गुणा", "by" };

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      if (g_str_has_prefix (at, signs[i]))
        {
          *after = at + strlen (signs[i]);
          return at;
        }
  return NULL;
}

/* Millimetres of the unit @text; 0: it is none. */
static double
unit_of (const char *text)
{
  g_autofree char *word = patal_text_fold (text, PATAL_FOLD_SEARCH);

  if (g_str_has_prefix (text, "'") || g_str_has_prefix (text, "′"))
    return MM_PER_FOOT;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (word, units[i].word))
      return units[i].mm;
  return 0;
}

static gboolean
parse_sides (const char *text, double *width_mm, double *height_mm)
{
  const char *at = text, *sign, *after;
  g_autofree char *first = NULL; /* the unit of the first side, where it is written too: "5 ft x 4 ft" */
  double width, height, unit;

  if (!take_number (&at, &width) || (sign = find_times (at, &after)) == NULL || !take_number (&after, &height))
    return FALSE;
  first = g_strndup (at, sign - at);
  unit = unit_of (after);
  if (unit <= 0 || (*first != '\0' && fabs (unit_of (first) - unit) > 0))
    return FALSE;
  *width_mm = width * unit;
  *height_mm = height * unit;
  return TRUE;
}

gboolean
patal_board_size_parse (const char *text, double *width_mm, double *height_mm, GError **error)
{
  g_autofree char *digits = patal_text_ascii_digits (text != NULL ? text : "");
  g_autofree char *folded = patal_text_fold (digits, PATAL_FOLD_SEARCH);
  double width, height;

  if (*folded == '\0')
    return patal_value_fail (error, PATAL_VALUE_ERROR_EMPTY, _("Write the size of the board, for example 5x4 ft, 1524x1219 mm, or a4"));
  if (!parse_paper (folded, &width, &height) && !parse_sides (digits, &width, &height))
    return fail_malformed (error);
  if (!(MIN (width, height) >= PATAL_BOARD_LEAST_MM && MAX (width, height) <= PATAL_BOARD_MOST_MM))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("The sides of a board are from 100 mm to 10 m"));
  *width_mm = width;
  *height_mm = height;
  return TRUE;
}

/* Halves of a foot are as fine as people say it. */
static gboolean
is_feet (double mm, double *feet)
{
  *feet = round (mm / MM_PER_FOOT * 2) / 2;
  return *feet > 0 && fabs (*feet * MM_PER_FOOT - mm) < SLACK_MM;
}

static char *
format_sides (double width, double height, const char *unit)
{
  char texts[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (texts[0], sizeof texts[0], "%.6g", width);
  g_ascii_formatd (texts[1], sizeof texts[1], "%.6g", height);
  return g_strdup_printf ("%s × %s %s", texts[0], texts[1], unit);
}

char *
patal_board_size_format (double width_mm, double height_mm, PatalLang lang)
{
  double width, height;

  for (guint i = 0; i < MOST_PAPERS; i++)
    {
      paper_size (i, &width, &height);
      if (fabs (width - width_mm) < SLACK_MM && fabs (height - height_mm) < SLACK_MM)
        return g_strdup_printf ("A%u", i);
      if (fabs (height - width_mm) < SLACK_MM && fabs (width - height_mm) < SLACK_MM)
        return g_strdup_printf (lang == PATAL_LANG_HI ? "A%u आड़ा" : "A%u landscape", i);
    }
  if (is_feet (width_mm, &width) && is_feet (height_mm, &height))
    return format_sides (width, height, lang == PATAL_LANG_HI ? "फीट" : "ft");
  return format_sides (round (width_mm * 10) / 10, round (height_mm * 10) / 10, lang == PATAL_LANG_HI ? "मि.मी." : "mm");
}
