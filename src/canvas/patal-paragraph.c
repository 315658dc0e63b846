/* patal-paragraph.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paragraph.h"
#include "patal-lines.h"
#include <math.h>
#include <string.h>

#define LEADING 1.45
#define CACHE_PARAGRAPHS_MAX 4000

struct _PatalParagraph
{
  guint        refs;
  guint        n_lines;
  double       size_pt, leading_pt, baseline_pt, height, width;
  PatalLine   *lines;
  double      *xs;
  GPtrArray   *words; /* of all lines, as they are seen */
  /* the question that it answers */
  char           *text, *family;
  PatalTextStyle  style;
  double          asked_width;
  guint32         hash;
};

static void
cache_free (gpointer cache)
{
  g_hash_table_unref (cache);
}
static GPrivate cache_of_thread = G_PRIVATE_INIT (cache_free);

static guint32
hash_bytes (guint32 hash, gconstpointer bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ ((const guchar *)bytes)[i]) * 16777619u;
  return hash;
}

static guint32
hash_question (const char *text, const PatalTextStyle *style, double width)
{
  guint32 hash = hash_bytes (2166136261u, text, strlen (text));

  hash = hash_bytes (hash, &width, sizeof width);
  hash = hash_bytes (hash, &style->size_pt, sizeof style->size_pt);
  return hash ^ (guint32)style->weight ^ (guint32)style->align << 12 ^ (guint32)style->wrap << 16 ^ (guint32)style->lang << 20;
}

static guint
paragraph_hash (gconstpointer paragraph)
{
  return ((const PatalParagraph *)paragraph)->hash;
}

static gboolean
paragraph_equal (gconstpointer a, gconstpointer b)
{
  const PatalParagraph *p = a, *q = b;

  return p->hash == q->hash && p->asked_width == q->asked_width && p->style.size_pt == q->style.size_pt
         && p->style.weight == q->style.weight && p->style.leading == q->style.leading && p->style.lang == q->style.lang
         && p->style.align == q->style.align && p->style.wrap == q->style.wrap && g_strcmp0 (p->family, q->family) == 0
         && strcmp (p->text, q->text) == 0;
}

PatalParagraph *
patal_paragraph_ref (PatalParagraph *paragraph)
{
  paragraph->refs++;
  return paragraph;
}

void
patal_paragraph_unref (PatalParagraph *paragraph)
{
  if (paragraph == NULL || --paragraph->refs > 0)
    return;
  g_ptr_array_unref (paragraph->words);
  g_free (paragraph->lines);
  g_free (paragraph->xs);
  g_free (paragraph->text);
  g_free (paragraph->family);
  g_free (paragraph);
}

static void
reverse (gpointer *words, guint8 *levels, guint first, guint end)
{
  for (; first + 1 < end; first++, end--)
    {
      gpointer word = words[first];
      guint8 level = levels[first];

      words[first] = words[end - 1];
      words[end - 1] = word;
      levels[first] = levels[end - 1];
      levels[end - 1] = level;
    }
}

/* Rule L2 of Unicode's bidirectional algorithm: from the highest level down, runs of that level or more are turned round. */
static void
put_in_order (PatalLines *lines, const PatalLineRange *range)
{
  guint8 *levels = lines->levels->data;
  guint8 highest = 0;

  for (guint i = range->first; i < range->end; i++)
    highest = MAX (highest, levels[i]);
  for (guint8 level = highest; level > 0; level--)
    for (guint i = range->first, end; i < range->end; i = end + 1)
      {
        for (end = i; end < range->end && levels[end] >= level; end++)
          ;
        reverse (lines->words->pdata, levels, i, end);
      }
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

static PatalParagraph *
paragraph_of_parts (const PatalParts *parts, PatalFace *face, const PatalTextStyle *style, double width)
{
  PatalParagraph *paragraph = g_new0 (PatalParagraph, 1);
  g_auto (PatalLines) lines = { NULL, NULL, NULL };
  double size = style->size_pt;

  patal_lines_init (&lines, parts, width / size, style->wrap);
  paragraph->refs = 1;
  paragraph->size_pt = size;
  paragraph->leading_pt = leading_of (style) * size;
  paragraph->baseline_pt
    = (paragraph->leading_pt + (patal_face_ascent (face) - patal_face_descent (face)) * size) / 2;
  paragraph->n_lines = lines.ranges->len;
  paragraph->height = paragraph->n_lines * paragraph->leading_pt;
  paragraph->lines = g_new (PatalLine, paragraph->n_lines);
  paragraph->xs = g_new (double, paragraph->n_lines);
  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      const PatalLineRange *range = &g_array_index (lines.ranges, PatalLineRange, i);

      if (parts->has_levels)
        put_in_order (&lines, range);
      paragraph->lines[i] = (PatalLine) {
        .words = (PatalWord **)lines.words->pdata + range->first,
        .n_words = range->end - range->first,
        .size_pt = size,
        .width = range->width * size,
      };
      paragraph->xs[i] = line_x (style, width - range->width * size, parts->leftwards);
      paragraph->width = MAX (paragraph->width, range->width * size);
    }
  paragraph->words = g_steal_pointer (&lines.words);
  return paragraph;
}

/* (transfer none): this thread's answers. */
static GHashTable *
cache_get (void)
{
  GHashTable *cache = g_private_get (&cache_of_thread);

  if (cache == NULL)
    {
      cache = g_hash_table_new_full (paragraph_hash, paragraph_equal, (GDestroyNotify)patal_paragraph_unref, NULL);
      g_private_set (&cache_of_thread, cache);
    }
  return cache;
}

PatalParagraph *
patal_paragraph_new (const char *text, const PatalTextStyle *style, double width)
{
  GHashTable *cache = cache_get ();
  PatalParagraph question = {
    .text = (char *)text, .family = (char *)style->family, .style = *style, .asked_width = width,
    .hash = hash_question (text, style, width),
  };
  PatalParagraph *paragraph = g_hash_table_lookup (cache, &question);
  PatalFace *face;
  g_auto (PatalParts) parts = { NULL };

  if (paragraph != NULL)
    return patal_paragraph_ref (paragraph);
  face = patal_face (style->family, style->weight, style->lang);
  patal_parts_init (&parts, face, text);
  paragraph = paragraph_of_parts (&parts, face, style, width);
  paragraph->text = g_strdup (text);
  paragraph->family = g_strdup (style->family);
  paragraph->style = *style;
  paragraph->asked_width = width;
  paragraph->hash = question.hash;
  if (g_hash_table_size (cache) >= CACHE_PARAGRAPHS_MAX)
    g_hash_table_remove_all (cache);
  g_hash_table_add (cache, patal_paragraph_ref (paragraph));
  return paragraph;
}

#define STEPS_PER_PT 4 /* sizes are tried in quarters of a point */

static gboolean
fits (const PatalParts *parts, const PatalTextStyle *style, double size, double width, double height)
{
  PatalLinesSize lines = patal_lines_size (parts, width / size, style->wrap);

  return !lines.forced && lines.widest * size <= width + 1e-6
         && lines.n_lines * leading_of (style) * size <= height + 1e-6;
}

PatalParagraph *
patal_paragraph_new_fitting (const char *text, const PatalTextStyle *style, double width, double height, double smallest_pt,
                             gboolean *out_fits)
{
  g_auto (PatalParts) parts = { NULL };
  PatalTextStyle smaller = *style;
  gboolean stands;

  patal_parts_init (&parts, patal_face (style->family, style->weight, style->lang), text);
  stands = fits (&parts, style, style->size_pt, width, height);
  while (!stands && smaller.size_pt > smallest_pt)
    {
      smaller.size_pt = MAX (smallest_pt, (ceil (smaller.size_pt * STEPS_PER_PT) - 1) / STEPS_PER_PT);
      stands = fits (&parts, style, smaller.size_pt, width, height);
    }
  if (out_fits != NULL)
    *out_fits = stands;
  return patal_paragraph_new (text, &smaller, width);
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
  return paragraph->size_pt;
}

double
patal_paragraph_height (const PatalParagraph *paragraph)
{
  return paragraph->height;
}

double
patal_paragraph_width (const PatalParagraph *paragraph)
{
  return paragraph->width;
}
