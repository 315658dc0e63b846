/* patal-lines.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-lines.h"
#include <string.h>

#define ROUNDING 1e-9 /* a text stands in the width that was measured for it */

/* Lines are filled one after another, each as far as it goes. */
typedef struct
{
  const PatalPart *parts;
  guint n_parts;
  double width;
  PatalLines *lines; /* (nullable): measure only */
  PatalLinesSize size;
  guint first;            /* part of the line being filled */
  guint allowed, in_need; /* the last places where it could end; first: none */
  double pen;
} Filler;

static int
compare_from (gconstpointer a, gconstpointer b)
{
  return (int)((const PatalPart *)a)->from - (int)((const PatalPart *)b)->from;
}

/* One part for each cluster of @whole, in the order of reading. */
static void
add_clusters (GArray *cut, const PatalPart *whole)
{
  guint first = cut->len;

  for (guint i = 0; i < patal_word_n_pieces (whole->word); i++)
    {
      const PatalPiece *piece = patal_word_piece (whole->word, i);

      for (guint j = 0; j < piece->n_clusters; j++)
        {
          PatalPart part = *whole;

          part.from = piece->clusters[j].text_at;
          part.to = part.from + piece->clusters[j].text_length;
          part.width = (double)piece->clusters[j].advance / patal_font_upem (piece->font);
          part.before = PATAL_BREAK_IN_NEED;
          g_array_append_val (cut, part);
        }
    }
  if (cut->len == first)
    return;
  qsort (&g_array_index (cut, PatalPart, first), cut->len - first, sizeof (PatalPart), compare_from);
  g_array_index (cut, PatalPart, first).before = whole->before;
}

/* The parts, those that are longer than a line by the cluster. */
static GArray *
cut_long_parts (const PatalParts *parts, double width)
{
  GArray *cut = g_array_new (FALSE, FALSE, sizeof (PatalPart));

  for (guint i = 0; i < parts->n_parts; i++)
    {
      const PatalPart *part = &parts->parts[i];

      if (part->width > width + ROUNDING && part->kind != PATAL_SEGMENT_SPACE)
        add_clusters (cut, part);
      else
        g_array_append_val (cut, *part);
    }
  return cut;
}

static void
add_range (PatalLines *lines, const PatalLineRange *range)
{
  if (lines->n_lines == lines->room)
    {
      PatalLineRange *more = g_new (PatalLineRange, 2 * lines->room);

      memcpy (more, lines->ranges, lines->n_lines * sizeof (PatalLineRange));
      if (lines->ranges != lines->at_first)
        g_free (lines->ranges);
      lines->ranges = more;
      lines->room *= 2;
    }
  lines->ranges[lines->n_lines++] = *range;
}

/* The line ends before part @end. */
static void
end_line (Filler *filler, guint end)
{
  PatalLineRange range = { .first = filler->first, .end = end };

  while (range.end > range.first && filler->parts[range.end - 1].kind == PATAL_SEGMENT_SPACE)
    range.end--;
  for (guint i = range.first; i < range.end; i++)
    range.width += filler->parts[i].width;
  if (filler->lines != NULL)
    add_range (filler->lines, &range);
  filler->size.n_lines++;
  filler->size.widest = MAX (filler->size.widest, range.width);
  filler->first = filler->allowed = filler->in_need = end;
  filler->pen = 0;
}

/* Part @i does not fit: the line ends at the best place before it. Returns the part that the next one begins
 * with. */
static guint
break_line (Filler *filler, guint i)
{
  guint at = i;

  if (filler->allowed > filler->first)
    at = filler->allowed;
  else if (filler->in_need > filler->first)
    at = filler->in_need;
  else
    filler->size.forced = TRUE;
  end_line (filler, at);
  return at;
}

static void
fill (Filler *filler)
{
  guint i = 0;

  while (i < filler->n_parts)
    {
      const PatalPart *part = &filler->parts[i];

      if (part->before == PATAL_BREAK_ALWAYS)
        {
          end_line (filler, i++);
          filler->first = filler->allowed = filler->in_need = i;
          continue;
        }
      if (part->kind == PATAL_SEGMENT_SPACE && i == filler->first)
        {
          filler->first = filler->allowed = filler->in_need = ++i;
          continue;
        }
      if (part->before == PATAL_BREAK_ALLOWED)
        filler->allowed = i;
      else if (part->before == PATAL_BREAK_IN_NEED)
        filler->in_need = i;
      if (part->kind != PATAL_SEGMENT_SPACE && i > filler->first
          && filler->pen + part->width > filler->width + ROUNDING)
        {
          i = break_line (filler, i);
          continue;
        }
      filler->pen += part->width;
      i++;
    }
  end_line (filler, i);
}

static PatalLinesSize
fill_width (const PatalParts *parts, double width, gboolean never, PatalLines *lines)
{
  gboolean is_cut = !never && parts->widest > width + ROUNDING;
  g_autoptr (GArray) cut = is_cut ? cut_long_parts (parts, width) : NULL;
  Filler filler = {
    .parts = is_cut ? (const PatalPart *)(gpointer)cut->data : parts->parts,
    .n_parts = is_cut ? cut->len : parts->n_parts,
    .width = never ? G_MAXDOUBLE : width,
    .lines = lines,
    .size.forced = is_cut,
  };

  fill (&filler);
  if (lines != NULL)
    {
      lines->parts = filler.parts;
      lines->cut = g_steal_pointer (&cut);
    }
  return filler.size;
}

/* The least width in which there are no more lines than in @width. */
static double
balanced_width (const PatalParts *parts, double width)
{
  PatalLinesSize whole = fill_width (parts, width, FALSE, NULL);
  double low, high = whole.widest;

  if (whole.n_lines < 2 || whole.forced)
    return width;
  low = MAX (parts->widest, high / 2);
  for (guint i = 0; i < 10 && low < high; i++)
    {
      double middle = (low + high) / 2;
      PatalLinesSize size = fill_width (parts, middle, FALSE, NULL);

      if (size.n_lines <= whole.n_lines && !size.forced)
        high = size.widest;
      else
        low = middle;
    }
  return high;
}

static double
real_width (const PatalParts *parts, double width, PatalWrap wrap)
{
  width = width > 0 ? width : 0; /* and where it is not a number */
  return wrap == PATAL_WRAP_BALANCED ? balanced_width (parts, width) : width;
}

void
patal_lines_init (PatalLines *lines, const PatalParts *parts, double width, PatalWrap wrap)
{
  lines->ranges = lines->at_first;
  lines->n_lines = 0;
  lines->room = PATAL_LINES_AT_FIRST;
  fill_width (parts, real_width (parts, width, wrap), wrap == PATAL_WRAP_NEVER, lines);
}

void
patal_lines_clear (PatalLines *lines)
{
  if (lines->ranges != lines->at_first)
    g_free (lines->ranges);
  g_clear_pointer (&lines->cut, g_array_unref);
}

PatalLinesSize
patal_lines_size (const PatalParts *parts, double width, PatalWrap wrap)
{
  return fill_width (parts, real_width (parts, width, wrap), wrap == PATAL_WRAP_NEVER, NULL);
}
