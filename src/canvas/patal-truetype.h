/* patal-truetype.h: a TrueType font made of outlines and of composites of them, to be embedded
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It holds the tables that a PDF reader needs (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp) and no others. */
#pragma once
#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

typedef struct _PatalTrueType PatalTrueType;

typedef struct
{
  guint glyph;  /* of this font, an outline */
  gint  dx, dy; /* units */
} PatalTrueTypePart;

#define PATAL_TRUETYPE_MAX_GLYPHS 65535

PatalTrueType *patal_truetype_new  (guint upem);
void           patal_truetype_free (PatalTrueType *font);

guint patal_truetype_n_glyphs (const PatalTrueType *font); /* glyph 0 is empty and there from the beginning */

/* The outline that @hb draws for its @glyph (curves of the third degree are replaced by some of the second, less than half a
 * unit away). Both functions give the new glyph's number. */
guint patal_truetype_add_outline   (PatalTrueType *font, hb_font_t *hb, hb_codepoint_t glyph);
/* @advance in units; no parts: an empty glyph. */
guint patal_truetype_add_composite (PatalTrueType *font, const PatalTrueTypePart *parts, guint n_parts, gint advance);

guint patal_truetype_advance (const PatalTrueType *font, guint glyph);
void  patal_truetype_bounds  (const PatalTrueType *font, gint bounds[4]); /* of all: left, bottom, right, top */

/* The file. */
GBytes *patal_truetype_write (PatalTrueType *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTrueType, patal_truetype_free)
G_END_DECLS
