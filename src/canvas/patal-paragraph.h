/* patal-paragraph.h: text in lines, the same on the screen and on paper
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-word.h"

G_BEGIN_DECLS

typedef struct _PatalParagraph PatalParagraph; /* never changes; shared by counting, between threads too */

/* Words one after another on one baseline. */
typedef struct
{
  PatalWord **words;   /* as they are seen, left to right; spaces are words too */
  guint       n_words;
  PatalWord  *space;   /* (nullable): between this line and the next, not seen; who writes down the text for a reader needs it */
  double      size_pt;
  double      width;   /* points; without the spaces at its ends */
  PatalParagraph *paragraph; /* that it is a line of, and that all of it lives as long as */
} PatalLine;

typedef enum
{
  PATAL_ALIGN_START,
  PATAL_ALIGN_CENTER,
  PATAL_ALIGN_END,
} PatalAlign;

typedef enum
{
  PATAL_WRAP_WORDS,    /* at the ends of words; a word longer than the line is broken between aksharas */
  PATAL_WRAP_BALANCED, /* likewise, the lines as even as they can be: headings */
  PATAL_WRAP_NEVER,    /* one line, however long: numbers */
} PatalWrap;

typedef struct
{
  const char *family;  /* NULL: PATAL_FONT_DEFAULT */
  PatalWeight weight;
  double      size_pt;
  double      leading; /* from baseline to baseline, in sizes; 0: 1.45, which holds the matras of Devanagari apart */
  PatalLang   lang;
  PatalAlign  align;
  PatalWrap   wrap;
} PatalTextStyle;

/* (transfer full). A line feed in @text begins a new line. @width in points; the lines are aligned in it. Text that is not UTF-8 is
 * read as far as it is; control characters are left out. Equal questions of one thread share one answer. */
PatalParagraph *patal_paragraph_new (const char *text, const PatalTextStyle *style, double width);

/* Likewise, in the largest size from the style's down to @smallest_pt in which it stands in @width by @height; where none does, in
 * @smallest_pt, and *@out_fits (nullable) is FALSE. */
PatalParagraph *patal_paragraph_new_fitting (const char *text, const PatalTextStyle *style, double width, double height,
                                             double smallest_pt, gboolean *out_fits);

/* How a text stands in a box, measured only. */
typedef struct
{
  guint    size;    /* index of the first size in which it stands there without a word being parted; @n_sizes: in none */
  guint    n_lines; /* in that size, else in the last; so are these */
  double   width;   /* points: of the longest line */
  gboolean parted;  /* a word is, because it is longer than a line */
} PatalTextFit;
/* @sizes_pt: in which order they are tried; the style's own is not looked at. The text is measured once for all of them. */
PatalTextFit patal_text_fit (const char *text, const PatalTextStyle *style, const double *sizes_pt, guint n_sizes, double width,
                             double height);

PatalParagraph *patal_paragraph_ref   (PatalParagraph *paragraph);
void            patal_paragraph_unref (PatalParagraph *paragraph);

guint            patal_paragraph_n_lines (const PatalParagraph *paragraph);
const PatalLine *patal_paragraph_line    (const PatalParagraph *paragraph, guint line);
/* Where a line begins, from the left of the paragraph, and where its baseline is, from the top. */
double           patal_paragraph_line_x  (const PatalParagraph *paragraph, guint line);
double           patal_paragraph_line_y  (const PatalParagraph *paragraph, guint line);
double           patal_paragraph_size_pt (const PatalParagraph *paragraph);
double           patal_paragraph_height  (const PatalParagraph *paragraph); /* of all lines */
double           patal_paragraph_width   (const PatalParagraph *paragraph); /* of the longest line */

/* The width of @text on one line, and of its longest part that cannot be broken: what a column needs. */
double patal_text_width     (const char *text, const PatalTextStyle *style);
double patal_text_min_width (const char *text, const PatalTextStyle *style);

/* A number on its decimal point: the width of what stands before it. */
double patal_text_width_to_point (const char *number, const PatalTextStyle *style);

/* How many glyphs of @text differ, in kind or place, from what HarfBuzz gives for the whole of it: 0, or a word has been cut where it
 * must not be. For tests. */
guint patal_text_verify (const char *text, const PatalTextStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalParagraph, patal_paragraph_unref)
G_END_DECLS
