/* patal-face.h: what this room knows of a face; other rooms see patal-font.h
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-font.h"
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _PatalWordStore PatalWordStore;

struct _PatalFace
{
  char           *family;
  PatalWeight     weight;
  PatalLang       lang;
  PatalFont      *font;     /* of the family, or what fontconfig offers for it */
  PatalFont      *fallback; /* (nullable): the stated one */
  char           *missing;  /* (nullable) */
  double          ascent, descent;
  hb_language_t   language;
  PangoContext   *context;  /* (nullable): made when the first word asks for it, which most documents never do */
  PatalWordStore *words;    /* of patal-word.c */
};

PatalWordStore *patal_word_store_new  (void);
void            patal_word_store_free (PatalWordStore *store);

/* The font that shows @c without Pango being asked: the face's own, else its stated fallback, else NULL. */
PatalFont    *patal_face_find  (PatalFace *face, gunichar c);
PangoContext *patal_face_pango (PatalFace *face); /* (transfer none) */
PatalFont    *patal_font_of_pango (PangoFont *font);

G_END_DECLS
