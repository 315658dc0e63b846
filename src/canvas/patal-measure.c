/* patal-measure.c: how wide a text is
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-lines.h"
#include "patal-paragraph.h"
#include <string.h>

double
patal_text_width (const char *text, const PatalTextStyle *style)
{
  PatalParts parts;
  double width;

  patal_parts_init (&parts, patal_face (style->family, style->weight, style->lang), text);
  width = patal_lines_size (&parts, 0, PATAL_WRAP_NEVER).widest * style->size_pt;
  patal_parts_clear (&parts);
  return width;
}

double
patal_text_min_width (const char *text, const PatalTextStyle *style)
{
  PatalParts parts;
  double widest = 0, pen = 0;

  patal_parts_init (&parts, patal_face (style->family, style->weight, style->lang), text);
  for (guint i = 0; i < parts.n_parts; i++)
    {
      const PatalPart *part = &parts.parts[i];

      if (part->before == PATAL_BREAK_ALLOWED || part->before == PATAL_BREAK_ALWAYS)
        pen = 0;
      if (pen > 0 || part->kind != PATAL_SEGMENT_SPACE)
        pen += part->width;
      if (part->kind != PATAL_SEGMENT_SPACE)
        widest = MAX (widest, pen);
    }
  patal_parts_clear (&parts);
  return widest * style->size_pt;
}

/* The last point between digits, else the end of the last digit, else the end. */
static gsize
bytes_to_point (const char *number)
{
  gsize length = strlen (number), end = length;
  gboolean has_digit = FALSE;

  for (gsize i = length; i > 0; i--)
    {
      gboolean is_digit = g_ascii_isdigit (number[i - 1]);

      if (is_digit && !has_digit)
        {
          has_digit = TRUE;
          end = i;
        }
      if (number[i - 1] == '.' && i > 1 && g_ascii_isdigit (number[i - 2]) && g_ascii_isdigit (number[i]))
        return i - 1;
    }
  return end;
}

double
patal_text_width_to_point (const char *number, const PatalTextStyle *style)
{
  g_autofree char *before = g_strndup (number, bytes_to_point (number));

  return patal_text_width (before, style);
}
