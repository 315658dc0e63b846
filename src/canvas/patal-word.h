/* patal-word.h: a word, shaped once
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every player draws these glyphs at these places, so that no two can differ. Lengths are units of the font (patal_font_upem()
 * to the size), so that one word serves all sizes. */
#pragma once
#include "patal-font.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 glyph;
  gint32  dx, dy;  /* from the pen's place; dy upwards */
  gint32  advance; /* of the pen, rightwards */
} PatalGlyph;

/* An akshara as a rule: glyphs that belong together, and the text that they show. */
typedef struct
{
  guint16 first_glyph, n_glyphs;
  guint16 text_at, text_length; /* bytes of the word's text */
  gint32  advance;              /* of its glyphs together */
} PatalCluster;

/* Glyphs of one font; clusters stand in the order in which they are seen, left to right. */
typedef struct
{
  PatalFont          *font;
  const PatalGlyph   *glyphs;
  const PatalCluster *clusters;
  guint               n_glyphs, n_clusters;
  gint32              advance;
} PatalPiece;

typedef struct _PatalWord PatalWord; /* never changes, may be read from any thread; shared by counting */

PatalWord        *patal_word_ref     (PatalWord *word);
void              patal_word_unref   (PatalWord *word);
const char       *patal_word_text    (const PatalWord *word);
guint             patal_word_n_pieces (const PatalWord *word);
const PatalPiece *patal_word_piece   (const PatalWord *word, guint piece);
double            patal_word_width   (const PatalWord *word, double size_pt);

/* The word in the fonts of @face, from this thread's store of words. @level: the bidirectional level, odd for right to
 * left. Text longer than 32,000 bytes is the caller's mistake. (transfer full) */
PatalWord *patal_word_shape (PatalFace *face, const char *text, gssize length, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalWord, patal_word_unref)
G_END_DECLS
