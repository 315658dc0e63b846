/* patal-paragraph.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paragraph.h"
#include "patal-face.h"
#include "patal-hash.h"
#include "patal-lines.h"
#include <math.h>
#include <string.h>

#define LEADING 1.45
#define CACHE_PARAGRAPHS_MAX 4000

struct _PatalParagraph /* one block with all that it points to */
{
  gint refs; /* atomic, by the macros */
  guint n_lines, n_words;
  double leading_pt, baseline_pt, width;
  PatalLine *lines;
  double *xs;
  PatalWord **words; /* of all lines, as they are seen */
  /* the question that it answers */
  guint32 hash;
  const char *text;
  PatalFace *face; /* of this thread, so it outlives the paragraph's use */
  PatalTextStyle style;
  double asked_width;
};

static void
cache_free (gpointer cache)
{
  g_hash_table_unref (cache);
}
static GPrivate cache_of_thread = G_PRIVATE_INIT (cache_free);

static guint
paragraph_hash (gconstpointer paragraph)
{
  return ((const PatalParagraph *)paragraph)->hash;
}

static gboolean
paragraph_equal (gconstpointer a, gconstpointer b)
{
  const PatalParagraph *p = a, *q = b;

  return p->hash == q->hash && p->face == q->face && p->asked_width == q->asked_width
         && p->style.size_pt == q->style.size_pt && p->style.leading == q->style.leading
         && p->style.align == q->style.align && p->style.wrap == q->style.wrap
         && strcmp (p->text, q->text) == 0;
}

PatalParagraph *
patal_paragraph_ref (PatalParagraph *paragraph)
{
  g_atomic_int_inc (&paragraph->refs);
  return paragraph;
}

void
patal_paragraph_unref (PatalParagraph *paragraph)
{
  if (paragraph == NULL || !g_atomic_int_dec_and_test (&paragraph->refs))
    return;
  for (guint i = 0; i < paragraph->n_words; i++)
    patal_word_unref (paragraph->words[i]);
  g_free (paragraph);
}

static void
reverse (PatalWord **words, guint8 *levels, guint first, guint end)
{
  for (; first + 1 < end; first++, end--)
    {
      PatalWord *word = words[first];
      guint8 level = levels[first];

      words[first] = words[end - 1];
      words[end - 1] = word;
      levels[first] = levels[end - 1];
      levels[end - 1] = level;
    }
}

/* Rule L2 of Unicode's bidirectional algorithm: from the highest level down, runs of that level or more are
 * turned round. */
static void
put_in_order (PatalWord **words, guint8 *levels, guint n)
{
  guint8 highest = 0;

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, levels[i]);
  for (guint8 level = highest; level > 0; level--)
    for (guint i = 0, end; i < n; i = end + 1)
      {
        for (end = i; end < n && levels[end] >= level; end++)
          ;
        reverse (words, levels, i, end);
      }
}

/* The word of part @i, with the clusters of it that follow in the line. Returns the part after. */
static guint
take_word (const PatalPart *parts, guint i, guint end, PatalWord **out_word)
{
  const PatalPart *part = &parts[i];
  guint to = part->to;

  for (i++; to > 0 && i < end && parts[i].word == part->word && parts[i].from == to; i++)
    to = parts[i].to;
  *out_word = to == 0 ? patal_word_ref (part->word) : patal_word_slice (part->word, part->from, to);
  return i;
}

/* Writes the words of a line to @words. Returns how many. */
static guint
take_words (const PatalPart *parts, const PatalLineRange *range, gboolean has_levels, PatalWord **words)
{
  g_autofree guint8 *levels = has_levels ? g_new (guint8, range->end - range->first) : NULL;
  guint n = 0;

  for (guint i = range->first; i < range->end; n++)
    {
      if (has_levels)
        levels[n] = parts[i].level;
      i = take_word (parts, i, range->end, &words[n]);
    }
  if (has_levels)
    put_in_order (words, levels, n);
  return n;
}

/* Whether a space or a line feed parts @range from the next line, and not a hyphen, or nothing. */
static gboolean
ends_with_space (const PatalParts *parts, const PatalLines *lines, guint line)
{
  const PatalPart *after = &lines->parts[lines->ranges[line].end];

  return line + 1 < lines->n_lines && !parts->has_levels && (after->word == NULL || after->kind == PATAL_SEGMENT_SPACE);
}

static double
line_x (const PatalTextStyle *style, double room, gboolean leftwards)
{
  if (style->align == PATAL_ALIGN_CENTER)
    return room / 2;
  return (style->align == PATAL_ALIGN_END) != leftwards ? room : 0;
}

static double
leading_of (const PatalTextStyle *style)
{
  return style->leading > 0 ? style->leading : LEADING;
}

/* Room for the paragraph, its lines, their places, at most @n_words words and the text. */
static PatalParagraph *
paragraph_alloc (guint n_lines, guint n_words, const char *text)
{
  gsize text_size = strlen (text) + 1;
  gsize lines_at = sizeof (PatalParagraph), xs_at = lines_at + n_lines * sizeof (PatalLine);
  gsize words_at = xs_at + n_lines * sizeof (double), text_at = words_at + n_words * sizeof (PatalWord *);
  char *block = g_malloc (text_at + text_size);
  PatalParagraph *paragraph = (PatalParagraph *)(gpointer)block;

  paragraph->refs = 1;
  paragraph->n_lines = n_lines;
  paragraph->n_words = 0;
  paragraph->lines = (PatalLine *)(gpointer)(block + lines_at);
  paragraph->xs = (double *)(gpointer)(block + xs_at);
  paragraph->words = (PatalWord **)(gpointer)(block + words_at);
  paragraph->text = memcpy (block + text_at, text, text_size);
  return paragraph;
}

static PatalParagraph *
paragraph_of_parts (const PatalParts *parts, const PatalParagraph *question)
{
  const PatalTextStyle *style = &question->style;
  double size = style->size_pt, width = question->asked_width;
  PatalLines lines;
  PatalParagraph *paragraph;
  guint n_words = 0;

  patal_lines_init (&lines, parts, width / size, style->wrap);
  for (guint i = 0; i < lines.n_lines; i++)
    n_words += lines.ranges[i].end - lines.ranges[i].first + 1; /* and the space after it */
  paragraph = paragraph_alloc (lines.n_lines, n_words, question->text);
  paragraph->hash = question->hash;
  paragraph->face = question->face;
  paragraph->style = *style;
  paragraph->style.family = NULL; /* the caller's; the face knows it */
  paragraph->asked_width = width;
  paragraph->leading_pt = leading_of (style) * size;
  paragraph->baseline_pt
      = (paragraph->leading_pt
         + (patal_face_ascent (question->face) - patal_face_descent (question->face)) * size)
        / 2;
  paragraph->width = 0;
  for (guint i = 0; i < lines.n_lines; i++)
    {
      const PatalLineRange *range = &lines.ranges[i];
      PatalLine *line = &paragraph->lines[i];

      line->paragraph = paragraph;
      line->words = paragraph->words + paragraph->n_words;
      line->n_words = take_words (lines.parts, range, parts->has_levels, line->words);
      line->size_pt = size;
      line->width = range->width * size;
      paragraph->n_words += line->n_words;
      line->space = ends_with_space (parts, &lines, i) ? patal_word_shape (question->face, " ", 1, 0) : NULL;
      if (line->space != NULL)
        paragraph->words[paragraph->n_words++] = line->space;
      paragraph->xs[i] = line_x (style, width - line->width, parts->leftwards);
      paragraph->width = MAX (paragraph->width, line->width);
    }
  patal_lines_clear (&lines);
  return paragraph;
}

/* (transfer none): this thread's answers. */
static GHashTable *
cache_get (void)
{
  GHashTable *cache = g_private_get (&cache_of_thread);

  if (cache == NULL)
    {
      cache = g_hash_table_new_full (paragraph_hash, paragraph_equal, (GDestroyNotify)patal_paragraph_unref,
                                     NULL);
      g_private_set (&cache_of_thread, cache);
    }
  return cache;
}

PatalParagraph *
patal_paragraph_new (const char *text, const PatalTextStyle *style, double width)
{
  GHashTable *cache = cache_get ();
  PatalParagraph question = {
    .text = text,
    .style = *style,
    .asked_width = width,
    .face = patal_face (style->family, style->weight, style->lang),
    .hash = patal_hash (text, strlen (text),
                        patal_hash ((double[]) { width, style->size_pt }, 2 * sizeof (double), 0)),
  };
  PatalParagraph *paragraph = g_hash_table_lookup (cache, &question);

  if (paragraph != NULL)
    return patal_paragraph_ref (paragraph);
  paragraph = paragraph_of_parts (patal_parts_of (question.face, text), &question);
  if (g_hash_table_size (cache) >= CACHE_PARAGRAPHS_MAX)
    g_hash_table_remove_all (cache);
  g_hash_table_add (cache, patal_paragraph_ref (paragraph));
  return paragraph;
}

#define STEPS_PER_PT 4 /* sizes are tried in quarters of a point */

static gboolean
fits (const PatalLinesSize *lines, const PatalTextStyle *style, double size, double width, double height)
{
  return !lines->forced && lines->widest * size <= width + 1e-6
         && lines->n_lines * leading_of (style) * size <= height + 1e-6;
}

static gboolean
parts_fit (const PatalParts *parts, const PatalTextStyle *style, double size, double width, double height)
{
  PatalLinesSize lines = patal_lines_size (parts, width / size, style->wrap);

  return fits (&lines, style, size, width, height);
}

PatalParagraph *
patal_paragraph_new_fitting (const char *text, const PatalTextStyle *style, double width, double height,
                             double smallest_pt, gboolean *out_fits)
{
  const PatalParts *parts = patal_parts_of (patal_face (style->family, style->weight, style->lang), text);
  PatalTextStyle smaller = *style;
  gboolean stands;

  stands = parts_fit (parts, style, style->size_pt, width, height);
  while (!stands && smaller.size_pt > smallest_pt)
    {
      smaller.size_pt = MAX (smallest_pt, (ceil (smaller.size_pt * STEPS_PER_PT) - 1) / STEPS_PER_PT);
      stands = parts_fit (parts, style, smaller.size_pt, width, height);
    }
  if (out_fits != NULL)
    *out_fits = stands;
  return patal_paragraph_new (text, &smaller, width);
}

PatalTextFit
patal_text_fit (const char *text, const PatalTextStyle *style, const double *sizes_pt, guint n_sizes, double width, double height)
{
  PatalTextFit fit = { 0 };
  const PatalParts *parts;

  g_return_val_if_fail (n_sizes > 0, fit);

  parts = patal_parts_of (patal_face (style->family, style->weight, style->lang), text);
  for (; fit.size < n_sizes; fit.size++)
    {
      double size = sizes_pt[fit.size];
      PatalLinesSize lines = patal_lines_size (parts, width / size, style->wrap);

      fit.n_lines = lines.n_lines;
      fit.width = lines.widest * size;
      fit.parted = lines.forced;
      if (fits (&lines, style, size, width, height))
        break;
    }
  return fit;
}

guint
patal_paragraph_n_lines (const PatalParagraph *paragraph)
{
  return paragraph->n_lines;
}

const PatalLine *
patal_paragraph_line (const PatalParagraph *paragraph, guint line)
{
  return &paragraph->lines[line];
}

double
patal_paragraph_line_x (const PatalParagraph *paragraph, guint line)
{
  return paragraph->xs[line];
}

double
patal_paragraph_line_y (const PatalParagraph *paragraph, guint line)
{
  return paragraph->baseline_pt + line * paragraph->leading_pt;
}

double
patal_paragraph_size_pt (const PatalParagraph *paragraph)
{
  return paragraph->style.size_pt;
}

double
patal_paragraph_height (const PatalParagraph *paragraph)
{
  return paragraph->n_lines * paragraph->leading_pt;
}

double
patal_paragraph_width (const PatalParagraph *paragraph)
{
  return paragraph->width;
}
