/* patal-face.h: what this room knows of faces and words beyond patal-font.h and patal-word.h
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-word.h"
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
  PangoContext   *context;  /* (nullable): made for the first word that asks, and most documents have none */
  PatalWordStore *words;    /* of patal-word.c */
};

PatalWordStore *patal_word_store_new  (void);
void            patal_word_store_free (PatalWordStore *store);

/* A set of PatalRole (patal-glue.h). */
guint patal_word_roles (const PatalWord *word);

/* (transfer full): the clusters of @word whose text stands from byte @from to before @to, as they are. */
PatalWord *patal_word_slice (const PatalWord *word, guint from, guint to);

/* The font that shows @c without Pango being asked: the face's own, else its stated fallback, else NULL. */
PatalFont    *patal_face_find  (PatalFace *face, gunichar c);
PangoContext *patal_face_pango (PatalFace *face); /* (transfer none) */
PatalFont    *patal_font_of_pango (PangoFont *font);

G_END_DECLS
