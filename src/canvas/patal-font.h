/* patal-font.h: the fonts of a document
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-lang.h"
#include <cairo.h>
#include <hb.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define PATAL_FONT_DEFAULT "Noto Sans Devanagari"

/* Begins to find out, in a thread, which fonts the machine has: for whoever knows that letters will be wanted, and has other things to do
 * first. Nobody need call it, or wait for it. */
void patal_fonts_prepare (void);

/* One font file (and one named place on its axes, where it has some). Found once, kept until the program ends; may be read from any thread. */
typedef struct _PatalFont PatalFont;

guint       patal_font_id   (const PatalFont *font); /* 0, 1, 2 … in the order of finding */
const char *patal_font_name (const PatalFont *font); /* the PostScript name: NotoSansDevanagari-Bold */
guint       patal_font_upem (const PatalFont *font);
hb_font_t  *patal_font_hb   (PatalFont *font);       /* (transfer none), immutable, scaled to upem */
/* (transfer none): for this thread. */
cairo_font_face_t *patal_font_cairo (PatalFont *font);

/* A family in a weight, and what stands in for characters that it lacks: a face is what a writer asks for. Belongs to a thread. */
typedef struct _PatalFace PatalFace;

typedef enum
{
  PATAL_WEIGHT_REGULAR = 400,
  PATAL_WEIGHT_BOLD = 700,
} PatalWeight;

/* (transfer none): this thread's. @family NULL: PATAL_FONT_DEFAULT. Never NULL: a family that is missing is replaced by what
 * fontconfig offers, and patal_face_missing() says so. */
PatalFace *patal_face (const char *family, PatalWeight weight, PatalLang lang);
/* (nullable): a whole sentence in the user's language: which font is missing, what stands in for it, what to install. */
const char *patal_face_missing (PatalFace *face);
PatalFont  *patal_face_font    (PatalFace *face); /* its first */

/* (nullable) (transfer none): that sentence for the first that is missing of what documents in @lang are written with: PATAL_FONT_DEFAULT,
 * regular and bold. Whoever has written or is to print one says it. */
const char *patal_font_missing (PatalLang lang);

/* The height of a line above and below its baseline, for size 1. */
double patal_face_ascent  (PatalFace *face);
double patal_face_descent (PatalFace *face);

G_END_DECLS
